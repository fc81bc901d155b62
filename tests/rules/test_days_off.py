"""Days off by the law and the notices; a second opinion; files that are wrong."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import holidays as second_opinion
import pytest

from phoihop.almanac import holidays, shipped
from phoihop.almanac.entries import BadDays
from phoihop.almanac.holidays import Kind, OutOfYears

pytestmark = pytest.mark.pure

CALENDAR = shipped.calendar()

# Where the other list and these data differ, and why.
DIFFERENCES = {
    date(2026, 1, 2): "off by 12729/VPCP-KGVX, 25/12/2025, which the list lacks",
    date(2026, 1, 10): "worked for it",
}
# What the list knows by its notices only from 2015 on is compared from there.
COMPARED = range(2015, 2031)


def days_of(year: int) -> Iterator[date]:
    """Every day of a year."""
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += timedelta(days=1)


def special(day: str) -> tuple[Kind, str] | None:
    """What is special about a day, and its name."""
    found = CALENDAR.special(date.fromisoformat(day))
    return (found.kind, found.vi) if found else None


@pytest.mark.parametrize("year", COMPARED)
def test_another_list_of_days_off_agrees_but_for_named_days(year: int) -> None:
    """Day by day: whether offices are closed, weekends and worked Saturdays too."""
    theirs = second_opinion.country_holidays("VN", years=range(year - 1, year + 2))
    differ = {
        day for day in days_of(year) if CALENDAR.is_off(day) != _is_off(theirs, day)
    }
    assert differ == {day for day in DIFFERENCES if day.year == year}


def _is_off(theirs: second_opinion.HolidayBase, day: date) -> bool:
    return not theirs.is_working_day(day)


@pytest.mark.parametrize(
    ("day", "kind", "name"),
    [
        ("2026-01-01", Kind.HOLIDAY, "Tết Dương lịch"),
        ("2026-01-02", Kind.SWAPPED_OFF, ""),
        ("2026-01-10", Kind.SWAPPED_WORKED, ""),
        ("2026-02-16", Kind.HOLIDAY, "Tết Âm lịch"),
        ("2026-02-20", Kind.HOLIDAY, "Tết Âm lịch"),
        ("2026-04-26", Kind.HOLIDAY, "Giỗ Tổ Hùng Vương"),
        ("2026-04-27", Kind.SUBSTITUTE, "Giỗ Tổ Hùng Vương"),
        ("2026-04-30", Kind.HOLIDAY, "Ngày Chiến thắng"),
        ("2026-05-01", Kind.HOLIDAY, "Ngày Quốc tế Lao động"),
        ("2026-08-22", Kind.SWAPPED_WORKED, ""),
        ("2026-08-31", Kind.SWAPPED_OFF, ""),
        ("2026-09-01", Kind.HOLIDAY, "Quốc khánh"),
        ("2026-09-02", Kind.HOLIDAY, "Quốc khánh"),
        ("2026-11-24", Kind.HOLIDAY, "Ngày Văn hóa Việt Nam"),
    ],
)
def test_the_days_of_2026(day: str, kind: Kind, name: str) -> None:
    """As the notices of that year say."""
    assert special(day) == (kind, name)


def test_2026_has_no_other_special_day() -> None:
    """Fourteen named above, and three more days of Tết."""
    assert len(CALENDAR.special_days(2026)) == 17


def test_two_days_off_at_one_weekend_move_to_two_working_days() -> None:
    """2022: 30 April a Saturday, 1 May a Sunday; each is made good, in order."""
    assert special("2022-05-02") == (Kind.SUBSTITUTE, "Ngày Chiến thắng")
    assert special("2022-05-03") == (Kind.SUBSTITUTE, "Ngày Quốc tế Lao động")
    assert special("2022-05-04") is None


def test_a_substitute_is_never_put_on_another_day_off() -> None:
    """2023: Hùng Kings' Day on 29 April and 30 April wait until after 1 May."""
    assert special("2023-05-01") == (Kind.HOLIDAY, "Ngày Quốc tế Lao động")
    assert special("2023-05-02") == (Kind.SUBSTITUTE, "Giỗ Tổ Hùng Vương")
    assert special("2023-05-03") == (Kind.SUBSTITUTE, "Ngày Chiến thắng")


def test_national_day_is_one_day_until_2020_and_two_from_2021() -> None:
    """Labour Code 2012, Art. 115; Labour Code 2019, Art. 112."""
    for year, length in ((2020, 1), (2021, 2)):
        found = [d for d in CALENDAR.special_days(year) if d.vi == "Quốc khánh"]
        assert len(found) == length


def test_a_year_without_a_notice_says_that_its_days_are_expected() -> None:
    """2027: Tết and National Day; the fixed days are sure."""
    assert CALENDAR.is_noticed(2026)
    assert not CALENDAR.is_noticed(2027)
    waiting = {d.vi for d in CALENDAR.special_days(2027) if not d.noticed}
    assert waiting == {"Tết Âm lịch", "Quốc khánh"}
    assert special("2027-02-04") == (Kind.HOLIDAY, "Tết Âm lịch")
    assert special("2027-09-03") == (Kind.HOLIDAY, "Quốc khánh")


