"""A .pdf: looked at for what it would do by itself, then read page by page."""

import io
from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf
import pypdfium2 as pdfium

from phoihop.reading import caps
from phoihop.reading.extracted import Extracted, Part
from phoihop.reading.sources.pictures import too_many_pixels
from phoihop.reading.sources.printed import pages
from phoihop.reading.sources.printed.pages import Printed
from phoihop.refusals import Refused

# Names by which an object of a .pdf acts, fetches or carries a file along.
SCRIPTS = ("/JS", "/JavaScript")
ATTACHED = ("/EmbeddedFiles", "/EmbeddedFile", "/EF", "/AF")
SHOWN = ("/RichMedia", "/RichMediaContent", "/RichMediaSettings", "/Movie", "/Sound")
PROGRAMS = ("/Launch", "/ImportData", "/GoToE", "/GoToR")
SPOKEN = ("/Contents", "/T", "/TU", "/V", "/DA_text")
ANNOTATIONS = 20_000


def read(data: bytes) -> Extracted:
    """All text of a .pdf, or the refusal of what it is."""
    try:
        with pikepdf.open(io.BytesIO(data), attempt_recovery=True) as pdf:
            # pikepdf gives numbers as Python's own, which its types do not say.
            claimed: Any = pdf.trailer.get("/Size", 0)
            if isinstance(claimed, int) and claimed > caps.PDF_OBJECTS:
                raise Refused("file.pdf_objects", field="file")
            count = len(pdf.pages)
            if count > caps.PDF_PAGES:
                raise Refused("file.pdf_pages", field="file")
            _refuse_active(pdf)
            parts = [*_properties(pdf), *_notes(pdf)]
    except pikepdf.PasswordError as error:
        raise Refused("file.encrypted", field="file") from error
    except (pikepdf.PdfError, pikepdf.DataDecodingError) as error:
        raise _corrupt() from error
    if not count:
        raise _corrupt()
    read_pages = list(_pages(data))
    return Extracted(
        kind="pdf",
        parts=(
            *(
                part
                for number, (page, _) in enumerate(read_pages, 1)
                for part in _parts(number, page)
            ),
            *parts,
        ),
        pages=count,
        needs_person=any(pictured for _, pictured in read_pages),
    )


def _corrupt() -> Refused:
    return Refused("file.corrupt", field="file")


def _refuse_active(pdf: pikepdf.Pdf) -> None:
    """Look at every object of the file, and at all that is written in it."""
    objects = pdf.objects
    if len(objects) > caps.PDF_OBJECTS:
        raise Refused("file.pdf_objects", field="file")
    steps: list[Any] = [pdf.trailer]
    looked = 0
    # A list, since looking at an object may make qpdf repair another one.
    for top in list(objects):
        steps.append(top)
        while steps:
            looked += 1
            if looked > caps.PDF_OBJECTS * 10:
                raise Refused("file.pdf_objects", field="file")
            thing = steps.pop()
            if isinstance(thing, pikepdf.Array):
                steps.extend(_direct(thing))
            elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                words = _words(thing)
                _refuse_words(words)
                _refuse_flood(words)
                steps.extend(_direct(words.values()))


def _direct(things: Iterable[Any]) -> Iterator[Any]:
    """What is written in place; the rest comes by itself, as an object of its own."""
    for thing in things:
        if isinstance(thing, pikepdf.Object) and not thing.is_indirect:
            yield thing


def _words(thing: pikepdf.Object) -> dict[str, Any]:
    source = thing.stream_dict if isinstance(thing, pikepdf.Stream) else thing
    return dict(source.items())


