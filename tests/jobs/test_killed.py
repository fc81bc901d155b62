"""Workers that are killed: every job has its effect exactly once, whenever it happens.

A real worker in a process of its own dies by SIGKILL, at each of the points that a
job passes, or at a moment that nobody chose. An hour later the reaper comes by.
"""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction

from phoihop import clock
from phoihop.files.models import StoredFile
from phoihop.files.store import opened
from phoihop.jobs.models import Job, JobState
from phoihop.jobs.transport import send
from phoihop.organisations.actions import oversight
from phoihop.trail.verify import verify
from setup.places import HERE
from tests.actions.stage import acting
from tests.factories import World
from tests.jobs.points import POINTS
from tests.jobs.stage import (
    asked,
    effect,
    effects,
    kind,
    mended_and_worked,
    now_of,
)
from tests.own_database import OwnDatabase
from tests.witness import every, version_faults

# At these the default run kills; the long one at each.
SOME = ("job: claimed", "effect: all, uncommitted", "committed: no head file")
# So many are to die, however long that takes a machine that is busy with other things.
DEATHS, DEATHS_LONG = 3, 86
# The workers live by the real clock, the test by its own: later than both.
AFTER_ALL = timedelta(days=3650)


class Victim:
    """The program that forks workers and lets them die."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def said(self, line: str) -> str:
        """Ask for a round, or for nothing, and hear how it ended."""
        if line:
            assert self.process.stdin is not None
            self.process.stdin.write(f"{line}\n")
            self.process.stdin.flush()
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()


@pytest.fixture
def victim(own_database: OwnDatabase, tmp_path: Path) -> Iterator[Victim]:
    """Workers on the test's own database, files and trail."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.jobs.victim"],
        cwd=HERE.root,
        env={
            **os.environ,
            "PHOIHOP_HTTPS": "false",
            "PHOIHOP_TRAIL_HEAD_FILE": str(settings.TRAIL_HEAD_FILE),
            "PHOIHOP_FILES": str(settings.FILES_ROOT),
            "DATABASE_URL": address_of(own_database),
        },
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    found = Victim(process)
    assert found.said("") == "ready"
    yield found
    assert process.stdin is not None
    process.stdin.close()
    assert process.stdout is not None
    process.stdout.close()
    assert process.wait(30) == 0


def address_of(database: OwnDatabase) -> str:
    """The test's database, as the setting names one."""
    if database.vendor == "sqlite":
        return f"sqlite:///{database.name}"
    held: Any = connection.get_connection_params()
    user, host = held.get("user", ""), held.get("host", "127.0.0.1")
    password = held.get("password", "")
    secret = f":{password}" if password else ""
    port = held.get("port", 5432)
    return f"postgres://{user}{secret}@{host}:{port}/{database.name}"


def exported(world: World) -> Job:
    """The auditor asks for a file: a job with an effect on the disk as well."""
    with acting(world, "thu") as by:
        return oversight.export(purpose="thử", by=by, on=clock.today())


def head_remembered(world: World) -> None:
    """The test's own head file is written, as it is where anything was recorded."""
    with acting(world, "thu") as by:
        oversight.take_out(purpose="thử", by=by, on=clock.today())


def killed_at(victim: Victim, world: World, point: str) -> None:
    """A worker dies there, another mends and goes on: the effect is there once."""
    head_remembered(world)
    job = asked(world)
    assert victim.said(f"point {POINTS.index(point)}") == "killed", point
    connection.close()
    assert effects(job) <= 1
    with kind(effect):
        mended_and_worked(AFTER_ALL)
    assert (effects(job), now_of(job).state) == (1, JobState.DONE), point
    assert now_of(job).attempt <= 2


def all_is_whole(world: World) -> None:
    """The trail, every history, and each file with its row."""
    assert verify(Path(settings.TRAIL_HEAD_FILE)).faults == []
    assert version_faults() == []
    for row in every(StoredFile):
        with opened(row.uuid, size=row.size, sha256=row.sha256, settled=True):
            pass


@pytest.mark.parametrize("point", SOME)
def test_a_worker_dies_and_the_effect_is_there_once(
    victim: Victim, own_world: World, point: str
) -> None:
    killed_at(victim, own_world, point)
    all_is_whole(own_world)


@pytest.mark.long
def test_a_worker_dies_at_each_point(victim: Victim, own_world: World) -> None:
    assert len(POINTS) >= 20
    for point in POINTS:
        killed_at(victim, own_world, point)
    all_is_whole(own_world)


def killed_at_random(victim: Victim, world: World, wanted: int) -> int:
    """Jobs of both kinds, a kill at any moment until so many have died; how many."""
    moment = random.Random(20260615)
    jobs, kills = [], 0
    for number in range(4 * wanted):
        if kills == wanted:
            break
        jobs.append(exported(world) if number % 3 == 2 else asked(world))
        seconds = moment.uniform(0.0, 0.12)
        kills += victim.said(f"after {seconds:.4f}") == "killed"
        connection.close()
        if number % 5 == 4:
            with kind(effect):
                mended_and_worked(AFTER_ALL)
    with kind(effect):
        mended_and_worked(AFTER_ALL)
        mended_and_worked(AFTER_ALL)
    assert {now_of(job).state for job in jobs} == {JobState.DONE}
    wrought = [effects(job) for job in jobs if job.kind != "trail.export"]
    assert wrought == [1] * len(wrought)
    files = every(StoredFile)
    exports = [now_of(job).outcome for job in jobs if job.kind == "trail.export"]
    assert sorted(exports) == sorted(str(file.uuid) for file in files)
    lost = sum(now_of(job).attempt - 1 for job in jobs)
    print(f"\n{kills} killed by chance, {lost} of them in the midst of a job")
    return kills


def test_workers_die_at_moments_that_nobody_chose(
    victim: Victim, own_world: World
) -> None:
    assert killed_at_random(victim, own_world, DEATHS) == DEATHS
    all_is_whole(own_world)


@pytest.mark.long
def test_a_great_many_die(victim: Victim, own_world: World) -> None:
    assert killed_at_random(victim, own_world, DEATHS_LONG) == DEATHS_LONG
    all_is_whole(own_world)


def test_two_workers_at_once_do_each_job_once(victim: Victim, own_world: World) -> None:
    jobs = [asked(own_world) for _ in range(8)]
    for job in jobs:
        connection.close()
        _send_twice(job)
    connection.close()
    assert victim.said("two") == "lived lived"
    assert [effects(job) for job in jobs] == [1] * len(jobs)
    assert {now_of(job).attempt for job in jobs} == {1}
    all_is_whole(own_world)


def _send_twice(job: Job) -> None:
    with transaction.atomic():
        send(now_of(job))
