"""A reading that waits at ban's desk, and one that was confirmed, for the pages."""

from phoihop import clock
from phoihop.documents.models import Reading
from phoihop.organisations.permissions import scoped
from phoihop.programmes.actions import confirmations
from phoihop.programmes.actions.confirmations import Agreement
from phoihop.programmes.models import Confirmation
from tests import readings
from tests.factories import World

TITLE = "Kế hoạch phối hợp với xã năm 2026"
PROGRAMME = "Chương trình phối hợp với xã"
# Shown as people wrote it, whatever the language of the page.
WRITTEN = (TITLE, PROGRAMME, "Kế hoạch phối hợp")


def reading(world: World) -> Reading:
    """Every draft decided, nothing confirmed."""
    lan = world.actors["lan"]
    with scoped(lan):
        found: Reading | None = Reading.objects.filter(state="ready").first()
    return found or readings.read(world)


def confirmation(world: World) -> Confirmation:
    """Of the same paper, by lan, with both partners."""
    lan = world.actors["lan"]
    with scoped(lan):
        found: Confirmation | None = Confirmation.objects.first()
        if found:
            return found
    return made_of(world, readings.read(world))


def made_of(world: World, of: Reading) -> Confirmation:
    """What lan makes of this reading, with both partners."""
    lan = world.actors["lan"]
    with scoped(lan):
        confirmations.confirm(
            reading=of,
            seen=1,
            agreement=Agreement(
                title=TITLE,
                year=2026,
                partners=(world.bodies["so"], world.bodies["xa"]),
                programme_title=PROGRAMME,
                first_year=2026,
                last_year=2026,
            ),
            by=lan,
            on=clock.today(),
        )
        made: Confirmation = Confirmation.objects.get()
    return made
