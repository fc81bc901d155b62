"""Verbs on the part that a supporting body has in a task."""

from datetime import date
from typing import Any

from django.db import transaction

from phoihop.organisations.models import Organisation
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.programmes.models import Support, Task
from phoihop.programmes.reporters import refuse_reporting_for
from phoihop.programmes.rules.state import UNFINISHED
from phoihop.programmes.task_lock import hold_task, refuse_no_party, refuse_outside
from phoihop.refusals import Refused
from phoihop.trail.actions import record


@transaction.atomic
def add(
    *,
    task: Task,
    organisation: Organisation,
    deliverable: str = "",
    due_date: date | None = None,
    by: Actor,
    on: date,
) -> Support:
    """Let a party of the plan support a task, with what it delivers and until when."""
    require(by, Permission.TASK_EDIT, scope=task.scope)
    held = _open_task(task.pk)
    refuse_no_party(
        held.plan, organisation, code="support.not_party", field="organisation"
    )
    if held.lead_id == organisation.pk:
        raise Refused("support.is_lead", field="organisation")
    if held.supports.filter(organisation=organisation).exists():
        raise Refused("support.known", field="organisation")
    support: Support = Support.objects.create(
        scope=held.scope,
        task=held,
        organisation=organisation,
        deliverable=deliverable,
        due_date=due_date,
    )
    _record(support, "support.added", by, before=None, after=_told(support))
    return support


@transaction.atomic
def change(
    *,
    support: Support,
    seen: int,
    deliverable: str,
    due_date: date | None,
    by: Actor,
    on: date,
) -> Support:
    """Change what a supporting body delivers, or until when. ``seen`` as elsewhere."""
    require(by, Permission.TASK_EDIT, scope=support.scope)
    _open_task(support.task_id)
    before = _told(support)
    support.change(seen=seen, deliverable=deliverable, due_date=due_date)
    _record(support, "support.changed", by, before=before, after=_told(support))
    return support


@transaction.atomic
def withdraw(*, support: Support, seen: int, by: Actor, on: date) -> Support:
    """The body supports the task no longer; what it reported stays."""
    require(by, Permission.TASK_EDIT, scope=support.scope)
    _open_task(support.task_id)
    before = _told(support)
    support.change(seen=seen, withdrawn_on=on)
    _record(support, "support.withdrawn", by, before=before, after={})
    return support


@transaction.atomic
def finish(
    *, support: Support, seen: int, paper: str = "", by: Actor, on: date
) -> Support:
    """The supporting body's own part is done; for a body without accounts, by paper.

    ``paper`` is the partner's own, on which the standing body acts on its behalf.
    """
    require(by, Permission.PROGRESS_REPORT, scope=support.scope)
    held = _open_task(support.task_id)
    refuse_reporting_for(held, support.organisation_id, paper=paper, by=by, on=on)
    if support.done_on is not None:
        raise Refused("support.done", day=support.done_on)
    before = _told(support)
    support.change(seen=seen, done_on=on)
    after = {**_told(support), **({"paper": paper.strip()} if paper.strip() else {})}
    _record(support, "support.finished", by, before=before, after=after)
    return support


def _open_task(pk: int) -> Task:
    """The task, held: nothing changes about one that is done, dropped or outside."""
    held = hold_task(pk)
    refuse_outside(held)
    if held.phase not in UNFINISHED:
        raise Refused("task.step", phase=held.get_phase_display())
    return held


def _told(support: Support) -> dict[str, Any]:
    """What the trail of the task tells of a support."""
    return {
        "deliverable": support.deliverable,
        "support_due": support.due_date,
        "support_done": support.done_on,
    }


def _record(
    support: Support,
    did: str,
    by: Actor,
    *,
    before: dict[str, Any] | None,
    after: dict[str, Any],
) -> None:
    """On the page of the task stands what was done to its supports."""
    named = {"organisation": support.organisation_id}
    record(
        by=by,
        scope=support.scope,
        did=did,
        on=support.task,
        before={**before, **({} if after else named)} if before else None,
        after={**after, **(named if after else {})},
        also=[support],
    )
