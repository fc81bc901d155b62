"""Moving everything from one database to another of another make.

The tables are made in the target by the migrations, and every row is copied with
its numbers; then the rows of both are added up and must be equal. Nobody else may be
at the source meanwhile: what was written behind the copy would be lost.
"""

import os
import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from time import monotonic
from typing import Any

import psycopg
from psycopg import sql

from phoihop.chores.backup import folders
from phoihop.chores.backup.databases import (
    POSTGRESQL,
    SQLITE,
    Columns,
    Database,
    holds_anything,
    known_migrations,
    migrate,
    migrations,
    quoted,
    tables,
)
from phoihop.chores.backup.row_hashes import PORTION, forms, sum_of
from phoihop.chores.backup.troubles import Trouble, is_no_room, no_room

Tables = Mapping[str, Columns]
OTHERS = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
    "AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
)
# Each counter of PostgreSQL with the table and column that it numbers.
COUNTERS = (
    "SELECT t.relname, a.attname, s.oid::regclass::text "
    "FROM pg_class s JOIN pg_depend d ON d.objid = s.oid AND d.deptype IN ('a', 'i') "
    "JOIN pg_class t ON t.oid = d.refobjid AND t.relkind IN ('r', 'p') "
    "JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid "
    "WHERE s.relkind = 'S' AND t.relnamespace = current_schema()::text::regnamespace"
)
TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
# From the form of a value to what the target keeps, where it is not the same.
KEPT: dict[str, dict[str, Callable[[Any], object]]] = {
    SQLITE: {
        # Django writes no microseconds to SQLite where they are nought.
        "instant": lambda text: text.removesuffix(".000000"),
        "time": lambda text: text.removesuffix(".000000"),
        "bytes": bytes.fromhex,
    },
    POSTGRESQL: {
        "bytes": lambda digits: f"\\x{digits}",
        "span": lambda count: f"{count} microseconds",
    },
}


@dataclass(frozen=True)
class Moved:
    """How much, and how long it took to copy and compare."""

    tables: int
    rows: int
    seconds: float


def move(source: Database, target: Database) -> Moved:
    """Move everything; raises ``Trouble``, and then the source is as it was."""
    if source.engine == target.engine:
        raise Trouble(
            "Hai cơ sở dữ liệu cùng một loại. Dùng phoihop backup rồi phoihop restore.",
            "Both databases are of one make. Use phoihop backup, then phoihop restore.",
        )
    if not holds_anything(source):
        raise Trouble(
            "Cơ sở dữ liệu nguồn không có gì để chuyển. Kiểm tra DATABASE_URL.",
            "The source database holds nothing. Look at DATABASE_URL.",
        )
    with _said(target), _held(source) as held:
        if set(migrations(held)) != known_migrations():
            raise Trouble(
                "Cấu trúc dữ liệu nguồn khác với phiên bản chương trình này. Chạy "
                "phoihop manage migrate rồi chạy lại.",
                "The source's tables are not those of this version. Run phoihop "
                "manage migrate, then run this again.",
            )
        if holds_anything(target):
            raise Trouble(
                "Cơ sở dữ liệu đích đã có dữ liệu. Tạo một cơ sở dữ liệu trống rồi "
                "chạy lại; chưa ghi gì.",
                "The target database is not empty. Make an empty one, then run this "
                "again; nothing was written.",
            )
        return INTO[target.engine](held, source.engine, target)


@contextmanager
def _said(target: Database) -> Iterator[None]:
    """What a database raises, as a sentence."""
    try:
        yield
    except (OSError, sqlite3.Error, psycopg.Error) as error:
        if is_no_room(error):
            raise no_room(target.name) from error
        told = getattr(error, "diag", None)
        said = (told and told.message_primary) or str(error)
        raise Trouble(
            f"Chưa chuyển được: {said}. Dữ liệu nguồn vẫn nguyên; tạo lại cơ sở dữ "
            "liệu đích trống rồi chạy lại.",
            f"Nothing was moved: {said}. The source is as it was; make the target "
            "an empty database again, then run this again.",
        ) from error


