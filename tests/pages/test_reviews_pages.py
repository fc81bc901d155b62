"""The pages of reviews: the list, one of them, its forms and those of its words."""

from typing import Any

import pytest
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop import clock
from phoihop.organisations.permissions import scoped
from phoihop.reports.actions import reviews
from phoihop.reports.models import Block, Review
from tests import agreed, kept_reviews
from tests.actions.test_reviews import begun
from tests.conftest import SignIn
from tests.factories import World
from tests.pages.visiting import send
from tests.pages.words import sheet

FORMS = (
    ("review_create", 9),
    ("review_edit", 4),
    ("review_finish", 4),
    ("judgement_create", 4),
    ("judgement_edit", 4),
    ("judgement_withdraw", 4),
)


def at(name: str, *pk: int) -> str:
    return reverse(name, args=pk)


def of_form(world: World, name: str) -> str:
    """The address of a form, with what it works on."""
    if name == "review_create":
        return at(name, world.programme.pk)
    if name in ("judgement_edit", "judgement_withdraw"):
        return at(name, kept_reviews.judgement(world).pk)
    return at(name, kept_reviews.review(world).pk)


def full(world: World) -> Review:
    """A review with figures that cite reports, and words of two people."""
    agreed.support(world)
    task = agreed.of_so(world)
    agreed.reported(world, task)
    agreed.final(world, task)
    review = kept_reviews.review(world)
    kept_reviews.judgement(world)
    hoa = world.actors["hoa"]
    with scoped(hoa):
        reviews.say(
            review=review,
            block=Block.PROPOSALS,
            text="Đề nghị cấp kinh phí từ quý I.\nĐề nghị giao ban mỗi quý một lần.",
            by=hoa,
            on=clock.today(),
        )
    return review


def final(world: World) -> Review:
    review = full(world)
    lan = world.actors["lan"]
    with scoped(lan):
        return reviews.finish(review=review, seen=1, by=lan, on=clock.today())


# --- the list ----------------------------------------------------------------------


@pytest.mark.parametrize("name", ["lan", "oanh", "cuc"])
def test_the_reviews_of_ones_own_desk(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    final(world)
    begun(world, plan=world.plan)
    assert sheet(sign_in(name).get(at("reviews"))) == snapshot


@pytest.mark.parametrize("many", [2, 20])
def test_the_list_asks_as_often_for_two_as_for_many(
    world: World, sign_in: SignIn, django_assert_num_queries: Any, many: int
) -> None:
    for _ in range(many):
        begun(world, plan=world.plan)
    client = sign_in("lan")
    with django_assert_num_queries(4):
        client.get(at("reviews"))


# --- one of them -------------------------------------------------------------------


# The pages name records by number, which one database gives out anew and another not.
@pytest.mark.anywhere
@pytest.mark.parametrize("name", ["lan", "oanh"])
def test_a_review_with_figures_and_words(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    review = full(world)
    assert sheet(sign_in(name).get(at("review", review.pk))) == snapshot


@pytest.mark.anywhere
def test_a_review_that_is_final(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    review = final(world)
    assert sheet(sign_in("lan").get(at("review", review.pk))) == snapshot


def test_a_review_of_a_programme_without_tasks_in_the_year(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    review = begun(world, year=2027)
    assert sheet(sign_in("lan").get(at("review", review.pk))) == snapshot


def test_a_review_asks_as_often_for_few_as_for_many(
    world: World, sign_in: SignIn, django_assert_num_queries: Any
) -> None:
    client, review = sign_in("lan"), full(world)
    for more in (0, 8):
        for number in range(more):
            task = agreed.another(world, f"việc thêm {number}")
            agreed.reported(world, task)
        with django_assert_num_queries(12):
            client.get(at("review", review.pk))


# --- its forms ---------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name, _count in FORMS])
def test_the_forms_of_a_review(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    assert sheet(sign_in("lan").get(of_form(world, name))) == snapshot


@pytest.mark.parametrize(("name", "count"), FORMS)
def test_each_form_asks_as_often_as_written_here(
    world: World, sign_in: SignIn, django_assert_num_queries: Any, name: str, count: int
) -> None:
    address, client = of_form(world, name), sign_in("lan")
    with django_assert_num_queries(count):
        client.get(address)


def test_what_is_wrong_is_said_and_the_rest_stays_typed(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    typed = {
        "kind": "annual",
        "year": 2031,
        "day": "15/06/2026",
        "place": "Lam Khê",
        "office": "TRƯỞNG BAN",
        "recipients": "Thường trực Tỉnh ủy",
    }
    answer = send(sign_in("lan"), of_form(world, "review_create"), **typed)
    assert answer.status_code == 422
    assert sheet(answer) == snapshot
