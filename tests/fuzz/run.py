"""``python -m tests.fuzz.run SECONDS FOLDER [NAME ...]``: targets in turn, for a time.

The seconds are shared out among the targets. Each prints one JSON object: executions,
the slowest try, how far the branches were reached (``cov``) and what was found; the
whole tale of each is ``NAME/log`` in the folder; what it went on from is
``NAME/corpus``, where the next run begins.
"""

import json
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.fuzz.targets import TARGETS

# Beyond its time: a try that hangs is ended by the campaign itself before that.
PATIENCE_SECONDS = 120
REACHED = re.compile(r"cov: (\d+)")
ROOT = Path(__file__).resolve().parent.parent.parent


def run(
    seconds: int, folder: Path, names: tuple[str, ...] = ()
) -> list[dict[str, Any]]:
    """The figures of each target; ``broken`` names what ended a campaign early."""
    wanted = names or tuple(TARGETS)
    share = max(2, seconds // len(wanted))
    told = []
    for name in wanted:
        told.append(one(name, share, folder / name))
        print(json.dumps(told[-1], ensure_ascii=False), flush=True)
    return told


def one(
    name: str,
    seconds: int,
    folder: Path,
    program: tuple[str, ...] = ("-m", "tests.fuzz.campaign"),
) -> dict[str, Any]:
    """The figures of one target."""
    folder.mkdir(parents=True, exist_ok=True)
    figures = folder / "figures.json"
    figures.unlink(missing_ok=True)
    began = time.monotonic()
    words = [sys.executable, *program, name, str(seconds), str(folder)]
    log = folder / "log"
    with log.open("wb") as out:
        ended = subprocess.run(
            words,
            cwd=ROOT,
            stdout=out,
            stderr=out,
            timeout=seconds + PATIENCE_SECONDS,
            check=False,
        )
    said = json.loads(figures.read_text("utf-8")) if figures.exists() else {}
    reached = REACHED.findall(log.read_text("utf-8", "replace"))
    return {
        "target": name,
        "seconds": round(time.monotonic() - began),
        "executions": said.get("executions", 0),
        "slowest_seconds": said.get("slowest_seconds", 0),
        "cov": int(reached[-1]) if reached else 0,
        "found": said.get("found", []),
        "broken": sorted(str(path) for path in folder.glob("broken-*")),
        "ended": ended.returncode,
    }


if __name__ == "__main__":
    run(int(sys.argv[1]), Path(sys.argv[2]), tuple(sys.argv[3:]))
