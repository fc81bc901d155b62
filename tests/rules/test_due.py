"""Until when a task is due, as read and as counted; and the years of a programme."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.programmes.rules.due import COUNTED, RECURRENCES, last_day
from phoihop.programmes.rules.years import FIRST_YEAR, LAST_YEAR, years_in_order
from phoihop.reading.findings import Bound, DueKind

pytestmark = pytest.mark.pure

K, BY, BEFORE = DueKind, Bound.BY, Bound.BEFORE


@pytest.mark.parametrize(
    ("kind", "value", "bound", "day"),
    [
        (K.DATE, "2026-06-30", BY, date(2026, 6, 30)),
        # Product rule 1: "trước ngày 30/6" is in time until the end of 29/6.
        (K.DATE, "2026-06-30", BEFORE, date(2026, 6, 29)),
        (K.DATE, "2026-03-01", BEFORE, date(2026, 2, 28)),
        (K.DATE, "2024-03-01", BEFORE, date(2024, 2, 29)),
        (K.MONTH, "2026-02", BY, date(2026, 2, 28)),
        (K.MONTH, "2024-02", BY, date(2024, 2, 29)),
        (K.MONTH, "2026-12", BY, date(2026, 12, 31)),
        # "Trước tháng 7" ends with June.
        (K.MONTH, "2026-07", BEFORE, date(2026, 6, 30)),
        (K.MONTH, "2026-01", BEFORE, date(2025, 12, 31)),
        (K.QUARTER, "2026-Q1", BY, date(2026, 3, 31)),
        (K.QUARTER, "2026-Q4", BY, date(2026, 12, 31)),
        (K.QUARTER, "2026-Q3", BEFORE, date(2026, 6, 30)),
        (K.HALF_YEAR, "2026-H1", BY, date(2026, 6, 30)),
        (K.HALF_YEAR, "2026-H2", BY, date(2026, 12, 31)),
        (K.HALF_YEAR, "2026-H2", BEFORE, date(2026, 6, 30)),
        (K.YEAR, "2026", BY, date(2026, 12, 31)),
        (K.YEAR, "2026", BEFORE, date(2025, 12, 31)),
        # No calendar says when these are: a person may.
        (K.EVENT, None, BEFORE, None),
        (K.EVENT, "", BY, None),
        (K.RELATIVE, None, BY, None),
        (K.NONE, None, BY, None),
        (K.RECURRING, "monthly", BY, None),
    ],
)
def test_each_kind_comes_to_its_last_day(
    kind: DueKind, value: str | None, bound: Bound, day: date | None
) -> None:
    """Months of any length, leap years, the turn of the year."""
    assert last_day(kind, value, bound) == day


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (K.DATE, "2026-02-31"),
        (K.DATE, "2026-06"),
        (K.DATE, "30/06/2026"),
        (K.DATE, ""),
        (K.DATE, None),
        (K.MONTH, "2026-13"),
        (K.MONTH, "2026-00"),
        (K.MONTH, "0000-01"),
        (K.MONTH, "2026-Q1"),
        (K.QUARTER, "2026-Q5"),
        (K.QUARTER, "2026-q1"),
        (K.HALF_YEAR, "2026-H3"),
        (K.YEAR, "26"),
        (K.YEAR, "2026-01-01"),
        (K.RECURRING, "sometimes"),
        (K.RECURRING, None),
        (K.RECURRING, ""),
    ],
)
def test_a_value_that_is_not_of_its_kind_is_no_due(
    kind: DueKind, value: str | None
) -> None:
    """Nor is a day that does not exist."""
    with pytest.raises(ValueError):  # noqa: PT011 - the calendar's own words
        last_day(kind, value, BY)


@pytest.mark.parametrize("word", RECURRENCES)
def test_every_recurrence_is_known(word: str) -> None:
    """And none is counted to a day."""
    assert last_day(K.RECURRING, word, BY) is None


@given(st.dates(date(2000, 1, 2), date(2100, 12, 1)))
def test_before_a_day_is_the_day_before(day: date) -> None:
    """Whatever the day."""
    told = last_day(K.DATE, day.isoformat(), BEFORE)
    assert told == day - timedelta(days=1)


@given(st.integers(2001, 2100), st.integers(1, 12))
def test_a_span_ends_where_the_next_begins(year: int, month: int) -> None:
    """By the end of a month is before the next one."""
    following = date(year + month // 12, month % 12 + 1, 1)
    ends = last_day(K.MONTH, f"{year}-{month:02}", BY)
    assert ends == last_day(K.MONTH, f"{following:%Y-%m}", BEFORE)
    assert ends == following - timedelta(days=1)


def test_every_counted_kind_has_a_shape() -> None:
    """A kind that is counted without one would break on its first value."""
    for kind in COUNTED:
        with pytest.raises(ValueError):  # noqa: PT011 - as above
            last_day(kind, "?", BY)


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
