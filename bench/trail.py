"""Verifying the trail: every link and payload read from the database and hashed."""

from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.db import connection

from bench.databases import LARGE, use
from bench.measure import Bar, Line, alternate, line
from phoihop.trail import rules
from phoihop.trail.verify import ROWS, verify

ROWS_A_SECOND = 100_000
# A million links take seconds: no more rounds than a median needs.
ROUNDS = 5
# The floor holds the bytes of so many links in memory; a rate needs no more of them.
HASHED = 100_000


def verifying(name: str) -> Line:
    """All links verified, beside SHA-256 of the same bytes already in memory."""
    use(LARGE)
    links = _verified()
    texts = list(islice(_hashed(), HASHED))

    def hash_all() -> None:
        for link, payload in texts:
            sha256(link).hexdigest()
            sha256(payload).hexdigest()

    value, floor = alternate(_verified, hash_all, rounds=ROUNDS)
    rate = links / value.wall
    return line(
        name,
        value=rate,
        floor=len(texts) / floor.wall,
        unit="rows/s",
        bars=(Bar("rows/s", rate, ROWS_A_SECOND, at_least=True),),
        said=(
            f"{links:,} links, {links / value.cpu:,.0f} a second of this process's CPU",
            "the bar is for an idle machine",
            f"floor: SHA-256 of the same bytes in memory, {len(texts):,} links",
        ),
    )


def _verified() -> int:
    """How many links the trail has; raises ``RuntimeError`` unless it is whole."""
    verdict = verify(Path(settings.TRAIL_HEAD_FILE))
    if not verdict.whole:
        raise RuntimeError(f"The trail of the bench is broken: {verdict.faults[:3]}")
    return verdict.links


def _hashed() -> Iterator[tuple[bytes, bytes]]:
    """The bytes that are hashed of each link, and of its payload, in order.

    Put together here once more and held against the stored hash: were they other
    bytes, the floor would be of something else.
    """
    width = len(rules.Link._fields)
    with connection.cursor() as cursor:
        cursor.execute(ROWS)
        for row in cursor:
            link = rules.Link(*row[:width])
            stored, salt, text = row[width:]
            columns = (link.seq, link.previous, *link[1:-1])
            whole = "\n".join(
                str(int(column) if isinstance(column, bool) else column)
                for column in (rules.VERSION, *columns)
            ).encode()
            if sha256(whole).hexdigest() != stored:
                raise RuntimeError(f"Link {link.seq} is hashed over other bytes now.")
            yield whole, f"{salt}\n{text}".encode()


LINES = {"trail.verify": verifying}
