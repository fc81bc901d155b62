"""The state of a task as the database asks for it is the one that the rule tells."""

from datetime import date, timedelta
from itertools import product

from phoihop.programmes.models import Task, state_is
from phoihop.programmes.models.task import tally_of
from phoihop.programmes.rules.acceptance import accepters
from phoihop.programmes.rules.state import SOON, Phase, TaskState
from phoihop.programmes.task_lock import standing_of
from tests import agreed
from tests.actions.stage import acting
from tests.factories import World

TODAY = date(2026, 6, 15)
DAYS = (-400, -1, 0, 1, SOON.days - 1, SOON.days, SOON.days + 1, 400)


def test_every_row_is_in_one_state_and_it_is_the_rules(world: World) -> None:
    """Every phase with every due date around the edges, reported and not."""
    dues = [None, *(TODAY + timedelta(days=days) for days in DAYS)]
    rows = [
        Task(
            scope=world.plan.scope,
            plan=world.plan,
            text=f"{phase} {due} {percent} {done}",
            lead=world.bodies["ban"],
            due_date=due,
            phase=phase,
            percent=percent,
            done_on=done if phase is Phase.DONE else None,
            paused_on=TODAY if phase is Phase.PAUSED else None,
        )
        for phase, due, percent, done in product(
            Phase, dues, (None, 0, 100), (TODAY - timedelta(days=1), TODAY)
        )
    ]
    with acting(world, "lan"):
        Task.objects.bulk_create(rows)
        for on in (TODAY, TODAY + timedelta(days=1)):
            told = {task.pk: task.state(on) for task in Task.objects.all()}
            asked = {
                state: set(
                    Task.objects.filter(state_is(state, on)).values_list(
                        "pk", flat=True
                    )
                )
                for state in TaskState
            }
            for state in TaskState:
                assert asked[state] == {pk for pk, is_ in told.items() if is_ is state}
            assert sum(map(len, asked.values())) == len(told) == len(rows) + 3
            unfinished = Task.objects.unfinished().values_list("pk", flat=True)
            ended = (TaskState.DONE_ON_TIME, TaskState.DONE_LATE, TaskState.DROPPED)
            assert set(unfinished) == {
                pk for pk, is_ in told.items() if is_ not in ended
            }


def test_the_tally_of_rows_at_hand_is_the_databases(world: World) -> None:
    """With duties beyond the boundary apart; and plan by plan the same."""
    with acting(world, "lan"):
        for outside in (False, True):
            Task.objects.create(
                scope=world.plan.scope,
                plan=world.plan,
                text="Việc đã xong",
                lead=world.bodies["ban"],
                phase=Phase.DONE,
                done_on=TODAY,
                outside=outside,
            )
        counts = Task.objects.tally(TODAY)
        assert counts == tally_of(Task.objects.all(), TODAY)
        assert Task.objects.tally_by_plan(TODAY) == {world.plan.pk: counts}
    told = {state: count for state, count in counts.items() if count}
    assert told == {
        "overdue": 1, "at_risk": 1, "not_started": 1, "done_on_time": 1, "outside": 1,
    }  # fmt: skip


def test_who_is_to_accept_is_asked_as_the_rule_says(world: World) -> None:
    """Of every task of two plans, for every body."""
    _plan, of_quiet = agreed.quiet_plan(world)
    agreed.final(world, world.task, who="lan")
    agreed.final(world, agreed.of_so(world))
    agreed.reported(
        world, of_quiet, who="lan", percent=100, is_final=True,
        organisation=of_quiet.lead, paper="Số 7/CV",
    )  # fmt: skip
    for name in ("lan", "minh", "cuc"):
        body = world.actors[name].organisation_id
        with acting(world, name):
            asked = set(Task.objects.awaiting(body).values_list("pk", flat=True))
            waiting = Task.objects.filter(phase=Phase.REPORTED)
            told = {
                task.pk
                for task in waiting
                if body
                in accepters(
                    lead=task.lead_id,
                    standing=standing_of(task.plan),
                    parties=task.plan.parties.values_list("organisation_id", flat=True),
                )
            }
        assert asked == told, name
        assert len(asked) == {"lan": 2, "minh": 1, "cuc": 0}[name]


def test_several_states_are_asked_for_together(world: World) -> None:
    """And of none there is nothing."""
    with acting(world, "lan"):
        found = Task.objects.in_state(TaskState.OVERDUE, TaskState.AT_RISK, on=TODAY)
        assert found.count() == 2
        assert not Task.objects.in_state(on=TODAY).exists()
