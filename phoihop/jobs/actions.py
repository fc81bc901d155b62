"""Asking for a job, and letting a parked one run again."""

from datetime import date
from typing import Protocol

from phoihop import clock
from phoihop.jobs import rules
from phoihop.jobs.models import Job, JobState
from phoihop.jobs.reading import whole
from phoihop.jobs.transport import send
from phoihop.refusals import Refused
from phoihop.scopes.models import Scope
from phoihop.trail.actions import Author


class Asker(Author, Protocol):
    """Whoever asks: an account, for a body, in a role."""

    @property
    def role(self) -> str: ...


def enqueue(
    *, kind: str, subject: int | None, scope: Scope | None, by: Asker, on: date
) -> Job:
    """Ask for a job, in the action's transaction: rolled back with it.

    ``scope`` is the circle that the job works for; None for the operator's. Whether
    the asker may, is asked by the action above, and again when the job runs.
    """
    if not rules.is_kind(kind):
        raise ValueError(f"Not a kind of job: {kind}")
    job = Job(
        kind=kind,
        subject=subject,
        scope=scope,
        asked_by_id=by.user_id,
        body_id=by.organisation_id,
        role=str(by.role),
        asked_at=clock.now(),
    )
    # Not save(): the timers and the operator ask where no circle is open.
    whole().bulk_create([job])
    send(job)
    return job


def retry(*, job: Job, by: Asker, on: date) -> Job:
    """Let a parked job run again, with all its tries.

    Raises ``Refused`` when it is not parked any more. Who may do this is asked
    above, in ``organisations.actions.jobs``.
    """
    parked = whole().filter(pk=job.pk, state=JobState.PARKED)
    waiting = parked.update(
        state=JobState.WAITING,
        tries=0,
        outcome="",
        finished_at=None,
        progress_done=0,
        progress_total=0,
    )
    if not waiting:
        raise Refused("job.not_parked")
    send(job)
    return job
