"""Which of a reading's drafts go into a plan, and what they say there. Pure.

The drafts are plain values in the shapes of ``documents.drafts``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from phoihop.programmes.rules.due import last_day
from phoihop.reading.findings import Bound, DueKind

LONGEST_PASSAGE = 20_000


@dataclass(frozen=True)
class DraftLine:
    """A draft that a person kept: where its words stand, and what it says.

    ``number`` is its own among those of its kind, as the review desk counts them.
    """

    pk: int
    number: int
    start: int | None
    end: int | None
    value: Mapping[str, Any]


@dataclass(frozen=True)
class Settled:
    """A due as a task holds it."""

    kind: DueKind
    value: str
    bound: Bound
    note: str
    day: date | None


@dataclass(frozen=True)
class Choice:
    """What goes into one plan.

    ``elsewhere`` counts the tasks whose lead is not a party: they belong to other
    plans of the same paper. ``unled`` are the numbers of tasks that no body leads
    yet. ``is_whole`` says that nothing of the paper is left to other plans.
    """

    tasks: tuple[DraftLine, ...]
    clauses: tuple[DraftLine, ...]
    elsewhere: int
    unled: tuple[int, ...]

    @property
    def is_whole(self) -> bool:
        """Whether the plan may hold every clause of the paper."""
        return not self.elsewhere


def lead_of(task: Mapping[str, Any]) -> int | None:
    """The id of the body that leads, if the draft names one."""
    lead = task.get("lead") or {}
    found = lead.get("organisation")
    return found if isinstance(found, int) else None


def bodies_of(task: Mapping[str, Any]) -> set[int]:
    """The ids of all bodies that the draft of a task names."""
    named = [task.get("lead") or {}, *(task.get("supporting") or ())]
    return {name["organisation"] for name in named if name.get("organisation")}


def choose(
    tasks: Iterable[DraftLine],
    clauses: Iterable[DraftLine],
    parties: frozenset[int],
) -> Choice:
    """The drafts that concern these parties.

    A plan gets only what concerns its parties: of a paper between one body and
    several others, the clauses over the tasks of this pair, and nothing of the rest.
    """
    chosen, elsewhere, unled = [], 0, []
    for task in tasks:
        lead = lead_of(task.value)
        if lead is None:
            unled.append(task.number)
        elif lead in parties:
            chosen.append(task)
        else:
            elsewhere += 1
    over = {
        tuple(path[: depth + 1])
        for task in chosen
        for path in [task.value.get("clause") or ()]
        for depth in range(len(path))
    }
    kept = [
        clause
        for clause in clauses
        if not elsewhere or tuple(clause.value["path"]) in over
    ]
    return Choice(tuple(chosen), tuple(kept), elsewhere, tuple(unled))


def settle(due: Mapping[str, Any]) -> Settled:
    """The due of a draft: the day that a person set, else what the calendar says.

    A value that is none of its kind (31/02) is no due: its words stay in the note.
    """
    kind, bound = DueKind(due.get("kind") or "none"), Bound(due.get("bound") or "by")
    value, note = due.get("value") or "", due.get("note") or ""
    typed = due.get("date")
    try:
        day = last_day(kind, value or None, bound)
    except ValueError:
        kind, value, note = DueKind.NONE, "", note or value
        day = None
    return Settled(
        kind, value, bound, note, date.fromisoformat(typed) if typed else day
    )


def passage(
    text: str, start: int, end: int, *, is_whole: bool
) -> tuple[str, int, int, int]:
    """What of a paper crosses into a plan: (passage, start, end, offset).

    The whole lines around the words, where the whole paper is between the plan's
    parties; else the words alone, since their line may speak of other bodies.
    """
    end = min(end, start + LONGEST_PASSAGE)
    first, last = start, end
    if is_whole:
        first = text.rfind("\n", 0, start) + 1
        following = text.find("\n", end)
        last = following if following >= 0 else len(text)
        if last - first > LONGEST_PASSAGE:
            first, last = start, end
    return text[first:last], start - first, end - first, first


def number_of(path: Iterable[str]) -> str:
    """The number of a clause with those above it: ``II.1.a``.

    A part that says those above it ("1.1" under "1") stands for them.
    """
    parts: list[str] = []
    for part in path:
        bare = part.strip(" .)-")
        if parts and bare.startswith(f"{parts[-1]}."):
            parts[-1] = bare
        else:
            parts.append(bare)
    return ".".join(parts)
