"""What a file says: its text, part by part, each with the place it stands at.

Frozen values that cross the wall of the jail as plain lists. The receiving side
trusts nothing: ``from_plain`` takes only what ``as_plain`` can have made.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

CELL_KINDS = ("", "text", "number", "date", "bool", "error")
# What a person who looks at the paper does not see as it stands in the text: words
# that the eye misses, and words that were proposed while changes were tracked.
HIDDEN = ("white", "tiny", "off_page", "zero_width", "marked_hidden", "look_alike")
TRACKED = ("inserted", "deleted")
# Of a whole part: it was written for a font from before Unicode, and made readable.
CONVERTED = ("converted",)
REMARK_KINDS = (*HIDDEN, *TRACKED, *CONVERTED)


class NotExtracted(ValueError):
    """The answer of a child is not of the shape that the reader gives."""


class TableCell(NamedTuple):
    """A cell of a table in a text: ``text[start:end]`` of the part it lies in."""

    start: int
    end: int
    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Remark:
    """What a person should know of ``text[start:end]``; one of ``REMARK_KINDS``.

    Words that were deleted while changes were tracked are not in the text: their
    remark is empty and stands where they stood.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Part:
    """One running text and where it stands: ``body``, ``header1``, ``page 3``.

    Paragraphs end with a newline; cells of one row are parted by tabs and also
    listed in ``cells``. A page that ends with a blank goes on with the next one. The
    text is raw, so that offsets into it stay true.
    """

    where: str
    text: str
    cells: tuple[TableCell, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a sheet: what it shows, as text, and of what kind that is.

    ``kind`` is one of ``CELL_KINDS``; a date is written ``2026-06-15`` or
    ``2026-06-15 08:30:00``, a number with a full stop. ``formula`` says that the
    text is what a formula gave when the file was saved last.
    """

    text: str = ""
    kind: str = ""
    formula: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as a grid: ``rows[r][c]`` is row r+1, column c+1; gaps are empty.

    Rows and columns that are hidden count from 1; ``merged`` holds ranges such as
    ``A1:C1``, whose text stands in the first cell.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[str, ...] = ()
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Extracted:
    """All text of one file. ``kind`` is doc, docx, xlsx, pdf, html, txt, csv.

    ``needs_person``: some of it is a picture of text, so that no machine has
    checked it and a person has to.
    """

    kind: str
    parts: tuple[Part, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    pages: int = 0
    needs_person: bool = False

    def texts(self) -> Iterator[tuple[str, str]]:
        """(where, text) of everything with words in it, cells of sheets too."""
        for part in self.parts:
            yield part.where, part.text
        for sheet in self.sheets:
            yield f"sheet {sheet.name}", sheet.name
            for number, row in enumerate(sheet.rows, 1):
                for column, cell in enumerate(row, 1):
                    if cell.text:
                        yield f"sheet {sheet.name}!{address(column, number)}", cell.text


def address(column: int, row: int) -> str:
    """``address(28, 4)`` is ``AB4``."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row}"


def as_plain(extracted: Extracted) -> list[Any]:
    """Lists, words and numbers only, as they cross the wall."""
    parts = [
        [
            part.where,
            part.text,
            [[c.start, c.end, c.table, c.row, c.column] for c in part.cells],
            [[r.start, r.end, REMARK_KINDS.index(r.kind)] for r in part.remarks],
        ]
        for part in extracted.parts
    ]
    sheets = [
        [
            sheet.name,
            [
                [
                    [c.text, CELL_KINDS.index(c.kind), c.formula] if c.kind else 0
                    for c in row
                ]
                for row in sheet.rows
            ],
            list(sheet.merged),
            sheet.hidden,
            list(sheet.hidden_rows),
            list(sheet.hidden_columns),
        ]
        for sheet in extracted.sheets
    ]
    return [extracted.kind, parts, sheets, extracted.pages, extracted.needs_person]


def from_plain(plain: object) -> Extracted:
    """The same again; NotExtracted for anything that is not exactly of that shape."""
    kind, parts, sheets, pages, needs_person = _fields(plain, 5)
    return Extracted(
        kind=_word(kind),
        parts=tuple(_part(part) for part in _list(parts)),
        sheets=tuple(_sheet(sheet) for sheet in _list(sheets)),
        pages=_number(pages),
        needs_person=_flag(needs_person),
    )


def _part(plain: object) -> Part:
    where, text, cells, remarks = _fields(plain, 4)
    length = len(_word(text))
    spans = []
    for cell in _list(cells):
        start, end, table, row, column = map(_number, _fields(cell, 5))
        if not 0 <= start <= end <= length:
            raise NotExtracted
        spans.append(TableCell(start, end, table, row, column))
    said = tuple(_remark(remark, length) for remark in _list(remarks))
    return Part(_word(where), _word(text), tuple(spans), said)


def _remark(plain: object, length: int) -> Remark:
    start, end, kind = map(_number, _fields(plain, 3))
    if not (0 <= start <= end <= length and 0 <= kind < len(REMARK_KINDS)):
        raise NotExtracted
    return Remark(start, end, REMARK_KINDS[kind])


EMPTY = Cell()


def _sheet(plain: object) -> Sheet:
    name, rows, merged, hidden, hidden_rows, hidden_columns = _fields(plain, 6)
    return Sheet(
        name=_word(name),
        rows=tuple(tuple(_cell(cell) for cell in _list(row)) for row in _list(rows)),
        merged=tuple(_word(span) for span in _list(merged)),
        hidden=_flag(hidden),
        hidden_rows=tuple(_number(row) for row in _list(hidden_rows)),
        hidden_columns=tuple(_number(column) for column in _list(hidden_columns)),
    )


def _cell(plain: object) -> Cell:
    if plain == 0:
        return EMPTY
    text, kind, formula = _fields(plain, 3)
    if not 0 < _number(kind) < len(CELL_KINDS):
        raise NotExtracted
    return Cell(_word(text), CELL_KINDS[kind], _flag(formula))


def _list(plain: object) -> list[Any]:
    if type(plain) is not list:
        raise NotExtracted
    return plain


def _fields(plain: object, count: int) -> list[Any]:
    fields = _list(plain)
    if len(fields) != count:
        raise NotExtracted
    return fields


def _word(plain: object) -> str:
    if type(plain) is not str:
        raise NotExtracted
    return plain


def _number(plain: object) -> int:
    if type(plain) is not int:
        raise NotExtracted
    return plain


def _flag(plain: object) -> bool:
    if type(plain) is not bool:
        raise NotExtracted
    return plain
