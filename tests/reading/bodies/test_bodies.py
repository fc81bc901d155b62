"""Whom a name means: never another place's body, another level's, another time's."""

from time import process_time

import pytest

from phoihop.reading import candidates
from phoihop.reading.gazetteer import Candidate, Gazetteer, surest
from phoihop.reading.whence import Whence
from tests.reading.bodies.cases import (
    CASES,
    FAR,
    HOME,
    LISTED,
    NOWHERE,
    SEVERAL,
)
from tests.reading.bodies.land import Land

pytestmark = pytest.mark.pure

LAND = Land()
KNOWN = LAND.gazetteer()
KEYS = {body: key for key, body in LAND.keys.items()}
EVERY = [*((words, (), whence, meant) for words, whence, meant in CASES), *LISTED]
FEWEST_CASES, FEWEST_TAKEN = 150, 0.95
# Generous: the machine of the tests is shared.
MOST_SECONDS_TO_BUILD, MOST_SECONDS_FOR_200 = 2.0, 1.0


def taken(found: tuple[Candidate, ...]) -> str:
    sure = surest(found)
    return KEYS[sure.organisation] if sure else ""


@pytest.mark.parametrize(("words", "among", "whence", "meant"), EVERY)
def test_a_name_means_the_body_of_its_place_or_waits(
    words: str, among: tuple[str, ...], whence: Whence, meant: str
) -> None:
    found = KNOWN.candidates(words, whence, among=among)
    assert taken(found) == (meant[1:] if meant[0] == "=" else "")
    if meant[0] == "?":
        assert meant[1:] in {KEYS[one.organisation] for one in found}


def score() -> tuple[float, float]:
    """(of what was taken by itself how much is right, of what may be how much is)."""
    right = wrong = 0
    wanted = sum(meant[0] == "=" for *_rest, meant in EVERY)
    for words, among, whence, meant in EVERY:
        body = taken(KNOWN.candidates(words, whence, among=among))
        right += bool(body) and meant == f"={body}"
        wrong += bool(body) and meant != f"={body}"
    return right / (right + wrong), right / wanted


def test_nothing_that_is_taken_by_itself_is_wrong() -> None:
    precision, recall = score()
    print(f"{len(EVERY)} names: precision {precision:.3f}, recall {recall:.3f}")
    assert len(EVERY) >= FEWEST_CASES
    assert precision == 1
    assert recall >= FEWEST_TAKEN


def test_a_reader_that_does_not_ask_for_the_place_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The planted bug: where the paper comes from is not looked at."""
    monkeypatch.setattr(candidates, "doubt_of", lambda *_args, **_words: None)
    precision, _recall = score()
    assert precision < 1


@pytest.mark.parametrize(("words", "bodies"), SEVERAL)
def test_several_in_one_breath_are_offered_each(
    words: str, bodies: tuple[str, ...]
) -> None:
    found = KNOWN.candidates(words, HOME)
    assert surest(found) is None
    assert {KEYS[one.organisation] for one in found} == {
        f"Lam Khê/{body}" for body in bodies
    }
    assert KNOWN.names_many(words)


@pytest.mark.parametrize(
    ("words", "is_many"),
    [("Các bộ, ngành", True), ("các xã, phường", True), ("Sở Tư pháp", False),
     ("Sở Văn hóa, Thể thao và Du lịch", False), ("Hội Nông dân tỉnh", False)],
)  # fmt: skip
def test_a_name_of_many_is_told_from_the_name_of_one(words: str, is_many: bool) -> None:
    assert KNOWN.names_many(words) is is_many


def test_why_a_body_waits_is_said() -> None:
    [far] = [
        one
        for one in KNOWN.candidates("Sở Tư pháp", FAR)
        if KEYS[one.organisation] == "Lam Khê/Sở Tư pháp"
    ]
    assert (far.because, far.doubt) == ("local", "elsewhere")
    unknown = KNOWN.candidates("Sở Tư pháp", NOWHERE)
    assert {one.doubt for one in unknown} == {"unplaced"}


def test_one_of_a_hundred_equal_bodies_is_not_offered_at_random() -> None:
    assert KNOWN.candidates("UBND xã", HOME) == ()


def test_thousands_of_bodies_are_known_at_once() -> None:
    assert len(LAND.keys) >= 5_000
    start = process_time()
    made = LAND.gazetteer()
    assert process_time() - start < MOST_SECONDS_TO_BUILD
    assert isinstance(made, Gazetteer)


def test_the_names_of_a_long_paper_are_looked_up_quickly() -> None:
    asked = [(words, whence) for words, whence, _meant in CASES][:200]
    start = process_time()
    for words, whence in asked:
        KNOWN.candidates(words, whence)
    assert process_time() - start < MOST_SECONDS_FOR_200
