"""What lies on the demo's desks today: a file, a paper half looked at, a review begun,
an open invitation, an export asked for.

By the real actions and under the real clock: a link that was made in the past would
be over, and a job that was asked for then would have waited for years.
"""

from datetime import date, timedelta

from phoihop import clock
from phoihop.chores import demo_plan_texts, demo_plans
from phoihop.chores.demo_people import Cast
from phoihop.chores.demo_plan_texts import TaskText
from phoihop.chores.demo_texts import (
    EXPORT_PURPOSE,
    INVITED,
    JUDGEMENTS,
    OFFICE,
    PAPER_NAME,
    RECIPIENTS,
    SHEET,
    SHEET_NAME,
)
from phoihop.documents.actions import desk
from phoihop.documents.models import Draft
from phoihop.documents.values import needs_person
from phoihop.drafting.sheets import workbook
from phoihop.notices import actions as notices
from phoihop.notices.models import Notice
from phoihop.organisations.actions import invitations, oversight, papers
from phoihop.organisations.permissions import Actor, scoped
from phoihop.organisations.roles import Role
from phoihop.programmes.models import Programme
from phoihop.reading.findings import Field
from phoihop.reports.actions import reviews
from phoihop.reports.models import ReviewKind

DAYS = 14
# What was decided of the first tasks of the paper at the review desk.
DECISIONS = ("take", "reword", "take", "drop")
# What was told so long ago has been read.
READ_AFTER = timedelta(days=21)


def lay_out(cast: Cast, programme: Programme) -> None:
    """A sheet, a paper and a review for the officer, a colleague invited, the trail."""
    on = clock.today()
    _see_the_old(cast)
    officer, admin = cast.named["lan"], cast.named["quang"]
    with scoped(officer):
        sheet = workbook("Phân công", SHEET)
        examined = papers.examine(data=sheet, name=SHEET_NAME, by=officer, on=on)
        papers.receive_file(examined=examined, by=officer, on=on)
        _begin_review(programme, officer, on)
        _look_at_half(officer, on)
    if admin.organisation is None:
        raise TypeError("An admin is one of a body.")
    with scoped(admin):
        invitations.invite(
            body=admin.organisation,
            name=INVITED,
            role=Role.OFFICER,
            since=on,
            days=DAYS,
            by=admin,
            on=on,
        )
    with scoped(cast.named["thuy"]):
        oversight.export(purpose=EXPORT_PURPOSE, by=cast.named["thuy"], on=on)


def _see_the_old(cast: Cast) -> None:
    """Everybody has read what they were told in the months before."""
    old = clock.now() - READ_AFTER
    for actor in cast.named.values():
        told = Notice.objects.filter(person=actor.user, said_at__lt=old)
        notices.see(notices=told, by=actor)


def _begin_review(programme: Programme, by: Actor, on: date) -> None:
    """The year's review, with two sentences of the body's own."""
    review = reviews.begin(
        programme=programme,
        plan=None,
        kind=ReviewKind.ANNUAL,
        year=demo_plan_texts.year_of(on),
        day=on,
        place="Lam Khê",
        office=OFFICE,
        recipients=RECIPIENTS,
        by=by,
        on=on,
    )
    for block, text in JUDGEMENTS:
        reviews.say(review=review, block=block, text=text, by=by, on=on)


def _look_at_half(by: Actor, on: date) -> None:
    """A paper is received and read; what is sure is taken, and half of its tasks seen:
    taken, taken in other words, dropped.
    """
    text = demo_plan_texts.waiting(on)
    reading = demo_plans.read(demo_plans.receive(text, PAPER_NAME, by))
    first = dict(zip(text.tasks, DECISIONS, strict=False))
    for draft in reading.drafts.order_by("position"):
        is_task = draft.field == Field.TASK
        task = next((one for one in first if demo_plans.is_of(draft, one)), None)
        if task is not None:
            _decide(draft, task, first.pop(task), by, on)
        elif not (is_task or needs_person(Field(draft.field), draft.value)):
            desk.accept(draft=draft, seen=draft.version, by=by, on=on)


def _decide(draft: Draft, task: TaskText, decision: str, by: Actor, on: date) -> None:
    if decision == "drop":
        desk.drop(draft=draft, seen=draft.version, by=by, on=on)
        return
    more = f" ({task.result})" if decision == "reword" else ""
    value = {**draft.value, "text": f"{task.text}{more}"}
    desk.correct(draft=draft, seen=draft.version, value=value, by=by, on=on)
