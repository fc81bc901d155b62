"""Spans of days and superiors: tables, and an oracle that looks at every single day."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phoihop.organisations.rules import Edge, Span, closes_circle, first_overlap

pytestmark = pytest.mark.pure

FIRST = date(2026, 1, 1)
DAYS = 12


def day(number: int) -> date:
    """The n-th day of the tests."""
    return FIRST + timedelta(days=number)


def span(start: int, end: int | None = None) -> Span:
    """From the n-th day to the day before another, or for ever."""
    return Span(day(start), None if end is None else day(end))


def days(of: Span) -> set[date]:
    """Every day of a span, as far as the tests go."""
    return {
        day(n)
        for n in range(DAYS + 2)
        if of.start <= day(n) and (of.end is None or day(n) < of.end)
    }


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """A span with at least one day, or without end."""
    start = draw(st.integers(0, DAYS - 1))
    end = draw(st.none() | st.integers(start + 1, DAYS))
    return span(start, end)


@st.composite
def edges(draw: st.DrawFn) -> Edge:
    """One of five bodies under another."""
    below, above = draw(st.permutations(range(5)).map(lambda p: p[:2]))
    return Edge(below, above, draw(spans()))


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (span(0, 5), span(5, 9), False),  # the day of an end is not its own
        (span(0, 6), span(5, 9), True),
        (span(0, 9), span(3, 4), True),
        (span(0, 5), span(0, 5), True),
        (span(0), span(9), True),
        (span(0, 5), span(5), False),
        (span(5), span(0, 5), False),
        (span(5), span(0, 6), True),
    ],
)
def test_two_spans_meet_on_a_day_that_both_hold(
    one: Span, other: Span, meet: bool
) -> None:
    """From the first day to the day before the end; no end is for ever."""
    assert one.meets(other) is meet
    assert other.meets(one) is meet


@given(spans(), spans())
def test_spans_meet_exactly_when_a_day_is_in_both(one: Span, other: Span) -> None:
    """Against the days themselves."""
    assert one.meets(other) is bool(days(one) & days(other))


@pytest.mark.parametrize(
    ("held", "empty"), [(span(3, 3), True), (span(3, 2), True), (span(3, 4), False)]
)
def test_a_span_is_empty_when_it_ends_on_its_first_day(held: Span, empty: bool) -> None:
    """Or before it."""
    assert held.is_empty() is empty
    assert not span(3).is_empty()


@given(spans(), st.lists(spans(), max_size=5))
def test_the_first_overlap_is_the_first_that_meets(new: Span, held: list[Span]) -> None:
    """In the order given; none when no day is shared."""
    meeting = [one for one in held if days(one) & days(new)]
    assert first_overlap(new, held) == (meeting[0] if meeting else None)


def oracle(new: Edge, held: list[Edge]) -> bool:
    """Whether on any one day somebody reaches themselves over the new edge."""
    for today in days(new.span):
        up: dict[int, set[int]] = {}
        for edge in held:
            if today in days(edge.span):
                up.setdefault(edge.below, set()).add(edge.above)
        reached, waiting = {new.above}, [new.above]
        while waiting:
            for above in up.get(waiting.pop(), set()) - reached:
                reached.add(above)
                waiting.append(above)
        if new.below in reached:
            return True
    return False


@settings(max_examples=200)
@given(edges(), st.lists(edges(), max_size=8))
def test_a_circle_is_one_that_closes_on_a_single_day(
    new: Edge, held: list[Edge]
) -> None:
    """Against an oracle that walks the tree of every day."""
    assert closes_circle(new, held) is oracle(new, held)


@pytest.mark.parametrize(
    ("held", "closes"),
    [
        ([], False),
        ([Edge(2, 1, span(0))], True),  # each above the other
        ([Edge(2, 1, span(0, 3))], True),  # on some of the days
        ([Edge(2, 1, span(5))], False),  # on other days
        ([Edge(2, 3, span(0)), Edge(3, 1, span(0))], True),  # over a third
        ([Edge(2, 3, span(0, 2)), Edge(3, 1, span(2, 4))], False),  # never at once
        ([Edge(3, 1, span(0)), Edge(1, 3, span(0))], False),  # not one's own circle
    ],
)
def test_one_under_two_for_five_days(held: list[Edge], closes: bool) -> None:
    """What is held decides."""
    assert closes_circle(Edge(1, 2, span(0, 5)), held) is closes


def test_nobody_is_under_themselves() -> None:
    """A circle of one."""
    assert closes_circle(Edge(1, 1, span(0)), [])


def test_a_long_line_is_followed_to_its_end() -> None:
    """Three hundred bodies in a line, as in a province, and the circle at its top."""
    line = [Edge(n, n + 1, span(0)) for n in range(300)]
    assert closes_circle(Edge(300, 0, span(0)), line)
    assert not closes_circle(Edge(300, 301, span(0)), line)
