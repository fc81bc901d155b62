"""What became of the demo's tasks, day by day, by the real actions of each body."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from phoihop import clock
from phoihop.chores.demo_people import Cast
from phoihop.chores.demo_plan_texts import Step, TaskText
from phoihop.chores.demo_plans import Signed
from phoihop.chores.demo_texts import EVIDENCE
from phoihop.drafting.sheets import workbook
from phoihop.organisations.models import Organisation
from phoihop.organisations.permissions import Actor, scoped
from phoihop.programmes.actions import acceptance, progress, steps, supports
from phoihop.programmes.actions.progress import NewEvidence
from phoihop.programmes.models import Progress, Support, Task
from phoihop.programmes.models.progress import EvidenceKind

# The working day's first entry, and how far one is behind the other.
MORNING, APART = time(8, 0), timedelta(seconds=20)


@dataclass(frozen=True)
class _Event:
    """One step of one task."""

    signed: Signed
    task: TaskText
    step: Step


def play(signed: Iterable[Signed], bodies: dict[str, Organisation], cast: Cast) -> None:
    """Carry out every step of every task, in the order of the days.

    In this order and no other: recorded time does not run back.
    """
    events = [
        _Event(one, task, step)
        for one in signed
        for task in one.text.tasks
        for step in task.steps
    ]
    events.sort(key=lambda event: event.step.day)
    later, before = timedelta(0), date.min
    for event in events:
        day = event.step.day
        later = later + APART if day == before else timedelta(0)
        before = day
        began = datetime.combine(day, MORNING, tzinfo=clock.VIETNAM)
        with clock.standing_at(began + later):
            _carry_out(event, bodies, cast)


def share_out(
    signed: Iterable[Signed], bodies: dict[str, Organisation], cast: Cast
) -> None:
    """Say what the supporting bodies deliver, and until when."""
    for one in signed:
        by = _need(cast.officer(one.text.standing))
        with scoped(by):
            for task in one.text.tasks:
                row = _row(one, task) if task.supports else None
                for told in task.supports:
                    support = Support.objects.get(
                        task=row, organisation=bodies[told.body]
                    )
                    supports.change(
                        support=support,
                        seen=support.version,
                        deliverable=told.deliverable,
                        due_date=told.day,
                        by=by,
                        on=clock.today(),
                    )


def _carry_out(event: _Event, bodies: dict[str, Organisation], cast: Cast) -> None:
    verb, on = event.step.verb, clock.today()
    if event.step.percent is not None:
        _report(event, bodies, cast)
    elif verb in ("accept", "return"):
        by = _accepter(event, cast)
        with scoped(by):
            _judge(event, by)
    elif verb == "support":
        by = _need(cast.officer(event.step.words))
        with scoped(by):
            support = Support.objects.get(
                task=_row(event.signed, event.task),
                organisation=bodies[event.step.words],
            )
            supports.finish(support=support, seen=support.version, by=by, on=on)
    else:
        by = _need(cast.officer(event.signed.text.standing))
        with scoped(by):
            _move(verb, _row(event.signed, event.task), event.step.words, by)


def _report(event: _Event, bodies: dict[str, Organisation], cast: Cast) -> None:
    """By the lead itself, or by who keeps the plan, on the lead's own paper."""
    step, lead = event.step, event.task.lead
    by = cast.officer(lead) or _need(cast.officer(event.signed.text.standing))
    on = clock.today()
    with scoped(by):
        task = _row(event.signed, event.task)
        progress.report(
            task=task,
            organisation=bodies[lead],
            percent=step.percent or 0,
            note=step.words,
            is_final=step.verb == "final",
            evidence=[_evidence(task, kind, words, by) for kind, words in step.proofs],
            paper=step.paper,
            by=by,
            on=on,
        )


def _evidence(task: Task, kind: str, words: str, by: Actor) -> NewEvidence:
    first, _, rest = words.partition(" ")
    if kind == EvidenceKind.COUNT:
        return NewEvidence(EvidenceKind.COUNT, text=rest, amount=int(first))
    if kind == EvidenceKind.LINK:
        return NewEvidence(EvidenceKind.LINK, text=rest, link=first)
    if kind == EvidenceKind.FILE:
        examined = progress.examine(
            task=task,
            data=workbook("Tổng hợp", EVIDENCE),
            name=words,
            by=by,
            on=clock.today(),
        )
        return NewEvidence(EvidenceKind.FILE, examined=examined)
    return NewEvidence(EvidenceKind(kind), text=words)


def _judge(event: _Event, by: Actor) -> None:
    task = _row(event.signed, event.task)
    newest: Progress = task.reports.order_by("-pk")[0]
    if event.step.verb == "accept":
        acceptance.accept(progress=newest, by=by, on=clock.today())
    else:
        acceptance.return_(
            progress=newest, reason=event.step.words, by=by, on=clock.today()
        )


def _accepter(event: _Event, cast: Cast) -> Actor:
    """The leader of who keeps the plan; of its own tasks, of another party."""
    text = event.signed.text
    if event.task.lead != text.standing:
        return _need(cast.leader(text.standing))
    leaders = [cast.leader(key) for key in text.partners]
    return next(leader for leader in leaders if leader is not None)


def _move(verb: str, task: Task, reason: str, by: Actor) -> None:
    on, seen = clock.today(), task.version
    if verb == "finish":
        steps.finish_outside(task=task, seen=seen, by=by, on=on)
    elif verb == "pause":
        steps.pause(task=task, seen=seen, reason=reason, by=by, on=on)
    elif verb == "drop":
        steps.drop(task=task, seen=seen, reason=reason, by=by, on=on)
    else:
        raise ValueError(f"Not a step of the demo: {verb}")


def _row(signed: Signed, task: TaskText) -> Task:
    found: Task = Task.objects.get(plan=signed.plan, text=task.text)
    return found


def _need(actor: Actor | None) -> Actor:
    if actor is None:
        raise LookupError("Nobody of that body has an account in the demo.")
    return actor
