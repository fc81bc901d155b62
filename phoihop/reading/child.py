"""The keeper of the jail, a program of its own: ``python -I -m phoihop.reading.child``.

It loads the parsers once, puts up the walls, and forks children, each for one paper or
for some (``reading.serving``). Papers go past it, straight to a child; the keeper lends
the child, watches the clock, ends it, and tells how it ended.
"""

import codecs
import gc
import io
import json
import os
import select
import signal
import socket
import sys
import time
from contextlib import suppress
from dataclasses import dataclass

import pikepdf

from phoihop.reading import confinement, sources
from phoihop.reading.confinement import Limits
from phoihop.reading.serving import be_child
from phoihop.reading.sources import page_pictures
from phoihop.reading.sources.mail import attached
from phoihop.reading.wire import MESSAGE_BYTES, STATUS, write_all

# What an honest mail asks the parser to load: parts, a coded name, coded bytes.
MAIL_SAMPLE = (
    b'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="a"\n\n--a\n'
    b"Content-Disposition: attachment; filename==?utf-8?B?YS50eHQ=?=\n"
    b"Content-Transfer-Encoding: base64\n\nYQ==\n--a\n"
    b"Content-Disposition: attachment; filename*=utf-8''b.txt\n"
    b"Content-Transfer-Encoding: quoted-printable\n\n=61\n--a--\n"
)
ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1258", "cp1252")


@dataclass(slots=True)
class Spare:
    """A child that waits to be lent, and the channel on which it will be told."""

    pid: int
    channel: socket.socket


@dataclass(slots=True)
class Lent:
    """A child at work: where to tell of its end, and when it must have ended."""

    pid: int
    lease: socket.socket
    until: float


