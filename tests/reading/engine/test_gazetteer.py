"""Which known body a paper means: exactly, by a short form, nearly, or not at all."""

import pytest

from phoihop.reading.gazetteer import NEAR, SURE, Entry, Gazetteer, surest

pytestmark = pytest.mark.pure

PEOPLE, JUSTICE, OLD, NEW, FARMERS, POLICE, TWIN = range(1, 8)
KNOWN = Gazetteer(
    (
        Entry(PEOPLE, "Ủy ban nhân dân tỉnh Sông Lam"),
        Entry(PEOPLE, "Chính quyền tỉnh", "alias"),
        Entry(JUSTICE, "Sở Thông tin và Truyền thông"),
        Entry(JUSTICE, "STTTT", "symbol"),
        Entry(OLD, "Ban Tuyên giáo Tỉnh ủy", ended=True),
        Entry(NEW, "Ban Tuyên giáo và Dân vận Tỉnh ủy"),
        Entry(NEW, "Ban Tuyên huấn Tỉnh ủy", "former"),
        Entry(FARMERS, "Hội Nông dân xã Hòa Bình"),
        Entry(POLICE, "Công an xã Bình Minh"),
        Entry(TWIN, "Công an xã Bình Minh"),
    )
)


@pytest.mark.parametrize(
    ("written", "organisation", "because"),
    [
        ("Ủy ban nhân dân tỉnh Sông Lam", PEOPLE, "name"),
        ("UỶ BAN NHÂN DÂN TỈNH  SÔNG LAM", PEOPLE, "name"),
        ("uy ban nhan dan tinh song lam", PEOPLE, "name"),
        ("UBND tỉnh Sông Lam", PEOPLE, "short"),
        ("chính quyền tỉnh", PEOPLE, "alias"),
        ("Sở TT&TT", JUSTICE, "short"),
        ("STTTT", JUSTICE, "symbol"),
        ("Hội Nông dân xã Hoà Bình", FARMERS, "name"),
    ],
)
def test_an_exact_name_may_be_taken_by_itself(
    written: str, organisation: int, because: str
) -> None:
    candidates = KNOWN.candidates(written)
    taken = surest(candidates)
    assert taken is not None
    assert (taken.organisation, taken.because) == (organisation, because)
    assert taken is candidates[0]


def test_of_two_bodies_with_one_name_none_is_taken() -> None:
    candidates = KNOWN.candidates("Công an xã Bình Minh")
    assert [each.organisation for each in candidates] == [POLICE, TWIN]
    assert surest(candidates) is None


def test_a_body_that_has_ended_is_found_and_marked_and_not_taken() -> None:
    candidates = KNOWN.candidates("Ban Tuyên giáo Tỉnh ủy")
    assert (candidates[0].organisation, candidates[0].ended) == (OLD, True)
    assert surest(candidates) is None


def test_a_living_body_of_the_same_name_goes_before_the_ended_one() -> None:
    both = Gazetteer((Entry(1, "Sở Tư pháp", ended=True), Entry(2, "Sở Tư pháp")))
    candidates = both.candidates("Sở Tư pháp")
    assert [each.organisation for each in candidates] == [2, 1]
    taken = surest(candidates)
    assert taken is not None
    assert taken.organisation == 2


@pytest.mark.parametrize(
    ("written", "organisation", "because"),
    [
        ("Ban Tuyên huấn Tỉnh ủy", NEW, "former"),
        ("Hội Nông dân xã Hòa Bìnb", FARMERS, "near"),
        ("Ban chấp hành Hội Nông dân xã Hòa Bình", FARMERS, "part"),
        ("Lãnh đạo Hội Nông dân xã Hòa Bình", FARMERS, "part"),
        # TU is a province's committee or a city's: spelled out it is a guess.
        ("BTGDV TU", NEW, "short"),
    ],
)
def test_what_is_found_and_left_to_a_person(
    written: str, organisation: int, because: str
) -> None:
    candidates = KNOWN.candidates(written)
    assert (candidates[0].organisation, candidates[0].because) == (
        organisation,
        because,
    )
    assert candidates[0].score < SURE or candidates[0].doubt
    assert surest(candidates) is None


@pytest.mark.parametrize("written", ["", "   ", "Bộ Ngoại giao", "…", "Ban"])
def test_nobody_is_found_for_something_else(written: str) -> None:
    assert surest(KNOWN.candidates(written)) is None
    assert all(each.because == "part" for each in KNOWN.candidates(written))


def test_accents_decide_between_names_that_fold_alike() -> None:
    alike = Gazetteer((Entry(1, "Xã Bình Minh"), Entry(2, "Xã Bính Minh")))
    taken = surest(alike.candidates("xã Bính Minh"))
    assert taken is not None
    assert taken.organisation == 2
    assert surest(alike.candidates("xa binh minh")) is None


def test_candidates_come_best_first_each_body_once_and_not_too_many() -> None:
    many = Gazetteer(
        tuple(
            Entry(number, f"Hội Nông dân xã Bình {name}")
            for number, name in enumerate(
                ["An", "Chi", "Dung", "Giang", "Hải", "Khê", "Lộc", "Minh"]
            )
        )
    )
    candidates = many.candidates("Ban Thường vụ Hội Nông dân", most=3)
    assert len(candidates) == 3
    assert len({each.organisation for each in candidates}) == 3
    scores = [each.score for each in candidates]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert NEAR < 100
