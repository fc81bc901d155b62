"""Reporting progress on a task, with what shows that it is so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from phoihop.files import actions as files
from phoihop.files import examining
from phoihop.files.examining import Examined
from phoihop.files.models import StoredFile
from phoihop.notices.actions import tell
from phoihop.organisations.models import Channel, Organisation
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.organisations.rules import links
from phoihop.programmes.models import Evidence, Progress, Task
from phoihop.programmes.models.progress import EvidenceKind
from phoihop.programmes.reporters import people_able, refuse_reporting_for
from phoihop.programmes.rules import acceptance
from phoihop.programmes.rules.state import Phase
from phoihop.programmes.task_lock import (
    hold_task,
    refuse_outside,
    standing_of,
    step,
)
from phoihop.refusals import NotAllowed, Refused
from phoihop.trail.actions import record

MOST_EVIDENCE = 10
LARGEST_AMOUNT = 10**15


@dataclass(frozen=True)
class NewEvidence:
    """One proof to be kept with a report; which fields count is said by its kind.

    ``text`` is the number and name of a paper, what was counted, or what a link or
    file shows; a file's own name stands for it where nothing is said.
    """

    kind: EvidenceKind
    text: str = ""
    link: str = ""
    amount: int | None = None
    examined: Examined | None = None


def examine(
    *,
    task: Task,
    data: bytes,
    name: str,
    declared: bool = False,
    by: Actor,
    on: date,
) -> Examined:
    """Look whether a file may come in as evidence; nothing of it is kept yet.

    Before the transaction and apart from it: it takes seconds.
    """
    require(by, Permission.PROGRESS_REPORT, scope=task.scope)
    return examining.examine(
        data, name=name, declared=declared, body=by.organisation_id
    )


@transaction.atomic
def report(
    *,
    task: Task,
    organisation: Organisation,
    percent: int,
    note: str,
    is_final: bool,
    evidence: Sequence[NewEvidence] = (),
    paper: str = "",
    by: Actor,
    on: date,
) -> Progress:
    """Report how far a body has come with a task; who was wrong reports again.

    ``paper`` is the partner's own, on which the standing body reports on behalf of a
    body without accounts. A final report of the lead asks for acceptance; any newer
    one of the lead stands in the place of what waited.
    """
    require(by, Permission.PROGRESS_REPORT, scope=task.scope)
    if by.user is None or by.organisation is None:
        raise NotAllowed("permission.role", permission=Permission.PROGRESS_REPORT)
    held = _held(task.pk)
    refuse_reporting_for(held, organisation.pk, paper=paper, by=by, on=on)
    _check(percent, note, is_final=is_final, is_lead=held.lead_id == organisation.pk)
    _check_evidence(evidence, organisation, on)

    progress: Progress = Progress.objects.create(
        scope=held.scope,
        task=held,
        organisation=organisation,
        entered_for=by.organisation,
        paper=paper.strip(),
        day=on,
        percent=percent,
        note=note.strip(),
        is_final=is_final,
        by=by.user,
    )
    kept = [_keep(progress, one, by=by, on=on) for one in evidence]
    _come_to(held, progress, by=by, on=on)
    record(
        by=by,
        scope=held.scope,
        did="progress.final" if is_final else "progress.reported",
        on=held,
        after=_told(progress, kept),
        also=[progress, *kept],
    )
    return progress


def _held(pk: int) -> Task:
    """The task, locked, if it is one that is reported on."""
    held = hold_task(pk)
    refuse_outside(held)
    if held.phase not in (Phase.OPEN, Phase.REPORTED):
        raise Refused("task.step", phase=held.get_phase_display())
    return held


def _come_to(task: Task, progress: Progress, *, by: Actor, on: date) -> None:
    """What the lead reports is how far the task is; who accepts it is told."""
    if progress.organisation_id == task.lead_id:
        to = Phase.REPORTED if progress.is_final else Phase.OPEN
        phase = step(task, to) if to != task.phase else to
        task.change(seen=task.version, percent=progress.percent, phase=phase)
    if progress.is_final:
        _tell_accepters(task, progress, by=by, on=on)


def _check(percent: int, note: str, *, is_final: bool, is_lead: bool) -> None:
    """What the figures of a report must be."""
    if not 0 <= percent <= 100:
        raise Refused("progress.percent", field="percent")
    if not note.strip():
        raise Refused("progress.no_note", field="note")
    if is_final and not is_lead:
        raise Refused("progress.final_by_lead", field="is_final")
    if is_final and percent != 100:
        raise Refused("progress.final_is_whole", field="percent")


def _check_evidence(
    evidence: Sequence[NewEvidence], body: Organisation, on: date
) -> None:
    """Each proof is of its kind, and a link leads to an official place."""
    if len(evidence) > MOST_EVIDENCE:
        raise Refused("evidence.too_many", most=MOST_EVIDENCE)
    own = [channel.url for channel in Channel.objects.on(on).filter(organisation=body)]
    for one in evidence:
        if one.kind is EvidenceKind.FILE:
            if one.examined is None:
                raise Refused("evidence.no_file", field="file")
        elif not one.text.strip():
            raise Refused("evidence.no_text", field=f"{one.kind}_text")
        if one.kind is EvidenceKind.LINK and not links.is_own(one.link.strip(), own):
            raise Refused("evidence.link", field="link")
        if one.kind is EvidenceKind.COUNT and not _is_amount(one.amount):
            raise Refused("evidence.amount", field="amount")


def _is_amount(amount: int | None) -> bool:
    return amount is not None and 0 <= amount <= LARGEST_AMOUNT


def _keep(progress: Progress, new: NewEvidence, *, by: Actor, on: date) -> Evidence:
    """One proof, with what its kind has and nothing else."""
    file: StoredFile | None = None
    if new.examined is not None and new.kind is EvidenceKind.FILE:
        scope = progress.scope
        file = files.receive(examined=new.examined, scope=scope, by=by, on=on)
    kept: Evidence = Evidence.objects.create(
        scope=progress.scope,
        progress=progress,
        kind=new.kind,
        text=new.text.strip() or (file.name if file else ""),
        link=new.link.strip() if new.kind is EvidenceKind.LINK else "",
        amount=new.amount if new.kind is EvidenceKind.COUNT else None,
        file=file,
    )
    return kept


def _told(progress: Progress, kept: Iterable[Evidence]) -> dict[str, object]:
    """What the trail of the task tells of a report."""
    shown = [one.text for one in kept]
    return {
        "organisation": progress.organisation_id,
        "reported": progress.percent,
        "note": progress.note,
        **({"paper": progress.paper} if progress.paper else {}),
        **({"evidence": shown} if shown else {}),
    }


def _tell_accepters(task: Task, progress: Progress, *, by: Actor, on: date) -> None:
    """Those who may accept are told that something waits for them."""
    parties = task.plan.parties.values_list("organisation_id", flat=True)
    bodies = acceptance.accepters(
        lead=task.lead_id, standing=standing_of(task.plan), parties=parties
    )
    tell(
        people=people_able(bodies, Permission.TASK_ACCEPT, on),
        kind="progress.final",
        subject=task.pk,
        scope=task.scope,
        by=by,
        event=str(progress.pk),
    )
