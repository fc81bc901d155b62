"""A person's browser, without a network: whole requests to the whole application."""

import sys
from io import BytesIO
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.wsgi import get_wsgi_application
from django.utils.crypto import get_random_string

from phoihop import clock
from phoihop.accounts.models import User
from phoihop.pages.sessions import BEGAN, RENEWED

# The one that looks at passwords; the first of the list only counts wrong tries.
BACKEND = settings.AUTHENTICATION_BACKENDS[-1]


class Browser:
    """Cookies of one account that has signed in; ``get`` asks for a page.

    It calls the application as the server does, every middleware and the closing of
    the request included. Django's own test client would add work of its own.
    """

    def __init__(self, user: User) -> None:
        """Sign this account in."""
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = BACKEND
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session[BEGAN] = session[RENEWED] = int(clock.now().timestamp())
        session.create()
        cookies = {
            settings.SESSION_COOKIE_NAME: str(session.session_key),
            settings.CSRF_COOKIE_NAME: get_random_string(32),
        }
        self.cookies = "; ".join(f"{name}={text}" for name, text in cookies.items())
        self.application = get_wsgi_application()

    def get(self, address: str) -> bytes:
        """The page at this address.

        Raises ``RuntimeError`` when the answer is not 200: the figure would be of
        another page.
        """
        path, _, query = address.partition("?")
        statuses: list[str] = []

        def start(status: str, headers: Any, *_: Any) -> Any:
            statuses.append(status)

        answer: Any = self.application(self._asked(path, query), start)
        try:
            page = b"".join(answer)
        finally:
            answer.close()
        if statuses != ["200 OK"]:
            raise RuntimeError(f"{address}: {statuses}")
        return page

    def _asked(self, path: str, query: str) -> dict[str, object]:
        return {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "localhost",
            "HTTP_COOKIE": self.cookies,
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(),
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
