"""Pages that are pictures: their words, and what may be a stamp on them.

A page is drawn and read by programs behind walls (``reading.programs``), one page at a
time. What is read so is what the machine made of a picture: a person compares it.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from phoihop.reading import programs
from phoihop.reading.caps import SCANNED_PAGES
from phoihop.reading.extracted import Extracted, Part
from phoihop.reading.programs import Failed, NotThere
from phoihop.refusals import Refused

__all__ = ["Failed", "NotThere", "look_at", "silent_pages", "with_words"]

# One block of lines from left to right keeps the two columns of a paper's head
# together; scattered words are found one by one (docs/decisions/0025 has the figures).
BLOCK, SCATTERED = 6, 11
DOTS, STAMP_DOTS = 300, 200
# What parts columns in a line.
WIDE = re.compile(r" {3,}")
PAGE = re.compile(r"page (\d+)")

# Told how many of the pages are read, of how many.
Tell = Callable[[int, int], None]
# Told the words of a page as they are read; refuses what may not be kept.
Hold = Callable[[Iterable[str]], None]


def silent_pages(extracted: Extracted) -> list[int]:
    """The pages that gave no words, from 1, where any of them is a picture."""
    if extracted.kind != "pdf" or not extracted.needs_person:
        return []
    told = {
        int(found[1])
        for part in extracted.parts
        if (found := PAGE.fullmatch(part.where)) and part.text.strip()
    }
    return [page for page in range(1, extracted.pages + 1) if page not in told]


def look_at(paper: bytes, page: int, *, until: float | None = None) -> Iterator[str]:
    """The words that may be a stamp on one page; then all the words of the page.

    One after the other, so that a stamp is heard of before the rest may fail. Raises
    ``NotThere`` where nothing is installed that reads pictures, and ``Failed`` where
    this page could not be read, or not in time.
    """
    programs.reader()
    shown = {"page": page, "dots": STAMP_DOTS, "stamps": True}
    places = programs.drawn(paper, shown, until=until)
    stamps = [
        programs.words_of(places, layout=layout, until=until)
        for layout in (SCATTERED, BLOCK)
        if places
    ]
    yield WIDE.sub("\t", "\n".join(stamps))
    whole = programs.drawn(paper, {"page": page, "dots": DOTS}, until=until)
    words = programs.words_of(whole, layout=BLOCK, until=until) if whole else ""
    yield WIDE.sub("\t", words)


def with_words(
    paper: bytes, extracted: Extracted, *, hold: Hold, tell: Tell
) -> Extracted:
    """The same with the words of the pages that are pictures, in their places.

    Raises ``Refused``: too many of them, nothing that reads them, a page that cannot
    be read, and whatever ``hold`` refuses of a page's words.
    """
    pages = silent_pages(extracted)
    if len(pages) > SCANNED_PAGES:
        raise Refused("document.scan_too_long")
    if pages and not _is_installed():
        if any(PAGE.fullmatch(part.where) for part in extracted.parts):
            # What has words is read; that the rest was not, the desk says.
            return extracted
        raise Refused("document.no_ocr")
    read: dict[int, Part] = {}
    for done, page in enumerate(pages):
        tell(done, len(pages))
        words = ""
        try:
            for words in look_at(paper, page):
                hold((words,))
        except Failed as error:
            raise Refused("document.page_unread", page=page) from error
        read[page] = Part(f"page {page}", words)
    tell(len(pages), len(pages))
    return _put_together(extracted, read)


def _is_installed() -> bool:
    try:
        programs.reader()
    except NotThere:
        return False
    return True


def _put_together(extracted: Extracted, read: dict[int, Part]) -> Extracted:
    """Pages in their order, then what stands beside them."""
    pages = dict(read)
    beside = []
    for part in extracted.parts:
        if found := PAGE.fullmatch(part.where):
            pages[int(found[1])] = part
        else:
            beside.append(part)
    parts = [pages[number] for number in sorted(pages) if pages[number].text.strip()]
    return Extracted(
        kind=extracted.kind,
        parts=(*parts, *beside),
        sheets=extracted.sheets,
        pages=extracted.pages,
        needs_person=True,
    )
