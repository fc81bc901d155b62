"""Words of a page and where they stand, as a reader of the page sees it.

Places are in points from the top left corner of what is shown, whatever way the page
is turned. Letters come in the order of the file, which is not yet that of reading.
"""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw

from phoihop.reading import caps
from phoihop.refusals import Refused

_WORDS = re.compile(r"\S+")
# What stands for a hyphen at the end of a line in the text that pdfium gives, and for
# a letter without a code.
_HYPHENS = str.maketrans("\ufffe\x02\0", "-- ")
# A gap narrower than this part of the size is no space, if nobody typed one: letters
# of another font ("Ủ") are set a little apart. Pieces of one word may be further apart.
NO_SPACE, GLUED = 0.13, 0.3


@dataclass(slots=True)
class Ink:
    """How the letters of one piece of text are drawn."""

    size: float
    upright: bool
    width: float
    mode: int
    color: tuple[int, int, int, int]
    # The piece itself, by its place in memory, and whether it lies on a layer that a
    # viewer may have put away.
    held: int = 0
    layered: bool = False


@dataclass(slots=True)
class Word:
    """Letters without a space between them; ``base`` is the line they stand on."""

    text: str
    x0: float
    x1: float
    base: float
    ink: Ink
    top: float
    bottom: float
    # Whether it is the rest of a word whose letters are several pieces of text.
    glued: bool = False
    # Why the eye does not see it, of ``extracted.HIDDEN``; empty if it does.
    unseen: str = ""

    @property
    def size(self) -> float:
        """The size of the type, in points as shown."""
        return self.ink.size


