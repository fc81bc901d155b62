"""One page of a .pdf drawn as a picture, or where the words of its text are seen.

Called in the jail only. The picture is drawn anew from the page: nothing of the file
itself reaches a browser.
"""

import struct
import zlib
from typing import Any

import pypdfium2 as pdfium

from phoihop.reading import caps
from phoihop.reading.page_view import (
    PARTS,
    PNG,
    PageWords,
    Spot,
    picture_plain,
    words_plain,
)
from phoihop.reading.sources.printed import pages
from phoihop.refusals import Refused

# Twice 72 dots an inch is enough to read eight-point type on a screen.
SCALE = 2.0
QUICK = 4
COLOUR, DEEP = 2, 8


def errand(paper: bytes, what: str, number: int) -> dict[str, object]:
    """The answer to an errand that concerns one page, the first of which is 1."""
    try:
        document = pdfium.PdfDocument(paper)
        if what == "picture":
            return {"picture": picture_plain(_picture(document, number))}
        return {"words": words_plain(_words(document, number))}
    except pdfium.PdfiumError as error:
        raise Refused("file.corrupt", field="file") from error


def _picture(document: Any, number: int) -> bytes:
    """The page as a .png; empty if there is no such page."""
    if not 1 <= number <= len(document):
        return b""
    page = document[number - 1]
    width, height = page.get_size()
    most = caps.PICTURE_DOTS / max(width * height, 1)
    bitmap = page.render(scale=min(SCALE, most**0.5), rev_byteorder=True)
    dots = bytes(bitmap.buffer)
    return png(dots, bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels)


def png(dots: bytes, width: int, height: int, stride: int, channels: int) -> bytes:
    """A .png of rows of red, green and blue; what a row has beside them is dropped."""
    packed = zlib.compressobj(QUICK)
    body = bytearray()
    for row in range(height):
        line = dots[row * stride : row * stride + width * channels]
        if channels > 3:
            three = bytearray(width * 3)
            for at in range(3):
                three[at::3] = line[at::channels]
            line = bytes(three)
        # Each row says that it is stored as it is.
        body += packed.compress(b"\0" + line)
    body += packed.flush()
    head = struct.pack(">IIBBBBB", width, height, DEEP, COLOUR, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", bytes(body)), (b"IEND", b""))
    return PNG + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    end = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + end


def _words(document: Any, number: int) -> PageWords:
    """The text of the page, made as when it was read, with the place of each word."""
    sheets = pages.sheets_of(document)
    if not 1 <= number <= len(sheets):
        return PageWords("", 0, 0, len(sheets), ())
    printed = list(pages.printed(sheets))[number - 1]
    sheet = sheets[number - 1]
    spots = tuple(
        Spot(
            placed.start,
            placed.end,
            *(
                round(edge * PARTS)
                for edge in (
                    placed.word.x0,
                    min(placed.word.top, placed.word.base - placed.word.size * 0.7),
                    placed.word.x1,
                    max(placed.word.bottom, placed.word.base + placed.word.size * 0.2),
                )
            ),
        )
        for placed in printed.words
    )
    size = round(sheet.width * PARTS), round(sheet.height * PARTS)
    return PageWords(printed.text, *size, len(sheets), spots)
