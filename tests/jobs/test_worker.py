"""``phoihop worker``: as it is started and stopped on a server, and its timers."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from phoihop import clock
from phoihop.chores.management.commands import worker
from phoihop.jobs.models import JobState, Timer
from phoihop.jobs.reading import whole
from phoihop.jobs.timers import Round, go_round, is_mine
from phoihop.organisations.actions import oversight
from setup.places import HERE
from tests.actions.stage import acting
from tests.factories import World
from tests.jobs.stage import later, now_of
from tests.jobs.test_killed import address_of
from tests.own_database import OwnDatabase

PATIENCE = 60


@contextmanager
def started(database: OwnDatabase, *words: str) -> Iterator["subprocess.Popen[bytes]"]:
    """A worker in processes of its own, on the test's database and files."""
    connection.close()
    process = subprocess.Popen(
        [sys.executable, "-m", "phoihop.cli", "worker", *words],
        cwd=HERE.root,
        env={
            **os.environ,
            "PHOIHOP_HTTPS": "false",
            "PHOIHOP_TRAIL_HEAD_FILE": str(settings.TRAIL_HEAD_FILE),
            "PHOIHOP_FILES": str(settings.FILES_ROOT),
            "DATABASE_URL": address_of(database),
        },
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def test_a_batch_does_what_waits_and_ends(
    own_database: OwnDatabase, own_world: World
) -> None:
    with acting(own_world, "thu") as by:
        job = oversight.export(purpose="thử", by=by, on=clock.today())
    with started(own_database, "--batch") as process:
        assert process.wait(PATIENCE) == 0
    assert now_of(job).state == JobState.DONE
    assert whole().filter(kind="trail.verify", state=JobState.DONE).exists()


@pytest.mark.parametrize("processes", ["1", "2"])
def test_it_stops_when_it_is_told_to(
    own_database: OwnDatabase, own_world: World, processes: str
) -> None:
    """After the job at hand, by the signal that a service gets; with status 0."""
    with started(own_database, "--processes", processes, "--every", "0.1") as process:
        for _ in range(PATIENCE * 10):
            if whole().filter(kind="trail.verify", state=JobState.DONE).exists():
                break
            connection.close()
            time.sleep(0.1)
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
    assert whole().filter(kind="trail.verify").count() == 1
    assert not whole().filter(state=JobState.RUNNING).exists()


@pytest.mark.parametrize("words", [["--processes", "0"], ["--every", "0"]])
def test_it_says_what_it_takes(words: list[str]) -> None:
    with pytest.raises(CommandError, match="--processes 1–32"):
        call_command("worker", *words)


def test_a_timer_goes_off_once_for_all_workers(world: World) -> None:
    every = timedelta(seconds=30)
    assert [is_mine("t", every) for _ in range(3)] == [True, False, False]
    with later(timedelta(seconds=29)):
        assert not is_mine("t", every)
    with later(timedelta(seconds=31)):
        assert [is_mine("t", every) for _ in range(2)] == [True, False]
    assert Timer.objects.count() == 1


def test_a_round_that_breaks_holds_no_other_up(world: World, caplog: Any) -> None:
    done: list[str] = []

    def breaks() -> None:
        raise RuntimeError("CANARY")

    rounds = [
        Round("a", timedelta(days=1), breaks),
        Round("b", timedelta(days=1), lambda: done.append("b")),
    ]
    assert go_round(rounds) == ["b"]
    assert done == ["b"]
    assert "RuntimeError" in caplog.text
    assert "CANARY" not in caplog.text


def test_the_rounds_are_these() -> None:
    assert [(one.name, one.every) for one in worker.ROUNDS] == [
        ("jobs.mend", timedelta(seconds=30)),
        ("notices.digest", timedelta(minutes=10)),
        ("trail.check", timedelta(days=1)),
    ]
