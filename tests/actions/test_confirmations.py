"""A reading becomes a plan when a person confirms it; undo takes it all back."""

from typing import Any

import pytest

from phoihop import clock
from phoihop.documents.models import Draft, DraftState, Reading
from phoihop.organisations.models import ScopeMember
from phoihop.organisations.permissions import scoped
from phoihop.programmes.actions import confirmations, tasks
from phoihop.programmes.actions.confirmations import Agreement
from phoihop.programmes.models import (
    Clause,
    Confirmation,
    Party,
    Plan,
    Programme,
    Source,
    Support,
    Task,
)
from phoihop.reading.findings import Field
from phoihop.refusals import Stale
from tests import readings
from tests.actions.stage import NOT_DRAFTING, acting, forbidden_to
from tests.factories import World
from tests.refused import refused
from tests.witness import last_entry, version_faults


def agreed(world: World, *partners: str, **other: Any) -> Agreement:
    """A new programme with a plan of 2026 between ban and these bodies."""
    words: dict[str, Any] = {
        "title": "Kế hoạch phối hợp năm 2026",
        "year": 2026,
        "partners": tuple(world.bodies[key] for key in partners or ("so", "xa")),
        "programme_title": "Chương trình phối hợp 2026",
        "first_year": 2026,
        "last_year": 2026,
    }
    return Agreement(**(words | other))


def confirmed(
    world: World, reading: Reading, *partners: str, by: str = "lan", **other: Any
) -> Plan:
    """The plan that this person makes of a reading."""
    with acting(world, by) as actor:
        return confirmations.confirm(
            reading=reading,
            seen=reading.version,
            agreement=agreed(world, *partners, **other),
            by=actor,
            on=clock.today(),
        )


def undone(world: World, plan: Plan, by: str = "lan") -> None:
    """Whatever made this plan, taken back by this person."""
    with acting(world, by) as actor:
        found = Confirmation.objects.get(plan_id=plan.pk)
        confirmations.undo(confirmation=found, by=actor, on=clock.today())


def test_whom_the_paper_names_stays_beside_the_body_that_a_person_chose(
    world: World,
) -> None:
    """An office inside of a body; of a name that can only mean the body, nothing."""
    so = world.bodies["so"].pk
    found = readings.values(world)
    written = {"start": 0, "end": 1, "organisation": so}
    for number, words in ((3, "Phó Giám đốc Sở"), (5, "Sở Nội vụ tỉnh Lam Khê")):
        field, quote, value = found[number]
        found[number] = (field, quote, {**value, "lead": {**written, "text": words}})
    plan = confirmed(world, readings.read(world, found=found))
    with acting(world, "lan"):
        made = Task.objects.filter(plan=plan, lead=so).order_by("pk")
        assert [task.lead_words for task in made] == ["Phó Giám đốc Sở", ""]


def test_confirming_makes_programme_plan_clauses_and_tasks(world: World) -> None:
    """Everything that the person kept, each with the words it comes from."""
    plan = confirmed(world, readings.read(world))
    with acting(world, "lan"):
        made = list(Task.objects.filter(plan=plan).order_by("pk"))
        numbers = list(
            plan.clauses.order_by("position").values_list("number", flat=True)
        )
        supports = list(Support.objects.filter(task__plan=plan))
        quotes = [task.source.quote for task in made if task.source]
        passages = [task.source.passage for task in made if task.source]
        over = [task.clause.number for task in made if task.clause]
    so, ban = world.bodies["so"].pk, world.bodies["ban"].pk
    assert [task.text for task in made] == [
        readings.PROVIDE,
        readings.CONFERENCE,
        readings.COLUMN,
    ]
    assert made[0].lead_id == so
    assert [row.organisation_id for row in supports] == [ban]
    assert numbers == ["II", "II.1", "II.2"]
    assert over == ["II.1", "II.2", "II.2"]
    assert quotes == [task.text for task in made]
    assert passages == quotes  # each stands in a line of its own
    assert last_entry().did == "reading.confirmed"
    assert version_faults() == []


def test_before_the_30th_means_the_29th_at_the_latest(world: World) -> None:
    """Product rule 1: kept as read, due the day before."""
    plan = confirmed(world, readings.read(world))
    with acting(world, "lan"):
        task = Task.objects.get(plan=plan, text=readings.CONFERENCE)
    assert (task.due_value, task.due_bound) == ("2026-06-30", "before")
    assert task.due_note == "trước ngày 30/6/2026"
    assert str(task.due_date) == "2026-06-29"


