"""An officer at a browser who presses again when the line broke.

What the site answered with a redirect is acknowledged: from then on it must be there.
A form whose answer did not come is sent again with the same key, as a browser's
reload does; the product promises that it is done once.
"""

import http.client
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from threading import Event
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from django.test import Client

from phoihop.accounts.models import User

CSRF = "t" * 32  # the same in cookie and form is what the site asks for


@dataclass(frozen=True)
class Form:
    """A form filled in: where it goes, what it says; ``mark`` is found again later."""

    address: str
    fields: dict[str, str]
    mark: str
    file: tuple[str, bytes] | None = None

    def body(self) -> tuple[str, bytes]:
        """The type and the bytes of the post."""
        fields = {**self.fields, "csrfmiddlewaretoken": CSRF}
        if self.file is None:
            return "application/x-www-form-urlencoded", urlencode(fields).encode()
        border = uuid4().hex
        name, content = self.file
        parts = [
            f'--{border}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{said}'
            for key, said in fields.items()
        ]
        head = "\r\n".join(parts).encode()
        disposition = f'form-data; name="file"; filename="{name}"'
        file = f"\r\n--{border}\r\nContent-Disposition: {disposition}\r\n\r\n".encode()
        end = f"\r\n--{border}--\r\n".encode()
        return f"multipart/form-data; boundary={border}", head + file + content + end


@dataclass
class Officer:
    """One person: fills in form after form until told to go home."""

    port: int
    username: str
    fill: Callable[[int], Form]
    acknowledged: list[str] = field(default_factory=list)
    begun: list[str] = field(default_factory=list)
    refused: list[tuple[int, str]] = field(default_factory=list)
    cookie: str = ""
    # Seconds between two forms.
    pause: float = 0

    def sign_in(self) -> None:
        """A session in the database of the installation, as signing in makes it."""
        client = Client()
        client.force_login(User.objects.get(username=self.username))
        self.cookie = f"phien={client.cookies['phien'].value}; csrf={CSRF}"

    def work(self, home: Event) -> None:
        """Post one form after the other; each until the site has answered."""
        for number in count():
            if home.is_set():
                return
            form = self.fill(number)
            form.fields["idempotency_key"] = str(uuid4())
            self.begun.append(form.mark)
            for status, answer in self._answers(form, home):
                if status == 302:
                    self.acknowledged.append(form.mark)
                    break
                # The database had no room for this moment: said so, kept nothing.
                if status != 503:
                    self.refused.append((status, answer[-1500:]))
                    break
            home.wait(self.pause)

    def send(self, form: Form) -> tuple[int, str]:
        """One form, once; what the site says."""
        form.fields["idempotency_key"] = str(uuid4())
        return next(self._answers(form, Event()))

    def _answers(self, form: Form, home: Event) -> Iterator[tuple[int, str]]:
        """What the site says, tried again while nobody answers."""
        kind, body = form.body()
        headers = {"Content-Type": kind, "Cookie": self.cookie}
        while True:
            line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
            try:
                line.request("POST", form.address, body, headers)
                answer = line.getresponse()
                text = answer.read().decode("utf-8", "replace")
                yield answer.status, text
            except (OSError, http.client.HTTPException):
                if home.is_set():
                    return
            finally:
                line.close()
            time.sleep(0.02)


def marks(rows: list[Any], attribute: str) -> list[str]:
    """What these rows carry, to be compared with what was acknowledged."""
    return [str(getattr(row, attribute)) for row in rows]
