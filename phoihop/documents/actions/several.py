"""What a person decides of several drafts at once, in one entry of the trail.

As for one draft, each is named with the version that the person saw. Duties are taken
many at a time only by a rule of the reader that is proven (``precision``).
"""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from phoihop.documents import precision, values
from phoihop.documents.counting import evidence_of
from phoihop.documents.deciding import hold_open, refuse_ended, taken
from phoihop.documents.models import Draft, DraftState, Reading
from phoihop.documents.unseen import Touching, places
from phoihop.organisations.models import OrganisationName
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.reading.findings import Field
from phoihop.refusals import Refused
from phoihop.trail.actions import record

# Which drafts, each with the version of it that was on the screen.
Seen = Mapping[int, int]
FEWEST_TOGETHER = 2


@transaction.atomic
def accept_several(*, reading: Reading, seen: Seen, by: Actor, on: date) -> Reading:
    """Take these drafts as they stand; what refuses one of them refuses all.

    Raises ``Refused`` where one of several is a duty whose rule is not proven, or of
    which a person must say whom it names, or stands on words that nobody sees.
    """
    require(by, Permission.READING_REVIEW, scope=reading.scope)
    hold_open(reading)
    drafts = _named(reading, seen)
    _refuse_one_by_one(reading, drafts)
    for draft in drafts:
        draft.change(seen=seen[draft.pk], state=taken(draft, on))
    _record(reading, "reading.accepted_several", drafts, by)
    return reading


@transaction.atomic
def drop_several(*, reading: Reading, seen: Seen, by: Actor, on: date) -> Reading:
    """Leave these drafts out of what will be confirmed."""
    require(by, Permission.READING_REVIEW, scope=reading.scope)
    hold_open(reading)
    drafts = _named(reading, seen)
    for draft in drafts:
        draft.change(seen=seen[draft.pk], state=DraftState.DROPPED)
    _record(reading, "reading.dropped_several", drafts, by)
    return reading


@transaction.atomic
def lead_all(*, reading: Reading, body: int, by: Actor, on: date) -> Reading:
    """Say who leads each duty of which nobody knows it: unnamed, or by a name unknown.

    The words of the paper stay beside the body. Drafts stay as open as they were; a
    later choice changes only its own draft.
    """
    require(by, Permission.READING_REVIEW, scope=reading.scope)
    hold_open(reading)
    refuse_ended(Field.PARTY, {"organisation": body}, on)
    names = OrganisationName.objects.shown_on(on).filter(organisation=body)
    name = names.values_list("text", flat=True).get()
    unnamed = {"text": name, "start": None, "end": None}
    rows = reading.drafts.filter(field=Field.TASK).exclude(state=DraftState.DROPPED)
    waiting = [
        row
        for row in rows.order_by("position")
        if values.lacks_body(Field.TASK, row.value)
    ]
    for draft in waiting:
        lead = {**(draft.value["lead"] or unnamed), "organisation": body}
        draft.change(seen=draft.version, value={**draft.value, "lead": lead})
    _record(reading, "reading.lead_chosen", waiting, by, organisation=body)
    return reading


def _refuse_one_by_one(reading: Reading, drafts: list[Draft]) -> None:
    if len(drafts) < FEWEST_TOGETHER:
        return
    evidence = evidence_of(reading.scope_id)
    hidden = Touching(places(reading.read_text.remarks))
    alone = [
        draft
        for draft in drafts
        if hidden.of(draft.start, draft.end, draft.value)
        or not precision.goes_with_others(
            Field(draft.field),
            draft.value,
            evidence.get((draft.field, draft.because), precision.NOTHING),
        )
    ]
    if alone:
        raise Refused("draft.one_by_one", count=len(alone))


def _named(reading: Reading, seen: Seen) -> list[Draft]:
    rows = Draft.objects.filter(reading=reading, pk__in=seen)
    return list(rows.order_by("position"))


def _record(
    reading: Reading, did: str, drafts: list[Draft], by: Actor, **after: object
) -> None:
    record(
        by=by,
        scope=reading.scope,
        did=did,
        on=reading,
        after={**after, "drafts": len(drafts)},
        also=drafts,
    )
