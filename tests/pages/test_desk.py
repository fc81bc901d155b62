"""The desk answers one question: what waits for my body today?"""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop.organisations.permissions import scoped
from phoihop.pages import home
from phoihop.programmes.models import Task
from tests.conftest import SignIn
from tests.factories import World
from tests.pages.words import sheet, words


@pytest.mark.parametrize("name", ["lan", "minh", "oanh", "cuc"])
def test_it_says_what_waits_for_the_body_of_whoever_reads(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    assert words(sign_in(name).get(reverse("desk"))) == snapshot


def test_it_asks_the_database_nine_times(
    world: World, sign_in: SignIn, django_assert_num_queries: Any
) -> None:
    client = sign_in("lan")
    with django_assert_num_queries(9):
        client.get(reverse("desk"))


def test_what_hurts_first_stands_first(world: World, sign_in: SignIn) -> None:
    ban, plan = world.bodies["ban"], world.plan
    with scoped(world.actors["lan"]):
        for text, due in (
            ("Việc của tháng sau", date(2026, 7, 20)),
            ("Việc để quá lâu nhất", date(2026, 3, 1)),
            ("Việc của tuần này", date(2026, 6, 17)),
        ):
            Task.objects.create(
                scope=plan.scope, plan=plan, text=text, lead=ban, due_date=due
            )
    told = sheet(sign_in("lan").get(reverse("desk")))
    order = [
        "Việc để quá lâu nhất",
        world.task.text,
        "Việc của tuần này",
        "Việc của tháng sau",
    ]
    assert sorted(order, key=told.index) == order


def test_the_day_of_the_due_date_is_still_in_time(
    world: World, sign_in: SignIn
) -> None:
    with scoped(world.actors["lan"]):
        Task.objects.filter(pk=world.task.pk).update(due_date=date(2026, 6, 15))
    told = sheet(sign_in("lan").get(reverse("desk")))
    assert "quá hạn" not in told
    assert "sắp đến hạn" in told


def test_it_shows_the_thirty_most_urgent_and_counts_them_all(
    world: World, sign_in: SignIn
) -> None:
    plan = world.plan
    with scoped(world.actors["lan"]):
        Task.objects.bulk_create(
            Task(
                scope=plan.scope,
                plan=plan,
                text=f"Việc số {number}",
                lead=world.bodies["ban"],
                due_date=date(2026, 7, 1),
            )
            for number in range(40)
        )
    told = sheet(sign_in("lan").get(reverse("desk")))
    assert told.count("01/07/2026") == home.ROWS - 1  # and one that is overdue
    assert "[Tất cả đang làm 41]" in told


def test_a_body_whose_tasks_have_no_due_date_is_told_where_they_are(
    world: World, sign_in: SignIn
) -> None:
    with scoped(world.actors["lan"]):
        Task.objects.filter(lead=world.bodies["so"]).update(due_date=None)
    told = sheet(sign_in("minh").get(reverse("desk")))
    assert "Không có việc nào có hạn." in told
    assert "[Xem nhiệm vụ]" in told
