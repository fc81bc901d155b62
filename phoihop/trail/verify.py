"""Reading the whole trail and checking every link.

Raw SQL over the tables, on purpose: a verifier that shares the managers of the
product would share their faults, and a million rows leave no time for models.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
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
HEAD = "SELECT origin, seq, at_us, hash FROM trail_head"


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
    with connection.cursor() as cursor:
        hashes = _follow(cursor, verdict, _wanted(outside, verdict))
        cursor.execute(STRAYS)
        verdict.faults += [(seq, "payload without entry") for (seq,) in cursor]
        cursor.execute(HEAD)
        heads = cursor.fetchall()
    if len(heads) != 1:
        verdict.faults.append((0, "head row missing or doubled"))
        return verdict
    origin, seq, _at, last = heads[0]
    if (seq, last) != hashes["last"]:
        verdict.faults.append((seq, "head row is not the last link"))
    _check_outside(outside, str(origin), hashes, verdict)
    verdict.faults.sort()
    return verdict


def _wanted(outside: Path | None, verdict: Verdict) -> int:
    """The number of the link that the file outside remembers, 0 if none."""
    try:
        held = head_file.read(outside) if outside else None
    except ValueError:
        verdict.faults.append((0, "head file broken"))
        return 0
    return held.seq if held else 0


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
    at_wanted: tuple[int, str] = (0, "")
    emptied: set[int] = field(default_factory=set)
    allowed: set[int] = field(default_factory=set)


def _follow(cursor: Any, verdict: Verdict, wanted: int) -> dict[str, tuple[int, str]]:
    """Walk the chain; returns number and hash of the last and of the wanted link."""
    walk = _Walk(wanted)
    link_of, width = rules.Link._make, len(rules.Link._fields)
    for row in _rows(cursor):
        link = link_of(row[:width])
        stored, salt, text = row[width:]
        _check_link(walk, link, stored, verdict)
        _check_payload(walk, link, salt, text, verdict)
        walk.seq, walk.hash, walk.at_us = link.seq, stored, link.at_us
        if link.seq == wanted:
            walk.at_wanted = (link.seq, stored)
        verdict.links += 1
    verdict.erased = len(walk.emptied)
    without = walk.emptied - walk.allowed
    verdict.faults += [(seq, "emptied without a record") for seq in without]
    # An erasure that is recorded but did not happen is no erasure.
    undone = walk.allowed - walk.emptied
    verdict.faults += [(seq, "erasure not carried out") for seq in undone]
    return {"last": (walk.seq, walk.hash), "wanted": walk.at_wanted}


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
        walk.allowed.update(json.loads(text)["after"]["seqs"])


def _check_outside(
    outside: Path | None,
    origin: str,
    hashes: dict[str, tuple[int, str]],
    verdict: Verdict,
) -> None:
    if outside is None:
        return
    try:
        held = head_file.read(outside)
    except ValueError:
        return  # already said by _wanted
    if held is None:
        if hashes["last"][0]:
            verdict.faults.append((0, "head file missing"))
        return
    if held.origin.replace("-", "") != origin.replace("-", ""):
        verdict.faults.append((0, "head file of another trail"))
    elif (held.seq, held.hash) != hashes["wanted"]:
        verdict.faults.append((held.seq, "tail cut, or rewritten since remembered"))
