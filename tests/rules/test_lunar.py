"""The lunar calendar against the days on which Tết was and will be held in Việt Nam."""

from datetime import date, datetime, timedelta

import pytest

from phoihop.almanac.lunar import (
    LunarDay,
    NoSuchDay,
    leap_month,
    lunar,
    new_moon,
    solar,
    tet,
)

pytestmark = pytest.mark.pure

TET = [
    "1968-01-29",
    "1985-01-21",
    "1990-01-27",
    "1991-02-15",
    "1992-02-04",
    "1993-01-23",
    "1994-02-10",
    "1995-01-31",
    "1996-02-19",
    "1997-02-07",
    "1998-01-28",
    "1999-02-16",
    "2000-02-05",
    "2001-01-24",
    "2002-02-12",
    "2003-02-01",
    "2004-01-22",
    "2005-02-09",
    "2006-01-29",
    "2007-02-17",
    "2008-02-07",
    "2009-01-26",
    "2010-02-14",
    "2011-02-03",
    "2012-01-23",
    "2013-02-10",
    "2014-01-31",
    "2015-02-19",
    "2016-02-08",
    "2017-01-28",
    "2018-02-16",
    "2019-02-05",
    "2020-01-25",
    "2021-02-12",
    "2022-02-01",
    "2023-01-22",
    "2024-02-10",
    "2025-01-29",
    "2026-02-17",
    "2027-02-06",
    "2028-01-26",
    "2029-02-13",
    "2030-02-02",
    "2031-01-23",
    "2032-02-11",
    "2033-01-31",
    "2034-02-19",
    "2035-02-08",
    "2036-01-28",
    "2037-02-15",
    "2038-02-04",
    "2039-01-24",
    "2040-02-12",
    "2041-02-01",
    "2042-01-22",
    "2043-02-10",
    "2044-01-30",
    "2045-02-17",
    "2046-02-06",
    "2047-01-26",
    "2048-02-14",
    "2049-02-02",
    "2050-01-23",
]


@pytest.mark.parametrize("day", TET)
def test_tet_is_on_the_day_it_is_held_in_viet_nam(day: str) -> None:
    """In 1985, 2007 and 2030 on another day than in China."""
    known = date.fromisoformat(day)
    assert tet(known.year) == known
    assert lunar(known) == LunarDay(known.year, 1, 1)
    assert lunar(known - timedelta(days=1))[:2] == (known.year - 1, 12)


@pytest.mark.parametrize(
    "instant",
    [
        "1977-02-18 03:37",
        "1999-08-11 11:09",
        "2000-01-06 18:14",
        "2009-07-22 02:35",
        "2017-08-21 18:30",
        "2019-07-02 19:16",
        "2020-12-14 16:17",
        "2024-04-08 18:21",
        "2026-02-17 12:01",
        "2026-08-12 17:37",
    ],
)
def test_the_new_moon_is_where_astronomers_saw_it(instant: str) -> None:
    """Most of them eclipses of the sun; to four minutes, in universal time."""
    seen = datetime.fromisoformat(instant)
    julian = seen.toordinal() + 1721424.5 + (seen.hour + seen.minute / 60) / 24
    number = round((julian - 2415020.75933) / 29.530588861)
    assert abs(new_moon(number) - julian) * 24 * 60 < 4


def test_every_day_of_sixty_years_comes_back_from_its_lunar_day() -> None:
    """And the lunar days follow one another: on by one, or to the first of a month."""
    day, before = date(1990, 1, 1), lunar(date(1989, 12, 31))
    while day.year <= 2050:
        found = lunar(day)
        assert solar(found) == day
        if found.day == 1:
            assert before.day in (29, 30)
            on = found.month == before.month % 12 + 1 and not found.leap
            again = found == before._replace(day=1, leap=True)
            assert on or again, (before, found)
        else:
            assert found == before._replace(day=before.day + 1)
        day, before = day + timedelta(days=1), found


@pytest.mark.parametrize(
    ("year", "month"),
    [
        (1985, 2),  # China had its leap month in 1984.
        (2004, 2),
        (2006, 7),
        (2009, 5),
        (2012, 4),
        (2014, 9),
        (2017, 6),
        (2020, 4),
        (2023, 2),
        (2025, 6),
        (2028, 5),
        (2033, 11),
        (2024, None),
        (2026, None),
        (2034, None),
    ],
)
def test_the_leap_month_of_a_year(year: int, month: int | None) -> None:
    """2033 is the year that programs get wrong."""
    assert leap_month(year) == month


@pytest.mark.parametrize(
    ("day", "known"),
    [
        ("2025-04-07", LunarDay(2025, 3, 10)),
        ("2026-04-26", LunarDay(2026, 3, 10)),
        ("2025-07-25", LunarDay(2025, 6, 1, leap=True)),
        ("2023-03-22", LunarDay(2023, 2, 1, leap=True)),
    ],
)
def test_days_that_calendars_on_the_wall_show(day: str, known: LunarDay) -> None:
    """Hùng Kings' Day twice, and the first days of two leap months."""
    assert lunar(date.fromisoformat(day)) == known
    assert solar(known).isoformat() == day


@pytest.mark.parametrize(
    "nowhere",
    [
        LunarDay(2026, 1, 31),
        LunarDay(2026, 1, 0),
        LunarDay(2026, 13, 1),
        LunarDay(2026, 0, 1),
        LunarDay(2025, 12, 30),  # The twelfth month before Tết 2026 has 29 days.
        LunarDay(2026, 6, 1, leap=True),
        LunarDay(2025, 5, 1, leap=True),
        LunarDay(1966, 1, 1),
        LunarDay(2101, 1, 1),
        LunarDay(2100, 12, 29),  # In 2101, which is not known.
    ],
)
def test_a_lunar_day_that_does_not_exist_is_refused(nowhere: LunarDay) -> None:
    """Never a day near it."""
    with pytest.raises(NoSuchDay):
        solar(nowhere)


@pytest.mark.parametrize("day", [date(1967, 12, 31), date(2101, 1, 1)])
def test_years_that_nobody_vouches_for_are_refused(day: date) -> None:
    """Before 1968 Việt Nam counted by another zone."""
    with pytest.raises(NoSuchDay):
        lunar(day)
