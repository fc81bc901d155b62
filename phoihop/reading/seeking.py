"""Patterns put so that a search leaps over what cannot match.

A search leaps to the letters that a pattern begins with. One that begins with ``\\b``
or with letters of any kind is tried at every character, which takes ten times as long
and more; most of the time of a reading would go there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A sign may stand anywhere behind the beginning of a match.
ANYWHERE = 10**9
# What a pattern begins with: letters and blanks, the last of them not repeated.
_BEGINNING = re.compile(r"[^\W\d_](?:[^\W\d_]| )*(?![?*+{])")
_LETTER = re.compile(r"[^\W\d_](?![?*+{])")


def at_word(*patterns: str, behind: str = "") -> str:
    r"""``\b(?:one|other)`` with the look back behind the first letters of each.

    ``behind``: what may not stand before any of them.
    ValueError for a pattern that does not begin with a letter.
    """
    by_letter: dict[str, list[str]] = {}
    for pattern in patterns:
        # Those of one letter stay in their order; those of two never both match.
        by_letter.setdefault(pattern[:1], []).append(pattern)
    said = (_looking_back(same, behind) for same in by_letter.values())
    return f"(?:{'|'.join(said)})"


def _looking_back(patterns: list[str], behind: str) -> str:
    """Patterns of one first letter, which look back once they have it."""
    beginning = _BEGINNING if len(patterns) == 1 else _LETTER
    found = [beginning.match(pattern) for pattern in patterns]
    if not all(found):
        raise ValueError(patterns)
    said = found[0].group() if found[0] else ""
    rest = "|".join(pattern[len(said) :] for pattern in patterns)
    barred = rf"(?<!{behind}{said})" if behind else ""
    return rf"{said}(?<!\w{said}){barred}(?:{rest})"


@dataclass(frozen=True, slots=True)
class Signed:
    """A pattern that is sought only from the first of its ``signs`` on.

    Every match has one of them, at most ``before`` characters behind its beginning.
    """

    pattern: re.Pattern[str]
    signs: tuple[str, ...]
    before: int

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """As ``pattern.search``."""
        first = self._first(text, start, end)
        return None if first is None else self.pattern.search(text, first, end)

    def match(self, text: str) -> re.Match[str] | None:
        """As ``pattern.match``."""
        first = self._first(text, 0, len(text))
        return self.pattern.match(text) if first == 0 else None

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """As ``pattern.finditer``."""
        first = self._first(text, start, end)
        return iter(()) if first is None else self.pattern.finditer(text, first, end)

    def _first(self, text: str, start: int, end: int) -> int | None:
        """The first place at which a match can begin."""
        first = end
        for sign in self.signs:
            place = text.find(sign, start, end)
            first = place if 0 <= place < first else first
        return max(start, first - self.before) if first < end else None


def signed(pattern: str, *signs: str, before: int) -> Signed:
    """A pattern with its signs."""
    return Signed(re.compile(pattern), signs, before)
