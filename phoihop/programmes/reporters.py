"""Which bodies report progress themselves, and for which the standing body may."""

from collections.abc import Iterable
from datetime import date

from phoihop.accounts.models import User
from phoihop.organisations.models import Membership
from phoihop.organisations.permissions import Actor
from phoihop.organisations.roles import Permission
from phoihop.programmes.models import Task
from phoihop.programmes.rules import reporting
from phoihop.programmes.task_lock import standing_of
from phoihop.refusals import Refused


def people_able(
    bodies: Iterable[int], permission: Permission, on: date
) -> "list[User]":
    """The people of these bodies who may do this on a day, each once."""
    held = Membership.objects.active(on).holding(permission)
    return list(
        User.objects.filter(
            pk__in=held.filter(organisation_id__in=list(bodies)).values("person_id"),
            is_active=True,
        ).order_by("pk")
    )


def bodies_reporting(bodies: Iterable[int], on: date) -> set[int]:
    """Those of these bodies in which somebody has an account to report with."""
    held = Membership.objects.active(on).holding(Permission.PROGRESS_REPORT)
    able = held.filter(organisation_id__in=list(bodies), person__is_active=True)
    return set(able.values_list("organisation_id", flat=True).distinct())


def refuse_reporting_for(
    task: Task, body: int, *, paper: str, by: Actor, on: date
) -> None:
    """Raise ``Refused`` if the actor may not report on the task for this body."""
    code = reporting.why_not(
        body=body,
        entered_for=by.organisation_id,
        lead=task.lead_id,
        supporters=set(task.supports.values_list("organisation_id", flat=True)),
        standing=standing_of(task.plan),
        has_reporter=bool(bodies_reporting([body], on)),
        paper=paper,
    )
    if code:
        in_paper = code in ("progress.no_paper", "progress.own_needs_no_paper")
        raise Refused(code, field="paper" if in_paper else "organisation")
