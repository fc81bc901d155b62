"""A passage in one form for the rules, and the way back to the raw text.

Rules read ``low``: composed letters, single blanks, no marks of emphasis, small
letters. Spans count the raw text, which may be decomposed, broken into lines or
marked up. A passage that needs no change has no table of offsets.
"""

import re
import unicodedata
from dataclasses import dataclass

from phoihop.reading.findings import Span

# What may have to be changed; most passages have none of it, and a search for one of
# many characters is quick. Every blank is in it but the space and the hard space.
_SUSPECT = re.compile(
    r"[*_\\`<\u200b\ufeff\u00ad"
    r"\t-\r\x1c-\x1f\u0085\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)
# What cannot stand as it is: emphasis, words joined by underscores, breaks, several
# blanks in a row.
_UNEVEN = re.compile(r"[*_\\`<\u200b\ufeff\u00ad]|[^\S\u00a0][^\S\u00a0]|^#")
_FIRST_VOWEL = {
    "oà": "òa",
    "oá": "óa",
    "oả": "ỏa",
    "oã": "õa",
    "oạ": "ọa",
    "oè": "òe",
    "oé": "óe",
    "oẻ": "ỏe",
    "oẽ": "õe",
    "oẹ": "ọe",
    "uỳ": "ùy",
    "uý": "úy",
    "uỷ": "ủy",
    "uỹ": "ũy",
    "uỵ": "ụy",
}
# A letter behind, and it is another rime: toàn; behind q it belongs to it: quý.
_OTHER_TONE = re.compile(r"o[àáảãạèéẻẽẹ](?![^\W\d_])|u[ỳýỷỹỵ](?<!q..)(?![^\W\d_])")
_PIECE = 1_000
_PLAIN = r"[^\s*_\\`<\u200b\ufeff\u00ad\u0300-\u036f]+"
_PIECES = re.compile(
    r"(?P<gone>\*\*+|(?<!^)\*|^#{1,6}\s*|[\\`\u200b\ufeff\u00ad])"
    r"|(?P<blank>(?:\s|_|<br\s?/?>)+)"
    # No more marks at once than any letter has: sorting them takes time by the square.
    r"|(?P<cluster>.[\u0300-\u036f]{1,30})"
    # Words with single spaces between them; so many at once cost no memory.
    rf"|(?P<plain>{_PLAIN}(?: {_PLAIN}){{0,99}}(?![\u0300-\u036f])|.)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Plain:
    """``text[i]`` stands at ``stands_at(i)``; ``low`` is the same in small letters."""

    text: str
    low: str
    start: int
    end: int
    offsets: tuple[int, ...] | None = None

    def stands_at(self, place: int) -> int:
        """Where in the raw text this character stands."""
        return self.offsets[place] if self.offsets else self.start + place

    def span(self, first: int, last: int) -> Span:
        """The raw span of ``text[first:last]``, without blanks at its ends."""
        words = self.text[first:last]
        first += len(words) - len(words.lstrip())
        last -= len(words) - len(words.rstrip())
        return Span(
            self.stands_at(first), max(self.stands_at(first), self.stands_at(last))
        )


def plain_of(text: str, start: int, end: int) -> Plain:
    """The passage ``text[start:end]`` in the form that the rules read."""
    words = text[start:end]
    suspect = _SUSPECT.search(words) or "  " in words or words.startswith("#")
    if suspect and _UNEVEN.search(words):
        return _evened(words, start, end)
    if not _is_composed(words):
        return _evened(words, start, end)
    words = words.replace("\n", " ").replace("\t", " ").replace("\u00a0", " ")
    return Plain(words, small(words), start, end)


def _is_composed(words: str) -> bool:
    """Whether letters stand with their marks, asked piece by piece.

    Marks in a row are sorted in time by the square of their number. Pieces share one
    character, so that a letter and its mark stand in one of them.
    """
    return all(
        unicodedata.is_normalized("NFC", words[place : place + _PIECE + 1])
        for place in range(0, len(words), _PIECE)
    )


def _evened(words: str, start: int, end: int) -> Plain:
    said: list[str] = []
    places: list[int] = []
    for piece in _PIECES.finditer(words):
        kind, place = piece.lastgroup, start + piece.start()
        if kind == "gone":
            continue
        if kind == "blank":
            if said and said[-1] != " ":
                said.append(" ")
                places.append(place)
            continue
        letters = piece.group()
        if kind == "cluster":
            letters = unicodedata.normalize("NFC", letters)
            said.append(letters)
            places.extend([place] * len(letters))
            continue
        said.append(letters)
        places.extend(range(place, place + len(letters)))
    while said and said[-1] == " ":
        said.pop()
        end = places.pop()
    plain = "".join(said)
    return Plain(plain, small(plain), start, end, (*places, end))


def small(text: str) -> str:
    """Small letters, one for each of the text's, with eth as đ and one place of tones.

    The tone of an open oa, oe, uy is on the first vowel: hòa, khỏe, thúy.
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join(char.lower()[:1] for char in text)
    if _OTHER_TONE.search(low):
        low = _OTHER_TONE.sub(lambda found: _FIRST_VOWEL[found.group()], low)
    return low.replace("\u00f0", "đ")
