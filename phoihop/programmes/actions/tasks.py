"""Verbs on what a task says: its words, its lead, its clause and until when."""

from datetime import date
from typing import Any

from django.db import transaction

from phoihop.organisations.models import Organisation
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.programmes.models import Clause, Plan, Support, Task
from phoihop.programmes.models.task import TaskKind
from phoihop.programmes.rules.due import last_day
from phoihop.programmes.rules.state import Phase
from phoihop.programmes.task_lock import hold_task, refuse_no_party
from phoihop.reading.findings import Bound, DueKind
from phoihop.refusals import Refused
from phoihop.trail.actions import record

# What a task that is reported, done or dropped no longer changes, and where it is said.
SETTLED = {
    "lead": "lead",
    "outside": "outside",
    "due_kind": "due_date",
    "due_value": "due_date",
    "due_bound": "due_date",
    "due_date": "due_date",
}


@transaction.atomic
def create(
    *,
    plan: Plan,
    text: str,
    lead: Organisation,
    due_date: date | None = None,
    due_kind: DueKind | None = None,
    due_value: str = "",
    due_bound: Bound = Bound.BY,
    due_note: str = "",
    clause: Clause | None = None,
    kind: TaskKind = TaskKind.ASSIGNED,
    outside: bool = False,
    by: Actor,
    on: date,
) -> Task:
    """Add a task to a plan; the body that leads it must be a party of the plan.

    Without a ``due_kind``, ``due_date`` is a plain day or there is none. Of the kinds
    that a calendar counts the last day is computed from ``due_value``; of the others
    ``due_date`` is what a person has settled on, or nothing.
    """
    require(by, Permission.TASK_CREATE, scope=plan.scope)
    refuse_no_party(plan, lead, code="task.lead_not_party", field="lead")
    _check_clause(plan, clause)
    said: dict[str, Any] = {
        "text": text,
        "lead": lead,
        "clause": clause,
        "kind": kind,
        "outside": outside,
        **_due(due_kind, due_value, due_bound, due_note, due_date, outside=outside),
    }

    task = Task.objects.create(scope=plan.scope, plan=plan, **said)
    record(by=by, scope=plan.scope, did="task.created", on=task, after=task.facts())
    return task


@transaction.atomic
def edit(
    *,
    task: Task,
    seen: int,
    text: str,
    lead: Organisation,
    due_date: date | None = None,
    due_kind: DueKind | None = None,
    due_value: str = "",
    due_bound: Bound = Bound.BY,
    due_note: str = "",
    clause: Clause | None = None,
    kind: TaskKind = TaskKind.ASSIGNED,
    outside: bool = False,
    by: Actor,
    on: date,
) -> Task:
    """Change what a task says, who leads it or until when; as for ``create``.

    ``seen`` is the version on the screen; raises ``Stale`` if somebody was faster.
    """
    require(by, Permission.TASK_EDIT, scope=task.scope)
    refuse_no_party(task.plan, lead, code="task.lead_not_party", field="lead")
    _check_clause(task.plan, clause)
    said: dict[str, Any] = {
        "text": text,
        "lead": lead,
        "clause": clause,
        "kind": kind,
        "outside": outside,
        **_due(due_kind, due_value, due_bound, due_note, due_date, outside=outside),
    }
    held = hold_task(task.pk)
    if held.version == seen:
        _check_change(held, said)

    before = task.facts()
    task.change(seen=seen, **said)
    record(
        by=by,
        scope=task.scope,
        did="task.changed",
        on=task,
        before=before,
        after=task.facts(),
    )
    return task


def _due(
    kind: DueKind | None,
    value: str,
    bound: Bound,
    note: str,
    day: date | None,
    *,
    outside: bool,
) -> dict[str, Any]:
    """The columns of a due; raises ``Refused`` for a value that is none of its kind.

    Beyond the boundary it stays as read, and nobody is held to a day.
    """
    if kind is None:
        kind = DueKind.DATE if day else DueKind.NONE
    if kind is DueKind.DATE:
        value = value or (day.isoformat() if day else "")
    try:
        counted = last_day(kind, value, bound)
    except ValueError as error:
        field = "due_date" if kind is DueKind.DATE else "due_value"
        raise Refused("task.due_value", field=field) from error
    return {
        "due_kind": kind,
        "due_value": value,
        "due_bound": bound,
        "due_note": note,
        "due_date": None if outside else counted or day,
    }


def _check_clause(plan: Plan, clause: Clause | None) -> None:
    if clause is not None and clause.plan_id != plan.pk:
        raise Refused("task.clause_elsewhere", field="clause")


def _check_change(task: Task, said: dict[str, Any]) -> None:
    """What has been reported, done or dropped keeps its lead and due."""
    stored = task.facts()
    asked = {name: getattr(said[name], "pk", said[name]) for name in SETTLED}
    changed = [name for name in SETTLED if asked[name] != stored[name]]
    if changed and task.phase not in (Phase.OPEN, Phase.PAUSED):
        phase = task.get_phase_display()
        raise Refused("task.settled", field=SETTLED[changed[0]], phase=phase)
    supports = Support.objects.filter(task=task)
    if supports.filter(organisation=said["lead"]).exists():
        raise Refused("task.lead_supports", field="lead")
    is_bare = task.percent is None and task.phase == Phase.OPEN
    if said["outside"] and not (is_bare and not supports.exists()):
        raise Refused("task.outside", field="outside")
