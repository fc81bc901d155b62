"""Tasks: the list, one of them, adding and changing one."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _

from phoihop import clock
from phoihop.organisations.models import Organisation, name_of
from phoihop.organisations.permissions import may
from phoihop.organisations.roles import Permission
from phoihop.pages.asked import (
    first_address,
    first_rows,
    moment_asked,
    next_address,
    position_asked,
)
from phoihop.pages.bodies import BodyField, offer
from phoihop.pages.keyed import DayField, KeyedForm, VersionedForm
from phoihop.pages.scoped import Request, scoped_page
from phoihop.pages.telling import history
from phoihop.programmes.actions import tasks as actions
from phoihop.programmes.models import Plan, Task
from phoihop.programmes.rules import DueState

ROWS = 50
STATES = [
    ("", _("mọi thời hạn")),
    (DueState.OVERDUE.value, _("quá hạn")),
    (DueState.SOON.value, _("đến hạn trong 7 ngày")),
    (DueState.IN_TIME.value, _("còn hạn")),
    (DueState.NO_DUE.value, _("không có hạn")),
]


class TaskFilter(forms.Form):
    """What the list is narrowed by."""

    han = forms.ChoiceField(label=_("Thời hạn"), choices=STATES, required=False)
    cua_toi = forms.BooleanField(label=_("Đơn vị tôi chủ trì"), required=False)
    ke_hoach: Any = forms.ModelChoiceField(
        queryset=None, widget=forms.HiddenInput, required=False
    )

    def __init__(self, request: Request) -> None:
        super().__init__(request.GET)
        plans = Plan.objects.only("pk", "title", "scope")
        # Declared above as a ModelChoiceField; the stubs know it as a Field.
        self.fields["ke_hoach"].queryset = plans  # type: ignore[attr-defined]

    def narrow(self, request: Request) -> Any:
        """The tasks that the filter leaves; none when it asks for what is not there."""
        if not self.is_valid():
            return Task.objects.none()
        on, chosen = clock.today(), self.cleaned_data
        rows = Task.objects.named(on).with_plan_title()
        if chosen["han"]:
            rows = rows.in_state(DueState(chosen["han"]), on)
        if chosen["cua_toi"]:
            rows = rows.led_by(request.actor.organisation_id)
        if chosen["ke_hoach"]:
            rows = rows.filter(plan=chosen["ke_hoach"])
        return rows


class TaskFields(forms.Form):
    """What a task says."""

    text = forms.CharField(
        label=_("Nội dung"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Nhập nội dung nhiệm vụ.")},
    )
    lead = BodyField(
        label=_("Đơn vị chủ trì"),
        error_messages={"required": _("Chọn đơn vị chủ trì: mỗi nhiệm vụ một đơn vị.")},
    )
    due_date = DayField(
        label=_("Hạn hoàn thành"),
        required=False,
        help_text=_("Ví dụ 30/06/2026; tính đến hết ngày. Để trống nếu không có hạn."),
    )

    def offer(self, plan: Plan) -> None:
        """Let the lead be chosen among the parties of this plan only."""
        parties = plan.parties.values("organisation_id")
        bodies = Organisation.objects.filter(pk__in=parties)
        offer(self, "lead", bodies, clock.today())


class TaskForm(TaskFields, KeyedForm):
    """A new task."""


class TaskEditForm(TaskFields, VersionedForm):
    """A task as the person saw it."""


def _due(text: str) -> date | None:
    """The due date in a place of the list; without one, nothing."""
    return date.fromisoformat(text) if text else None


@scoped_page
def tasks(request: Request) -> HttpResponse:
    """The tasks of all plans that one's body is in, what is due first at the top."""
    filters, position = TaskFilter(request), position_asked(request, _due)
    rows = filters.narrow(request).by_due()
    if position is not None:
        rows = rows.after(*position)
    shown, last = first_rows(rows, ROWS)
    context = {
        "filters": filters,
        "plan": filters.cleaned_data.get("ke_hoach"),
        "tasks": shown,
        "day": clock.today(),
        "next": next_address(request, last.due_date, last.pk) if last else "",
        "first": first_address(request),
    }
    return render(request, "programmes/tasks.html", context)


@scoped_page
def task(request: Request, pk: int) -> HttpResponse:
    """One task, as it is or as it was recorded at an instant."""
    at = moment_asked(request)
    on = clock.day_of(at) if at else clock.today()
    rows = Task.objects.named(on).select_related("scope", "plan__programme")
    found = get_object_or_404(rows, pk=pk)
    shown: Any = found
    if at is not None:
        was = Task.as_was(at).annotate(lead_name=name_of("lead_id", on))
        shown = get_object_or_404(was, id=pk)
    context = {
        "task": found,
        "shown": shown,
        "at": at,
        "address": request.get_full_path(),
        "day": on,
        "began": Task.history.objects.filter(id=pk).earliest("record"),
        "may_edit": may(request.actor, Permission.TASK_EDIT, scope=found.scope),
        "history": history(found),
    }
    return render(request, "programmes/task.html", context)


@scoped_page
def create(request: Request, pk: int) -> HttpResponse:
    """Add a task to a plan."""
    plan = get_object_or_404(Plan.objects.select_related("scope"), pk=pk)
    form = TaskForm(request)
    form.offer(plan)
    if form.is_valid():

        def act() -> Task:
            return actions.create(
                plan=plan, by=request.actor, on=clock.today(), **form.values()
            )

        return redirect("task", pk=form.once(act))
    return render(request, "programmes/task_create.html", {"form": form, "plan": plan})


@scoped_page
def edit(request: Request, pk: int) -> HttpResponse:
    """Change a task; when somebody was faster, both texts are shown."""
    rows = Task.objects.select_related("scope", "plan__scope")
    found = get_object_or_404(rows, pk=pk)
    form = TaskEditForm(request, initial={**found.facts(), "seen": found.version})
    form.offer(found.plan)
    if form.is_valid():

        def act() -> Task:
            return actions.edit(
                task=found,
                seen=form.seen_version,
                by=request.actor,
                on=clock.today(),
                **form.values(),
            )

        return redirect("task", pk=form.once(act))
    return render(request, "programmes/task_edit.html", {"form": form, "task": found})
