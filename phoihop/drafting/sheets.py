"""Sheets as .xlsx. Pure.

Every cell goes through ``write_cell``: openpyxl makes a live formula of any text that
begins with "=", and what bodies wrote must leave as the text it is (ASVS V1.2.10).
"""

from collections.abc import Iterable
from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

Value = str | int | float | date | None


def workbook(title: str, rows: Iterable[Iterable[Value]]) -> bytes:
    """An .xlsx with one sheet of these rows."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    for row in rows:
        sheet.append([write_cell(sheet, value) for value in row])
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def write_cell(sheet: WriteOnlyWorksheet, value: Value) -> WriteOnlyCell:
    """One cell; a text stays a text, whatever it begins with."""
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value=value)
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", value))
    cell.data_type = "s"
    return cell
