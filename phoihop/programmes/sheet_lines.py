"""What each line of a sheet comes to, held against its plan as it stands now."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from phoihop.programmes.models import Support, Task, TaskSheet, TaskSheetLine
from phoihop.programmes.rules.state import Phase
from phoihop.vietnamese import fold

DUE_FIELDS = ("due_kind", "due_value", "due_bound", "due_date")


class Mark(StrEnum):
    """What becomes of a line."""

    NEW = "line_new"
    KNOWN = "line_known"
    DIFFERS = "line_differs"
    FAULT = "line_fault"


class Field(StrEnum):
    """In what a line and the task that the plan has may differ."""

    DUE = "due"
    SUPPORT = "support"


@dataclass(frozen=True)
class Taken:
    """A difference that a person takes over from the sheet, as it was shown."""

    line: int
    field: Field
    # The version of the task on the screen.
    seen: int


@dataclass(frozen=True)
class Outcome:
    """A line and, where the plan has the task already, in what the two differ.

    ``supports`` are the task's; ``missing`` bodies support it by the sheet only, and
    ``surplus`` supports are not in the sheet and hold nothing that would be lost.
    """

    line: TaskSheetLine
    mark: Mark
    task: Task | None = None
    supports: tuple[Support, ...] = ()
    differs: tuple[Field, ...] = ()
    missing: tuple[int, ...] = ()
    surplus: tuple[Support, ...] = ()


def outcomes(sheet: TaskSheet) -> list[Outcome]:
    """Every line of a sheet that waits, in its order: three queries."""
    known: dict[tuple[str, int], Task] = {}
    for task in Task.objects.filter(plan=sheet.plan_id).order_by("-pk"):
        known[fold(task.text), task.lead_id] = task
    supports: dict[int, list[Support]] = {}
    for row in Support.objects.filter(task__in=known.values()).order_by("pk"):
        supports.setdefault(row.task_id, []).append(row)
    found = []
    for line in sheet.lines.select_related("clause").order_by("number"):
        same = known.get((fold(line.text), line.lead_id or 0))
        if line.faults:
            found.append(Outcome(line, Mark.FAULT))
        elif same is None:
            found.append(Outcome(line, Mark.NEW))
        else:
            found.append(_against(line, same, supports.get(same.pk, ())))
    return found


def _against(line: TaskSheetLine, task: Task, supports: Iterable[Support]) -> Outcome:
    """A line beside its task. An empty cell says nothing, so it differs in nothing."""
    rows = tuple(supports)
    if task.outside or task.phase not in (Phase.OPEN, Phase.PAUSED):
        # What was reported stays as it was; beyond the boundary nothing is held to.
        return Outcome(line, Mark.KNOWN, task, rows)
    now = {row.organisation_id for row in rows}
    said = [body for body in line.supporters if body != task.lead_id]
    missing = tuple(body for body in said if body not in now)
    bare = (row for row in rows if not row.deliverable and row.done_on is None)
    surplus = tuple(row for row in bare if said and row.organisation_id not in said)
    differs = []
    if line.due_words and any(
        getattr(line, name) != getattr(task, name) for name in DUE_FIELDS
    ):
        differs.append(Field.DUE)
    if missing or surplus:
        differs.append(Field.SUPPORT)
    mark = Mark.DIFFERS if differs else Mark.KNOWN
    return Outcome(line, mark, task, rows, tuple(differs), missing, surplus)
