"""A job that is parked, for the pages that show one."""

from phoihop.jobs.models import Job
from phoihop.jobs.reading import whole
from tests.factories import World
from tests.notices.stage import job_of


def parked_job(world: World) -> Job:
    """An export of the trail of ban that broke five times."""
    job = job_of(world, "thu", world.bodies["ban"].desk)
    whole().filter(pk=job.pk).update(state="parked", tries=5, outcome="OSError")
    return whole().get(pk=job.pk)
