"""Reading the whole trail and checking every link.

Raw SQL over the tables, on purpose: a verifier that shares the managers of the
product would share their faults, and a million rows leave no time for models.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from types import NoneType
from typing import Any

from django.db import connection

from phoihop.trail import head_file, rules

COLUMNS = ", ".join(f"e.{name}" for name in rules.Link._fields)
ROWS = (
    f"SELECT {COLUMNS}, e.hash, p.salt, p.text "  # noqa: S608  # no value in it
    "FROM trail_entry e LEFT JOIN trail_payload p ON p.seq = e.seq ORDER BY e.seq"
)
STRAYS = (
    "SELECT p.seq FROM trail_payload p LEFT JOIN trail_entry e ON e.seq = p.seq "
    "WHERE e.seq IS NULL ORDER BY p.seq"
)
BROKEN = (0, "head file broken")
HEAD = "SELECT origin, seq, at_us, hash FROM trail_head"
# All that is read is read at one moment, and locks nobody who records meanwhile.
BEGIN = {
    "sqlite": "BEGIN DEFERRED",
    "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY",
}
# SQLite keeps a word in a column of numbers, and NULL would hash like “None”: a
# link counts only with the types with which it was hashed.
_TYPES: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("seq", "at_us"), (int,)),
    **dict.fromkeys(("actor_id", "body_id", "scope_id", "object_id"), (int, NoneType)),
    **dict.fromkeys(("did", "kind", "commitment", "previous"), (str,)),
    "pretended": (bool, int),
}
SHAPES = frozenset(product(*(_TYPES[name] for name in rules.Link._fields)))


@dataclass
class Verdict:
    """How many links were read, and the faults: (number of the link, what is wrong)."""

    links: int = 0
    erased: int = 0
    faults: list[tuple[int, str]] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """Whether nothing was found."""
        return not self.faults


def verify(outside: Path | None) -> Verdict:
    """Check every link, payload, the head, and the head remembered outside.

    ``outside`` is the file of ``trail.head_file``; a missing file is a fault once
    the trail has links, since whoever cuts the tail can also delete the file.
    """
    verdict = Verdict()
    # Before the database: the file follows the commit, so that what it remembers
    # now is there when the rows are read, whoever records in between.
    held = _held(outside, verdict)
    with _one_moment() as cursor:
        walk = _follow(cursor, verdict, held.seq if held else 0)
        cursor.execute(STRAYS)
        strays = [seq if type(seq) is int else 0 for (seq,) in cursor]
        verdict.faults += [(seq, "payload without entry") for seq in strays]
        cursor.execute(HEAD)
        heads = cursor.fetchall()
    if len(heads) != 1:
        verdict.faults.append((0, "head row missing or doubled"))
        return verdict
    origin, *last = heads[0]
    if last != [walk.seq, walk.at_us, walk.hash]:
        verdict.faults.append((walk.seq, "head row is not the last link"))
    if held is not None:
        _check_outside(held, str(origin), walk, verdict)
    elif outside is not None and walk.seq and BROKEN not in verdict.faults:
        verdict.faults.append((0, "head file missing"))
    verdict.faults.sort()
    return verdict


def _held(outside: Path | None, verdict: Verdict) -> head_file.Remembered | None:
    """What the file outside remembers, if there is one that can be understood."""
    try:
        return head_file.read(outside) if outside else None
    except ValueError:
        verdict.faults.append(BROKEN)
        return None


@contextmanager
def _one_moment() -> Iterator[Any]:
    """A cursor whose queries all see the trail as it is at one moment."""
    with connection.cursor() as cursor:
        if connection.in_atomic_block:  # the caller's transaction is the moment
            yield cursor
            return
        cursor.execute(BEGIN[connection.vendor])
        try:
            yield cursor
        finally:
            cursor.execute("ROLLBACK")


def _rows(cursor: Any) -> Iterator[tuple[Any, ...]]:
    cursor.execute(ROWS)
    while chunk := cursor.fetchmany(2000):
        yield from chunk


@dataclass
class _Walk:
    """Where the walk along the chain stands."""

    wanted: int
    seq: int = 0
    hash: str = rules.START
    at_us: int = 0
    hash_at_wanted: str | None = None
    emptied: set[int] = field(default_factory=set)
    allowed: set[int] = field(default_factory=set)


def _follow(cursor: Any, verdict: Verdict, wanted: int) -> _Walk:
    """Walk along the chain to its end."""
    walk = _Walk(wanted)
    link_of, width = rules.Link._make, len(rules.Link._fields)
    for row in _rows(cursor):
        verdict.links += 1
        link = link_of(row[:width])
        stored, salt, text = row[width:]
        if tuple(map(type, link)) not in SHAPES or link.pretended not in (0, 1):
            verdict.faults.append((walk.seq + 1, "link changed"))
            continue
        _check_link(walk, link, stored, verdict)
        _check_payload(walk, link, salt, text, verdict)
        walk.seq, walk.hash, walk.at_us = link.seq, stored, link.at_us
        if link.seq == wanted:
            walk.hash_at_wanted = stored
    verdict.erased = len(walk.emptied)
    without = walk.emptied - walk.allowed
    verdict.faults += [(seq, "emptied without a record") for seq in without]
    # An erasure that is recorded but did not happen is no erasure.
    undone = walk.allowed - walk.emptied
    verdict.faults += [(seq, "erasure not carried out") for seq in undone]
    return walk


def _check_link(walk: _Walk, link: rules.Link, stored: str, verdict: Verdict) -> None:
    if link.seq != walk.seq + 1:
        verdict.faults.append((walk.seq + 1, "link missing"))
    if link.previous != walk.hash:
        verdict.faults.append((link.seq, "does not follow the link before"))
    if rules.link_hash(link) != stored:
        verdict.faults.append((link.seq, "link changed"))
    if link.at_us <= walk.at_us:
        verdict.faults.append((link.seq, "recorded time runs backwards"))


def _check_payload(
    walk: _Walk, link: rules.Link, salt: str | None, text: str | None, verdict: Verdict
) -> None:
    if salt is None or text is None:
        verdict.faults.append((link.seq, "payload missing"))
    elif not text and not salt:
        walk.emptied.add(link.seq)
    elif rules.commitment(salt, text) != link.commitment:
        verdict.faults.append((link.seq, "payload changed"))
    elif link.did == rules.ERASED:
        erased = _numbers(text)
        if erased is None:
            verdict.faults.append((link.seq, "erasure does not say of what"))
        else:
            walk.allowed |= erased


def _numbers(text: str) -> set[int] | None:
    """The numbers of the entries that an erasure names; None when it names none."""
    try:
        said = json.loads(text)["after"]["seqs"]
        return {int(seq) for seq in said}
    except (ValueError, KeyError, TypeError):
        return None


def _check_outside(
    held: head_file.Remembered, origin: str, walk: _Walk, verdict: Verdict
) -> None:
    if held.origin.replace("-", "") != origin.replace("-", ""):
        verdict.faults.append((0, "head file of another trail"))
    elif held.hash != walk.hash_at_wanted:
        verdict.faults.append((held.seq, "tail cut, or rewritten since remembered"))
