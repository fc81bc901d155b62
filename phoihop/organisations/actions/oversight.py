"""Verbs on the trail that need a permission: taking it out, and erasing from it."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.refusals import Refused
from phoihop.trail import actions as trail
from phoihop.trail.models import Entry
from phoihop.trail.reading import Told, told


@transaction.atomic
def export(*, purpose: str, by: Actor, on: date) -> list[Told]:
    """Take out the trail of every circle that the body sees, newest first.

    That it was taken out, and what for, is itself recorded.
    """
    desk = by.organisation.desk if by.organisation else None
    require(by, Permission.TRAIL_EXPORT, scope=desk)
    if not purpose.strip():
        raise Refused("trail.purpose_missing", field="purpose")
    entries = told(Entry.objects.order_by("-seq"))
    after: dict[str, object] = {"purpose": purpose, "entries": len(entries)}
    trail.record(
        by=by,
        scope=desk,
        did="trail.exported",
        on=by.organisation,
        after=after,
    )
    return entries


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
    own = Entry.objects.filter(seq__in=list(seqs), scope_id=desk.pk if desk else None)
    return trail.erase(
        seqs=own.values_list("seq", flat=True),
        scope=desk,
        by=by,
        because=f"{because} (cùng {second.user_id})",
    )
