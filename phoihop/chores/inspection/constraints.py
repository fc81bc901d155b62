"""Whether the database still holds what it was told to hold, and whether it is so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection, models

from phoihop.chores.backup.databases import quoted
from phoihop.chores.inspection.findings import MOST, Finding

# The triggers of trail/migrations. A test holds them to what the migrations make.
GUARDS = {
    "sqlite": (
        "trail_entry_no_update",
        "trail_entry_no_delete",
        "trail_payload_no_delete",
        "trail_payload_only_emptied",
    ),
    "postgresql": (
        "trail_entry_no_change",
        "trail_entry_no_truncate",
        "trail_payload_no_delete",
        "trail_payload_only_emptied",
        "trail_payload_no_truncate",
    ),
}
STANDING = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgenabled IN ('O', 'A')",
}
DAMAGED = f"PRAGMA integrity_check({MOST})"
UNCHECKED = (
    "SELECT conrelid::regclass::text || '.' || conname FROM pg_constraint "
    "WHERE NOT convalidated UNION ALL "
    "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid"
)


# Constraints and indexes by name; columns of keys; columns that are unique alone.
# (Django's own reading of these stumbles over checks that call a function.)
NAMES = {
    "sqlite": "SELECT tbl_name, name FROM sqlite_master WHERE type = 'index'",
    "postgresql": "SELECT c.relname, k.conname FROM pg_constraint k "
    "JOIN pg_class c ON c.oid = k.conrelid UNION "
    "SELECT c.relname, x.relname FROM pg_index i JOIN pg_class c "
    "ON c.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid",
}
LED = {
    "sqlite": 'SELECT m.name, f."from" FROM sqlite_master m '
    "JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'",
    "postgresql": "SELECT c.relname, a.attname FROM pg_constraint k "
    "JOIN pg_class c ON c.oid = k.conrelid JOIN pg_attribute a "
    "ON a.attrelid = c.oid AND a.attnum = k.conkey[1] WHERE k.contype = 'f'",
}
ALONE = {
    "sqlite": "SELECT m.name, x.name FROM sqlite_master m "
    "JOIN pragma_index_list(m.name) i JOIN pragma_index_info(i.name) x "
    "WHERE m.type = 'table' AND i.[unique] AND NOT i.partial "
    "AND (SELECT count(*) FROM pragma_index_info(i.name)) = 1",
    "postgresql": "SELECT c.relname, a.attname FROM pg_index i "
    "JOIN pg_class c ON c.oid = i.indrelid JOIN pg_attribute a "
    "ON a.attrelid = c.oid AND a.attnum = i.indkey[0] "
    "WHERE i.indisunique AND i.indnkeyatts = 1 AND i.indpred IS NULL",
}
CHECKS = "SELECT name, sql FROM sqlite_master WHERE type = 'table'"
Places = set[tuple[str, str]]


@dataclass(frozen=True)
class _Held:
    """What the database holds: (table, name) and (table, column)."""

    names: Places
    led: Places
    alone: Places


def look() -> Iterator[Finding]:
    """The database by its own means, then every key, by query."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for said in _column(cursor, DAMAGED):
                if said != "ok":
                    yield Finding("database.damaged", said)
        else:
            for name in _column(cursor, UNCHECKED):
                yield Finding("constraint.unchecked", name)
        standing = set(_column(cursor, STANDING[connection.vendor]))
        for guard in GUARDS[connection.vendor]:
            if guard not in standing:
                yield Finding("guard.missing", guard)
        held = _held(cursor)
        for model in apps.get_models(include_auto_created=True):
            yield from _missing(held, model)
            for field in model._meta.concrete_fields:
                if isinstance(field, models.ForeignKey):
                    yield from _dangling(cursor, model, field)


def _column(cursor: Any, query: str) -> list[str]:
    cursor.execute(query)
    return [str(value) for (value,) in cursor.fetchall()]


def _held(cursor: Any) -> _Held:
    found = []
    for queries in (NAMES, LED, ALONE):
        cursor.execute(queries[connection.vendor])
        found.append(set(cursor.fetchall()))
    if connection.vendor == "sqlite":
        cursor.execute(CHECKS)
        for table, made_by in cursor.fetchall():
            names = re.findall(r'CONSTRAINT "(\w+)"', made_by)
            found[0].update((table, name) for name in names)
    return _Held(*found)


def _missing(held: _Held, model: type[models.Model]) -> Iterator[Finding]:
    """Constraints, indexes and keys that the model has and its table has not."""
    if not model.__module__.startswith("phoihop."):
        # Packages may declare for one database what another cannot hold.
        return
    table = model._meta.db_table
    for rule in (*model._meta.constraints, *model._meta.indexes):
        if (table, rule.name) not in held.names:
            yield Finding("constraint.missing", f"{table}.{rule.name}")
    for field in model._meta.concrete_fields:
        column = (table, field.column)
        is_free = isinstance(field, models.ForeignKey) and column not in held.led
        is_alone = field.primary_key or not field.unique or column in held.alone
        if is_free or not is_alone:
            yield Finding("constraint.missing", f"{table}.{field.column}")


def _dangling(
    cursor: Any, model: type[models.Model], key: "models.ForeignKey[Any, Any]"
) -> Iterator[Finding]:
    table, target = model._meta.db_table, key.target_field
    pk = model._meta.pk.attname
    query = (
        f"SELECT r.{quoted(pk)} FROM {quoted(table)} r "  # noqa: S608  # names only
        f"LEFT JOIN {quoted(target.model._meta.db_table)} x "
        f"ON x.{quoted(target.attname)} = r.{quoted(key.attname)} "
        f"WHERE r.{quoted(key.attname)} IS NOT NULL "
        f"AND x.{quoted(target.attname)} IS NULL LIMIT {MOST}"
    )
    for row in _column(cursor, query):
        yield Finding("key.dangling", f"{table} {row}.{key.column}")
