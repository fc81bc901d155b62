"""Who is told: once of each event, and not of what they did themselves."""

import pytest
from django.db import transaction

from phoihop import clock
from phoihop.notices import actions
from phoihop.notices.models import Notice
from phoihop.notices.registry import found, kinds
from phoihop.notices.sentences import SENTENCES, sentence
from phoihop.organisations.actions import people
from phoihop.organisations.permissions import command_line, scoped
from phoihop.organisations.roles import Role
from tests.actions.stage import acting
from tests.factories import World
from tests.notices.stage import job_of, told
from tests.witness import dump


def of(name: str) -> list[str]:
    """The kinds of notices that one of the cast has, the newest first."""
    rows = Notice.objects.filter(person__username=name).order_by("-pk")
    return list(rows.values_list("kind", flat=True))


def test_every_kind_has_a_sentence_and_every_sentence_a_kind() -> None:
    assert kinds() == sorted(SENTENCES)


def test_whoever_gets_a_role_is_told_and_told_of_its_end(world: World) -> None:
    before = of("cuc")
    with acting(world, "quang") as by:
        role = people.give_role(
            person=world.user("cuc"), body=world.bodies["ban"], role=Role.OBSERVER,
            since=clock.today(), by=by, on=clock.today(),
        )  # fmt: skip
        people.end_role(membership=role, seen=1, by=by, on=clock.today())
    assert of("cuc") == ["membership.ended", "membership.given", *before]


def test_nobody_is_told_of_what_they_did_themselves(world: World) -> None:
    with transaction.atomic():
        actions.tell(
            people=[world.user("lan"), world.user("minh")],
            kind="job.done",
            subject=1,
            scope=None,
            by=world.actors["lan"],
        )
    assert "job.done" not in of("lan")
    assert "job.done" in of("minh")


def test_an_event_is_told_once_and_the_next_again(world: World) -> None:
    job = job_of(world, "lan", world.plan.scope)
    told(world, "lan", "minh", job=job, event="1")
    told(world, "lan", "lan", job=job, event="1")
    told(world, "lan", job=job, event="2")
    assert of("lan").count("job.done") == 2
    assert of("minh").count("job.done") == 1


def test_it_is_told_with_the_action_or_not_at_all(world: World) -> None:
    before = dump()

    def broken() -> None:
        with transaction.atomic():
            told(world, "minh", job=job_of(world, "lan", None))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    assert dump() == before


def test_a_notice_holds_no_text(world: World) -> None:
    told(world, "lan", job=job_of(world, "lan", world.plan.scope))
    row = Notice.objects.filter(kind="job.done").values().get()
    assert {type(value).__name__ for value in row.values()} <= {
        "int", "str", "datetime", "NoneType",
    }  # fmt: skip
    assert (row["kind"], row["event"], row["mail"]) == ("job.done", "", "none")


def test_only_who_sees_the_subject_is_shown_it(world: World) -> None:
    """Here everybody is told of a job of ban's desk, by mistake."""
    job = job_of(world, "thu", world.bodies["ban"].desk)
    told(world, *world.actors, job=job)
    for name, actor in world.actors.items():
        rows = Notice.objects.filter(person=world.user(name), kind="job.done")
        with scoped(actor):
            shown = found(world.user(name), rows)
        is_of_ban = actor.organisation == world.bodies["ban"]
        assert bool(shown) is is_of_ban, name


def test_another_persons_role_is_not_found(world: World) -> None:
    role = world.user("minh").memberships.get()
    with transaction.atomic():
        actions.tell(
            people=[world.user("lan")], kind="membership.given", subject=role.pk,
            scope=None, by=command_line(),
        )  # fmt: skip
    rows = Notice.objects.filter(person=world.user("lan"), subject=role.pk)
    with scoped(world.actors["lan"]):
        assert found(world.user("lan"), rows.filter(kind="membership.given")) == {}


def test_ones_own_are_marked_as_read_and_nobody_elses(world: World) -> None:
    job = job_of(world, "lan", world.plan.scope)
    told(world, "lan", "minh", job=job)
    rows = Notice.objects.filter(kind="job.done")
    assert actions.see(notices=rows, by=world.actors["lan"]) == 1
    assert actions.see(notices=rows, by=world.actors["lan"]) == 0
    assert [n.person.username for n in rows.unseen()] == ["minh"]


def test_every_sentence_is_made_of_what_its_finder_gives(world: World) -> None:
    with acting(world, "quang") as by:
        role = people.give_role(
            person=world.user("cuc"), body=world.bodies["ban"], role=Role.OBSERVER,
            since=clock.today(), by=by, on=clock.today(),
        )  # fmt: skip
    job = job_of(world, "hanh", None)
    subjects = {"membership": (role.pk, "cuc"), "job": (job.pk, "hanh")}
    of_task = (world.task.pk, "lan")
    subjects |= {"trail": (job.pk, "hanh"), "progress": of_task, "task": of_task}
    for kind in kinds():
        subject, who = subjects[kind.split(".")[0]]
        notice = Notice(pk=1, kind=kind, subject=subject)
        with scoped(world.actors[who]):
            shown = found(world.user(who), [notice])
        assert "%(" not in sentence(kind, shown[1])
