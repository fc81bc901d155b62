"""What a detector says: which kind of thing it found, where, and by what sign."""

from bisect import bisect_left
from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """A place in the text as it was typed, and why it was taken for ``kind``.

    ``because`` names the sign that gave it away. It never repeats the text itself.
    """

    kind: str
    start: int
    end: int
    because: str


def apart(found: list[Finding]) -> list[Finding]:
    """Findings in the order of the text; of two that overlap, the one told first."""
    kept: list[Finding] = []
    for one in found:
        # Those kept lie apart: only the neighbours on both sides can overlap.
        at = bisect_left(kept, one.start, key=_start)
        is_free_before = at == 0 or kept[at - 1].end <= one.start
        if is_free_before and (at == len(kept) or one.end <= kept[at].start):
            kept.insert(at, one)
    return kept


def _start(one: Finding) -> int:
    return one.start
