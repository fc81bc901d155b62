"""An .xlsx: texts, numbers, days, formulas and what is hidden, each as it shows."""

import io
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.comments import Comment

from phoihop.reading import sources
from phoihop.reading.extracted import Cell, Extracted
from tests.hostile.papers import xlsx

pytestmark = pytest.mark.pure


def made(book: openpyxl.Workbook) -> Extracted:
    """A workbook as another program writes it, read."""
    out = io.BytesIO()
    book.save(out)
    return sources.read(out.getvalue(), ending="xlsx")


def test_a_list_of_bodies_comes_out_as_a_grid() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Danh mục"
    sheet.append(["STT", "Tên đơn vị", "Ngày", "Số"])
    sheet.append([1, "Ủy ban xã Bình Hòa", date(2026, 6, 15), 2.5])
    sheet["B4"] = "xã An Phú"

    (read,) = made(book).sheets

    assert read.name == "Danh mục"
    assert read.rows[0][1] == Cell("Tên đơn vị", "text")
    assert read.rows[1] == (
        Cell("1", "number"),
        Cell("Ủy ban xã Bình Hòa", "text"),
        Cell("2026-06-15", "date"),
        Cell("2.5", "number"),
    )
    assert read.rows[2] == ()
    assert read.rows[3] == (Cell(), Cell("xã An Phú", "text"))


def test_days_and_hours_are_told_from_numbers_by_their_format() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([datetime(2026, 6, 15, 8, 30), 46188, 46188, 0.5])
    sheet["B1"].number_format = '"ngày" 0'
    sheet["C1"].number_format = "[$-42A]dd/mm/yyyy"
    sheet["D1"].number_format = "hh:mm"
    row = made(book).sheets[0].rows[0]
    assert [(cell.kind, cell.text) for cell in row] == [
        ("date", "2026-06-15 08:30:00"),
        ("number", "46188"),
        ("date", "2026-06-15"),
        ("date", "12:00:00"),
    ]


def test_a_book_that_counts_from_1904_says_the_same_day() -> None:
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active.append([date(2026, 6, 15)])
    assert made(book).sheets[0].rows[0][0].text == "2026-06-15"


@pytest.mark.parametrize(
    ("serial", "day"), [("1", "1900-01-01"), ("59", "1900-02-28"), ("61", "1900-03-01")]
)
def test_the_days_around_the_one_that_never_was(serial: str, day: str) -> None:
    """Sheets have a 29 February 1900, as the first of them had by mistake."""
    styles = (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    data = xlsx(
        f'<row r="1"><c r="A1" s="1"><v>{serial}</v></c></row>',
        links=(("styles", "styles.xml"),),
        more={"xl/styles.xml": styles},
    )
    assert sources.read(data, ending="xlsx").sheets[0].rows[0][0].text == day


def test_a_formula_is_marked_and_shows_what_it_gave_last() -> None:
    cells_xml = '<c r="A1"><f>SUM(B1:C1)</f><v>7</v></c><c r="B1"><f>1+1</f></c>'
    row = f'<row r="1">{cells_xml}</row>'
    cells = sources.read(xlsx(row), ending="xlsx").sheets[0].rows[0]
    assert cells == (Cell("7", "number", True), Cell("", "text", True))


def test_what_is_hidden_is_read_and_marked() -> None:
    book = openpyxl.Workbook()
    book.active.append(["thấy"])
    book.active.append(["dòng ẩn"])
    book.active.row_dimensions[2].hidden = True
    book.active.column_dimensions["C"].hidden = True
    hidden = book.create_sheet("Ẩn")
    hidden.sheet_state = "veryHidden"
    hidden["A1"] = "trang ẩn"

    shown, not_shown = made(book).sheets

    assert (shown.hidden, not_shown.hidden) == (False, True)
    assert shown.hidden_rows == (2,)
    assert shown.hidden_columns == (3,)
    assert not_shown.rows[0][0].text == "trang ẩn"


def test_merged_cells_are_named_and_the_text_stands_in_the_first() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "DANH SÁCH"
    book.active.merge_cells("A1:C1")
    (sheet,) = made(book).sheets
    assert sheet.merged == ("A1:C1",)
    assert sheet.rows[0][0].text == "DANH SÁCH"


def test_texts_in_pieces_truths_and_faults() -> None:
    row = (
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>Ủy </t></r><r><t>ban</t></r>'
        '<rPh><t>x</t></rPh></is></c><c r="B1" t="b"><v>1</v></c>'
        '<c r="C1" t="e"><v>#N/A</v></c><c r="D1" t="str"><v>a</v></c></row>'
    )
    cells = sources.read(xlsx(row), ending="xlsx").sheets[0].rows[0]
    assert [(cell.text, cell.kind) for cell in cells] == [
        ("Ủy ban", "text"),
        ("1", "bool"),
        ("#N/A", "error"),
        ("a", "text"),
    ]


def test_rows_and_cells_without_addresses_follow_each_other() -> None:
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
    read = sources.read(xlsx(rows), ending="xlsx").sheets[0].rows
    assert [[cell.text for cell in row] for row in read] == [["1", "2"], ["3"]]


def test_formatted_rows_to_the_end_of_the_sheet_cost_nothing() -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="A1048576" s="0"/></row>'
    )
    assert len(sources.read(xlsx(rows), ending="xlsx").sheets[0].rows) == 1


def test_every_text_says_where_it_stands() -> None:
    book = openpyxl.Workbook()
    book.active.title = "Danh mục"
    book.active["B4"] = "Mật độ dân số"
    book.active["B4"].comment = Comment("lời bàn", "Lan")
    book.active.oddHeader.center.text = "đầu trang"
    book.properties.title = "Tiêu đề"

    texts = dict(made(book).texts())

    assert texts["sheet Danh mục!B4"] == "Mật độ dân số"
    assert texts["sheet Danh mục"] == "Danh mục"
    assert "lời bàn" in texts["comment"]
    assert "đầu trang" in texts["header"]
    assert texts["property:title"] == "Tiêu đề"


@pytest.mark.parametrize(
    "formula",
    ["SUM(A1:A9)", 'IF(B1>1,"có|không","")', "'Danh mục'!A1", "VLOOKUP(A1,B:C,2,0)"],
)
def test_ordinary_formulas_are_let_through(formula: str) -> None:
    said = formula.replace(">", "&gt;")
    row = f'<row r="1"><c r="A1"><f>{said}</f><v>1</v></c></row>'
    assert sources.read(xlsx(row), ending="xlsx").sheets[0].rows[0][0].formula
