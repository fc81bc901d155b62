"""From the bytes of a paper to its text and drafts: computed, nothing stored.

Takes seconds, so it runs outside of any transaction; what refuses it, refuses with
the code that the paper's page then says.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from phoihop.documents.drafts import Known, plain
from phoihop.documents.models import LONGEST_TEXT
from phoihop.documents.rules import is_old_font
from phoihop.files.examining import refuse_stamped
from phoihop.reading import findings, jail, scans
from phoihop.reading.extracted import Extracted
from phoihop.reading.findings import Finding
from phoihop.reading.running import Running, running
from phoihop.refusals import Refused

Engine = Callable[[str], findings.Reading]
# Whom the names of a paper mean: asked of where it comes from, so of all of it.
KnownIn = Callable[[findings.Reading], Known]
# Told how many steps are done, of how many.
Tell = Callable[[int, int], None]
# Opened, extracted, read, matched with the directory, and then stored.
STEPS = 5
HUNDREDTHS = 100
# Where the words of a paper itself stand, notes and properties aside.
OF_THE_PAPER = re.compile(r"body|text|page \d+")


@dataclass(frozen=True)
class DraftToBe:
    """One finding as it will be stored; ``confidence`` in hundredths."""

    field: str
    value: dict[str, Any]
    start: int | None
    end: int | None
    confidence: int
    because: str


@dataclass(frozen=True)
class PaperRead:
    """The raw text, to which all spans refer, and what was found in it."""

    # Never in a log or an error by way of repr.
    text: str = field(repr=False)
    drafts: tuple[DraftToBe, ...] = field(repr=False)
    # As ``ReadText`` keeps them.
    parts: tuple[tuple[str, int, int], ...] = ()
    remarks: tuple[tuple[int, int, str], ...] = ()


def read_paper(
    data: bytes,
    *,
    name: str,
    engine: Engine,
    known_in: KnownIn,
    tell: Tell,
    body: int | None = None,
) -> PaperRead:
    """Read a paper's bytes; ``body`` is the key of the body whose paper it is.

    Raises ``Refused``: what the reader of files refuses, pictures in which no text was
    read, a stamp of secrecy on one of them, a text that is empty, too long, or written
    for a font from before Unicode.
    """
    extracted = jail.extract(data, name=name, body=body)
    if scans.silent_pages(extracted):
        # Its pages are counted, which take seconds each, and nothing else.
        extracted = scans.with_words(data, extracted, hold=refuse_stamped, tell=tell)
        tell = _untold
    tell(2, STEPS)
    ran = text_of(extracted)
    found = engine(ran.text)
    tell(3, STEPS)
    known = known_in(found)
    drafts = tuple(_to_be(one, found.text, known) for one in found.findings)
    tell(4, STEPS)
    return PaperRead(
        found.text,
        drafts,
        parts=tuple((part.where, part.start, part.end) for part in ran.parts),
        remarks=tuple((one.start, one.end, one.kind) for one in ran.remarks),
    )


def _untold(done: int, total: int) -> None:
    """The pages were told; what is left takes less than one of them."""


def text_of(extracted: Extracted) -> Running:
    """The running text; raises ``Refused`` where a machine has nothing to read."""
    ran = running(extracted)
    written = [part for part in extracted.parts if OF_THE_PAPER.fullmatch(part.where)]
    # A scan may have a title among its properties, or a note: no text of the paper.
    has_rows = any(
        cell.text for sheet in extracted.sheets for row in sheet.rows for cell in row
    )
    if not has_rows and not any(part.text.strip() for part in written):
        if extracted.needs_person:
            raise Refused("document.scan")
        raise Refused("document.no_text")
    if is_old_font(ran.text):
        raise Refused("document.old_font")
    if len(ran.text) > LONGEST_TEXT:
        raise Refused("file.text_too_long")
    return ran


def _to_be(found: Finding, text: str, known: Known) -> DraftToBe:
    return DraftToBe(
        field=found.field.value,
        value=plain(found, text, known),
        start=found.span.start if found.span else None,
        end=found.span.end if found.span else None,
        confidence=round(found.confidence * HUNDREDTHS),
        because=found.because,
    )
