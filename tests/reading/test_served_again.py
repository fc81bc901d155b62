"""A child of the jail may serve a body's plain papers in turn, and only those.

The cast: body 1 and body 2, who must not meet. Who has served whom is told by the
process numbers of the keeper's children.
"""

import json
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from phoihop.reading import confinement, errands, serving
from phoihop.reading import jail as prison
from phoihop.reading.borrowed import Child, Ended
from phoihop.reading.confinement import MB, Limits
from phoihop.reading.jail import Jail
from phoihop.reading.wire import ANSWER, MESSAGE_BYTES, STATUS
from phoihop.refusals import Refused
from tests.hostile.papers import docx, html, pdf, xlsx
from tests.reading.test_jail import a_jail, children_of, wait_until

pytestmark = pytest.mark.pure

WORDS = "Kế hoạch phối hợp năm 2026\n".encode()
TO_READ = json.dumps({"errand": "text", "ending": "txt"}).encode()


def kept(jail: Jail) -> set[int]:
    """The children that wait for more, the spare one aside (it is the youngest)."""
    seen: list[list[int]] = []

    def is_quiet() -> bool:
        # One that is about to end, and the next spare one, come and go meanwhile.
        seen.append(children_of(jail.keeper_pid))
        last = seen[-10:]
        return len(last) == 10 and all(
            one == last[0] and len(one) == len(jail._kept) + 1 for one in last
        )

    wait_until(is_quiet)
    return set(seen[-1][:-1])


def read(jail: Jail, data: bytes = WORDS, body: int | None = 1) -> str:
    """The words of a plain paper of a body."""
    return jail.extract(data, name="a.txt", body=body).parts[0].text


def test_papers_of_one_body_are_read_by_one_child() -> None:
    with a_jail() as jail:
        assert read(jail) == WORDS.decode()
        first = kept(jail)
        assert len(first) == 1
        for number in range(20):
            assert read(jail, f"Việc {number}\n".encode()) == f"Việc {number}\n"
        jail.extract(b"a;b\n", name="a.csv", body=1)
        assert kept(jail) == first


def test_another_body_has_another_child() -> None:
    with a_jail() as jail:
        read(jail, body=1)
        first = kept(jail)
        read(jail, body=2)
        assert len(kept(jail)) == 2
        read(jail, body=1)
        assert kept(jail) > first


def test_a_paper_of_nobody_in_particular_leaves_no_child_behind() -> None:
    with a_jail() as jail:
        read(jail, body=None)
        read(jail, body=None)
        assert kept(jail) == set()


@pytest.mark.parametrize(
    ("name", "make"),
    [("a.docx", docx), ("a.xlsx", xlsx), ("a.pdf", pdf), ("a.html", html)],
)
def test_what_a_parser_in_c_has_seen_ends_with_its_child(
    name: str, make: Callable[[], bytes]
) -> None:
    with a_jail() as jail:
        jail.extract(make(), name=name, body=1)
        assert kept(jail) == set()
        # Nor does it come to the one that waits for the body's plain papers.
        read(jail)
        before = kept(jail)
        jail.extract(make(), name=name, body=1)
        assert kept(jail) == before


def test_the_child_holds_its_asker_to_the_rule() -> None:
    """Should the jail ever send it another paper: it ends instead of reading it."""
    with a_jail() as jail:
        child = Child(jail._running(), again=True)
        words = json.dumps({"errand": "text", "ending": "docx"}).encode()
        with pytest.raises(Ended):
            child.ask(words, docx())
        child.end()


def holds(pid: int, needle: bytes) -> bool:
    """Whether the bytes stand anywhere in the memory of a process."""
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text("ascii").splitlines():
            place, rights, *_ = line.split()
            start, end = (int(at, 16) for at in place.split("-"))
            if rights.startswith("r") and "[v" not in line:
                memory.seek(start)
                if needle in (memory.read(end - start) or b""):
                    return True
    return False


