"""What of a reading goes into a plan, and the rows that are made of it.

A part of ``actions.confirmations``, which asks, records and runs the transaction.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Window
from django.db.models.functions import RowNumber

from phoihop.documents import directory as directories
from phoihop.documents.models import KEPT, DraftState, Reading
from phoihop.organisations.models import Organisation
from phoihop.programmes.models import Clause, Plan, Source, Support, Task
from phoihop.programmes.rules.confirming import (
    Choice,
    DraftLine,
    choose,
    lead_of,
    number_of,
    passage,
    settle,
)
from phoihop.reading.findings import Field
from phoihop.refusals import Refused
from phoihop.screening.classes import TextClass
from phoihop.screening.gate import against
from phoihop.versions.models import WithdrawableRow

LONGEST = {"number": 60, "text": 4000, "words": 500, "group": 1000}


def waiting_drafts(reading: Reading) -> list[Any]:
    """The drafts of tasks and clauses that no standing confirmation has used.

    Each with its ``number`` among those of its kind, as the review desk counts them.
    """
    used = reading.confirmations.filter(undone_on=None).values_list("drafts", flat=True)
    gone = {pk for drafts in used for pk in drafts}
    rows = reading.drafts.filter(field__in=(Field.TASK, Field.CLAUSE)).annotate(
        number=Window(RowNumber(), partition_by="field", order_by="position")
    )
    return [row for row in rows.order_by("position") if row.pk not in gone]


def choice_of(drafts: Iterable[Any], parties: frozenset[int]) -> Choice:
    """What of these drafts goes into a plan between these bodies.

    A clause is kept unless somebody dropped it; a task only if somebody kept it.
    """
    held = list(drafts)
    tasks = [
        _line(row) for row in held if row.field == Field.TASK and row.state in KEPT
    ]
    clauses = [
        _line(row)
        for row in held
        if row.field == Field.CLAUSE and row.state != DraftState.DROPPED
    ]
    return choose(tasks, clauses, parties)


def fill(
    plan: Plan, choice: Choice, reading: Reading, on: date
) -> list[WithdrawableRow]:
    """Make the rows of ``choice`` in the plan; in the order in which they were made."""
    known = directories.of(on).known
    sources = _Sources(plan, choice, reading)
    made: list[WithdrawableRow] = []
    clauses: dict[tuple[str, ...], Clause] = {}
    for position, line in enumerate(choice.clauses, 1):
        source = sources.of(line)
        clause = Clause.objects.create(
            scope=plan.scope,
            plan=plan,
            number=number_of(line.value["path"])[: LONGEST["number"]],
            text=line.value["text"][: LONGEST["text"]],
            position=position,
            source=source,
        )
        clauses[tuple(line.value["path"])] = clause
        made += [source, clause] if source else [clause]
    named = {pk for line in choice.tasks for pk in _supporting(line.value)[0]}
    leads = {lead_of(line.value) for line in choice.tasks}
    bodies = Organisation.objects.in_bulk(
        [pk for pk in named | leads if pk is not None]
    )
    for line in choice.tasks:
        words = _lead_words(line.value, known)
        made += _task(plan, line, clauses, bodies, sources.of(line), lead_words=words)
    return made


def _lead_words(value: Mapping[str, Any], known: Callable[[str], int | None]) -> str:
    """Whom the paper names, where that is more than the body that leads.

    Several equal doers; or "Phó Chủ tịch Thường trực", for whom a body was chosen.
    """
    lead = value.get("lead") or {}
    words = str(value.get("lead_words") or "")
    if words or lead.get("start") is None:
        return words
    is_sure = known(lead["text"]) == lead.get("organisation")
    return "" if is_sure else str(lead["text"])


class _Sources:
    """The words of the paper that cross into the plan."""

    def __init__(self, plan: Plan, choice: Choice, reading: Reading) -> None:
        self.plan = plan
        self.is_whole = choice.is_whole
        self.document = reading.document
        self.text: str = reading.read_text.text

    def of(self, line: DraftLine) -> Source | None:
        """The source of a draft; None for what a person added without any words."""
        if line.start is None or line.end is None:
            return None
        words, start, end, offset = passage(
            self.text, line.start, line.end, is_whole=self.is_whole
        )
        source: Source = Source.objects.create(
            scope=self.plan.scope,
            document=self.document,
            label=self.document.title,
            passage=words,
            start=start,
            end=end,
            offset=offset,
        )
        return source


def _task(
    plan: Plan,
    line: DraftLine,
    clauses: Mapping[tuple[str, ...], Clause],
    bodies: Mapping[int, Organisation],
    source: Source | None,
    *,
    lead_words: str,
) -> list[WithdrawableRow]:
    value = line.value
    text = value["text"].strip()[: LONGEST["text"]]
    if not text:
        raise Refused("confirm.text_missing", number=line.number)
    if against(text, TextClass.FREE):
        raise Refused("confirm.personal_data", number=line.number)
    ids, words = _supporting(value)
    due = settle(value["due"])
    outside = bool(value.get("outside"))
    lead = bodies[lead_of(value) or 0]
    task: Task = Task.objects.create(
        scope=plan.scope,
        plan=plan,
        clause=_clause(value, clauses),
        source=source,
        text=text,
        lead=lead,
        lead_words=_kept(lead_words, "words"),
        support_words=_kept("; ".join(words), "group"),
        kind=value.get("kind") or "assigned",
        due_kind=due.kind,
        due_value=due.value,
        due_bound=due.bound,
        due_note=_kept(due.note, "words"),
        # Beyond the boundary it is text with a state: nobody is held to a day.
        due_date=None if outside else due.day,
        outside=outside,
    )
    made: list[WithdrawableRow] = [source] if source else []
    made.append(task)
    if not outside:
        made += [
            Support.objects.create(scope=plan.scope, task=task, organisation=bodies[pk])
            for pk in ids
            if pk != lead.pk
        ]
    return made


def _supporting(value: Mapping[str, Any]) -> tuple[list[int], list[str]]:
    """The bodies that support, each once, and the words that name no single body."""
    ids, words = [], []
    for name in value.get("supporting") or ():
        if name.get("organisation"):
            ids.append(name["organisation"])
        else:
            words.append(name["text"])
    return list(dict.fromkeys(ids)), words


def _clause(
    value: Mapping[str, Any], clauses: Mapping[tuple[str, ...], Clause]
) -> Clause | None:
    """The clause that governs a task: the nearest of its path that stands."""
    path = tuple(value.get("clause") or ())
    while path:
        if path in clauses:
            return clauses[path]
        path = path[:-1]
    return None


def _kept(words: str, limit: str) -> str:
    """Words of the paper beside the task; what may not be kept stays in the source."""
    cut = words[: LONGEST[limit]]
    return "" if against(cut, TextClass.FREE) else cut


def _line(row: Any) -> DraftLine:
    return DraftLine(row.pk, row.number, row.start, row.end, row.value)
