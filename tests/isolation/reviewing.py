"""A review on every desk of the province, with words of the body's own in it."""

from phoihop import clock
from phoihop.organisations.roles import Role
from phoihop.programmes.models import Programme
from phoihop.reports.actions import reviews
from phoihop.reports.models import Block, ReviewKind
from tests.isolation import cast
from tests.isolation.cast import account_of
from tests.isolation.province import Kind, Province, acting

# The plans of the province were moved to this year.
YEAR = 2027


def review(province: Province) -> None:
    """Let an officer of every body look back on a programme that it is in."""
    for body in cast.BODIES:
        officer = account_of(body, Role.OFFICER)
        with acting(province, officer, body, body) as by:
            begun = reviews.begin(
                programme=Programme.objects.earliest("pk"),
                plan=None,
                kind=ReviewKind.ANNUAL,
                year=YEAR,
                day=clock.today(),
                place=province.canary(body, body, "place"),
                office=province.canary(body, body, "office"),
                recipients=province.canary(body, body, "recipients"),
                by=by,
                on=clock.today(),
            )
            said = reviews.say(
                review=begun,
                block=Block.CAUSES,
                text=province.canary(body, body, "judgement"),
                by=by,
                on=clock.today(),
            )
        province.add(Kind.REVIEW, f"{body}-review", begun, body)
        province.add(Kind.JUDGEMENT, f"{body}-judgement", said, body)
