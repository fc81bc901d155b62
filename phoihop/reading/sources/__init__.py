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
    extracted = in_unicode(READERS[kind](data))
    parts = tuple(with_disguises(part) for part in extracted.parts)
    extracted = replace(extracted, parts=parts)
    characters = sum(len(words) for _, words in extracted.texts())
    if characters > caps.CHARACTERS:
        raise Refused("file.text_too_long", field="file")
    return extracted
