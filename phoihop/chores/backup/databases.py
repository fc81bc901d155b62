"""A database as a backup sees it: tables and columns, read at one moment.

Connections of its own, past Django's: the copy inside a backup and the target of a
move are not the database that Django speaks to.
"""

import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import psycopg
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from psycopg import pq

from phoihop.chores.backup.troubles import Trouble
from phoihop.environment import ADDRESSES, database_at, of_a_child

SQLITE, POSTGRESQL = "sqlite", "postgresql"
WORDS_OF_LIBPQ = frozenset(
    option.keyword.decode() for option in pq.Conninfo.get_defaults()
)
# What both databases must write alike for the same value.
ALIKE = (
    "SET TIME ZONE 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'iso_8601'"
)
ONE_MOMENT = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"

# Declared type to kind, by the first pattern that fits the whole.
KINDS = {
    r"bool|boolean": "bool",
    r"(small|big)?int(eger)?( unsigned)?": "int",
    r"interval": "span",
    r"varchar(\(\d+\))?|text|character varying(\(\d+\))?": "text",
    r"date": "day",
    r"datetime|timestamp with time zone": "instant",
    r"time|time without time zone": "time",
    r"char\(32\)|uuid": "uuid",
    r"char\(39\)|inet": "address",
    r"jsonb": "json",
    r"real|double precision": "real",
    r"decimal(\(.*\))?|numeric(\(.*\))?": "decimal",
    r"blob|bytea": "bytes",
}
TABLES = {
    SQLITE: (
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
    ),
    POSTGRESQL: (
        "SELECT c.relname FROM pg_class c WHERE c.relkind IN ('r', 'p') "
        "AND c.relnamespace = current_schema()::text::regnamespace ORDER BY c.relname"
    ),
}
COLUMNS = {
    # Hidden columns are of virtual tables, or computed.
    SQLITE: (
        "SELECT name, type FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY name"
    ),
    POSTGRESQL: (
        "SELECT a.attname, format_type(a.atttypid, a.atttypmod) "
        "FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid "
        "WHERE c.relname = %s "
        "AND c.relnamespace = current_schema()::text::regnamespace "
        "AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' "
        'ORDER BY a.attname COLLATE "C"'
    ),
}

# Column to kind, in the order of the names.
Columns = Mapping[str, str]


@dataclass(frozen=True)
class Database:
    """Where one lies, and how it is reached."""

    engine: str
    name: str
    # libpq's words; the password never goes into the arguments of a program.
    login: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def path(self) -> Path:
        """The file of SQLite."""
        return Path(self.name)

    @contextmanager
    def open(self, *, writing: bool = False) -> Iterator[Any]:
        """A connection without a transaction of its own."""
        if self.engine == SQLITE:
            mode = "rwc" if writing else "ro"
            address = f"file:{quote(self.name)}?mode={mode}"
            with closing(
                sqlite3.connect(address, uri=True, isolation_level=None)
            ) as opened:
                yield opened
            return
        with psycopg.connect(dbname=self.name, autocommit=True, **self.login) as server:  # type: ignore[arg-type]  # words of libpq, all text
            server.execute(ALIKE)
            yield server

    @contextmanager
    def at_one_moment(self) -> Iterator[Any]:
        """A connection that sees the database as it is at one moment."""
        with self.open() as opened:
            opened.execute("BEGIN" if self.engine == SQLITE else ONE_MOMENT)
            try:
                yield opened
            finally:
                opened.execute("ROLLBACK")


def here() -> Database:
    """The database of this installation."""
    told = connection.settings_dict
    if connection.vendor == SQLITE:
        return Database(SQLITE, str(told["NAME"]))
    params = connection.get_connection_params()
    login = {
        word: str(value) for word, value in params.items() if word in WORDS_OF_LIBPQ
    }
    return Database(POSTGRESQL, login.pop("dbname"), login)


