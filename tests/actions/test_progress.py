"""Progress with evidence, in one's own name or on behalf; acceptance and return."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine

from phoihop import clock
from phoihop.notices.models import Notice
from phoihop.organisations.actions import people
from phoihop.organisations.models import Membership
from phoihop.organisations.permissions import command_line, scoped
from phoihop.organisations.roles import Role
from phoihop.programmes.actions import acceptance, progress, steps, supports, tasks
from phoihop.programmes.models import Acceptance, Evidence, Progress, Task
from phoihop.programmes.rules.state import Phase, TaskState
from tests import agreed
from tests.actions.stage import NOT_DRAFTING, acting, forbidden_to
from tests.agreed import final, of_so, reported, words
from tests.conftest import NOW
from tests.factories import DEPUTY_UNTIL, World
from tests.refused import refused
from tests.witness import dump, every, last_entry, said, version_faults

LATER = NOW + timedelta(days=10)
LAN_AND_DEPUTIES = ["lan", "hoa", "dung"]


def now(task: Task) -> Task:
    """The task as it is stored now."""
    found: Task = next(row for row in every(Task) if row.pk == task.pk)
    return found


def told(name: str) -> list[tuple[str, int]]:
    """What one of the cast was told of tasks."""
    rows = Notice.objects.filter(person__username=name).order_by("pk")
    found = rows.exclude(kind__startswith="membership")
    return list(found.values_list("kind", "subject"))


# --- the story ---------------------------------------------------------------------


def test_from_sixty_percent_to_done_on_the_day_of_the_report(world: World) -> None:
    """minh reports, lan returns it with a reason, minh reports again, lan accepts."""
    task = of_so(world)
    first = reported(world, task, percent=60)
    assert (now(task).percent, now(task).phase) == (60, Phase.OPEN)
    assert [one.text for one in every(Evidence)] == [agreed.PAPER]
    assert (first.day, first.on_behalf) == (date(2026, 6, 15), False)

    second = final(world, task)
    assert now(task).phase == Phase.REPORTED
    assert now(task).state(date(2026, 7, 30)) is TaskState.WAITING
    assert ("progress.final", task.pk) in told("lan")
    assert ("progress.final", task.pk) in told("hoa")
    assert told("oanh") == told("minh") == []

    with acting(world, "lan") as lan:
        acceptance.return_(progress=second, reason="Thiếu danh sách", **words(lan))
    assert (now(task).phase, now(task).done_on) == (Phase.OPEN, None)
    assert told("minh") == [("task.returned", task.pk)]

    third = final(world, task)
    with time_machine.travel(LATER, tick=False), acting(world, "lan") as lan:
        made = acceptance.accept(progress=third, **words(lan))
    done = now(task)
    assert (done.phase, done.done_on) == (Phase.DONE, date(2026, 6, 15))
    # Accepted a week after it was due, reported three days before.
    assert made.day == date(2026, 6, 25)
    assert done.state(LATER.date()) is TaskState.DONE_ON_TIME
    assert told("minh")[-1] == ("task.accepted", task.pk)
    assert [row.percent for row in every(Progress)] == [60, 100, 100]
    assert {row.verdict for row in every(Acceptance)} == {"returned", "accepted"}
    assert version_faults() == []


def test_what_the_standing_body_leads_the_other_accepts(world: World) -> None:
    """Product rule 1; and nobody of the standing body does."""
    report = final(world, world.task, who="lan")
    assert ("progress.final", world.task.pk) in told("minh")
    assert told("hoa") == []
    with acting(world, "hoa") as hoa, refused("acceptance.by_another"):
        acceptance.accept(progress=report, **words(hoa))
    with acting(world, "minh") as minh:
        acceptance.accept(progress=report, **words(minh))
    assert now(world.task).phase == Phase.DONE
    # It was due on the 10th and reported on the 15th: that stays to be seen.
    assert now(world.task).state(clock.today()) is TaskState.DONE_LATE


def test_for_a_body_without_an_account_by_its_paper(world: World) -> None:
    """Another person of the standing body accepts what one of them entered."""
    _plan, task = agreed.quiet_plan(world)
    report = reported(
        world, task, who="lan", percent=100, is_final=True, organisation=task.lead,
        paper="Công văn số 7/CV-HND ngày 12/6/2026",
    )  # fmt: skip
    assert report.on_behalf
    assert report.entered_for_id == world.bodies["ban"].pk
    assert "7/CV-HND" in said(last_entry())["after"]["paper"]
    with acting(world, "lan") as lan, refused("acceptance.own_report"):
        acceptance.accept(progress=report, **words(lan))
    with acting(world, "hoa") as hoa:
        acceptance.accept(progress=report, **words(hoa))
    assert now(task).phase == Phase.DONE


# --- in whose name -----------------------------------------------------------------


def behalf(world: World, task: Task, **other: Any) -> Progress:
    """lan reports for the lead of this task."""
    paper = {"paper": "Công văn số 7/CV-HND"}
    return reported(
        world, task, who="lan", **{"organisation": task.lead, **paper, **other}
    )


def test_on_behalf_the_paper_is_named(world: World) -> None:
    _plan, task = agreed.quiet_plan(world)
    with refused("progress.no_paper", field="paper"):
        behalf(world, task, paper=" ")
    behalf(world, task)


def test_a_body_with_an_account_reports_itself(world: World) -> None:
    """From the day on which somebody there may, and until nobody may any more."""
    _plan, task = agreed.quiet_plan(world)
    by, quiet = command_line(), task.lead
    person = people.open_account(
        username="sau", name="Trần Văn Sáu", password="mật khẩu của sáu", **words(by)
    )
    give: dict[str, Any] = {"person": person, "body": quiet, "since": clock.today()}
    # Who only looks, or only keeps the body's names, cannot report.
    people.give_role(role=Role.OBSERVER, **give, **words(by))
    people.give_role(role=Role.ADMIN, **give, **words(by))
    behalf(world, task)
    given = people.give_role(
        role=Role.DEPUTY, **{**give, "until": DEPUTY_UNTIL}, **words(by)
    )
    with refused("progress.has_account", field="organisation"):
        behalf(world, task)
    people.end_role(membership=given, seen=1, **words(by))
    behalf(world, task)


def test_an_account_that_is_not_in_use_is_none(world: World) -> None:
    _plan, task = agreed.quiet_plan(world)
    minh = world.user("minh")
    Membership.objects.filter(person=minh).update(organisation=task.lead)
    with refused("progress.has_account"):
        behalf(world, task)
    type(minh).objects.filter(pk=minh.pk).update(is_active=False)
    behalf(world, task)


def test_only_the_standing_body_reports_for_another(world: World) -> None:
    _plan, task = agreed.quiet_plan(world)
    with refused("progress.for_another", field="organisation"):
        reported(world, task, who="minh", organisation=task.lead, paper="Số 7/CV")


def test_ones_own_report_names_no_paper(world: World) -> None:
    with refused("progress.own_needs_no_paper", field="paper"):
        reported(world, of_so(world), paper="Số 7/CV")


def test_a_party_that_does_nothing_in_a_task_does_not_report_on_it(
    world: World,
) -> None:
    task = of_so(world)
    with refused("progress.not_a_doer", field="organisation"):
        reported(world, task, who="lan")
    agreed.support(world)
    reported(world, task, who="lan")


def test_a_supporter_moves_neither_percent_nor_phase(world: World) -> None:
    """Its report is its own; only the lead asks for acceptance."""
    task = of_so(world)
    agreed.support(world)
    reported(world, task, who="lan", percent=80)
    assert (now(task).percent, now(task).phase) == (None, Phase.OPEN)
    with refused("progress.final_by_lead", field="is_final"):
        final(world, task, who="lan")


# --- what a report says ------------------------------------------------------------


@pytest.mark.parametrize(
    ("other", "code", "field"),
    [
        ({"percent": 101}, "progress.percent", "percent"),
        ({"percent": -1}, "progress.percent", "percent"),
        ({"note": "  "}, "progress.no_note", "note"),
        (
            {"percent": 99, "is_final": True},
            "progress.final_is_whole",
            "percent",
        ),
    ],
)
def test_a_report_that_cannot_be(
    world: World, other: dict[str, Any], code: str, field: str
) -> None:
    before = dump()
    with refused(code, field=field):
        reported(world, of_so(world), **other)
    assert dump() == before


def test_who_was_wrong_reports_again(world: World) -> None:
    """Less than before, and what asked for acceptance asks no more."""
    task = of_so(world)
    wrong = final(world, task)
    reported(world, task, percent=40)
    assert (now(task).percent, now(task).phase) == (40, Phase.OPEN)
    with acting(world, "lan") as lan, refused("acceptance.not_waiting"):
        acceptance.accept(progress=wrong, **words(lan))
    assert len(every(Progress)) == 2


def test_of_two_final_reports_the_newer_waits(world: World) -> None:
    task = of_so(world)
    older, newer = final(world, task), final(world, task)
    with acting(world, "lan") as lan, refused("acceptance.not_waiting"):
        acceptance.accept(progress=older, **words(lan))
    with acting(world, "lan") as lan:
        acceptance.accept(progress=newer, **words(lan))


def test_a_supporters_report_takes_nothing_from_the_leads(world: World) -> None:
    task = of_so(world)
    agreed.support(world)
    waiting = final(world, task)
    reported(world, task, who="lan", percent=10)
    with acting(world, "hoa") as hoa:
        acceptance.accept(progress=waiting, **words(hoa))
    assert now(task).phase == Phase.DONE


@pytest.mark.parametrize("end", ["done", "dropped", "paused", "outside"])
def test_a_task_that_is_not_open_takes_no_report(world: World, end: str) -> None:
    task = of_so(world)
    with acting(world, "lan") as lan:
        if end == "done":
            acceptance.accept(progress=final(world, task), **words(lan))
        elif end == "dropped":
            steps.drop(task=task, seen=1, reason="trùng", **words(lan))
        elif end == "paused":
            steps.pause(task=task, seen=1, reason="chờ hướng dẫn", **words(lan))
        else:
            task = tasks.create(
                plan=world.plan, text="Bảo vệ mục tiêu", lead=world.bodies["so"],
                outside=True, **words(lan),
            )  # fmt: skip
    with refused("task.outside" if end == "outside" else "task.step"):
        reported(world, task)


# --- who may -----------------------------------------------------------------------


def reporting(world: World, task: Task) -> Callable[[Any], object]:
    """What reports in the name of so, whoever does it."""
    return lambda by: progress.report(
        task=task, organisation=world.bodies["so"], percent=10, note="Xong một phần",
        is_final=False, **words(by),
    )  # fmt: skip


@pytest.mark.parametrize(("name", "code"), NOT_DRAFTING)
def test_progress_is_reported_by_nobody_else(
    name: str, code: str, world: World
) -> None:
    task = of_so(world)
    with forbidden_to(world, name, code) as by:
        reporting(world, task)(by)
    with forbidden_to(world, name, code) as by:
        progress.examine(task=task, data=b"a", name="a.txt", **words(by))


@pytest.mark.parametrize(("name", "code"), NOT_DRAFTING)
def test_a_report_is_judged_by_nobody_else(name: str, code: str, world: World) -> None:
    report = final(world, of_so(world))
    with forbidden_to(world, name, code) as by:
        acceptance.accept(progress=report, **words(by))
    with forbidden_to(world, name, code) as by:
        acceptance.return_(progress=report, reason="Thiếu", **words(by))


@pytest.mark.parametrize("name", LAN_AND_DEPUTIES)
def test_whoever_drafts_for_the_standing_body_accepts(world: World, name: str) -> None:
    report = final(world, of_so(world))
    with acting(world, name) as by:
        acceptance.accept(progress=report, **words(by))
    entry = last_entry()
    assert (entry.did, entry.kind) == ("task.accepted", "task")
    assert said(entry)["after"]["done_on"] == "2026-06-15"


def test_whoever_reported_does_not_accept_nor_does_their_body(world: World) -> None:
    report = final(world, of_so(world))
    with acting(world, "minh") as minh, refused("acceptance.by_standing"):
        acceptance.accept(progress=report, **words(minh))
    assert now(of_so(world)).phase == Phase.REPORTED


def test_a_return_says_why(world: World) -> None:
    report = final(world, of_so(world))
    with acting(world, "lan") as lan, refused("acceptance.no_reason", field="reason"):
        acceptance.return_(progress=report, reason=" ", **words(lan))
    with acting(world, "lan") as lan:
        acceptance.return_(progress=report, reason=" Thiếu số liệu ", **words(lan))
    assert said(last_entry())["after"]["because"] == "Thiếu số liệu"


def test_a_report_is_judged_once(world: World) -> None:
    report = final(world, of_so(world))
    with acting(world, "lan") as lan:
        acceptance.accept(progress=report, **words(lan))
    with acting(world, "hoa") as hoa, refused("acceptance.not_waiting"):
        acceptance.return_(progress=report, reason="Thiếu", **words(hoa))


def test_a_stranger_sees_nothing_of_it(world: World) -> None:
    report = final(world, of_so(world))
    with acting(world, "lan") as lan:
        acceptance.return_(progress=report, reason="Thiếu", **words(lan))
    with scoped(world.actors["cuc"]):
        for model in (Progress, Evidence, Acceptance):
            assert not model.objects.exists()
            assert not model.history.objects.exists()


def test_the_parts_of_supporters_are_their_own_to_finish(world: World) -> None:
    """And for a body without an account, the standing one's, by its paper."""
    part = agreed.support(world)
    with acting(world, "minh") as minh, refused("progress.for_another"):
        supports.finish(support=part, seen=1, **words(minh))
    with acting(world, "lan") as lan:
        supports.finish(support=part, seen=1, **words(lan))
    assert part.done_on == date(2026, 6, 15)
    with acting(world, "hoa") as hoa, refused("support.done"):
        supports.finish(support=part, seen=2, **words(hoa))
