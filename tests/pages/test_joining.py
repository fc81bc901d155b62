"""Coming in by a link: whoever holds it, with an account or without; and guessing."""

import logging
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop.accounts import attempts
from phoihop.accounts.models import User
from phoihop.log_lines import WithoutKeys
from phoihop.organisations.actions import invitations, people
from phoihop.organisations.actions.invitations import Invited
from phoihop.organisations.models import Invitation, Membership
from phoihop.organisations.permissions import command_line
from phoihop.organisations.roles import Role
from phoihop.pages.scoped import ACTING_AS
from tests.conftest import NOW, SignIn
from tests.factories import PASSWORD, World, invited
from tests.pages.visiting import leads_to
from tests.pages.words import sheet
from tests.witness import dump

NEW = "đủ dài và không ai đoán"
TODAY = date(2026, 6, 15)
KINDS = ("invitation", "invitation_known")


def at(link: Invited | str, name: str = "invitation") -> str:
    """The address of a link."""
    token = link if isinstance(link, str) else link.token
    return reverse(name, kwargs={"token": token})


def typed(**other: str) -> dict[str, str]:
    """What Mai fills in."""
    words = {"username": "mai", "password": NEW, "password_again": NEW}
    return {**words, **other}


def forgotten(world: World, name: str = "lan") -> Invited:
    """A link to a new password."""
    return invitations.offer_password(
        body=world.bodies["ban"],
        person=world.user(name),
        by=command_line(),
        on=TODAY,
    )


def without_role(world: World, name: str) -> None:
    """One of the cast whose role is over."""
    rows = Membership.objects.select_related("organisation__desk", "person")
    for role in rows.filter(person=world.user(name)):
        people.end_role(membership=role, seen=role.version, by=command_line(), on=TODAY)


def test_the_page_of_a_link(world: World, snapshot: SnapshotAssertion) -> None:
    assert sheet(Client().get(at(invited(world)))) == snapshot


