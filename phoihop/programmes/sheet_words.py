"""What the words of a sheet's line mean in one plan: bodies, a clause, until when.

Nothing is guessed. Words that call no body, or two, are a fault of their line, with
the bodies that may be meant.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from phoihop.organisations import called
from phoihop.organisations.called import Called
from phoihop.organisations.rules.several import bodies_in, is_group
from phoihop.programmes.models import Plan, TaskSheet, TaskSheetLine
from phoihop.programmes.rules.sheet_columns import Column
from phoihop.programmes.rules.task_sheet import Fault, Line
from phoihop.reading.headed import as_words
from phoihop.screening import gate
from phoihop.screening.classes import TextClass
from phoihop.vietnamese import fold

# What is said of the bodies of a line, or follows from them.
OF_BODIES = frozenset(
    {Fault.UNKNOWN, Fault.DOUBTFUL, Fault.ENDED, Fault.NOT_PARTY, Fault.TWICE}
)
KEPT: Mapping[Column, str] = {
    Column.CLAUSE: "clause_words",
    Column.TEXT: "text",
    Column.LEAD: "lead_words",
    Column.SUPPORT: "support_words",
    Column.PRODUCT: "product",
    Column.PROGRESS: "progress",
    Column.NOTE: "note",
}


@dataclass
class Meant:
    """The bodies that a line names, and what is wrong with the words that name none."""

    lead: int | None = None
    is_shared: bool = False
    supporters: list[int] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    faults: list[tuple[Fault, Column]] = field(default_factory=list)
    candidates: list[tuple[Fault, Column, str, list[int]]] = field(default_factory=list)


class Reader:
    """Reads the lines of one sheet into rows of a plan."""

    def __init__(
        self, plan: Plan, on: date, meanings: Mapping[str, int] | None = None
    ) -> None:
        """Ask once what all lines will be held against.

        ``meanings``: the bodies that a person said words of this sheet mean.
        """
        self.directory = Called(called.gazetteer(on))
        self.parties = set(plan.parties.values_list("organisation_id", flat=True))
        self.clauses = {
            _number(clause.number): clause.pk for clause in plan.clauses.all()
        }
        self.meanings = meanings or {}
        others = plan.programme.plans.exclude(pk=plan.pk)
        self.others = {fold(title) for title in others.values_list("title", flat=True)}
        self.seen: set[tuple[str, int]] = set()
        self.after: dict[str, list[int]] = {}

    def row(self, sheet: TaskSheet, line: Line) -> TaskSheetLine:
        """The line as it is kept, not yet saved."""
        row = TaskSheetLine(scope=sheet.scope, sheet=sheet, number=line.number)
        personal = [column for column, said in line.words.items() if _is_held(said)]
        if personal:
            row.faults = as_words((Fault.PERSONAL_DATA, column) for column in personal)
            return row
        for column, name in KEPT.items():
            setattr(row, name, line.said(column))
        row.due_words = line.said(Column.DUE) or line.said(Column.DUE_DATE)
        row.due_kind, row.due_bound = line.due.kind, line.due.bound
        row.due_value, row.due_date = line.due.value or "", line.due_date
        row.formulas, row.hidden = " ".join(line.formulas), line.hidden
        row.clause_id = self.clauses.get(_number(row.clause_words))
        row.faults = as_words([*line.faults, *self.elsewhere(line)])
        for name, value in self.meant(row).items():
            setattr(row, name, value)
        return row

    def meant(self, row: TaskSheetLine) -> dict[str, Any]:
        """What the bodies in a line come to, as columns of the line.

        Faults of its other cells stay; those of its bodies are found anew.
        """
        meant = self.bodies(row.lead_words, row.support_words)
        others = [pair for pair in row.fault_pairs() if pair[0] not in OF_BODIES]
        twice = self.repeated(row.text, meant.lead)
        return {
            "lead_id": meant.lead,
            "names_several": meant.is_shared,
            "supporters": meant.supporters,
            "group_words": "; ".join(meant.groups),
            "candidates": [list(offer) for offer in meant.candidates],
            "faults": as_words(dict.fromkeys([*others, *meant.faults, *twice])),
        }

    def bodies(self, lead: str, support: str) -> Meant:
        """Who leads and who supports; co-leads behind the first support."""
        leads, others = bodies_in(lead, self.knows), bodies_in(support, self.knows)
        meant = Meant(is_shared=len(leads) > 1)
        for place, words in enumerate(leads):
            body = self.one(words, Column.LEAD if place == 0 else Column.SUPPORT, meant)
            if place == 0:
                meant.lead = body
                if body is not None and body not in self.parties:
                    meant.faults.append((Fault.NOT_PARTY, Column.LEAD))
            else:
                self.add(words, body, meant)
        for words in others:
            if is_group(words) and not self.knows(words):
                meant.groups.append(words)
            else:
                self.add(words, self.one(words, Column.SUPPORT, meant), meant)
        found = dict.fromkeys(meant.supporters)
        meant.supporters = [body for body in found if body != meant.lead]
        return meant

    def add(self, words: str, body: int | None, meant: Meant) -> None:
        """A party supports; another body stays in words, for no plan binds it."""
        if body is not None and body in self.parties:
            meant.supporters.append(body)
        elif body is not None:
            meant.groups.append(words)

    def knows(self, words: str) -> bool:
        """Whether words call a body, or a person has said which."""
        return words in self.meanings or self.directory.knows(words)

    def one(self, words: str, column: Column, meant: Meant) -> int | None:
        """The one body that is called so; of several, the one that is in the plan."""
        if words in self.meanings:
            return self.meanings[words]
        living = self.directory.living(words)
        found = [body for body in living if body in self.parties] or living
        if len(found) == 1:
            return found[0]
        if found:
            fault, offered = Fault.DOUBTFUL, sorted(found)
        elif gone := self.directory.gone(words):
            fault, offered = Fault.ENDED, self.heirs(words, gone)
        else:
            fault, offered = Fault.UNKNOWN, self.directory.alike(words)
        meant.faults.append((fault, column))
        meant.candidates.append((fault, column, words, offered))
        return None

    def heirs(self, words: str, gone: list[int]) -> list[int]:
        """Who came after bodies that are no more, asked once for the same words."""
        if words not in self.after:
            self.after[words] = called.heirs(gone)
        return self.after[words]

    def elsewhere(self, line: Line) -> Iterable[tuple[Fault, Column]]:
        """A line of another plan, as a list of a whole programme has them."""
        if fold(line.said(Column.PLAN)) in self.others:
            yield Fault.OTHER_PLAN, Column.PLAN

    def repeated(self, text: str, lead: int | None) -> Iterable[tuple[Fault, Column]]:
        """The same task with the same lead a second time is a fault of the second."""
        if not text or lead is None:
            return
        key = (fold(text), lead)
        if key in self.seen:
            yield Fault.TWICE, Column.TEXT
        self.seen.add(key)


def _is_held(words: str) -> bool:
    """Whether the gate keeps these words out of a task."""
    return bool(gate.against(words, TextClass.FREE))


def _number(text: str) -> str:
    """The number of an item as it is compared: "Mục II. 1." is "ii.1"."""
    words = fold(text).removeprefix("muc ").removeprefix("dieu ")
    return words.replace(" ", "").strip(".")
