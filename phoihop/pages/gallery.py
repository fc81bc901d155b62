"""Every component with every variant, on one page: /thanh-phan/."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from phoihop.pages import gallery_desk
from phoihop.pages.scoped import public
from phoihop.pages.templatetags.marks import MARKS
from phoihop.programmes.rules.state import Phase
from phoihop.reading.findings import Bound, DueKind


class SampleForm(forms.Form):
    """One field of each kind, for the eye."""

    title = forms.CharField(
        label=gettext_lazy("Nội dung nhiệm vụ"),
        help_text=gettext_lazy("Một việc, một cơ quan chủ trì, một thời hạn."),
    )
    due = forms.DateField(
        label=gettext_lazy("Thời hạn"),
        help_text=gettext_lazy("Ví dụ: 30/06/2026. Tính đến hết ngày."),
        error_messages={
            "required": gettext_lazy("Nhập thời hạn, ví dụ 30/06/2026."),
        },
    )
    lead = forms.ChoiceField(
        label=gettext_lazy("Đơn vị chủ trì"),
        choices=[("", "-"), ("1", "Sở Nội vụ"), ("2", "Sở Tài chính")],
        required=False,
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Loại nhiệm vụ"),
        choices=[
            ("assigned", gettext_lazy("được giao")),
            ("routine", gettext_lazy("thường xuyên")),
        ],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=gettext_lazy("Ghi chú"), widget=forms.Textarea(attrs={"rows": 3})
    )
    routine = forms.BooleanField(
        label=gettext_lazy("Chỉ nêu trong phần lời của báo cáo"), required=False
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class SampleFilter(forms.Form):
    """What a list is narrowed by."""

    words = forms.CharField(label=gettext_lazy("Từ trong nội dung"), required=False)
    lead = SampleForm.base_fields["lead"]


def _history() -> list[dict[str, Any]]:
    """Two entries, one with changes."""
    return [
        {
            "at": datetime(2026, 11, 20, 7, 5, tzinfo=UTC),
            "who": "Trần Văn Minh",
            "body": "Sở Nội vụ",
            "did": pgettext("did", "Sửa nhiệm vụ"),
            "changes": [
                {
                    "field": _("Thời hạn"),
                    "before": "20/11/2026",
                    "after": "30/11/2026",
                },
                {"field": _("Ghi chú"), "before": "", "after": "theo công văn số 12"},
            ],
        },
        {
            "at": datetime(2026, 1, 5, 2, 30, tzinfo=UTC),
            "who": "Nguyễn Thị Lan",
            "body": "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
            "did": pgettext("did", "Thêm nhiệm vụ"),
            "changes": [],
        },
    ]


def _task() -> SimpleNamespace:
    """A task as the marks read it: reported, due before a day."""
    return SimpleNamespace(
        phase=Phase.OPEN,
        percent=40,
        due_date=date(2026, 6, 29),
        done_on=None,
        outside=False,
        due_kind=DueKind.DATE,
        due_value="2026-06-30",
        due_bound=Bound.BEFORE,
        due_note="",
    )


def _tasks() -> list[dict[str, Any]]:
    """Rows with a long name among them: names wrap and are never cut."""
    return [
        {
            "state": "overdue",
            "due": date(2026, 11, 20),
            "title": "Báo cáo kết quả tuyên truyền kỳ họp thứ 32 của Hội đồng nhân dân"
            " tỉnh tới các xã, phường, đặc khu và trên hệ thống truyền thanh cơ sở",
            "lead": "Sở Văn hóa, Thể thao và Du lịch",
            "sessions": 1234.5,
        },
        {
            "state": "at_risk",
            "due": date(2026, 11, 30),
            "title": "Tổng hợp kiến nghị của cử tri",
            "lead": "Văn phòng Đoàn ĐBQH và HĐND tỉnh",
            "sessions": None,
        },
    ]


@public
def gallery(request: HttpRequest) -> HttpResponse:
    """All components with all variants; the browser snapshots look here first."""
    wrong = SampleForm(
        {"title": "", "due": "31/02/2026", "version": "1"}, auto_id="sai_%s"
    )
    wrong.is_valid()
    return render(
        request,
        "gallery.html",
        {
            "marks": list(MARKS),
            "form": SampleForm(
                initial={
                    "version": 1,
                    "kind": "assigned",
                    "title": "Tổng hợp kiến nghị của cử tri trước ngày 20.",
                }
            ),
            "wrong": wrong,
            "filter": SampleFilter(prefix="loc"),
            "tasks": _tasks(),
            "task": _task(),
            "on": date(2026, 6, 15),
            "records": [(_("Tổng hợp kiến nghị của cử tri"), "#bao-cao")],
            "entries": _history(),
            "differences": [
                {
                    "label": _("Nội dung nhiệm vụ"),
                    "target": "id_title",
                    "yours": "Tổng hợp kiến nghị của cử tri trước ngày 20.",
                    "theirs": "Tổng hợp, phân loại kiến nghị của cử tri.",
                    "theirs_value": "Tổng hợp, phân loại kiến nghị của cử tri.",
                }
            ],
            "source": {
                "label": "84-KH/HĐND-BTGTU",
                "passage": "2. Sở Nội vụ chủ trì. Hoàn thành trước 30/6/2026.",
                "start": 3,
                "end": 21,
            },
            "day": date(2026, 11, 26),
            **gallery_desk.sample(),
            "instant": datetime(2026, 1, 5, 2, 30, tzinfo=UTC),
        },
    )
