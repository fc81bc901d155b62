"""Yearly plans: one of them, drafting and changing one."""

from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _

from phoihop import clock
from phoihop.organisations.models import Organisation, name_of
from phoihop.organisations.permissions import may
from phoihop.organisations.roles import Permission
from phoihop.pages.asked import first_rows, moment_asked
from phoihop.pages.bodies import BodiesField, offer
from phoihop.pages.keyed import KeyedForm, VersionedForm
from phoihop.pages.programmes import year_field
from phoihop.pages.scoped import Request, scoped_page
from phoihop.pages.telling import history
from phoihop.programmes.actions import plans as actions
from phoihop.programmes.models import Plan, PlanParty, Programme, Task

ROWS = 50
# A plan of that day is shown whole, for comparing; none has come near this.
WAS_ROWS = 1000


class PlanFields(forms.Form):
    """What a plan says of itself."""

    title = forms.CharField(
        label=_("Tên kế hoạch"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    year = year_field(_("Năm"))


class PlanForm(PlanFields, KeyedForm):
    """A new plan with those of the programme's parties that take part."""

    partners = BodiesField(
        label=_("Các bên của kế hoạch"),
        help_text=_("Chỉ các bên này thấy kế hoạch."),
        error_messages={"required": _("Chọn ít nhất một bên.")},
    )

    def __init__(self, request: Request, programme: Programme, **kwargs: Any) -> None:
        super().__init__(request, **kwargs)
        on = clock.today()
        own = request.actor.organisation_id or 0
        parties = programme.parties.exclude(organisation_id=own)
        bodies = Organisation.objects.living(on)
        mine = bodies.filter(pk__in=parties.values("organisation_id"))
        offer(self, "partners", mine, on)


class PlanEditForm(PlanFields, VersionedForm):
    """A plan's title and year."""


@scoped_page
def plan(request: Request, pk: int) -> HttpResponse:
    """One plan, as it is or as it was recorded at an instant: parties and tasks."""
    found = get_object_or_404(Plan.objects.select_related("scope", "programme"), pk=pk)
    at = moment_asked(request)
    context = {
        "plan": found,
        "at": at,
        "address": request.get_full_path(),
        "was": _last_month(pk),
        "may_edit": may(request.actor, Permission.PLAN_EDIT, scope=found.scope),
        "may_add": may(request.actor, Permission.TASK_CREATE, scope=found.scope),
        "history": history(found),
        **(_as_was(pk, at) if at else _as_now(found)),
    }
    return render(request, "programmes/plan.html", context)


def _last_month(pk: int) -> date | None:
    """The last day of last month, to compare with; None if the plan is younger."""
    day = clock.today().replace(day=1) - timedelta(days=1)
    return day if Plan.as_was(clock.end_of(day)).filter(id=pk).exists() else None


def _as_now(found: Plan) -> dict[str, Any]:
    on = clock.today()
    tasks, more = first_rows(Task.objects.filter(plan=found).named(on).by_due(), ROWS)
    parties = found.parties.named(on).order_by("-role", "pk")
    return {
        "shown": found,
        "day": on,
        "parties": parties,
        "tasks": tasks,
        "more": more is not None,
    }


def _as_was(pk: int, at: datetime) -> dict[str, Any]:
    """The plan, its parties and tasks as recorded at ``at``, named as on that day."""
    day = clock.day_of(at)
    parties = PlanParty.as_was(at).filter(plan_id=pk)
    tasks = Task.as_was(at).filter(plan_id=pk)
    by_due = F("due_date").asc(nulls_last=True)
    return {
        "shown": get_object_or_404(Plan.as_was(at), id=pk),
        "day": day,
        "parties": parties.annotate(
            organisation_name=name_of("organisation_id", day)
        ).order_by("-role", "id"),
        "tasks": tasks.annotate(lead_name=name_of("lead_id", day)).order_by(
            by_due, "id"
        )[:WAS_ROWS],
        "more": False,
    }


@scoped_page
def create(request: Request, pk: int) -> HttpResponse:
    """Draft the plan of a year."""
    programme = get_object_or_404(Programme.objects.select_related("scope"), pk=pk)
    form = PlanForm(request, programme)
    if form.is_valid():

        def act() -> Plan:
            return actions.create(
                programme=programme,
                by=request.actor,
                on=clock.today(),
                **form.values(),
            )

        return redirect("plan", pk=form.once(act))
    context = {"form": form, "programme": programme}
    return render(request, "programmes/plan_create.html", context)


@scoped_page
def edit(request: Request, pk: int) -> HttpResponse:
    """Change a draft."""
    found = get_object_or_404(Plan.objects.select_related("scope", "programme"), pk=pk)
    form = PlanEditForm(request, initial={**found.facts(), "seen": found.version})
    if form.is_valid():

        def act() -> Plan:
            return actions.edit(
                plan=found,
                seen=form.seen_version,
                by=request.actor,
                on=clock.today(),
                **form.values(),
            )

        return redirect("plan", pk=form.once(act))
    return render(request, "programmes/plan_edit.html", {"form": form, "plan": found})
