"""The people of a body: who has which role, giving one and taking it back."""

from datetime import date
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _

from phoihop import clock
from phoihop.accounts.models import User
from phoihop.organisations.actions import people as actions
from phoihop.organisations.models import Invitation, Membership
from phoihop.organisations.models.membership import ROLE_LABELS
from phoihop.organisations.permissions import may
from phoihop.organisations.roles import Permission, Role
from phoihop.pages.keyed import DayField, KeyedForm, VersionedForm
from phoihop.pages.organisations import named_or_404
from phoihop.pages.scoped import Request, scoped_page
from phoihop.vietnamese import name_sort_key

ROWS = 100


class RoleForm(KeyedForm):
    """Who, which role, from when, until when."""

    person = forms.ModelChoiceField(
        queryset=User.objects.filter(is_active=True),
        to_field_name="username",
        widget=forms.TextInput,
        label=_("Tên đăng nhập"),
        error_messages={
            "invalid_choice": _("Không có tài khoản này. Kiểm tra tên đăng nhập.")
        },
    )
    role = forms.ChoiceField(
        label=_("Vai trò"),
        choices=[
            (role.value, label)
            for role, label in ROLE_LABELS.items()
            if role is not Role.OPERATOR
        ],
    )
    since = DayField(label=_("Từ ngày"), initial=clock.today)
    until = DayField(
        label=_("Đến trước ngày"),
        required=False,
        help_text=_("Bắt buộc với người được ủy quyền."),
    )

    def clean_role(self) -> Role:
        """The role itself, not its word."""
        return Role(self.cleaned_data["role"])


class EndForm(VersionedForm):
    """Nothing to fill in: the role ends today."""


def own_or_404(request: Request, pk: int) -> Any:
    """The body, for those in it and the operator: its people are not for others."""
    if request.actor.organisation_id != pk and request.actor.role is not Role.OPERATOR:
        raise Http404
    return named_or_404(pk)


@scoped_page
def people(request: Request, pk: int) -> HttpResponse:
    """Everybody with a role in the body, the present first."""
    body, on = own_or_404(request, pk), clock.today()
    rows = Membership.objects.filter(organisation=body).select_related("person")
    # By given name, as lists of people are read; a body has few enough for that.
    active = sorted(
        rows.active(on), key=lambda m: (m.role, name_sort_key(m.person.name), m.pk)
    )
    manages = may(request.actor, Permission.MEMBERSHIP_MANAGE, scope=body.desk)
    invited = Invitation.objects.open(on).filter(organisation=body)
    context = {
        "body": body,
        "active": active[:ROWS],
        "past": rows.filter(until__lte=on).order_by("-until", "pk")[:ROWS],
        "may_manage": manages,
        # Who is invited is for those who invite.
        "invited": invited.order_by("expires_on", "pk")[:ROWS] if manages else [],
    }
    return render(request, "organisations/people.html", context)


@scoped_page
def give(request: Request, pk: int) -> HttpResponse:
    """Give somebody a role in the body."""
    body = own_or_404(request, pk)
    form = RoleForm(request)
    if form.is_valid():

        def act() -> Membership:
            return actions.give_role(
                body=body, by=request.actor, on=clock.today(), **form.values()
            )

        form.once(act)
        return redirect("people", pk=pk)
    return render(request, "organisations/give.html", {"form": form, "body": body})


@scoped_page
def end(request: Request, pk: int) -> HttpResponse:
    """Take a role back, from today on."""
    rows = Membership.objects.select_related("person", "organisation__desk")
    membership = get_object_or_404(rows, pk=pk)
    body = own_or_404(request, membership.organisation_id or 0)
    form = EndForm(request, initial={"seen": membership.version})
    if form.is_valid():
        on: date = clock.today()

        def act() -> Membership:
            return actions.end_role(
                membership=membership, seen=form.seen_version, by=request.actor, on=on
            )

        form.once(act)
        return redirect("people", pk=body.pk)
    context = {"form": form, "body": body, "membership": membership}
    return render(request, "organisations/end.html", context)
