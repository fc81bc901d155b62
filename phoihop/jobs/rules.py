"""How often a job is tried, and what it may leave behind. Pure."""

import re
from datetime import timedelta

# A job that broke this often is parked until a person looks at it.
MOST_TRIES = 5
FIRST_PAUSE = timedelta(seconds=10)
# The id of what was made, a code, the name of a class: never a sentence.
SMALL = re.compile(r"[A-Za-z0-9_.:-]{0,100}", re.ASCII)
# A lease is renewed this often before it would run out.
BEATS_A_LEASE = 3


def pause_before_next(tries: int) -> timedelta:
    """How long to wait after this many tries: 10 seconds, 40, 160, 640."""
    multiple: int = 4 ** max(tries - 1, 0)
    return FIRST_PAUSE * multiple


def is_spent(tries: int) -> bool:
    """Whether it has been tried often enough."""
    return tries >= MOST_TRIES


def is_small(outcome: str) -> bool:
    """Whether this may be kept as an outcome: a word, no text."""
    return SMALL.fullmatch(outcome) is not None


def is_kind(kind: str) -> bool:
    """Whether this may name a kind of job: ``trail.export``."""
    return is_small(kind) and "." in kind and kind == kind.lower()
