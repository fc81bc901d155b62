"""Verbs on a yearly plan: the standing body drafts it with some of the parties."""

from typing import Any

import pytest

from phoihop import clock
from phoihop.organisations.models import ScopeMember
from phoihop.programmes.actions import plans
from phoihop.programmes.models import Plan, PlanParty
from phoihop.refusals import Stale
from phoihop.scopes.models import Scope
from phoihop.trail.reading import history
from tests.actions.stage import NOT_STANDING, acting, forbidden_to
from tests.factories import World
from tests.refused import refused
from tests.witness import every, last_entry, said, version_faults


def new(world: World, **other: Any) -> dict[str, Any]:
    """The words with which a plan is drafted."""
    words = {
        "programme": world.programme,
        "title": "Kế hoạch phối hợp năm 2027",
        "year": 2027,
        "partners": [world.bodies["so"]],
        "on": clock.today(),
    }
    return words | other


def changed(world: World, **other: Any) -> dict[str, Any]:
    """The words with which the plan of 2026 is changed."""
    words = {
        "plan": world.plan,
        "seen": 1,
        "title": "Kế hoạch năm 2026 (sửa)",
        "year": 2026,
        "on": clock.today(),
    }
    return words | other


@pytest.mark.parametrize("name", ["lan", "hoa", "dung"])
def test_the_standing_body_drafts_a_plan(name: str, world: World) -> None:
    """A draft in a circle of its own, with both bodies in it."""
    with acting(world, name) as by:
        plan = plans.create(by=by, **new(world))
        parties = {
            p.organisation_id: p.role for p in PlanParty.objects.filter(plan=plan)
        }
    ban, so = world.bodies["ban"].pk, world.bodies["so"].pk
    assert plan.state == Plan.State.DRAFT
    assert parties == {ban: "standing", so: "member"}
    assert plan.scope.kind == Scope.Kind.PLAN
    assert plan.scope_id != world.programme.scope_id
    members = ScopeMember.objects.filter(scope=plan.scope)
    assert {(m.organisation_id, m.place) for m in members} == {
        (ban, "standing"),
        (so, "member"),
    }


@pytest.mark.parametrize(("name", "code"), NOT_STANDING)
def test_a_plan_is_drafted_by_nobody_else(name: str, code: str, world: World) -> None:
    """Not by another role, not by the supporting body, not by a stranger."""
    with forbidden_to(world, name, code) as by:
        plans.create(by=by, **new(world))


@pytest.mark.parametrize(("name", "code"), NOT_STANDING)
def test_a_plan_is_changed_by_nobody_else(name: str, code: str, world: World) -> None:
    """The same people as draft it."""
    with forbidden_to(world, name, code) as by:
        plans.edit(by=by, **changed(world))


@pytest.mark.parametrize("year", [2024, 2031])
def test_the_year_lies_within_the_programme(year: int, world: World) -> None:
    """When drafting and when changing."""
    with acting(world, "lan") as by, refused("plan.year_outside", field="year"):
        plans.create(by=by, **new(world, year=year))
    with acting(world, "lan") as by, refused("plan.year_outside", field="year"):
        plans.edit(by=by, **changed(world, year=year))


@pytest.mark.parametrize("partners", [[], ["xa"], ["so", "xa"], ["ban"]])
def test_the_partners_are_parties_of_the_programme(
    partners: list[str], world: World
) -> None:
    """At least one besides oneself, and no other body."""
    bodies = [world.bodies[key] for key in partners]
    code = "plan.partner_not_party"
    with acting(world, "lan") as by, refused(code, field="partners"):
        plans.create(by=by, **new(world, partners=bodies))


def test_drafting_leaves_a_trail(world: World) -> None:
    """In the circle of the new plan, with its parties."""
    with acting(world, "lan") as by:
        plan = plans.create(by=by, **new(world))
    entry = last_entry()
    assert (entry.did, entry.object_id) == ("plan.created", plan.pk)
    assert (entry.scope_id, entry.actor_id) == (plan.scope_id, by.user_id)
    bodies = [world.bodies["ban"].pk, world.bodies["so"].pk]
    assert said(entry)["after"]["parties"] == bodies
    assert version_faults() == []


def test_changing_says_from_what_to_what(world: World) -> None:
    """Before and after, and the next version of the row."""
    with acting(world, "hoa") as by:
        plan = plans.edit(by=by, **changed(world))
        (told, *_) = history(plan)
    title = "Kế hoạch phối hợp năm 2026"
    assert told.did == "plan.changed"
    assert told.changes == [("title", title, "Kế hoạch năm 2026 (sửa)")]
    assert version_faults() == []


def test_the_second_of_two_edits_is_told(world: World) -> None:
    """And the first one stands."""
    with acting(world, "lan") as by:
        plans.edit(by=by, **changed(world, title="của lan"))
    with acting(world, "hoa") as by, pytest.raises(Stale):
        plans.edit(by=by, **changed(world, title="của hoa"))
    assert every(Plan)[0].title == "của lan"


def test_a_party_of_the_programme_does_not_see_a_plan_it_is_not_in(
    world: World,
) -> None:
    """A plan is its own parties and nobody else."""
    with acting(world, "cuc"):
        assert not Plan.objects.exists()
        assert not PlanParty.objects.exists()
        assert history(world.plan) == []
