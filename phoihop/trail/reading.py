"""The trail of one object, for the page that shows it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import OuterRef, Subquery

from phoihop.trail import rules
from phoihop.trail.models import Entry, Payload


@dataclass(frozen=True)
class Told:
    """One entry as a person reads it.

    ``changes`` holds (field, from, to); ``made`` says that there was nothing before.
    """

    seq: int
    at: datetime
    actor_id: int | None
    body_id: int | None
    did: str
    kind: str
    object_id: int | None
    pretended: bool
    erased: bool
    made: bool
    changes: list[tuple[str, object, object]]


def history(row: models.Model, *, most: int = 20) -> list[Told]:
    """The newest entries about ``row`` that the open scope shows, newest first."""
    of_row = Entry.objects.filter(kind=row._meta.model_name, object_id=row.pk)
    return told(of_row.order_by("-seq")[:most])


def portions(*, before: int, most: int = 500) -> Iterator[list[Told]]:
    """What the open scope shows of all older entries, newest first, in portions.

    Each portion is a query of its own: the whole of a long trail is never held, and
    no transaction stands open over it.
    """
    older = Entry.objects.order_by("-seq")
    while portion := told(older.filter(seq__lt=before)[:most]):
        yield portion
        before = portion[-1].seq


def told(entries: "models.QuerySet[Entry]") -> list[Told]:
    """These entries with what they say, in one query."""
    said = Payload.objects.filter(seq=OuterRef("seq")).values("text")
    found: Any = entries.annotate(said=Subquery(said))
    return [_told(entry, entry.said or "") for entry in found]


def _told(entry: Entry, text: str) -> Told:
    said = json.loads(text) if text else {}
    return Told(
        seq=entry.seq,
        at=entry.at,
        actor_id=entry.actor_id,
        body_id=entry.body_id,
        did=entry.did,
        kind=entry.kind,
        object_id=entry.object_id,
        pretended=entry.pretended,
        erased=not text,
        made=said.get("before") is None,
        changes=rules.changes(said.get("before"), said.get("after")),
    )
