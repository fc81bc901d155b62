"""A paper made clear for finders: composed, without mark-up, folded beside it.

Finders match on ``clear`` (composed letters) or ``low`` (the same without accents and
case, of the same length); ``span`` leads back into the raw text, which stays as it is.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from phoihop.reading.findings import Span
from phoihop.reading.layout import Layout, Line
from phoihop.reading.lines import unwrapped
from phoihop.vietnamese import fold

# A letter and the marks behind it; the rest of a longer run stays as it is, since
# sorting thousands of marks takes time by the square of their number.
_CLUSTER = re.compile("[^\\W\\d_][\u0300-\u036f]{1,4}")
_MARK = re.compile("[\u0300-\u036f]")
_BREAK = re.compile(r"<br {0,2}/?>", re.IGNORECASE)
# Each for one character, so that places stay true. A cell ends like a line.
_SAME_LENGTH = {
    "\u00d0": "Đ",
    "\u00f0": "đ",
    "\u2044": "/",
    "\u2215": "/",
    "\u00a0": " ",
    "\u2002": " ",
    "\u2003": " ",
    "\u2009": " ",
    "\u202f": " ",
    "\u3000": " ",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2212": "-",
    "_": " ",
    "*": " ",
    "#": " ",
    "\\": " ",
    "|": "\n",
    "\t": "\n",
    "\r": "\n",
    "\x0b": "\n",
    "\x0c": "\n",
    "\u0085": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
}
_SIGNS = re.compile(f"[{re.escape(''.join(_SAME_LENGTH))}]")
_WORDS = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Paper:
    """A layout and its clear text; ``offsets`` is None where both count alike."""

    layout: Layout
    clear: str
    low: str
    offsets: tuple[int, ...] | None

    def span(self, start: int, end: int) -> Span:
        """The place in the raw text of ``clear[start:end]``, blanks left outside."""
        while start < end and self.clear[start].isspace():
            start += 1
        while end > start and self.clear[end - 1].isspace():
            end -= 1
        if self.offsets is None:
            return Span(start, end)
        return Span(self.offsets[start], self.offsets[end])

    def place(self, raw: int) -> int:
        """The place of the clear text that a place of the raw text came to."""
        return raw if self.offsets is None else bisect_left(self.offsets, raw)

    def said(self, start: int, end: int) -> str:
        """``clear[start:end]`` with single blanks."""
        return " ".join(self.clear[start:end].split())

    def lines(self, start: int, end: int) -> Iterator[Line]:
        """Lines with words in them between two places of the clear text.

        What stands between two of them tells whether a line was left empty.
        """
        while start < end:
            stop = self.clear.find("\n", start, end)
            stop = end if stop < 0 else stop
            raw = self.clear[start:stop]
            bare = raw.strip()
            if bare and _WORDS.search(bare):
                first = start + len(raw) - len(raw.lstrip())
                yield Line(first, first + len(bare), bare)
            start = stop + 1


def make_clear(layout: Layout) -> Paper:
    """The clear view of a paper."""
    text, offsets = _composed(layout.text)
    # Where letters are apart places differ; the reader has them composed before.
    clear = unwrapped(layout) if offsets is None else text
    if "<" in text:
        clear = _BREAK.sub(lambda found: "\n".ljust(len(found.group())), clear)
    if _SIGNS.search(clear):
        # Sign by sign: few of them occur, and a table looks every letter up.
        for sign, same in _SAME_LENGTH.items():
            clear = clear.replace(sign, same)
    return Paper(layout, clear, folded_alike(clear), offsets)


def folded_alike(text: str) -> str:
    """The text without accents and case, each character still at its place."""
    if text.isascii():
        return text.lower()
    return text.translate({ord(char): _folded_char(char) for char in set(text)})


@lru_cache(maxsize=4096)
def _folded_char(char: str) -> str:
    """One character for one: a blank where folding leaves none or several."""
    bare = char if char.isspace() else fold(char)
    return bare if len(bare) == 1 else " "


def _composed(text: str) -> tuple[str, tuple[int, ...] | None]:
    """The text with composed letters, and where each character came from."""
    if text.isascii() or not _MARK.search(text):
        return text, None
    known: dict[str, str] = {}
    pieces: list[str] = []
    offsets: list[int] = []
    done = 0
    for found in _CLUSTER.finditer(text):
        start, end = found.span()
        cluster = found.group()
        made = known.get(cluster)
        if made is None:
            made = known[cluster] = unicodedata.normalize("NFC", cluster)
        pieces += (text[done:start], made)
        offsets.extend(range(done, start))
        offsets.extend([start] * len(made))
        done = end
    pieces.append(text[done:])
    offsets.extend(range(done, len(text) + 1))
    return "".join(pieces), tuple(offsets)
