"""The operator's verbs on jobs and on the whole trail, and an account's address."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from phoihop import clock
from phoihop.accounts.models import User
from phoihop.jobs.models import JobState
from phoihop.notices.models import Notice
from phoihop.organisations.actions import jobs, oversight, people
from phoihop.organisations.permissions import command_line
from phoihop.trail import head_file
from phoihop.trail.models import Head
from tests.actions.stage import ROLE, acting, forbidden_to
from tests.factories import PEOPLE, World
from tests.jobs.stage import now_of, worked
from tests.pages.jobs_kept import parked_job
from tests.refused import refused
from tests.witness import last_entry, said

NOT_OPERATORS = [name for name in PEOPLE if name != "hanh"]


class TestRetrying:
    """A parked job runs again."""

    def test_it_waits_with_all_its_tries(self, world: World) -> None:
        """For whoever had asked for it."""
        job = parked_job(world)
        with acting(world, "hanh") as by:
            jobs.retry(job=job, by=by, on=clock.today())
        assert (now_of(job).state, now_of(job).tries) == (JobState.WAITING, 0)
        assert now_of(job).asked_by == world.user("thu")
        assert now_of(job).transport is not None

    def test_it_leaves_a_trail_that_the_body_reads(self, world: World) -> None:
        """Who let it run again, and what it had stopped for."""
        with acting(world, "hanh") as by:
            jobs.retry(job=parked_job(world), by=by, on=clock.today())
        entry = last_entry()
        assert (entry.did, entry.scope_id) == (
            "job.retried",
            world.bodies["ban"].desk_id,
        )
        assert said(entry)["before"] == {"outcome": "OSError", "tries": 5}

    def test_it_runs_again_once(self, world: World) -> None:
        """Of two who press, the second is told."""
        job = parked_job(world)
        with acting(world, "hanh") as by:
            jobs.retry(job=job, by=by, on=clock.today())
            with refused("job.not_parked"):
                jobs.retry(job=job, by=by, on=clock.today())

    @pytest.mark.parametrize("name", NOT_OPERATORS)
    def test_nobody_else_lets_it(self, name: str, world: World) -> None:
        """Not even who had asked."""
        job = parked_job(world)
        with forbidden_to(world, name, ROLE) as by:
            jobs.retry(job=job, by=by, on=clock.today())


class TestChecking:
    """The whole trail is checked in the background."""

    def test_a_whole_trail_is_said_to_be_whole(self, world: World) -> None:
        """And nobody hears of it but who asked."""
        with acting(world, "hanh") as by:
            job = oversight.verify(by=by, on=clock.today())
        head = Head.objects.get()
        # As it stands after a commit, which the test's transaction never does.
        remembered = head_file.Remembered(str(head.origin), head.seq, head.hash)
        head_file.write(Path(settings.TRAIL_HEAD_FILE), remembered)
        worked()
        assert (now_of(job).state, now_of(job).outcome) == (JobState.DONE, "whole")
        told = Notice.objects.exclude(kind__startswith="membership")
        assert [(n.kind, n.person.username) for n in told] == [("job.done", "hanh")]

    def test_of_faults_every_operator_is_told(self, world: World) -> None:
        """Also when a timer had asked; nobody else is. Here the head file is gone."""
        by = command_line()
        job = oversight.verify(by=by, on=clock.today())
        worked()
        assert now_of(job).outcome == "faults.1"
        told = Notice.objects.exclude(kind__startswith="membership")
        assert [(n.kind, n.person.username) for n in told] == [("trail.broken", "hanh")]

    @pytest.mark.parametrize("name", NOT_OPERATORS)
    def test_nobody_else_asks_for_it(self, name: str, world: World) -> None:
        """It says of every circle whether it is whole."""
        with forbidden_to(world, name, ROLE) as by:
            oversight.verify(by=by, on=clock.today())


def opened(world: World, email: str) -> User:
    """An account with this address."""
    with acting(world, "hanh") as by:
        return people.open_account(
            username="mai",
            name="Mai",
            password="một mật khẩu đủ dài",
            email=email,
            by=by,
            on=clock.today(),
        )


def test_an_account_may_have_an_address(world: World) -> None:
    assert opened(world, " mai@lamkhe.gov.vn ").email == "mai@lamkhe.gov.vn"
    assert "mai@" not in repr(said(last_entry()))


@pytest.mark.parametrize(
    "email", ["mai", "mai@", "@lamkhe.gov.vn", "mãi@lamkhe.gov.vn", "a@b.vn\nBcc: c"]
)
def test_an_address_must_be_one(world: World, email: Any) -> None:
    with refused("account.email_wrong", field="email"):
        opened(world, email)
