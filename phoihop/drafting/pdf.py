"""A paper as .pdf: tagged, PDF/A-2a and PDF/UA-1. Pure but for the faces it reads.

The template paper.typ is the only source that typst reads. The paper comes in as JSON
and is only ever shown as text, the root of files is the template itself, so that no
path leads anywhere, and faces are those of the folder that is given.
"""

import json
from dataclasses import asdict
from datetime import datetime, time, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any

import typst

from phoihop.drafting.faces import signs
from phoihop.drafting.laying import lay_out
from phoihop.drafting.layout import (
    CELL_SIDE,
    FACE_EMBEDDED,
    FALL,
    GAP,
    NO_DAY,
    NUMBER_AT_MM,
    RISE,
    RULE_THICK,
    SIZES,
    Element,
    Grid,
    Laid,
    Line,
    Piece,
    Section,
    Sides,
    Sizes,
)
from phoihop.drafting.paper import Paper
from phoihop.drafting.widths import pieces_of

_TEMPLATE = Path(__file__).with_name("paper.typ")
# Of so many letters of JSON, about eight pages, a paper is long.
_LONG = 50_000
_KEPT_FOR = 11
# Lines of parts between which a line may end; a text of one part is just that.
Parts = str | list[list[str]]
_UNSHOWN = "\ufffd"
_VIETNAM = timezone(timedelta(hours=7))


def write(paper: Paper, *, fonts: Path) -> bytes:
    """The paper as the bytes of a .pdf; ``fonts`` is the folder of the Tinos faces.

    The same paper gives the same bytes. A sign that the faces cannot show (an emoji,
    say) is printed as U+FFFD. ValueError: a table whose rows are not as long as its
    heads. FileNotFoundError: no Tinos in the folder.
    """
    data = _shown(lay_out(paper), fonts)
    made = typst.compile(
        _TEMPLATE,
        root=_TEMPLATE,
        font_paths=_faces(fonts),
        ignore_system_fonts=True,
        sys_inputs={"paper": data},
        format="pdf",
        # For archives and for readers by ear.
        pdf_standards=["a-2a", "ua-1"],
        timestamp=datetime.combine(paper.day or NO_DAY, time(), _VIETNAM),
    )
    if len(data) > _LONG:
        forget(fonts)
    return made


def forget(fonts: Path) -> None:
    """Let typst drop what it keeps of a long paper, which it does after ten more.

    It keeps what it worked out, in case the same paper comes again: 50 MB for a table
    of 500 rows, ten times over. An empty page takes it a millisecond.
    """
    empty = typst.Compiler(
        root=_TEMPLATE, font_paths=_faces(fonts), ignore_system_fonts=True
    )
    for _ in range(_KEPT_FOR):
        empty.compile(b"#none", format="svg")


@cache
def _faces(folder: Path) -> typst.Fonts:
    faces = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
    )
    if FACE_EMBEDDED not in faces.families():
        raise FileNotFoundError(f"No face {FACE_EMBEDDED} in {folder}")
    return faces


def _shown(laid: Laid, fonts: Path) -> str:
    """The paper as JSON, of signs that the faces can show."""
    data = json.dumps(_data(laid), ensure_ascii=False)
    missing = set(data) - signs(fonts)
    if not missing:
        return data
    return data.translate(dict.fromkeys(map(ord, missing), _UNSHOWN))


def _data(laid: Laid) -> dict[str, Any]:
    sizes = SIZES[laid.form]
    return {
        "title": laid.title,
        "author": laid.author,
        "face": {"name": FACE_EMBEDDED, "rise": RISE, "fall": FALL, "gap": GAP},
        "styles": {of: asdict(style) for of, style in sizes.items()},
        "rule": RULE_THICK,
        "side": CELL_SIDE,
        "number-at": NUMBER_AT_MM,
        "sections": [_section(section, sizes) for section in laid.sections],
    }


def _section(section: Section, sizes: Sizes) -> dict[str, Any]:
    room = section.page.text_width
    pieces = [_piece(piece, sizes, room) for piece in section.pieces]
    return {**asdict(section.page), "pieces": pieces}


def _piece(piece: Piece, sizes: Sizes, room: float) -> dict[str, Any]:
    if isinstance(piece, Line):
        return _line(piece, sizes, room)
    if isinstance(piece, Sides):
        return _sides(piece, sizes)
    return _grid(piece, sizes)


def _line(line: Line, sizes: Sizes, room: float) -> dict[str, Any]:
    size = sizes[line.of].size
    return {
        "is": "line",
        "of": line.of,
        "text": _parts(line.text, size, room - line.left - line.hang),
        "rule": line.rule,
        "rank": line.rank,
        "left": line.left,
        "hang": line.hang,
        "keeps": line.keeps,
    }


def _sides(sides: Sides, sizes: Sizes) -> dict[str, Any]:
    columns = [
        {
            "width": column.width,
            "lines": [_line(line, sizes, column.width) for line in column.lines],
        }
        for column in sides.columns
    ]
    return {"is": "sides", "before": sides.before, "columns": columns}


def _grid(grid: Grid, sizes: Sizes) -> dict[str, Any]:
    size = sizes[Element.CELL].size
    rooms = [width - 2 * CELL_SIDE for width in grid.widths]

    def cells(row: tuple[str, ...]) -> list[Parts]:
        return [_parts(cell, size, room) for cell, room in zip(row, rooms, strict=True)]

    return {
        "is": "grid",
        "heads": cells(grid.heads),
        "rows": [cells(row) for row in grid.rows],
        # Rows that are higher than a page must be divided.
        "whole": grid.whole,
        "widths": grid.widths,
        "figures": sorted(grid.figures),
    }


def _parts(text: str, size: float, room: float) -> Parts:
    """The text, or its parts where it has line ends or a word wider than the room."""
    lines = [pieces_of(line, size, room) for line in text.split("\n")]
    return text if lines == [[text]] else lines
