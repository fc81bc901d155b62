"""C16: no text makes a detector slow; twice the length takes about twice the time."""

import time
from collections.abc import Callable

import pytest

from phoihop.screening import labels, persons, stamps

pytestmark = pytest.mark.pure

# What each pattern would like to begin with, over and over.
UNITS = (
    "1", "1 ", "1.", "1,", "1-", "1/", "0 ", "09", "1.234.", "0(", "l1 ", "O0", "84",
    "+1 ", "a", "a@", "a.", "a at ", "@", "t.me/", "ông ", "ông Nguyễn ", "Nguyễn ",
    "đồng chí Bí thư ", "ông ở ", "số nhà ", "ngõ 1, ", "ở ", "sinh ", "không ",
    "stk ", "fb: ", "C1234567 ", "DN4", "30A-123.45 ", "012345678901 ", "12-KH/",
    "H12.", "Ａ", "e\u0301", "\u0301", "\u200b", "\n", "1\n", "M Ậ T ", "độ mật ",
    "MẬT", "mật ", "(", "|", "họ tên ", "dân tộc ",
)  # fmt: skip
SHORT, LONG = 2_000, 8_000


def seconds(find: Callable[[str], object], text: str) -> float:
    """The lesser of two runs: what else the machine does only adds."""
    runs = []
    for _ in range(2):
        began = time.process_time()
        find(text)
        runs.append(time.process_time() - began)
    return min(runs)


@pytest.mark.parametrize("find", [persons.find, stamps.find, labels.find])
def test_no_text_makes_a_detector_slow(find: Callable[[str], object]) -> None:
    slow = []
    for unit in UNITS:
        short = seconds(find, (unit * SHORT)[:SHORT])
        long = seconds(find, (unit * LONG)[:LONG])
        # Four times the text: 4 where the time is linear, 16 where it is not.
        if long > 0.01 and long / max(short, 0.001) > 9:
            slow.append((unit, round(short, 4), round(long, 4)))
    assert slow == []


def test_the_measure_finds_a_slow_pattern() -> None:
    def square(text: str) -> int:
        return sum(text[:at].count("x") for at in range(0, len(text), 8))

    short = seconds(square, "a" * SHORT * 4)
    assert seconds(square, "a" * LONG * 4) / max(short, 0.001) > 9
