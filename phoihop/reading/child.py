"""The keeper of the jail, a program of its own: ``python -I -m phoihop.reading.child``.

It loads the parsers once, puts up the walls, and forks a child for each file. The
file comes as a handle to memory and leaves as words on a pipe; the keeper itself
never looks into either.
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
from base64 import b64encode
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import pikepdf

from phoihop.reading import confinement, sources
from phoihop.reading.confinement import Limits
from phoihop.reading.extracted import as_plain
from phoihop.reading.sources.mail import attached
from phoihop.reading.wire import LENGTH, MAIL, MESSAGE_BYTES, STATUS
from phoihop.refusals import Refused

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
    """A child that waits for its file, and the channel on which it will be given."""

    pid: int
    channel: socket.socket


class Keeper:
    """Takes files in on one socket and gives each to a child of its own."""

    def __init__(self, control: socket.socket, limits: Limits) -> None:
        """Nothing is running yet."""
        self.control = control
        self.limits = limits
        self.spare: Spare | None = None
        # Children at work: where to tell of their end, and when they must have ended.
        self.running: dict[int, tuple[int, float]] = {}
        self.late: set[int] = set()
        self.woken, self._wake = os.pipe()
        os.set_blocking(self._wake, False)
        os.set_blocking(self.woken, False)
        signal.set_wakeup_fd(self._wake, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)

    def keep(self) -> None:
        """Until whoever started the keeper is gone."""
        self._prepare()
        poll = select.poll()
        poll.register(self.control, select.POLLIN)
        poll.register(self.woken, select.POLLIN)
        while True:
            ready = dict(poll.poll(self._patience()))
            if self.woken in ready:
                os.read(self.woken, MESSAGE_BYTES)
            self._reap()
            self._end_late()
            if self.control.fileno() in ready and not self._take():
                break
        if self.spare is not None:
            os.kill(self.spare.pid, signal.SIGKILL)
        for pid in self.running:
            os.kill(pid, signal.SIGKILL)

    def _prepare(self) -> None:
        """The next file finds its child waiting."""
        self.spare = self._fork()

    def _patience(self) -> int | None:
        """Milliseconds until the first child is late."""
        if not self.running:
            return None
        first = min(until for _, until in self.running.values())
        return max(0, int((first - time.monotonic()) * 1000)) + 1

    def _take(self) -> bool:
        """Hand one file to a child; whether there was one."""
        message, handles, *_ = socket.recv_fds(self.control, MESSAGE_BYTES, 3)
        if not message:
            return False
        if len(handles) == 3:
            data, answer, status = handles
            pid = self._hand_over(message, data, answer)
            until = time.monotonic() + self.limits.wall_seconds
            self.running[pid] = (status, until)
            os.close(data)
            os.close(answer)
            self._prepare()
        return True

    def _hand_over(self, message: bytes, data: int, answer: int) -> int:
        while True:
            spare = self.spare if self.spare is not None else self._fork()
            self.spare = None
            try:
                socket.send_fds(spare.channel, [message], [data, answer])
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
        while self.running or self.spare is not None:
            pid, ended = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                return
            if self.spare is not None and self.spare.pid == pid:
                self.spare.channel.close()
                self.spare = None
            elif pid in self.running:
                status, _ = self.running.pop(pid)
                # Whoever has the whole answer waits for it no more.
                with suppress(BrokenPipeError):
                    os.write(status, STATUS.pack(ended, pid in self.late))
                os.close(status)
                self.late.discard(pid)

    def _end_late(self) -> None:
        now = time.monotonic()
        for pid, (_, until) in self.running.items():
            if until < now and pid not in self.late:
                self.late.add(pid)
                os.kill(pid, signal.SIGKILL)


def be_child(channel: int, keeper: int, limits: Limits) -> None:
    """Wait for one file, answer, and end; never returns."""
    try:
        # What the keeper has open is none of the child's business.
        os.closerange(3, channel)
        os.closerange(channel + 1, 65_536)
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        gc.disable()
        confinement.die_with_parent(keeper)
        confinement.limit(limits)
        confinement.shut_calls(forking=False)
        with socket.socket(fileno=channel) as mine:
            message, handles, *_ = socket.recv_fds(mine, MESSAGE_BYTES, 2)
        if len(handles) == 2:
            data, answer = handles
            said = answer_to(message, data)
            write_all(answer, LENGTH.pack(len(said)) + said)
            os._exit(0)
    finally:
        os._exit(1)


def answer_to(message: bytes, data: int) -> bytes:
    """The text of the file, or why there is none, as JSON."""
    try:
        ending = json.loads(message)["ending"]
        paper = read_all(data)
        if ending == MAIL:
            files = [[kind, b64encode(one).decode()] for kind, one in attached(paper)]
            return json.dumps({"attached": files}).encode()
        answer: dict[str, Any] = {
            "extracted": as_plain(sources.read(paper, ending=ending))
        }
        return json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode(
            "utf-8", "replace"
        )
    except Refused as refused:
        answer = {"refused": refused.code, "values": refused.values}
    except MemoryError:
        answer = {"failed": "memory"}
    # Whatever a parser may throw at a hostile file; the text of it stays here.
    except Exception:
        answer = {"failed": "parser"}
    return json.dumps(answer).encode()


def read_all(handle: int) -> bytes:
    """The bytes of a memory file, from its beginning."""
    size = os.fstat(handle).st_size
    with open(handle, "rb", buffering=0, closefd=True) as file:
        file.seek(0)
        pieces = []
        while size > 0 and (piece := file.read(size)):
            pieces.append(piece)
            size -= len(piece)
    return b"".join(pieces)


def write_all(handle: int, data: bytes) -> None:
    """All of ``data`` into a pipe."""
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]


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
