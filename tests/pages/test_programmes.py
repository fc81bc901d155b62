"""Programmes: the list, one of them, opening one and changing it."""

from typing import Any

import pytest
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop.organisations.permissions import scoped
from phoihop.programmes.actions import programmes
from phoihop.programmes.models import Plan, Programme
from tests.conftest import MADE, SignIn
from tests.factories import World
from tests.pages.visiting import by_name, send
from tests.pages.words import sheet


def edit_address(world: World) -> str:
    return by_name("programme_edit").address(world)


@pytest.mark.parametrize("name", ["lan", "minh", "cuc", "thu"])
def test_the_list_holds_what_ones_body_is_in(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    assert sheet(sign_in(name).get(reverse("programmes"))) == snapshot


@pytest.mark.parametrize("name", ["lan", "minh", "oanh"])
def test_a_programme_shows_its_parties_and_the_plans_of_the_reader(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    assert sheet(sign_in(name).get(by_name("programme").address(world))) == snapshot


@pytest.mark.parametrize("name", ["programme_create", "programme_edit"])
def test_the_forms(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    assert sheet(sign_in("lan").get(by_name(name).address(world))) == snapshot


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("programmes", 5),
        ("programme", 10),
        ("programme_create", 4),
        ("programme_edit", 4),
    ],
)
def test_each_page_asks_as_often_as_written_here(
    world: World, sign_in: SignIn, django_assert_num_queries: Any, name: str, count: int
) -> None:
    client = sign_in("lan")
    with django_assert_num_queries(count):
        client.get(by_name(name).address(world))


def test_lan_opens_a_programme_and_her_body_is_standing(
    world: World, sign_in: SignIn
) -> None:
    client = sign_in("lan")
    answer = send(
        client,
        reverse("programme_create"),
        title="Chương trình giám sát 2026–2028",
        first_year=2026,
        last_year=2028,
        members=[world.bodies["xa"].pk],
    )
    told = sheet(client.get(answer.url))
    assert "# Chương trình giám sát 2026–2028" in told
    assert "[Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê] | cơ quan thường trực" in told
    assert "[Ủy ban nhân dân xã Đồng Mây] | bên tham gia" in told


def test_years_in_the_wrong_order_stand_at_their_field_and_nothing_typed_is_lost(
    world: World, sign_in: SignIn
) -> None:
    answer = send(
        sign_in("lan"),
        reverse("programme_create"),
        title="Chương trình ngược",
        first_year=2030,
        last_year=2026,
        members=[world.bodies["so"].pk],
    )
    assert answer.status_code == 422
    told = sheet(answer)
    sentence = "Năm đầu phải không sau năm cuối, và cả hai từ 2000 đến 2100."
    assert f"_2026_\n{sentence}" in told
    assert "Chương trình ngược" in told
    assert "[x] Sở Nội vụ tỉnh Lam Khê" in told


def test_no_other_party_is_said_at_the_parties(world: World, sign_in: SignIn) -> None:
    answer = send(
        sign_in("lan"),
        reverse("programme_create"),
        title="Một mình",
        first_year=2026,
        last_year=2027,
    )
    told = sheet(answer)
    assert "Chọn ít nhất một bên tham gia khác." in told
    assert "_2027_" in told


def test_a_programme_does_not_shrink_below_its_plans(
    world: World, sign_in: SignIn
) -> None:
    answer = send(
        sign_in("lan"),
        edit_address(world),
        title="Ngắn lại",
        first_year=2027,
        last_year=2030,
        seen=1,
    )
    assert answer.status_code == 422
    assert "Đã có kế hoạch năm 2026" in sheet(answer)


def test_a_member_may_not_change_the_programme_and_reads_who_may(
    world: World, sign_in: SignIn
) -> None:
    answer = send(
        sign_in("minh"),
        edit_address(world),
        title="Của sở",
        first_year=2025,
        last_year=2030,
        seen=1,
    )
    assert answer.status_code == 403
    told = sheet(answer)
    assert "Việc này do cơ quan thường trực làm." in told
    assert "Của sở" in told


def test_an_observer_may_open_no_programme(world: World, sign_in: SignIn) -> None:
    answer = send(
        sign_in("oanh"),
        reverse("programme_create"),
        title="Của người theo dõi",
        first_year=2026,
        last_year=2027,
        members=[world.bodies["so"].pk],
    )
    assert answer.status_code == 403
    assert "Vai trò của bạn không làm được việc này." in sheet(answer)


def test_the_pager_shows_120_programmes_each_once(
    world: World, sign_in: SignIn
) -> None:
    lan = world.actors["lan"]
    with scoped(lan):
        for number in range(119):
            programmes.create(
                title=f"Chương trình số {number}",
                first_year=2020 + number % 5,
                last_year=2030,
                members=[world.bodies["so"]],
                by=lan,
                on=MADE.date(),
            )
        every = set(Programme.objects.values_list("title", flat=True))
    client, address, read = sign_in("lan"), reverse("programmes"), []
    while address:
        answer = client.get(address)
        read += [row.title for row in answer.context["programmes"]]
        address = answer.context["next"]
    assert len(read) == 120
    assert set(read) == every


def test_the_pager_of_plans_shows_each_once(world: World, sign_in: SignIn) -> None:
    first = world.plan
    with scoped(world.actors["lan"]):
        for number in range(59):
            scope = type(first.scope).objects.create(kind="plan")
            first.scope.members.model.objects.create(
                scope=scope,
                organisation=world.bodies["ban"],
                place="standing",
                since="2026-01-05",
            )
            Plan.objects.create(
                scope=scope,
                programme=world.programme,
                title=f"Kế hoạch số {number}",
                year=2025 + number % 6,
            )
    client, read = sign_in("lan"), []
    address = by_name("programme").address(world)
    while address:
        answer = client.get(address)
        read += [row.pk for row in answer.context["plans"]]
        address = answer.context["next"]
    assert len(read) == len(set(read)) == 60
