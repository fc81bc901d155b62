"""Files into text, one file a format. Called in the jail only: see ``reading.jail``.

Each reader takes bytes and gives an ``Extracted``, or refuses by name. Nothing is
written, fetched, run or guessed.
"""

from dataclasses import replace

from phoihop.reading import caps, kinds
from phoihop.reading.extracted import Extracted
from phoihop.reading.legacy import in_unicode
from phoihop.reading.sources import doc, docx, html, pdf, sheet, text
from phoihop.reading.sources.disguised import with_disguises
from phoihop.refusals import Refused

READERS = {
    "doc": doc.read,
    "docx": docx.read,
    "xlsx": sheet.read,
    "pdf": pdf.read,
    "html": html.read,
    "txt": text.read,
    "csv": text.read_csv,
}


def read(data: bytes, *, ending: str) -> Extracted:
    """The text of a file whose name ends so; Refused with the reason otherwise."""
    kind = kinds.kind_of(data, ending=ending)
    extracted = READERS[kind](data)
    # First of all: one text can stand in thousands of cells, and looking through it
    # as often would take longer than a paper may.
    _hold_length(extracted)
    extracted = in_unicode(extracted)
    parts = tuple(with_disguises(part) for part in extracted.parts)
    return replace(extracted, parts=parts)


def _hold_length(extracted: Extracted) -> None:
    characters = sum(len(words) for _, words in extracted.texts())
    if characters > caps.CHARACTERS:
        raise Refused("file.text_too_long", field="file")
