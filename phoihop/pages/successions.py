"""The operator's page on which bodies end."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop import clock
from phoihop.organisations.actions import successions as actions
from phoihop.organisations.models import Organisation, SuccessionKind
from phoihop.pages.acts import act_page, sheet_of
from phoihop.pages.bodies import BodiesField, offer
from phoihop.pages.keyed import DayField, KeyedForm
from phoihop.pages.organisations import named_or_404
from phoihop.pages.scoped import Request, operator


class SuccessionForm(KeyedForm):
    """By what the body ends, with whom, and who comes after."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Hình thức"),
        choices=[("", gettext_lazy("chọn hình thức")), *SuccessionKind.choices],
    )
    day = DayField(
        label=gettext_lazy("Kết thúc hoạt động từ ngày"),
        help_text=gettext_lazy("Ngày đầu tiên không còn hoạt động, ví dụ 01/07/2025."),
    )
    decision = forms.CharField(
        label=gettext_lazy("Văn bản quyết định"),
        max_length=200,
        help_text=gettext_lazy("Số, ký hiệu và ngày ban hành."),
    )
    together = BodiesField(
        label=gettext_lazy("Cùng kết thúc với"),
        required=False,
        help_text=gettext_lazy("Khi nhiều đơn vị được hợp nhất hoặc sáp nhập."),
    )
    successors = BodiesField(
        label=gettext_lazy("Đơn vị kế thừa"),
        required=False,
        help_text=gettext_lazy("Để trống nếu giải thể."),
    )

    def __init__(self, request: Request, body: Organisation) -> None:
        super().__init__(request)
        on = clock.today()
        others = Organisation.objects.living(on).exclude(pk=body.pk)
        for field in ("together", "successors"):
            offer(self, field, others, on)

    def clean_kind(self) -> SuccessionKind:
        """The kind itself, not its word."""
        return SuccessionKind(self.cleaned_data["kind"])


@operator
def end(request: Request, pk: int) -> HttpResponse:
    """End a body, perhaps with others, and say who comes after."""
    body = named_or_404(pk)
    form = SuccessionForm(request, body)

    def act() -> Any:
        values = form.values()
        together = values.pop("together")
        rows = actions.succeed(
            predecessors=[body, *together],
            by=request.actor,
            on=clock.today(),
            **values,
        )
        return rows[0]

    return act_page(
        request,
        form,
        act,
        heading=_("Kết thúc hoạt động, sáp nhập, chia"),
        button=_("Lưu và kết thúc hoạt động"),
        back=sheet_of(pk),
        body=body,
    )
