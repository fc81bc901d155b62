"""A sheet as the text of a paper: a row a line, its cells parted by tabs.

An annex of tasks often comes as a sheet: its rows are then read like those of a table
in a paper. What the sheet hides is there with remarks: whoever prints it sees none of
it.
"""

import re
from collections.abc import Iterator

from phoihop.reading.extracted import Cell, Part, Remark, Sheet, TableCell

DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?: (\d\d:\d\d)(?::\d\d)?)?")
WHOLE = re.compile(r"(-?\d+)\.0+")
DECIMAL = re.compile(r"(-?\d+)\.(\d+)")
BREAKS = re.compile(r"\s+")


def sheet_part(sheet: Sheet) -> Part:
    """The running text of a sheet, with its cells and what it hides."""
    said: list[str] = []
    cells: list[TableCell] = []
    remarks: list[Remark] = []
    at = 0
    hidden_rows, hidden_columns = set(sheet.hidden_rows), set(sheet.hidden_columns)
    for number, row in enumerate(sheet.rows, 1):
        words = [shown(cell) for cell in row]
        while words and not words[-1]:
            words.pop()
        for column, word in enumerate(words, 1):
            if column > 1:
                said.append("\t")
                at += 1
            cells.append(TableCell(at, at + len(word), 1, number, column))
            is_hidden = (
                sheet.hidden or number in hidden_rows or column in hidden_columns
            )
            if word and is_hidden:
                remarks.append(Remark(at, at + len(word), "marked_hidden"))
            said.append(word)
            at += len(word)
        said.append("\n")
        at += 1
    text = "".join(said)
    return Part(
        f"sheet {sheet.name}", text, tuple(cells), tuple(_joined(remarks, text))
    )


def shown(cell: Cell) -> str:
    """What a cell shows, in one line, days as they are written here."""
    text = BREAKS.sub(" ", cell.text).strip()
    if cell.kind == "date":
        day = DAY.fullmatch(text)
        if day:
            year, month, date, time = day.groups()
            return f"{date}/{month}/{year}" + (f" {time}" if time else "")
    if cell.kind == "number":
        text = WHOLE.sub(r"\1", text) if WHOLE.fullmatch(text) else text
        if DECIMAL.fullmatch(text):
            text = text.replace(".", ",")
    return text


def _joined(remarks: list[Remark], text: str) -> Iterator[Remark]:
    """One remark for hidden cells that lie beside each other, not one for each."""
    start = end = -1
    for one in remarks:
        if start >= 0 and not text[end : one.start].strip("\t"):
            end = one.end
            continue
        if start >= 0:
            yield Remark(start, end, "marked_hidden")
        start, end = one.start, one.end
    if start >= 0:
        yield Remark(start, end, "marked_hidden")
