"""A task rests, goes on, is dropped; supports come and go; duties beyond the limits."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from phoihop.programmes.actions import steps, supports, tasks
from phoihop.programmes.models import Support, Task
from phoihop.programmes.rules.state import Phase
from phoihop.reading.findings import Bound, DueKind
from phoihop.refusals import Stale
from phoihop.trail.models import Entry
from tests import agreed
from tests.actions.stage import NOT_DRAFTING, acting, forbidden_to
from tests.agreed import DELIVERABLE, final, of_so, words
from tests.factories import World
from tests.refused import refused
from tests.witness import every, last_entry, said, version_faults

TODAY = date(2026, 6, 15)
Act = Callable[..., Any]


def now(task: Task) -> Task:
    """The task as it is stored now."""
    found: Task = next(row for row in every(Task) if row.pk == task.pk)
    return found


def beyond(world: World, **other: Any) -> Task:
    """A duty beyond the boundary of the product."""
    with acting(world, "lan") as lan:
        return tasks.create(
            plan=world.plan, text="Bảo vệ mục tiêu trọng yếu", lead=world.bodies["so"],
            **{"outside": True, **other}, **words(lan),
        )  # fmt: skip


# --- rest and end ------------------------------------------------------------------


def test_a_task_rests_for_a_reason_and_goes_on(world: World) -> None:
    with acting(world, "minh") as minh:
        task = steps.pause(
            task=world.task, seen=1, reason=" chờ hướng dẫn ", **words(minh)
        )
        assert (task.phase, task.paused_on) == (Phase.PAUSED, TODAY)
        assert task.reason == "chờ hướng dẫn"
        task = steps.resume(task=task, seen=2, **words(minh))
    assert (task.phase, task.paused_on, task.reason) == (Phase.OPEN, None, "")
    # Its due date is what it was: it is late again at once.
    assert task.due_date == date(2026, 6, 10)
    assert [row.did for row in history(task)][:2] == ["task.resumed", "task.paused"]
    assert version_faults() == []


def history(task: Task) -> list[Any]:
    """The entries about a task, the newest first."""
    rows = [e for e in every(Entry) if e.kind == "task" and e.object_id == task.pk]
    return sorted(rows, key=lambda entry: -entry.seq)


@pytest.mark.parametrize("paused", [False, True])
def test_a_task_is_dropped_for_a_reason_for_good(world: World, paused: bool) -> None:
    task = world.task
    with acting(world, "lan") as lan:
        if paused:
            task = steps.pause(task=task, seen=1, reason="chờ", **words(lan))
        task = steps.drop(
            task=task, seen=task.version, reason="trùng việc", **words(lan)
        )
        assert (task.phase, task.paused_on) == (Phase.DROPPED, None)
        assert said(last_entry())["after"]["reason"] == "trùng việc"
        tries: list[tuple[Any, dict[str, str]]] = [
            (steps.resume, {}),
            (steps.pause, {"reason": "lại"}),
            (steps.drop, {"reason": "lại"}),
        ]
        for act, reason in tries:
            with refused("task.step"):
                act(task=task, seen=task.version, **reason, **words(lan))


@pytest.mark.parametrize("act", [steps.pause, steps.drop])
def test_a_reason_is_given(world: World, act: Act) -> None:
    with acting(world, "lan") as lan, refused("task.no_reason", field="reason"):
        act(task=world.task, seen=1, reason="  ", **words(lan))


def test_what_waits_for_acceptance_neither_rests_nor_goes_on(world: World) -> None:
    task = of_so(world)
    final(world, task)
    seen = now(task).version
    with acting(world, "lan") as lan:
        with refused("task.step"):
            steps.pause(task=task, seen=seen, reason="chờ", **words(lan))
        with refused("task.step"):
            steps.drop(task=task, seen=seen, reason="trùng", **words(lan))
        with refused("task.step"):
            steps.resume(task=task, seen=seen, **words(lan))
    assert now(task).phase == Phase.REPORTED


def test_the_second_of_two_steps_is_told(world: World) -> None:
    with acting(world, "lan") as lan:
        steps.pause(task=world.task, seen=1, reason="chờ", **words(lan))
    with acting(world, "minh") as minh, pytest.raises(Stale):
        steps.drop(task=world.task, seen=1, reason="trùng", **words(minh))
    assert now(world.task).phase == Phase.PAUSED


@pytest.mark.parametrize(("name", "code"), NOT_DRAFTING)
def test_nobody_else_takes_a_step(name: str, code: str, world: World) -> None:
    tries: list[tuple[Any, dict[str, str]]] = [
        (steps.pause, {"reason": "chờ"}),
        (steps.resume, {}),
        (steps.drop, {"reason": "trùng"}),
        (steps.finish_outside, {}),
    ]
    for act, reason in tries:
        with forbidden_to(world, name, code) as by:
            act(task=world.task, seen=1, **reason, **words(by))


# --- beyond the boundary -----------------------------------------------------------


def test_a_duty_beyond_is_open_or_done_and_nothing_hangs_on_it(world: World) -> None:
    task = beyond(world)
    with acting(world, "lan") as lan:
        for act in (steps.pause, steps.drop):
            with refused("task.outside"):
                act(task=task, seen=1, reason="chờ", **words(lan))
        with refused("task.outside"):
            supports.add(task=task, organisation=world.bodies["ban"], **words(lan))
        task = steps.finish_outside(task=task, seen=1, **words(lan))
        assert (task.phase, task.done_on) == (Phase.DONE, TODAY)
        with refused("task.step"):
            steps.finish_outside(task=task, seen=2, **words(lan))


def test_a_duty_beyond_has_no_due_date_to_be_late_by(world: World) -> None:
    task = beyond(world, due_date=TODAY)
    assert (task.due_value, task.due_date) == (TODAY.isoformat(), None)


def test_what_is_within_is_reported_not_ticked_off(world: World) -> None:
    with acting(world, "lan") as lan, refused("task.not_outside"):
        steps.finish_outside(task=world.task, seen=1, **words(lan))


def test_a_task_with_something_on_it_is_not_put_beyond(world: World) -> None:
    part = agreed.support(world)
    task = of_so(world)
    said_: dict[str, Any] = {
        "task": task, "text": task.text, "lead": task.lead, "outside": True,
    }  # fmt: skip
    with acting(world, "lan") as lan:
        with refused("task.outside", field="outside"):
            tasks.edit(seen=1, **said_, **words(lan))
        supports.withdraw(support=part, seen=1, **words(lan))
        assert tasks.edit(seen=1, **said_, **words(lan)).outside


# --- until when --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due", "day"),
    [
        ({"due_date": TODAY}, TODAY),
        ({}, None),
        ({"due_kind": DueKind.QUARTER, "due_value": "2026-Q3"}, date(2026, 9, 30)),
        (
            {
                "due_kind": DueKind.DATE,
                "due_value": "2026-06-30",
                "due_bound": Bound.BEFORE,
                "due_note": "trước ngày 30/6/2026",
            },
            date(2026, 6, 29),
        ),
        # The calendar counts; what was typed beside does not.
        (
            {"due_kind": DueKind.YEAR, "due_value": "2026", "due_date": TODAY},
            date(2026, 12, 31),
        ),
        (
            {"due_kind": DueKind.EVENT, "due_note": "trước kỳ họp giữa năm"},
            None,
        ),
        (
            {"due_kind": DueKind.EVENT, "due_note": "trước kỳ họp", "due_date": TODAY},
            TODAY,
        ),
        ({"due_kind": DueKind.RECURRING, "due_value": "monthly"}, None),
        (
            {"due_kind": DueKind.RELATIVE, "due_note": "sau 10 ngày từ khi ký"},
            None,
        ),
    ],
)
def test_each_kind_of_due_is_kept_as_read_and_as_counted(
    world: World, due: dict[str, Any], day: date | None
) -> None:
    task = beyond(world, outside=False, **due)
    assert task.due_date == day
    assert task.due_note == due.get("due_note", "")
    expected = due.get("due_kind", DueKind.DATE if day else DueKind.NONE)
    assert task.due_kind == expected
    if expected is DueKind.DATE:
        assert task.due_value == due.get("due_value", TODAY.isoformat())


@pytest.mark.parametrize(
    ("due", "field"),
    [
        ({"due_kind": DueKind.MONTH, "due_value": "6/2026"}, "due_value"),
        ({"due_kind": DueKind.RECURRING}, "due_value"),
        ({"due_kind": DueKind.DATE}, "due_date"),
        ({"due_kind": DueKind.DATE, "due_value": "2026-02-31"}, "due_date"),
    ],
)
def test_a_due_that_is_none_of_its_kind_is_refused(
    world: World, due: dict[str, Any], field: str
) -> None:
    with refused("task.due_value", field=field):
        beyond(world, outside=False, **due)


def test_what_was_reported_keeps_its_lead_and_due(world: World) -> None:
    """Its words may still be mended."""
    task = of_so(world)
    final(world, task)
    seen = now(task).version
    fit: dict[str, Any] = {
        "task": task,
        "text": "Nói rõ hơn",
        "lead": task.lead,
        "due_date": task.due_date,
    }
    with acting(world, "lan") as lan:
        with refused("task.settled", field="due_date"):
            tasks.edit(seen=seen, **{**fit, "due_date": TODAY}, **words(lan))
        with refused("task.settled", field="lead"):
            other = {**fit, "lead": world.bodies["ban"]}
            tasks.edit(seen=seen, **other, **words(lan))
        tasks.edit(seen=seen, **fit, **words(lan))
    assert now(task).text == "Nói rõ hơn"


def test_a_clause_is_of_the_same_plan(world: World) -> None:
    clause = agreed.clauses(world)[2]
    plan, task = agreed.quiet_plan(world)
    assert beyond(world, outside=False, clause=clause).clause_id == clause.pk
    with acting(world, "lan") as lan, refused("task.clause_elsewhere", field="clause"):
        tasks.create(plan=plan, text="Lạc", lead=task.lead, clause=clause, **words(lan))


# --- who supports ------------------------------------------------------------------


def test_a_support_comes_changes_and_goes(world: World) -> None:
    part = agreed.support(world)
    assert (part.deliverable, part.due_date) == (DELIVERABLE, date(2026, 6, 18))
    assert last_entry().did == "support.added"
    assert said(last_entry())["after"]["organisation"] == world.bodies["ban"].pk
    with acting(world, "minh") as minh:
        supports.change(
            support=part, seen=1, deliverable="Hai danh sách", due_date=None,
            **words(minh),
        )  # fmt: skip
        assert said(last_entry())["before"]["deliverable"] == DELIVERABLE
        with pytest.raises(Stale):
            supports.withdraw(support=part, seen=1, **words(minh))
        supports.withdraw(support=part, seen=2, **words(minh))
        assert not Support.objects.exists()
        # Once more, as if it had not been.
        supports.add(task=of_so(world), organisation=world.bodies["ban"], **words(minh))
    assert version_faults() == []


def test_a_support_is_another_party_and_only_once(world: World) -> None:
    task = of_so(world)
    agreed.support(world)
    with acting(world, "lan") as lan:
        for body, code in (
            ("so", "support.is_lead"),
            ("xa", "support.not_party"),
            ("ban", "support.known"),
        ):
            with refused(code, field="organisation"):
                supports.add(task=task, organisation=world.bodies[body], **words(lan))
        with refused("task.lead_supports", field="lead"):
            tasks.edit(
                task=task, seen=1, text=task.text, lead=world.bodies["ban"],
                **words(lan),
            )  # fmt: skip


def test_of_an_ended_task_nothing_is_changed(world: World) -> None:
    part = agreed.support(world)
    task = of_so(world)
    with acting(world, "lan") as lan:
        steps.drop(task=task, seen=1, reason="trùng", **words(lan))
        with refused("task.step"):
            supports.withdraw(support=part, seen=1, **words(lan))
        with refused("task.step"):
            supports.finish(support=part, seen=1, **words(lan))


@pytest.mark.parametrize(("name", "code"), NOT_DRAFTING)
def test_supports_are_nobody_elses(name: str, code: str, world: World) -> None:
    part, ban = agreed.support(world), world.bodies["ban"]
    acts: list[tuple[Act, dict[str, Any]]] = [
        (supports.add, {"task": world.task, "organisation": ban}),
        (supports.change, {"deliverable": "khác", "due_date": None}),
        (supports.withdraw, {}),
        (supports.finish, {}),
    ]
    for act, said_ in acts:
        of = {} if "task" in said_ else {"support": part, "seen": 1}
        with forbidden_to(world, name, code) as by:
            act(**of, **said_, **words(by))
