"""The digest as a letter: plain text in the reader's language, safe in every header."""

import hashlib
import hmac
import unicodedata
from dataclasses import dataclass
from datetime import date
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from phoihop import clock
from phoihop.accounts.models import User
from phoihop.notices.models import Notice
from phoihop.notices.registry import Subject
from phoihop.notices.sentences import sentence

# More than this stands on the page, and the letter says so.
MOST_LINES = 30


class BadAddress(Exception):
    """No letter can be written to this address."""


@dataclass(frozen=True)
class Line:
    """One thing told."""

    notice: Notice
    subject: Subject


def letter(person: User, day: date, lines: list[Line], *, written: str) -> EmailMessage:
    """The letter of this day to this person, and to nobody besides.

    ``written`` is the day as the reader's language writes it.

    Raises ``BadAddress`` for an address to which none can be written.
    """
    with override(person.language):
        made = EmailMessage(policy=SMTP)
        made["Subject"] = subject_line(len(lines))
        made["From"] = settings.MAIL_FROM
        made["To"] = _address(person)
        made["Date"] = format_datetime(clock.now())
        made["Message-ID"] = message_id(person.pk, day)
        # Holidays' answers and other machines leave it alone (RFC 3834).
        made["Auto-Submitted"] = "auto-generated"
        made.set_content(_text(person, written, lines), charset="utf-8")
        # After the text: setting it clears every header of content.
        made["Content-Language"] = person.language
    return made


def subject_line(count: int) -> str:
    """How many things, and nothing of what they are: it shows on locked screens."""
    return ngettext(
        "Phối Hợp: %(count)s thông báo mới", "Phối Hợp: %(count)s thông báo mới", count
    ) % {"count": count}


def message_id(person: int, day: date) -> str:
    """The same for the same letter, so that a mail server can know it again."""
    said = f"digest {person} {day.isoformat()}".encode()
    key = settings.SECRET_KEY.encode()
    return f"<{hmac.new(key, said, hashlib.sha256).hexdigest()[:32]}@phoihop>"


def one_line(text: str) -> str:
    """Words on one line: what breaks lines, or is not seen, is taken out.

    So is the beginning of an encoded word: the standard library takes it apart when
    it folds a header, and what was written in it then breaks the line after all.
    """
    seen = (c if unicodedata.category(c)[0] not in "CZ" else " " for c in text)
    return " ".join("".join(seen).replace("=?", "= ?").split())


def _address(person: User) -> Address:
    name = one_line(person.name)
    try:
        if not person.email.isascii() or one_line(person.email) != person.email:
            raise BadAddress
        return Address(display_name=name, addr_spec=person.email)
    except (ValueError, IndexError, MessageError) as error:
        # The parser of the standard library raises all of them for what is none.
        raise BadAddress from error


def _text(person: User, written: str, lines: list[Line]) -> str:
    said = [
        _("Chào %(name)s,") % {"name": one_line(person.name)},
        "",
        _("Thông báo trên Phối Hợp đến ngày %(day)s:") % {"day": written},
        "",
    ]
    for line in lines[:MOST_LINES]:
        said += _said(line)
    if len(lines) > MOST_LINES:
        said += [_("Và %(more)s thông báo khác.") % {"more": len(lines) - MOST_LINES}]
    return "\n".join(
        [
            *said,
            "",
            _("Xem tất cả: %(url)s") % {"url": settings.SITE + reverse("notices")},
            "",
            _("Thư này do hệ thống gửi, mỗi ngày nhiều nhất một thư. Không trả lời."),
            "",
        ]
    )


def _said(line: Line) -> list[str]:
    where = f"{one_line(line.subject.body)}: " if line.subject.body else ""
    said = [f"- {where}{one_line(sentence(line.notice.kind, line.subject))}"]
    if line.subject.url:
        said.append(f"  {settings.SITE}{line.subject.url}")
    return said
