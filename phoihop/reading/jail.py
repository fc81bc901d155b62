"""Reading a file of a stranger without being harmed by it.

``extract`` hands the bytes to a child of a keeper process (``reading.child``), which
has limits, no rights, no files and no network, and takes words back. Nothing touches
the disk. The keeper starts with the first file; a process that was forked starts its
own. The parsers are never imported here: the web server stays as small as it was.

**Who is served by one child after another**: papers of one body, named by the caller,
that Python reads without a parser in C (``kinds.PLAIN``). Every other paper has a child
of its own, which ends with it; so does one that is refused, fails, or takes too much.
Decision 0014 says why.
"""

import atexit
import json
import os
import re
import signal
import threading
from base64 import b64decode
from collections.abc import Callable, Mapping
from functools import cache
from typing import TypeVar

from phoihop.reading import caps, kinds
from phoihop.reading.borrowed import Child, Ended, Keeper, KeeperGone, NotTaken
from phoihop.reading.confinement import Limits
from phoihop.reading.extracted import Extracted, NotExtracted, from_plain
from phoihop.reading.page_view import PageWords, picture_from_plain, words_from_plain
from phoihop.refusals import Refused

AT_ONCE = 2
MOST_WAITING = 16
PATIENCE_SECONDS = 30.0
# With a keeper of ours that ended, and with the next.
ATTEMPTS = 2
# Children that wait for another paper of their body; beyond, the oldest ends.
MOST_KEPT = 4
T = TypeVar("T")
CODE = re.compile(r"file\.[a-z0-9_]+")


