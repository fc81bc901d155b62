"""A job is done once, for who may still ask for it, and keeps nothing of a fault."""

import logging
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from phoihop import clock
from phoihop.jobs import reaping, registry, rules, running
from phoihop.jobs.actions import enqueue
from phoihop.jobs.models import Job, JobState
from phoihop.jobs.reading import whole
from phoihop.jobs.running import Lost, Run
from phoihop.jobs.transport import deliver, send
from phoihop.organisations.actions import people
from phoihop.organisations.models import ScopeMember
from phoihop.refusals import Refused
from tests.actions.stage import acting
from tests.factories import World
from tests.jobs.stage import (
    asked,
    effect,
    effects,
    kind,
    later,
    mended_and_worked,
    now_of,
    worked,
)
from tests.witness import dump, last_entry

CANARY = "CANARY-ong-Nguyen-Van-A-0912345678"


def carrier_of(job: Job) -> DBTaskResult[Any, Any]:
    """The row of the queue that carries it."""
    return DBTaskResult.objects.get(pk=str(job.transport))


class TestAsking:
    """A job is asked for in the transaction of what needs it."""

    def test_it_goes_with_the_action_that_asked(self, world: World) -> None:
        """Rolled back with it, and with it the row that would have carried it."""
        before = dump()

        def broken() -> None:
            with transaction.atomic():
                asked(world)
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            broken()
        assert dump() == before

    def test_it_is_carried_by_its_number_alone(self, world: World) -> None:
        """The queue knows nothing else of it."""
        job = asked(world)
        row = carrier_of(job)
        assert row.args_kwargs == {"args": [job.pk], "kwargs": {}}
        assert row.status == TaskResultStatus.READY

    def test_a_kind_is_a_dotted_word(self, world: World) -> None:
        """Never a sentence, nor a path of code."""
        with acting(world, "lan") as by, pytest.raises(ValueError, match="kind"):
            enqueue(
                kind="Xuất nhật ký", subject=None, scope=None, by=by, on=clock.today()
            )
        with pytest.raises(ValueError, match="kind"):
            registry.register("work", effect)


class TestRunning:
    """The work itself."""

    def test_it_has_its_effect_and_says_what_it_made(self, world: World) -> None:
        """In the name of who asked, whose circles were open."""
        job = asked(world)
        with kind(effect):
            worked()
        done = now_of(job)
        assert (done.state, effects(job)) == (JobState.DONE, 1)
        assert done.finished_at == clock.now()
        assert last_entry().actor_id == world.user("lan").pk
        assert last_entry().object_id == int(done.outcome)

    def test_delivered_twice_it_has_its_effect_once(self, world: World) -> None:
        """Whether the second comes after the first or in the midst of it."""
        job = asked(world)
        send(now_of(job))

        def meddled(run: Run) -> None:
            deliver.call(run.job.pk)
            effect(run)

        with kind(meddled):
            worked()
            deliver.call(job.pk)
        assert (effects(job), now_of(job).attempt) == (1, 1)
        assert not DBTaskResult.objects.exclude(status="SUCCESSFUL")

    def test_who_has_lost_the_job_stores_nothing(self, world: World) -> None:
        """A worker that slept through its lease wakes up when another has it."""
        job, lost = asked(world), []

        def slow(run: Run) -> None:
            if run.job.attempt == 1:
                with later(timedelta(hours=1)):
                    reaping.mend()
                    worked()
                with pytest.raises(Lost):
                    run.progress(2, 3)
                lost.append(run.job.attempt)
            effect(run)

        with kind(slow):
            worked()
        assert lost == [1]
        assert (effects(job), now_of(job).attempt) == (1, 2)
        assert now_of(job).state == JobState.DONE

    def test_its_progress_is_seen_before_it_is_done(self, world: World) -> None:
        """And is written no more than twice a second."""
        job, seen = asked(world), []

        def portions(run: Run) -> None:
            for done in (1, 2, 3, 10):
                run.progress(done, 10)
                seen.append(now_of(run.job).progress_done)

        with kind(portions):
            worked()
        assert seen == [1, 1, 1, 10]
        assert now_of(job).progress_total == 10

    def test_what_it_leaves_behind_is_a_word(self, world: World) -> None:
        """An outcome is no place for text."""
        job = asked(world)

        def wordy(run: Run) -> None:
            run.made(f"Đã làm cho {CANARY}")

        with kind(wordy):
            worked()
        assert now_of(job).outcome == "ValueError"

    def test_a_kind_that_nobody_knows_is_parked(self, world: World) -> None:
        """For the operator to see; a newer version may know it."""
        job = asked(world)
        worked()
        assert now_of(job).state == JobState.PARKED
        assert now_of(job).outcome == "job.kind_unknown"


