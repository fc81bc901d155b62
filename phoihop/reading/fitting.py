"""Whether a body can be meant by a name, seen from where the paper comes from. Pure.

A name without its place means the body of the paper's own place and level, where both
are known. In every other case it is a candidate, and a doubt says why.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from phoihop.reading.naming import Level, Said, Standing, said_of
from phoihop.reading.whence import Whence

LOW = (Level.COMMUNE, Level.DISTRICT)
OF_A_PLACE = (Level.PROVINCE, Level.CITY, *LOW)
MOST_ABOVE = 8


class Doubt(StrEnum):
    """Why a body is not taken by itself although it is called so."""

    # The paper comes from another place; from a place that it does not say.
    ELSEWHERE = "elsewhere"
    UNPLACED = "unplaced"
    # Of another level than the paper, or of one that the name does not say.
    LEVEL = "level"
    # Every office has such a body.
    INSIDE = "inside"
    # Not called so any more on the day of the paper, or not yet.
    FORMER = "former"
    LATER = "later"
    # The words name several bodies.
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Home:
    """Of which level a body is, and where; places are folded, None is not known.

    ``is_city``: its province is a "thành phố", no "tỉnh".
    """

    level: Level | None = None
    province: str | None = None
    unit: str | None = None
    is_city: bool = False


Names = Sequence[tuple[int, str, str]]


def settled(
    names: Names, levels: Mapping[int, Level], above: Mapping[int, int]
) -> tuple[list[Said], dict[int, Home]]:
    """Names taken apart, and where their bodies are.

    ``names`` are (body, text, kind). What a name leaves open the body above says, and
    of a directory with one province that one.
    """
    said = [said_of(text) for _body, text, _kind in names]
    own: dict[int, Home] = {}
    for (body, _text, kind), name in zip(names, said, strict=True):
        if kind != "symbol":
            own[body] = _fuller(own.get(body), _home(name, levels.get(body)))
    provinces = frozenset(home.province for home in own.values() if home.province)
    cities = {home.province for home in own.values() if home.is_city}
    placed = {body: _placed(body, own, above, provinces) for body in own}
    found = {
        body: replace(home, is_city=True) if home.province in cities else home
        for body, home in placed.items()
    }
    endings = tuple(f" {province}" for province in provinces)
    for place, name in enumerate(said):
        # "Sở Tư pháp Lam Khê": bare, so found only once the provinces are known.
        if name.province is None and endings and name.stem.endswith(endings):
            said[place] = said_of(names[place][1], provinces)
    return said, found


def _home(said: Said, level: Level | None) -> Home:
    """Where a body is by its own name, of the level that the directory says."""
    is_city = said.level is Level.CITY
    level = level or (Level.PROVINCE if is_city else said.level)
    if is_city and level is Level.DISTRICT:
        return Home(level, None, said.province)
    return Home(level, said.province, said.unit, is_city)


def _fuller(kept: Home | None, home: Home) -> Home:
    """The first name says it; what it leaves open, the others do."""
    if kept is None:
        return home
    return Home(
        kept.level or home.level,
        kept.province or home.province,
        kept.unit or home.unit,
        kept.is_city or home.is_city,
    )


def _placed(
    body: int, own: Mapping[int, Home], above: Mapping[int, int], known: frozenset[str]
) -> Home:
    home, seen, over = own[body], {body}, above.get(body)
    while over is not None and over not in seen and len(seen) < MOST_ABOVE:
        higher = own.get(over, Home())
        is_low = home.level in LOW and higher.level in LOW
        unit = home.unit or (higher.unit if is_low else None)
        home = Home(home.level, home.province or higher.province, unit)
        seen.add(over)
        over = above.get(over)
    if home.province is None and home.level in OF_A_PLACE and len(known) == 1:
        return Home(home.level, next(iter(known)), home.unit)
    return home


def is_other(said: Said, home: Home) -> bool:
    """Whether the name is of another level or place than the body."""
    level = said.level
    if level is Level.CITY and home.level in (Level.PROVINCE, Level.DISTRICT):
        if home.level is Level.PROVINCE and not home.is_city:
            # The city of a province has its name as often as not.
            return True
        place = home.unit if home.level is Level.DISTRICT else home.province
        return None not in (said.province, place) and said.province != place
    is_written = said.standing is Standing.WRITTEN
    if level is Level.PROVINCE and is_written and home.is_city:
        return home.level is Level.PROVINCE
    if None not in (level, home.level) and level is not home.level:
        return True
    if None not in (said.province, home.province) and said.province != home.province:
        return True
    return None not in (said.unit, home.unit) and said.unit != home.unit


def doubt_of(
    said: Said, name: Said, home: Home, whence: Whence | None, *, is_text: bool
) -> Doubt | None:
    """What speaks against taking the body for the words; None for nothing.

    ``name``: the body's own text taken apart. ``is_text``: the words are that text.
    """
    if whence is None:
        # A person of this house, who sees the directory.
        parts = (said.level, said.province, said.unit)
        same = parts == (name.level, name.province, name.unit)
        return None if is_text or same else Doubt.UNPLACED
    if home.level is Level.CENTRAL:
        is_said = is_text or said.level is Level.CENTRAL
        return None if is_said or whence.level is Level.CENTRAL else Doubt.LEVEL
    if home.province is None:
        return Doubt.UNPLACED
    if said.province is None:
        if whence.province is None:
            return Doubt.UNPLACED
        if whence.province != home.province:
            return Doubt.ELSEWHERE
    return _of_level(said, home, whence, is_text=is_text)


def _of_level(said: Said, home: Home, whence: Whence, *, is_text: bool) -> Doubt | None:
    """The same for a body whose province is settled: its level and its unit."""
    if said.level is None:
        if said.province is not None:
            return None if is_text or home.level is Level.PROVINCE else Doubt.LEVEL
        if said.is_inside:
            return Doubt.INSIDE
        if home.level is None or whence.level is not home.level:
            return Doubt.LEVEL
    if home.level in LOW and said.unit is None:
        if whence.unit is None:
            return Doubt.UNPLACED
        if whence.unit != home.unit:
            return Doubt.ELSEWHERE
    return None