def test_a_plan_gets_only_what_concerns_its_parties(world: World) -> None:
    """The commune's task stays out, its words too, and minh cannot see them."""
    plan = confirmed(world, readings.read(world), "so")
    with scoped(world.actors["minh"]):
        texts = set(Task.objects.filter(plan=plan).values_list("text", flat=True))
        passages = "".join(
            Source.objects.filter(scope=plan.scope).values_list("passage", flat=True)
        )
        sees_paper = Reading.objects.exists()
    assert texts == {readings.PROVIDE, readings.CONFERENCE}
    assert "Đồng Mây" not in passages
    assert not sees_paper


def test_the_rest_of_a_paper_becomes_another_plan(world: World) -> None:
    """One paper with two partners: two plans, no task twice."""
    reading = readings.read(world)
    confirmed(world, reading, "so")
    second = confirmed(world, reading, "xa", programme_title="Chương trình với xã")
    with acting(world, "lan"):
        texts = list(Task.objects.filter(plan=second).values_list("text", flat=True))
    assert texts == [readings.COLUMN]


def test_a_confirmation_joins_a_programme(world: World) -> None:
    """Who was not in it comes into it, and its circle."""
    plan = confirmed(world, readings.read(world), programme=world.programme)
    xa = world.bodies["xa"].pk
    with acting(world, "lan"):
        parties = set(
            Party.objects.filter(programme=world.programme).values_list(
                "organisation_id", flat=True
            )
        )
    places = ScopeMember.objects.filter(scope=world.programme.scope)
    assert plan.programme_id == world.programme.pk
    assert xa in parties
    assert xa in set(places.values_list("organisation_id", flat=True))


def test_numbered_and_dated_the_plan_is_under_way(world: World) -> None:
    """Without a number it is a draft: a state, not an error (product rule 12)."""
    reading = readings.read(world)
    signed = confirmed(
        world, reading, "so", number="12/KH-BTGDV", issued_on=clock.today()
    )
    drafted = confirmed(world, reading, "xa", programme_title="Chương trình với xã")
    assert signed.state == Plan.State.ACTIVE
    assert (drafted.state, drafted.number) == (Plan.State.DRAFT, "")


def test_nothing_is_confirmed_while_a_task_is_undecided(world: World) -> None:
    """The person has to have looked at every duty."""
    reading = readings.read(world, state=DraftState.OPEN)
    with refused("confirm.undecided") as said:
        confirmed(world, reading)
    assert said.value.values["count"] == 3


def test_a_task_needs_a_lead(world: World) -> None:
    """Product rule 5; the refusal says which."""
    found = readings.values(world)
    found[3] = (Field.TASK, readings.PROVIDE, readings.task(readings.PROVIDE, None))
    with refused("confirm.lead_missing") as said:
        confirmed(world, readings.read(world, found=found))
    assert said.value.values == {"count": 1, "number": 1}


def test_a_task_with_personal_data_is_cut_first(world: World) -> None:
    """Boundary 1: the refusal names the place and repeats nothing."""
    so = world.bodies["so"].pk
    words = "Liên hệ ông Trần Văn Tư, điện thoại 0912 345 678 để nhận tài liệu."
    found = readings.values(world)
    found[3] = (Field.TASK, readings.PROVIDE, readings.task(words, so))
    with refused("confirm.personal_data") as said:
        confirmed(world, readings.read(world, found=found))
    assert said.value.values == {"number": 1}


def test_bodies_that_the_paper_gives_nothing_are_no_plan(world: World) -> None:
    """Every task of the paper is somebody else's, and it has no clauses."""
    xa = world.bodies["xa"].pk
    found = [(Field.TASK, readings.COLUMN, readings.task(readings.COLUMN, xa))]
    with refused("confirm.nothing", field="partners"):
        confirmed(world, readings.read(world, found=found), "so")


def test_a_task_says_something(world: World) -> None:
    """A person emptied its words at the desk."""
    so = world.bodies["so"].pk
    found = [(Field.TASK, readings.PROVIDE, readings.task("  ", so))]
    with refused("confirm.text_missing"):
        confirmed(world, readings.read(world, found=found))


