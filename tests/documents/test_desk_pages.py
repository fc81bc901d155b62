"""The review desk by the browser: decided, corrected, added, taken out."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from phoihop import clock
from phoihop.documents.actions import desk as actions
from phoihop.documents.models import Draft, DraftState, Reading, ReadingState
from phoihop.reading.findings import Field
from tests import readings
from tests.actions.stage import acting
from tests.conftest import SignIn
from tests.documents.stage import PLAN, drafts_of, read
from tests.factories import World
from tests.pages.visiting import leads_to, send
from tests.pages.words import sheet
from tests.witness import every

pytestmark = pytest.mark.anywhere


def desk_of(reading: Reading) -> str:
    return reverse("review_desk", args=[reading.pk])


def press(client: Client, reading: Reading, do: str) -> Any:
    return send(client, desk_of(reading), do=do)


def again(draft: Draft) -> Draft:
    found: Draft = next(row for row in every(Draft) if row.pk == draft.pk)
    return found


# --- the desk ----------------------------------------------------------------------


def test_the_desk_shows_words_reasons_dues_and_bodies(
    world: World, sign_in: SignIn
) -> None:
    reading = read(world)
    page = sign_in("lan").get(desk_of(reading))
    shown = sheet(page)
    assert "Sở Nội vụ tỉnh Lam Khê" in shown
    assert "29/06/2026 (đọc: «" in shown
    assert "30/09/2026 (đọc: «" in shown
    assert "vì sao: từ “chủ trì, phối hợp”" in shown
    assert "I. NỘI DUNG PHỐI HỢP" in shown
    html = page.content.decode()
    task = drafts_of(reading, "task")[0]
    assert f'id="chu-{task.pk}"' in html
    assert f'href="#nhap-{task.pk}"' in html
    assert "<script>" not in html
    assert "style=" not in html


def test_a_button_decides_and_leads_back_to_the_draft(
    world: World, sign_in: SignIn
) -> None:
    reading, client = read(world), sign_in("lan")
    task = drafts_of(reading, "task")[0]
    for do, state in (
        ("accept", DraftState.ACCEPTED),
        ("reopen", DraftState.OPEN),
        ("outside", DraftState.OPEN),
        ("inside", DraftState.OPEN),
        ("drop", DraftState.DROPPED),
    ):
        answer = press(client, reading, f"{do} {task.pk} {again(task).version}")
        assert leads_to(answer) == f"{desk_of(reading)}#nhap-{task.pk}"
        assert again(task).state == state
    page = client.get(desk_of(reading))
    assert f'data-of="{task.pk}"' not in page.content.decode()


def test_it_is_set_aside_and_taken_up(world: World, sign_in: SignIn) -> None:
    reading, client = read(world), sign_in("lan")
    press(client, reading, "aside 2")
    assert every(Reading)[0].state == ReadingState.SET_ASIDE
    page = client.get(desk_of(reading))
    assert "Lấy lại để xác nhận" in sheet(page)
    assert 'value="accept' not in page.content.decode()
    press(client, reading, "up 3")
    assert every(Reading)[0].state == ReadingState.READY


@pytest.mark.parametrize(
    "do",
    ["", "accept", "accept x 1", "accept 1", "dance {pk} 1", "choose {pk} 1 lead",
     "choose {pk} 1 lead x", "accept 99999999 1", "aside", "accept {pk} ²",
     "choose {pk} 1 lead 99999999999999999999"],
)  # fmt: skip
def test_what_no_button_says_is_no_page(world: World, sign_in: SignIn, do: str) -> None:
    reading = read(world)
    task = drafts_of(reading, "task")[0]
    answer = press(sign_in("lan"), reading, do.format(pk=task.pk))
    assert answer.status_code == 404
    assert again(task).version == 1


def test_two_at_one_desk_see_both_texts(world: World, sign_in: SignIn) -> None:
    reading = read(world)
    draft = drafts_of(reading, "subject")[0]
    with acting(world, "hoa") as by:
        actions.correct(
            draft=draft,
            seen=1,
            value={"text": "của người đến trước"},
            by=by,
            on=clock.today(),
        )
    answer = press(sign_in("lan"), reading, f"accept {draft.pk} 1")
    assert answer.status_code == 409
    shown = sheet(answer)
    assert "chưa xem · phối hợp công tác năm 2026" in shown
    assert "đã sửa · của người đến trước" in shown
    assert again(draft).version == 2


def test_a_body_is_chosen_on_the_desk_and_on_its_own_page(
    world: World, sign_in: SignIn
) -> None:
    # Lan received it from another province, whose office has the same short name.
    text = PLAN.replace("Sở Nội vụ tỉnh Lam Khê", "Sở Nội vụ")
    text = text.replace("Lam Khê", "Bình Phong").replace("LAM KHÊ", "BÌNH PHONG")
    reading, client = read(world, data=text.encode()), sign_in("lan")
    task = drafts_of(reading, "task")[0]
    so = world.bodies["so"].pk
    page = client.get(desk_of(reading))
    choice = f"choose {task.pk} 1 lead {so}"
    assert f'value="{choice}"' in page.content.decode()
    assert "văn bản của nơi khác" in sheet(page)
    assert press(client, reading, choice).status_code == 302
    assert again(task).value["lead"]["organisation"] == so
    address = reverse("draft_body", args=[task.pk]) + "?cho=lead"
    found = client.get(f"{address}&ten=noi+vu")
    assert "Sở Nội vụ tỉnh Lam Khê" in sheet(found)
    assert "Đề nghị thêm vào danh bạ" in sheet(found)
    ban = world.bodies["ban"].pk
    assert send(client, address, body=ban, seen=2).status_code == 302
    assert again(task).value["lead"]["organisation"] == ban
    nowhere = reverse("draft_body", args=[task.pk]) + "?cho=supporting.9"
    assert client.get(nowhere).status_code == 404


# --- correcting and adding ---------------------------------------------------------


def test_a_duty_is_corrected(world: World, sign_in: SignIn) -> None:
    reading, client = read(world), sign_in("lan")
    task = drafts_of(reading, "task")[0]
    address = reverse("draft_edit", args=[task.pk])
    first = client.get(address)
    assert "hoàn thành trước ngày 30/6/2026" in sheet(first)
    typed = {
        "text": "Tổ chức hội nghị",
        "lead": "Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê",
        "supporting": "Sở Nội vụ tỉnh Lam Khê\n\nCác hội",
        "due_words": "quý IV/2026",
        "due_date": "",
        "seen": 1,
    }
    answer = send(client, address, **typed)
    assert leads_to(answer) == f"{desk_of(reading)}#nhap-{task.pk}"
    value = again(task).value
    assert value["text"] == "Tổ chức hội nghị"
    assert value["lead"]["organisation"] == world.bodies["ban"].pk
    names = [(n["text"], n["organisation"]) for n in value["supporting"]]
    assert names == [
        ("Sở Nội vụ tỉnh Lam Khê", world.bodies["so"].pk),
        ("Các hội", None),
    ]
    assert value["supporting"][0]["start"] == PLAN.index("Sở Nội vụ")
    assert (value["due"]["kind"], value["due"]["value"]) == ("quarter", "2026-Q4")


# As the paper has it, over two lines.
EQUAL = "Sở Nội vụ,\nBan Tuyên giáo và Dân vận"
ONE_LINE = "Sở Nội vụ, Ban Tuyên giáo và Dân vận"
BESIDE = "Ban Tuyên giáo và Dân vận"


@pytest.mark.parametrize(
    ("typed", "lead", "words", "supporting"),
    [(ONE_LINE, "Sở Nội vụ", EQUAL, [BESIDE, "Các hội"]),
     ("Sở Tư pháp", "Sở Tư pháp", "", ["Các hội"])],
)  # fmt: skip
def test_equal_doers_are_corrected_as_the_paper_has_them(
    world: World,
    sign_in: SignIn,
    typed: str,
    lead: str,
    words: str,
    supporting: list[str],
) -> None:
    """In one field, not as lead and support: other words take the place of all."""
    reading, client = read(world), sign_in("lan")
    task = drafts_of(reading, "task")[0]
    name = {"start": None, "end": None, "organisation": None}
    doers = {
        "lead": {"text": "Sở Nội vụ", **name},
        "lead_words": EQUAL,
        "supporting": [{"text": BESIDE, **name}, {"text": "Các hội", **name}],
    }
    with acting(world, "lan"):
        task.change(seen=1, value={**task.value, **doers})
    address = reverse("draft_edit", args=[task.pk])
    form = client.get(address).context["form"]
    assert (form["lead"].value(), form["supporting"].value()) == (ONE_LINE, "Các hội")
    send(client, address, text="x", lead=typed, supporting="Các hội", seen=2)
    value = again(task).value
    assert (value["lead"]["text"], value["lead_words"]) == (lead, words)
    assert [one["text"] for one in value["supporting"]] == supporting
    case = json.loads(client.get(reverse("reading_export", args=[reading.pk])).content)
    (labelled,) = case["gold"]["tasks"]
    assert (labelled["lead"].split(), labelled["supporting"]) == (
        typed.split(),
        ["Các hội"],
    )


def test_a_due_that_nobody_understands_is_said(world: World, sign_in: SignIn) -> None:
    reading, client = read(world), sign_in("lan")
    task = drafts_of(reading, "task")[0]
    typed = {"text": "x", "due_words": "sớm nhất có thể", "seen": 1}
    answer = send(client, reverse("draft_edit", args=[task.pk]), **typed)
    assert answer.status_code == 422
    assert "Máy chưa hiểu hạn này." in sheet(answer)
    assert "sớm nhất có thể" in sheet(answer)


def test_a_correction_that_came_late_is_merged(world: World, sign_in: SignIn) -> None:
    reading = read(world)
    draft = drafts_of(reading, "subject")[0]
    address = reverse("draft_edit", args=[draft.pk])
    assert send(sign_in("hoa"), address, text="của hoa", seen=1).status_code == 302
    lan = sign_in("lan")
    late = send(lan, address, text="của lan", seen=1)
    assert late.status_code == 409
    assert "của hoa" in sheet(late)
    assert "của lan" in sheet(late)
    assert "Trần Thị Hoa" in sheet(late)
    assert send(lan, address, text="của lan", seen=2).status_code == 302
    assert again(draft).value["text"] == "của lan"


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("number", {"text": " 85-KH/BTG "}, {"text": "85-KH/BTG"}),
        ("issued_on", {"text": "13/01/2026"}, {"text": "2026-01-13"}),
        ("signer", {"name": "Lê Văn A", "position": ""},
         {"name": "Lê Văn A", "position": None}),
        ("period", {"first": "2026", "last": "2027"},
         {"first": "2026", "last": "2027"}),
        ("reference", {"text": "Luật A", "number": "", "type": "luật", "date": ""},
         {"text": "Luật A", "number": None, "type": "luật", "date": None}),
    ],
)  # fmt: skip
def test_each_shape_has_its_form(
    world: World, sign_in: SignIn, field: str, typed: Any, value: Any
) -> None:
    reading, client = read(world), sign_in("lan")
    draft = drafts_of(reading, field)[0]
    address = reverse("draft_edit", args=[draft.pk])
    assert client.get(address).status_code == 200
    assert send(client, address, seen=1, **typed).status_code == 302
    assert again(draft).value == value
    assert again(draft).found != value


def test_selected_words_are_added(world: World, sign_in: SignIn) -> None:
    reading, client = read(world), sign_in("lan")
    start = PLAN.index("Thường trực Tỉnh ủy")
    address = reverse("draft_add", args=[reading.pk])
    span = f"tu={start}&den={start + 19}"
    kinds = client.get(f"{address}?{span}")
    assert "Thường trực Tỉnh ủy" in sheet(kinds)
    assert f"muc=party&amp;{span.replace('&', '&amp;')}" in kinds.content.decode()
    form = client.get(f"{address}?muc=party&{span}")
    assert "Thường trực Tỉnh ủy" in sheet(form)
    answer = send(
        client, f"{address}?muc=party&{span}", text="Sở Nội vụ tỉnh Lam Khê", seen=1
    )
    made = drafts_of(reading)[-1]
    assert leads_to(answer) == f"{desk_of(reading)}#nhap-{made.pk}"
    assert made.value["organisation"] == world.bodies["so"].pk
    assert (made.state, made.start) == (DraftState.ADDED, start)


@pytest.mark.parametrize(
    "asked", ["muc=dance", "tu=1", "tu=5&den=4", "tu=-1&den=4", "tu=0&den=99999999"]
)
def test_words_that_the_paper_does_not_have_are_not_added(
    world: World, sign_in: SignIn, asked: str
) -> None:
    address = reverse("draft_add", args=[read(world).pk])
    assert sign_in("lan").get(f"{address}?{asked}").status_code == 404


@pytest.mark.parametrize("field", ["task", "clause", "meeting", "issuer", "symbol"])
def test_each_kind_can_be_added(world: World, sign_in: SignIn, field: str) -> None:
    reading, client = read(world), sign_in("lan")
    address = reverse("draft_add", args=[reading.pk]) + f"?muc={field}"
    assert client.get(address).status_code == 200
    typed = {"text": "Nội dung", "kind": "giao ban", "number": "5", "date": "1/2/2026"}
    assert send(client, address, seen=1, **typed).status_code == 302
    assert drafts_of(reading)[-1].field == field
    assert client.get(desk_of(reading)).status_code == 200


def test_personal_data_is_marked_before_the_confirmation(
    world: World, sign_in: SignIn
) -> None:
    line = "hoàn thành trước ngày 30/6/2026, đầu mối ông Lê Văn Nam, 0912 345 678"
    text = PLAN.replace("hoàn thành trước ngày 30/6/2026", line)
    page = sign_in("lan").get(desk_of(read(world, data=text.encode())))
    assert "khi xác nhận sẽ bị từ chối" in sheet(page)


# --- taken out ---------------------------------------------------------------------


def test_the_corrections_are_taken_out_as_a_labelled_case(
    world: World, sign_in: SignIn
) -> None:
    reading, client = read(world), sign_in("lan")
    subject = drafts_of(reading, "subject")[0]
    reference = drafts_of(reading, "reference")[0]
    send(client, reverse("draft_edit", args=[subject.pk]), text="đã sửa", seen=1)
    press(client, reading, f"drop {reference.pk} 1")
    for draft in drafts_of(reading):
        if draft.state == DraftState.OPEN:
            press(client, reading, f"accept {draft.pk} {draft.version}")
    answer = client.get(reverse("reading_export", args=[reading.pk]))
    assert answer.headers["Content-Disposition"].startswith("attachment")
    case = json.loads(answer.content)
    assert case["text"] == PLAN
    gold = case["gold"]
    assert gold["doc"]["number"] == "84-KH/BTGDVTU"
    assert gold["doc"]["subject"] == "đã sửa"
    assert gold["references"] == []
    assert gold["doc"]["signers"] == [
        {"name": "Trần Thị Hoa", "position": "TRƯỞNG BAN"}
    ]
    assert gold["period"] == {"from": "2026", "to": "2026"}
    assert gold["tasks"][0]["lead"] == "Sở Nội vụ tỉnh Lam Khê"
    assert gold["tasks"][0]["due"]["bound"] == "before"
    states = {mark["field"]: mark["state"] for mark in case["marks"]}
    assert (states["subject"], states["reference"]) == ("corrected", "dropped")
    assert states["number"] == "as read"
    assert "organisation" not in answer.content.decode()


@pytest.mark.parametrize("numbered", [True, False])
def test_a_paper_without_a_number_is_labelled_by_its_symbol(
    world: World, sign_in: SignIn, numbered: bool
) -> None:
    found: list[Any] = [(Field.SYMBOL, "KH-BTGDV", {"text": "KH-BTGDV"})]
    if numbered:
        found.append((Field.NUMBER, "12/KH-BTGDV", {"text": "12/KH-BTGDV"}))
    reading = readings.read(world, found=found)
    address = reverse("reading_export", args=[reading.pk])
    said = json.loads(sign_in("lan").get(address).content)["gold"]["doc"]
    assert said["number"] == ("12/KH-BTGDV" if numbered else None)
    assert said.get("symbol") == (None if numbered else "KH-BTGDV")