class Sight:
    """A page as it is shown: turned, and cut to its box."""

    def __init__(self, page: Any) -> None:
        """Of this page of pdfium."""
        self.left, self.low, self.right, self.high = page.get_bbox()
        self.turn = page.get_rotation()
        across, down = self.right - self.left, self.high - self.low
        self.width, self.height = (
            (down, across) if self.turn in (90, 270) else (across, down)
        )

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page is seen."""
        if self.turn == 90:
            return y - self.low, x - self.left
        if self.turn == 180:
            return self.right - x, y - self.low
        if self.turn == 270:
            return self.high - y, self.right - x
        return x - self.left, self.high - y

    def box(
        self, x0: float, y0: float, x1: float, y1: float
    ) -> tuple[float, float, float, float]:
        """(left, top, right, bottom) of a box, as it is seen."""
        ax, ay = self.at(x0, y0)
        bx, by = self.at(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


class Glyphs:
    """The letters of one page, asked one by one where it matters."""

    def __init__(self, page: Any, sight: Sight) -> None:
        """Loads the text of the page."""
        self.textpage = page.get_textpage()
        self.handle = self.textpage.raw
        self.sight = sight
        self.inks: dict[int, Ink] = {}
        self._box = [ctypes.c_double() for _ in range(4)]
        self._refs = [ctypes.byref(one) for one in self._box]
        self.text = self._text()

    def close(self) -> None:
        """Give the memory back."""
        self.textpage.close()

    def _text(self) -> str:
        """One character of the answer for each of pdfium's."""
        count = self.textpage.count_chars()
        if count <= 0:
            return ""
        if count > caps.CHARACTERS:
            raise Refused("file.text_too_long", field="file")
        buffer = (ctypes.c_ushort * (2 * count + 1))()
        written = raw.FPDFText_GetText(self.handle, 0, count, buffer) - 1
        text = bytes(buffer)[: max(written, 0) * 2].decode("utf-16-le", "replace")
        if written == count == len(text):
            return text.translate(_HYPHENS)
        # Some letters have no code or two: then each is asked by itself.
        codes = (raw.FPDFText_GetUnicode(self.handle, at) for at in range(count))
        text = "".join(
            chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
            for code in codes
        )
        return text.translate(_HYPHENS)

    def words(self) -> Iterator[Word]:
        """All words, letters of one piece of text each, in the order of the file."""
        for found in _WORDS.finditer(self.text):
            start, end = found.span()
            first = self._object(start)
            if end - start == 1 or first == self._object(end - 1):
                yield self._word(start, end, first)
            else:
                yield from self._pieces(start, end)

    def _pieces(self, start: int, end: int) -> Iterator[Word]:
        """A word of several pieces of text: each may be drawn in another way."""
        begun, over = start, self._object(start)
        for at in range(start + 1, end + 1):
            here = self._object(at) if at < end else 0
            if here != over or at == end:
                word = self._word(begun, at, over)
                word.glued = begun > start
                yield word
                begun, over = at, here

    def _object(self, at: int) -> int:
        held = raw.FPDFText_GetTextObject(self.handle, at)
        return ctypes.addressof(held.contents) if held else 0

    def _word(self, start: int, end: int, held: int) -> Word:
        x0, top, x1, bottom = self._seen(start)
        if end - start > 1:
            left, high, right, low = self._seen(end - 1)
            x0 = left if left < x0 else x0
            x1 = right if right > x1 else x1
            top = high if high < top else top
            bottom = low if low > bottom else bottom
        ink = self.inks.get(held)
        if ink is None or not held:
            ink = self.inks[held] = self._ink(start)
        x, y = self._box[0], self._box[1]
        raw.FPDFText_GetCharOrigin(self.handle, start, self._refs[0], self._refs[1])
        base = self.sight.at(x.value, y.value)[1] if ink.upright else bottom
        return Word(self.text[start:end], x0, x1, base, ink, top, bottom)

    def _seen(self, at: int) -> tuple[float, float, float, float]:
        """The box of a letter. Asked twice for each word: nothing is called idly."""
        left, right, low, high = self._box
        raw.FPDFText_GetCharBox(self.handle, at, *self._refs)
        sight = self.sight
        if sight.turn:
            return sight.box(left.value, low.value, right.value, high.value)
        return (
            left.value - sight.left,
            sight.high - high.value,
            right.value - sight.left,
            sight.high - low.value,
        )

    def _ink(self, at: int) -> Ink:
        """How this letter is drawn, and all of its piece with it."""
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self.handle, at, ctypes.byref(matrix))
        size = raw.FPDFText_GetFontSize(self.handle, at)
        along, up = (matrix.a, matrix.b), (matrix.c, matrix.d)
        if self.sight.turn in (90, 270):
            upright = abs(along[0]) < abs(along[1])
        else:
            upright = abs(along[1]) <= abs(along[0])
        held = raw.FPDFText_GetTextObject(self.handle, at)
        mode = raw.FPDFTextObj_GetTextRenderMode(held) if held else 0
        color = [ctypes.c_uint(0) for _ in range(4)]
        ask = (
            raw.FPDFPageObj_GetStrokeColor
            if mode == 1
            else raw.FPDFPageObj_GetFillColor
        )
        if not (held and ask(held, *map(ctypes.byref, color))):
            color[3].value = 255
        return Ink(
            size=abs(size) * (up[0] ** 2 + up[1] ** 2) ** 0.5,
            upright=upright,
            width=abs(size) * (along[0] ** 2 + along[1] ** 2) ** 0.5,
            mode=mode,
            color=(color[0].value, color[1].value, color[2].value, color[3].value),
            held=ctypes.addressof(held.contents) if held else 0,
            layered=bool(held) and _is_layered(held),
        )


def _is_layered(held: Any) -> bool:
    """Whether a piece of text is marked as part of a layer (/OC)."""
    name = ctypes.create_string_buffer(8)
    size = ctypes.c_ulong()
    for at in range(raw.FPDFPageObj_CountMarks(held)):
        mark = raw.FPDFPageObj_GetMark(held, at)
        raw.FPDFPageObjMark_GetName(
            mark, ctypes.cast(name, ctypes.POINTER(ctypes.c_ushort)), 8, size
        )
        if size.value == 6 and name.raw[:4] == b"O\0C\0":
            return True
    return False
