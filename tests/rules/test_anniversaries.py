"""The days that are commemorated, and which years are round."""

from datetime import date
from pathlib import Path

import pytest

from phoihop.almanac import anniversaries, shipped
from phoihop.almanac.anniversaries import Roundness, in_year, roundness
from phoihop.almanac.entries import BadDays

pytestmark = pytest.mark.pure

KNOWN = shipped.commemorated()
LOCAL = """
[[anniversary]]
vi = "Ngày thành lập tỉnh Lam Khê"
en = "Founding of Lam Khê"
month = 7
day = 1
since = 2025
source = "Nghị quyết 1/NQ-HĐND"
checked = true

[[anniversary]]
vi = "Ba mươi tháng Chạp"
en = "Thirtieth of the twelfth month"
month = 12
day = 30
lunar = true
source = "Tục lệ"
checked = false
"""


@pytest.mark.parametrize(
    ("years", "kind"),
    [
        (1, Roundness.OTHER),
        (5, Roundness.FIVE),
        (10, Roundness.ROUND),
        (14, Roundness.OTHER),
        (15, Roundness.FIVE),
        (95, Roundness.FIVE),
        (96, Roundness.OTHER),
        (100, Roundness.ROUND),
    ],
)
def test_round_years_end_in_0_and_years_of_five_in_5(
    years: int, kind: Roundness
) -> None:
    """Decree 111/2018/NĐ-CP."""
    assert roundness(years) is kind


@pytest.mark.parametrize(
    ("year", "name", "day", "years", "kind"),
    [
        (
            2026,
            "Ngày truyền thống ngành Tuyên giáo của Đảng",
            "2026-08-01",
            96,
            "other",
        ),
        (2030, "Ngày thành lập Đảng Cộng sản Việt Nam", "2030-02-03", 100, "round"),
        (2025, "Ngày truyền thống công tác dân vận của Đảng", "2025-10-15", 95, "five"),
        (2026, "Ngày Báo chí cách mạng Việt Nam", "2026-06-21", 101, "other"),
        (2025, "Ngày thành lập Mặt trận Tổ quốc Việt Nam", "2025-09-10", 70, "round"),
    ],
)
def test_a_day_comes_back_with_its_years(
    year: int, name: str, day: str, years: int, kind: str
) -> None:
    """As next year's plan needs them."""
    found = next(each for each in in_year(KNOWN, year) if each.anniversary.vi == name)
    assert (found.day.isoformat(), found.years) == (day, years)
    assert found.roundness is Roundness(kind)


def test_a_lunar_day_moves_and_has_no_number_of_years() -> None:
    """Hùng Kings' Day."""
    days = {}
    for year in (2025, 2026):
        for each in in_year(KNOWN, year):
            if each.anniversary.lunar:
                days[year] = (each.day, each.years, each.roundness)
    assert days == {
        2025: (date(2025, 4, 7), None, None),
        2026: (date(2026, 4, 26), None, None),
    }


def test_a_year_is_in_the_order_of_its_days() -> None:
    """Lunar ones among the others, and each with a source."""
    found = in_year(KNOWN, 2026)
    assert [each.day for each in found] == sorted(each.day for each in found)
    assert len(found) == len(KNOWN)
    assert all(each.anniversary.source for each in found)


def test_nothing_is_commemorated_before_it_happened_nor_on_the_day_itself() -> None:
    """The first anniversary is a year later."""
    local = anniversaries.load(LOCAL)
    assert not [each for each in in_year(local, 2025) if each.anniversary.since]
    [first] = [each for each in in_year(local, 2026) if each.anniversary.since]
    assert first.years == 1


def test_a_day_that_a_year_lacks_is_left_out() -> None:
    """The twelfth lunar month of 2025 has 29 days, that of 2026 has 30."""
    local = anniversaries.load(LOCAL)
    assert not [each for each in in_year(local, 2025) if each.anniversary.lunar]
    assert in_year(local, 1900) == ()
    [found] = [each for each in in_year(local, 2023) if each.anniversary.lunar]
    assert found.day == date(2024, 2, 9)


def test_local_days_stand_among_those_of_the_country(tmp_path: Path) -> None:
    """From the installation's own file."""
    file = tmp_path / "days.toml"
    file.write_text(LOCAL, encoding="utf-8")
    found = in_year(shipped.commemorated(file), 2035)
    names = [each.anniversary.vi for each in found]
    assert names.index("Ngày thành lập tỉnh Lam Khê") > names.index(
        "Ngày Gia đình Việt Nam"
    )
    assert names.index("Ngày thành lập tỉnh Lam Khê") < names.index(
        "Ngày Thương binh - Liệt sĩ"
    )


def test_a_day_that_no_year_has_is_refused() -> None:
    """With the entry it stands in."""
    with pytest.raises(BadDays, match="number 1: 31/6"):
        anniversaries.load(
            LOCAL.replace("month = 7\nday = 1\n", "month = 6\nday = 31\n")
        )
