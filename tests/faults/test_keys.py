"""The key of a form: missing, broken, somebody else's, sent before with other words."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from phoihop.posts.models import Post
from phoihop.programmes.models import Task
from phoihop.refusals import Refused
from phoihop.sentences import sentence
from phoihop.trail.models import Entry
from tests.conftest import SignIn
from tests.factories import World
from tests.faults.filled import fields
from tests.faults.forms import FORMS, filled_in, post
from tests.faults.shown import not_in_form
from tests.witness import differences, dump, every, last_entry, said

pytestmark = pytest.mark.anywhere

# What a refused attempt leaves behind: that it was made, and by whom.
TRAIL = ("trail_entry", "trail_payload", "trail_head")


def new(world: World, **other: Any) -> dict[str, Any]:
    """A task, typed and ready to be sent."""
    typed = {
        "text": "In tờ gấp tuyên truyền",
        "lead": world.bodies["so"].pk,
        "due_date": "30/09/2026",
        "idempotency_key": str(uuid4()),
    }
    return typed | other


def create(world: World) -> str:
    """Where a task is added."""
    return reverse("task_create", kwargs={"pk": world.plan.pk})


def send(client: Client, address: str, typed: dict[str, Any]) -> str:
    """Post it; the address that the answer leads to, empty when it leads nowhere."""
    answer: Any = client.post(address, typed)
    return str(answer.headers.get("Location", ""))


BROKEN = [None, "", "khóa", "123", "g" * 32, "0" * 31, "\x00"]


@pytest.mark.parametrize("key", BROKEN)
def test_without_a_key_that_is_one_nothing_is_done(
    key: str | None, world: World
) -> None:
    """Every form comes back filled in, with a new key; then it is sent and done."""
    wrong = []
    for form in filled_in(world):
        typed = {k: v for k, v in form.typed.items() if k != "idempotency_key"}
        if key is not None:
            typed["idempotency_key"] = key
        before = dump(but=TRAIL)
        status, page = post(form.client, form.address, typed)
        kept = not_in_form(page, typed)
        told = sentence(Refused("form.no_key")) in page
        changed = differences(before, dump(but=TRAIL))
        if (status, told, kept, changed) != (422, True, [], []):
            wrong.append((form.name, status, told, kept, changed))
    assert wrong == []


def test_the_form_that_came_back_can_be_sent(world: World, sign_in: SignIn) -> None:
    """It carries a key now."""
    minh, typed = sign_in("minh"), new(world)
    del typed["idempotency_key"]
    _, page = post(minh, create(world), typed)
    assert send(minh, create(world), fields(page))
    assert every(Task)[-1].text == typed["text"]


def test_every_page_with_a_form_writes_another_key_each_time(
    world: World, sign_in: SignIn
) -> None:
    """Two tabs are two forms."""
    keys = []
    for form in FORMS:
        address = form.address(world)
        for _ in range(2):
            page = sign_in(form.who).get(address).content.decode()
            keys += fields(page)["idempotency_key"]
    assert len(set(keys)) == 2 * len(FORMS)


def test_the_key_of_another_person_is_no_key_of_mine(
    world: World, sign_in: SignIn
) -> None:
    """minh is not given what lan made, nor kept from making his own."""
    typed = new(world)
    first = send(sign_in("lan"), create(world), typed)
    second = send(sign_in("minh"), create(world), typed)
    assert first != second
    assert [task.text for task in every(Task)][-2:] == [typed["text"]] * 2


def test_the_key_of_another_form_is_no_key_of_this_one(
    world: World, sign_in: SignIn
) -> None:
    """A key counts at the address where it was sent."""
    lan, typed = sign_in("lan"), new(world)
    send(lan, create(world), typed)
    edit = reverse("task_edit", kwargs={"pk": world.task.pk})
    assert send(lan, edit, {**typed, "seen": 1})
    assert every(Task)[0].text == typed["text"]


def test_the_same_key_with_other_words_is_said(world: World, sign_in: SignIn) -> None:
    """Not swallowed and not done twice: it comes back with a new key, to be sent."""
    lan, typed = sign_in("lan"), new(world)
    first = send(lan, create(world), typed)
    before = dump(but=TRAIL)
    other = {**typed, "text": "Một việc khác hẳn"}
    status, page = post(lan, create(world), other)
    assert status == 422
    assert sentence(Refused("post.sent_with_other_content")) in page
    assert not_in_form(page, other) == []
    assert differences(before, dump(but=TRAIL)) == []
    assert fields(page)["idempotency_key"] != [typed["idempotency_key"]]
    second = send(lan, create(world), fields(page))
    assert second not in ("", first)
    assert every(Task)[-1].text == "Một việc khác hẳn"


def test_a_replay_gives_the_first_answer_though_the_row_has_moved_on(
    world: World, sign_in: SignIn
) -> None:
    """The line broke after the server had done it; meanwhile minh has edited it."""
    lan, minh, typed = sign_in("lan"), sign_in("minh"), new(world)
    first = send(lan, create(world), typed)
    *_, made = tasks = every(Task)
    edit = reverse("task_edit", kwargs={"pk": made.pk})
    assert send(minh, edit, new(world, text="Minh đã sửa", seen=1))
    assert send(lan, create(world), typed) == first
    assert every(Task)[-1].text == "Minh đã sửa"
    assert len(every(Task)) == len(tasks)


def test_a_replayed_edit_is_no_second_edit(world: World, sign_in: SignIn) -> None:
    """The version on the screen is old by then, and yet nobody was faster."""
    lan, minh = sign_in("lan"), sign_in("minh")
    edit = reverse("task_edit", kwargs={"pk": world.task.pk})
    typed = new(world, text="Lan sửa", seen=1)
    first = send(lan, edit, typed)
    assert send(minh, edit, new(world, text="Minh sửa", seen=2))
    assert send(lan, edit, typed) == first != ""
    stored = every(Task)[0]
    assert (stored.text, stored.version) == ("Minh sửa", 3)


def test_a_refused_post_keeps_no_key(world: World, sign_in: SignIn) -> None:
    """What is mended and sent again with the same key is done."""
    lan, typed = sign_in("lan"), new(world)
    address = reverse("plan_create", kwargs={"pk": world.programme.pk})
    plan = {
        "title": "Kế hoạch",
        "year": 2031,
        "partners": [world.bodies["so"].pk],
        "idempotency_key": typed["idempotency_key"],
    }
    status, _ = post(lan, address, plan)
    assert status == 422
    assert not Post.objects.exists()
    assert send(lan, address, {**plan, "year": 2027})
    assert Post.objects.count() == 1


def test_a_wrongly_filled_form_keeps_no_key(world: World, sign_in: SignIn) -> None:
    """It never came to the action."""
    lan, typed = sign_in("lan"), new(world, due_date="31/02/2026")
    status, page = post(lan, create(world), typed)
    assert (status < 500, not_in_form(page, typed)) == (True, [])
    assert not Post.objects.exists()
    assert send(lan, create(world), {**typed, "due_date": "28/02/2026"})


def test_a_refused_attempt_is_in_the_trail_without_its_words(
    world: World, sign_in: SignIn
) -> None:
    """Who tried, on which page, why not; nothing of what was typed."""
    address = reverse("plan_create", kwargs={"pk": world.programme.pk})
    words = "điều không nên lưu lại ở đâu cả"
    typed = {"title": words, "year": 2031, "partners": [world.bodies["so"].pk]}
    post(sign_in("lan"), address, {**typed, "idempotency_key": str(uuid4())})
    entry: Entry = last_entry()
    assert (entry.did, entry.actor_id) == ("refused", world.user("lan").pk)
    assert entry.scope_id == world.bodies["ban"].desk_id
    after = {"code": "plan.year_outside", "route": "plan_create"}
    assert said(entry)["after"] == after
    assert words not in repr(dump())
