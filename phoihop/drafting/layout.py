"""The page that official papers ask for: one table of sizes for every writer. Pure.

State papers: Decree 30/2020/ND-CP, appendix I, part I; where it leaves a span (12 to
13), the size is that of its own examples in section V. Party papers: Guidance
36-HD/VPTW, as docs/decree-30.md says, with what of it is not yet compared with the
official text. Lengths are points unless a name says millimetres.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from phoihop.drafting.paper import Form

POINTS_PER_MM = 72 / 25.4

# What the bytes of a paper without a day say of when they were made: no clock is read.
NO_DAY = date(1980, 1, 1)

FACE = "Times New Roman"
# The face whose files are at hand; as wide and as high as FACE, letter by letter.
FACE_EMBEDDED = "Tinos"
# Height of its line over and under the line of the letters, and between two lines.
RISE, FALL, GAP = 0.891, 0.216, 0.042

# A rule under a name or an abstract: 1/3 to 1/2 of the line (II.2.b, II.5.b).
RULE_SHARE = 0.42
RULE_THICK = 0.75
# From the edge of the sheet to the page number, in the top margin (I.7).
NUMBER_AT_MM = 10.0
# The space left and right within a cell of a table.
CELL_SIDE = 4.0


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet and its margins, in millimetres."""

    width: float = 210
    height: float = 297
    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 15

    @property
    def landscape(self) -> "Page":
        """The sheet on its side: the bound edge stays where it was, now on top."""
        return Page(
            self.height, self.width, self.left, self.right, self.bottom, self.top
        )

    @property
    def text_width(self) -> float:
        """How wide a line of text is, in points."""
        return (self.width - self.left - self.right) * POINTS_PER_MM

    @property
    def text_height(self) -> float:
        """How high the text of a page is, in points."""
        return (self.height - self.top - self.bottom) * POINTS_PER_MM


# I.1 and I.3: A4, top and bottom 20-25, left 30-35, right 15-20. The fixed margins of
# Party papers are the least of each span.
PAGE = Page()


class Align(StrEnum):
    """How lines stand between the margins."""

    LEFT = "start"
    CENTRE = "center"
    RIGHT = "end"
    BOTH = "justify"


class Element(StrEnum):
    """What a line of a paper is."""

    NATION = "nation"
    MOTTO = "motto"
    SUPERIOR = "superior"
    ISSUER = "issuer"
    STAR = "star"
    NUMBER = "number"
    ABOUT = "about"
    PLACE = "place"
    KIND = "kind"
    SUBJECT = "subject"
    ADDRESSED = "addressed"
    ADDRESSEE = "addressee"
    BASIS = "basis"
    TEXT = "text"
    ITALIC = "italic"
    PART = "part"
    SECTION = "section"
    ITEM = "item"
    CAPTION = "caption"
    CELL_HEAD = "cell-head"
    CELL = "cell"
    FIGURE = "figure"
    AUTHORITY = "authority"
    SIGNER = "signer"
    RECIPIENTS = "recipients"
    RECIPIENT = "recipient"
    ANNEX = "annex"
    ANNEX_NOTE = "annex-note"
    PAGE_NUMBER = "page-number"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Style:
    """How the lines of an element look; sizes and spaces in points.

    ``label`` is its name in a word processor, ``spread`` the line spacing in lines,
    ``first`` the indent of the first line, ``rank`` the usual level of a heading. A
    line that ``keeps`` stays on the page of what follows it.
    """

    label: str
    size: float
    bold: bool = False
    italic: bool = False
    align: Align = Align.CENTRE
    first: float = 0
    before: float = 0
    after: float = 0
    spread: float = 1
    rank: int = 0
    keeps: bool = False


# II.6.e: 1 or 1.27 cm; at least 6 pt between paragraphs; single to 1.5 lines.
INDENT = 36.0
_BODY = Style("Nội dung", 14, align=Align.BOTH, first=INDENT, after=6, spread=1.1)
# Where a name is written by hand: about five lines.
_SIGNING_ROOM = 72.0
_CELL = Style("Ô bảng", 13, align=Align.LEFT, before=2, after=2)

