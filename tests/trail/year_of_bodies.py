"""What the directory says of bodies in a year: each thing told, and each ended."""

from datetime import date, timedelta
from typing import Any

from phoihop import clock
from phoihop.organisations.actions import (
    channels,
    competences,
    designations,
    directory,
    focal_points,
    joint_groups,
    relations,
    successions,
    topics,
)
from phoihop.organisations.models import Organisation, SuccessionKind
from phoihop.organisations.permissions import command_line
from phoihop.organisations.rules.topics import TopicLine
from tests import kept
from tests.factories import BEGAN, World


def keep_and_end(world: World) -> None:
    """Each verb of the directory once, on the day on which the clock stands."""
    today = clock.today()
    words: dict[str, Any] = {"by": command_line(), "on": today}
    designations.end(designation=kept.symbol(world), seen=1, valid_to=today, **words)
    channels.withdraw(channel=kept.channel(world), seen=1, withdrawn_on=today, **words)
    focal_points.end(focal_point=kept.focal_point(world), seen=1, until=today, **words)
    relations.end(relation=kept.beside(world), seen=1, valid_to=today, **words)
    competences.end(competence=kept.competence(world), seen=1, valid_to=today, **words)
    topics.end(topic=kept.topic(world), seen=1, valid_to=today, **words)
    topics.load(lines=[TopicLine("y-te", "Y tế", "")], valid_from=BEGAN, **words)
    group = kept.group(world)
    joint_groups.renew(
        group=group,
        decision="Quyết định số 13/QĐ-UBND",
        decided_on=today,
        valid_from=date(2031, 1, 1),
        **words,
    )
    gone = directory.found(
        name="Trung tâm Đồng Mây",
        type=Organisation.Type.STATE,
        level=Organisation.Level.COMMUNE,
        founded_on=BEGAN,
        **words,
    )
    successions.succeed(
        predecessors=[gone],
        successors=[world.bodies["xa"]],
        kind=SuccessionKind.ABSORB,
        day=today + timedelta(days=1),
        decision="Quyết định số 14/QĐ-UBND",
        **words,
    )
