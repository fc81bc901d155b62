"""What must be so of years and due dates, and what a task's dates say. Pure."""

from datetime import date, timedelta
from enum import StrEnum

FIRST_YEAR, LAST_YEAR = 2000, 2100
# "Sắp đến hạn": due within a week, today included.
SOON = timedelta(days=7)


def years_in_order(first: int, last: int) -> bool:
    """Whether a programme may run from ``first`` to ``last``, both included."""
    return FIRST_YEAR <= first <= last <= LAST_YEAR


class DueState(StrEnum):
    """What the due date says of an open task; computed, never stored."""

    OVERDUE = "overdue"
    SOON = "soon"
    IN_TIME = "in_time"
    NO_DUE = "no_due"


def due_state(due: date | None, on: date) -> DueState:
    """The state on day ``on`` of a task due at the end of day ``due``."""
    if due is None:
        return DueState.NO_DUE
    if due < on:
        return DueState.OVERDUE
    return DueState.SOON if due <= on + SOON else DueState.IN_TIME
