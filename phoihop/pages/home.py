"""The desk: what waits for me today?"""

from datetime import date
from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from phoihop import clock
from phoihop.documents.models import Reading, ReadingState
from phoihop.organisations.permissions import may
from phoihop.organisations.roles import Permission, Role, role_grants
from phoihop.pages.scoped import Request, public, scoped_page
from phoihop.programmes.models import Task, state_is
from phoihop.programmes.rules.state import Phase, TaskState

ROWS = 30


@public
def start(request: HttpRequest) -> HttpResponse:
    """The bare address leads to the desk."""
    return redirect("desk")


@scoped_page
def desk(request: Request) -> HttpResponse:
    """What waits for one's own body, sorted by what hurts first."""
    if request.actor.role is Role.OPERATOR:
        return redirect("organisations")
    on, body = clock.today(), request.actor.organisation_id
    own = Task.objects.led_by(body).unfinished().within()
    awaiting = Task.objects.awaiting(body)
    # What waits for others' acceptance is not one's own to do.
    due = own.filter(due_date__isnull=False, phase=Phase.OPEN)
    shown = [
        *due.named(on).with_plan_title().by_due()[:ROWS],
        *awaiting.named(on).with_plan_title().by_due()[:ROWS],
    ]
    role = request.actor.role
    context = {
        "counts": own.aggregate(
            overdue=Count("pk", filter=state_is(TaskState.OVERDUE, on)),
            soon=Count("pk", filter=state_is(TaskState.AT_RISK, on)),
            open=Count("pk"),
        ),
        "awaiting": awaiting.count(),
        "readings": Reading.objects.filter(state=ReadingState.READY).count(),
        "tasks": sorted(shown, key=lambda task: _hurts(task, on))[:ROWS],
        "body": body,
        "may_report": role_grants(role, Permission.PROGRESS_REPORT),
        "may_accept": role_grants(role, Permission.TASK_ACCEPT),
        "may_create": may_create_programme(request),
    }
    return render(request, "desk.html", context)


def _hurts(task: Any, on: date) -> tuple[int, date, int]:
    """What is late hurts first, then what is near, then those who wait for us."""
    order = [TaskState.OVERDUE, TaskState.AT_RISK, TaskState.WAITING]
    state = task.state(on)
    rank = order.index(state) if state in order else len(order)
    return rank, task.due_date or date.max, task.pk


def may_create_programme(request: Request) -> bool:
    """Whether to show the button that opens a programme."""
    body = request.actor.organisation
    desk_scope = body.desk if body else None
    return may(request.actor, Permission.PROGRAMME_CREATE, scope=desk_scope)
