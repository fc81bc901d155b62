"""What a person cannot see in a paper that a machine has read. Pure.

``remarks`` are those of ``ReadText``: ``[start, end, kind]`` of the raw text.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from phoihop.reading.extracted import HIDDEN, TRACKED

# As ``ReadText`` keeps one.
Stored = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Words that nobody sees, and why: kinds of ``HIDDEN``, in its order."""

    number: int
    start: int
    end: int
    kinds: tuple[str, ...]


def places(remarks: Iterable[Stored]) -> tuple[Place, ...]:
    """The places in the order of the text; what overlaps is one place."""
    spans = sorted(
        (int(start), int(end), str(kind))
        for start, end, kind in remarks
        if kind in HIDDEN and start < end
    )
    joined: list[tuple[int, int, set[str]]] = []
    for start, end, kind in spans:
        if joined and start < joined[-1][1]:
            first, last, kinds = joined[-1]
            joined[-1] = (first, max(last, end), kinds | {kind})
        else:
            joined.append((start, end, {kind}))
    return tuple(
        Place(number, start, end, tuple(kind for kind in HIDDEN if kind in kinds))
        for number, (start, end, kinds) in enumerate(joined, 1)
    )


def tracked(remarks: Iterable[Stored]) -> dict[str, int]:
    """How many words were put in and taken out while changes were tracked."""
    said = [str(kind) for _, _, kind in remarks]
    return {kind: said.count(kind) for kind in TRACKED}


class Touching:
    """Which places the words of a draft lie in."""

    def __init__(self, found: Sequence[Place]) -> None:
        """``found``: in the order of the text, none within another."""
        self._places = found
        self._ends = [place.end for place in found]

    def of(
        self, start: int | None, end: int | None, value: Mapping[str, Any]
    ) -> tuple[Place, ...]:
        """The places that a draft touches, the names and the day in it counted."""
        if not self._places:
            return ()
        touched = {
            place.number: place
            for first, last in _spans(start, end, value)
            for place in self._over(first, last)
        }
        return tuple(touched[number] for number in sorted(touched))

    def _over(self, start: int, end: int) -> Iterator[Place]:
        at = bisect_right(self._ends, start)
        while at < len(self._places) and self._places[at].start < end:
            yield self._places[at]
            at += 1


def _spans(
    start: int | None, end: int | None, value: Mapping[str, Any]
) -> Iterator[tuple[int, int]]:
    if start is not None and end is not None:
        yield start, end
    inner = [value.get("lead"), value.get("due"), *(value.get("supporting") or ())]
    for part in inner:
        if isinstance(part, Mapping):
            first, last = part.get("start"), part.get("end")
            if first is not None and last is not None:
                yield first, last
