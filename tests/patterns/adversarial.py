"""Texts that a pattern would like least, made from what it says."""

import re
from collections.abc import Iterator

# What Python itself makes of a pattern; it shows this to nobody.
from re import _constants as codes  # type: ignore[attr-defined] # no stubs for it
from re import _parser as parser  # type: ignore[attr-defined] # no stubs for it
from typing import Any

LENGTH = 200_000
# What the readers meet without end in tables, lists, forms and marks.
UNITS = (" ", "1", "-", "A", "a", ".", "\n", "\t", "1/", "a ", "\u0301", "_", ",")
MANY = 8
MOST_OPTIONS = 6
REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
CATEGORIES = {
    codes.CATEGORY_DIGIT: "1",
    codes.CATEGORY_SPACE: " ",
    codes.CATEGORY_WORD: "a",
    codes.CATEGORY_NOT_DIGIT: "a",
    codes.CATEGORY_NOT_SPACE: "a",
    codes.CATEGORY_NOT_WORD: " ",
}
# Tried where a class says only what it does not hold.
OTHERS = "aA1 -.,;/\n\t(đ"


def texts(pattern: "re.Pattern[Any]", length: int = LENGTH) -> Iterator[str]:
    """Repeated pieces of what it matches, cut short, and with an end that fits not."""
    said = pattern.pattern
    tree = parser.parse(said, pattern.flags)
    whole = _sample(tree)
    units = dict.fromkeys(UNITS)
    for piece in (whole, *_options(tree)):
        for cut in {1, 2, 3, len(piece) // 2, len(piece) - 1, len(piece)}:
            if 0 < cut <= len(piece):
                units[piece[:cut]] = None
    for unit in units:
        yield (unit * (length // len(unit) + 1))[:length]
    for before, again in dict.fromkeys(_repeats(tree, "")):
        times = length // len(again)
        yield f"{before}{again * times}\0"
        yield f"{(before + again * 40) * (length // (len(before) + 40 * len(again)))}\0"


def _options(tree: Any) -> Iterator[str]:
    """One text for each way that the tree may take, up to a few of each fork."""
    for code, value in tree:
        if code is codes.BRANCH:
            yield from (_sample(option) for option in value[1][:MOST_OPTIONS])
        for inner in _inside(code, value):
            yield from _options(inner)


def _repeats(tree: Any, before: str) -> Iterator[tuple[str, str]]:
    """(what leads to it, what repeats) of each part that may repeat often."""
    for code, value in tree:
        if code in REPEATS and value[1] > MANY and (again := _sample(value[2])):
            yield before, again
        for inner in _inside(code, value):
            yield from _repeats(inner, before)
        before += _one(code, value)


def _inside(code: Any, value: Any) -> list[Any]:
    """The trees in one node that have nodes of their own."""
    if code is codes.SUBPATTERN:
        return [value[3]]
    if code is codes.BRANCH:
        return list(value[1])
    if code is codes.ATOMIC_GROUP:
        return [value]
    if code in (codes.ASSERT, codes.ASSERT_NOT):
        return [value[1]]
    if code in REPEATS:
        return [value[2]]
    return []


def _sample(tree: Any) -> str:
    """One text that the tree may match."""
    return "".join(_one(code, value) for code, value in tree)


def _one(code: Any, value: Any) -> str:
    """What one node may match."""
    if code in (codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN):
        return _letter(code, value)
    if code in REPEATS:
        least, _, inner = value
        return _sample(inner) * max(1, min(int(least), 3))
    if code is codes.ASSERT_NOT or code is codes.AT:
        return ""
    inside = _inside(code, value)
    return _sample(inside[0]) if inside else ""


def _letter(code: Any, value: Any) -> str:
    if code is codes.LITERAL:
        return chr(value)
    if code is codes.IN:
        return _of_class(value)
    return next(letter for letter in OTHERS if ord(letter) != value)


def _of_class(members: Any) -> str:
    """A letter that the class holds."""
    negated = members[0][0] is codes.NEGATE
    if not negated:
        code, value = members[0]
        if code is codes.LITERAL:
            return chr(value)
        if code is codes.RANGE:
            return chr(value[0])
        return CATEGORIES.get(value, "a")
    shut = "".join(_of_class([member]) for member in members[1:])
    return next((letter for letter in OTHERS if letter not in shut), "a")
