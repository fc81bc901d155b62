"""Reading a task sheet: columns by name, merged cells, dues, headings in between."""

from datetime import date
from typing import Any

import pytest

from phoihop.programmes.rules import task_sheet
from phoihop.programmes.rules.sheet_columns import HEADINGS, HEADS, NAMED, Column
from phoihop.programmes.rules.task_sheet import Fault, Line, Listing
from phoihop.reading.extracted import Cell, Sheet
from phoihop.reading.findings import Bound, DueKind

HEAD = ("TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn")
GOOD = ("1", "Tổ chức hội nghị", "Ban Tuyên giáo", "Sở Nội vụ", "30/6/2026")
Row = tuple[str | Cell, ...]


def sheet(*lines: Row, merged: tuple[str, ...] = (), **other: Any) -> Sheet:
    """A sheet with these lines."""
    cells = [
        tuple(one if isinstance(one, Cell) else Cell(one, "text") for one in line)
        for line in lines
    ]
    return Sheet("Phụ lục", tuple(cells), merged, **other)


def read(*lines: Row, **other: Any) -> Listing:
    """What such a sheet comes to, in a plan of 2026."""
    return task_sheet.read(sheet(*lines, **other), year=2026)


def only(*lines: Row, **other: Any) -> Line:
    """The one line of it."""
    (line,) = read(*lines, **other).lines
    return line


def texts(listing: Listing) -> list[str]:
    """What the lines ask to be done."""
    return [line.said(Column.TEXT) for line in listing.lines]


def test_a_line_is_read_under_a_title_by_the_names_of_its_columns() -> None:
    line = only(("PHỤ LỤC NHIỆM VỤ",), ("(Kèm theo Kế hoạch)",), (), HEAD, GOOD)
    assert (line.number, line.faults) == (5, ())
    assert line.said(Column.TEXT) == "Tổ chức hội nghị"
    assert line.said(Column.LEAD) == "Ban Tuyên giáo"
    assert line.said(Column.SUPPORT) == "Sở Nội vụ"
    assert line.due_date == date(2026, 6, 30)


HEADS_IN_USE = [
    ("STT", "Tên nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Kết quả"),
    ("TT", "CÔNG VIỆC", "Đơn vị  chủ trì:", "Phối hợp", "Tiến độ (%)"),
    ("TT", "Nhiệm vụ (theo Kế hoạch)", "Cơ quan/Đơn vị chủ trì", "", "Ghi chú"),
    ("", "noi dung nhiem vu", "don vi chu tri"),
]


@pytest.mark.parametrize("head", HEADS_IN_USE)
def test_columns_are_known_by_the_names_that_sheets_in_use_give_them(head: Row) -> None:
    line = only(head, GOOD)
    assert (line.said(Column.TEXT), line.said(Column.LEAD)) == (GOOD[1], GOOD[2])


def test_a_heading_of_two_lines_with_merged_cells_is_found() -> None:
    above = ("TT", "Nội dung", "Đơn vị thực hiện", "", "Thời gian hoàn thành")
    below = ("", "", "Chủ trì", "Phối hợp", "")
    merged = ("A2:A3", "B2:B3", "C2:D2", "E2:E3")
    line = only(("BẢNG GIAO VIỆC",), above, below, GOOD, merged=merged)
    assert (line.number, line.said(Column.LEAD)) == (4, "Ban Tuyên giáo")
    assert line.said(Column.SUPPORT) == "Sở Nội vụ"


def test_the_line_that_counts_the_columns_is_no_task() -> None:
    counted = ("(1)", "(2)", "(3)", "(4)", "(5)")
    assert texts(read(HEAD, counted, GOOD)) == ["Tổ chức hội nghị"]


def test_what_is_merged_downwards_holds_for_each_line() -> None:
    second = ("2", "Cung cấp tài liệu", "", "", "")
    third = ("3", "Kiểm tra", "", "", "")
    found = read(HEAD, GOOD, second, third, merged=("C2:C4", "E2:E3")).lines
    assert [line.said(Column.LEAD) for line in found] == ["Ban Tuyên giáo"] * 3
    assert [line.due_date for line in found] == [date(2026, 6, 30)] * 2 + [None]
    assert [line.said(Column.SUPPORT) for line in found] == ["Sở Nội vụ", "", ""]


