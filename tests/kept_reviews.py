"""A review of the world's programme by ban, made when a test first asks for it."""

from phoihop import clock
from phoihop.organisations.permissions import scoped
from phoihop.reports.actions import reviews
from phoihop.reports.models import Block, Judgement, Review, ReviewKind
from tests.factories import World

OFFICE = "TRƯỞNG BAN"
PLACE = "Lam Khê"
RECIPIENT = "Thường trực Tỉnh ủy"
SAID = "Kinh phí được cấp chậm."
# Shown as people wrote it, whatever the language of the page.
WRITTEN = (OFFICE, PLACE, RECIPIENT, SAID)


def review(world: World) -> Review:
    """Begun by lan, of the year 2026."""
    lan = world.actors["lan"]
    with scoped(lan):
        found: Review | None = Review.objects.first()
        return found or reviews.begin(
            programme=world.programme,
            plan=None,
            kind=ReviewKind.ANNUAL,
            year=2026,
            day=clock.today(),
            place=PLACE,
            office=OFFICE,
            recipients=RECIPIENT,
            by=lan,
            on=clock.today(),
        )


def judgement(world: World) -> Judgement:
    """What lan's body thinks of the causes."""
    of = review(world)
    lan = world.actors["lan"]
    with scoped(lan):
        found: Judgement | None = Judgement.objects.select_related("review").first()
        return found or reviews.say(
            review=of, block=Block.CAUSES, text=SAID, by=lan, on=clock.today()
        )
