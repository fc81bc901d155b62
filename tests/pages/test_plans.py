"""Yearly plans: one of them now and as it was, drafting one and changing it."""

from datetime import date
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop.organisations.actions import directory
from phoihop.organisations.permissions import command_line, scoped
from phoihop.pages import plans
from phoihop.programmes.actions import plans as actions
from phoihop.programmes.actions import tasks
from phoihop.programmes.models import Plan, Task
from phoihop.reading.findings import Field
from tests import kept_confirmations, readings
from tests.conftest import MADE, SignIn
from tests.factories import World
from tests.pages.visiting import by_name, send
from tests.pages.words import sheet


def address(world: World) -> str:
    return by_name("plan").address(world)


@pytest.mark.parametrize("name", ["lan", "minh", "oanh"])
def test_a_plan_offers_what_the_reader_may_do(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    assert sheet(sign_in(name).get(address(world))) == snapshot


@pytest.mark.parametrize("name", ["plan_create", "plan_edit"])
def test_the_forms(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    assert sheet(sign_in("lan").get(by_name(name).address(world))) == snapshot


@pytest.mark.parametrize(
    ("name", "count"), [("plan", 11), ("plan_create", 5), ("plan_edit", 4)]
)
def test_each_page_asks_as_often_as_written_here(
    world: World, sign_in: SignIn, django_assert_num_queries: Any, name: str, count: int
) -> None:
    client = sign_in("lan")
    with django_assert_num_queries(count):
        client.get(by_name(name).address(world))


def test_more_tasks_cost_no_more_questions(
    world: World, sign_in: SignIn, django_assert_num_queries: Any
) -> None:
    many(world, 230)
    client = sign_in("lan")
    # One more: what is not shown is counted all the same.
    with django_assert_num_queries(12):
        client.get(address(world))


def many(world: World, number: int) -> None:
    with scoped(world.actors["lan"]):
        Task.objects.bulk_create(
            Task(
                scope=world.plan.scope,
                plan=world.plan,
                text=f"Việc số {n}",
                lead=world.bodies["so"],
                due_date=date(2026, 7, 1),
            )
            for n in range(number)
        )


def test_a_long_plan_shows_its_first_tasks_and_leads_to_all(
    world: World, sign_in: SignIn
) -> None:
    many(world, 230)
    client = sign_in("lan")
    told = sheet(client.get(address(world)))
    assert told.count("Việc số") == plans.ROWS - 2  # and two that are due before
    assert "[Xem tất cả nhiệm vụ của kế hoạch]" in told
    every = f"{reverse('tasks')}?ke_hoach={world.plan.pk}"
    assert "Việc số" in sheet(client.get(every))


def changed_since(world: World) -> None:
    """Today lan renames the plan, moves a task and adds one; so gets a new name."""
    lan, plan, task = world.actors["lan"], world.plan, world.task
    today = date(2026, 6, 15)
    with scoped(lan):
        actions.edit(
            plan=plan, seen=1, title="Kế hoạch đã sửa", year=2026, by=lan, on=today
        )
        tasks.edit(
            task=task,
            seen=1,
            text="Tổ chức hai hội nghị",
            lead=world.bodies["so"],
            due_date=date(2026, 9, 30),
            by=lan,
            on=today,
        )
        tasks.create(
            plan=plan, text="Việc thêm hôm nay", lead=task.lead, due_date=None,
            by=lan, on=today,
        )  # fmt: skip
    directory.rename(
        body=world.bodies["so"],
        name="Sở Nội vụ và Lao động tỉnh Lam Khê",
        valid_from=date(2026, 6, 1),
        by=command_line(),
        on=today,
    )


def test_as_it_was_a_month_ago_is_one_press_away(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    changed_since(world)
    client = sign_in("lan")
    now = client.get(address(world))
    assert f'href="{address(world)}?luc=2026-05-31"' in now.content.decode()
    told = sheet(now)
    assert "# Kế hoạch đã sửa" in told
    assert "Việc thêm hôm nay" in told
    assert "Sở Nội vụ và Lao động" in told

    was = sheet(client.get(address(world), {"luc": "2026-05-31"}))
    assert was == snapshot
    assert "# Kế hoạch phối hợp năm 2026" in was
    assert "Việc thêm hôm nay" not in was
    assert "Sở Nội vụ tỉnh Lam Khê" in was
    # What was past its day then was not yet so a month before.
    assert "chưa bắt đầu\n10/06/2026 | [Tổ chức hội nghị" in was


def test_as_it_was_offers_no_editing(world: World, sign_in: SignIn) -> None:
    was = sheet(sign_in("lan").get(address(world), {"luc": "2026-05-31"}))
    assert "[Sửa kế hoạch]" not in was
    assert "[Thêm nhiệm vụ]" not in was


def test_before_it_was_made_there_is_no_plan(world: World, sign_in: SignIn) -> None:
    answer = sign_in("lan").get(address(world), {"luc": "2026-01-11"})
    assert answer.status_code == 404


def test_a_plan_of_this_month_has_no_last_month(world: World, sign_in: SignIn) -> None:
    with time_machine.travel(MADE):
        told = sheet(sign_in("lan").get(address(world)))
    assert "[Hiện nay]" not in told


def test_lan_drafts_a_plan_with_a_party_of_the_programme(
    world: World, sign_in: SignIn
) -> None:
    client = sign_in("lan")
    answer = send(
        client,
        by_name("plan_create").address(world),
        title="Kế hoạch phối hợp năm 2027",
        year=2027,
        partners=[world.bodies["so"].pk],
    )
    told = sheet(client.get(answer.url))
    assert "# Kế hoạch phối hợp năm 2027\nNăm 2027" in told
    assert "Kế hoạch chưa có nhiệm vụ nào." in told


def test_a_body_outside_the_programme_is_not_offered_and_not_taken(
    world: World, sign_in: SignIn
) -> None:
    client, to = sign_in("lan"), by_name("plan_create").address(world)
    assert "Đồng Mây" not in sheet(client.get(to))
    answer = send(
        client, to, title="Với xã", year=2027, partners=[world.bodies["xa"].pk]
    )
    told = sheet(answer)
    assert "Chọn các đơn vị trong danh sách." in told
    with scoped(world.actors["lan"]):
        assert not Plan.objects.filter(title="Với xã").exists()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "vi",
            "Năm của kế hoạch phải nằm trong thời gian của chương trình: "
            "từ 2025 đến 2030.",
        ),
        ("en", "The year of a plan must lie within its programme: from 2025 to 2030."),
    ],
)
def test_a_year_outside_the_programme_is_said_at_the_year(
    world: World, sign_in: SignIn, language: str, sentence: str
) -> None:
    client = sign_in("lan")
    client.post(reverse("switch_language"), {"language": language})
    answer = send(
        client,
        by_name("plan_create").address(world),
        title="Kế hoạch xa",
        year=2040,
        partners=[world.bodies["so"].pk],
    )
    assert answer.status_code == 422
    told = sheet(answer)
    assert f"_2040_\n{sentence}" in told
    assert "_ Kế hoạch xa_" in told
    assert "[x] Sở Nội vụ tỉnh Lam Khê" in told


def test_a_member_changes_no_plan(world: World, sign_in: SignIn) -> None:
    answer = send(
        sign_in("minh"),
        by_name("plan_edit").address(world),
        title="Của sở",
        year=2026,
        seen=1,
    )
    assert answer.status_code == 403
    assert "Việc này do cơ quan thường trực làm." in sheet(answer)


def test_an_item_that_is_itself_a_duty_is_not_said_twice(
    world: World, sign_in: SignIn
) -> None:
    """Its number leads, its words stand once; a rhythm is its due."""
    words = "Trao đổi tài liệu tuyên truyền."
    found = [
        (Field.CLAUSE, words, readings.clause("1.", words, "1.")),
        (
            Field.TASK,
            words,
            readings.task(
                words,
                world.bodies["so"].pk,
                clause=["1."],
                due={"kind": "recurring", "value": "monthly", "bound": "by",
                     "note": "hằng tháng", "date": None},
            ),
        ),
    ]  # fmt: skip
    made = kept_confirmations.made_of(world, readings.read(world, found=found))
    shown = sheet(sign_in("lan").get(reverse("plan", args=[made.plan_id])))
    assert shown.count(words) == 1
    assert "hằng tháng" in shown
