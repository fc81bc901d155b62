"""C13: whatever a file is called, no program hears of it and none is started for it.

Three hundred names that are commands, options, quotes and signs, each on a text, an
old paper and, some of them, a scan. Every program that is started is counted by strace.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.file_names import names
from tests.reading.scanned import needs_reader

pytestmark = pytest.mark.pure

ROOT = Path(__file__).parents[2]
# What is started for files at all: ours, by their modules, and the reader of pictures.
OURS = ("phoihop.reading.child", "phoihop.reading.walled", "phoihop.reading.drawing")
READER = re.compile(
    r'^"(?:/usr/bin|/usr/local/bin)/tesseract", \["[^"]*tesseract", "stdin"'
)
STARTED = re.compile(r"execve\((.*?)\) += 0")
SCRIPT = """
import sys
import django
django.setup()
from phoihop.files.examining import examine
from phoihop.refusals import Refused
from tests.hostile.file_names import names
from tests.hostile.ole import old_paper
from tests.reading.scanned import page_of, scan
import subprocess
every, scans, planted = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "planted"
picture = scan(page_of("Lam Khê"))
papers = {"txt": "Lam Khê".encode(), "doc": old_paper(body="Lam Khê")}
taken = 0
for number, name in enumerate(names()):
    held = dict(papers) if number % every == 0 else {}
    if number < scans:
        held["pdf"] = picture
    for ending, data in held.items():
        if planted and chr(0) not in name:
            subprocess.run(["/usr/bin/true", name], check=False)
        try:
            examine(data, name=f"{name}.{ending}", declared=True)
            taken += 1
        except Refused as refused:
            # By its name: too long, a stamp in it. Never by a fault.
            assert refused.code in ("file.name_missing", "screen.link"), refused.code
print(taken)
"""


def others_started(
    folder: Path, *, every: int = 1, scans: int = 0, planted: bool = False
) -> tuple[int, list[str]]:
    """(how many files were taken, what was started that is not ours)."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("There is no strace here: apt-get install strace")
    told = folder / "told"
    words = [strace, "-f", "-qq", "-s", "4096", "-e", "trace=execve", "-o", str(told)]
    how = [str(every), str(scans), "planted" if planted else ""]
    settings = {"DJANGO_SETTINGS_MODULE": "phoihop.settings", "PHOIHOP_HTTPS": "false"}
    done = subprocess.run(
        [*words, sys.executable, "-c", SCRIPT, *how],
        cwd=ROOT,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    started = STARTED.findall(told.read_text(encoding="utf-8", errors="replace"))
    # The first is the script itself.
    return int(done.stdout), [said for said in started[1:] if not _is_ours(said)]


def _is_ours(said: str) -> bool:
    is_module = any(f'"-I", "-m", "{module}"' in said for module in OURS)
    return is_module or READER.match(said) is not None


def test_there_are_three_hundred_names() -> None:
    assert len(set(names())) >= 300


def test_no_name_starts_a_program(tmp_path: Path) -> None:
    """Each third of the names; the long run takes all, on scans too."""
    taken, others = others_started(tmp_path, every=3)
    assert others == []
    assert taken >= 200


@needs_reader
def test_no_name_of_a_scan_reaches_the_reader(tmp_path: Path) -> None:
    taken, others = others_started(tmp_path, every=10_000, scans=2)
    assert (taken, others) == (4, [])


@needs_reader
@pytest.mark.long
def test_no_name_starts_a_program_on_any_kind_of_file(tmp_path: Path) -> None:
    taken, others = others_started(tmp_path, scans=300)
    assert others == []
    assert taken >= 900


def test_a_name_handed_to_a_program_is_seen(tmp_path: Path) -> None:
    """The planted bug: a reader that is told what the file is called."""
    taken, others = others_started(tmp_path, every=60, planted=True)
    # A name with a zero in it no program can be given.
    assert len(others) > taken // 2


def shells(folder: Path) -> list[str]:
    """Shells that the code starts: bandit's B602 and B605, as ruff knows them."""
    words = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache"]
    more = ["--select", "S602,S605", "--output-format", "json", str(folder)]
    done = subprocess.run([*words, *more], capture_output=True, text=True, check=False)
    return [found["code"] for found in json.loads(done.stdout)]


def test_no_shell_is_ever_started(tmp_path: Path) -> None:
    assert shells(ROOT / "phoihop") == []
    (tmp_path / "a.py").write_text(
        "import os, subprocess\n"
        "def read(name):\n"
        "    os.system('antiword ' + name)\n"
        "    subprocess.run('antiword ' + name, shell=True)\n"
    )
    assert sorted(shells(tmp_path)) == ["S602", "S605"]
