"""The forms in which a draft's value is written, one for each shape of value.

A form is filled from a value and gives a value back; whom a name means is kept where
the name was, and looked up in the directory where it was written anew.
"""

from copy import deepcopy
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.documents import drafts, values
from phoihop.documents.directory import Directory
from phoihop.pages.draft_words import day_of
from phoihop.pages.keyed import DayField, VersionedForm
from phoihop.reading.findings import Field

Value = dict[str, Any]
LONG = forms.Textarea(attrs={"rows": 4})
DAY_HELP = gettext_lazy("Ví dụ 30/06/2026, hoặc chỉ tháng, năm: 06/2026, 2026.")


class DraftForm(VersionedForm):
    """A value as fields. ``texts`` are those that stand in it under the same name."""

    texts: tuple[str, ...] = ("text",)
    # Written 30/06/2026, stored 2026-06-30.
    days: tuple[str, ...] = ()

    def shown(self, value: Value) -> Value:
        """What the fields say of a value; also of one that somebody else stored."""
        found = {name: value.get(name) or "" for name in self.texts}
        return found | {name: day_of(found[name]) for name in self.days}

    def value(self, before: Value, directory: Directory) -> Value:
        """The value that was written, on top of the one that stood before."""
        new = deepcopy(before)
        for name in self.texts:
            new[name] = self.cleaned_data[name]
        for name in self.days:
            new[name] = stored_day(new[name])
        if "organisation" in before and new["text"] != before["text"]:
            new["organisation"] = directory.known(new["text"])
        return new

    def stored(self, facts: dict[str, Any]) -> Value:
        """Of a merge: what the other person stored, as these fields write it."""
        value: Any = facts["value"]
        return self.shown(value)


def stored_day(text: str) -> str:
    """``30/06/2026`` as it is stored; whatever is no day stays and is refused there."""
    parts = text.strip().split("/")
    if not all(part.isdigit() for part in parts):
        return text.strip()
    number = [f"{int(part):02}" for part in parts]
    return "-".join(reversed(number))


class WordsForm(DraftForm):
    """One text."""

    text = forms.CharField(label=gettext_lazy("Nội dung"), max_length=2000, widget=LONG)


class NameForm(DraftForm):
    """What a paper calls a body; which one it is, is chosen on a page of its own."""

    text = forms.CharField(
        label=gettext_lazy("Tên ghi trong văn bản"),
        max_length=500,
        help_text=gettext_lazy("Ghi đúng tên trong danh bạ thì máy chọn sẵn đơn vị."),
    )


class DayForm(DraftForm):
    """The day of the paper."""

    days = ("text",)
    text = forms.CharField(
        label=gettext_lazy("Ngày ban hành"), max_length=40, help_text=DAY_HELP
    )


class SignerForm(DraftForm):
    """Who signed."""

    texts = ("name", "position")
    name = forms.CharField(label=gettext_lazy("Họ tên"), max_length=200)
    position = forms.CharField(
        label=gettext_lazy("Chức vụ"), max_length=300, required=False
    )


class PeriodForm(DraftForm):
    """From when to when the paper holds."""

    texts = days = ("first", "last")
    first = forms.CharField(label=gettext_lazy("Từ"), max_length=20, help_text=DAY_HELP)
    last = forms.CharField(label=gettext_lazy("Đến"), max_length=20, required=False)


class ReferenceForm(DraftForm):
    """Another paper."""

    texts = ("text", "number", "type", "date")
    days = ("date",)
    text = forms.CharField(
        label=gettext_lazy("Trích dẫn như trong văn bản"), max_length=1000, widget=LONG
    )
    number = forms.CharField(
        label=gettext_lazy("Số, ký hiệu"), max_length=100, required=False
    )
    type = forms.CharField(
        label=gettext_lazy("Loại văn bản"), max_length=100, required=False
    )
    date = forms.CharField(
        label=gettext_lazy("Ngày"), max_length=20, required=False, help_text=DAY_HELP
    )


class ClauseForm(DraftForm):
    """A numbered item."""

    texts = ("number", "text")
    number = forms.CharField(label=gettext_lazy("Số thứ tự"), max_length=40)
    text = forms.CharField(label=gettext_lazy("Nội dung"), max_length=5000, widget=LONG)

    def value(self, before: Value, directory: Directory) -> Value:
        """An item that was added stands at the top, under its own number."""
        new = super().value(before, directory)
        return {"level": 1, **new, "path": new.get("path") or [new["number"]]}


class MeetingForm(DraftForm):
    """A meeting that was held."""

    texts = ("kind", "date", "place", "chair")
    days = ("date",)
    kind = forms.CharField(label=gettext_lazy("Loại cuộc họp"), max_length=200)
    date = forms.CharField(
        label=gettext_lazy("Ngày"), max_length=20, required=False, help_text=DAY_HELP
    )
    place = forms.CharField(
        label=gettext_lazy("Nơi họp"), max_length=300, required=False
    )
    chair = forms.CharField(
        label=gettext_lazy("Chủ trì"), max_length=300, required=False
    )


