"""One running text out of the parts of a file."""

import re

from phoihop.reading.extracted import Extracted, Part

# Where the running text of a file stands.
BODY = re.compile(r"body|page \d+")
# What is no text of the paper: its file's properties, a mark behind the text.
NOT_TEXT = ("property", "watermark")
# A header part with one of these holds the top of the paper and comes first.
HEADING = ("CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "ĐẢNG CỘNG SẢN", "Số:")


def running_text(extracted: Extracted) -> str:
    """The body in order, a newline between parts; headers and notes behind it.

    Text stays raw: cells of a row are parted by tabs. A page header that holds the
    heading of the paper stands before the body. Rows of sheets are lines.
    """
    body = [part for part in extracted.parts if _is_body(part)]
    around = [
        part
        for part in extracted.parts
        if not _is_body(part) and not part.where.startswith(NOT_TEXT)
    ]
    first = [part for part in around if _holds_heading(part, body)]
    rest = [part for part in around if part not in first]
    texts = [part.text for part in (*first, *body, *rest)]
    for sheet in extracted.sheets:
        texts += ["\t".join(cell.text for cell in row) for row in sheet.rows]
    return "".join(text if text.endswith("\n") else f"{text}\n" for text in texts)


def _is_body(part: Part) -> bool:
    return BODY.fullmatch(part.where) is not None


def _holds_heading(part: Part, body: list[Part]) -> bool:
    """Whether the heading stands in this header, and the body has none."""
    if not part.where.startswith("header"):
        return False
    top = "".join(each.text[:3000] for each in body[:1])
    return any(sign in part.text and sign not in top for sign in HEADING)
