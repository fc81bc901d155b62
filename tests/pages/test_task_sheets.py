"""The pages of a task sheet: handed in, looked through, entered, taken back."""

from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook
from syrupy.assertion import SnapshotAssertion

from phoihop.programmes.models import Task, TaskSheet, TaskSheetLine
from phoihop.programmes.rules import task_sheet as rules
from phoihop.reading.jail import extract
from phoihop.sentences import sentence
from tests.conftest import SignIn
from tests.factories import World
from tests.pages.visiting import by_name, send
from tests.pages.words import sheet, words
from tests.task_sheets import (
    BAN,
    KNOWN,
    NEW,
    SO,
    as_file,
    entered,
    line,
    looked_through,
    undone,
)
from tests.witness import every

LINES = [
    line(support=SO, due="quý III/2026", number=1),
    line(KNOWN, due="20/6/2026", support=SO, number=2),
    line("Kiểm tra", lead="Sở Nội vụ Lam Khê", due="31/02/2026", number=3),
]


def address(kept: TaskSheet) -> str:
    """The page of a sheet."""
    return reverse("task_sheet", kwargs={"pk": kept.pk})


def hand_in(client: Any, world: World, data: bytes, name: str = "phu-luc.xlsx") -> Any:
    """The form with this file, sent."""
    file = SimpleUploadedFile(name, data)
    typed = {"idempotency_key": str(uuid4()), "file": file}
    return client.post(by_name("task_sheet_receive").address(world), typed)


def latest() -> TaskSheet:
    """The sheet that came last."""
    found: TaskSheet = every(TaskSheet)[-1]
    return found


@pytest.mark.parametrize(
    ("name", "count"),
    [("task_sheet_receive", 5), ("task_sheet", 9), ("task_sheet_bodies", 7)],
)
def test_each_page_and_how_often_it_asks(
    world: World,
    sign_in: SignIn,
    snapshot: SnapshotAssertion,
    django_assert_num_queries: Any,
    name: str,
    count: int,
) -> None:
    client, page = sign_in("lan"), by_name(name).address(world)
    with django_assert_num_queries(count):
        answer = client.get(page)
    assert sheet(answer) == snapshot


def test_a_long_sheet_asks_no_more_often(
    world: World, sign_in: SignIn, django_assert_num_queries: Any
) -> None:
    client = sign_in("lan")
    many = [line(f"Việc số {n}", support=SO, due="quý IV") for n in range(60)]
    waiting = looked_through(world, [*LINES, *many])
    with django_assert_num_queries(9):
        client.get(address(waiting))
    done = entered(world, waiting, count=61)
    with django_assert_num_queries(7):
        client.get(address(done))


