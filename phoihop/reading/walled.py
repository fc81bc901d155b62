"""One task behind walls, a program of its own: ``python -I -m phoihop.reading.walled``.

The file of a stranger comes as a handle to memory and leaves as bytes on a pipe. This
process becomes a program of Debian's, which may read its own libraries and data and
nothing else, may start nothing, and has no network. Nothing is written anywhere: there
is no scratch to be emptied. ``drawing`` is started the same way and has every wall.
"""

import ctypes
import json
import os
import signal
import struct
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from phoihop.reading import confinement
from phoihop.reading.confinement import Limits
from phoihop.reading.wire import write_all

ADD_RULE, BENEATH = 445, 1
EXECUTE, READ_FILE, READ_DIR = 1, 1 << 2, 1 << 3
# What reads programs into memory, on the machines that are met.
LOADERS = (
    "/lib64/ld-linux-x86-64.so.2",
    "/lib/ld-linux-aarch64.so.1",
    "/lib/aarch64-linux-gnu/ld-linux-aarch64.so.1",
)
LIBRARIES = ("/lib", "/lib64", "/usr/lib", "/usr/local/lib", "/etc/ld.so.cache")
# One thread, so that nothing need be forked; figures written as C writes them.
ENVIRONMENT = {"OMP_THREAD_LIMIT": "1", "LC_ALL": "C"}

_libc = ctypes.CDLL(None, use_errno=True)


def put_up_walls(limits: Limits, *, readable: Iterable[str] = ()) -> dict[str, bool]:
    """Every wall that this machine has; what stands, by the names of the jail.

    With ``readable``, its first is the program that this process will become.
    """
    paths = list(readable)
    parent = os.getppid()
    held = {"own_network": confinement.leave_network()}
    held["no_rights"] = confinement.drop_rights()
    # Behind the change of rights, which would let the signal go.
    held["ends_with_its_asker"] = confinement.die_with_parent(parent)
    held |= leave_only(paths) if paths else confinement.shut_files()
    held |= confinement.limit(limits)
    held["seccomp"] = confinement.shut_calls(forking=False, starting=bool(paths))
    return held


def leave_only(paths: list[str]) -> dict[str, bool]:
    """Landlock: these may be read, the first and its loader be run; nothing else."""

    def give(rules: int) -> None:
        for path in (paths[0], *LOADERS):
            _allow(rules, path, EXECUTE | READ_FILE)
        for path in (*paths[1:], *LIBRARIES):
            _allow(rules, path, READ_FILE | READ_DIR)

    return confinement.shut_files(give)


def _allow(rules: int, path: str, rights: int) -> None:
    """One path, with all that lies below it; one that is not there is passed over."""
    if not Path(path).exists():
        return
    if not Path(path).is_dir():
        rights &= ~READ_DIR
    place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    rule = struct.pack("<Qi", rights, place)
    _libc.syscall(ADD_RULE, rules, BENEATH, rule, 0)
    os.close(place)


def become(words: list[str], readable: list[str], limits: Limits) -> None:
    """Put the walls up and be the program of the first word from then on."""
    put_up_walls(limits, readable=[words[0], *readable])
    os.execve(words[0], words, ENVIRONMENT)  # noqa: S606 - fixed words, no shell


def begin(words: list[str]) -> tuple[dict[str, Any], Limits]:
    """The task that was given, as JSON, with its limits; nothing else stays open."""
    task: dict[str, Any] = json.loads(words[0])
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What whoever asks has open is none of its business.
    os.closerange(3, 4096)
    os.chdir("/")
    return task, Limits(**task["limits"])


def main(words: list[str]) -> None:
    """``walled TASK``: become a program, or tell which walls would stand around it."""
    task, limits = begin(words)
    if task["tell"]:
        walls = put_up_walls(limits, readable=[task["words"][0], *task["readable"]])
        write_all(1, json.dumps(walls).encode())
    else:
        become(task["words"], task["readable"], limits)


if __name__ == "__main__":
    main(sys.argv[1:])
