"""Mending what killed workers left: leases that ran out, jobs that nobody carries.

Every worker does this on a timer, and ``tidy`` as well; done twice at once it does
no harm, since each row moves by compare-and-set.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from phoihop import clock
from phoihop.jobs import rules
from phoihop.jobs.models import Job, JobState
from phoihop.jobs.reading import whole
from phoihop.jobs.running import finish, lease
from phoihop.jobs.transport import send

# What is said of a job whose worker did not come back.
WORKER_LOST = "job.worker_lost"
OVER = (TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED)


@dataclass
class Mended:
    """How many jobs were sent again, and how many parked."""

    sent: int = 0
    parked: int = 0


def mend() -> Mended:
    """Send again what a killed worker held; park what has killed too many."""
    mended = Mended()
    for job in whole().filter(state=JobState.RUNNING, lease_until__lt=clock.now()):
        _take_back(job, mended)
    for job in whole().filter(~Exists(_on_its_way()), state=JobState.WAITING):
        _send_again(job, mended)
    return mended


def _take_back(job: Job, mended: Mended) -> None:
    with transaction.atomic():
        if rules.is_spent(job.tries):
            rows = whole().filter(pk=job.pk, lease_until=job.lease_until)
            # Not if the worker has given a sign of life meanwhile.
            if rows.select_for_update(no_key=True).first() is not None:
                mended.parked += finish(job, JobState.PARKED, WORKER_LOST)
            return
        held = whole().filter(
            pk=job.pk,
            state=JobState.RUNNING,
            attempt=job.attempt,
            lease_until=job.lease_until,
        )
        if held.update(state=JobState.WAITING, lease_until=None, outcome=WORKER_LOST):
            send(job)
            mended.sent += 1


def _on_its_way() -> Any:
    """The row of the queue that still brings a waiting job to a worker.

    One that runs is on its way for the moment between the two claims, of the row
    and of the job; for longer only if the worker was killed there.
    """
    soon = Q(status=TaskResultStatus.RUNNING, started_at__gt=clock.now() - lease())
    rows = DBTaskResult.objects.filter(pk=OuterRef("transport"))
    return rows.filter(Q(status=TaskResultStatus.READY) | soon)


def _send_again(job: Job, mended: Mended) -> None:
    with transaction.atomic():
        # Compare-and-set on the carrier: of two who mend, one sends.
        held = whole().filter(pk=job.pk, state=JobState.WAITING, attempt=job.attempt)
        if held.filter(transport=job.transport).update(transport=None):
            send(job)
            mended.sent += 1


def prune(*, keep: timedelta) -> int:
    """Throw away rows of the queue that carry nothing any more; returns how many."""
    before = clock.now() - keep
    carried = whole().filter(
        transport=OuterRef("pk"), state__in=(JobState.WAITING, JobState.RUNNING)
    )
    spent = DBTaskResult.objects.filter(
        Q(status__in=OVER, finished_at__lt=before)
        | Q(status=TaskResultStatus.RUNNING, started_at__lt=before)
    )
    deleted, _ = spent.filter(~Exists(carried)).delete()
    return deleted
