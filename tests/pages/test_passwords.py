"""One's own password: changed by whoever knows the old one."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop.accounts.models import User
from phoihop.posts.models import Post
from phoihop.refusals import Refused
from phoihop.sentences import sentence
from tests.conftest import SignIn
from tests.factories import PASSWORD, World
from tests.pages.visiting import leads_to, send
from tests.pages.words import sheet, words
from tests.witness import dump, last_entry, said

NEW = "đủ dài và không ai đoán"
DONE = "# Đã đổi mật khẩu"


def typed(**other: str) -> dict[str, str]:
    """What lan fills in."""
    words = {"password_old": PASSWORD, "password": NEW, "password_again": NEW}
    return {**words, **other}


def change(client: Client, **other: str) -> Any:
    """Send the form."""
    return send(client, reverse("password_change"), **typed(**other))


def test_the_page(world: World, sign_in: SignIn, snapshot: SnapshotAssertion) -> None:
    assert sheet(sign_in("lan").get(reverse("password_change"))) == snapshot


def test_it_asks_as_often_as_written_here(
    world: World, sign_in: SignIn, django_assert_num_queries: Any
) -> None:
    client = sign_in("lan")
    with django_assert_num_queries(3):
        client.get(reverse("password_change"))


def test_it_is_found_on_every_page(world: World, sign_in: SignIn) -> None:
    assert "[Đổi mật khẩu]" in words(sign_in("lan").get(reverse("desk")))


def test_a_password_is_changed(world: World, sign_in: SignIn) -> None:
    lan = sign_in("lan")
    assert DONE in sheet(change(lan))
    assert User.objects.get(username="lan").check_password(NEW)
    assert lan.get(reverse("desk")).status_code == 200


def test_every_other_session_ends(world: World, sign_in: SignIn) -> None:
    """This browser stays, under a new key; the one of yesterday does not."""
    here, there = sign_in("lan"), sign_in("lan")
    key = here.cookies["phien"].value
    change(here)
    assert here.cookies["phien"].value != key
    assert leads_to(there.get(reverse("desk"))).startswith(reverse("sign_in"))
    assert here.get(reverse("desk")).status_code == 200


def test_it_leaves_a_trail_without_a_word_of_it(world: World, sign_in: SignIn) -> None:
    change(sign_in("lan"))
    entry = last_entry()
    lan = world.user("lan")
    assert (entry.did, entry.object_id) == ("account.password_changed", lan.pk)
    assert entry.actor_id == lan.pk
    assert said(entry) == {"before": None, "after": None}
    assert NEW not in repr(dump())
    assert PASSWORD not in repr(dump())


def test_nothing_quick_is_computed_from_a_password(
    world: World, sign_in: SignIn
) -> None:
    """The fingerprint of the form is the same whatever the passwords were."""
    for name, new in (("lan", NEW), ("minh", "một mật khẩu hoàn toàn khác")):
        change(sign_in(name), password=new, password_again=new)
    prints = Post.objects.filter(route=reverse("password_change"))
    assert len(prints) == 2
    assert len({post.fingerprint for post in prints}) == 1


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"password_old": "sai mật khẩu rồi"}, "Mật khẩu đang dùng không đúng."),
        ({"password": "ngắn", "password_again": "ngắn"}, "Mật khẩu quá dễ đoán."),
        ({"password": "", "password_again": ""}, "bắt buộc"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_changed(
    world: World, sign_in: SignIn, other: dict[str, str], sentence: str
) -> None:
    answer = change(sign_in("lan"), **other)
    assert answer.status_code == 422
    assert sentence in sheet(answer)
    assert User.objects.get(username="lan").check_password(PASSWORD)


def test_two_that_differ_are_told_apart(world: World, sign_in: SignIn) -> None:
    answer = change(sign_in("lan"), password_again="khác hẳn mật khẩu")
    assert sentence(Refused("account.passwords_differ")) in sheet(answer)


def test_the_old_password_cannot_be_guessed_on_a_desk_left_open(
    world: World, sign_in: SignIn
) -> None:
    """Five wrong ones, and the right one is asked for in vain, here and at the door."""
    lan = sign_in("lan")
    for number in range(5):
        answer = change(lan, password_old=f"đoán lần {number}")
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "900"
    answer = change(lan)
    assert answer.status_code == 429
    assert "Đợi 15 phút rồi thử lại" in sheet(answer)
    door = {"username": "lan", "password": PASSWORD}
    assert Client().post(reverse("sign_in"), door).status_code == 429
    assert User.objects.get(username="lan").check_password(PASSWORD)


def test_sent_twice_it_is_changed_once(world: World, sign_in: SignIn) -> None:
    lan, key = sign_in("lan"), str(uuid4())
    for _ in range(2):
        answer = change(lan, idempotency_key=key)
        assert DONE in sheet(answer)
    assert User.objects.get(username="lan").sign_in_epoch == 1


def test_everybody_has_the_page_the_operator_as_well(
    world: World, sign_in: SignIn
) -> None:
    assert DONE in sheet(change(sign_in("hanh")))