class Jail:
    """A keeper when one is needed, a limit on how many files are read at once."""

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        at_once: int = AT_ONCE,
        most_waiting: int = MOST_WAITING,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        """Nothing is started yet."""
        self.limits = limits or Limits()
        self.at_once = at_once
        self.most_waiting = most_waiting
        self.patience = patience
        self._keeper: Keeper | None = None
        # Children borrowed at this moment, and those of them that wait, oldest first,
        # with the body whose papers they have seen.
        self._borrowed: set[Child] = set()
        self._kept: list[tuple[int, Child]] = []
        self._begin_anew()
        # A fork has the handles and not the threads: it gets a jail of its own.
        os.register_at_fork(after_in_child=self._after_fork)
        atexit.register(self.close)

    def _begin_anew(self) -> None:
        self._lock = threading.Lock()
        self._freed = threading.Condition(self._lock)
        self._seats = self.at_once
        self._waiting = 0

    def _after_fork(self) -> None:
        for child in self._borrowed:
            child.end()
        self._borrowed.clear()
        self._kept.clear()
        if self._keeper is not None:
            self._keeper.disown()
            self._keeper = None
        self._begin_anew()

    def close(self) -> None:
        """End the keeper, if there is one, and with it all children."""
        with self._lock:
            kept, self._kept = self._kept, []
            if self._keeper is not None:
                self._keeper.end()
                self._keeper = None
        for _, child in kept:
            self._give_back(child)

    def protections(self) -> dict[str, bool]:
        """Which walls stand on this machine, by name."""
        return dict(self._running().walls)

    @property
    def keeper_pid(self) -> int:
        """The process number of the keeper, started if it is not there."""
        return self._running().process.pid

    def _running(self) -> Keeper:
        """The keeper; a new one where it has ended."""
        with self._lock:
            if self._keeper is not None and self._keeper.process.poll() is not None:
                self._keeper.end()
                self._keeper = None
            if self._keeper is None:
                self._keeper = Keeper(self.limits)
            return self._keeper

    def _enter(self, body: int | None) -> Child | None:
        """Wait for a seat, as long as the queue and patience allow.

        A child that has served this body and no other comes with it, if one waits.
        """
        with self._lock:
            if not self._seats:
                self._wait()
            self._seats -= 1
            return self._take(body) if self._kept else None

    def _wait(self) -> None:
        if self._waiting >= self.most_waiting:
            raise Refused("file.busy", field="file")
        self._waiting += 1
        try:
            if not self._freed.wait_for(lambda: self._seats, timeout=self.patience):
                raise Refused("file.busy", field="file")
        finally:
            self._waiting -= 1

    def _take(self, body: int | None) -> Child | None:
        for pair in self._kept[::-1]:
            if pair[1].is_worn():
                self._kept.remove(pair)
                self._give_back(pair[1])
            elif pair[0] == body:
                self._kept.remove(pair)
                return pair[1]
        return None

    def _leave(self, body: int | None, child: Child | None) -> None:
        """The seat is free; the child waits for more of its body, or ends."""
        with self._lock:
            self._seats += 1
            if self._waiting:
                self._freed.notify()
            if child is None:
                return
            if body is not None and not child.is_worn():
                self._kept.append((body, child))
                child = self._kept.pop(0)[1] if len(self._kept) > MOST_KEPT else None
        if child is not None:
            self._give_back(child)

    def extract(self, data: bytes, *, name: str, body: int | None = None) -> Extracted:
        """The text of a file, or Refused with the reason why there is none.

        ``body``: whose paper it is; without it, its child reads nothing else.
        """
        _hold_size(data)
        ending = kinds.ending_of(name)
        if ending not in kinds.PLAIN:
            body = None
        answer = self._asked(_to_read(ending), data, body)
        return _of_answer(answer, "extracted", from_plain)

    def attached(self, data: bytes) -> list[tuple[str, bytes]]:
        """(ending, bytes) of the files on an e-mail, or Refused; see ``sources.mail``.

        Nothing is said of the mail itself.
        """
        _hold_size(data)
        answer = self.run(data, {"errand": "attached", "ending": "eml"})
        return _of_answer(answer, "attached", _files)

    def page_words(self, data: bytes, *, page: int) -> PageWords:
        """The text of a page of a .pdf, and where each of its words is seen."""
        answer = self.run(data, {"errand": "words", "ending": "pdf", "page": page})
        return _of_answer(answer, "words", words_from_plain)

    def picture(self, data: bytes, *, page: int) -> bytes:
        """A page of a .pdf as a .png, drawn anew; empty if there is no such page."""
        answer = self.run(data, {"errand": "picture", "ending": "pdf", "page": page})
        return _of_answer(answer, "picture", picture_from_plain)

    def run(self, data: bytes, words: Mapping[str, object]) -> bytes:
        """The answer to another errand (``reading.errands``), as JSON not yet judged.

        Always by a child of its own. Refused where it ends without an answer.
        """
        return self._asked(json.dumps(dict(words)).encode(), data, None)

    def _asked(self, words: bytes, data: bytes, body: int | None) -> bytes:
        """Ask a child; once more where its keeper ended meanwhile: no file's doing.

        A child cannot reach its keeper, so that a second attempt is safe. One that
        ended while it waited is no attempt.
        """
        child = self._enter(body)
        attempts = 1 if child is None else 0
        try:
            while True:
                try:
                    if child is None:
                        child = self._borrow(again=body is not None)
                    return child.ask(words, data)
                except (KeeperGone, NotTaken) as gone:
                    if child is not None:
                        self._lose(child, with_keeper=isinstance(gone, KeeperGone))
                        child = None
                    if attempts == ATTEMPTS:
                        raise Refused("file.reader_ended", field="file") from None
                    attempts += 1
        except Ended as ended:
            raise _of_ending(ended) from None
        finally:
            self._leave(body, child)

    def _borrow(self, *, again: bool) -> Child:
        keeper = self._running()
        try:
            child = Child(keeper, again=again)
        except KeeperGone:
            self._forget(keeper)
            raise
        self._borrowed.add(child)
        return child

    def _give_back(self, child: Child) -> None:
        self._borrowed.discard(child)
        child.end()

    def _lose(self, child: Child, *, with_keeper: bool) -> None:
        self._give_back(child)
        if with_keeper:
            self._forget(child.keeper)

    def _forget(self, keeper: Keeper) -> None:
        """The next file starts a new keeper, if nobody has meanwhile."""
        with self._lock:
            if keeper is self._keeper:
                keeper.end()
                self._keeper = None


