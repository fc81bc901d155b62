"""Verbs on task sheets: looking through, entering, taking back."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from django.db import transaction

from phoihop.files.examining import Examined
from phoihop.organisations.actions import papers
from phoihop.organisations.models import ListState, Organisation
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.programmes.models import Plan, Support, Task, TaskSheet, TaskSheetLine
from phoihop.programmes.rules import sheet_columns, task_sheet
from phoihop.programmes.rules.task_sheet import Fault, Listing
from phoihop.programmes.sheet_lines import (
    DUE_FIELDS,
    Field,
    Mark,
    Outcome,
    Taken,
    outcomes,
)
from phoihop.programmes.sheet_words import Reader
from phoihop.programmes.untouched import built_on
from phoihop.refusals import NotAllowed, Refused
from phoihop.trail.actions import record
from phoihop.versions.models import VersionedRow


class _Written(NamedTuple):
    """What entering wrote: new tasks, changed ones, and every row for the trail."""

    made: list[Task]
    changed: list[Task]
    rows: list[VersionedRow]

    def wrote(self, *rows: VersionedRow) -> None:
        """Remember rows for the trail."""
        self.rows.extend(rows)


@transaction.atomic
def look_through(
    *,
    plan: Plan,
    examined: Examined,
    listing: Listing,
    unread: int = 0,
    by: Actor,
    on: date,
) -> TaskSheet:
    """Keep what a sheet lists, each line with what it would come to; enter nothing.

    Raises ``Refused`` for a sheet that lists no tasks. A line in which the gate finds
    personal data is not kept, only where it stands; nor is then the file.
    """
    require(by, Permission.TASK_CREATE, scope=plan.scope)
    if by.organisation is None:
        raise NotAllowed("permission.role", permission=Permission.TASK_CREATE)
    _refuse_no_list(listing)
    sheet = TaskSheet(
        scope=plan.scope,
        plan=plan,
        body=by.organisation,
        file_name=examined.name,
        sheet_name=listing.sheet[:100],
        unread=unread,
        received_on=on,
    )
    reader = Reader(plan, on)
    lines = [reader.row(sheet, line) for line in listing.lines]
    if not any(Fault.PERSONAL_DATA in line.faults for line in lines):
        sheet.file = papers.receive_file(examined=examined, by=by, on=on)
    sheet.save()
    for line in lines:
        line.sheet = sheet
        line.save()
    record(
        by=by,
        scope=plan.scope,
        did="task_sheet.received",
        on=sheet,
        after={"lines": len(lines)},
        also=lines,
    )
    return sheet


@transaction.atomic
def match(
    *, sheet: TaskSheet, seen: int, bodies: Mapping[str, int], by: Actor, on: date
) -> TaskSheet:
    """Say which bodies words of a sheet mean; its lines are read again by that.

    Raises ``Refused`` for words that the sheet does not ask for, and for a body that
    has ended.
    """
    require(by, Permission.TASK_CREATE, scope=sheet.scope)
    _refuse_others(sheet, by)
    if sheet.state != ListState.PREVIEW:
        raise Refused("task_sheet.not_waiting")
    lines = list(sheet.lines.order_by("number"))
    asked = {words for line in lines for _f, _c, words, _b in line.candidates}
    living = Organisation.objects.living(on).in_bulk(set(bodies.values()))
    if (
        not bodies
        or not bodies.keys() <= asked
        or len(living) < len({*bodies.values()})
    ):
        raise Refused("task_sheet.not_asked")
    meanings = {**sheet.meanings, **bodies}
    sheet.change(seen=seen, meanings=meanings)
    reader = Reader(sheet.plan, on, meanings)
    read = [(line, reader.meant(line)) for line in lines if line.text]
    leads = Organisation.objects.in_bulk({said["lead_id"] for _line, said in read})
    changed: list[VersionedRow] = []
    for line, said in read:
        if any(getattr(line, name) != value for name, value in said.items()):
            lead = leads.get(said.pop("lead_id"))
            changed.append(line.change(seen=line.version, lead=lead, **said))
    record(
        by=by,
        scope=sheet.scope,
        did="task_sheet.matched",
        on=sheet,
        after={"bodies": sorted(set(bodies.values()))},
        also=changed,
    )
    return sheet


@transaction.atomic
def enter(
    *,
    sheet: TaskSheet,
    seen: int,
    count: int,
    taken: Iterable[Taken] = (),
    by: Actor,
    on: date,
) -> TaskSheet:
    """Make a task of every new line, and take over the differences that were chosen.

    All of them or none, and one entry in the trail: it is one decision. ``count`` is
    how many new tasks were on the screen, ``taken`` what was chosen there; if the plan
    has changed since, it is refused and looked at again.
    """
    require(by, Permission.TASK_CREATE, scope=sheet.scope)
    require(by, Permission.TASK_EDIT, scope=sheet.scope)
    _refuse_others(sheet, by)
    plan = Plan.objects.select_for_update(no_key=True).get(pk=sheet.plan_id)
    if sheet.state != ListState.PREVIEW:
        raise Refused("task_sheet.not_waiting")
    found = outcomes(sheet)
    new = [one for one in found if one.mark is Mark.NEW]
    if len(new) != count:
        raise Refused("task_sheet.overtaken", shown=count, now=len(new))
    wanted = _chosen(found, taken)
    if not new and not wanted:
        raise Refused("task_sheet.nothing_new")
    _refuse_gone(plan, [one.line for one in new], on)
    written = _Written([], [], [])
    for one in new:
        _make(one.line, plan, written)
    for one, fields in wanted:
        _take_over(one, fields, on, written)
    sheet.change(seen=seen, state=ListState.ENTERED)
    record(
        by=by,
        scope=sheet.scope,
        did="task_sheet.entered",
        on=sheet,
        after={"entered": len(written.made), "taken": len(written.changed)},
        also=[*written.made, *written.changed, *written.rows],
    )
    return sheet


@transaction.atomic
def undo(*, sheet: TaskSheet, seen: int, by: Actor, on: date) -> TaskSheet:
    """Take a sheet back: its tasks never were, and what it changed is as before.

    Refused while anybody has built on one of them since: then it is told on how many,
    and each is changed or dropped by itself.
    """
    require(by, Permission.TASK_EDIT, scope=sheet.scope)
    _refuse_others(sheet, by)
    Plan.objects.select_for_update(no_key=True).get(pk=sheet.plan_id)
    if sheet.state != ListState.ENTERED:
        raise Refused("task_sheet.not_entered")
    lines = list(sheet.lines.exclude(before=None).order_by("number"))
    as_left = {line.task_id: line.before or {} for line in lines}
    tasks = _held(as_left)
    in_the_way = built_on(as_left, tasks)
    if in_the_way:
        raise Refused("task_sheet.built_on", count=len(in_the_way))
    rows: list[VersionedRow] = []
    for line in lines:
        if line.made_id:
            rows += _withdrawn(tasks[line.task_id], on)
        else:
            rows += _set_back(tasks[line.task_id], line, on)
    sheet.change(seen=seen, state=ListState.UNDONE)
    record(
        by=by,
        scope=sheet.scope,
        did="task_sheet.undone",
        on=sheet,
        after={"withdrawn": sum(line.made_id is not None for line in lines)},
        also=rows,
    )
    return sheet


def _refuse_no_list(listing: Listing) -> None:
    if not listing.headed or listing.missing:
        wanted = ", ".join(f"“{sheet_columns.HEADS[c]}”" for c in sheet_columns.NEEDED)
        lacking = listing.missing or sheet_columns.NEEDED
        missing = ", ".join(f"“{sheet_columns.HEADS[c]}”" for c in lacking)
        raise Refused(
            "task_sheet.foreign", field="file", wanted=wanted, missing=missing
        )
    if listing.too_many:
        raise Refused("task_sheet.too_many", field="file", most=task_sheet.MOST_LINES)
    if not listing.lines:
        raise Refused("task_sheet.empty", field="file")


def _refuse_others(sheet: TaskSheet, by: Actor) -> None:
    """A sheet is decided on by the body that handed it in."""
    if by.organisation_id != sheet.body_id:
        raise NotAllowed("task_sheet.of_others")


def _chosen(
    found: list[Outcome], taken: Iterable[Taken]
) -> list[tuple[Outcome, list[Field]]]:
    """The differences that were chosen, as long as they are what was shown."""
    by_line = {one.line.pk: one for one in found if one.task is not None}
    choices = list(taken)
    fields: dict[int, list[Field]] = {}
    asked = [by_line[c.line] for c in choices if c.line in by_line]
    now = _held(one.task.pk for one in asked if one.task is not None)
    for choice in choices:
        one = by_line.get(choice.line)
        if one is None or one.task is None or choice.field not in one.differs:
            raise Refused("task_sheet.gone")
        if now[one.task.pk].version != choice.seen:
            raise Refused("task_sheet.changed", number=one.line.number)
        fields.setdefault(choice.line, []).append(choice.field)
    return [(by_line[pk], chosen) for pk, chosen in fields.items()]


def _held(tasks: Iterable[int]) -> dict[int, Task]:
    """These tasks, as they stand now, held in the order of their keys."""
    rows = Task.objects.select_for_update(no_key=True).order_by("pk")
    return {row.pk: row for row in rows.filter(pk__in=list(tasks))}


def _refuse_gone(plan: Plan, lines: list[TaskSheetLine], on: date) -> None:
    """Raise if a body has ended since the look, or left the plan as its lead."""
    parties = set(plan.parties.values_list("organisation_id", flat=True))
    meant = {body for line in lines for body in (line.lead_id, *line.supporters)}
    living = Organisation.objects.living(on).filter(pk__in=meant)
    lives = set(living.values_list("pk", flat=True))
    for line in lines:
        if line.lead_id not in parties or not {line.lead_id, *line.supporters} <= lives:
            raise Refused("task_sheet.body_gone", number=line.number)


def _make(line: TaskSheetLine, plan: Plan, written: _Written) -> None:
    task = Task.objects.create(
        scope=line.scope,
        plan=plan,
        clause=line.clause,
        text=line.text,
        lead_id=line.lead_id or 0,
        lead_words=line.lead_words if line.names_several else "",
        support_words=line.group_words,
        due_note=line.due_words,
        **{name: getattr(line, name) for name in DUE_FIELDS},
    )
    supports = [_support(task, body) for body in line.supporters]
    kept = {"version": task.version, "supports": _standing(supports)}
    line.change(seen=line.version, made=task, before=kept)
    written.made.append(task)
    written.wrote(line, *supports)


def _take_over(one: Outcome, fields: list[Field], on: date, written: _Written) -> None:
    """Change the task that the plan has, and keep what was so before."""
    line, task = one.line, one.task
    if task is None:  # ``_chosen`` lets only lines through that have one.
        raise TypeError(line)
    before: dict[str, object] = {}
    supports = list(one.supports)
    if Field.DUE in fields:
        names = (*DUE_FIELDS, "due_note")
        before["due"] = {name: _plain(getattr(task, name)) for name in names}
        said = {name: getattr(line, name) for name in DUE_FIELDS}
        task.change(seen=task.version, **said, due_note=line.due_words)
    if Field.SUPPORT in fields:
        added = [_support(task, body) for body in one.missing]
        for row in one.surplus:
            row.withdraw(on=on)
        before["added"] = [row.pk for row in added]
        before["withdrawn"] = [row.organisation_id for row in one.surplus]
        supports = [row for row in supports if row not in one.surplus] + added
        written.wrote(*added, *one.surplus)
    kept = {"version": task.version, "supports": _standing(supports), **before}
    line.change(seen=line.version, changed=task, before=kept)
    written.changed.append(task)
    written.wrote(line)


def _withdrawn(task: Task, on: date) -> list[VersionedRow]:
    supports = list(task.supports.all())
    return [row.withdraw(on=on) for row in (*supports, task)]


def _set_back(task: Task, line: TaskSheetLine, on: date) -> list[VersionedRow]:
    """What the line changed is as it was before; nobody has touched it since."""
    before: dict[str, Any] = line.before or {}
    rows: list[VersionedRow] = []
    if "due" in before:
        due = dict(before["due"])
        due["due_date"] = (
            date.fromisoformat(due["due_date"]) if due["due_date"] else None
        )
        rows.append(task.change(seen=task.version, **due))
    added = task.supports.filter(pk__in=before.get("added", ()))
    rows += [row.withdraw(on=on) for row in added]
    rows += [_support(task, body) for body in before.get("withdrawn", ())]
    return rows


def _support(task: Task, body: int) -> Support:
    made: Support = Support.objects.create(
        scope=task.scope, task=task, organisation_id=body
    )
    return made


def _standing(supports: Iterable[Support]) -> list[list[int]]:
    """The supports of a task with their versions, to see later who touched them."""
    return sorted([row.pk, row.version] for row in supports)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
