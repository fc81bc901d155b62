"""Invitations as the admin of a body keeps them."""

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop.organisations.models import Invitation
from phoihop.organisations.models.invitation import hash_of
from tests.conftest import NOW, SignIn
from tests.factories import World, invited
from tests.pages.visiting import by_name, leads_to, send
from tests.pages.words import sheet
from tests.witness import dump

LINK = re.compile(r"http://testserver/loi-moi/([\w-]{43})/")
FORMS = ("invitation_make", "invitation_password", "invitation_revoke")


def make(world: World, client: Client, **other: Any) -> Any:
    """Invite Mai to ban."""
    typed = {"name": "Lý Thị Mai", "role": "officer", "since": "15/06/2026", "days": 7}
    return send(client, by_name("invitation_make").address(world), **{**typed, **other})


def offer(world: World, client: Client, person: str, **other: Any) -> Any:
    """Make a link to a new password."""
    to = by_name("invitation_password").address(world)
    return send(client, to, **{"person": person, "days": 7, **other})


def link_in(answer: Any) -> str:
    """What stands in the link on the page."""
    (found,) = LINK.findall(answer.content.decode())
    return str(found)


@pytest.mark.parametrize("name", FORMS)
def test_the_forms(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    assert sheet(sign_in("quang").get(by_name(name).address(world))) == snapshot


@pytest.mark.parametrize(
    ("name", "count"),
    [("invitation_make", 4), ("invitation_password", 5), ("invitation_revoke", 5)],
)
def test_each_page_asks_as_often_as_written_here(
    world: World, sign_in: SignIn, django_assert_num_queries: Any, name: str, count: int
) -> None:
    client, address = sign_in("quang"), by_name(name).address(world)
    with django_assert_num_queries(count):
        client.get(address)


@pytest.mark.parametrize("name", ["quang", "hanh"])
def test_a_link_is_shown_with_words_to_send(
    world: World, sign_in: SignIn, name: str, snapshot: SnapshotAssertion
) -> None:
    answer = make(world, sign_in(name))
    assert answer.status_code == 200
    token = link_in(answer)
    assert Invitation.objects.get().token_hash == hash_of(token)
    assert sheet(answer).replace(token, "…") == snapshot


def test_the_link_works(world: World, sign_in: SignIn) -> None:
    token = link_in(make(world, sign_in("quang")))
    new = "đủ dài và không ai đoán"
    typed = {"username": "mai", "password": new, "password_again": new}
    answer = Client().post(reverse("invitation", args=[token]), typed)
    assert leads_to(answer) == reverse("desk")


def test_a_form_sent_twice_makes_one_link_and_says_so(
    world: World, sign_in: SignIn
) -> None:
    quang, key = sign_in("quang"), str(uuid4())
    first = make(world, quang, idempotency_key=key)
    second = make(world, quang, idempotency_key=key)
    assert LINK.search(first.content.decode())
    assert not LINK.search(second.content.decode())
    assert "liên kết chỉ hiện ở lần gửi đầu" in sheet(second)
    assert Invitation.objects.count() == 1


def test_the_link_is_stored_nowhere(world: World, sign_in: SignIn) -> None:
    token = link_in(make(world, sign_in("quang")))
    assert token not in repr(dump())


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"name": ""}, "bắt buộc"),
        ({"role": "deputy"}, "Người được ủy quyền phải có ngày kết thúc."),
        ({"until": "15/06/2026"}, "Ngày kết thúc phải sau ngày bắt đầu (15/06/2026)."),
        ({"days": "0"}, "Từ 1 đến 30 ngày."),
        ({"days": "31"}, "Từ 1 đến 30 ngày."),
        ({"role": "operator"}, "operator"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(
    world: World, sign_in: SignIn, other: dict[str, str], sentence: str
) -> None:
    answer = make(world, sign_in("quang"), **other)
    assert answer.status_code == 422
    assert sentence in sheet(answer)
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("name", ["lan", "hoa"])
def test_who_may_not_invite_is_told_and_keeps_the_text(
    world: World, sign_in: SignIn, name: str
) -> None:
    answer = make(world, sign_in(name))
    assert answer.status_code == 403
    assert "_Lý Thị Mai_" in sheet(answer)


def test_a_link_to_a_new_password_is_for_people_of_the_body(
    world: World, sign_in: SignIn
) -> None:
    quang = sign_in("quang")
    assert link_in(offer(world, quang, "lan"))
    for name, status in (("minh", 422), ("nobody", 422), ("quang", 422)):
        assert offer(world, quang, name).status_code == status


def test_who_waits_is_listed_for_those_who_invite(
    world: World, sign_in: SignIn
) -> None:
    invited(world)
    address = by_name("people").address(world)
    for name in ("quang", "hanh"):
        told = sheet(sign_in(name).get(address))
        assert "## Lời mời đang chờ" in told
        assert "Lý Thị Mai | người theo dõi | 22/06/2026" in told
    assert "Lý Thị Mai" not in sheet(sign_in("lan").get(address))
    with time_machine.travel(NOW + timedelta(days=8), tick=False):
        assert "Lý Thị Mai" not in sheet(sign_in("quang").get(address))


def test_a_link_is_taken_back(world: World, sign_in: SignIn) -> None:
    link = invited(world)
    quang, to = sign_in("quang"), reverse("invitation_revoke", args=[link.pk])
    assert leads_to(send(quang, to, seen=1)) == by_name("people").address(world)
    assert Client().get(reverse("invitation", args=[link.token])).status_code == 410
    answer = send(quang, to, seen=2)
    assert answer.status_code == 422
    assert "đã được dùng hoặc đã thu hồi từ trước" in sheet(answer)


def test_what_became_of_it_stands_in_the_trail(world: World, sign_in: SignIn) -> None:
    make(world, sign_in("quang"))
    told = sheet(sign_in("quang").get(reverse("trail")))
    assert "Mời" in told
    assert "Lý Thị Mai" in told
    assert Invitation.objects.get().token_hash not in told
