"""Files sent to the real server by one who is signed in, and what became of it."""

import http.client
import re
from contextlib import suppress
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from uuid import uuid4

from phoihop.sentences import SENTENCES
from tests.kills.installation import Installation
from tests.kills.officer import Form, Officer

RECEIVE = "/tep/nhan/"


@dataclass(frozen=True)
class Said:
    """The answer to one file: its status, and the refusal that the page shows."""

    status: int
    code: str


def someone(place: Installation, who: str = "lan") -> Officer:
    """One of the cast at a browser of the served house."""
    officer = Officer(place.port, who, lambda number: Form(RECEIVE, {}, ""))
    officer.sign_in()
    return officer


def send(officer: Officer, name: str, data: bytes) -> Said:
    """Hand in one file; a server that has heard enough answers before the end."""
    plain = re.sub(r'["\r\n\\]', "_", name)
    fields = {"idempotency_key": str(uuid4())}
    kind, body = Form(RECEIVE, fields, "", (plain, data)).body()
    headers = {"Content-Type": kind, "Cookie": officer.cookie}
    line = http.client.HTTPConnection("127.0.0.1", officer.port, timeout=90)
    try:
        with suppress(BrokenPipeError, ConnectionResetError):
            line.request("POST", RECEIVE, body, headers)
        answer = line.getresponse()
        page = answer.read().decode("utf-8", "replace")
    finally:
        line.close()
    return Said(answer.status, refusal_on(page))


def refusal_on(page: str) -> str:
    """The code of the refusal whose sentence stands on the page; empty if none does."""
    text = " ".join(unescape(page).split())
    # The longest first: one sentence may begin as another does.
    for code in sorted(SENTENCES, key=lambda c: -len(str(SENTENCES[c]))):
        sought = re.escape(" ".join(str(SENTENCES[code]).split()))
        if re.search(re.sub(r"%\\?\(\w+\\?\)s", ".{0,40}", sought), text):
            return code
    return "form.empty" if "Tệp này không có nội dung." in text else ""


def children_of(pid: int) -> dict[int, str]:
    """The processes that a process has started: number and command line."""
    found = {}
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            text = status.read_text(encoding="utf-8", errors="replace")
            line = (status.parent / "cmdline").read_bytes().replace(b"\0", b" ")
        except (FileNotFoundError, ProcessLookupError):
            continue  # It has ended meanwhile.
        if f"\nPPid:\t{pid}\n" in text:
            found[int(status.parent.name)] = line.decode("utf-8", "replace")
    return found


def web_workers(place: Installation) -> set[int]:
    """The processes that answer: the children of the server."""
    started = children_of(place.running["serve"].pid)
    return {pid for pid, line in started.items() if "resource_tracker" not in line}


def memory(pid: int) -> int:
    """Resident kilobytes."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    found = re.search(r"^VmRSS:\s+(\d+)", status, re.MULTILINE)
    assert found is not None
    return int(found.group(1))


def every_byte(folder: Path) -> dict[Path, bytes]:
    """All that an installation has on its disk, its static files aside."""
    return {
        path: path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "static" not in path.parts
    }
