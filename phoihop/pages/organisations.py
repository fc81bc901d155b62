"""Bodies: the directory, one of them, its names."""

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
    first_address,
    first_rows,
    next_address,
    position_asked,
)
from phoihop.pages.keyed import DayField, KeyedForm
from phoihop.pages.scoped import Request, scoped_page, signed_in
from phoihop.pages.telling import history

ROWS = 50
# A province has at most 170 communes or so; all stand on its page.
MOST_BELOW = 500


class NameFilter(forms.Form):
    """What the directory is narrowed by."""

    ten = forms.CharField(label=_("Từ trong tên"), required=False, max_length=100)


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
    rows = OrganisationName.objects.on(on).order_by("text", "organisation_id")
    words = filters.cleaned_data["ten"] if filters.is_valid() else ""
    if words:
        rows = rows.filter(text__icontains=words)
    position = position_asked(request, str)
    if position is not None:
        text, pk = position
        rows = rows.filter(Q(text__gt=text) | Q(text=text, organisation_id__gt=pk))
    shown, last = first_rows(rows.select_related("organisation"), ROWS)
    context = {
        "filters": filters,
        "names": shown,
        "next": next_address(request, last.text, last.organisation_id) if last else "",
        "first": first_address(request),
        "is_operator": request.actor.role is Role.OPERATOR,
    }
    return render(request, "organisations/list.html", context)


def named_or_404(pk: int) -> Any:
    """The body with its name of today."""
    rows = Organisation.objects.annotate(name=name_of("pk", clock.today()))
    return get_object_or_404(rows.select_related("desk"), pk=pk)


@scoped_page
def organisation(request: Request, pk: int) -> HttpResponse:
    """One body: its names over time, its place in the tree, and, to itself, changes."""
    body, on = named_or_404(pk), clock.today()
    up = body.relations_up.annotate(above_name=name_of("above_id", on))
    down = body.relations_down.annotate(below_name=name_of("below_id", on))
    by = request.actor
    context = {
        "body": body,
        "today": on,
        "names": OrganisationName.objects.filter(organisation=body).order_by(
            "-valid_from"
        ),
        "aliases": Alias.objects.filter(organisation=body).order_by("text"),
        "up": up.order_by("-valid_from"),
        "down": down.order_by("below_name")[:MOST_BELOW],
        "may_edit": may(by, Permission.ORGANISATION_EDIT, scope=body.desk),
        "is_own": by.organisation_id == body.pk,
        "is_operator": by.role is Role.OPERATOR,
        "history": history(body),
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