def _refuse_words(words: dict[str, Any]) -> None:
    """Refuse a dictionary that acts, by its keys and by what it says it is."""
    says = {
        str(words[key]) for key in ("/S", "/Type", "/Subtype") if _named(words, key)
    }
    if _any_full(words, SCRIPTS) or says.intersection(SCRIPTS):
        raise Refused("file.pdf_script", field="file")
    if says.intersection(PROGRAMS) or "/Launch" in words:
        raise Refused("file.pdf_launch", field="file")
    if _any_full(words, ATTACHED) or says.intersection(
        ("/EmbeddedFile", "/FileAttachment")
    ):
        raise Refused("file.pdf_attachment", field="file")
    if says.intersection(SHOWN) or any(key in words for key in SHOWN[:3]):
        raise Refused("file.pdf_media", field="file")
    if _any_full(words, ("/XFA",)):
        raise Refused("file.pdf_form", field="file")


def _named(words: dict[str, Any], key: str) -> bool:
    return isinstance(words.get(key), pikepdf.Name)


def _any_full(words: dict[str, Any], keys: tuple[str, ...]) -> bool:
    """Whether one of ``keys`` holds something; honest programs leave empty lists."""
    return any(key in words and not _is_hollow(words[key]) for key in keys)


def _is_hollow(thing: Any) -> bool:
    """An empty list, or a tree of names without a name in it."""
    if isinstance(thing, pikepdf.Array):
        return not len(thing)
    if isinstance(thing, pikepdf.Dictionary):
        words = dict(thing.items())
        return all(
            isinstance(words[key], pikepdf.Array) and not len(words[key])
            for key in words
        )
    return thing is None


def _refuse_flood(words: dict[str, Any]) -> None:
    """Refuse a picture that declares more dots than anybody can show."""
    if str(words.get("/Subtype", "")) == "/Image":
        width, height = words.get("/Width"), words.get("/Height")
        if isinstance(width, int) and isinstance(height, int):
            if width * height > caps.PIXELS:
                raise too_many_pixels()


def _properties(pdf: pikepdf.Pdf) -> Iterator[Part]:
    """Title, subject, author and the rest that is written about the file."""
    about = pdf.trailer.get("/Info")
    if isinstance(about, pikepdf.Dictionary):
        for key, value in about.items():
            if isinstance(value, pikepdf.String) and str(value).strip():
                yield Part(f"property:{key.lstrip('/').lower()}", str(value))
    described = pdf.Root.get("/Metadata")
    if isinstance(described, pikepdf.Stream):
        text = described.read_bytes()[: caps.PART_BYTES].decode("utf-8", "replace")
        if text.strip():
            yield Part("property:metadata", text)


def _notes(pdf: pikepdf.Pdf) -> Iterator[Part]:
    """What notes, stamps and filled fields say, page by page, and the bookmarks."""
    taken = 0
    for number, page in enumerate(pdf.pages, 1):
        notes = page.obj.get("/Annots")
        if not isinstance(notes, pikepdf.Array):
            continue
        for note in notes:
            taken += 1
            if taken > ANNOTATIONS:
                raise Refused("file.pdf_objects", field="file")
            if isinstance(note, pikepdf.Dictionary):
                for key in SPOKEN:
                    value = note.get(key)
                    if isinstance(value, pikepdf.String) and str(value).strip():
                        yield Part(f"page {number} note", str(value))


def _pages(data: bytes) -> Iterator[tuple[Printed, bool]]:
    """(what is printed, whether it is silent and not blank) of each page."""
    try:
        document = pdfium.PdfDocument(data)
        sheets = pages.sheets_of(document)
    except pdfium.PdfiumError as error:
        raise _corrupt() from error
    pictured = [sheet.pictured for sheet in sheets]
    yield from zip(pages.printed(sheets), pictured, strict=True)


def _parts(number: int, page: Printed) -> Iterator[Part]:
    """The text of a page; what stands in its margins is a part of its own."""
    if page.text.strip():
        yield Part(f"page {number}", page.text, tuple(page.cells), tuple(page.remarks))
    if page.aside.strip():
        yield Part(
            f"page {number} margin", page.aside, remarks=tuple(page.aside_remarks)
        )