class TaskForm(DraftForm):
    """A duty: what, who leads, who supports, until when."""

    text = forms.CharField(label=gettext_lazy("Nội dung"), max_length=5000, widget=LONG)
    lead = forms.CharField(
        label=gettext_lazy("Đơn vị chủ trì"),
        max_length=500,
        required=False,
        help_text=gettext_lazy(
            "Một đơn vị. Ghi đúng tên trong danh bạ thì máy chọn sẵn; nếu không, chọn "
            "ở bàn xác nhận."
        ),
    )
    supporting = forms.CharField(
        label=gettext_lazy("Đơn vị phối hợp"),
        max_length=10_000,
        required=False,
        widget=LONG,
        help_text=gettext_lazy("Mỗi đơn vị một dòng."),
    )
    due_words = forms.CharField(
        label=gettext_lazy("Hạn như trong văn bản"),
        max_length=300,
        required=False,
        help_text=gettext_lazy(
            "Ví dụ: trước 30/6/2026; quý III/2026; hằng tháng; để trống nếu không có."
        ),
    )
    due_date = DayField(
        label=gettext_lazy("Ngày hạn do bạn ấn định"),
        required=False,
        help_text=gettext_lazy(
            "Chỉ nhập khi văn bản không cho ra ngày, ví dụ hạn theo một sự kiện."
        ),
    )
    outside = forms.BooleanField(
        label=gettext_lazy("Ngoài phạm vi hỗ trợ: chỉ giữ nội dung và trạng thái"),
        required=False,
    )

    # Words of the due as they were read, which a value alone does not hold.
    read_words = ""

    def shown(self, value: Value) -> Value:
        """The names by line, the due in the words that were read.

        Several equal doers stand as the paper has them, and not as support too.
        """
        due, beside = value["due"], values.equal_doers(value)
        only = [
            in_one_line(name["text"])
            for name in value["supporting"]
            if name not in beside
        ]
        return {
            "text": value["text"],
            "lead": in_one_line(values.lead_as_written(value)),
            "supporting": "\n".join(only),
            "due_words": due["note"] or (self.read_words if due["start"] else ""),
            "due_date": date.fromisoformat(due["date"]) if due["date"] else None,
            "outside": value["outside"],
        }

    def clean_due_words(self) -> str:
        """Words that the reader understands as a due."""
        words = " ".join(str(self.cleaned_data["due_words"]).split())
        if words and words != self.initial.get("due_words"):
            if drafts.due_of(words) is None:
                raise forms.ValidationError(
                    _(
                        "Máy chưa hiểu hạn này. Ghi như «trước 30/6/2026», «quý "
                        "III/2026», «hằng tháng»; hoặc để trống và nhập ngày ở ô dưới."
                    )
                )
        return words

    def value(self, before: Value, directory: Directory) -> Value:
        """Names that stayed keep their body and place in the paper."""
        new, written = deepcopy(before), self.cleaned_data
        held = {
            in_one_line(name["text"]): name
            for name in ([before["lead"]] if before["lead"] else [])
            + before["supporting"]
        }

        def named(words: str) -> Value:
            blank = {"text": words, "start": None, "end": None}
            known = {**blank, "organisation": directory.known(words)}
            return deepcopy(held.get(in_one_line(words), known))

        lead = written["lead"].strip()
        lines = [line.strip() for line in written["supporting"].splitlines()]
        new["text"] = written["text"]
        beside = values.equal_doers(before)
        if in_one_line(lead) != in_one_line(values.lead_as_written(before)):
            new["lead"] = named(lead) if lead else None
            new["lead_words"], beside = "", []
        new["supporting"] = [*beside, *(named(line) for line in lines if line)]
        if written["due_words"] != self.initial.get("due_words", ""):
            new["due"] = drafts.due_of(written["due_words"]) or deepcopy(drafts.NO_DUE)
        chosen = written["due_date"]
        new["due"]["date"] = chosen.isoformat() if chosen else None
        new["outside"] = written["outside"]
        return new


def in_one_line(words: str) -> str:
    """As a field shows words that the paper has over two lines."""
    return " ".join(words.split())


FORMS: dict[Field, type[DraftForm]] = {
    Field.NUMBER: WordsForm,
    Field.SYMBOL: WordsForm,
    Field.TYPE: WordsForm,
    Field.PLACE: WordsForm,
    Field.SUBJECT: WordsForm,
    Field.ISSUED_ON: DayForm,
    Field.ISSUER: NameForm,
    Field.PARTY: NameForm,
    Field.SIGNER: SignerForm,
    Field.PERIOD: PeriodForm,
    Field.REFERENCE: ReferenceForm,
    Field.CLAUSE: ClauseForm,
    Field.TASK: TaskForm,
    Field.MEETING: MeetingForm,
}
