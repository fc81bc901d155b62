"""Until when, in the reader's words; and the fields in which a person says it."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

from phoihop.formats import day
from phoihop.pages.keyed import DayField
from phoihop.programmes.models.task import BOUNDS, DUE_KINDS
from phoihop.programmes.rules.due import (
    COUNTED,
    read_value,
    written_value,
)
from phoihop.reading.findings import Bound, DueKind

RHYTHMS = {
    "daily": gettext_lazy("hằng ngày"),
    "weekly": gettext_lazy("hằng tuần"),
    "monthly": gettext_lazy("hằng tháng"),
    "quarterly": gettext_lazy("hằng quý"),
    "half-yearly": gettext_lazy("6 tháng một lần"),
    "yearly": gettext_lazy("hằng năm"),
    "periodic": gettext_lazy("định kỳ"),
    "continuous": gettext_lazy("thường xuyên"),
}
# What stands before a part of the year as it is written: "quý II/2026".
PARTS = {
    DueKind.MONTH: pgettext_lazy("due", "tháng %s"),
    DueKind.QUARTER: pgettext_lazy("due", "quý %s"),
    DueKind.HALF_YEAR: pgettext_lazy("due", "nửa năm %s"),
    DueKind.YEAR: pgettext_lazy("due", "năm %s"),
}


def as_read(row: Any) -> str:
    """The due of a task as the paper puts it; empty where it puts none."""
    kind = DueKind(row.due_kind)
    said = _span(kind, row.due_value)
    if said and row.due_bound == Bound.BEFORE:
        said = gettext("trước %(when)s") % {"when": said}
    return said or row.due_note


def _span(kind: DueKind, value: str) -> str:
    if kind is DueKind.DATE and value:
        return gettext("ngày %(day)s") % {"day": day(date.fromisoformat(value))}
    if kind in PARTS:
        return str(PARTS[kind]) % written_value(kind, value)
    return str(RHYTHMS.get(value, "")) if kind is DueKind.RECURRING else ""


class DueFields(forms.Form):
    """A plain day for most; the rest is folded away (``OTHER_KINDS``)."""

    OTHER_KINDS = ("due_kind", "due_value", "due_often", "due_bound", "due_note")

    due_date = DayField(
        label=gettext_lazy("Hạn hoàn thành"),
        required=False,
        help_text=gettext_lazy(
            "Ví dụ 30/06/2026; tính đến hết ngày. Để trống nếu không có hạn."
        ),
    )
    due_kind = forms.ChoiceField(
        label=gettext_lazy("Loại hạn"),
        choices=[
            ("", gettext_lazy("một ngày, hoặc không có hạn")),
            *(
                (kind.value, label)
                for kind, label in DUE_KINDS.items()
                if kind not in (DueKind.DATE, DueKind.NONE)
            ),
        ],
        required=False,
    )
    due_value = forms.CharField(
        label=gettext_lazy("Tháng, quý, nửa năm hoặc năm"),
        max_length=20,
        required=False,
        help_text=gettext_lazy(
            "Tháng ghi 06/2026; quý và nửa năm ghi II/2026; năm ghi 2026. Ngày cuối "
            "cùng được tính ra."
        ),
    )
    due_often = forms.ChoiceField(
        label=gettext_lazy("Chu kỳ, nếu định kỳ"),
        choices=[("", gettext_lazy("chọn chu kỳ")), *RHYTHMS.items()],
        required=False,
    )
    due_bound = forms.ChoiceField(
        label=gettext_lazy("Cách tính hạn"),
        choices=[(bound.value, label) for bound, label in BOUNDS.items()],
        required=False,
        help_text=gettext_lazy("“Trước ngày 30/06” là chậm nhất hết ngày 29/06."),
    )
    due_note = forms.CharField(
        label=gettext_lazy("Thời hạn ghi trong văn bản"),
        max_length=500,
        required=False,
        help_text=gettext_lazy(
            "Nguyên văn, ví dụ “trước kỳ họp giữa năm của HĐND tỉnh”."
        ),
    )

    def due(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        """What was entered, as the action takes it."""
        typed = {name: cleaned.pop(name) for name in (*self.OTHER_KINDS, "due_date")}
        kind, when = DueKind(typed["due_kind"] or _plain(typed["due_date"])), ""
        if kind is DueKind.RECURRING:
            when = typed["due_often"]
        elif kind is DueKind.DATE:
            when = typed["due_date"].isoformat()
        elif kind in COUNTED:
            try:
                when = read_value(kind, typed["due_value"])
            except ValueError:
                # The action says what is wrong with it.
                when = typed["due_value"]
        return {
            "due_date": None if kind in COUNTED else typed["due_date"],
            "due_kind": kind,
            "due_value": when,
            "due_bound": Bound(typed["due_bound"] or Bound.BY),
            "due_note": typed["due_note"],
        }


def shown_due(facts: dict[str, Any]) -> dict[str, Any]:
    """The stored due of a task as ``DueFields`` shows it."""
    kind, value = DueKind(facts["due_kind"]), facts["due_value"]
    counted, plain = kind in COUNTED, kind in (DueKind.DATE, DueKind.NONE)
    of_day = date.fromisoformat(value) if kind is DueKind.DATE and value else None
    return {
        **facts,
        # A day as it was printed: the last day in time may be the one before.
        "due_date": of_day or (None if counted else facts["due_date"]),
        "due_kind": "" if plain else kind.value,
        "due_value": written_value(kind, value) if counted and not plain else "",
        "due_often": value if kind is DueKind.RECURRING else "",
    }


def _plain(day: date | None) -> DueKind:
    return DueKind.DATE if day else DueKind.NONE
