"""How many tasks are in each state, as links to the lists of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode

from phoihop.pages.templatetags.marks import MARKS
from phoihop.programmes.rules.state import TaskState

# What hurts first stands first; what is done, behind.
ORDER = (
    TaskState.OVERDUE,
    TaskState.AT_RISK,
    TaskState.WAITING,
    TaskState.IN_TIME,
    TaskState.NOT_STARTED,
    TaskState.DONE_ON_TIME,
    TaskState.DONE_LATE,
    TaskState.PAUSED,
    TaskState.DROPPED,
)
OUTSIDE = "outside"


@dataclass(frozen=True)
class Counter:
    """One state with how many are in it; ``url`` leads to them."""

    code: str
    label: str | Promise
    value: int
    url: str


def counters(counts: Mapping[str, int], plan: int) -> list[Counter]:
    """The states that some task of a plan is in."""
    return [
        Counter(code, MARKS[code].word, counts[code], _address(plan, code))
        for code in (*(state.value for state in ORDER), OUTSIDE)
        if counts[code]
    ]


def _address(plan: int, code: str) -> str:
    asked = urlencode((("ke_hoach", plan), ("han", code)))
    return f"{reverse('tasks')}?{asked}"
