"""What comes of reading a paper: stored whole, or the code of why it was not read.

Both verbs run inside one ``run.storing()`` of the job that read.
"""

from datetime import date

from django.db import transaction

from phoihop.documents.models import (
    LONGEST_TITLE,
    Document,
    Draft,
    Reading,
    ReadingState,
    ReadText,
)
from phoihop.documents.read_paper import DraftToBe, PaperRead
from phoihop.documents.rules import title_of
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.reading.findings import Field
from phoihop.screening.classes import TextClass
from phoihop.screening.gate import against
from phoihop.trail.actions import record


@transaction.atomic
def keep(*, reading: Reading, paper: PaperRead, by: Actor, on: date) -> Reading:
    """Store the text and the drafts; the reading waits for a person from now on."""
    require(by, Permission.FILE_RECEIVE, scope=reading.scope)
    reading.change(seen=reading.version, state=ReadingState.READY)
    ReadText(
        scope=reading.scope,
        reading=reading,
        text=paper.text,
        parts=[list(part) for part in paper.parts],
        remarks=[list(remark) for remark in paper.remarks],
    ).save()
    drafts = [
        _draft(reading, position, draft)
        for position, draft in enumerate(paper.drafts, start=1)
    ]
    named = _named(reading.document, paper)
    record(
        by=by,
        scope=reading.scope,
        did="reading.ready",
        on=reading,
        after={"drafts": len(drafts)},
        also=[*named, *drafts],
    )
    return reading


def _named(document: Document, paper: PaperRead) -> list[Document]:
    """The paper under its own title, where nobody has given it a name yet."""
    title = title_of(
        {Field(one.field): str(one.value.get("text", "")) for one in paper.drafts}
    )
    called = document.title == document.file.name
    if not called or not title or against(title, TextClass.PAPER):
        return []
    cut = (
        title
        if len(title) <= LONGEST_TITLE
        else title[:LONGEST_TITLE].rpartition(" ")[0]
    )
    return [document.change(seen=document.version, title=cut)]


@transaction.atomic
def fail(*, reading: Reading, code: str, by: Actor, on: date) -> Reading:
    """Say why the paper could not be read; the paper and its file stay."""
    require(by, Permission.FILE_RECEIVE, scope=reading.scope)
    reading.change(seen=reading.version, state=ReadingState.FAILED, fault=code)
    record(
        by=by,
        scope=reading.scope,
        did="reading.failed",
        on=reading,
        after={"fault": code},
    )
    return reading


def _draft(reading: Reading, position: int, draft: DraftToBe) -> Draft:
    row = Draft(
        scope=reading.scope,
        reading=reading,
        position=position,
        field=draft.field,
        found=draft.value,
        value=draft.value,
        start=draft.start,
        end=draft.end,
        confidence=draft.confidence,
        because=draft.because,
    )
    row.save()
    return row
