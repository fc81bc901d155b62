"""Reporting progress on a task; accepting what was reported, or returning it."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from phoihop import clock
from phoihop.organisations.models import Organisation
from phoihop.pages.bodies import BodyField, offer
from phoihop.pages.files import FileForm
from phoihop.pages.keyed import KeyedForm
from phoihop.pages.scoped import Request, scoped_page
from phoihop.pages.task_acts import task_act_page, task_or_404
from phoihop.pages.task_page import named_reports, with_proofs
from phoihop.pages.uploads import takes_files
from phoihop.programmes.actions import acceptance, progress
from phoihop.programmes.actions.progress import NewEvidence
from phoihop.programmes.models import Acceptance, Progress, Task
from phoihop.programmes.models.progress import EvidenceKind
from phoihop.programmes.reporters import bodies_reporting
from phoihop.programmes.rules.state import Phase
from phoihop.programmes.task_lock import standing_of


class ReportForm(KeyedForm):
    """How far, what was done, and by what it is shown."""

    organisation = BodyField(label=_("Đơn vị báo cáo"))
    percent = forms.IntegerField(
        label=_("Tiến độ (%)"),
        min_value=0,
        max_value=100,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": _("Nhập tiến độ từ 0 đến 100."),
            "invalid": _("Tiến độ là một số từ 0 đến 100."),
        },
    )
    note = forms.CharField(
        label=_("Kết quả"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Ghi kết quả đã làm được đến nay.")},
    )
    is_final = forms.BooleanField(
        label=_("Đã hoàn thành, đề nghị nghiệm thu"), required=False
    )
    paper = forms.CharField(
        label=_("Thay mặt, theo văn bản"),
        max_length=300,
        required=False,
        help_text=_("Số và ngày văn bản của đơn vị được báo cáo thay."),
    )
    paper_text = forms.CharField(
        label=_("Minh chứng: văn bản"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Số và tên văn bản, mỗi văn bản một dòng."),
    )
    count_text = forms.CharField(
        label=_("Minh chứng: đã đếm gì"),
        max_length=500,
        required=False,
        help_text=_("Ví dụ: số hội nghị đã tổ chức."),
    )
    amount = forms.IntegerField(
        label=_("Số lượng"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": _("Nhập một số nguyên, ví dụ 1250.")},
    )
    link_text = forms.CharField(
        label=_("Minh chứng: đường dẫn cho thấy điều gì"),
        max_length=500,
        required=False,
    )
    link = forms.CharField(
        label=pgettext_lazy("evidence", "Đường dẫn"),
        max_length=500,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "url"}),
        help_text=_(
            "Chỉ trang của cơ quan nhà nước, Đảng, Mặt trận, hoặc kênh đã đăng ký của "
            "đơn vị báo cáo."
        ),
    )
    file = forms.FileField(
        label=_("Minh chứng: tệp"),
        required=False,
        help_text=FileForm.base_fields["file"].help_text,
        error_messages={"empty": _("Tệp này không có nội dung. Chọn tệp khác.")},
    )
    declared = forms.BooleanField(
        label=FileForm.base_fields["declared"].label, required=False
    )

    def __init__(self, request: Request, task: Task, **kwargs: Any) -> None:
        super().__init__(request, **kwargs)
        doers = {task.lead_id, *task.supports.values_list("organisation_id", flat=True)}
        body = request.actor.organisation_id
        offered = doers & {body}
        if body == standing_of(task.plan):
            # For those that cannot themselves, by a paper of theirs.
            offered |= doers - bodies_reporting(doers, clock.today())
        rows = Organisation.objects.filter(pk__in=offered)
        offer(self, "organisation", rows, clock.today())
        self.initial.setdefault("organisation", next(iter(sorted(offered)), None))
        if offered <= {body} and not self.data.get("paper"):
            del self.fields["paper"]
        if task.lead_id not in offered and not self.data.get("is_final"):
            del self.fields["is_final"]
        asked = self.refused is not None and self.refused.field == "declared"
        if not (asked or "declared" in request.POST):
            # Asked only of who hands in what no machine could read.
            del self.fields["declared"]

    def evidence(self, task: Task, typed: dict[str, Any]) -> Iterator[NewEvidence]:
        """The proofs that were filled in; what is half filled in, the action refuses.

        Examines the file, which takes seconds: before the transaction.
        """
        for line in typed.pop("paper_text").splitlines():
            if line.strip():
                yield NewEvidence(EvidenceKind.PAPER, text=line)
        counted, amount = typed.pop("count_text"), typed.pop("amount")
        if counted or amount is not None:
            yield NewEvidence(EvidenceKind.COUNT, text=counted, amount=amount)
        link, shows = typed.pop("link"), typed.pop("link_text")
        if link or shows:
            yield NewEvidence(EvidenceKind.LINK, text=shows, link=link)
        upload, declared = typed.pop("file"), typed.pop("declared", False)
        if upload:
            examined = progress.examine(
                task=task,
                data=upload.read(),
                name=upload.name,
                declared=declared,
                by=self.request.actor,
                on=clock.today(),
            )
            yield NewEvidence(EvidenceKind.FILE, examined=examined)


class JudgementForm(KeyedForm):
    """Which report was seen."""

    report = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class ReturnForm(JudgementForm):
    """Which report was seen, and what it lacks."""

    reason = forms.CharField(
        label=_("Lý do trả lại"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Đơn vị báo cáo đọc lý do này để bổ sung."),
        error_messages={
            "required": _("Nhập lý do trả lại, để đơn vị báo cáo biết cần bổ sung gì.")
        },
    )


@scoped_page
@takes_files
def report(request: Request, pk: int) -> HttpResponse:
    """Report how far one's body has come with a task."""
    task = task_or_404(pk)
    form = ReportForm(request, task)
    typed: dict[str, Any] = {}
    proofs: list[NewEvidence] = []
    if form.is_valid():
        typed = {"is_final": False, **form.values()}
        proofs = list(form.evidence(task, typed))

    def act() -> Progress:
        return progress.report(
            task=task, evidence=proofs, by=request.actor, on=clock.today(), **typed
        )

    return task_act_page(
        request,
        task,
        form,
        act,
        heading=gettext("Báo tiến độ"),
        button=gettext("Gửi báo cáo"),
        said=gettext(
            "Không sửa được báo cáo đã gửi: sai thì báo cáo lại. Chưa có minh chứng "
            "thì thanh tiến độ để rỗng."
        ),
        anchor="tien-do",
        takes_files=True,
    )


