"""The almanac: days off with their sources, terms explained, lunar days found."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from tests.conftest import SignIn
from tests.factories import World
from tests.pages.words import sheet, words

pytestmark = pytest.mark.anywhere

COUNT = {"tu_ngay": "31/12/2025", "so_ngay": "2", "tinh": "working"}
LUNAR = {"ngay_am": "10", "thang_am": "3", "nam_am": "2026"}


def page(sign_in: SignIn, **asked: str) -> Any:
    return sign_in("lan").get(reverse("almanac"), asked)


def english_page(sign_in: SignIn, **asked: str) -> Any:
    client = sign_in("lan")
    client.post(reverse("switch_language"), {"language": "en"})
    return client.get(reverse("almanac"), asked)


def test_the_days_off_of_this_year(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    assert sheet(page(sign_in)) == snapshot


def test_it_asks_the_database_who_comes_and_nothing_more(
    world: World, sign_in: SignIn, django_assert_num_queries: Any
) -> None:
    client = sign_in("lan")
    with django_assert_num_queries(3):
        client.get(reverse("almanac"), {**COUNT, **LUNAR, "nam": "2027"})


def test_it_is_reached_from_the_foot_of_every_page(
    world: World, sign_in: SignIn
) -> None:
    assert "[Lịch ngày nghỉ]" in words(sign_in("lan").get(reverse("tasks")))


def test_a_year_without_notices_says_so_at_the_top_and_at_each_day(
    world: World, sign_in: SignIn
) -> None:
    said = sheet(page(sign_in, nam="2027"))
    assert "Chưa có thông báo chính thức." in said
    assert said.count("dự kiến, chưa có thông báo chính thức") == 9
    assert "Chưa có thông báo chính thức." not in sheet(page(sign_in, nam="2026"))


def test_what_was_not_checked_is_marked(world: World, sign_in: SignIn) -> None:
    said = sheet(page(sign_in))
    culture = said[said.index("nghỉ Ngày Văn hóa Việt Nam") :]
    assert "chưa kiểm chứng: Nghị quyết 80-NQ/TW" in culture
    sure = "nghỉ Tết Dương lịch | Bộ luật Lao động 45/2019/QH14, Điều 112"
    assert sure in said


@pytest.mark.parametrize("year", ["2014", "2101", "20260", "abcd", "²⁰²⁶", "-026"])
def test_a_year_that_no_link_leads_to_is_not_there(
    world: World, sign_in: SignIn, year: str
) -> None:
    assert page(sign_in, nam=year).status_code == 404


def test_the_years_lead_to_one_another_and_keep_what_was_asked(
    world: World, sign_in: SignIn
) -> None:
    answer = page(sign_in, nam="2015", **COUNT)
    assert answer.context["before"] == ""
    after = sign_in("lan").get(answer.context["after"])
    assert after.context["year"] == 2016
    assert after.context["end"] == date(2026, 1, 6)
    assert page(sign_in, nam="2100").context["after"] == ""


def test_a_term_says_of_each_day_why_it_counts(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    """Over New Year: a holiday, a day off by a swap, a weekend, two working days."""
    answer = page(sign_in, **COUNT)
    assert answer.context["end"] == date(2026, 1, 6)
    assert sheet(answer).split("## Đổi ngày âm lịch")[0] == snapshot


def test_a_term_in_days_of_the_calendar_moves_to_a_working_day(
    world: World, sign_in: SignIn
) -> None:
    asked = {"tu_ngay": "18/06/2026", "so_ngay": "3", "tinh": "calendar"}
    answer = page(sign_in, **asked)
    assert answer.context["end"] == date(2026, 6, 22)
    assert "ngày cuối rơi vào ngày nghỉ nên hạn dời" in sheet(answer)


@pytest.mark.parametrize(
    ("wrong", "vietnamese", "english"),
    [
        ({"tu_ngay": "31/06/2026"}, "Nhập ngày có thật", "Enter a day that exists"),
        ({"so_ngay": "0"}, "Nhập số ngày từ 1 đến 366.", "Enter a number of days"),
        ({"so_ngay": "9999"}, "Nhập số ngày từ 1 đến 366.", "Enter a number of days"),
        ({"so_ngay": "năm"}, "bằng chữ số", "in figures"),
        (
            {"tu_ngay": "30/06/2014"},
            "Lịch chỉ có các năm 2015 đến 2100",
            "The calendar knows the years 2015 to 2100 only",
        ),
    ],
)
def test_a_term_that_cannot_be_counted_is_answered_at_its_field(
    world: World,
    sign_in: SignIn,
    wrong: dict[str, str],
    vietnamese: str,
    english: str,
) -> None:
    """In both languages, with what was typed still there, in the other form too."""
    asked = {**COUNT, **LUNAR, **wrong}
    said = page(sign_in, **asked)
    assert vietnamese in sheet(said)
    assert said.context["end"] is None
    assert said.context["found"] == date(2026, 4, 26)
    for typed in asked.values():
        assert f'value="{typed}"' in said.content.decode()
    assert english in sheet(english_page(sign_in, **asked))


@pytest.mark.parametrize(
    ("lunar", "day"),
    [
        (LUNAR, date(2026, 4, 26)),
        ({"ngay_am": "1", "thang_am": "1", "nam_am": "2027"}, date(2027, 2, 6)),
        (
            {"ngay_am": "1", "thang_am": "6", "nam_am": "2025", "nhuan": "on"},
            date(2025, 7, 25),
        ),
        ({"ngay_am": "30", "thang_am": "12", "nam_am": "2023"}, date(2024, 2, 9)),
    ],
)
def test_a_lunar_day_is_found(
    world: World, sign_in: SignIn, lunar: dict[str, str], day: date
) -> None:
    assert page(sign_in, **lunar).context["found"] == day


@pytest.mark.parametrize(
    ("wrong", "vietnamese", "english"),
    [
        (
            {"ngay_am": "30", "thang_am": "12", "nam_am": "2025"},
            "Không có ngày này: tháng 12 năm 2025 chỉ có 29 ngày.",
            "There is no such day: month 12 of 2025 has 29 days only.",
        ),
        (
            {"nhuan": "on"},
            "Năm âm lịch 2026 không có tháng nhuận",
            "The lunar year 2026 has no leap month",
        ),
        (
            {"nhuan": "on", "nam_am": "2025"},
            "Năm âm lịch 2025 nhuận tháng 6, không nhuận tháng 3.",
            "The leap month of the lunar year 2025 is month 6, not month 3.",
        ),
        ({"ngay_am": "31"}, "Nhập ngày âm lịch từ 1 đến 30.", "Enter a lunar day"),
        ({"thang_am": "13"}, "Nhập tháng âm lịch từ 1 đến 12.", "Enter a lunar month"),
        ({"nam_am": "1900"}, "từ 1968 đến 2100", "from 1968 to 2100"),
    ],
)
def test_a_lunar_day_that_does_not_exist_is_said_so(
    world: World,
    sign_in: SignIn,
    wrong: dict[str, str],
    vietnamese: str,
    english: str,
) -> None:
    """In both languages, with what was typed still there."""
    asked = {**COUNT, **LUNAR, **wrong}
    said = page(sign_in, **asked)
    assert vietnamese in sheet(said)
    assert said.context["found"] is None
    assert said.context["end"] == date(2026, 1, 6)
    assert f'value="{asked["ngay_am"]}"' in said.content.decode()
    assert english in sheet(english_page(sign_in, **asked))


def test_the_last_days_of_the_known_years_are_refused_by_a_sentence(
    world: World, sign_in: SignIn
) -> None:
    """The twelfth month of 2100 lies in 2101: not "29 days only"."""
    said = sheet(page(sign_in, ngay_am="10", thang_am="12", nam_am="2100"))
    assert "Nhập năm âm lịch từ 1968 đến 2100." in said
    assert "29 ngày" not in said


def test_an_english_reader_gets_english_names(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    said = sheet(english_page(sign_in, **COUNT))
    assert "day off: Lunar New Year" in said
    assert "day off in place of Hùng Kings' Day (26 April 2026)" in said
    assert said.split("## Find a lunar day")[0] == snapshot
