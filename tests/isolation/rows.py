"""What the tables hold, read past the product's managers, and what a request did.

``Watched`` notes every statement; ``rows_of`` and ``differences`` compare tables row
by row. Neither asks a manager of the product, since those are what is being tested.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Model

from phoihop.scopes.context import NoScopeOpen, current

Row = dict[str, object]
Rows = dict[object, Row]
# Transactions of their own would be seen as these inside a test's transaction.
BEGINS = ("BEGIN", "SAVEPOINT")
NAMED = re.compile(r'"([a-z_]+)"')


def model_of(table: str) -> type[Model]:
    """The model whose rows lie in this table."""
    return next(m for m in apps.get_models() if m._meta.db_table == table)


def tables() -> list[str]:
    """Every table of the installation."""
    return [model._meta.db_table for model in apps.get_models()]


def tables_with(column: str) -> frozenset[str]:
    """The tables of the house that have this column."""
    return frozenset(
        model._meta.db_table
        for model in apps.get_models()
        if model.__module__.startswith("phoihop.")
        and column in {f.column for f in model._meta.concrete_fields}
        # Who is in a circle is asked before one is open; so is how much a person
        # has not read, which is counted with their memberships.
        and not str(model._meta.model_name).startswith(("scopemember", "notice"))
    )


def content_tables() -> frozenset[str]:
    """The tables with what bodies keep among themselves: the circles' and the trail."""
    return tables_with("scope_id") | {"trail_payload"}


def rows_of(table: str) -> Rows:
    """Every row of a table, by its key."""
    meta = model_of(table)._meta
    columns = [str(f.column) for f in meta.concrete_fields]
    key = columns.index(str(meta.pk.column))
    quoted = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT {quoted} FROM "{table}"')
        found = cursor.fetchall()
    return {row[key]: dict(zip(columns, row, strict=True)) for row in found}


Snapshot = dict[str, Rows]


def snapshot(names: Iterable[str] | None = None) -> Snapshot:
    """These tables, or all of them."""
    return {name: rows_of(name) for name in (tables() if names is None else names)}


@dataclass(frozen=True)
class Change:
    """One row that is not what it was; ``before`` or ``after`` is missing if it is."""

    table: str
    key: object
    before: Row | None
    after: Row | None


def differences(before: Snapshot, names: Iterable[str] | None = None) -> list[Change]:
    """What has changed in these tables (or all) since ``before`` was taken."""
    found = []
    for name in before if names is None else names:
        was, now = before[name], rows_of(name)
        for key in {**was, **now}:
            if was.get(key) != now.get(key):
                found.append(Change(name, key, was.get(key), now.get(key)))
    return found


@dataclass
class Watched:
    """The statements of one request, and whether a scope was open at any of them."""

    statements: list[str] = field(default_factory=list)
    scope_was_open: bool = False

    @property
    def writes(self) -> list[str]:
        """Everything that is not a plain question, and every transaction begun."""
        asked = (s for s in self.statements if s.lstrip("( ").startswith("SELECT"))
        plain = {s for s in asked if " FOR UPDATE" not in s}
        return [s for s in self.statements if s not in plain]

    @property
    def written(self) -> frozenset[str]:
        """The tables that were written to."""
        found = set()
        for statement in self.writes:
            named = NAMED.search(statement)
            if named and not statement.startswith((*BEGINS, "RELEASE", "ROLLBACK")):
                found.add(named.group(1))
        return frozenset(found)

    def read(self, names: frozenset[str]) -> frozenset[str]:
        """Which of these tables were asked for anything."""
        asked = (s for s in self.statements if "SELECT" in s)
        return names.intersection(name for s in asked for name in NAMED.findall(s))

    def note(self, execute: Any, sql: str, parameters: Any, many: bool, c: Any) -> Any:
        """One statement on its way to the database."""
        self.statements.append(sql)
        self.scope_was_open = self.scope_was_open or _is_scope_open()
        return execute(sql, parameters, many, c)


def _is_scope_open() -> bool:
    try:
        current()
    except NoScopeOpen:
        return False
    return True


@contextmanager
def watched() -> Iterator[Watched]:
    """Watch the statements of what runs inside."""
    seen = Watched()
    with connection.execute_wrapper(seen.note):
        yield seen
