"""The map of competences: which body answers for which topic, and where."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop import clock
from phoihop.organisations.actions import competences as actions
from phoihop.organisations.models import Competence, Organisation, Topic, name_of
from phoihop.organisations.roles import Role
from phoihop.pages.acts import SpanForm, act_page, ending_page
from phoihop.pages.asked import first_address, first_rows, next_address, position_asked
from phoihop.pages.bodies import BodyField, offer
from phoihop.pages.scoped import Request, operator, signed_in
from phoihop.pages.topics import offer_topics

ROWS = 50


class CompetenceFilter(forms.Form):
    """Which topic and which area are asked for."""

    linh_vuc = forms.ModelChoiceField(
        label=gettext_lazy("Lĩnh vực"),
        queryset=Topic.objects.none(),
        required=False,
        empty_label=gettext_lazy("mọi lĩnh vực"),
    )
    dia_ban = BodyField(label=gettext_lazy("Địa bàn"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_topics(self, "linh_vuc")
        offer_areas(self, "dia_ban")
        self.fields["dia_ban"].empty_label = _("mọi địa bàn")  # type: ignore[attr-defined]  # a BodyField


def offer_areas(form: forms.Form, name: str) -> None:
    """Let a territory be chosen by the state body that governs it."""
    on = clock.today()
    state = Organisation.objects.living(on).filter(type=Organisation.Type.STATE)
    offer(form, name, state, on)


class CompetenceForm(SpanForm):
    """Who answers, for what, where, on which basis."""

    field_order: tuple[str, ...] = ("body", "topic", "area", "basis")

    body = BodyField(label=gettext_lazy("Cơ quan có thẩm quyền"))
    topic = forms.ModelChoiceField(
        label=gettext_lazy("Lĩnh vực"),
        queryset=Topic.objects.none(),
        empty_label=gettext_lazy("chọn lĩnh vực"),
    )
    area = BodyField(
        label=gettext_lazy("Địa bàn"),
        help_text=gettext_lazy(
            "Chọn ủy ban nhân dân của tỉnh hoặc xã; bao gồm mọi địa bàn bên trong."
        ),
    )
    basis = forms.CharField(
        label=gettext_lazy("Căn cứ pháp lý"),
        max_length=300,
        help_text=gettext_lazy("Tên văn bản, điều, khoản."),
    )

    def __init__(self, request: Request, **kwargs: Any) -> None:
        super().__init__(request, **kwargs)
        on = clock.today()
        offer(self, "body", Organisation.objects.living(on), on)
        offer_areas(self, "area")
        offer_topics(self, "topic")


@signed_in
def competences(request: Request) -> HttpResponse:
    """Who answers for what; for one topic in one area, the narrowest first."""
    filters, on = CompetenceFilter(request.GET or None), clock.today()
    asked: dict[str, Any] = filters.cleaned_data if filters.is_valid() else {}
    topic, area = asked.get("linh_vuc"), asked.get("dia_ban")
    rows = Competence.objects.on(on)
    ranked = topic is not None and area is not None
    if topic is not None and area is not None:
        rows = Competence.objects.competent(topic, area, on)
    elif topic:
        rows = rows.filter(topic__in=[row.pk for row in topic.line()])
    elif area:
        rows = rows.filter(area=area)
    if not ranked:
        rows = rows.order_by("pk")
        position = position_asked(request, str)
        rows = rows.filter(pk__gt=position[1]) if position else rows
    named = rows.annotate(
        body_name=name_of("organisation_id", on), area_name=name_of("area_id", on)
    )
    shown, last = first_rows(named.select_related("topic"), ROWS)
    context = {
        "filters": filters,
        "competences": shown,
        "ranked": ranked,
        "next": next_address(request, "", last.pk) if last and not ranked else "",
        "first": first_address(request),
        "is_operator": request.actor.role is Role.OPERATOR,
    }
    return render(request, "organisations/competences.html", context)


@operator
def create(request: Request) -> HttpResponse:
    """Say who answers for a topic in an area."""
    form = CompetenceForm(request, initial={"valid_from": clock.today()})

    def act() -> Competence:
        return actions.give(by=request.actor, on=clock.today(), **form.values())

    return act_page(
        request,
        form,
        act,
        heading=_("Ghi thẩm quyền"),
        button=_("Lưu thẩm quyền"),
        back=reverse("competences"),
    )


@operator
def end(request: Request, pk: int) -> HttpResponse:
    """A body answers for a topic no longer."""
    on = clock.today()
    rows = Competence.objects.annotate(
        body_name=name_of("organisation_id", on), area_name=name_of("area_id", on)
    )
    competence: Any = get_object_or_404(
        rows.select_related("topic", "organisation__desk"), pk=pk
    )

    def act(seen: int, day: date) -> Competence:
        return actions.end(
            competence=competence,
            seen=seen,
            valid_to=day,
            by=request.actor,
            on=on,
        )

    return ending_page(
        request,
        competence,
        act,
        heading=_("Kết thúc thẩm quyền"),
        back=reverse("competences"),
        facts=[
            (_("Cơ quan có thẩm quyền"), competence.body_name),
            (_("Lĩnh vực"), competence.topic.name),
            (_("Địa bàn"), competence.area_name),
        ],
    )
