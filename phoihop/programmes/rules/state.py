"""What a task's dates say of it on a day, and which steps it may take. Pure."""

from datetime import date, timedelta
from enum import StrEnum

# "Sắp đến hạn": due within a week, today included.
SOON = timedelta(days=7)


class Phase(StrEnum):
    """How far a task has come; what is stored. Lateness never is (product rule 13)."""

    OPEN = "open"
    REPORTED = "reported"
    DONE = "done"
    PAUSED = "paused"
    DROPPED = "dropped"


UNFINISHED = (Phase.OPEN, Phase.REPORTED, Phase.PAUSED)

# From which phase a task may come to which.
STEPS: dict[Phase, frozenset[Phase]] = {
    Phase.OPEN: frozenset({Phase.REPORTED, Phase.PAUSED, Phase.DROPPED, Phase.DONE}),
    Phase.REPORTED: frozenset({Phase.DONE, Phase.OPEN}),
    Phase.DONE: frozenset(),
    Phase.PAUSED: frozenset({Phase.OPEN, Phase.DROPPED}),
    Phase.DROPPED: frozenset(),
}


class TaskState(StrEnum):
    """What a task is on a day; computed, never stored or typed."""

    NOT_STARTED = "not_started"
    IN_TIME = "in_time"
    AT_RISK = "at_risk"
    OVERDUE = "overdue"
    WAITING = "waiting"
    DONE_ON_TIME = "done_on_time"
    DONE_LATE = "done_late"
    PAUSED = "paused"
    DROPPED = "dropped"


def may_step(now: Phase, to: Phase) -> bool:
    """Whether a task in phase ``now`` may come to phase ``to``."""
    return to in STEPS[now]


def task_state(
    *,
    phase: Phase,
    due: date | None,
    done: date | None,
    percent: int | None,
    on: date,
) -> TaskState:
    """The state on day ``on`` of a task due at the end of day ``due``.

    At risk: it is open and seven days or fewer are left, today included. ``done`` is
    the day of the submission that was accepted; ``percent`` what was reported last,
    None before the first report.
    """
    if phase is Phase.DONE:
        late = due is not None and done is not None and done > due
        return TaskState.DONE_LATE if late else TaskState.DONE_ON_TIME
    fixed = {
        Phase.REPORTED: TaskState.WAITING,
        Phase.PAUSED: TaskState.PAUSED,
        Phase.DROPPED: TaskState.DROPPED,
    }
    if phase in fixed:
        return fixed[phase]
    if due is not None and due < on:
        return TaskState.OVERDUE
    if due is not None and due <= on + SOON:
        return TaskState.AT_RISK
    return TaskState.NOT_STARTED if percent is None else TaskState.IN_TIME