class Keeper:
    """Takes requests for children on one socket and lends a child for each."""

    def __init__(self, control: socket.socket, limits: Limits) -> None:
        """Nothing is running yet."""
        self.control = control
        self.limits = limits
        self.spare: Spare | None = None
        # By the handle of their lease, and those of them that are not ended yet.
        self.lent: dict[int, Lent] = {}
        self.at_work: set[int] = set()
        self.woken, self._wake = os.pipe()
        os.set_blocking(self._wake, False)
        os.set_blocking(self.woken, False)
        signal.set_wakeup_fd(self._wake, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        self.poll = select.poll()
        self.poll.register(self.control, select.POLLIN)
        self.poll.register(self.woken, select.POLLIN)

    def keep(self) -> None:
        """Until whoever started the keeper is gone."""
        self._prepare()
        while True:
            ready = dict(self.poll.poll(self._patience()))
            if self.woken in ready:
                os.read(self.woken, MESSAGE_BYTES)
            self._reap()
            for handle in ready.keys() & self.at_work:
                # Whoever borrowed it shut the lease: late, or no longer wanted.
                self._end(handle)
            self._end_late()
            if self.control.fileno() in ready and not self._take():
                break
        if self.spare is not None:
            os.kill(self.spare.pid, signal.SIGKILL)
        for lent in self.lent.values():
            os.kill(lent.pid, signal.SIGKILL)

    def _prepare(self) -> None:
        """The next file finds its child waiting."""
        self.spare = self._fork()

    def _patience(self) -> int | None:
        """Milliseconds until the first child is late."""
        if not self.at_work:
            return None
        first = min(self.lent[handle].until for handle in self.at_work)
        return max(0, int((first - time.monotonic()) * 1000)) + 1

    def _take(self) -> bool:
        """Lend one child; whether one was asked for."""
        message, handles, *_ = socket.recv_fds(self.control, MESSAGE_BYTES, 2)
        if not message:
            return False
        if len(handles) == 2:
            channel, lease = handles
            pid = self._hand_over(message, channel)
            os.close(channel)
            # Whoever borrowed it ends it by its lease when a paper takes too long; this
            # clock is for when that one fails to.
            life = self.limits.life_seconds if json.loads(message)["again"] else 0
            most = life + self.limits.wall_seconds + self.limits.grace_seconds
            until = time.monotonic() + most
            self.lent[lease] = Lent(pid, socket.socket(fileno=lease), until)
            self.at_work.add(lease)
            self.poll.register(lease, select.POLLIN)
            self._prepare()
        return True

    def _hand_over(self, message: bytes, channel: int) -> int:
        while True:
            spare = self.spare if self.spare is not None else self._fork()
            self.spare = None
            try:
                socket.send_fds(spare.channel, [message], [channel])
            except OSError:
                # It was ended while it waited.
                continue
            finally:
                spare.channel.close()
            return spare.pid

    def _fork(self) -> Spare:
        mine, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        keeper = os.getpid()
        pid = os.fork()
        if pid == 0:
            be_child(theirs.detach(), keeper, self.limits)
        theirs.close()
        return Spare(pid, mine)

    def _reap(self) -> None:
        while self.lent or self.spare is not None:
            pid, ended = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                return
            if self.spare is not None and self.spare.pid == pid:
                self.spare.channel.close()
                self.spare = None
                continue
            for handle, lent in list(self.lent.items()):
                if lent.pid == pid:
                    self._tell(handle, ended)

    def _tell(self, handle: int, ended: int) -> None:
        """How the child ended; whoever has all that was wanted waits no more."""
        lent = self.lent.pop(handle)
        if handle in self.at_work:
            self.at_work.remove(handle)
            self.poll.unregister(handle)
        with suppress(OSError), lent.lease:
            lent.lease.send(STATUS.pack(ended))

    def _end(self, handle: int) -> None:
        self.at_work.remove(handle)
        self.poll.unregister(handle)
        os.kill(self.lent[handle].pid, signal.SIGKILL)

    def _end_late(self) -> None:
        now = time.monotonic()
        for handle in list(self.at_work):
            if self.lent[handle].until < now:
                self._end(handle)


def warm_up() -> None:
    """Fetch what the parsers fetch late, while files can still be opened."""
    for encoding in ENCODINGS:
        codecs.lookup(encoding)
        b"".decode(encoding)
    empty = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(empty)
    sources.read(empty.getvalue(), ending="pdf")
    for errand in ("picture", "words"):
        page_pictures.errand(empty.getvalue(), errand, 1)
    sources.read("<p>Phối hợp</p>".encode(), ending="html")
    sources.read("Phối hợp".encode(), ending="csv")
    attached(MAIL_SAMPLE)


def put_up_walls(limits: Limits) -> dict[str, bool]:
    """Everything that holds for the keeper and so for every child; what stands."""
    try:
        with open("/proc/self/oom_score_adj", "w", encoding="ascii") as first:
            first.write("1000")
        ends_first = True
    except OSError:
        ends_first = False
    held = {"ends_first_when_memory_is_short": ends_first}
    held["own_network"] = confinement.leave_network()
    held["no_rights"] = confinement.drop_rights()
    held |= confinement.shut_files()
    held["seccomp"] = confinement.shut_calls(forking=True)
    return held | tried_limits(limits)


def tried_limits(limits: Limits) -> dict[str, bool]:
    """Which limits would hold in a child, tried in one that ends at once."""
    reader, writer = os.pipe()
    if os.fork() == 0:
        try:
            held = confinement.limit(limits)
            write_all(writer, json.dumps(held).encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as told:
        held = json.loads(told.read() or b"{}")
    os.wait()
    return dict(held)


def main(arguments: list[str]) -> None:
    """``child HANDLE LIMITS``: the socket to be asked on, the limits as JSON."""
    control = socket.socket(fileno=int(arguments[0]))
    limits = Limits(**json.loads(arguments[1]))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.chdir("/")
    warm_up()
    walls = put_up_walls(limits)
    gc.collect()
    gc.freeze()
    control.send(json.dumps(walls).encode())
    Keeper(control, limits).keep()


if __name__ == "__main__":
    main(sys.argv[1:])
