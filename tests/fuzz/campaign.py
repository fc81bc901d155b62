"""``python -m tests.fuzz.campaign NAME SECONDS FOLDER``: one target, for a time.

Atheris (libFuzzer) changes bytes and keeps what reaches a new branch of the readers.
What is raised and is not ``Refused`` is kept in FOLDER, one file and its traceback for
each place that raised, and the campaign goes on; a try that hangs for half a minute or
takes a gigabyte ends it. The last line is one JSON object with the figures.
"""

import hashlib
import json
import sys
import time
import traceback
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["phoihop"]):
    from tests.fuzz.targets import TARGETS, Target

HANG_SECONDS = 30
MEMORY_MB = 1_024


class Campaign:
    """One target being tried: what was found, and the figures."""

    def __init__(self, name: str, folder: Path) -> None:
        """Nothing is tried yet."""
        self.name = name
        self.target: Target = TARGETS[name]
        self.folder = folder
        self.tries = 0
        self.slowest = 0.0
        self.found: set[str] = set()
        self.began = time.monotonic()

    def seed(self) -> Path:
        """The folder of what is tried on, with the honest papers in it."""
        corpus = self.folder / "corpus"
        corpus.mkdir(parents=True, exist_ok=True)
        for data in self.target.seeds():
            (corpus / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
        words = "".join(
            '"' + "".join(f"\\x{byte:02x}" for byte in word.encode()) + '"\n'
            for word in self.target.words
        )
        (self.folder / "words").write_text(words, encoding="ascii")
        return corpus

    def try_one(self, data: bytes) -> None:
        """One try; a finding is kept and told, and ends nothing."""
        began = time.perf_counter()
        try:
            self.target.run(data)
        except Exception as error:
            self._keep(data, error)
        self.tries += 1
        self.slowest = max(self.slowest, time.perf_counter() - began)

    def _keep(self, data: bytes, error: Exception) -> None:
        frames = traceback.extract_tb(error.__traceback__)
        ours = [frame for frame in frames if "phoihop" in frame.filename] or frames
        place = (
            f"{Path(ours[-1].filename).name}:{ours[-1].lineno} {type(error).__name__}"
        )
        if place in self.found:
            return
        self.found.add(place)
        name = hashlib.sha256(data).hexdigest()[:16]
        (self.folder / f"found-{name}").write_bytes(data)
        told = "".join(traceback.format_exception(error))
        (self.folder / f"found-{name}.txt").write_text(told, encoding="utf-8")
        print(f"FOUND {self.name}: {place}: found-{name}", flush=True)

    def figures(self) -> str:
        """As one JSON object."""
        said = {
            "target": self.name,
            "seconds": round(time.monotonic() - self.began),
            "executions": self.tries,
            "slowest_seconds": round(self.slowest, 3),
            "found": sorted(self.found),
        }
        return json.dumps(said, ensure_ascii=False)


def main(arguments: list[str]) -> None:
    """Try until the time is over; libFuzzer ends the process itself."""
    name, seconds, folder = arguments
    campaign = Campaign(name, Path(folder))
    corpus = campaign.seed()
    figures = campaign.folder / "figures.json"

    def try_one(data: bytes) -> None:
        campaign.try_one(data)
        # libFuzzer ends the process without a word to Python.
        if campaign.tries % 256 == 1 or time.monotonic() - campaign.began > until:
            figures.write_text(campaign.figures(), encoding="utf-8")

    until = float(seconds) - 1
    options = [
        f"-max_total_time={seconds}",
        f"-timeout={HANG_SECONDS}",
        f"-rss_limit_mb={MEMORY_MB}",
        f"-max_len={campaign.target.longest}",
        f"-artifact_prefix={campaign.folder}/broken-",
        *([f"-dict={campaign.folder / 'words'}"] if campaign.target.words else []),
        # Seeds are whole papers: nothing is to be gained from the shortest first.
        "-len_control=0",
        "-print_final_stats=1",
        str(corpus),
    ]
    atheris.Setup([sys.argv[0], *options], try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
