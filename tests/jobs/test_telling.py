"""Who asked for a job is told how it ended; a timer is told nothing."""

from phoihop.jobs.models import JobState
from phoihop.notices.models import Notice
from phoihop.organisations.permissions import command_line
from tests.factories import World
from tests.jobs.stage import ask, asked, effect, kind, now_of, worked
from tests.witness import every


class TestTelling:
    """Who asked is told how it ended."""

    def test_of_what_is_done(self, world: World) -> None:
        """In the transaction of the effect."""
        job = asked(world)
        with kind(effect):
            worked()
        told = Notice.objects.get(kind="job.done")
        assert (told.person_id, told.subject) == (world.user("lan").pk, job.pk)
        assert told.scope_id == world.plan.scope_id

    def test_of_what_is_parked_each_time(self, world: World) -> None:
        """A second parking is news again."""
        job = asked(world)
        worked()
        assert Notice.objects.filter(kind="job.parked", subject=job.pk).count() == 1
        assert [n.event for n in every(Notice) if n.kind == "job.parked"] == ["1"]

    def test_nobody_is_told_of_what_a_timer_asked(self, world: World) -> None:
        """There is nobody who asked."""
        job = ask(command_line(), None)
        with kind(lambda run: None):
            worked()
        assert now_of(job).state == JobState.DONE
        assert not Notice.objects.filter(kind__startswith="job.")
