"""The days that are commemorated, year by year; which of them are round.

Pure. Decree 111/2018/NĐ-CP tells round years (the number of years ends in 0) from
years that end in 5 and other years: how a day may be marked depends on it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from phoihop.almanac.entries import BadDays, read, tables
from phoihop.almanac.lunar import LunarDay, solar


class Roundness(StrEnum):
    """How a number of years counts under Decree 111/2018/NĐ-CP."""

    ROUND = "round"
    FIVE = "five"
    OTHER = "other"


@dataclass(frozen=True)
class Anniversary:
    """A day that comes back; ``since`` is the year of what it remembers, if known."""

    vi: str
    en: str
    month: int
    day: int
    source: str
    checked: bool
    lunar: bool = False
    since: int | None = None

    def __post_init__(self) -> None:
        """It must name a day that some year has."""
        try:
            date(2000, self.month, min(self.day, 30) if self.lunar else self.day)
        except ValueError:
            raise BadDays(f"{self.day}/{self.month}: không có / no such day") from None


@dataclass(frozen=True)
class InYear:
    """An anniversary in one year: the day, and which one it is."""

    day: date
    anniversary: Anniversary
    years: int | None
    roundness: Roundness | None


def load(text: str) -> tuple[Anniversary, ...]:
    """The anniversaries in a .toml text. Raises ``BadDays``, naming the entry."""
    known = ("anniversary", "rule", "substitute", "notice", "swap", "day")
    return read("anniversary", tables(text, *known)["anniversary"], Anniversary)


def in_year(known: tuple[Anniversary, ...], year: int) -> tuple[InYear, ...]:
    """The anniversaries of a year by their days; those that began later are left out.

    A day that the year lacks (29 February, the 30th of a short lunar month) is left
    out too.
    """
    found = [_in_year(each, year) for each in known]
    return tuple(
        sorted((each for each in found if each), key=lambda each: each.day),
    )


def roundness(years: int) -> Roundness:
    """Round, ending in 5, or other (Decree 111/2018/NĐ-CP)."""
    if years % 10 == 0:
        return Roundness.ROUND
    return Roundness.FIVE if years % 10 == 5 else Roundness.OTHER


def _in_year(known: Anniversary, year: int) -> InYear | None:
    if known.since is not None and year <= known.since:
        return None
    try:
        day = (
            solar(LunarDay(year, known.month, known.day))
            if known.lunar
            else date(year, known.month, known.day)
        )
    except ValueError:
        return None
    if known.since is None:
        return InYear(day, known, None, None)
    years = year - known.since
    return InYear(day, known, years, roundness(years))
