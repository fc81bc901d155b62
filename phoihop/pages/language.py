"""The language of a page: the person's own, else the browser's choice."""

from collections.abc import Callable
from contextlib import suppress

from django.conf import settings
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from phoihop.accounts.models import User

Next = Callable[[HttpRequest], HttpResponse]


def language_of(request: HttpRequest) -> str:
    """``vi`` or ``en``: the account's, then the cookie's, then Vietnamese.

    What the browser says it prefers is not asked: many machines in offices here
    are set to English and their users are not.
    """
    # While the database is away nobody knows the account; the cookie is still there.
    with suppress(DatabaseError, InterfaceError):
        if isinstance(request.user, User):
            return request.user.language
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return chosen if chosen in User.Language.values else settings.LANGUAGE_CODE


def middleware(get_response: Next) -> Next:
    """Activate the language around the page."""

    def speak(request: HttpRequest) -> HttpResponse:
        language = language_of(request)
        with translation.override(language):
            response = get_response(request)
            response.headers["Content-Language"] = language
            return response

    return speak
