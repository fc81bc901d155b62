"""What becomes of tasks in a year: each verb of their work once, by who may."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from phoihop.organisations.permissions import Actor
from phoihop.programmes.actions import acceptance, progress, steps, supports, tasks
from phoihop.programmes.actions.progress import NewEvidence
from phoihop.programmes.models import Progress, Support, Task
from phoihop.programmes.models.progress import EvidenceKind
from tests.agreed import words
from tests.factories import World

Acting = Callable[[str], AbstractContextManager[Actor]]
PROOFS = (
    NewEvidence(EvidenceKind.PAPER, text="Báo cáo số 3"),
    NewEvidence(EvidenceKind.COUNT, text="hội nghị", amount=3),
)


def work_on_tasks(world: World, acting: Acting) -> None:
    """On tasks of their own: the rest of the year finds the others as before."""
    reported, rested, beyond = _tasks(world, acting)
    part = _support(world, acting, reported)
    for is_accepted in (False, True):
        with acting("minh") as by:
            _report(world, reported, by, percent=50)
            final = _report(world, reported, by, percent=100, is_final=True)
            progress.examine(task=reported, data=b"a", name="a.txt", **words(by))
        with acting("lan") as by:
            if is_accepted:
                supports.withdraw(support=part, seen=part.version, **words(by))
                acceptance.accept(progress=final, **words(by))
            else:
                acceptance.return_(progress=final, reason="Thiếu", **words(by))
    with acting("hoa") as by:
        steps.pause(task=rested, seen=1, reason="chờ hướng dẫn", **words(by))
        resting = Task.objects.get(pk=rested.pk)
        steps.resume(task=resting, seen=2, **words(by))
        steps.drop(task=resting, seen=3, reason="trùng", **words(by))
        steps.finish_outside(task=beyond, seen=1, **words(by))


def _tasks(world: World, acting: Acting) -> list[Task]:
    with acting("lan") as by:
        return [
            tasks.create(
                plan=world.plan,
                text=text,
                lead=world.bodies["so"],
                outside=outside,
                **words(by),
            )
            for text, outside in (
                ("Tập huấn", False),
                ("Khảo sát", False),
                ("Canh gác", True),
            )
        ]


def _support(world: World, acting: Acting, task: Task) -> Support:
    with acting("lan") as by:
        part = supports.add(task=task, organisation=world.bodies["ban"], **words(by))
        supports.change(
            support=part, seen=1, deliverable="Danh sách", due_date=None, **words(by)
        )
        return supports.finish(support=part, seen=2, **words(by))


def _report(world: World, task: Task, by: Actor, **said: Any) -> Progress:
    return progress.report(
        task=task,
        organisation=world.bodies["so"],
        note="Đã làm",
        evidence=PROOFS,
        **{"is_final": False, **said},
        **words(by),
    )
