"""How a job gets to a worker: one row of django-tasks' queue, holding its number.

The queue keeps the text of exceptions and their tracebacks, which may hold what a
person typed: so its one task raises nothing.
"""

import logging
from datetime import datetime
from os import getpid
from socket import gethostname
from uuid import UUID

from django.db import transaction
from django_tasks import task

from phoihop.jobs import running
from phoihop.jobs.models import Job
from phoihop.jobs.reading import whole

log = logging.getLogger(__name__)
WORKER_LETTERS = 64


@task
def deliver(pk: int) -> None:
    """Carry out the job of this number."""
    stopped = False
    try:
        running.run(pk, worker=_myself(), again=send)
    except Exception as error:
        # The database went away under it: the lease runs out and it is sent again.
        log.warning("Job %s: %s", pk, type(error).__name__)
    except BaseException:
        stopped = True
    if stopped:
        # Outside of the handler, so that it drags no other exception along.
        raise SystemExit(1)


def _myself() -> str:
    """This process among all workers on all machines."""
    return f"{gethostname()}:{getpid()}"[-WORKER_LETTERS:]


def send(job: Job, after: datetime | None = None) -> None:
    """Put the job on its way, in the transaction that made it wait."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("send() needs a transaction")
    sent = deliver.using(run_after=after).enqueue(job.pk)
    job.transport = UUID(sent.id)
    whole().filter(pk=job.pk).update(transport=job.transport)
