"""People who press their buttons at the same moment."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier
from typing import TypeVar

from django.db import connections

Result = TypeVar("Result")
# Longer than any lock is waited for: a thread that does not come is a failure.
PATIENCE = 90


class Hands:
    """Threads that start together, round after round, each with its connection."""

    def __init__(self, pool: ThreadPoolExecutor, count: int) -> None:
        self._pool, self._count = pool, count
        self._barrier = Barrier(count)

    def at_once(self, *acts: Callable[[], Result]) -> list[Result]:
        """What each act gives back, in their order; all begin at the same moment."""
        if len(acts) != self._count:
            raise ValueError(f"{self._count} hands, {len(acts)} things to do")
        started = [self._pool.submit(self._start, act) for act in acts]
        return [one.result(PATIENCE) for one in started]

    def _start(self, act: Callable[[], Result]) -> Result:
        self._barrier.wait(PATIENCE)
        return act()


@contextmanager
def hands(count: int) -> Iterator[Hands]:
    """``count`` hands; their connections are closed at the end."""
    with ThreadPoolExecutor(count) as pool:
        held = Hands(pool, count)
        try:
            yield held
        finally:
            held.at_once(*[connections.close_all] * count)
