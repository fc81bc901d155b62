"""Sheets as .xlsx. Pure.

Every cell goes through ``write_cell``: openpyxl makes a live formula of any text that
begins with "=", and what bodies wrote must leave as the text it is (ASVS V1.2.10).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

Value = str | int | float | date | None
# A spreadsheet program takes what begins so for a formula when somebody types it.
LIVE = ("=", "+", "-", "@", "\t", "\r")
# As papers write it, whatever the language of the program that opens it.
DAY = "dd/mm/yyyy"
# The number of the paper size A4 in the format.
A4 = 9
# Signs that no name of a sheet may hold.
NO_NAME = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


@dataclass(frozen=True)
class Column:
    """A column of a table: its head, and how wide it is in letters."""

    head: str
    width: int = 14


def workbook(title: str, rows: Iterable[Iterable[Value]]) -> bytes:
    """An .xlsx with one sheet of these rows."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_name(title))
    for row in rows:
        sheet.append([write_cell(sheet, value) for value in row])
    return _bytes(book)


def table(
    title: str,
    *,
    above: Iterable[str] = (),
    columns: Sequence[Column],
    rows: Iterable[Iterable[Value]],
) -> bytes:
    """An .xlsx of one table that reads and prints well: heads frozen, A4 across.

    ``above`` are lines over the table: what it shows, of which day.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_name(title))
    lines = [title, *above]
    head = len(lines) + 1
    for place, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    _for_paper(sheet, head)
    for line in lines:
        sheet.append([_bold(write_cell(sheet, line), is_bold=line is title)])
    sheet.append([_head(write_cell(sheet, column.head)) for column in columns])
    for row in rows:
        sheet.append([_wrapped(write_cell(sheet, value)) for value in row])
    return _bytes(book)


def write_cell(sheet: WriteOnlyWorksheet, value: Value) -> WriteOnlyCell:
    """One cell; a text stays a text, whatever it begins with, and when it is edited."""
    if not isinstance(value, str):
        cell = WriteOnlyCell(sheet, value=value)
        if isinstance(value, date):
            cell.number_format = DAY
        return cell
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", value))
    cell.data_type = "s"
    if value.lstrip(" ").startswith(LIVE):
        # Who opens the cell and leaves it again would make it live; this keeps it.
        cell.quotePrefix = True
    return cell


def _for_paper(sheet: WriteOnlyWorksheet, head: int) -> None:
    """A4 across, as wide as the sheet, its heads on each page."""
    sheet.freeze_panes = f"A{head + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows = f"{head}:{head}"
    sheet.oddFooter.center.text = "&P / &N"


def _head(cell: WriteOnlyCell) -> WriteOnlyCell:
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    return cell


def _bold(cell: WriteOnlyCell, *, is_bold: bool) -> WriteOnlyCell:
    if is_bold:
        cell.font = Font(bold=True, size=13)
    return cell


def _wrapped(cell: WriteOnlyCell) -> WriteOnlyCell:
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _name(title: str) -> str:
    """What a sheet may be called: thirty-one letters, without some signs."""
    cleaned = ILLEGAL_CHARACTERS_RE.sub("", title).translate(NO_NAME)
    return cleaned[:31].strip("' ") or "1"


def _bytes(book: Workbook) -> bytes:
    written = BytesIO()
    book.save(written)
    return written.getvalue()
