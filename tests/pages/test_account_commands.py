"""Passwords on the command line: set with a trail, or not at all."""

import io
from typing import Any

import pytest
from django.core.management import call_command, get_commands
from django.core.management.base import CommandError
from django.test import Client
from django.urls import reverse

from phoihop.accounts.models import User
from tests.conftest import SignIn
from tests.factories import PASSWORD, World
from tests.pages.visiting import leads_to
from tests.witness import dump, last_entry

NEW = "đủ dài và không ai đoán"


def run(monkeypatch: pytest.MonkeyPatch, *words: str, typed: str = NEW) -> str:
    """What a command prints that is given a password through a pipe."""
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\n"))
    out = io.StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


def test_a_password_is_set_and_leaves_a_trail(
    world: World, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    hanh = sign_in("hanh")
    told = run(monkeypatch, "new_password", "--username", " HANH")
    assert told == "hanh: Vũ Văn Hạnh\n"
    assert User.objects.get(username="hanh").check_password(NEW)
    entry = last_entry()
    assert (entry.did, entry.object_id) == (
        "account.password_set",
        world.user("hanh").pk,
    )
    assert entry.actor_id is None
    assert NEW not in repr(dump())
    assert leads_to(hanh.get(reverse("organisations"))).startswith(reverse("sign_in"))


def test_a_weak_password_is_refused_with_its_sentence(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CommandError, match="Mật khẩu quá dễ đoán"):
        run(monkeypatch, "new_password", "--username", "lan", typed="ngắn")
    assert User.objects.get(username="lan").check_password(PASSWORD)


def test_a_name_that_nobody_has_is_said(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CommandError, match="nobody: không có tài khoản này"):
        run(monkeypatch, "new_password", "--username", "nobody")


@pytest.mark.parametrize(
    ("command", "instead"),
    [("changepassword", "new_password"), ("createsuperuser", "open_operator")],
)
def test_what_leaves_no_trail_is_refused_and_says_what_to_use(
    world: World, command: str, instead: str
) -> None:
    assert get_commands()[command] == "phoihop.chores"
    before = dump()
    with pytest.raises(CommandError, match=f"phoihop manage {instead}"):
        call_command(command, "lan")
    assert dump() == before


def test_the_first_operator_is_made_and_comes_in(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(monkeypatch, "open_operator", "--username", "sau", "--name", "Sáu")
    answer: Any = Client().post(
        reverse("sign_in"), {"username": "sau", "password": NEW}
    )
    assert leads_to(answer) == reverse("desk")
