"""A page of a .pdf to be looked at: its picture, and where the words of its text are.

Frozen values that cross the wall of the jail; what comes out of it is trusted in its
shape alone, as ``extracted`` is.
"""

import base64
import binascii
from dataclasses import dataclass
from typing import Any

from phoihop.reading.extracted import NotExtracted

PNG = b"\x89PNG\r\n\x1a\n"
# Places are counted in tenths of a point.
PARTS = 10


@dataclass(frozen=True, slots=True)
class Spot:
    """Where ``text[start:end]`` of a page is seen, from its top left corner."""

    start: int
    end: int
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class PageWords:
    """The text of a page as the reading has it, and the spots of its words."""

    text: str
    width: int
    height: int
    pages: int
    spots: tuple[Spot, ...]


def words_plain(words: PageWords) -> list[Any]:
    """Lists, words and numbers only, as they cross the wall."""
    spots = [[s.start, s.end, s.left, s.top, s.right, s.bottom] for s in words.spots]
    return [words.text, words.width, words.height, words.pages, spots]


def words_from_plain(plain: object) -> PageWords:
    """The same again; NotExtracted for anything that is not of that shape."""
    text, width, height, pages, spots = _list(plain, 5)
    if type(text) is not str or type(spots) is not list:
        raise NotExtracted
    placed = tuple(Spot(*_numbers(spot, 6)) for spot in spots)
    if any(not 0 <= s.start <= s.end <= len(text) for s in placed):
        raise NotExtracted
    across, down, count = _numbers([width, height, pages], 3)
    return PageWords(text, across, down, count, placed)


def picture_plain(picture: bytes) -> str:
    """The bytes of a picture, as they cross the wall."""
    return base64.b64encode(picture).decode()


def picture_from_plain(plain: object) -> bytes:
    """A picture in the one format that is made; empty where there is no such page."""
    if type(plain) is not str:
        raise NotExtracted
    try:
        picture = base64.b64decode(plain, validate=True)
    except binascii.Error as error:
        raise NotExtracted from error
    if picture and not picture.startswith(PNG):
        raise NotExtracted
    return picture


def _list(plain: object, count: int) -> list[Any]:
    if type(plain) is not list or len(plain) != count:
        raise NotExtracted
    return plain


def _numbers(plain: object, count: int) -> list[int]:
    numbers = _list(plain, count)
    if any(type(number) is not int for number in numbers):
        raise NotExtracted
    return numbers
