"""How bodies end: by what, on which day, and who comes after them."""

from datetime import date, timedelta
from typing import Any

import pytest

from phoihop import clock
from phoihop.organisations.actions import (
    channels,
    competences,
    designations,
    directory,
    successions,
    topics,
)
from phoihop.organisations.models import (
    Channel,
    ChannelKind,
    Competence,
    Designation,
    DesignationKind,
    Organisation,
    Relation,
    Succession,
    SuccessionKind,
)
from phoihop.organisations.permissions import command_line
from tests.actions.stage import ROLE, acting, forbidden_to
from tests.factories import BEGAN, PEOPLE, World
from tests.refused import refused
from tests.witness import every, last_entry, said, version_faults

K = SuccessionKind
NOT_OPERATOR = [name for name in PEOPLE if name != "hanh"]
JUNE, JULY = date(2026, 6, 1), date(2026, 7, 1)


def new(name: str, founded_on: date = JUNE) -> Organisation:
    """Another department of the province."""
    return directory.found(
        name=name,
        type=Organisation.Type.STATE,
        level=Organisation.Level.PROVINCE,
        founded_on=founded_on,
        by=command_line(),
        on=clock.today(),
    )


def ends(*gone: Organisation, into: list[Organisation], **other: Any) -> dict[str, Any]:
    """The words with which bodies end on 1 June 2026."""
    words: dict[str, Any] = {
        "predecessors": list(gone),
        "successors": into,
        "kind": K.ABSORB,
        "day": JUNE,
        "decision": "Nghị quyết số 21/NQ-HĐND",
        "on": clock.today(),
    }
    return words | other


def test_two_departments_become_one(world: World) -> None:
    so, old = world.bodies["so"], new("Sở Lao động", BEGAN)
    one = new("Sở Nội vụ và Lao động")
    with acting(world, "hanh") as by:
        successions.succeed(by=by, **ends(so, old, into=[one], kind=K.MERGE))
    rows = {(s.predecessor_id, s.successor_id, s.day) for s in every(Succession)}
    assert rows == {(so.pk, one.pk, JUNE), (old.pk, one.pk, JUNE)}
    living = Organisation.objects.living(JUNE)
    assert not living.filter(pk__in=[so.pk, old.pk]).exists()
    assert living.filter(pk=one.pk).exists()
    assert Organisation.objects.living(JUNE - timedelta(1)).filter(pk=so.pk).exists()
    # Each of the three hears of it on its own desk.
    assert last_entry().did == "organisation.succeeded"
    assert said(last_entry())["after"]["predecessors"] == sorted([so.pk, old.pk])
    assert version_faults() == []


def test_heirs_are_found_at_the_end_of_the_line(world: World) -> None:
    so, one, two = world.bodies["so"], new("Sở Một"), new("Sở Hai", JULY)
    three = new("Sở Ba", JULY)
    with acting(world, "hanh") as by:
        successions.succeed(by=by, **ends(so, into=[one], kind=K.RENAME))
        successions.succeed(
            by=by, **ends(one, into=[two, three], kind=K.SPLIT, day=JULY)
        )
    heirs = Succession.objects.last_heirs([so.pk, one.pk, two.pk])
    after = sorted([two.pk, three.pk])
    assert heirs == {so.pk: after, one.pk: after, two.pk: []}


def test_what_the_directory_says_of_a_body_ends_with_it(world: World) -> None:
    so, ban, xa = (world.bodies[key] for key in ("so", "ban", "xa"))
    day: dict[str, Any] = {"by": command_line(), "on": clock.today()}
    directory.place_under(below=so, above=ban, valid_from=BEGAN, **day)
    directory.place_under(below=xa, above=so, valid_from=BEGAN, **day)
    code: dict[str, Any] = {"kind": DesignationKind.AGENCY_CODE, "text": "H99.12"}
    designations.designate(body=so, valid_from=BEGAN, **code, **day)
    channel: dict[str, Any] = {
        "kind": ChannelKind.WEBSITE, "name": "Trang của sở",
        "url": "https://snv.lamkhe.gov.vn", "decision": "số 1/QĐ",
    }  # fmt: skip
    channels.register(body=so, registered_on=BEGAN, **channel, **day)
    topic = topics.create(name="Y tế", code="y-te", valid_from=BEGAN, **day)
    competences.give(
        body=so, topic=topic, area=xa, basis="Luật", valid_from=BEGAN, **day
    )
    with acting(world, "hanh") as by:
        successions.succeed(by=by, **ends(so, into=[ban]))
    assert [r.valid_to for r in every(Relation)] == [JUNE, JUNE]
    assert [d.valid_to for d in every(Designation)] == [JUNE]
    assert [c.withdrawn_on for c in every(Channel)] == [JUNE]
    assert [c.valid_to for c in every(Competence)] == [JUNE]
    assert version_faults() == []
    # So the heir takes over its code and its channel from that very day.
    designations.designate(body=ban, valid_from=JUNE, **code, **day)
    channels.register(body=ban, registered_on=JUNE, **channel, **day)


