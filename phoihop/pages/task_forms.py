"""The form of a task: plain for the common case, the rest folded away."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phoihop import clock
from phoihop.organisations.models import Organisation
from phoihop.pages.bodies import BodyField, offer
from phoihop.pages.dues import DueFields, shown_due
from phoihop.pages.keyed import KeyedForm, VersionedForm
from phoihop.programmes.models import Clause, Plan
from phoihop.programmes.models.task import TaskKind


class ClauseField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not at run time
    """A clause of the plan, by its number and first words."""

    def label_from_instance(self, obj: Any) -> str:
        """The number and as many words as a line holds."""
        words = str(obj).split()
        return " ".join(words[:16]) + (" …" if len(words) > 16 else "")


class TaskFields(DueFields):
    """What a task says."""

    FOLDED = (*DueFields.OTHER_KINDS, "kind", "outside")
    field_order = ("text", "lead", "due_date", "clause", *FOLDED)

    text = forms.CharField(
        label=_("Nội dung"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Nhập nội dung nhiệm vụ.")},
    )
    lead = BodyField(
        label=_("Đơn vị chủ trì"),
        error_messages={"required": _("Chọn đơn vị chủ trì: mỗi nhiệm vụ một đơn vị.")},
    )
    clause = ClauseField(
        label=_("Điều khoản của kế hoạch"),
        queryset=None,
        required=False,
        empty_label=_("không thuộc điều khoản nào"),
        error_messages={"invalid_choice": _("Chọn một điều khoản trong danh sách.")},
    )
    kind = forms.ChoiceField(
        label=_("Loại nhiệm vụ"), choices=TaskKind.choices, required=False
    )
    outside = forms.BooleanField(
        label=_("Ngoài phạm vi hỗ trợ: chỉ ghi nội dung và đã xong hay chưa"),
        required=False,
    )

    def offer(self, plan: Plan) -> None:
        """Let lead and clause be chosen among those of this plan only."""
        parties = plan.parties.values("organisation_id")
        bodies = Organisation.objects.filter(pk__in=parties)
        offer(self, "lead", bodies, clock.today())
        clauses = Clause.objects.filter(plan=plan).order_by("position")
        # Declared above as a ClauseField; the stubs know it as a Field.
        self.fields["clause"].queryset = clauses  # type: ignore[attr-defined]

    @property
    def plain(self) -> list[forms.BoundField]:
        """The fields that every task has."""
        return [field for field in self.visible_fields() if not self._is_folded(field)]

    @property
    def folded(self) -> list[forms.BoundField]:
        """The fields that few tasks need."""
        return [field for field in self.visible_fields() if self._is_folded(field)]

    @property
    def is_unfolded(self) -> bool:
        """Whether one of those says something, or something is said of it."""
        usual = {"due_bound": "by", "kind": "assigned"}
        return any(
            field.errors or str(field.value() or "") not in ("", usual.get(field.name))
            for field in self.folded
            if not (field.name == "outside" and not field.value())
        )

    def _is_folded(self, field: forms.BoundField) -> bool:
        return field.name in self.FOLDED


class TaskForm(TaskFields, KeyedForm):
    """A new task."""

    def values(self) -> dict[str, Any]:
        """What was entered, the due in the columns of a task."""
        return said_of(self, super().values())


class TaskEditForm(TaskFields, VersionedForm):
    """A task as the person saw it."""

    def values(self) -> dict[str, Any]:
        """What was entered, the due in the columns of a task."""
        return said_of(self, super().values())

    def stored(self, facts: dict[str, Any]) -> dict[str, Any]:
        """What is stored, as this form shows it."""
        return shown_due(facts)


def said_of(form: TaskFields, cleaned: dict[str, Any]) -> dict[str, Any]:
    """What was entered in a form of a task, as the action takes it."""
    due = form.due(cleaned)
    cleaned["kind"] = TaskKind(cleaned["kind"] or TaskKind.ASSIGNED)
    return {**cleaned, **due}
