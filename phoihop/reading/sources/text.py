"""Plain text and .csv: decoded strictly, or refused with what to do."""

import codecs
import csv
import io
import re

from phoihop.reading import caps
from phoihop.reading.extracted import Cell, Extracted, Part, Sheet
from phoihop.refusals import Refused

# Windows-1258 writes a letter, then its tone. Text in it has such pairs, and none of
# the signs that the fonts before Unicode put their letters on.
TONED = re.compile(r"[aăâeêioôơuưy][\u0300\u0301\u0303\u0309\u0323]", re.IGNORECASE)
NOT_WRITTEN = re.compile(r"[¢£¤¥¦¨©«¬®¯±²³´µ¶·¸¹º»¼½¾¿×÷ßÿ]|(?<![a-zà-ỹ])\u0323")
CONTROLS = re.compile(r"[\x01-\x08\x0b\x0e-\x1f\x7f]")
SEPARATORS = (",", ";", "\t")


def read(data: bytes) -> Extracted:
    """The text as it is."""
    text = _limited(data)
    return Extracted(kind="txt", parts=(Part("body", text),) if text.strip() else ())


def read_csv(data: bytes) -> Extracted:
    """Rows of a .csv as one sheet of texts; what looks like a formula is a text."""
    text = _limited(data)
    first = text.partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    rows: list[tuple[Cell, ...]] = []
    cells = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            cells += len(row)
            refuse_long(rows=len(rows) + 1, cells=cells)
            rows.append(tuple(Cell(word, "text") if word else Cell() for word in row))
    except csv.Error as error:
        raise Refused("file.corrupt", field="file") from error
    return Extracted(kind="csv", sheets=(Sheet("csv", tuple(rows)),))


def refuse_long(*, rows: int, cells: int) -> None:
    """Refuse a sheet with more rows or cells than a list of bodies or tasks has."""
    if rows > caps.ROWS:
        raise Refused("file.sheet_rows", field="file")
    if cells > caps.CELLS:
        raise Refused("file.sheet_cells", field="file")


def _limited(data: bytes) -> str:
    if len(data) > caps.TEXT_BYTES:
        raise Refused(
            "file.part_too_large", field="file", most=caps.TEXT_BYTES // caps.MB
        )
    return decoded(data)


def decoded(data: bytes) -> str:
    """The text in UTF-8, UTF-16 with its mark, or windows-1258; nothing guessed."""
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text = data.decode("utf-16")
        else:
            text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = _windows_1258(data, error)
    if "\0" in text or len(CONTROLS.findall(text)) > len(text) // 100:
        raise Refused("file.text_encoding", field="file")
    return text


def _windows_1258(data: bytes, cause: Exception) -> str:
    """The text if it is surely windows-1258; else the refusal that says what to do."""
    try:
        text = data.decode("cp1258")
    except UnicodeDecodeError as error:
        raise Refused("file.text_encoding", field="file") from error
    if NOT_WRITTEN.search(text) or not TONED.search(text):
        raise Refused("file.text_encoding", field="file") from cause
    return text
