"""A paper that was read, as the tests of what comes after begin with it.

The text is invented: a joint plan of the cast's bodies with three duties.
"""

import hashlib
from typing import Any

from django.db import transaction

from phoihop import clock
from phoihop.documents.models import Document, Draft, DraftState, Reading, ReadText
from phoihop.files import actions as files
from phoihop.files.models import FileKind
from phoihop.organisations.permissions import scoped
from phoihop.reading.findings import Field
from phoihop.trail.actions import record
from tests.factories import World

TEXT = """Số: 12/KH-BTGDV
KẾ HOẠCH
Phối hợp công tác năm 2026
II. NHIỆM VỤ
1. Tuyên truyền
Sở Nội vụ chủ trì, phối hợp với Ban Tuyên giáo và Dân vận cung cấp tài liệu.
2. Hội nghị
Ban Tuyên giáo và Dân vận tổ chức hội nghị trước ngày 30/6/2026.
Ủy ban nhân dân xã Đồng Mây mở chuyên mục trên trang thông tin.
"""
PROVIDE = "Sở Nội vụ chủ trì, phối hợp với Ban Tuyên giáo và Dân vận cung cấp tài liệu."
CONFERENCE = "Ban Tuyên giáo và Dân vận tổ chức hội nghị trước ngày 30/6/2026."
COLUMN = "Ủy ban nhân dân xã Đồng Mây mở chuyên mục trên trang thông tin."


def name(text: str, organisation: int | None) -> dict[str, Any]:
    """A body as a draft names it."""
    return {"text": text, "start": None, "end": None, "organisation": organisation}


def task(text: str, lead: int | None, *supporting: Any, **other: Any) -> dict[str, Any]:
    """The value of a task's draft."""
    due = {"kind": "none", "value": None, "bound": "by", "note": None, "date": None}
    return {
        "text": text,
        "lead": name("đơn vị", lead) if lead else None,
        "lead_words": "",
        "supporting": list(supporting),
        "due": due,
        "clause": ["II", "1"],
        "kind": "assigned",
        "outside": False,
    } | other


def clause(number: str, text: str, *path: str) -> dict[str, Any]:
    """The value of a clause's draft."""
    return {"number": number, "text": text, "level": len(path), "path": list(path)}


def values(world: World) -> list[tuple[Field, str, dict[str, Any]]]:
    """What was found in the text: field, words, value."""
    ban, so, xa = (world.bodies[key].pk for key in ("ban", "so", "xa"))
    by_june = {
        "kind": "date",
        "value": "2026-06-30",
        "bound": "before",
        "note": "trước ngày 30/6/2026",
        "date": None,
    }
    support = name("Ban Tuyên giáo và Dân vận", ban)
    second = ["II", "2"]
    return [
        (Field.NUMBER, "12/KH-BTGDV", {"text": "12/KH-BTGDV"}),
        (Field.CLAUSE, "II. NHIỆM VỤ", clause("II", "NHIỆM VỤ", "II")),
        (Field.CLAUSE, "1. Tuyên truyền", clause("1", "Tuyên truyền", "II", "1")),
        (Field.TASK, PROVIDE, task(PROVIDE, so, support)),
        (Field.CLAUSE, "2. Hội nghị", clause("2", "Hội nghị", "II", "2")),
        (Field.TASK, CONFERENCE, task(CONFERENCE, ban, due=by_june, clause=second)),
        (Field.TASK, COLUMN, task(COLUMN, xa, clause=second)),
    ]


def read(
    world: World,
    *,
    by: str = "lan",
    state: DraftState = DraftState.ACCEPTED,
    found: list[tuple[Field, str, dict[str, Any]]] | None = None,
) -> Reading:
    """A reading of the text on the desk of lan's body, its drafts decided."""
    actor = world.actors[by]
    assert actor.organisation is not None
    desk = actor.organisation.desk
    with scoped(actor), transaction.atomic():
        # The same paper twice on one desk would be one paper.
        data = (TEXT + "\n" * Document.objects.count()).encode()
        file = files.keep(
            data=data,
            name="Kế hoạch.txt",
            kind=FileKind.TXT,
            scope=desk,
            by=actor,
            on=clock.today(),
        )
        document = Document.objects.create(
            scope=desk,
            title="Kế hoạch phối hợp",
            file=file,
            sha256=hashlib.sha256(data).hexdigest(),
        )
        reading: Reading = Reading.objects.create(
            scope=desk, document=document, state=Reading.State.READY
        )
        ReadText.objects.create(scope=desk, reading=reading, text=TEXT)
        drafts = [
            _draft(reading, position, one, state)
            for position, one in enumerate(found or values(world), 1)
        ]
        record(
            by=actor,
            scope=desk,
            did="reading.ready",
            on=reading,
            also=[document, *drafts],
        )
    return reading


def _draft(
    reading: Reading,
    position: int,
    found: tuple[Field, str, dict[str, Any]],
    state: DraftState,
) -> Draft:
    field, words, value = found
    start = TEXT.find(words)
    draft: Draft = Draft.objects.create(
        scope=reading.scope,
        reading=reading,
        position=position,
        field=field,
        found=value,
        value=value,
        start=start if start >= 0 else None,
        end=start + len(words) if start >= 0 else None,
        confidence=90,
        because="test",
        state=state,
    )
    return draft
