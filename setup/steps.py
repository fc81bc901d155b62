"""A step, and the stamp that says it has been done.

A stamp holds the digest of everything that decided the step's result. It is taken
away before the step begins and written after it succeeded, so that an interrupted
step is always done again.
"""

import fcntl
import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from setup.words import say


@dataclass(frozen=True)
class Step:
    """One piece of work: what decides it, what it makes, how it is done."""

    name: str
    do: Callable[[], None]
    digest: Callable[[], str]
    makes: tuple[Path, ...] = ()
    # Another digest that will do as well: an environment set up for developers
    # also serves the application.
    or_digest: Callable[[], str] | None = None
    # Known without a stamp: the environment itself is looked at, not remembered.
    stands: Callable[[], bool] | None = None


def digest_of(*parts: Path | str) -> str:
    """One digest over texts, files and whole folders; a missing file counts too."""
    whole = hashlib.sha256()
    for part in parts:
        if isinstance(part, str):
            whole.update(b"text\0" + part.encode() + b"\0")
            continue
        for file in _files(part):
            whole.update(b"file\0" + str(file.relative_to(part)).encode() + b"\0")
            whole.update(hashlib.sha256(file.read_bytes()).digest())
        whole.update(b"end\0" + part.name.encode() + b"\0")
    return whole.hexdigest()


def _files(part: Path) -> Iterable[Path]:
    if part.is_file():
        return [part]
    return sorted(file for file in part.rglob("*") if file.is_file())


def is_done(step: Step, stamps: Path) -> bool:
    """Whether the step need not be done: stamp right, and its work still there."""
    stamp = stamps / step.name
    if not stamp.is_file() or not all(made.exists() for made in step.makes):
        return False
    if step.stands is not None and not step.stands():
        return False
    done = stamp.read_text().strip()
    if done == step.digest():
        return True
    return step.or_digest is not None and done == step.or_digest()


def carry_out(step: Step, stamps: Path, *, place: str) -> bool:
    """Do the step unless it is done; say so in one line. True when it was done now."""
    print(f"{place} {say('step.' + step.name)} ... ", end="", flush=True)
    if is_done(step, stamps):
        print(say("step.fresh"))
        return False
    began = time.monotonic()
    stamps.mkdir(parents=True, exist_ok=True)
    (stamps / step.name).unlink(missing_ok=True)
    step.do()
    (stamps / step.name).write_text(step.digest() + "\n")
    print(say("step.done", seconds=time.monotonic() - began))
    return True


@contextmanager
def alone(stamps: Path) -> Iterator[None]:
    """Keep a second set-up in the same folder waiting until this one is through."""
    stamps.mkdir(parents=True, exist_ok=True)
    with (stamps / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(say("step.waiting"), flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
