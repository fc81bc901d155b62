"""The databases that are measured: the run's own, made and taken away by it.

On SQLite they are files in a temporary folder. Where ``DATABASE_URL`` names a
PostgreSQL they are fresh databases on that server; the one it names is never touched.
"""

import os
import secrets
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from psycopg import sql

# The smaller province, which growth is measured against, and the one measured.
SMALL, LARGE = "small", "large"


def is_postgresql(url: str) -> bool:
    """Whether the address names a database on PostgreSQL."""
    return urlsplit(url).scheme in ("postgres", "postgresql")


@contextmanager
def own_place() -> Iterator[None]:
    """A folder and databases of this run's own, and the settings that name them.

    To be entered before Django starts: it changes the environment that the settings
    are read from. No setting of the person's own is left in it.
    """
    found = dict(os.environ)
    url = os.environ.pop("DATABASE_URL", "")
    for name in [name for name in os.environ if name.startswith("PHOIHOP_")]:
        del os.environ[name]
    try:
        with tempfile.TemporaryDirectory(prefix="phoihop-bench-") as folder:
            os.environ.update(
                DJANGO_SETTINGS_MODULE="phoihop.settings",
                PHOIHOP_VAR=folder,
                PHOIHOP_SECRET_KEY=secrets.token_hex(32),
                PHOIHOP_HTTPS="false",
            )
            with _own_databases(url) if is_postgresql(url) else nullcontext():
                yield
    finally:
        os.environ.clear()
        os.environ.update(found)


@contextmanager
def _own_databases(url: str) -> Iterator[None]:
    """Fresh databases on this server, dropped afterwards."""
    names = [_name(size) for size in (SMALL, LARGE)]
    os.environ["DATABASE_URL"] = urlsplit(url)._replace(path=f"/{names[0]}").geturl()
    try:
        _on_server(url, "CREATE DATABASE {}", names)
        yield
    finally:
        connection.close()
        _on_server(url, "DROP DATABASE IF EXISTS {}", names)


def _name(size: str) -> str:
    """What the database of this size is called on a server."""
    return f"phoihop_bench_{os.getpid()}_{size}"


def _on_server(url: str, statement: str, names: list[str]) -> None:
    with psycopg.connect(url, autocommit=True) as server:
        for name in names:
            server.execute(sql.SQL(statement).format(sql.Identifier(name)))


def use(size: str) -> None:
    """Let Django speak to the database of this size from now on."""
    if connection.vendor == "sqlite":
        name = str(Path(settings.VAR) / f"{size}.sqlite3")
    else:
        name = _name(size)
    if connection.settings_dict["NAME"] != name:
        connection.close()
        connection.settings_dict["NAME"] = name
    # Each of them has a trail of its own.
    settings.TRAIL_HEAD_FILE = Path(settings.VAR) / f"{size}-trail-head"


def make_tables() -> None:
    """The tables, as an installation makes them."""
    call_command("migrate", verbosity=0, interactive=False)


def settle() -> None:
    """What the server does by itself within minutes of many writes (autovacuum).

    SQLite does nothing of the kind by itself, and neither does this.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM (ANALYZE)")
            cursor.execute("CHECKPOINT")


def statements(work: Callable[[], object]) -> int:
    """How many SQL statements ``work`` sends, the second time it is done.

    All that Django sends are counted: BEGIN, COMMIT and SAVEPOINT too. What opens a
    connection or asks whether it still stands is not.
    """
    work()
    connection.ensure_connection()
    with CaptureQueriesContext(connection) as captured:
        work()
    return len(captured)
