"""The pages on which a reading becomes a plan, and on which that is taken back."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from phoihop.documents.models import DraftState
from phoihop.programmes.models import Confirmation, Plan, PlanParty, Task
from phoihop.reading.findings import Field
from tests import kept_confirmations, readings
from tests.factories import World
from tests.pages.visiting import send
from tests.pages.words import sheet
from tests.witness import every

SignIn = Callable[[str], Client]


def settled(world: World, **other: Any) -> dict[str, Any]:
    """What lan settles: a new programme with both partners."""
    so, xa = world.bodies["so"].pk, world.bodies["xa"].pk
    return {
        "seen": 1,
        "programme": "",
        "programme_title": "Chương trình phối hợp 2026",
        "first_year": 2026,
        "last_year": 2026,
        "title": "Kế hoạch phối hợp công tác năm 2026",
        "year": 2026,
        "number": "12/KH-BTGDV",
        "issued_on": "05/01/2026",
        "partners": [so, xa],
    } | other


def test_the_form_begins_with_what_the_paper_says(
    world: World, sign_in: SignIn
) -> None:
    """Number, and the bodies that its tasks name; nobody else is offered."""
    reading = readings.read(world)
    page = sign_in("lan").get(reverse("reading_confirm", args=[reading.pk]))
    form = page.context["form"]
    offered = {body.pk for body in form.fields["partners"].queryset}
    assert form["number"].value() == "12/KH-BTGDV"
    assert offered == {world.bodies["so"].pk, world.bodies["xa"].pk}
    assert "Xác nhận 3 nhiệm vụ" in page.content.decode()


def test_confirming_leads_to_the_plan(world: World, sign_in: SignIn) -> None:
    """With its three tasks; and the same form again makes no second one."""
    reading = readings.read(world)
    lan = sign_in("lan")
    address = reverse("reading_confirm", args=[reading.pk])
    answer = send(lan, address, **settled(world))
    plan = every(Plan)[-1]
    assert answer.url == reverse("plan", args=[plan.pk])
    assert (plan.number, plan.state) == ("12/KH-BTGDV", Plan.State.ACTIVE)
    assert sum(task.plan_id == plan.pk for task in every(Task)) == 3


def test_while_tasks_are_unseen_the_page_says_how_many(
    world: World, sign_in: SignIn
) -> None:
    """And what was typed stays after the refusal."""
    reading = readings.read(world, state=DraftState.OPEN)
    lan = sign_in("lan")
    address = reverse("reading_confirm", args=[reading.pk])
    assert "Còn 3 nhiệm vụ chưa xem" in lan.get(address).content.decode()
    answer = send(lan, address, **settled(world, title="Tên gõ dở"))
    assert answer.status_code == 422
    assert "Tên gõ dở" in answer.content.decode()


def test_a_party_that_the_paper_does_not_name_is_written_down(
    world: World, sign_in: SignIn
) -> None:
    """As the directory calls it; whom it does not know is told at the field."""
    reading = readings.read(world)
    lan, address = (
        sign_in("lan"),
        reverse("reading_confirm", args=[reading.pk]),
    )
    unknown = settled(world, partners=[], others="Sở Khí tượng\n")
    answer = send(lan, address, **unknown)
    assert "không có đơn vị nào chắc chắn là “Sở Khí tượng”" in sheet(answer)
    nobody = settled(world, partners=[], others=" ")
    assert "Chọn hoặc ghi ít nhất một bên." in sheet(send(lan, address, **nobody))
    so = settled(world, partners=[], others="Sở Nội vụ tỉnh Lam Khê\n\n")
    assert send(lan, address, **so).status_code == 302
    plan = every(Plan)[-1]
    assert world.bodies["so"].pk in {
        party.organisation_id for party in every(PlanParty) if party.plan_id == plan.pk
    }


def test_of_a_paper_that_names_no_body_the_parties_are_written(
    world: World, sign_in: SignIn
) -> None:
    """No empty list of boxes."""
    found = [(Field.CLAUSE, "1. Tuyên truyền", readings.clause("1", "Tuyên", "1"))]
    reading = readings.read(world, found=found)
    address = reverse("reading_confirm", args=[reading.pk])
    shown = sheet(sign_in("lan").get(address))
    assert "Các bên của kế hoạch" not in shown
    assert "Bên khác" in shown


def test_the_parties_of_the_paper_are_ticked(world: World, sign_in: SignIn) -> None:
    """Those that lead or support a duty, and those that it is between."""
    xa = world.bodies["xa"].pk
    value = {"text": "UBND xã Đồng Mây", "organisation": xa}
    found = [
        *readings.values(world)[:4],
        (Field.PARTY, "UBND xã Đồng Mây", value),
    ]
    reading = readings.read(world, found=found)
    page = sign_in("lan").get(reverse("reading_confirm", args=[reading.pk]))
    ticked = {int(str(pk)) for pk in page.context["form"]["partners"].value()}
    assert {world.bodies["so"].pk, xa} <= ticked


def test_news_of_a_plan_proposes_the_name_of_the_plan(
    world: World, sign_in: SignIn
) -> None:
    """Not its headline: a plan and its programme, between the bodies it tells of."""
    names = ("Ban Tuyên giáo Tỉnh ủy", "HĐND tỉnh", "UBND tỉnh")
    found: list[Any] = [
        (Field.PARTY, "", {"text": text, "organisation": None}) for text in names
    ]
    found += [
        (Field.SUBJECT, "", {"text": "Ban Tuyên giáo ký kế hoạch"}),
        (Field.PERIOD, "", {"first": "2026", "last": "2026"}),
    ]
    reading = readings.read(world, found=found)
    page = sign_in("lan").get(reverse("reading_confirm", args=[reading.pk]))
    form = page.context["form"]
    between = "giữa Ban Tuyên giáo Tỉnh ủy với HĐND tỉnh, UBND tỉnh"
    assert form["title"].value() == f"Kế hoạch phối hợp công tác năm 2026 {between}"
    assert form["programme_title"].value() == (
        f"Chương trình phối hợp công tác {between}"
    )


def test_a_name_in_the_subject_is_not_proposed(world: World, sign_in: SignIn) -> None:
    """A plan's title may not hold it; the office beside it stays."""
    text = "kết luận của đồng chí Đỗ Văn An, Chủ tịch Hội đồng nhân dân tỉnh"
    found: list[Any] = [
        (Field.TYPE, "", {"text": "thông báo"}),
        (Field.SUBJECT, "", {"text": text}),
        *readings.values(world),
    ]
    reading = readings.read(world, found=found)
    page = sign_in("lan").get(reverse("reading_confirm", args=[reading.pk]))
    title = "Thông báo kết luận của Chủ tịch Hội đồng nhân dân tỉnh"
    assert page.context["form"]["title"].value() == title


