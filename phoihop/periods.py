"""Periods of reporting: what they are called, and the days whose figures they count.

Pure. A period is a week, month, quarter, half, nine months or year of the calendar; the
window of its figures is another thing, set by a ``DataRule``.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

DAY = timedelta(days=1)
ROMAN = ("I", "II", "III", "IV")


class PeriodKind(StrEnum):
    """How long a period is."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine_months"
    YEAR = "year"


MONTHS = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF: 6,
    PeriodKind.NINE_MONTHS: 9,
    PeriodKind.YEAR: 12,
}
MOST = {
    PeriodKind.WEEK: 53,
    PeriodKind.MONTH: 12,
    PeriodKind.QUARTER: 4,
    PeriodKind.HALF: 2,
    PeriodKind.NINE_MONTHS: 1,
    PeriodKind.YEAR: 1,
}


class NoSuchPeriod(ValueError):
    """No year has this period, or no period has this name."""


@dataclass(frozen=True, order=True)
class Period:
    """The ``number``-th period of its kind in a year; weeks are those of ISO 8601."""

    kind: PeriodKind
    year: int
    number: int = 1

    def __post_init__(self) -> None:
        """Refuse what no year has. Raises ``NoSuchPeriod``."""
        if not (1900 <= self.year <= 2199 and 1 <= self.number <= _most(self)):
            raise NoSuchPeriod(f"{self.kind} {self.number}/{self.year}")

    @property
    def start(self) -> date:
        """Its first day."""
        if self.kind is PeriodKind.WEEK:
            return date.fromisocalendar(self.year, self.number, 1)
        return date(self.year, (self.number - 1) * MONTHS[self.kind] + 1, 1)

    @property
    def end(self) -> date:
        """Its last day, which belongs to it."""
        if self.kind is PeriodKind.WEEK:
            return self.start + 6 * DAY
        last = self.number * MONTHS[self.kind]
        return _day_of_month(self.year, last + 1, 1) - DAY

    @property
    def label(self) -> str:
        """Its name in Vietnamese: Quý II/2026."""
        return _LABELS[self.kind](self)

    @property
    def label_en(self) -> str:
        """Its name in English: Quarter II/2026."""
        return _LABELS_EN[self.kind](self)

    def next(self) -> "Period":
        """The one behind it, of the same kind."""
        if self.number < _most(self):
            return Period(self.kind, self.year, self.number + 1)
        return Period(self.kind, self.year + 1)

    def previous(self) -> "Period":
        """The one before it, of the same kind."""
        if self.number > 1:
            return Period(self.kind, self.year, self.number - 1)
        return in_year(self.kind, self.year - 1)[-1]

    def contains(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.start <= day <= self.end


def in_year(kind: PeriodKind, year: int) -> tuple[Period, ...]:
    """All periods of a kind in a year."""
    return tuple(
        Period(kind, year, number)
        for number in range(1, _most(Period(kind, year, 1)) + 1)
    )


def at(kind: PeriodKind, day: date) -> Period:
    """The period of a kind that a day lies in. Raises ``NoSuchPeriod``.

    October to December lie in no nine months.
    """
    if kind is PeriodKind.WEEK:
        year, week, _ = day.isocalendar()
        return Period(kind, year, week)
    return Period(kind, day.year, (day.month - 1) // MONTHS[kind] + 1)


def parse(text: str) -> Period:
    """The period that a label names, in the ways it is written. Raises the same."""
    plain = " ".join(unicodedata.normalize("NFC", text).split()).casefold()
    for kind, pattern in _WRITTEN:
        found = pattern.fullmatch(plain)
        if found:
            told = found.groupdict()
            number = told.get("n", "1")
            number = _NUMBERS.get(number, number)
            return Period(kind, int(told["year"]), int(number))
    raise NoSuchPeriod(text)


@dataclass(frozen=True)
class Window:
    """The days whose figures a report counts, both included, and what says so."""

    start: date
    end: date
    article: str
    checked: bool

    def contains(self, day: date) -> bool:
        """Whether the figures of a day are counted."""
        return self.start <= day <= self.end


@dataclass(frozen=True)
class DataRule:
    """Where the figures of a period are cut off.

    ``last_day`` is the day of a month, ``last_weekday`` the day of a week (Monday is
    0), that still counts; None counts to the end of the period itself. ``article``
    says which paper sets it, ``checked`` the kinds for which that was read.
    """

    code: str
    last_day: int | None = None
    last_weekday: int | None = None
    article: str = ""
    checked: frozenset[PeriodKind] = frozenset()

    def __post_init__(self) -> None:
        """Only days that every month and week have."""
        day, weekday = self.last_day, self.last_weekday
        in_month = day is None or 1 <= day <= 28
        if not in_month or not (weekday is None or 0 <= weekday < 7):
            raise ValueError(f"{self.code}: last_day 1–28, last_weekday 0–6")

    def window(self, period: Period) -> Window:
        """The days that a period counts under this rule."""
        start, end = period.start, period.end
        if period.kind is PeriodKind.WEEK and self.last_weekday is not None:
            end = start + self.last_weekday * DAY
            start = end - 6 * DAY
        elif period.kind is not PeriodKind.WEEK and self.last_day is not None:
            start = _day_of_month(start.year, start.month - 1, self.last_day) + DAY
            end = date(end.year, end.month, self.last_day)
        return Window(start, end, self.article, period.kind in self.checked)


# The days of the calendar themselves; no paper is needed for them.
CALENDAR = DataRule("calendar", checked=frozenset(PeriodKind))
# Weeks, halves and years were read in papers that apply the article; months, quarters
# and nine months only in what is written about it.
DECREE_09_2019 = DataRule(
    "decree_09_2019",
    last_day=14,
    last_weekday=2,
    article="Nghị định 09/2019/NĐ-CP, Điều 12",
    checked=frozenset({PeriodKind.WEEK, PeriodKind.HALF, PeriodKind.YEAR}),
)


def _most(period: Period) -> int:
    """How many periods of this kind the year has."""
    if period.kind is PeriodKind.WEEK:
        # 28 December lies in the last week of its year, always (ISO 8601).
        return date(period.year, 12, 28).isocalendar().week
    return MOST[period.kind]


def _day_of_month(year: int, month: int, day: int) -> date:
    """A day of a month that may lie beside the year: 0 is the December before."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, day)


_LABELS = {
    PeriodKind.WEEK: lambda p: f"Tuần {p.number}/{p.year}",
    PeriodKind.MONTH: lambda p: f"Tháng {p.number}/{p.year}",
    PeriodKind.QUARTER: lambda p: f"Quý {ROMAN[p.number - 1]}/{p.year}",
    PeriodKind.HALF: lambda p: (
        f"6 tháng {'đầu' if p.number == 1 else 'cuối'} năm {p.year}"
    ),
    PeriodKind.NINE_MONTHS: lambda p: f"9 tháng năm {p.year}",
    PeriodKind.YEAR: lambda p: f"Năm {p.year}",
}
_LABELS_EN = {
    PeriodKind.WEEK: lambda p: f"Week {p.number}/{p.year}",
    PeriodKind.MONTH: lambda p: f"Month {p.number}/{p.year}",
    PeriodKind.QUARTER: lambda p: f"Quarter {ROMAN[p.number - 1]}/{p.year}",
    PeriodKind.HALF: lambda p: (
        f"{'First' if p.number == 1 else 'Second'} half of {p.year}"
    ),
    PeriodKind.NINE_MONTHS: lambda p: f"Nine months of {p.year}",
    PeriodKind.YEAR: lambda p: f"Year {p.year}",
}


def _patterns() -> Iterator[tuple[PeriodKind, re.Pattern[str]]]:
    """How each kind is written, in small letters and single blanks."""
    of_year = r"(?: ?/ ?| năm )(?P<year>\d{4})"
    yield PeriodKind.WEEK, re.compile(rf"tuần (?P<n>\d{{1,2}}){of_year}")
    yield PeriodKind.MONTH, re.compile(rf"tháng (?P<n>\d{{1,2}}){of_year}")
    yield PeriodKind.QUARTER, re.compile(rf"quý (?P<n>i{{1,3}}|iv|[1-4]){of_year}")
    yield PeriodKind.HALF, re.compile(r"0?6 tháng (?P<n>đầu|cuối) năm (?P<year>\d{4})")
    nine = r"0?9 tháng (?:đầu )?năm (?P<year>\d{4})"
    yield PeriodKind.NINE_MONTHS, re.compile(nine)
    yield PeriodKind.YEAR, re.compile(r"(?:cả )?năm (?P<year>\d{4})")


_WRITTEN = tuple(_patterns())
_NUMBERS = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "đầu": "1", "cuối": "2"}
