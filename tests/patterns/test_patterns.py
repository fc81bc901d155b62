"""C16: every pattern of the house, looked at and timed.

By ``regexploit``, which knows the shapes that cost by the power of the length; and by
the clock, on texts of 200,000 letters made for the pattern at hand.
"""

import re
import signal
import time
import warnings
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from tests.patterns.adversarial import LENGTH, texts
from tests.patterns.found import Found, patterns

with warnings.catch_warnings():
    # It asks for a module of Python by its old name.
    warnings.simplefilter("ignore", DeprecationWarning)
    from regexploit.ast.sre import SreOpParser
    from regexploit.redos import find

pytestmark = pytest.mark.pure

SECONDS = 1.0
# From here on the length counts to the third power, or is an exponent.
CUBIC = 3
# Slow where they are sought in all places of a text, and never sought so: by file, the
# beginning of the pattern, and what holds instead. They are timed as they are used.
NOT_SOUGHT: dict[tuple[str, str], str] = {
    ("phoihop/reading/duties/papers.py", "cộng h"): "at the beginning of a block",
    ("phoihop/reading/duties/papers.py", r"\W*(?P<type>"): "the same",
    ("phoihop/reading/duties/orders.py", r"\W*(?:trang"): "the whole of a line",
    ("phoihop/reading/duties/orders.py", "trên đây"): "at the beginning of an item",
    ("phoihop/reading/duties/governors.py", r"(?:\S+\s)"): "the whole of a name",
    ("phoihop/reading/head.py", r"\d*[OoIl"): "at the beginning of a number",
    ("phoihop/reading/sheet_text.py", r"(-?\d+)"): "the whole of a cell",
    ("phoihop/reading/sources/mail.py", "(?:[!-9"): "at the beginning of a file",
    ("phoihop/reading/sources/printed/margins.py", "[-–—"): "the whole of a line",
    ("phoihop/reading/duties/tables.py", "(?:tên |nội"): "at the beginning of a cell",
    ("phoihop/reading/duties/tables.py", "(?:thời gian|"): "the same",
    ("phoihop/reading/duties/tables.py", r"(?:[\w/]+"): "the same",
    ("phoihop/reading/duties/tables.py", r"(?:[\w/,]+"): "the same",
    ("phoihop/reading/clauses.py", r"[\W_]*(?:nơi"): "at the beginning of a block",
    (
        "phoihop/reading/wording.py",
        "(?:(?:các|những",
    ): "at the first 60 words of an item",
    ("phoihop/reading/seeking.py", ".{0,400}"): "400 letters before a sign, no more",
    ("phoihop/reading/sources/fields.py", r"\s*"): "at the beginning of a field",
    ("phoihop/reading/sources/fields.py", r"(?:\s*\d"): "the whole of a field",
    ("phoihop/reading/sources/sheet.py", r"\s*\d{1,9}"): "the whole of a number",
    ("phoihop/reading/sources/markup.py", r"<\?xml"): "at the beginning of a part",
    ("phoihop/reading/sources/html.py", "<meta"): "in the first 8,192 bytes",
    ("phoihop/organisations/rules/links.py", "(?:[a-z0-9](?:"): "the whole of a host",
    ("phoihop/screening/stamps.py", r"[(\[ ]*"): "at the beginning of a line",
    ("phoihop/chores/demo_papers.py", "("): "in the demo's own texts",
    ("phoihop/chores/demo_plan_texts.py", r"(\S+) (\d"): "in the demo's own texts",
}


class TooSlow(Exception):
    """The time was over."""


def seconds(do: Callable[[], object], most: float = SECONDS) -> float:
    """The processor's time, given up soon after the most that is allowed."""

    def stop(*_: object) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGVTALRM, stop)
    began = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, most * 1.2)
    try:
        do()
    except TooSlow:
        return most * 2
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return time.process_time() - began


