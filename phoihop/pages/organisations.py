"""Bodies: the directory, one of them, its names."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _

from phoihop import clock
from phoihop.organisations.actions import directory as actions
from phoihop.organisations.models import Alias, Organisation, OrganisationName, name_of
from phoihop.organisations.permissions import may
from phoihop.organisations.roles import Permission, Role
from phoihop.pages.asked import (
    day_asked,
    first_address,
    first_rows,
    next_address,
    position_asked,
)
from phoihop.pages.bodies import heirs_of
from phoihop.pages.body_sheet import contents_of
from phoihop.pages.keyed import DayField, KeyedForm
from phoihop.pages.scoped import Request, scoped_page, signed_in
from phoihop.pages.telling import history

ROWS = 50


class NameFilter(forms.Form):
    """What the directory is narrowed by."""

    ten = forms.CharField(
        label=_("Tên, ký hiệu hoặc mã"),
        required=False,
        max_length=100,
        help_text=_("Có dấu hay không dấu đều được; tìm cả tên cũ."),
    )
    loai = forms.ChoiceField(
        label=_("Loại"),
        required=False,
        choices=[("", _("mọi loại")), *Organisation.Type.choices],
    )
    cap = forms.ChoiceField(
        label=_("Cấp"),
        required=False,
        choices=[("", _("mọi cấp")), *Organisation.Level.choices],
    )


class DayForm(forms.Form):
    """For which day a body is asked."""

    ngay = DayField(label=_("Xem như ngày"), required=False)


class RenameForm(KeyedForm):
    """Another name for a span of days."""

    name = forms.CharField(label=_("Tên"), max_length=300)
    valid_from = DayField(label=_("Từ ngày"))
    valid_to = DayField(
        label=_("Đến trước ngày"),
        required=False,
        help_text=_("Để trống nếu tên còn dùng."),
    )
    decision = forms.CharField(
        label=_("Văn bản quyết định"), required=False, max_length=200
    )


class AliasForm(KeyedForm):
    """Another way in which papers call the body."""

    text = forms.CharField(label=_("Tên gọi khác"), max_length=200)


@signed_in
def organisations(request: Request) -> HttpResponse:
    """The directory by the names of today; ended bodies are found, and marked."""
    filters, on = NameFilter(request.GET), clock.today()
    asked = filters.cleaned_data if filters.is_valid() else {}
    rows = OrganisationName.objects.shown_on(on).order_by("sort_key", "organisation_id")
    if asked.get("ten"):
        rows = rows.called(asked["ten"])
    if asked.get("loai"):
        rows = rows.filter(organisation__type=asked["loai"])
    if asked.get("cap"):
        rows = rows.filter(organisation__level=asked["cap"])
    position = position_asked(request, str)
    if position is not None:
        key, pk = position
        rows = rows.filter(
            Q(sort_key__gt=key) | Q(sort_key=key, organisation_id__gt=pk)
        )
    shown, last = first_rows(rows.select_related("organisation"), ROWS)
    heirs = heirs_of(
        [r.organisation_id for r in shown if not r.organisation.lives(on)], on
    )
    for row in shown:
        row.heirs = heirs.get(row.organisation_id, [])
    context = {
        "filters": filters,
        "names": shown,
        "next": next_address(request, last.sort_key, last.organisation_id)
        if last
        else "",
        "first": first_address(request),
        "is_operator": request.actor.role is Role.OPERATOR,
    }
    return render(request, "organisations/list.html", context)


def named_or_404(pk: int, on: date | None = None) -> Any:
    """The body with its name of this day, or of today."""
    rows = Organisation.objects.annotate(name=name_of("pk", on or clock.today()))
    return get_object_or_404(rows.select_related("desk"), pk=pk)


@scoped_page
def organisation(request: Request, pk: int) -> HttpResponse:
    """One body as it is on a day: its names, signs, relations, end, channels, people.

    Its own people see besides who changed what.
    """
    asked, today = day_asked(request), clock.today()
    on = asked or today
    body = named_or_404(pk, on)
    by = request.actor
    is_own = by.organisation_id == body.pk
    context = {
        **contents_of(body, on),
        "body": body,
        "on": on,
        "asked": asked,
        "days": DayForm(request.GET if asked else None),
        "has_ended": body.ended_on is not None and body.ended_on <= on,
        # What is changed is changed as of today.
        "may_edit": not asked
        and may(by, Permission.ORGANISATION_EDIT, scope=body.desk),
        "is_own": is_own,
        "is_operator": by.role is Role.OPERATOR and not asked,
        "history": history(body) if is_own else [],
    }
    return render(request, "organisations/organisation.html", context)


@scoped_page
def rename(request: Request, pk: int) -> HttpResponse:
    """Give a body another name from a day on."""
    body = named_or_404(pk)
    form = RenameForm(request)
    if form.is_valid():

        def act() -> OrganisationName:
            return actions.rename(
                body=body, by=request.actor, on=clock.today(), **form.values()
            )

        form.once(act)
        return redirect("organisation", pk=pk)
    context = {"form": form, "body": body}
    return render(request, "organisations/rename.html", context)


@scoped_page
def alias(request: Request, pk: int) -> HttpResponse:
    """Remember another way in which papers call a body."""
    body = named_or_404(pk)
    form = AliasForm(request)
    if form.is_valid():

        def act() -> Alias:
            return actions.add_alias(
                body=body, by=request.actor, on=clock.today(), **form.values()
            )

        form.once(act)
        return redirect("organisation", pk=pk)
    context = {"form": form, "body": body}
    return render(request, "organisations/alias.html", context)