@pytest.mark.skipif(os.geteuid() != 0, reason="Only root may look into a process.")
def test_nothing_of_one_body_is_in_the_child_of_another() -> None:
    """Looked for in the memory itself: what a child taken over could find there."""
    with a_jail() as jail:
        read(jail, b"CANARY-OF-BODY-ONE\n" * 50, body=1)
        (first,) = kept(jail)
        jail.extract(docx(), name="CANARY.docx", body=1)
        read(jail, b"Of body two\n", body=2)
        (second,) = kept(jail) - {first}
        # The control: where it was, it can be found.
        assert holds(first, b"CANARY-OF-BODY-ONE")
        for other in (second, jail.keeper_pid, children_of(jail.keeper_pid)[-1]):
            assert not holds(other, b"CANARY-OF-BODY-ONE")


# --- retirement --------------------------------------------------------------------


def test_after_so_many_papers_another_child_serves() -> None:
    with a_jail(Limits(life_papers=3)) as jail:
        read(jail), read(jail)
        first = kept(jail)
        read(jail)
        assert kept(jail) == set()
        read(jail)
        assert kept(jail).isdisjoint(first)


def test_after_so_many_seconds_another_child_serves() -> None:
    with a_jail(Limits(life_seconds=0.3)) as jail:
        read(jail)
        first = kept(jail)
        time.sleep(0.35)
        read(jail)
        assert kept(jail).isdisjoint(first)


def test_the_keeper_ends_one_that_its_borrower_forgot() -> None:
    limits = Limits(life_seconds=0.2, wall_seconds=0.2, grace_seconds=0.2)
    with a_jail(limits) as jail:
        child = Child(jail._running(), again=True)
        child.ask(TO_READ, WORDS)
        pid = children_of(jail.keeper_pid)[0]
        wait_until(lambda: pid not in children_of(jail.keeper_pid))
        child.end()


def test_a_child_that_has_grown_ends() -> None:
    with a_jail(Limits(life_growth_bytes=4 * MB)) as jail:
        read(jail)
        assert len(kept(jail)) == 1
        read(jail, WORDS * 100_000)
        assert kept(jail) == set()


TABLE = (b"tinh," * 400 + b"\n") * 400
NOT_TEXT = b"a" + b"\x01" * 500


@pytest.mark.parametrize(
    ("limits", "data", "name", "code"),
    [
        (Limits(), NOT_TEXT, "a.txt", "file.text_encoding"),
        (Limits(memory_bytes=90 * MB), TABLE, "a.csv", "file.memory"),
        (Limits(answer_bytes=10_000), WORDS * 1_000, "a.txt", "file.text_too_long"),
    ],
    ids=["refused", "failed", "too much said"],
)
def test_one_whose_paper_went_wrong_in_any_way_ends(
    limits: Limits, data: bytes, name: str, code: str
) -> None:
    with a_jail(limits) as jail:
        read(jail)
        assert len(kept(jail)) == 1
        with pytest.raises(Refused) as caught:
            jail.extract(data, name=name, body=1)
        assert caught.value.code == code
        assert kept(jail) == set()
        assert read(jail) == WORDS.decode()


def test_no_more_than_a_few_wait_at_once() -> None:
    with a_jail() as jail:
        for body in range(prison.MOST_KEPT + 3):
            read(jail, body=body)
        assert len(kept(jail)) == prison.MOST_KEPT


def test_one_that_ended_while_it_waited_costs_no_paper() -> None:
    with a_jail() as jail:
        read(jail)
        (first,) = kept(jail)
        os.kill(first, signal.SIGKILL)
        wait_until(lambda: first not in children_of(jail.keeper_pid))
        assert read(jail) == WORDS.decode()


def test_a_keeper_that_ended_takes_those_that_wait_with_it() -> None:
    with a_jail() as jail:
        read(jail)
        keeper = jail._running()
        os.kill(keeper.process.pid, signal.SIGKILL)
        keeper.process.wait()
        assert read(jail) == WORDS.decode()
        assert jail.keeper_pid != keeper.process.pid


