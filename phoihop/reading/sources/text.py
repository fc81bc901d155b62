"""Plain text and .csv: decoded strictly, or refused with what to do."""

import csv
import io

from phoihop.reading import caps
from phoihop.reading.decoding import decoded
from phoihop.reading.extracted import Cell, Extracted, Part, Sheet
from phoihop.refusals import Refused

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
