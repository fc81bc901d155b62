"""The job that works on a reading: how far it is, and whether it still lives."""

from phoihop.documents.models import Reading
from phoihop.jobs.models import Job


def job_of(reading: Reading) -> Job | None:
    """The job that reads, in the open scope; None for a reading without one."""
    found: Job | None = Job.objects.filter(pk=reading.job_id).first()
    return found


def is_over(reading: Reading) -> bool:
    """Whether nothing works on this reading any more."""
    job = job_of(reading)
    return job is None or job.is_over
