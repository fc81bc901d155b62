"""The review desk: many drafts by one press, and the names that wait for a body."""

import pytest

from phoihop import clock
from phoihop.documents.actions import several
from phoihop.documents.models import Draft, DraftState, Reading
from phoihop.refusals import Stale
from tests.actions.stage import NOT_DRAFTING, acting, forbidden_to
from tests.conftest import SignIn
from tests.documents.evidence import prove
from tests.documents.stage import PLAN, drafts_of, ended, read
from tests.documents.test_desk_pages import again, desk_of, press
from tests.factories import World
from tests.pages.visiting import leads_to
from tests.pages.words import sheet
from tests.refused import refused
from tests.witness import every, last_entry, said, version_faults

# Nobody knows "Tổ công tác", who leads twice; the third duty names nobody.
UNKNOWN = (
    PLAN.replace("Sở Nội vụ tỉnh Lam Khê chủ trì", "Tổ công tác số 1 chủ trì")
    .replace(
        "2. Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê chủ trì",
        "2. Tổ  công tác số 1 chủ trì",
    )
    .encode()
)


def seen(*drafts: Draft) -> dict[int, int]:
    return {draft.pk: draft.version for draft in drafts}


def without_leads(world: World) -> Reading:
    """A reading none of whose duties names anybody who leads."""
    reading = read(world)
    with acting(world, "lan"):
        for draft in drafts_of(reading, "task"):
            draft.change(seen=1, value={**draft.value, "lead": None})
    return reading


def test_several_are_accepted_in_one_entry(world: World) -> None:
    reading = read(world)
    tasks = drafts_of(reading, "task")
    prove(*tasks)
    with acting(world, "lan") as by:
        several.accept_several(
            reading=reading, seen=seen(*tasks), by=by, on=clock.today()
        )
    assert {again(task).state for task in tasks} == {DraftState.ACCEPTED}
    assert drafts_of(reading, "subject")[0].state == DraftState.OPEN
    entry = last_entry()
    assert entry.did == "reading.accepted_several"
    assert said(entry)["after"] == {"drafts": 2}
    assert version_faults() == []


def test_several_are_dropped_in_one_entry(world: World) -> None:
    reading = read(world)
    tasks = drafts_of(reading, "task")
    with acting(world, "lan") as by:
        several.drop_several(
            reading=reading, seen=seen(*tasks), by=by, on=clock.today()
        )
    assert {again(task).state for task in tasks} == {DraftState.DROPPED}
    assert last_entry().did == "reading.dropped_several"
    assert version_faults() == []


def test_one_that_somebody_else_decided_stops_all(world: World) -> None:
    reading = read(world)
    tasks = drafts_of(reading, "task")
    prove(*tasks)
    old = {**seen(*tasks), tasks[1].pk: tasks[1].version + 1}
    with acting(world, "lan") as by, pytest.raises(Stale):
        several.accept_several(reading=reading, seen=old, by=by, on=clock.today())
    assert {again(task).state for task in tasks} == {DraftState.OPEN}


def test_one_whose_body_has_ended_stops_all(world: World) -> None:
    reading = read(world)
    ended(world, "so")
    tasks = drafts_of(reading, "task")
    prove(*tasks)
    with acting(world, "lan") as by, refused("organisation.ended"):
        several.accept_several(
            reading=reading, seen=seen(*tasks), by=by, on=clock.today()
        )
    assert {again(task).state for task in tasks} == {DraftState.OPEN}


def test_one_body_leads_every_duty_that_names_nobody(world: World) -> None:
    reading = without_leads(world)
    ban = world.bodies["ban"].pk
    with acting(world, "lan") as by:
        several.lead_all(reading=reading, body=ban, by=by, on=clock.today())
    tasks = drafts_of(reading, "task")
    assert {task.value["lead"]["organisation"] for task in tasks} == {ban}
    assert {task.state for task in tasks} == {DraftState.OPEN}
    assert said(last_entry())["after"] == {"organisation": ban, "drafts": 2}


def test_a_name_that_nobody_knows_stays_beside_the_body_that_leads(
    world: World,
) -> None:
    reading, ban = read(world, data=UNKNOWN), world.bodies["ban"].pk
    with acting(world, "lan") as by:
        several.lead_all(reading=reading, body=ban, by=by, on=clock.today())
    leads = [task.value["lead"] for task in drafts_of(reading, "task")]
    assert {lead["organisation"] for lead in leads} == {ban}
    assert {" ".join(lead["text"].split()) for lead in leads} == {"Tổ công tác số 1"}
    assert version_faults() == []


def test_who_is_named_already_goes_on_leading(world: World) -> None:
    reading = read(world)
    before = [task.value for task in drafts_of(reading, "task")]
    with acting(world, "lan") as by:
        several.lead_all(
            reading=reading, body=world.bodies["ban"].pk, by=by, on=clock.today()
        )
    assert [task.value for task in drafts_of(reading, "task")] == before


