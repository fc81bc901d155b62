"""The operator's pages: bodies, their tree, accounts; no content of any body."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop.accounts.models import User
from phoihop.organisations.actions import people
from phoihop.organisations.models import Organisation
from phoihop.organisations.permissions import command_line
from phoihop.organisations.roles import Role
from tests.conftest import SignIn
from tests.factories import BEGAN, World
from tests.pages.visiting import by_name, leads_to, send
from tests.pages.words import sheet, words

PAGES = ["organisation_found", "organisation_place", "account_open"]


@pytest.mark.parametrize("name", PAGES)
def test_the_forms(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    assert sheet(sign_in("hanh").get(by_name(name).address(world))) == snapshot


@pytest.mark.parametrize(
    ("name", "count"),
    [("organisation_found", 3), ("organisation_place", 5), ("account_open", 3)],
)
def test_each_page_asks_as_often_as_written_here(
    world: World, sign_in: SignIn, django_assert_num_queries: Any, name: str, count: int
) -> None:
    client = sign_in("hanh")
    with django_assert_num_queries(count):
        client.get(by_name(name).address(world))


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("who", ["lan", "quang", "thu"])
def test_they_are_not_there_for_anybody_else(
    world: World, sign_in: SignIn, name: str, who: str
) -> None:
    address = by_name(name).address(world)
    assert sign_in(who).get(address).status_code == 404
    assert send(sign_in(who), address).status_code == 404


@pytest.mark.parametrize("name", ["desk", "programmes", "tasks", "trail"])
def test_the_operator_sees_no_content_of_any_body(
    world: World, sign_in: SignIn, name: str
) -> None:
    told = words(sign_in("hanh").get(reverse(name), follow=True))
    for text in (world.task.text, world.plan.title, world.programme.title):
        assert text not in told


FOUND = {
    "name": "Sở Tài chính tỉnh Lam Khê",
    "type": "state",
    "level": "province",
    "founded_on": "01/07/2025",
    "aliases": "STC\n\n Sở Tài chính \nSTC",
    "decision": "Nghị quyết số 21",
}


def test_a_body_enters_the_directory(world: World, sign_in: SignIn) -> None:
    client = sign_in("hanh")
    answer = send(client, reverse("organisation_found"), **FOUND)
    told = sheet(client.get(answer.url))
    assert "# Sở Tài chính tỉnh Lam Khê" in told
    # One name a line, each once.
    assert "Tên gọi khác\nSTC\nTên gọi khác\nSở Tài chính\n" in told
    assert "01/07/2025 | nay | Sở Tài chính tỉnh Lam Khê | Nghị quyết số 21" in told


def test_what_is_wrong_with_a_new_body_stands_at_its_field(
    world: World, sign_in: SignIn
) -> None:
    wrong = {**FOUND, "founded_on": "30/02/2025"}
    answer = send(sign_in("hanh"), reverse("organisation_found"), **wrong)
    told = sheet(answer)
    assert (
        "_30/02/2025_\nVí dụ 30/06/2026.\nNhập ngày có thật, ví dụ 30/06/2026." in told
    )
    assert "_Sở Tài chính tỉnh Lam Khê_" in told


def place(sign_in: SignIn, below: Organisation, above: Organisation) -> Any:
    to = reverse("organisation_place", args=[below.pk])
    return send(sign_in("hanh"), to, above=above.pk, valid_from="01/07/2025")


def test_a_body_is_put_under_another_but_not_in_a_circle(
    world: World, sign_in: SignIn
) -> None:
    ban, so = world.bodies["ban"], world.bodies["so"]
    assert place(sign_in, so, ban).status_code == 302
    answer = place(sign_in, ban, so)
    assert answer.status_code == 422
    assert "hai đơn vị sẽ là cấp trên của nhau" in sheet(answer)


def test_a_body_has_one_direct_superior_at_a_time(
    world: World, sign_in: SignIn
) -> None:
    ban, so, xa = (world.bodies[key] for key in ("ban", "so", "xa"))
    place(sign_in, xa, ban)
    answer = place(sign_in, xa, so)
    assert "Đơn vị đã có cấp trên trực tiếp" in sheet(answer)


ACCOUNT = {"username": "Tam", "name": "Lý Văn Tám", "password": "rừng dừa nước xanh"}


def test_an_account_is_opened_and_its_owner_signs_in(
    world: World, sign_in: SignIn
) -> None:
    assert send(sign_in("hanh"), reverse("account_open"), **ACCOUNT).status_code == 302
    tam = {"username": "tam", "password": ACCOUNT["password"]}
    # No role yet: the door says of it as much as of a wrong password.
    answer = Client().post(reverse("sign_in"), tam)
    assert answer.status_code == 422
    assert "hỏi quản trị của đơn vị: có thể vai trò đã hết hạn." in sheet(answer)
    people.give_role(
        person=User.objects.get(username="tam"),
        body=world.bodies["so"],
        role=Role.OFFICER,
        since=BEGAN,
        by=command_line(),
        on=BEGAN,
    )
    answer = Client().post(reverse("sign_in"), tam)
    assert leads_to(answer) == reverse("desk")


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"username": "lan"}, "Tên đăng nhập “lan” đã có người dùng."),
        ({"password": "qwerty123456"}, "Mật khẩu quá dễ đoán."),
        ({"password": "ngắn"}, "Mật khẩu quá dễ đoán."),
    ],
)
def test_a_refused_account_says_why_and_shows_no_password(
    world: World, sign_in: SignIn, other: dict[str, str], sentence: str
) -> None:
    typed = {**ACCOUNT, **other}
    answer = send(sign_in("hanh"), reverse("account_open"), **typed)
    assert answer.status_code == 422
    assert sentence in sheet(answer)
    assert "_Lý Văn Tám_" in sheet(answer)
    assert typed["password"] not in answer.content.decode()
