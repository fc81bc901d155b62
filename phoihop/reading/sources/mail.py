"""The files that hang on an e-mail, and nothing else of it.

Who wrote it, to whom, about what and with which words is never looked at: it is not
read into any value, so that it cannot be kept. Of an attachment only the ending of its
name goes on, and its bytes, which are then examined as if they had come by themselves.
"""

import re
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.header import decode_header, make_header
from email.message import Message

from phoihop.reading import caps, kinds
from phoihop.refusals import Refused

# Locked for one person, or wrapped so that only a mail program can open it.
LOCKED = {
    "application/pkcs7-mime",
    "application/x-pkcs7-mime",
    "multipart/encrypted",
    "application/pgp-encrypted",
}
HEADS = re.compile(rb"(?:[!-9;-~]{1,80}:[^\r\n]{0,2000}\r?\n)", re.ASCII)
BEGINS_MBOX = re.compile(rb"From [^\r\n]{0,500}\r?\n")
# Some programs say where a text in the mail comes from; only files are files.
IN_THE_MAIL = "text"


def attached(data: bytes) -> list[tuple[str, bytes]]:
    """(ending, bytes) of each file on an e-mail that this house can read.

    Raises ``Refused`` for what is no e-mail, is locked, is built to be endless, or
    carries nothing that can be read.
    """
    if not is_mail(data):
        raise Refused("file.type_lies", field="file", ending=".eml")
    try:
        message = message_from_bytes(data)
    except (MessageError, ValueError, LookupError) as error:
        raise Refused("file.corrupt", field="file") from error
    found: list[tuple[str, bytes]] = []
    size = 0
    for part in _parts(message):
        if part.get_content_type() in LOCKED:
            raise Refused("file.mail_locked", field="file")
        ending = _ending(part)
        if not ending:
            continue
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes) or not content:
            continue
        size += len(content)
        if size > caps.FILE_BYTES:
            most = caps.FILE_BYTES // caps.MB
            raise Refused("file.too_large", field="file", most=most)
        found.append((ending, content))
        if len(found) > caps.MAIL_FILES:
            raise Refused("file.mail_many", field="file", most=caps.MAIL_FILES)
    if not found:
        raise Refused("file.mail_empty", field="file")
    return found


def is_mail(data: bytes) -> bool:
    """Whether bytes begin as an e-mail does: with lines of heads."""
    begin = data[: caps.IMAGE_HEAD_BYTES].lstrip(b"\xef\xbb\xbf\r\n")
    mbox = BEGINS_MBOX.match(begin)
    return HEADS.match(begin, mbox.end() if mbox else 0) is not None


def _parts(message: "Message[str, str]") -> list["Message[str, str]"]:
    """All parts, those of a mail within the mail too; no deeper than honest ones."""
    found = []
    waiting = [(message, 0)]
    while waiting:
        part, depth = waiting.pop()
        found.append(part)
        if len(found) > caps.MAIL_PARTS or depth > caps.MAIL_DEPTH:
            raise Refused("file.mail_deep", field="file")
        inner = part.get_payload() if part.is_multipart() else ()
        if isinstance(inner, list):
            waiting += [
                (each, depth + 1)
                for each in reversed(inner)
                if isinstance(each, Message)
            ]
    return found


def _ending(part: "Message[str, str]") -> str:
    """The ending of an attachment's name; nothing for words of the mail itself."""
    if part.is_multipart():
        return ""
    is_attached = part.get_content_disposition() == "attachment"
    if not is_attached and part.get_content_maintype() == IN_THE_MAIL:
        return ""
    try:
        name = part.get_filename() or ""
        name = str(make_header(decode_header(name)))
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        return ""
    ending = kinds.ending_of(name.strip().strip('"'))
    return ending if ending in kinds.ENDINGS else ""
