"""The machinery of the benchmarks: turns, medians, ratios, bars, the printed line."""

import json
import os
from collections.abc import Callable

import pytest

from bench import databases
from bench.__main__ import main
from bench.measure import Bar, Line, Spent, alternate, line, ratio

pytestmark = [pytest.mark.house, pytest.mark.pure]


class Machine:
    """Clocks that only its own work moves, and the order in which work was done."""

    def __init__(self) -> None:
        self.now = 0.0
        self.done: list[str] = []

    def clocks(self) -> Spent:
        """The CPU of this machine runs half as fast as its wall clock."""
        return Spent(self.now, self.now / 2)

    def work(self, name: str, *seconds: float) -> Callable[[], None]:
        """Work that takes each of these in turn, the last one for ever."""
        left = list(seconds)

        def do() -> None:
            self.done.append(name)
            self.now += left.pop(0) if len(left) > 1 else left[0]

        return do


def test_value_and_floor_take_turns_and_who_began_ends_the_next_round() -> None:
    machine = Machine()
    value, floor = machine.work("v", 1.0), machine.work("f", 1.0)
    alternate(value, floor, rounds=3, seconds=1.0, clocks=machine.clocks)
    # Two calls of each to learn how many fill a turn; then each turn is one call
    # that is not counted and one that is.
    assert "".join(machine.done) == "vvff" + "vvff" + "ffvv" + "vvff"


def test_a_turn_is_as_long_as_it_was_asked_to_be() -> None:
    machine = Machine()
    value, floor = machine.work("v", 0.25), machine.work("f", 4.0)
    alternate(value, floor, rounds=1, seconds=1.0, clocks=machine.clocks)
    assert machine.done.count("v") == 2 + 1 + 4
    assert machine.done.count("f") == 2 + 1 + 1


def test_both_clocks_are_told_of_one_call() -> None:
    machine = Machine()
    value, floor = machine.work("v", 0.5), machine.work("f", 0.25)
    found = alternate(value, floor, rounds=5, seconds=2.0, clocks=machine.clocks)
    assert found == (Spent(0.5, 0.25), Spent(0.25, 0.125))


def test_one_slow_round_is_not_the_figure() -> None:
    machine = Machine()
    # To learn (2), then five rounds of one call to warm and one that counts; in the
    # second round somebody else had the machine.
    slow = machine.work("v", 1.0, 1.0, 1.0, 1.0, 1.0, 60.0, 1.0)
    value, floor = alternate(
        slow, machine.work("f", 1.0), rounds=5, seconds=1.0, clocks=machine.clocks
    )
    assert (value.wall, floor.wall) == (1.0, 1.0)


def test_one_slow_call_in_a_turn_is_not_the_figure() -> None:
    machine = Machine()
    slow = machine.work("v", 1.0, 1.0, 1.0, 1.0, 60.0, 1.0)
    value, _ = alternate(
        slow, machine.work("f", 1.0), rounds=1, seconds=5.0, clocks=machine.clocks
    )
    assert value.wall == 1.0


def test_the_first_call_after_the_other_side_is_not_counted() -> None:
    machine = Machine()
    cold = machine.work("v", 9.0, 1.0, 9.0, 1.0)
    value, _ = alternate(
        cold, machine.work("f", 1.0), rounds=1, seconds=1.0, clocks=machine.clocks
    )
    assert value.wall == 1.0


def test_smaller_is_better_for_times_and_for_rates() -> None:
    assert ratio(value=30.0, floor=20.0, unit="ms") == 1.5
    assert ratio(value=20.0, floor=30.0, unit="rows/s") == 1.5
    assert ratio(value=1.1, floor=1, unit="times") == 1.1


def test_a_bar_is_met_at_the_limit() -> None:
    assert Bar("ratio", 1.5, 1.5).is_met
    assert not Bar("ratio", 1.51, 1.5).is_met
    assert Bar("rows/s", 100_000, 100_000, at_least=True).is_met
    assert not Bar("rows/s", 99_999, 100_000, at_least=True).is_met


def test_a_bar_missed_is_printed_not_hidden() -> None:
    printed = line(
        "page.x", value=30.0, floor=10.0, unit="ms", most=1.5, bars=(Bar("SQL", 6, 6),)
    )
    assert "ratio 3, bar <= 1.5: MISSED" in printed.note
    assert "SQL 6, bar <= 6: met" in printed.note
    assert str(Bar("rows/s", 99_000, 100_000, at_least=True)) == (
        "rows/s 99,000, bar >= 100,000: MISSED"
    )


def test_rounding_never_turns_a_missed_bar_into_a_met_one() -> None:
    printed = line("page.x", value=1.50004, floor=1.0, unit="ms", most=1.5)
    assert "MISSED" in printed.note
    assert printed.ratio == 1.5


def test_a_line_is_one_json_object_with_these_names() -> None:
    printed = str(
        line("trail.x", value=123456.0, floor=1e6, unit="rows/s", said=("dòng",))
    )
    assert "\n" not in printed
    assert list(json.loads(printed)) == [
        "name",
        "value",
        "unit",
        "floor",
        "ratio",
        "note",
    ]
    assert json.loads(printed) == {
        "name": "trail.x",
        "value": 123500.0,
        "unit": "rows/s",
        "floor": 1000000.0,
        "ratio": 8.1,
        "note": "dòng",
    }
    assert isinstance(line("x", value=1, floor=1, unit="ms"), Line)


def test_a_size_that_is_none_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SIZE", "ful")
    assert main([]) == 2
    assert 'SIZE is "ful"' in capsys.readouterr().err


def test_the_databases_of_the_person_are_not_measured(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:////srv/phoihop.sqlite3")
    monkeypatch.setenv("PHOIHOP_VAR", "/srv")
    monkeypatch.setenv("PHOIHOP_TRAIL_HEAD_FILE", "/srv/trail-head")
    environ = dict(os.environ)
    with databases.own_place():
        inside = dict(os.environ)
    assert "DATABASE_URL" not in inside
    assert "PHOIHOP_TRAIL_HEAD_FILE" not in inside
    assert inside["PHOIHOP_VAR"] not in ("", "/srv")
    assert dict(os.environ) == environ
