"""What a due date says of a task on a day, and the years of a programme."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.programmes.rules import (
    FIRST_YEAR,
    LAST_YEAR,
    SOON,
    DueState,
    due_state,
    years_in_order,
)

pytestmark = pytest.mark.pure

TODAY = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("due", "state"),
    [
        (None, DueState.NO_DUE),
        (date(2026, 6, 14), DueState.OVERDUE),
        (date(2025, 6, 15), DueState.OVERDUE),
        (date(2026, 6, 15), DueState.SOON),  # the end of the day is still to come
        (date(2026, 6, 22), DueState.SOON),  # a week, its last day counted
        (date(2026, 6, 23), DueState.IN_TIME),
        (date(2027, 1, 1), DueState.IN_TIME),
    ],
)
def test_the_state_of_a_task_on_a_monday(due: date | None, state: DueState) -> None:
    """A task due today is not late (product rule 1)."""
    assert due_state(due, TODAY) is state


@pytest.mark.parametrize(
    ("due", "on", "state"),
    [
        (date(2024, 2, 29), date(2024, 2, 29), DueState.SOON),
        (date(2024, 2, 29), date(2024, 3, 1), DueState.OVERDUE),
        (date(2025, 12, 31), date(2026, 1, 1), DueState.OVERDUE),
        (date(2026, 1, 7), date(2025, 12, 31), DueState.SOON),
    ],
)
def test_the_state_over_the_ends_of_months_and_years(
    due: date, on: date, state: DueState
) -> None:
    """Days are counted, not numbers of the calendar."""
    assert due_state(due, on) is state


@given(st.dates(date(2000, 1, 10), date(2100, 12, 1)), st.integers(-400, 400))
def test_every_task_is_in_exactly_one_state(due: date, days: int) -> None:
    """And as days go by it only goes from in time to soon to overdue."""
    order = [DueState.IN_TIME, DueState.SOON, DueState.OVERDUE]
    on = due - timedelta(days=days)
    today, tomorrow = due_state(due, on), due_state(due, on + timedelta(days=1))
    assert order.index(tomorrow) - order.index(today) in (0, 1)
    assert (today is DueState.OVERDUE) == (days < 0)
    assert (today is DueState.IN_TIME) == (days > SOON.days)


@given(st.dates())
def test_without_a_date_nothing_is_ever_late(on: date) -> None:
    """Whatever the day."""
    assert due_state(None, on) is DueState.NO_DUE


@pytest.mark.parametrize(
    ("first", "last", "in_order"),
    [
        (2025, 2030, True),
        (2026, 2026, True),
        (2030, 2025, False),
        (FIRST_YEAR, LAST_YEAR, True),
        (FIRST_YEAR - 1, 2030, False),
        (2026, LAST_YEAR + 1, False),
        (0, 0, False),
        (-5, 2030, False),
    ],
)
def test_a_programme_runs_forward_within_the_years_of_the_product(
    first: int, last: int, in_order: bool
) -> None:
    """Both years included."""
    assert years_in_order(first, last) is in_order
