"""Many papers at once or in a row: threads, forks, killed children, our own size."""

import json
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from phoihop.reading import jail as prison
from tests.hostile.papers import docx
from tests.hostile.weight import slow_page
from tests.reading.test_jail import a_jail, children_of, refused, wait_until
from tests.reading.test_served_again import WORDS, kept, read

pytestmark = pytest.mark.pure


def test_many_threads_of_two_bodies_each_get_their_own_words() -> None:
    with a_jail() as jail, ThreadPoolExecutor(8) as pool:
        papers = [f"Thân {n % 2}, việc {n}\n" for n in range(200)]

        def one(number: int) -> str:
            return read(jail, papers[number].encode(), body=number % 2)

        assert list(pool.map(one, range(200))) == papers
        assert len(jail._kept) <= prison.MOST_KEPT
        assert jail._seats == prison.AT_ONCE


def test_a_fork_does_not_share_the_children_that_wait() -> None:
    with a_jail() as jail:
        read(jail)
        mine = kept(jail)
        reader, writer = os.pipe()
        pid = os.fork()
        if pid == 0:
            said = [read(jail, b"theirs\n"), sorted(kept(jail)), len(jail._borrowed)]
            os.write(writer, json.dumps(said).encode())
            jail.close()
            os._exit(0)
        os.close(writer)
        with os.fdopen(reader) as told:
            words, theirs, theirs_borrowed = json.loads(told.read())
        os.waitpid(pid, 0)
        assert words == "theirs\n"
        assert mine.isdisjoint(theirs)
        assert theirs_borrowed == 1
        assert read(jail) == WORDS.decode()
        assert kept(jail) == mine


SLOW = slow_page(30)
KILLS = (signal.SIGSEGV, signal.SIGKILL, signal.SIGABRT, signal.SIGBUS)


@pytest.mark.parametrize(
    "many",
    [pytest.param(20), pytest.param(200, marks=pytest.mark.long)],
)
def test_killed_children_are_as_many_sentences_and_the_next_paper_is_read(
    many: int,
) -> None:
    with a_jail() as jail, ThreadPoolExecutor() as pool:
        keeper = jail.keeper_pid
        told = []
        for number in range(many):
            wait_until(lambda: len(children_of(keeper)) == 1)
            (waiting,) = children_of(keeper)
            asked = pool.submit(refused, jail, SLOW)
            wait_until(lambda: len(children_of(keeper)) > 1)
            os.kill(waiting, KILLS[number % len(KILLS)])
            told.append(asked.result())
        assert len(told) == many
        assert set(told) == {"file.reader_ended", "file.memory"}
        assert read(jail) == WORDS.decode()
        assert jail.keeper_pid == keeper


def resident() -> int:
    """Kilobytes of this process."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0])


@pytest.mark.parametrize(
    "many",
    [pytest.param(200), pytest.param(2_000, marks=pytest.mark.long)],
)
def test_the_asker_does_not_grow_with_the_papers(many: int) -> None:
    with a_jail() as jail:
        papers = [("a.txt", WORDS * 20), ("a.csv", b"a;b;c\n" * 50), ("a.docx", docx())]

        def ask(count: int) -> None:
            for number in range(count):
                name, data = papers[0 if number % 10 else number // 10 % 3]
                jail.extract(data, name=name, body=number % 3)

        ask(60)
        before, handles = resident(), len(os.listdir("/proc/self/fd"))
        ask(many)
        print(f"{many} papers: {resident() - before} kB")
        assert resident() - before < 2_048
        assert len(os.listdir("/proc/self/fd")) <= handles + 2 * prison.MOST_KEPT