@contextmanager
def _held(source: Database) -> Iterator[Any]:
    """The source, with nobody else at it."""
    with source.open(writing=True) as opened:
        if source.engine == SQLITE:
            # Refused while any other connection stands, be it idle.
            opened.execute("PRAGMA busy_timeout=1000")
            opened.execute("PRAGMA locking_mode=EXCLUSIVE")
            try:
                opened.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as error:
                raise _busy() from error
        else:
            if opened.execute(OTHERS).fetchone()[0]:
                raise _busy()
            opened.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
            names = ", ".join(map(quoted, tables(opened, POSTGRESQL)))
            opened.execute(f"LOCK TABLE {names} IN SHARE MODE")
        try:
            yield opened
        finally:
            opened.execute("ROLLBACK")


def _busy() -> Trouble:
    return Trouble(
        "Cơ sở dữ liệu đang có chương trình khác dùng. Dừng trang web và các tiến "
        "trình nền rồi chạy lại; chưa ghi gì.",
        "Other programs are at the database. Stop the site and its workers, then "
        "run this again; nothing was written.",
    )


def _into_postgresql(held: Any, engine: str, target: Database) -> Moved:
    """In one transaction, with our guards off and keys looked at in the end."""
    migrate(target)
    began = monotonic()
    with target.open(writing=True) as opened, opened.transaction():
        moving = _the_same_tables(held, engine, opened, POSTGRESQL)
        for table in moving:
            opened.execute(f"ALTER TABLE {quoted(table)} DISABLE TRIGGER USER")
        opened.execute("SET CONSTRAINTS ALL DEFERRED")
        for table in moving:
            opened.execute(f"DELETE FROM {quoted(table)}")  # noqa: S608  # a name only
        for table, columns in moving.items():
            _copy_in(opened, table, columns, forms(held, engine, table, columns))
        _number_on(opened, _numbered(held, engine))
        opened.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in moving:
            opened.execute(f"ALTER TABLE {quoted(table)} ENABLE TRIGGER USER")
        rows = _equal(held, engine, opened, POSTGRESQL, moving)
        opened.execute("ANALYZE")
    return Moved(len(moving), rows, monotonic() - began)


def _copy_in(
    opened: Any, table: str, columns: Columns, rows: Iterator[tuple[Any, ...]]
) -> None:
    names = sql.SQL(", ").join(map(sql.Identifier, sorted(columns)))
    into = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), names)
    try:
        with opened.cursor() as cursor, cursor.copy(into) as copying:
            for row in _kept(rows, columns, POSTGRESQL):
                copying.write_row(row)
    except psycopg.Error as error:
        # The words of the server may repeat what is in the row: only its place is
        # told.
        where = re.search(r"column (\w+)", error.diag.context or "")
        what = error.diag.message_primary or type(error).__name__
        place = f"{table}.{where[1]}" if where else table
        raise Trouble(
            f"PostgreSQL không nhận một dòng của {place}: {what}. Dữ liệu nguồn vẫn "
            "nguyên; sửa dòng đó, tạo lại cơ sở dữ liệu đích trống rồi chạy lại.",
            f"PostgreSQL does not take a row of {place}: {what}. The source is as it "
            "was; mend that row, make the target an empty database again, then run "
            "this again.",
        ) from None


def _into_sqlite(held: Any, engine: str, target: Database) -> Moved:
    """Into a file that takes its name when it is whole."""
    partial = Database(SQLITE, f"{target.name}.partial")
    for left in _files_of(partial):
        os.remove(left)
    folders.write(partial.path, "")
    try:
        migrate(partial)
        began = monotonic()
        with partial.open(writing=True) as opened:
            moving = _fill(held, engine, opened)
            rows = _equal(held, engine, opened, SQLITE, moving)
            # One file: the log that the migrations left goes into it.
            opened.execute("PRAGMA journal_mode=DELETE")
        folders.settle(partial.path)
        for left in _files_of(target):
            os.remove(left)
        partial.path.rename(target.path)
        folders.settle(target.path.parent)
    except BaseException:
        for left in _files_of(partial):
            os.remove(left)
        raise
    return Moved(len(moving), rows, monotonic() - began)


def _files_of(database: Database) -> list[str]:
    """The file and the logs beside it, as far as they stand."""
    names = [database.name + ending for ending in ("", "-wal", "-shm", "-journal")]
    return [name for name in names if os.path.exists(name)]


