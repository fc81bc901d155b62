"""Yearly plans: one of them, drafting and changing one."""

from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _

from phoihop import clock
from phoihop.organisations.models import Organisation, name_of
from phoihop.organisations.permissions import granted
from phoihop.organisations.roles import Permission
from phoihop.pages.asked import first_rows, moment_asked
from phoihop.pages.bodies import BodiesField, offer
from phoihop.pages.confirming import undoable
from phoihop.pages.counted import counters
from phoihop.pages.keyed import KeyedForm, VersionedForm
from phoihop.pages.programmes import year_field
from phoihop.pages.scoped import Request, scoped_page
from phoihop.pages.telling import history
from phoihop.programmes.actions import plans as actions
from phoihop.programmes.models import Clause, Plan, PlanParty, Programme, Task
from phoihop.programmes.models.task import tally_of
from phoihop.programmes.rules.coverage import coverage, heading
from phoihop.vietnamese import nfc

# A plan is read as a whole; one that is longer leads on to its list.
ROWS = 200
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
    """One plan by its clauses, as it is or as it was recorded at an instant."""
    rows = Plan.objects.select_related("scope", "programme").annotate(undo=undoable())
    found = get_object_or_404(rows, pk=pk)
    at = moment_asked(request)
    may = granted(request.actor, found.scope)
    context = {
        "plan": found,
        "at": at,
        "address": request.get_full_path(),
        "was": _last_month(pk),
        "may_edit": Permission.PLAN_EDIT in may,
        "may_add": Permission.TASK_CREATE in may,
        "undo": found.undo if Permission.PLAN_EDIT in may and not at else None,
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
    tasks = Task.objects.filter(plan=found)
    shown, more = first_rows(tasks.named(on).by_clause(), ROWS)
    own = tasks.filter(clause=OuterRef("pk")).order_by().values("clause")
    clauses: Any = Clause.objects.filter(plan=found).annotate(
        own=Coalesce(Subquery(own.annotate(count=Count("pk")).values("count")), 0)
    )
    # Where all are shown they need not be counted once more.
    counts = tasks.tally(on) if more else tally_of(shown, on)
    listed = list(clauses.order_by("position"))
    loose = sum(counts.values()) - sum(clause.own for clause in listed)
    return {
        "shown": found,
        "day": on,
        "parties": found.parties.named(on).order_by("-role", "pk"),
        "counters": counters(counts, found.pk),
        "coverage": coverage([(c.number, c.own) for c in listed], loose),
        "groups": _groups(listed, shown, {c.id: c.own for c in listed}),
        "more": more is not None,
    }


def _as_was(pk: int, at: datetime) -> dict[str, Any]:
    """The plan, its parties, clauses and tasks as recorded at ``at``, named as then."""
    day = clock.day_of(at)
    parties = PlanParty.as_was(at).filter(plan_id=pk)
    tasks = Task.as_was(at).filter(plan_id=pk)
    clauses = Clause.as_was(at).filter(plan_id=pk).order_by("position", "id")
    by_due = F("due_date").asc(nulls_last=True)
    shown = tasks.annotate(lead_name=name_of("lead_id", day)).order_by(by_due, "id")
    return {
        "shown": get_object_or_404(Plan.as_was(at), id=pk),
        "day": day,
        "parties": parties.annotate(
            organisation_name=name_of("organisation_id", day)
        ).order_by("-role", "id"),
        "groups": _groups(list(clauses), list(shown[:WAS_ROWS]), {}),
        "more": False,
    }


def _groups(
    clauses: list[Any], tasks: list[Any], own: dict[int, int]
) -> list[tuple[Any, list[Any]]]:
    """Each clause with its tasks, in the order of the paper; what hangs on none last.

    ``own`` counts the tasks of clauses of which not all are shown.
    """
    by_clause: dict[int | None, list[Any]] = {None: []}
    for clause in clauses:
        by_clause[clause.id] = []
    for task in tasks:
        # A clause that was taken back is not there any more; its tasks are.
        key = task.clause_id if task.clause_id in by_clause else None
        by_clause[key].append(task)
    heads = heading(clause.number for clause in clauses)
    for clause in clauses:
        has_some = by_clause[clause.id] or own.get(clause.id)
        clause.is_empty = not has_some and clause.number not in heads
        clause.is_task = [_bare(task.text) for task in by_clause[clause.id]] == [
            _bare(clause.text)
        ]
    groups = [(clause, by_clause[clause.id]) for clause in clauses]
    return [*groups, (None, by_clause[None])] if by_clause[None] else groups


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


def _bare(text: str) -> str:
    """Words to compare: an item that is itself the duty is not said twice."""
    return " ".join(nfc(text).split()).rstrip(" .;:").casefold()