class TestRights:
    """They are asked again when the job runs."""

    def test_whose_role_has_ended_is_refused(self, world: World) -> None:
        """Between the asking and the running."""
        job = asked(world, "minh")
        role = world.user("minh").memberships.get()
        with acting(world, "hanh") as by:
            people.end_role(membership=role, seen=1, by=by, on=clock.today())
        with kind(effect):
            worked()
        assert (now_of(job).state, effects(job)) == (JobState.REFUSED, 0)
        assert now_of(job).outcome == "job.role_ended"

    def test_an_account_that_is_shut_asks_for_nothing(self, world: World) -> None:
        """Whatever roles it has."""
        job = asked(world)
        type(world.user("lan")).objects.filter(username="lan").update(is_active=False)
        with kind(effect):
            worked()
        assert now_of(job).outcome == "job.role_ended"

    def test_whose_body_has_left_the_circle_is_refused(self, world: World) -> None:
        """The plan is no longer so's to read."""
        job = asked(world, "minh")
        place = ScopeMember.objects.get(
            scope=world.plan.scope, organisation=world.bodies["so"]
        )
        place.change(seen=place.version, until=clock.today())
        with kind(effect):
            worked()
        assert (now_of(job).state, effects(job)) == (JobState.REFUSED, 0)
        assert now_of(job).outcome == "job.circle_left"

    def test_an_action_that_refuses_refuses_the_job(self, world: World) -> None:
        """For good: trying again would be refused again."""
        job = asked(world)

        def refusing(run: Run) -> None:
            with run.storing():
                raise Refused("task.lead_not_party", field="lead")

        with kind(refusing):
            worked()
        assert now_of(job).state == JobState.REFUSED
        assert now_of(job).outcome == "task.lead_not_party"
        assert now_of(job).tries == 1

    def test_jobs_of_others_are_not_there(self, world: World) -> None:
        """A job lies in a circle like everything else."""
        job = asked(world)
        with acting(world, "cuc"):
            assert not Job.objects.filter(pk=job.pk)
        with acting(world, "minh"):
            assert Job.objects.filter(pk=job.pk)


