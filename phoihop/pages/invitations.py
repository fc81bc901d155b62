"""Invitations as a body's admin keeps them: made, shown once, taken back."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop import clock
from phoihop.accounts.models import User
from phoihop.formats import day
from phoihop.organisations.actions import invitations as actions
from phoihop.organisations.actions.invitations import Invited
from phoihop.organisations.models import Invitation, Membership
from phoihop.organisations.models.invitation import INVITED_TO
from phoihop.organisations.roles import Role
from phoihop.pages.keyed import DayField, KeyedForm, VersionedForm
from phoihop.pages.people import own_or_404
from phoihop.pages.scoped import Request, scoped_page


def days_field() -> forms.IntegerField:
    """How many days a link is good for."""
    return forms.IntegerField(
        label=gettext_lazy("Dùng được trong (ngày)"),
        initial=actions.DAYS,
        min_value=actions.LEAST_DAYS,
        max_value=actions.MOST_DAYS,
        help_text=gettext_lazy("Từ 1 đến 30 ngày."),
    )


class InviteForm(KeyedForm):
    """Who is invited to which role, and until when the link is good."""

    name = forms.CharField(label=gettext_lazy("Họ và tên"), max_length=120)
    role = forms.ChoiceField(
        label=gettext_lazy("Vai trò"), choices=list(INVITED_TO.items())
    )
    since = DayField(label=gettext_lazy("Từ ngày"), initial=clock.today)
    until = DayField(
        label=gettext_lazy("Đến trước ngày"),
        required=False,
        help_text=gettext_lazy("Bắt buộc với người được ủy quyền."),
    )
    days = days_field()

    def clean_role(self) -> Role:
        """The role itself, not its word."""
        return Role(self.cleaned_data["role"])


class OfferForm(KeyedForm):
    """Whose password is forgotten, among those who act for the body."""

    person = forms.ModelChoiceField(
        queryset=User.objects.none(),
        to_field_name="username",
        label=gettext_lazy("Người quên mật khẩu"),
        empty_label=gettext_lazy("chọn người"),
    )
    days = days_field()

    def __init__(self, request: Request, body: Any) -> None:
        super().__init__(request)
        acting = Membership.objects.active(clock.today()).filter(organisation=body)
        offered = User.objects.filter(pk__in=acting.values("person"), is_active=True)
        offered = offered.exclude(pk=request.user.pk)
        self.fields["person"].queryset = offered.order_by("name", "pk")  # type: ignore[attr-defined]  # a choice of rows


class RevokeForm(VersionedForm):
    """Nothing to fill in: the link is taken back."""


@scoped_page
def make(request: Request, pk: int) -> HttpResponse:
    """Invite somebody to a role in the body."""
    body = own_or_404(request, pk)
    form = InviteForm(request)
    if form.is_valid():
        made: list[Invited] = []

        def act() -> Invited:
            by, on = request.actor, clock.today()
            made.append(actions.invite(body=body, by=by, on=on, **form.values()))
            return made[0]

        form.once(act)
        return _shown(request, body, made)
    return render(request, "organisations/invite.html", {"form": form, "body": body})


@scoped_page
def offer_password(request: Request, pk: int) -> HttpResponse:
    """Make a link to a new password, for somebody of the body who forgot theirs."""
    body = own_or_404(request, pk)
    form = OfferForm(request, body)
    if form.is_valid():
        made: list[Invited] = []

        def act() -> Invited:
            by, on = request.actor, clock.today()
            offered = actions.offer_password(body=body, by=by, on=on, **form.values())
            made.append(offered)
            return offered

        form.once(act)
        return _shown(request, body, made)
    context = {"form": form, "body": body}
    return render(request, "organisations/offer_password.html", context)


@scoped_page
def revoke(request: Request, pk: int) -> HttpResponse:
    """Take a link back."""
    rows = Invitation.objects.select_related("organisation__desk")
    invitation = get_object_or_404(rows, pk=pk)
    body = own_or_404(request, invitation.organisation_id)
    form = RevokeForm(request, initial={"seen": invitation.version})
    if form.is_valid():

        def act() -> Invitation:
            return actions.revoke(
                invitation=invitation,
                seen=form.seen_version,
                by=request.actor,
                on=clock.today(),
            )

        form.once(act)
        return redirect("people", pk=body.pk)
    context = {"form": form, "body": body, "invitation": invitation}
    return render(request, "organisations/revoke.html", context)


def _shown(request: Request, body: Any, made: list[Invited]) -> HttpResponse:
    """The link, on the answer to the form itself: it stands nowhere else.

    A form sent twice made one link, and its second answer no longer knows it.
    """
    link = text = ""
    for invited in made:
        address = reverse("invitation", kwargs={"token": invited.token})
        link = request.build_absolute_uri(address)
        text = _letter(invited.invitation, body.name, link)
    context = {"body": body, "link": link, "text": text}
    return render(request, "organisations/invited.html", context)


def _letter(invitation: Invitation, body: str, link: str) -> str:
    """What is sent to the person with the link in it."""
    values = {
        "name": invitation.name,
        "body": body,
        "role": invitation.what,
        "until": day(invitation.expires_on),
        "link": link,
    }
    if invitation.kind == Invitation.Kind.PASSWORD:
        return (
            _(
                "Gửi %(name)s: liên kết đặt mật khẩu mới cho tài khoản Phối Hợp. Liên "
                "kết dùng một lần, đến hết ngày %(until)s; không chuyển cho người "
                "khác.\n%(link)s"
            )
            % values
        )
    return (
        _(
            "Mời %(name)s vào hệ thống Phối Hợp, vai trò %(role)s của %(body)s. Mở "
            "liên kết, đặt mật khẩu là dùng được. Liên kết dùng một lần, đến hết ngày "
            "%(until)s; không chuyển cho người khác.\n%(link)s"
        )
        % values
    )
