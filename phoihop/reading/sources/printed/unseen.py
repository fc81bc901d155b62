"""Words that the file holds and the eye does not see on the page (check C15).

Colour, size, place and the order of drawing tell most of it. Where they do not, the
page is drawn and the place of the word is looked at: what shows no ink is not seen.
Invisible letters over the picture of a scanned page are how a reader of pictures
leaves what it read, and no trick.
"""

import re
from collections.abc import Iterator
from typing import Any

from phoihop.reading.sources.printed.rulings import Box, Drawn
from phoihop.reading.sources.printed.words import Word

# In points as shown.
SMALLEST, NARROWEST = 4.0, 2.0
# Of 255: paler than this on white paper is not read, and thinner than this neither.
PALE, THIN = 225, 26
# The least difference of grey between ink and its ground.
CONTRAST = 40
INVISIBLE, FILLED_AND_DRAWN = (3, 7), 2
DOTS, MOST_DOTS = 2.0, 4_000_000
ZERO_WIDTH = re.compile(
    r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+"
)


def mark_unseen(
    words: list[Word], drawn: Drawn, page: Any, size: tuple[float, float]
) -> None:
    """Write into each word why it is not seen, where it is not."""
    doubtful = []
    for word in words:
        word.unseen = _by_its_own(word, drawn, size)
        if not word.unseen and (kind := _doubt(word, drawn)):
            doubtful.append((word, kind))
    if not doubtful:
        return
    look = Look(page, size)
    for word, kind in doubtful:
        if not look.shows(word):
            word.unseen = kind


def zero_widths(text: str) -> Iterator[tuple[int, int]]:
    """Where signs without a width stand."""
    for found in ZERO_WIDTH.finditer(text):
        yield found.span()


def _by_its_own(word: Word, drawn: Drawn, size: tuple[float, float]) -> str:
    """What its place, size, colour and way of drawing say by themselves."""
    width, height = size
    if word.x1 < 0 or word.x0 > width or word.bottom < 0 or word.top > height:
        return "off_page"
    ink = word.ink
    if ink.size < SMALLEST or ink.width < NARROWEST:
        return "tiny"
    on_picture = any(_within(word, box) for box in drawn.pictures)
    if ink.mode in INVISIBLE and not on_picture:
        return "marked_hidden"
    if ink.color[3] < THIN:
        return "white"
    is_pale = min(ink.color[:3]) > PALE and ink.mode not in INVISIBLE
    if is_pale and ink.mode != FILLED_AND_DRAWN:
        grounds = any(_within(word, box) for _, box in drawn.covers)
        return "" if grounds else "white"
    return ""


def _doubt(word: Word, drawn: Drawn) -> str:
    """Why the page has to be looked at; empty if the word is seen for sure."""
    ink = word.ink
    if ink.mode in INVISIBLE:
        scanned = any(_within(word, box) for box in drawn.scans)
        return "" if scanned else "marked_hidden"
    if ink.layered:
        return "marked_hidden"
    if min(ink.color[:3]) > PALE:
        return "white"
    place = drawn.order.get(ink.held)
    for order, box in drawn.covers:
        if _within(word, box):
            # Drawn later it covers the word; drawn before, it may have its colour.
            return "white" if place is None or order < place else "marked_hidden"
    return ""


def _within(word: Word, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


class Look:
    """A page drawn in grey, to see whether there is ink at a place."""

    def __init__(self, page: Any, size: tuple[float, float]) -> None:
        """Draws it."""
        self.scale = min(DOTS, (MOST_DOTS / max(size[0] * size[1], 1)) ** 0.5)
        bitmap = page.render(scale=self.scale, grayscale=True, draw_annots=False)
        self.width, self.height = bitmap.width, bitmap.height
        self.stride = bitmap.stride
        self.dots = bytes(bitmap.buffer)
        bitmap.close()

    def shows(self, word: Word) -> bool:
        """Whether the place of the word has darker and lighter dots."""
        left, right = self._place(word.x0, self.width), self._place(word.x1, self.width)
        top = self._place(word.top, self.height)
        bottom = self._place(word.bottom, self.height)
        darkest, lightest = 255, 0
        for row in range(top, bottom + 1):
            start = row * self.stride
            dots = self.dots[start + left : start + right + 1]
            darkest, lightest = min(darkest, *dots), max(lightest, *dots)
        return lightest - darkest >= CONTRAST

    def _place(self, at: float, most: int) -> int:
        return int(max(0, min(most - 1, round(at * self.scale))))
