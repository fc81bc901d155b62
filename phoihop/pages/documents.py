"""Papers of the desk: receiving one, the list of them, one of them while it is read."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Window
from django.db.models.functions import RowNumber
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phoihop import clock
from phoihop.documents.actions import receiving as actions
from phoihop.documents.models import READ, Document, DraftState, Reading, ReadingState
from phoihop.documents.rules import refuse_no_paper
from phoihop.documents.under_way import job_of
from phoihop.files import examining
from phoihop.files.examining import Examined
from phoihop.files.models import FileChecked
from phoihop.jobs.models import Job, JobState
from phoihop.organisations.actions import papers
from phoihop.pages.asked import newest_first
from phoihop.pages.files import may_receive
from phoihop.pages.keyed import KeyedForm
from phoihop.pages.scoped import Request, scoped_page
from phoihop.pages.telling import history
from phoihop.pages.uploads import takes_files
from phoihop.refusals import Refused
from phoihop.sentences import SENTENCES, sentence

# Of the readings of one paper.
ROWS = 50
MOST_PASTED = 250_000
# A pasted text is kept as a file of this name; its title is what a person typed.
PASTED = "van-ban-dan.txt"
KNOWN = "da_co"
PARKED = "job.parked"
# How many papers came with one e-mail.
OF_MAIL = "kem_thu"
# What is said of a mail as of a paper: nothing of it is kept, or ask, or try again.
OF_THE_WHOLE_MAIL = ("file.classified", "file.not_checked", "file.busy")


class ReceiveForm(KeyedForm):
    """A paper: its file, or its text."""

    file = forms.FileField(
        label=_("Tệp văn bản"),
        max_length=None,
        required=False,
        help_text=_(
            "Kéo tệp vào đây hoặc chọn trên máy: Word (.docx, .doc), PDF có chữ hoặc "
            "bản quét, .html, .txt, phụ lục giao nhiệm vụ Excel (.xlsx), hoặc thư đã "
            "lưu (.eml): chỉ lấy tệp đính kèm. Tối đa 20 MB. Tệp có dấu chỉ mức độ mật "
            "bị từ chối và không được giữ lại."
        ),
        error_messages={
            "invalid": _("Chọn lại tệp: biểu mẫu đã gửi đi mà không kèm tệp."),
            "empty": _("Tệp này không có nội dung. Chọn tệp khác."),
        },
    )
    text = forms.CharField(
        label=_("Hoặc dán nội dung văn bản"),
        max_length=MOST_PASTED,
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    title = forms.CharField(
        label=_("Tên để dễ tìm"),
        max_length=500,
        required=False,
        help_text=_("Để trống thì lấy loại, số và trích yếu của văn bản."),
    )
    declared = forms.BooleanField(
        label=_("Tôi đã xem toàn bộ tệp và cam kết tệp không chứa bí mật nhà nước"),
        required=False,
    )

    def __init__(self, request: Request) -> None:
        super().__init__(request)
        asked = self.refused is not None and self.refused.field == "declared"
        if not (asked or "declared" in request.POST):
            # Asked only of who hands in what no machine could read.
            del self.fields["declared"]

    def paper(self) -> tuple[bytes, str]:
        """The bytes and the name of what was handed in.

        Raises ``Refused`` where it is nothing, or two things.
        """
        upload: Any = self.cleaned_data.get("file")
        text = str(self.cleaned_data["text"])
        if upload and text.strip():
            raise Refused("document.both_given", field="text")
        if upload:
            return upload.read(), str(upload.name)
        if not text.strip():
            raise Refused("document.nothing_given", field="file")
        # A browser sends its own line ends whatever was pasted.
        return text.replace("\r\n", "\n").encode(), PASTED


@dataclass(frozen=True)
class ShownReading:
    """One reading as the page of its paper tells it."""

    reading: Any
    mark: str
    said: str
    job: Job | None

    @property
    def is_read(self) -> bool:
        """Whether there is something to look at."""
        return self.reading.state in READ

    @property
    def page(self) -> int:
        """Of a scan: the page that is being read."""
        job = self.job
        return min(job.progress_done + 1, job.progress_total) if job else 0


@scoped_page
def documents(request: Request) -> HttpResponse:
    """The papers of one's own desk with how far each is, the newest first."""
    newest = Reading.objects.filter(document=OuterRef("pk")).order_by("-pk")
    rows = Document.objects.select_related("file__received_by").annotate(
        reading_id=Subquery(newest.values("pk")[:1]),
        state=Subquery(newest.values("state")[:1]),
    )
    shown, around = newest_first(request, rows)
    for row in shown:
        row.mark = f"reading_{row.state}"
        row.is_read = row.state in READ
    context = {
        "documents": shown,
        "of_mail": _count_of(request.GET.get(OF_MAIL, "")),
        **around,
        "may_receive": may_receive(request),
    }
    return render(request, "documents/list.html", context)


def _count_of(said: str) -> int:
    """How many came with a mail, as the address says; nothing for what is no number."""
    return int(said) if len(said) < 3 and said.isascii() and said.isdecimal() else 0


