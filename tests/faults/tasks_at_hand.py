"""Tasks of one form each, so that no form is in the way of another.

All are made once, and found again.
"""

from collections.abc import Callable

from phoihop.organisations.permissions import scoped
from phoihop.programmes.actions import steps
from phoihop.programmes.models import Progress
from phoihop.programmes.rules.state import Phase
from tests import agreed
from tests.factories import World


def of(form: str) -> Callable[[World], int]:
    """An open task that only this form is about."""
    return lambda world: agreed.another(world, form).pk


def part_of(form: str) -> Callable[[World], int]:
    """The part of a supporting body that only this form is about."""
    return lambda world: agreed.support(world, agreed.another(world, form)).pk


def waiting(world: World, form: str) -> Progress:
    """The report that waits on a task that only this form is about."""
    task = agreed.another(world, form)
    with scoped(world.actors["lan"]):
        found: Progress | None = Progress.objects.filter(task=task).first()
    return found or agreed.final(world, task)


def resting(world: World) -> int:
    """A task that rests; made once, and found again."""
    task = agreed.another(world, "tạm dừng")
    if task.phase == Phase.OPEN:
        with scoped(world.actors["lan"]):
            lan = world.actors["lan"]
            steps.pause(task=task, seen=1, reason="chờ", **agreed.words(lan))
    return task.pk


def beyond(world: World) -> int:
    """A duty beyond the boundary; made once, and found again."""
    return agreed.another(world, "ngoài phạm vi", outside=True).pk
