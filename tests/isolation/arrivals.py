"""A list of bodies that waits for the operator of the province: nobody else's yet."""

from phoihop import clock
from phoihop.organisations.actions import body_lists
from phoihop.organisations.rules.body_list import Line, Listing
from tests.isolation import cast
from tests.isolation.province import OF_THE_OPERATOR, Kind, Province, acting


def hand_in(province: Province) -> None:
    """Let the operator look a list through; whether it is entered is still open."""
    line = Line(
        number=2,
        name=province.canary(OF_THE_OPERATOR, "list", "name"),
        type="state",
        level="province",
        aliases=(province.canary(OF_THE_OPERATOR, "list", "alias"),),
    )
    with acting(province, cast.OPERATOR.account, None) as by:
        kept = body_lists.look_through(
            listing=Listing((line,)), by=by, on=clock.today()
        )
    province.add(Kind.BODY_LIST, "list", kept, OF_THE_OPERATOR)
