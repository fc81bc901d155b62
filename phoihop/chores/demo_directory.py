"""The directory of the demo province: bodies over time, by the real actions."""

from datetime import date
from typing import Any

from phoihop import clock
from phoihop.accounts.models import User
from phoihop.chores import demo_bodies as texts
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
from phoihop.organisations.models import (
    DesignationKind,
    Organisation,
    OrganisationLevel,
    RelationKind,
)
from phoihop.organisations.permissions import command_line, scoped
from phoihop.organisations.rules.topics import SHIPPED, read

Bodies = dict[str, Organisation]
TERM_YEARS = 5


def make_bodies() -> Bodies:
    """Every body with its names, signs and relations, ended where it has ended."""
    words: dict[str, Any] = {"by": command_line(), "on": clock.today()}
    with scoped(words["by"]):
        made = {body.key: _founded(body, words) for body in texts.BODIES}
        for body in texts.BODIES:
            _placed(body, made, words)
        for key, name, since, decision in texts.RENAMED:
            directory.rename(
                body=made[key],
                name=name,
                valid_from=since,
                decision=decision,
                **words,
            )
        for gone, after, kind, day, decision in texts.SUCCESSIONS:
            successions.succeed(
                predecessors=[made[key] for key in gone],
                successors=[made[key] for key in after],
                kind=kind,
                day=day,
                decision=decision,
                **words,
            )
        _related(made, words)
        _answering(made, words)
    return made


def _founded(body: texts.Body, words: dict[str, Any]) -> Organisation:
    return directory.found(
        name=body.name,
        type=body.type,
        level=body.level,
        founded_on=body.founded_on,
        aliases=tuple(dict.fromkeys((*body.aliases, *_short(body.name)))),
        **words,
    )


def _short(name: str) -> tuple[str, ...]:
    """What papers call it, where that is not its name."""
    written = texts.as_written(name)
    return () if written == name else (written,)


def _placed(body: texts.Body, made: Bodies, words: dict[str, Any]) -> None:
    """Under its superior, and with its symbol."""
    since = body.founded_on
    if body.above:
        above = made[body.above]
        below = made[body.key]
        directory.place_under(below=below, above=above, valid_from=since, **words)
    if body.symbol:
        designations.designate(
            body=made[body.key],
            kind=DesignationKind.SYMBOL,
            text=body.symbol,
            valid_from=since,
            **words,
        )


def _related(made: Bodies, words: dict[str, Any]) -> None:
    """Joint groups, a cluster, bodies of one level, agency codes, channels."""
    for key, name, standing, members, decision, day in texts.GROUPS:
        made[key] = joint_groups.found(
            name=name,
            level=OrganisationLevel.PROVINCE,
            decision=decision,
            decided_on=day,
            valid_from=day,
            valid_to=day.replace(year=day.year + TERM_YEARS),
            standing=made[standing],
            members=[made[member] for member in members],
            **words,
        )
    _, _, head, members, _, day = texts.GROUPS[-1]
    pairs = [(RelationKind.CLUSTER, one, "cum", day) for one in (head, *members)]
    pairs += [
        (RelationKind.SAME_LEVEL, one, other, texts.JULY_2025)
        for one, other in texts.SAME_LEVEL
    ]
    for kind, below, above, since in pairs:
        relations.relate(
            kind=kind, below=made[below], above=made[above], valid_from=since, **words
        )
    for key, code in texts.CODES:
        designations.designate(
            body=made[key],
            kind=DesignationKind.AGENCY_CODE,
            text=code,
            valid_from=texts.JULY_2025,
            **words,
        )
    for key, channel, name, url in texts.CHANNELS:
        channels.register(
            body=made[key],
            kind=channel,
            name=name,
            url=url,
            registered_on=texts.JULY_2025,
            decision="Quyết định về việc đăng ký kênh thông tin của đơn vị",
            **words,
        )


def _answering(made: Bodies, words: dict[str, Any]) -> None:
    """The topics that come with the product, and who answers for some of them."""
    lines = read(SHIPPED.read_text(encoding="utf-8"))
    known = {
        topic.code: topic
        for topic in topics.load(lines=lines, valid_from=texts.FIRST, **words)
    }
    for key, code, area, basis in texts.COMPETENCES:
        competences.give(
            body=made[key],
            topic=known[code],
            area=made[area],
            basis=basis,
            valid_from=texts.JULY_2025,
            **words,
        )


def appoint(bodies: Bodies, people: dict[str, User]) -> None:
    """Whom to turn to in two of the bodies."""
    on = clock.today()
    until = date(on.year + 3, 1, 1)
    for key, duty, mailbox, holder, deputy in texts.FOCAL_POINTS:
        focal_points.appoint(
            body=bodies[key],
            duty=duty,
            mailbox=mailbox,
            holder=people[holder],
            deputy=people[deputy] if deputy else None,
            deputy_until=until if deputy else None,
            since=on,
            by=command_line(),
            on=on,
        )
