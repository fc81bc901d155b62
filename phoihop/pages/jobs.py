"""Work in the background: what one's body has asked for, and what came of it.

The operator sees his own jobs and every parked one: its kind, its tries and the class
of the fault, nothing of what it is about.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from phoihop import clock
from phoihop.files.models import StoredFile
from phoihop.jobs.models import Job, JobState
from phoihop.jobs.reading import for_operator
from phoihop.jobs.words import label
from phoihop.notices.leaving import how_many_unclear
from phoihop.organisations.actions import jobs as actions
from phoihop.organisations.actions import oversight
from phoihop.organisations.roles import Role
from phoihop.pages.asked import newest_first
from phoihop.pages.keyed import KeyedForm
from phoihop.pages.scoped import Request, operator, scoped_page
from phoihop.sentences import SENTENCES

FAULTS = "faults."


@dataclass(frozen=True)
class Shown:
    """A job as a page shows it; ``said`` is what came of it, in words."""

    job: Job
    label: str
    mark: str
    said: str
    may_retry: bool
    asked_by: str


@scoped_page
def jobs(request: Request) -> HttpResponse:
    """The newest first, and those behind ``?sau=``."""
    rows = _visible(request).select_related("asked_by")
    found, around = newest_first(request, rows)
    operates = request.actor.role is Role.OPERATOR
    context = {
        "jobs": [_shown(request, job) for job in found],
        **around,
        "operates": operates,
        "mail_is_on": bool(settings.MAIL_HOST),
        "unclear": how_many_unclear() if operates else 0,
    }
    return render(request, "jobs/list.html", context)


@scoped_page
def job(request: Request, pk: int) -> HttpResponse:
    """One job: its progress, then what it made."""
    found = get_object_or_404(_visible(request).select_related("asked_by"), pk=pk)
    return _page(request, found, None)


@scoped_page
def retry(request: Request, pk: int) -> HttpResponse:
    """Let a parked job run again; the operator's."""
    if request.actor.role is not Role.OPERATOR:
        raise Http404
    rows = for_operator().select_related("asked_by", "scope")
    found = get_object_or_404(rows, pk=pk)
    form = KeyedForm(request)
    if form.is_valid():

        def act() -> Job:
            return actions.retry(job=found, by=request.actor, on=clock.today())

        form.once(act)
        return redirect("jobs")
    return _page(request, found, form)


@operator
def check_trail(request: Request) -> HttpResponse:
    """Ask for every link of the trail to be checked."""
    form = KeyedForm(request)
    if form.is_valid():

        def act() -> Job:
            return oversight.verify(by=request.actor, on=clock.today())

        return redirect("job", pk=form.once(act))
    return render(request, "jobs/check_trail.html", {"form": form})


def _page(request: Request, found: Job, form: KeyedForm | None) -> HttpResponse:
    context = {"shown": _shown(request, found), "file": _made(found), "form": form}
    return render(request, "jobs/job.html", context)


def _visible(request: Request) -> "QuerySet[Job]":
    """The jobs of one's circles; the operator's own, and the parked."""
    if request.actor.role is Role.OPERATOR:
        return for_operator()
    rows: QuerySet[Job] = Job.objects.all()
    return rows


def _shown(request: Request, found: Job) -> Shown:
    operates = request.actor.role is Role.OPERATOR
    asker = found.asked_by.name if found.asked_by else _("hệ thống, theo lịch")
    return Shown(
        job=found,
        label=label(found.kind),
        mark=f"job_{found.state}",
        said=_said(found, operates),
        may_retry=operates and found.state == JobState.PARKED,
        # Of a body's job the operator is not told whose it is.
        asked_by="" if operates and found.scope_id else asker,
    )


def _said(found: Job, operates: bool) -> str:
    """What came of it, in words; nothing while it is under way."""
    state, outcome = found.state, found.outcome
    if state == JobState.REFUSED:
        return _refusal(outcome)
    if state == JobState.PARKED and operates:
        return _("Lỗi: %(fault)s. Xem nhật ký máy chủ, sửa rồi cho chạy lại.") % {
            "fault": outcome
        }
    if state == JobState.PARKED:
        return _("Gặp lỗi nhiều lần nên đã dừng. Người vận hành hệ thống đã thấy.")
    if state == JobState.WAITING and outcome:
        return _("Lần trước chưa xong; hệ thống sẽ tự thử lại.")
    checked = found.kind == "trail.verify" and state == JobState.DONE
    return _verdict(outcome) if checked else ""


def _verdict(outcome: str) -> str:
    if not outcome.startswith(FAULTS):
        return _("Nhật ký nguyên vẹn.")
    return _("Nhật ký không nguyên vẹn: %(count)s chỗ sai.") % {
        "count": outcome.removeprefix(FAULTS)
    }


def _refusal(code: str) -> str:
    """The sentence of a refusal; its values were not kept."""
    sentence = str(SENTENCES.get(code, ""))
    if not sentence or "%(" in sentence:
        return _("Bị từ chối: %(code)s") % {"code": code}
    return sentence


def _made(found: Job) -> Any:
    """The file that the job has put on the body's desk, if it has made one."""
    if found.state != JobState.DONE or not found.scope_id:
        return None
    try:
        number = UUID(found.outcome)
    except ValueError:
        return None
    return StoredFile.objects.filter(uuid=number).first()
