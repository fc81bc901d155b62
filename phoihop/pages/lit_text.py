"""The text of a paper with its findings lit: one pass over the text, nothing nested.

Where findings lie within each other the innermost gives the colour: of a duty the
name of who leads, of the rest the duty itself. Every line is an item of a list, so
that a screen reader, a printer and an anchor know its number.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from django.utils.safestring import SafeString, mark_safe


@dataclass(frozen=True, slots=True)
class Lit:
    """``text[start:end]`` belongs to a draft, as this kind of finding."""

    start: int
    end: int
    kind: str
    draft: int


# The letter that stands before the first words of a kind: colour alone says nothing.
LETTERS = {
    "head": "Đ",
    "reference": "C",
    "clause": "M",
    "task": "N",
    "lead": "T",
    "supporting": "P",
    "due": "H",
}


@dataclass(frozen=True, slots=True)
class Shade:
    """``text[start:end]`` is not seen in the paper itself; ``why`` in words."""

    start: int
    end: int
    number: int
    why: str


def lines(text: str, lits: Iterable[Lit], shades: Sequence[Shade] = ()) -> SafeString:
    """The lines of the text as items of a list; everything of it is escaped.

    ``shades`` come in the order of the text and do not overlap.
    """
    written = "".join(_pieces(text, list(lits), Shader(shades)))
    # Pieces were escaped one by one; what stands around them is written here.
    return mark_safe("<li>" + written + "</li>")  # noqa: S308


class Shader:
    """Puts what is not seen in the paper into a frame that says why."""

    def __init__(self, shades: Sequence[Shade]) -> None:
        """Nothing is begun."""
        self._shades = shades
        self._ends = [shade.end for shade in shades]
        self._begun: set[int] = set()

    def apart(self, start: int, end: int) -> Iterator[tuple[int, int, Shade | None]]:
        """A piece of the text, cut where something unseen begins or ends."""
        at = bisect_right(self._ends, start)
        while start < end and at < len(self._shades):
            shade = self._shades[at]
            if shade.start >= end:
                break
            if start < shade.start:
                yield start, shade.start, None
            last = min(end, shade.end)
            yield max(start, shade.start), last, shade
            start = last
            at += 1
        if start < end:
            yield start, end, None

    def around(self, written: str, shade: Shade | None) -> str:
        """What was written, in its frame; no frame reaches over the end of a line."""
        if shade is None:
            return written
        parts = []
        for part in written.split(NEXT_LINE):
            if not part.strip():
                parts.append(part)
                continue
            first = ""
            if shade.number not in self._begun:
                self._begun.add(shade.number)
                first = f' id="khuat-{shade.number}" data-why="{escape(shade.why)}"'
            parts.append(
                f'<span class="unseen" title="{escape(shade.why)}"{first}>{part}</span>'
            )
        return NEXT_LINE.join(parts)


NEXT_LINE = "</li><li>"


def _pieces(text: str, lits: list[Lit], shader: Shader) -> Iterator[str]:
    begun: set[tuple[int, str, int]] = set()
    anchored: set[int] = set()
    done = 0
    for start, end, lit in _apart(len(text), lits):
        for first, last, shade in shader.apart(done, start):
            yield shader.around(_plain(text[first:last]), shade)
        key = (lit.draft, lit.kind, lit.start)
        is_first = key not in begun
        begun.add(key)
        anchor = "" if lit.draft in anchored else f' id="chu-{lit.draft}"'
        anchored.add(lit.draft)
        for first, last, shade in shader.apart(start, end):
            written = _marked(text[first:last], lit, anchor, is_first=is_first)
            yield shader.around(written, shade)
            anchor, is_first = "", False
        done = end
    for first, last, shade in shader.apart(done, len(text)):
        yield shader.around(_plain(text[first:last]), shade)


def _apart(length: int, lits: list[Lit]) -> Iterator[tuple[int, int, Lit]]:
    """Parts of the text in order, each with the innermost finding over it."""
    whole = [lit for lit in lits if 0 <= lit.start < lit.end <= length]
    waiting = sorted(whole, key=lambda lit: (lit.start, lit.start - lit.end))
    edges = sorted({edge for lit in whole for edge in (lit.start, lit.end)})
    over: list[Lit] = []
    next_one = 0
    for start, end in pairwise(edges):
        over = [lit for lit in over if lit.end > start]
        while next_one < len(waiting) and waiting[next_one].start == start:
            over.append(waiting[next_one])
            next_one += 1
        if over:
            yield start, end, min(over, key=lambda lit: lit.end - lit.start)


def _plain(text: str) -> str:
    return escape(text).replace("\n", NEXT_LINE)


def _marked(text: str, lit: Lit, anchor: str, *, is_first: bool) -> str:
    """The words as marks, one a line; the first of a finding carries its letter."""
    letter = f' data-letter="{LETTERS[lit.kind]}"' if is_first else ""
    parts = []
    for part in text.split("\n"):
        if not part.strip():
            parts.append(escape(part))
            continue
        parts.append(
            f'<mark class="lit lit-{lit.kind}" data-of="{lit.draft}"{anchor}{letter}>'
            f'<a href="#nhap-{lit.draft}">{escape(part)}</a></mark>'
        )
        anchor = letter = ""
    return NEXT_LINE.join(parts)
