"""What is printed on page after page: running heads, feet, page numbers, footnotes.

They stand between two halves of a sentence, so that they are put aside, as texts of
their own, where they are screened and found but cut nothing.
"""

import re
from collections import Counter
from collections.abc import Sequence

from phoihop.reading.sources.printed.columns import lines_of
from phoihop.reading.sources.printed.rulings import Drawn
from phoihop.reading.sources.printed.words import Word

# The part of a page at its top and at its bottom in which they are looked for.
MARGIN = 0.11
MOST_LINES = 3
FEWEST_PAGES = 3
_NUMBER = re.compile(
    r"[-–—\s]*(?:(?:trang|page)\s*)?(?P<n>\d{1,4})(?:\s*[/|]\s*\d{1,4})?[-–—.\s]*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_NOTE = re.compile(r"[\[(]?(?:\d{1,3}|\*+)[\])]?\s?\S")
NOTE_SIZE = 0.9

Line = list[Word]


def set_aside(
    pages: Sequence[tuple[list[Word], Drawn, float]],
) -> list[list[Line]]:
    """For each page (words, drawing, height) the lines that are put aside."""
    edges = [_edges(words, height) for words, _, height in pages]
    repeated = _repeated(edges)
    number_lag = _lag(edges)
    aside = []
    for at, (words, drawn, height) in enumerate(pages):
        lines = [
            line
            for line in edges[at]
            if _key(line) in repeated or _is_number(line, at, number_lag)
        ]
        taken = {id(word) for line in lines for word in line}
        rest = [word for word in words if id(word) not in taken]
        aside.append([*lines, *_footnotes(rest, drawn, height)])
    return aside


def _edges(words: list[Word], height: float) -> list[Line]:
    """The outermost lines of a page."""
    top = lines_of(word for word in words if word.base < height * MARGIN)
    foot = lines_of(word for word in words if word.base > height * (1 - MARGIN))
    return [*top[:MOST_LINES], *foot[-MOST_LINES:]]


def _said(line: Line) -> str:
    return " ".join(word.text for word in line)


def _key(line: Line) -> tuple[str, int]:
    """The words without their numbers, and about how high they stand."""
    return _DIGITS.sub("#", _said(line)), round(line[0].base / 4)


def _repeated(edges: list[list[Line]]) -> set[tuple[str, int]]:
    """What stands at the same place of most pages."""
    counts = Counter(key for lines in edges for key in {_key(line) for line in lines})
    least = max(FEWEST_PAGES, len(edges) // 3)
    return {
        key
        for key, count in counts.items()
        if count >= least and any(char.isalpha() for char in key[0])
    }


def _numbers(line: Line, at: int) -> int | None:
    """By how much a page number is ahead of the pages; None if it is none."""
    found = _NUMBER.fullmatch(_said(line))
    return int(found["n"]) - at if found else None


def _is_number(line: Line, at: int, lag: int | None) -> bool:
    return lag is not None and _numbers(line, at) == lag


def _lag(edges: list[list[Line]]) -> int | None:
    """What most page numbers are ahead by."""
    lags = Counter(
        lag
        for at, lines in enumerate(edges)
        for line in lines
        if (lag := _numbers(line, at)) is not None
    )
    if not lags:
        return None
    # Not ``most_common``: it fetches a module, and in the jail none can be.
    lag, count = max(lags.items(), key=lambda item: item[1])
    return lag if count > 1 or lag == 1 else None


def _footnotes(words: list[Word], drawn: Drawn, height: float) -> list[Line]:
    """Lines in small type below a short rule, the first of which has a mark."""
    sizes = sorted(word.size for word in words)
    if not sizes:
        return []
    usual = sizes[len(sizes) // 2]
    for rule in drawn.level:
        if rule.at < height * 0.4 or not 40 < rule.end - rule.start < 260:
            continue
        below = lines_of(word for word in words if word.base > rule.at)
        is_note = below and all(
            word.size <= NOTE_SIZE * usual for line in below for word in line
        )
        if is_note and _NOTE.match(_said(below[0])):
            return below
    return []
