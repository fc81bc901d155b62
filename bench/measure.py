"""The machinery: value and floor by turns, medians, bars, one JSON object a line."""

import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from statistics import median
from typing import NamedTuple

# Rounds of each side, and how long one turn of one side goes on.
ROUNDS = 15
SECONDS = 0.15


class Spent(NamedTuple):
    """Seconds: on the clock of the wall, and of this process's own CPU."""

    wall: float
    cpu: float


Clocks = Callable[[], Spent]
Work = Callable[[], object]


def clocks() -> Spent:
    """Both clocks, now."""
    return Spent(time.perf_counter(), time.process_time())


def alternate(
    value: Work,
    floor: Work,
    *,
    rounds: int = ROUNDS,
    seconds: float = SECONDS,
    clocks: Clocks = clocks,
) -> tuple[Spent, Spent]:
    """What one call of ``value`` and one of ``floor`` cost: medians over the rounds.

    The two take turns, and the one that began a round ends the next, so that whatever
    else the machine is busy with falls on both. Before each turn one call is not
    counted: it opens the connection and warms what the other side cooled.
    """
    sides = (value, floor)
    times = [_calls(side, seconds, clocks) for side in sides]
    spent: tuple[list[Spent], list[Spent]] = ([], [])
    for number in range(rounds):
        for side in (0, 1) if number % 2 == 0 else (1, 0):
            spent[side].append(_turn(sides[side], times[side], clocks))
    return _middle(spent[0]), _middle(spent[1])


def _calls(work: Work, seconds: float, clocks: Clocks) -> int:
    """How many calls fill a turn of so many seconds; the first call is a warm one."""
    return max(1, int(seconds / max(_turn(work, 1, clocks).wall, 1e-6)))


def _turn(work: Work, calls: int, clocks: Clocks) -> Spent:
    """What the middle one of ``calls`` costs, after one that is not counted."""
    work()
    spent = []
    for _ in range(calls):
        began = clocks()
        work()
        ended = clocks()
        spent.append(Spent(ended.wall - began.wall, ended.cpu - began.cpu))
    return _middle(spent)


def _middle(spent: list[Spent]) -> Spent:
    """The median of each clock: a call that another process cut into weighs nothing."""
    return Spent(median(s.wall for s in spent), median(s.cpu for s in spent))


class Bar(NamedTuple):
    """What a figure is held to; printed with the figure whether it is met or not."""

    figure: str
    found: float
    limit: float
    at_least: bool = False

    @property
    def is_met(self) -> bool:
        """Whether the figure keeps to the limit; at the limit it does."""
        if self.at_least:
            return self.found >= self.limit
        return self.found <= self.limit

    def __str__(self) -> str:
        sign = ">=" if self.at_least else "<="
        verdict = "met" if self.is_met else "MISSED"
        return (
            f"{self.figure} {_written(self.found)}, "
            f"bar {sign} {_written(self.limit)}: {verdict}"
        )


@dataclass(frozen=True)
class Line:
    """One line of the output: a figure, its floor, and what has to be known of both."""

    name: str
    value: float
    unit: str
    floor: float
    ratio: float
    note: str

    def __str__(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)


def line(
    name: str,
    *,
    value: float,
    floor: float,
    unit: str,
    most: float | None = None,
    bars: tuple[Bar, ...] = (),
    said: tuple[str, ...] = (),
) -> Line:
    """A line: the ratio worked out, ``most`` its bar, all bars told in the note."""
    found = ratio(value=value, floor=floor, unit=unit)
    if most is not None:
        bars = (Bar("ratio", found, most), *bars)
    return Line(
        name=name,
        value=_rounded(value),
        unit=unit,
        floor=_rounded(floor),
        ratio=_rounded(found),
        note="; ".join([*map(str, bars), *said]),
    )


def ratio(*, value: float, floor: float, unit: str) -> float:
    """How many times the floor: smaller is better, for a rate (``…/s``) as well."""
    above, below = (floor, value) if unit.endswith("/s") else (value, floor)
    # Nothing was measured: a peer that is not there.
    return above / below if below else 0.0


def _rounded(number: float) -> float:
    """Four figures that mean something; no run on this machine repeats a fifth."""
    return float(f"{number:.4g}")


def _written(number: float) -> str:
    return f"{_rounded(number):,.10g}"
