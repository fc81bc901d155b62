"""Who signed, and the office beside the name."""

import pytest

from phoihop.reading.engine import read
from phoihop.reading.findings import Field, Signer
from tests.reading.engine.found import HEADER, values, words

pytestmark = pytest.mark.pure

TOP = (
    f"{HEADER}\nKẾ HOẠCH\nPhối hợp\n\nCăn cứ quy chế;\nNội dung./.\n"
    "Nơi nhận:\n- Lưu: VT.\n"
)


@pytest.mark.parametrize(
    ("printed", "name", "office"),
    [
        ("CHỦ TỊCH\nNguyễn Văn Mẫu", "Nguyễn Văn Mẫu", "CHỦ TỊCH"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\nTrần Thử", "Trần Thử", "CHỦ TỊCH"),
        (
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nLê Thị Thử",
            "Lê Thị Thử",
            "PHÓ CHỦ TỊCH",
        ),
        ("T/M BAN THƯỜNG VỤ\nBÍ THƯ\n(Ký, đóng dấu)\nVũ Thử", "Vũ Thử", "BÍ THƯ"),
        ("**CHÁNH VĂN PHÒNG**<br><br>**Hồ Mẫu**", "Hồ Mẫu", "CHÁNH VĂN PHÒNG"),
        ("CHỈ HUY TRƯỞNG\nĐại tá Đỗ Văn Thử", "Đại tá Đỗ Văn Thử", "CHỈ HUY TRƯỞNG"),
        ("GIÁM ĐỐC\nNGUYỄN VĂN MẪU", "NGUYỄN VĂN MẪU", "GIÁM ĐỐC"),
        ("GIÁM ĐỐC Nguyễn Văn Mẫu", "Nguyễn Văn Mẫu", "GIÁM ĐỐC"),
        ("TUQ. CHỦ TỊCH\nTRƯỞNG BAN\nPhan Mẫu", "Phan Mẫu", "TRƯỞNG BAN"),
    ],
)
def test_a_name_under_its_office(printed: str, name: str, office: str) -> None:
    reading = read(f"{TOP}{printed}\n")
    found = list(reading.of(Field.SIGNER))
    assert [each.value for each in found] == [Signer(name, office)]
    assert words(reading, found[0]) == name


@pytest.mark.parametrize(
    "printed",
    [
        "HỘI NÔNG DÂN\nCHỦ TỊCH\nNguyễn Mẫu\nSỞ TƯ PHÁP\nGIÁM ĐỐC\nTrần Thử",
        "HỘI NÔNG DÂN | SỞ TƯ PHÁP\nCHỦ TỊCH | GIÁM ĐỐC\nNguyễn Mẫu | Trần Thử",
    ],
)
def test_two_sides_sign_a_joint_paper(printed: str) -> None:
    assert values(f"{TOP}{printed}\n", Field.SIGNER) == [
        Signer("Nguyễn Mẫu", "CHỦ TỊCH"),
        Signer("Trần Thử", "GIÁM ĐỐC"),
    ]


def test_nobody_signed_a_form_that_waits_for_a_name() -> None:
    assert values(f"{TOP}GIÁM ĐỐC\n(Họ và tên)\n", Field.SIGNER) == []


def test_persons_who_speak_in_news_sign_nothing() -> None:
    text = "Họp giao ban\n\nSáng 5/4, Sở họp giao ban.\nCHỦ TỊCH\nNguyễn Văn Mẫu\n"
    assert values(text, Field.SIGNER) == []


def test_signatures_side_by_side_in_one_line() -> None:
    printed = (
        "TM. HỘI SÁCH TỈNH          TM. ĐOÀN TỈNH          KT. GIÁM ĐỐC\n"
        "CHỦ TỊCH                   BÍ THƯ                 PHÓ GIÁM ĐỐC\n\n"
        "Nguyễn Văn Mẫu             Lê Thị Thử             Trần Văn Mẫu\n"
    )
    assert values(TOP + printed, Field.SIGNER) == [
        Signer("Nguyễn Văn Mẫu", "CHỦ TỊCH"),
        Signer("Lê Thị Thử", "BÍ THƯ"),
        Signer("Trần Văn Mẫu", "PHÓ GIÁM ĐỐC"),
    ]
