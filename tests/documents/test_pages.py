"""The pages of papers: handed in, listed, read, looked through on the desk."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from phoihop.documents.models import Document, Draft, DraftState, Reading
from phoihop.files.models import StoredFile
from phoihop.refusals import Refused
from phoihop.sentences import sentence
from tests.conftest import SignIn
from tests.documents.stage import NAME, PLAN, drafts_of, read, reading_of, received
from tests.factories import World
from tests.jobs.stage import worked
from tests.pages.papers import paper
from tests.pages.visiting import leads_to, send
from tests.pages.words import sheet
from tests.witness import every


def hand_in(client: Client, data: bytes = PLAN.encode(), name: str = NAME) -> Any:
    return send(client, reverse("document_receive"), file=paper(data, name))


def desk_of(reading: Reading) -> str:
    return reverse("review_desk", args=[reading.pk])


def press(client: Client, reading: Reading, do: str) -> Any:
    return send(client, desk_of(reading), do=do)


# --- receiving ---------------------------------------------------------------------


def test_a_paper_is_handed_in_read_and_opened(world: World, sign_in: SignIn) -> None:
    client = sign_in("lan")
    answer = hand_in(client)
    (document,) = every(Document)
    assert leads_to(answer) == reverse("document", args=[document.pk])
    page = client.get(leads_to(answer))
    assert "Máy đang đọc văn bản." in sheet(page)
    assert "data-refresh" in page.content.decode()
    worked()
    reading = reading_of(document)
    page = client.get(leads_to(answer))
    assert desk_of(reading) in page.content.decode()
    assert "data-refresh" not in page.content.decode()
    listed = client.get(reverse("documents"))
    assert desk_of(reading) in listed.content.decode()
    assert "84-KH/BTGDVTU" in sheet(client.get(desk_of(reading)))


def test_pasted_text_is_a_file_of_its_own(world: World, sign_in: SignIn) -> None:
    pasted = PLAN.replace("\n", "\r\n")
    address = reverse("document_receive")
    answer = send(sign_in("lan"), address, text=pasted, title="Kế hoạch năm 2026")
    assert answer.status_code == 302
    (document,) = every(Document)
    (file,) = every(StoredFile)
    assert document.title == "Kế hoạch năm 2026"
    assert (file.kind, file.size) == ("txt", len(PLAN.encode()))


def test_the_same_paper_again_leads_to_the_reading_that_there_is(
    world: World, sign_in: SignIn
) -> None:
    first = hand_in(sign_in("lan"))
    worked()
    client = sign_in("hoa")
    second = hand_in(client, name="ten-khac.txt")
    assert leads_to(second) == f"{leads_to(first)}?da_co=1"
    page = client.get(leads_to(second))
    assert "đã nhận đúng tệp này từ trước" in sheet(page)
    assert desk_of(reading_of(every(Document)[0])) in page.content.decode()
    assert len(every(StoredFile)) == 1


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"title": "Tên đã gõ"}, "document.nothing_given"),
        ({"title": "Tên đã gõ", "text": "x"}, "document.both_given"),
    ],
)
def test_one_paper_at_a_time_and_what_was_typed_stays(
    world: World, sign_in: SignIn, typed: dict[str, str], code: str
) -> None:
    more: dict[str, Any] = (
        {"file": paper(PLAN.encode(), NAME)} if "text" in typed else {}
    )
    answer = send(sign_in("lan"), reverse("document_receive"), **typed, **more)
    assert answer.status_code == 422
    assert sentence(Refused(code)) in sheet(answer)
    assert "Tên đã gõ" in sheet(answer)
    assert every(Document) == []


@pytest.mark.parametrize("who", ["quang", "oanh", "thu", "hanh"])
def test_who_may_not_receive_is_told(world: World, sign_in: SignIn, who: str) -> None:
    client = sign_in(who)
    assert hand_in(client).status_code == 403
    page = client.get(reverse("documents"))
    assert reverse("document_receive") not in page.content.decode()


# --- nobody else -------------------------------------------------------------------


@pytest.mark.parametrize("who", ["minh", "cuc", "hanh"])
def test_to_others_nothing_of_it_is_there(
    world: World, sign_in: SignIn, who: str
) -> None:
    """minh's body is a party of the same plan; the paper lies on ban's desk only."""
    reading = read(world)
    draft = drafts_of(reading)[0]
    client = sign_in(who)
    addresses = [
        reverse("document", args=[reading.document_id]),
        reverse("document_read_again", args=[reading.document_id]),
        desk_of(reading),
        reverse("draft_add", args=[reading.pk]),
        reverse("reading_export", args=[reading.pk]),
        reverse("draft_edit", args=[draft.pk]),
        reverse("draft_body", args=[draft.pk]) + "?cho=organisation",
        reverse("file", args=[every(StoredFile)[0].uuid]),
    ]
    for address in addresses:
        assert client.get(address).status_code == 404, address
        assert send(client, address, do=f"accept {draft.pk} 1").status_code == 404
    assert NAME not in client.get(reverse("documents")).content.decode()
    assert {row.state for row in every(Draft)} == {DraftState.OPEN}


def test_another_body_with_the_same_paper_is_told_nothing(
    world: World, sign_in: SignIn
) -> None:
    read(world)
    answer = hand_in(sign_in("minh"))
    assert "da_co" not in leads_to(answer)
    assert len(every(Document)) == 2


# --- a long one --------------------------------------------------------------------


def long_plan(duties: int) -> bytes:
    lines = [
        f"{number}. Sở Nội vụ tỉnh Lam Khê chủ trì, phối hợp với Ban Tuyên giáo và Dân "
        f"vận Tỉnh ủy Lam Khê tổ chức hội nghị lần {number}, hoàn thành trước ngày "
        f"{number % 27 + 1}/6/2026."
        for number in range(1, duties + 1)
    ]
    head, tail = PLAN.split("1. Sở Nội vụ")[0], PLAN[PLAN.index("\nNơi nhận") :]
    return (head + "\n".join(lines) + "\n" + tail).encode()


def test_a_long_reading_asks_no_more_than_twelve_questions(
    world: World, sign_in: SignIn, django_assert_max_num_queries: Any
) -> None:
    reading, client = read(world, data=long_plan(48)), sign_in("lan")
    assert len(drafts_of(reading, "task")) == 48
    with django_assert_max_num_queries(12):
        client.get(desk_of(reading))


def test_the_list_goes_on_behind_its_first_rows(
    world: World, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("phoihop.pages.asked.ROWS", 2)
    for number in range(3):
        received(world, data=PLAN.encode() + b"\n" * number, title=f"Bản {number}")
    client = sign_in("lan")
    first = client.get(reverse("documents"))
    assert "Bản 2" in sheet(first)
    assert "Bản 0" not in sheet(first)
    (address,) = set(re.findall(r'href="([^"]*sau=[^"]*)"', first.content.decode()))
    assert "Bản 0" in sheet(client.get(address.replace("&amp;", "&")))
