"""The desk: what waits for me today?"""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from phoihop import clock
from phoihop.organisations.permissions import may
from phoihop.organisations.roles import Permission, Role
from phoihop.pages.scoped import Request, public, scoped_page
from phoihop.programmes.models import Task, due_is
from phoihop.programmes.rules import DueState

ROWS = 30


@public
def start(request: HttpRequest) -> HttpResponse:
    """The bare address leads to the desk."""
    return redirect("desk")


@scoped_page
def desk(request: Request) -> HttpResponse:
    """The tasks that one's own body leads, sorted by what hurts first."""
    if request.actor.role is Role.OPERATOR:
        return redirect("organisations")
    on = clock.today()
    own = Task.objects.led_by(request.actor.organisation_id)
    context = {
        "counts": own.aggregate(
            overdue=Count("pk", filter=due_is(DueState.OVERDUE, on)),
            soon=Count("pk", filter=due_is(DueState.SOON, on)),
            open=Count("pk"),
        ),
        "tasks": own.filter(due_date__isnull=False).with_plan_title().by_due()[:ROWS],
        "may_create": may_create_programme(request),
    }
    return render(request, "desk.html", context)


def may_create_programme(request: Request) -> bool:
    """Whether to show the button that opens a programme."""
    body = request.actor.organisation
    desk_scope = body.desk if body else None
    return may(request.actor, Permission.PROGRAMME_CREATE, scope=desk_scope)
