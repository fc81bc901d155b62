"""Reading a file of a stranger without being harmed by it.

``extract`` hands the bytes to a child of a keeper process (``reading.child``), which
has limits, no rights, no files and no network, and takes words back. Nothing touches
the disk. The keeper starts with the first file; a process that was forked starts its
own. The parsers are never imported here: the web server stays as small as it was.
"""

import atexit
import json
import os
import re
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict

from phoihop.reading import caps, kinds
from phoihop.reading.confinement import Limits
from phoihop.reading.extracted import Extracted, NotExtracted, from_plain
from phoihop.reading.wire import LENGTH, MAIL, MESSAGE_BYTES, STATUS
from phoihop.refusals import Refused

AT_ONCE = 2
MOST_WAITING = 16
PATIENCE_SECONDS = 30.0
START_SECONDS = 30.0
# Beyond the keeper's own clock: then the keeper itself hangs, and is ended.
GRACE_SECONDS = 5.0
CODE = re.compile(r"file\.[a-z0-9_]+")
STARTED = "phoihop.reading.child"


class KeeperGone(Exception):
    """The keeper ended, or never came up; a new one may be started."""


class Keeper:
    """A running keeper, seen from the process that started it."""

    def __init__(self, limits: Limits) -> None:
        """Start one and wait until its walls stand."""
        self.limits = limits
        mine, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            handle = theirs.fileno()
            words = [str(handle), json.dumps(asdict(limits))]
            # No shell, nothing of a file among its words, an empty environment: no
            # secret and no address of a database can be read in it.
            self.process = subprocess.Popen(  # noqa: S603 - see above
                [sys.executable, "-I", "-m", STARTED, *words],
                env={},
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(handle,),
                start_new_session=True,
            )
        self.control = mine
        mine.settimeout(START_SECONDS)
        try:
            self.walls: dict[str, bool] = json.loads(mine.recv(MESSAGE_BYTES))
        except (OSError, ValueError) as error:
            self.end()
            raise KeeperGone from error
        mine.settimeout(None)

    def end(self) -> None:
        """Children end with their keeper."""
        self.control.close()
        self.process.kill()
        self.process.wait()

    def ask(self, data: bytes, ending: str) -> tuple[bytes, int, bool]:
        """(the answer, how the child ended, whether it was ended for being late)."""
        opened: list[int] = []
        try:
            paper = os.memfd_create("paper", os.MFD_CLOEXEC)
            opened.append(paper)
            _write_all(paper, data)
            answer, answer_in = os.pipe()
            opened += [answer, answer_in]
            status, status_in = os.pipe()
            opened += [status, status_in]
            message = json.dumps({"ending": ending}).encode()
            given = [paper, answer_in, status_in]
            try:
                socket.send_fds(self.control, [message], given)
            except OSError as error:
                raise KeeperGone from error
            for handle in given:
                opened.remove(handle)
                os.close(handle)
            return self._hear(answer, status)
        finally:
            for handle in opened:
                os.close(handle)

    def _hear(self, answer: int, status: int) -> tuple[bytes, int, bool]:
        """Take in the answer until the keeper tells that the child has ended."""
        until = time.monotonic() + self.limits.wall_seconds + GRACE_SECONDS
        os.set_blocking(answer, False)
        heard = bytearray()
        poll = select.poll()
        poll.register(answer, select.POLLIN)
        poll.register(status, select.POLLIN)
        while (left := until - time.monotonic()) > 0:
            ready = dict(poll.poll(left * 1000))
            told = os.read(status, STATUS.size) if status in ready else None
            # What a child wrote before it ended is there when its end is told.
            while _take_in(answer, heard):
                self._refuse_long(heard)
            if _is_whole(heard):
                return bytes(heard[LENGTH.size :]), 0, False
            if told is not None:
                if len(told) < STATUS.size:
                    raise KeeperGone
                ended, late = STATUS.unpack(told)
                return b"", ended or 1, bool(late)
            if ready.get(answer, 0) & (select.POLLHUP | select.POLLERR):
                poll.unregister(answer)
        self.process.kill()
        return b"", 0, True

    def _refuse_long(self, heard: bytearray) -> None:
        if len(heard) > self.limits.answer_bytes:
            raise Refused("file.text_too_long", field="file")


def _is_whole(heard: bytearray) -> bool:
    """Whether all of an answer has come, and not a byte more."""
    if len(heard) < LENGTH.size:
        return False
    return bool(LENGTH.unpack_from(heard)[0] == len(heard) - LENGTH.size)


def _take_in(handle: int, heard: bytearray) -> bool:
    """Read what is there; whether more may be there already."""
    try:
        piece = os.read(handle, 1 << 20)
    except BlockingIOError:
        return False
    heard += piece
    return bool(piece)


