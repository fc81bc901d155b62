"""Verbs on how bodies end, and who comes after them."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction

from phoihop.organisations.directory_lock import hold_bodies, hold_directory
from phoihop.organisations.lifetimes import called
from phoihop.organisations.models import (
    Channel,
    Competence,
    Designation,
    FocalPoint,
    JointTerm,
    Organisation,
    Relation,
    Succession,
    SuccessionKind,
)
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.organisations.rules import heirs
from phoihop.refusals import Refused
from phoihop.trail.actions import record
from phoihop.versions.models import VersionedRow

MANY = 10_000
# How many bodies may end, and how many may come after, by the kind of the end.
COUNTS = {
    SuccessionKind.RENAME: (range(1, 2), range(1, 2)),
    SuccessionKind.MERGE: (range(2, MANY), range(1, 2)),
    SuccessionKind.SPLIT: (range(1, 2), range(2, MANY)),
    SuccessionKind.ABSORB: (range(1, MANY), range(1, 2)),
    SuccessionKind.DISSOLVE: (range(1, MANY), range(1)),
}


@transaction.atomic
def succeed(
    *,
    predecessors: Iterable[Organisation],
    successors: Iterable[Organisation],
    kind: SuccessionKind,
    day: date,
    decision: str,
    by: Actor,
    on: date,
) -> list[Succession]:
    """End bodies on a day, and say who comes after them; nobody after a dissolved one.

    What the directory says of them from that day on ends with them: relations, signs,
    channels, focal points, competences. Their last name stays, as do their people and
    their places in circles, which are handed over one by one.
    """
    require(by, Permission.DIRECTORY_MANAGE)
    ending = {body.pk for body in predecessors}
    coming = {body.pk for body in successors}
    _refuse_odd(kind, ending, coming, decision)
    hold_directory()
    held = hold_bodies(Organisation(pk=pk) for pk in ending | coming)
    gone = [held[pk] for pk in sorted(ending)]
    after = [held[pk] for pk in sorted(coming)]
    for body in gone:
        _refuse_ended(body, day)
    for body in after:
        if not body.lives(day):
            name = called(body, day)
            raise Refused("succession.heir_not_living", field="successors", name=name)
    _refuse_circle(ending, coming)
    rows = []
    for body in gone:
        rows += _end(
            body=body, after=after, kind=kind, day=day, decision=decision, by=by
        )
    for heir in after:
        record(
            by=by,
            scope=heir.desk,
            did="organisation.succeeded",
            on=heir,
            after={"predecessors": sorted(ending), "day": day, "decision": decision},
        )
    return rows


def _refuse_odd(
    kind: SuccessionKind, ending: set[int], coming: set[int], decision: str
) -> None:
    """Raise for what is no such end at all."""
    if not decision.strip():
        raise Refused("succession.no_decision", field="decision")
    before, after = COUNTS[kind]
    if len(ending) not in before or len(coming) not in after:
        raise Refused("succession.counts", field="kind", kind=kind.label)
    if ending & coming:
        raise Refused("succession.by_itself", field="successors")


def _refuse_ended(body: Organisation, day: date) -> None:
    """Raise for a body that has ended already, or has not begun on the day."""
    known = Succession.objects.filter(predecessor=body).exists()
    if known or (body.ended_on is not None and body.ended_on <= day):
        end = body.ended_on
        name = called(body, day)
        raise Refused("succession.already_ended", field="day", name=name, end=end)
    if day <= body.founded_on:
        start = body.founded_on
        name = called(body, day)
        raise Refused("succession.not_begun", field="day", name=name, start=start)


def _refuse_circle(ending: set[int], coming: set[int]) -> None:
    after: dict[int, list[int]] = {}
    known = Succession.objects.from_bodies(coming).filter(successor__isnull=False)
    for before, heir in known.values_list("predecessor_id", "successor_id"):
        after.setdefault(before, []).append(heir or 0)
    if any(heirs.comes_back(body, coming, after) for body in ending):
        raise Refused("succession.circle", field="successors")


def _end(
    *,
    body: Organisation,
    after: Sequence[Organisation],
    kind: SuccessionKind,
    day: date,
    decision: str,
    by: Actor,
) -> list[Succession]:
    """End one body and record it."""
    before: dict[str, object] = {"ended_on": body.ended_on}
    closed = _close(body, day)
    body.change(seen=body.version, ended_on=day)
    coming: list[Organisation | None] = [*after] or [None]
    rows = [
        Succession.objects.create(
            predecessor=body, successor=heir, kind=kind, day=day, decision=decision
        )
        for heir in coming
    ]
    record(
        by=by,
        scope=body.desk,
        did="organisation.ended",
        on=body,
        before=before,
        after={
            "ended_on": day,
            "succession_kind": str(kind),
            "successors": [heir.pk for heir in after],
            "decision": decision,
        },
        also=[*rows, *closed],
    )
    return rows


def _close(body: Organisation, day: date) -> list[VersionedRow]:
    """End on this day whatever the directory says of the body beyond it."""
    dated = [
        (Relation.objects.filter(below=body), "valid_from", "valid_to"),
        (Relation.objects.filter(above=body), "valid_from", "valid_to"),
        (Designation.objects.filter(organisation=body), "valid_from", "valid_to"),
        (Competence.objects.filter(organisation=body), "valid_from", "valid_to"),
        (Competence.objects.filter(area=body), "valid_from", "valid_to"),
        (JointTerm.objects.filter(organisation=body), "valid_from", "valid_to"),
        (Channel.objects.filter(organisation=body), "registered_on", "withdrawn_on"),
        (FocalPoint.objects.filter(organisation=body), "since", "until"),
    ]
    closed: list[VersionedRow] = []
    for rows, start, end in dated:
        for row in rows.exclude(**{f"{end}__lte": day}):
            began: date = getattr(row, start)
            if began >= day:
                name = called(body, day)
                what = row._meta.verbose_name
                raise Refused(
                    "succession.starts_later",
                    field="day", name=name, what=what, start=began,
                )  # fmt: skip
            closed.append(row.change(seen=row.version, **{end: day}))
    return closed
