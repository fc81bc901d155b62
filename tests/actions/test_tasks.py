"""Verbs on a task: the bodies of a plan write them, nobody else sees them."""

from datetime import date
from typing import Any

import pytest

from phoihop import clock
from phoihop.programmes.actions import tasks
from phoihop.programmes.models import Task
from phoihop.refusals import Stale
from phoihop.trail.reading import history
from tests.actions.stage import NOT_DRAFTING, acting, forbidden_to
from tests.factories import World
from tests.refused import refused
from tests.witness import every, last_entry, said, version_faults

DUE = date(2026, 9, 30)


def new(world: World, **other: Any) -> dict[str, Any]:
    """The words with which a task is added."""
    words = {
        "plan": world.plan,
        "text": "Khảo sát nhu cầu thông tin",
        "lead": world.bodies["so"],
        "due_date": DUE,
        "on": clock.today(),
    }
    return words | other


def changed(world: World, **other: Any) -> dict[str, Any]:
    """The words with which the first task is changed."""
    words = new(world, task=world.task, seen=1) | other
    del words["plan"]
    return words


@pytest.mark.parametrize("name", ["lan", "hoa", "dung", "minh"])
def test_whoever_drafts_in_a_body_of_the_plan_adds_a_task(
    name: str, world: World
) -> None:
    """In the circle of the plan, with the lead and the date that were given."""
    with acting(world, name) as by:
        task = tasks.create(by=by, **new(world))
        stored = Task.objects.get(pk=task.pk)
    assert stored.scope_id == world.plan.scope_id
    assert (stored.lead_id, stored.due_date) == (world.bodies["so"].pk, DUE)
    assert stored.version == 1


@pytest.mark.parametrize(("name", "code"), NOT_DRAFTING)
def test_a_task_is_added_by_nobody_else(name: str, code: str, world: World) -> None:
    """Not by another role of the same body, not by a stranger."""
    with forbidden_to(world, name, code) as by:
        tasks.create(by=by, **new(world))


@pytest.mark.parametrize(("name", "code"), NOT_DRAFTING)
def test_a_task_is_changed_by_nobody_else(name: str, code: str, world: World) -> None:
    """The same people as add them."""
    with forbidden_to(world, name, code) as by:
        tasks.edit(by=by, **changed(world))


def test_the_lead_is_a_party_of_the_plan(world: World) -> None:
    """Product rule 5, when adding and when changing."""
    stranger = world.bodies["xa"]
    with acting(world, "lan") as by, refused("task.lead_not_party", field="lead"):
        tasks.create(by=by, **new(world, lead=stranger))
    with acting(world, "lan") as by, refused("task.lead_not_party", field="lead"):
        tasks.edit(by=by, **changed(world, lead=stranger))


def test_adding_leaves_a_trail(world: World) -> None:
    """Who, for which body, in which circle, what it says."""
    with acting(world, "minh") as by:
        task = tasks.create(by=by, **new(world))
    entry = last_entry()
    assert (entry.did, entry.kind, entry.object_id) == ("task.created", "task", task.pk)
    assert (entry.actor_id, entry.body_id) == (by.user_id, world.bodies["so"].pk)
    assert entry.scope_id == world.plan.scope_id
    assert said(entry)["before"] is None
    assert said(entry)["after"]["text"] == "Khảo sát nhu cầu thông tin"


def test_changing_says_from_what_to_what(world: World) -> None:
    """Before and after, and the next version of the row."""
    with acting(world, "minh") as by:
        before = world.task.text
        task = tasks.edit(by=by, **changed(world, text="Nói rõ hơn"))
        (told, *_) = history(task)
    assert task.version == 2
    assert ("text", before, "Nói rõ hơn") in told.changes
    assert told.actor_id == by.user_id
    assert version_faults() == []


def test_the_second_of_two_edits_is_told(world: World) -> None:
    """And the first one stands."""
    with acting(world, "lan") as lan:
        tasks.edit(by=lan, **changed(world, text="của lan"))
    with acting(world, "minh") as minh, pytest.raises(Stale) as told:
        tasks.edit(by=minh, **changed(world, text="của minh"))
    assert told.value.code == "row.stale"
    assert told.value.current["text"] == "của lan"
    assert every(Task)[0].text == "của lan"


def test_a_stranger_sees_nothing(world: World) -> None:
    """No task, no version of one, no entry about one."""
    with acting(world, "cuc"):
        assert not Task.objects.exists()
        assert not Task.history.objects.exists()
        assert history(world.task) == []
