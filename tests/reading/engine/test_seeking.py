"""Patterns put for a quick search match what the plain ones match."""

import re

import pytest

from phoihop.reading.seeking import ANYWHERE, at_word, signed

pytestmark = pytest.mark.pure

WORDS = ("ban to chuc", "ban", r"bo\s{1,2}luat", "luat", "nga?y", "bao cao")
TEXTS = (
    "",
    "luat, phap luat; bo  luat va noi luat cua ban to chuc ban hanh",
    "nay ngy ngay xngay _luat 1luat -luat phap bo luat ban\nban bao cao luat",
    "luatluat luat phap lenh luat",
)


def spans(pattern: str, text: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(pattern, text)]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("words", [WORDS, WORDS[:2], WORDS[3:4], WORDS[::-1]])
def test_words_are_found_where_they_begin(words: tuple[str, ...], text: str) -> None:
    plain = "|".join(words)
    assert spans(at_word(*words), text) == spans(rf"\b(?:{plain})", text)
    barred = rf"(?<!phap )\b(?:{plain})"
    assert spans(at_word(*words, behind="phap "), text) == spans(barred, text)


@pytest.mark.parametrize("words", [("",), ("1a",), (r"\w",), ("a?b", "ab")])
def test_what_begins_with_no_letter_is_a_fault(words: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r".*"):
        at_word(*words)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("start", [0, 3, 9, 30])
def test_signs_lead_to_the_same_matches(text: str, start: int) -> None:
    pattern = r"(?:bo\s{1,2})?luat|\bban"
    for sought in (
        signed(pattern, "luat", "ban", before=4),
        signed(pattern, "ban", "luat", before=ANYWHERE),
    ):
        expected = [each.span() for each in sought.pattern.finditer(text, start, 50)]
        found = [each.span() for each in sought.finditer(text, start, 50)]
        assert found == expected
        first = sought.search(text, start, 50)
        assert ([first.span()] if first else []) == expected[:1]
        assert bool(sought.match(text)) == bool(sought.pattern.match(text))
