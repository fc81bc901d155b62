"""Signing in and out, the language, and which body one acts for."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from phoihop.accounts import actions
from phoihop.accounts.actions import Oneself
from phoihop.accounts.models import User
from phoihop.pages import attempts, signing
from phoihop.pages.scoped import ACTING_AS, Request, public, signed_in
from phoihop.sentences import sentence


class SignInForm(forms.Form):
    """Name and password; one sentence for every way of being wrong."""

    username = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autofocus": True}),
        error_messages={"required": _("Nhập tên đăng nhập.")},
    )
    password = forms.CharField(
        label=_("Mật khẩu"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Nhập mật khẩu.")},
    )

    def __init__(self, request: HttpRequest, **kwargs: Any) -> None:
        self.request = request
        self.user: Any = None
        super().__init__(request.POST if request.method == "POST" else None, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Ask for the account; the sentence never says which of the two is wrong."""
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        self.user = self.find(cleaned["username"], cleaned["password"])
        if self.user is None and attempts.was_locked(self.request):
            raise forms.ValidationError(sentence(attempts.locked()))
        if self.user is None:
            raise forms.ValidationError(
                _(
                    "Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra rồi nhập lại. "
                    "Nếu vẫn không được, hỏi quản trị của đơn vị: có thể vai trò đã "
                    "hết hạn."
                )
            )
        return cleaned

    def find(self, username: str, password: str) -> User | None:
        """The account, if it may come in by this page."""
        return signing.known_with_role(self.request, username, password)


@public
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """The door."""
    form = SignInForm(request)
    if form.is_valid():
        then = back_to(request, request.GET.get("next", ""))
        return signing.enter(request, form.user, then)
    status = 422 if form.is_bound else 200
    response = render(request, "accounts/sign_in.html", {"form": form}, status=status)
    return attempts.told(request, response)


@public
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Leave; the session is gone on the server. Also for who has no role any more."""
    logout(request)
    return redirect("sign_in")


@public
@require_POST
def switch_language(request: HttpRequest) -> HttpResponse:
    """Vietnamese or English: kept at the account, and in a cookie for the pages that
    know no account: before signing in, and while the database is away.
    """
    language = request.POST.get("language", "")
    response = redirect(back_to(request, request.POST.get("next", "")))
    if language not in User.Language.values:
        return response
    if isinstance(request.user, User):
        by = Oneself(request.user.pk)
        actions.choose_language(user=request.user, language=language, by=by)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=31_536_000,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )
    return response


@signed_in
@require_POST
def switch_body(request: Request) -> HttpResponse:
    """Act for another of one's bodies; a role that is not one's own changes nothing."""
    wanted = request.POST.get("membership", "")
    if wanted in {str(m.pk) for m in request.memberships}:
        request.session[ACTING_AS] = int(wanted)
    return redirect(back_to(request, ""))


def back_to(request: HttpRequest, wanted: str) -> str:
    """``wanted`` if it is an address of this site, else the desk."""
    here = {request.get_host()}
    if url_has_allowed_host_and_scheme(wanted, here, require_https=request.is_secure()):
        return wanted
    return reverse(settings.LOGIN_REDIRECT_URL)
