"""What holds while drafts are decided, one or several; a part of ``actions``."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from phoihop.documents import values
from phoihop.documents.models import Draft, DraftState, Reading, ReadingState
from phoihop.organisations.models import Organisation
from phoihop.reading.findings import Field
from phoihop.refusals import Refused


def hold_open(reading: Reading) -> None:
    """Nobody confirms the reading while a draft of it is decided."""
    hold_in(reading, ReadingState.READY)


def hold_in(reading: Reading, state: ReadingState) -> None:
    """The reading stays in this state until the transaction ends.

    Raises ``Refused`` where it is in another.
    """
    rows = Reading.objects.select_for_update(no_key=True)
    if rows.get(pk=reading.pk).state != state:
        raise Refused("reading.not_open")


def taken(draft: Draft, on: date) -> DraftState:
    """The state of a draft that is taken as it stands.

    Raises ``Refused`` for a day that the calendar does not have, and for a body that
    has ended since the paper was read.
    """
    values.held(Field(draft.field), draft.value)
    refuse_ended(Field(draft.field), draft.value, on)
    if draft.found is None:
        return DraftState.ADDED
    if draft.state == DraftState.CORRECTED:
        return DraftState.CORRECTED
    return DraftState.ACCEPTED


def refuse_ended(field: Field, value: Mapping[str, Any], on: date) -> None:
    """Product rule 10: a body that has ended is shown, and cannot be chosen."""
    named = set(values.bodies(field, value))
    living = Organisation.objects.living(on).filter(pk__in=named)
    if named and set(living.values_list("pk", flat=True)) != named:
        raise Refused("organisation.ended", field="lead")
