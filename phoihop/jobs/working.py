"""A worker process: the loop of the queue, with signals, timers and faults of ours."""

import logging
import sys
from threading import Event, Thread
from types import FrameType
from typing import Any

from django.db import (
    InterfaceError,
    OperationalError,
    close_old_connections,
    connections,
)
from django.utils.crypto import get_random_string
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from phoihop import clock
from phoihop.jobs.timers import Round, go_round
from phoihop.jobs.transport import deliver

log = logging.getLogger(__name__)

ASKS_EVERY_SECONDS = 1.0
LOOKS_AT_THE_CLOCK_EVERY_SECONDS = 5.0
# How long a round may still take when the worker stops.
ROUND_ENDS_WITHIN_SECONDS = 60


class HouseWorker(Worker):
    """The loop of django-tasks' worker, which keeps no word of what went wrong."""

    def __init__(self, *, batch: bool, asks_every: float = ASKS_EVERY_SECONDS) -> None:
        super().__init__(
            queue_names=["*"],
            interval=asks_every,
            batch=batch,
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )
        self.stopping = Event()

    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        """Finish the job at hand and stop; asked a second time, stop at once."""
        if not self.running:
            self.reset_signals()
            sys.exit(1)
        self.running = False
        self.stopping.set()

    def run(self) -> None:
        """Work until told to stop; while the database is away, wait for it."""
        while self.running:
            try:
                super().run()
            except (OperationalError, InterfaceError) as error:
                log.warning("The worker waits: %s", type(error).__name__)
                close_old_connections()
                self.stopping.wait(self.interval)
            else:
                return

    def run_task(self, db_task_result: DBTaskResult[Any, Any]) -> None:
        """Deliver one job; ``deliver`` raises nothing that could be kept."""
        self.running_task = True
        try:
            if db_task_result.task_path == deliver.module_path:
                deliver.call(*db_task_result.args_kwargs["args"])
        finally:
            self.running_task = False
        DBTaskResult.objects.filter(pk=db_task_result.pk).update(
            status=TaskResultStatus.SUCCESSFUL, finished_at=clock.now()
        )


def work(rounds: list[Round], *, batch: bool, asks_every: float) -> None:
    """One worker, until a signal comes or, in a batch, until nothing waits."""
    worker = HouseWorker(batch=batch, asks_every=asks_every)
    worker.configure_signals()
    if batch:
        go_round(rounds)
        worker.run()
        return
    keeper = Thread(target=_keep_time, args=(rounds, worker.stopping), daemon=True)
    keeper.start()
    try:
        worker.run()
    finally:
        worker.stopping.set()
        keeper.join(ROUND_ENDS_WITHIN_SECONDS)


def _keep_time(rounds: list[Round], stopping: Event) -> None:
    """Look at the clock, beside the jobs: a long one holds no round up."""
    while True:
        go_round(rounds)
        connections.close_all()
        if stopping.wait(LOOKS_AT_THE_CLOCK_EVERY_SECONDS):
            return
