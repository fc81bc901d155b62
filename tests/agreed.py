"""What a plan may hold besides its bare tasks, each made when first asked.

The world itself has none of it, so that a test sees only what it asked for.
"""

from typing import Any

from django.db import transaction

from phoihop import clock
from phoihop.documents.models import Document
from phoihop.organisations.actions import directory, papers
from phoihop.organisations.models import Organisation
from phoihop.organisations.permissions import Actor, command_line, scoped
from phoihop.programmes.actions import plans, programmes, supports, tasks
from phoihop.programmes.actions import progress as reports
from phoihop.programmes.models import Clause, Plan, Progress, Source, Support, Task
from phoihop.programmes.models.progress import EvidenceKind
from phoihop.trail.actions import record
from tests.factories import BEGAN, World

QUIET = "Hội Nông dân xã Đồng Mây"
LABEL = "Kế hoạch số 12/KH-BTGDV"
PASSAGE = (
    "2. Sở Nội vụ chủ trì, phối hợp với Ban tổ chức hội nghị báo cáo viên. "
    "Hoàn thành trước ngày 19/6/2026."
)
QUOTE = "Sở Nội vụ chủ trì, phối hợp với Ban tổ chức hội nghị báo cáo viên."
CLAUSES = ("Nội dung phối hợp", "Công tác tuyên truyền", "Thông tin, báo cáo")
NUMBERS = ("II", "II.1", "II.2")
DELIVERABLE = "Danh sách báo cáo viên của các xã"
NOTE = "Đã tổ chức ở ba trong năm cụm xã"
PAPER = "Báo cáo số 45/BC-SNV ngày 12/6/2026"
# Shown as people wrote it, whatever the language of the page.
WRITTEN = (
    *(QUIET, LABEL, PASSAGE, QUOTE, *CLAUSES),
    *(DELIVERABLE, NOTE, PAPER),
)


def words(by: Actor) -> dict[str, Any]:
    """Who acts, and that it is today."""
    return {"by": by, "on": clock.today()}


def clauses(world: World) -> list[Clause]:
    """Three clauses of the plan: one heads the others, the first of which has a task.

    That task has its source in the paper of the plan. Confirming a reading makes the
    like; here the rows are written by hand and recorded.
    """
    lan = world.actors["lan"]
    with scoped(lan), transaction.atomic():
        found = list(Clause.objects.filter(plan=world.plan).order_by("position"))
        if found:
            return found
        scope = world.plan.scope
        made: list[Clause] = [
            Clause.objects.create(
                scope=scope, plan=world.plan, number=number, text=text, position=place
            )
            for place, (number, text) in enumerate(zip(NUMBERS, CLAUSES, strict=True))
        ]
        task = Task.objects.select_related("scope").get(pk=world.task.pk)
        task.change(seen=task.version, clause=made[1])
        record(
            by=lan, scope=scope, did="task.changed", on=task, before={}, after={},
            also=made,
        )  # fmt: skip
        return made


def source(world: World, task: Task) -> Task:
    """The task with its words lit in a passage of the paper; the paper is elsewhere."""
    lan = world.actors["lan"]
    with scoped(lan), transaction.atomic():
        document = paper(world)
        start = PASSAGE.index(QUOTE)
        made = Source.objects.create(
            scope=task.scope,
            document=document,
            label=LABEL,
            passage=PASSAGE,
            start=start,
            end=start + len(QUOTE),
            offset=410,
        )
        task.change(seen=task.version, source=made)
        record(
            by=lan, scope=task.scope, did="task.changed", on=task, before={}, after={},
            also=[made],
        )  # fmt: skip
    return task


def paper(world: World) -> Document:
    """A paper on the desk of ban."""
    lan = world.actors["lan"]
    examined = papers.examine(data=PASSAGE.encode(), name="12-KH.txt", **words(lan))
    file = papers.receive_file(examined=examined, **words(lan))
    made: Document = Document.objects.create(
        scope=file.scope, title="12-KH.txt", file=file, sha256=file.sha256
    )
    record(by=lan, scope=file.scope, did="file.received", on=made, after=made.facts())
    return made


def of_so(world: World) -> Task:
    """The task that so leads, due in three days."""
    with scoped(world.actors["lan"]):
        rows = Task.objects.select_related("scope", "plan", "lead")
        found: Task = rows.get(lead=world.bodies["so"], due_date__isnull=False)
        return found


def support(world: World, task: Task | None = None) -> Support:
    """What ban delivers to a task that so leads: to this one, or to the one due."""
    task = task or of_so(world)
    with scoped(world.actors["lan"]):
        known: Support | None = Support.objects.filter(task=task).first()
        return known or supports.add(
            task=task,
            organisation=world.bodies["ban"],
            deliverable=DELIVERABLE,
            due_date=task.due_date,
            **words(world.actors["lan"]),
        )


def reported(
    world: World, task: Task, *, who: str = "minh", percent: int = 60, **other: Any
) -> Progress:
    """A report by the body of this person, with a paper as evidence."""
    by = world.actors[who]
    proof = reports.NewEvidence(EvidenceKind.PAPER, text=PAPER)
    said: dict[str, Any] = {
        "organisation": by.organisation,
        "percent": percent,
        "note": NOTE,
        "is_final": False,
        "evidence": [proof],
        **other,
    }
    with scoped(by):
        return reports.report(task=task, **said, **words(by))


def final(world: World, task: Task, *, who: str = "minh") -> Progress:
    """A report that asks for acceptance."""
    return reported(world, task, who=who, percent=100, is_final=True)


def quiet_body(world: World) -> Organisation:
    """A body in which nobody has an account."""
    by = command_line()
    with scoped(by):
        return directory.found(
            name=QUIET,
            type=Organisation.Type.FRONT,
            level=Organisation.Level.COMMUNE,
            founded_on=BEGAN,
            **words(by),
        )


def quiet_plan(world: World, *, others: tuple[str, ...] = ("so",)) -> tuple[Plan, Task]:
    """A plan of ban with the quiet body, which leads its one task, and others."""
    lan, quiet = world.actors["lan"], quiet_body(world)
    members = [quiet, *(world.bodies[name] for name in others)]
    with scoped(lan):
        programme = programmes.create(
            title="Chương trình phối hợp với các hội",
            first_year=2026,
            last_year=2027,
            members=members,
            **words(lan),
        )
        plan = plans.create(
            programme=programme,
            title="Kế hoạch phối hợp với các hội năm 2026",
            year=2026,
            partners=members,
            **words(lan),
        )
        task = tasks.create(
            plan=plan,
            text="Vận động hội viên phân loại rác tại nguồn",
            lead=quiet,
            due_date=clock.today(),
            **words(lan),
        )
    return plan, task


def another(world: World, word: str, *, outside: bool = False) -> Task:
    """One more task that so leads, made when first asked for by this word."""
    lan = world.actors["lan"]
    with scoped(lan):
        rows = Task.objects.select_related("scope", "plan", "lead")
        found: Task | None = rows.filter(text=f"Việc {word}").first()
        return found or tasks.create(
            plan=world.plan,
            text=f"Việc {word}",
            lead=world.bodies["so"],
            outside=outside,
            **words(lan),
        )
