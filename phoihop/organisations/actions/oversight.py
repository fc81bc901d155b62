"""Verbs on the trail that need a permission: taking it out, and erasing from it."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from phoihop.files import actions as files
from phoihop.files.models import FileKind, StoredFile
from phoihop.jobs.actions import enqueue
from phoihop.jobs.models import Job
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.refusals import NotAllowed, Refused
from phoihop.screening.classes import TextClass
from phoihop.screening.gate import hold
from phoihop.trail import actions as trail
from phoihop.trail.models import Entry


@transaction.atomic
def export(*, purpose: str, by: Actor, on: date) -> Job:
    """Ask for the trail of every circle that the body sees, as a file on its desk.

    What is taken out are the entries before the one that records the asking: the
    job's subject is that entry's number.
    """
    asked = take_out(purpose=purpose, by=by, on=on)
    desk = by.organisation.desk if by.organisation else None
    return enqueue(kind="trail.export", subject=asked.seq, scope=desk, by=by, on=on)


@transaction.atomic
def take_out(*, purpose: str, by: Actor, on: date) -> Entry:
    """Record that the trail is taken out and what for; the entries before are meant."""
    desk = by.organisation.desk if by.organisation else None
    require(by, Permission.TRAIL_EXPORT, scope=desk)
    if not purpose.strip():
        raise Refused("trail.purpose_missing", field="purpose")
    hold(purpose, TextClass.FREE, field="purpose")
    entries = Entry.objects.count()
    after: dict[str, object] = {"purpose": purpose, "entries": entries}
    return trail.record(
        by=by,
        scope=desk,
        did="trail.exported",
        on=by.organisation,
        after=after,
    )


@transaction.atomic
def keep_export(*, data: bytes, asked_on: date, by: Actor, on: date) -> StoredFile:
    """Put what was taken out on the body's desk, as a file."""
    desk = by.organisation.desk if by.organisation else None
    require(by, Permission.TRAIL_EXPORT, scope=desk)
    if desk is None:
        # The table of roles grants it in bodies only.
        raise NotAllowed("permission.not_member", permission=Permission.TRAIL_EXPORT)
    name = f"nhat-ky-{asked_on.isoformat()}.jsonl"
    # The trail entry of the new file is written by files.keep.
    return files.keep(
        data=data, name=name, kind=FileKind.JSONL, scope=desk, by=by, on=on
    )


@transaction.atomic
def verify(*, by: Actor, on: date) -> Job:
    """Ask for every link of the trail to be checked, in the background."""
    require(by, Permission.TRAIL_VERIFY)
    asked = trail.record(by=by, scope=None, did="trail.check_asked", on=None)
    return enqueue(kind="trail.verify", subject=asked.seq, scope=None, by=by, on=on)


@transaction.atomic
def erase(
    *, seqs: Iterable[int], because: str, by: Actor, second: Actor, on: date
) -> Entry:
    """Empty what entries of the body's own desk say; two people do it together.

    The numbers that the open scope does not show are left alone.
    """
    desk = by.organisation.desk if by.organisation else None
    require(by, Permission.TRAIL_ERASE, scope=desk)
    require(second, Permission.TRAIL_ERASE, scope=desk)
    if by.user_id == second.user_id:
        raise Refused("trail.erase_needs_two")
    if not because.strip():
        raise Refused("trail.reason_missing", field="because")
    hold(because, TextClass.FREE, field="because")
    own = Entry.objects.filter(seq__in=list(seqs), scope_id=desk.pk if desk else None)
    return trail.erase(
        seqs=own.values_list("seq", flat=True),
        scope=desk,
        by=by,
        because=f"{because} (cùng {second.user_id})",
    )
