"""Tasks: the list, adding and changing one."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _

from phoihop import clock
from phoihop.pages.asked import (
    first_address,
    first_rows,
    next_address,
    position_asked,
)
from phoihop.pages.dues import shown_due
from phoihop.pages.scoped import Request, scoped_page
from phoihop.pages.task_forms import TaskEditForm, TaskForm
from phoihop.programmes.actions import tasks as actions
from phoihop.programmes.models import Plan, Task
from phoihop.programmes.rules.state import TaskState

ROWS = 50
DONE, OUTSIDE, ALL = "done", "outside", "all"
STATES = [
    ("", _("việc chưa xong")),
    (TaskState.OVERDUE.value, _("quá hạn")),
    (TaskState.AT_RISK.value, _("đến hạn trong 7 ngày")),
    (TaskState.IN_TIME.value, _("trong hạn")),
    (TaskState.NOT_STARTED.value, _("chưa bắt đầu")),
    (TaskState.WAITING.value, _("chờ nghiệm thu")),
    (TaskState.PAUSED.value, _("tạm dừng")),
    (DONE, _("đã xong")),
    (TaskState.DONE_ON_TIME.value, _("xong đúng hạn")),
    (TaskState.DONE_LATE.value, _("xong muộn")),
    (TaskState.DROPPED.value, _("đã bỏ")),
    (OUTSIDE, _("ngoài phạm vi hỗ trợ")),
    (ALL, _("tất cả")),
]


class TaskFilter(forms.Form):
    """What the list is narrowed by."""

    han = forms.ChoiceField(label=_("Tình trạng"), choices=STATES, required=False)
    cua_toi = forms.BooleanField(label=_("Đơn vị tôi chủ trì"), required=False)
    cho_toi = forms.BooleanField(label=_("Chờ đơn vị tôi nghiệm thu"), required=False)
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
        rows = _in_state(rows, chosen["han"], on)
        if chosen["cua_toi"]:
            rows = rows.led_by(request.actor.organisation_id)
        if chosen["cho_toi"]:
            rows = rows.awaiting(request.actor.organisation_id)
        if chosen["ke_hoach"]:
            rows = rows.filter(plan=chosen["ke_hoach"])
        return rows


def _in_state(rows: Any, state: str, on: date) -> Any:
    """The tasks in the state that the list is narrowed to.

    A duty beyond the boundary is in none that its dates would tell.
    """
    if state == OUTSIDE:
        return rows.filter(outside=True)
    if state == DONE:
        return rows.in_state(TaskState.DONE_ON_TIME, TaskState.DONE_LATE, on=on)
    if state == ALL:
        return rows
    return (
        rows.within().in_state(TaskState(state), on=on) if state else rows.unfinished()
    )


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
        "asked": request.GET.urlencode(),
        "next": next_address(request, last.due_date, last.pk) if last else "",
        "first": first_address(request),
    }
    return render(request, "programmes/tasks.html", context)


@scoped_page
def create(request: Request, pk: int) -> HttpResponse:
    """Add a task to a plan."""
    plan = get_object_or_404(Plan.objects.select_related("scope"), pk=pk)
    form = TaskForm(request, initial={"clause": request.GET.get("dieu")})
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
    shown = {**shown_due(found.facts()), "seen": found.version}
    form = TaskEditForm(request, initial=shown)
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
