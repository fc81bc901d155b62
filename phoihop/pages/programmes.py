"""Programmes: the list, one of them, opening and changing one."""

from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _

from phoihop import clock
from phoihop.organisations.models import Organisation
from phoihop.organisations.permissions import may
from phoihop.organisations.roles import Permission, role_grants
from phoihop.pages.asked import (
    first_address,
    first_rows,
    next_address,
    position_asked,
)
from phoihop.pages.bodies import BodiesField, offer
from phoihop.pages.counted import counters
from phoihop.pages.home import may_create_programme
from phoihop.pages.keyed import KeyedForm, VersionedForm
from phoihop.pages.scoped import Request, scoped_page
from phoihop.pages.telling import history
from phoihop.programmes.actions import programmes as actions
from phoihop.programmes.models import Programme, Task
from phoihop.programmes.rules.years import FIRST_YEAR, LAST_YEAR

ROWS = 50


def year_field(label: Any) -> forms.IntegerField:
    """A year within what the product takes."""
    return forms.IntegerField(
        label=label,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        error_messages={"invalid": _("Nhập năm bằng bốn chữ số, ví dụ 2026.")},
    )


class ProgrammeFields(forms.Form):
    """What a programme says of itself."""

    title = forms.CharField(
        label=_("Tên chương trình"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    first_year = year_field(_("Từ năm"))
    last_year = year_field(_("Đến năm"))


class ProgrammeForm(ProgrammeFields, KeyedForm):
    """A new programme with the bodies in it."""

    members = BodiesField(
        label=_("Các bên tham gia"),
        help_text=_("Cơ quan của bạn là cơ quan thường trực, không cần chọn."),
        error_messages={"required": _("Chọn ít nhất một bên tham gia khác.")},
    )

    def __init__(self, request: Request, **kwargs: Any) -> None:
        super().__init__(request, **kwargs)
        on = clock.today()
        own = request.actor.organisation_id or 0
        offer(self, "members", Organisation.objects.living(on).exclude(pk=own), on)


class ProgrammeEditForm(ProgrammeFields, VersionedForm):
    """A programme's title and years."""


@scoped_page
def programmes(request: Request) -> HttpResponse:
    """The programmes that one's body is in, newest first."""
    shown, following = _newest(request, Programme.objects.all(), "first_year")
    context = {
        "programmes": shown,
        "next": following,
        "first": first_address(request),
        "may_create": may_create_programme(request),
    }
    return render(request, "programmes/list.html", context)


def _newest(request: Request, rows: Any, year: str) -> tuple[list[Any], str]:
    """One page of rows by the column ``year``, newest first; the next one's address."""
    position = position_asked(request, int)
    if position is not None:
        before, pk = position
        same = Q(**{year: before}, pk__lt=pk)
        rows = rows.filter(Q(**{f"{year}__lt": before}) | same)
    shown, last = first_rows(rows.order_by(f"-{year}", "-pk"), ROWS)
    if last is None:
        return shown, ""
    return shown, next_address(request, getattr(last, year), last.pk)


@scoped_page
def programme(request: Request, pk: int) -> HttpResponse:
    """One programme: its parties, and the plans of it that one's body is in."""
    found = get_object_or_404(Programme.objects.select_related("scope"), pk=pk)
    plans, following = _newest(request, found.plans.all(), "year")
    on = clock.today()
    tallies = Task.objects.filter(plan__in=[row.pk for row in plans]).tally_by_plan(on)
    for row in plans:
        row.counters = counters(tallies[row.pk], row.pk) if row.pk in tallies else []
    context = {
        "programme": found,
        "parties": found.parties.named(on).order_by("-role", "pk"),
        "plans": plans,
        "next": following,
        "first": first_address(request),
        "may_edit": may(request.actor, Permission.PROGRAMME_EDIT, scope=found.scope),
        # On one's own desk, where every body stands for itself.
        "may_review": role_grants(request.actor.role, Permission.REVIEW_WRITE),
        "history": history(found),
    }
    return render(request, "programmes/programme.html", context)


@scoped_page
def create(request: Request) -> HttpResponse:
    """Open a programme."""
    form = ProgrammeForm(request)
    if form.is_valid():

        def act() -> Programme:
            return actions.create(by=request.actor, on=clock.today(), **form.values())

        return redirect("programme", pk=form.once(act))
    return render(request, "programmes/create.html", {"form": form})


@scoped_page
def edit(request: Request, pk: int) -> HttpResponse:
    """Change a programme."""
    found = get_object_or_404(Programme.objects.select_related("scope"), pk=pk)
    form = ProgrammeEditForm(request, initial={**found.facts(), "seen": found.version})
    if form.is_valid():

        def act() -> Programme:
            return actions.edit(
                programme=found,
                seen=form.seen_version,
                by=request.actor,
                on=clock.today(),
                **form.values(),
            )

        return redirect("programme", pk=form.once(act))
    context = {"form": form, "programme": found}
    return render(request, "programmes/edit.html", context)
