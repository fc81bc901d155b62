"""The operator's pages: how bodies stand to one another, besides the superiors."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop import clock
from phoihop.organisations.actions import relations as actions
from phoihop.organisations.models import (
    Organisation,
    Relation,
    RelationKind,
    name_of,
)
from phoihop.pages.acts import SpanForm, act_page, ending_page, sheet_of
from phoihop.pages.bodies import BodyField, offer
from phoihop.pages.organisations import named_or_404
from phoihop.pages.scoped import Request, operator


class RelationForm(SpanForm):
    """In which line, with which body."""

    field_order: tuple[str, ...] = ("kind", "above")

    kind = forms.ChoiceField(
        label=gettext_lazy("Quan hệ"),
        choices=[("", gettext_lazy("chọn quan hệ")), *RelationKind.choices],
    )
    above = BodyField(
        label=gettext_lazy("Với đơn vị"),
        help_text=gettext_lazy("Với cụm, khối hoặc nhóm: chọn cụm, khối, nhóm đó."),
    )

    def __init__(self, request: Request, below: Organisation) -> None:
        super().__init__(request)
        on = clock.today()
        offer(self, "above", Organisation.objects.living(on).exclude(pk=below.pk), on)

    def clean_kind(self) -> RelationKind:
        """The kind itself, not its word."""
        return RelationKind(self.cleaned_data["kind"])


@operator
def create(request: Request, pk: int) -> HttpResponse:
    """Relate a body to another."""
    body = named_or_404(pk)
    form = RelationForm(request, body)

    def act() -> Relation:
        return actions.relate(
            below=body, by=request.actor, on=clock.today(), **form.values()
        )

    return act_page(
        request,
        form,
        act,
        heading=_("Ghi quan hệ với đơn vị khác"),
        button=_("Lưu quan hệ"),
        back=sheet_of(pk, "quan-he"),
        body=body,
    )


@operator
def end(request: Request, pk: int) -> HttpResponse:
    """Two bodies stand so no longer."""
    on = clock.today()
    rows = Relation.objects.annotate(above_name=name_of("above_id", on))
    relation: Any = get_object_or_404(rows.select_related("below__desk"), pk=pk)
    body = named_or_404(relation.below_id)

    def act(seen: int, day: date) -> Relation:
        return actions.end(
            relation=relation,
            seen=seen,
            valid_to=day,
            by=request.actor,
            on=on,
        )

    return ending_page(
        request,
        relation,
        act,
        heading=_("Kết thúc quan hệ giữa đơn vị"),
        back=sheet_of(body.pk, "quan-he"),
        body=body,
        facts=[(relation.get_kind_display(), relation.above_name)],
    )
