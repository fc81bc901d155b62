"""Jobs that a worker holds no more, or that none has taken up."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q, QuerySet

from phoihop import clock
from phoihop.chores.inspection.findings import MOST, Finding
from phoihop.jobs.models import Job, JobState

# A lease runs out within an hour, and workers look for those that did.
HELD, UNTAKEN = timedelta(hours=1), timedelta(days=1)


def look() -> Iterator[Finding]:
    """Neither should be where a worker runs."""
    now = clock.now()
    lost = Q(state=JobState.RUNNING, lease_until__lt=now - HELD)
    untaken = Q(state=JobState.WAITING, asked_at__lt=now - UNTAKEN)
    # Past the manager: kinds and numbers, of whichever circle.
    jobs: QuerySet[Job] = QuerySet(Job)
    stuck = jobs.filter(lost | untaken).order_by("pk")[:MOST]
    for pk, kind, state in stuck.values_list("pk", "kind", "state"):
        yield Finding("job.stuck", f"{pk} {kind} {state}")
