"""The channels that are a body's own."""

from datetime import date

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop import clock
from phoihop.organisations.actions import channels as actions
from phoihop.organisations.models import Channel, ChannelKind
from phoihop.pages.acts import act_page, ending_page, sheet_of
from phoihop.pages.keyed import DayField, KeyedForm
from phoihop.pages.people import own_or_404
from phoihop.pages.scoped import Request, scoped_page


class ChannelForm(KeyedForm):
    """Where, what kind, by which decision."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Loại kênh"),
        choices=[("", gettext_lazy("chọn loại kênh")), *ChannelKind.choices],
    )
    name = forms.CharField(label=gettext_lazy("Tên kênh"), max_length=120)
    url = forms.CharField(
        label=gettext_lazy("Địa chỉ"),
        max_length=300,
        widget=forms.TextInput(attrs={"inputmode": "url"}),
        help_text=gettext_lazy(
            "Trang của chính đơn vị, bắt đầu bằng https://. Không nhập trang cá nhân."
        ),
    )
    registered_on = DayField(label=gettext_lazy("Đăng ký từ ngày"))
    decision = forms.CharField(
        label=gettext_lazy("Văn bản quyết định"),
        max_length=200,
        help_text=gettext_lazy("Văn bản xác nhận đây là kênh của đơn vị."),
    )

    def clean_kind(self) -> ChannelKind:
        """The kind itself, not its word."""
        return ChannelKind(self.cleaned_data["kind"])


@scoped_page
def create(request: Request, pk: int) -> HttpResponse:
    """Register a channel as the body's own."""
    body = own_or_404(request, pk)
    form = ChannelForm(request, initial={"registered_on": clock.today()})

    def act() -> Channel:
        return actions.register(
            body=body, by=request.actor, on=clock.today(), **form.values()
        )

    return act_page(
        request,
        form,
        act,
        heading=_("Đăng ký kênh của đơn vị"),
        button=_("Lưu kênh"),
        back=sheet_of(pk, "kenh"),
        body=body,
    )


@scoped_page
def end(request: Request, pk: int) -> HttpResponse:
    """A channel is no longer the body's own."""
    rows = Channel.objects.select_related("organisation__desk")
    channel = get_object_or_404(rows, pk=pk)
    body = own_or_404(request, channel.organisation_id)

    def act(seen: int, day: date) -> Channel:
        return actions.withdraw(
            channel=channel,
            seen=seen,
            withdrawn_on=day,
            by=request.actor,
            on=clock.today(),
        )

    return ending_page(
        request,
        channel,
        act,
        heading=_("Thôi dùng kênh của đơn vị"),
        back=sheet_of(body.pk, "kenh"),
        body=body,
        facts=[(_("Tên kênh"), channel.name), (_("Địa chỉ"), channel.url)],
    )
