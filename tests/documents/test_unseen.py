"""What nobody sees in a paper: said at the desk, and looked at before confirming.

Lan receives a plan in which somebody has put a duty in white letters.
"""

from typing import Any

import pytest
from django.urls import reverse

from phoihop import clock
from phoihop.documents import precision
from phoihop.documents.actions import several
from phoihop.documents.models import DraftState, Reading, ReadText
from phoihop.documents.unseen import Touching, places, tracked
from phoihop.programmes.models import Plan
from tests import readings
from tests.actions.stage import acting
from tests.actions.test_confirmations import confirmed
from tests.conftest import SignIn
from tests.documents.stage import PLAN, drafts_of, read
from tests.factories import World
from tests.hostile.papers import docx, paragraph
from tests.pages.test_confirming import settled
from tests.pages.visiting import send
from tests.pages.words import sheet
from tests.refused import refused
from tests.witness import every, last_entry, said

WHITE = '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
DUTY = "1. Sở Nội vụ tỉnh Lam Khê chủ trì"


def plan_with(change: str) -> bytes:
    """The plan of the stage as a .docx, its first duty written like this."""
    lines = []
    for line in PLAN.splitlines():
        text = paragraph(line)
        lines.append(
            text.replace("<w:r>", f"<w:r>{change}") if line.startswith(DUTY) else text
        )
    return docx("".join(lines))


def hidden_reading(world: World) -> Reading:
    """The plan, read, with one duty that nobody sees."""
    return read(world, data=plan_with(WHITE), name="ke-hoach.docx")


def ready(world: World) -> Reading:
    """A reading whose drafts are decided, with one place that nobody sees."""
    reading = readings.read(world)
    with acting(world, "lan"):
        found = ReadText.objects.get(reading=reading)
        start = found.text.index(readings.PROVIDE)
        remarks = [[start, start + len(readings.PROVIDE), "white"]]
        ReadText.objects.filter(pk=found.pk).update(remarks=remarks)
    return reading


# --- the desk -----------------------------------------------------------------------


def test_the_desk_says_where_words_are_that_nobody_sees(
    world: World, sign_in: SignIn
) -> None:
    reading = hidden_reading(world)
    page = sign_in("lan").get(reverse("review_desk", args=[reading.pk]))
    told, html = sheet(page), page.content.decode()
    assert "Văn bản có 1 chỗ mắt thường không thấy" in told
    assert "chữ cùng màu nền" in told
    assert 'href="#khuat-1"' in html
    assert html.count('id="khuat-1"') == 1
    assert 'data-why="chữ cùng màu nền"' in html
    assert "Dựa vào chữ mắt thường không thấy (chữ cùng màu nền)" in told


def test_a_paper_without_any_says_nothing_of_it(world: World, sign_in: SignIn) -> None:
    reading = read(world)
    told = sheet(sign_in("lan").get(reverse("review_desk", args=[reading.pk])))
    assert "mắt thường" not in told
    assert "sửa đổi đang theo dõi" not in told


def test_changes_that_were_tracked_are_told_of(world: World, sign_in: SignIn) -> None:
    """The words of the first duty were put in while changes were tracked."""
    data = docx(
        "".join(
            f"<w:p><w:ins><w:r><w:t>{line}</w:t></w:r></w:ins></w:p>"
            if line.startswith(DUTY)
            else paragraph(line)
            for line in PLAN.splitlines()
        )
    )
    reading = read(world, data=data, name="ke-hoach.docx")
    told = sheet(sign_in("lan").get(reverse("review_desk", args=[reading.pk])))
    assert "Văn bản còn sửa đổi đang theo dõi (1 đoạn được thêm)" in told


def test_a_duty_that_nobody_sees_is_never_taken_with_others(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However well its rule is proven, a person looks at it by itself."""
    monkeypatch.setattr(precision, "goes_with_others", lambda *_: True)
    reading = hidden_reading(world)
    both = {draft.pk: draft.version for draft in drafts_of(reading, "task")}
    with acting(world, "lan") as by, refused("draft.one_by_one"):
        several.accept_several(reading=reading, seen=both, by=by, on=clock.today())
    assert {draft.state for draft in drafts_of(reading, "task")} == {DraftState.OPEN}


# --- confirming ---------------------------------------------------------------------


def test_confirming_asks_whether_the_places_were_looked_at(world: World) -> None:
    reading = ready(world)
    before = len(every(Plan))
    with refused("confirm.unseen", field="looked_at"):
        confirmed(world, reading)
    assert len(every(Plan)) == before
    confirmed(world, reading, looked_at=True)
    assert last_entry().did == "reading.confirmed"
    assert said(last_entry())["after"]["unseen"] == 1


def test_the_form_asks_and_loses_nothing_that_was_typed(
    world: World, sign_in: SignIn
) -> None:
    reading, lan = ready(world), sign_in("lan")
    address = reverse("reading_confirm", args=[reading.pk])
    assert "Tôi đã xem 1 chỗ mắt thường không thấy" in sheet(lan.get(address))
    answer = send(lan, address, **settled(world, title="Tên gõ dở"))
    assert answer.status_code == 422
    assert "Tên gõ dở" in answer.content.decode()
    assert "rồi đánh dấu vào ô này" in answer.content.decode()
    answer = send(lan, address, **settled(world), looked_at="on")
    assert answer.url == reverse("plan", args=[every(Plan)[-1].pk])


def test_a_paper_without_any_is_confirmed_without_being_asked(
    world: World, sign_in: SignIn
) -> None:
    reading = readings.read(world)
    page = sign_in("lan").get(reverse("reading_confirm", args=[reading.pk]))
    assert "looked_at" not in page.context["form"].fields


# --- the rules beneath --------------------------------------------------------------


@pytest.mark.pure
def test_what_overlaps_is_one_place_with_all_its_reasons() -> None:
    found = places(
        [[5, 9, "tiny"], [0, 3, "white"], [6, 12, "white"], [2, 2, "deleted"]]
    )
    assert [(p.number, p.start, p.end, p.kinds) for p in found] == [
        (1, 0, 3, ("white",)),
        (2, 5, 12, ("white", "tiny")),
    ]
    assert tracked([[2, 2, "deleted"], [3, 5, "inserted"], [0, 1, "white"]]) == {
        "inserted": 1,
        "deleted": 1,
    }


@pytest.mark.pure
def test_a_draft_touches_what_its_words_names_and_day_lie_in() -> None:
    touching = Touching(places([[10, 20, "white"], [30, 40, "tiny"]]))

    def of(start: int | None, end: int | None, value: dict[str, Any]) -> list[int]:
        return [place.number for place in touching.of(start, end, value)]

    assert of(0, 10, {}) == []
    assert of(0, 11, {}) == [1]
    assert of(15, 35, {}) == [1, 2]
    assert of(0, 5, {"due": {"start": 39, "end": 50}}) == [2]
    assert of(0, 5, {"lead": {"start": 19, "end": 20}}) == [1]
    assert of(None, None, {"supporting": [{"start": None, "end": None}]}) == []
