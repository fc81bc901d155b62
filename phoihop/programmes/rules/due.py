"""Until when: the last day in time that a due of each kind comes to. Pure.

Product rule 1: a date is the end of its day; "trước ngày X" is kept as read, and the
last day in time is the day before X.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from phoihop.reading.findings import Bound, DueKind

# Every word that a recurring due may have.
RECURRENCES = (
    "daily",
    "weekly",
    "monthly",
    "quarterly",
    "half-yearly",
    "yearly",
    "periodic",
    "continuous",
)
# Of these a calendar gives the last day; of the others a person may.
COUNTED = frozenset(
    {DueKind.DATE, DueKind.MONTH, DueKind.QUARTER, DueKind.HALF_YEAR, DueKind.YEAR}
)
SHAPES = {
    DueKind.DATE: re.compile(r"\d{4}-\d{2}-\d{2}"),
    DueKind.MONTH: re.compile(r"(\d{4})-(\d{2})"),
    DueKind.QUARTER: re.compile(r"(\d{4})-Q([1-4])"),
    DueKind.HALF_YEAR: re.compile(r"(\d{4})-H([12])"),
    DueKind.YEAR: re.compile(r"(\d{4})"),
}

# How a person writes a part of a year: "quý II/2026".
ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4"}
LATIN = {int(number): numeral for numeral, number in ROMAN.items()}
PARTS = {DueKind.QUARTER: "Q", DueKind.HALF_YEAR: "H"}
WIDTHS = {DueKind.MONTH: "02"}


def last_day(kind: DueKind, value: str | None, bound: Bound) -> date | None:
    """The last day on which a task with this due is in time.

    None for the kinds that name no span of the calendar. Raises ``ValueError`` for a
    value that does not have the shape of its kind, or a day that does not exist.
    """
    if kind not in COUNTED:
        if kind is DueKind.RECURRING and value not in RECURRENCES:
            raise ValueError(value)
        return None
    first, last = _span(kind, value or "")
    return first - timedelta(days=1) if bound is Bound.BEFORE else last


def read_value(kind: DueKind, text: str) -> str:
    """The value that a person's words name, in the shape of its kind.

    "6/2026" is a month, "II/2026" or "2/2026" a quarter or half of a year, "2026" a
    year; what stands in its shape stays. Raises ``ValueError`` for anything else.
    """
    text = text.strip()
    shape = SHAPES[kind]
    if shape.fullmatch(text) or kind is DueKind.YEAR:
        value = text
    else:
        part, _slash, year = (word.strip() for word in text.partition("/"))
        number = ROMAN.get(part.upper(), part)
        if not number.isascii() or not number.isdecimal():
            raise ValueError(text)
        value = f"{year}-{PARTS.get(kind, '')}{int(number):{WIDTHS.get(kind, '')}}"
    _span(kind, value)
    return value


def written_value(kind: DueKind, value: str) -> str:
    """The same as a person writes it: "06/2026", "II/2026", "2026"."""
    found = SHAPES[kind].fullmatch(value) if kind in SHAPES else None
    if found is None or kind in (DueKind.DATE, DueKind.YEAR):
        return value
    part = found[2] if kind is DueKind.MONTH else LATIN[int(found[2])]
    return f"{part}/{found[1]}"


def _span(kind: DueKind, value: str) -> tuple[date, date]:
    """The first and last day of what the value names."""
    found = SHAPES[kind].fullmatch(value)
    if found is None:
        raise ValueError(value)
    if kind is DueKind.DATE:
        day = date.fromisoformat(value)
        return day, day
    year = int(found[1])
    months = {DueKind.MONTH: 1, DueKind.QUARTER: 3, DueKind.HALF_YEAR: 6}.get(kind, 12)
    part = int(found[2]) if kind is not DueKind.YEAR else 1
    month = part * months
    first = date(year, month - months + 1, 1)
    return first, date(year, month, monthrange(year, month)[1])