@scoped_page
def accept(request: Request, pk: int) -> HttpResponse:
    """The report of completion is accepted; the task is done."""
    task, newest = _waiting(pk)
    form = JudgementForm(request, initial={"report": newest.pk if newest else None})

    def act() -> Acceptance:
        chosen = _report_of(task, form.cleaned_data["report"])
        return acceptance.accept(progress=chosen, by=request.actor, on=clock.today())

    return task_act_page(
        request,
        task,
        form,
        act,
        heading=gettext("Nghiệm thu nhiệm vụ"),
        button=gettext("Nghiệm thu nhiệm vụ"),
        said=gettext("Nhiệm vụ được tính xong từ ngày của báo cáo được nghiệm thu."),
        anchor="tien-do",
        report=newest,
        reports=[newest] if newest else [],
        other_url=reverse("task_return", kwargs={"pk": pk}),
        other_label=gettext("Trả lại báo cáo"),
    )


@scoped_page
def return_(request: Request, pk: int) -> HttpResponse:
    """The report of completion is returned; the task is open again."""
    task, newest = _waiting(pk)
    form = ReturnForm(request, initial={"report": newest.pk if newest else None})

    def act() -> Acceptance:
        chosen = _report_of(task, form.cleaned_data["report"])
        return acceptance.return_(
            progress=chosen,
            reason=form.cleaned_data["reason"],
            by=request.actor,
            on=clock.today(),
        )

    return task_act_page(
        request,
        task,
        form,
        act,
        heading=gettext("Trả lại báo cáo hoàn thành"),
        button=gettext("Trả lại báo cáo"),
        anchor="tien-do",
        report=newest,
        reports=[newest] if newest else [],
    )


def _waiting(pk: int) -> tuple[Any, Any]:
    """The task, and the report of its lead that waits for acceptance, if one does."""
    task = task_or_404(pk)
    rows = Progress.objects.filter(task=task, organisation_id=task.lead_id)
    newest = named_reports(rows, clock.today()).first()
    if newest is None or task.phase != Phase.REPORTED:
        return task, None
    with_proofs([newest])
    newest.waits = True
    return task, newest


def _report_of(task: Task, pk: int) -> Progress:
    """The report that was seen; one of another task is not there."""
    found: Progress | None = task.reports.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
