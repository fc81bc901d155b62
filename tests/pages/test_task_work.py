"""A task's page with its reports, supports and steps; the forms that work on it."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop.files.models import StoredFile
from phoihop.organisations.permissions import scoped
from phoihop.programmes.actions import steps
from phoihop.programmes.models import Evidence, Progress, Support, Task
from phoihop.programmes.rules.state import Phase
from tests import agreed
from tests.agreed import final, of_so, reported, words
from tests.conftest import SignIn
from tests.factories import World
from tests.pages.visiting import leads_to, send
from tests.pages.words import sheet
from tests.witness import every


def at(name: str, pk: int) -> str:
    return reverse(name, kwargs={"pk": pk})


def now(task: Task) -> Task:
    found: Task = next(row for row in every(Task) if row.pk == task.pk)
    return found


def full(world: World) -> Task:
    """A task with everything a task may have."""
    agreed.clauses(world)
    agreed.support(world)
    task = agreed.source(world, of_so(world))
    reported(world, task)
    final(world, task)
    return task


# --- the page ----------------------------------------------------------------------


@pytest.mark.parametrize("name", ["lan", "minh", "oanh"])
def test_a_task_with_everything(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    task = full(world)
    assert sheet(sign_in(name).get(at("task", task.pk))) == snapshot


def test_it_asks_twelve_times(
    world: World, sign_in: SignIn, django_assert_num_queries: Any
) -> None:
    task, client = full(world), sign_in("lan")
    for _ in range(3):
        reported(world, task)
    final(world, task)
    with django_assert_num_queries(12):
        client.get(at("task", task.pk))


def test_the_words_it_comes_from_are_lit_in_their_passage(
    world: World, sign_in: SignIn
) -> None:
    task = full(world)
    html = sign_in("minh").get(at("task", task.pk)).content.decode()
    assert f'<mark class="lit">{agreed.QUOTE}</mark> Hoàn thành trước' in html


def test_what_nothing_shows_stands_hollow(world: World, sign_in: SignIn) -> None:
    task = of_so(world)
    reported(world, task, evidence=[])
    told = sheet(sign_in("lan").get(at("task", task.pk)))
    assert told.count("60 % (chưa có minh chứng)") == 2
    reported(world, task)
    told = sheet(sign_in("lan").get(at("task", task.pk)))
    assert "Tiến độ\n60 %\n" in told
    assert told.count("(chưa có minh chứng)") == 1


def test_it_says_who_blocks_it(world: World, sign_in: SignIn) -> None:
    part = agreed.support(world)
    with scoped(world.actors["lan"]):
        Support.objects.filter(pk=part.pk).update(due_date="2026-06-14")
    told = sheet(sign_in("minh").get(at("task", part.task_id)))
    assert "Đang chờ phần việc của\nBan Tuyên giáo và Dân vận Tỉnh ủy" in told


def test_reports_are_paged(world: World, sign_in: SignIn) -> None:
    task = of_so(world)
    for percent in range(25):
        reported(world, task, percent=percent)
    client = sign_in("lan")
    first = client.get(at("task", task.pk))
    assert [row.percent for row in first.context["reports"]] == [*range(24, 4, -1)]
    second = client.get(first.context["next"])
    assert [row.percent for row in second.context["reports"]] == [*range(4, -1, -1)]


def test_as_it_was_it_shows_what_was_reported_by_then(
    world: World, sign_in: SignIn
) -> None:
    task = full(world)
    told = sheet(sign_in("lan").get(at("task", task.pk), {"luc": "2026-06-01"}))
    assert "Chưa có báo cáo tiến độ." in told
    assert "chưa bắt đầu" in told
    assert "[Báo tiến độ]" not in told


def test_a_duty_beyond_has_a_button_and_nothing_else(
    world: World, sign_in: SignIn
) -> None:
    lan = sign_in("lan")
    answer = send(
        lan,
        at("task_create", world.plan.pk),
        text="Bảo vệ mục tiêu",
        lead=world.bodies["so"].pk,
        outside="on",
        due_note="theo phương án",
    )
    told = sheet(lan.get(answer.url))
    assert "ngoài phạm vi hỗ trợ" in told
    assert "[Đánh dấu xong nhiệm vụ]" in told
    assert "Báo tiến độ" not in told
    assert "Đơn vị phối hợp" not in told
    pk = int(answer.url.strip("/").split("/")[-1])
    send(lan, at("task_finish", pk), seen=1)
    assert "ngoài phạm vi hỗ trợ (đã xong)" in sheet(lan.get(answer.url))


# --- its forms ---------------------------------------------------------------------

FORMS = (
    "progress_report",
    "task_accept",
    "task_return",
    "task_pause",
    "task_drop",
    "support_create",
)
OF_A_PART = ("support_edit", "support_finish", "support_withdraw")


@pytest.mark.parametrize("name", FORMS)
def test_the_forms_of_a_task(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    task = full(world)
    assert sheet(sign_in("lan").get(at(name, task.pk))) == snapshot


@pytest.mark.parametrize("name", OF_A_PART)
def test_the_forms_of_a_part(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    part = agreed.support(world)
    assert sheet(sign_in("lan").get(at(name, part.pk))) == snapshot


@pytest.mark.parametrize("name", [*FORMS, "task_resume", "task_finish"])
def test_each_form_asks_seldom(
    world: World, sign_in: SignIn, django_assert_max_num_queries: Any, name: str
) -> None:
    task, client = full(world), sign_in("lan")
    with django_assert_max_num_queries(12):
        assert client.get(at(name, task.pk)).status_code == 200


@pytest.mark.parametrize("name", OF_A_PART)
def test_so_does_each_form_of_a_part(
    world: World, sign_in: SignIn, django_assert_max_num_queries: Any, name: str
) -> None:
    part, client = agreed.support(world), sign_in("lan")
    with django_assert_max_num_queries(8):
        assert client.get(at(name, part.pk)).status_code == 200


@pytest.mark.parametrize("name", [*FORMS, "task_resume", "task_finish"])
def test_to_a_stranger_they_are_not_there(
    world: World, sign_in: SignIn, name: str
) -> None:
    assert sign_in("cuc").get(at(name, world.task.pk)).status_code == 404


@pytest.mark.parametrize("name", OF_A_PART)
def test_nor_are_those_of_a_part(world: World, sign_in: SignIn, name: str) -> None:
    part = agreed.support(world)
    assert sign_in("cuc").get(at(name, part.pk)).status_code == 404


def typed(world: World, **other: Any) -> dict[str, Any]:
    so = {"organisation": world.bodies["so"].pk}
    return {**so, "percent": "60", "note": "Đã xong hai cụm", **other}


def test_minh_reports_with_four_kinds_of_proof(world: World, sign_in: SignIn) -> None:
    task, minh = of_so(world), sign_in("minh")
    answer = send(
        minh,
        at("progress_report", task.pk),
        **typed(
            world,
            paper_text="Số 3/BC-SNV\n\nSố 4/BC-SNV",
            count_text="hội nghị",
            amount="1250",
            link_text="Tin bài",
            link="https://lamkhe.gov.vn/tin/3",
            file=SimpleUploadedFile("danh-sach.txt", b"Danh sach bao cao vien"),
        ),
    )
    assert leads_to(answer) == at("task", task.pk) + "#tien-do"
    told = sheet(minh.get(at("task", task.pk)))
    for proof in (
        "Văn bản: Số 3/BC-SNV",
        "Văn bản: Số 4/BC-SNV",
        "Số liệu: hội nghị: 1.250",
        "Đường dẫn: [Tin bài]",
        "Tệp: [danh-sach.txt]",
    ):
        assert proof in told
    assert len(every(Evidence)) == 5
    uuid = every(StoredFile)[-1].uuid
    given: Any = sign_in("lan").get(reverse("file", kwargs={"uuid": uuid}))
    assert b"".join(given.streaming_content) == b"Danh sach bao cao vien"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"percent": "101"}, "nhỏ hơn hoặc bằng"),
        ({"percent": "nhiều"}, "Tiến độ là một số từ 0 đến 100."),
        ({"note": ""}, "Ghi kết quả đã làm được đến nay."),
        ({"is_final": "on"}, "Đề nghị nghiệm thu khi tiến độ là 100 %."),
        ({"count_text": "hội nghị"}, "Nhập số lượng là số nguyên"),
        ({"amount": "3"}, "Ghi nội dung minh chứng"),
        ({"link": "https://lamkhe.gov.vn/3"}, "Ghi nội dung minh chứng"),
        ({"link_text": "Tin", "link": "https://tin.vn/3"}, "Chỉ nhận đường dẫn"),
        ({"organisation": "1"}, "Chọn một đơn vị trong danh sách."),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_stays_typed(
    world: World, sign_in: SignIn, wrong: dict[str, str], said: str
) -> None:
    minh = sign_in("minh")
    answer = send(
        minh,
        at("progress_report", of_so(world).pk),
        **typed(world, **{"paper_text": "Số 9/BC-SNV", **wrong}),
    )
    told = sheet(answer)
    assert said in told
    assert "Số 9/BC-SNV_" in told
    assert every(Progress) == []


def test_a_supporter_is_offered_no_acceptance(world: World, sign_in: SignIn) -> None:
    part = agreed.support(world)
    told = sheet(sign_in("lan").get(at("progress_report", part.task_id)))
    assert "đề nghị nghiệm thu" not in told
    assert "Thay mặt" not in told


def test_on_behalf_the_paper_is_asked_for(world: World, sign_in: SignIn) -> None:
    _plan, task = agreed.quiet_plan(world)
    lan = sign_in("lan")
    told = sheet(lan.get(at("progress_report", task.pk)))
    assert "Thay mặt, theo văn bản" in told
    assert f"* {agreed.QUIET}" in told
    answer = send(
        lan,
        at("progress_report", task.pk),
        **typed(world, organisation=task.lead_id, paper=""),
    )
    assert "Nhập số và ngày văn bản." in sheet(answer)
    send(
        lan,
        at("progress_report", task.pk),
        **typed(world, organisation=task.lead_id, paper="Công văn 7/CV-HND"),
    )
    told = sheet(lan.get(at("task", task.pk)))
    assert "báo cáo thay mặt, theo văn bản Công văn 7/CV-HND" in told


def test_lan_returns_and_then_accepts(world: World, sign_in: SignIn) -> None:
    task, lan = of_so(world), sign_in("lan")
    first = final(world, task)
    answer = send(lan, at("task_return", task.pk), report=first.pk, reason="")
    assert "Nhập lý do trả lại" in sheet(answer)
    send(lan, at("task_return", task.pk), report=first.pk, reason="Thiếu danh sách")
    assert "trả lại" in sheet(lan.get(at("task", task.pk)))
    assert "Thiếu danh sách" in sheet(sign_in("minh").get(at("task", task.pk)))
    second = final(world, task)
    stale = send(lan, at("task_accept", task.pk), report=first.pk)
    assert "không còn chờ nghiệm thu" in sheet(stale)
    send(lan, at("task_accept", task.pk), report=second.pk)
    assert now(task).phase == Phase.DONE
    assert "✓" in lan.get(at("task", task.pk)).content.decode()
    assert "xong đúng hạn" in sheet(lan.get(at("task", task.pk)))


def test_a_report_of_another_task_is_not_there(world: World, sign_in: SignIn) -> None:
    task = of_so(world)
    report = final(world, task)
    answer = send(sign_in("lan"), at("task_accept", world.task.pk), report=report.pk)
    assert answer.status_code == 404
    assert now(task).phase == Phase.REPORTED


def test_steps_and_parts_by_their_pages(world: World, sign_in: SignIn) -> None:
    part, lan = agreed.support(world), sign_in("lan")
    task = of_so(world)
    send(lan, at("task_pause", task.pk), seen=task.version, reason="chờ hướng dẫn")
    told = sheet(lan.get(at("task", task.pk)))
    assert "tạm dừng lý do: chờ hướng dẫn" in told
    assert "[Tiếp tục nhiệm vụ]" in told
    send(lan, at("task_resume", task.pk), seen=now(task).version)
    send(
        lan, at("support_edit", part.pk), seen=1, deliverable="Hai danh sách",
        due_date="17/06/2026",
    )  # fmt: skip
    assert "17/06/2026" in sheet(lan.get(at("task", task.pk)))
    send(lan, at("support_finish", part.pk), seen=2)
    assert "xong đúng hạn" in sheet(lan.get(at("task", task.pk)))
    send(lan, at("support_withdraw", part.pk), seen=3)
    assert "Chưa có đơn vị phối hợp." in sheet(lan.get(at("task", task.pk)))
    ban = world.bodies["ban"].pk
    send(lan, at("support_create", task.pk), organisation=ban, deliverable="Danh sách")
    send(lan, at("task_drop", task.pk), seen=now(task).version, reason="trùng")
    told = sheet(lan.get(at("task", task.pk)))
    assert "bỏ lý do: trùng" in told
    assert "[Bỏ nhiệm vụ]" not in told


def test_a_part_that_somebody_changed_meanwhile_is_merged(
    world: World, sign_in: SignIn
) -> None:
    part = agreed.support(world)
    address = at("support_edit", part.pk)
    send(sign_in("minh"), address, seen=1, deliverable="của minh", due_date="")
    answer = send(sign_in("lan"), address, seen=1, deliverable="của lan", due_date="")
    assert answer.status_code == 409
    assert "của minh" in sheet(answer)
    assert "của lan_" in sheet(answer)


def test_an_observer_is_offered_nothing(world: World, sign_in: SignIn) -> None:
    task = of_so(world)
    final(world, task)
    told = sheet(sign_in("oanh").get(at("task", task.pk)))
    for button in ("Báo tiến độ", "Nghiệm thu nhiệm vụ", "Sửa nhiệm vụ", "Tạm dừng"):
        assert f"[{button}" not in told
    with scoped(world.actors["lan"]):
        lan = world.actors["lan"]
        steps.pause(task=world.task, seen=1, reason="chờ", **words(lan))
