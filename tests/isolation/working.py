"""Work on the tasks of every plan of the province: clauses, supports, reports, rest."""

from collections.abc import Callable
from typing import Any

from phoihop import clock
from phoihop.organisations.permissions import Actor
from phoihop.organisations.roles import Role
from phoihop.programmes.actions import acceptance, progress, steps, supports, tasks
from phoihop.programmes.actions.progress import NewEvidence
from phoihop.programmes.models import Clause, Plan, Progress, Task
from phoihop.programmes.models.progress import EvidenceKind
from phoihop.trail.actions import record
from tests.isolation import cast
from tests.isolation.cast import Agreement, Draft, account_of
from tests.isolation.province import Kind, Province, acting

Say = Callable[[str], str]


def work(province: Province) -> None:
    """In each plan: a part of another body; tasks that wait, rest, lie beyond."""
    for agreement in cast.AGREEMENTS:
        for draft in agreement.plans:
            _work_on(province, agreement, draft)


def _work_on(province: Province, agreement: Agreement, draft: Draft) -> None:
    circle = f"{agreement.key}-{draft.key}"
    standing, partner = agreement.standing, draft.partners[0]

    def say(word: str) -> str:
        return province.canary(circle, circle, word)

    with acting(
        province, account_of(standing, Role.OFFICER), standing, circle
    ) as keeper:
        plan = Plan.objects.get(scope_id=province.scopes[circle])
        clause = _clause(plan, say, keeper)
        made = {
            kind: _task(plan, say(kind.name), province, partner, clause, kind, keeper)
            for kind in (Kind.WAITING, Kind.RESTING, Kind.BEYOND, Kind.RETURNED)
        }
        steps.pause(task=made[Kind.RESTING], seen=1, reason=say("rest"), **_now(keeper))
        held = plan.tasks.get(pk=_second(province, circle))
        part = supports.add(
            task=held,
            organisation=province.bodies[standing],
            deliverable=say("part"),
            **_now(keeper),
        )
    with acting(province, account_of(partner, Role.OFFICER), partner, circle) as doer:
        waiting = _report(made[Kind.WAITING], say("report"), say("proof"), doer)
        returned = _report(made[Kind.RETURNED], say("report2"), say("proof2"), doer)
    with acting(
        province, account_of(standing, Role.LEADER), standing, circle
    ) as keeper:
        acceptance.return_(progress=returned, reason=say("return"), **_now(keeper))
    for kind in (Kind.WAITING, Kind.RESTING, Kind.BEYOND):
        with acting(province, account_of(standing, Role.OFFICER), standing):
            row = Task.objects.get(pk=made[kind].pk)
        province.add(kind, f"{circle}-{kind}", row, circle)
    province.add(Kind.SUPPORT, f"{circle}-part", part, circle)
    province.reports[made[Kind.WAITING].pk] = waiting.pk


def _now(by: Actor) -> dict[str, Any]:
    return {"by": by, "on": clock.today()}


def _second(province: Province, circle: str) -> int:
    """The task on which another body has a part; the first stays as it is."""
    of_circle = [t for t in province.things if t.key == f"{circle}-task2"]
    return of_circle[0].pk


def _clause(plan: Plan, say: Say, by: Actor) -> Clause:
    """A clause, written by hand: only a confirmed reading makes one."""
    clause: Clause = Clause.objects.create(
        scope=plan.scope, plan=plan, number="II.1", text=say("clause"), position=1
    )
    record(by=by, scope=plan.scope, did="plan.filled", on=plan, also=[clause])
    return clause


def _task(
    plan: Plan,
    text: str,
    province: Province,
    lead: str,
    clause: Clause,
    kind: Kind,
    by: Actor,
) -> Task:
    return tasks.create(
        plan=plan,
        text=text,
        lead=province.bodies[lead],
        clause=clause,
        outside=kind is Kind.BEYOND,
        **_now(by),
    )


def _report(task: Task, note: str, proof: str, by: Actor) -> Progress:
    return progress.report(
        task=task,
        organisation=task.lead,
        percent=100,
        note=note,
        is_final=True,
        evidence=[NewEvidence(EvidenceKind.PAPER, text=proof)],
        **_now(by),
    )
