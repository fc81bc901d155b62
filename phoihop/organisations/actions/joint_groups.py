"""Verbs on joint groups: steering committees and working groups made by a decision."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from phoihop.organisations.directory_lock import hold_body
from phoihop.organisations.edges import write_edge
from phoihop.organisations.entering import enter
from phoihop.organisations.models import (
    JointTerm,
    Organisation,
    OrganisationLevel,
    OrganisationType,
    Relation,
    RelationKind,
    Succession,
)
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.organisations.rules import Span, first_overlap
from phoihop.refusals import Refused
from phoihop.trail.actions import record


@transaction.atomic
def found(
    *,
    name: str,
    level: OrganisationLevel,
    decision: str,
    decided_on: date,
    valid_from: date,
    valid_to: date | None = None,
    standing: Organisation,
    members: Iterable[Organisation] = (),
    aliases: Iterable[str] = (),
    by: Actor,
    on: date,
) -> Organisation:
    """Enter a joint group with its first term, standing body and members.

    It is a body as any other, until its term is over.
    """
    require(by, Permission.DIRECTORY_MANAGE)
    span = _span(decision, Span(valid_from, valid_to))
    group, also = enter(
        name=name,
        type=OrganisationType.JOINT,
        level=level,
        founded_on=valid_from,
        ended_on=valid_to,
        aliases=aliases,
        decision=decision,
        on=on,
    )
    term = JointTerm.objects.create(
        organisation=group,
        decision=decision,
        decided_on=decided_on,
        valid_from=valid_from,
        valid_to=valid_to,
    )
    members = [body for body in members if body.pk != standing.pk]
    edges = _edges(group, standing, members, Span(span.start), on)
    after = {"name": name, "decision": decision, **group.facts()}
    after |= {"standing": standing.pk, "members": sorted({b.pk for b in members})}
    record(
        by=by,
        scope=group.desk,
        did="organisation.founded",
        on=group,
        after=after,
        also=[term, *edges, *also],
    )
    return group


@transaction.atomic
def renew(
    *,
    group: Organisation,
    decision: str,
    decided_on: date,
    valid_from: date,
    valid_to: date | None = None,
    by: Actor,
    on: date,
) -> JointTerm:
    """Give a joint group another term; one without end is ended where it begins."""
    require(by, Permission.DIRECTORY_MANAGE)
    span = _span(decision, Span(valid_from, valid_to))
    group = hold_body(group)
    if group.type != OrganisationType.JOINT:
        raise Refused("joint_group.not_one")
    if Succession.objects.filter(predecessor=group).exists():
        raise Refused("succession.already_ended", end=group.ended_on)
    ended, last = _ended_by(group, span)
    term = JointTerm.objects.create(
        organisation=group,
        decision=decision,
        decided_on=decided_on,
        valid_from=valid_from,
        valid_to=valid_to,
    )
    before: dict[str, object] = {"ended_on": group.ended_on}
    group.change(seen=group.version, ended_on=last.end)
    record(
        by=by,
        scope=group.desk,
        did="organisation.term_renewed",
        on=group,
        before=before,
        after={"decision": decision, "valid_from": valid_from, "ended_on": last.end},
        also=[term, *([ended] if ended else [])],
    )
    return term


def _span(decision: str, span: Span) -> Span:
    """The days of a term; raises if they are none, or nobody decided on them."""
    if not decision.strip():
        raise Refused("joint_group.no_decision", field="decision")
    if span.is_empty():
        raise Refused("organisation.span_empty", field="valid_to", start=span.start)
    return span


def _edges(
    group: Organisation,
    standing: Organisation,
    members: Iterable[Organisation],
    span: Span,
    on: date,
) -> list[Relation]:
    """Who is in the group. They stay when the term is renewed, so there is no end."""
    places = {body.pk: (body, RelationKind.GROUP_MEMBER) for body in members}
    places[standing.pk] = (standing, RelationKind.GROUP_STANDING)
    return [
        write_edge(kind=kind, below=body, above=group, span=span, on=on)
        for body, kind in places.values()
    ]


def _ended_by(group: Organisation, span: Span) -> tuple[JointTerm | None, Span]:
    """The term without end that the new one ends, and which term is the last then.

    Raises if another term holds on one of the days.
    """
    terms = list(JointTerm.objects.filter(organisation=group))
    ended = next(
        (t for t in terms if t.valid_to is None and t.valid_from < span.start), None
    )
    rest = {Span(t.valid_from, t.valid_to): t for t in terms if t != ended}
    clash = first_overlap(span, rest)
    if clash is not None:
        raise Refused(
            "joint_group.term_overlaps",
            field="valid_from",
            decision=rest[clash].decision,
            start=clash.start,
        )
    if ended is not None:
        ended.change(seen=ended.version, valid_to=span.start)
    return ended, max([*rest, span], key=lambda one: one.start)
