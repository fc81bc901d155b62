"""Keys that lead out of their circle along no crossing."""

from collections.abc import Iterator

from django.apps import apps
from django.db import connection, models

from phoihop.chores.backup.databases import quoted
from phoihop.chores.inspection.findings import MOST, Finding
from phoihop.scopes.models import ScopedRow
from phoihop.versions.models import VersionedRow


def look() -> Iterator[Finding]:
    """Every row inside a circle, and what it used to say."""
    for model in apps.get_models():
        if issubclass(model, ScopedRow):
            yield from _of_model(model, model.crossings)
            if issubclass(model, VersionedRow):
                yield from _of_model(model.history, model.crossings)


def _of_model(
    model: type[models.Model], crossings: frozenset[str]
) -> Iterator[Finding]:
    table, key = model._meta.db_table, model._meta.pk.attname
    for field in model._meta.concrete_fields:
        target = field.related_model
        if field.name in crossings or not isinstance(target, type):
            continue
        if not issubclass(target, ScopedRow):
            continue
        query = (
            f"SELECT r.{quoted(key)} FROM {quoted(table)} r "  # noqa: S608  # names only
            f"JOIN {quoted(target._meta.db_table)} x "
            f"ON x.{quoted(target._meta.pk.attname)} = r.{quoted(field.attname)} "
            f"WHERE x.scope_id <> r.scope_id LIMIT {MOST}"
        )
        with connection.cursor() as cursor:
            cursor.execute(query)
            for (row,) in cursor.fetchall():
                yield Finding("circle.crossed", f"{table} {row}.{field.name}")
