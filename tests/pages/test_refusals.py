"""A page of its own for what has no form to stand on: a sentence and what was typed."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop.pages import home
from tests.conftest import SignIn
from tests.factories import World
from tests.pages.visiting import by_name, send
from tests.pages.words import words

pytestmark = pytest.mark.anywhere


def test_no_such_page(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    answer = sign_in("lan").get("/khong-co-trang-nay/")
    assert answer.status_code == 404
    assert words(answer) == snapshot


def test_what_is_not_yours_looks_like_what_does_not_exist(
    world: World, sign_in: SignIn
) -> None:
    cuc = sign_in("cuc")
    foreign = words(cuc.get(by_name("task").address(world)))
    assert foreign == words(cuc.get(reverse("task", args=[10**9])))


def test_a_form_from_a_page_too_old_gives_back_what_was_typed(
    world: World, snapshot: SnapshotAssertion
) -> None:
    lan = Client(enforce_csrf_checks=True)
    lan.force_login(world.user("lan"))
    answer = send(
        lan,
        by_name("task_create").address(world),
        text="Một việc viết rất lâu",
        due_date="30/09/2026",
        seen=1,
        password="không được hiện",
    )
    assert answer.status_code == 403
    assert words(answer) == snapshot
    assert "không được hiện" not in answer.content.decode()


def test_a_fault_of_the_program_says_that_nothing_is_stored_by_half(
    world: World,
    sign_in: SignIn,
    monkeypatch: pytest.MonkeyPatch,
    snapshot: SnapshotAssertion,
) -> None:
    def broken(*args: Any, **kwargs: Any) -> Any:
        raise RuntimeError("a secret of the program")

    monkeypatch.setattr(home, "may_create_programme", broken)
    lan = sign_in("lan")
    lan.raise_request_exception = False
    answer = lan.get(reverse("desk"))
    assert answer.status_code == 500
    assert words(answer) == snapshot
    assert "a secret of the program" not in answer.content.decode()
