"""Verbs on whom to turn to in a body."""

from datetime import date

from django.db import transaction

from phoihop.accounts.models import User
from phoihop.organisations.directory_lock import hold_body
from phoihop.organisations.lifetimes import refuse_beyond_end
from phoihop.organisations.models import FocalPoint, Membership, Organisation
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.organisations.rules import Span, first_overlap, mailboxes
from phoihop.refusals import Refused
from phoihop.trail.actions import record


@transaction.atomic
def appoint(
    *,
    body: Organisation,
    duty: str,
    mailbox: str,
    holder: User,
    deputy: User | None = None,
    deputy_until: date | None = None,
    since: date,
    by: Actor,
    on: date,
) -> FocalPoint:
    """Say who holds a duty of the body from a day on; the holder before is ended.

    The mailbox is the duty's own and not a person's. Holder and deputy act for the
    body on that day; a deputy stands in until a day that must be given.
    """
    require(by, Permission.ORGANISATION_EDIT, scope=body.desk)
    duty = " ".join(duty.split())
    body = hold_body(body)
    refuse_beyond_end(body, Span(since), field="since", on=on)
    _refuse_people(body, holder, deputy, deputy_until, since)
    _refuse_personal(mailbox, holder, deputy)
    ended = _ended_by(body, duty, since)
    new = FocalPoint.objects.create(
        organisation=body,
        duty=duty,
        mailbox=mailbox,
        holder=holder,
        deputy=deputy,
        deputy_until=deputy_until,
        since=since,
    )
    record(
        by=by,
        scope=body.desk,
        did="focal_point.appointed",
        on=new,
        before={"holder": ended.holder_id} if ended else None,
        after=new.facts(),
        also=[ended] if ended else [],
    )
    return new


@transaction.atomic
def end(
    *, focal_point: FocalPoint, seen: int, until: date, by: Actor, on: date
) -> FocalPoint:
    """Nobody holds the duty from this day on."""
    desk = focal_point.organisation.desk
    require(by, Permission.ORGANISATION_EDIT, scope=desk)
    if focal_point.until is not None and focal_point.until <= until:
        raise Refused("directory.already_ended", end=focal_point.until)
    if until <= focal_point.since:
        start = focal_point.since
        raise Refused("organisation.span_empty", field="until", start=start)
    before = focal_point.facts()
    focal_point.change(seen=seen, until=until)
    record(
        by=by,
        scope=desk,
        did="focal_point.ended",
        on=focal_point,
        before=before,
        after=focal_point.facts(),
    )
    return focal_point


def _refuse_people(
    body: Organisation,
    holder: User,
    deputy: User | None,
    deputy_until: date | None,
    since: date,
) -> None:
    """Raise if one of them does not act for the body, or the deputy cannot stand in."""
    if (deputy is None) != (deputy_until is None):
        raise Refused("focal_point.deputy_needs_end", field="deputy_until")
    if deputy_until is not None and deputy_until <= since:
        raise Refused("organisation.span_empty", field="deputy_until", start=since)
    if deputy == holder:
        raise Refused("focal_point.deputy_is_holder", field="deputy")
    active = Membership.objects.active(since).filter(organisation=body)
    people = set(active.values_list("person_id", flat=True))
    for person, field in ((holder, "holder"), (deputy, "deputy")):
        if person is not None and person.pk not in people:
            name = person.name
            raise Refused("focal_point.not_of_body", field=field, name=name, day=since)


def _refuse_personal(mailbox: str, holder: User, deputy: User | None) -> None:
    """Raise for a person's own mailbox: the duty's goes on to the next holder."""
    named = any(mailboxes.is_personal(mailbox, p.name) for p in (holder, deputy) if p)
    if named or User.objects.filter(email__iexact=mailbox).exists():
        raise Refused("focal_point.mailbox_personal", field="mailbox")


def _ended_by(body: Organisation, duty: str, since: date) -> FocalPoint | None:
    """The holder before, whom the new one ends; raises if another holds it then."""
    held = list(FocalPoint.objects.filter(organisation=body, duty=duty))
    ended = next((f for f in held if f.until is None and f.since < since), None)
    rest = {Span(f.since, f.until): f for f in held if f != ended}
    clash = first_overlap(Span(since), rest)
    if clash is not None:
        name = rest[clash].holder.name
        start = clash.start
        raise Refused("focal_point.overlaps", field="since", name=name, start=start)
    if ended is not None:
        ended.change(seen=ended.version, until=since)
    return ended
