"""Work that comes round by itself, done by the first worker to notice."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from phoihop import clock
from phoihop.jobs.models import Timer

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Round:
    """What is done, and how long it rests between."""

    name: str
    every: timedelta
    act: Callable[[], object]


def is_mine(name: str, every: timedelta) -> bool:
    """Whether it is time, and nobody was faster; the instant moves on with a yes."""
    now = clock.now()
    never = now - every
    rows = Timer.objects.filter(pk=name)
    timer = rows.first()
    if timer is None:
        # bulk_create is the ORM's way to say ON CONFLICT DO NOTHING.
        first = Timer(name=name, last_run=never)
        Timer.objects.bulk_create([first], ignore_conflicts=True)
        timer = rows.get()
    if now - timer.last_run < every:
        return False
    return bool(rows.filter(last_run=timer.last_run).update(last_run=now))


def go_round(rounds: list[Round]) -> list[str]:
    """Do what is due; returns the names of what was done.

    What breaks is logged by its class and tried at its next turn; the others go on.
    """
    done = []
    for one in rounds:
        try:
            if is_mine(one.name, one.every):
                one.act()
                done.append(one.name)
        except Exception as error:
            log.warning("Timer %s: %s", one.name, type(error).__name__)
    return done
