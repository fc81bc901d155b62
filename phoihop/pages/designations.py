"""Symbols and agency codes of a body."""

from datetime import date

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop import clock
from phoihop.organisations.actions import designations as actions
from phoihop.organisations.models import Designation, DesignationKind
from phoihop.organisations.roles import Role
from phoihop.pages.acts import SpanForm, act_page, ending_page, sheet_of
from phoihop.pages.people import own_or_404
from phoihop.pages.scoped import Request, scoped_page


class DesignationForm(SpanForm):
    """Which sign, from when to when."""

    field_order: tuple[str, ...] = ("kind", "text")

    kind = forms.ChoiceField(
        label=gettext_lazy("Loại"), choices=DesignationKind.choices
    )
    text = forms.CharField(
        label=gettext_lazy("Ký hiệu hoặc mã"),
        max_length=40,
        help_text=gettext_lazy("Ví dụ BTGDVTU, hoặc mã định danh H99.12."),
    )
    decision = forms.CharField(
        label=gettext_lazy("Văn bản quyết định"), required=False, max_length=200
    )

    def clean_kind(self) -> DesignationKind:
        """The kind itself, not its word."""
        return DesignationKind(self.cleaned_data["kind"])


@scoped_page
def create(request: Request, pk: int) -> HttpResponse:
    """Give a body a symbol or an agency code."""
    body = own_or_404(request, pk)
    form = DesignationForm(request, initial={"valid_from": clock.today()})
    if request.actor.role is not Role.OPERATOR:
        # Agency codes are given out by an authority, and entered by the operator.
        form.fields["kind"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (DesignationKind.SYMBOL.value, DesignationKind.SYMBOL.label)
        ]

    def act() -> Designation:
        return actions.designate(
            body=body, by=request.actor, on=clock.today(), **form.values()
        )

    return act_page(
        request,
        form,
        act,
        heading=_("Đặt ký hiệu, mã định danh"),
        button=_("Lưu ký hiệu, mã"),
        back=sheet_of(pk),
        body=body,
    )


@scoped_page
def end(request: Request, pk: int) -> HttpResponse:
    """A symbol or an agency code holds no longer."""
    designation = get_object_or_404(
        Designation.objects.select_related("organisation__desk"), pk=pk
    )
    body = own_or_404(request, designation.organisation_id)

    def act(seen: int, day: date) -> Designation:
        return actions.end(
            designation=designation,
            seen=seen,
            valid_to=day,
            by=request.actor,
            on=clock.today(),
        )

    return ending_page(
        request,
        designation,
        act,
        heading=_("Kết thúc ký hiệu, mã định danh"),
        back=sheet_of(body.pk),
        body=body,
        facts=[(designation.get_kind_display(), designation.text)],
    )
