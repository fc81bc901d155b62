"""Rows without bytes, bytes without rows, bytes that are others."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.conf import settings

from phoihop import clock
from phoihop.chores.backup import databases, folders, stored
from phoihop.chores.backup.stored import Named
from phoihop.chores.inspection.findings import Finding
from phoihop.files import store

# Bytes may lie without their row while somebody hands them in.
PATIENCE = timedelta(hours=1)


def look() -> Iterator[Finding]:
    """Every file that rows name is read to its end."""
    # The folder before the rows: whoever hands in a file meanwhile is no finding.
    lying = _lying()
    here = databases.here()
    with here.at_one_moment() as opened:
        named = {row.number: row for row in stored.named(opened, here.engine)}
    for row in named.values():
        yield from _of_row(row)
    for path in lying:
        yield from _of_path(path, named)


def _lying() -> list[Path]:
    files = Path(settings.FILES_ROOT)
    return sorted(path for path in files.rglob("*") if not path.is_dir())


def _of_row(row: Named) -> Iterator[Finding]:
    path = stored.lies_at(row.number)
    if path is None:
        yield Finding("file.missing", str(row.number))
        return
    found = folders.read(path)
    if found.size != row.size:
        yield Finding("file.size", str(row.number))
    elif found.sha256 != row.sha256:
        yield Finding("file.bytes", str(row.number))


def _of_path(path: Path, named: dict[UUID, Named]) -> Iterator[Finding]:
    inside = path.relative_to(settings.FILES_ROOT)
    try:
        number = UUID(path.name)
    except ValueError:
        yield Finding("file.stray", str(inside))
        return
    waits = path == store.incoming(number)
    if number in named and (waits or path == store.place(number)):
        return
    if not waits:
        yield Finding("file.stray", str(inside))
    elif path.exists():
        written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        if clock.now() - written > PATIENCE:
            yield Finding("file.waiting", str(inside))