@scoped_page
@takes_files
def receive(request: Request) -> HttpResponse:
    """Receive a paper: examined first, kept on the desk, then read by the worker."""
    form = ReceiveForm(request)
    if form.is_valid():
        examined = _examined(request, form)
        first = examined[0].sha256
        known = Document.objects.filter(sha256=first).exists()

        def act() -> Document:
            return actions.receive_several(
                examined=examined,
                title=form.cleaned_data["title"],
                by=request.actor,
                on=clock.today(),
            )

        address = reverse("document", args=[form.once(act)])
        if len(examined) > 1:
            return redirect(f"{reverse('documents')}?{OF_MAIL}={len(examined)}")
        return redirect(f"{address}?{KNOWN}=1" if known else address)
    return render(request, "documents/receive.html", {"form": form})


def _examined(request: Request, form: ReceiveForm) -> list[Examined]:
    """What was handed in, looked at: one paper, or those that hang on an e-mail."""
    data, name = form.paper()
    by, on = request.actor, clock.today()
    is_mail = examining.is_mail(name)
    handed = papers.of_mail(data=data, name=name, by=by, on=on) if is_mail else []
    found = []
    for number, (content, called) in enumerate(handed or [(data, name)], 1):
        try:
            one = papers.examine(
                data=content,
                name=called,
                declared=form.cleaned_data.get("declared", False),
                by=by,
                on=on,
            )
            refuse_no_paper(one.extracted)
        except Refused as refused:
            if len(handed) < 2 or refused.code in OF_THE_WHOLE_MAIL:
                raise
            raise Refused(
                "document.mail_part",
                field="file",
                number=number,
                all=len(handed),
                why=sentence(refused),
            ) from refused
        found.append(one)
    return found


@scoped_page
def document(request: Request, pk: int) -> HttpResponse:
    """One paper: how far its reading is, and the way to the review desk."""
    found = get_object_or_404(
        Document.objects.select_related("file__received_by"), pk=pk
    )
    return _page(request, found, KeyedForm(request))


@scoped_page
def read_again(request: Request, pk: int) -> HttpResponse:
    """Have a paper read once more."""
    rows = Document.objects.select_related("file__received_by", "scope")
    found = get_object_or_404(rows, pk=pk)
    form = KeyedForm(request)
    if form.is_valid():

        def act() -> Reading:
            return actions.read_again(
                document=found, by=request.actor, on=clock.today()
            )

        form.once(act)
        return redirect("document", pk=pk)
    return _page(request, found, form)


def _page(request: Request, found: Document, form: KeyedForm) -> HttpResponse:
    shown = [_shown(reading) for reading in _readings(found)]
    latest = shown[0] if shown else None
    waits = latest is not None and latest.reading.state == ReadingState.ASKED
    context = {
        "document": found,
        "readings": shown,
        "latest": latest,
        "waits": waits and not _is_over(latest),
        "is_known": KNOWN in request.GET,
        "is_scanned": found.file.checked != FileChecked.MACHINE,
        "may_receive": may_receive(request),
        "form": form,
        "history": history(found),
    }
    return render(request, "documents/document.html", context)


def _readings(found: Document) -> "QuerySet[Any]":
    """The readings of a paper, the newest first, with what was found and looked at.

    Each is numbered among those of its paper, from the first on.
    """
    counted = found.readings.annotate(
        found=Count("drafts"),
        looked_at=Count("drafts", filter=~Q(drafts__state=DraftState.OPEN)),
        number=Window(RowNumber(), order_by=F("pk").asc()),
    )
    rows: QuerySet[Any] = counted.order_by("-pk")[:ROWS]
    return rows


def _is_over(shown: ShownReading | None) -> bool:
    return shown is None or shown.job is None or shown.job.is_over


def _shown(reading: Any) -> ShownReading:
    job = job_of(reading) if reading.state == ReadingState.ASKED else None
    mark, said = f"reading_{reading.state}", ""
    if reading.state == ReadingState.FAILED:
        said = failure(reading.fault)
    elif job is not None and job.state == JobState.PARKED:
        mark, said = "reading_failed", failure(PARKED)
    elif reading.state == ReadingState.ASKED and (job is None or job.is_over):
        mark, said = "reading_failed", failure(actions.STOPPED)
    elif reading.state in READ and not reading.found:
        said = gettext(
            "Máy không tìm thấy mục nào trong văn bản. Mở bàn xác nhận để đọc và thêm "
            "bằng tay, hoặc để riêng văn bản này."
        )
    return ShownReading(reading, mark, said, job)


def failure(code: str) -> str:
    """Why a paper was not read, and what to do.

    Of the values of a sentence only the page is kept, behind the code.
    """
    code, _, page = code.partition(":")
    if code == actions.STOPPED:
        return gettext(
            "Việc đọc dừng giữa chừng vì vai trò của người yêu cầu đã kết thúc. Yêu "
            "cầu đọc lại."
        )
    if code == PARKED:
        return gettext(
            "Hệ thống gặp lỗi nhiều lần khi đọc nên đã dừng. Tệp vẫn được giữ. Người "
            "vận hành hệ thống đã thấy; bạn có thể yêu cầu đọc lại."
        )
    said = str(SENTENCES.get(code, ""))
    if page:
        said %= {"page": page}
    if not said or "%(" in said:
        return gettext(
            "Không đọc được tệp này (%(code)s). Tệp vẫn được giữ. Mở tệp trên máy, lưu "
            "lại thành tệp mới rồi nhận lần nữa."
        ) % {"code": code}
    return said
