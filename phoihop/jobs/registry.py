"""What the rooms above lend to this one: functions by kind, and how a job is asked for.

A worker below cannot know what a trail or a report is; ``chores.jobs`` fills this when
the installation starts.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

from phoihop.jobs import rules
from phoihop.jobs.models import Job


def nobody(job: Job) -> None:
    """Before anything is lent, nobody may act."""


def untold(job: Job) -> None:
    """Before anything is lent, nobody is told."""


@dataclass
class House:
    """What a worker asks the rooms above.

    ``actor_of`` finds who asked, if the role holds today; ``opened`` opens their
    circles; ``told`` writes the notices of a job that is over.
    """

    actor_of: Callable[[Job], Any] = nobody
    opened: Callable[[Any], AbstractContextManager[None]] = nullcontext
    told: Callable[[Job], None] = untold


# The first argument is the ``Run`` of running.py, which asks this file for the rest.
Handler = Callable[[Any], None]

house = House()
_handlers: dict[str, Handler] = {}


def register(kind: str, handler: Handler) -> None:
    """Say which function does the jobs of a kind."""
    if not rules.is_kind(kind):
        raise ValueError(f"Not a kind of job: {kind}")
    _handlers[kind] = handler


def handler_of(kind: str) -> Handler | None:
    """The function of a kind; None where this installation has none."""
    return _handlers.get(kind)


def kinds() -> list[str]:
    """Every kind that is registered."""
    return sorted(_handlers)
