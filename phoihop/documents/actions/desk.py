"""What a person decides of the drafts of a reading; nothing is a record before that.

Each decision names the version of the draft that the person saw: of two people at one
desk the second is shown what the first one made of it.
"""

from datetime import date
from typing import Any

from django.db import transaction

from phoihop.documents import values
from phoihop.documents.deciding import hold_in, hold_open, refuse_ended, taken
from phoihop.documents.models import Draft, DraftState, Reading, ReadingState
from phoihop.documents.rules import SURE
from phoihop.documents.unseen import Touching, places
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.reading.findings import Field
from phoihop.refusals import Refused
from phoihop.trail.actions import record

PERSON = "person"
WHOLLY = 100


@transaction.atomic
def accept(*, draft: Draft, seen: int, by: Actor, on: date) -> Draft:
    """Take a draft as it stands.

    Raises ``Refused`` for a day that the calendar does not have, and for a body that
    has ended since the paper was read.
    """
    require(by, Permission.READING_REVIEW, scope=draft.scope)
    hold_open(draft.reading)
    state = taken(draft, on)
    return _decided(draft, seen, "draft.accepted", by, state=state)


@transaction.atomic
def correct(
    *, draft: Draft, seen: int, value: dict[str, Any], by: Actor, on: date
) -> Draft:
    """Take a draft with other words; what the machine had found stays beside it.

    Raises ``Refused`` for a value that is not of the draft's shape, and for a body
    that has ended.
    """
    require(by, Permission.READING_REVIEW, scope=draft.scope)
    hold_open(draft.reading)
    new = values.held(Field(draft.field), value)
    refuse_ended(Field(draft.field), new, on)
    state = DraftState.ACCEPTED if new == draft.found else DraftState.CORRECTED
    if draft.found is None:
        state = DraftState.ADDED
    return _decided(draft, seen, "draft.corrected", by, state=state, value=new)


@transaction.atomic
def choose_body(
    *, draft: Draft, seen: int, place: str, body: int, by: Actor, on: date
) -> Draft:
    """Say which body a name of the draft means.

    The same words mean the same body wherever the paper has them and nobody has said
    otherwise: said once for all of it. Drafts stay as open as they were.
    """
    require(by, Permission.READING_REVIEW, scope=draft.scope)
    hold_open(draft.reading)
    field = Field(draft.field)
    new = values.with_body(field, draft.value, place, body)
    refuse_ended(field, new, on)
    words = dict(values.places(field, new))[place]["text"]
    alike = _alike(draft, words, body)
    new = values.with_same(field, new, words, body)
    draft.change(seen=seen, value=new)
    record(
        by=by,
        scope=draft.scope,
        did="draft.body_chosen",
        on=draft,
        after={"organisation": body, "drafts": len(alike) + 1},
        also=alike,
    )
    return draft


def _alike(draft: Draft, words: str, body: int) -> list[Draft]:
    """The other drafts with these words for a body that nobody knows, now known."""
    others = Draft.objects.filter(reading=draft.reading).exclude(pk=draft.pk)
    changed = []
    for other in others.exclude(state=DraftState.DROPPED):
        new = values.with_same(Field(other.field), other.value, words, body)
        if new != other.value:
            changed.append(other.change(seen=other.version, value=new))
    return changed


@transaction.atomic
def set_outside(
    *, draft: Draft, seen: int, outside: bool, by: Actor, on: date
) -> Draft:
    """Say that a duty lies outside of what this house helps with, or that it does not.

    It is kept as a text with a state, and nothing else.
    """
    require(by, Permission.READING_REVIEW, scope=draft.scope)
    hold_open(draft.reading)
    if draft.field != Field.TASK:
        raise Refused("draft.not_a_task")
    new = {**draft.value, "outside": outside}
    return _decided(draft, seen, "draft.outside", by, value=new)


@transaction.atomic
def drop(*, draft: Draft, seen: int, by: Actor, on: date) -> Draft:
    """Leave a draft out of what will be confirmed."""
    require(by, Permission.READING_REVIEW, scope=draft.scope)
    hold_open(draft.reading)
    return _decided(draft, seen, "draft.dropped", by, state=DraftState.DROPPED)


