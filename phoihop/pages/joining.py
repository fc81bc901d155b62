"""Coming in by a link: the pages of an invitation, for whoever holds it.

What stands in the address is a key, so these pages ask no search engine in, and tell
no other page where the reader came from. Not ``no-referrer``: with that browsers send
forms as from nowhere, and Django rightly refuses them.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters

from phoihop import clock
from phoihop.accounts.actions import Oneself
from phoihop.accounts.models import User
from phoihop.organisations.actions import invitations as actions
from phoihop.organisations.models import Invitation, InvitationKind
from phoihop.pages import attempts, refusals, signing
from phoihop.pages.accounts import SignInForm
from phoihop.pages.organisations import named_or_404
from phoihop.pages.passwords import NewPassword
from phoihop.pages.scoped import ACTING_AS, public
from phoihop.refusals import Refused
from phoihop.sentences import sentence

# What wrong links are counted under: there is no name to a link.
LINKS = "/loi-moi/"

Page = Callable[[HttpRequest, Invitation, Refused | None], HttpResponse]
View = Callable[[HttpRequest, str], HttpResponse]


class JoinForm(NewPassword):
    """The name to sign in with, and a password."""

    username = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=60,
        help_text=_("Viết thường, không dấu, ví dụ: mai.nguyen."),
        widget=forms.TextInput(attrs={"autocomplete": "username", "autofocus": True}),
    )

    field_order = ("username", "password", "password_again")


class KnownForm(SignInForm):
    """Name and password of whoever has an account, though perhaps no role any more."""

    def find(self, username: str, password: str) -> User | None:
        """The account, with a role or without: the link brings one."""
        return signing.known(self.request, username, password)


def behind_link(page: Page) -> View:
    """A view of what a link leads to: found, still good, and rendered with refusals."""

    @wraps(page)
    def opened(request: HttpRequest, /, token: str) -> HttpResponse:
        try:
            attempts.require_open(request, LINKS)
            held = _found(request, token)
            response = _answered(request, held, page)
        except Refused as refused:
            response = refusals.page(request, refused)
        response.headers["Referrer-Policy"] = "strict-origin"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return attempts.told(request, response)

    return opened


def _found(request: HttpRequest, token: str) -> Invitation:
    """The invitation of this link, if it is still good; guesses are counted."""
    rows = Invitation.objects.select_related("person")
    held = rows.of_token(token).first()
    if held is None:
        attempts.note(request, LINKS)
        raise Http404
    refused = held.refusal(clock.today())
    if refused is not None:
        raise refused
    return held


def _answered(request: HttpRequest, held: Invitation, page: Page) -> HttpResponse:
    """The page; when its verb refuses, the page again with the sentence."""
    try:
        return page(request, held, None)
    except Refused as refused:
        if refusals.status_of(refused) != 422:
            raise
        response = page(request, held, refused)
        response.status_code = 422
        return response


@public
@sensitive_post_parameters("password", "password_again")
@behind_link
def invitation(
    request: HttpRequest, held: Invitation, refused: Refused | None
) -> HttpResponse:
    """A new account with the role; for whoever is signed in, the role; a password."""
    if held.kind == InvitationKind.PASSWORD:
        return _new_password(request, held, refused)
    if isinstance(request.user, User):
        return _join_known(request, held, refused)
    form = JoinForm(request.POST if request.method == "POST" else None)
    if refused is None and form.is_valid():
        joined = actions.join_newly(
            invitation=held, on=clock.today(), **form.cleaned_data
        )
        return signing.enter(request, joined.person, reverse("desk"))
    return _rendered(request, "accounts/join.html", held, form, refused)


@public
@sensitive_post_parameters("password")
@behind_link
def invitation_known(
    request: HttpRequest, held: Invitation, refused: Refused | None
) -> HttpResponse:
    """The role for whoever has an account already."""
    if held.kind != InvitationKind.JOIN:
        raise Http404
    return _join_known(request, held, refused)


def _join_known(
    request: HttpRequest, held: Invitation, refused: Refused | None
) -> HttpResponse:
    here = request.user if isinstance(request.user, User) else None
    confirmed = forms.Form(request.POST if request.method == "POST" else None)
    form: Any = KnownForm(request) if here is None else confirmed
    if refused is None and form.is_valid():
        person = here or form.user
        by = Oneself(person.pk)
        joined = actions.join(invitation=held, person=person, by=by, on=clock.today())
        response: HttpResponse = redirect("desk")
        if here is None:
            response = signing.enter(request, person, reverse("desk"))
        request.session[ACTING_AS] = joined.pk
        return response
    more = {"person": here}
    return _rendered(request, "accounts/join_known.html", held, form, refused, **more)


def _new_password(
    request: HttpRequest, held: Invitation, refused: Refused | None
) -> HttpResponse:
    form = NewPassword(request.POST if request.method == "POST" else None)
    if refused is None and form.is_valid():
        actions.take_password(invitation=held, on=clock.today(), **form.cleaned_data)
        return render(request, "accounts/password_set.html")
    more = {"person": held.person}
    return _rendered(request, "accounts/new_password.html", held, form, refused, **more)


def _rendered(
    request: HttpRequest,
    template: str,
    held: Invitation,
    form: Any,
    refused: Refused | None,
    **more: object,
) -> HttpResponse:
    """The page of a link, with a refusal at its field or above the form."""
    if refused is not None and form.is_bound:
        field = refused.field if refused.field in form.fields else None
        form.is_valid()
        form.add_error(field, sentence(refused))
    body, match = named_or_404(held.organisation_id), request.resolver_match
    context = {
        "form": form,
        "invitation": held,
        "body_name": body.name,
        # In the address only: the row knows no more than its hash.
        "token": match.kwargs["token"] if match else "",
        **more,
    }
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, template, context, status=status)
