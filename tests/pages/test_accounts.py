"""Signing in and out, and which body one acts for."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop.accounts.models import User
from phoihop.organisations.actions import people
from phoihop.organisations.models import Membership
from phoihop.organisations.permissions import command_line
from phoihop.organisations.roles import Role
from tests.conftest import SignIn
from tests.factories import PASSWORD, World
from tests.pages.visiting import leads_to
from tests.pages.words import sheet, words


def knock(username: str, password: str, after: str = "") -> Any:
    """Lay a name and a password before the door."""
    to = reverse("sign_in") + (f"?{urlencode({'next': after})}" if after else "")
    return Client().post(to, {"username": username, "password": password})


def test_the_door(world: World, snapshot: SnapshotAssertion) -> None:
    assert words(Client().get(reverse("sign_in"))) == snapshot


def test_the_door_asks_nothing_of_the_database(
    world: World, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(0):
        Client().get(reverse("sign_in"))


@pytest.mark.parametrize("username", ["lan", "LAN", " lan "])
def test_with_name_and_password_one_comes_to_the_desk(
    world: World, username: str
) -> None:
    assert knock(username, PASSWORD).url == reverse("desk")


def test_it_leads_on_to_where_one_was_going(world: World) -> None:
    assert knock("lan", PASSWORD, after="/nhiem-vu/").url == "/nhiem-vu/"


@pytest.mark.parametrize(
    "after",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "///elsewhere.example",
        "/\\elsewhere.example",
        "javascript:alert(1)",
        "http:elsewhere.example",
        "\t//elsewhere.example",
    ],
)
def test_it_leads_nobody_to_another_site(
    world: World, sign_in: SignIn, after: str
) -> None:
    assert knock("lan", PASSWORD, after=after).url == reverse("desk")
    switched = sign_in("lan").post(
        reverse("switch_language"), {"language": "vi", "next": after}
    )
    assert leads_to(switched) == reverse("desk")


def test_one_sentence_for_an_unknown_name_and_a_wrong_password(
    world: World,
) -> None:
    unknown, wrong = knock("nobody", PASSWORD), knock("lan", "sai mật khẩu rồi")
    assert unknown.status_code == wrong.status_code == 422
    sentence = "Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra rồi nhập lại."
    assert sentence in sheet(unknown)
    assert sheet(unknown).replace("nobody", "lan") == sheet(wrong)
    assert "sai mật khẩu rồi" not in wrong.content.decode()


def test_a_closed_account_gets_the_same_sentence(world: World) -> None:
    User.objects.filter(username="lan").update(is_active=False)
    assert sheet(knock("lan", PASSWORD)) == sheet(knock("lan", "sai mật khẩu rồi"))


def test_what_is_left_empty_is_asked_for(world: World) -> None:
    told = sheet(knock("", ""))
    assert "Nhập tên đăng nhập." in told
    assert "Nhập mật khẩu." in told


def test_signing_out_ends_the_session_on_the_server(
    world: World, sign_in: SignIn
) -> None:
    lan = sign_in("lan")
    kept = lan.cookies["phien"].value
    assert leads_to(lan.post(reverse("sign_out"))) == reverse("sign_in")
    assert not Session.objects.filter(session_key=kept).exists()
    lan.cookies["phien"] = kept
    assert leads_to(lan.get(reverse("desk"))).startswith(reverse("sign_in"))


def test_the_session_cookie_is_not_for_scripts(world: World) -> None:
    cookie = knock("lan", PASSWORD).cookies["phien"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_signing_in_takes_a_new_session(world: World) -> None:
    client = Client()
    form = {"username": "lan", "password": PASSWORD}
    client.post(reverse("sign_in"), form)
    first = client.cookies["phien"].value
    client.post(reverse("sign_out"))
    client.post(reverse("sign_in"), form)
    assert client.cookies["phien"].value != first


def test_who_has_no_role_any_more_can_still_leave(world: World) -> None:
    Membership.objects.filter(person=world.user("cuc")).update(until=date(2026, 2, 1))
    client = Client()
    client.force_login(world.user("cuc"))
    assert client.get(reverse("desk")).status_code == 403
    assert leads_to(client.post(reverse("sign_out"))) == reverse("sign_in")
    assert "_auth_user_id" not in client.session


@pytest.fixture
def of_two_bodies(world: World) -> Membership:
    """Lan also observes for so."""
    return people.give_role(
        person=world.user("lan"),
        body=world.bodies["so"],
        role=Role.OBSERVER,
        since=date(2026, 6, 1),
        by=command_line(),
        on=date(2026, 6, 15),
    )


def test_whoever_is_in_two_bodies_chooses_for_which_to_act(
    world: World,
    sign_in: SignIn,
    of_two_bodies: Membership,
    snapshot: SnapshotAssertion,
) -> None:
    lan = sign_in("lan")
    assert words(lan.get(reverse("desk"))) == snapshot(name="first")
    answer = lan.post(reverse("switch_body"), {"membership": of_two_bodies.pk})
    assert leads_to(answer) == reverse("desk")
    assert words(lan.get(reverse("desk"))) == snapshot(name="switched")


def test_acting_for_a_body_is_acting_in_the_role_there(
    world: World, sign_in: SignIn, of_two_bodies: Membership
) -> None:
    lan, address = sign_in("lan"), reverse("task", args=[world.task.pk])
    assert "[Sửa nhiệm vụ]" in sheet(lan.get(address))
    lan.post(reverse("switch_body"), {"membership": of_two_bodies.pk})
    assert "[Sửa nhiệm vụ]" not in sheet(lan.get(address))


@pytest.mark.parametrize("wanted", ["", "0", "x", "-1", "9" * 30])
def test_a_role_that_is_not_ones_own_changes_nothing(
    world: World, sign_in: SignIn, of_two_bodies: Membership, wanted: str
) -> None:
    lan = sign_in("lan")
    lan.post(reverse("switch_body"), {"membership": wanted})
    assert "Ban Tuyên giáo" in words(lan.get(reverse("desk")))
    minhs = world.user("minh").memberships.get()
    lan.post(reverse("switch_body"), {"membership": minhs.pk})
    assert "* Ban Tuyên giáo" in words(lan.get(reverse("desk")))


def test_when_the_chosen_role_ends_the_other_one_acts(
    world: World, sign_in: SignIn, of_two_bodies: Membership
) -> None:
    lan = sign_in("lan")
    lan.post(reverse("switch_body"), {"membership": of_two_bodies.pk})
    people.end_role(
        membership=of_two_bodies, seen=1, by=command_line(), on=date(2026, 6, 15)
    )
    told = words(lan.get(reverse("desk")))
    assert "Thay mặt Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê" in told
