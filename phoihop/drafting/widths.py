"""How wide a line of the Times face is. Pure.

Rules under names are a part of the line above them (Decree 30/2020, appendix I,
II.1.b, II.2.b, II.5.b), and a .docx must say their length before any face is at hand.
The numbers are the advances of the Times face in thousandths of its size, which every
face made to replace it keeps; accented letters are as wide as their bases.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from math import inf
from typing import NamedTuple

_UPRIGHT = {
    250: ",. ",
    278: "/:;\\ijlt",
    333: "!()-I[]`fr’",
    389: "Js",
    444: "?acez“”",
    500: "#$*0123456789_bdghknopquvxyđ–",
    529: "ơ",
    542: "ư",
    556: "FPS",
    564: "+<=>",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYwĐƠ",
    778: "&mƯ",
    833: "%",
    889: "M",
    944: "W",
    1000: "…",
}
_BOLD = {
    250: ",. ",
    278: "'/\\il",
    333: "!()-:;[]`fjt’",
    389: "Is",
    444: "cerz",
    500: "#$*0123456789?J_agovxy–“”",
    554: "ơ",
    556: "Sbdhknpquđ",
    570: "+<=>",
    600: "ư",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYwĐ",
    778: "GHKOQƠ",
    796: "Ư",
    833: "&m",
    944: "M",
    1000: "%W…",
}
# A sign of neither table: about as wide as most.
_OTHER = 556
# Words before which a line of a name or an abstract is best broken.
_BREATHS = {
    *("tỉnh", "thành", "xã", "phường", "huyện", "quận", "thị", "đặc", "thuộc"),
    *("và", "về", "của", "giữa", "trong", "với", "tại", "ngày", "năm", "giai"),
}
# What takes more lines is no name and no abstract.
_BALANCED = 8
# The horn is part of the letter; other marks stand over or under it.
_HORN = "\u031b"


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The width of the text on one line, in the unit of ``size``."""
    return sum(_advance(letter, bold) for letter in text) * size / 1000


def lines_of(text: str, size: float, room: float) -> int:
    """How many lines the text takes in a column of this width, at least one."""
    lines = 0
    for line in text.split("\n"):
        lines += 1
        at = 0.0
        for word in line.split():
            long = width_of(word, size)
            if at and at + long > room:
                lines, at = lines + 1, 0.0
            # A word wider than the column is broken.
            lines += int(long // room)
            at += long % room + size / 4
    return lines


def balanced(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """The text broken into as few lines as the room allows, about as long each.

    Breaks are sought where one would draw breath: ỦY BAN NHÂN DÂN / TỈNH LẠC SƠN.
    """
    if "\n" in text or width_of(text, size, bold=bold) <= room:
        return text
    # Blanks that may not break are part of a word.
    words = text.split(" ")
    widths = [width_of(word, size, bold=bold) for word in words]
    lines = _lines(widths, size / 4, room)
    if lines > _BALANCED:
        return text
    strains = [0 if _breath(word) else (4 * size) ** 2 for word in words]
    starts = _Words(widths, strains, size / 4).starts(lines, room)
    return "\n".join(
        " ".join(words[start:end]) for start, end in pairwise([*starts, len(words)])
    )


class _Way(NamedTuple):
    """Some words in lines: what it costs, and with which words the lines begin."""

    cost: float
    starts: tuple[int, ...]


class _Words(NamedTuple):
    """Words to be set: how wide each is, and what it costs to begin a line with it."""

    widths: list[float]
    strains: list[float]
    blank: float

    def starts(self, lines: int, room: float) -> tuple[int, ...]:
        """The words that begin the lines, in so many lines, at the least cost."""
        ends = range(len(self.widths) + 1)
        # For each word: the best way to set all words before it.
        best = [_Way(0, ()), *[_Way(inf, ()) for _ in self.widths]]
        for _ in range(lines):
            best = [
                min(self._ways(end, best, room), default=_Way(inf, ())) for end in ends
            ]
        # A word wider than the room stays on one line with the others.
        return best[-1].starts or (0,)

    def _ways(self, end: int, best: list[_Way], room: float) -> Iterator[_Way]:
        """The ways to end a line before the word ``end``."""
        wide = -self.blank
        for start in range(end - 1, -1, -1):
            wide += self.blank + self.widths[start]
            if wide > room:
                return
            before = best[start]
            if before.cost < inf:
                strain = self.strains[start] if start else 0
                cost = before.cost + wide**2 + strain
                yield _Way(cost, (*before.starts, start))


def _lines(widths: list[float], blank: float, room: float) -> int:
    """How many lines these words take, each line as full as it can be."""
    lines, at = 1, -blank
    for wide in widths:
        if at + blank + wide > room and at > 0:
            lines, at = lines + 1, -blank
        at += blank + wide
    return lines


def _breath(word: str) -> bool:
    return word.casefold().partition("\u00a0")[0] in _BREATHS


def pieces_of(text: str, size: float, room: float) -> list[str]:
    """The text cut where a word is wider than the room; whole where none is."""
    few = max(1, int(room / size))
    if max(map(len, text.split()), default=0) <= few:
        return [text]
    at, pieces = 0, []
    for word in re.finditer(rf"\S{{{few},}}", text):
        if width_of(word.group(), size) <= room:
            continue
        # Pieces that fill a line well, none beginning with a mark of its own.
        for cut in range(word.start() + max(1, few // 4), word.end(), max(1, few // 4)):
            if not unicodedata.combining(text[cut]):
                pieces.append(text[at:cut])
                at = cut
    return [*pieces, text[at:]]


@cache
def _advance(letter: str, bold: bool) -> int:
    marks = unicodedata.normalize("NFD", letter)
    base = marks[0] + _HORN if _HORN in marks else marks[0]
    return _table(bold).get(unicodedata.normalize("NFC", base), _OTHER)


@cache
def _table(bold: bool) -> dict[str, int]:
    groups = _BOLD if bold else _UPRIGHT
    return {letter: width for width, letters in groups.items() for letter in letters}
