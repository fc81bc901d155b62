"""What a body's name says: what it is, of which level, and of which place.

"Sở Tư pháp tỉnh Lam Khê" is the stem "so tu phap" of the province "lam khe"; so are
"Sở Tư pháp" and "STP tỉnh", as far as they go. Pure.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from phoihop.reading.name_words import (
    CENTRAL_HEADS,
    COMPOUNDS,
    GUESSED,
    IN_CAPITALS,
    INSIDE,
    LEVELS,
    NO_LEVEL_AFTER,
    NO_LEVEL_BEFORE,
    OFFICES,
    PROPER,
    SAME_BODIES,
    SHORT,
    Level,
)
from phoihop.vietnamese import fold, nfc

__all__ = ["Level", "Said", "Standing", "said_of"]

WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
# Longer runs of capitals behind "tỉnh" are no place.
MOST_PLACE_WORDS = 5
# Of a short form put together: "STP" is no "Sở thành phố".
SHORTEST_INNER = 4


class Standing(StrEnum):
    """How the level of a name is known."""

    WRITTEN = "written"
    IMPLIED = "implied"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class Said:
    """A name taken apart; all texts are folded.

    ``unit`` is the commune or district. ``guessed`` where a short form was spelled out
    that has two meanings.
    """

    stem: str
    level: Level | None = None
    standing: Standing = Standing.UNSAID
    province: str | None = None
    unit: str | None = None
    guessed: bool = False

    @property
    def has_place(self) -> bool:
        """Whether it names where the body is."""
        return self.province is not None or self.unit is not None

    @property
    def is_inside(self) -> bool:
        """Whether every office has such a body: "Đoàn Thanh niên", "Công đoàn"."""
        return self.level is None and self.stem in INSIDE

    @property
    def initials(self) -> str:
        """The first letters: "stp" of "so tu phap"."""
        return "".join(word[0] for word in self.stem.split())


@dataclass(slots=True)
class _Token:
    """A word: folded, as printed, and whether a comma or the like parts it before."""

    low: str
    printed: str
    parted: bool = False


def said_of(text: str, provinces: Collection[str] = ()) -> Said:
    """The name taken apart; ``provinces`` are known ones, which may stand bare."""
    tokens, guessed = _tokens(text)
    stem: list[str] = []
    level: Level | None = None
    province = unit = None
    is_ascii, is_mixed = text.isascii(), not (text.isupper() or text.islower())
    at = 0
    while at < len(tokens):
        found = _level_at(tokens, at, is_ascii=is_ascii)
        if found is None:
            stem.append(tokens[at].low)
            at += 1
            continue
        here, words, standing_for = found
        stem += standing_for
        at, place = _place(tokens, at + words, is_ascii=is_ascii, is_mixed=is_mixed)
        # "thành phố" is a province where nothing says that it lies in one.
        if here in (Level.PROVINCE, Level.CITY):
            province = place or province
        elif here is not Level.CENTRAL:
            unit = place or unit
        level = level or here
    standing = Standing.WRITTEN if level else Standing.UNSAID
    if province is None:
        stem, province = _bare_province(stem, provinces)
    if level is None:
        level = _implied(tokens)
        standing = Standing.IMPLIED if level else Standing.UNSAID
    words_of = _canonical(stem, is_local=level not in (None, Level.CENTRAL))
    return Said(words_of, level, standing, province, unit, guessed)


def _tokens(text: str) -> tuple[list[_Token], bool]:
    """The words, short forms written out; whether one of those was a guess."""
    printed = nfc(text)
    found = list(WORD.finditer(printed))
    # In capitals without accents "SO TU PHAP" is no "Tỉnh ủy".
    are_words = printed.isascii() and not any(
        _low(one.group()) in SHORT
        for one in found
        if _low(one.group()) not in IN_CAPITALS
    )
    tokens: list[_Token] = []
    guessed = False
    end = 0
    for match in found:
        word = match.group()
        gap = printed[end : match.start()]
        parted = gap not in ("", " ") and any(sign in ",;(:" for sign in gap)
        end = match.end()
        low = _low(word)
        long = _spelled(low) if _is_short(word) else None
        if long is None or (low in IN_CAPITALS and (are_words or not word.isupper())):
            tokens.append(_Token(low, word, parted))
            continue
        guessed = guessed or low in GUESSED
        for place, each in enumerate(long):
            proper = each.capitalize() if low in PROPER else each
            tokens.append(_Token(each, proper, parted and not place))
    return tokens, guessed


@lru_cache(maxsize=20_000)
def _low(word: str) -> str:
    return fold(word)


@lru_cache(maxsize=20_000)
def _is_short(word: str) -> bool:
    """Whether a word can be a short form: its letters have no accents, Đ aside."""
    return word.replace("Đ", "D").replace("đ", "d").isascii()


@lru_cache(maxsize=20_000)
def _spelled(low: str) -> tuple[str, ...] | None:
    """A short form written out: of the table, or put together of those."""
    if low in SHORT:
        return tuple(WORD.findall(SHORT[low]))
    for prefix, suffix in COMPOUNDS:
        if not (low.startswith(prefix) and low.endswith(suffix)):
            continue
        inner = low[len(prefix) : len(low) - len(suffix)]
        if inner in SHORT and (len(inner) >= SHORTEST_INNER or inner in OFFICES):
            parts = (SHORT.get(prefix, ""), SHORT[inner], SHORT.get(suffix, ""))
            return tuple(WORD.findall(" ".join(parts)))
    return None


def _level_at(
    tokens: list[_Token], at: int, *, is_ascii: bool
) -> tuple[Level, int, tuple[str, ...]] | None:
    """(the level that is named here, in how many words, what they say besides)."""
    low = tokens[at].low
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    for words, key in ((2, f"{low} {after}"), (1, low)):
        rule = LEVELS.get(key)
        if rule is None:
            continue
        level, accented, besides = rule
        token = tokens[at]
        is_short = token.printed == token.low
        if not (is_ascii or is_short) and token.printed.casefold() not in accented:
            continue
        if words == 1 and after in NO_LEVEL_AFTER.get(low, ()):
            continue
        before = tokens[at - 1].low if at else ""
        if words == 1 and before in NO_LEVEL_BEFORE.get(low, ()):
            continue
        return level, words, besides
    return None


def _place(
    tokens: list[_Token], at: int, *, is_ascii: bool, is_mixed: bool
) -> tuple[int, str | None]:
    """The name of the place that stands here: (behind it, the name or None)."""
    words: list[str] = []
    while at < len(tokens) and len(words) <= MOST_PLACE_WORDS:
        token = tokens[at]
        if token.parted or _level_at(tokens, at, is_ascii=is_ascii):
            break
        if is_mixed and not (token.printed[:1].isupper() or token.low.isdigit()):
            break
        words.append(token.low)
        at += 1
    if len(words) > MOST_PLACE_WORDS:
        return at, " ".join(words)
    return at, " ".join(words) or None


def _bare_province(
    stem: list[str], provinces: Collection[str]
) -> tuple[list[str], str | None]:
    """A known province behind the name: "Sở Tư pháp Lam Khê"."""
    for count in (1, 2, 3, 4):
        place = " ".join(stem[-count:])
        if count < len(stem) and place in provinces:
            return stem[:-count], place
    return stem, None


def _implied(tokens: list[_Token]) -> Level | None:
    """The level that the first words say: a "Sở" is a province's, a "Bộ" the land's."""
    if not tokens:
        return None
    first, words = tokens[0], [token.low for token in tokens]
    printed = first.printed.casefold()
    if first.low == "so" and printed in ("sở", "so"):
        return Level.PROVINCE
    is_ministry = first.low == "bo" and printed in ("bộ", "bo")
    if is_ministry and len(words) > 1 and words[1] not in ("chi", "doi", "tu", "phan"):
        return Level.CENTRAL
    opening = " ".join(words[:3])
    return Level.CENTRAL if opening.startswith(CENTRAL_HEADS) else None


def _canonical(words: list[str], *, is_local: bool) -> str:
    """One writing for the names that the field uses for one body."""
    stem = f" {' '.join(word for word in words if word != 'va')} "
    if is_local:
        stem = stem.replace(" viet nam ", " ")
    for one, same in SAME_BODIES:
        if one in stem:
            stem = stem.replace(one, same)
    return stem.strip()
