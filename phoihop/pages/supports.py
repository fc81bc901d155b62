"""The parts that supporting bodies have in a task."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phoihop import clock
from phoihop.formats import day
from phoihop.organisations.models import Organisation, name_of
from phoihop.pages.bodies import BodyField, offer
from phoihop.pages.keyed import DayField, KeyedForm, VersionedForm
from phoihop.pages.scoped import Request, scoped_page
from phoihop.pages.task_acts import StepForm, task_act_page, task_or_404
from phoihop.programmes.actions import supports as actions
from phoihop.programmes.models import Support, Task
from phoihop.programmes.reporters import bodies_reporting

ANCHOR = "phoi-hop"


class SupportFields(forms.Form):
    """What a body delivers, and until when."""

    deliverable = forms.CharField(
        label=_("Phần việc"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Đơn vị phối hợp giao gì cho đơn vị chủ trì."),
    )
    due_date = DayField(
        label=_("Hạn của phần việc"),
        required=False,
        help_text=_("Ví dụ 30/06/2026; tính đến hết ngày. Để trống nếu không có hạn."),
    )


class SupportForm(SupportFields, KeyedForm):
    """Another party of the plan supports the task."""

    field_order = ("organisation", "deliverable", "due_date")

    organisation = BodyField(
        label=_("Đơn vị phối hợp"),
        error_messages={"required": _("Chọn đơn vị phối hợp.")},
    )

    def __init__(self, request: Request, task: Task, **kwargs: Any) -> None:
        super().__init__(request, **kwargs)
        parties = task.plan.parties.values("organisation_id")
        bodies = Organisation.objects.filter(pk__in=parties).exclude(pk=task.lead_id)
        known = task.supports.values("organisation_id")
        offer(self, "organisation", bodies.exclude(pk__in=known), clock.today())


class SupportEditForm(SupportFields, VersionedForm):
    """A part as the person saw it."""


class FinishForm(VersionedForm):
    """The part is done; of a body without accounts, by its paper."""

    paper = forms.CharField(
        label=_("Thay mặt, theo văn bản"),
        max_length=300,
        help_text=_("Số và ngày văn bản của đơn vị phối hợp."),
        error_messages={
            "required": _("Nhập số và ngày văn bản của đơn vị được thay mặt.")
        },
    )

    def __init__(self, request: Request, support: Support, **kwargs: Any) -> None:
        super().__init__(request, **kwargs)
        body = support.organisation_id
        is_own = body == request.actor.organisation_id
        if is_own or bodies_reporting([body], clock.today()):
            del self.fields["paper"]


@scoped_page
def create(request: Request, pk: int) -> HttpResponse:
    """Let another party support the task."""
    task = task_or_404(pk)
    form = SupportForm(request, task)

    def act() -> Support:
        return actions.add(
            task=task, by=request.actor, on=clock.today(), **form.values()
        )

    heading = gettext("Thêm đơn vị phối hợp")
    return task_act_page(
        request, task, form, act, heading=heading, button=heading, anchor=ANCHOR
    )


@scoped_page
def edit(request: Request, pk: int) -> HttpResponse:
    """Change what a body delivers, or until when."""
    support = _support_or_404(pk)
    shown = {**support.facts(), "seen": support.version}
    form = SupportEditForm(request, initial=shown)
    return _part_page(
        request,
        support,
        form,
        actions.change,
        heading=gettext("Sửa phần việc phối hợp"),
        button=gettext("Lưu phần việc"),
    )


@scoped_page
def withdraw(request: Request, pk: int) -> HttpResponse:
    """A body supports the task no longer."""
    support = _support_or_404(pk)
    heading = gettext("Bỏ đơn vị phối hợp")
    return _part_page(
        request,
        support,
        StepForm(request, initial={"seen": support.version}),
        actions.withdraw,
        heading=heading,
        button=heading,
    )


@scoped_page
def finish(request: Request, pk: int) -> HttpResponse:
    """A body's own part is done."""
    support = _support_or_404(pk)
    return _part_page(
        request,
        support,
        FinishForm(request, support, initial={"seen": support.version}),
        actions.finish,
        heading=gettext("Đánh dấu xong phần việc"),
        button=gettext("Đánh dấu xong phần việc"),
    )


def _support_or_404(pk: int) -> Any:
    rows = Support.objects.annotate(
        organisation_name=name_of("organisation_id", clock.today())
    )
    return get_object_or_404(rows.select_related("scope"), pk=pk)


def _part_page(
    request: Request,
    support: Any,
    form: VersionedForm,
    verb: Any,
    *,
    heading: str,
    button: str,
) -> HttpResponse:
    """The page of a form about one body's part."""

    def act() -> Support:
        made: Support = verb(
            support=support,
            seen=form.seen_version,
            by=request.actor,
            on=clock.today(),
            **form.values(),
        )
        return made

    return task_act_page(
        request,
        task_or_404(support.task_id),
        form,
        act,
        heading=heading,
        button=button,
        facts=[
            (gettext("Đơn vị phối hợp"), support.organisation_name),
            (gettext("Phần việc"), support.deliverable),
            (gettext("Hạn của phần việc"), day(support.due_date)),
        ],
        anchor=ANCHOR,
    )