BETWEEN: list[tuple[Row, tuple[str, ...]]] = [
    (("I", "Công tác tuyên truyền", "", "", ""), ()),
    (("A.", "Nhiệm vụ chung"), ()),
    (("", "Công tác tuyên truyền", "", "", ""), ("B2:E2",)),
    (("I. Công tác tuyên truyền", "", "", "", ""), ("A2:E2",)),
    ((), ()),
]


@pytest.mark.parametrize(("line", "merged"), BETWEEN)
def test_headings_between_the_lines_are_no_tasks(
    line: Row, merged: tuple[str, ...]
) -> None:
    assert texts(read(HEAD, line, GOOD, merged=merged)) == ["Tổ chức hội nghị"]


def test_a_numbered_line_of_words_heads_the_lines_numbered_under_it() -> None:
    found = read(HEAD, ("1", "Tuyên truyền"), ("1.1", *GOOD[1:]), ("2", "Việc khác"))
    assert texts(found) == ["Tổ chức hội nghị", "Việc khác"]
    assert found.lines[1].faults == ((Fault.NO_LEAD, Column.LEAD),)


DUES: list[tuple[str | Cell, DueKind, str, Bound, date | None]] = [
    ("30/6/2026", DueKind.DATE, "2026-06-30", Bound.BY, date(2026, 6, 30)),
    (
        Cell("2026-06-30", "date"),
        *(DueKind.DATE, "2026-06-30", Bound.BY, date(2026, 6, 30)),
    ),
    (
        Cell("2026-06-30 00:00:00", "date"),
        *(DueKind.DATE, "2026-06-30", Bound.BY, date(2026, 6, 30)),
    ),
    ("quý II/2026", DueKind.QUARTER, "2026-Q2", Bound.BY, date(2026, 6, 30)),
    ("Quý IV", DueKind.QUARTER, "2026-Q4", Bound.BY, date(2026, 12, 31)),
    ("Tháng 9", DueKind.MONTH, "2026-09", Bound.BY, date(2026, 9, 30)),
    ("11/2026", DueKind.MONTH, "2026-11", Bound.BY, date(2026, 11, 30)),
    (
        "trước ngày 15/11/2026",
        *(DueKind.DATE, "2026-11-15", Bound.BEFORE, date(2026, 11, 14)),
    ),
    ("Thường xuyên", DueKind.RECURRING, "continuous", Bound.BY, None),
    ("khi có yêu cầu", DueKind.NONE, "", Bound.BY, None),
]


@pytest.mark.parametrize(("cell", "kind", "value", "bound", "last"), DUES)
def test_a_due_is_read_as_the_cell_writes_it(
    cell: str | Cell, kind: DueKind, value: str, bound: Bound, last: date | None
) -> None:
    line = only(HEAD, (*GOOD[:4], cell))
    assert (line.due.kind, line.due.value or "", line.due.bound) == (kind, value, bound)
    assert (line.due_date, line.faults) == (last, ())


@pytest.mark.parametrize("cell", ["31/02/2026", "46203", "ngày 40", "13/2026"])
def test_a_time_that_is_none_is_a_fault(cell: str) -> None:
    line = only(HEAD, (*GOOD[:4], cell))
    assert line.faults == ((Fault.DUE_UNREADABLE, Column.DUE),)


BOTH = ("Nhiệm vụ", "Chủ trì", "Thời hạn", "Hạn hoàn thành")


def test_beside_the_words_the_day_of_its_own_column_holds() -> None:
    line = only(BOTH, ("Việc", "Ban", "thường xuyên", Cell("2026-12-01", "date")))
    assert (line.due.kind, line.due_date) == (DueKind.RECURRING, date(2026, 12, 1))


