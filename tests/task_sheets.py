"""Task sheets of the cast: as files, looked through, entered."""

from collections.abc import Sequence
from typing import Any

from phoihop import clock
from phoihop.organisations.actions import papers
from phoihop.organisations.permissions import scoped
from phoihop.programmes.actions import task_sheets
from phoihop.programmes.models import (
    Task,
    TaskSheet,
    TaskSheetLine,
)
from phoihop.programmes.rules import task_sheet
from phoihop.programmes.rules.task_sheet import Listing
from phoihop.programmes.sheet_lines import Field, Mark, Outcome, Taken, outcomes
from phoihop.reading.headed import best_of
from tests.factories import BODIES, World
from tests.sheets import workbook
from tests.witness import every

BAN, SO, XA = (BODIES[key][0] for key in ("ban", "so", "xa"))
HEADING = (
    "TT",
    "Nội dung nhiệm vụ",
    "Đơn vị chủ trì",
    "Đơn vị phối hợp",
    "Thời hạn",
    "Ghi chú",
)
NEW = "Tập huấn báo cáo viên cấp xã"
# In the plan of the world since it was made, led by ban and due on 10 June.
KNOWN = "Tổ chức hội nghị báo cáo viên quý II"


def line(text: str = NEW, lead: str = BAN, **other: Any) -> tuple[Any, ...]:
    """A line of a sheet, led by ban where nobody else is said."""
    return (
        other.get("number"),
        text,
        lead,
        other.get("support"),
        other.get("due"),
        other.get("note"),
    )


def as_file(lines: Sequence[Sequence[Any]], **how: Any) -> bytes:
    """An .xlsx with these lines."""
    return workbook(lines, heading=how.pop("heading", HEADING), **how)


def looked_through(
    world: World, lines: Sequence[Sequence[Any]], *, name: str = "lan", **how: Any
) -> TaskSheet:
    """A sheet that waits to be entered."""
    return handed_in(world, as_file(lines, **how), name=name)


def handed_in(
    world: World, data: bytes, file: str = "phu-luc.xlsx", *, name: str = "lan"
) -> TaskSheet:
    """A file handed in by one of the cast."""
    by, on = world.actors[name], clock.today()
    with scoped(by):
        examined = papers.examine(data=data, name=file, by=by, on=on)
        assert examined.extracted is not None
        listing, unread = best_of(
            examined.extracted.sheets,
            lambda sheet: task_sheet.read(sheet, year=world.plan.year),
            fits=lambda found: found.headed and not found.missing,
            otherwise=Listing(headed=False),
        )
        return task_sheets.look_through(
            plan=world.plan,
            examined=examined,
            listing=listing,
            unread=unread,
            by=by,
            on=on,
        )


def entered(
    world: World, sheet: TaskSheet, *taken: Taken, count: int = 1, name: str = "lan"
) -> TaskSheet:
    """The sheet, entered with these differences."""
    by = world.actors[name]
    with scoped(by):
        return task_sheets.enter(
            sheet=sheet,
            seen=sheet.version,
            count=count,
            taken=taken,
            by=by,
            on=clock.today(),
        )


def matched(
    world: World, sheet: TaskSheet, *, name: str = "lan", **bodies: int
) -> TaskSheet:
    """The sheet, its words (with _ for blanks) said to mean these bodies."""
    by = world.actors[name]
    with scoped(by):
        return task_sheets.match(
            sheet=sheet,
            seen=sheet.version,
            bodies={words.replace("_", " "): pk for words, pk in bodies.items()},
            by=by,
            on=clock.today(),
        )


def undone(world: World, sheet: TaskSheet, *, name: str = "lan") -> TaskSheet:
    """The sheet, taken back."""
    by = world.actors[name]
    with scoped(by):
        return task_sheets.undo(
            sheet=sheet, seen=sheet.version, by=by, on=clock.today()
        )


def found(world: World, sheet: TaskSheet, name: str = "lan") -> list[Outcome]:
    """What each line of a sheet comes to."""
    with scoped(world.actors[name]):
        return outcomes(sheet)


def marks(world: World, sheet: TaskSheet) -> list[Mark]:
    """The same, by its marks."""
    return [one.mark for one in found(world, sheet)]


def faults(sheet: TaskSheet) -> list[str]:
    """What is wrong, line by line."""
    rows = [row for row in every(TaskSheetLine) if row.sheet_id == sheet.pk]
    return [row.faults for row in rows]


def taken(world: World, sheet: TaskSheet, *fields: Field) -> list[Taken]:
    """Differences as the page shows them now."""
    return [
        Taken(one.line.pk, field, one.task.version)
        for one in found(world, sheet)
        for field in one.differs
        if one.task is not None and field in fields
    ]


def known(world: World) -> Task:
    """The task that the plan has already, as it is stored now."""
    task: Task = next(row for row in every(Task) if row.pk == world.task.pk)
    return task
