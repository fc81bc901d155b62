"""Tasks that are not open, each with forms of its own: made once, and found again."""

from phoihop.organisations.permissions import scoped
from phoihop.programmes.actions import steps
from phoihop.programmes.models import Progress
from phoihop.programmes.rules.state import Phase
from tests import agreed
from tests.factories import World


def waiting(world: World) -> Progress:
    """The report that waits on a task of its own; made once, and found again."""
    with scoped(world.actors["lan"]):
        found: Progress | None = Progress.objects.filter(is_final=True).first()
    return found or agreed.final(world, agreed.another(world, "chờ nghiệm thu"))


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
