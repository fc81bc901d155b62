"""Whom to turn to in a body."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop import clock
from phoihop.accounts.models import User
from phoihop.organisations.actions import focal_points as actions
from phoihop.organisations.models import FocalPoint, Membership
from phoihop.pages.acts import act_page, ending_page, sheet_of
from phoihop.pages.keyed import DayField, KeyedForm
from phoihop.pages.people import own_or_404
from phoihop.pages.scoped import Request, scoped_page


class FocalPointForm(KeyedForm):
    """Which duty, its mailbox, who holds it and who stands in."""

    duty = forms.CharField(
        label=gettext_lazy("Việc phụ trách"),
        max_length=120,
        help_text=gettext_lazy("Ví dụ: Đầu mối chương trình phối hợp."),
    )
    mailbox = forms.EmailField(
        label=gettext_lazy("Hộp thư của đầu mối"),
        max_length=120,
        help_text=gettext_lazy("Hộp thư chung của việc này, không phải của cá nhân."),
        error_messages={
            "invalid": gettext_lazy(
                "Nhập hộp thư đúng dạng, ví dụ phoihop@lamkhe.gov.vn."
            )
        },
    )
    holder = forms.ModelChoiceField(
        label=gettext_lazy("Người phụ trách"),
        queryset=User.objects.none(),
        empty_label=gettext_lazy("chọn người"),
    )
    since = DayField(
        label=gettext_lazy("Từ ngày"),
        help_text=gettext_lazy("Người phụ trách trước kết thúc từ ngày này."),
    )
    deputy = forms.ModelChoiceField(
        label=gettext_lazy("Người thay"),
        queryset=User.objects.none(),
        empty_label=gettext_lazy("không có"),
        required=False,
    )
    deputy_until = DayField(
        label=gettext_lazy("Thay đến trước ngày"),
        required=False,
        help_text=gettext_lazy("Bắt buộc nếu có người thay."),
    )

    def __init__(self, request: Request, body: Any, **kwargs: Any) -> None:
        super().__init__(request, **kwargs)
        held = Membership.objects.active(clock.today()).filter(organisation=body)
        people = User.objects.filter(pk__in=held.values("person")).order_by("name")
        for name in ("holder", "deputy"):
            field = self.fields[name]
            field.queryset = people  # type: ignore[attr-defined]  # chosen among rows
            field.label_from_instance = _named  # type: ignore[attr-defined]  # the same


def _named(person: User) -> str:
    return person.name


@scoped_page
def create(request: Request, pk: int) -> HttpResponse:
    """Say who holds a duty from a day on."""
    body = own_or_404(request, pk)
    form = FocalPointForm(request, body, initial={"since": clock.today()})

    def act() -> FocalPoint:
        return actions.appoint(
            body=body, by=request.actor, on=clock.today(), **form.values()
        )

    return act_page(
        request,
        form,
        act,
        heading=_("Cử đầu mối"),
        button=_("Lưu đầu mối"),
        back=sheet_of(pk, "dau-moi"),
        body=body,
    )


@scoped_page
def end(request: Request, pk: int) -> HttpResponse:
    """Nobody holds a duty any longer."""
    rows = FocalPoint.objects.select_related("organisation__desk", "holder")
    point = get_object_or_404(rows, pk=pk)
    body = own_or_404(request, point.organisation_id)

    def act(seen: int, day: date) -> FocalPoint:
        return actions.end(
            focal_point=point,
            seen=seen,
            until=day,
            by=request.actor,
            on=clock.today(),
        )

    return ending_page(
        request,
        point,
        act,
        heading=_("Kết thúc đầu mối"),
        back=sheet_of(body.pk, "dau-moi"),
        body=body,
        facts=[
            (_("Việc phụ trách"), point.duty),
            (_("Người phụ trách"), point.holder.name),
        ],
    )