def _hold_size(data: bytes) -> None:
    if not data:
        raise Refused("file.empty", field="file")
    if len(data) > caps.FILE_BYTES:
        raise Refused("file.too_large", field="file", most=caps.FILE_BYTES // caps.MB)


@cache
def _to_read(ending: str) -> bytes:
    """The words that ask for the text of a file; there are a dozen of them."""
    return json.dumps({"errand": "text", "ending": ending}).encode()


def _of_ending(ended: Ended) -> Refused:
    """Why a child ended without an answer."""
    by = os.WTERMSIG(ended.status) if os.WIFSIGNALED(ended.status) else 0
    if ended.late or by == signal.SIGXCPU:
        return Refused("file.slow", field="file")
    if by == signal.SIGKILL:
        # By the kernel: no memory was left.
        return Refused("file.memory", field="file")
    return Refused("file.reader_ended", field="file")


def _of_answer(answer: bytes, said: str, take: Callable[[object], T]) -> T:
    """What a child answers under this word, if it is of the shape that we give it."""
    try:
        plain = json.loads(answer)
        if said in plain:
            return take(plain[said])
        refused, failed = plain.get("refused"), plain.get("failed")
        values = plain.get("values", {})
    except (ValueError, TypeError, AttributeError, RecursionError, NotExtracted):
        refused, failed, values = None, None, {}
    raise _of_refusal(refused, failed, values)


def _files(plain: object) -> list[tuple[str, bytes]]:
    """Files that were on an e-mail, each with an ending that is known."""
    if not isinstance(plain, list):
        raise NotExtracted
    files = [
        (kinds.ending_of(f".{ending}"), b64decode(said, validate=True))
        for ending, said in plain
    ]
    if not all(ending for ending, _ in files):
        raise NotExtracted
    return files


def _of_refusal(refused: object, failed: object, values: object) -> Refused:
    """Why a child gave nothing, in codes of ours; anything else is a broken answer."""
    if isinstance(refused, str) and CODE.fullmatch(refused):
        # Limits and endings of ours only: nothing of a file is in a refusal.
        safe = {
            str(key): value
            for key, value in (values if isinstance(values, dict) else {}).items()
            if isinstance(value, int) or (isinstance(value, str) and len(value) <= 12)
        }
        return Refused(refused, field="file", **safe)
    if failed == "memory":
        return Refused("file.memory", field="file")
    return Refused("file.reader_ended", field="file")


_jail = Jail()


def extract(data: bytes, *, name: str, body: int | None = None) -> Extracted:
    """The text of a file, read by a child that can do nothing else.

    Of ``name`` only the ending is used. ``body`` is the key of the body whose paper it
    is: its child may serve this body again, and never another.
    Refused("file.…", field="file") otherwise.
    """
    return _jail.extract(data, name=name, body=body)


def page_words(data: bytes, *, page: int) -> PageWords:
    """The text of a page of a .pdf and the places of its words, as ``extract`` reads.

    Refused("file.…", field="file") where it cannot be read, or too many wait.
    """
    return _jail.page_words(data, page=page)


def picture(data: bytes, *, page: int) -> bytes:
    """A page of a .pdf as a .png, drawn in the jail; empty if there is no such page."""
    return _jail.picture(data, page=page)


def attached(data: bytes) -> list[tuple[str, bytes]]:
    """(ending, bytes) of the files on an e-mail; nothing of the mail itself.

    Refused("file.…", field="file") where there are none that can be read.
    """
    return _jail.attached(data)


def protections() -> dict[str, bool]:
    """Which walls of the jail stand on this machine, for the operator to see."""
    return _jail.protections()
