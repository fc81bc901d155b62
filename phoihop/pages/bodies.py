"""Form fields in which bodies are chosen, by the names they have today."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from phoihop.organisations.models import Organisation, name_of


def named(bodies: "QuerySet[Organisation]", on: date) -> Any:
    """These bodies with ``name``, as they are called on this day, in its order."""
    return bodies.annotate(name=name_of("pk", on)).order_by("name", "pk")


class BodyField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not at run time
    """One body; which ones are offered is said by the form's ``offer``."""

    def __init__(self, **kwargs: Any) -> None:
        wrong = {"invalid_choice": _("Chọn một đơn vị trong danh sách.")}
        kwargs["error_messages"] = {**wrong, **kwargs.get("error_messages", {})}
        super().__init__(
            queryset=Organisation.objects.none(),
            empty_label=_("chọn đơn vị"),
            **kwargs,
        )

    def label_from_instance(self, obj: Any) -> str:
        """The name that the queryset was annotated with."""
        return str(obj.name)


class BodiesField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # as above
    """Several bodies to tick."""

    def __init__(self, **kwargs: Any) -> None:
        wrong = {"invalid_choice": _("Chọn các đơn vị trong danh sách.")}
        kwargs["error_messages"] = {**wrong, **kwargs.get("error_messages", {})}
        super().__init__(
            queryset=Organisation.objects.none(),
            widget=forms.CheckboxSelectMultiple,
            **kwargs,
        )

    def label_from_instance(self, obj: Any) -> str:
        """The name that the queryset was annotated with."""
        return str(obj.name)


def offer(
    form: forms.Form, field: str, bodies: "QuerySet[Organisation]", on: date
) -> None:
    """Let ``field`` of ``form`` be chosen among these bodies only."""
    chosen = form.fields[field]
    if not isinstance(chosen, BodyField | BodiesField):
        raise TypeError(f"{field} is no field of bodies.")
    chosen.queryset = named(bodies, on)
