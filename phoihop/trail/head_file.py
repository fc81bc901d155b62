"""The head of the trail in a file outside the database.

A chain alone does not show that its last links were cut off; a second place that
remembers how far it reached does. The file is replaced as a whole, never backwards,
and is fsynced before it takes its name.
"""

import fcntl
import json
import logging
import os
from pathlib import Path
from typing import NamedTuple

log = logging.getLogger(__name__)


class Remembered(NamedTuple):
    """How far the trail reached: the last link's number and hash, and of which."""

    origin: str
    seq: int
    hash: str


def read(path: Path) -> Remembered | None:
    """What the file remembers; None when there is no file.

    Raises ``ValueError`` when the file is not one that ``write`` made.
    """
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        return Remembered(str(held["origin"]), int(held["seq"]), str(held["hash"]))
    except FileNotFoundError:
        return None
    except (KeyError, TypeError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise ValueError(f"{path} holds no head of a trail") from error


def write(path: Path, head: Remembered) -> None:
    """Remember ``head``, unless the file already remembers a later one of the same.

    A file that cannot be written is logged, not raised: the change it follows is
    already committed, and the next one writes a later head.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path.with_suffix(".lock"), "w", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if _is_later(path, head):
                _keep_other(path, head)
                _replace(path, json.dumps(head._asdict()))
    except OSError:
        log.exception("The head of the trail could not be written to its file.")


def _is_later(path: Path, head: Remembered) -> bool:
    try:
        held = read(path)
    except ValueError:
        # A broken file is evidence for whoever verifies: it is never overwritten.
        log.error("The file of the trail's head is broken; it is left as it is.")
        return False
    return held is None or held.origin != head.origin or held.seq < head.seq


def _keep_other(path: Path, head: Remembered) -> None:
    """Set aside the head of another database, which may be the one that was lost."""
    held = read(path)
    if held is not None and held.origin != head.origin:
        path.rename(path.with_name(f"{path.name}.{held.origin}"))


def _replace(path: Path, text: str) -> None:
    scratch = path.with_suffix(".new")
    with open(scratch, "w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    scratch.replace(path)
