"""C13, and the walls around programs: each tried by one that runs into it on purpose.

The cast are Debian's own small programs, started in the place of the reader of scans.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from phoihop.reading import programs
from phoihop.reading.confinement import MB, Limits
from phoihop.reading.programs import WALLED, Failed, NotThere
from tests.reading.scanned import needs_reader, page_of, scan

pytestmark = pytest.mark.pure

SHORT = Limits(memory_bytes=256 * MB, cpu_seconds=2, wall_seconds=4, answer_bytes=MB)


def run(*words: str, data: bytes = b"", limits: Limits = SHORT) -> bytes:
    """What a program says from behind the walls."""
    task = {"tell": False, "words": list(words), "readable": []}
    return programs._run(WALLED, task, data, limits, None)


def no_more(words: str) -> bool:
    """Whether no process with these words is left."""
    for _ in range(100):
        told = [
            place.read_bytes().replace(b"\0", b" ")
            for place in Path("/proc").glob("[0-9]*/cmdline")
            if place.exists()
        ]
        if not any(words.encode() in each for each in told):
            return True
        time.sleep(0.02)
    return False


def test_a_program_takes_bytes_and_gives_bytes() -> None:
    """The control: what fails below fails because of a wall."""
    assert run("/usr/bin/cat", data=b"Lam Kh\xc3\xaa") == "Lam Khê".encode()


def test_the_operator_can_see_which_walls_stand_around_programs() -> None:
    walls = programs.protections()
    for wall in ("memory", "cpu", "no_writing", "few_files", "no_core_dump"):
        assert walls[wall] is True
    assert {"own_network", "no_rights", "landlock_files", "seccomp"} <= set(walls)


def test_it_reads_no_file_but_its_own() -> None:
    if not programs.protections()["landlock_files"]:
        pytest.skip("This kernel has no Landlock.")
    for words in (("/usr/bin/cat", "/etc/passwd"), ("/usr/bin/ls", "/tmp")):
        with pytest.raises(Failed):
            run(*words)


def test_it_writes_nothing(tmp_path: Path) -> None:
    tmp_path.chmod(0o777)
    with pytest.raises(Failed):
        run("/usr/bin/touch", str(tmp_path / "evil"))
    assert list(tmp_path.iterdir()) == []


def test_it_starts_nothing() -> None:
    """A shell that is taken over can only end."""
    for command in ("/usr/bin/id", "/usr/bin/id; /usr/bin/id", "exec /usr/bin/id"):
        with pytest.raises(Failed):
            run("/usr/bin/dash", "-c", command)
    assert run("/usr/bin/dash", "-c", "echo a") == b"a\n"


def test_it_reaches_nobody(canary_port: int) -> None:
    if not Path("/usr/bin/bash").exists():
        pytest.skip("There is no bash here.")
    with pytest.raises(Failed):
        run("/usr/bin/bash", "-c", f"echo a > /dev/tcp/127.0.0.1/{canary_port}")


def test_it_has_an_empty_environment() -> None:
    told = run("/usr/bin/env").decode().split()
    assert sorted(told) == ["LC_ALL=C", "OMP_THREAD_LIMIT=1"]


def test_what_takes_too_long_is_ended_with_all_it_has() -> None:
    began = time.monotonic()
    with pytest.raises(Failed) as caught:
        run("/usr/bin/sleep", "31.7", limits=Limits(wall_seconds=1.0))
    assert caught.value.late
    assert time.monotonic() - began < 4
    assert no_more("sleep 31.7")


def test_what_says_too_much_is_not_listened_to() -> None:
    with pytest.raises(Failed):
        run("/usr/bin/yes", "Lam Khê không dứt")
    assert no_more("Lam Khê không dứt")


def test_what_takes_too_much_memory_is_ended() -> None:
    with pytest.raises(Failed):
        run("/usr/bin/dd", "if=/dev/stdin", "bs=400M", "count=1", data=b"a")


def test_it_ends_with_whoever_asked() -> None:
    script = (
        "from tests.reading.test_programs import run\n"
        "import os, signal, threading\n"
        "threading.Timer(1.0, os.kill, (os.getpid(), signal.SIGKILL)).start()\n"
        "run('/usr/bin/sleep', '32.9')\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", script], cwd=root, check=False)
    assert done.returncode == -signal.SIGKILL
    assert no_more("sleep 32.9")


def test_a_program_that_is_not_installed_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(programs, "TESSERACT", ("/nowhere/tesseract",))
    with pytest.raises(NotThere):
        programs.words_of(b"", layout=6)
    assert programs.PACKAGES == "tesseract-ocr tesseract-ocr-vie"


def test_letters_that_are_not_installed_are_missed_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(programs, "MODELS", ("/nowhere/*.traineddata",))
    with pytest.raises(NotThere):
        programs.reader()


def test_a_page_that_cannot_be_drawn_is_no_crash() -> None:
    for paper in (b"", b"%PDF-1.4 nothing", os.urandom(4000)):
        with pytest.raises(Failed):
            programs.drawn(paper, {"page": 1, "dots": 100})
    with pytest.raises(Failed):
        programs.drawn(scan(page_of("Lam Khê")), {"page": 9, "dots": 100})


def test_a_sheet_of_any_size_is_drawn_with_as_many_dots_at_most() -> None:
    large = scan(page_of("Lam Khê").resize((3000, 4000)))
    drawn = programs.drawn(large, {"page": 1, "dots": 3000})
    assert len(drawn) < 21_000_000


def test_a_blank_page_needs_no_reader() -> None:
    assert programs.drawn(scan(page_of("")), {"page": 1, "dots": 100}) == b""


@needs_reader
def test_a_page_is_read() -> None:
    picture = programs.drawn(
        scan(page_of("Sở Nội vụ chủ trì hội nghị")), {"page": 1, "dots": 300}
    )
    assert "Sở Nội vụ chủ trì hội nghị" in programs.words_of(picture, layout=6)


@needs_reader
def test_nothing_is_opened_for_writing_while_a_page_is_read(tmp_path: Path) -> None:
    """Neither a scratch nor a log: nothing has to be cleared away after kill -9."""
    strace = Path("/usr/bin/strace")
    if not strace.exists():
        pytest.skip("There is no strace here: apt-get install strace")
    told = tmp_path / "told"
    script = (
        "from phoihop.reading import scans\n"
        "from tests.reading.scanned import page_of, scan\n"
        "print(list(scans.look_at(scan(page_of('Lam Khê')), 1)))\n"
    )
    calls = "trace=openat,open,creat,mkdir,mkdirat,connect,execve"
    words = [str(strace), "-f", "-qq", "-e", calls, "-o", str(told)]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [*words, sys.executable, "-c", script],
        cwd=Path(__file__).parents[2],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Lam" in done.stdout
    lines = told.read_text(encoding="utf-8", errors="replace").splitlines()
    opened = [line for line in lines if " = -1 " not in line]
    writing = ("O_WRONLY", "O_RDWR", "O_CREAT", "mkdir(", "creat(", "connect(")
    wrote = [line for line in opened if any(sign in line for sign in writing)]
    assert [line for line in wrote if "/dev/null" not in line] == []
