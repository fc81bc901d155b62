"""Sheets out: what bodies wrote leaves as text, never as a formula (C17)."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from phoihop.drafting.sheets import Column, table, workbook

PAYLOADS = [
    f"{sign}{rest}"
    for sign in ("=", "+", "-", "@", "\t=", "\r=", " =", "＝")
    for rest in (
        "1+1",
        'HYPERLINK("http://a.invalid")',
        "cmd|' /C calc'!A0",
        'WEBSERVICE("http://a.invalid")',
        "SUM(A1:A9)",
    )
]


@pytest.mark.parametrize("text", PAYLOADS)
def test_no_text_becomes_a_formula(text: str) -> None:
    book = load_workbook(BytesIO(workbook("Bảng", [[text], ["đầu", text]])))
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value.strip() for cell in cells if cell.value != "đầu"] == [
        text.strip()
    ] * 2


def test_signs_that_no_sheet_may_hold_are_left_out() -> None:
    book = load_workbook(BytesIO(workbook("Bảng", [["a\x00b\x0bc"]])))
    assert book.active["A1"].value == "abc"


def test_numbers_and_days_stay_what_they_are() -> None:
    book = load_workbook(BytesIO(workbook("Bảng", [[3, date(2026, 6, 5), None]])))
    values = [cell.value for cell in book.active[1]]
    assert values[0] == 3
    assert values[1].date() == date(2026, 6, 5)


@pytest.mark.parametrize("text", PAYLOADS)
def test_nor_when_somebody_edits_its_cell(text: str) -> None:
    book = load_workbook(BytesIO(workbook("Bảng", [[text], ["đầu"]])))
    assert book.active["A1"].quotePrefix or text[0] == "＝"
    assert not book.active["A2"].quotePrefix


def test_a_table_is_fit_for_reading_and_for_paper() -> None:
    made = table(
        "Nhiệm vụ: [2026]/*?",
        above=["Ngày 15/06/2026"],
        columns=[Column("Nội dung", 60), Column("Hạn")],
        rows=[["=1+1", date(2026, 6, 5)], ["Việc", None]],
    )
    sheet = load_workbook(BytesIO(made)).active
    assert sheet.title == "Nhiệm vụ   2026"
    assert [sheet[at].value for at in ("A1", "A2", "A3", "B3")] == [
        "Nhiệm vụ: [2026]/*?",
        "Ngày 15/06/2026",
        "Nội dung",
        "Hạn",
    ]
    assert (sheet["A4"].data_type, sheet["A4"].value) == ("s", "=1+1")
    assert (sheet["B4"].is_date, sheet["B4"].number_format) == (True, "dd/mm/yyyy")
    assert sheet["B5"].value is None
    assert sheet.freeze_panes == "A4"
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == int(sheet.PAPERSIZE_A4)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.column_dimensions["A"].width == 60


def test_a_sheet_always_has_a_name() -> None:
    book = load_workbook(BytesIO(workbook("[]", [["a"]])))
    assert book.sheetnames == ["1"]
