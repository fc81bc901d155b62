"""Drawing a page of a .pdf for whoever reads pictures: a program of its own.

``python -I -m phoihop.reading.drawing``, started by ``reading.programs`` with the file
as its input; it puts up every wall of the jail before it looks at the file.
"""

import io
import os
import sys
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pypdfium2 as pdfium
from PIL import Image

from phoihop.reading import walled
from phoihop.reading.stamped import places
from phoihop.reading.wire import write_all

# An A4 page at 300 dots an inch has 8.7 million; a larger sheet is drawn coarser.
MOST_DOTS = 20_000_000
POINTS_AN_INCH = 72
LEVELS = 256
# Nearer than this to the brightness of the paper is grain.
PAPER = 0.86
# Angles tried to find how a page lies, in degrees, on a page this many dots wide.
ANGLES = [quarter / 2 for quarter in range(-9, 10)]
LOOKED_AT_WIDE = 500
STRAIGHT = 0.3


def warm_up() -> None:
    """Load what is loaded late, while files can still be opened."""
    Image.init()
    blank = Image.new("RGB", (8, 8), "white")
    blank.convert("L").rotate(1.0, fillcolor=255).save(io.BytesIO(), "PPM")
    with pdfium.PdfDocument.new() as pdf:
        pdf.new_page(10, 10)
        pdf[0].render().to_pil()


def read_all(handle: int) -> bytes:
    """The bytes of a memory file."""
    size = os.fstat(handle).st_size
    pieces = []
    while size > 0 and (piece := os.read(handle, size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def drawn(paper: bytes, what: Mapping[str, Any]) -> bytes:
    """Page ``page`` at ``dots`` an inch, grey and straight, as a .pgm.

    ``stamps``: only what may be a stamp on it. No bytes where there is nothing.
    """
    page = pdfium.PdfDocument(paper)[int(what["page"]) - 1]
    scale = int(what["dots"]) / POINTS_AN_INCH
    width, height = page.get_size()
    scale *= min(1.0, (MOST_DOTS / max(width * height * scale * scale, 1)) ** 0.5)
    picture = page.render(scale=scale).to_pil().convert("RGB")
    if what.get("stamps"):
        found = places(picture)
        return b"" if found is None else _as_bytes(found)
    grey = _clear(picture.convert("L"))
    if _is_blank(grey):
        return b""
    return _as_bytes(_straight(grey))


def _clear(grey: Image.Image) -> Image.Image:
    """The paper white, the ink black: most dots are paper, whatever its grain."""
    counts = grey.histogram()
    paper = _level(counts, sum(counts) // 2)
    white = max(int(paper * PAPER), 2)
    black = min(_level(counts, sum(counts) // 2_000), white - 1)
    steps = [
        min(max((dot - black) * (LEVELS - 1) // (white - black), 0), LEVELS - 1)
        for dot in range(LEVELS)
    ]
    return grey.point(steps)


def _level(counts: list[int], wanted: int) -> int:
    """The brightness below which this many dots are."""
    told = 0
    for level, count in enumerate(counts):
        told += count
        if told > wanted:
            return level
    return LEVELS - 1


def _is_blank(grey: Image.Image) -> bool:
    """Whether no dot is dark, but for dust."""
    dark = sum(grey.histogram()[: LEVELS // 2])
    return dark < grey.width * grey.height / 20_000


def _straight(grey: Image.Image) -> Image.Image:
    """The page with its lines level: turned where they show best."""
    small = grey.resize((LOOKED_AT_WIDE, LOOKED_AT_WIDE * grey.height // grey.width))

    def evenness(angle: float) -> float:
        turned = small.rotate(angle, fillcolor=LEVELS - 1)
        rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
        return float(sum((a - b) ** 2 for a, b in pairwise(rows)))

    best = max(ANGLES, key=evenness)
    if abs(best) < STRAIGHT:
        return grey
    return grey.rotate(best, Image.Resampling.BICUBIC, fillcolor=LEVELS - 1)


def _as_bytes(picture: Image.Image) -> bytes:
    held = io.BytesIO()
    picture.save(held, "PPM")
    return held.getvalue()


def main(words: list[str]) -> None:
    """``drawing TASK``: one page of the .pdf at the input, onto the output."""
    task, limits = walled.begin(words)
    warm_up()
    walled.put_up_walls(limits)
    write_all(1, drawn(read_all(0), task["what"]))


if __name__ == "__main__":
    main(sys.argv[1:])
