"""The operator's verb on jobs; who asks for a job does so by a verb of their own."""

from datetime import date

from django.db import transaction

from phoihop.jobs import actions as jobs
from phoihop.jobs.models import Job
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.trail.actions import record


@transaction.atomic
def retry(*, job: Job, by: Actor, on: date) -> Job:
    """Let a parked job run again; it still runs for whoever asked for it."""
    require(by, Permission.JOB_RETRY)
    before: dict[str, object] = {"outcome": job.outcome, "tries": job.tries}
    jobs.retry(job=job, by=by, on=on)
    record(by=by, scope=job.scope, did="job.retried", on=job, before=before)
    return job
