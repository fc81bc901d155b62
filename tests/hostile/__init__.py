"""Hostile files, made when asked for: each with the code it must be refused with.

No such file is kept in the source. ``all_files()`` gives them one by one, so that
they never lie in memory together; the largest has 21 MB.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from tests.hostile import active, bombs, entities, lying, names, weight
from tests.hostile.papers import Made

# A port that nobody listens on; a test that watches one gives its own.
NOBODY = "http://127.0.0.1:9"


@dataclass(frozen=True)
class HostileFile:
    """One file to be refused; ``check`` is its line in the list of checks."""

    check: str
    name: str
    data: bytes
    code: str


# Files that take seconds to make or to refuse, by name.
HEAVY = (
    "cells-500-000.csv",
    "content-of-400-mb.pdf",
    "empty-paragraphs-50-mb.docx",
    "filters-twice.pdf",
    "object-stream-bomb.pdf",
    "objects-300-100.pdf",
    "one-text-15-000-times.xlsx",
    "over-20-mb.docx",
    "pages-1-001.pdf",
)
CHECKS = ("C07", "C08", "C09", "C10", "C11", "lying")


def all_files(
    canary: str = NOBODY, *, checks: tuple[str, ...] = CHECKS, heavy: bool = True
) -> Iterator[HostileFile]:
    """Every hostile file; those that call somebody call ``canary``."""
    families: dict[str, Callable[[], Iterator[Made]]] = {
        "C07": weight.files,
        "C08": bombs.files,
        "C09": partial(entities.files, canary),
        "C10": partial(active.files, canary),
        "C11": names.files,
        "lying": lying.files,
    }
    for check in checks:
        for name, made, code in families[check]():
            if heavy or name not in HEAVY:
                data = made if isinstance(made, bytes) else made()
                yield HostileFile(check, name, data, code)
