"""The folder of files: bytes before rows, each under its number, nothing half.

New bytes are written to ``incoming/`` and made to last before the row that names them
is written. After the commit they move to ``<two digits>/``. Whatever is killed in
between, bytes without a row lie in ``incoming`` only, where ``sweep`` finds them, and
bytes with a row are found in one of the two places (docs/decisions/0015).
"""

import errno
import hashlib
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.conf import settings

from phoihop.refusals import Refused

log = logging.getLogger(__name__)

INCOMING = "incoming"
CHUNK = 1 << 20
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
SHUT = (errno.EROFS, errno.EACCES, errno.EPERM)


def incoming(number: UUID) -> Path:
    """Where the bytes lie until the row that names them is committed."""
    return Path(settings.FILES_ROOT) / INCOMING / str(number)


def place(number: UUID) -> Path:
    """Where the bytes lie from then on."""
    return Path(settings.FILES_ROOT) / number.hex[:2] / str(number)


def write(number: UUID, data: bytes) -> None:
    """Write the bytes to ``incoming`` and make them last, or leave nothing.

    Raises ``Refused``: no room, a folder that may not be written, a disk that fails.
    """
    path = incoming(number)
    with _as_refusal():
        _make(path.parent)
        try:
            _write_new(path, data)
            _make_last(path.parent)
        except BaseException:
            _drop(path)
            raise


def _write_new(path: Path, data: bytes) -> None:
    # O_EXCL: nothing that lies there already is ever written over, link or file.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    descriptor = os.open(path, flags, 0o600)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(descriptor, left) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def settle(number: UUID) -> None:
    """Move the bytes of a committed row to their place.

    What cannot be moved now stays where reading finds it, and is moved by ``tidy``:
    the row is committed, so nothing may be refused any more.
    """
    try:
        _move(incoming(number), place(number))
    except FileNotFoundError:
        return  # Somebody else has just moved them.
    except OSError:
        log.exception("The file %s stays in incoming for now.", number)


def _move(path: Path, to: Path) -> None:
    _make(to.parent)
    path.rename(to)
    _make_last(to.parent)
    _make_last(path.parent)


def discard(number: UUID) -> None:
    """Drop bytes whose row was not written after all."""
    _drop(incoming(number))


def unsettle(number: UUID) -> None:
    """Move bytes back among those that wait: ``discard`` drops them after the commit.

    Killed in between, they have no row any more and the sweep drops them; rolled back,
    they have one and are moved to their place again.
    """
    with _as_refusal(), suppress(FileNotFoundError):
        _make(incoming(number).parent)
        _move(place(number), incoming(number))


def opened(number: UUID, *, size: int, sha256: str, settled: bool = True) -> BinaryIO:
    """The bytes, open for reading, after the whole of them was checked.

    With ``settled``, bytes that still lie in ``incoming`` are moved to their place.
    Raises ``Refused`` where they are missing, are others, or cannot be read.
    """
    with _as_refusal():
        found = _open(number, settled=settled)
        if found is None:
            log.error("The file %s is missing: restore it from a backup.", number)
            raise Refused("storage.damaged")
        if not _is_whole(found, size, sha256):
            found.close()
            log.error("The file %s is damaged: restore it from a backup.", number)
            raise Refused("storage.damaged")
        found.seek(0)
        return found


def _open(number: UUID, *, settled: bool) -> BinaryIO | None:
    """From its place, else from incoming, else once more: it may have moved between."""
    for path in (place(number), incoming(number), place(number)):
        with suppress(FileNotFoundError):
            found = path.open("rb")
            if settled and path == incoming(number):
                settle(number)
            return found
    return None


def _is_whole(found: BinaryIO, size: int, sha256: str) -> bool:
    total, summed = 0, hashlib.sha256()
    while chunk := found.read(CHUNK):
        total += len(chunk)
        summed.update(chunk)
    return (total, summed.hexdigest()) == (size, sha256)


def waiting() -> Iterator[tuple[UUID, float]]:
    """What lies in ``incoming``: its number and when it was written (POSIX time)."""
    folder = Path(settings.FILES_ROOT) / INCOMING
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        # Whatever else lies there was not written by this house.
        with suppress(ValueError, FileNotFoundError):
            yield UUID(path.name), path.stat().st_mtime


def _make(folder: Path) -> None:
    """Make a folder of ours, for its owner only, so that it lasts."""
    if folder.is_dir():
        return
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _make_last(folder.parent)


def _make_last(folder: Path) -> None:
    """Make the names in a folder survive a loss of power."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _drop(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        # The sweep finds it: no row names it.
        log.exception("A file without a row stays in incoming for now.")


@contextmanager
def _as_refusal() -> Iterator[None]:
    """A fault of the disk as a refusal; the operator finds the rest in the log."""
    try:
        yield
    except OSError as error:
        log.error("The folder of files: %s", error)
        if error.errno in FULL:
            raise Refused("storage.full") from error
        if error.errno in SHUT:
            raise Refused("storage.read_only") from error
        raise Refused("storage.away") from error
