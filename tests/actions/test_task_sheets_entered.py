"""A task sheet that was looked through: entered as a whole, and taken back."""

from datetime import date

import pytest

from phoihop import clock
from phoihop.organisations.permissions import scoped
from phoihop.programmes.actions import task_sheets, tasks
from phoihop.programmes.models import (
    Support,
    Task,
    TaskSheet,
    TaskSheetLine,
)
from phoihop.programmes.sheet_lines import Field, Mark
from phoihop.reading.findings import DueKind
from tests.actions.stage import NOT_DRAFTING, forbidden_to
from tests.factories import World
from tests.refused import forbidden, refused
from tests.task_sheets import (
    KNOWN,
    NEW,
    SO,
    entered,
    faults,
    found,
    known,
    line,
    looked_through,
    marks,
    taken,
    undone,
)
from tests.witness import dump, every, last_entry, said, version_faults

# --- entering ----------------------------------------------------------------------


def test_entering_makes_a_task_of_each_new_line(world: World) -> None:
    before = len(every(Task))
    words = line(support=f"{SO}; các xã", due="quý III/2026")
    sheet = looked_through(world, [words, line(KNOWN), line("Lạ", lead="Sở Lạ")])
    assert marks(world, sheet) == [Mark.NEW, Mark.KNOWN, Mark.FAULT]
    done = entered(world, sheet)
    assert done.state == "entered"
    assert len(every(Task)) == before + 1
    task = every(Task)[-1]
    assert (task.text, task.lead_id, task.plan_id) == (
        NEW,
        world.bodies["ban"].pk,
        world.plan.pk,
    )
    assert (task.due_kind, task.due_value) == (DueKind.QUARTER, "2026-Q3")
    assert (task.due_note, task.due_date) == ("quý III/2026", date(2026, 9, 30))
    assert task.support_words == "các xã"
    assert [row.organisation_id for row in every(Support)] == [world.bodies["so"].pk]
    entry = last_entry()
    assert (entry.did, entry.object_id) == ("task_sheet.entered", sheet.pk)
    assert said(entry)["after"] == {"entered": 1, "taken": 0}
    assert version_faults() == []


def test_each_task_leads_back_to_its_line(world: World) -> None:
    sheet = looked_through(world, [line()])
    entered(world, sheet)
    with scoped(world.actors["minh"]):
        task = Task.objects.select_related("sheet_line__sheet").latest("pk")
        assert (task.sheet_line.number, task.sheet_line.sheet.pk) == (2, sheet.pk)


def test_differences_are_left_unless_they_are_taken(world: World) -> None:
    other = line(KNOWN, due="trước ngày 20/6/2026", support=SO)
    sheet = looked_through(world, [line(), other])
    (one,) = [each for each in found(world, sheet) if each.mark is Mark.DIFFERS]
    assert one.differs == (Field.DUE, Field.SUPPORT)
    entered(world, sheet)
    task = known(world)
    assert (task.due_date, task.version) == (date(2026, 6, 10), 1)
    assert every(Support) == []


def test_a_difference_that_is_taken_changes_the_task(world: World) -> None:
    other = line(KNOWN, due="trước ngày 20/6/2026", support=SO)
    sheet = looked_through(world, [other])
    entered(world, sheet, *taken(world, sheet, Field.DUE, Field.SUPPORT), count=0)
    task = known(world)
    assert (task.due_date, task.due_note) == (
        date(2026, 6, 19),
        "trước ngày 20/6/2026",
    )
    (support,) = every(Support)
    assert (support.task_id, support.organisation_id) == (
        task.pk,
        world.bodies["so"].pk,
    )
    assert said(last_entry())["after"] == {"entered": 0, "taken": 1}
    assert version_faults() == []


def test_a_support_with_a_part_of_its_own_is_never_taken_away(world: World) -> None:
    with scoped(world.actors["lan"]):
        for key, part in (("so", "Cung cấp số liệu"), ("xa", "")):
            Support.objects.create(
                scope=world.plan.scope,
                task=world.task,
                organisation=world.bodies[key],
                deliverable=part,
            )
    sheet = looked_through(world, [line(KNOWN, support="các xã; Ban Lạ")])
    assert faults(sheet) == ["unknown:support"]
    sheet = looked_through(world, [line(KNOWN, support=SO)])
    entered(world, sheet, *taken(world, sheet, Field.SUPPORT), count=0)
    standing = [row for row in every(Support) if row.withdrawn_on is None]
    assert [row.organisation_id for row in standing] == [world.bodies["so"].pk]


def test_a_task_changed_between_look_and_entering_stops_it(world: World) -> None:
    sheet = looked_through(world, [line(), line(KNOWN, due="20/6/2026")])
    shown = taken(world, sheet, Field.DUE)
    edit(world, "Tổ chức hội nghị báo cáo viên quý II", due=date(2026, 6, 12))
    before = dump()
    with refused("task_sheet.changed"):
        entered(world, sheet, *shown)
    assert dump() == before
    entered(world, sheet, *taken(world, sheet, Field.DUE))
    assert known(world).due_date == date(2026, 6, 20)


def edit(world: World, text: str, due: date | None = None) -> None:
    """minh changes the task of the world."""
    by = world.actors["minh"]
    with scoped(by):
        task = Task.objects.select_related("scope", "plan", "lead").get(
            pk=world.task.pk
        )
        tasks.edit(
            task=task,
            seen=task.version,
            text=text,
            lead=world.bodies["ban"],
            due_date=due,
            by=by,
            on=clock.today(),
        )


