"""Verbs by which a task rests, goes on or ends without having been reported."""

from datetime import date

from django.db import transaction

from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.programmes.models import Task
from phoihop.programmes.rules.state import Phase
from phoihop.programmes.task_lock import hold_task, refuse_outside, step
from phoihop.refusals import Refused
from phoihop.trail.actions import record


@transaction.atomic
def pause(*, task: Task, seen: int, reason: str, by: Actor, on: date) -> Task:
    """Let a task rest from today on, for a reason; it is not late meanwhile.

    ``seen`` is the version on the screen, here and below.
    """
    require(by, Permission.TASK_EDIT, scope=task.scope)
    because = _reason(reason)
    return _step(
        task, Phase.PAUSED, seen, "task.paused", by, paused_on=on, reason=because
    )


@transaction.atomic
def resume(*, task: Task, seen: int, by: Actor, on: date) -> Task:
    """Go on with a task that rested; its due date stands as it was."""
    require(by, Permission.TASK_EDIT, scope=task.scope)
    return _step(task, Phase.OPEN, seen, "task.resumed", by, paused_on=None, reason="")


@transaction.atomic
def drop(*, task: Task, seen: int, reason: str, by: Actor, on: date) -> Task:
    """Give a task up for a reason; it stays to be read, and is counted as dropped."""
    require(by, Permission.TASK_EDIT, scope=task.scope)
    because = _reason(reason)
    return _step(
        task, Phase.DROPPED, seen, "task.dropped", by, paused_on=None, reason=because
    )


@transaction.atomic
def finish_outside(*, task: Task, seen: int, by: Actor, on: date) -> Task:
    """A duty beyond the boundary is done: it is neither reported nor accepted here."""
    require(by, Permission.TASK_EDIT, scope=task.scope)
    if not task.outside:
        raise Refused("task.not_outside")
    return _step(task, Phase.DONE, seen, "task.finished_outside", by, done_on=on)


def _reason(reason: str) -> str:
    if not reason.strip():
        raise Refused("task.no_reason", field="reason")
    return reason.strip()


def _step(
    task: Task, to: Phase, seen: int, did: str, by: Actor, **values: object
) -> Task:
    """Bring the task to a phase, unless somebody was faster."""
    held = hold_task(task.pk)
    if held.version == seen:
        if to is not Phase.DONE:
            refuse_outside(held)
        if to is Phase.OPEN and held.phase != Phase.PAUSED:
            # From a report an acceptance or a return leads on, and nothing else.
            raise Refused("task.step", phase=held.get_phase_display())
        step(held, to)
    before = held.facts()
    held.change(seen=seen, phase=to, **values)
    record(by=by, scope=held.scope, did=did, on=held, before=before, after=held.facts())
    return held
