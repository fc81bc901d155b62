"""Taking a backup while people work.

The database first, at one moment; then the files that its rows name. A file is
written before its row and never changed, so every row of the copy has its file.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psycopg

from phoihop import clock
from phoihop.chores.backup import folders, manifest, servers, stored
from phoihop.chores.backup.databases import (
    POSTGRESQL,
    SQLITE,
    Database,
    migrations,
    tables,
)
from phoihop.chores.backup.manifest import Item, Manifest, Table
from phoihop.chores.backup.row_hashes import EMPTY, sum_of
from phoihop.chores.backup.troubles import Trouble, is_no_room, no_room

# Rows that are no part of a backup, by table. A session is a key to the house: it
# ends when the house is restored, and lies in no copy of it.
LEFT_OUT = ("django_session",)
HEAD = "SELECT seq, hash FROM trail_head"


@dataclass(frozen=True)
class Taken:
    """A whole backup, and what was taken away for it."""

    folder: Path
    manifest: Manifest
    swept: list[str]
    dropped: list[str]


@dataclass(frozen=True)
class _Copied:
    """The database as it lies in the backup."""

    item: Item
    migrations: list[str]
    head: tuple[int, str]
    tables: dict[str, Table]
    files: list[stored.Named]


def take(
    database: Database, *, to: Path, head_file: Path, keep: int | None = None
) -> Taken:
    """Take a backup into a folder of its own under ``to``.

    With ``keep``, older whole ones go, unless something was found wrong: they may
    hold what is damaged here. Raises ``Trouble``; nothing that looks whole is left.
    """
    with _said(to):
        folders.make(to)
        with folders.alone(to):
            swept = folders.sweep(to)
            name = folders.free_name(to, clock.now())
            partial = folders.make(folders.partial(to, name))
            try:
                made = _fill(partial, database, head_file)
                folders.settle_folders(partial)
                whole = partial.rename(to / name)
            except BaseException:
                shutil.rmtree(partial, ignore_errors=True)
                raise
            folders.settle(to)
            prune = keep is not None and not made.damaged
            dropped = folders.drop_older(to, keep) if keep and prune else []
    return Taken(whole, made, swept, dropped)


@contextmanager
def _said(to: Path) -> Iterator[None]:
    """What a disk or a database raises, as a sentence."""
    try:
        yield
    except (OSError, sqlite3.Error, psycopg.Error) as error:
        if is_no_room(error):
            raise no_room(to) from error
        raise Trouble(
            f"Không ghi được bản sao lưu vào {to}: {error}.",
            f"The backup could not be written to {to}: {error}.",
        ) from error


def _fill(folder: Path, database: Database, head_file: Path) -> Manifest:
    """Write everything into the folder, the manifest last."""
    at = clock.now()
    # Before the database: the file follows the commit, so that what it remembers is
    # in the copy, whoever records in between.
    items = _remembered(head_file, folder)
    copied = COPIES[database.engine](database, folder)
    wanted = sum(file.size for file in copied.files)
    folders.hold_room(folder, wanted)
    damaged = []
    for item, wrong in stored.copy(copied.files, folder):
        items += [item] if item else []
        damaged += [wrong] if wrong else []
    made = Manifest(
        format=manifest.FORMAT,
        product=version("phoihop"),
        made_at=at.isoformat(),
        engine=database.engine,
        migrations=copied.migrations,
        trail_seq=copied.head[0],
        trail_hash=copied.head[1],
        tables=copied.tables,
        items=[copied.item, *items],
        damaged=damaged,
    )
    manifest.write(made, folder)
    return made


def _remembered(head_file: Path, folder: Path) -> list[Item]:
    """The head of the trail as it is remembered outside the database, if it is."""
    try:
        copied = folders.copy(head_file, folder / manifest.TRAIL_HEAD)
    except FileNotFoundError:
        return []
    return [Item(manifest.TRAIL_HEAD, *copied)]


def _of_sqlite(database: Database, folder: Path) -> _Copied:
    """The online backup: one step, which sees one moment and keeps nobody waiting."""
    if not database.path.is_file():
        raise _nothing(database)
    name = manifest.DATABASE[SQLITE]
    copy = Database(SQLITE, str(folder / name))
    folders.hold_room(folder, database.path.stat().st_size)
    folders.write(copy.path, "")
    with database.open() as source, closing(sqlite3.connect(copy.name)) as target:
        source.backup(target, pages=-1)
        # One file, without the log that its writers keep beside it.
        target.execute("PRAGMA journal_mode=DELETE")
        target.execute("PRAGMA secure_delete=ON")
        for table in LEFT_OUT:
            _empty(target, table)
        target.commit()
    with copy.at_one_moment() as opened:
        said = opened.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if said != "ok":
            raise Trouble(
                f"Cơ sở dữ liệu bị hỏng, không sao lưu được: {said}. Giữ nguyên các "
                "bản sao lưu cũ và chạy phoihop inspect.",
                f"The database is damaged and cannot be backed up: {said}. Keep "
                "the older backups and run phoihop inspect.",
            )
        folders.settle(copy.path)
        return _read(opened, SQLITE, Item(name, *folders.read(copy.path)))


def _empty(target: sqlite3.Connection, table: str) -> None:
    query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    if target.execute(query, [table]).fetchone():
        target.execute(f"DELETE FROM {table}")  # noqa: S608  # one of LEFT_OUT


def _of_postgresql(database: Database, folder: Path) -> _Copied:
    """``pg_dump`` and our own reading see one and the same snapshot."""
    with database.at_one_moment() as opened:
        dump = servers.program("pg_dump", servers.major(opened))
        size = opened.execute("SELECT pg_database_size(current_database())")
        folders.hold_room(folder, size.fetchone()[0])
        ((snapshot,),) = opened.execute("SELECT pg_export_snapshot()").fetchall()
        name = manifest.DATABASE[POSTGRESQL]
        folders.write(folder / name, "")
        servers.run_or_say(
            [
                dump,
                "--format=custom",
                "--no-owner",
                "--no-privileges",
                "--no-password",
                f"--snapshot={snapshot}",
                *(f"--exclude-table-data={table}" for table in LEFT_OUT),
                f"--file={folder / name}",
            ],
            database,
            folder.parent,
        )
        folders.settle(folder / name)
        item = Item(name, *folders.read(folder / name))
        return _read(opened, POSTGRESQL, item)


COPIES: dict[str, Callable[[Database, Path], _Copied]] = {
    SQLITE: _of_sqlite,
    POSTGRESQL: _of_postgresql,
}


def _read(opened: Any, engine: str, item: Item) -> _Copied:
    """Everything that the manifest says of the database."""
    columns = tables(opened, engine)
    if "django_migrations" not in columns or "trail_head" not in columns:
        raise _nothing(engine)
    told = {}
    for name, of_table in columns.items():
        left_out = name in LEFT_OUT
        found = EMPTY if left_out else sum_of(opened, engine, name, of_table)
        told[name] = Table(found.rows, found.hash, dict(of_table))
    # Without a head the trail is broken: that is for inspect to say.
    seq, hash_ = opened.execute(HEAD).fetchone() or (0, "")
    files = stored.named(opened, engine)
    return _Copied(item, migrations(opened), (int(seq), str(hash_)), told, files)


def _nothing(where: object) -> Trouble:
    return Trouble(
        f"Không thấy dữ liệu của Phối Hợp để sao lưu ({where}). Kiểm tra DATABASE_URL "
        "và PHOIHOP_VAR.",
        f"No data of Phối Hợp is there to be backed up ({where}). Look at DATABASE_URL "
        "and PHOIHOP_VAR.",
    )