def test_a_dissolved_body_has_no_heir_but_a_decision(world: World) -> None:
    so = world.bodies["so"]
    with acting(world, "hanh") as by:
        successions.succeed(by=by, **ends(so, into=[], kind=K.DISSOLVE))
    (row,) = every(Succession)
    assert (row.successor_id, row.decision) == (None, "Nghị quyết số 21/NQ-HĐND")
    assert Succession.objects.last_heirs([so.pk]) == {so.pk: []}


@pytest.mark.parametrize(
    ("kind", "gone", "come"),
    [
        (K.MERGE, ["so"], ["ban"]),
        (K.MERGE, ["so", "xa"], []),
        (K.SPLIT, ["so"], ["ban"]),
        (K.SPLIT, ["so", "xa"], ["ban"]),
        (K.RENAME, ["so", "xa"], ["ban"]),
        (K.ABSORB, ["so"], ["ban", "xa"]),
        (K.ABSORB, ["so"], []),
        (K.ABSORB, [], ["ban"]),
        (K.DISSOLVE, ["so"], ["ban"]),
    ],
)
def test_the_kind_says_how_many_end_and_come(
    world: World, kind: SuccessionKind, gone: list[str], come: list[str]
) -> None:
    bodies = world.bodies
    with acting(world, "hanh") as by, refused("succession.counts", field="kind"):
        words = ends(
            *(bodies[k] for k in gone), into=[bodies[k] for k in come], kind=kind
        )
        successions.succeed(by=by, **words)


def test_a_body_ends_once(world: World) -> None:
    so, ban = world.bodies["so"], world.bodies["ban"]
    with acting(world, "hanh") as by:
        successions.succeed(by=by, **ends(so, into=[ban], day=JULY))
        with refused("succession.already_ended", field="day"):
            successions.succeed(by=by, **ends(so, into=[ban]))


def test_an_heir_lives_on_the_day(world: World) -> None:
    so, ban = world.bodies["so"], world.bodies["ban"]
    with acting(world, "hanh") as by:
        successions.succeed(by=by, **ends(so, into=[ban]))
        for heir in (so, new("Sở Mai sau", JULY)):
            with refused("succession.heir_not_living", field="successors"):
                successions.succeed(by=by, **ends(ban, into=[heir]))


def test_no_body_comes_after_itself(world: World) -> None:
    so, ban = world.bodies["so"], world.bodies["ban"]
    with acting(world, "hanh") as by:
        with refused("succession.by_itself", field="successors"):
            successions.succeed(by=by, **ends(so, into=[so]))
        # Nor by another, entered afterwards for an earlier day.
        successions.succeed(by=by, **ends(so, into=[ban], day=JULY))
        with refused("succession.circle", field="successors"):
            successions.succeed(by=by, **ends(ban, into=[so]))


def test_a_body_does_not_end_before_it_begins(world: World) -> None:
    so, ban = world.bodies["so"], world.bodies["ban"]
    with acting(world, "hanh") as by, refused("succession.not_begun", field="day"):
        successions.succeed(by=by, **ends(so, into=[ban], day=BEGAN))


def test_an_end_needs_a_decision(world: World) -> None:
    so, ban = world.bodies["so"], world.bodies["ban"]
    with (
        acting(world, "hanh") as by,
        refused("succession.no_decision", field="decision"),
    ):
        successions.succeed(by=by, **ends(so, into=[ban], decision=" "))


def test_nothing_of_it_begins_after_its_end(world: World) -> None:
    so, ban = world.bodies["so"], world.bodies["ban"]
    words: dict[str, Any] = {"by": command_line(), "on": clock.today()}
    directory.place_under(below=so, above=ban, valid_from=JULY, **words)
    with acting(world, "hanh") as by, refused("succession.starts_later", field="day"):
        successions.succeed(by=by, **ends(so, into=[ban]))
    assert every(Succession) == []


def test_nothing_new_is_said_of_an_ended_body(world: World) -> None:
    so, ban, xa = (world.bodies[key] for key in ("so", "ban", "xa"))
    words: dict[str, Any] = {"by": command_line(), "on": clock.today()}
    with acting(world, "hanh") as by:
        successions.succeed(by=by, **ends(so, into=[ban], day=date(2026, 5, 1)))
    with refused("organisation.ended_on", field="above"):
        directory.place_under(below=xa, above=so, valid_from=BEGAN, **words)
    # Of the days on which it lived, yes.
    directory.place_under(
        below=xa, above=so, valid_from=BEGAN, valid_to=date(2026, 5, 1), **words
    )


@pytest.mark.parametrize("name", NOT_OPERATOR)
def test_nobody_but_the_operator_ends_a_body(world: World, name: str) -> None:
    with forbidden_to(world, name, ROLE) as by:
        so, ban = world.bodies["so"], world.bodies["ban"]
        successions.succeed(by=by, **ends(so, into=[ban]))
