"""How well the reader reads, as its page tells it: rules, fields, cases of one rule."""

from typing import Any

import pytest
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop.documents.models import Draft, Reading
from tests.actions.test_confirmations import confirmed
from tests.conftest import SignIn
from tests.documents.evidence import known_of, prove
from tests.documents.stage import PLAN, drafts_of, read
from tests.documents.test_reading_quality import looked_through
from tests.factories import World
from tests.pages.words import sheet

PAGE = "reading_quality"


def judged(world: World) -> Reading:
    """A paper confirmed; its rules seen often: one proven, one wrong now and then."""
    reading = looked_through(world, read(world))
    confirmed(world, reading, "so")
    prove(drafts_of(reading, "task")[0])
    known_of(drafts_of(reading, "number")[0], 97, 2, papers=99)
    return reading


def of_rule(draft: Draft) -> str:
    return f"{reverse(PAGE)}?muc={draft.field}&quy_tac={draft.because}"


def test_the_rules_with_their_evidence(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    judged(world)
    assert sheet(sign_in("lan").get(reverse(PAGE))) == snapshot


def test_a_desk_that_has_confirmed_nothing(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    assert sheet(sign_in("lan").get(reverse(PAGE))) == snapshot


@pytest.mark.parametrize("field", ["subject", "reference", "task"])
def test_the_cases_of_a_rule(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, field: str
) -> None:
    draft = drafts_of(judged(world), field)[0]
    assert sheet(sign_in("lan").get(of_rule(draft))) == snapshot


@pytest.mark.parametrize("papers", [1, 4])
def test_it_asks_as_often_for_one_paper_as_for_many(
    world: World, sign_in: SignIn, django_assert_num_queries: Any, papers: int
) -> None:
    for number in range(papers):
        reading = read(world, data=f"{PLAN}\n{number}".encode())
        confirmed(world, looked_through(world, reading), "so")
    client, rule = sign_in("lan"), of_rule(drafts_of(reading, "subject")[0])
    with django_assert_num_queries(4):
        client.get(reverse(PAGE))
    with django_assert_num_queries(5):
        client.get(rule)


@pytest.mark.parametrize(
    "asked", ["muc=task", "muc=dance&quy_tac=x", "quy_tac=lead_verb", "muc=%00"]
)
def test_a_rule_of_which_nothing_is_counted_is_no_page(
    world: World, sign_in: SignIn, asked: str
) -> None:
    assert sign_in("lan").get(f"{reverse(PAGE)}?{asked}").status_code == 404
