"""How much of a plan has tasks: the empty places are what is looked for. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Coverage:
    """Clauses that call for tasks, those that have some, and tasks without a clause."""

    clauses: int
    covered: int
    loose: int


def coverage(clauses: Iterable[tuple[str, int]], loose: int) -> Coverage:
    """Count the clauses, each given as its full number and its own number of tasks.

    What only heads other clauses ("II" over "II.1") calls for no task itself; it is
    counted where tasks hang on it.
    """
    own = list(clauses)
    heads = heading(number for number, _tasks in own)
    counted = [tasks for number, tasks in own if tasks or number not in heads]
    return Coverage(len(counted), sum(1 for tasks in counted if tasks), loose)


def heading(numbers: Iterable[str]) -> frozenset[str]:
    """The numbers that head others among these."""
    return frozenset(head for number in numbers for head in _heads(number))


def _heads(number: str) -> Iterable[str]:
    """The numbers above this one: "II" and "II.1" above "II.1.a"."""
    while number := number.rpartition(".")[0]:
        yield number
