"""A text as detectors read it: one way of writing each letter, spans kept.

Full-width figures, letters typed in pieces, invisible characters, soft hyphens and
look-alike letters are how a number slips past a pattern. Here they are written the
plain way, and each plain character knows the place it came from.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

# Marks that one letter may carry; what is beyond is read as letters of its own. The
# limit keeps the sorting of marks, which grows with their square, from mattering.
MOST_MARKS = 8

# What Vietnamese is written with; a text of these alone needs no second look.
_ODD = re.compile("[^\t\n\r -~À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ–—…“”‘’•]")

_DASHES = "‐‑‒–—―−﹘﹣－⁃"
_SAME_LENGTH = {ord(dash): "-" for dash in _DASHES} | {
    ord("’"): "'",
    ord("‘"): "'",
    ord("·"): ".",
    ord("•"): ".",
    ord("∙"): ".",
    ord("․"): ".",
}
# Letters of other alphabets that look like Latin ones.
_LOOK_ALIKES = str.maketrans(
    "АВЕКМНОРСТУХаеорсухіІЈјѕЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧοι",
    "ABEKMHOPCTYXaeopcyxiIJjsSABEZHIKMNOPTYXoi",
)


def _bare(char: str) -> str:
    """The small letter without its marks: đ as d, Ậ as a."""
    bare = unicodedata.normalize("NFD", char)[0].lower()
    return {"đ": "d"}.get(bare, bare) if len(bare) == 1 else char


_BARE = {
    code: _bare(chr(code)) for code in range(0x41, 0x1F00) if chr(code).isalpha()
} | {ord(char): char.lower() for char in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_SMALL = {
    code: chr(code).lower()
    for code in range(0x41, 0x1F00)
    if chr(code).isalpha() and len(chr(code).lower()) == 1
}


@dataclass(frozen=True)
class Plain:
    """The plain text, in small letters, and folded: all three of one length."""

    text: str
    small: str
    folded: str
    # Where each plain character began and ended in the text as typed; none of its
    # own for a text that was plain already.
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text as typed of this place in the plain one."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> str:
    """Small letters without marks, character for character."""
    return text.translate(_BARE)


def read(text: str) -> Plain:
    """The text as detectors read it."""
    if _ODD.search(text) is None:
        plain = text.translate(_SAME_LENGTH)
        return Plain(plain, plain.translate(_SMALL), fold(plain))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at, size = 0, len(text)
    while at < size:
        end = at + 1
        while end < size and end - at <= MOST_MARKS and _is_mark(text[end]):
            end += 1
        piece = _plainly(text[at:end])
        pieces.append(piece)
        starts.extend([at] * len(piece))
        ends.extend([end] * len(piece))
        at = end
    plain = "".join(pieces)
    return Plain(plain, plain.translate(_SMALL), fold(plain), starts, ends)


@lru_cache(maxsize=4096)
def _is_mark(char: str) -> bool:
    return char > "\u02ff" and unicodedata.category(char) in ("Mn", "Me")


@lru_cache(maxsize=4096)
def _plainly(piece: str) -> str:
    """One letter with its marks, as it is written plainly; nothing if unseen."""
    if len(piece) == 1 and " " <= piece <= "~":
        return piece
    shown = "".join(char for char in piece if not _is_unseen(char))
    normal = unicodedata.normalize("NFKC", shown).translate(_LOOK_ALIKES)
    return "".join(_figure(char) for char in normal).translate(_SAME_LENGTH)


def _is_unseen(char: str) -> bool:
    """Zero-width, soft hyphen, direction, joiner, the frame of a key cap."""
    return (
        unicodedata.category(char) in ("Cf", "Me")
        or "\ufe00" <= char <= "\ufe0f"
        or char in "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
    )


def _figure(char: str) -> str:
    """A figure of any script as 0 to 9; any white space but a new line as a space."""
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    if char.isspace() and char not in "\n\r\t":
        return "\n" if char in "\u2028\u2029\x0b\x0c\x85" else " "
    return char
