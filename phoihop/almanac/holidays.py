"""The days off of a year, worked out of dated facts; each with its source.

Pure: the facts come in as a ``Calendar``. What the year's notice has not fixed yet is
expected by rule and says so (``noticed`` is false); what nobody has held against the
official text says so too (``checked`` is false).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from phoihop.almanac.entries import BadDays, read, tables
from phoihop.almanac.lunar import LAST_YEAR, LunarDay, solar

DAY = timedelta(days=1)
NO_DAYS_BEFORE = (0,) * 7
TABLES = ("rule", "substitute", "notice", "swap", "day")


class Kind(StrEnum):
    """What makes a day another than its weekday says."""

    HOLIDAY = "holiday"
    SUBSTITUTE = "substitute"
    SWAPPED_OFF = "swapped_off"
    SWAPPED_WORKED = "swapped_worked"
    OWN_OFF = "own_off"
    OWN_WORKED = "own_worked"


WORKED = (Kind.SWAPPED_WORKED, Kind.OWN_WORKED)


class OutOfYears(ValueError):
    """No facts are known of this year."""


@dataclass(frozen=True)
class Rule:
    """Days off that come back each year: ``length`` of them around a base day."""

    code: str
    vi: str
    en: str
    month: int
    day: int
    from_year: int
    source: str
    checked: bool
    lunar: bool = False
    length: int = 1
    # By the weekday of the base day, from Monday; where no notice says otherwise.
    begins_before: tuple[int, ...] = NO_DAYS_BEFORE
    # Whether a notice fixes the days each year.
    noticed: bool = False
    to_year: int | None = None

    def __post_init__(self) -> None:
        """A rule must name a day that some year has."""
        try:
            date(2000, self.month, min(self.day, 30) if self.lunar else self.day)
        except ValueError:
            raise BadDays(f"{self.day}/{self.month}: không có / no such day") from None
        if not 1 <= self.length <= 10:
            raise BadDays("length: 1–10")

    def base(self, year: int) -> date | None:
        """The day itself in a year; None where the lunar year lacks it."""
        try:
            if self.lunar:
                return solar(LunarDay(year, self.month, self.day))
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def holds_in(self, year: int) -> bool:
        """Whether it was or is the law in a year."""
        return self.from_year <= year <= (self.to_year or LAST_YEAR)


@dataclass(frozen=True)
class Substitute:
    """From when on a day off at a weekend is made good on the next working day."""

    from_year: int
    source: str
    checked: bool


@dataclass(frozen=True)
class Notice:
    """The first day off that a year's notice fixed for a rule."""

    code: str
    first: date
    source: str
    checked: bool


@dataclass(frozen=True)
class Swap:
    """A working day that is off, and the day of rest that is worked for it."""

    off: date
    worked: date
    source: str
    checked: bool


@dataclass(frozen=True)
class OwnDay:
    """A day that an installation itself knows to be off, or to be worked."""

    date: date
    vi: str
    en: str
    source: str
    checked: bool
    off: bool = True


@dataclass(frozen=True)
class SpecialDay:
    """A day that is off, or worked, against its weekday or for a name of its own.

    ``instead_of`` is the day at the weekend that a substitute makes good, and the
    other half of a swap.
    """

    day: date
    kind: Kind
    source: str
    checked: bool
    vi: str = ""
    en: str = ""
    noticed: bool = True
    instead_of: date | None = None


# Compared as itself, not by its facts: years are remembered for it.
@dataclass(frozen=True, eq=False)
class Calendar:
    """All that is known of days off."""

    rules: tuple[Rule, ...] = ()
    substitutes: tuple[Substitute, ...] = ()
    notices: tuple[Notice, ...] = ()
    swaps: tuple[Swap, ...] = ()
    own: tuple[OwnDay, ...] = ()

    @property
    def first_year(self) -> int:
        """The first year that the rules speak of."""
        return min((rule.from_year for rule in self.rules), default=LAST_YEAR + 1)

    def joined(self, other: "Calendar") -> "Calendar":
        """These facts, and those of another file after them."""
        return Calendar(
            self.rules + other.rules,
            self.substitutes + other.substitutes,
            self.notices + other.notices,
            self.swaps + other.swaps,
            self.own + other.own,
        )

    def special_days(self, year: int) -> tuple[SpecialDay, ...]:
        """Every special day of a year in order. Raises ``OutOfYears``."""
        return _special_days(self, year)

    def special(self, day: date) -> SpecialDay | None:
        """What is special about a day: worked before off. Raises ``OutOfYears``."""
        return _by_day(self, day.year).get(day)

    def is_off(self, day: date) -> bool:
        """Whether offices are closed on a day. Raises ``OutOfYears``."""
        special = self.special(day)
        return is_weekend(day) if special is None else special.kind not in WORKED

    def is_noticed(self, year: int) -> bool:
        """Whether every notice that a year needs is known."""
        return all(found.noticed for found in self.special_days(year))


