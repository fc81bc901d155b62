"""The facts that come with the package, and those of an installation's own file.

The one file of the almanac that reads files; each is read once while the program runs.
"""

from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from phoihop.almanac import anniversaries, holidays
from phoihop.almanac.anniversaries import Anniversary
from phoihop.almanac.entries import BadDays
from phoihop.almanac.holidays import Calendar


@lru_cache(maxsize=8)
def calendar(own: Path | None = None) -> Calendar:
    """The days off of Việt Nam, and those of the file ``own``. Raises ``BadDays``."""
    shipped = holidays.load(_shipped("days_off.toml"))
    if own is None:
        return shipped
    try:
        return shipped.joined(holidays.load(_text(own)))
    except BadDays as error:
        raise BadDays(f"{own}: {error}") from None


@lru_cache(maxsize=8)
def commemorated(own: Path | None = None) -> tuple[Anniversary, ...]:
    """The anniversaries of Việt Nam, and those of ``own``. Raises ``BadDays``."""
    shipped = anniversaries.load(_shipped("anniversaries.toml"))
    if own is None:
        return shipped
    try:
        return shipped + anniversaries.load(_text(own))
    except BadDays as error:
        raise BadDays(f"{own}: {error}") from None


def _shipped(name: str) -> str:
    return (files("phoihop.almanac") / name).read_text(encoding="utf-8")


def _text(own: Path) -> str:
    try:
        return own.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadDays(f"không đọc được / cannot be read: {error}") from None