def at(address: str) -> Database:
    """The database that an address names, as ``DATABASE_URL`` does.

    Raises ``Trouble`` for an address that is none, or that holds a password: all who
    are on the machine can read the arguments of a program.
    """
    try:
        told = database_at(address)
    except ValueError:
        raise Trouble(
            f"Địa chỉ cơ sở dữ liệu không đúng; giá trị nhận được: {ADDRESSES}.",
            f"This is no address of a database; it may be: {ADDRESSES}.",
        ) from None
    if told.pop("ENGINE").endswith("sqlite3"):
        return Database(SQLITE, told["NAME"])
    if told.get("PASSWORD"):
        raise Trouble(
            "Địa chỉ không được chứa mật khẩu, vì ai dùng máy này cũng đọc được dòng "
            "lệnh. Đặt mật khẩu trong biến PGPASSWORD hoặc tệp ~/.pgpass.",
            "The address may hold no password, since all on this machine can read "
            "a command line. Put it into PGPASSWORD or ~/.pgpass.",
        )
    login = {
        {"USER": "user", "HOST": "host", "PORT": "port"}.get(word, word): value
        for word, value in told.items()
        if value and word not in ("NAME", "PASSWORD")
    }
    return Database(POSTGRESQL, told["NAME"], login)


def tables(opened: Any, engine: str) -> dict[str, Columns]:
    """Every table that holds rows of its own, with its columns and their kinds.

    A column of a kind that only one of the two databases knows is left out: what
    is in it is computed from the others.
    """
    names = [name for (name,) in opened.execute(TABLES[engine]).fetchall()]
    return {name: _columns(opened, engine, name) for name in names}


def _columns(opened: Any, engine: str, table: str) -> Columns:
    found = opened.execute(COLUMNS[engine], [table]).fetchall()
    held_as_json = _json_columns(opened, table) if engine == SQLITE else set()
    kinds = {
        name: "json" if name in held_as_json else kind_of(declared)
        for name, declared in found
    }
    return {name: kind for name, kind in kinds.items() if kind}


def kind_of(declared: str) -> str:
    """What a column of this declared type holds; empty when it is not known."""
    for pattern, kind in KINDS.items():
        if re.fullmatch(pattern, declared.strip().lower()):
            return kind
    return ""


def _json_columns(opened: Any, table: str) -> set[str]:
    """SQLite keeps JSON as text, held by a check that Django writes."""
    query = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"
    ((made_by,),) = opened.execute(query, [table]).fetchall()
    return set(re.findall(r'JSON_VALID\("(\w+)"\)', made_by, re.IGNORECASE))


def migrations(opened: Any) -> list[str]:
    """``room.name`` of every migration that was applied."""
    query = "SELECT app, name FROM django_migrations"
    return sorted(f"{app}.{name}" for app, name in opened.execute(query).fetchall())


def holds_anything(database: Database) -> bool:
    """Whether there is any table, or what SQLite would read as part of one."""
    if database.engine == SQLITE:
        beside = (Path(f"{database.name}-{log}") for log in ("wal", "journal"))
        if not database.path.exists():
            # A log without its file would be played into the next one of its name.
            return any(log.exists() for log in beside)
        if not database.path.stat().st_size:
            return False
    with database.open() as opened:
        return bool(tables(opened, database.engine))


def address_of(database: Database) -> str:
    """As ``DATABASE_URL`` has it, the password too: for the environment only."""
    if database.engine == SQLITE:
        return f"sqlite:///{quote(database.name)}"
    login = dict(database.login)
    who = quote(login.pop("user", ""), safe="")
    password = quote(login.pop("password", ""), safe="")
    # The rest behind the question mark: a host may also be a folder of sockets.
    return (
        f"postgres://{who}{':' if password else ''}{password}@/"
        f"{quote(database.name, safe='')}?{urlencode(login)}"
    )


def migrate(database: Database) -> None:
    """Bring its tables to what this code knows, in a process of its own.

    Migrations speak to the one database that Django was started for.
    """
    told = of_a_child(DATABASE_URL=address_of(database))
    ran = subprocess.run(
        [sys.executable, "-m", "phoihop.cli", "manage", "migrate", "--no-input", "-v0"],
        env=told,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        said = ran.stderr.strip().rpartition("\n")[2]
        raise Trouble(
            f"Không tạo được bảng trong cơ sở dữ liệu đích: {said}",
            f"The tables could not be made in the target database: {said}",
        )


def known_migrations() -> set[str]:
    """``room.name`` of every migration of this code."""
    loader = MigrationLoader(None)
    return {f"{app}.{name}" for app, name in loader.disk_migrations or ()}


def quoted(name: str) -> str:
    """A name of a table or column, for SQL."""
    return '"' + name.replace('"', '""') + '"'
