"""Bytes of a plain text into letters, strictly; loads no parser."""

import codecs
import re

from phoihop.reading.legacy import converter_of
from phoihop.refusals import Refused

# Windows-1258 writes a letter, then its tone. Text in it has such pairs, and none of
# the signs that the fonts before Unicode put their letters on.
TONED = re.compile(r"[aăâeêioôơuưy][\u0300\u0301\u0303\u0309\u0323]", re.IGNORECASE)
NOT_WRITTEN = re.compile(r"[¢£¤¥¦¨©«¬®¯±²³´µ¶·¸¹º»¼½¾¿×÷ßÿ]|(?<![a-zà-ỹ])\u0323")
CONTROLS = re.compile(r"[\x01-\x08\x0b\x0e-\x1f\x7f]")


def decoded(data: bytes) -> str:
    """The text in UTF-8, UTF-16 with its mark, or windows-1258; nothing guessed.

    Bytes of a font from before Unicode come as the signs that Windows shows for them:
    see ``legacy``, which makes letters of them.
    """
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text = data.decode("utf-16")
        else:
            text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = _old_signs(data) or _windows_1258(data, error)
    if "\0" in text or len(CONTROLS.findall(text)) > len(text) // 100:
        raise Refused("file.text_encoding", field="file")
    return text


def _old_signs(data: bytes) -> str:
    """The signs of a text in an old font; empty for what is surely none."""
    text = data.decode("cp1252", "replace")
    if "\ufffd" in text or converter_of([text]) is None:
        return ""
    return text


def _windows_1258(data: bytes, cause: Exception) -> str:
    """The text if it is surely windows-1258; else the refusal that says what to do."""
    try:
        text = data.decode("cp1258")
    except UnicodeDecodeError as error:
        raise Refused("file.text_encoding", field="file") from error
    if NOT_WRITTEN.search(text) or not TONED.search(text):
        raise Refused("file.text_encoding", field="file") from cause
    return text
