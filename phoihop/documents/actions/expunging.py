"""A paper found to bear a stamp of secrecy after it was kept: nothing of it stays.

Law 117/2025 on state secrets: it may not be kept here at all. What is left are rows
without a word of it, so that the person who handed it in is told, and the trail's
account of who did what.
"""

from datetime import date

from django.db import transaction

from phoihop.documents.models import Document, Draft, Reading, ReadingState, ReadText
from phoihop.files import actions as files
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.trail import actions as trail
from phoihop.trail.actions import record
from phoihop.trail.models import Entry

CLASSIFIED = "file.classified"
TITLE = "Văn bản đã bị bỏ"
# A reading that was confirmed has become a plan: people take that back themselves.
OPEN = (ReadingState.ASKED, ReadingState.READY, ReadingState.SET_ASIDE)


@transaction.atomic
def expunge(*, reading: Reading, by: Actor, on: date) -> Document:
    """Drop the bytes, the names, the sum, the texts and drafts of a paper for good.

    Runs inside the one ``run.storing()`` of the job that found the stamp.
    """
    require(by, Permission.FILE_RECEIVE, scope=reading.scope)
    document: Document = reading.document
    written = _entries(document)
    file = files.expunge(file=document.file, by=by, on=on)
    document.change(seen=document.version, title=TITLE, sha256=file.sha256)
    failed = [_emptied(one) for one in document.readings.filter(state__in=OPEN)]
    record(
        by=by,
        scope=reading.scope,
        did="document.expunged",
        on=document,
        after={"code": CLASSIFIED},
        also=failed,
    )
    past = Document.history.objects.filter(id=document.pk)
    past.update(title=TITLE, sha256=file.sha256)
    trail.erase(seqs=written, scope=reading.scope, by=by, because=CLASSIFIED)
    return document


def _emptied(reading: Reading) -> Reading:
    """Without its text and drafts; it says why."""
    drafts = Draft.objects.filter(reading=reading)
    Draft.history.objects.filter(
        id__in=list(drafts.values_list("pk", flat=True))
    ).delete()
    drafts.delete()
    ReadText.objects.filter(reading=reading).delete()
    reading.change(seen=reading.version, state=ReadingState.FAILED, fault=CLASSIFIED)
    return reading


def _entries(document: Document) -> list[int]:
    """What the trail has written of it so far; its names may stand there."""
    rows = {
        "document": [document.pk],
        "storedfile": [document.file_id],
        "reading": list(document.readings.values_list("pk", flat=True)),
        "draft": list(
            Draft.objects.filter(reading__document=document).values_list(
                "pk", flat=True
            )
        ),
    }
    found: list[int] = []
    for kind, numbers in rows.items():
        entries = Entry.objects.filter(kind=kind, object_id__in=numbers)
        found += entries.values_list("seq", flat=True)
    return found
