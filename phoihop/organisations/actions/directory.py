"""Verbs on the directory of bodies: founding, naming, relating."""

from collections.abc import Iterable
from datetime import date

from django.db import IntegrityError, transaction

from phoihop.organisations.directory_lock import hold_body
from phoihop.organisations.edges import write_edge
from phoihop.organisations.entering import enter
from phoihop.organisations.models import (
    Alias,
    Organisation,
    OrganisationLevel,
    OrganisationName,
    OrganisationType,
    Relation,
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
    type: OrganisationType,
    level: OrganisationLevel,
    founded_on: date,
    aliases: Iterable[str] = (),
    decision: str = "",
    by: Actor,
    on: date,
) -> Organisation:
    """Enter a body into the directory, with its first name and its own desk.

    A joint group has a decision and a term besides: ``joint_groups.found``.
    """
    require(by, Permission.DIRECTORY_MANAGE)
    if type == OrganisationType.JOINT:
        raise Refused("joint_group.apart", field="type")
    aliases = list(aliases)
    body, also = enter(
        name=name,
        type=type,
        level=level,
        founded_on=founded_on,
        aliases=aliases,
        decision=decision,
        on=on,
    )
    after = {"name": name, "aliases": aliases, **body.facts()}
    record(
        by=by,
        scope=body.desk,
        did="organisation.founded",
        on=body,
        after=after,
        also=also,
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
    body = hold_body(body)
    names = list(OrganisationName.objects.filter(organisation=body))
    ended = _endless_before(names, valid_from)
    _refuse_overlap(span, [n for n in names if n != ended])
    if ended is not None:
        ended.change(seen=ended.version, valid_to=valid_from)
    if valid_from < body.founded_on:
        body.change(seen=body.version, founded_on=valid_from)
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
    clash = first_overlap(span, held)
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
    span = Span(valid_from, valid_to)
    relation = write_edge(
        kind=Relation.Kind.SUPERIOR, below=below, above=above, span=span, on=on
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
