"""A paper as .docx. Pure.

Each element of the layout is a style of the document, so that whoever edits it finds
the sizes where a word processor keeps them. It is written as markup: with an object for
every cell a long table takes ten times as long.
"""

from collections.abc import Iterable
from html import escape

from phoihop.drafting.laying import lay_out
from phoihop.drafting.layout import (
    CELL_SIDE,
    FACE,
    NO_DAY,
    NUMBER_AT_MM,
    POINTS_PER_MM,
    RULE_THICK,
    SIZES,
    Align,
    Column,
    Element,
    Grid,
    Laid,
    Line,
    Piece,
    Section,
    Sides,
    Style,
)
from phoihop.drafting.package import HEADER, R, W, pack
from phoihop.drafting.paper import Paper

_TWIPS = 20
_ALIGNED = {
    Align.LEFT: "left",
    Align.CENTRE: "center",
    Align.RIGHT: "right",
    Align.BOTH: "both",
}
# A paragraph that is nothing but a rule, and one between two tables: as low as can be.
_RULE_SPACE, _RULE_BEFORE = 4, 3
_TEXT = '<w:t xml:space="preserve">'
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_NUMBER = (
    f"<w:hdr {W}>"
    '<w:p><w:pPr><w:pStyle w:val="page-number"/></w:pPr>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
)


def write(paper: Paper) -> bytes:
    """The paper as the bytes of a .docx; the same paper gives the same bytes.

    ValueError: a table whose rows are not as long as its heads.
    """
    laid = lay_out(paper)
    return pack(
        document=_document(laid),
        styles=_styles(laid),
        header=_NUMBER,
        title=laid.title,
        author=laid.author,
        day=paper.day or NO_DAY,
    )


# Styles


def _styles(laid: Laid) -> str:
    markup = "".join(_style(of, style) for of, style in SIZES[laid.form].items())
    return f"<w:styles {W}>{_defaults()}{markup}</w:styles>"


def _defaults() -> str:
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FACE}" '
        f'w:hAnsi="{FACE}" w:cs="{FACE}" w:eastAsia="{FACE}"/><w:color w:val="000000"/>'
        '<w:sz w:val="28"/><w:szCs w:val="28"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="vi-VN"/></w:rPr>'
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
    )


def _style(of: Element, style: Style) -> str:
    rank = f'<w:outlineLvl w:val="{style.rank - 1}"/>' if style.rank else ""
    size = round(style.size * 2)
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{of}">'
        f'<w:name w:val="{style.label}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{_on(style.keeps, 'keepNext')}{_on(style.keeps, 'keepLines')}"
        f'<w:spacing w:before="{_twips(style.before)}" w:after="{_twips(style.after)}" '
        f'w:line="{round(240 * style.spread)}" w:lineRule="auto"/>'
        f'<w:ind w:firstLine="{_twips(style.first)}"/>'
        f'<w:jc w:val="{_ALIGNED[style.align]}"/>{rank}</w:pPr>'
        f"<w:rPr>{_on(style.bold, 'b')}{_on(style.italic, 'i')}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        "</w:rPr></w:style>"
    )


# The body


def _document(laid: Laid) -> str:
    markup = []
    for place, section in enumerate(laid.sections, 1):
        room = section.page.text_width
        markup += [_piece(piece, room) for piece in section.pieces]
        ends = _section(section, first=place == 1)
        # A section ends in a paragraph; that of the last is in the body itself.
        last = place == len(laid.sections)
        within = "" if last else ends
        markup.append(f"<w:p><w:pPr>{_exact(1)}{within}</w:pPr></w:p>")
        markup.append(ends if last else "")
    body = "".join(markup)
    return f"<w:document {W} {R}><w:body>{body}</w:body></w:document>"


def _section(section: Section, *, first: bool) -> str:
    page = section.page
    flat = ' w:orient="landscape"' if page.width > page.height else ""
    starts = "" if first else '<w:type w:val="nextPage"/>'
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{HEADER}"/>{starts}'
        f'<w:pgSz w:w="{_mm(page.width)}" w:h="{_mm(page.height)}"{flat}/>'
        f'<w:pgMar w:top="{_mm(page.top)}" w:right="{_mm(page.right)}" '
        f'w:bottom="{_mm(page.bottom)}" w:left="{_mm(page.left)}" '
        f'w:header="{_mm(NUMBER_AT_MM)}" w:footer="{_mm(NUMBER_AT_MM)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def _piece(piece: Piece, room: float) -> str:
    if isinstance(piece, Line):
        return _line(piece, room)
    if isinstance(piece, Sides):
        # Without a paragraph between them two tables would be one.
        return _low(max(piece.before, 1)) + _sides(piece)
    return _grid(piece)


