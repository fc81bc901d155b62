"""What the tests of notices share: telling, and a day's letters."""

from datetime import date, timedelta

import time_machine
from django.db import transaction

from phoihop import clock
from phoihop.chores import digests
from phoihop.chores.digests import Gone
from phoihop.jobs.models import Job
from phoihop.jobs.reading import whole
from phoihop.notices.actions import tell
from phoihop.notices.models import Notice
from phoihop.organisations.permissions import command_line
from phoihop.scopes.models import Scope
from tests.factories import World


def job_of(world: World, who: str, scope: Scope | None) -> Job:
    """A job that is over, of this circle."""
    job = Job(
        kind="trail.export",
        scope=scope,
        asked_by=world.user(who),
        body_id=world.actors[who].organisation_id,
        role=world.actors[who].role,
        state="done",
        asked_at=clock.now(),
        finished_at=clock.now(),
    )
    whole().bulk_create([job])
    return job


def told(world: World, *who: str, job: Job, event: str = "") -> None:
    """These of the cast are told that the job is done."""
    with transaction.atomic():
        tell(
            people=[world.user(name) for name in who],
            kind="job.done",
            subject=job.pk,
            scope=job.scope,
            by=command_line(),
            event=event,
        )


def digest(on: date | None = None) -> Gone:
    """The letters of a day."""
    return digests.send(on=on or clock.today())


def tomorrow() -> time_machine.travel:
    """The clock, a day later."""
    return time_machine.travel(clock.now() + timedelta(days=1), tick=False)


def mail_states(name: str) -> list[str]:
    """What has become of the notices of one of the cast, by mail; oldest first."""
    rows = Notice.objects.filter(person__username=name).order_by("pk")
    return list(rows.values_list("mail", flat=True))


def told_of_plan(world: World, *who: str, event: str = "") -> None:
    """These are told of a job on the plan that ban and so share."""
    told(world, *who, job=job_of(world, "lan", world.plan.scope), event=event)
