"""What lists that are handed in as sheets share: the file, the step, the pattern."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from phoihop.drafting.sheets import Value, workbook
from phoihop.pages.keyed import VersionedForm

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class SheetField(forms.FileField):
    """The file of a list."""

    def __init__(self, **kwargs: Any) -> None:
        wrong = {
            "required": _("Chọn tệp danh sách."),
            "missing": _("Chọn tệp danh sách."),
            "invalid": _("Chọn lại tệp: biểu mẫu đã gửi mà không kèm tệp."),
            "empty": _("Tệp này không có nội dung. Chọn tệp khác."),
        }
        super().__init__(max_length=None, error_messages=wrong, **kwargs)


class StepForm(VersionedForm):
    """Nothing to fill in: the list goes a step on, or back."""


def sheet_to_fill_in(
    title: str, rows: Iterable[Iterable[Value]], *, name: str
) -> HttpResponse:
    """A workbook as a file to be saved under this name."""
    return HttpResponse(
        workbook(title, rows),
        content_type=EXCEL,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
