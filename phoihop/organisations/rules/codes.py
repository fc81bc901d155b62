"""How symbols, agency codes and codes of topics are written. Pure."""

import re

# Decision 20/2020/QĐ-TTg, article 4: from level 1 down, H99.12.03. Level 1 is a letter
# and two digits.
AGENCY_CODE = re.compile(r"[A-Z]\d{2}(\.\d{1,3}){0,5}")
# QCVN 102:2016/BTTTT, in use before and still met: from the lowest level up, with
# zeros where a level is not used, 000.00.12.H99.
AGENCY_CODE_BEFORE = re.compile(r"(\d{1,3}\.){1,5}[A-Z]\d{2}")
# A part of a document number, "12/KH-BTGDVTU": the letters of Vietnamese, no spaces.
SYMBOL = re.compile(r"[^\W_](?:[\w&./-]*[^\W_])?")
TOPIC_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_agency_code(text: str) -> bool:
    """Whether this is written as an agency code, in either form."""
    return bool(AGENCY_CODE.fullmatch(text) or AGENCY_CODE_BEFORE.fullmatch(text))


def one_agency_code(text: str) -> str:
    """The one form in which two agency codes are compared: H99.12 for 000.00.12.H99.

    Text that is no agency code is given back as it is.
    """
    if AGENCY_CODE.fullmatch(text):
        parts = text.split(".")
    elif AGENCY_CODE_BEFORE.fullmatch(text):
        parts = text.split(".")[::-1]
    else:
        return text
    while len(parts) > 1 and not parts[-1].strip("0"):
        parts.pop()
    return ".".join(parts)


def is_symbol(text: str) -> bool:
    """Whether this can stand in the number of a document."""
    return bool(SYMBOL.fullmatch(text)) and any(letter.isalpha() for letter in text)


def is_topic_code(text: str) -> bool:
    """Whether this can be the code of a topic: small letters, digits, hyphens."""
    return bool(TOPIC_CODE.fullmatch(text))
