"""A paper is received: its file onto the body's own desk, and a reading asked for."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from phoihop.documents.models import Document, Reading, ReadingState
from phoihop.documents.rules import refuse_no_paper
from phoihop.documents.under_way import is_over
from phoihop.files import actions as files
from phoihop.files.examining import Examined
from phoihop.jobs.actions import enqueue
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.refusals import NotAllowed, Refused
from phoihop.scopes.models import Scope
from phoihop.trail.actions import record

READ = "document.read"
# Of a reading whose job ended without telling it: its asker's role had ended, or the
# machine gave up.
STOPPED = "document.reading_stopped"


@transaction.atomic
def receive(*, examined: Examined, title: str, by: Actor, on: date) -> Document:
    """Keep an examined paper on the body's own desk, and ask for it to be read.

    The same bytes on the same desk are the same paper: it is given back as it is,
    with the readings that it has. Raises ``Refused`` for a sheet without a table of
    tasks, which is no paper.
    """
    desk = by.organisation.desk if by.organisation else None
    require(by, Permission.FILE_RECEIVE, scope=desk)
    if desk is None:  # The operator, whose role has been refused above.
        raise NotAllowed("permission.not_member")
    refuse_no_paper(examined.extracted)
    # Two colleagues with one paper: the second waits, and finds what the first kept.
    Scope.objects.select_for_update(no_key=True).get(pk=desk.pk)
    known = Document.objects.filter(scope=desk, sha256=examined.sha256).first()
    if known is not None:
        found: Document = known
        return found
    file = files.receive(examined=examined, scope=desk, by=by, on=on)
    document = Document(
        scope=desk,
        title=title.strip() or examined.name,
        file=file,
        sha256=examined.sha256,
    )
    document.save()
    reading = _asked(document, by=by, on=on)
    record(
        by=by,
        scope=desk,
        did="document.received",
        on=document,
        after={"title": document.title},
        also=[reading],
    )
    return document


@transaction.atomic
def receive_several(
    *, examined: Sequence[Examined], title: str, by: Actor, on: date
) -> Document:
    """Receive the files of one e-mail, each a paper of its own: all, or none.

    The title that a person typed is for one paper; several keep their own.
    """
    titled = title if len(examined) == 1 else ""
    received = [receive(examined=one, title=titled, by=by, on=on) for one in examined]
    return received[0]


@transaction.atomic
def read_again(*, document: Document, by: Actor, on: date) -> Reading:
    """Ask for one more reading; what people made of the others stays as it is.

    Raises ``Refused`` while a reading is under way. One whose job has ended without
    it is said to have failed.
    """
    require(by, Permission.FILE_RECEIVE, scope=document.scope)
    Document.objects.select_for_update(no_key=True).get(pk=document.pk)
    stopped = list(document.readings.filter(state=ReadingState.ASKED))
    for one in stopped:
        if not is_over(one):
            raise Refused("document.under_way")
        one.change(seen=one.version, state=ReadingState.FAILED, fault=STOPPED)
    reading = _asked(document, by=by, on=on)
    record(
        by=by,
        scope=document.scope,
        did="document.read_again",
        on=document,
        also=[reading, *stopped],
    )
    return reading


def _asked(document: Document, *, by: Actor, on: date) -> Reading:
    """A reading, and the job that will do it; both known to each other."""
    scope = document.scope
    job = enqueue(kind=READ, subject=document.pk, scope=scope, by=by, on=on)
    reading = Reading(scope=scope, document=document, job_id=job.pk)
    reading.save()
    return reading
