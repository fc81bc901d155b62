"""Verbs on the tree of topics."""

from collections.abc import Iterable
from datetime import date

from django.db import IntegrityError, transaction

from phoihop.organisations.models import Topic
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.organisations.rules.codes import is_topic_code
from phoihop.organisations.rules.topics import DEEPEST, TopicLine
from phoihop.refusals import Refused
from phoihop.trail.actions import record


@transaction.atomic
def create(
    *,
    name: str,
    code: str,
    parent: Topic | None = None,
    valid_from: date,
    by: Actor,
    on: date,
) -> Topic:
    """Add a service or a kind of decision to the tree."""
    require(by, Permission.DIRECTORY_MANAGE)
    if not is_topic_code(code):
        raise Refused("topic.bad_code", field="code", code=code)
    if parent is not None and len(parent.line()) >= DEEPEST:
        raise Refused("topic.too_deep", field="parent", most=DEEPEST)
    try:
        with transaction.atomic():
            topic = Topic.objects.create(
                name=name, code=code, parent=parent, valid_from=valid_from
            )
    except IntegrityError as error:
        raise Refused("topic.code_taken", field="code", code=code) from error
    record(by=by, scope=None, did="topic.created", on=topic, after=topic.facts())
    return topic


@transaction.atomic
def end(*, topic: Topic, seen: int, valid_to: date, by: Actor, on: date) -> Topic:
    """The topic is no longer chosen from this day on; its parts must have ended."""
    require(by, Permission.DIRECTORY_MANAGE)
    # Whoever adds a part would ask for the key of this row: the two wait.
    Topic.objects.select_for_update().get(pk=topic.pk)
    if topic.valid_to is not None and topic.valid_to <= valid_to:
        raise Refused("directory.already_ended", end=topic.valid_to)
    if valid_to <= topic.valid_from:
        start = topic.valid_from
        raise Refused("organisation.span_empty", field="valid_to", start=start)
    part = topic.parts.exclude(valid_to__lte=valid_to).first()
    if part is not None:
        raise Refused("topic.has_parts", field="valid_to", name=part.name)
    before = topic.facts()
    topic.change(seen=seen, valid_to=valid_to)
    record(
        by=by,
        scope=None,
        did="topic.ended",
        on=topic,
        before=before,
        after=topic.facts(),
    )
    return topic


@transaction.atomic
def load(
    *, lines: Iterable[TopicLine], valid_from: date, by: Actor, on: date
) -> list[Topic]:
    """Add the topics of a reviewed list that are not there yet, known by their code."""
    require(by, Permission.DIRECTORY_MANAGE)
    known = {topic.code: topic for topic in Topic.objects.all()}
    new = []
    for line in lines:
        if line.code not in known:
            known[line.code] = Topic.objects.create(
                name=line.name,
                code=line.code,
                parent=known[line.parent] if line.parent else None,
                valid_from=valid_from,
            )
            new.append(known[line.code])
    record(
        by=by,
        scope=None,
        did="topic.list_loaded",
        on=None,
        after={"codes": [topic.code for topic in new]},
        also=new,
    )
    return new
