"""One task: who leads until when, who supports, what was reported, where it is from."""

from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Subquery
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from phoihop import clock
from phoihop.formats import day as written
from phoihop.organisations.models import Membership, name_of
from phoihop.organisations.permissions import granted
from phoihop.organisations.roles import Permission
from phoihop.pages.asked import moment_asked, newest_first
from phoihop.pages.scoped import Request, scoped_page
from phoihop.pages.task_sheets import from_sheet
from phoihop.pages.telling import history
from phoihop.programmes.models import (
    Acceptance,
    Evidence,
    Progress,
    Support,
    Task,
    support_state,
)
from phoihop.programmes.models.programme import PartyRole
from phoihop.programmes.rules.acceptance import accepters
from phoihop.programmes.rules.state import UNFINISHED, Phase, TaskState

ROWS = 20


@scoped_page
def task(request: Request, pk: int) -> HttpResponse:
    """One task, as it is or as it was recorded at an instant."""
    at = moment_asked(request)
    on = clock.day_of(at) if at else clock.today()
    versions = Task.history.objects.filter(id=OuterRef("pk")).order_by("record")
    rows: Any = Task.objects.named(on).annotate(
        began=Subquery(versions.values("recorded_from")[:1])
    )
    related = rows.select_related("scope", "plan__programme", "clause", "source")
    found = get_object_or_404(related, pk=pk)
    shown: Any = found
    if at is not None:
        was = Task.as_was(at).annotate(lead_name=name_of("lead_id", on))
        shown = get_object_or_404(was, id=pk)
    supports = supports_of(pk, at, on)
    context = {
        "task": found,
        "shown": shown,
        "at": at,
        "address": request.get_full_path(),
        "day": on,
        "line": headline(shown),
        "began": found.began,
        "supports": supports,
        "blocking": _blocking(supports, on),
        "history": history(found),
        "sheet_lines": from_sheet(found),
        **_reports(request, shown, pk, at, on),
        **({} if at else _buttons(request, found, supports)),
    }
    return render(request, "programmes/task.html", context)


def headline(shown: Any) -> str:
    """Who leads until when, in one line."""
    values = {"lead": shown.lead_name, "day": written(shown.due_date)}
    if shown.due_date is None:
        return _("%(lead)s chủ trì") % values
    return _("%(lead)s chủ trì · hết ngày %(day)s") % values


def supports_of(pk: int, at: datetime | None, on: date) -> list[Any]:
    """The parts of supporting bodies, now or as they were recorded at an instant."""
    rows: Any = Support.as_was(at) if at else Support.objects.all()
    named = rows.filter(task_id=pk).annotate(
        organisation_name=name_of("organisation_id", on)
    )
    return list(named.order_by("id"))


def _blocking(supports: list[Any], on: date) -> list[str]:
    """The bodies whose part is late, by name: for these the task waits."""
    late = (row for row in supports if support_state(row, on) is TaskState.OVERDUE)
    return [row.organisation_name for row in late]


def _reports(
    request: Request, shown: Any, pk: int, at: datetime | None, on: date
) -> dict[str, Any]:
    """The newest reports, each with its proofs and what became of it."""
    rows: Any = Progress.objects.filter(task_id=pk)
    if at is not None:
        rows = rows.filter(pk__in=Progress.as_was(at).filter(task_id=pk).values("id"))
    found, around = newest_first(request, named_reports(rows, on), ROWS)
    with_proofs(found, at)
    own = [row for row in found if row.organisation_id == shown.lead_id]
    if own and not around["first"] and shown.phase == Phase.REPORTED:
        own[0].waits = True
    return {
        "reports": found,
        "newest": own[0] if own and not around["first"] else None,
        **around,
    }


def named_reports(rows: Any, on: date) -> Any:
    """Reports with the names of their bodies and their verdicts, the newest first."""
    named = rows.annotate(
        organisation_name=name_of("organisation_id", on),
        entered_name=name_of("entered_for_id", on),
    )
    return named.select_related("acceptance").order_by("-pk")


def with_proofs(reports: list[Any], at: datetime | None = None) -> None:
    """Give each report its ``proofs``, ``is_hollow`` and ``verdict``."""
    proofs: dict[int, list[Evidence]] = {row.pk: [] for row in reports}
    if reports:
        evidence = Evidence.objects.filter(progress_id__in=list(proofs))
        for proof in evidence.select_related("file").order_by("pk"):
            proofs[proof.progress_id].append(proof)
    then: Any = ()
    if at is not None:
        then = Acceptance.as_was(at).filter(progress_id__in=list(proofs))
    verdicts = {row.progress_id: row for row in then}
    for row in reports:
        given = getattr(row, "acceptance", None)
        row.verdict = verdicts.get(row.pk) if at else given
        row.proofs = proofs[row.pk]
        row.is_hollow, row.waits = not row.proofs, False


def _buttons(request: Request, found: Task, supports: list[Any]) -> dict[str, Any]:
    """What the reader may do here now; the actions ask again."""
    may = granted(request.actor, found.scope)
    body = request.actor.organisation_id
    held = Membership.objects.active(clock.today()).holding(Permission.PROGRESS_REPORT)
    rows = found.plan.parties.named(clock.today()).annotate(
        reports=Exists(
            held.filter(organisation=OuterRef("organisation"), person__is_active=True)
        )
    )
    parties = list(rows)
    standing = next(p.organisation_id for p in parties if p.role == PartyRole.STANDING)
    accepting = accepters(
        lead=found.lead_id,
        standing=standing,
        parties=[p.organisation_id for p in parties],
    )
    doers = {found.lead_id, *(row.organisation_id for row in supports)}
    quiet = {p.organisation_id for p in parties if not p.reports}
    is_open = found.phase in (Phase.OPEN, Phase.REPORTED) and not found.outside
    reports = body in doers or (body == standing and bool(doers & quiet))
    return {
        "may_edit": Permission.TASK_EDIT in may,
        "may_report": Permission.PROGRESS_REPORT in may and is_open and reports,
        "may_accept": Permission.TASK_ACCEPT in may
        and found.phase == Phase.REPORTED
        and body in accepting,
        "accepting": [
            p.organisation_name for p in parties if p.organisation_id in accepting
        ],
        "is_unfinished": found.phase in UNFINISHED,
        "own_part": body,
        "quiet": quiet if body == standing else set(),
    }
