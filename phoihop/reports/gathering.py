"""The records that a review looks back on, as plain values; four queries for any size.

All of them as they were recorded by the end of a day: what is entered later under an
earlier date changes no review of that day.
"""

from collections import defaultdict
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Subquery, Value
from django.db.models.functions import Concat

from phoihop import clock
from phoihop.organisations.models import name_of
from phoihop.programmes.models import (
    Acceptance,
    Clause,
    Evidence,
    Plan,
    Progress,
    Task,
    state_of,
)
from phoihop.programmes.models.task import TaskKind
from phoihop.reports.models import Review, ReviewState
from phoihop.reports.rules import Content, PlanLine, Proof, TaskLine, content


def content_of(review: Review) -> Content:
    """What the records say: of a draft now, of a final review as it was finished."""
    if review.state == ReviewState.FINAL:
        return Content.from_plain(review.frozen)
    plans = gather(
        programme_id=review.programme_id,
        plan_id=review.plan_id,
        year=review.year,
        on=review.day,
    )
    return content(plans, review.day)


def gather(
    *, programme_id: int, plan_id: int | None, year: int, on: date
) -> tuple[PlanLine, ...]:
    """The plans of this year in the open circles, with their tasks, as of ``on``."""
    at = clock.end_of(on)
    plans = Plan.as_was(at).filter(programme_id=programme_id, year=year)
    if plan_id is not None:
        plans = plans.filter(id=plan_id)
    counted = _calling(at).values("plan_id").annotate(all=Count("id")).values("all")
    held = list(plans.annotate(clauses=Subquery(counted)).order_by("id"))
    rows = Task.as_was(at).filter(plan_id__in=[plan.id for plan in held], outside=False)
    clause = Clause.as_was(at).filter(id=OuterRef("clause_id"))
    named = rows.annotate(
        lead_name=name_of("lead_id", on),
        clause_number=Subquery(clause.values("number")[:1]),
    )
    tasks = list(named.order_by("id"))
    reports = _reports([task.id for task in tasks], at)
    of_plan: dict[int, list[Any]] = defaultdict(list)
    covered: dict[int, set[int]] = defaultdict(set)
    for task in tasks:
        of_plan[task.plan_id].append(task)
        if task.clause_number is not None:
            covered[task.plan_id].add(task.clause_id)
    return tuple(
        PlanLine(
            id=plan.id,
            title=plan.title,
            number=plan.number,
            tasks=tuple(
                _line(task, reports.get(task.id, []), on) for task in of_plan[plan.id]
            ),
            clauses=plan.clauses or 0,
            covered=len(covered[plan.id]),
        )
        for plan in held
    )


def _calling(at: Any) -> Any:
    """The clauses of a plan that call for tasks, as ``rules.coverage`` counts them.

    What only heads others ("II" over "II.1") does not.
    """
    below = Clause.as_was(at).filter(
        plan_id=OuterRef("plan_id"),
        number__startswith=Concat(OuterRef("number"), Value(".")),
    )
    own = Task.as_was(at).filter(clause_id=OuterRef("id"), outside=False)
    of_this = Clause.as_was(at).filter(plan_id=OuterRef("id"))
    return of_this.filter(~Exists(below) | Exists(own)).order_by()


def _reports(tasks: list[int], at: Any) -> dict[int, list[Any]]:
    """The reports on these tasks, oldest first, with ``proofs`` and ``verdict``."""
    verdict = Acceptance.as_was(at).filter(progress_id=OuterRef("id"))
    told = Progress.as_was(at).filter(task_id__in=tasks).order_by("id")
    rows = list(told.annotate(verdict=Subquery(verdict.values("verdict")[:1])))
    ids = [row.id for row in rows]
    proofs: dict[int, list[Proof]] = defaultdict(list)
    for one in Evidence.as_was(at).filter(progress_id__in=ids).order_by("id"):
        proofs[one.progress_id].append(Proof(one.id, one.text, one.amount))
    of_task: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        row.proofs = tuple(proofs[row.id])
        of_task[row.task_id].append(row)
    return of_task


def _line(task: Any, reports: list[Any], on: date) -> TaskLine:
    """A task with what its lead said last; a supporter's word is not the task's."""
    own = [row for row in reports if row.organisation_id == task.lead_id]
    last = own[-1] if own else None
    return TaskLine(
        id=task.id,
        text=task.text,
        lead=task.lead_name,
        state=state_of(task, on),
        due=task.due_date,
        done=task.done_on,
        percent=task.percent,
        clause=task.clause_number or "",
        routine=task.kind == TaskKind.ROUTINE,
        reason=task.reason,
        report=last.id if last else None,
        note=last.note if last else "",
        # Each count once: a later report repeats the sum of the earlier ones.
        proofs=last.proofs if last else (),
        returned=sum(row.verdict == "returned" for row in own),
    )
