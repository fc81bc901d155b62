"""What the directory may say of the bodies of the world, each made when first asked.

The world itself has none of it, so that a test sees only what it asked for.
"""

from datetime import date
from typing import Any

from phoihop import clock
from phoihop.organisations.actions import (
    channels,
    competences,
    designations,
    focal_points,
    joint_groups,
    relations,
    topics,
)
from phoihop.organisations.models import (
    Channel,
    ChannelKind,
    Competence,
    Designation,
    DesignationKind,
    FocalPoint,
    Organisation,
    OrganisationLevel,
    Relation,
    RelationKind,
    Topic,
)
from phoihop.organisations.permissions import command_line
from tests.factories import BEGAN, World

GROUP = "Ban Chỉ đạo xây dựng nông thôn mới tỉnh Lam Khê"
CHANNEL = "Tuyên giáo Lam Khê"
DUTY = "Đầu mối chương trình phối hợp"
TOPIC = "Đất đai"
# Shown as people wrote it, whatever the language of the page.
WRITTEN = (GROUP, CHANNEL, DUTY, TOPIC)


def _on_the_server() -> dict[str, Any]:
    return {"by": command_line(), "on": clock.today()}


def symbol(world: World) -> Designation:
    """The symbol of ban."""
    return Designation.objects.filter(
        organisation=world.bodies["ban"]
    ).first() or designations.designate(
        body=world.bodies["ban"],
        kind=DesignationKind.SYMBOL,
        text="BTGDVTU",
        valid_from=BEGAN,
        **_on_the_server(),
    )


def channel(world: World) -> Channel:
    """A page of ban."""
    known = Channel.objects.first()
    return known or channels.register(
        body=world.bodies["ban"],
        kind=ChannelKind.FACEBOOK,
        name=CHANNEL,
        url="https://facebook.com/tuyengiaolamkhe",
        registered_on=BEGAN,
        decision="Quyết định số 7-QĐ/BTGDVTU",
        **_on_the_server(),
    )


def focal_point(world: World) -> FocalPoint:
    """A duty of ban that lan holds, and dung for a while in her stead."""
    known = FocalPoint.objects.first()
    return known or focal_points.appoint(
        body=world.bodies["ban"],
        duty=DUTY,
        mailbox="phoihop@lamkhe.gov.vn",
        holder=world.user("lan"),
        deputy=world.user("dung"),
        deputy_until=date(2026, 12, 1),
        since=BEGAN,
        **_on_the_server(),
    )


def beside(world: World) -> Relation:
    """Ban and so are of the same level."""
    return Relation.objects.filter(
        kind=RelationKind.SAME_LEVEL
    ).first() or relations.relate(
        kind=RelationKind.SAME_LEVEL,
        below=world.bodies["ban"],
        above=world.bodies["so"],
        valid_from=BEGAN,
        **_on_the_server(),
    )


def group(world: World) -> Organisation:
    """A joint group with so as its standing body and ban and xa in it."""
    return Organisation.objects.filter(
        type=Organisation.Type.JOINT
    ).first() or joint_groups.found(
        name=GROUP,
        level=OrganisationLevel.PROVINCE,
        decision="Quyết định số 12/QĐ-UBND",
        decided_on=date(2026, 1, 2),
        valid_from=BEGAN,
        valid_to=date(2031, 1, 1),
        standing=world.bodies["so"],
        members=[world.bodies["ban"], world.bodies["xa"]],
        **_on_the_server(),
    )


def topic(world: World) -> Topic:
    """A field of services."""
    known = Topic.objects.first()
    return known or topics.create(
        name=TOPIC, code="dat-dai", valid_from=BEGAN, **_on_the_server()
    )


def competence(world: World) -> Competence:
    """So answers for land in the commune."""
    known = Competence.objects.first()
    return known or competences.give(
        body=world.bodies["so"],
        topic=topic(world),
        area=world.bodies["xa"],
        basis="Luật Đất đai, Điều 123",
        valid_from=BEGAN,
        **_on_the_server(),
    )
