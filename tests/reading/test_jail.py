"""The jail: a child that takes too much is ended, and nobody else notices."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from phoihop.reading import jail as prison
from phoihop.reading.confinement import MB, Limits
from phoihop.reading.extracted import NotExtracted, Part, from_plain
from phoihop.reading.jail import Jail
from phoihop.refusals import Refused
from tests.hostile.papers import TEXT, docx, pdf
from tests.hostile.weight import slow_page

pytestmark = pytest.mark.pure

WORDS = "Kế hoạch phối hợp năm 2026\n".encode()
SLOW = slow_page(30)


@contextmanager
def a_jail(limits: Limits | None = None, **how: float) -> Iterator[Jail]:
    """A jail of this test alone."""
    made = Jail(limits, **how)  # type: ignore[arg-type] # numbers, whole where it counts
    try:
        yield made
    finally:
        made.close()


def refused(jail: Jail, data: bytes, name: str = "a.pdf") -> str:
    """The code with which the jail refuses."""
    with pytest.raises(Refused) as caught:
        jail.extract(data, name=name)
    return caught.value.code


def test_a_paper_comes_out_as_words(jail: Jail) -> None:
    read = jail.extract(docx(), name="Kế hoạch.DOCX")

    assert read.kind == "docx"
    assert read.parts == (Part("body", f"{TEXT}\n"),)


def test_a_file_that_costs_too_much_processor_is_ended() -> None:
    with a_jail(Limits(cpu_seconds=1)) as jail:
        assert refused(jail, SLOW) == "file.slow"
        assert jail.extract(WORDS, name="a.txt").parts


def test_a_file_that_takes_too_long_is_ended() -> None:
    with a_jail(Limits(wall_seconds=0.3)) as jail:
        keeper = jail.keeper_pid
        began = time.monotonic()
        assert refused(jail, SLOW) == "file.slow"
        assert time.monotonic() - began < 2
        assert jail.keeper_pid == keeper


def test_a_file_that_needs_too_much_memory_is_ended() -> None:
    table = (b"tinh," * 400 + b"\n") * 400
    with a_jail(Limits(memory_bytes=90 * MB)) as jail:
        assert refused(jail, table, "a.csv") == "file.memory"
        assert jail.extract(WORDS, name="a.txt").parts


def test_an_answer_that_is_too_long_is_not_listened_to() -> None:
    with a_jail(Limits(answer_bytes=10_000)) as jail:
        assert refused(jail, WORDS * 10_000, "a.txt") == "file.text_too_long"
        assert jail.extract(WORDS, name="a.txt").parts


def children_of(keeper: int) -> list[int]:
    """Process numbers of the children of a process."""
    told = Path(f"/proc/{keeper}/task/{keeper}/children").read_text(encoding="ascii")
    return [int(pid) for pid in told.split()]


def test_a_child_that_breaks_down_is_a_sentence(jail: Jail) -> None:
    """Ended from outside, as a parser that steps on its own memory would be."""
    wait_until(lambda: len(children_of(jail.keeper_pid)) == 1)
    (waiting,) = children_of(jail.keeper_pid)
    with ThreadPoolExecutor() as pool:
        asked = pool.submit(refused, jail, SLOW)
        wait_until(lambda: len(children_of(jail.keeper_pid)) > 1)
        os.kill(waiting, signal.SIGSEGV)
        assert asked.result() == "file.reader_ended"
    assert jail.extract(WORDS, name="a.txt").parts


def test_a_waiting_child_that_is_ended_is_replaced(jail: Jail) -> None:
    wait_until(lambda: len(children_of(jail.keeper_pid)) == 1)
    (waiting,) = children_of(jail.keeper_pid)
    os.kill(waiting, signal.SIGKILL)
    wait_until(lambda: waiting not in children_of(jail.keeper_pid))
    assert jail.extract(WORDS, name="a.txt").parts


def test_a_keeper_that_is_ended_is_started_again() -> None:
    with a_jail() as jail:
        first = jail.keeper_pid
        os.kill(first, signal.SIGKILL)
        assert jail.extract(WORDS, name="a.txt").parts
        assert jail.keeper_pid != first


def test_a_keeper_ended_in_the_middle_costs_the_file_nothing() -> None:
    """The file is read once more by the next one; children end with their keeper."""
    with a_jail(Limits(cpu_seconds=15)) as jail, ThreadPoolExecutor() as pool:
        keeper = jail.keeper_pid
        wait_until(lambda: len(children_of(keeper)) == 1)
        at_work = children_of(keeper)
        asked = pool.submit(jail.extract, slow_page(3), name="a.pdf")
        wait_until(lambda: len(children_of(keeper)) > 1)
        os.kill(keeper, signal.SIGKILL)
        assert asked.result().pages == 1
        wait_until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in at_work))


def wait_until(so: Callable[[], bool]) -> None:
    """A moment for another process to get there."""
    for _ in range(500):
        if so():
            return
        time.sleep(0.01)
    pytest.fail("It did not come about.")


def test_many_threads_are_served_two_at_once(jail: Jail) -> None:
    with ThreadPoolExecutor(8) as pool:
        papers = [docx(f"<w:p><w:r><w:t>{n}</w:t></w:r></w:p>") for n in range(40)]
        read = list(pool.map(lambda data: jail.extract(data, name="a.docx"), papers))
        assert [each.parts[0].text for each in read] == [f"{n}\n" for n in range(40)]


def test_who_comes_when_all_are_busy_is_told_so() -> None:
    with (
        a_jail(
            Limits(wall_seconds=0.8), at_once=1, most_waiting=1, patience=0.2
        ) as jail,
        ThreadPoolExecutor() as pool,
    ):
        before = jail.keeper_pid
        wait_until(lambda: len(children_of(before)) == 1)
        asked = [pool.submit(refused, jail, SLOW)]
        wait_until(lambda: len(children_of(before)) > 1)
        asked += [pool.submit(refused, jail, SLOW) for _ in range(3)]
        told = sorted(each.result() for each in asked)
        assert told == ["file.busy", "file.busy", "file.busy", "file.slow"]


def test_a_fork_has_a_keeper_of_its_own(jail: Jail) -> None:
    mine = jail.keeper_pid
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        words = jail.extract(WORDS, name="a.txt").parts[0].text
        os.write(writer, json.dumps([jail.keeper_pid, words]).encode())
        jail.close()
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as told:
        theirs, words = json.loads(told.read())
    os.waitpid(pid, 0)
    assert theirs != mine
    assert words == WORDS.decode()
    assert jail.keeper_pid == mine
    assert jail.extract(WORDS, name="a.txt").parts


def test_the_keeper_ends_when_its_web_server_does() -> None:
    script = (
        "from phoihop.reading.jail import Jail\n"
        "import os, signal\n"
        "print(Jail().keeper_pid, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    words = [sys.executable, "-c", script]
    done = subprocess.run(words, capture_output=True, check=False)
    keeper = Path(f"/proc/{int(done.stdout)}")
    wait_until(lambda: not keeper.exists())


def test_no_secret_reaches_the_keeper(jail: Jail) -> None:
    """Not by the environment, not by an open file."""
    keeper = Path(f"/proc/{jail.keeper_pid}")
    if os.geteuid() == 0:
        assert (keeper / "environ").read_bytes() == b""
        opened = {os.readlink(link) for link in (keeper / "fd").iterdir()}
        assert all(
            name == "/dev/null" or name.startswith(("socket:", "pipe:"))
            for name in opened
        )
    words = (keeper / "cmdline").read_text(encoding="utf-8").split("\0")
    assert words[1:4] == ["-I", "-m", "phoihop.reading.child"]


def test_the_asker_never_loads_a_parser() -> None:
    """They stay in the keeper: a fault in one is no fault in the web server."""
    script = (
        "import sys, phoihop.reading.jail as jail\n"
        "jail.extract(b'a', name='a.txt')\n"
        "print([m for m in sys.modules if m.split('.')[0] in "
        "('lxml', 'pikepdf', 'pypdfium2', 'zipfile')])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_operator_can_see_which_walls_stand() -> None:
    walls = prison.protections()
    # These hold on every Linux; the others are told as they are.
    for wall in ("memory", "cpu", "no_writing", "few_files", "no_core_dump"):
        assert walls[wall] is True
    assert {"own_network", "no_rights", "landlock_files", "seccomp"} <= set(walls)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"{",
        b"[]",
        b"7",
        b'{"extracted": 7}',
        b'{"extracted": ["txt", [["body", "a", [[0, 9, 1, 1, 1]]]], [], 0, false]}',
        b'{"extracted": ["txt", [[1, "a", []]], [], 0, false]}',
        b'{"extracted": ["csv", [], [["a", [[["x", 9, true]]], [], false, [], []]], 0,'
        b" false]}",
        b'{"refused": "permission.role"}',
        b'{"refused": 7}',
        b'{"failed": "parser"}',
        b"[" * 100_000,
    ],
)
def test_a_child_that_was_taken_over_cannot_say_anything_else(answer: bytes) -> None:
    """What comes over the wall is words in one shape, or it is nothing."""
    with pytest.raises(Refused) as caught:
        prison._of_answer(answer, "extracted", from_plain)
    assert caught.value.code == "file.reader_ended"


def test_a_refusal_carries_nothing_of_the_file_over_the_wall() -> None:
    told = {"refused": "file.corrupt", "values": {"most": 2, "said": "x" * 99}}
    with pytest.raises(Refused) as caught:
        prison._of_answer(json.dumps(told).encode(), "extracted", from_plain)
    assert caught.value.values == {"most": 2}


def test_a_shape_that_no_reader_gives_is_refused() -> None:
    with pytest.raises(NotExtracted):
        from_plain(["txt", [], [], True, False])


def test_a_file_too_large_is_not_even_copied(jail: Jail) -> None:
    assert refused(jail, bytes(20 * MB + 1), "a.docx") == "file.too_large"
    assert refused(jail, b"", "a.docx") == "file.empty"


def test_a_fork_does_not_inherit_a_lock_that_is_held() -> None:
    """Another thread may hold it at the moment of the fork; there it would stay."""
    with a_jail() as jail, jail._lock:
        pid = os.fork()
        if pid == 0:
            os._exit(0 if jail._lock.acquire(timeout=1) else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0


def test_pdf_pages_come_with_their_numbers(jail: Jail) -> None:
    read = jail.extract(pdf(pages=3), name="a.pdf")
    assert [part.where for part in read.parts] == ["page 1", "page 2", "page 3"]
    assert "phoi hop 3" in read.parts[2].text
