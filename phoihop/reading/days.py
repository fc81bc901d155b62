"""Days as papers print them, read without a calendar where it has no such day."""

import calendar
import re
from dataclasses import dataclass

from phoihop.reading.seeking import at_word

# ``low`` of "ngày 05 tháng 6 năm 2026", letters lost and signs misread included.
_LONG = (
    r"nga?y\s{0,8}(?P<d>\d{1,2})\s{0,8}tha?ng\s{0,8}(?P<m>\d{1,2})\s{0,8}"
    r"na?m\s{0,8}(?P<y>\d{4})(?!\d)"
)
LONG_DAY = re.compile(at_word(_LONG))
# The look back stands behind the first digit: see ``seeking.at_word``.
SHORT_DAY = re.compile(
    r"(?P<d>\d(?<![\d/.]\d)\d?)\s?(?P<by>[/.-])\s?(?P<m>\d{1,2})\s?(?P=by)\s?"
    r"(?P<y>(?:19|20)\d\d)(?![\d/])"
)
ISO_DAY = re.compile(
    r"(?P<y>(?:19|20)(?<![\d/.-]\d\d)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![\d/-])"
)
# Directly behind a number: "ngày 5/6/2026", ", ngày 05 tháng 6 năm 2026", "(5/6/2026)".
_LEAD = r"\s{0,3}[,(]?\s{0,3}(?:(?:ky|ban hanh)\s{1,3})?"
_LONG_BEHIND = re.compile(_LEAD + _LONG)
_SHORT_BEHIND = re.compile(rf"{_LEAD}(?:nga?y\s{{0,3}})?{SHORT_DAY.pattern}")


@dataclass(frozen=True, slots=True)
class Day:
    """A printed day: ``iso`` is None for one that no calendar has."""

    start: int
    end: int
    iso: str | None


def iso_day(year: str | int, month: str | int, day: str | int) -> str | None:
    """``2026-06-05``, or None where the calendar has no such day."""
    y, m, d = int(year), int(month), int(day)
    if not 1 <= m <= 12 or not 1 <= d <= calendar.monthrange(max(y, 1), m)[1]:
        return None
    return f"{y:04}-{m:02}-{d:02}"


def day_of(found: re.Match[str]) -> Day:
    """The day that a match of one of these patterns prints."""
    iso = iso_day(found["y"], found["m"], found["d"])
    return Day(found.start(), found.end(), iso)


def day_behind(low: str, place: int) -> Day | None:
    """The day printed directly behind a place of a folded text."""
    found = _LONG_BEHIND.match(low, place) or _SHORT_BEHIND.match(low, place)
    return day_of(found) if found else None


def first_day(low: str, start: int, end: int) -> Day | None:
    """The first whole day, day to year, between two places of a folded text."""
    found = [
        each
        for pattern in (LONG_DAY, SHORT_DAY, ISO_DAY)
        if (each := pattern.search(low, start, end))
    ]
    return day_of(min(found, key=re.Match.start)) if found else None