_STATE = {
    Element.NATION: Style("Quốc hiệu", 12, bold=True),
    Element.MOTTO: Style("Tiêu ngữ", 13, bold=True),
    Element.SUPERIOR: Style("Cơ quan chủ quản", 12),
    Element.ISSUER: Style("Cơ quan ban hành", 12, bold=True),
    Element.STAR: Style("Dấu sao", 13),
    Element.NUMBER: Style("Số, ký hiệu", 13),
    Element.ABOUT: Style("Trích yếu công văn", 12, before=6),
    Element.PLACE: Style("Địa danh, thời gian", 13, italic=True),
    Element.KIND: Style("Tên loại", 14, bold=True, before=18, rank=1, keeps=True),
    Element.SUBJECT: Style("Trích yếu", 14, bold=True, keeps=True),
    Element.ADDRESSED: Style("Kính gửi", 14, align=Align.LEFT, keeps=True),
    Element.ADDRESSEE: Style("Nơi được gửi", 14, align=Align.LEFT),
    Element.BASIS: replace(_BODY, label="Căn cứ", italic=True),
    Element.TEXT: _BODY,
    Element.ITALIC: replace(_BODY, label="Nội dung nghiêng", italic=True),
    Element.PART: Style("Phần", 14, bold=True, before=12, after=6, rank=2, keeps=True),
    Element.SECTION: replace(
        _BODY, label="Mục", bold=True, before=6, rank=2, keeps=True
    ),
    Element.ITEM: replace(_BODY, label="Khoản", bold=True, rank=3, keeps=True),
    Element.CAPTION: Style("Tên bảng", 13, bold=True, before=6, after=4, keeps=True),
    Element.CELL_HEAD: Style("Đầu bảng", 13, bold=True, before=2, after=2),
    Element.CELL: _CELL,
    Element.FIGURE: replace(_CELL, label="Ô số liệu", align=Align.RIGHT),
    Element.AUTHORITY: Style("Quyền hạn, chức vụ", 14, bold=True, keeps=True),
    Element.SIGNER: Style("Họ và tên người ký", 14, bold=True, before=_SIGNING_ROOM),
    Element.RECIPIENTS: Style(
        "Nơi nhận", 12, bold=True, italic=True, align=Align.LEFT, keeps=True
    ),
    Element.RECIPIENT: Style("Danh sách nơi nhận", 11, align=Align.LEFT),
    Element.ANNEX: Style("Phụ lục", 14, bold=True, rank=1, keeps=True),
    Element.ANNEX_NOTE: Style("Chỉ dẫn phụ lục", 14, italic=True),
    Element.PAGE_NUMBER: Style("Số trang", 14),
    Element.AFTER: Style("Sau khối", 6),
}
_PARTY = {
    **_STATE,
    Element.NATION: Style("Tiêu đề Đảng", 15, bold=True),
    Element.SUPERIOR: Style("Tổ chức đảng cấp trên", 14),
    Element.ISSUER: Style("Tổ chức đảng ban hành", 14, bold=True),
    Element.STAR: Style("Dấu sao", 14),
    Element.PLACE: Style("Địa danh, thời gian", 14, italic=True),
    Element.KIND: Style("Tên loại", 16, bold=True, before=18, rank=1, keeps=True),
}

Sizes = Mapping[Element, Style]
SIZES: Mapping[Form, Sizes] = {Form.STATE: _STATE, Form.PARTY: _PARTY}


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of one element; ``rule`` is how long the rule under it is, if any.

    ``left`` moves the whole of it to the right, ``hang`` all its lines but the first;
    ``rank`` is its level among the headings of this paper, 0 where it is none. It
    ``keeps`` with what follows, whatever its style says.
    """

    of: Element
    text: str
    rule: float = 0
    rank: int = 0
    left: float = 0
    hang: float = 0
    keeps: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """Lines one under the other, in so many points."""

    width: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """Columns side by side that no page divides."""

    columns: tuple[Column, ...]
    before: float = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it is set: widths in points, and which rows no page may divide."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    figures: frozenset[int]
    whole: tuple[bool, ...]
    caption: str = ""


Piece = Line | Sides | Grid


@dataclass(frozen=True, slots=True)
class Section:
    """Pages with page numbers of their own; the first shows none."""

    page: Page
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """A paper laid out: what every writer writes, in this order."""

    form: Form
    title: str
    author: str
    sections: tuple[Section, ...]
