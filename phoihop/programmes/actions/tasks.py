"""Verbs on a task."""

from datetime import date

from django.db import transaction

from phoihop.organisations.models import Organisation
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.programmes.models import Plan, Task
from phoihop.refusals import Refused
from phoihop.trail.actions import record


@transaction.atomic
def create(
    *,
    plan: Plan,
    text: str,
    lead: Organisation,
    due_date: date | None,
    by: Actor,
    on: date,
) -> Task:
    """Add a task to a plan; the body that leads it must be a party of the plan."""
    require(by, Permission.TASK_CREATE, scope=plan.scope)
    _check_lead(plan, lead)

    task = Task.objects.create(
        scope=plan.scope, plan=plan, text=text, lead=lead, due_date=due_date
    )
    record(by=by, scope=plan.scope, did="task.created", on=task, after=task.facts())
    return task


@transaction.atomic
def edit(
    *,
    task: Task,
    seen: int,
    text: str,
    lead: Organisation,
    due_date: date | None,
    by: Actor,
    on: date,
) -> Task:
    """Change what a task says, who leads it or until when.

    ``seen`` is the version on the screen; raises ``Stale`` if somebody was faster.
    """
    require(by, Permission.TASK_EDIT, scope=task.scope)
    _check_lead(task.plan, lead)

    before = task.facts()
    task.change(seen=seen, text=text, lead=lead, due_date=due_date)
    record(
        by=by,
        scope=task.scope,
        did="task.changed",
        on=task,
        before=before,
        after=task.facts(),
    )
    return task


def _check_lead(plan: Plan, lead: Organisation) -> None:
    """Product rule 5: exactly one body leads, and the plan binds it."""
    if not plan.parties.filter(organisation=lead).exists():
        raise Refused("task.lead_not_party", field="lead")