def _line(line: Line, room: float) -> str:
    """A line, and its rule in a paragraph of its own: the border of a low one."""
    if not line.rule:
        return _paragraph(line.of, line.text, _differences(line))
    side = _twips((room - line.rule) / 2)
    rule = (
        f'<w:p><w:pPr>{_on(line.keeps, "keepNext")}<w:pBdr><w:top w:val="single" '
        f'w:sz="{round(RULE_THICK * 8)}" w:space="1" w:color="000000"/></w:pBdr>'
        f"{_exact(_RULE_SPACE, before=_RULE_BEFORE)}"
        f'<w:ind w:left="{side}" w:right="{side}"/></w:pPr></w:p>'
    )
    return _paragraph(line.of, line.text, "<w:keepNext/>") + rule


def _differences(line: Line) -> str:
    """What of the paragraph is not as its style says."""
    moved = ""
    if line.left or line.hang:
        moved = (
            f'<w:ind w:left="{_twips(line.left + line.hang)}" '
            f'w:hanging="{_twips(line.hang)}"/>'
        )
    rank = f'<w:outlineLvl w:val="{line.rank - 1}"/>' if line.rank else ""
    return _on(line.keeps, "keepNext") + moved + rank


def _paragraph(of: Element, text: str, differences: str = "") -> str:
    run = f"<w:r>{_TEXT}{_broken(text)}</w:t></w:r>" if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{of}"/>{differences}</w:pPr>{run}</w:p>'


def _low(points: float) -> str:
    """An empty paragraph, so high, that stays with what follows."""
    return f"<w:p><w:pPr><w:keepNext/>{_exact(points)}</w:pPr></w:p>"


def _sides(sides: Sides) -> str:
    """Columns side by side: a table without borders, its row never divided."""
    cells = "".join(map(_column, sides.columns))
    return (
        f"{_table_head([column.width for column in sides.columns])}"
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
    )


def _column(column: Column) -> str:
    lines = [_line(line, column.width) for line in column.lines]
    return _cell(column.width, "".join(lines) or "<w:p/>")


def _grid(grid: Grid) -> str:
    widths = [f'<w:tcW w:w="{_twips(width)}" w:type="dxa"/>' for width in grid.widths]
    heads = "".join(
        f'<w:tc><w:tcPr>{width}<w:vAlign w:val="center"/></w:tcPr>'
        f"{_paragraph(Element.CELL_HEAD, head)}</w:tc>"
        for width, head in zip(widths, grid.heads, strict=True)
    )
    opened = [
        f'<w:tc><w:tcPr>{width}</w:tcPr><w:p><w:pPr><w:pStyle w:val="'
        f'{Element.FIGURE if place in grid.figures else Element.CELL}"/></w:pPr>'
        f"<w:r>{_TEXT}"
        for place, width in enumerate(widths)
    ]
    rows = "".join(
        _row(row, opened, whole=whole)
        for row, whole in zip(grid.rows, grid.whole, strict=True)
    )
    return (
        f"{_table_head(grid.widths, borders=True, caption=grid.caption)}"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>"
        f"{rows}</w:tbl>"
    )


def _row(row: tuple[str, ...], opened: list[str], *, whole: bool) -> str:
    said = "".join(
        f"{before}{_broken(cell)}</w:t></w:r></w:p></w:tc>"
        for before, cell in zip(opened, row, strict=True)
    )
    return f"<w:tr><w:trPr>{_on(whole, 'cantSplit')}</w:trPr>{said}</w:tr>"


def _table_head(
    widths: Iterable[float], *, borders: bool = False, caption: str = ""
) -> str:
    twips = [_twips(width) for width in widths]
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for edge in _EDGES
    )
    # Said also where it is none: not every office asks the style of the table.
    side = _twips(CELL_SIDE * borders)
    margins = "".join(
        f'<w:{edge} w:w="{side}" w:type="dxa"/>' for edge in ("left", "right")
    )
    bordered = f"<w:tblBorders>{edges}</w:tblBorders>"
    apart = f"<w:tblCellMar>{margins}</w:tblCellMar>"
    said = f'<w:tblCaption w:val="{escape(caption)}"/>' if caption else ""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(twips)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/>{bordered * borders}'
        f'<w:tblLayout w:type="fixed"/>{apart}{said}</w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>"
    )


def _cell(width: float, lines: str) -> str:
    tall = f'<w:tcPr><w:tcW w:w="{_twips(width)}" w:type="dxa"/></w:tcPr>'
    return f"<w:tc>{tall}{lines}</w:tc>"


def _broken(text: str) -> str:
    """Text as markup: a break where it has one, all else as it is."""
    said = escape(text, quote=False)
    return said.replace("\n", f"</w:t><w:br/>{_TEXT}") if "\n" in said else said


def _exact(points: float, *, before: float = 0) -> str:
    return (
        f'<w:spacing w:before="{_twips(before)}" w:after="0" w:line="{_twips(points)}" '
        'w:lineRule="exact"/>'
    )


def _on(is_on: bool, name: str) -> str:
    return f"<w:{name}/>" if is_on else ""


def _twips(points: float) -> int:
    return round(points * _TWIPS)


def _mm(millimetres: float) -> int:
    return _twips(millimetres * POINTS_PER_MM)
