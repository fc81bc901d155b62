"""The text of a paper with its findings lit: one pass over the text, nothing nested.

Where findings lie within each other the innermost gives the colour: of a duty the
name of who leads, of the rest the duty itself. Every line is an item of a list, so
that a screen reader, a printer and an anchor know its number.
"""

from collections.abc import Iterable, Iterator
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


def lines(text: str, lits: Iterable[Lit]) -> SafeString:
    """The lines of the text as items of a list; everything of it is escaped."""
    written = "".join(_pieces(text, list(lits)))
    # Pieces were escaped one by one; what stands around them is written here.
    return mark_safe("<li>" + written + "</li>")  # noqa: S308


def _pieces(text: str, lits: list[Lit]) -> Iterator[str]:
    begun: set[tuple[int, str, int]] = set()
    anchored: set[int] = set()
    done = 0
    for start, end, lit in _apart(len(text), lits):
        yield _plain(text[done:start])
        key = (lit.draft, lit.kind, lit.start)
        is_first = key not in begun
        begun.add(key)
        anchor = "" if lit.draft in anchored else f' id="chu-{lit.draft}"'
        anchored.add(lit.draft)
        yield _marked(text[start:end], lit, anchor, is_first=is_first)
        done = end
    yield _plain(text[done:])


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
    return escape(text).replace("\n", "</li><li>")


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
    return "</li><li>".join(parts)