def sought(pattern: "re.Pattern[Any]", text: str | bytes) -> None:
    """At every place, as the costliest of the ways to use a pattern does."""
    for _ in pattern.finditer(text):
        pass


def matched(pattern: "re.Pattern[Any]", text: str | bytes) -> None:
    """At the beginning alone."""
    pattern.match(text)


def worst(
    pattern: "re.Pattern[Any]",
    use: Callable[["re.Pattern[Any]", str | bytes], object] = sought,
    length: int = LENGTH,
    most: float = SECONDS,
) -> tuple[float, str]:
    """The time of the text that it likes least, and how that text begins."""
    slowest = (0.0, "")
    for text in texts(pattern, length):
        given = text.encode() if isinstance(pattern.pattern, bytes) else text
        spent = seconds(partial(use, pattern, given), most)
        slowest = max(slowest, (spent, text[:24]))
        if spent > most:
            break
    return slowest


def not_sought(one: Found) -> str:
    """Why it may be slow when it is sought, if it may."""
    for (where, begins), why in NOT_SOUGHT.items():
        if one.where == where and one.said.startswith(begins):
            return why
    return ""


def costly(pattern: "re.Pattern[Any]") -> list[int]:
    """The powers that regexploit finds, of those that are too high."""
    said = pattern.pattern
    said = said.decode("latin-1") if isinstance(said, bytes) else said
    tree = SreOpParser().parse_sre(said, pattern.flags & ~re.UNICODE)
    return [each.starriness for each in find(tree) if each.starriness >= CUBIC]


def test_the_patterns_of_the_house_are_found() -> None:
    """Wherever they are kept: by themselves, in a table, or made while reading."""
    found = patterns()
    print(f"{len(found)} patterns")
    assert len(found) > 350
    files = {one.where for one in found}
    for file in (
        "phoihop/reading/seeking.py",
        "phoihop/reading/duties/tables.py",
        "phoihop/reading/sources/markup.py",
        "phoihop/screening/persons.py",
        "phoihop/organisations/rules/links.py",
    ):
        assert file in files, file


def test_none_costs_by_the_third_power_of_the_length_or_worse() -> None:
    assert {one: found for one in patterns() if (found := costly(one.compiled()))} == {}


@pytest.mark.parametrize(
    ("part", "length", "most"),
    [
        # By the square, what takes these takes five seconds for ten times the length.
        pytest.param(10, LENGTH // 10, SECONDS / 20, id="a tenth"),
        pytest.param(1, LENGTH, SECONDS, id="all", marks=pytest.mark.long),
    ],
)
def test_none_takes_longer_than_a_second_for_200_kb(
    part: int, length: int, most: float
) -> None:
    slow, slowest = [], (0.0, "", "")
    for one in patterns()[::part]:
        use = matched if not_sought(one) else sought
        took, text = worst(one.compiled(), use, length, most)
        slowest = max(slowest, (took, one.said[:60], text))
        if took > most:
            slow.append((one.where, one.said[:80], text))
    print(f"slowest: {slowest}")
    assert slow == []


def test_each_exception_is_still_one() -> None:
    """A pattern that was mended or taken away takes its line with it."""
    lines = {
        (where, begins)
        for where, begins in NOT_SOUGHT
        for one in patterns()
        if one.where == where and one.said.startswith(begins)
    }
    assert lines == set(NOT_SOUGHT)


def test_planted_patterns_are_caught() -> None:
    """By the clock both, by their shape the one that is an exponent."""
    exponential, square = re.compile(r"(a+)+$"), re.compile(r"\w+@")
    assert costly(exponential)
    assert worst(exponential, length=60, most=0.1)[0] > 0.1
    assert worst(square, length=LENGTH // 10, most=SECONDS / 20)[0] > SECONDS / 20
    # And the clock is not simply slow.
    linear = re.compile(r"(?<!\w)\w+@")
    assert worst(linear, length=LENGTH // 10, most=SECONDS / 20)[0] < SECONDS / 20
