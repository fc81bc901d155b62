"""Where a paper comes from: its level, its province, its commune, its day.

A short name means the body of that place, and of no other. What is not written is not
known: then a short name means nobody by itself. Pure.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from phoihop.reading.findings import Field, Reading
from phoihop.reading.letters import LOWER, UPPER
from phoihop.reading.name_words import INSTITUTIONS
from phoihop.reading.naming import Level, Said, said_of
from phoihop.reading.vocabulary import FAMILY_NAMES
from phoihop.vietnamese import fold, nfc

T = TypeVar("T")
# What of a reading says where the paper comes from, in the order of ``whence``.
SAYS_WHENCE = (Field.ISSUER, Field.PLACE, Field.ISSUED_ON)
# The header stands in so many characters, and the places that a text tells of in these.
HEADER, TOLD = 1200, 6000
SHARE_OF_CAPITALS = 0.8
_MOTTO = re.compile(r"cộng h(?:oà|òa) xã hội|đảng cộng sản|độc lập\s*[-–]|\s{3,}", re.I)
_HEADER_ENDS = re.compile(r"^\s*số\b|\bngày\b.{1,12}\btháng\b", re.IGNORECASE)
_WORD = rf"[{UPPER}][{LOWER}]+"
_TOLD = re.compile(
    rf"\b(?:(?P<committee>[Tt](?:ỉnh|hành) (?:[Uu]ỷ|[Ủủ]y))|[Tt]ỉnh|[Tt]hành phố|TP\.?)"
    rf"\s{{1,2}}(?P<place>{_WORD}(?:\s{_WORD}){{0,3}})"
)


@dataclass(frozen=True, slots=True)
class Whence:
    """Where a paper comes from; None for what it does not say. Places are folded."""

    level: Level | None = None
    province: str | None = None
    unit: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Atlas:
    """The places whose bodies are known: provinces, and units with their provinces."""

    provinces: frozenset[str] = frozenset()
    units: Mapping[str, Collection[str]] = field(default_factory=dict)


def whence_of(reading: Reading, atlas: Atlas) -> Whence:
    """Where a paper comes from, by what was found in it."""
    issuers, places, days = (
        [str(found.value) for found in reading.of(each)] for each in SAYS_WHENCE
    )
    return whence(issuers, places, days, reading.text, atlas)


def whence(
    issuers: Iterable[str],
    places: Iterable[str],
    days: Iterable[str],
    text: str,
    atlas: Atlas,
) -> Whence:
    """The same by plain words: who issued it, the line of place and day, its text."""
    by = [said_of(words, atlas.provinces) for words in issuers]
    above = list(_header(text, atlas)) if by else []
    place = next(iter(places), "")
    province = _province(by, above, place, text, atlas)
    units = (said.unit for said in (*by, *above) if said.unit)
    unit = _one(_known(words, atlas.units) for words in units)
    level = _level(by, above)
    if level is Level.COMMUNE and unit is None:
        unit = fold(place) or None
    if level is Level.CITY:
        is_unit = province is not None and province in atlas.units
        level = Level.DISTRICT if is_unit else Level.PROVINCE
    day = _one(_day(words) for words in days)
    return Whence(level, province, unit, day)


def _header(text: str, atlas: Atlas) -> Iterable[Said]:
    """The lines in capitals above number and day: the bodies over the issuer."""
    for line in nfc(text[:HEADER]).splitlines():
        for piece in _MOTTO.split(line)[:1]:
            letters = [char for char in piece if char.isalpha()]
            capitals = sum(char.isupper() for char in letters)
            if letters and capitals > SHARE_OF_CAPITALS * len(letters):
                yield said_of(piece, atlas.provinces)
        if _HEADER_ENDS.search(line):
            return


def _province(
    by: list[Said], above: list[Said], place: str, text: str, atlas: Atlas
) -> str | None:
    """The one province that the header names; else the one of its place line, or text.

    A commune says its province nowhere but in its text, and shares its name with
    others all over the land.
    """
    known = atlas.provinces
    named = {_known(said.province, known) for said in (*by, *above) if said.province}
    if named:
        return _one(named)
    if _level(by, above) is Level.CENTRAL:
        return None
    printed = said_of(place, atlas.provinces)
    line = printed.province or fold(place)
    if line and (printed.province or line in atlas.provinces):
        return line
    told = _TOLD.finditer(nfc(text[:TOLD]))
    return _one(_known(fold(one["place"]), known) for one in told if not _person(one))


def _person(told: re.Match[str]) -> bool:
    """Whether it is the name of an officer: "Phó Bí thư Tỉnh ủy Trần Thị Hoa"."""
    words = told["place"].split()
    is_person = len(words) > 2 and words[0] in FAMILY_NAMES
    return is_person and told["committee"] is not None


def _known(words: str, places: Collection[str]) -> str:
    """The known place with which words begin: "lam khe ban to chuc"; else the words."""
    parts = words.split()
    for count in range(len(parts), 0, -1):
        start = " ".join(parts[:count])
        if start in places:
            return start
    return words


def _level(by: list[Said], above: list[Said]) -> Level | None:
    """The level of whoever issued it; an institution's own is none of a territory."""
    if any(said.stem.startswith(INSTITUTIONS) for said in by):
        return Level.UNIT
    found = _one(said.level for said in by)
    if found is None and by and not any(said.level for said in by):
        found = _one(said.level for said in above)
    return found


def _one(found: Iterable[T | None]) -> T | None:
    """The only value that is said; None where nothing is, or two are."""
    values = {value for value in found if value is not None}
    return values.pop() if len(values) == 1 else None


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
