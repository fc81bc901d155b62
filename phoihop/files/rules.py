"""What may be a file's name, and what of it is looked at. Pure."""

import re
import unicodedata

LONGEST_NAME = 200
# Kept when a long name is cut: an ending is short, else it is no ending.
LONGEST_ENDING = 10
# A path is never part of a name, whichever system wrote it.
PATH = re.compile(r"[/\\]")
# Where a stamp may stand by itself in a name: "KH 12 (MẬT).docx", "TỐI MẬT - KH.pdf".
BETWEEN = re.compile(r"[()\[\]{},;]|\s[-–]|[-–]\s")


def clean_name(name: str) -> str:
    """The name as it is stored: one line, no path, no control or bidi sign.

    Empty when nothing is left. Whoever writes a name into a header, a page or a log
    has nothing to take out any more.
    """
    last = PATH.split(unicodedata.normalize("NFC", name))[-1]
    # C: control, bidi and zero-width signs, halves of letters, no letters at all.
    kept = "".join(
        " " if sign.isspace() else sign
        for sign in last
        if sign.isspace() or not unicodedata.category(sign).startswith("C")
    )
    return _cut(" ".join(kept.split()).lstrip(". "))


def _cut(name: str) -> str:
    if len(name) <= LONGEST_NAME:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > LONGEST_ENDING:
        return name[:LONGEST_NAME].rstrip()
    return stem[: LONGEST_NAME - len(ending) - 1].rstrip() + "." + ending


def words_of_name(name: str) -> list[str]:
    """The name as a line and the pieces of it in which a stamp may stand alone.

    Without marks a piece between underscores says nothing: "MAT_TRAN" is the Front.
    """
    stem = name.rpartition(".")[0] or name
    pieces = [*BETWEEN.split(stem), *(p for p in stem.split("_") if not p.isascii())]
    return [stem.replace("_", " "), *(piece.strip(" .-–_") for piece in pieces)]
