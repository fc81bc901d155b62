"""Verbs on a programme: whoever opens it is its standing body."""

from datetime import date
from typing import Any

import pytest

from phoihop import clock
from phoihop.organisations.models import Organisation, ScopeMember
from phoihop.programmes.actions import programmes
from phoihop.programmes.models import Party, Programme
from phoihop.refusals import Stale
from phoihop.trail.reading import history
from tests.actions.stage import NOT_STANDING, ROLE, acting, forbidden_to
from tests.factories import World
from tests.refused import refused
from tests.witness import every, last_entry, said, version_faults


def new(world: World, **other: Any) -> dict[str, Any]:
    """The words with which a programme is opened."""
    words = {
        "title": "Chương trình phối hợp về nông thôn mới",
        "first_year": 2026,
        "last_year": 2030,
        "members": [world.bodies["so"], world.bodies["xa"]],
        "on": clock.today(),
    }
    return words | other


def changed(world: World, **other: Any) -> dict[str, Any]:
    """The words with which the programme is changed."""
    words = {
        "programme": world.programme,
        "seen": 1,
        "title": "Tên khác",
        "first_year": 2025,
        "last_year": 2031,
        "on": clock.today(),
    }
    return words | other


@pytest.mark.parametrize("name", ["lan", "hoa", "dung", "minh", "cuc"])
def test_every_body_may_open_a_programme_of_its_own(name: str, world: World) -> None:
    """It stands first among the parties, and all of them are in the circle."""
    with acting(world, name) as by:
        programme = programmes.create(by=by, **new(world))
        roles = {
            p.organisation_id: p.role for p in Party.objects.filter(programme=programme)
        }
    own = by.organisation_id or 0
    others = {world.bodies["so"].pk, world.bodies["xa"].pk} - {own}
    assert roles.pop(own) == "standing"
    assert roles == dict.fromkeys(others, "member")
    members = ScopeMember.objects.filter(scope=programme.scope, since=clock.today())
    assert {m.organisation_id for m in members} == {own, *others}


@pytest.mark.parametrize("name", ["quang", "oanh", "thu", "hanh"])
def test_a_programme_is_opened_by_no_other_role(name: str, world: World) -> None:
    """Not by the admin, the observer, the auditor; the operator has no body."""
    with forbidden_to(world, name, ROLE) as by:
        programmes.create(by=by, **new(world))


@pytest.mark.parametrize(("name", "code"), NOT_STANDING)
def test_a_programme_is_changed_by_its_standing_body(
    name: str, code: str, world: World
) -> None:
    """By nobody else."""
    with forbidden_to(world, name, code) as by:
        programmes.edit(by=by, **changed(world))


@pytest.mark.parametrize("partners", [[], ["ban"]])
def test_a_programme_needs_a_partner(partners: list[str], world: World) -> None:
    """Another body than one's own."""
    members = [world.bodies[key] for key in partners]
    with acting(world, "lan") as by, refused("programme.no_partner", field="members"):
        programmes.create(by=by, **new(world, members=members))


def test_a_body_that_has_ended_is_no_partner(world: World) -> None:
    """From the first day on which it is no more."""
    Organisation.objects.filter(pk=world.bodies["xa"].pk).update(
        ended_on=date(2026, 6, 15)
    )
    ended = Organisation.objects.get(pk=world.bodies["xa"].pk)
    with acting(world, "lan") as by, refused("organisation.ended", field="members"):
        programmes.create(by=by, **new(world, members=[ended]))
    with acting(world, "lan") as by:
        day_before = date(2026, 6, 14)
        programmes.create(by=by, **new(world, members=[ended], on=day_before))


@pytest.mark.parametrize(("first", "last"), [(2031, 2030), (1999, 2030), (2026, 2101)])
def test_the_years_are_in_order(first: int, last: int, world: World) -> None:
    """And within what the product takes."""
    years = {"first_year": first, "last_year": last}
    with acting(world, "lan") as by, refused("programme.years", field="last_year"):
        programmes.create(by=by, **new(world, **years))
    with acting(world, "lan") as by, refused("programme.years", field="last_year"):
        programmes.edit(by=by, **changed(world, **years))


def test_the_years_keep_those_of_the_plans(world: World) -> None:
    """There is a plan of 2026 already."""
    with acting(world, "lan") as by, refused("programme.plans_outside"):
        programmes.edit(by=by, **changed(world, first_year=2027))


def test_opening_leaves_a_trail(world: World) -> None:
    """In the circle of the new programme, with its parties."""
    with acting(world, "lan") as by:
        programme = programmes.create(by=by, **new(world))
    entry = last_entry()
    assert (entry.did, entry.object_id) == ("programme.created", programme.pk)
    assert (entry.scope_id, entry.body_id) == (programme.scope_id, by.organisation_id)
    bodies = [world.bodies[key].pk for key in ("ban", "so", "xa")]
    assert said(entry)["after"]["parties"] == bodies
    assert version_faults() == []


def test_changing_says_from_what_to_what(world: World) -> None:
    """Before and after, and the next version of the row."""
    with acting(world, "dung") as by:
        programme = programmes.edit(by=by, **changed(world))
        (told, *_) = history(programme)
    assert ("last_year", 2030, 2031) in told.changes
    assert version_faults() == []


def test_the_second_of_two_edits_is_told(world: World) -> None:
    """And the first one stands."""
    with acting(world, "lan") as by:
        programmes.edit(by=by, **changed(world, title="của lan"))
    with acting(world, "hoa") as by, pytest.raises(Stale):
        programmes.edit(by=by, **changed(world, title="của hoa"))
    assert every(Programme)[0].title == "của lan"


def test_a_stranger_sees_nothing(world: World) -> None:
    """No programme, no party, no version, no entry."""
    with acting(world, "cuc"):
        assert not Programme.objects.exists()
        assert not Party.objects.exists()
        assert not Programme.history.objects.exists()
        assert history(world.programme) == []
