"""What a backup says of itself: every file with its hash, every table with its rows."""

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from phoihop.chores.backup import folders
from phoihop.chores.backup.databases import POSTGRESQL, SQLITE
from phoihop.chores.backup.row_hashes import Sum
from phoihop.chores.backup.troubles import Trouble

FORMAT = 1
NAME = "manifest.json"
# Lines as sha256sum writes them: a backup can be checked where no Phối Hợp is.
SUMS = "MANIFEST.sha256"
DATABASE = {SQLITE: "database.sqlite3", POSTGRESQL: "database.pgdump"}
TRAIL_HEAD = "trail-head"
STORED = re.compile(r"files/[0-9a-f]{2}/[0-9a-f-]{32,36}")
DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Item:
    """One file of a backup."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Table:
    """One table: how many rows, their number, and the kinds of their columns."""

    rows: int
    hash: str
    columns: dict[str, str]

    @property
    def sum(self) -> Sum:
        """What the rows must add up to."""
        return Sum(self.rows, self.hash)


@dataclass(frozen=True)
class Manifest:
    """The whole of it."""

    format: int
    product: str
    made_at: str
    engine: str
    migrations: list[str]
    # Number and hash of the last link of the trail.
    trail_seq: int
    trail_hash: str
    tables: dict[str, Table]
    items: list[Item]
    # What the store of files did not hold as its rows say, when this was made.
    damaged: list[str]

    @property
    def rows(self) -> int:
        """Of all tables."""
        return sum(table.rows for table in self.tables.values())

    @property
    def files(self) -> list[Item]:
        """The stored files among the items."""
        return [item for item in self.items if STORED.fullmatch(item.path)]

    @property
    def size(self) -> int:
        """Bytes of all items."""
        return sum(item.size for item in self.items)


def write(manifest: Manifest, folder: Path) -> None:
    """Write both files; the second makes the first one whole."""
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1)
    own = folders.write(folder / NAME, text + "\n")
    sums = [f"{own.sha256}  {NAME}"]
    sums += [f"{item.sha256}  {item.path}" for item in manifest.items]
    folders.write(folder / SUMS, "\n".join(sums) + "\n")


def read(folder: Path) -> Manifest:
    """The manifest of a backup.

    Raises ``Trouble`` when it is missing, cut, changed, or of a newer version.
    """
    if folders.PARTIAL.fullmatch(folder.name):
        raise Trouble(
            f"{folder} là bản sao lưu bị ngắt giữa chừng, không dùng được. Chọn một "
            "bản trọn vẹn.",
            f"{folder} is a backup that was cut off, and of no use. Take a whole one.",
        )
    try:
        sums = (folder / SUMS).read_text(encoding="utf-8")
        text = (folder / NAME).read_bytes()
    except (OSError, UnicodeDecodeError):
        raise Trouble(
            f"Không thấy bản sao lưu trọn vẹn ở {folder}: thiếu {NAME} hoặc {SUMS}. "
            "Kiểm tra lại đường dẫn hoặc chọn bản khác.",
            f"There is no whole backup at {folder}: {NAME} or {SUMS} is missing. "
            "Look at the path again, or take another one.",
        ) from None
    if sums.partition("\n")[0] != f"{folders.read(folder / NAME).sha256}  {NAME}":
        raise damaged(NAME)
    try:
        told = json.loads(text)
        if told["format"] > FORMAT:
            raise newer(f"{NAME}: {told['format']}")
        return _understood(told)
    except (ValueError, KeyError, TypeError):
        raise damaged(NAME) from None


def _understood(told: dict[str, Any]) -> Manifest:
    """Raises ``ValueError`` and the like where it is not as ``write`` makes it."""
    tables = {name: Table(**table) for name, table in told.pop("tables").items()}
    items = [Item(**item) for item in told.pop("items")]
    made = Manifest(tables=tables, items=items, **told)
    dump = DATABASE[made.engine]
    for item in items:
        known = item.path in (dump, TRAIL_HEAD) or STORED.fullmatch(item.path)
        # A path from outside never leads anywhere but into the folders of a backup.
        if not known or not DIGEST.fullmatch(item.sha256) or item.size < 0:
            raise ValueError(item.path)
    if dump not in (item.path for item in items):
        raise ValueError(dump)
    return made


def check(manifest: Manifest, folder: Path) -> None:
    """Read every file to its end.

    Raises ``Trouble`` with the first that is not what the manifest says.
    """
    for item in manifest.items:
        try:
            found = folders.read(folder / item.path)
        except OSError:
            raise damaged(item.path) from None
        if found != (item.size, item.sha256):
            raise damaged(item.path)


def damaged(path: str) -> Trouble:
    """A file of the backup is not what it was."""
    return Trouble(
        f"Bản sao lưu đã hỏng: {path} bị thiếu, bị cắt hoặc bị thay đổi. Chưa ghi gì. "
        "Chọn bản khác.",
        f"The backup is damaged: {path} is missing, cut or changed. Nothing was "
        "written. Take another one.",
    )


def newer(what: str) -> Trouble:
    """The backup knows more than this code does."""
    return Trouble(
        f"Bản sao lưu do phiên bản mới hơn tạo ra ({what}). Chưa ghi gì. Cập nhật "
        "chương trình lên phiên bản đó rồi phục hồi.",
        f"The backup was made by a newer version ({what}). Nothing was written. "
        "Bring the program up to that version, then restore.",
    )
