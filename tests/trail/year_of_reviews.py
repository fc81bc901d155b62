"""A reading confirmed and taken back, and a review from its beginning to its end."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from phoihop import clock
from phoihop.organisations.permissions import Actor
from phoihop.programmes.actions import confirmations
from phoihop.programmes.actions.confirmations import Agreement
from phoihop.programmes.models import Confirmation
from phoihop.reports.actions import reviews
from phoihop.reports.models import Block, ReviewKind
from tests import readings
from tests.factories import World

Acting = Callable[..., AbstractContextManager[Actor]]


def confirm_and_take_back(world: World, acting: Acting) -> None:
    """The commune comes into the programme by it, and stays."""
    with acting("lan") as by:
        reading = readings.read(world)
        confirmations.confirm(
            reading=reading,
            seen=1,
            agreement=Agreement(
                title="Kế hoạch nhầm",
                year=2026,
                partners=(world.bodies["so"], world.bodies["xa"]),
                programme=world.programme,
            ),
            by=by,
            on=clock.today(),
        )
    with acting("hoa") as by:
        found = Confirmation.objects.get()
        confirmations.undo(confirmation=found, by=by, on=clock.today())


def review(world: World, acting: Acting) -> None:
    """Begun, changed, its judgements said, reworded and unsaid, finished."""
    with acting("lan") as by:
        on = clock.today()
        begun = reviews.begin(
            programme=world.programme, plan=world.plan, kind=ReviewKind.HALF_YEAR,
            year=2026, day=on, place="Lam Khê", office="TRƯỞNG BAN",
            recipients="Thường trực Tỉnh ủy", by=by, on=on,
        )  # fmt: skip
        said = reviews.say(
            review=begun, block=Block.CAUSES, text="Kinh phí cấp chậm.", by=by, on=on
        )
    with acting("hoa") as by:
        on = clock.today()
        reviews.reword(
            judgement=said, seen=1, block=Block.CAUSES, text="Thiếu kinh phí.",
            by=by, on=on,
        )  # fmt: skip
        reviews.unsay(judgement=said, seen=2, by=by, on=on)
        reviews.edit(
            review=begun, seen=1, day=on, place="Lam Khê", office="PHÓ TRƯỞNG BAN",
            recipients="", by=by, on=on,
        )  # fmt: skip
        reviews.finish(review=begun, seen=2, by=by, on=on)
