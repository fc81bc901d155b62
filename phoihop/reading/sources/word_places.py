"""Where frames, boxes and paragraphs of a .docx stand: on the page or beside it."""

import re

from phoihop.reading.sources.colours import Colour, of_hex
from phoihop.reading.sources.markup import Element
from phoihop.reading.sources.word_styles import Styles, W, child, number, value

# Lengths in twentieths of a point; A4 where a paper says nothing of its pages.
A4 = 16_838
# What begins this far outside of the text may still reach into the page's margin.
MARGIN = 2_000
# Indents of honest papers go a little into the margin.
FARTHEST_INDENT = 2_880
EMU = 635
SMALLEST_LINE = 80
LENGTH = re.compile(r"(-?\d{1,9}(?:\.\d{0,9})?)\s*(pt|px|in|cm|mm)?")
TWIPS = {"pt": 20.0, "px": 15.0, "in": 1440.0, "cm": 567.0, "mm": 56.7, None: 0.0}
MOST_ABOVE = 12
# What a frame is placed by, and the word for it at a table.
FLOATING = {"hAnchor": "horzAnchor", "vAnchor": "vertAnchor"}
UNKNOWN_FILLS = ("gradFill", "blipFill", "pattFill")


def page_of(root: Element) -> int:
    """The longer side of the largest page, so that what lies beyond it lies outside."""
    sides = [
        number(value(size, side)) or 0
        for size in root.iter(*(f"{space}pgSz" for space in W))
        for side in ("w", "h")
    ]
    return max(sides, default=0) or A4


def is_off(start: int, length: int, *, page: int, from_page: bool) -> bool:
    """Whether something lies wholly outside of the page."""
    return start + length <= (0 if from_page else -MARGIN) or start >= page


def frame_is_off(frame: Element, page: int) -> bool:
    """Whether a frame, or a table that floats, stands outside of its page."""
    for side, length, anchor in (("x", "w", "hAnchor"), ("y", "h", "vAnchor")):
        said = value(frame, side) or value(frame, f"tblp{side.upper()}")
        start = number(said)
        if start is None:
            continue
        known = number(value(frame, length)) or 0
        said = value(frame, anchor) or value(frame, FLOATING[anchor])
        from_page = said == "page"
        if is_off(start, known, page=page, from_page=from_page):
            return True
    return False


def indent_is_off(indent: Element, page: int) -> bool:
    """Whether a paragraph is pushed out of its page to the left or to the right."""
    start = number(value(indent, "left") or value(indent, "start")) or 0
    first = number(value(indent, "firstLine")) or 0
    first -= number(value(indent, "hanging")) or 0
    is_left = start <= -FARTHEST_INDENT or start + first <= -FARTHEST_INDENT * 2
    return is_left or start + max(first, 0) >= page


def line_is_shut(spacing: Element) -> bool:
    """Whether lines are so low that no letter fits in."""
    if value(spacing, "lineRule") != "exact":
        return False
    height = number(value(spacing, "line"))
    return height is not None and height < SMALLEST_LINE


def box_kind(box: Element, page: int) -> str:
    """Why a text box is not seen: it stands off the page, or is marked hidden."""
    for above in _above(box):
        name = above.tag.rpartition("}")[2]
        if name in ("anchor", "inline"):
            return _of_drawing(above, page)
        style = above.get("style", "").lower().replace(" ", "")
        if "visibility:hidden" in style:
            return "marked_hidden"
        if "position:absolute" in style and _style_is_off(style, page):
            return "off_page"
    return ""


def _of_drawing(drawing: Element, page: int) -> str:
    about = next(drawing.iterchildren("{*}docPr"), None)
    if about is not None and about.get("hidden") in ("1", "true"):
        return "marked_hidden"
    extent = next(drawing.iterchildren("{*}extent"), None)
    for axis, side in (("positionH", "cx"), ("positionV", "cy")):
        for position in drawing.iterchildren("{*}" + axis):
            said = position.findtext("{*}posOffset") or ""
            start = number(said)
            length = None if extent is None else number(extent.get(side, ""))
            from_page = position.get("relativeFrom") == "page"
            if start is not None and is_off(
                start // EMU, (length or 0) // EMU, page=page, from_page=from_page
            ):
                return "off_page"
    return ""


def _style_is_off(style: str, page: int) -> bool:
    said = dict(pair.split(":", 1) for pair in style.split(";") if pair.count(":") == 1)
    for side, length in (("left", "width"), ("top", "height")):
        start = twips(said.get(f"margin-{side}", "")) or twips(said.get(side, ""))
        known = twips(said.get(length, "")) or 0
        if start is not None and is_off(start, known, page=page, from_page=False):
            return True
    return False


def twips(said: str) -> int | None:
    """A length of a style sheet; None for what is none."""
    found = LENGTH.fullmatch(said.strip())
    if not found:
        return None
    return round(float(found.group(1)) * TWIPS[found.group(2)])


def box_ground(run: Element, styles: Styles) -> tuple[bool, Colour | None]:
    """(whether anybody can say, the colour that fills the box around some words)."""
    for above in run.iterancestors():
        name = above.tag.rpartition("}")[2]
        if name == "wsp":
            return _shape_ground(above, styles)
        fill = above.get("fillcolor")
        if fill is not None and above.get("filled", "t") not in ("f", "false"):
            word = fill.split(" ", 1)[0]
            return of_hex(word) is not None, of_hex(word)
    return True, None


def _shape_ground(shape: Element, styles: Styles) -> tuple[bool, Colour | None]:
    about = next(shape.iterchildren("{*}spPr"), None)
    for fill in () if about is None else about.iterchildren("{*}*"):
        name = fill.tag.rpartition("}")[2]
        if name in UNKNOWN_FILLS:
            return False, None
        if name == "noFill":
            return True, None
        if name == "solidFill":
            return _drawn(fill, styles)
    for style in shape.iter("{*}fillRef"):
        if style.get("idx", "0") != "0":
            return _drawn(style, styles)
    return True, None


def _drawn(fill: Element, styles: Styles) -> tuple[bool, Colour | None]:
    """A colour as drawings say it; one that is changed afterwards cannot be told."""
    colour = next(fill.iterchildren("{*}*"), None)
    if colour is None or len(colour):
        return False, None
    found = styles.named(colour.get("val", ""))
    return found is not None, found


def _above(box: Element) -> list[Element]:
    found = []
    for above in box.iterancestors():
        found.append(above)
        if len(found) > MOST_ABOVE:
            break
    return found


def is_clear(fill: Element) -> bool:
    """Whether words are filled with nothing, or with a colour that is let through."""
    if next(fill.iter("{*}noFill"), None) is not None:
        return True
    return any(
        (number(value14(alpha)) or 0) >= MOSTLY_CLEAR for alpha in fill.iter("{*}alpha")
    )


# Of a hundred thousand: how much of the ground comes through the letters.
MOSTLY_CLEAR = 90_000


def value14(element: Element) -> str:
    """The value of an element whose attributes stand in a space of their own."""
    return next((said for key, said in element.items() if key.endswith("val")), "")


def shade_of(holder: Element, word: str) -> Element:
    """The shading that a paragraph, a cell or a table has of its own."""
    return child(child(holder, word), "shd")
