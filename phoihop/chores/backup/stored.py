"""The stored files that the rows of a database name, and where their bytes lie."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from phoihop.chores.backup import folders
from phoihop.chores.backup.databases import tables
from phoihop.chores.backup.manifest import Item
from phoihop.files import store
from phoihop.files.models import StoredFile

TABLE = StoredFile._meta.db_table
ROWS = f"SELECT uuid, size, sha256 FROM {TABLE} ORDER BY uuid"  # noqa: S608  # no value in it


class Named(NamedTuple):
    """What a row says of its bytes."""

    number: UUID
    size: int
    sha256: str

    @property
    def path(self) -> str:
        """Where they lie in a backup."""
        return f"files/{self.number.hex[:2]}/{self.number}"


def named(opened: Any, engine: str) -> list[Named]:
    """All files that rows name; none where the table does not stand yet."""
    if TABLE not in tables(opened, engine):
        return []
    found = opened.execute(ROWS).fetchall()
    return [Named(UUID(str(number)), size, digest) for number, size, digest in found]


def lies_at(number: UUID) -> Path | None:
    """Where the bytes are: in their place, or on the way there."""
    # Looked for once more: they may move between the two looks.
    ways = (store.place(number), store.incoming(number), store.place(number))
    return next((path for path in ways if path.is_file()), None)


def copy(files: list[Named], folder: Path) -> Iterator[tuple[Item | None, str]]:
    """Copy the bytes of each into a backup: what was copied, and what is wrong."""
    for file in files:
        source, target = lies_at(file.number), folder / file.path
        if source is None:
            yield None, f"{file.path}: missing"
            continue
        folders.make(target.parent)
        copied = folders.copy(source, target)
        is_sound = copied == (file.size, file.sha256)
        said = "" if is_sound else f"{file.path}: not the bytes that its row names"
        yield Item(file.path, *copied), said
