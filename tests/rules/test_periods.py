"""Periods of reporting and the days whose figures they count."""

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.periods import (
    CALENDAR,
    DECREE_09_2019,
    DataRule,
    NoSuchPeriod,
    Period,
    PeriodKind,
    at,
    in_year,
    parse,
)

pytestmark = pytest.mark.pure

WEEK, MONTH, QUARTER = PeriodKind.WEEK, PeriodKind.MONTH, PeriodKind.QUARTER
HALF, NINE, YEAR = PeriodKind.HALF, PeriodKind.NINE_MONTHS, PeriodKind.YEAR
KINDS = st.sampled_from(PeriodKind)
YEARS = st.integers(1950, 2150)


@pytest.mark.parametrize(
    ("period", "label", "start", "end"),
    [
        (Period(WEEK, 2026, 23), "Tuần 23/2026", "2026-06-01", "2026-06-07"),
        (Period(WEEK, 2026, 1), "Tuần 1/2026", "2025-12-29", "2026-01-04"),
        (Period(WEEK, 2026, 53), "Tuần 53/2026", "2026-12-28", "2027-01-03"),
        (Period(MONTH, 2024, 2), "Tháng 2/2024", "2024-02-01", "2024-02-29"),
        (Period(MONTH, 2026, 12), "Tháng 12/2026", "2026-12-01", "2026-12-31"),
        (Period(QUARTER, 2026, 2), "Quý II/2026", "2026-04-01", "2026-06-30"),
        (Period(QUARTER, 2026, 4), "Quý IV/2026", "2026-10-01", "2026-12-31"),
        (Period(HALF, 2026, 1), "6 tháng đầu năm 2026", "2026-01-01", "2026-06-30"),
        (Period(HALF, 2026, 2), "6 tháng cuối năm 2026", "2026-07-01", "2026-12-31"),
        (Period(NINE, 2026), "9 tháng năm 2026", "2026-01-01", "2026-09-30"),
        (Period(YEAR, 2026), "Năm 2026", "2026-01-01", "2026-12-31"),
    ],
)
def test_a_period_has_a_name_and_its_days(
    period: Period, label: str, start: str, end: str
) -> None:
    """And is found again by its name."""
    assert period.label == label
    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)
    assert parse(label) == period
    assert str(period.year) in period.label_en


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("quý 2 năm 2026", Period(QUARTER, 2026, 2)),
        ("Quý iv / 2026", Period(QUARTER, 2026, 4)),
        ("QUÝ III/2026", Period(QUARTER, 2026, 3)),
        ("Tháng 06/2026", Period(MONTH, 2026, 6)),
        ("tháng 6  năm 2026", Period(MONTH, 2026, 6)),
        ("06 tháng đầu năm 2026", Period(HALF, 2026, 1)),
        ("9 tháng đầu năm 2026", Period(NINE, 2026)),
        ("cả năm 2026", Period(YEAR, 2026)),
        ("tuần 5 năm 2026", Period(WEEK, 2026, 5)),
        (unicodedata.normalize("NFD", "Quý I/2026"), Period(QUARTER, 2026, 1)),
    ],
)
def test_a_period_is_read_as_people_write_it(written: str, period: Period) -> None:
    """In figures or Roman, with a stroke or in words."""
    assert parse(written) == period


@pytest.mark.parametrize(
    "written",
    ["", "Quý V/2026", "Quý 5/2026", "Tháng 13/2026", "Tháng 0/2026", "Tuần 54/2026",
     "Tuần 53/2025", "6 tháng năm 2026", "Năm 26", "Năm 1800", "2026"],
)  # fmt: skip
def test_what_names_no_period_is_refused(written: str) -> None:
    """Nothing is guessed; 2025 has 52 weeks."""
    with pytest.raises(NoSuchPeriod):
        parse(written)


