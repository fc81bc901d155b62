"""One running text out of the parts of a file."""

import re
from dataclasses import dataclass

from phoihop.reading.extracted import Extracted, Part, Remark
from phoihop.reading.sheet_text import sheet_part

# Where the running text of a file stands.
BODY = re.compile(r"body|page \d+")
# What is no text of the paper: its file's properties, a mark behind the text, the menus
# of the page it stood on.
NOT_TEXT = ("property", "watermark", "around")
# A header part with one of these holds the top of the paper and comes first.
HEADING = ("CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "ĐẢNG CỘNG SẢN", "Số:")


@dataclass(frozen=True, slots=True)
class Placed:
    """A part of the file and where it stands: ``running.text[start:end]``."""

    where: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Running:
    """The running text of a file; remarks and parts count its characters."""

    text: str
    parts: tuple[Placed, ...]
    remarks: tuple[Remark, ...]


def running_text(extracted: Extracted) -> str:
    """The words of ``running``."""
    return running(extracted).text


def running(extracted: Extracted) -> Running:
    """The body in order, a newline between parts; headers and notes behind it.

    Text stays raw: cells of a row are parted by tabs. A page header that holds the
    heading of the paper stands before the body. Rows of sheets are lines.
    """
    body = [part for part in extracted.parts if _is_body(part)]
    body += [sheet_part(sheet) for sheet in extracted.sheets]
    around = [
        part
        for part in extracted.parts
        if not _is_body(part) and not part.where.startswith(NOT_TEXT)
    ]
    first = [part for part in around if _holds_heading(part, body)]
    rest = [part for part in around if part not in first]
    said: list[str] = []
    placed: list[Placed] = []
    remarks: list[Remark] = []
    at = 0
    for part in (*first, *body, *rest):
        said.append(_ended(part.text))
        placed.append(Placed(part.where, at, at + len(part.text)))
        remarks += [Remark(at + r.start, at + r.end, r.kind) for r in part.remarks]
        at += len(said[-1])
    return Running("".join(said), tuple(placed), tuple(remarks))


def _ended(text: str) -> str:
    # A page whose last sentence goes on with the next one ends with a blank.
    return text if text.endswith(("\n", " ")) else f"{text}\n"


def _is_body(part: Part) -> bool:
    return BODY.fullmatch(part.where) is not None


def _holds_heading(part: Part, body: list[Part]) -> bool:
    """Whether the heading stands in this header, and the body has none."""
    if not part.where.startswith("header"):
        return False
    top = "".join(each.text[:3000] for each in body[:1])
    return any(sign in part.text and sign not in top for sign in HEADING)
