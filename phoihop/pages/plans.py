"""Yearly plans: one of them, drafting and changing one."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _

from phoihop import clock
from phoihop.organisations.models import Organisation, name_of
from phoihop.organisations.permissions import may
from phoihop.organisations.roles import Permission
from phoihop.pages.asked import moment_asked
from phoihop.pages.bodies import BodiesField, offer
from phoihop.pages.keyed import KeyedForm, VersionedForm
from phoihop.pages.programmes import year_field
from phoihop.pages.scoped import Request, scoped_page
from phoihop.pages.telling import history
from phoihop.programmes.actions import plans as actions
from phoihop.programmes.models import Plan, Programme, Task

ROWS = 50


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
    on, at = clock.today(), moment_asked(request)
    found = get_object_or_404(Plan.objects.select_related("scope", "programme"), pk=pk)
    tasks: Any = Task.objects.filter(plan=found).named(on).by_due()
    shown: Any = found
    if at is not None:
        shown = get_object_or_404(Plan.as_was(at), id=pk)
        was = Task.as_was(at).filter(plan_id=pk)
        tasks = was.annotate(lead_name=name_of("lead_id", on)).order_by("due_date")
    context = {
        "plan": found,
        "shown": shown,
        "at": at,
        "began": Plan.history.objects.filter(id=pk).earliest("record"),
        "parties": found.parties.named(on).order_by("-role", "pk"),
        "tasks": tasks[:ROWS],
        "may_edit": may(request.actor, Permission.PLAN_EDIT, scope=found.scope),
        "may_add": may(request.actor, Permission.TASK_CREATE, scope=found.scope),
        "history": history(found),
    }
    return render(request, "programmes/plan.html", context)


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