@given(KINDS, YEARS)
def test_the_periods_of_a_year_follow_one_another(kind: PeriodKind, year: int) -> None:
    """Without a gap, forth and back."""
    periods = in_year(kind, year)
    for one, other in zip(periods, (*periods[1:], periods[-1].next()), strict=True):
        assert one.next() == other
        assert other.previous() == one
        if kind is not PeriodKind.NINE_MONTHS:
            assert one.end + timedelta(days=1) == other.start


@given(st.sampled_from([WEEK, MONTH, QUARTER, HALF, YEAR]),
       st.dates(date(1950, 1, 1), date(2150, 12, 31)))  # fmt: skip
def test_every_day_lies_in_one_period_of_each_kind(kind: PeriodKind, day: date) -> None:
    """Its first and last day belong to it."""
    period = at(kind, day)
    assert period.contains(day)
    assert period.start <= day <= period.end
    assert not period.next().contains(day)
    assert not period.previous().contains(day)


def test_the_last_quarter_lies_in_no_nine_months() -> None:
    """Nine months are January to September."""
    assert at(NINE, date(2026, 9, 30)) == Period(NINE, 2026)
    with pytest.raises(NoSuchPeriod):
        at(NINE, date(2026, 10, 1))


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        (Period(WEEK, 2026, 23), "2026-05-28", "2026-06-03"),
        (Period(MONTH, 2026, 1), "2025-12-15", "2026-01-14"),
        (Period(MONTH, 2026, 6), "2026-05-15", "2026-06-14"),
        (Period(QUARTER, 2026, 1), "2025-12-15", "2026-03-14"),
        (Period(QUARTER, 2026, 2), "2026-03-15", "2026-06-14"),
        (Period(HALF, 2026, 1), "2025-12-15", "2026-06-14"),
        (Period(HALF, 2026, 2), "2026-06-15", "2026-12-14"),
        (Period(NINE, 2026), "2025-12-15", "2026-09-14"),
        (Period(YEAR, 2026), "2025-12-15", "2026-12-14"),
    ],
)
def test_figures_are_cut_off_as_the_decree_says(
    period: Period, start: str, end: str
) -> None:
    """Decree 09/2019/NĐ-CP, Art. 12: a week runs from Thursday to Wednesday."""
    window = DECREE_09_2019.window(period)
    assert (window.start.isoformat(), window.end.isoformat()) == (start, end)
    assert window.article == "Nghị định 09/2019/NĐ-CP, Điều 12"
    assert window.contains(window.start)
    assert window.contains(window.end)
    assert not window.contains(window.end + timedelta(days=1))


@given(st.sampled_from([WEEK, MONTH, QUARTER, HALF, YEAR]), YEARS,
       st.integers(1, 28), st.integers(0, 6))  # fmt: skip
def test_no_figure_falls_between_two_windows_wherever_they_are_cut(
    kind: PeriodKind, year: int, last_day: int, last_weekday: int
) -> None:
    """Each window begins on the day after the one before."""
    rule = DataRule("own", last_day, last_weekday)
    for period in in_year(kind, year):
        after = rule.window(period.next())
        assert rule.window(period).end + timedelta(days=1) == after.start


@given(KINDS, YEARS)
def test_by_the_calendar_a_window_is_the_period_itself(
    kind: PeriodKind, year: int
) -> None:
    """Party and Front bodies have calendars of their own."""
    for period in in_year(kind, year):
        window = CALENDAR.window(period)
        assert (window.start, window.end) == (period.start, period.end)
        assert window.checked


def test_what_was_not_read_in_a_paper_is_marked() -> None:
    """Weeks, halves and years were; months, quarters and nine months were not."""
    checked = {k for k in PeriodKind if DECREE_09_2019.window(Period(k, 2026)).checked}
    assert checked == {WEEK, HALF, YEAR}


@pytest.mark.parametrize(("day", "weekday"), [(0, 2), (29, 2), (14, 7), (14, -1)])
def test_a_cut_that_some_month_lacks_is_refused(day: int, weekday: int) -> None:
    """The 29th is missing in most Februaries."""
    with pytest.raises(ValueError, match="last_day"):
        DataRule("own", last_day=day, last_weekday=weekday)
