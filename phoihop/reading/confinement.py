"""Walls around a process: limits, no network, no files, no programs.

Each wall is put up as far as this machine allows, and says whether it stands. Linux
only, through the C library; none of it needs root.
"""

import ctypes
import os
import platform
import resource
import signal
import struct
from collections.abc import Callable
from dataclasses import dataclass

MB = 1024 * 1024

NEW_USER, NEW_NET, NEW_IPC = 0x10000000, 0x40000000, 0x08000000
SET_DEATH_SIGNAL, SET_DUMPABLE, SET_NO_NEW_PRIVILEGES, SET_SECCOMP = 1, 4, 38, 22
NOBODY = 65534
CAPABILITIES_3 = 0x20080522
# The same number on every machine since they came to be (Linux 5.13).
LANDLOCK_CREATE, LANDLOCK_RESTRICT = 444, 446
LANDLOCK_VERSION = 1

_libc = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one paper may use of a child, and how large its answer may be.

    A child that serves again ends after so many papers, so many seconds since it was
    lent, or when it has grown by so much; what is left of either does not pile up.
    ``grace_seconds`` is how long the keeper may take to end what it was told to end;
    then the keeper itself hangs.
    """

    memory_bytes: int = 768 * MB
    cpu_seconds: int = 20
    wall_seconds: float = 30.0
    grace_seconds: float = 5.0
    answer_bytes: int = 48 * MB
    life_papers: int = 500
    life_seconds: float = 60.0
    life_growth_bytes: int = 64 * MB

    @property
    def life_cpu_seconds(self) -> int:
        """What all papers of one child may use together, whatever it says of itself."""
        return 3 * self.cpu_seconds


def limit(limits: Limits) -> dict[str, bool]:
    """Limits of memory, time, files and processes of this process, and which hold."""
    wanted = {
        "memory": (resource.RLIMIT_AS, limits.memory_bytes, limits.memory_bytes),
        "cpu": (resource.RLIMIT_CPU, limits.cpu_seconds, limits.life_cpu_seconds),
        "no_writing": (resource.RLIMIT_FSIZE, 0, 0),
        "few_files": (resource.RLIMIT_NOFILE, 16, 16),
        "no_core_dump": (resource.RLIMIT_CORE, 0, 0),
        "no_processes": (resource.RLIMIT_NPROC, 0, 0),
    }
    held = {}
    for name, (which, soft, hard) in wanted.items():
        try:
            resource.setrlimit(which, (soft, hard))
            held[name] = True
        except (OSError, ValueError):
            held[name] = False
    # The kernel asks nobody who is root for the number of processes.
    held["no_processes"] = held["no_processes"] and os.geteuid() != 0
    return held


def allow_cpu(used: int, limits: Limits, *, again: bool) -> bool:
    """The processor for one paper, after so many seconds used; False: none is left.

    Only the soft limit moves up, and never beyond the hard one, which stands since
    before the first paper. Whoever serves one paper only lowers that as well.
    """
    soft = used + limits.cpu_seconds
    hard = limits.life_cpu_seconds if again else soft + 1
    if soft >= limits.life_cpu_seconds:
        return False
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
    return True


def die_with_parent(parent: int) -> bool:
    """The kernel ends this process when its parent ends."""
    held = bool(_libc.prctl(SET_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0) == 0)
    if os.getppid() != parent:
        os._exit(1)
    return held


def leave_network() -> bool:
    """This process and its children see a network of their own, with nothing in it."""
    if os.geteuid() == 0:
        return bool(_libc.unshare(NEW_NET | NEW_IPC) == 0)
    return bool(_libc.unshare(NEW_USER | NEW_NET | NEW_IPC) == 0)


def drop_rights() -> bool:
    """No root, no groups, no capabilities, and no program that could give them back."""
    try:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setresgid(NOBODY, NOBODY, NOBODY)
            os.setresuid(NOBODY, NOBODY, NOBODY)
    except OSError:
        return False
    head = struct.pack("<Ii", CAPABILITIES_3, 0)
    dropped = _libc.capset(head, bytes(24)) == 0
    _libc.prctl(SET_DUMPABLE, 0, 0, 0, 0)
    return bool(dropped and _libc.prctl(SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0)


def shut_files(give: Callable[[int], None] | None = None) -> dict[str, bool]:
    """Landlock: no file may be opened any more, no port; no signal leaves the jail.

    ``give`` is handed the set of rules before it holds, to add what may be opened.
    """
    held = {"landlock_files": False, "landlock_ports": False, "landlock_signals": False}
    version = _libc.syscall(LANDLOCK_CREATE, None, 0, LANDLOCK_VERSION)
    if version < 1:
        return held
    # Rights over files that this kernel knows, all handled; none given but by ``give``.
    rights = {1: 13, 2: 14, 3: 15, 4: 15}.get(version, 16)
    ports = 0b11 if version >= 4 else 0
    scopes = 0b11 if version >= 6 else 0
    rules = struct.pack("<QQQ", (1 << rights) - 1, ports, scopes)
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    handle = _libc.syscall(LANDLOCK_CREATE, rules, size, 0)
    if handle < 0:
        return held
    if give is not None:
        give(handle)
    stands = _libc.syscall(LANDLOCK_RESTRICT, handle, 0) == 0
    os.close(handle)
    return {
        "landlock_files": stands,
        "landlock_ports": stands and bool(ports),
        "landlock_signals": stands and bool(scopes),
    }


# System calls by number, for the two kinds of machine that are met.
MACHINES: dict[str, tuple[int, dict[str, int]]] = {
    "x86_64": (
        0xC000003E,
        {
            "open": 2, "socket": 41, "connect": 42, "accept": 43, "bind": 49,
            "listen": 50, "execve": 59, "truncate": 76, "rename": 82, "mkdir": 83,
            "creat": 85, "link": 86, "unlink": 87, "symlink": 88, "chmod": 90,
            "ptrace": 101, "mknod": 133, "chroot": 161, "mount": 165, "openat": 257,
            "mkdirat": 258, "mknodat": 259, "unlinkat": 263, "renameat": 264,
            "linkat": 265, "symlinkat": 266, "fchmodat": 268, "unshare": 272,
            "accept4": 288, "perf_event_open": 298, "process_vm_readv": 310,
            "process_vm_writev": 311, "setns": 308, "renameat2": 316, "bpf": 321,
            "execveat": 322, "userfaultfd": 323, "io_uring_setup": 425,
            "open_tree": 428, "openat2": 437, "pidfd_getfd": 438,
            "clone": 56, "fork": 57, "vfork": 58, "kill": 62, "clone3": 435,
        },
    ),
    "aarch64": (
        0xC00000B7,
        {
            "mknodat": 33, "mkdirat": 34, "unlinkat": 35, "symlinkat": 36,
            "linkat": 37, "renameat": 38, "mount": 40, "truncate": 45, "chroot": 51,
            "fchmodat": 53, "openat": 56, "unshare": 97, "ptrace": 117,
            "socket": 198, "bind": 200, "listen": 201, "accept": 202,
            "connect": 203, "execve": 221, "perf_event_open": 241, "accept4": 242,
            "setns": 268, "process_vm_readv": 270, "process_vm_writev": 271,
            "renameat2": 276, "bpf": 280, "execveat": 281, "userfaultfd": 282,
            "io_uring_setup": 425, "open_tree": 428, "openat2": 437,
            "pidfd_getfd": 438, "clone": 220, "kill": 129, "clone3": 435,
        },
    ),
}  # fmt: skip
# What the keeper still needs, and its children do not.
TO_FORK = {"clone", "fork", "vfork", "kill", "clone3"}
# What a process needs that becomes another program; it may not fork.
TO_START = {"execve", "open", "openat"}

LOAD, JUMP_EQUAL, JUMP_AT_LEAST, RETURN = 0x20, 0x15, 0x35, 0x06
KILL, REFUSE, ALLOW = 0x80000000, 0x00050001, 0x7FFF0000
OTHER_NUMBERING = 0x40000000


def shut_calls(*, forking: bool, starting: bool = False) -> bool:
    """Seccomp: no file opened, no socket made, no program started, no fork; or some.

    ``starting`` leaves what one program needs to become another. A refused call
    answers “not permitted”; a call in another numbering kills.
    """
    if platform.machine() not in MACHINES:
        return False
    machine, numbers = MACHINES[platform.machine()]
    left = (TO_FORK if forking else set()) | (TO_START if starting else set())
    shut = [number for name, number in numbers.items() if name not in left]
    steps = [
        (LOAD, 0, 0, 4),
        (JUMP_EQUAL, 1, 0, machine),
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, 0),
        (JUMP_AT_LEAST, 0, 1, OTHER_NUMBERING),
        (RETURN, 0, 0, KILL),
        *((JUMP_EQUAL, len(shut) - at, 0, number) for at, number in enumerate(shut)),
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, REFUSE),
    ]
    code = ctypes.create_string_buffer(
        b"".join(struct.pack("<HBBI", *step) for step in steps)
    )
    head = struct.pack("<HxxxxxxQ", len(steps), ctypes.addressof(code))
    return bool(_libc.prctl(SET_SECCOMP, 2, head, 0, 0) == 0)
