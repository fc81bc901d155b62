"""Adding a task and changing it: what is typed is never lost, nor another's text."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop.organisations.permissions import scoped
from phoihop.programmes.models import Task
from tests.conftest import SignIn
from tests.factories import World
from tests.pages.visiting import by_name, send
from tests.pages.words import sheet


def add_address(world: World) -> str:
    return by_name("task_create").address(world)


def edit_address(world: World) -> str:
    return by_name("task_edit").address(world)


def typed(world: World, **other: Any) -> dict[str, Any]:
    """What lan types into the form."""
    lead = world.bodies["so"].pk
    return {"text": "Rà soát báo cáo", "lead": lead, "due_date": "30/09/2026", **other}


def stored(world: World) -> Task:
    with scoped(world.actors["lan"]):
        return Task.objects.get(pk=world.task.pk)


@pytest.mark.parametrize("name", ["task_create", "task_edit"])
def test_the_forms(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    assert sheet(sign_in("lan").get(by_name(name).address(world))) == snapshot


@pytest.mark.parametrize(("name", "count"), [("task_create", 6), ("task_edit", 6)])
def test_each_page_asks_as_often_as_written_here(
    world: World, sign_in: SignIn, django_assert_num_queries: Any, name: str, count: int
) -> None:
    client = sign_in("lan")
    with django_assert_num_queries(count):
        client.get(by_name(name).address(world))


def test_a_member_of_the_plan_adds_a_task(world: World, sign_in: SignIn) -> None:
    client = sign_in("minh")
    answer = send(client, add_address(world), **typed(world))
    told = sheet(client.get(answer.url))
    assert "# Rà soát báo cáo" in told
    assert "hết ngày 30/09/2026" in told
    assert "Phạm Văn Minh, Sở Nội vụ tỉnh Lam Khê" in told


def test_a_task_may_have_no_due_date(world: World, sign_in: SignIn) -> None:
    client = sign_in("lan")
    answer = send(client, add_address(world), **typed(world, due_date=""))
    assert "Tình trạng\nchưa bắt đầu" in sheet(client.get(answer.url))


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"text": ""}, "Nhập nội dung nhiệm vụ."),
        ({"text": "   "}, "Nhập nội dung nhiệm vụ."),
        ({"lead": ""}, "Chọn đơn vị chủ trì: mỗi nhiệm vụ một đơn vị."),
        ({"due_date": "31/06/2026"}, "Nhập ngày có thật, ví dụ 30/06/2026."),
        ({"due_date": "hôm nào"}, "Nhập ngày có thật, ví dụ 30/06/2026."),
    ],
)
def test_a_wrong_field_says_so_beside_it_and_the_rest_stays_typed(
    world: World, sign_in: SignIn, wrong: dict[str, str], sentence: str
) -> None:
    answer = send(sign_in("lan"), add_address(world), **typed(world, **wrong))
    assert answer.status_code == 422
    html, told = answer.content.decode(), sheet(answer)
    (field,) = wrong
    said = html.index(f'id="id_{field}_error"')
    assert sentence in html[said : said + 200]
    for name, shown in (
        ("text", "Rà soát báo cáo"),
        ("lead", "* Sở Nội vụ tỉnh Lam Khê"),
        ("due_date", "_30/09/2026_"),
    ):
        assert name in wrong or shown in told
    assert Task.__name__ not in told


def test_a_body_outside_the_plan_cannot_lead(world: World, sign_in: SignIn) -> None:
    xa = world.bodies["xa"].pk
    client = sign_in("lan")
    assert "Đồng Mây" not in sheet(client.get(add_address(world)))
    answer = send(client, add_address(world), **typed(world, lead=xa))
    assert "Chọn một đơn vị trong danh sách." in sheet(answer)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("vi", "Vai trò của bạn không làm được việc này."),
        ("en", "Your role cannot do this."),
    ],
)
def test_an_observer_is_refused_and_keeps_what_was_typed(
    world: World, sign_in: SignIn, language: str, sentence: str
) -> None:
    client = sign_in("oanh")
    client.post(reverse("switch_language"), {"language": language})
    answer = send(client, add_address(world), **typed(world))
    assert answer.status_code == 403
    assert sentence in sheet(answer)
    assert "Rà soát báo cáo" in sheet(answer)


def test_the_form_sent_twice_adds_one_task(world: World, sign_in: SignIn) -> None:
    client, key = sign_in("lan"), str(uuid4())
    first = send(client, add_address(world), **typed(world), idempotency_key=key)
    again = send(client, add_address(world), **typed(world), idempotency_key=key)
    assert first.url == again.url
    with scoped(world.actors["lan"]):
        assert Task.objects.filter(text="Rà soát báo cáo").count() == 1


def test_a_form_sent_again_with_another_text_is_asked_about(
    world: World, sign_in: SignIn
) -> None:
    client, key = sign_in("lan"), str(uuid4())
    send(client, add_address(world), **typed(world), idempotency_key=key)
    other = typed(world, text="Một việc khác", idempotency_key=key)
    answer = send(client, add_address(world), **other)
    assert answer.status_code == 422
    told = sheet(answer)
    assert "Biểu mẫu này đã được gửi một lần với nội dung khác" in told
    assert "Một việc khác" in told


@pytest.mark.parametrize("key", ["", "not a key"])
def test_a_form_without_its_key_is_shown_again_with_all_that_was_typed(
    world: World, sign_in: SignIn, key: str
) -> None:
    client = sign_in("lan")
    answer = send(client, add_address(world), **typed(world), idempotency_key=key)
    told = sheet(answer)
    assert "Biểu mẫu thiếu mã chống gửi trùng nên chưa được lưu." in told
    assert "Rà soát báo cáo" in told


def hidden(answer: Any, name: str) -> str:
    """What a hidden field of a form holds."""
    found = re.search(rf'name="{name}" value="([^"]*)"', answer.content.decode())
    assert found is not None
    return found.group(1)


def both_edit(world: World, sign_in: SignIn) -> tuple[Client, Any]:
    """Lan and minh open the same task; minh saves first, then lan."""
    lan, minh, to = sign_in("lan"), sign_in("minh"), edit_address(world)
    seen = hidden(lan.get(to), "seen")
    so = world.bodies["so"].pk
    faster = typed(world, text="Bản của Minh", lead=so, due_date="01/08/2026")
    assert send(minh, to, **faster, seen=seen).status_code == 302
    slower = typed(world, text="Bản của Lan", lead=world.bodies["ban"].pk)
    return lan, send(lan, to, **slower, seen=seen)


def test_whoever_was_slower_sees_both_texts_and_has_lost_nothing(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    _lan, answer = both_edit(world, sign_in)
    assert answer.status_code == 409
    assert sheet(answer) == snapshot
    assert stored(world).text == "Bản của Minh"


def test_the_other_text_is_offered_as_its_field_would_post_it(
    world: World, sign_in: SignIn
) -> None:
    _lan, answer = both_edit(world, sign_in)
    html = answer.content.decode()
    so = world.bodies["so"].pk
    for into, value in (
        ("id_text", "Bản của Minh"),
        ("id_lead", str(so)),
        ("id_due_date", "01/08/2026"),
    ):
        assert f'data-into="{into}" data-value="{value}"' in html


def test_after_the_merge_it_is_saved(world: World, sign_in: SignIn) -> None:
    lan, answer = both_edit(world, sign_in)
    merged = typed(world, text="Bản chung", seen=hidden(answer, "seen"))
    key = hidden(answer, "idempotency_key")
    saved = send(lan, edit_address(world), **merged, idempotency_key=key)
    assert saved.status_code == 302
    assert stored(world).text == "Bản chung"
    told = sheet(lan.get(saved.url))
    assert "từ Bản của Minh thành Bản chung" in told


def test_the_merge_speaks_english_too(world: World, sign_in: SignIn) -> None:
    sign_in("lan").post(reverse("switch_language"), {"language": "en"})
    _lan, answer = both_edit(world, sign_in)
    told = sheet(answer)
    assert "Somebody saved just before you. Compare the two texts below" in told
    assert "Your text\nBản của Lan" in told
    assert "The text somebody else has just saved" in told


def test_what_was_refused_stands_in_the_trail_without_its_text(
    world: World, sign_in: SignIn
) -> None:
    send(sign_in("oanh"), add_address(world), **typed(world))
    told = sheet(sign_in("lan").get(reverse("trail")))
    assert "Bị từ chối" in told
    assert "permission.role" in told
    assert "Rà soát báo cáo" not in told
