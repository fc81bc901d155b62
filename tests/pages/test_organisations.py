"""Bodies: the directory, one of them, its names over time."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop.organisations.actions import directory
from phoihop.organisations.models import Organisation
from phoihop.organisations.permissions import command_line
from tests.conftest import SignIn
from tests.factories import BEGAN, World
from tests.pages.visiting import by_name, send
from tests.pages.words import sheet

NEW = "Ban Tuyên giáo, Dân vận và Báo chí Tỉnh ủy Lam Khê"


def address(world: World) -> str:
    return by_name("organisation").address(world)


@pytest.mark.parametrize("name", ["lan", "hanh"])
def test_the_directory_is_for_everybody_and_its_keeper_adds_to_it(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    assert sheet(sign_in(name).get(reverse("organisations"))) == snapshot


@pytest.mark.parametrize("name", ["lan", "quang", "minh", "hanh"])
def test_a_body_shows_its_changes_to_itself_alone(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    told = sheet(sign_in(name).get(address(world)))
    assert told == snapshot
    assert ("Ai đã sửa gì" in told) == (name in ("lan", "quang"))


@pytest.mark.parametrize("name", ["organisation_rename", "organisation_alias"])
def test_the_forms(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    assert sheet(sign_in("quang").get(by_name(name).address(world))) == snapshot


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("organisations", 4),
        ("organisation", 11),
        ("organisation_rename", 4),
        ("organisation_alias", 4),
    ],
)
def test_each_page_asks_as_often_as_written_here(
    world: World, sign_in: SignIn, django_assert_num_queries: Any, name: str, count: int
) -> None:
    client = sign_in("quang")
    with django_assert_num_queries(count):
        client.get(by_name(name).address(world))


def found(name: str) -> Organisation:
    return directory.found(
        name=name,
        type=Organisation.Type.STATE,
        level=Organisation.Level.COMMUNE,
        founded_on=BEGAN,
        by=command_line(),
        on=date(2026, 6, 1),
    )


@pytest.mark.parametrize(
    ("words", "left"),
    [("Nội vụ", 1), ("ban", 2), ("tỉnh ủy lam khê", 1), ("không có", 0), ("%", 0)],
)
def test_the_directory_is_searched_by_words_of_a_name(
    world: World, sign_in: SignIn, words: str, left: int
) -> None:
    answer = sign_in("lan").get(reverse("organisations"), {"ten": words})
    assert len(answer.context["names"]) == left
    assert ("Thử một từ khác trong tên." in sheet(answer)) == (left == 0)


def test_the_pager_shows_120_bodies_each_once_by_name(
    world: World, sign_in: SignIn
) -> None:
    for number in range(117):
        # Two and two have one name: the key tells them apart.
        found(f"Ủy ban nhân dân xã số {number // 2}")
    client, read = sign_in("lan"), []
    page = reverse("organisations")
    while page:
        answer = client.get(page)
        read += [row.organisation_id for row in answer.context["names"]]
        page = answer.context["next"]
    assert len(read) == 120
    assert set(read) == set(Organisation.objects.values_list("pk", flat=True))


def test_an_ended_body_is_found_and_marked(world: World, sign_in: SignIn) -> None:
    xa = world.bodies["xa"]
    Organisation.objects.filter(pk=xa.pk).update(ended_on=date(2026, 6, 1))
    client = sign_in("lan")
    told = sheet(client.get(reverse("organisations")))
    assert "[Ủy ban nhân dân xã Đồng Mây] (đã kết thúc)" in told
    told = sheet(client.get(reverse("organisation", args=[xa.pk])))
    assert "Đơn vị này kết thúc hoạt động từ ngày 01/06/2026." in told


def test_its_place_in_the_tree_is_shown_on_both_sides(
    world: World, sign_in: SignIn
) -> None:
    so, xa = world.bodies["so"], world.bodies["xa"]
    directory.place_under(
        below=xa, above=so, valid_from=BEGAN, by=command_line(), on=BEGAN
    )
    client = sign_in("cuc")
    told = sheet(client.get(reverse("organisation", args=[xa.pk])))
    assert "Cấp trên trực tiếp\nSở Nội vụ tỉnh Lam Khê" in told
    told = sheet(client.get(reverse("organisation", args=[so.pk])))
    assert "[Ủy ban nhân dân xã Đồng Mây] | 05/01/2026" in told


def rename(world: World, sign_in: SignIn, name: str, **other: Any) -> Any:
    typed = {"name": NEW, "valid_from": "01/06/2026", "decision": "QĐ 1-QĐ/TU"}
    to = by_name("organisation_rename").address(world)
    return send(sign_in(name), to, **{**typed, **other})


def test_the_admin_renames_the_body_and_the_old_name_stays(
    world: World, sign_in: SignIn
) -> None:
    answer = rename(world, sign_in, "quang")
    told = sheet(sign_in("cuc").get(answer.url))
    assert f"# {NEW}" in told
    assert f"01/06/2026 | nay | {NEW} | QĐ 1-QĐ/TU" in told
    assert "05/01/2026 | 01/06/2026 | Ban Tuyên giáo và Dân vận" in told


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        (
            {"valid_from": "05/01/2026"},
            "Khoảng thời gian này trùng với tên “Ban Tuyên giáo và Dân vận Tỉnh ủy "
            "Lam Khê” (từ 05/01/2026).",
        ),
        (
            {"valid_to": "01/06/2026"},
            "Ngày kết thúc phải sau ngày bắt đầu (01/06/2026).",
        ),
        ({"valid_from": "32/01/2026"}, "Nhập ngày có thật, ví dụ 30/06/2026."),
    ],
)
def test_days_that_cannot_be_are_said_and_the_name_stays_typed(
    world: World, sign_in: SignIn, other: dict[str, str], sentence: str
) -> None:
    told = sheet(rename(world, sign_in, "quang", **other))
    assert sentence in told
    assert f"_{NEW}_" in told


@pytest.mark.parametrize("name", ["lan", "minh", "cuc"])
def test_nobody_else_renames_it(world: World, sign_in: SignIn, name: str) -> None:
    answer = rename(world, sign_in, name)
    assert answer.status_code == 403
    assert f"_{NEW}_" in sheet(answer)


def test_the_admin_adds_another_name_once(world: World, sign_in: SignIn) -> None:
    client, to = sign_in("quang"), by_name("organisation_alias").address(world)
    answer = send(client, to, text="BTGDVTU")
    assert "Tên gọi khác\nBTGDVTU" in sheet(client.get(answer.url))
    answer = send(client, to, text="BTGDVTU")
    assert "Đơn vị đã có tên gọi khác “BTGDVTU”." in sheet(answer)
