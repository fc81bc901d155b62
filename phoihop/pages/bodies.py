"""Form fields in which bodies are chosen, by the names they have today."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop import clock
from phoihop.formats import day
from phoihop.organisations.models import Organisation, Succession, name_of, place_of


def named(bodies: "QuerySet[Organisation]", on: date) -> Any:
    """These bodies with ``name``, as they are called on this day, in its order."""
    rows = bodies.annotate(name=name_of("pk", on), place=place_of("pk", on))
    return rows.order_by("place", "pk")


def heirs_of(bodies: list[int], on: date) -> dict[int, list[Any]]:
    """The bodies that came after these, at the ends of their lines, with their names.

    Asks nothing if there are no bodies to ask for.
    """
    heirs = Succession.objects.last_heirs(bodies)
    wanted = {pk for after in heirs.values() for pk in after}
    if not wanted:
        return {}
    found = {
        row.pk: row for row in named(Organisation.objects.filter(pk__in=wanted), on)
    }
    return {body: [found[pk] for pk in after] for body, after in heirs.items()}


def said_of_ended(pk: object, on: date) -> str:
    """Why this body cannot be chosen and who came after it; empty if it lives.

    Product rule 10.
    """
    if not str(pk).isdecimal() or len(str(pk)) > 18:
        return ""
    rows = named(Organisation.objects.filter(pk=int(str(pk)), ended_on__lte=on), on)
    ended = rows.first()
    if ended is None:
        return ""
    after = heirs_of([ended.pk], on).get(ended.pk, [])
    values = {
        "name": ended.name,
        "day": day(ended.ended_on),
        "heirs": ", ".join(heir.name for heir in after),
    }
    if not after:
        return (
            _("%(name)s đã kết thúc hoạt động từ %(day)s. Chọn đơn vị khác.") % values
        )
    return (
        _("%(name)s đã kết thúc hoạt động từ %(day)s. Chọn đơn vị kế thừa: %(heirs)s.")
        % values
    )


class BodyField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not at run time
    """One body; which ones are offered is said by the form's ``offer``."""

    def __init__(self, **kwargs: Any) -> None:
        wrong = {"invalid_choice": gettext_lazy("Chọn một đơn vị trong danh sách.")}
        kwargs["error_messages"] = {**wrong, **kwargs.get("error_messages", {})}
        super().__init__(
            queryset=Organisation.objects.none(),
            empty_label=gettext_lazy("chọn đơn vị"),
            **kwargs,
        )

    def label_from_instance(self, obj: Any) -> str:
        """The name that the queryset was annotated with."""
        return str(obj.name)

    def to_python(self, value: Any) -> Any:
        """The body; of one that has ended it says so, and who came after it."""
        try:
            return super().to_python(value)
        except forms.ValidationError as error:
            raise _better(error, value) from error


class BodiesField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # as above
    """Several bodies to tick."""

    def __init__(self, **kwargs: Any) -> None:
        wrong = {"invalid_choice": gettext_lazy("Chọn các đơn vị trong danh sách.")}
        kwargs["error_messages"] = {**wrong, **kwargs.get("error_messages", {})}
        super().__init__(
            queryset=Organisation.objects.none(),
            widget=forms.CheckboxSelectMultiple,
            **kwargs,
        )

    def label_from_instance(self, obj: Any) -> str:
        """The name that the queryset was annotated with."""
        return str(obj.name)

    def clean(self, value: Any) -> Any:
        """The bodies; of one that has ended it says so, and who came after it."""
        try:
            return super().clean(value)
        except forms.ValidationError as error:
            params = getattr(error, "params", None) or {}
            raise _better(error, params.get("value")) from error


def _better(error: forms.ValidationError, pk: object) -> forms.ValidationError:
    """The same error, or what is to be said of an ended body."""
    said = said_of_ended(pk, clock.today())
    return forms.ValidationError(said, code="ended") if said else error


def offer(
    form: forms.Form, field: str, bodies: "QuerySet[Organisation]", on: date
) -> None:
    """Let ``field`` of ``form`` be chosen among these bodies only."""
    chosen = form.fields[field]
    if not isinstance(chosen, BodyField | BodiesField):
        raise TypeError(f"{field} is no field of bodies.")
    chosen.queryset = named(bodies, on)
