"""The people of a body: who has which role, giving one and taking it back."""

from typing import Any

import pytest
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop.organisations.models import Membership
from tests.conftest import SignIn
from tests.factories import World
from tests.pages.visiting import by_name, leads_to, send
from tests.pages.words import sheet


def of(world: World, name: str) -> Membership:
    return world.user(name).memberships.get()


@pytest.mark.parametrize("name", ["lan", "quang", "hanh"])
def test_the_people_of_a_body(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    assert sheet(sign_in(name).get(by_name("people").address(world))) == snapshot


def test_people_of_one_role_stand_by_their_given_names(
    world: World, sign_in: SignIn
) -> None:
    for name in ("lan", "hoa", "oanh", "thu"):
        Membership.objects.filter(pk=of(world, name).pk).update(role="officer")
    answer = sign_in("quang").get(by_name("people").address(world))
    officers = [m.person.name for m in answer.context["active"] if m.role == "officer"]
    assert [name.split()[-1] for name in officers] == ["Hoa", "Lan", "Oanh", "Thu"]


@pytest.mark.parametrize("name", ["role_give", "role_end"])
def test_the_forms(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    assert sheet(sign_in("quang").get(by_name(name).address(world))) == snapshot


@pytest.mark.parametrize(
    ("name", "count"), [("people", 8), ("role_give", 4), ("role_end", 6)]
)
def test_each_page_asks_as_often_as_written_here(
    world: World, sign_in: SignIn, django_assert_num_queries: Any, name: str, count: int
) -> None:
    client = sign_in("quang")
    with django_assert_num_queries(count):
        client.get(by_name(name).address(world))


def give(world: World, sign_in: SignIn, name: str, **other: Any) -> Any:
    typed = {"person": "cuc", "role": "observer", "since": "15/06/2026"}
    to = by_name("role_give").address(world)
    return send(sign_in(name), to, **{**typed, **other})


@pytest.mark.parametrize("name", ["quang", "hanh"])
def test_the_admin_or_the_operator_gives_a_role(
    world: World, sign_in: SignIn, name: str
) -> None:
    answer = give(world, sign_in, name)
    assert "Đặng Thị Cúc | người theo dõi | 15/06/2026 | -" in sheet(
        sign_in("lan").get(answer.url)
    )


def test_an_officer_gives_no_role(world: World, sign_in: SignIn) -> None:
    answer = give(world, sign_in, "lan")
    assert answer.status_code == 403
    assert "_cuc_" in sheet(answer)


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"person": "nobody"}, "Không có tài khoản này. Kiểm tra tên đăng nhập."),
        ({"role": "deputy"}, "Người được ủy quyền phải có ngày kết thúc."),
        ({"until": "15/06/2026"}, "Ngày kết thúc phải sau ngày bắt đầu (15/06/2026)."),
        (
            {"person": "oanh"},
            "Bùi Thị Oanh đã có vai trò này trong một phần thời gian đó.",
        ),
        ({"role": "operator"}, "operator"),
    ],
)
def test_a_role_that_cannot_be_is_said_at_its_field(
    world: World, sign_in: SignIn, other: dict[str, str], sentence: str
) -> None:
    answer = give(world, sign_in, "quang", **other)
    assert sentence in sheet(answer)
    assert not Membership.objects.filter(person=world.user("cuc"), role="operator")


def end(world: World, sign_in: SignIn, name: str, whose: str) -> Any:
    membership = of(world, whose)
    to = reverse("role_end", args=[membership.pk])
    return send(sign_in(name), to, seen=membership.version)


def test_a_role_that_ends_today_is_shown_as_ended(
    world: World, sign_in: SignIn
) -> None:
    answer = end(world, sign_in, "quang", "lan")
    told = sheet(sign_in("quang").get(answer.url))
    assert "## Vai trò đã kết thúc" in told
    assert "Nguyễn Thị Lan | chuyên viên | 05/01/2026 | 15/06/2026" in told


def test_whoever_lost_their_role_sees_nothing_from_the_next_request_on(
    world: World, sign_in: SignIn
) -> None:
    lan, address = sign_in("lan"), by_name("task").address(world)
    assert lan.get(address).status_code == 200
    end(world, sign_in, "quang", "lan")
    assert leads_to(lan.get(address)) == f"{reverse('sign_in')}?next={address}"


def test_whoever_got_a_role_may_use_it_at_the_next_request(
    world: World, sign_in: SignIn
) -> None:
    cuc, address = sign_in("cuc"), by_name("task").address(world)
    assert cuc.get(address).status_code == 404
    give(world, sign_in, "quang")
    held = world.user("cuc").memberships.get(role="observer")
    cuc.post(reverse("switch_body"), {"membership": held.pk})
    assert cuc.get(address).status_code == 200


def test_an_ended_role_is_not_ended_twice(world: World, sign_in: SignIn) -> None:
    end(world, sign_in, "quang", "lan")
    answer = end(world, sign_in, "quang", "lan")
    assert answer.status_code == 422
    assert "Vai trò này đã kết thúc từ ngày 15/06/2026." in sheet(answer)


def test_an_officer_ends_no_role(world: World, sign_in: SignIn) -> None:
    assert end(world, sign_in, "lan", "oanh").status_code == 403
