"""What of a text leaves the house, and where its lines may not end."""

import pytest

from phoihop.drafting.marks import Authority, authority, heading_marker, roman
from phoihop.drafting.paper import Form, Level
from phoihop.drafting.wording import (
    BLANK,
    bound,
    clean,
    day_words,
    ended,
    padded,
    under,
)

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ngày 05 tháng 6 năm 2026", "Ngày_05 tháng_6 năm_2026"),
        ("Số 12/KH-UBND", "Số_12/KH-UBND"),
        ("khoản 2 Điều 5, điểm a) mục II", "khoản_2 Điều_5, điểm_a) mục_II"),
        ("quý IV; lần thứ 3; khóa XIII", "quý_IV; lần thứ_3; khóa_XIII"),
        ("đạt 95 % và 12 tỷ đồng", "đạt 95_% và 12_tỷ đồng"),
        ("12 hội nghị", "12 hội nghị"),
        ("Điều lệ, mục tiêu, năm cũ, số ca", "Điều lệ, mục tiêu, năm cũ, số ca"),
        ("hội 5 người (số 7)", "hội 5 người (số_7)"),
    ],
)
def test_a_number_stays_with_its_word(text: str, said: str) -> None:
    assert bound(text) == said.replace("_", BLANK)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Tuye\u0302n gia\u0301o", "Tuyên giáo"),
        ("a\x00b\x0b\x1bc", "ab\nc"),
        ("a\u202eb\u2066c\u200bd\ufeffe\u00adf", "abcdef"),
        ("a\ud800b\ufffe\uffffc", "abc"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\tb\u00a0c", "a b\u00a0c"),
        ("chữ 漢 😀", "chữ 漢 😀"),
    ],
)
def test_signs_that_nobody_sees_stay_behind(text: str, said: str) -> None:
    assert clean(text) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [("5", "05"), ("05", "05"), ("12", "12"), ("7a", "07a"), ("9/2026", "09/2026")],
)
def test_a_number_under_ten_has_a_nought_before_it(number: str, said: str) -> None:
    assert padded(number) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ((5, 6, 2026), "ngày 05 tháng 6 năm 2026"),
        ((15, 2, 2026), "ngày 15 tháng 02 năm 2026"),
        ((31, 12, 2026), "ngày 31 tháng 12 năm 2026"),
        ((None, None, 2026), "ngày      tháng      năm 2026"),
        ((None, None, None), "ngày      tháng      năm"),
    ],
)
def test_a_day_has_noughts_and_room(
    day: tuple[int | None, int | None, int | None], said: str
) -> None:
    assert day_words(*day) == said.replace(" ", BLANK)


def test_a_line_of_a_list_ends_as_its_place_asks() -> None:
    assert [ended(text, ";") for text in ("a", "a.", "a; ", "a,")] == ["a;"] * 4
    assert ended("Các bên (b/c)", ".") == "Các bên (b/c)."


def test_each_form_has_its_marks() -> None:
    state = [authority(mark, Form.STATE) for mark in Authority]
    party = [authority(mark, Form.PARTY) for mark in Authority]
    assert state == ["TM.", "KT.", "TL.", "TUQ.", "Q."]
    assert party == ["T/M", "K/T", "T/L", "T/UQ", "Q."]
    assert heading_marker(Level.SECTION, 4, Form.STATE) == "IV."
    assert heading_marker(Level.SECTION, 4, Form.PARTY) == "IV-"
    assert heading_marker(Level.ITEM, 2, Form.PARTY) == "2-"
    assert heading_marker(Level.PART, 2, Form.STATE) == "Phần II"


def test_roman_numbers_are_those_of_the_romans() -> None:
    said = [roman(number) for number in (1, 4, 9, 14, 19, 38)]
    assert said == ["I", "IV", "IX", "XIV", "XIX", "XXXVIII"]


@pytest.mark.parametrize(
    ("name", "superior", "printed"),
    [
        ("Sở Nội vụ tỉnh Lam Khê", "Ủy ban nhân dân tỉnh Lam Khê", "Sở Nội vụ"),
        ("Ban Tuyên giáo Tỉnh ủy Lam Khê", "Tỉnh ủy Lam Khê", "Ban Tuyên giáo"),
        ("Ban Tuyên giáo Tỉnh ủy", "Tỉnh ủy Lam Khê", "Ban Tuyên giáo"),
        ("Văn phòng Ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh", "Văn phòng"),
        ("Ủy ban nhân dân xã Đồng Mây", "Ủy ban nhân dân tỉnh Lam Khê",
         "Ủy ban nhân dân xã Đồng Mây"),
        ("Đảng ủy xã Đồng Mây", "Tỉnh ủy Lam Khê", "Đảng ủy xã Đồng Mây"),
        ("Công an tỉnh Lam Khê", "Bộ Công an", "Công an tỉnh Lam Khê"),
        ("Tòa án Lam Khê", "Tòa án Lam Khê", "Tòa án Lam Khê"),
    ],
)  # fmt: skip
def test_what_stands_above_a_body_is_not_said_again(
    name: str, superior: str, printed: str
) -> None:
    """II.3.b: the body above on its own line, the issuer below it."""
    assert under(name, superior) == printed
