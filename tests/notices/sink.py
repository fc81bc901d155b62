"""A mail server for tests, on this machine: keeps what it is given, or misbehaves."""

import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any


@dataclass
class Taken:
    """One letter as it arrived."""

    sender: str
    receivers: list[str]
    raw: bytes

    @property
    def letter(self) -> EmailMessage:
        """The letter, read by its headers."""
        return message_from_bytes(self.raw, policy=default)

    @property
    def text(self) -> str:
        """Its words."""
        return str(self.letter.get_content())


@dataclass
class Sink:
    """What the server has taken, and how it behaves.

    ``says`` puts another answer in place of a command's ("DATA." is the text's);
    ``hangs_up_at`` breaks the line there; ``is_slow`` waits before each answer.
    """

    port: int = 0
    taken: list[Taken] = field(default_factory=list)
    says: dict[str, str] = field(default_factory=dict)
    hangs_up_at: str = ""
    is_slow: float = 0.0


class _Session(socketserver.StreamRequestHandler):
    """One connection, as far as RFC 5321 is needed."""

    server: Any
    sender = ""

    def handle(self) -> None:
        self.receivers: list[str] = []
        self._answer("", "220 sink")
        for line in iter(self.rfile.readline, b""):
            words = line.decode().strip()
            verb = words.split(":")[0].split(" ")[0].upper()
            if verb == "QUIT":
                self._answer(verb, "221 bye")
                return
            if not self._obey(verb, words):
                return

    def _obey(self, verb: str, words: str) -> bool:
        if verb == "MAIL":
            self.sender = words.split("<")[1].split(">", maxsplit=1)[0]
        if verb == "RCPT":
            self.receivers.append(words.split("<")[1].split(">", maxsplit=1)[0])
        if verb != "DATA":
            return self._answer(verb, "250 ok")
        if not self._answer(verb, "354 go on"):
            return False
        if "DATA" in self.server.sink.says:
            return True
        raw = b""
        for line in iter(self.rfile.readline, b".\r\n"):
            raw += line.removeprefix(b".") if line.startswith(b"..") else line
        taken = Taken(self.sender, self.receivers, raw)
        self.receivers = []
        if "DATA." not in self.server.sink.says:
            self.server.sink.taken.append(taken)
        return self._answer("DATA.", "250 taken")

    def _answer(self, verb: str, words: str) -> bool:
        sink: Sink = self.server.sink
        time.sleep(sink.is_slow)
        if sink.hangs_up_at and sink.hangs_up_at == verb:
            return False
        self.wfile.write(f"{sink.says.get(verb, words)}\r\n".encode())
        return True


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    sink: Sink


@contextmanager
def sink() -> Iterator[Sink]:
    """A server that listens until the end of the block."""
    with _Server(("127.0.0.1", 0), _Session) as server:
        server.sink = Sink(port=server.server_address[1])
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield server.sink
        finally:
            server.shutdown()
            thread.join()
