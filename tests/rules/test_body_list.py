"""Reading a list of bodies out of a sheet: what is read, what is a fault."""

from datetime import date

import pytest

from phoihop.organisations.rules import body_list
from phoihop.organisations.rules.body_list import Column, Fault, Listing
from phoihop.reading.extracted import Cell, Sheet

HEADING = ("STT", "Tên đơn vị", "Loại", "Cấp", "Ngày thành lập", "Tên gọi khác")
GOOD = ("1", "Sở Nội vụ tỉnh Lam Khê", "Nhà nước", "Tỉnh", "01/07/2025", "SNV; Sở NV")


def sheet(*lines: tuple[str | Cell, ...], merged: tuple[str, ...] = ()) -> Sheet:
    """A sheet with these lines."""
    cells = [
        tuple(one if isinstance(one, Cell) else Cell(one) for one in line)
        for line in lines
    ]
    return Sheet("Sheet1", tuple(cells), merged)


def faults(listing: Listing) -> list[tuple[tuple[Fault, Column], ...]]:
    """What is wrong, line by line."""
    return [line.faults for line in listing.lines]


def test_a_line_is_read_whatever_the_order_of_its_columns() -> None:
    (line,) = body_list.read(sheet(("DANH SÁCH ĐƠN VỊ",), (), HEADING, GOOD)).lines
    assert (line.number, line.name) == (4, "Sở Nội vụ tỉnh Lam Khê")
    assert (line.type, line.level) == ("state", "province")
    assert line.founded_on == date(2025, 7, 1)
    assert line.aliases == ("SNV", "Sở NV")
    assert line.faults == ()


def test_empty_lines_are_none() -> None:
    listing = body_list.read(sheet(HEADING, GOOD, ("", "", ""), ()))
    assert len(listing.lines) == 1


def test_a_sheet_without_a_heading_is_no_list() -> None:
    assert not body_list.read(sheet(GOOD)).headed
    # A title that begins like a heading is one cell, not several.
    assert not body_list.read(sheet(("Đơn vị",), GOOD)).headed


def test_a_missing_column_is_named() -> None:
    listing = body_list.read(sheet(("Tên đơn vị", "Cấp"), ("Sở", "tỉnh")))
    assert listing.missing == (Column.TYPE,)


def test_too_many_lines_are_refused_whole() -> None:
    many = [("", f"Sở số {n}", "nhà nước", "tỉnh") for n in range(501)]
    listing = body_list.read(sheet(HEADING, *many))
    assert listing.too_many
    assert not body_list.read(sheet(HEADING, *many[:500])).too_many


CELLS = [
    (("1", "", *GOOD[2:]), Fault.NO_NAME, Column.NAME),
    (("1", "x" * 301, *GOOD[2:]), Fault.NAME_TOO_LONG, Column.NAME),
    (("1", "Sở", "cơ quan lạ", *GOOD[3:]), Fault.TYPE_UNKNOWN, Column.TYPE),
    (("1", "Sở", "Đảng", "vùng", *GOOD[4:]), Fault.LEVEL_UNKNOWN, Column.LEVEL),
    ((*GOOD[:4], "31/02/2025"), Fault.DATE_UNREADABLE, Column.FOUNDED_ON),
    ((*GOOD[:5], "y" * 201), Fault.TOO_LONG, Column.ALIASES),
    (
        ("1", Cell("Sở Nội vụ", formula=True), *GOOD[2:]),
        Fault.FORMULA,
        Column.NAME,
    ),
]


@pytest.mark.parametrize(("line", "fault", "column"), CELLS)
def test_what_is_wrong_with_a_cell_is_named_with_its_column(
    line: tuple[str | Cell, ...], fault: Fault, column: Column
) -> None:
    assert faults(body_list.read(sheet(HEADING, line))) == [((fault, column),)]


def test_the_second_of_two_equal_names_is_the_fault() -> None:
    again = ("2", "SỞ NỘI VỤ  tỉnh Lam Khê", *GOOD[2:])
    read = body_list.read(sheet(HEADING, GOOD, again))
    assert faults(read) == [(), ((Fault.TWICE, Column.NAME),)]


def test_merged_cells_are_a_fault_of_every_line_they_cover() -> None:
    """Only the first of them holds the text: the others would read as empty."""
    below = ("2", "Sở Tư pháp tỉnh Lam Khê", "", *GOOD[3:])
    read = body_list.read(sheet(HEADING, GOOD, below, merged=("C2:C3",)))
    merged = (Fault.MERGED, Column.TYPE)
    assert faults(read) == [(merged,), (merged, (Fault.TYPE_UNKNOWN, Column.TYPE))]


def test_a_merged_title_is_no_fault() -> None:
    title = ("DANH SÁCH", "", "", "", "", "")
    read = body_list.read(sheet(title, HEADING, GOOD, merged=("A1:F1",)))
    assert faults(read) == [()]


@pytest.mark.parametrize(
    "text", ["2025-07-01", "2025-07-01 00:00:00", "1/7/2025", "01-07-2025", "1.7.2025"]
)
def test_a_day_is_read_as_offices_and_sheets_write_it(text: str) -> None:
    (line,) = body_list.read(sheet(HEADING, (*GOOD[:4], text))).lines
    assert line.founded_on == date(2025, 7, 1)


def test_every_heading_names_one_column() -> None:
    words = [word for several in body_list.HEADINGS.values() for word in several]
    assert len(words) == len(set(words))
