"""C15 of the checks of trust: what nobody sees in a paper is marked, always.

A plan that is signed must be the plan that is read. Words that the signer could not
see stay in the text, so that nothing is lost, and carry a remark that says why.
"""

import importlib
from collections.abc import Callable

import pytest

from phoihop.reading import sources
from phoihop.reading.extracted import (
    HIDDEN,
    Cell,
    Extracted,
    NotExtracted,
    Part,
    Remark,
    Sheet,
    as_plain,
    from_plain,
)
from phoihop.reading.running import running
from tests.reading.hidden import SEEN, hidden_papers, honest_papers

pytestmark = pytest.mark.pure

PAPERS = hidden_papers()
HONEST = honest_papers()
FEWEST = 30


def marked(read: Extracted) -> list[tuple[str, str]]:
    """(kind, words) of every remark about hiding, in the running text."""
    ran = running(read)
    return [
        (one.kind, ran.text[one.start : one.end])
        for one in ran.remarks
        if one.kind in HIDDEN
    ]


def test_there_are_enough_of_every_kind() -> None:
    assert len(PAPERS) >= FEWEST
    assert {kind for *_, kind in PAPERS} == set(HIDDEN)


@pytest.mark.parametrize("paper", PAPERS, ids=[paper[0] for paper in PAPERS])
def test_hidden_words_stay_and_are_marked_with_the_reason(
    paper: tuple[str, bytes, str, str],
) -> None:
    _, data, ending, kind = paper
    read = sources.read(data, ending=ending)
    found = marked(from_plain(as_plain(read)))
    assert kind in {each for each, _ in found}
    assert not any(SEEN in words for _, words in found)
    assert "nộp" in running(read).text


@pytest.mark.parametrize("paper", HONEST, ids=[paper[0] for paper in HONEST])
def test_what_is_seen_is_not_marked(paper: tuple[str, bytes, str]) -> None:
    _, data, ending = paper
    assert marked(sources.read(data, ending=ending)) == []


# (what is planted, as module and name; the kind that is then missed).
MUTANTS: tuple[tuple[str, str, Callable[..., object], str], ...] = (
    ("word_unseen", "are_alike", lambda *_: False, "white"),
    ("word_unseen", "is_on", lambda *_: False, "marked_hidden"),
    ("word_unseen", "box_kind", lambda *_: "", "off_page"),
    ("web_unseen", "are_alike", lambda *_: False, "white"),
    ("web_unseen", "_is_away", lambda *_: False, "off_page"),
    ("disguised", "_without_width", lambda _: (), "zero_width"),
    ("disguised", "_looking_alike", lambda _: (), "look_alike"),
)


@pytest.mark.parametrize("mutant", MUTANTS, ids=[f"{m[0]}.{m[1]}" for m in MUTANTS])
def test_a_detector_that_is_switched_off_is_missed(
    mutant: tuple[str, str, Callable[..., object], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The check itself is checked: without one detector some paper goes unmarked."""
    module, name, planted, kind = mutant
    home = importlib.import_module(f"phoihop.reading.sources.{module}")
    monkeypatch.setattr(home, name, planted)
    missed = [
        paper
        for paper, data, ending, hides in PAPERS
        if hides == kind
        and kind not in {k for k, _ in marked(sources.read(data, ending=ending))}
    ]
    assert missed


def test_a_sheet_hides_rows_columns_and_whole_sheets() -> None:
    rows = tuple(
        tuple(Cell(f"{row}.{column}", "text") for column in (1, 2)) for row in (1, 2, 3)
    )
    sheet = Sheet("Phụ lục", rows, hidden_rows=(2,), hidden_columns=(2,))
    read = Extracted("xlsx", sheets=(sheet,))
    assert marked(read) == [
        ("marked_hidden", "1.2"),
        ("marked_hidden", "2.1\t2.2"),
        ("marked_hidden", "3.2"),
    ]
    hidden = Extracted("xlsx", sheets=(Sheet("Ẩn", rows, hidden=True),))
    assert "".join(words for _, words in marked(hidden)) == "1.1\t1.22.1\t2.23.1\t3.2"


def test_a_remark_of_no_known_kind_does_not_cross_the_wall() -> None:
    part = Part("body", "chữ", remarks=(Remark(0, 3, "white"),))
    plain = as_plain(Extracted("txt", (part,)))
    assert from_plain(plain).parts[0].remarks == part.remarks
    plain[1][0][3][0][2] = 99
    with pytest.raises(NotExtracted):
        from_plain(plain)
