"""The list of tasks, narrowed and paged, and one task now and as it was."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop.organisations.permissions import scoped
from phoihop.programmes.actions import tasks as actions
from phoihop.programmes.models import Task
from tests.conftest import SignIn
from tests.factories import World
from tests.pages.visiting import by_name
from tests.pages.words import sheet

OVERDUE = "Tổ chức hội nghị báo cáo viên quý II"
SOON = "Cung cấp tài liệu về cải cách hành chính"
ALWAYS = "Trao đổi thông tin thường xuyên"


def address(world: World) -> str:
    return by_name("task").address(world)


@pytest.mark.parametrize("name", ["lan", "minh", "cuc"])
def test_the_list_holds_the_tasks_of_the_readers_plans(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    assert sheet(sign_in(name).get(reverse("tasks"))) == snapshot


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("", {OVERDUE, SOON, ALWAYS}),
        ("han=overdue", {OVERDUE}),
        ("han=at_risk", {SOON}),
        ("han=in_time", set()),
        ("han=not_started", {ALWAYS}),
        ("cua_toi=on", {OVERDUE}),
        ("cua_toi=on&han=at_risk", set()),
        ("han=sometime", set()),
        ("ke_hoach=0", set()),
    ],
)
def test_the_list_is_narrowed(
    world: World, sign_in: SignIn, asked: str, left: set[str]
) -> None:
    told = sheet(sign_in("lan").get(f"{reverse('tasks')}?{asked}"))
    assert {text for text in (OVERDUE, SOON, ALWAYS) if text in told} == left
    assert ("Không có nhiệm vụ nào như bạn tìm." in told) == (not left)


def test_the_list_of_one_plan_says_which(world: World, sign_in: SignIn) -> None:
    asked = {"ke_hoach": world.plan.pk}
    told = sheet(sign_in("lan").get(reverse("tasks"), asked))
    assert "# Nhiệm vụ\nKế hoạch phối hợp năm 2026" in told


def test_a_plan_that_is_not_ones_own_narrows_to_nothing(
    world: World, sign_in: SignIn
) -> None:
    asked = {"ke_hoach": world.plan.pk}
    told = sheet(sign_in("cuc").get(reverse("tasks"), asked))
    assert world.plan.title not in told
    assert "Không có nhiệm vụ nào như bạn tìm." in told


@pytest.mark.parametrize(("name", "count"), [("tasks", 4), ("task", 11)])
def test_each_page_asks_as_often_as_written_here(
    world: World, sign_in: SignIn, django_assert_num_queries: Any, name: str, count: int
) -> None:
    client = sign_in("lan")
    with django_assert_num_queries(count):
        client.get(by_name(name).address(world))


def many(world: World) -> set[int]:
    """120 tasks: on the same day by the dozen, and a third of them without a day."""
    days = [None, date(2026, 7, 1), date(2026, 7, 2)]
    with scoped(world.actors["lan"]):
        Task.objects.bulk_create(
            Task(
                scope=world.plan.scope,
                plan=world.plan,
                text=f"Việc số {number}",
                lead=world.bodies["ban" if number % 2 else "so"],
                due_date=days[number % 3],
            )
            for number in range(117)
        )
        return set(Task.objects.values_list("pk", flat=True))


def test_the_pager_shows_120_tasks_each_once_in_order(
    world: World, sign_in: SignIn, django_assert_num_queries: Any
) -> None:
    every, client = many(world), sign_in("lan")
    address, read, pages = reverse("tasks"), [], 0
    while address:
        # A page far down costs what the first one does.
        with django_assert_num_queries(4):
            answer = client.get(address)
        read += answer.context["tasks"]
        address, pages = answer.context["next"], pages + 1
    assert pages == 3
    assert len(read) == 120
    assert {task.pk for task in read} == every
    dated = [task.due_date for task in read if task.due_date]
    assert dated == sorted(dated)
    assert all(task.due_date is None for task in read[len(dated) :])


def test_the_pager_keeps_the_filter_and_leads_back(
    world: World, sign_in: SignIn
) -> None:
    many(world)
    client = sign_in("lan")
    first = client.get(reverse("tasks"), {"cua_toi": "on"})
    assert "Đang xem 50 dòng [Xem tiếp]" in sheet(first)
    second = client.get(first.context["next"])
    ban = world.bodies["ban"].pk
    assert {task.lead_id for task in second.context["tasks"]} == {ban}
    assert second.context["first"] == f"{reverse('tasks')}?cua_toi=on"
    assert "[Về đầu]" in sheet(second)


def test_a_task_added_meanwhile_doubles_none_and_hides_none(
    world: World, sign_in: SignIn
) -> None:
    every, client = many(world), sign_in("lan")
    first = client.get(reverse("tasks"))
    with scoped(world.actors["lan"]):
        Task.objects.create(
            scope=world.plan.scope,
            plan=world.plan,
            text="Việc chen vào đầu",
            lead=world.bodies["ban"],
            due_date=date(2026, 6, 1),
        )
    second = client.get(first.context["next"])
    third = client.get(second.context["next"])
    read = [t.pk for page in (first, second, third) for t in page.context["tasks"]]
    assert len(read) == 120
    assert set(read) == every


@pytest.mark.parametrize("name", ["lan", "minh", "oanh"])
def test_a_task_says_what_who_and_until_when(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    assert sheet(sign_in(name).get(address(world))) == snapshot


def test_a_task_shows_who_changed_what_and_what_it_said_before(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    lan = world.actors["lan"]
    with scoped(lan):
        actions.edit(
            task=world.task,
            seen=1,
            text="Tổ chức hai hội nghị",
            lead=world.bodies["ban"],
            due_date=date(2026, 9, 30),
            by=lan,
            on=date(2026, 6, 15),
        )
    client = sign_in("minh")
    assert sheet(client.get(address(world))) == snapshot(name="now")
    was = client.get(address(world), {"luc": "2026-01-31"})
    assert sheet(was) == snapshot(name="was")
    assert f"# {OVERDUE}" in sheet(was)
    assert "hết ngày 10/06/2026" in sheet(was)


def test_before_it_was_added_there_is_no_task(world: World, sign_in: SignIn) -> None:
    answer = sign_in("lan").get(address(world), {"luc": "2025-12-31"})
    assert answer.status_code == 404
