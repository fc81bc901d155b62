"""The one place that reads the clock.

Rules never do, and actions take the day as ``on``: doors pass ``today()``. The
trail and the versions take the instant from ``now()``. The demo and the tests
put another clock in its place with ``standing_at``.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

# A date is end-of-day in this zone (product rule 1).
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")

_standing: ContextVar[datetime | None] = ContextVar("standing clock", default=None)


def now() -> datetime:
    """The instant, aware, in UTC."""
    return _standing.get() or datetime.now(UTC)


def day_of(instant: datetime) -> date:
    """The day it was in Việt Nam at ``instant`` (aware)."""
    return instant.astimezone(VIETNAM).date()


def today() -> date:
    """The day it is in Việt Nam."""
    return day_of(now())


def end_of(day: date) -> datetime:
    """The last instant of a day in Việt Nam, in UTC."""
    return datetime.combine(day, time.max, tzinfo=VIETNAM).astimezone(UTC)


def is_pretended() -> bool:
    """Whether another clock stands in place of the real one."""
    return _standing.get() is not None


@contextmanager
def standing_at(instant: datetime) -> Iterator[None]:
    """Let the clock stand at ``instant`` (aware) for a while."""
    if instant.tzinfo is None:
        raise ValueError("A clock needs an instant with its zone.")
    token = _standing.set(instant.astimezone(UTC))
    try:
        yield
    finally:
        _standing.reset(token)
