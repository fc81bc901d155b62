"""Papers in the year of the province: received, read or not, looked through."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from phoihop import clock
from phoihop.documents import drafts as shapes
from phoihop.documents.actions import desk, expunging, receiving, several
from phoihop.documents.actions import reading as readings
from phoihop.documents.models import Document, Draft, Reading
from phoihop.documents.read_paper import DraftToBe, PaperRead
from phoihop.jobs.reading import whole
from phoihop.organisations.actions import papers
from phoihop.organisations.permissions import Actor
from phoihop.reading.findings import Field
from tests.factories import World
from tests.reading.mails import mail

Acting = Callable[..., AbstractContextManager[Actor]]
TEXT = "Kế hoạch phối hợp năm 2026\nSở Nội vụ chủ trì hội nghị.\n"


def receive_and_look_through(world: World, acting: Acting) -> None:
    """One paper: not read at first, read again, every decision of its desk."""
    with acting("lan") as by:
        on = clock.today()
        examined = papers.examine(
            data=TEXT.encode(), name="ke-hoach-nam.txt", by=by, on=on
        )
        document = receiving.receive(examined=examined, title="", by=by, on=on)
        reading = document.readings.select_related("scope").get()
        readings.fail(reading=reading, code="document.no_text", by=by, on=on)
        job = reading.job_id or 0
        whole().filter(pk=job).update(state="done", finished_at=clock.now())
    with acting("hoa") as by:
        reading = receiving.read_again(document=document, by=by, on=clock.today())
        readings.keep(reading=reading, paper=_read(), by=by, on=clock.today())
    _decide(world, acting, document)
    _receive_by_mail(acting)


def _receive_by_mail(acting: Acting) -> None:
    """Two files on an e-mail; of one, a stamp is found while it is read."""
    with acting("lan") as by:
        on = clock.today()
        letter = mail([("a.txt", b"Ghi nho"), ("b.txt", b"Ke hoach")])
        files = papers.of_mail(data=letter, name="thu.eml", by=by, on=on)
        examined = [
            papers.examine(data=data, name=name, by=by, on=on) for data, name in files
        ]
        first = receiving.receive_several(examined=examined, title="", by=by, on=on)
        reading = first.readings.select_related("scope", "document__file").get()
        expunging.expunge(reading=reading, by=by, on=on)


def _read() -> PaperRead:
    start = TEXT.index("Sở")
    name = {"text": "Sở Nội vụ", "start": start, "end": start + 9, "organisation": None}
    task = {**shapes.blank(Field.TASK, TEXT.split("\n")[1]), "lead": name}
    found = [("type", {"text": "kế hoạch"}), ("subject", {"text": "phối hợp"})]
    found += [("place", {"text": "Lam Khê"}), ("task", task)]
    drafts = tuple(
        DraftToBe(field, value, 0, 8, 90, "header.words") for field, value in found
    )
    return PaperRead(TEXT, drafts)


def _decide(world: World, acting: Acting, document: Document) -> None:
    with acting("lan") as by:
        on = clock.today()
        rows = Reading.objects.select_related("scope", "read_text")
        reading = rows.filter(document=document).latest("pk")
        kind, subject, place, task = (
            Draft.objects.filter(reading=reading)
            .select_related("scope", "reading")
            .order_by("position")
        )
        told: dict[str, Any] = {"by": by, "on": on}
        so = world.bodies["so"].pk
        several.lead_all(reading=reading, body=so, **told)
        several.drop_several(reading=reading, seen={kind.pk: 1}, **told)
        several.accept_several(reading=reading, seen={kind.pk: 2}, **told)
        desk.accept(draft=kind, seen=3, by=by, on=on)
        value = {"text": "phối hợp năm 2026"}
        desk.correct(draft=subject, seen=1, value=value, by=by, on=on)
        desk.drop(draft=place, seen=1, by=by, on=on)
        desk.reopen(draft=place, seen=2, by=by, on=on)
        desk.set_outside(draft=task, seen=2, outside=True, by=by, on=on)
        desk.choose_body(draft=task, seen=3, place="lead", body=so, by=by, on=on)
        desk.add(
            reading=reading,
            field=Field.PARTY,
            value={"text": "Sở Nội vụ", "organisation": so},
            start=None,
            end=None,
            by=by,
            on=on,
        )
        desk.set_aside(reading=reading, seen=2, by=by, on=on)
        desk.take_up(reading=reading, seen=3, by=by, on=on)
