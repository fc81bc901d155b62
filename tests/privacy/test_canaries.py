"""C36: what was refused rests nowhere, not in a byte of any file of the installation.

A hundred canaries are sent to the real server in texts, files and names that must not
be kept. Then everything is read that the installation has written: database, its
write-ahead log, files, logs, the head of the trail, sessions, jobs, the outbox.
"""

from collections.abc import Iterable
from pathlib import Path

import pytest
from django.db import connection
from django.urls import reverse

from tests import factories
from tests.factories import World
from tests.hostile.papers import docx, html, pdf
from tests.kills.installation import Installation, installed
from tests.kills.officer import Form, Officer
from tests.own_database import OwnDatabase
from tests.sheets import body, workbook
from tests.witness import dump

pytestmark = pytest.mark.anywhere

EACH = 10
PHONE = "0912 345 678"


def canary(kind: str, number: int) -> str:
    """A word that stands nowhere else."""
    return f"chimbao{kind}{number:02d}zq"


def held_back(world: World) -> Iterable[tuple[str, Form]]:
    """Forms of ten kinds whose canary must not be kept, with who sends them."""
    task = reverse("task_create", kwargs={"pk": world.plan.pk})
    lead = str(world.bodies["so"].pk)
    receive, sheets = reverse("file_receive"), reverse("body_list_receive")
    ban = world.bodies["ban"].pk
    for number in range(EACH):
        one = canary("text", number)
        text = f"Liên hệ {one} theo số {PHONE}"
        yield "lan", Form(task, {"text": text, "lead": lead, "due_date": ""}, one)
        one = canary("name", number)
        text = f"Giao ông Trần Văn Bền việc {one}"
        yield "lan", Form(task, {"text": text, "lead": lead, "due_date": ""}, one)
        # A field that is wrong beside one that is right: nothing of either is kept.
        one = canary("wrong", number)
        fields = {"text": f"Việc {one}", "lead": lead, "due_date": "31/02/2026"}
        yield "lan", Form(task, fields, one)
        one = canary("alias", number)
        alias = reverse("organisation_alias", kwargs={"pk": ban})
        yield "quang", Form(alias, {"text": f"Ban {one}, gọi {PHONE}"}, one)
        one = canary("purpose", number)
        purpose = {"purpose": f"Kiểm tra {one} theo đơn của bà Lê Thị Thắm, {PHONE}"}
        yield "thu", Form(reverse("trail_export"), purpose, one)
        one = canary("stamp", number)
        stamped = f"TUYỆT MẬT\nBáo cáo {one}\n".encode()
        yield "lan", Form(receive, {}, one, ("bao-cao.txt", stamped))
        one = canary("word", number)
        paper = docx(f"<w:p><w:r><w:t>TỐI MẬT</w:t></w:r></w:p>{_said(one)}")
        yield "lan", Form(receive, {}, one, ("cong-van.docx", paper))
        one = canary("page", number)
        page = html(f"<table><tr><td>MẬT</td></tr></table><p>{one}</p>")
        yield "lan", Form(receive, {}, one, ("trang.html", page))
        one = canary("file", number)
        named = (f"{one} {PHONE}.pdf", pdf())
        yield "lan", Form(receive, {"declared": "on"}, one, named)
        one = canary("cell", number)
        listed = workbook([body(f"Sở {one}, gọi {PHONE}")])
        yield "hanh", Form(sheets, {}, one, ("danh-sach.xlsx", listed))


def _said(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_what_was_refused_rests_nowhere(
    own_database: OwnDatabase, tmp_path: Path
) -> None:
    world = factories.found()
    with installed(own_database, tmp_path / "site") as place:
        place.start("serve", "worker")
        senders = {who: _sender(place, who) for who in ("lan", "quang", "thu", "hanh")}
        sent = list(held_back(world))
        for who, form in sent:
            status, answer = senders[who].send(form)
            # A list of bodies is taken; only its line is not.
            wanted = 302 if who == "hanh" else 422
            assert status == wanted, (form.mark, answer[-2000:])
        kept = canary("kept", 0)
        accepted = Form(
            reverse("task_create", kwargs={"pk": world.plan.pk}),
            {
                "text": f"Việc {kept}",
                "lead": str(world.bodies["so"].pk),
                "due_date": "",
            },
            kept,
        )
        assert senders["lan"].send(accepted)[0] == 302
        found = _found([form.mark for _who, form in sent], own_database, tmp_path)
        control = _found([kept], own_database, tmp_path)
    print(f"{len(sent)} canaries, {len(found)} found; the control in {control[kept]}")
    assert len(sent) == 10 * EACH
    assert found == {}
    assert control[kept] != []


def _sender(place: Installation, who: str) -> Officer:
    officer = Officer(place.port, who, lambda number: Form("", {}, ""))
    officer.sign_in()
    return officer


def _found(
    canaries: list[str], database: OwnDatabase, folder: Path
) -> dict[str, list[str]]:
    """Where each of the canaries stands, in any of the forms that bytes take."""
    places = {str(path): path.read_bytes() for path in _files(database, folder)}
    # PostgreSQL's own files belong to its server; every row it would give is read.
    places["tables"] = repr(dump()).encode()
    held: dict[str, list[str]] = {}
    for word in canaries:
        forms = (word.encode(), word.encode("utf-16-le"), word.encode().hex().encode())
        where = [name for name, data in places.items() if any(f in data for f in forms)]
        if where:
            held[word] = where
    return held


def _files(database: OwnDatabase, folder: Path) -> Iterable[Path]:
    """Everything that the installation has written, its database among it."""
    if connection.vendor == "sqlite":
        beside = Path(database.name)
        yield from beside.parent.glob(f"{beside.name}*")
    for path in folder.rglob("*"):
        if path.is_file() and "static" not in path.parts:
            yield path


@pytest.mark.pure
def test_the_canaries_are_words_of_their_own() -> None:
    words = [canary(kind, n) for kind in ("text", "name") for n in range(EACH)]
    assert len(set(words)) == len(words)
