"""A worker is killed in the midst of a reading: nothing half, the next one reads."""

import pytest
from django.db import connection

from phoihop.chores import jobs as chores
from phoihop.documents.models import Draft, ReadingState, ReadText
from phoihop.jobs.models import JobState
from tests.documents.stage import drafts_of, job_of, reading_of, received
from tests.factories import World
from tests.jobs import test_killed
from tests.jobs.points import POINTS
from tests.jobs.stage import mended_and_worked
from tests.jobs.test_killed import AFTER_ALL, Victim, all_is_whole, head_remembered
from tests.witness import every

victim = test_killed.victim

# Before anything is computed, in the midst of it, and with everything stored but the
# commit; the points between are passed by other jobs in tests/jobs.
SOME = (
    "job: claimed",
    "progress: written",
    "storing: before the transaction",
    "end: told, uncommitted",
    "committed: no head file",
)


@pytest.mark.parametrize("point", SOME)
def test_a_killed_reading_is_read_once(
    victim: Victim, own_world: World, point: str
) -> None:
    head_remembered(own_world)
    document = received(own_world)
    connection.close()
    assert victim.said(f"point {POINTS.index(point)}") == "killed", point
    connection.close()
    stored = len(every(ReadText))
    assert stored == (1 if point.startswith("committed") else 0)
    assert bool(every(Draft)) == bool(stored)
    chores.fill()
    mended_and_worked(AFTER_ALL)
    reading = reading_of(document)
    assert reading.state == ReadingState.READY
    assert len(every(ReadText)) == 1
    positions = [draft.position for draft in drafts_of(reading)]
    assert positions == list(range(1, len(positions) + 1))
    assert positions
    job = job_of(reading)
    assert job.state == JobState.DONE
    all_is_whole(own_world)
