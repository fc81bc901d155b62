"""What can happen to a database, made to happen."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
from django.apps import apps
from django.db import OperationalError, connection

from tests.own_database import OwnDatabase

# Takes the write lock of the file, says so, and keeps it until it is told to go.
HOLDER = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
held.execute("ROLLBACK")
"""


@contextmanager
def locked(database: OwnDatabase) -> Iterator[None]:
    """Somebody else is writing and does not come to an end."""
    with database.little_patience(), _held(database):
        yield


@contextmanager
def _held(database: OwnDatabase) -> Iterator[None]:
    if database.vendor == "sqlite":
        with another_process(database.name):
            yield
        return
    with closing(database.outside()) as other:
        other.autocommit = False
        tables = ", ".join(f'"{model._meta.db_table}"' for model in apps.get_models())
        # All that goes on beside this lock is reading.
        other.execute(f"LOCK TABLE {tables} IN EXCLUSIVE MODE")
        yield
        other.rollback()


@contextmanager
def another_process(file: str) -> Iterator[None]:
    """A process of its own holds the write lock of SQLite."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, file],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdin is not None
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        try:
            yield
        finally:
            holder.stdin.close()


@contextmanager
def read_only(database: OwnDatabase) -> Iterator[None]:
    """The file may not be written; the server takes no writing transaction."""
    if database.vendor == "sqlite":
        changed: dict[str, Any] = {"NAME": f"file:{database.name}?mode=ro"}
    else:
        changed = {"OPTIONS": {"options": "-c default_transaction_read_only=on"}}
    with database.other_settings(**changed):
        yield


def _full_error() -> Exception:
    """What the driver raises when there is no room left."""
    if connection.vendor == "sqlite":
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        return error
    return psycopg.errors.DiskFull("could not extend file: No space left on device")


def _broken_error() -> Exception:
    """What SQLite raises when the disk itself fails."""
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    return error


@contextmanager
def raised_on_writing(error: Callable[[], Exception]) -> Iterator[None]:
    """Simulated: the driver's own error in the place of every INSERT and UPDATE."""

    def refuse(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(("INSERT", "UPDATE")):
            raise OperationalError("simulated") from error()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        yield


@contextmanager
def full(database: OwnDatabase) -> Iterator[None]:
    """No room left. Simulated: a full disk cannot be made without one to fill."""
    with raised_on_writing(_full_error):
        yield


@contextmanager
def lost_while_writing(database: OwnDatabase) -> Iterator[None]:
    """The pages are read, then the database goes away under the first write.

    On PostgreSQL the server ends the connection, as when it is shut down; on SQLite
    the disk's error is simulated.
    """
    if database.vendor == "sqlite":
        with raised_on_writing(_broken_error):
            yield
        return

    def end(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith("INSERT"):
            with closing(database.outside()) as other:
                pid = connection.connection.info.backend_pid
                other.execute("SELECT pg_terminate_backend(%s, 2000)", [pid])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(end):
        yield


@contextmanager
def away(database: OwnDatabase) -> Iterator[None]:
    """Nothing at the database's place: no folder, no server at the port."""
    changed: dict[str, Any] = {"PORT": "1"}
    if database.vendor == "sqlite":
        changed = {"NAME": str(Path(database.name).parent / "gone" / "p.sqlite3")}
    with database.other_settings(**changed):
        yield
