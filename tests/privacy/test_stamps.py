"""C40, as text: every form of a stamp is found, and no line that speaks of secrets."""

import pytest

from phoihop.screening import stamps
from tests.privacy.official import LINES as OFFICIAL
from tests.privacy.stamp_lines import NEGATIVE, POSITIVE

pytestmark = pytest.mark.pure

# What is known to slip through: a stamp that is part of a longer line.
KNOWN_MISSES = (
    "Kính gửi: Tỉnh ủy MẬT",
    "M\nẬ\nT",
    "SECRET",
)


def test_the_set_is_large_enough() -> None:
    assert len(set(POSITIVE)) + len(set(NEGATIVE)) >= 120


@pytest.mark.parametrize("text", POSITIVE)
def test_a_stamp_is_found(text: str) -> None:
    assert stamps.find(text) != []


@pytest.mark.parametrize("text", NEGATIVE)
def test_what_speaks_of_secrets_bears_no_stamp(text: str) -> None:
    assert stamps.find(text) == []


def test_official_lines_bear_no_stamp() -> None:
    assert [line for line in OFFICIAL if stamps.find(line)] == []


@pytest.mark.parametrize("text", KNOWN_MISSES)
def test_what_slips_through_is_known(text: str) -> None:
    assert stamps.find(text) == []


def test_the_span_is_the_stamp_alone() -> None:
    text = "Tỉnh ủy Lam Khê\n   TỐI MẬT  \nSố 12"
    (found,) = stamps.find(text)
    assert text[found.start : found.end] == "TỐI MẬT"
