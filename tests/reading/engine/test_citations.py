"""Other papers that a paper cites: by number, by day, each once."""

import pytest

from phoihop.reading.engine import read
from phoihop.reading.findings import Field, Reference
from tests.reading.engine.found import HEADER, words

pytestmark = pytest.mark.pure


def cited(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """(number, kind, day) of each citation."""
    found = [each.value for each in read(text).of(Field.REFERENCE)]
    return [
        (each.number, each.type, each.date)
        for each in found
        if isinstance(each, Reference)
    ]


@pytest.mark.parametrize(
    ("text", "number", "kind", "day"),
    [
        (
            "Kế hoạch số 84/KH-UBND ngày 05/02/2026",
            "84/KH-UBND",
            "kế hoạch",
            "2026-02-05",
        ),
        ("Chỉ thị số 46 - CT/TU, ngày 1/2/2026", "46-CT/TU", "chỉ thị", "2026-02-01"),
        (
            "Thông tư số 12/2026/TT-BMA ngày 10 tháng 02 năm 2026",
            "12/2026/TT-BMA",
            "thông tư",
            "2026-02-10",
        ),
        (
            "Luật Mẫu và Thử số 85/2025/QH15, ngày 25/6/2025",
            "85/2025/QH15",
            "luật",
            "2025-06-25",
        ),
        (
            "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15",
            "64/2025/QH15",
            "luật",
            None,
        ),
        (
            "văn bản số 2600/ttg-kth ngày 30/12/2025",
            "2600/ttg-kth",
            "văn bản",
            "2025-12-30",
        ),
        ("Chỉ thị số số 28/CT-CTT ngày 1/9/2025", "28/CT-CTT", "chỉ thị", "2025-09-01"),
        ("Báo cáo tiếp thu số 47/BC-UBND", "47/BC-UBND", "báo cáo", None),
        (
            "Quy chế phối hợp số 01/QCPH/UBND-HND",
            "01/QCPH/UBND-HND",
            "quy chế phối hợp",
            None,
        ),
        (
            "Công điện số 14⁄CĐ-TTg ngày 2/3/2026",
            "14/CĐ-TTg",
            "công điện",
            "2026-03-02",
        ),
        ("Quyết định 238 ngày 30/9/2025", "238", "quyết định", "2025-09-30"),
        ("chỉ thị số 19", "19", "chỉ thị", None),
        ("Chỉ thị 45", "45", "chỉ thị", None),
        (
            "Quyết định số 12/QĐ-UBND\nngày 3/2/2026",
            "12/QĐ-UBND",
            "quyết định",
            "2026-02-03",
        ),
        (
            "Nghị quyết số  /NQ-HĐND ngày 01 tháng 01 năm 2026",
            None,
            "nghị quyết",
            "2026-01-01",
        ),
        ("Luật Thử nghiệm ngày 19 tháng 6 năm 2025", None, "luật", "2025-06-19"),
    ],
)
def test_one_citation(
    text: str, number: str | None, kind: str, day: str | None
) -> None:
    reading = read(f"Căn cứ {text} của Tỉnh ủy.")
    found = list(reading.of(Field.REFERENCE))
    assert cited(reading.text) == [(number, kind, day)]
    assert words(reading, found[0]) == text


@pytest.mark.parametrize(
    "text",
    [
        "hoàn thành 10/10 mục tiêu, 01 Đề án 06 và 24/7",
        "theo Mẫu số 04/BCĐ-MT và Mẫu 09/BH",
        "Nghị quyết Đại hội Đảng bộ lần thứ XVIII",
        "nghị quyết trung ương 8 khóa 11",
        "Luật Mẫu năm 2014 và Luật Thử",
        "theo Luật Mẫu, hoàn thành chậm nhất là ngày 01 tháng 02 năm 2026",
        "Kế hoạch tháng 3, Nghị quyết năm 2026",
        "kinh tế đạt 8,5% so với 2024",
    ],
)
def test_what_is_no_citation(text: str) -> None:
    assert cited(f"Trong đó, {text}.") == []


def test_the_paper_itself_is_not_cited() -> None:
    heading = f"{HEADER}\nKẾ HOẠCH\nPhối hợp\n\n"
    text = f"{heading}Kèm theo Kế hoạch số 84/KH-UBND ngày 5/2/2026."
    assert cited(text) == []


def test_each_paper_once_at_its_fullest() -> None:
    text = (
        "Thực hiện Chỉ thị số 46-CT/TU; Chỉ thị 46-CT/TU ngày 16/5/2025; Chỉ thị số 46 "
        "của Tỉnh ủy."
    )
    assert cited(text) == [("46-CT/TU", "chỉ thị", "2025-05-16")]


def test_two_numbers_share_their_kind_and_their_day() -> None:
    text = "Thực hiện Quyết định 217-QĐ/TU và 218-QĐ/TU ngày 12/12/2025 của Tỉnh ủy."
    assert cited(text) == [
        ("217-QĐ/TU", "quyết định", "2025-12-12"),
        ("218-QĐ/TU", "quyết định", "2025-12-12"),
    ]


def test_the_day_may_stand_before_in_the_same_sentence() -> None:
    text = "Ngày 02/11/2025, Sở Tư pháp ban hành Kế hoạch số 67/KH-STP về hòa giải."
    assert cited(text) == [("67/KH-STP", "kế hoạch", "2025-11-02")]


def test_a_day_that_no_calendar_has_is_no_day() -> None:
    assert cited("Thực hiện Kế hoạch số 84/KH-UBND ngày 31/02/2026") == [
        ("84/KH-UBND", "kế hoạch", None)
    ]


def test_a_law_that_changes_others_is_cited_whole() -> None:
    text = (
        "Luật sửa đổi, bổ sung một số điều của Luật Mẫu và Luật Thử ngày 22 tháng 11 "
        "năm 2025"
    )
    reading = read(f"Căn cứ {text};")
    assert [words(reading, each) for each in reading.of(Field.REFERENCE)] == [text]
