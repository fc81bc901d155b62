"""What is decided about papers and what was read in them. Pure."""

import unicodedata
from collections.abc import Mapping

from phoihop.reading.findings import DOUBTFUL, Field
from phoihop.vietnamese import in_a_sentence

# What is read as a paper; sheets of tasks come in by a door of their own.
PAPERS = frozenset({"doc", "docx", "pdf", "html", "txt"})
# What is tried again by the worker: nothing is wrong with the file.
PASSING = ("file.busy", "storage.")
# A draft less sure than this, in hundredths, is doubtful.
SURE = round(DOUBTFUL * 100)
# On these signs the fonts of TCVN 5712 (ABC) put ạ, á, à, ả, ã, đ, â, ê, ô, ư, ơ ...
OLD_SIGNS = frozenset("¹¸µ¶·®©ª«\u00ad¬¨¾»¼½Æ")
# Letters that only Unicode writes: with two marks, a horn, a bar or a dot beneath.
NEW_SIGNS = frozenset("đĐơƠưƯ") | frozenset("\u0309\u0323\u031b")
FEW = 20


def is_passing(code: str) -> bool:
    """Whether a refusal says something of the moment and nothing of the file."""
    return code.startswith(PASSING)


def is_old_font(text: str) -> bool:
    """Whether a text is Vietnamese as it was typed before Unicode: nobody can read it.

    Asked of what an extractor gave: a .docx says nothing of the font's encoding.
    """
    old = sum(text.count(sign) for sign in OLD_SIGNS)
    if old < FEW:
        return False
    bare = unicodedata.normalize("NFD", text)
    return old > sum(bare.count(sign) for sign in NEW_SIGNS)


def title_of(said: Mapping[Field, str]) -> str:
    """What a paper calls itself: kind, number and subject in one line.

    Empty without a subject: a kind alone names nothing.
    """
    subject = " ".join(said.get(Field.SUBJECT, "").split())
    if not subject:
        return ""
    kind = said.get(Field.TYPE, "")
    if not kind:
        return subject[:1].upper() + subject[1:]
    begin = " ".join(filter(None, (kind, said.get(Field.NUMBER, ""))))
    return f"{begin[:1].upper()}{begin[1:]} {in_a_sentence(subject)}"
