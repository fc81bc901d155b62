"""How the subject of each kind of notice is found, as far as its reader may see it.

Asked when the page shows a notice, and again when it is to leave by mail: a membership
that has ended, or a body that has left a circle, finds nothing any more.
"""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from phoihop import clock
from phoihop.accounts.models import User
from phoihop.jobs import words
from phoihop.jobs.models import Job
from phoihop.jobs.reading import for_operator
from phoihop.notices import registry
from phoihop.notices.registry import Subject
from phoihop.organisations.models import Membership, name_of
from phoihop.organisations.models.membership import ROLE_LABELS
from phoihop.organisations.roles import Role
from phoihop.programmes.models import Task


def fill() -> None:
    """Say of each kind how its subject is found; to be called once, at the start."""
    for kind in ("job.done", "job.refused", "job.parked"):
        registry.register(kind, _jobs)
    registry.register("trail.broken", _jobs_of_operator)
    for kind in ("progress.final", "task.accepted", "task.returned"):
        registry.register(kind, _tasks)
    registry.register("membership.given", _roles)
    registry.register("membership.ended", _roles)


def _jobs(person: User, ids: Sequence[int]) -> dict[int, Subject]:
    """Jobs of the open circles, and of nobody's where the reader is an operator."""
    seen = _told_of(Job.objects.filter(pk__in=ids))
    missing = [pk for pk in ids if pk not in seen]
    return {**seen, **_jobs_of_operator(person, missing)} if missing else seen


def _jobs_of_operator(person: User, ids: Sequence[int]) -> dict[int, Subject]:
    held = Membership.objects.active(clock.today())
    if not held.filter(person=person, role=Role.OPERATOR).exists():
        return {}
    return _told_of(for_operator().filter(pk__in=ids, scope=None))


def _told_of(jobs: "QuerySet[Job]") -> dict[int, Subject]:
    named: Any = jobs.annotate(body_name=name_of("body_id", clock.today()))
    return {
        job.pk: Subject(
            values={"job": words.label(job.kind)},
            url=reverse("job", args=[job.pk]),
            body=job.body_name or "",
        )
        for job in named
    }


def _tasks(person: User, ids: Sequence[int]) -> dict[int, Subject]:
    """Tasks of the open circles, named after the body that leads them."""
    named: Any = Task.objects.filter(pk__in=ids).named(clock.today())
    return {
        task.pk: Subject(
            values={"task": task.text},
            url=reverse("task", args=[task.pk]),
            body=task.lead_name or "",
        )
        for task in named
    }


def _roles(person: User, ids: Sequence[int]) -> dict[int, Subject]:
    """One's own roles, which lie in no circle."""
    rows = Membership.objects.filter(pk__in=ids, person=person)
    named: Any = rows.annotate(
        organisation_name=name_of("organisation_id", clock.today())
    )
    return {
        row.pk: Subject(
            {"role": str(ROLE_LABELS[Role(row.role)])},
            reverse("organisation", args=[row.organisation_id])
            if row.organisation_id
            else "",
            row.organisation_name or "",
        )
        for row in named
    }