# --- limits of each paper ------------------------------------------------------------


@contextmanager
def served_here(errand: errands.Errand, limits: Limits) -> Iterator[Child]:
    """A child that does another errand under the real limits, without a keeper."""
    mine, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    keeper = SimpleNamespace(limits=limits, control=mine)
    child = Child(cast(Any, keeper), again=True)
    _, handles, *_ = socket.recv_fds(theirs, MESSAGE_BYTES, 2)
    channel, lease = handles
    pid = os.fork()
    if pid == 0:
        child.end()
        errands.ERRANDS["text"] = errand
        try:
            serving.serve(channel, limits, again=True)
        finally:
            os._exit(0)
    os.close(channel)

    def tell() -> None:
        _, ended = os.waitpid(pid, 0)
        with suppress(BrokenPipeError):
            os.write(lease, STATUS.pack(ended))
        os.close(lease)

    teller = threading.Thread(target=tell)
    teller.start()
    try:
        yield child
    finally:
        child.end()
        teller.join()
        mine.close()
        theirs.close()


def burn(paper: bytes, words: errands.Words) -> errands.Words:
    """As many seconds of the processor as the paper says."""
    until = time.process_time() + float(paper)
    while time.process_time() < until:
        pass
    return {"burnt": float(paper)}


def test_each_paper_has_the_time_of_the_processor_for_itself() -> None:
    """Two papers together use more than one may; the third alone is stopped."""
    with served_here(burn, Limits(cpu_seconds=2)) as child:
        assert json.loads(child.ask(TO_READ, b"1.1")) == {"burnt": 1.1}
        assert json.loads(child.ask(TO_READ, b"1.1")) == {"burnt": 1.1}
        began = time.monotonic()
        with pytest.raises(Ended) as ended:
            child.ask(TO_READ, b"60")
        assert os.WTERMSIG(ended.value.status) == signal.SIGXCPU
        assert time.monotonic() - began < 20


def test_no_child_uses_more_than_three_papers_may_whatever_it_says() -> None:
    """The hard limit stands since before the first: it cannot be raised."""
    limits = Limits(cpu_seconds=2)
    assert limits.life_cpu_seconds == 6
    said = confinement.allow_cpu(4, limits, again=True)
    assert said is False


def test_a_paper_that_takes_too_long_is_late_for_the_second_as_well() -> None:
    def wait(paper: bytes, words: errands.Words) -> errands.Words:
        time.sleep(float(paper))
        return {}

    with served_here(wait, Limits(wall_seconds=0.4, grace_seconds=0.1)) as child:
        keeper = cast(Any, child.keeper)
        keeper.process = SimpleNamespace(kill=lambda: None)
        child.ask(TO_READ, b"0.25")
        child.ask(TO_READ, b"0.25")
        with pytest.raises(Ended) as ended:
            child.ask(TO_READ, b"1.5")
        assert ended.value.late


@pytest.mark.parametrize(
    "said",
    [
        ANSWER.pack(2, 1) + b"{}" + ANSWER.pack(2, 1) + b"{}",
        ANSWER.pack(2, 1) + b"{} ",
    ],
    ids=["an answer to the next", "a byte more"],
)
def test_one_that_answers_what_was_not_asked_is_not_asked_again(said: bytes) -> None:
    """One that was taken over might put words into the next paper's mouth."""
    mine, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with mine, theirs:
        keeper = SimpleNamespace(limits=Limits(), control=mine)
        child = Child(cast(Any, keeper), again=True)
        _, (channel, lease), *_ = socket.recv_fds(theirs, MESSAGE_BYTES, 2)
        os.write(channel, said)
        os.write(lease, STATUS.pack(0))
        with pytest.raises(Ended):
            child.ask(TO_READ, WORDS)
        assert child.is_worn()
        child.end()
        os.close(channel)
        os.close(lease)
