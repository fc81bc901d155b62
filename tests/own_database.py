"""A database of its own for a test that commits: a copy of the one with the world.

Nothing is ever flushed: the guards of the trail refuse deletes. The test database is
the template; it is copied before the test, the copy is thrown away after it.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection, connections
from django.test.utils import setup_databases, teardown_databases

from tests import factories
from tests.factories import World

# Fixtures that put a transaction around the test, in the database of all tests.
AROUND = ("db", "transactional_db", "django_db_reset_sequences")


@dataclass(frozen=True)
class OwnDatabase:
    """The copy that Django works on during the test."""

    vendor: str
    name: str

    def outside(self) -> Any:
        """A second connection that Django knows nothing of; autocommit."""
        if self.vendor == "sqlite":
            return sqlite3.connect(self.name, isolation_level=None, timeout=0.1)
        # Django's own way to connect, without what belongs to its cursors.
        params = connection.get_connection_params()
        wanted = ("host", "port", "user", "password", "dbname")
        return psycopg.connect(
            **{key: params[key] for key in wanted if params.get(key)}, autocommit=True
        )

    @contextmanager
    def other_settings(self, **changed: Any) -> Iterator[None]:
        """New connections are made with these settings until the end of the block."""
        held = connections.settings["default"]
        before = {key: held[key] for key in changed}
        connections.close_all()
        held.update(changed)
        try:
            yield
        finally:
            connections.close_all()
            held.update(before)

    @contextmanager
    def little_patience(self) -> Iterator[None]:
        """Whoever meets a lock gives up after a fraction of a second."""
        options = dict(connections.settings["default"]["OPTIONS"])
        if self.vendor == "sqlite":
            options["timeout"] = 0.03
        else:
            options["options"] = "-c lock_timeout=30ms"
        with self.other_settings(OPTIONS=options):
            yield


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_blocker: Any,
    django_db_modify_db_settings: None,
) -> Iterator[None]:
    """The test database, also for a run in which every test has one of its own.

    In place of pytest-django's, which makes none when no test asks for ``db``.
    """
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False, serialized_aliases=())
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture
def own_database(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    django_db_blocker: Any,
    apart: None,
    tmp_path: Path,
) -> Iterator[OwnDatabase]:
    """Until the end of the test, ``connections["default"]`` leads to a copy."""
    around = [name for name in AROUND if name in request.fixturenames]
    if around:
        raise pytest.UsageError(f"own_database does not go with {around[0]}")
    with django_db_blocker.unblock():
        template = connection.settings_dict["NAME"]
        # PostgreSQL copies only a database that nobody is connected to.
        connections.close_all()
        copied = _sqlite if connection.vendor == "sqlite" else _postgresql
        with copied(str(template), tmp_path) as name:
            held = connections.settings["default"]
            held["NAME"] = name
            try:
                yield OwnDatabase(connection.vendor, name)
            finally:
                connections.close_all()
                held["NAME"] = template


@contextmanager
def _sqlite(template: str, folder: Path) -> Iterator[str]:
    name = str(folder / "own.sqlite3")
    with (
        closing(sqlite3.connect(template)) as source,
        closing(sqlite3.connect(name)) as copy,
    ):
        # Takes what still lies in the write-ahead log along, too.
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=WAL")
    yield name


@contextmanager
def _postgresql(template: str, folder: Path) -> Iterator[str]:
    # One copy at a time in each process: what a killed run left is dropped first.
    name = f"{template}_own"
    drop = f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'
    with connection._nodb_cursor() as cursor:
        cursor.execute(drop)
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    yield name
    with connection._nodb_cursor() as cursor:
        cursor.execute(drop)


@pytest.fixture
def own_world(own_database: OwnDatabase, now: datetime) -> World:
    """The cast and what they made, in a database of the test's own."""
    return factories.found()
