"""The paper with its findings lit: every letter stays, all of it escaped."""

import re
from html import unescape

import pytest

from phoihop.pages.lit_text import Lit, lines

pytestmark = pytest.mark.pure

TAG = re.compile(r"<[^>]+>")


def words(html: str) -> str:
    """The text that a reader sees, lines as they were."""
    inside = html.removeprefix("<li>").removesuffix("</li>").replace("</li><li>", "\n")
    return unescape(TAG.sub("", inside))


TEXT = "Số 84 <b>\n1. Sở A & Sở B\nlàm việc «x»\n\nhết"
CASES = {
    "none": [],
    "one": [Lit(3, 5, "head", 1)],
    "over lines": [Lit(8, 30, "task", 2)],
    "within": [Lit(10, 36, "task", 2), Lit(13, 17, "lead", 2), Lit(20, 24, "due", 2)],
    "across": [Lit(0, 12, "head", 1), Lit(8, 20, "task", 2)],
    "the same twice": [Lit(3, 5, "head", 1), Lit(3, 5, "reference", 3)],
    "outside": [Lit(0, 10_000, "head", 1), Lit(4, 4, "task", 2)],
    "all": [Lit(0, len(TEXT), "task", 9)],
}


@pytest.mark.parametrize("case", CASES)
def test_every_letter_of_the_paper_stays(case: str) -> None:
    html = lines(TEXT, CASES[case])
    assert words(html) == TEXT
    assert "<b>" not in html
    assert html.count("<li>") == TEXT.count("\n") + 1
    assert html.count("<mark") == html.count("</mark>")


def test_the_innermost_gives_the_colour() -> None:
    html = lines(TEXT, CASES["within"])
    kinds = re.findall(r'lit-(\w+)" data-of="2"', html)
    assert kinds == ["task", "lead", "task", "due", "task"]


def test_a_draft_has_one_anchor_and_each_kind_one_letter() -> None:
    html = lines(TEXT, CASES["within"])
    assert html.count('id="chu-2"') == 1
    assert re.findall(r'data-letter="(\w)"', html) == ["N", "T", "H"]


def test_a_long_text_is_lit_in_a_moment() -> None:
    text = "Sở Nội vụ chủ trì, phối hợp với các sở.\n" * 5_000
    lits = [Lit(at, at + 30, "task", at) for at in range(0, len(text) - 40, 400)]
    assert words(lines(text, lits)) == text
