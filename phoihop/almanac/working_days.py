"""Counting days, and saying of each day why it counts or not.

Pure. The first day is not counted (Civil Code 91/2015/QH13, Art. 147.2), and a term
that would end on a day off ends on the next working day (Art. 148.5).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from phoihop.almanac.holidays import Calendar, Kind, SpecialDay, is_weekend

DAY = timedelta(days=1)
# Longer terms are set in months or years.
MOST_DAYS = 3660


class Unit(StrEnum):
    """What is counted."""

    WORKING = "working"
    CALENDAR = "calendar"


class Reason(StrEnum):
    """Why a day counts or not; the kinds of special days are reasons by their words."""

    FIRST = "first"
    WORKING = "working"
    WEEKEND = "weekend"
    HOLIDAY = Kind.HOLIDAY.value
    SUBSTITUTE = Kind.SUBSTITUTE.value
    SWAPPED_OFF = Kind.SWAPPED_OFF.value
    SWAPPED_WORKED = Kind.SWAPPED_WORKED.value
    OWN_OFF = Kind.OWN_OFF.value
    OWN_WORKED = Kind.OWN_WORKED.value
    MOVED_TO = "moved_to"


@dataclass(frozen=True)
class CountedDay:
    """One day of a term: its number, if it counts, and why.

    ``special`` says the holiday or the swap behind the reason, where there is one.
    """

    day: date
    number: int | None
    reason: Reason
    special: SpecialDay | None = None


def explain(
    start: date, count: int, calendar: Calendar, unit: Unit = Unit.WORKING
) -> tuple[CountedDay, ...]:
    """Every day from ``start`` to the end of a term of ``count`` days.

    Raises ``ValueError`` for a number that is no term, ``OutOfYears`` beyond the years
    known.
    """
    if not 0 <= count <= MOST_DAYS:
        raise ValueError(f"{count}: a term has 0 to {MOST_DAYS} days")
    told = [CountedDay(start, None, Reason.FIRST, calendar.special(start))]
    number = 0
    while number < count:
        day = told[-1].day + DAY
        reason, special = _reason(day, calendar), calendar.special(day)
        if unit is Unit.WORKING and calendar.is_off(day):
            told.append(CountedDay(day, None, reason, special))
            continue
        number += 1
        told.append(CountedDay(day, number, reason, special))
    while count and calendar.is_off(told[-1].day):
        told.append(_next(told[-1].day + DAY, calendar))
    return tuple(told)


def add_working_days(start: date, count: int, calendar: Calendar) -> date:
    """The ``count``-th working day after ``start``; ``start`` itself for none."""
    return explain(start, count, calendar)[-1].day


def add_calendar_days(start: date, count: int, calendar: Calendar) -> date:
    """``count`` days after ``start``, or the working day after it if that is off."""
    return explain(start, count, calendar, Unit.CALENDAR)[-1].day


def count_between(start: date, end: date, calendar: Calendar) -> int:
    """How many working days lie after ``start``, up to and with ``end``."""
    days = (start + number * DAY for number in range(1, (end - start).days + 1))
    return sum(1 for day in days if not calendar.is_off(day))


def _next(day: date, calendar: Calendar) -> CountedDay:
    """A day behind the last one counted: off, or the one that the term moves to."""
    special = calendar.special(day)
    if calendar.is_off(day):
        return CountedDay(day, None, _reason(day, calendar), special)
    return CountedDay(day, None, Reason.MOVED_TO, special)


def _reason(day: date, calendar: Calendar) -> Reason:
    special = calendar.special(day)
    if special is not None:
        return Reason(special.kind.value)
    return Reason.WEEKEND if is_weekend(day) else Reason.WORKING
