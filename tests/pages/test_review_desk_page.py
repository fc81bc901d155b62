"""The review desk and the pages of one draft: what they say, how often they ask."""

from typing import Any

import pytest
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop import clock
from phoihop.documents.actions import desk as actions
from phoihop.documents.models import Reading
from phoihop.organisations.permissions import scoped
from tests import kept_confirmations, readings
from tests.actions.stage import acting
from tests.conftest import SignIn
from tests.documents.stage import PLAN, drafts_of, read
from tests.documents.states import mixed, unclear
from tests.factories import World
from tests.pages.visiting import send
from tests.pages.words import sheet

FIELDS = ("task", "issuer", "issued_on", "signer", "period", "reference", "clause")


def at(name: str, pk: int) -> str:
    return reverse(name, args=[pk])


def aside(world: World) -> Reading:
    reading = read(world)
    with acting(world, "lan") as by:
        return actions.set_aside(reading=reading, seen=2, by=by, on=clock.today())


def empty(world: World) -> Reading:
    """A reading in which nothing was found."""
    return read(world, data="Một trang viết tay, không có mục nào.\n".encode())


def confirmed(world: World) -> Reading:
    """A reading that has become a plan."""
    made = kept_confirmations.confirmation(world)
    with scoped(world.actors["lan"]):
        found: Reading = Reading.objects.get(pk=made.reading_id)
    return found


DESKS = {
    "mixed": mixed,
    "unclear": unclear,
    "aside": aside,
    "empty": empty,
    "confirmed": confirmed,
}


# --- the desk ----------------------------------------------------------------------


@pytest.mark.parametrize("state", DESKS)
def test_the_desk_in_each_state(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, state: str
) -> None:
    reading = DESKS[state](world)
    assert sheet(sign_in("lan").get(at("review_desk", reading.pk))) == snapshot


def test_the_desk_of_somebody_who_only_looks(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    reading = mixed(world)
    assert sheet(sign_in("oanh").get(at("review_desk", reading.pk))) == snapshot


def long_plan(duties: int) -> bytes:
    """The plan with more duties of the same kind."""
    head, rest = PLAN.split("1. Sở Nội vụ")
    duty = "Sở Nội vụ" + rest.split("\n")[0]
    lines = "\n".join(f"{number}. {duty}" for number in range(1, duties + 1))
    return f"{head}{lines}\n{PLAN[PLAN.index('Nơi nhận') :]}".encode()


@pytest.mark.parametrize("duties", [2, 30])
def test_the_desk_asks_as_often_for_two_duties_as_for_many(
    world: World, sign_in: SignIn, django_assert_num_queries: Any, duties: int
) -> None:
    reading, client = read(world, data=long_plan(duties)), sign_in("lan")
    assert len(drafts_of(reading, "task")) == duties
    with django_assert_num_queries(8):
        client.get(at("review_desk", reading.pk))


def test_a_paper_between_several_is_confirmed_once_more_for_the_rest(
    world: World, sign_in: SignIn
) -> None:
    """What the first plan did not take is offered to others; nothing, when all is."""
    reading, lan = readings.read(world), sign_in("lan")
    so, xa = world.bodies["so"].pk, world.bodies["xa"].pk
    address, desk = at("reading_confirm", reading.pk), at("review_desk", reading.pk)
    typed = {"programme_title": "Chương trình", "title": "Kế hoạch với sở"}
    send(lan, address, **typed, year=2026, partners=[so], seen=1)
    told = sheet(lan.get(desk))
    assert "[Kế hoạch với sở] [Xác nhận phần còn lại với các bên khác]" in told
    typed = {"programme_title": "Chương trình hai", "title": "Kế hoạch với xã"}
    send(lan, address, **typed, year=2026, partners=[xa], seen=2)
    told = sheet(lan.get(desk))
    assert "[Kế hoạch với sở] [Kế hoạch với xã]" in told
    assert "Xác nhận phần còn lại" not in told


def test_one_of_every_state_costs_no_more(
    world: World, sign_in: SignIn, django_assert_num_queries: Any
) -> None:
    reading, client = mixed(world), sign_in("lan")
    with django_assert_num_queries(8):
        client.get(at("review_desk", reading.pk))


# --- one draft ---------------------------------------------------------------------


@pytest.mark.parametrize("field", FIELDS)
def test_the_form_of_each_shape(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, field: str
) -> None:
    draft = drafts_of(read(world), field)[0]
    assert sheet(sign_in("lan").get(at("draft_edit", draft.pk))) == snapshot


def test_a_correction_that_is_refused(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    draft = drafts_of(read(world), "task")[0]
    typed = {"text": "", "due_words": "sớm nhất có thể", "seen": 1}
    answer = send(sign_in("lan"), at("draft_edit", draft.pk), **typed)
    assert answer.status_code == 422
    assert sheet(answer) == snapshot


def test_the_kinds_that_can_be_added(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    start = PLAN.index("Thường trực Tỉnh ủy")
    address = at("draft_add", read(world).pk)
    page = sign_in("lan").get(f"{address}?tu={start}&den={start + 19}")
    assert sheet(page) == snapshot


@pytest.mark.parametrize("field", ["task", "meeting"])
def test_the_form_of_what_is_added(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, field: str
) -> None:
    start = PLAN.index("Thường trực Tỉnh ủy")
    address = at("draft_add", read(world).pk)
    page = sign_in("lan").get(f"{address}?muc={field}&tu={start}&den={start + 19}")
    assert sheet(page) == snapshot


@pytest.mark.parametrize(
    ("place", "sought"),
    [("lead", ""), ("supporting.0", ""), ("lead", "noi vu"), ("lead", "xyz")],
)
def test_finding_the_body_that_a_name_means(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, place: str, sought: str
) -> None:
    draft = drafts_of(unclear(world), "task")[0]
    address = f"{at('draft_body', draft.pk)}?cho={place}&ten={sought}"
    assert sheet(sign_in("lan").get(address)) == snapshot


@pytest.mark.parametrize(
    ("name", "more", "count"),
    [
        ("draft_edit", "", 4),
        ("draft_add", "", 4),
        ("draft_add", "?muc=task", 4),
        ("draft_body", "", 6),
        ("draft_body", "?ten=noi+vu", 7),
    ],
)
def test_each_page_of_a_draft_asks_as_often_as_written_here(
    world: World,
    sign_in: SignIn,
    django_assert_num_queries: Any,
    name: str,
    more: str,
    count: int,
) -> None:
    reading, client = unclear(world), sign_in("lan")
    of = reading if name == "draft_add" else drafts_of(reading, "task")[0]
    with django_assert_num_queries(count):
        client.get(at(name, of.pk) + more)
