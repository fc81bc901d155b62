"""The one clock: the day of Việt Nam, and another clock in its place."""

from datetime import UTC, date, datetime, timedelta, timezone
from threading import Thread

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from phoihop import clock

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 6, 14, 16, 59, 59, tzinfo=UTC), date(2026, 6, 14)),
        (datetime(2026, 6, 14, 17, 0, tzinfo=UTC), date(2026, 6, 15)),
        (datetime(2026, 12, 31, 17, 0, tzinfo=UTC), date(2027, 1, 1)),
        (datetime(2028, 2, 28, 17, 0, tzinfo=UTC), date(2028, 2, 29)),
    ],
)
def test_a_day_begins_at_midnight_in_viet_nam(instant: datetime, day: date) -> None:
    """Seven hours before it does in UTC (product rule 1)."""
    with time_machine.travel(instant, tick=False):
        assert clock.today() == day
        assert clock.now() == instant
        assert not clock.is_pretended()


def test_another_clock_may_stand_in_its_place_for_a_while() -> None:
    """And is known to be another one; the inner of two is the one that counts."""
    demo = datetime(2020, 5, 4, 8, 0, tzinfo=clock.VIETNAM)
    with clock.standing_at(demo):
        assert clock.now() == demo
        assert clock.is_pretended()
        with clock.standing_at(demo + timedelta(days=1)):
            assert clock.today() == date(2020, 5, 5)
        assert clock.today() == date(2020, 5, 4)
    assert not clock.is_pretended()
    assert clock.now() > demo


def test_it_stands_for_whoever_put_it_there() -> None:
    """Not for the other threads of the server."""
    seen: list[bool] = []
    with clock.standing_at(datetime(2020, 5, 4, tzinfo=UTC)):
        other = Thread(target=lambda: seen.append(clock.is_pretended()))
        other.start()
        other.join()
    assert seen == [False]


def test_the_real_clock_is_back_after_an_error() -> None:
    """Whatever went wrong under the other one."""
    instant = datetime(2020, 5, 4, tzinfo=UTC)
    with pytest.raises(RuntimeError, match="went wrong"), clock.standing_at(instant):
        raise RuntimeError("went wrong")
    assert not clock.is_pretended()


def test_an_instant_without_a_zone_is_no_instant() -> None:
    """Half past nine is not said without saying where."""
    with (
        pytest.raises(ValueError, match="with its zone"),
        clock.standing_at(datetime(2026, 6, 15, 9, 30)),
    ):
        pass


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)),
    st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours))),
)
def test_the_zone_in_which_an_instant_is_written_changes_no_day(
    instant: datetime, zone: timezone
) -> None:
    """The day is Việt Nam's, wherever the server stands."""
    aware = instant.replace(tzinfo=UTC)
    with clock.standing_at(aware):
        day = clock.today()
    with clock.standing_at(aware.astimezone(zone)):
        assert clock.today() == day
