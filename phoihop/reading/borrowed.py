"""The keeper and its children, seen from the process that asks them for words.

``Keeper`` starts one and borrows children from it; ``Child.ask`` sends a paper to one
and hears what it says. Nothing here knows what the words mean.
"""

import json
import select
import socket
import struct
import subprocess
import sys
import time
from dataclasses import asdict

from phoihop.reading.confinement import Limits
from phoihop.reading.wire import (
    ANSWER,
    LITTLE_BYTES,
    MESSAGE_BYTES,
    MUCH_BYTES,
    REQUEST,
    STATUS,
)
from phoihop.refusals import Refused

START_SECONDS = 30.0
STARTED = "phoihop.reading.child"


class KeeperGone(Exception):
    """The keeper ended, or never came up; a new one may be started."""


class NotTaken(Exception):
    """The child ended while it waited for another paper, so that no paper did it."""


class Ended(Exception):
    """The child ended without a whole answer: how, or that it was ended for time."""

    def __init__(self, status: int, *, late: bool = False) -> None:
        """A wait status, 0 where it is not known."""
        super().__init__(status)
        self.status = status
        self.late = late


class Child:
    """A child borrowed from a keeper, until one side ends it."""

    def __init__(self, keeper: "Keeper", *, again: bool) -> None:
        """``again``: it may be asked more than once."""
        self.keeper = keeper
        self.born = time.monotonic()
        self.papers = 0
        self.stays = again
        self.channel, theirs = socket.socketpair()
        self.lease, given = socket.socketpair()
        # A little paper costs one call to send and one to hear: the wait is the call's.
        wait = struct.pack("ll", *divmod(int(keeper.limits.wall_seconds * 1e6), 10**6))
        self.channel.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, wait)
        self._poll = select.poll()
        self._poll.register(self.channel, select.POLLIN)
        with theirs, given:
            message = json.dumps({"again": again}).encode()
            handles = [theirs.fileno(), given.fileno()]
            try:
                socket.send_fds(keeper.control, [message], handles)
            except OSError as error:
                self.end()
                raise KeeperGone from error

    def is_worn(self) -> bool:
        """Whether it has served enough, by our own count and not by its word."""
        limits = self.keeper.limits
        return (
            not self.stays
            or self.papers >= limits.life_papers
            or time.monotonic() - self.born >= limits.life_seconds
        )

    def end(self) -> None:
        """The keeper sees the lease shut and ends the child, whatever it is at."""
        self.channel.close()
        self.lease.close()

    def ask(self, words: bytes, paper: bytes) -> bytes:
        """What it says of a paper.

        Raises NotTaken, Ended, KeeperGone; Refused where it would say too much. After
        any of them it is not asked again.
        """
        self.papers += 1
        until = time.monotonic() + self.keeper.limits.wall_seconds
        try:
            self._send(words, paper, until)
            return self._hear(until)
        except BaseException:
            self.stays = False
            raise

    def _send(self, words: bytes, paper: bytes, until: float) -> None:
        is_little = len(paper) < LITTLE_BYTES
        head = REQUEST.pack(len(words), len(paper)) + words
        for piece in (head + paper,) if is_little else (head, paper):
            left = memoryview(piece)
            while left:
                try:
                    left = left[self.channel.send(left, socket.MSG_DONTWAIT) :]
                except BlockingIOError:
                    self._wait(until, select.POLLOUT)
                except OSError as error:
                    if self.papers > 1:
                        raise NotTaken from error
                    raise Ended(self._how()) from error

    def _hear(self, until: float) -> bytes:
        """The answer, and not a byte more."""
        heard = self._next(LITTLE_BYTES)
        while len(heard) < ANSWER.size:
            self._wait(until, select.POLLIN)
            heard += self._next(LITTLE_BYTES)
        length, stays = ANSWER.unpack_from(heard)
        if length > self.keeper.limits.answer_bytes:
            raise Refused("file.text_too_long", field="file")
        pieces, left = [heard[ANSWER.size :]], ANSWER.size + length - len(heard)
        while left > 0:
            self._wait(until, select.POLLIN)
            piece = self._next(MUCH_BYTES)
            pieces.append(piece)
            left -= len(piece)
        if left < 0:
            # It says more than it was asked, and might say it to the next.
            raise Ended(0)
        self.stays = bool(self.stays and stays)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def _next(self, most: int) -> bytes:
        """Bytes as soon as some are there; Ended where no more will come."""
        try:
            piece = self.channel.recv(most)
        except BlockingIOError:
            raise self._ended_late() from None
        except ConnectionResetError:
            piece = b""
        if not piece:
            raise Ended(self._how())
        return piece

    def _wait(self, until: float, what: int) -> None:
        """Until the channel is ready; the child is ended where it is late."""
        left = until - time.monotonic()
        self._poll.modify(self.channel, what)
        if left <= 0 or not self._poll.poll(left * 1000):
            raise self._ended_late()

    def _ended_late(self) -> Ended:
        self.lease.shutdown(socket.SHUT_WR)
        self._how()
        return Ended(0, late=True)

    def _how(self) -> int:
        """How it ended, as its keeper tells; an unknown fault where it ended well."""
        self.lease.settimeout(self.keeper.limits.grace_seconds)
        try:
            told = self.lease.recv(STATUS.size)
        except TimeoutError:
            # It hangs; no child of it goes on.
            self.keeper.process.kill()
            return 1
        except OSError as error:
            raise KeeperGone from error
        if len(told) < STATUS.size:
            raise KeeperGone
        return int(STATUS.unpack(told)[0]) or 1


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

    def disown(self) -> None:
        """In a process that was forked: it is not ours to wait for."""
        self.control.close()
        self.process.returncode = 0
