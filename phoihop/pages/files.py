"""Files: the list of those that one's body sees, handing one in, taking one out."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _

from phoihop import clock
from phoihop.files import actions, rules
from phoihop.files.models import FileKind, StoredFile
from phoihop.organisations.actions import papers
from phoihop.organisations.permissions import may
from phoihop.organisations.roles import Permission
from phoihop.pages.asked import newest_first
from phoihop.pages.keyed import KeyedForm
from phoihop.pages.scoped import Request, scoped_page
from phoihop.pages.uploads import takes_files

# What a browser is told that it gets. Never text/html, whatever the bytes are: only
# kinds that no browser runs, and the rest as bytes.
OFFICE = "application/vnd.openxmlformats-officedocument"
MEDIA_TYPES = {
    FileKind.DOC: "application/msword",
    FileKind.DOCX: f"{OFFICE}.wordprocessingml.document",
    FileKind.XLSX: f"{OFFICE}.spreadsheetml.sheet",
    FileKind.PDF: "application/pdf",
    FileKind.TXT: "text/plain; charset=utf-8",
}
BYTES = "application/octet-stream"


class FileForm(KeyedForm):
    """A file to be handed in."""

    file = forms.FileField(
        label=_("Tệp"),
        max_length=None,
        help_text=_(
            "Word (.docx, .doc), Excel (.xlsx), PDF, .html, .txt hoặc .csv; tối đa 20 "
            "MB. "
            "Tệp có dấu chỉ mức độ mật bị từ chối và không được giữ lại."
        ),
        error_messages={
            "required": _("Chọn tệp cần nhận."),
            "missing": _("Chọn tệp cần nhận."),
            "invalid": _("Chọn lại tệp: biểu mẫu đã gửi đi mà không kèm tệp."),
            "empty": _("Tệp này không có nội dung. Chọn tệp khác."),
        },
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


@scoped_page
def files(request: Request) -> HttpResponse:
    """The files of the circles that one's body is in, the newest first."""
    rows = StoredFile.objects.select_related("received_by")
    shown, around = newest_first(request, rows)
    context = {
        "files": shown,
        **around,
        "may_receive": may_receive(request),
    }
    return render(request, "files/list.html", context)


def may_receive(request: Request) -> bool:
    """Whether to show what takes a file or a paper in, for the body's own desk."""
    body = request.actor.organisation
    desk = body.desk if body else None
    return may(request.actor, Permission.FILE_RECEIVE, scope=desk)


@scoped_page
@takes_files
def receive(request: Request) -> HttpResponse:
    """Hand a file in: it is examined first, and kept only if it may be."""
    form = FileForm(request)
    if form.is_valid():
        chosen = form.values()
        upload: Any = chosen.pop("file")
        examined = papers.examine(
            data=upload.read(),
            name=upload.name,
            by=request.actor,
            on=clock.today(),
            **chosen,
        )

        def act() -> StoredFile:
            return papers.receive_file(
                examined=examined, by=request.actor, on=clock.today()
            )

        form.once(act)
        return redirect("files")
    return render(request, "files/receive.html", {"form": form})


@scoped_page
def file(request: Request, uuid: UUID) -> HttpResponse:
    """The bytes of a file, to be saved: a browser never shows them here."""
    found = get_object_or_404(StoredFile, uuid=uuid)
    # The stubs know a streaming answer as no HttpResponse.
    answer: Any = FileResponse(
        actions.open_bytes(file=found),
        as_attachment=True,
        # Clean since it was received; whatever has written the row since then.
        filename=rules.clean_name(found.name) or str(found.uuid),
        content_type=MEDIA_TYPES.get(FileKind(found.kind), BYTES),
    )
    # Should a browser show it all the same, it runs nothing and loads nothing.
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    sent: HttpResponse = answer
    return sent
