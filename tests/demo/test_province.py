"""The demo province stands, made by the real actions, and shows what there is."""

from collections import Counter
from io import StringIO

import pytest
from django.core.management import call_command

from phoihop import clock
from phoihop.chores.demo_people import PASSWORD, SIGN_INS
from phoihop.documents.models import Draft, Reading, ReadingState
from phoihop.jobs.models import Job
from phoihop.organisations.models import Membership
from phoihop.programmes.models import (
    Acceptance,
    Evidence,
    Plan,
    Programme,
    Progress,
    Support,
    Task,
)
from phoihop.programmes.models.progress import EvidenceKind, Verdict
from phoihop.programmes.rules.state import TaskState
from phoihop.reading.findings import DueKind, Field
from phoihop.reports.models import Judgement, Review, ReviewState
from phoihop.trail.models import Entry
from phoihop.trail.verify import verify
from tests.demo.conftest import Made

pytestmark = [pytest.mark.anywhere, pytest.mark.usefixtures("province")]


def test_the_command_says_how_everybody_signs_in(made: Made) -> None:
    for username, who in SIGN_INS:
        assert f"{username:<10} {PASSWORD}   {who}" in made.out


def test_three_programmes_have_seven_plans_in_two_years() -> None:
    assert Programme.objects.count() == 3
    years = Counter(Plan.objects.values_list("year", flat=True))
    assert sorted(years.values()) == [2, 5]
    assert max(years) - min(years) == 1
    assert set(Plan.objects.values_list("state", flat=True)) == {Plan.State.ACTIVE}


def test_120_tasks_are_in_every_state() -> None:
    on = clock.today()
    states = Counter(task.state(on) for task in Task.objects.all())
    assert states.total() == 120
    assert set(states) == set(TaskState)
    assert Task.objects.filter(outside=True).count() == 2


def test_dues_are_of_every_kind() -> None:
    kinds = set(Task.objects.values_list("due_kind", flat=True))
    assert kinds == {kind.value for kind in DueKind}


def test_every_task_comes_from_a_clause_and_from_words_of_a_paper() -> None:
    for task in Task.objects.select_related("clause", "source"):
        assert task.clause is not None, task.text
        assert task.source is not None, task.text
        assert task.text in " ".join(task.source.quote.split())


def test_some_clauses_have_no_task() -> None:
    plan = Plan.objects.latest("pk")
    assert plan.clauses.filter(tasks=None).exists()
    assert plan.clauses.exclude(tasks=None).exists()


def test_partners_without_an_account_are_reported_for_by_their_own_paper() -> None:
    held = set(Membership.objects.values_list("organisation_id", flat=True))
    behalf = [one for one in Progress.objects.all() if one.on_behalf]
    assert behalf
    for report in behalf:
        assert report.paper
        assert report.entered_for_id in held
    assert any(one.organisation_id not in held for one in behalf)


def test_a_report_was_returned_and_a_later_one_accepted() -> None:
    returned = Acceptance.objects.filter(verdict=Verdict.RETURNED)
    assert returned
    for one in returned:
        later = Progress.objects.filter(
            task=one.progress.task, pk__gt=one.progress_id
        ).latest("pk")
        assert later.acceptance.verdict == Verdict.ACCEPTED


def test_nobody_accepted_what_they_entered() -> None:
    for one in Acceptance.objects.select_related("progress"):
        assert one.by_id != one.progress.by_id


def test_evidence_is_of_every_kind() -> None:
    kinds = set(Evidence.objects.values_list("kind", flat=True))
    assert kinds == set(EvidenceKind.values)


def test_supporting_bodies_have_parts_of_their_own_and_one_is_done() -> None:
    parts = Support.objects.exclude(deliverable="").exclude(due_date=None)
    assert parts.count() >= 5
    assert parts.exclude(done_on=None).count() == 1


def test_a_paper_waits_half_looked_at() -> None:
    (reading,) = Reading.objects.filter(state=ReadingState.READY)
    drafts = reading.drafts.filter(field=Field.TASK)
    states = Counter(drafts.values_list("state", flat=True))
    assert states[Draft.State.DROPPED] == states[Draft.State.CORRECTED] == 1
    assert states[Draft.State.ACCEPTED] == 2
    assert states[Draft.State.OPEN] >= 4
    others = Reading.objects.exclude(pk=reading.pk)
    assert {one.state for one in others} == {ReadingState.CONFIRMED}


def test_a_review_is_begun_with_two_sentences_of_the_body() -> None:
    (review,) = Review.objects.all()
    assert review.state == ReviewState.DRAFT
    assert Judgement.objects.filter(review=review).count() == 2


def test_no_job_is_left_over() -> None:
    assert set(Job.objects.values_list("state", flat=True)) == {Job.State.DONE}


def test_recorded_time_runs_forward_and_the_trail_is_whole(made: Made) -> None:
    times = list(Entry.objects.order_by("seq").values_list("at_us", flat=True))
    assert times == sorted(set(times))
    # Had one day been played after a later one, its time would have been moved on.
    for report in Progress.objects.all():
        first = Progress.history.objects.get(id=report.pk)
        assert clock.day_of(first.recorded_from) == report.day
    assert verify(made.head).whole


def test_made_again_it_is_left_as_it_is() -> None:
    before = Entry.objects.count()
    out = StringIO()
    call_command("demo", stdout=out)
    assert "the demo province stands" in out.getvalue()
    assert Entry.objects.count() == before
