"""What a task is on a day, by its phase and its dates; and which steps it may take."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.programmes.rules.state import (
    SOON,
    UNFINISHED,
    Phase,
    TaskState,
    may_step,
    task_state,
)

pytestmark = pytest.mark.pure

TODAY = date(2026, 6, 15)
S = TaskState


@pytest.mark.parametrize(
    ("due", "percent", "state"),
    [
        (None, None, S.NOT_STARTED),
        (None, 0, S.IN_TIME),  # reported as nothing done: it was looked at
        (date(2026, 6, 14), None, S.OVERDUE),
        (date(2026, 6, 14), 100, S.OVERDUE),  # nobody has asked for acceptance
        (date(2025, 6, 15), 40, S.OVERDUE),
        (date(2026, 6, 15), None, S.AT_RISK),  # the end of the day is to come
        (date(2026, 6, 22), 80, S.AT_RISK),  # a week, its last day counted
        (date(2026, 6, 23), None, S.NOT_STARTED),
        (date(2026, 6, 23), 0, S.IN_TIME),
        (date(2027, 1, 1), 60, S.IN_TIME),
    ],
)
def test_an_open_task_on_a_monday(
    due: date | None, percent: int | None, state: TaskState
) -> None:
    """A task due today is not late (product rule 1)."""
    found = task_state(phase=Phase.OPEN, due=due, done=None, percent=percent, on=TODAY)
    assert found is state


@pytest.mark.parametrize(
    ("due", "done", "state"),
    [
        (None, date(2026, 6, 1), S.DONE_ON_TIME),
        (date(2026, 6, 1), date(2026, 5, 31), S.DONE_ON_TIME),
        (date(2026, 6, 1), date(2026, 6, 1), S.DONE_ON_TIME),
        (date(2026, 6, 1), date(2026, 6, 2), S.DONE_LATE),
    ],
)
def test_a_task_that_is_done_stays_on_time_or_late(
    due: date | None, done: date, state: TaskState
) -> None:
    """By the day of the submission, and on whatever day one looks."""
    for on in (done, TODAY, date(2030, 1, 1)):
        found = task_state(phase=Phase.DONE, due=due, done=done, percent=100, on=on)
        assert found is state


@pytest.mark.parametrize(
    ("phase", "state"),
    [
        (Phase.REPORTED, S.WAITING),
        (Phase.PAUSED, S.PAUSED),
        (Phase.DROPPED, S.DROPPED),
    ],
)
def test_who_waits_or_rests_is_not_late(phase: Phase, state: TaskState) -> None:
    """Whatever its due date says."""
    for due in (None, date(2020, 1, 1), TODAY, date(2030, 1, 1)):
        found = task_state(phase=phase, due=due, done=None, percent=50, on=TODAY)
        assert found is state


@given(st.dates(date(2000, 1, 10), date(2100, 12, 1)), st.integers(-400, 400))
def test_as_days_go_by_it_only_goes_from_in_time_to_risk_to_overdue(
    due: date, days: int
) -> None:
    """And stands in exactly one of them."""
    order = [S.IN_TIME, S.AT_RISK, S.OVERDUE]

    def at(on: date) -> int:
        return order.index(
            task_state(phase=Phase.OPEN, due=due, done=None, percent=1, on=on)
        )

    on = due - timedelta(days=days)
    assert at(on + timedelta(days=1)) - at(on) in (0, 1)
    assert (order[at(on)] is S.OVERDUE) == (days < 0)
    assert (order[at(on)] is S.IN_TIME) == (days > SOON.days)


@given(st.dates())
def test_without_a_date_nothing_is_ever_late(on: date) -> None:
    """Whatever the day."""
    found = task_state(phase=Phase.OPEN, due=None, done=None, percent=None, on=on)
    assert found is S.NOT_STARTED


# From where to where; whatever is not here may not be.
MAY = {
    (Phase.OPEN, Phase.REPORTED),
    (Phase.OPEN, Phase.PAUSED),
    (Phase.OPEN, Phase.DROPPED),
    (Phase.OPEN, Phase.DONE),
    (Phase.REPORTED, Phase.DONE),
    (Phase.REPORTED, Phase.OPEN),
    (Phase.PAUSED, Phase.OPEN),
    (Phase.PAUSED, Phase.DROPPED),
}


@pytest.mark.parametrize("now", list(Phase))
@pytest.mark.parametrize("to", list(Phase))
def test_the_steps_are_these_and_no_others(now: Phase, to: Phase) -> None:
    """What is done or dropped stays so."""
    assert may_step(now, to) is ((now, to) in MAY)


def test_what_is_unfinished_may_still_come_to_something() -> None:
    """And nothing else may."""
    assert {now for now, _to in MAY} == set(UNFINISHED)
