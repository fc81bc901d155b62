"""Carrying a job out: claimed by one, computed outside, stored once.

Whoever moves the job from waiting to running with the next attempt's number has it,
for the time of a lease that a thread renews. What is computed, is computed outside of
any transaction; what is stored, is stored together with the job's end, by whoever
still holds the attempt. So a job that is delivered twice, or whose worker dies at any
line, has its effect once.
"""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from threading import Event, Thread
from traceback import extract_tb
from typing import Any

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection, transaction

from phoihop import clock
from phoihop.jobs import registry, rules
from phoihop.jobs.models import Job, JobState
from phoihop.jobs.reading import whole
from phoihop.refusals import Refused

log = logging.getLogger(__name__)

# Progress is written at most this often.
EVERY_SECONDS = 0.5
# Sends a job on its way again, from an instant on.
Again = Callable[[Job, datetime], None]


class Lost(Exception):
    """Somebody else has the job by now: stop, and store nothing."""


def lease() -> timedelta:
    """How long a worker keeps a job without a sign of life."""
    return timedelta(seconds=settings.JOB_LEASE_SECONDS)


class Run:
    """One attempt at a job, in the hands of its function.

    ``by`` is the actor who asked, whose circles are open around the function.
    """

    def __init__(self, job: Job) -> None:
        self.job = job
        self.by: Any = None
        self.is_stored = False
        self._outcome = ""
        self._written = -EVERY_SECONDS

    def mine(self) -> Any:
        """The row of the job, if this attempt still holds it."""
        held = {"attempt": self.job.attempt, "state": JobState.RUNNING}
        return whole().filter(pk=self.job.pk, **held)

    def progress(self, done: int, total: int) -> None:
        """Say how far it is; also a sign of life. Outside of a transaction.

        Raises ``Lost`` when another worker has the job.
        """
        tick = time.monotonic()
        if tick - self._written < EVERY_SECONDS and done < total:
            return
        self._written = tick
        moved = self.mine().update(
            progress_done=done, progress_total=total, lease_until=clock.now() + lease()
        )
        if not moved:
            raise Lost

    def made(self, outcome: object) -> None:
        """Keep the id of what was made, or a word: never a sentence."""
        if not rules.is_small(str(outcome)):
            raise ValueError("An outcome is an id or a word.")
        self._outcome = str(outcome)

    @contextmanager
    def storing(self) -> Iterator[None]:
        """One transaction for the effect and the end of the job, by actions inside.

        Raises ``Lost`` when another worker has the job; nothing is stored then.
        """
        with transaction.atomic():
            rows = self.mine().select_for_update(no_key=True)
            if rows.first() is None:
                raise Lost
            yield
            finish(self.job, JobState.DONE, self._outcome)
        self.is_stored = True


def run(pk: int, *, worker: str, again: Again) -> None:
    """Carry a job out, if nobody else has it and it is not over."""
    job = claim(pk, worker)
    if job is None:
        return
    attempt = Run(job)
    with _beating(attempt):
        try:
            _carry_out(attempt)
        except Lost:
            log.warning("Job %s: another worker has it.", job.pk)
        except Refused as refused:
            _end(attempt, JobState.REFUSED, refused.code)
        except Exception as error:
            _broke(attempt, error, again)


def claim(pk: int, worker: str) -> Job | None:
    """Take the job for one attempt; None if it is over or somebody else's."""
    rows = whole().filter(pk=pk, state=JobState.WAITING)
    job = rows.first()
    if job is None:
        return None
    now = clock.now()
    taken = rows.filter(attempt=job.attempt).update(
        state=JobState.RUNNING,
        attempt=job.attempt + 1,
        tries=job.tries + 1,
        worker=worker,
        lease_until=now + lease(),
        started_at=now,
    )
    return whole().get(pk=pk) if taken else None


def finish(job: Job, state: JobState, outcome: str) -> bool:
    """End the attempt, and tell who asked; in the transaction of the caller.

    False if somebody else has the job.
    """
    held = whole().filter(pk=job.pk, attempt=job.attempt, state=JobState.RUNNING)
    ended = held.update(
        state=state, outcome=outcome, lease_until=None, finished_at=clock.now()
    )
    if ended:
        job.state, job.outcome = state, outcome
        registry.house.told(job)
    return bool(ended)


def _carry_out(attempt: Run) -> None:
    """Ask again for who asked and what they see, then call the function."""
    job = attempt.job
    function = registry.handler_of(job.kind)
    if function is None:
        _end(attempt, JobState.PARKED, "job.kind_unknown")
        return
    attempt.by = registry.house.actor_of(job)
    if attempt.by is None:
        raise Refused("job.role_ended")
    with registry.house.opened(attempt.by):
        if job.scope_id and not Job.objects.filter(pk=job.pk).exists():
            raise Refused("job.circle_left")
        function(attempt)
        if not attempt.is_stored:
            with attempt.storing():
                pass


def _end(attempt: Run, state: JobState, outcome: str) -> None:
    """End it for good in a transaction of its own."""
    with transaction.atomic():
        finish(attempt.job, state, outcome)


def _broke(attempt: Run, error: Exception, again: Again) -> None:
    """Try again later, or park it. Nothing of what the exception says is kept."""
    job, name = attempt.job, type(error).__name__
    last = extract_tb(error.__traceback__)[-1]
    log.warning("Job %s: %s at %s:%s", job.pk, name, last.filename, last.lineno)
    with transaction.atomic():
        if rules.is_spent(job.tries):
            finish(job, JobState.PARKED, name)
            return
        waiting = attempt.mine().update(
            state=JobState.WAITING, outcome=name, lease_until=None
        )
        if waiting:
            again(job, clock.now() + rules.pause_before_next(job.tries))


@contextmanager
def _beating(attempt: Run) -> Iterator[None]:
    """Renew the lease from a thread, with a connection of its own."""
    stopped = Event()
    thread = Thread(target=_beat, args=(attempt, stopped), daemon=True)
    thread.start()
    try:
        yield
    finally:
        stopped.set()
        thread.join()


def _beat(attempt: Run, stopped: Event) -> None:
    every = lease().total_seconds() / rules.BEATS_A_LEASE
    held = True
    while held and not stopped.wait(every):
        try:
            held = bool(attempt.mine().update(lease_until=clock.now() + lease()))
        except (DatabaseError, InterfaceError) as error:
            # A long write of somebody else's: the next beat comes in time.
            log.warning("Job %s: no beat: %s", attempt.job.pk, type(error).__name__)
        finally:
            connection.close()