def _fill(held: Any, engine: str, opened: Any) -> Tables:
    opened.execute("BEGIN IMMEDIATE")
    moving = _the_same_tables(held, engine, opened, SQLITE)
    triggers = opened.execute(TRIGGERS).fetchall()
    for name, _ in triggers:
        opened.execute(f"DROP TRIGGER {quoted(name)}")
    for table, columns in moving.items():
        opened.execute(f"DELETE FROM {quoted(table)}")  # noqa: S608  # a name only
        names = ", ".join(map(quoted, sorted(columns)))
        marks = ", ".join("?" * len(columns))
        rows = forms(held, engine, table, columns)
        opened.executemany(
            f"INSERT INTO {quoted(table)} ({names}) VALUES ({marks})",  # noqa: S608  # names only
            _kept(rows, columns, SQLITE),
        )
    for table, last in _numbered(held, engine).items():
        opened.execute("DELETE FROM sqlite_sequence WHERE name = ?", [table])
        opened.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", [table, last])
    for _, made_by in triggers:
        opened.execute(made_by)
    if opened.execute("PRAGMA foreign_key_check").fetchone():
        raise _unequal("foreign keys")
    opened.execute("COMMIT")
    return moving


INTO: dict[str, Callable[[Any, str, Database], Moved]] = {
    SQLITE: _into_sqlite,
    POSTGRESQL: _into_postgresql,
}


def _the_same_tables(held: Any, engine: str, opened: Any, other: str) -> Tables:
    """What is moved; raises ``Trouble`` where the two do not have the same columns."""
    ours, theirs = tables(held, engine), tables(opened, other)
    for table in sorted(set(ours) | set(theirs)):
        if set(ours.get(table, ())) != set(theirs.get(table, ())):
            raise Trouble(
                f"Bảng {table} ở hai cơ sở dữ liệu không cùng cột; chưa chuyển gì.",
                f"Table {table} does not have the same columns in both databases; "
                "nothing was moved.",
            )
    return theirs


def _kept(
    rows: Iterator[tuple[Any, ...]], columns: Columns, engine: str
) -> Iterator[tuple[Any, ...]]:
    """The rows as the target keeps them."""
    kinds = [columns[name] for name in sorted(columns)]
    changes = {
        place: KEPT[engine][kind]
        for place, kind in enumerate(kinds)
        if kind in KEPT[engine]
    }
    while some := list(islice(rows, PORTION)):
        for row in some:
            values = list(row)
            for place, change in changes.items():
                if values[place] is not None:
                    values[place] = change(values[place])
            yield tuple(values)


def _numbered(opened: Any, engine: str) -> dict[str, int]:
    """The highest number that each table ever gave, of rows long gone too."""
    if engine == SQLITE:
        query = "SELECT name, seq FROM sqlite_sequence"
        return {name: int(last) for name, last in opened.execute(query).fetchall()}
    found = {}
    for table, _, counter in opened.execute(COUNTERS).fetchall():
        query = f"SELECT last_value, is_called FROM {counter}"  # noqa: S608  # a name, quoted by the server
        last, is_called = opened.execute(query).fetchone()
        if is_called:
            found[table] = int(last)
    return found


def _number_on(opened: Any, numbered: Mapping[str, int]) -> None:
    """Let PostgreSQL count on from there."""
    for table, column, counter in opened.execute(COUNTERS).fetchall():
        query = f"SELECT max({quoted(column)}) FROM {quoted(table)}"  # noqa: S608  # names only
        highest = opened.execute(query).fetchone()[0] or 0
        last = max(highest, numbered.get(table, 0))
        opened.execute(
            "SELECT setval(%s::regclass, %s, %s)", [counter, last or 1, last > 0]
        )


def _equal(held: Any, engine: str, opened: Any, other: str, moving: Tables) -> int:
    """How many rows; raises ``Trouble`` unless they are the same in both."""
    rows = 0
    ours = tables(held, engine)
    for table, columns in moving.items():
        sum_held = sum_of(held, engine, table, ours[table])
        if sum_held != sum_of(opened, other, table, columns):
            raise _unequal(table)
        rows += sum_held.rows
    return rows


def _unequal(where: str) -> Trouble:
    return Trouble(
        f"Sau khi chép, {where} ở hai cơ sở dữ liệu không giống nhau; đã bỏ bản chép.",
        f"After copying, {where} is not the same in both databases; the copy was "
        "dropped.",
    )
