"""One's own password: changed by whoever knows the old one."""

from typing import Any

from django import forms
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters

from phoihop.accounts import actions
from phoihop.accounts.actions import Oneself
from phoihop.accounts.models import User
from phoihop.pages import attempts
from phoihop.pages.keyed import KeyedForm
from phoihop.pages.scoped import Request, signed_in
from phoihop.refusals import Refused
from phoihop.sentences import sentence


class PasswordField(forms.CharField):
    """A password as it is typed: nothing is stripped, nothing is shown again."""

    def __init__(self, *, label: Any, new: bool, **kwargs: Any) -> None:
        kind = "new-password" if new else "current-password"
        widget = forms.PasswordInput(attrs={"autocomplete": kind})
        super().__init__(
            label=label, strip=False, max_length=200, widget=widget, **kwargs
        )


class NewPassword(forms.Form):
    """A new password, typed twice."""

    password = PasswordField(
        label=_("Mật khẩu mới"),
        new=True,
        help_text=_("Ít nhất 12 ký tự, không phải từ thông dụng."),
    )
    password_again = PasswordField(label=_("Nhập lại mật khẩu mới"), new=True)

    def clean(self) -> dict[str, Any]:
        """Both are the same."""
        cleaned = super().clean() or {}
        twice = cleaned.get("password"), cleaned.pop("password_again", None)
        if None not in twice and twice[0] != twice[1]:
            differ = Refused("account.passwords_differ")
            self.add_error("password_again", sentence(differ))
        return cleaned


class ChangeForm(NewPassword, KeyedForm):
    """The old password and the new one."""

    password_old = PasswordField(label=_("Mật khẩu đang dùng"), new=False)

    field_order = ("password_old", "password", "password_again")


@signed_in
@sensitive_post_parameters("password_old", "password", "password_again")
def change(request: Request) -> HttpResponse:
    """Change one's own password; the other sessions of the account end."""
    name = request.user.username
    if attempts.was_locked(request):
        request.refused = attempts.locked()
    elif request.method == "POST" and request.refused is None:
        attempts.require_open(request, name)
    form = ChangeForm(request)
    if form.is_valid():
        try:
            form.once(lambda: _changed(request.user, **form.values()))
        except Refused as refused:
            if refused.code == "account.password_wrong":
                attempts.note(request, name)
            raise
        # Django gives this session a new key; all others no longer agree.
        update_session_auth_hash(request, User.objects.get(pk=request.user.pk))
        return render(request, "accounts/password_changed.html")
    response = render(request, "accounts/password.html", {"form": form})
    return attempts.told(request, response)


def _changed(user: User, *, password_old: str, password: str) -> User:
    by = Oneself(user.pk)
    return actions.change_password(
        user=user, old=password_old, password=password, by=by
    )
