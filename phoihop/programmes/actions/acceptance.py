"""Accepting a report of completion, or returning it with a reason."""

from datetime import date

from django.db import transaction

from phoihop.notices.actions import tell
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.programmes.models import Acceptance, Progress, Task
from phoihop.programmes.models.progress import Verdict
from phoihop.programmes.rules import acceptance as rules
from phoihop.programmes.rules.state import Phase
from phoihop.programmes.task_lock import hold_task, standing_of, step
from phoihop.refusals import NotAllowed, Refused
from phoihop.trail.actions import record


@transaction.atomic
def accept(*, progress: Progress, by: Actor, on: date) -> Acceptance:
    """The task is done, as of the day of the report (product rule 1)."""
    require(by, Permission.TASK_ACCEPT, scope=progress.scope)
    task = _waiting(progress, by)
    made = _judge(progress, Verdict.ACCEPTED, "", by=by, on=on)
    task.change(seen=task.version, phase=step(task, Phase.DONE), done_on=progress.day)
    _tell_reporter(task, progress, "task.accepted", by)
    record(
        by=by,
        scope=task.scope,
        did="task.accepted",
        on=task,
        after={"done_on": task.done_on},
        also=[made],
    )
    return made


@transaction.atomic
def return_(*, progress: Progress, reason: str, by: Actor, on: date) -> Acceptance:
    """The task is open again, for a reason; what was reported stays to be read."""
    require(by, Permission.TASK_ACCEPT, scope=progress.scope)
    if not reason.strip():
        raise Refused("acceptance.no_reason", field="reason")
    task = _waiting(progress, by)
    made = _judge(progress, Verdict.RETURNED, reason.strip(), by=by, on=on)
    task.change(seen=task.version, phase=step(task, Phase.OPEN))
    _tell_reporter(task, progress, "task.returned", by)
    record(
        by=by,
        scope=task.scope,
        did="task.returned",
        on=task,
        after={"because": made.reason},
        also=[made],
    )
    return made


def _waiting(progress: Progress, by: Actor) -> Task:
    """The task, held, whose newest report of the lead this is; judged by who may."""
    task = hold_task(progress.task_id)
    reports = task.reports.filter(organisation_id=task.lead_id)
    newest = reports.order_by("-pk").first()
    if task.phase != Phase.REPORTED or newest is None or newest.pk != progress.pk:
        raise Refused("acceptance.not_waiting")
    code = rules.why_not(
        body=by.organisation_id,
        person=by.user_id,
        lead=task.lead_id,
        standing=standing_of(task.plan),
        parties=task.plan.parties.values_list("organisation_id", flat=True),
        entered_by=progress.by_id,
    )
    if code:
        raise Refused(code)
    return task


def _judge(
    progress: Progress, verdict: Verdict, reason: str, *, by: Actor, on: date
) -> Acceptance:
    if by.user is None or by.organisation is None:
        raise NotAllowed("permission.role", permission=Permission.TASK_ACCEPT)
    made: Acceptance = Acceptance.objects.create(
        scope=progress.scope,
        progress=progress,
        verdict=verdict,
        reason=reason,
        organisation=by.organisation,
        day=on,
        by=by.user,
    )
    return made


def _tell_reporter(task: Task, progress: Progress, kind: str, by: Actor) -> None:
    tell(
        people=[progress.by],
        kind=kind,
        subject=task.pk,
        scope=task.scope,
        by=by,
        event=str(progress.pk),
    )
