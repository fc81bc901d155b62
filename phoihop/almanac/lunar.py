"""The lunar calendar of Việt Nam: months begin on the day of the new moon at UTC+7.

Pure. After J. Meeus, Astronomical Algorithms, ch. 25 (the sun) and 49 (the moon). A
month is numbered by the solar terms; the first one without a principal term in a year
of thirteen months is the leap month. Why no library: decision 0012.
"""

from datetime import date
from functools import lru_cache
from itertools import pairwise
from math import floor, radians, sin
from typing import NamedTuple

# The years in which the formulas and the law agree: Việt Nam counts by UTC+7 since
# 1968 (Decision 121-CP of 1967), and the series are good to minutes until 2100.
FIRST_YEAR, LAST_YEAR = 1968, 2100

ZONE_HOURS = 7
_JULIAN_OF_ORDINAL = 1721425
_SYNODIC = 29.530588861
_FIRST_MOON = 2415020.75933


class NoSuchDay(ValueError):
    """The lunar calendar has no such day, or it lies outside the years known."""


class LunarDay(NamedTuple):
    """A day of the lunar calendar; ``leap`` marks the second month of its number."""

    year: int
    month: int
    day: int
    leap: bool = False


class _Month(NamedTuple):
    """A lunar month and the Julian day number that it begins on."""

    start: int
    year: int
    month: int
    leap: bool


def lunar(day: date) -> LunarDay:
    """The lunar day that a day is. Raises ``NoSuchDay`` outside the years known."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise NoSuchDay(f"{day}: only {FIRST_YEAR} to {LAST_YEAR} are known.")
    number = day.toordinal() + _JULIAN_OF_ORDINAL
    month = next(
        month
        for year in (day.year + 1, day.year)
        for month in reversed(_months(year))
        if month.start <= number
    )
    return LunarDay(month.year, month.month, number - month.start + 1, month.leap)


def solar(lday: LunarDay) -> date:
    """The day that a lunar day is. Raises ``NoSuchDay`` where there is none."""
    if FIRST_YEAR - 1 <= lday.year <= LAST_YEAR:
        for around in (lday.year, lday.year + 1):
            months = _months(around)
            for month, following in zip(months, [*months[1:], None], strict=True):
                if month[1:] != (lday.year, lday.month, lday.leap):
                    continue
                end = following.start if following else _next_moon(month.start)
                found = _day_in(month.start, end, lday.day)
                if found and FIRST_YEAR <= found.year <= LAST_YEAR:
                    return found
    raise NoSuchDay(f"{lday} is no day of the years {FIRST_YEAR} to {LAST_YEAR}.")


def tet(year: int) -> date:
    """The first day of a lunar year."""
    return solar(LunarDay(year, 1, 1))


def leap_month(year: int) -> int | None:
    """The number of the month that a lunar year has twice; None where none."""
    months = {*_months(year), *_months(year + 1)}
    return next((m.month for m in months if m.leap and m.year == year), None)


def _day_in(start: int, end: int, day: int) -> date | None:
    """The ``day``-th day of the month from ``start`` to before ``end``."""
    if not 1 <= day <= end - start:
        return None
    return date.fromordinal(start + day - 1 - _JULIAN_OF_ORDINAL)


@lru_cache(maxsize=256)
def _months(year: int) -> tuple[_Month, ...]:
    """The months from the eleventh of the year before to the one before this year's."""
    first, last = _eleventh_moon(year - 1), _eleventh_moon(year)
    starts = [_new_moon_day(moon) for moon in range(first, last + 1)]
    leap_at = _leap_at(starts) if last - first == 13 else None
    months: list[_Month] = []
    name = 11
    for place, start in enumerate(starts[:-1]):
        if place == leap_at:
            months.append(months[-1]._replace(start=start, leap=True))
            continue
        # The eleventh and twelfth month at the head belong to the year before; at
        # the tail no name reaches them.
        of_year = year - 1 if name >= 11 and place <= 2 else year
        months.append(_Month(start, of_year, name, leap=False))
        name = name % 12 + 1
    return tuple(months)


def _leap_at(starts: list[int]) -> int | None:
    """The place of the first month in which the sun enters no new term."""
    terms = [_term(start) for start in starts]
    pairs = enumerate(pairwise(terms))
    return next((place for place, (a, b) in pairs if a == b), None)


def _eleventh_moon(year: int) -> int:
    """The number of the new moon before (or at) the winter solstice of a year."""
    year_end = date(year, 12, 31).toordinal() + _JULIAN_OF_ORDINAL
    moon = floor((year_end - _FIRST_MOON) / _SYNODIC) + 1
    while _new_moon_day(moon) > year_end or _term(_new_moon_day(moon)) >= 9:
        moon -= 1
    return moon


def _next_moon(start: int) -> int:
    """The day of the first new moon after the day ``start``."""
    moon = round((start - _FIRST_MOON) / _SYNODIC)
    days = (_new_moon_day(number) for number in range(moon, moon + 3))
    return next(day for day in days if day > start)


def _term(number: int) -> int:
    """In which twelfth of its year the sun stands where a day begins, 0 to 11."""
    return floor(_sun_longitude(number - 0.5 - ZONE_HOURS / 24) / 30)


def _sun_longitude(julian: float) -> float:
    """The apparent longitude of the sun in degrees (Meeus 25)."""
    t = (julian - 2451545.0) / 36525
    mean = 280.46645 + 36000.76983 * t + 0.0003032 * t * t
    m = radians(357.5291 + 35999.0503 * t - 0.0001559 * t * t)
    centre = (
        (1.9146 - 0.004817 * t) * sin(m)
        + (0.019993 - 0.000101 * t) * sin(2 * m)
        + 0.00029 * sin(3 * m)
    )
    omega = radians(125.04 - 1934.136 * t)
    return (mean + centre - 0.00569 - 0.00478 * sin(omega)) % 360


@lru_cache(maxsize=4096)
def _new_moon_day(k: int) -> int:
    """The Julian day number of the ``k``-th new moon since 1900, in Việt Nam."""
    return floor(new_moon(k) + 0.5 + ZONE_HOURS / 24)


def new_moon(k: int) -> float:
    """The instant of the ``k``-th new moon since 1900 as a Julian date (Meeus 49)."""
    t = k / 1236.85
    julian = 2415020.75933 + 29.53058868 * k + 0.0001178 * t**2 - 0.000000155 * t**3
    julian += 0.00033 * sin(radians(166.56 + 132.87 * t - 0.009173 * t**2))
    sun = radians(359.2242 + 29.10535608 * k - 0.0000333 * t**2)
    moon = radians(306.0253 + 385.81691806 * k + 0.0107306 * t**2)
    node = radians(21.2964 + 390.67050646 * k - 0.0016528 * t**2)
    julian += (
        (0.1734 - 0.000393 * t) * sin(sun)
        + 0.0021 * sin(2 * sun)
        - 0.4068 * sin(moon)
        + 0.0161 * sin(2 * moon)
        - 0.0004 * sin(3 * moon)
        + 0.0104 * sin(2 * node)
        - 0.0051 * sin(sun + moon)
        - 0.0074 * sin(sun - moon)
        + 0.0004 * sin(2 * node + sun)
        - 0.0004 * sin(2 * node - sun)
        - 0.0006 * sin(2 * node + moon)
        + 0.0010 * sin(2 * node - moon)
        + 0.0005 * sin(sun + 2 * moon)
    )
    # From the uniform time of astronomers to the time of clocks.
    return julian - (-0.000278 + 0.000265 * t + 0.000262 * t**2)
