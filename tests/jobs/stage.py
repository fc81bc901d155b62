"""What the tests of jobs share: a kind of their own, asking, and a worker's round."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any
from unittest.mock import patch

import time_machine
from django.db import transaction
from django_tasks_db.management.commands import db_worker

from phoihop import clock
from phoihop.jobs import reaping, registry
from phoihop.jobs.actions import enqueue
from phoihop.jobs.models import Job
from phoihop.jobs.reading import whole
from phoihop.jobs.running import Run
from phoihop.jobs.working import HouseWorker
from phoihop.organisations.permissions import Actor
from phoihop.programmes.actions import tasks
from phoihop.programmes.models import Plan, Task
from phoihop.scopes.context import unscoped
from phoihop.scopes.models import Scope
from tests.actions.stage import acting
from tests.factories import World

KIND = "test.work"
BECAUSE = "a test looks at what is stored"


@contextmanager
def kind(handler: Callable[[Run], None], name: str = KIND) -> Iterator[None]:
    """For a while there is one more kind of job."""
    registry.register(name, handler)
    try:
        yield
    finally:
        del registry._handlers[name]


def ask(
    by: Actor, scope: Scope | None, *, name: str = KIND, subject: int | None = None
) -> Job:
    """What an action does that asks for a job."""
    with transaction.atomic():
        return enqueue(kind=name, subject=subject, scope=scope, by=by, on=clock.today())


def asked(world: World, who: str = "lan", **other: Any) -> Job:
    """One of the cast asks for a job on the plan."""
    with acting(world, who) as by:
        return ask(by, world.plan.scope, subject=world.plan.pk, **other)


def effect(run: Run) -> None:
    """The effect of a test's job: one task more in the plan, said to be of this job."""
    plan = Plan.objects.select_related("scope").get(pk=run.job.subject)
    run.progress(1, 3)
    with run.storing():
        task = tasks.create(
            plan=plan,
            text=f"Việc nền {run.job.pk}",
            lead=run.by.organisation,
            due_date=None,
            by=run.by,
            on=clock.today(),
        )
        run.made(task.pk)


def effects(job: Job) -> int:
    """How often the job has had its effect."""
    with unscoped(because=BECAUSE):
        return Task.objects.filter(text=f"Việc nền {job.pk}").count()


def worked() -> None:
    """A worker does everything that is ready now, in the transaction of the test.

    There the loop may not close the connection, as Django's own test client may not.
    """
    with patch.object(db_worker, "close_old_connections"):
        HouseWorker(batch=True, asks_every=0).run()


@contextmanager
def later(by: timedelta) -> Iterator[datetime]:
    """The clock stands this much later."""
    then = clock.now() + by
    with time_machine.travel(then, tick=False):
        yield then


def mended_and_worked(after: timedelta = timedelta(hours=1)) -> None:
    """Some time later the reaper comes by, then a worker."""
    with later(after):
        reaping.mend()
        worked()


def now_of(job: Job) -> Job:
    """The job as it is stored."""
    return whole().select_related("asked_by").get(pk=job.pk)
