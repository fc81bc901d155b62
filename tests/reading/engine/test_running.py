"""One running text out of the parts of a file."""

import pytest

from phoihop.reading.extracted import Cell, Extracted, Part, Remark, Sheet
from phoihop.reading.running import Placed, running, running_text

pytestmark = pytest.mark.pure


def test_pages_follow_each_other_and_notes_come_behind() -> None:
    paper = Extracted(
        "pdf",
        (
            Part("page 1", "Trang một"),
            Part("page 1 note", "Ghi chú"),
            Part("page 2", "Trang hai\n"),
            Part("property:title", "Tên tệp"),
        ),
    )
    assert running_text(paper) == "Trang một\nTrang hai\nGhi chú\n"


def test_page_headers_come_behind_unless_they_hold_the_heading() -> None:
    body = Part("body", "Điều 1.\n")
    assert running_text(Extracted("docx", (Part("header1", "trang 2\n"), body))) == (
        "Điều 1.\ntrang 2\n"
    )
    heading = Part("header1", "Số: 84/KH-UBND\n")
    assert running_text(Extracted("docx", (body, heading))) == (
        "Số: 84/KH-UBND\nĐiều 1.\n"
    )


def test_cells_stay_parted_by_tabs() -> None:
    sheet = Sheet("Nhiệm vụ", ((Cell("TT", "text"), Cell("Việc", "text")),))
    assert running_text(Extracted("xlsx", (), (sheet,))) == "TT\tViệc\n"
    body = Part("body", "TT\tViệc\n1\tBáo cáo\n")
    assert running_text(Extracted("docx", (body,))) == body.text


def test_a_file_without_words_is_an_empty_text() -> None:
    assert running_text(Extracted("pdf", pages=3)) == ""


def test_parts_and_remarks_move_along_with_their_words() -> None:
    paper = Extracted(
        "pdf",
        (
            Part("page 1", "Trang một"),
            Part("page 2", "Trang hai", remarks=(Remark(6, 9, "white"),)),
        ),
    )
    ran = running(paper)
    second, remark = ran.parts[1], ran.remarks[0]
    assert second == Placed("page 2", 10, 19)
    assert ran.text[second.start : second.end] == "Trang hai"
    assert ran.text[remark.start : remark.end] == "hai"
