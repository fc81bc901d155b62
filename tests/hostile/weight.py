"""C07: files that are small to send and heavy to read."""

import base64
import random
import zlib
from collections.abc import Iterator
from functools import partial

import pikepdf

from tests.hostile.papers import (
    Made,
    S,
    document,
    docx,
    html,
    new_pdf,
    paragraph,
    pdf,
    saved,
    xlsx,
)

MB = 1024 * 1024


def files() -> Iterator[Made]:
    """(name, bytes, code) of each."""
    yield from _of_words()
    yield from _of_sheets()
    yield from _of_pages()
    yield from _of_texts()


def _of_words() -> Iterator[Made]:
    yield "empty-paragraphs-50-mb.docx", _empty, "file.part_too_large"
    yield "runs-7-mb.docx", docx(_varied(7 * MB)), "file.part_too_large"
    five = {f"word/header{n}.xml": document(_varied(1_900_000)) for n in range(5)}
    yield "five-parts-of-2-mb.docx", docx(more=five), "file.archive_too_large"
    # 250,000 elements in parts that are each within the limit.
    many = {f"word/footer{n}.xml": document(_many(90_000)) for n in range(3)}
    yield "elements-270-000.docx", docx(more=many), "file.xml_elements"
    yield "nested-tables.docx", docx(_nested("w:tbl", 300)), "file.xml_depth"
    yield "nested-runs.docx", docx(_nested("w:r", 2_000)), "file.xml_depth"
    words = "".join(f' a{n}="{n}"' for n in range(90_000))
    yield "attributes-90-000.docx", docx(f"<w:p{words}/><w:q>"), "file.corrupt"
    yield (
        "over-20-mb.docx",
        docx(more={"word/media/a.emf": _noise(21)}),
        "file.too_large",
    )


def _of_sheets() -> Iterator[Made]:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 20_002)
    )
    yield "rows-20-001.xlsx", xlsx(rows), "file.sheet_rows"
    wide = "".join(
        f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="XFD{n}"><v>1</v></c></row>'
        for n in range(1, 40)
    )
    yield "wide-rows.xlsx", xlsx(wide), "file.sheet_cells"
    far = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    yield "last-row.xlsx", xlsx(far), "file.sheet_rows"
    cells = "<c><v>1</v></c>" * 150_000
    yield "cells-of-3-mb.xlsx", xlsx(f"<row>{cells}</row>"), "file.archive_ratio"
    one = "".join(
        f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 15_001)
    )
    # One long text shown in each of 15,000 cells is 30 billion characters.
    long = base64.b64encode(_noise(1)).decode()
    shared = f'<sst xmlns="{S}"><si><t>{long}</t></si></sst>'
    parts = xlsx(
        one, links=(("sharedStrings", "sharedStrings.xml"),),
        more={"xl/sharedStrings.xml": shared},
    )  # fmt: skip
    yield "one-text-15-000-times.xlsx", parts, "file.text_too_long"


def _of_pages() -> Iterator[Made]:
    yield "pages-1-001.pdf", partial(pdf, pages=1_001), "file.pdf_pages"
    yield "content-of-400-mb.pdf", _long_content, "file.reader_ended"
    yield "objects-300-100.pdf", _many_objects, "file.pdf_objects"


def _of_texts() -> Iterator[Made]:
    yield "elements-250-000.html", html("<b>a</b>" * 250_000), "file.xml_elements"
    yield "deep.html", html("<div>" * 3_000), "file.xml_depth"
    yield (
        "page-of-9-mb.html",
        html("<p>a</p>" + "a " * (9 * MB // 2)),
        "file.part_too_large",
    )
    yield "text-of-9-mb.txt", b"a b " * (9 * MB // 4), "file.part_too_large"
    yield "rows-30-000.csv", b"a,b\n" * 30_000, "file.sheet_rows"
    yield "cells-500-000.csv", (b"," * 50_000 + b"\n") * 10, "file.sheet_cells"
    yield "endless-field.csv", b'"' + b"a" * 200_000, "file.corrupt"


def _varied(size: int) -> str:
    """Paragraphs that do not pack well, so that no ratio speaks first."""
    letters = base64.b64encode(_noise(max(1, size * 3 // 4 // MB + 1))).decode()
    pieces, length, at = [], 0, 0
    while length < size:
        piece = paragraph(letters[at : at + 400])
        pieces.append(piece)
        length += len(piece)
        at += 400
    return "".join(pieces)


def _many(count: int) -> str:
    """Elements that differ a little, so that no ratio speaks first."""
    return "".join(f"<w:p a='{n * n % 9973}'/>" for n in range(count))


def _nested(tag: str, depth: int) -> str:
    return f"<{tag}>" * depth + f"</{tag}>" * depth


def _noise(megabytes: int) -> bytes:
    """Bytes that do not pack, the same in each run."""
    return random.Random(7).randbytes(megabytes * MB)


def _empty() -> bytes:
    """The file of 108 KiB that cost another reader 2.8 GB."""
    return docx("<w:p/>" * (50 * MB // 6))


def _many_objects() -> bytes:
    made = new_pdf()
    made.Root.Many = pikepdf.Array(
        [made.make_indirect(pikepdf.Array()) for _ in range(300_100)]
    )
    return saved(made)


def _long_content() -> bytes:
    """A page whose drawing unpacks to 400 MB."""
    packed = zlib.compress(b"q 1 0 0 1 0 0 cm Q\n" * (400 * MB // 19), 6)
    made = new_pdf()
    stream = made.make_stream(b"")
    stream.write(packed, filter=pikepdf.Name.FlateDecode)
    made.pages[0].obj.Contents = stream
    return saved(made, recompress_flate=False, compress_streams=False)


def slow_page(megabytes: int = 20) -> bytes:
    """A page of many strokes: 110 KB to send, seconds to read, nothing forbidden."""
    strokes = b"0 0 m 1 1 l S "
    packed = zlib.compress(strokes * (megabytes * MB // len(strokes)), 1)
    made = new_pdf()
    stream = made.make_stream(b"")
    stream.write(packed, filter=pikepdf.Name.FlateDecode)
    made.pages[0].obj.Contents = stream
    return saved(made, recompress_flate=False, compress_streams=False)
