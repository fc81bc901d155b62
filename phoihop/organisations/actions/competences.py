"""Verbs on the map of competences."""

from datetime import date

from django.db import transaction

from phoihop.organisations.directory_lock import hold_body
from phoihop.organisations.lifetimes import refuse_beyond_end
from phoihop.organisations.models import Competence, Organisation, Topic
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.organisations.rules import Span, first_overlap
from phoihop.refusals import Refused
from phoihop.trail.actions import record


@transaction.atomic
def give(
    *,
    body: Organisation,
    topic: Topic,
    area: Organisation,
    basis: str,
    valid_from: date,
    valid_to: date | None = None,
    by: Actor,
    on: date,
) -> Competence:
    """Say that a body answers for a topic in an area, and by which legal basis."""
    require(by, Permission.DIRECTORY_MANAGE)
    span = Span(valid_from, valid_to)
    if span.is_empty():
        raise Refused("organisation.span_empty", field="valid_to", start=valid_from)
    if not basis.strip():
        raise Refused("competence.no_basis", field="basis")
    if topic.valid_to is not None and topic.valid_to <= valid_from:
        raise Refused("competence.topic_ended", field="topic", end=topic.valid_to)
    body = hold_body(body)
    refuse_beyond_end(body, span, field="body", on=on)
    refuse_beyond_end(area, span, field="area", on=on)
    rows = Competence.objects.filter(organisation=body, topic=topic, area=area)
    clash = first_overlap(span, [Span(c.valid_from, c.valid_to) for c in rows])
    if clash is not None:
        start = clash.start
        raise Refused("competence.overlaps", field="valid_from", start=start)
    competence = Competence.objects.create(
        organisation=body,
        topic=topic,
        area=area,
        basis=basis,
        valid_from=valid_from,
        valid_to=valid_to,
    )
    record(
        by=by,
        scope=body.desk,
        did="competence.given",
        on=competence,
        after={**competence.facts(), "topic": topic.name},
    )
    return competence


@transaction.atomic
def end(
    *, competence: Competence, seen: int, valid_to: date, by: Actor, on: date
) -> Competence:
    """The body answers for it no longer from this day on."""
    require(by, Permission.DIRECTORY_MANAGE)
    if competence.valid_to is not None and competence.valid_to <= valid_to:
        raise Refused("directory.already_ended", end=competence.valid_to)
    if valid_to <= competence.valid_from:
        start = competence.valid_from
        raise Refused("organisation.span_empty", field="valid_to", start=start)
    topic = competence.topic.name
    before = {**competence.facts(), "topic": topic}
    competence.change(seen=seen, valid_to=valid_to)
    record(
        by=by,
        scope=competence.organisation.desk,
        did="competence.ended",
        on=competence,
        before=before,
        after={**competence.facts(), "topic": topic},
    )
    return competence