def load(text: str) -> Calendar:
    """The facts in a .toml text. Raises ``BadDays``, naming the wrong entry."""
    found = tables(text, *TABLES, "anniversary")
    return Calendar(
        rules=read("rule", found["rule"], Rule),
        substitutes=read("substitute", found["substitute"], Substitute),
        notices=read("notice", found["notice"], Notice),
        swaps=read("swap", found["swap"], Swap),
        own=read("day", found["day"], OwnDay),
    )


def is_weekend(day: date) -> bool:
    """Saturday or Sunday: the weekly days of rest of offices."""
    return day.weekday() >= 5


@lru_cache(maxsize=512)
def _special_days(calendar: Calendar, year: int) -> tuple[SpecialDay, ...]:
    if not calendar.first_year <= year <= LAST_YEAR:
        raise OutOfYears(f"{year}: only {calendar.first_year} to {LAST_YEAR} are known")
    holidays = _holidays(calendar, year)
    swapped = [day for day in _swapped(calendar) if day.day.year == year]
    own = [
        SpecialDay(
            day=each.date,
            kind=Kind.OWN_OFF if each.off else Kind.OWN_WORKED,
            source=each.source,
            checked=each.checked,
            vi=each.vi,
            en=each.en,
        )
        for each in calendar.own
        if each.date.year == year
    ]
    substitutes = _substitutes(calendar, holidays, {day.day for day in swapped})
    return tuple(
        sorted([*holidays, *substitutes, *swapped, *own], key=lambda found: found.day)
    )


@lru_cache(maxsize=512)
def _by_day(calendar: Calendar, year: int) -> dict[date, SpecialDay]:
    """The special days by their day; what is worked, and one's own, has the say."""
    order = list(Kind)
    ranked = sorted(
        _special_days(calendar, year), key=lambda found: order.index(found.kind)
    )
    first: dict[date, SpecialDay] = {}
    for found in ranked:
        if found.kind in (Kind.SWAPPED_WORKED, Kind.OWN_OFF, Kind.OWN_WORKED):
            first[found.day] = found
        first.setdefault(found.day, found)
    return first


def _holidays(calendar: Calendar, year: int) -> list[SpecialDay]:
    """The days that the rules give in a year."""
    found = []
    for rule in calendar.rules:
        base = rule.base(year) if rule.holds_in(year) else None
        if base is None:
            continue
        first, said = base - rule.begins_before[base.weekday()] * DAY, None
        for notice in calendar.notices:
            if notice.code == rule.code and notice.first.year == year:
                first, said = notice.first, notice
        for number in range(rule.length):
            found.append(
                SpecialDay(
                    day=first + number * DAY,
                    kind=Kind.HOLIDAY,
                    source=f"{rule.source}; {said.source}" if said else rule.source,
                    checked=rule.checked and (said is None or said.checked),
                    vi=rule.vi,
                    en=rule.en,
                    noticed=said is not None or not rule.noticed,
                )
            )
    return found


def _swapped(calendar: Calendar) -> list[SpecialDay]:
    """Both halves of each swap."""
    return [
        SpecialDay(day, kind, swap.source, swap.checked, instead_of=other)
        for swap in calendar.swaps
        for day, kind, other in (
            (swap.off, Kind.SWAPPED_OFF, swap.worked),
            (swap.worked, Kind.SWAPPED_WORKED, swap.off),
        )
    ]


def _substitutes(
    calendar: Calendar, holidays: list[SpecialDay], swapped: set[date]
) -> list[SpecialDay]:
    """A working day for each day off at a weekend, in the order of the days."""
    taken = {found.day for found in holidays} | swapped
    made: list[SpecialDay] = []
    weekends = {found.day: found for found in holidays if is_weekend(found.day)}
    for day, lost in sorted(weekends.items()):
        laws = [law for law in calendar.substitutes if law.from_year <= day.year]
        if not laws:
            continue
        free = day + DAY
        while is_weekend(free) or free in taken:
            free += DAY
        taken.add(free)
        made.append(
            SpecialDay(
                day=free,
                kind=Kind.SUBSTITUTE,
                source=laws[-1].source,
                checked=laws[-1].checked and lost.checked,
                vi=lost.vi,
                en=lost.en,
                noticed=lost.noticed,
                instead_of=day,
            )
        )
    return made
