"""How long a session lasts, and what ends it before."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.hashers import check_password
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from phoihop.accounts.models import User
from phoihop.organisations.actions import people
from phoihop.organisations.models import Membership
from phoihop.organisations.permissions import command_line
from phoihop.organisations.roles import Role
from phoihop.pages import sessions
from phoihop.refusals import Refused
from phoihop.sentences import sentence
from tests.conftest import NOW, SignIn
from tests.factories import PASSWORD, World
from tests.pages.visiting import leads_to, send
from tests.pages.words import sheet, words

DESK = "/ban-lam-viec/"
TODAY = date(2026, 6, 15)


def signed_in(username: str) -> Client:
    """A browser that came in by the door."""
    client = Client()
    client.post(reverse("sign_in"), {"username": username, "password": PASSWORD})
    return client


def at(**later: float) -> Any:
    """So much later."""
    return time_machine.travel(NOW + timedelta(**later), tick=False)


def is_in(client: Client) -> bool:
    """Whether the next request is answered by a page behind the door."""
    return bool(client.get(DESK).status_code == 200)


def end_role(world: World, name: str) -> None:
    """The first role of one of the cast is taken back."""
    rows = Membership.objects.select_related("organisation__desk", "person")
    role = rows.filter(person__username=name).earliest("pk")
    people.end_role(membership=role, seen=role.version, by=command_line(), on=TODAY)


def second_role(world: World, name: str) -> Membership:
    """The same person observes for so."""
    return people.give_role(
        person=world.user(name),
        body=world.bodies["so"],
        role=Role.OBSERVER,
        since=date(2026, 6, 1),
        by=command_line(),
        on=TODAY,
    )


@pytest.fixture
def an_hour_idle(settings: Any) -> None:
    """An hour without a request, twelve in all, as unless set otherwise."""
    settings.SESSION_COOKIE_AGE = 3600
    settings.SESSION_SECONDS_AT_MOST = 12 * 3600


@pytest.mark.usefixtures("an_hour_idle")
class TestTime:
    """A session runs out."""

    def test_an_hour_without_a_request_ends_it(self, world: World) -> None:
        lan = signed_in("lan")
        with at(minutes=59):
            assert is_in(lan)
        with at(minutes=59 + 61):
            assert not is_in(lan)

    def test_whoever_goes_on_working_stays(self, world: World) -> None:
        lan = signed_in("lan")
        for number in range(1, 12):
            with at(minutes=50 * number):
                assert is_in(lan), number

    def test_twelve_hours_end_it_however_one_works(self, world: World) -> None:
        lan = signed_in("lan")
        key = lan.cookies["phien"].value
        for number in range(1, 15):
            with at(minutes=50 * number):
                assert is_in(lan), number
        with at(hours=12):
            assert not is_in(lan)
        assert not Session.objects.filter(session_key=key).exists()

    def test_reading_writes_only_now_and_then(
        self, world: World, django_assert_num_queries: Any
    ) -> None:
        """Six times an hour at most: the same page costs the same again."""
        lan = signed_in("lan")
        with at(minutes=9):
            with django_assert_num_queries(9):
                lan.get(DESK)
            assert sessions.RENEWED not in lan.session
        with at(minutes=10):
            lan.get(DESK)
            assert sessions.RENEWED in lan.session
            with django_assert_num_queries(9):
                lan.get(DESK)

    def test_what_was_typed_when_it_ended_can_be_copied(self, world: World) -> None:
        minh, text = signed_in("minh"), "Nội dung gõ rất lâu, không được mất."
        to = reverse("task_create", args=[world.plan.pk])
        with at(hours=3):
            answer = send(minh, to, text=text)
        assert answer.status_code == 403
        assert sentence(Refused("account.signed_out")) in sheet(answer)
        assert text in sheet(answer)

    def test_a_session_of_which_nothing_is_known_counts_from_the_last_sign_in(
        self, world: World, sign_in: SignIn
    ) -> None:
        lan = sign_in("lan")
        assert sessions.BEGAN not in lan.session
        with at(minutes=50):
            assert is_in(lan)
        User.objects.update(last_login=NOW - timedelta(hours=12))
        assert not is_in(lan)


class TestWithdrawal:
    """C03: who loses a role or an account is out with the next request."""

    def test_whoever_loses_the_last_role_is_out_with_the_next_request(
        self, world: World, sign_in: SignIn
    ) -> None:
        tabs = [sign_in("lan"), sign_in("lan")]
        assert all(is_in(tab) for tab in tabs)
        end_role(world, "lan")
        for tab in tabs:
            assert leads_to(tab.get(DESK)).startswith(reverse("sign_in"))

    def test_a_form_sent_after_that_changes_nothing(
        self, world: World, sign_in: SignIn
    ) -> None:
        lan = sign_in("lan")
        end_role(world, "lan")
        to = reverse("task_create", args=[world.plan.pk])
        assert send(lan, to, text="sau khi mất vai trò").status_code == 403

    def test_whoever_keeps_another_role_goes_on_in_it(
        self, world: World, sign_in: SignIn
    ) -> None:
        second_role(world, "lan")
        lan = sign_in("lan")
        end_role(world, "lan")
        told = words(lan.get(DESK))
        assert "Thay mặt Sở Nội vụ tỉnh Lam Khê" in told

    def test_a_role_that_begins_later_keeps_nobody_in(
        self, world: World, sign_in: SignIn
    ) -> None:
        people.give_role(
            person=world.user("lan"),
            body=world.bodies["so"],
            role=Role.OBSERVER,
            since=date(2026, 7, 1),
            by=command_line(),
            on=TODAY,
        )
        lan = sign_in("lan")
        end_role(world, "lan")
        assert not is_in(lan)

    def test_a_role_that_runs_out_ends_the_session_with_a_sentence(
        self, world: World, sign_in: SignIn
    ) -> None:
        dung = sign_in("dung")
        key = dung.cookies["phien"].value
        Membership.objects.filter(person__username="dung").update(until=TODAY)
        answer = dung.get(DESK)
        assert answer.status_code == 403
        assert "chưa có vai trò nào đang hiệu lực" in sheet(answer)
        assert not Session.objects.filter(session_key=key).exists()
        assert leads_to(dung.get(DESK)).startswith(reverse("sign_in"))

    def test_an_account_that_is_shut_is_out_with_the_next_request(
        self, world: World, sign_in: SignIn
    ) -> None:
        lan = sign_in("lan")
        User.objects.filter(username="lan").update(is_active=False)
        assert not is_in(lan)

    def test_a_role_given_again_does_not_bring_the_old_session_back(
        self, world: World, sign_in: SignIn
    ) -> None:
        lan = sign_in("lan")
        end_role(world, "lan")
        second_role(world, "lan")
        assert not is_in(lan)
        assert is_in(signed_in("lan"))


class TestKeys:
    """The key of a session is its own."""

    def test_signing_in_gives_the_session_a_new_key(self, world: World) -> None:
        """Whoever planted a key before knows nothing of the session after."""
        client = Client()
        planted = client.session
        planted["planted"] = True
        planted.save()
        client.cookies["phien"] = planted.session_key or ""
        client.post(reverse("sign_in"), {"username": "lan", "password": PASSWORD})
        assert client.cookies["phien"].value != planted.session_key
        assert not Session.objects.filter(session_key=planted.session_key).exists()

    def test_a_session_of_one_epoch_is_none_of_another(self, world: World) -> None:
        lan = signed_in("lan")
        world.user("lan").end_sessions()
        assert not is_in(lan)
        assert is_in(signed_in("lan"))

    def test_the_password_is_stored_by_argon2(self, settings: Any) -> None:
        """As the product does; the tests hash by something quicker."""
        settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
        user = User(username="x")
        user.set_password(PASSWORD)
        assert user.password.startswith("argon2$argon2id$")
        assert check_password(PASSWORD, user.password)
