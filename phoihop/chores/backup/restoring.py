"""Putting a backup back onto an installation that holds nothing.

Everything is looked at before anything is written. The database comes last and in one
step, so that an interrupted restore is no half one: it is begun again.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
from django.conf import settings

from phoihop import clock
from phoihop.chores.backup import folders, manifest, moving, servers
from phoihop.chores.backup.databases import (
    POSTGRESQL,
    SQLITE,
    Database,
    holds_anything,
    known_migrations,
    migrate,
)
from phoihop.chores.backup.manifest import Manifest
from phoihop.chores.backup.row_hashes import sum_of
from phoihop.chores.backup.troubles import Trouble, is_no_room, no_room
from phoihop.trail import head_file

# Lies among the files while a restore is under way.
MARK = ".restoring"


@dataclass(frozen=True)
class Restored:
    """What was put back, and what was there that knew more."""

    manifest: Manifest
    # The migrations that this code had to add.
    added: int
    # Where the head of the trail that lay here was set aside.
    aside: Path | None
    # How many links it remembered that the backup does not have.
    lost: int


def check(folder: Path, target: Database) -> Manifest:
    """Look at everything; raises ``Trouble`` with what keeps it from being put back."""
    with _said(folder):
        made = manifest.read(folder)
        if unknown := sorted(set(made.migrations) - known_migrations()):
            raise manifest.newer(", ".join(unknown[:3]))
        if made.engine == POSTGRESQL and target.engine == SQLITE:
            raise Trouble(
                "Bản sao lưu này là của PostgreSQL. Đặt DATABASE_URL thành một cơ sở "
                "dữ liệu PostgreSQL trống rồi phục hồi; sau đó có thể dùng phoihop "
                "move để chuyển sang SQLite.",
                "This backup is of PostgreSQL. Set DATABASE_URL to an empty "
                "PostgreSQL database and restore there; then phoihop move can take "
                "it to SQLite.",
            )
        _hold_blank(target)
        manifest.check(made, folder)
        _hold_room(made, target)
    return made


def restore(folder: Path, target: Database) -> Restored:
    """Put everything back; raises ``Trouble``."""
    made = check(folder, target)
    files = folders.make(Path(settings.FILES_ROOT))
    with _said(files):
        mark = files / MARK
        # Only an interrupted restore leaves the mark, so what lies here is its own.
        for left in [path for path in files.rglob("*") if path.is_file()]:
            left.unlink()
        folders.write(mark, made.made_at)
        _put_files(made, folder, files)
        aside, lost = _put_head(made, folder, Path(settings.TRAIL_HEAD_FILE))
        _put_database(made, folder, target)
        mark.unlink()
    added = len(known_migrations() - set(made.migrations))
    if added and made.engine == target.engine:
        migrate(target)
    return Restored(made, added, aside, lost)


@contextmanager
def _said(where: Path) -> Iterator[None]:
    """What a disk or a database raises, as a sentence."""
    try:
        yield
    except (OSError, sqlite3.Error, psycopg.Error) as error:
        if is_no_room(error):
            raise no_room(where) from error
        raise Trouble(
            f"Không phục hồi được: {error}. Sửa nguyên nhân rồi chạy lại.",
            f"Could not be restored: {error}. Mend the cause, then run this again.",
        ) from error


def _hold_blank(target: Database) -> None:
    """Raises ``Trouble`` where anything would be written over."""
    if holds_anything(target):
        raise Trouble(
            "Cơ sở dữ liệu ở đây đã có dữ liệu. Chỉ phục hồi vào nơi trống: sao lưu "
            "dữ liệu hiện có, rồi đổi tên tệp SQLite (cùng các tệp -wal, -shm) hoặc "
            "tạo một cơ sở dữ liệu PostgreSQL trống; chưa ghi gì.",
            "The database here holds data. A restore is made onto nothing only: back "
            "up what is here, then rename the SQLite file (with its -wal and -shm) "
            "or make an empty PostgreSQL database; nothing was written.",
        )
    files = Path(settings.FILES_ROOT)
    if not (files / MARK).exists() and any(p.is_file() for p in files.rglob("*")):
        raise Trouble(
            f"Thư mục tệp {files} không trống. Đổi tên thư mục đó rồi chạy lại; chưa "
            "ghi gì.",
            f"The folder of files {files} is not empty. Rename it, then run this "
            "again; nothing was written.",
        )


def _hold_room(made: Manifest, target: Database) -> None:
    files = folders.make(Path(settings.FILES_ROOT))
    folders.hold_room(files, sum(item.size for item in made.files))
    if target.engine == SQLITE:
        folders.hold_room(target.path.parent, made.size)


def _put_files(made: Manifest, folder: Path, files: Path) -> None:
    for item in made.files:
        to = files / item.path.removeprefix("files/")
        folders.make(to.parent)
        if folders.copy(folder / item.path, to) != (item.size, item.sha256):
            raise manifest.damaged(item.path)
    folders.settle_folders(files)


def _put_head(made: Manifest, folder: Path, to: Path) -> tuple[Path | None, int]:
    """The head of the trail; one that lies here is evidence, and is set aside."""
    aside, lost = None, 0
    kept = next((i for i in made.items if i.path == manifest.TRAIL_HEAD), None)
    if to.exists():
        if kept and folders.read(to) == (kept.size, kept.sha256):
            return None, 0
        at = clock.now().astimezone(clock.VIETNAM)
        aside = to.with_name(f"{to.name}.before-restore-{at:%Y%m%d-%H%M%S}")
        here = there = None
        # A broken one is set aside all the same.
        with suppress(ValueError):
            here = head_file.read(to)
            there = head_file.read(folder / manifest.TRAIL_HEAD)
        if here and there and here.origin == there.origin:
            lost = max(0, here.seq - made.trail_seq)
        to.rename(aside)
    if kept:
        folders.make(to.parent)
        folders.copy(folder / kept.path, to)
        folders.settle(to.parent)
    return aside, lost


def _put_database(made: Manifest, folder: Path, target: Database) -> None:
    dump = folder / manifest.DATABASE[made.engine]
    if made.engine != target.engine:
        _put_elsewhere(made, dump, target)
    elif target.engine == SQLITE:
        _put_sqlite(made, dump, target)
    else:
        _put_postgresql(made, dump, target)


def _put_sqlite(made: Manifest, dump: Path, target: Database) -> None:
    """Beside its place first; it takes its name when every row is equal."""
    scratch = Database(SQLITE, f"{target.name}.restoring")
    scratch.path.unlink(missing_ok=True)
    folders.make(target.path.parent)
    folders.copy(dump, scratch.path)
    with scratch.at_one_moment() as opened:
        _hold_equal(made, opened, SQLITE)
    for ending in ("", "-wal", "-shm", "-journal"):
        # Nothing but an empty file and its logs can lie here.
        Path(target.name + ending).unlink(missing_ok=True)
    scratch.path.rename(target.path)
    folders.settle(target.path.parent)


def _put_postgresql(made: Manifest, dump: Path, target: Database) -> None:
    """In one transaction of pg_restore."""
    with target.open() as opened:
        program = servers.program("pg_restore", servers.major(opened))
    servers.run_or_say(
        [
            program,
            "--exit-on-error",
            "--single-transaction",
            "--no-owner",
            "--no-privileges",
            "--no-password",
            f"--dbname={target.name}",
            str(dump),
        ],
        target,
        target.name,
    )
    with target.at_one_moment() as opened:
        _hold_equal(made, opened, POSTGRESQL)
    with target.open(writing=True) as opened:
        # Else the first queries are planned as if all tables were empty.
        opened.execute("ANALYZE")


def _put_elsewhere(made: Manifest, dump: Path, target: Database) -> None:
    """A backup of SQLite into PostgreSQL: brought up to this code, then moved."""
    with TemporaryDirectory(prefix="restoring-", dir=settings.VAR) as folder:
        scratch = Database(SQLITE, str(Path(folder) / dump.name))
        folders.copy(dump, scratch.path)
        with scratch.at_one_moment() as opened:
            _hold_equal(made, opened, SQLITE)
        if set(made.migrations) != known_migrations():
            migrate(scratch)
        moving.move(scratch, target)


def _hold_equal(made: Manifest, opened: Any, engine: str) -> None:
    """Raises ``Trouble`` unless every table adds up to what the manifest says."""
    for name, table in made.tables.items():
        if sum_of(opened, engine, name, table.columns) != table.sum:
            raise Trouble(
                f"Bảng {name} sau khi phục hồi không giống bản sao lưu. Không dùng "
                "bản phục hồi này; chọn bản sao lưu khác.",
                f"After restoring, table {name} is not what was backed up. Do not "
                "use what was restored; take another backup.",
            )
