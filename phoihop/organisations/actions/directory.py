"""Verbs on the directory of bodies: founding, naming, relating."""

from collections.abc import Iterable
from datetime import date

from django.db import IntegrityError, transaction

from phoihop.organisations import rules
from phoihop.organisations.models import (
    Alias,
    Organisation,
    OrganisationLevel,
    OrganisationName,
    OrganisationType,
    Relation,
    ScopeMember,
)
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission, Place
from phoihop.organisations.rules import Edge, Span
from phoihop.refusals import Refused
from phoihop.scopes.models import Scope
from phoihop.trail.actions import record


@transaction.atomic
def found(
    *,
    name: str,
    type: OrganisationType,
    level: OrganisationLevel,
    founded_on: date,
    aliases: Iterable[str] = (),
    decision: str = "",
    by: Actor,
    on: date,
) -> Organisation:
    """Enter a body into the directory, with its first name and its own desk."""
    require(by, Permission.DIRECTORY_MANAGE)
    desk = Scope.objects.create(kind=Scope.Kind.BODY)
    body = Organisation.objects.create(type=type, level=level, desk=desk)
    called = OrganisationName.objects.create(
        organisation=body, text=name, valid_from=founded_on, decision=decision
    )
    also = [Alias.objects.create(organisation=body, text=text) for text in aliases]
    own = ScopeMember.objects.create(
        scope=desk, organisation=body, place=Place.STANDING, since=min(founded_on, on)
    )
    after = {"name": name, "aliases": [a.text for a in also], **body.facts()}
    record(
        by=by,
        scope=desk,
        did="organisation.founded",
        on=body,
        after=after,
        also=[called, own, *also],
    )
    return body


@transaction.atomic
def rename(
    *,
    body: Organisation,
    name: str,
    valid_from: date,
    valid_to: date | None = None,
    decision: str = "",
    by: Actor,
    on: date,
) -> OrganisationName:
    """Give the body a name for a span of days.

    A name that holds without end is ended where the new one begins; with any other
    name on the same day the new one is refused.
    """
    require(by, Permission.ORGANISATION_EDIT, scope=body.desk)
    span = Span(valid_from, valid_to)
    if span.is_empty():
        raise Refused("organisation.span_empty", field="valid_to", start=valid_from)
    # Whoever names a body holds its row: two names cannot pass each other. Not its
    # key: a foreign key to the row asks for that at the commit, with the trail's head
    # held, and whoever waits for the head here would lock the other out (PostgreSQL).
    body = Organisation.objects.select_for_update(no_key=True).get(pk=body.pk)
    names = list(OrganisationName.objects.filter(organisation=body))
    ended = _endless_before(names, valid_from)
    _refuse_overlap(span, [n for n in names if n != ended])
    if ended is not None:
        ended.change(seen=ended.version, valid_to=valid_from)
    new = OrganisationName.objects.create(
        organisation=body,
        text=name,
        valid_from=valid_from,
        valid_to=valid_to,
        decision=decision,
    )
    record(
        by=by,
        scope=body.desk,
        did="organisation.renamed",
        on=body,
        before={"name": ended.text if ended else None},
        after={"name": name, "valid_from": valid_from, "decision": decision},
        also=[new, *([ended] if ended else [])],
    )
    return new


def _refuse_overlap(span: Span, names: list[OrganisationName]) -> None:
    """Raise if one of the names holds on a day of the span: one name a day."""
    held = [Span(name.valid_from, name.valid_to) for name in names]
    clash = rules.first_overlap(span, held)
    if clash is None:
        return
    raise Refused(
        "organisation.name_overlaps",
        field="valid_from",
        name=next(n.text for n in names if n.valid_from == clash.start),
        start=clash.start,
        end=clash.end,
    )


def _endless_before(
    names: list[OrganisationName], start: date
) -> OrganisationName | None:
    """The name without an end that had begun before ``start``, if there is one."""
    return next((n for n in names if n.valid_to is None and n.valid_from < start), None)


@transaction.atomic
def add_alias(*, body: Organisation, text: str, by: Actor, on: date) -> Alias:
    """Remember another way in which papers call the body."""
    require(by, Permission.ORGANISATION_EDIT, scope=body.desk)
    try:
        with transaction.atomic():
            alias = Alias.objects.create(organisation=body, text=text)
    except IntegrityError as error:
        raise Refused("organisation.alias_known", field="text", text=text) from error
    after: dict[str, object] = {"alias": text}
    record(
        by=by,
        scope=body.desk,
        did="organisation.alias_added",
        on=body,
        after=after,
        also=[alias],
    )
    return alias


@transaction.atomic
def place_under(
    *,
    below: Organisation,
    above: Organisation,
    valid_from: date,
    valid_to: date | None = None,
    by: Actor,
    on: date,
) -> Relation:
    """Put a body directly under another for a span of days.

    Refused when the body has another superior on one of those days, or when the two
    would stand above each other.
    """
    require(by, Permission.DIRECTORY_MANAGE)
    kind = Relation.Kind.SUPERIOR
    span = Span(valid_from, valid_to)
    if span.is_empty():
        raise Refused("organisation.span_empty", field="valid_to", start=valid_from)
    # All edges of the line are judged together, so all of its ends are held, in the
    # order of their ids: of two edges that would close a circle one comes first.
    list(
        Organisation.objects.select_for_update(no_key=True).order_by("pk").values("pk")
    )
    edges = [
        Edge(r.below_id, r.above_id, Span(r.valid_from, r.valid_to))
        for r in Relation.objects.filter(kind=kind)
    ]
    own = [edge.span for edge in edges if edge.below == below.pk]
    if rules.first_overlap(span, own) is not None:
        raise Refused("organisation.superior_overlaps", field="valid_from")
    if rules.closes_circle(Edge(below.pk, above.pk, span), edges):
        raise Refused("organisation.relation_circle", field="above")
    relation = Relation.objects.create(
        kind=kind, below=below, above=above, valid_from=valid_from, valid_to=valid_to
    )
    record(
        by=by,
        scope=below.desk,
        did="organisation.placed_under",
        on=below,
        after=relation.facts(),
        also=[relation],
    )
    return relation
