"""Making a plan of a confirmed reading, and taking all of it back.

Nothing that was read is a record before a person confirms it here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from phoihop.documents import marks
from phoihop.documents.models import DraftState, Reading, ReadText
from phoihop.documents.unseen import places
from phoihop.organisations.models import Organisation
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.programmes.actions import plans, programmes
from phoihop.programmes.filling import choice_of, fill, waiting_drafts
from phoihop.programmes.models import (
    Clause,
    Confirmation,
    Party,
    Plan,
    PlanParty,
    Programme,
    Progress,
    Source,
    Support,
    Task,
)
from phoihop.programmes.models.plan import PlanState
from phoihop.programmes.rules.confirming import Choice
from phoihop.reading.findings import Field
from phoihop.refusals import Refused
from phoihop.trail.actions import record
from phoihop.versions.models import WithdrawableRow

# What a confirmation can make, in the order in which it is taken back.
BACKWARDS: tuple[type[WithdrawableRow], ...] = (
    Support,
    Task,
    Clause,
    Source,
    PlanParty,
    Plan,
    Party,
    Programme,
)


@dataclass(frozen=True)
class Agreement:
    """What a person settles with a confirmation.

    Without ``programme`` a new one is opened, with ``programme_title`` and the years.
    """

    title: str
    year: int
    partners: tuple[Organisation, ...]
    programme: Programme | None = None
    programme_title: str = ""
    first_year: int = 0
    last_year: int = 0
    number: str = ""
    issued_on: date | None = None
    # That a person has looked at what nobody sees in the paper, where there is some.
    looked_at: bool = False


@transaction.atomic
def confirm(
    *, reading: Reading, seen: int, agreement: Agreement, by: Actor, on: date
) -> Plan:
    """Make or join a programme, and make its plan with clauses, sources and tasks.

    Raises ``Refused`` while tasks are undecided or without a lead, while nobody has
    looked at what the eye misses in the paper, or where a text holds what may not be
    kept; ``Stale`` if somebody else has confirmed in the meantime.
    """
    require(by, Permission.READING_REVIEW, scope=reading.scope)
    reading.hold_seen(seen)
    choice = _choice(reading, agreement, by)
    hidden = _looked_at(reading, agreement)

    programme, opened = _programme(agreement, by, on)
    plan = plans.create(
        programme=programme,
        title=agreement.title,
        year=agreement.year,
        partners=agreement.partners,
        by=by,
        on=on,
    )
    made = fill(plan, choice, reading, on)
    _number(plan, agreement)
    marks.mark_confirmed(reading=reading, by=by, on=on)
    ids = _ids([*made, *plan.parties.all(), plan, *opened])
    counts = _counts(choice, hidden)
    record(by=by, scope=plan.scope, did="plan.filled", on=plan, after=counts, also=made)
    confirmation = Confirmation.objects.create(
        scope=reading.scope,
        reading=reading,
        plan=plan,
        made=ids,
        drafts=[line.pk for line in (*choice.tasks, *choice.clauses)],
        day=on,
        by=by.user,
    )
    record(
        by=by,
        scope=reading.scope,
        did="reading.confirmed",
        on=confirmation,
        after=counts,
        also=[reading],
    )
    return plan


@transaction.atomic
def undo(*, confirmation: Confirmation, by: Actor, on: date) -> None:
    """Take back everything that a confirmation made; the reading waits again.

    Raises ``Refused("confirm.built_on")`` once somebody has worked on what it made:
    a report, a change, another task. Then single tasks can be dropped.
    """
    require(by, Permission.READING_REVIEW, scope=confirmation.scope)
    if confirmation.undone_on is not None:
        raise Refused("confirm.undone")
    plan = Plan.objects.select_for_update(no_key=True).get(pk=confirmation.plan_id)
    require(by, Permission.PLAN_EDIT, scope=plan.scope)
    rows = _made_rows(confirmation)
    _refuse_built_on(plan, rows)

    for row in rows:
        row.withdraw(on=on)
    confirmation.change(seen=confirmation.version, undone_on=on)
    record(by=by, scope=plan.scope, did="plan.withdrawn", on=plan, also=rows)
    reading = confirmation.reading
    if not reading.confirmations.filter(undone_on=None).exists():
        marks.mark_ready(reading=reading, by=by, on=on)
    record(
        by=by,
        scope=confirmation.scope,
        did="reading.unconfirmed",
        on=confirmation,
        also=[reading],
    )


def _choice(reading: Reading, agreement: Agreement, by: Actor) -> Choice:
    """What goes into the plan; refused while something of it is not settled."""
    drafts = waiting_drafts(reading)
    _refuse_undecided(drafts)
    bodies = {body.pk for body in agreement.partners} | {by.organisation_id or 0}
    choice = choice_of(drafts, frozenset(bodies))
    if choice.unled:
        raise Refused(
            "confirm.lead_missing", count=len(choice.unled), number=choice.unled[0]
        )
    if not choice.tasks and not choice.clauses:
        raise Refused("confirm.nothing", field="partners")
    return choice


def _counts(choice: Choice, hidden: int) -> dict[str, object]:
    """What the trail says of a confirmation."""
    counts: dict[str, object] = {
        "tasks": len(choice.tasks),
        "clauses": len(choice.clauses),
    }
    return counts | {"unseen": hidden} if hidden else counts


def _looked_at(reading: Reading, agreement: Agreement) -> int:
    """How many places of the paper no eye sees: looked at by who confirms."""
    texts = ReadText.objects.filter(reading=reading)
    hidden = len(places(texts.values_list("remarks", flat=True).get()))
    if hidden and not agreement.looked_at:
        raise Refused("confirm.unseen", field="looked_at", count=hidden)
    return hidden


def _number(plan: Plan, agreement: Agreement) -> None:
    """Numbered and dated it is under way; without, a draft (product rule 12)."""
    signed = bool(agreement.number and agreement.issued_on)
    plan.change(
        seen=plan.version,
        number=agreement.number,
        issued_on=agreement.issued_on,
        state=PlanState.ACTIVE if signed else PlanState.DRAFT,
    )


def _refuse_undecided(drafts: list[Any]) -> None:
    open_ = [
        row
        for row in drafts
        if row.field == Field.TASK and row.state == DraftState.OPEN
    ]
    if open_:
        raise Refused("confirm.undecided", count=len(open_), number=open_[0].number)


def _programme(
    agreement: Agreement, by: Actor, on: date
) -> tuple[Programme, list[WithdrawableRow]]:
    """The programme of the plan, and what was made if it was opened for it."""
    if agreement.programme is not None:
        programmes.join(
            programme=agreement.programme, bodies=agreement.partners, by=by, on=on
        )
        return agreement.programme, []
    opened = programmes.create(
        title=agreement.programme_title,
        first_year=agreement.first_year,
        last_year=agreement.last_year,
        members=agreement.partners,
        by=by,
        on=on,
    )
    return opened, [*opened.parties.all(), opened]


def _ids(rows: Iterable[WithdrawableRow]) -> dict[str, list[int]]:
    ids: dict[str, list[int]] = {}
    for row in rows:
        ids.setdefault(type(row).__name__, []).append(row.pk)
    return ids


def _made_rows(confirmation: Confirmation) -> list[WithdrawableRow]:
    """What it made and what still stands, last made first."""
    rows: list[WithdrawableRow] = []
    for model in BACKWARDS:
        ids = confirmation.made.get(model.__name__, ())
        rows += model._default_manager.filter(pk__in=ids).order_by("-pk")
    return rows


def _refuse_built_on(plan: Plan, rows: list[WithdrawableRow]) -> None:
    """Undone is only what nobody has touched since: the first version stands.

    The plan itself was written twice: made, then numbered.
    """
    touched = sum(row.version > (2 if isinstance(row, Plan) else 1) for row in rows)
    known = {(type(row), row.pk) for row in rows}
    others = [
        *plan.tasks.all(),
        *plan.clauses.all(),
        *Support.objects.filter(task__plan=plan),
    ]
    if any(isinstance(row, Programme) for row in rows):
        others += plan.programme.plans.all()
    added = sum((type(row), row.pk) not in known for row in others)
    reports = Progress.objects.filter(task__plan=plan).count()
    if touched or added or reports:
        raise Refused("confirm.built_on", count=touched + added + reports)