def test_a_dropped_draft_makes_nothing(world: World) -> None:
    """What a person took out stays out."""
    reading = readings.read(world)
    with acting(world, "lan"):
        draft = Draft.objects.get(reading=reading, value__text=readings.COLUMN)
        draft.change(seen=1, state=DraftState.DROPPED)
        plan = confirmations.confirm(
            reading=reading,
            seen=1,
            agreement=agreed(world),
            by=world.actors["lan"],
            on=clock.today(),
        )
        assert not Task.objects.filter(plan=plan, text=readings.COLUMN).exists()


def test_a_duty_beyond_the_boundary_is_text_with_a_state(world: World) -> None:
    """No due, no support, nothing hangs on it."""
    found = readings.values(world)
    ban = world.bodies["ban"].pk
    text = readings.CONFERENCE
    support = readings.name("Sở", world.bodies["so"].pk)
    found[5] = (
        Field.TASK,
        text,
        found[5][2] | readings.task(text, ban, support, outside=True),
    )
    plan = confirmed(world, readings.read(world, found=found))
    with acting(world, "lan"):
        task = Task.objects.get(plan=plan, text=text)
        assert task.outside
        assert task.due_date is None
        assert not task.supports.exists()


def test_two_people_confirm_one_reading(world: World) -> None:
    """The second is told that somebody was faster; there is one plan."""
    reading = readings.read(world)
    with acting(world, "lan"):
        again = Reading.objects.get(pk=reading.pk)
    confirmed(world, reading, "so", "xa")
    with pytest.raises(Stale), acting(world, "hoa") as hoa:
        confirmations.confirm(
            reading=again,
            seen=1,
            agreement=agreed(world, "so", programme_title="Lần nữa"),
            by=hoa,
            on=clock.today(),
        )


@pytest.mark.parametrize(
    ("name", "code"), [*NOT_DRAFTING, ("minh", "permission.not_member")]
)
def test_only_who_drafts_for_the_body_confirms(
    name: str, code: str, world: World
) -> None:
    """Neither another body nor a role that only looks."""
    reading = readings.read(world)
    with forbidden_to(world, name, code) as by:
        confirmations.confirm(
            reading=reading, seen=1, agreement=agreed(world), by=by, on=clock.today()
        )


def test_undo_takes_all_of_it_back_and_it_can_be_confirmed_again(world: World) -> None:
    """Programme, plan, clauses, sources, tasks, supports; the reading waits again."""
    reading = readings.read(world)
    with acting(world, "lan"):
        before = {
            model: model.objects.count()
            for model in (Programme, Plan, Party, Clause, Source, Task, Support)
        }
    plan = confirmed(world, reading)
    made_at = last_entry().at
    undone(world, plan)
    with acting(world, "lan"):
        after = {model: model.objects.count() for model in before}
        now = Reading.objects.get(pk=reading.pk)
        was = Task.as_was(made_at).filter(plan_id=plan.pk).count()
    assert after == before
    assert now.state == Reading.State.READY
    assert was == 3  # history is not undone
    assert version_faults() == []
    assert confirmed(world, now).pk != plan.pk


def test_what_somebody_has_built_on_is_not_undone(world: World) -> None:
    """A task added since would lose its plan."""
    plan = confirmed(world, readings.read(world))
    with acting(world, "lan") as lan:
        tasks.create(
            plan=plan,
            text="Việc thêm sau",
            lead=world.bodies["so"],
            due_date=None,
            by=lan,
            on=clock.today(),
        )
    with refused("confirm.built_on") as said:
        undone(world, plan)
    assert said.value.values == {"count": 1}


def test_a_confirmation_is_undone_once(world: World) -> None:
    """The second time there is nothing to take back."""
    plan = confirmed(world, readings.read(world))
    undone(world, plan)
    with refused("confirm.undone"):
        undone(world, plan)


@pytest.mark.parametrize(
    ("name", "code"), [*NOT_DRAFTING, ("minh", "permission.not_member")]
)
def test_only_who_drafts_for_the_body_undoes(
    name: str, code: str, world: World
) -> None:
    """Looking is not enough."""
    plan = confirmed(world, readings.read(world))
    with acting(world, "lan"):
        found = Confirmation.objects.select_related("scope").get(plan_id=plan.pk)
    with forbidden_to(world, name, code) as by:
        confirmations.undo(confirmation=found, by=by, on=clock.today())
