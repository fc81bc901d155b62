"""Lists of tasks as .xlsx: of a programme, of a plan, and as the list is narrowed."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from phoihop import clock
from phoihop.drafting.sheets import Column, Value, table
from phoihop.files.models import FileKind
from phoihop.formats import day
from phoihop.organisations.models import name_of
from phoihop.pages.dues import as_read
from phoihop.pages.files import MEDIA_TYPES
from phoihop.pages.scoped import Request, scoped_page
from phoihop.pages.tasks import TaskFilter
from phoihop.pages.templatetags.marks import MARKS
from phoihop.programmes.models import Plan, Programme, Support, Task, support_state
from phoihop.programmes.rules.sheet_columns import HEADS
from phoihop.programmes.rules.sheet_columns import Column as Heads
from phoihop.programmes.rules.state import TaskState
from phoihop.vietnamese import fold

# No programme has come near this; a sheet of more helps nobody, and is not made.
MOST = 10_000
LONGEST_NAME = 80


@scoped_page
def of_programme(request: Request, pk: int) -> HttpResponse:
    """All tasks of a programme's plans that one's body is in."""
    found = get_object_or_404(Programme, pk=pk)
    rows = Task.objects.filter(plan__programme=found).with_plan_title()
    return _sheet(found.title, rows.by_clause("-plan__year", "plan"))


@scoped_page
def of_plan(request: Request, pk: int) -> HttpResponse:
    """All tasks of a plan, in the order of its clauses."""
    found = get_object_or_404(Plan, pk=pk)
    rows = Task.objects.filter(plan=found).with_plan_title()
    return _sheet(found.title, rows.by_clause())


@scoped_page
def of_list(request: Request) -> HttpResponse:
    """The tasks that the list shows, as it is narrowed."""
    filters = TaskFilter(request)
    rows = filters.narrow(request).by_due()
    plan = filters.cleaned_data.get("ke_hoach")
    return _sheet(plan.title if plan else _("Danh sách nhiệm vụ"), rows)


def _sheet(title: str, rows: Any) -> HttpResponse:
    on = clock.today()
    supports = Support.objects.annotate(
        organisation_name=name_of("organisation_id", on)
    )
    full = rows.named(on).select_related("clause")
    listed = full.prefetch_related(Prefetch("supports", supports.order_by("pk")))[:MOST]
    made = table(
        title,
        above=[_("Tính đến hết ngày %(day)s") % {"day": day(on)}],
        columns=[Column(HEADS[head], WIDTHS[head]) for head in HEADS],
        rows=(_row(number, task, on) for number, task in enumerate(listed, 1)),
    )
    named = re.sub(r"[^a-z0-9]+", "-", fold(title)).strip("-")[:LONGEST_NAME]
    name = f"{named.strip('-') or 'nhiem-vu'}_{on:%Y-%m-%d}.xlsx"
    return HttpResponse(
        made,
        content_type=MEDIA_TYPES[FileKind.XLSX],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


# How wide each column is, in letters.
WIDTHS = {
    Heads.NUMBER: 6,
    Heads.PLAN: 28,
    Heads.CLAUSE: 12,
    Heads.TEXT: 60,
    Heads.LEAD: 28,
    Heads.SUPPORT: 32,
    Heads.DUE: 20,
    Heads.DUE_DATE: 13,
    Heads.STATE: 16,
    Heads.PROGRESS: 10,
    Heads.DONE_ON: 13,
    Heads.NOTE: 28,
}


def _row(number: int, task: Any, on: date) -> Iterable[Value]:
    state = "outside" if task.outside else task.state(on).value
    said: dict[Heads, Value] = {
        Heads.NUMBER: number,
        Heads.PLAN: task.plan_title,
        Heads.CLAUSE: task.clause.number if task.clause else None,
        Heads.TEXT: task.text,
        Heads.LEAD: task.lead_name,
        Heads.SUPPORT: _supports(task, on),
        Heads.DUE: as_read(task) or None,
        Heads.DUE_DATE: task.due_date,
        Heads.STATE: str(MARKS[state].word),
        Heads.PROGRESS: task.percent,
        Heads.DONE_ON: task.done_on,
        Heads.NOTE: task.reason or None,
    }
    return [said[head] for head in HEADS]


def _supports(task: Any, on: date) -> str | None:
    """Each supporting body with what it delivers, and what is late of it."""
    lines = []
    for part in task.supports.all():
        line = part.organisation_name
        if part.deliverable:
            line += f": {part.deliverable}"
        if support_state(part, on) is TaskState.OVERDUE:
            line += f" ({MARKS['overdue'].word})"
        lines.append(line)
    if task.support_words:
        lines.append(task.support_words)
    return "\n".join(lines) or None