@transaction.atomic
def reopen(*, draft: Draft, seen: int, by: Actor, on: date) -> Draft:
    """Look at a decided draft once more: as it was read; one's own, as it was added."""
    require(by, Permission.READING_REVIEW, scope=draft.scope)
    hold_open(draft.reading)
    if draft.found is None:
        return _decided(draft, seen, "draft.reopened", by, state=DraftState.ADDED)
    return _decided(
        draft, seen, "draft.reopened", by, state=DraftState.OPEN, value=draft.found
    )


@transaction.atomic
def add(
    *,
    reading: Reading,
    field: Field,
    value: dict[str, Any],
    start: int | None,
    end: int | None,
    by: Actor,
    on: date,
) -> Draft:
    """Add what the machine did not find, with the words of the paper it stands on."""
    require(by, Permission.READING_REVIEW, scope=reading.scope)
    hold_open(reading)
    new = values.held(field, value)
    refuse_ended(field, new, on)
    if start is not None and end is not None:
        length = len(reading.read_text.text)
        if not 0 <= start < end <= length:
            raise Refused("draft.span_outside")
    last = Draft.objects.filter(reading=reading).order_by("-position").first()
    draft = Draft(
        scope=reading.scope,
        reading=reading,
        position=last.position + 1 if last else 1,
        field=field.value,
        found=None,
        value=new,
        start=start if end is not None else None,
        end=end if start is not None else None,
        confidence=WHOLLY,
        because=PERSON,
        state=DraftState.ADDED,
    )
    draft.save()
    record(
        by=by,
        scope=reading.scope,
        did="draft.added",
        on=draft,
        after={"value": new},
    )
    return draft


@transaction.atomic
def accept_sure(*, reading: Reading, by: Actor, on: date) -> Reading:
    """Take every open draft that is not doubtful, all at once and in one entry.

    What stands on words that nobody sees in the paper is never sure.
    """
    require(by, Permission.READING_REVIEW, scope=reading.scope)
    hold_open(reading)
    waiting = Draft.objects.filter(
        reading=reading, state=DraftState.OPEN, confidence__gte=SURE
    )
    hidden = Touching(places(reading.read_text.remarks))
    sure = [
        row
        for row in waiting
        if not values.needs_person(Field(row.field), row.value)
        and not hidden.of(row.start, row.end, row.value)
    ]
    for row in sure:
        row.change(seen=row.version, state=DraftState.ACCEPTED)
    record(
        by=by,
        scope=reading.scope,
        did="reading.accepted_sure",
        on=reading,
        after={"drafts": len(sure)},
        also=sure,
    )
    return reading


@transaction.atomic
def set_aside(*, reading: Reading, seen: int, by: Actor, on: date) -> Reading:
    """Nothing will be confirmed of it for now; it stays to be looked up."""
    return _moved(reading, seen, ReadingState.READY, ReadingState.SET_ASIDE, by)


@transaction.atomic
def take_up(*, reading: Reading, seen: int, by: Actor, on: date) -> Reading:
    """Go on with a reading that was set aside."""
    return _moved(reading, seen, ReadingState.SET_ASIDE, ReadingState.READY, by)


def _moved(
    reading: Reading, seen: int, now: ReadingState, to: ReadingState, by: Actor
) -> Reading:
    require(by, Permission.READING_REVIEW, scope=reading.scope)
    hold_in(reading, now)
    reading.change(seen=seen, state=to)
    record(
        by=by,
        scope=reading.scope,
        did=MOVED[to],
        on=reading,
        before={"state": now.value},
        after={"state": to.value},
    )
    return reading


MOVED = {
    ReadingState.SET_ASIDE: "reading.set_aside",
    ReadingState.READY: "reading.taken_up",
}


def _decided(draft: Draft, seen: int, did: str, by: Actor, **changes: object) -> Draft:
    """The words themselves stand in the versions of the draft, not in the trail."""
    before: dict[str, object] = {"state": draft.state}
    draft.change(seen=seen, **changes)
    record(
        by=by,
        scope=draft.scope,
        did=did,
        on=draft,
        before=before,
        after={"state": draft.state},
    )
    return draft
