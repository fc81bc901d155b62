"""Recording, and erasing what a record says without breaking the chain."""

import secrets
from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.db import models, transaction

from phoihop import clock
from phoihop.scopes.models import Scope
from phoihop.trail import head_file, rules
from phoihop.trail.models import EPOCH, Entry, Head, Payload
from phoihop.versions.models import VersionedRow


class Author(Protocol):
    """Whoever acts: an account, for a body."""

    @property
    def user_id(self) -> int | None: ...

    @property
    def organisation_id(self) -> int | None: ...


def record(
    *,
    by: Author,
    scope: Scope | None,
    did: str,
    on: models.Model | None,
    before: dict[str, object] | None = None,
    after: dict[str, object] | None = None,
    also: Iterable[VersionedRow] = (),
) -> Entry:
    """Write what was done into the trail, and the new versions of what was changed.

    To be called last in the action's transaction: it locks the head, and all who
    record wait for one another from here to the commit. ``on`` and ``also`` are the
    rows that the action wrote; each that keeps versions gets one with the instant
    of this entry. ``did`` is a dotted word such as ``"task.changed"``.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("record() needs a transaction")
    if not rules.is_word(did):
        raise ValueError(f"Not a dotted word: {did}")

    text = rules.canonical({"before": before, "after": after})
    salt = secrets.token_hex(16)
    head = Head.objects.select_for_update().get(pk=1)
    link = rules.Link(
        seq=head.seq + 1,
        at_us=_instant_after(head.at_us),
        actor_id=by.user_id,
        body_id=by.organisation_id,
        scope_id=scope.pk if scope is not None else None,
        did=did,
        kind=on._meta.model_name or "" if on is not None else "",
        object_id=on.pk if on is not None else None,
        pretended=clock.is_pretended(),
        commitment=rules.commitment(salt, text),
        previous=head.hash,
    )
    entry = Entry(**link._asdict(), hash=rules.link_hash(link))
    entry.save(force_insert=True)
    Payload.objects.create(seq=entry.seq, salt=salt, text=text)
    for row in (on, *also):
        if isinstance(row, VersionedRow):
            row.keep_version(at=entry.at, by_id=by.user_id)
    _move_head(head, entry)
    return entry


def _instant_after(last_us: int) -> int:
    """Now in microseconds; a clock set back does not make recorded time run back."""
    return max((clock.now() - EPOCH) // timedelta(microseconds=1), last_us + 1)


def _move_head(head: Head, entry: Entry) -> None:
    """Name the last link, here and, once this is committed, in the file outside."""
    Head.objects.filter(pk=1).update(seq=entry.seq, at_us=entry.at_us, hash=entry.hash)
    remembered = head_file.Remembered(str(head.origin), entry.seq, entry.hash)
    path = Path(settings.TRAIL_HEAD_FILE)
    transaction.on_commit(partial(head_file.write, path, remembered))


@transaction.atomic
def remember_refusal(
    *, by: Author, scope: Scope | None, code: str, route: str
) -> Entry:
    """Record that an attempt was refused: its code and page, nothing of its text."""
    after: dict[str, object] = {"code": code, "route": route}
    return record(by=by, scope=scope, did="refused", on=None, after=after)


@transaction.atomic
def erase(
    *, seqs: Iterable[int], scope: Scope | None, by: Author, because: str
) -> Entry:
    """Empty what these entries say, and record that it was emptied.

    The links stay and the chain still verifies. Erasures themselves cannot be
    erased: numbers of theirs are left out. Who may do this is asked above, in
    ``organisations.actions.oversight``.
    """
    wanted = sorted(set(seqs))
    entries = Entry.objects.filter(seq__in=wanted).exclude(did=rules.ERASED)
    erased = sorted(entries.values_list("seq", flat=True))
    Payload.objects.filter(seq__in=erased).update(text="", salt="")
    return record(
        by=by,
        scope=scope,
        did=rules.ERASED,
        on=None,
        after={"seqs": erased, "because": because},
    )
