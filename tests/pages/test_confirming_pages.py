"""What the pages of a confirmation say, and how often they ask."""

from typing import Any

import pytest
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop.documents.models import DraftState
from phoihop.reading.findings import Field
from tests import kept_confirmations, readings
from tests.conftest import SignIn
from tests.documents.states import mixed
from tests.factories import World
from tests.pages.visiting import send
from tests.pages.words import sheet


def decided(world: World) -> int:
    return readings.read(world).pk


def unseen(world: World) -> int:
    return readings.read(world, state=DraftState.OPEN).pk


def half_seen(world: World) -> int:
    return mixed(world).pk


def without_lead(world: World) -> int:
    """A duty was taken whose lead nobody has chosen."""
    one = readings.task(readings.PROVIDE, None)
    return readings.read(world, found=[(Field.TASK, readings.PROVIDE, one)]).pk


READINGS = {
    "decided": decided,
    "unseen": unseen,
    "half": half_seen,
    "no lead": without_lead,
}


@pytest.mark.parametrize("state", READINGS)
def test_the_form_that_makes_a_plan(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, state: str
) -> None:
    address = reverse("reading_confirm", args=[READINGS[state](world)])
    assert sheet(sign_in("lan").get(address)) == snapshot


def test_the_form_after_a_refusal(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    address = reverse("reading_confirm", args=[unseen(world)])
    typed = {"title": "Tên gõ dở", "year": 2026, "seen": 1, "issued_on": "31/02/2026"}
    answer = send(sign_in("lan"), address, **typed)
    assert answer.status_code == 422
    assert sheet(answer) == snapshot


def test_the_form_after_a_refusal_by_the_rules(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    address = reverse("reading_confirm", args=[unseen(world)])
    typed = {
        "programme": world.programme.pk,
        "title": "Kế hoạch năm 2026",
        "year": 2026,
        "partners": [world.bodies["so"].pk],
        "seen": 1,
    }
    answer = send(sign_in("lan"), address, **typed)
    assert answer.status_code == 422
    assert sheet(answer) == snapshot


def test_the_page_that_takes_it_back(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    made = kept_confirmations.confirmation(world)
    address = reverse("confirmation_undo", args=[made.pk])
    assert sheet(sign_in("lan").get(address)) == snapshot


@pytest.mark.parametrize(
    ("state", "count"), [("decided", 12), ("unseen", 12), ("half", 10), ("no lead", 11)]
)
def test_confirming_asks_as_often_as_written_here(
    world: World,
    sign_in: SignIn,
    django_assert_num_queries: Any,
    state: str,
    count: int,
) -> None:
    address = reverse("reading_confirm", args=[READINGS[state](world)])
    client = sign_in("lan")
    with django_assert_num_queries(count):
        client.get(address)


def test_taking_back_asks_four_times(
    world: World, sign_in: SignIn, django_assert_num_queries: Any
) -> None:
    made, client = kept_confirmations.confirmation(world), sign_in("lan")
    with django_assert_num_queries(4):
        client.get(reverse("confirmation_undo", args=[made.pk]))