def test_a_sheet_goes_from_the_file_into_the_plan_and_back(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    client, before = sign_in("lan"), len(every(Task))
    answer = hand_in(client, world, as_file(LINES))
    kept = latest()
    assert answer.headers["Location"] == address(kept)
    page = client.get(address(kept))
    assert sheet(page) == snapshot
    assert "Nhập 1 nhiệm vụ" in words(page)
    assert len(every(Task)) == before

    line_known = every(TaskSheetLine)[1].pk
    taken = [f"{line_known}-due-1", f"{line_known}-support-1"]
    answer = send(client, address(kept), seen="1", count="1", take=taken)
    assert answer.status_code == 302
    assert len(every(Task)) == before + 1
    told = words(client.get(address(kept)))
    assert "đã lấy theo bảng" in told
    made = every(Task)[-1]
    task_page = words(client.get(reverse("task", kwargs={"pk": made.pk})))
    assert "Nguyên văn trong bảng" in task_page
    assert "quý III/2026" in task_page

    assert send(client, address(kept), seen="2").status_code == 302
    assert client.get(reverse("task", kwargs={"pk": made.pk})).status_code == 404
    assert "đã hoàn tác" in words(client.get(address(kept)))


def test_a_plan_that_changed_meanwhile_is_shown_anew_and_entered_then(
    world: World, sign_in: SignIn
) -> None:
    client = sign_in("lan")
    kept = looked_through(world, [line(), line("Việc thứ hai")])
    other = looked_through(world, [line()])
    entered(world, other)
    answer = send(client, address(kept), seen="1", count="2")
    assert answer.status_code == 422
    assert answer.wsgi_request.refused.code == "task_sheet.overtaken"
    assert 'name="count" value="1"' in answer.content.decode()
    assert "Nhập 1 nhiệm vụ" in words(answer)
    assert send(client, address(kept), seen="1", count="1").status_code == 302


def test_a_difference_chosen_on_an_older_page_is_not_taken(
    world: World, sign_in: SignIn
) -> None:
    client = sign_in("lan")
    kept = looked_through(world, [line(KNOWN, due="20/6/2026")])
    (row,) = every(TaskSheetLine)
    edit = by_name("task_edit").address(world)
    typed = {"text": KNOWN, "lead": world.bodies["ban"].pk, "seen": 1}
    assert send(client, edit, **typed, due_date="12/06/2026").status_code == 302
    answer = send(client, address(kept), seen="1", count="0", take=f"{row.pk}-due-1")
    assert answer.status_code == 422
    assert answer.wsgi_request.refused.code == "task_sheet.changed"
    assert f'value="{row.pk}-due-2"' in answer.content.decode()


def test_a_name_that_is_not_clear_is_chosen_once(world: World, sign_in: SignIn) -> None:
    client = sign_in("lan")
    lines = [line(lead="Sở Nội vụ"), line("Việc khác", lead="Sở Nội vụ")]
    kept = looked_through(world, lines)
    assert "Chọn đơn vị cho 1 tên chưa rõ" in words(client.get(address(kept)))
    page = reverse("task_sheet_bodies", kwargs={"pk": kept.pk})
    (name,) = client.get(page).context["form"].words
    answer = send(client, page, seen="1")
    assert (answer.status_code, "Chọn đơn vị cho ít nhất" in words(answer)) == (
        422,
        True,
    )
    typed = {name: world.bodies["so"].pk}
    assert send(client, page, seen="1", **typed).status_code == 302
    assert "Nhập 2 nhiệm vụ" in words(client.get(address(kept)))
    assert "không còn tên nào" in words(client.get(page))


BAD = [
    ("a.xlsx", as_file([], heading=("A", "B")), "task_sheet.foreign"),
    ("a.txt", "Nội dung nhiệm vụ".encode(), "task_sheet.not_a_sheet"),
    ("a.xlsx", b"PK\x03\x04 no zip", "file.corrupt"),
    ("a.xlsx", as_file([line("Báo cáo"), ("TUYỆT MẬT",)]), "file.classified"),
]


@pytest.mark.parametrize(("name", "data", "code"), BAD)
def test_a_bad_file_is_answered_at_its_field(
    world: World, sign_in: SignIn, name: str, data: bytes, code: str
) -> None:
    answer = hand_in(sign_in("lan"), world, data, name)
    assert answer.status_code == 422
    assert answer.wsgi_request.refused.code == code
    assert sentence(answer.wsgi_request.refused) in words(answer)
    assert every(TaskSheet) == []


def test_a_foreign_sheet_is_told_which_columns_are_looked_for(
    world: World, sign_in: SignIn
) -> None:
    data = as_file([("A", "B")], heading=("Họ tên", "Chức vụ"))
    told = words(hand_in(sign_in("lan"), world, data))
    assert "“Nội dung nhiệm vụ”, “Đơn vị chủ trì”" in told


def test_a_line_with_personal_data_is_shown_by_its_number_only(
    world: World, sign_in: SignIn
) -> None:
    client = sign_in("lan")
    lines = [line("Gọi số 0912 345 678"), line()]
    answer = hand_in(client, world, as_file(lines))
    told = words(client.get(answer.headers["Location"]))
    assert "dữ liệu cá nhân" in told
    assert "345" not in told


def test_the_partner_sees_the_sheet_and_is_given_no_button(
    world: World, sign_in: SignIn
) -> None:
    kept = looked_through(world, LINES)
    told = words(sign_in("minh").get(address(kept)))
    assert NEW in told
    assert "Nhập 1 nhiệm vụ" not in told
    assert "Tải tệp gốc" not in told


def test_other_sheets_of_the_file_are_told_of(world: World, sign_in: SignIn) -> None:
    """Of those that list tasks the first that is shown is read."""
    book = load_workbook(BytesIO(as_file([line()])))
    for title, state in (("Ẩn", "hidden"), ("Quý IV", "visible")):
        copied = book.copy_worksheet(book.worksheets[0])
        copied.title, copied.sheet_state = title, state
    book.move_sheet("Ẩn", -1)
    written = BytesIO()
    book.save(written)
    client = sign_in("lan")
    answer = hand_in(client, world, written.getvalue())
    told = words(client.get(answer.headers["Location"]))
    assert "Tệp còn 2 trang tính khác" in told
    assert latest().sheet_name == "Sheet"


def test_the_sheets_of_a_plan_are_listed_in_pages(
    world: World, sign_in: SignIn
) -> None:
    client = sign_in("lan")
    for number in range(22):
        looked_through(world, [line(f"Việc {number}")])
    page = by_name("task_sheet_receive").address(world)
    first = client.get(page)
    assert words(first).count("phu-luc.xlsx") == 20
    assert words(client.get(first.context["next"])).count("phu-luc.xlsx") == 2


def test_the_page_of_a_plan_whose_sheet_was_undone_leads_nowhere(
    world: World, sign_in: SignIn
) -> None:
    kept = entered(world, looked_through(world, [line()]))
    undone(world, kept)
    answer = sign_in("lan").get(address(kept))
    assert NEW in words(answer)
    assert "/nhiem-vu/4/" not in answer.content.decode()


def test_a_list_that_left_comes_in_again_and_differs_in_nothing(
    world: World, sign_in: SignIn
) -> None:
    """Same columns in and out: every line is known, to the last due and supporter."""
    client = sign_in("lan")
    lines = [
        line(support=f"{SO}; các xã, phường", due="trước ngày 15/11/2026"),
        line("Việc hai", due="quý III/2026"),
        line("Việc ba", lead=SO, support=BAN, due="thường xuyên"),
        line("Việc bốn", due="30/6/2026"),
    ]
    entered(world, looked_through(world, lines), count=4)
    out = client.get(reverse("plan_table", kwargs={"pk": world.plan.pk}))
    hand_in(client, world, out.content)
    found = client.get(address(latest())).context["lines"]
    assert [(one.line.text, one.mark, one.faults) for one in found] == [
        (one.line.text, "line_known", []) for one in found
    ]
    assert len(found) == 7


def test_the_pattern_can_be_handed_in_as_it_is(world: World, sign_in: SignIn) -> None:
    """Its headings are read; its examples name bodies that no directory has."""
    client = sign_in("lan")
    answer = client.get(reverse("task_sheet_pattern"))
    (found,) = extract(answer.content, name="mau.xlsx").sheets
    read = rules.read(found, year=2026)
    assert [one.faults for one in read.lines] == [(), ()]
    assert answer.headers["Content-Disposition"].startswith("attachment")
    hand_in(client, world, answer.content)
    assert all(row.faults for row in every(TaskSheetLine))
    assert BAN not in answer.content.decode("latin-1")
