"""Where a worker may die, and how it gets there. Imported by ``victim`` alone."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django_tasks_db.models import DBTaskResult

from phoihop.jobs import registry, running
from phoihop.jobs.working import HouseWorker
from phoihop.programmes.actions import tasks
from phoihop.trail import head_file
from tests.jobs.points import POINTS
from tests.jobs.stage import KIND, effect


class Way:
    """The way that this worker dies: at one of the points, once."""

    wanted = ""

    def reached(self, point: str) -> None:
        """Die here, if this is the point."""
        if point not in POINTS:
            raise ValueError(point)
        if point == self.wanted:
            os.kill(os.getpid(), signal.SIGKILL)


way = Way()


def around(owner: Any, name: str, before: str = "", after: str = "") -> None:
    """Let the worker pass a point before or after this function."""
    held: Callable[..., Any] = getattr(owner, name)

    def passing(*words: Any, **named: Any) -> Any:
        if before:
            way.reached(before)
        result = held(*words, **named)
        if after:
            way.reached(after)
        return result

    setattr(owner, name, passing)


def instrument() -> None:
    """Put every point into its place, and register the jobs of the test."""
    around(DBTaskResult, "claim", "row: before the claim", "row: claimed, uncommitted")
    around(running, "run", "delivered: nothing done", "delivered: all done")
    around(running, "claim", "job: before the claim", "job: claimed")
    around(registry.house, "actor_of", "asker: not asked for", "asker: found")
    around(registry.house, "opened", "circles: shut")
    around(running.Run, "progress", "progress: before it", "progress: written")
    around(running.Run, "storing", "storing: before the transaction")
    around(tasks, "require", "effect: before it", "effect: allowed")
    around(tasks, "record", "effect: the row, no trail", "effect: the trail as well")
    around(tasks, "create", "storing: the job is held", "effect: all, uncommitted")
    around(running, "finish", "end: unwritten", "end: told, uncommitted")
    around(registry.house, "told", "end: written, nobody told")
    around(head_file, "write", "committed: no head file", "committed: head file")
    around(HouseWorker, "run_task", "row: committed as claimed", "row: called done")
    registry.register(KIND, _function)


def _function(run: running.Run) -> None:
    way.reached("function: begun")
    effect(run)
    way.reached("function: over")


def work() -> None:
    """What a forked worker does until nothing waits."""
    HouseWorker(batch=True, asks_every=0.01).run()


@contextmanager
def dying_at(point: str) -> Iterator[None]:
    """Workers forked inside die there."""
    way.wanted = point
    try:
        yield
    finally:
        way.wanted = ""
