"""Keeping files, opening them, and putting the folder in order.

Who may keep a file is asked above, in ``organisations.actions.papers`` and wherever
else a file belongs to something.
"""

import hashlib
from datetime import date, timedelta
from functools import partial
from typing import BinaryIO
from uuid import UUID, uuid4

from django.db import connection, transaction

from phoihop import clock
from phoihop.files import rules, store
from phoihop.files.examining import Examined
from phoihop.files.models import FileChecked, FileKind, FileOrigin, StoredFile
from phoihop.scopes.context import unscoped
from phoihop.scopes.models import Scope
from phoihop.trail.actions import Author, record

# Longer than any transaction: bytes this old without a row were never acknowledged.
ORPHANED_AFTER = timedelta(hours=1)
# What lies in the place of a file that may not be kept.
NOTE_NAME = "tep-da-bi-bo.txt"
NOTE = "Tệp này đã bị bỏ vì có dấu chỉ mức độ mật; không có gì của tệp được giữ lại."


def receive(*, examined: Examined, scope: Scope, by: Author, on: date) -> StoredFile:
    """Keep a file that came from outside; ``examining.examine`` has looked at it.

    Two steps, because looking takes seconds and this verb runs in a transaction.
    """
    return _keep(
        examined,
        scope=scope,
        origin=FileOrigin.RECEIVED,
        did="file.received",
        by=by,
    )


def keep(
    *, data: bytes, name: str, kind: FileKind, scope: Scope, by: Author, on: date
) -> StoredFile:
    """Keep bytes that the house itself made of texts that were screened before."""
    made = Examined(
        name=rules.clean_name(name), kind=kind, checked=FileChecked.MACHINE, data=data
    )
    return _keep(made, scope=scope, origin=FileOrigin.MADE, did="file.made", by=by)


def _keep(
    what: Examined, *, scope: Scope, origin: FileOrigin, did: str, by: Author
) -> StoredFile:
    """Bytes first, then the row and the trail; the move comes with the commit."""
    row = StoredFile(
        scope=scope,
        name=what.name,
        kind=what.kind,
        size=len(what.data),
        sha256=what.sha256,
        origin=origin,
        checked=what.checked,
        received_at=clock.now(),
        received_by_id=by.user_id,
    )
    try:
        with transaction.atomic():
            store.write(row.uuid, what.data)
            row.save()
            record(by=by, scope=scope, did=did, on=row, after=row.facts())
    except BaseException:
        store.discard(row.uuid)
        raise
    transaction.on_commit(partial(store.settle, row.uuid))
    return row


def expunge(*, file: StoredFile, by: Author, on: date) -> StoredFile:
    """Put a note of the house in the place of bytes that may not be kept at all.

    Its name, sum and size go with them, in the histories too. The row stays, for what
    points to it; the note has a number of its own, so that no two are the same.
    """
    old, number = file.uuid, uuid4()
    note = f"{NOTE} ({number})\n".encode()
    said: dict[str, object] = {
        "uuid": number,
        "name": NOTE_NAME,
        "kind": FileKind.TXT,
        "size": len(note),
        "sha256": hashlib.sha256(note).hexdigest(),
        "checked": FileChecked.MACHINE,
    }
    store.write(number, note)
    try:
        with transaction.atomic():
            store.unsettle(old)
            file.change(seen=file.version, **said)
            record(by=by, scope=file.scope, did="file.expunged", on=file)
            StoredFile.history.objects.filter(id=file.pk).update(**said)
    except BaseException:
        store.discard(number)
        raise
    transaction.on_commit(partial(store.settle, number))
    transaction.on_commit(partial(store.discard, old))
    return file


def open_bytes(*, file: StoredFile) -> BinaryIO:
    """The bytes of a file, open for reading, once all of them were found as recorded.

    Raises ``Refused("storage.damaged")`` where they are missing or are others.
    """
    # Inside a transaction the row may still be rolled back: then nothing is moved.
    settled = not connection.in_atomic_block
    return store.opened(file.uuid, size=file.size, sha256=file.sha256, settled=settled)


def put_in_order() -> tuple[int, int]:
    """Move bytes that a stop left behind to their place, drop those without a row.

    Returns how many of each. Bytes younger than an hour are left alone: their
    transaction may not have ended yet.
    """
    before = (clock.now() - ORPHANED_AFTER).timestamp()
    old = [number for number, written in store.waiting() if written < before]
    known = _with_a_row(old)
    for number in known:
        store.settle(number)
    dropped = [number for number in old if number not in known]
    for number in dropped:
        store.discard(number)
    return len(known), len(dropped)


def _with_a_row(numbers: list[UUID]) -> set[UUID]:
    with unscoped(because="only asks whether a number has a row, in any circle"):
        rows = StoredFile.objects.filter(uuid__in=numbers)
        return set(rows.values_list("uuid", flat=True))
