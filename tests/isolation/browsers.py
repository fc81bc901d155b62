"""One browser for each person of the cast, and what came back to it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db import transaction
from django.test import Client

from phoihop.organisations.models import Membership
from phoihop.pages.scoped import ACTING_AS
from tests.isolation import cast
from tests.isolation.asks import Ask
from tests.isolation.cast import Part
from tests.isolation.province import Province
from tests.isolation.routes import GUESSES_ARE_COUNTED
from tests.isolation.rows import Change, Snapshot, Watched, differences, watched

FORM = "application/x-www-form-urlencoded"
CANARY = re.compile(r"CANARY-[A-Z0-9-]*[A-Z0-9]", re.IGNORECASE)
# New in every answer and nobody's: the masks of one-time values.
ONCE = re.compile(
    r'(?<=name="csrfmiddlewaretoken" value=")\w+'
    r'|(?<=name="idempotency_key" value=")[0-9a-f-]+'
)
# They follow the length of the address, and the mask of the token.
VARYING = ("Content-Length", "Set-Cookie")


@dataclass(frozen=True)
class Answer:
    """What one request gave, and what it did to the database before that was undone."""

    status: int
    headers: dict[str, str]
    body: str
    watched: Watched
    changes: list[Change]
    # The session that it was asked with, and the fault if the page broke.
    session: str
    fault: str

    @property
    def canaries(self) -> frozenset[str]:
        """Every canary in the body, a header or a cookie."""
        text = self.body + "\n".join(self.headers.values())
        return frozenset(found.upper() for found in CANARY.findall(text))

    def shape(self, ask: Ask) -> tuple[object, ...]:
        """The answer without the id in the address, to hold it against another."""

        def nameless(text: str) -> str:
            return ONCE.sub("", text.replace(ask.path, ask.route.pattern))

        headers = (
            (name, nameless(value))
            for name, value in sorted(self.headers.items())
            if name not in VARYING
        )
        return self.status, tuple(headers), nameless(self.body)


class Browsers:
    """Everybody signed in at once; each request starts from the same cookies."""

    def __init__(self, province: Province) -> None:
        self.province = province
        # The tables before any request, to be set when everybody has signed in.
        self.before: Snapshot = {}
        self._cookies: dict[str, str] = {}
        self._client = Client(raise_request_exception=False)

    def sign_in(self, part: Part) -> None:
        """Let the person sign in and choose the body that they act for."""
        self._client.cookies = SimpleCookie()
        if part is not cast.ANONYMOUS:
            user = self.province.users[part.account]
            # Who lost the last role was signed out then, and has signed in again.
            user.refresh_from_db()
            self._client.force_login(user)
            if part.body is not None:
                session = self._client.session
                session[ACTING_AS] = _membership(self.province, part)
                session.save()
            key = self._client.cookies[settings.SESSION_COOKIE_NAME].value
            self._cookies[part.key] = key

    def send(self, ask: Ask) -> Answer:
        """Send one request; whatever a post does is looked at and undone.

        So is what a reading may write: a guess counted, a useless session ended.
        """
        counted = ask.route.name in GUESSES_ARE_COUNTED
        if ask.method != "POST" and ask.part.role is not None and not counted:
            return self._sent(ask)
        with undone():
            return self._sent(ask)

    def session_of(self, part: Part) -> str:
        """The key of the session that the person is signed in with."""
        return self._cookies[part.key]

    def send_for_good(self, ask: Ask) -> Answer:
        """Send one request and let stand what it does."""
        return self._sent(ask)

    def _sent(self, ask: Ask) -> Answer:
        self._client.cookies = SimpleCookie()
        session = self._cookies.get(ask.part.key, "")
        if session:
            self._client.cookies[settings.SESSION_COOKIE_NAME] = session
        sent = urlencode(ask.fields).encode()
        with watched() as seen:
            got = self._client.generic(
                ask.method, ask.url, sent, content_type=FORM, secure=settings.HTTPS
            )
        changes = differences(self.before, seen.written) if seen.written else []
        headers = dict(got.headers.items())
        headers["Set-Cookie"] = got.cookies.output()
        # A workbook is packed: what it says is looked for by its own tests.
        body = content_of(got).decode("utf-8", "replace")
        # The client keeps the fault of a page that broke.
        _kind, broke, _trace = getattr(got, "exc_info", None) or (None, None, None)
        fault = repr(broke) if got.status_code >= 500 else ""
        return Answer(got.status_code, headers, body, seen, changes, session, fault)


def content_of(answer: Any) -> bytes:
    """The bytes of an answer, whether it stands or streams."""
    return b"".join(answer) if answer.streaming else bytes(answer.content)


@contextmanager
def undone() -> Iterator[None]:
    """Roll back whatever is written inside."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _membership(province: Province, part: Part) -> int:
    rows = Membership.objects.filter(person=province.users[part.account])
    body = province.bodies[part.body] if part.body else None
    return rows.filter(organisation=body).latest("pk").pk
