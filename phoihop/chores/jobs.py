"""Which function does the jobs of each kind, and how a worker asks for who asked."""

import json
import logging
from contextlib import AbstractContextManager
from dataclasses import asdict
from pathlib import Path

from django.conf import settings
from django.db.models import Q

from phoihop import clock
from phoihop.accounts.models import User
from phoihop.chores.papers import read_document
from phoihop.documents.actions.receiving import READ
from phoihop.jobs import registry
from phoihop.jobs.models import Job
from phoihop.jobs.running import Run
from phoihop.notices.actions import tell
from phoihop.organisations.actions import oversight
from phoihop.organisations.models import Membership, Organisation
from phoihop.organisations.permissions import (
    Actor,
    actor_of,
    command_line,
    command_line_of,
    scoped,
)
from phoihop.organisations.roles import Role
from phoihop.trail.models import Entry
from phoihop.trail.reading import portions
from phoihop.trail.verify import verify

log = logging.getLogger(__name__)

WHOLE = "whole"


def fill() -> None:
    """Lend the rooms below what they need; to be called once, at the start."""
    house = registry.house
    house.actor_of, house.opened, house.told = asker_of, _opened, _told
    registry.register(READ, read_document)
    registry.register("trail.export", _export)
    registry.register("trail.verify", _verify)


def asker_of(job: Job) -> Actor | None:
    """Who asked, if they hold that role in that body today; else nobody."""
    if job.asked_by_id is None:
        return _command(job)
    body = Q(organisation=job.body_id) if job.body_id else Q(organisation=None)
    held = Membership.objects.active(clock.today()).filter(
        body, person_id=job.asked_by_id, person__is_active=True, role=job.role
    )
    found = held.select_related("person", "organisation__desk").first()
    return actor_of(found) if found else None


def _command(job: Job) -> Actor | None:
    """A command of the server: the operator's, or one at work for a living body."""
    if job.body_id is None:
        return command_line() if job.role == Role.OPERATOR else None
    living = Organisation.objects.living(clock.today()).select_related("desk")
    body = living.filter(pk=job.body_id).first()
    return command_line_of(body) if body else None


def _opened(actor: Actor) -> AbstractContextManager[None]:
    """The circles that the asker's body is in today."""
    return scoped(actor)


def _told(job: Job) -> None:
    """Who asked is told of the end; the timers are told nothing."""
    if job.asked_by is not None:
        tell(
            people=[job.asked_by],
            kind=f"job.{job.state}",
            subject=job.pk,
            scope=job.scope,
            by=command_line(),
            event=str(job.attempt),
        )


def _export(run: Run) -> None:
    """The trail before the asking, as one JSON object a line, onto the desk."""
    before = int(run.job.subject or 0)
    total = Entry.objects.filter(seq__lt=before).count()
    lines: list[str] = []
    for portion in portions(before=before):
        lines += [json.dumps(asdict(entry), default=str) for entry in portion]
        run.progress(len(lines), total)
    data = "".join(f"{line}\n" for line in lines).encode()
    with run.storing():
        kept = oversight.keep_export(
            data=data,
            asked_on=clock.day_of(run.job.asked_at),
            by=run.by,
            on=clock.today(),
        )
        run.made(kept.uuid)


def _verify(run: Run) -> None:
    """Every link of the trail; the operators are told of faults, of nothing else."""
    verdict = verify(Path(settings.TRAIL_HEAD_FILE))
    run.made(WHOLE if verdict.whole else f"faults.{len(verdict.faults)}")
    with run.storing():
        if not verdict.whole:
            log.error("The trail is not whole: %s faults", len(verdict.faults))
            _tell_operators(run.job)


def _tell_operators(job: Job) -> None:
    held = Membership.objects.active(clock.today()).filter(role=Role.OPERATOR)
    tell(
        people=User.objects.filter(pk__in=held.values("person_id"), is_active=True),
        kind="trail.broken",
        subject=job.pk,
        scope=None,
        by=command_line(),
    )
