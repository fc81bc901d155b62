"""Installations side by side: the one that is backed up, and blank ones."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection

from phoihop.chores.backup import databases
from phoihop.chores.backup.databases import SQLITE, Database, address_of
from phoihop.chores.backup.row_hashes import Sum, sum_of


@dataclass(frozen=True)
class Place:
    """A database, a folder of files, the head of a trail."""

    database: Database
    var: Path
    files: Path
    head: Path

    @property
    def told(self) -> dict[str, str]:
        """The environment that leads a command here."""
        return {
            **os.environ,
            "DATABASE_URL": address_of(self.database),
            "PHOIHOP_HTTPS": "false",
            "PHOIHOP_VAR": str(self.var),
            "PHOIHOP_FILES": str(self.files),
            "PHOIHOP_TRAIL_HEAD_FILE": str(self.head),
            "PHOIHOP_SECRET_KEY": settings.SECRET_KEY,
        }

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """``phoihop …`` here, to its end."""
        return subprocess.run(
            [sys.executable, "-m", "phoihop.cli", *words],
            env=self.told,
            capture_output=True,
            text=True,
            check=False,
        )

    def sums(self) -> dict[str, Sum]:
        """What the rows of each table add up to, but those of sessions."""
        return sums_of(self.database)

    def stored(self) -> dict[str, bytes]:
        """Every file here, by its path."""
        return bytes_under(self.files)


def sums_of(database: Database) -> dict[str, Sum]:
    """What the rows of each table add up to, but those of sessions."""
    with database.at_one_moment() as opened:
        found = databases.tables(opened, database.engine)
        return {
            name: sum_of(opened, database.engine, name, columns)
            for name, columns in found.items()
            if name != "django_session"
        }


def bytes_under(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def here(tmp_path: Path) -> Place:
    """The installation that the test itself works on."""
    files, head = Path(settings.FILES_ROOT), Path(settings.TRAIL_HEAD_FILE)
    return Place(databases.here(), tmp_path, files, head)


@contextmanager
def blank(folder: Path, engine: str) -> Iterator[Place]:
    """A place where nothing is."""
    folder.mkdir()
    if engine == SQLITE:
        database = Database(SQLITE, str(folder / "phoihop.sqlite3"))
        yield Place(database, folder, folder / "files", folder / "trail-head")
        return
    with blank_postgresql() as database:
        yield Place(database, folder, folder / "files", folder / "trail-head")


@contextmanager
def blank_postgresql() -> Iterator[Database]:
    """An empty database beside the test's own, on the same server."""
    own = databases.here()
    name = f"{own.name}_blank"
    drop = f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'
    with connection._nodb_cursor() as cursor:
        cursor.execute(drop)
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
    try:
        yield Database(own.engine, name, own.login)
    finally:
        with connection._nodb_cursor() as cursor:
            cursor.execute(drop)
