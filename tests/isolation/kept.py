"""What the directory says of each body of the province: reference, for everybody."""

from datetime import date

from phoihop import clock
from phoihop.organisations.actions import (
    channels,
    competences,
    designations,
    focal_points,
    relations,
    topics,
)
from phoihop.organisations.models import ChannelKind, DesignationKind, RelationKind
from phoihop.organisations.permissions import command_line
from phoihop.organisations.roles import Role
from tests.isolation import cast
from tests.isolation.cast import account_of
from tests.isolation.province import BEGAN, DIRECTORY, Kind, Province, acting


def keep(province: Province) -> None:
    """Signs, channels, focal points by each admin; the rest by the server."""
    for body in cast.BODIES:
        _by_its_admin(province, body)
        _by_the_operator(province, body)


def _by_its_admin(province: Province, body: str) -> None:
    with acting(province, account_of(body, Role.ADMIN), body, body) as by:
        designation = designations.designate(
            body=province.bodies[body],
            kind=DesignationKind.SYMBOL,
            text=province.canary(DIRECTORY, body, "symbol"),
            valid_from=BEGAN,
            decision=province.canary(DIRECTORY, body, "designated"),
            by=by,
            on=clock.today(),
        )
        channel = channels.register(
            body=province.bodies[body],
            kind=ChannelKind.WEBSITE,
            name=province.canary(DIRECTORY, body, "channel"),
            url=f"https://{body.lower()}.lamkhe.gov.vn",
            registered_on=BEGAN,
            decision=province.canary(DIRECTORY, body, "registered"),
            by=by,
            on=clock.today(),
        )
        point = focal_points.appoint(
            body=province.bodies[body],
            duty=province.canary(DIRECTORY, body, "duty"),
            mailbox=f"{body.lower()}@lamkhe.gov.vn",
            holder=province.users[account_of(body, Role.ADMIN)],
            since=BEGAN,
            by=by,
            on=clock.today(),
        )
    province.add(Kind.DESIGNATION, f"{body}-symbol", designation, body)
    province.add(Kind.CHANNEL, f"{body}-channel", channel, body)
    province.add(Kind.FOCAL_POINT, f"{body}-duty", point, body)


def _by_the_operator(province: Province, body: str) -> None:
    by, on, row = command_line(), clock.today(), province.bodies[body]
    other = province.bodies["B1" if body != "B1" else "B2"]
    # Two of the same level are related once: each pair on days of its own.
    start = BEGAN if body != "B2" else date(2026, 2, 1)
    end = date(2026, 2, 1) if body == "B1" else None
    edge = relations.relate(
        kind=RelationKind.SAME_LEVEL, below=row, above=other,
        valid_from=start, valid_to=end, by=by, on=on,
    )  # fmt: skip
    topic = topics.create(
        name=province.canary(DIRECTORY, body, "topic"),
        code=f"viec-{body.lower()}",
        valid_from=BEGAN,
        by=by,
        on=on,
    )
    competence = competences.give(
        body=row,
        topic=topic,
        area=row,
        basis=province.canary(DIRECTORY, body, "basis"),
        valid_from=BEGAN,
        by=by,
        on=on,
    )
    province.add(Kind.RELATION, f"{body}-edge", edge, body)
    province.add(Kind.TOPIC, f"{body}-topic", topic, body)
    province.add(Kind.COMPETENCE, f"{body}-competence", competence, body)
