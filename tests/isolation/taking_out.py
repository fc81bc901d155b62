"""A body's auditor asks for its trail: the job that comes of it, in the province."""

from itertools import chain

from phoihop import clock
from phoihop.jobs.reading import whole
from phoihop.organisations.actions import oversight
from phoihop.organisations.permissions import Actor
from phoihop.trail.reading import portions

# The body whose job broke: the operator is to see that it did, and nothing else of it.
PARKED = "B6"


def taken_out(purpose: str, *, parked: bool, by: Actor) -> tuple[int, int]:
    """The number of the job, and of the first entry about a body that it will hold."""
    job = oversight.export(purpose=purpose, by=by, on=clock.today())
    told = chain.from_iterable(portions(before=int(job.subject or 0)))
    if parked:
        whole().filter(pk=job.pk).update(state="parked", finished_at=clock.now())
    return job.pk, min(t.seq for t in told if t.kind == "organisation")