def _write_all(handle: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]


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
        self._begin_anew()
        # A fork has the handles and not the threads: it gets a jail of its own.
        os.register_at_fork(after_in_child=self._after_fork)
        atexit.register(self.close)

    def _begin_anew(self) -> None:
        self._lock = threading.Lock()
        self._free = threading.Semaphore(self.at_once)
        self._waiting = 0

    def _after_fork(self) -> None:
        if self._keeper is not None:
            self._keeper.control.close()
            # Not ours to wait for.
            self._keeper.process.returncode = 0
            self._keeper = None
        self._begin_anew()

    def close(self) -> None:
        """End the keeper, if there is one."""
        with self._lock:
            if self._keeper is not None:
                self._keeper.end()
                self._keeper = None

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

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Wait for a free child, as long as the queue and patience allow."""
        with self._lock:
            if self._waiting >= self.most_waiting + self.at_once:
                raise Refused("file.busy", field="file")
            self._waiting += 1
        try:
            if not self._free.acquire(timeout=self.patience):
                raise Refused("file.busy", field="file")
            try:
                yield
            finally:
                self._free.release()
        finally:
            with self._lock:
                self._waiting -= 1

    def extract(self, data: bytes, *, name: str) -> Extracted:
        """The text of a file, or Refused with the reason why there is none."""
        return _of_answer(self._answered(data, kinds.ending_of(name)))

    def attached(self, data: bytes) -> list[tuple[str, bytes]]:
        """(ending, bytes) of the files on an e-mail, or Refused; see ``sources.mail``.

        Nothing is said of the mail itself.
        """
        return _files_of(self._answered(data, MAIL))

    def _answered(self, data: bytes, ending: str) -> bytes:
        if not data:
            raise Refused("file.empty", field="file")
        if len(data) > caps.FILE_BYTES:
            raise Refused(
                "file.too_large", field="file", most=caps.FILE_BYTES // caps.MB
            )
        with self._turn():
            answer, ended, late = self._asked(data, ending)
        if late:
            raise Refused("file.slow", field="file")
        if ended:
            raise _of_ending(ended)
        return answer

    def _asked(self, data: bytes, ending: str) -> tuple[bytes, int, bool]:
        """Ask the keeper; once more where it ended meanwhile, which is no file's doing.

        A child cannot reach its keeper, so that a second attempt is safe.
        """
        for _ in range(2):
            keeper = None
            try:
                keeper = self._running()
                return keeper.ask(data, ending)
            except KeeperGone:
                self._forget(keeper)
        raise Refused("file.reader_ended", field="file")

    def _forget(self, keeper: Keeper | None) -> None:
        """The next file starts a new keeper, if nobody has meanwhile."""
        with self._lock:
            if keeper is not None and keeper is self._keeper:
                keeper.end()
                self._keeper = None


def _of_ending(ended: int) -> Refused:
    """Why a child ended without an answer, by its wait status."""
    by = os.WTERMSIG(ended) if os.WIFSIGNALED(ended) else 0
    if by == signal.SIGXCPU:
        return Refused("file.slow", field="file")
    if by == signal.SIGKILL:
        # By the kernel: no memory was left.
        return Refused("file.memory", field="file")
    return Refused("file.reader_ended", field="file")


def _of_answer(answer: bytes) -> Extracted:
    """The words of a child, taken only in the shape that the reader gives."""
    try:
        plain = json.loads(answer)
        if "extracted" in plain:
            return from_plain(plain["extracted"])
        refused, failed = plain.get("refused"), plain.get("failed")
        values = plain.get("values", {})
    except (ValueError, TypeError, AttributeError, RecursionError, NotExtracted):
        refused, failed, values = None, None, {}
    raise _of_refusal(refused, failed, values)


def _files_of(answer: bytes) -> list[tuple[str, bytes]]:
    """The files of a child's answer, each with an ending that is known."""
    refused, failed, values = None, None, {}
    try:
        plain = json.loads(answer)
        if "attached" in plain:
            found = [
                (kinds.ending_of(f".{ending}"), b64decode(said, validate=True))
                for ending, said in plain["attached"]
            ]
            if all(ending for ending, _ in found):
                return found
        refused, failed = plain.get("refused"), plain.get("failed")
        values = plain.get("values", {})
    except (ValueError, TypeError, AttributeError, RecursionError):
        refused, failed, values = None, None, {}
    raise _of_refusal(refused, failed, values)


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


def extract(data: bytes, *, name: str) -> Extracted:
    """The text of a file, read by a child that can do nothing else.

    Of ``name`` only the ending is used. Refused("file.…", field="file") otherwise.
    """
    return _jail.extract(data, name=name)


def attached(data: bytes) -> list[tuple[str, bytes]]:
    """(ending, bytes) of the files on an e-mail; nothing of the mail itself.

    Refused("file.…", field="file") where there are none that can be read.
    """
    return _jail.attached(data)


def protections() -> dict[str, bool]:
    """Which walls of the jail stand on this machine, for the operator to see."""
    return _jail.protections()