def test_a_body_that_has_ended_leads_nothing(world: World) -> None:
    reading, gone = without_leads(world), ended(world, "so")
    with acting(world, "lan") as by, refused("organisation.ended"):
        several.lead_all(reading=reading, body=gone, by=by, on=clock.today())


@pytest.mark.parametrize(("who", "code"), NOT_DRAFTING)
def test_who_may_not_decide_one_may_not_decide_many(
    world: World, who: str, code: str
) -> None:
    reading, on = read(world), clock.today()
    tasks = seen(*drafts_of(reading, "task"))
    ban = world.bodies["ban"].pk
    with forbidden_to(world, who, code) as by:
        several.accept_several(reading=reading, seen=tasks, by=by, on=on)
    with forbidden_to(world, who, code) as by:
        several.drop_several(reading=reading, seen=tasks, by=by, on=on)
    with forbidden_to(world, who, code) as by:
        several.lead_all(reading=reading, body=ban, by=by, on=on)


# --- by the browser ----------------------------------------------------------------


def test_a_group_has_a_button_for_all_of_it(world: World, sign_in: SignIn) -> None:
    reading, client = read(world), sign_in("lan")
    html = client.get(desk_of(reading)).content.decode()
    tasks = drafts_of(reading, "task")
    named = ",".join(f"{task.pk}.{task.version}" for task in tasks)
    assert f'value="drop_all {named}"' in html
    answer = press(client, reading, f"drop_all {named}")
    assert leads_to(answer) == f"{desk_of(reading)}#nhap-{tasks[0].pk}"
    assert {again(task).state for task in tasks} == {DraftState.DROPPED}
    assert (
        f'value="drop_all {named}"' not in client.get(desk_of(reading)).content.decode()
    )


def test_an_unknown_name_is_asked_for_once(world: World, sign_in: SignIn) -> None:
    """With how often it leads, and one's own body among the choices."""
    reading, client = read(world, data=UNKNOWN), sign_in("lan")
    page = client.get(desk_of(reading))
    shown = sheet(page)
    assert shown.count("chủ trì 2 nhiệm vụ") == 1
    assert "đơn vị của bạn" in shown
    tasks = drafts_of(reading, "task")
    ban = world.bodies["ban"].pk
    choice = f"choose {tasks[0].pk} 1 lead {ban}"
    assert f'value="{choice}"' in page.content.decode()
    press(client, reading, choice)
    leads = [task.value["lead"]["organisation"] for task in drafts_of(reading, "task")]
    assert leads == [ban, ban]
    assert "chủ trì 2 nhiệm vụ" not in sheet(client.get(desk_of(reading)))


def test_duties_that_name_nobody_are_given_to_one_body(
    world: World, sign_in: SignIn
) -> None:
    reading, client = without_leads(world), sign_in("lan")
    shown = sheet(client.get(desk_of(reading)))
    assert "2 nhiệm vụ chưa rõ đơn vị chủ trì" in shown
    assert "– văn bản không ghi đơn vị nào" in shown
    press(client, reading, f"lead_all {world.bodies['ban'].pk}")
    shown = sheet(client.get(desk_of(reading)))
    assert "chưa rõ đơn vị" not in shown
    assert "Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê" in shown


def test_a_desk_is_confirmed_once_every_duty_is_looked_at(
    world: World, sign_in: SignIn
) -> None:
    reading, client = read(world), sign_in("lan")
    tasks = drafts_of(reading, "task")
    for task in tasks:
        press(client, reading, f"accept {task.pk} {task.version}")
    tasks = drafts_of(reading, "task")
    assert "Xác nhận 2 nhiệm vụ" in sheet(client.get(desk_of(reading)))
    press(client, reading, f"reopen {tasks[0].pk} {tasks[0].version}")
    shown = sheet(client.get(desk_of(reading)))
    assert "Xác nhận 1 nhiệm vụ" not in shown
    assert "Còn 1 nhiệm vụ chưa nhận hoặc bỏ" in shown


@pytest.mark.parametrize(
    "do", ["accept_all", "accept_all 1", "accept_all 1.x", "drop_all 1.1 2.1",
           "lead_all", "lead_all x", "lead_all 1 2", "accept_all 1.1,"],
)  # fmt: skip
def test_what_no_button_says_is_no_page(world: World, sign_in: SignIn, do: str) -> None:
    reading = read(world)
    assert press(sign_in("lan"), reading, do).status_code == 404
    assert {draft.state for draft in every(Draft)} == {DraftState.OPEN}


def test_a_draft_of_another_reading_is_not_decided(
    world: World, sign_in: SignIn
) -> None:
    reading = read(world)
    other = read(world, data=PLAN.replace("84-KH", "85-KH").encode())
    task = drafts_of(other, "task")[0]
    press(sign_in("lan"), reading, f"accept_all {task.pk}.1,{task.pk}.1")
    assert again(task).state == DraftState.OPEN