def test_the_page_for_who_has_an_account(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    address = at(invited(world), "invitation_known")
    assert sheet(Client().get(address)) == snapshot(name="nobody signed in")
    assert sheet(sign_in("cuc").get(address)) == snapshot(name="cuc")


def test_the_page_of_a_forgotten_password(
    world: World, snapshot: SnapshotAssertion
) -> None:
    assert sheet(Client().get(at(forgotten(world)))) == snapshot


@pytest.mark.parametrize("name", KINDS)
def test_each_page_asks_as_often_as_written_here(
    world: World, django_assert_num_queries: Any, name: str
) -> None:
    address = at(invited(world), name)
    with django_assert_num_queries(3):
        Client().get(address)


@pytest.mark.parametrize("name", KINDS)
def test_what_stands_in_the_address_is_told_to_nobody(world: World, name: str) -> None:
    answer = Client().get(at(invited(world), name))
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert answer.headers["Referrer-Policy"] == "strict-origin"
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_with_a_link_one_opens_an_account_and_is_in(world: World) -> None:
    client = Client()
    answer = client.post(at(invited(world)), typed())
    assert leads_to(answer) == reverse("desk")
    desk = client.get(reverse("desk"))
    assert desk.status_code == 200
    assert "Lý Thị Mai" in desk.content.decode()


def test_a_browser_with_a_token_can_send_it(world: World) -> None:
    """The form carries it, and the page's policy lets the browser say where from."""
    client = Client(enforce_csrf_checks=True)
    address = at(invited(world))
    page = client.get(address)
    token = page.context["csrf_token"]
    answer = client.post(address, {**typed(), "csrfmiddlewaretoken": str(token)})
    assert leads_to(answer) == reverse("desk")
    assert Client(enforce_csrf_checks=True).post(address, typed()).status_code == 403


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"username": "lan"}, "Tên đăng nhập “lan” đã có người dùng."),
        ({"password": "ngắn", "password_again": "ngắn"}, "Mật khẩu quá dễ đoán."),
        ({"password_again": "khác hẳn mật khẩu"}, "không giống nhau"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_kept(
    world: World, other: dict[str, str], sentence: str
) -> None:
    link = invited(world)
    answer = Client().post(at(link), typed(**other))
    assert answer.status_code == 422
    told = sheet(answer)
    assert sentence in told
    assert f"_{other.get('username', 'mai')}_" in told
    assert NEW not in answer.content.decode()
    assert Invitation.objects.get(pk=link.pk).accepted_on is None


def test_who_is_signed_in_takes_the_role_at_once(world: World, sign_in: SignIn) -> None:
    cuc, link = sign_in("cuc"), invited(world)
    assert leads_to(cuc.post(at(link))) == reverse("desk")
    role = world.user("cuc").memberships.get(role="observer")
    assert cuc.session[ACTING_AS] == role.pk
    assert "Ban Tuyên giáo" in sheet(
        cuc.get(reverse("people", args=[role.organisation_id]))
    )


def test_who_has_an_account_signs_in_and_takes_the_role(world: World) -> None:
    client = Client()
    form = {"username": "CUC", "password": PASSWORD}
    answer = client.post(at(invited(world), "invitation_known"), form)
    assert leads_to(answer) == reverse("desk")
    assert world.user("cuc").memberships.filter(role="observer").exists()
    assert client.get(reverse("desk")).status_code == 200


def test_who_has_no_role_any_more_comes_back_by_a_link(world: World) -> None:
    """The door is shut to them; the link brings the role that opens it."""
    without_role(world, "cuc")
    form = {"username": "cuc", "password": PASSWORD}
    assert Client().post(reverse("sign_in"), form).status_code == 422
    answer = Client().post(at(invited(world), "invitation_known"), form)
    assert leads_to(answer) == reverse("desk")


def test_a_wrong_password_takes_no_role(world: World) -> None:
    link = invited(world)
    form = {"username": "cuc", "password": "sai mật khẩu rồi"}
    answer = Client().post(at(link, "invitation_known"), form)
    assert answer.status_code == 422
    assert "Tên đăng nhập hoặc mật khẩu không đúng." in sheet(answer)
    assert Invitation.objects.get(pk=link.pk).accepted_on is None


def test_a_role_that_is_held_already_is_said_above_the_form(
    world: World, sign_in: SignIn
) -> None:
    answer = sign_in("oanh").post(at(invited(world)))
    assert answer.status_code == 422
    assert "đã có vai trò này trong một phần thời gian đó" in sheet(answer)


def test_nobody_invites_themselves(world: World, sign_in: SignIn) -> None:
    link = invitations.invite(
        body=world.bodies["ban"],
        name="Quang",
        role=Role.LEADER,
        since=TODAY,
        by=world.actors["quang"],
        on=TODAY,
    )
    answer = sign_in("quang").post(at(link))
    assert answer.status_code == 422
    assert "Không ai tự cấp vai trò cho mình." in sheet(answer)


@pytest.mark.parametrize("name", KINDS)
def test_an_expired_link_says_so_and_keeps_what_was_typed(
    world: World, name: str
) -> None:
    address = at(invited(world), name)
    with time_machine.travel(NOW + timedelta(days=8), tick=False):
        for answer in (Client().get(address), Client().post(address, typed())):
            assert answer.status_code == 410
            assert "chỉ dùng được đến hết ngày 22/06/2026" in sheet(answer)
            assert NEW not in answer.content.decode()
    assert "mai" in sheet(answer)


def test_a_used_link_says_so(world: World) -> None:
    link = invited(world)
    Client().post(at(link), typed())
    answer = Client().post(at(link), typed(username="another"))
    assert answer.status_code == 410
    assert "Lời mời này đã được dùng." in sheet(answer)
    assert "another" in sheet(answer)
    assert not User.objects.filter(username="another").exists()


def test_a_revoked_link_says_so(world: World) -> None:
    link = invited(world)
    with_desk = Invitation.objects.select_related("organisation__desk")
    invitations.revoke(
        invitation=with_desk.get(pk=link.pk), seen=1, by=command_line(), on=TODAY
    )
    answer = Client().get(at(link))
    assert answer.status_code == 410
    assert "Lời mời này không còn hiệu lực" in sheet(answer)


def test_a_link_that_never_was_is_like_any_page_that_is_not_there(
    world: World,
) -> None:
    missing = Client().get("/khong-co-trang-nay/")
    for name in KINDS:
        answer = Client().get(at("x" * 43, name))
        assert answer.status_code == 404
        assert sheet(answer) == sheet(missing)


def test_guessing_links_is_stopped(world: World) -> None:
    link = invited(world)
    for number in range(attempts.OF_PAIR - 1):
        assert Client().get(at(f"guess-{number}")).status_code == 404
    for _ in range(2):
        Client().get(at("guess"))
    answer = Client().get(at(link))
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "900"
    assert Client(REMOTE_ADDR="192.0.2.7").get(at(link)).status_code == 200
    with time_machine.travel(NOW + timedelta(minutes=16), tick=False):
        assert Client().get(at(link)).status_code == 200


def test_a_guess_leaves_nothing_of_what_was_guessed(world: World) -> None:
    Client().get(at("đoán-mò-một-liên-kết"))
    assert "đoán" not in repr(dump())


def test_a_new_password_is_set_and_every_session_ends(
    world: World, sign_in: SignIn
) -> None:
    lan, link = sign_in("lan"), forgotten(world)
    form = {"password": NEW, "password_again": NEW}
    answer = Client().post(at(link), form)
    assert "Đã đặt mật khẩu" in sheet(answer)
    assert leads_to(lan.get(reverse("desk"))).startswith(reverse("sign_in"))
    knocks = {"username": "lan", "password": NEW}
    assert leads_to(Client().post(reverse("sign_in"), knocks)) == reverse("desk")


def test_whoever_sets_a_password_still_signs_in(world: World) -> None:
    """So that a second factor, when there is one, is not gone round."""
    client = Client()
    form = {"password": NEW, "password_again": NEW}
    client.post(at(forgotten(world)), form)
    assert "_auth_user_id" not in client.session


def test_a_weak_new_password_is_refused(world: World) -> None:
    form = {"password": "12345", "password_again": "12345"}
    answer = Client().post(at(forgotten(world)), form)
    assert answer.status_code == 422
    assert "Mật khẩu quá dễ đoán." in sheet(answer)
    assert world.user("lan").check_password(PASSWORD)


def test_a_link_to_a_password_is_good_for_nothing_else(world: World) -> None:
    answer = Client().get(at(forgotten(world), "invitation_known"))
    assert answer.status_code == 404


def test_no_log_holds_what_is_in_a_link(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    """Django logs the address of an answer of 4xx: our formatter blanks the key."""
    link = invited(world)
    with caplog.at_level(logging.DEBUG):
        Client().post(at(link), typed(password="x", password_again="x"))
        Client().get(at("f" * 43))
    lines = [WithoutKeys().format(record) for record in caplog.records]
    assert any("/loi-moi/…/" in line for line in lines)
    assert not any(link.token in line or "f" * 43 in line for line in lines)
