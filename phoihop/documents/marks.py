"""What the trunk does to a reading when it confirms it, and when it takes that back.

Called inside the transaction of ``programmes.actions.confirmations``, which asks for
the permission and names the reading in its entry of the trail (``also=``): the rows
below are never written by themselves.
"""

from datetime import date

from phoihop.documents import counting
from phoihop.documents.models import Reading, ReadingState
from phoihop.organisations.permissions import Actor
from phoihop.refusals import Refused


def mark_confirmed(*, reading: Reading, by: Actor, on: date) -> Reading:
    """The reading has become records.

    Raises ``Refused`` where it does not wait for that, ``Stale`` where somebody was
    faster since it was read.
    """
    if _moved(reading, ReadingState.READY, ReadingState.CONFIRMED):
        counting.count(reading)
    return reading


def mark_ready(*, reading: Reading, by: Actor, on: date) -> Reading:
    """What it had become was taken back: it waits for a person again."""
    if _moved(reading, ReadingState.CONFIRMED, ReadingState.READY):
        counting.take_back(reading)
    return reading


def _moved(reading: Reading, now: ReadingState, to: ReadingState) -> bool:
    """Whether this very call moved it."""
    # A paper between one body and several others is confirmed once for each plan: it
    # is confirmed after the first, and waits again after the last was taken back.
    if reading.state == to:
        return False
    if reading.state != now:
        raise Refused("reading.not_open")
    reading.change(seen=reading.version, state=to)
    return True
