"""The trail of a seeded province: links in bulk, chained as the product chains them."""

import secrets
from collections.abc import Iterable, Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import transaction

from phoihop.programmes.models import Plan, Programme, Task
from phoihop.trail import head_file, rules
from phoihop.trail.models import Entry, Head, Payload

# The account that signs in and the body it acts for: the first rows of their tables.
ME = 1
# A millisecond between one link and the next: recorded time runs forward.
STEP_US = 1_000
BEGAN_US = 1_767_571_200_000_000  # 5 January 2026
BATCH = 2000


class Deed(NamedTuple):
    """What one link tells."""

    did: str
    on: Programme | Plan | Task
    before: dict[str, object] | None
    after: dict[str, object]


def created(rows: Iterable[Programme | Plan | Task]) -> Iterator[Deed]:
    """That each of these rows was made."""
    for row in rows:
        yield Deed(f"{row._meta.model_name}.created", row, None, row.facts())


def edit(tasks: Iterable[Task], *, times: int) -> None:
    """Tell that each of these tasks was changed so many times, in turns."""
    add(map(_changed, list(tasks) * times))


def lengthen(links: int) -> None:
    """Tell of more changes, of the newest tasks in turns, up to so many links."""
    missing = links - Head.objects.get(pk=1).seq
    if missing > 0:
        newest = cycle(Task.objects.order_by("-pk")[:5_000])
        add(islice(map(_changed, newest), missing))


def _changed(task: Task) -> Deed:
    after = task.facts()
    return Deed("task.changed", task, {**after, "due_date": "2026-06-30"}, after)


def add(deeds: Iterable[Deed]) -> None:
    """Chain these deeds behind the last link, and move the head to the new last."""
    told = iter(deeds)
    while some := list(islice(told, BATCH)):
        with transaction.atomic():
            _add(some)


def _add(deeds: list[Deed]) -> None:
    head = Head.objects.get(pk=1)
    seq, at_us, previous = head.seq, max(head.at_us, BEGAN_US), head.hash
    entries, payloads = [], []
    for deed in deeds:
        seq, at_us = seq + 1, at_us + STEP_US
        text = rules.canonical({"before": deed.before, "after": deed.after})
        salt = secrets.token_hex(16)
        link = rules.Link(
            seq=seq,
            at_us=at_us,
            actor_id=ME,
            body_id=ME,
            scope_id=deed.on.scope_id,
            did=deed.did,
            kind=deed.on._meta.model_name or "",
            object_id=deed.on.pk,
            pretended=False,
            commitment=rules.commitment(salt, text),
            previous=previous,
        )
        previous = rules.link_hash(link)
        entries.append(Entry(**link._asdict(), hash=previous))
        payloads.append(Payload(seq=seq, salt=salt, text=text))
    Entry.objects.bulk_create(entries, batch_size=BATCH)
    Payload.objects.bulk_create(payloads, batch_size=BATCH)
    Head.objects.filter(pk=1).update(seq=seq, at_us=at_us, hash=previous)
    remembered = head_file.Remembered(str(head.origin), seq, previous)
    head_file.write(Path(settings.TRAIL_HEAD_FILE), remembered)
