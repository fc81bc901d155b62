"""What a paper is about: the lines under its heading, behind V/v, or the headline."""

import pytest

from phoihop.reading.findings import Field
from tests.reading.engine.found import HEADER, value

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("below", "subject"),
    [
        (
            "KẾ HOẠCH\nPhối hợp tuyên truyền\nnăm 2026\n\nCăn cứ quy chế;",
            "Phối hợp tuyên truyền năm 2026",
        ),
        ("KẾ HOẠCH\n\nPhối hợp năm 2026\nCăn cứ quy chế;", "Phối hợp năm 2026"),
        (
            "KẾ HOẠCH\nThực hiện công tác hè\n-----\nI. MỤC ĐÍCH",
            "Thực hiện công tác hè",
        ),
        ("QUYẾT ĐỊNH\nVề việc lập tổ\n\nỦY BAN", "Về việc lập tổ"),
        (
            "QUYẾT ĐỊNH\nVề việc lập tổ\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật;",
            "Về việc lập tổ",
        ),
        (
            "THÔNG BÁO\nKết luận tại cuộc họp\nNgày 04/5/2026, tại trụ sở, Sở họp.",
            "Kết luận tại cuộc họp",
        ),
        ("BÁO CÁO\nSơ kết quý I\n(Kèm theo Công văn số 3/UBND)\n", "Sơ kết quý I"),
        ("BÁO CÁO\nSơ kết quý I\nKính gửi: Sở Tư pháp\n", "Sơ kết quý I"),
    ],
)
def test_the_lines_under_the_heading(below: str, subject: str) -> None:
    assert value(f"{HEADER}\n{below}\n", Field.SUBJECT) == subject


def test_a_letter_tells_it_behind_v_v() -> None:
    text = (
        "SỞ TƯ PHÁP\nSố: 3/STP-VP\nV/v tăng cường phối hợp,\nbáo cáo kết quả.\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nKính gửi: Sở Nội vụ\n"
    )
    assert value(text, Field.SUBJECT) == "tăng cường phối hợp, báo cáo kết quả."


def test_a_headline_is_the_subject_of_news() -> None:
    text = (
        "Hội nghị giao ban quý I\n\nSáng 5/4, Sở Tư pháp tổ chức hội nghị giao ban.\n"
    )
    assert value(text, Field.SUBJECT) == "Hội nghị giao ban quý I"


@pytest.mark.parametrize(
    "first",
    [
        "(songlam.gov.vn) - Chiều 31/3, UBND tỉnh tổ chức họp.",
        "Quang cảnh phiên họp",
        "Sáng 22/6, Sở Tư pháp tổ chức hội nghị. Nhiều đại biểu đã tham dự.",
    ],
)
def test_a_caption_or_a_sentence_is_no_headline(first: str) -> None:
    assert value(f"{first}\nTại đây, các đại biểu thảo luận.\n", Field.SUBJECT) is None
