"""``phoihop worker``: does the jobs that wait, and what comes round by itself."""

import signal
from argparse import ArgumentParser
from datetime import timedelta
from multiprocessing import get_context
from multiprocessing.context import ForkProcess
from threading import Event
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from phoihop import clock
from phoihop.chores import digests
from phoihop.jobs import reaping
from phoihop.jobs.timers import Round
from phoihop.jobs.working import ASKS_EVERY_SECONDS, work
from phoihop.organisations.actions import oversight
from phoihop.organisations.permissions import command_line, scoped

MOST_PROCESSES = 32
LOOKS_EVERY_SECONDS = 1.0


def check_trail() -> None:
    """Ask for the daily check of the trail."""
    by = command_line()
    with scoped(by):
        oversight.verify(by=by, on=clock.today())


ROUNDS = [
    Round("jobs.mend", timedelta(seconds=30), reaping.mend),
    Round("notices.digest", timedelta(minutes=10), digests.at_its_hour),
    Round("trail.check", timedelta(days=1), check_trail),
]


class Command(BaseCommand):
    """SIGTERM and SIGINT: the job at hand is finished, no other is begun."""

    help = "Chạy các việc nền / do the jobs that wait"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many processes; whether to stop when nothing waits."""
        parser.add_argument("--processes", type=int, default=1)
        parser.add_argument("--batch", action="store_true")
        # How often an idle worker asks the database, in seconds.
        parser.add_argument("--every", type=float, default=ASKS_EVERY_SECONDS)

    def handle(self, *args: Any, **options: Any) -> None:
        """Work here, or look after processes that do."""
        processes, batch, every = (
            options[name] for name in ("processes", "batch", "every")
        )
        if not 1 <= processes <= MOST_PROCESSES or not 0.01 <= every <= 60:
            raise CommandError(
                f"--processes 1–{MOST_PROCESSES}, --every 0.01–60 (giây / seconds)"
            )
        if processes == 1:
            work(ROUNDS, batch=batch, asks_every=every)
        else:
            Keeper(processes, batch, every).keep()


def one_process(batch: bool, every: float) -> None:
    """What a process of several does: nothing of its parent's, until it has its own."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    connections.close_all()
    work(ROUNDS, batch=batch, asks_every=every)


class Keeper:
    """Looks after several workers: one that is killed is replaced."""

    def __init__(self, processes: int, batch: bool, every: float) -> None:
        self.batch, self.every = batch, every
        self.stopping = Event()
        self.workers = [self._begun() for _ in range(processes)]

    def keep(self) -> None:
        """Until all have ended: told to stop, or in a batch with nothing left."""
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, self._stop)
        while self.workers:
            if self.stopping.is_set():
                self.workers[0].join(LOOKS_EVERY_SECONDS)
            else:
                # Also a pause, should each new worker be killed at once.
                self.stopping.wait(LOOKS_EVERY_SECONDS)
            ended = [w for w in self.workers if w.exitcode is not None]
            self.workers = [w for w in self.workers if w.exitcode is None]
            killed = [w for w in ended if w.exitcode != 0]
            if not self.stopping.is_set():
                self.workers += [self._begun() for _ in killed]

    def _begun(self) -> ForkProcess:
        worker = get_context("fork").Process(
            target=one_process, args=(self.batch, self.every)
        )
        worker.start()
        return worker

    def _stop(self, signum: int, frame: FrameType | None) -> None:
        self.stopping.set()
        for worker in self.workers:
            worker.terminate()