def test_a_difference_that_is_gone_meanwhile_stops_it(world: World) -> None:
    sheet = looked_through(world, [line(), line(KNOWN, due="10/7/2026")])
    shown = taken(world, sheet, Field.DUE)
    edit(world, "Một việc khác hẳn")
    with refused("task_sheet.overtaken"):
        entered(world, sheet, *shown)
    with refused("task_sheet.gone"):
        entered(world, sheet, *shown, count=2)


def test_a_task_that_came_into_the_plan_meanwhile_stops_it(world: World) -> None:
    first, second = looked_through(world, [line()]), looked_through(world, [line()])
    entered(world, first)
    before = dump()
    with refused("task_sheet.overtaken"):
        entered(world, second)
    assert dump() == before
    assert marks(world, second) == [Mark.KNOWN]


def test_a_body_that_ended_meanwhile_stops_it(world: World) -> None:
    sheet = looked_through(world, [line(support=SO)])
    so = world.bodies["so"]
    with scoped(world.actors["hanh"]):
        so.change(seen=so.version, ended_on=clock.today())
    with refused("task_sheet.body_gone"):
        entered(world, sheet)


def test_a_sheet_of_what_is_known_has_nothing_to_enter(world: World) -> None:
    sheet = looked_through(world, [line(KNOWN, due="20/6/2026")])
    with refused("task_sheet.nothing_new"):
        entered(world, sheet, count=0)


# --- taking back -------------------------------------------------------------------


def test_undone_the_tasks_never_were_and_what_changed_is_as_before(
    world: World,
) -> None:
    with scoped(world.actors["lan"]):
        Support.objects.create(
            scope=world.plan.scope, task=world.task, organisation=world.bodies["xa"]
        )
    before = known(world).facts()
    other = line(KNOWN, due="quý III/2026", support=SO)
    sheet = looked_through(world, [line(support=SO), other])
    entered(world, sheet, *taken(world, sheet, Field.DUE, Field.SUPPORT))
    assert known(world).facts() != before
    assert undone(world, sheet).state == "undone"
    assert known(world).facts() == before
    with scoped(world.actors["minh"]):
        assert not Task.objects.filter(text=NEW).exists()
        standing = Support.objects.values_list("organisation_id", flat=True)
        assert list(standing) == [world.bodies["xa"].pk]
    assert last_entry().did == "task_sheet.undone"


def test_what_was_undone_can_be_entered_again(world: World) -> None:
    sheet = looked_through(world, [line()])
    entered(world, sheet)
    undone(world, sheet)
    again = looked_through(world, [line()])
    assert marks(world, again) == [Mark.NEW]
    assert entered(world, again).state == "entered"


def test_a_task_on_which_somebody_has_built_holds_the_sheet(world: World) -> None:
    other = line(KNOWN, due="20/6/2026")
    sheet = looked_through(world, [line(support=SO), line("Việc nữa"), other])
    entered(world, sheet, *taken(world, sheet, Field.DUE), count=2)
    edit(world, KNOWN, due=date(2026, 6, 21))
    with scoped(world.actors["minh"]):
        support = Support.objects.get()
        support.change(seen=1, deliverable="Gửi danh sách")
        before = dump()
        with refused("task_sheet.built_on") as told:
            undone(world, sheet)
    assert told.value.values == {"count": 2}
    assert dump() == before


def test_each_step_is_taken_once(world: World) -> None:
    sheet = looked_through(world, [line()])
    with refused("task_sheet.not_entered"):
        undone(world, sheet)
    entered(world, sheet)
    with refused("task_sheet.not_waiting"):
        entered(world, sheet)
    undone(world, sheet)
    with refused("task_sheet.not_entered"):
        undone(world, sheet)


# --- who may -----------------------------------------------------------------------


def test_a_party_enters_a_sheet_of_its_own(world: World) -> None:
    sheet = looked_through(world, [line(lead=SO)], name="minh")
    assert entered(world, sheet, name="minh").state == "entered"


def test_the_sheet_of_another_body_is_seen_and_left_to_it(world: World) -> None:
    sheet = looked_through(world, [line()])
    with scoped(world.actors["minh"]):
        assert TaskSheet.objects.filter(pk=sheet.pk).exists()
    with forbidden("task_sheet.of_others"):
        entered(world, sheet, name="minh")
    entered(world, sheet)
    with forbidden("task_sheet.of_others"):
        undone(world, sheet, name="minh")


@pytest.mark.parametrize(("name", "code"), NOT_DRAFTING)
def test_who_does_not_draft_decides_on_no_sheet(
    world: World, name: str, code: str
) -> None:
    sheet, on = looked_through(world, [line()]), clock.today()
    with forbidden_to(world, name, code) as by:
        task_sheets.enter(sheet=sheet, seen=1, count=1, by=by, on=on)
    entered(world, sheet)
    with forbidden_to(world, name, code) as by:
        task_sheets.undo(sheet=sheet, seen=2, by=by, on=on)


def test_a_stranger_sees_neither_sheet_nor_lines(world: World) -> None:
    looked_through(world, [line()])
    with scoped(world.actors["cuc"]):
        assert not TaskSheet.objects.exists()
        assert not TaskSheetLine.objects.exists()
