"""The pages of papers: the list, one of them in each state, the form that takes one."""

from typing import Any

import pytest
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop import clock
from phoihop.documents.actions import desk as actions
from phoihop.documents.models import Document
from tests.actions.stage import acting
from tests.conftest import SignIn
from tests.documents.stage import NAME, PLAN, read, received
from tests.documents.states import failed, mixed
from tests.factories import World
from tests.jobs.stage import worked
from tests.pages.papers import paper
from tests.pages.visiting import send
from tests.pages.words import sheet


def at(name: str, *pk: int) -> str:
    return reverse(name, args=pk)


def waiting(world: World) -> Document:
    return received(world)


def ready(world: World) -> Document:
    document: Document = mixed(world).document
    return document


def set_aside(world: World) -> Document:
    reading = read(world)
    with acting(world, "lan") as by:
        actions.set_aside(reading=reading, seen=2, by=by, on=clock.today())
    document: Document = reading.document
    return document


STATES = {"waiting": waiting, "ready": ready, "failed": failed, "aside": set_aside}


# --- the list ----------------------------------------------------------------------


@pytest.mark.parametrize("name", ["lan", "oanh", "cuc"])
def test_the_papers_of_ones_own_desk(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    set_aside(world)
    ready(world)
    failed(world)
    received(world, data=PLAN.encode() * 2, title="Kế hoạch đang chờ đọc")
    assert sheet(sign_in(name).get(at("documents"))) == snapshot


def test_the_list_asks_as_often_for_two_as_for_many(
    world: World, sign_in: SignIn, django_assert_num_queries: Any
) -> None:
    client = sign_in("lan")
    for many in (2, 20):
        for number in range(many):
            received(world, data=PLAN.encode() + b"\n" * (many + number))
        with django_assert_num_queries(5):
            client.get(at("documents"))


# --- one of them -------------------------------------------------------------------


@pytest.mark.parametrize("state", STATES)
def test_a_paper_in_each_state(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, state: str
) -> None:
    document = STATES[state](world)
    assert sheet(sign_in("lan").get(at("document", document.pk))) == snapshot


@pytest.mark.parametrize(
    ("state", "count"), [("waiting", 9), ("ready", 8), ("failed", 8), ("aside", 8)]
)
def test_a_paper_asks_as_often_as_written_here(
    world: World,
    sign_in: SignIn,
    django_assert_num_queries: Any,
    state: str,
    count: int,
) -> None:
    document, client = STATES[state](world), sign_in("lan")
    with django_assert_num_queries(count):
        client.get(at("document", document.pk))


def test_many_readings_cost_no_more_than_one(
    world: World, sign_in: SignIn, django_assert_num_queries: Any
) -> None:
    document = ready(world)
    client = sign_in("lan")
    for _ in range(3):
        send(client, at("document_read_again", document.pk))
        worked()
    with django_assert_num_queries(8):
        client.get(at("document", document.pk))


# --- taking one --------------------------------------------------------------------


def test_the_form_that_takes_a_paper(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    assert sheet(sign_in("lan").get(at("document_receive"))) == snapshot


def test_the_form_refused(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    typed = {"text": PLAN, "title": "Kế hoạch năm 2026"}
    upload = paper(PLAN.encode(), NAME)
    answer = send(sign_in("lan"), at("document_receive"), file=upload, **typed)
    assert answer.status_code == 422
    assert sheet(answer) == snapshot


def test_the_form_asks_three_times(
    world: World, sign_in: SignIn, django_assert_num_queries: Any
) -> None:
    client = sign_in("lan")
    with django_assert_num_queries(3):
        client.get(at("document_receive"))
