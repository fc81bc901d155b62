"""Handing a letter to the mail server, and telling three ends apart.

Up to the letter's text every fault means that nothing was taken. From there on only
an answer says whether it was; without one nobody knows.
"""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage

from django.conf import settings

# For connecting, and for each answer.
PATIENCE_SECONDS = 30
YES = (250, 251)


class Away(Exception):
    """The mail server was not reached, or takes nothing now: try again later."""


class RefusedByServer(Exception):
    """The mail server said no to this letter, for good."""


class NoAnswer(Exception):
    """The text had begun to go over, and no answer came: it may have arrived."""


@contextmanager
def opened() -> Iterator[smtplib.SMTP]:
    """A connection to the mail server, signed in.

    Raises ``Away``.
    """
    try:
        server = _connect()
    except (OSError, smtplib.SMTPException, UnicodeError) as error:
        # The answers of mail servers may repeat a password: its class says enough.
        raise Away(type(error).__name__) from None
    try:
        yield server
    finally:
        with suppress(OSError, smtplib.SMTPException):
            server.quit()
        server.close()


def _connect() -> smtplib.SMTP:
    host, port, tls = settings.MAIL_HOST, settings.MAIL_PORT, settings.MAIL_TLS
    context = ssl.create_default_context()
    if tls == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            host, port, timeout=PATIENCE_SECONDS, context=context
        )
    else:
        server = smtplib.SMTP(host, port, timeout=PATIENCE_SECONDS)
    try:
        server.ehlo_or_helo_if_needed()
        if tls == "starttls":
            server.starttls(context=context)
        if settings.MAIL_USER:
            server.login(settings.MAIL_USER, settings.MAIL_PASSWORD)
    except BaseException:
        server.close()
        raise
    return server


def hand_over(server: smtplib.SMTP, letter: EmailMessage) -> None:
    """Give one letter to the server.

    Raises ``Away``, ``RefusedByServer`` or ``NoAnswer``.
    """
    sender = letter["From"].addresses[0].addr_spec
    receiver = letter["To"].addresses[0].addr_spec
    try:
        _taken(server.mail(sender))
        _taken(server.rcpt(receiver))
    except (OSError, smtplib.SMTPServerDisconnected, UnicodeError) as error:
        raise Away(type(error).__name__) from None
    try:
        code, _ = server.data(letter.as_bytes())
    except smtplib.SMTPDataError as error:
        _taken((error.smtp_code, b""))
        raise NoAnswer from None
    except (OSError, smtplib.SMTPException) as error:
        raise NoAnswer(type(error).__name__) from None
    _taken((code, b""))


def _taken(answer: tuple[int, bytes]) -> None:
    """Go on if the server says yes; 4xx is a no for now, 5xx for good (RFC 5321)."""
    code = answer[0]
    if code in YES:
        return
    if 400 <= code < 500:
        raise Away(str(code))
    raise RefusedByServer(str(code))
