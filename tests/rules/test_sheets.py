"""Sheets out: what bodies wrote leaves as text, never as a formula (C17)."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from phoihop.drafting.sheets import workbook

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
