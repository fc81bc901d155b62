"""Papers in the states that their pages show: half seen, unclear, not read."""

from typing import Any

from phoihop import clock
from phoihop.documents.actions import desk
from phoihop.documents.models import Document, Draft, DraftState, Reading
from phoihop.reading.findings import Field
from tests.actions.stage import acting
from tests.documents.stage import PLAN, drafts_of, read, received
from tests.factories import World
from tests.hostile.papers import docx
from tests.jobs.stage import worked

CORRECTED = "phối hợp công tác tuyên truyền năm 2026"
# The office with a slip of the pen, a body of no directory, a due that is no day.
UNCLEAR = (
    PLAN.replace("1. Sở Nội vụ tỉnh Lam Khê", "1. Sở Nội vụ tỉnh Lam Khe")
    .replace(
        "phối hợp với Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê",
        "phối hợp với Hội Khuyến học tỉnh",
    )
    .replace("trước ngày 30/6/2026", "trước ngày 31/6/2026")
)


def mixed(world: World) -> Reading:
    """A reading of ban with a draft of each state, the rest still to be seen."""
    reading = read(world, data=f"{PLAN}\n".encode())
    if any(draft.state != DraftState.OPEN for draft in drafts_of(reading)):
        return reading
    with acting(world, "lan") as by:
        told: dict[str, Any] = {"by": by, "on": clock.today()}

        def first(field: Field) -> Draft:
            return drafts_of(reading, field)[0]

        desk.accept(draft=first(Field.NUMBER), seen=1, **told)
        desk.correct(
            draft=first(Field.SUBJECT), seen=1, value={"text": CORRECTED}, **told
        )
        desk.drop(draft=first(Field.REFERENCE), seen=1, **told)
        desk.set_outside(draft=first(Field.TASK), seen=1, outside=True, **told)
        start = PLAN.index("Thường trực Tỉnh ủy")
        desk.add(
            reading=reading,
            field=Field.PARTY,
            value={"text": "Thường trực Tỉnh ủy", "organisation": None},
            start=start,
            end=start + len("Thường trực Tỉnh ủy"),
            **told,
        )
    return reading


def unclear(world: World) -> Reading:
    """A reading with bodies that nobody is sure of yet, and a day that is none."""
    return read(world, data=UNCLEAR.encode())


def _scan() -> bytes:
    """A paper that is a picture, in Word: no page of it can be drawn here."""
    return docx("<w:p/>", more={"word/media/image1.png": b"\x89PNG"})


def failed(world: World) -> Document:
    """A scan, taken on a person's word; the machine could not read it."""
    document = received(world, data=_scan(), name="ban-quet.docx", declared=True)
    worked()
    return document
