"""What must be so of names and relations over time. Pure.

A span runs from its first day to the day before ``end``; no ``end`` means for ever.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple


class Span(NamedTuple):
    """Days from ``start``, included, to ``end``, not included."""

    start: date
    end: date | None = None

    def meets(self, other: "Span") -> bool:
        """Whether the two share a day."""
        return (other.end is None or self.start < other.end) and (
            self.end is None or other.start < self.end
        )

    def is_empty(self) -> bool:
        """Whether it ends before or on the day on which it starts."""
        return self.end is not None and self.end <= self.start


class Edge(NamedTuple):
    """``below`` stands directly under ``above`` for a span."""

    below: int
    above: int
    span: Span


def first_overlap(new: Span, held: Iterable[Span]) -> Span | None:
    """The first of the held spans that shares a day with the new one."""
    return next((span for span in held if span.meets(new)), None)


def closes_circle(new: Edge, held: Iterable[Edge]) -> bool:
    """Whether the new edge would put a body above itself, on any one day.

    Follows the edges upwards from ``new.above``, narrowing the span on the way: a
    circle whose edges never hold on the same day is none.
    """
    edges = list(held)
    waiting = [(new.above, new.span)]
    seen: set[tuple[int, Span]] = set()
    while waiting:
        body, span = waiting.pop()
        if body == new.below:
            return True
        if (body, span) in seen:
            continue
        seen.add((body, span))
        for edge in edges:
            if edge.below == body and edge.span.meets(span):
                waiting.append((edge.above, _shared(edge.span, span)))
    return False


def _shared(one: Span, other: Span) -> Span:
    ends = [end for end in (one.end, other.end) if end is not None]
    return Span(max(one.start, other.start), min(ends) if ends else None)
