"""Whether each row and its history tell the same."""

from collections.abc import Iterator

from django.apps import apps
from django.db import connection

from phoihop.chores.backup.databases import quoted
from phoihop.chores.inspection.findings import MOST, Finding
from phoihop.versions.models import VersionedRow

NOT_ONE = (
    "SELECT r.id FROM {row} r LEFT JOIN {version} v ON v.id = r.id "
    "AND v.recorded_to IS NULL GROUP BY r.id HAVING count(v.record) <> 1"
)
DIFFERS = (
    "SELECT r.id FROM {row} r JOIN {version} v ON v.id = r.id "
    "AND v.recorded_to IS NULL WHERE {differs}"
)
OF_NOTHING = (
    "SELECT DISTINCT v.id FROM {version} v LEFT JOIN {row} r ON r.id = v.id "
    "WHERE r.id IS NULL"
)
TIMES = (
    "SELECT DISTINCT s.id FROM (SELECT id, recorded_from, recorded_to, "
    "lead(recorded_from) OVER (PARTITION BY id ORDER BY record) AS next "
    "FROM {version}) s WHERE s.recorded_to < s.recorded_from "
    "OR (s.next IS NOT NULL AND s.recorded_to <> s.next)"
)
QUERIES = {
    "version.not_one": NOT_ONE,
    "version.differs": DIFFERS,
    "version.of_nothing": OF_NOTHING,
    "version.times": TIMES,
}
# “Is another value, or only one of the two is none.”
OTHER = {"sqlite": "IS NOT", "postgresql": "IS DISTINCT FROM"}


def look() -> Iterator[Finding]:
    """Every model that keeps versions."""
    for model in apps.get_models():
        if issubclass(model, VersionedRow):
            yield from _of_model(model)


def _of_model(model: type[VersionedRow]) -> Iterator[Finding]:
    table = model._meta.db_table
    other = OTHER[connection.vendor]
    columns = [quoted(field.attname) for field in model._meta.concrete_fields]
    names = {
        "row": quoted(table),
        "version": quoted(model.history._meta.db_table),
        "differs": " OR ".join(f"r.{name} {other} v.{name}" for name in columns),
    }
    with connection.cursor() as cursor:
        for kind, query in QUERIES.items():
            cursor.execute(f"{query.format(**names)} LIMIT {MOST}")
            for (row,) in cursor.fetchall():
                yield Finding(kind, f"{table} {row}")
