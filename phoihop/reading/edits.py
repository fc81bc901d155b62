"""A text in which some places read otherwise, and the way back to where it came from.

Finders read the mended text; what they find is told in places of the raw one.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from phoihop.reading.findings import Span

# A place of the text and what is read there instead.
Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Mended:
    """``text``, and by place where it was changed; empty lists for a text as it was.

    Change number n made ``raw[was[n]:was_end[n]]`` into ``text[now[n]:now_end[n]]``.
    """

    text: str
    now: tuple[int, ...] = ()
    now_end: tuple[int, ...] = ()
    was: tuple[int, ...] = ()
    was_end: tuple[int, ...] = ()

    def begins(self, place: int) -> int:
        """Where in the raw text something begins that begins here."""
        last = bisect_right(self.now, place) - 1
        if last < 0:
            return place
        if place >= self.now_end[last]:
            return self.was_end[last] + place - self.now_end[last]
        return self.was[last]

    def ends(self, place: int) -> int:
        """Where in the raw text something ends that ends here."""
        last = bisect_left(self.now, place) - 1
        if last < 0:
            return place
        if place >= self.now_end[last]:
            return self.was_end[last] + place - self.now_end[last]
        return self.was_end[last]

    def span(self, span: Span) -> Span:
        """The place of the raw text that a place of this one came from."""
        if not self.now:
            return span
        start = self.begins(span.start)
        return Span(start, max(start, self.ends(span.end)))


def mended(text: str, edits: Iterable[Edit]) -> Mended:
    """The text with these places changed; they stand in order and apart."""
    pieces: list[str] = []
    now: list[int] = []
    now_end: list[int] = []
    was: list[int] = []
    was_end: list[int] = []
    done = place = 0
    for start, end, said in edits:
        pieces += (text[done:start], said)
        place += start - done
        now.append(place)
        place += len(said)
        now_end.append(place)
        was.append(start)
        was_end.append(end)
        done = end
    if not now:
        return Mended(text)
    pieces.append(text[done:])
    return Mended(
        "".join(pieces), tuple(now), tuple(now_end), tuple(was), tuple(was_end)
    )


def replaced(
    text: str, pattern: re.Pattern[str], said: Callable[[re.Match[str]], str | None]
) -> list[Edit]:
    """The edits that put ``said`` for each match; None leaves one as it is."""
    edits = []
    for found in pattern.finditer(text):
        words = said(found)
        if words is not None and words != found.group():
            edits.append((found.start(), found.end(), words))
    return edits
