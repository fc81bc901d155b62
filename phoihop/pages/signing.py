"""Signing in, by allauth: what is ours about it.

``authenticate`` goes through Django's backends: first axes, which counts, then
allauth's, which hashes a password even where there is no such account. ``enter`` goes
through allauth's stages, where a second factor will stand.
"""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.utils import perform_login
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse

from phoihop import clock
from phoihop.accounts.models import User
from phoihop.organisations.models import Membership
from phoihop.pages import attempts, sessions


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """What allauth asks us."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody opens an account for themselves, except by an invitation."""
        return False

    def login(self, request: HttpRequest, user: Any) -> None:
        """The last step of every way of signing in."""
        super().login(request, user)
        sessions.begin(request)


def known(request: HttpRequest, username: str, password: str) -> User | None:
    """The account of this name and password; where there is none, a wrong try."""
    name = username.strip().lower()
    found = authenticate(request, username=name, password=password)
    return found if isinstance(found, User) else None


def known_with_role(request: HttpRequest, username: str, password: str) -> User | None:
    """The same, for whoever has a role today; without one, nobody is told apart."""
    found = known(request, username, password)
    if found is None or Membership.objects.active(clock.today()).filter(person=found):
        return found
    attempts.note(request, username.strip().lower())
    return None


def enter(request: HttpRequest, user: User, then: str) -> HttpResponse:
    """Let the person in, through allauth's stages, and lead on to ``then``."""
    response: HttpResponse = perform_login(request, user, redirect_url=then)
    return response
