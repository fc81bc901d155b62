"""A plan by its clauses, its counts by state, and lists of tasks as sheets."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from syrupy.assertion import SnapshotAssertion

from phoihop.organisations.permissions import scoped
from phoihop.programmes.models import Plan, Task
from tests import agreed
from tests.conftest import SignIn
from tests.factories import World
from tests.pages.words import sheet

TABLES = ("plan_table", "programme_table", "tasks_table")


def table_of(world: World, name: str) -> str:
    if name == "tasks_table":
        return reverse(name)
    of = world.plan if name == "plan_table" else world.programme
    return reverse(name, kwargs={"pk": of.pk})


def read(answer: Any) -> Any:
    """The sheet that was given out."""
    assert answer.status_code == 200
    return load_workbook(BytesIO(answer.content)).active


# --- by clauses --------------------------------------------------------------------


def test_tasks_stand_under_their_clauses_in_the_order_of_the_paper(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    agreed.clauses(world)
    told = sheet(sign_in("lan").get(reverse("plan", kwargs={"pk": world.plan.pk})))
    assert told == snapshot
    assert "1/2 điều khoản đã có nhiệm vụ; 2 nhiệm vụ không thuộc" in told


def test_as_it_was_before_there_were_clauses(world: World, sign_in: SignIn) -> None:
    agreed.clauses(world)
    address = reverse("plan", kwargs={"pk": world.plan.pk})
    told = sheet(sign_in("lan").get(address, {"luc": "2026-05-31"}))
    assert "Công tác tuyên truyền" not in told
    assert world.task.text in told


def test_it_says_its_number_and_day_or_that_it_has_none(
    world: World, sign_in: SignIn
) -> None:
    address, lan = reverse("plan", kwargs={"pk": world.plan.pk}), sign_in("lan")
    assert "Số, ký hiệu\nchưa có số" in sheet(lan.get(address))
    with scoped(world.actors["lan"]):
        Plan.objects.update(number="12/KH-BTGDV", issued_on=date(2026, 2, 3))
    told = sheet(lan.get(address))
    assert "Số, ký hiệu\n12/KH-BTGDV\nNgày ban hành\n03/02/2026" in told
    of_programme = reverse("programme", kwargs={"pk": world.programme.pk})
    assert "12/KH-BTGDV 03/02/2026" in " ".join(sheet(lan.get(of_programme)).split())


def test_clauses_cost_no_more_questions(
    world: World, sign_in: SignIn, django_assert_num_queries: Any
) -> None:
    agreed.clauses(world)
    client = sign_in("lan")
    with django_assert_num_queries(11):
        client.get(reverse("plan", kwargs={"pk": world.plan.pk}))


# --- as sheets ---------------------------------------------------------------------


@pytest.mark.parametrize("name", TABLES)
def test_a_sheet_has_the_tasks_that_its_reader_sees(
    world: World, sign_in: SignIn, name: str
) -> None:
    agreed.clauses(world)
    agreed.support(world)
    given = sign_in("minh").get(table_of(world, name))
    rows = [[cell.value for cell in row] for row in read(given).iter_rows()]
    assert rows[1][0] == "Tính đến hết ngày 15/06/2026"
    assert rows[2][:4] == ["TT", "Kế hoạch", "Điều khoản", "Nội dung nhiệm vụ"]
    assert len(rows) == 3 + 3
    of_so = next(row for row in rows if row[7] and "18" in str(row[7]))
    assert of_so[4:6] == [
        "Sở Nội vụ tỉnh Lam Khê",
        f"Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê: {agreed.DELIVERABLE}",
    ]
    assert of_so[7].date() == date(2026, 6, 18)
    assert of_so[8] == "sắp đến hạn"
    with_clause = next(row for row in rows if row[3] == world.task.text)
    assert with_clause[2] == ("II.1")


@pytest.mark.parametrize("name", TABLES[:2])
def test_to_a_stranger_there_is_no_sheet(
    world: World, sign_in: SignIn, name: str
) -> None:
    assert sign_in("cuc").get(table_of(world, name)).status_code == 404


def test_a_strangers_own_list_is_an_empty_sheet(world: World, sign_in: SignIn) -> None:
    given = read(sign_in("cuc").get(reverse("tasks_table")))
    assert given.max_row == 3
    asked = {"ke_hoach": world.plan.pk}
    again = read(sign_in("cuc").get(reverse("tasks_table"), asked))
    assert again["A1"].value == "Danh sách nhiệm vụ"
    assert again.max_row == 3


def test_the_sheet_of_a_list_is_narrowed_as_the_list_is(
    world: World, sign_in: SignIn
) -> None:
    lan = sign_in("lan")
    link = lan.get(reverse("tasks"), {"han": "overdue"}).content.decode()
    assert f"{reverse('tasks_table')}?han=overdue" in link
    given = read(lan.get(reverse("tasks_table"), {"han": "overdue"}))
    assert [row[3].value for row in given.iter_rows(min_row=4)] == [world.task.text]


@pytest.mark.parametrize("text", ["=1+1", "+84", "-5", "@SUM(A1)", "\t=1", "\r=1"])
def test_what_bodies_wrote_leaves_as_text(
    world: World, sign_in: SignIn, text: str
) -> None:
    with scoped(world.actors["lan"]):
        Task.objects.filter(pk=world.task.pk).update(text=text, reason=text)
        Plan.objects.update(title=text)
    for name in TABLES:
        cells = [
            cell
            for row in read(sign_in("lan").get(table_of(world, name))).iter_rows()
            for cell in row
            if isinstance(cell.value, str) and cell.value.strip() == text.strip()
        ]
        assert len(cells) >= 2
        assert {cell.data_type for cell in cells} == {"s"}
        assert all(cell.quotePrefix for cell in cells)


def test_the_file_is_named_after_the_plan(world: World, sign_in: SignIn) -> None:
    given = sign_in("lan").get(table_of(world, "plan_table"))
    assert given["Content-Disposition"] == (
        'attachment; filename="ke-hoach-phoi-hop-nam-2026_2026-06-15.xlsx"'
    )
    with scoped(world.actors["lan"]):
        Plan.objects.update(title="…\n")
    given = sign_in("lan").get(table_of(world, "plan_table"))
    assert 'filename="nhiem-vu_2026-06-15.xlsx"' in given["Content-Disposition"]


@pytest.mark.parametrize("name", TABLES)
def test_a_sheet_asks_seldom(
    world: World, sign_in: SignIn, django_assert_max_num_queries: Any, name: str
) -> None:
    agreed.support(world)
    client = sign_in("lan")
    with django_assert_max_num_queries(7):
        client.get(table_of(world, name))
