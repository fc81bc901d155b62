"""What is stored, seen past every circle: for tests that check what actions left."""

import json
from itertools import pairwise
from typing import Any

from django.apps import apps
from django.db import connection, models

from phoihop.scopes.context import unscoped
from phoihop.trail.models import Entry, Payload
from phoihop.versions.models import VersionedRow, VersionRow

BECAUSE = "a test looks at what is stored"


def every(model: type[models.Model]) -> list[Any]:
    """All rows of a table in the order of their keys, whoever may see them."""
    with unscoped(because=BECAUSE):
        return list(models.QuerySet(model).order_by("pk"))


def last_entry() -> Entry:
    """The newest link of the trail."""
    with unscoped(because=BECAUSE):
        entry: Entry = Entry.objects.latest("seq")
    return entry


def said(entry: Entry) -> dict[str, Any]:
    """What an entry says: ``before`` and ``after``."""
    text = Payload.objects.get(seq=entry.seq).text
    held: dict[str, Any] = json.loads(text)
    return held


def dump(*, but: tuple[str, ...] = ()) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of the house, by table, sorted."""
    tables = [m._meta.db_table for m in apps.get_models() if not m._meta.proxy]
    found = {}
    with connection.cursor() as cursor:
        for table in sorted(set(tables) - set(but)):
            cursor.execute(f'SELECT * FROM "{table}"')
            found[table] = sorted(cursor.fetchall(), key=repr)
    return found


def differences(
    before: dict[str, list[tuple[Any, ...]]], after: dict[str, list[tuple[Any, ...]]]
) -> list[str]:
    """The tables that do not hold the same rows."""
    return [table for table in before if before[table] != after[table]]


def versioned_models() -> list[type[VersionedRow]]:
    """Every model of the house that keeps what it used to say."""
    return [m for m in apps.get_models() if issubclass(m, VersionedRow)]


def version_faults() -> list[str]:
    """Where the history of a row is not the history of that row; empty when right.

    For each row: versions 1, 2, 3 … without a gap, each standing until the instant
    from which the next one stands; the last one stands still and says what the row
    says now.
    """
    faults = []
    with unscoped(because=BECAUSE):
        for model in versioned_models():
            histories: dict[int, list[VersionRow]] = {}
            for kept in model.history.objects.order_by("record"):
                histories.setdefault(kept.id, []).append(kept)
            # Not through the manager, which hides what was taken back.
            rows: models.QuerySet[Any] = models.QuerySet(model)
            for row in rows.all():
                kept_of_row = histories.pop(row.pk, [])
                label = f"{model.__name__} {row.pk}"
                faults += [f"{label}: {f}" for f in _faults_of(row, kept_of_row)]
            faults += [f"{model.__name__} {pk}: no such row" for pk in histories]
    return faults


def _faults_of(row: Any, kept: list[Any]) -> list[str]:
    faults = []
    if [one.version for one in kept] != list(range(1, row.version + 1)):
        faults.append(f"is {row.version}, kept {[one.version for one in kept]}")
    standing = [one for one in kept if one.recorded_to is None]
    if standing != kept[-1:]:
        faults.append(f"{len(standing)} versions stand")
    for one, following in pairwise(kept):
        if not one.recorded_from < one.recorded_to == following.recorded_from:
            faults.append(f"version {one.version} does not end where the next begins")
    columns = [field.attname for field in row._meta.concrete_fields]
    for one in standing:
        wrong = [c for c in columns if getattr(one, c) != getattr(row, c)]
        if wrong:
            faults.append(f"the standing version differs in {wrong}")
    return faults
