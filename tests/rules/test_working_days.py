"""Counting days off and on, and the reason of every day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.almanac import shipped
from phoihop.almanac.holidays import OutOfYears
from phoihop.almanac.working_days import (
    MOST_DAYS,
    Reason,
    Unit,
    add_calendar_days,
    add_working_days,
    count_between,
    explain,
)

pytestmark = pytest.mark.pure

CALENDAR = shipped.calendar()
DAYS = st.dates(date(2015, 1, 1), date(2040, 12, 31))
COUNTS = st.integers(1, 120)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2026-06-15", 5, "2026-06-22"),  # a plain week
        ("2026-06-19", 1, "2026-06-22"),  # over a weekend
        ("2026-02-13", 1, "2026-02-23"),  # over Tết
        ("2025-12-31", 1, "2026-01-05"),  # 2 January is off by a swap
        ("2026-01-09", 1, "2026-01-10"),  # and this Saturday is worked for it
        ("2026-04-24", 1, "2026-04-28"),  # Hùng Kings' Day on a Sunday, made good
        ("2026-08-21", 2, "2026-08-24"),  # the Saturday worked for 31 August
        ("2026-08-28", 1, "2026-09-03"),  # over National Day
        ("2026-06-20", 1, "2026-06-22"),  # begun on a day of rest
        ("2026-06-20", 0, "2026-06-20"),  # nothing added
    ],
)
def test_working_days_are_added(start: str, count: int, end: str) -> None:
    """The first day does not count (Civil Code, Art. 147)."""
    found = add_working_days(date.fromisoformat(start), count, CALENDAR)
    assert found.isoformat() == end


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2026-06-15", 10, "2026-06-25"),
        ("2026-06-15", 5, "2026-06-22"),  # the 20th is a Saturday
        ("2026-02-01", 15, "2026-02-23"),  # the 16th lies in Tết
        ("2026-01-05", 5, "2026-01-10"),  # a Saturday, but a worked one
        ("2026-06-20", 0, "2026-06-20"),
    ],
)
def test_calendar_days_end_on_a_working_day(start: str, count: int, end: str) -> None:
    """A term that would end on a day off ends on the next working day (Art. 148)."""
    found = add_calendar_days(date.fromisoformat(start), count, CALENDAR)
    assert found.isoformat() == end


def test_each_day_over_new_year_has_its_reason() -> None:
    """Three working days from 31 December 2025."""
    told = [
        (f"{each.day:%d/%m}", each.number, each.reason)
        for each in explain(date(2025, 12, 31), 6, CALENDAR)
    ]
    assert told == [
        ("31/12", None, Reason.FIRST),
        ("01/01", None, Reason.HOLIDAY),
        ("02/01", None, Reason.SWAPPED_OFF),
        ("03/01", None, Reason.WEEKEND),
        ("04/01", None, Reason.WEEKEND),
        ("05/01", 1, Reason.WORKING),
        ("06/01", 2, Reason.WORKING),
        ("07/01", 3, Reason.WORKING),
        ("08/01", 4, Reason.WORKING),
        ("09/01", 5, Reason.WORKING),
        ("10/01", 6, Reason.SWAPPED_WORKED),
    ]


def test_days_of_the_calendar_are_all_numbered_and_the_move_is_told() -> None:
    """Three days from Thursday 18 June 2026: Sunday, so Monday."""
    told = [
        (each.day.day, each.number, each.reason)
        for each in explain(date(2026, 6, 18), 3, CALENDAR, Unit.CALENDAR)
    ]
    assert told == [
        (18, None, Reason.FIRST),
        (19, 1, Reason.WORKING),
        (20, 2, Reason.WEEKEND),
        (21, 3, Reason.WEEKEND),
        (22, None, Reason.MOVED_TO),
    ]


def test_the_day_off_behind_a_reason_has_its_source() -> None:
    """So that whoever reads the list can look it up."""
    told = explain(date(2026, 4, 24), 1, CALENDAR)
    sources = [each.special.source for each in told if each.special is not None]
    assert len(sources) == 2
    assert all("Bộ luật Lao động" in source for source in sources)


@given(DAYS, COUNTS, st.sampled_from(Unit))
def test_a_term_ends_on_a_working_day(start: date, count: int, unit: Unit) -> None:
    """Whatever it begins with and however it is counted."""
    assert not CALENDAR.is_off(explain(start, count, CALENDAR, unit)[-1].day)


@given(DAYS, COUNTS)
def test_what_is_explained_is_what_is_counted(start: date, count: int) -> None:
    """No day is left out, the numbers run from 1, and only working days have one."""
    told = explain(start, count, CALENDAR)
    assert [each.day for each in told] == [
        start + timedelta(days=number) for number in range(len(told))
    ]
    numbers = [each.number for each in told if each.number is not None]
    assert numbers == list(range(1, count + 1))
    for each in told[1:]:
        assert (each.number is None) is CALENDAR.is_off(each.day)
    assert count_between(start, told[-1].day, CALENDAR) == count
    assert add_working_days(start, count, CALENDAR) == told[-1].day


@given(DAYS, COUNTS, COUNTS)
def test_a_term_in_two_parts_is_as_long_as_in_one(start: date, a: int, b: int) -> None:
    """Adding is adding."""
    once = add_working_days(start, a + b, CALENDAR)
    assert add_working_days(add_working_days(start, a, CALENDAR), b, CALENDAR) == once


def test_nothing_lies_between_a_day_and_an_earlier_one() -> None:
    """Nor between a day and itself."""
    assert count_between(date(2026, 6, 15), date(2026, 6, 15), CALENDAR) == 0
    assert count_between(date(2026, 6, 15), date(2026, 6, 1), CALENDAR) == 0


@pytest.mark.parametrize("count", [-1, MOST_DAYS + 1])
def test_a_number_that_is_no_term_is_refused(count: int) -> None:
    """Before anything is counted."""
    with pytest.raises(ValueError, match="a term has 0 to 3660 days"):
        explain(date(2026, 6, 15), count, CALENDAR)


def test_a_term_that_leaves_the_known_years_is_refused() -> None:
    """At both ends."""
    for start in (date(2014, 12, 31), date(2100, 12, 31)):
        with pytest.raises(OutOfYears):
            explain(start, 1, CALENDAR)
