"""How long a session lasts: so long after the last request, so long at most.

Django ends a session that has not been written for ``SESSION_COOKIE_AGE``. Writing it
at each request would cost a write for every page read, so it is written when a sixth
of that time has passed since it last was.
"""

from collections.abc import Callable
from contextlib import suppress

from django.conf import settings
from django.contrib.auth import logout
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse

from phoihop import clock
from phoihop.accounts.models import User

BEGAN, RENEWED = "began", "renewed"
PARTS = 6

Next = Callable[[HttpRequest], HttpResponse]


def begin(request: HttpRequest) -> None:
    """Note when the person signed in; every way of signing in comes by here."""
    request.session[BEGAN] = int(clock.now().timestamp())


def middleware(get_response: Next) -> Next:
    """End a session that has lasted its time; keep one alive that is in use."""

    def keep(request: HttpRequest) -> HttpResponse:
        # While the database is away, nobody is signed in: the page will say so.
        with suppress(DatabaseError, InterfaceError):
            if isinstance(request.user, User):
                _keep(request, request.user)
        return get_response(request)

    return keep


def _keep(request: HttpRequest, user: User) -> None:
    now = int(clock.now().timestamp())
    last = int(user.last_login.timestamp()) if user.last_login else 0
    began = request.session.get(BEGAN, last)
    if now - began >= settings.SESSION_SECONDS_AT_MOST:
        logout(request)
    elif now - request.session.get(RENEWED, began) >= _sixth():
        request.session[RENEWED] = now


def _sixth() -> int:
    return int(settings.SESSION_COOKIE_AGE) // PARTS