def test_a_day_that_is_not_what_the_words_say_is_a_fault() -> None:
    line = only(BOTH, ("Việc", "Ban", "quý II/2026", "15/7/2026"))
    assert line.faults == ((Fault.DUES_DIFFER, Column.DUE_DATE),)


def test_the_only_column_of_times_may_say_them_in_words() -> None:
    line = only((BOTH[0], BOTH[1], BOTH[3]), ("Việc", "Ban", "quý II/2026"))
    assert (line.due.kind, line.due_date) == (DueKind.QUARTER, date(2026, 6, 30))


CELLS: list[tuple[Row, Fault, Column]] = [
    (("1", "", *GOOD[2:]), Fault.NO_TEXT, Column.TEXT),
    (("1", "Việc", "", *GOOD[3:]), Fault.NO_LEAD, Column.LEAD),
    (("1", "Việc " * 900, *GOOD[2:]), Fault.TOO_LONG, Column.TEXT),
    (
        ("1", Cell("#REF!", "error", True), *GOOD[2:]),
        Fault.CELL_ERROR,
        Column.TEXT,
    ),
    (
        (*GOOD[:4], Cell("", "text", True)),
        Fault.FORMULA_EMPTY,
        Column.DUE,
    ),
]


@pytest.mark.parametrize(("line", "fault", "column"), CELLS)
def test_what_is_wrong_with_a_cell_is_named_with_its_column(
    line: Row, fault: Fault, column: Column
) -> None:
    assert only(HEAD, line).faults == ((fault, column),)


def test_a_formula_says_what_it_showed_and_is_marked() -> None:
    line = only(HEAD, ("1", Cell("Tổ chức hội nghị", "text", True), *GOOD[2:]))
    assert line.said(Column.TEXT) == "Tổ chức hội nghị"
    assert (line.formulas, line.faults) == ((Column.TEXT,), ())


def test_hidden_lines_and_columns_are_read_and_marked() -> None:
    other = ("2", "Kiểm tra", *GOOD[2:])
    by_line = read(HEAD, GOOD, other, hidden_rows=(3,)).lines
    assert [line.hidden for line in by_line] == [False, True]
    by_column = read(HEAD, GOOD, (*other[:4], ""), hidden_columns=(5,)).lines
    assert [line.hidden for line in by_column] == [True, False]


def test_a_sheet_without_a_column_of_tasks_has_no_heading() -> None:
    assert read(("Họ tên", "Chức vụ", "Phòng"), ("A", "B", "C")).headed is False
    assert read().headed is False


def test_a_column_that_is_needed_and_missing_is_named() -> None:
    found = read(("TT", "Nội dung nhiệm vụ", "Thời hạn"), GOOD)
    assert found.missing == (Column.LEAD,)


def test_more_lines_than_a_plan_has_are_too_many() -> None:
    most = task_sheet.MOST_LINES
    lines = [(str(n), f"Việc {n}", "Ban") for n in range(most + 1)]
    assert len(read(HEAD[:3], *lines[:most]).lines) == most
    assert read(HEAD[:3], *lines).too_many is True


def test_merged_ranges_that_overlap_or_never_end_cost_nothing() -> None:
    merged = (*("C2:C1048576", "C2:XFD1048576") * 2000, "nonsense", "C3:A1")
    assert texts(read(HEAD, GOOD, merged=merged)) == ["Tổ chức hội nghị"]
    assert read(HEAD, GOOD, merged=("A1:XFD1048576",) * 2000).headed is False


def test_every_heading_names_one_column_and_what_leaves_is_read_again() -> None:
    assert len(NAMED) == sum(len(words) for words in HEADINGS.values())
    for column, word in HEADS.items():
        assert HEADINGS[column][0] == word
    row: Row = ("1", "Kế hoạch", "II.1", "Việc", "Ban", "Sở A; Sở B", "quý II/2026")
    rest: Row = ("2026-06-30", "trong hạn", "40", "", "Đã gửi")
    line = only(tuple(HEADS.values()), (*row, *rest))
    assert line.faults == ()
    assert (line.said(Column.CLAUSE), line.said(Column.NOTE)) == ("II.1", "Đã gửi")