class TestFaults:
    """What breaks is tried again, then parked; nothing of what it said is kept."""

    @pytest.mark.parametrize("inside", [True, False])
    def test_a_job_that_always_breaks_is_parked_and_says_nothing(
        self, world: World, caplog: Any, inside: bool
    ) -> None:
        """No canary in any table nor in the log, and five tries at most."""
        caplog.set_level(logging.DEBUG)
        job, tries = asked(world), []

        def poison(run: Run) -> None:
            tries.append(run.job.attempt)
            try:
                raise KeyError(CANARY)
            except KeyError as error:
                if inside:
                    with run.storing():
                        raise RuntimeError(CANARY) from error
                raise RuntimeError(CANARY) from error

        with kind(poison):
            for hours in range(1, 9):
                with later(timedelta(hours=hours)):
                    worked()
                    reaping.mend()
        assert tries == [1, 2, 3, 4, 5]
        assert len(tries) == rules.MOST_TRIES
        assert now_of(job).state == JobState.PARKED
        assert now_of(job).outcome == "RuntimeError"
        assert CANARY not in repr(dump())
        assert CANARY not in caplog.text
        assert "RuntimeError" in caplog.text

    def test_it_waits_longer_each_time(self, world: World) -> None:
        """Ten seconds, forty, then minutes."""
        assert [rules.pause_before_next(n).seconds for n in (1, 2, 3, 4)] == [
            10, 40, 160, 640,
        ]  # fmt: skip
        job = asked(world)

        def breaks(run: Run) -> None:
            raise OSError

        with kind(breaks):
            worked()
            worked()
            assert now_of(job).tries == 1
            with later(timedelta(seconds=11)):
                worked()
        assert now_of(job).tries == 2

    def test_one_that_breaks_once_is_done_the_second_time(self, world: World) -> None:
        """Nobody has to do anything."""
        job = asked(world)

        def once(run: Run) -> None:
            if run.job.attempt == 1:
                raise OSError
            effect(run)

        with kind(once):
            worked()
            assert now_of(job).state == JobState.WAITING
            with later(timedelta(minutes=1)):
                worked()
        assert (now_of(job).state, effects(job)) == (JobState.DONE, 1)

    def test_a_worker_told_to_stop_at_once_leaves_no_traceback(
        self, world: World
    ) -> None:
        """The one way in which a job may still end the queue's task."""
        job = asked(world)

        def stopped(run: Run) -> None:
            try:
                raise ValueError(CANARY)
            finally:
                raise SystemExit(CANARY)

        with kind(stopped), pytest.raises(SystemExit) as ended:
            worked()
        assert CANARY not in f"{ended.value!r} {ended.value.__context__!r}"
        assert CANARY not in repr(dump())
        with kind(effect):
            mended_and_worked()
        assert effects(job) == 1


class TestMending:
    """What killed workers left."""

    def test_a_lease_that_ran_out_sends_the_job_again(self, world: World) -> None:
        """Not before it has run out."""
        job = asked(world)
        claimed = running.claim(job.pk, "killed")
        assert claimed is not None
        reaping.mend()
        assert now_of(job).state == JobState.RUNNING
        with kind(effect):
            mended_and_worked()
        assert (effects(job), now_of(job).attempt) == (1, 2)

    def test_a_job_that_kills_its_workers_is_parked(self, world: World) -> None:
        """After five of them."""
        job = asked(world)
        for hours in range(1, 8):
            with later(timedelta(hours=hours)):
                running.claim(job.pk, "killed")
            with later(timedelta(hours=hours, minutes=30)):
                reaping.mend()
        assert now_of(job).state == JobState.PARKED
        assert now_of(job).outcome == reaping.WORKER_LOST
        assert now_of(job).tries == rules.MOST_TRIES

    @pytest.mark.parametrize("carrier", ["gone", "done", "claimed"])
    def test_a_waiting_job_that_nobody_carries_is_sent_again(
        self, world: World, carrier: str
    ) -> None:
        """Its row of the queue is gone, or was claimed by a worker that was killed."""
        job = asked(world)
        row = carrier_of(job)
        if carrier == "gone":
            row.delete()
        elif carrier == "done":
            row.set_successful(None)
        else:
            row.claim("killed")
            assert reaping.mend().sent == 0
        with later(timedelta(hours=1)):
            assert reaping.mend().sent == 1
            assert reaping.mend().sent == 0
        with kind(effect):
            worked()
            mended_and_worked()
        assert effects(job) == 1

    def test_nothing_is_sent_twice_while_all_is_well(self, world: World) -> None:
        """Neither what waits nor what runs nor what is over."""
        asked(world)
        done = asked(world)
        whole().filter(pk=done.pk).update(state="done", finished_at=clock.now())
        assert (reaping.mend().sent, reaping.mend().parked) == (0, 0)

    def test_old_rows_of_the_queue_are_thrown_away(self, world: World) -> None:
        """Those that carried, and those that a killed worker held; not what waits."""
        done, waits = asked(world), None
        with kind(effect):
            worked()
        killed = asked(world)
        carrier_of(killed).claim("killed")
        with later(timedelta(days=2)):
            waits = asked(world)
            assert reaping.mend().sent == 1
            assert reaping.prune(keep=timedelta(days=1)) == 2
        left = {str(row.pk) for row in DBTaskResult.objects.all()}
        assert left == {str(now_of(waits).transport), str(now_of(killed).transport)}
        assert now_of(done).state == JobState.DONE