def test_a_paper_without_a_day_is_of_the_year_of_its_dues(
    world: World, sign_in: SignIn
) -> None:
    """Most of them: one duty goes on into the next year."""
    due = readings.task("", None)["due"]
    so = world.bodies["so"].pk
    found: list[Any] = [
        (Field.TASK, "", readings.task(f"Việc {n}", so, due={**due, "value": value}))
        for n, value in enumerate(["2027-06", "2027", "2028-01-31", None])
    ]
    reading = readings.read(world, found=found)
    page = sign_in("lan").get(reverse("reading_confirm", args=[reading.pk]))
    assert page.context["form"]["year"].value() == "2027"


def test_a_new_programme_needs_a_name(world: World, sign_in: SignIn) -> None:
    """Unless one is chosen."""
    reading = readings.read(world)
    lan = sign_in("lan")
    address = reverse("reading_confirm", args=[reading.pk])
    answer = send(lan, address, **settled(world, programme_title=""))
    assert "Nhập tên chương trình mới" in answer.content.decode()
    chosen = settled(world, programme_title="", programme=world.programme.pk)
    assert send(lan, address, **chosen).status_code == 302


@pytest.mark.parametrize("name", ["minh", "cuc"])
def test_another_body_sees_neither(name: str, world: World, sign_in: SignIn) -> None:
    """A party of the plan as little as a stranger: the paper is on ban's desk."""
    confirmation = kept_confirmations.confirmation(world)
    client = sign_in(name)
    for address in (
        reverse("reading_confirm", args=[confirmation.reading_id]),
        reverse("confirmation_undo", args=[confirmation.pk]),
    ):
        assert client.get(address).status_code == 404


def test_undo_leads_back_to_the_desk(world: World, sign_in: SignIn) -> None:
    """The plan is not there any more."""
    confirmation = kept_confirmations.confirmation(world)
    lan = sign_in("lan")
    address = reverse("confirmation_undo", args=[confirmation.pk])
    answer = send(lan, address, seen=1)
    assert answer.url == reverse("review_desk", args=[confirmation.reading_id])
    assert lan.get(reverse("plan", args=[confirmation.plan_id])).status_code == 404
    assert every(Confirmation)[-1].undone_on is not None


@pytest.mark.parametrize(
    ("place", "is_ticked"), [("Lam Khê", True), ("Bình Phong", False)]
)
def test_a_party_that_the_place_of_the_paper_leaves_open_is_not_ticked(
    world: World, sign_in: SignIn, place: str, is_ticked: bool
) -> None:
    """Read long ago, when nobody asked where it came from: a tick shows the plan."""
    xa = world.bodies["xa"].pk
    value = {"text": "UBND xã Đồng Mây", "organisation": xa}
    found: list[Any] = [
        (Field.PLACE, place, {"text": place}),
        (Field.PARTY, "UBND xã Đồng Mây", value),
    ]
    reading = readings.read(world, found=found, state=DraftState.OPEN)
    page = sign_in("lan").get(reverse("reading_confirm", args=[reading.pk]))
    ticked = {int(str(pk)) for pk in page.context["form"]["partners"].value()}
    assert (xa in ticked) is is_ticked
    assert ("1 đơn vị chưa được chọn sẵn" in sheet(page)) is not is_ticked
