"""Folders and files that are whole or not there, and for nobody else to read."""

import fcntl
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, NamedTuple

from phoihop import clock
from phoihop.chores.backup.troubles import Trouble

WHOLE = re.compile(r"phoihop-\d{8}-\d{6}(-\d+)?")
# A folder that is being written, or taken away: never mistaken for a whole one.
PARTIAL = re.compile(r"\.phoihop-\d{8}-\d{6}(-\d+)?\.partial")
# Left free besides what is written.
SPARE = 16 * 1024 * 1024
PIECE = 1024 * 1024


class Bytes(NamedTuple):
    """How many bytes, and their SHA-256."""

    size: int
    sha256: str


def read(path: Path) -> Bytes:
    """Read a file to its end."""
    with open(path, "rb") as source:
        return _count(_pieces(source))


def copy(source: Path, target: Path) -> Bytes:
    """Copy a file onto the disk itself; what is returned is what was written."""
    with open(source, "rb") as taken, open(_own(target), "wb") as out:
        copied = _count(_pieces(taken), out)
        _settle(out)
    return copied


def write(path: Path, text: str) -> Bytes:
    """Write a text onto the disk itself."""
    with open(_own(path), "wb") as out:
        written = _count([text.encode()], out)
        _settle(out)
    return written


def _pieces(source: BinaryIO) -> Iterator[bytes]:
    while piece := source.read(PIECE):
        yield piece


def _count(pieces: Iterable[bytes], out: BinaryIO | None = None) -> Bytes:
    size, digest = 0, sha256()
    for piece in pieces:
        size += len(piece)
        digest.update(piece)
        if out is not None:
            out.write(piece)
    return Bytes(size, digest.hexdigest())


def _own(path: Path) -> Path:
    """A new file of ours only."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return path


def _settle(out: BinaryIO) -> None:
    out.flush()
    os.fsync(out.fileno())


def settle(path: Path) -> None:
    """What lies in this file, or which names this folder holds, is on the disk."""
    held = os.open(path, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)


def settle_folders(top: Path) -> None:
    """The same for a folder and all that lie in it."""
    for folder in (top, *(path for path in top.rglob("*") if path.is_dir())):
        settle(folder)


def make(folder: Path) -> Path:
    """A folder of ours only, if it does not stand; so are those that it lies in."""
    if not folder.is_dir():
        # With parents=True they would be open to all.
        make(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Nobody else takes a backup into this folder meanwhile.

    Raises ``Trouble`` if somebody does.
    """
    with open(folder / ".lock", "w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Trouble(
                f"Một lần sao lưu khác đang ghi vào {folder}. Chờ xong rồi chạy lại.",
                f"Another backup is being written into {folder}. Wait until it is "
                "done, then run this again.",
            ) from None
        yield


def sweep(folder: Path) -> list[str]:
    """Take away what interrupted runs left; the names of it."""
    left = [path for path in folder.iterdir() if PARTIAL.fullmatch(path.name)]
    for path in left:
        shutil.rmtree(path)
    return sorted(path.name for path in left)


def free_name(folder: Path, at: datetime) -> str:
    """A name for a backup taken at this instant."""
    name = f"phoihop-{at.astimezone(clock.VIETNAM):%Y%m%d-%H%M%S}"
    names = (name, *(f"{name}-{number}" for number in range(2, 1000)))
    return next(one for one in names if not (folder / one).exists())


def partial(folder: Path, name: str) -> Path:
    """Where a backup lies until it is whole."""
    return folder / f".{name}.partial"


def drop_older(folder: Path, keep: int) -> list[str]:
    """Take away all whole backups but the newest ``keep``; the names of them."""
    whole = (path for path in folder.iterdir() if WHOLE.fullmatch(path.name))
    # By the instant in the name, then by the number behind it.
    older = sorted(whole, key=lambda path: (path.name[:23], len(path.name), path.name))
    older = older[:-keep]
    for path in older:
        # Cut here, it is swept the next time, and is no whole one any more.
        shutil.rmtree(path.rename(partial(folder, path.name)))
    return [path.name for path in older]


def hold_room(folder: Path, wanted: int) -> None:
    """Raise ``Trouble`` if the disk of this folder has no room for so many bytes."""
    free = shutil.disk_usage(folder).free
    if free < wanted + SPARE:
        raise Trouble(
            f"Không đủ chỗ ở {folder}: cần {megabytes(wanted + SPARE)} MB, còn "
            f"{megabytes(free)} MB. Dọn bớt hoặc chọn ổ đĩa khác rồi chạy lại.",
            f"Not enough room at {folder}: {megabytes(wanted + SPARE)} MB wanted, "
            f"{megabytes(free)} MB left. Make room or name another disk, then run "
            "this again.",
        )


def megabytes(size: int) -> int:
    """Rounded up."""
    return -(-size // 1_000_000)
