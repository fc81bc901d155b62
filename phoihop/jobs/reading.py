"""Jobs past the open scope, for the machinery and for the operator's page."""

from django.db.models import Q, QuerySet

from phoihop.jobs.models import Job, JobState
from phoihop.scopes.context import unscoped


def whole() -> "QuerySet[Job]":
    """Every job: who takes one up opens its asker's circles afterwards."""
    with unscoped(because="a worker takes up jobs before it knows whose they are"):
        return Job.objects.all()


def for_operator() -> "QuerySet[Job]":
    """The operator's own jobs, and those of bodies that are parked.

    Of these he sees the kind, the tries and the class of the fault; there is no
    more in a job's row.
    """
    return whole().filter(Q(scope=None) | Q(state=JobState.PARKED))
