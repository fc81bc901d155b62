"""The pages of a paper as they are seen: drawn anew in the jail when somebody looks.

Nothing is stored, and nothing of the file itself is shown: what a browser gets is the
picture that the jail drew, and the places of words in the text that was read.
"""

import re
from dataclasses import dataclass

from phoihop.documents.models import Reading
from phoihop.files import actions as files
from phoihop.files.models import FileKind
from phoihop.reading import jail
from phoihop.reading.page_view import Spot

PAGE = re.compile(r"page (\d+)")


@dataclass(frozen=True)
class PageView:
    """A page: how large it is, how many there are, and where words are seen.

    ``spots`` count the characters of the whole text; there are none where a paper was
    read by an older reader, whose text was another one.
    """

    number: int
    pages: int
    width: int
    height: int
    spots: tuple[Spot, ...]
    fits: bool


def has_pages(reading: Reading) -> bool:
    """Whether the paper has pages that can be drawn."""
    return bool(reading.document.file.kind == FileKind.PDF)


def spans(reading: Reading) -> dict[int, tuple[int, int]]:
    """Where in the text each page begins and ends; pages without words have none."""
    return {
        int(found[1]): (start, end)
        for where, start, end in reading.read_text.parts
        if (found := PAGE.fullmatch(where))
    }


def view(reading: Reading, number: int) -> PageView | None:
    """A page and the places of its words; None if there is no such page.

    Raises ``Refused``: the reader of files is busy, or the file is damaged.
    """
    words = jail.page_words(_bytes(reading), page=number)
    if not 1 <= number <= words.pages:
        return None
    start, end = spans(reading).get(number, (0, 0))
    fits = reading.read_text.text[start:end] == words.text
    spots = (
        Spot(start + s.start, start + s.end, s.left, s.top, s.right, s.bottom)
        for s in words.spots
    )
    return PageView(
        number,
        words.pages,
        words.width,
        words.height,
        tuple(spots) if fits else (),
        fits,
    )


def picture(reading: Reading, number: int) -> bytes:
    """A page as a .png; empty if there is no such page. Raises as ``view`` does."""
    return jail.picture(_bytes(reading), page=number)


def _bytes(reading: Reading) -> bytes:
    with files.open_bytes(file=reading.document.file) as opened:
        return opened.read()