def test_the_expected_first_day_of_tet_is_the_one_that_was_announced() -> None:
    """The rule for years to come, held against each known notice."""
    rules = [rule for rule in CALENDAR.rules if rule.code == "tet"]
    noticed = [notice.first for notice in CALENDAR.notices if notice.code == "tet"]
    assert len(noticed) == 12
    for first in noticed:
        base = rules[0].base(first.year)
        assert base is not None
        days = rules[0].begins_before[base.weekday()]
        assert base - timedelta(days=days) == first


def test_every_fact_has_a_source_and_says_whether_it_was_checked() -> None:
    """The Culture Day is off from 2026 and marked: the Labour Code was not checked."""
    for year in range(CALENDAR.first_year, 2031):
        assert all(found.source for found in CALENDAR.special_days(year))
    culture = CALENDAR.special(date(2026, 11, 24))
    assert culture is not None
    assert not culture.checked
    assert "80-NQ/TW" in culture.source
    assert CALENDAR.special(date(2025, 11, 24)) is None
    new_year = CALENDAR.special(date(2026, 1, 1))
    assert new_year is not None
    assert new_year.checked


@pytest.mark.parametrize("year", [2014, 2101])
def test_years_without_facts_are_refused(year: int) -> None:
    """Rather than counted as if they had no days off."""
    with pytest.raises(OutOfYears):
        CALENDAR.is_off(date(year, 6, 1))


OWN = """
[[day]]
date = 2026-07-01
vi = "Ngày thành lập tỉnh"
en = "Day of the province"
source = "Quyết định 10/QĐ-UBND"
checked = true

[[day]]
date = 2026-09-01
vi = "Trực diễn tập"
en = "Exercise"
source = "Kế hoạch 3/KH-UBND"
checked = true
off = false

[[swap]]
off = 2026-06-05
worked = 2026-06-06
source = "Thông báo 5/TB-UBND"
checked = true

[[notice]]
code = "tet"
first = 2027-02-05
source = "Thông báo 1/TB-BNV"
checked = true
"""


def test_an_installation_adds_its_own_days(tmp_path: Path) -> None:
    """Its own have the say, also over a holiday; a new notice replaces the rule."""
    file = tmp_path / "days.toml"
    file.write_text(OWN, encoding="utf-8")
    own = shipped.calendar(file)
    assert own.is_off(date(2026, 7, 1))
    assert not CALENDAR.is_off(date(2026, 7, 1))
    assert not own.is_off(date(2026, 9, 1))
    assert own.is_off(date(2026, 6, 5))
    assert not own.is_off(date(2026, 6, 6))
    assert not own.is_off(date(2027, 2, 4))
    assert own.is_off(date(2027, 2, 11))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[day]\n", "line 1"),
        ("[[dya]]\n", "“dya”"),
        ("day = 3\n", "[[day]]"),
        ("[day]\nvi = 'a'\n", "[[day]]"),
        (OWN.replace("vi =", "viet =", 1), "number 1: “viet”"),
        (OWN.replace("off = false", "off = 0"), "number 2: “off”"),
        (OWN.replace("2026-06-05", '"5/6/2026"'), "[[swap]] thứ / number 1: “off”"),
        (OWN.replace("2026-06-05", "2026-06-05T00:00:00"), "“off”"),
        (OWN.replace('source = "Thông báo 5/TB-UBND"\n', ""), "“source” is missing"),
        (
            "[[rule]]\ncode='a'\nvi='a'\nen='a'\nmonth=2\nday=31\nfrom_year=2026\n"
            "source='a'\nchecked=true\n",
            "number 1: 31/2",
        ),
        (
            "[[rule]]\ncode='a'\nvi='a'\nen='a'\nmonth=2\nday=3\nfrom_year=2026\n"
            "source='a'\nchecked=true\nbegins_before=[1, 2]\n",
            "“begins_before”",
        ),
        (
            "[[rule]]\ncode='a'\nvi='a'\nen='a'\nmonth=2\nday=3\nfrom_year=2026\n"
            "source='a'\nchecked=true\nlength=0\n",
            "length",
        ),
    ],
)
def test_a_wrong_file_is_answered_by_where_and_why(text: str, says: str) -> None:
    """The line where it is no TOML, else the entry and its key."""
    with pytest.raises(BadDays) as told:
        holidays.load(text)
    assert says in str(told.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """In what stops the start."""
    missing = tmp_path / "none.toml"
    for read in (shipped.calendar, shipped.commemorated):
        with pytest.raises(BadDays, match=r"none\.toml: không đọc được"):
            read(missing)


def test_the_file_that_comes_with_the_program_adds_nothing() -> None:
    """It only shows how; the example in it is one that can be read."""
    example = Path(shipped.__file__).with_name("own_days.toml")
    assert shipped.calendar(example).own == ()
    assert shipped.calendar(example).notices == CALENDAR.notices
