"""Writing an edge between two bodies: what must be so of it, in whatever line.

Shared by the verbs that relate bodies. They ask for the permission, run the
transaction and record.
"""

from collections.abc import Iterable
from datetime import date

from phoihop.organisations import rules
from phoihop.organisations.directory_lock import hold_bodies, hold_directory
from phoihop.organisations.lifetimes import called, refuse_beyond_end
from phoihop.organisations.models import (
    IN_A_GROUP,
    Organisation,
    Relation,
    RelationKind,
)
from phoihop.organisations.rules import Edge, Span
from phoihop.refusals import Refused

# A body is in a group once: as its standing body, or as any other member.
IN_THE_GROUP = (RelationKind.GROUP_STANDING, RelationKind.GROUP_MEMBER)


def write_edge(
    *,
    kind: RelationKind,
    below: Organisation,
    above: Organisation,
    span: Span,
    on: date,
) -> Relation:
    """The edge, if its days, its bodies and the other edges of its line allow it."""
    if span.is_empty():
        raise Refused("organisation.span_empty", field="valid_to", start=span.start)
    # Edges of a line are judged together: of two that clash, one comes first.
    hold_directory()
    held = hold_bodies([below, above])
    for body in held.values():
        refuse_beyond_end(body, span, field="above", on=on)
    if kind == RelationKind.SAME_LEVEL:
        below, above = sorted((below, above), key=lambda body: body.pk)
    _refuse_unfit(kind, below, above, span.start)
    if kind == RelationKind.SUPERIOR:
        _refuse_second_superior(below, above, span)
    else:
        _refuse_pair(kind, below, above, span)
    if kind == RelationKind.GROUP_STANDING:
        _refuse_second_standing(above, span)
    return Relation.objects.create(
        kind=kind,
        below=below,
        above=above,
        valid_from=span.start,
        valid_to=span.end,
    )


def _refuse_unfit(
    kind: RelationKind, below: Organisation, above: Organisation, day: date
) -> None:
    """Raise if these two bodies can never stand so."""
    if kind in IN_A_GROUP and above.type != Organisation.Type.JOINT:
        name = called(above, day)
        raise Refused("relation.not_a_group", field="above", name=name)
    if kind == RelationKind.SAME_LEVEL and below.level != above.level:
        raise Refused("relation.levels_differ", field="above")


def _refuse_second_superior(
    below: Organisation, above: Organisation, span: Span
) -> None:
    """One direct superior a day, and no circle."""
    rows = Relation.objects.filter(kind=RelationKind.SUPERIOR)
    edges = [
        Edge(under, over, Span(start, end))
        for under, over, start, end in rows.values_list(
            "below_id", "above_id", "valid_from", "valid_to"
        )
    ]
    own = {edge.span: edge for edge in edges if edge.below == below.pk}
    clash = rules.first_overlap(span, own)
    if clash is not None:
        over = Organisation.objects.get(pk=own[clash].above)
        raise Refused(
            "organisation.superior_overlaps",
            field="valid_from",
            name=called(over, clash.start),
            start=clash.start,
        )
    if rules.closes_circle(Edge(below.pk, above.pk, span), edges):
        raise Refused("organisation.relation_circle", field="above")


def _refuse_pair(
    kind: RelationKind, below: Organisation, above: Organisation, span: Span
) -> None:
    """Two different bodies, which do not stand so twice on one day."""
    if below.pk == above.pk:
        raise Refused("relation.to_itself", field="above")
    kinds = IN_THE_GROUP if kind in IN_THE_GROUP else (kind,)
    rows = Relation.objects.filter(kind__in=kinds, below=below, above=above)
    clash = _first_clash(span, rows)
    if clash is not None:
        raise Refused(
            "relation.overlaps",
            field="valid_from",
            kind=clash.get_kind_display(),
            start=clash.valid_from,
        )


def _refuse_second_standing(group: Organisation, span: Span) -> None:
    """A joint group has one standing body a day."""
    rows = Relation.objects.filter(kind=RelationKind.GROUP_STANDING, above=group)
    clash = _first_clash(span, rows.select_related("below"))
    if clash is not None:
        raise Refused(
            "relation.standing_overlaps",
            field="valid_from",
            name=called(clash.below, clash.valid_from),
            start=clash.valid_from,
        )


def _first_clash(span: Span, rows: Iterable[Relation]) -> Relation | None:
    held = {Span(row.valid_from, row.valid_to): row for row in rows}
    clash = rules.first_overlap(span, held)
    return held[clash] if clash is not None else None
