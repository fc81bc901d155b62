"""Verbs on how bodies stand to one another, besides the line of superiors."""

from datetime import date

from django.db import transaction

from phoihop.organisations.edges import write_edge
from phoihop.organisations.models import Organisation, Relation, RelationKind
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.organisations.rules import Span
from phoihop.refusals import Refused
from phoihop.trail.actions import record


@transaction.atomic
def relate(
    *,
    kind: RelationKind,
    below: Organisation,
    above: Organisation,
    valid_from: date,
    valid_to: date | None = None,
    by: Actor,
    on: date,
) -> Relation:
    """Relate two bodies in any line for a span of days.

    Of two of the same level it does not matter which is given as the one below. In
    a joint group ``above`` is the group; it has one standing body at a time.
    """
    require(by, Permission.DIRECTORY_MANAGE)
    span = Span(valid_from, valid_to)
    relation = write_edge(kind=kind, below=below, above=above, span=span, on=on)
    record(
        by=by,
        scope=below.desk,
        did="organisation.related",
        on=below,
        after={"relation": str(kind), **relation.facts()},
        also=[relation],
    )
    return relation


@transaction.atomic
def end(
    *, relation: Relation, seen: int, valid_to: date, by: Actor, on: date
) -> Relation:
    """The two bodies stand so no longer from this day on."""
    require(by, Permission.DIRECTORY_MANAGE)
    if relation.valid_to is not None and relation.valid_to <= valid_to:
        raise Refused("directory.already_ended", end=relation.valid_to)
    if valid_to <= relation.valid_from:
        start = relation.valid_from
        raise Refused("organisation.span_empty", field="valid_to", start=start)
    before = {"relation": relation.kind, **relation.facts()}
    relation.change(seen=seen, valid_to=valid_to)
    record(
        by=by,
        scope=relation.below.desk,
        did="organisation.relation_ended",
        on=relation.below,
        before=before,
        after={"relation": relation.kind, **relation.facts()},
        also=[relation],
    )
    return relation
