"""Invitations that wait in the province of the isolation tests: one into each body."""

from datetime import date

from phoihop import clock
from phoihop.organisations.actions import invitations
from phoihop.organisations.roles import Role
from tests.isolation import cast
from tests.isolation.cast import account_of
from tests.isolation.province import PERSON, Kind, Province, acting


def invite(province: Province) -> None:
    """A link into each body: its people and the operator see for whom."""
    for body in cast.BODIES:
        known_as = PERSON + account_of(body, Role.OBSERVER)
        with acting(province, account_of(body, Role.ADMIN), body, body) as by:
            made = invitations.invite(
                body=province.bodies[body],
                name=province.canary(known_as, body, "invited"),
                role=Role.OBSERVER,
                since=date(2026, 6, 1),
                days=30,
                by=by,
                on=clock.today(),
            )
        province.add(Kind.INVITATION, f"{body}-invited", made.invitation, body)
