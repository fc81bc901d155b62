"""A paper laid out on its page: which line stands where, in which words. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from phoihop.drafting.ends import centred, day_line, foot, head, number_line, ruled
from phoihop.drafting.layout import (
    CELL_SIDE,
    PAGE,
    SIZES,
    Element,
    Grid,
    Laid,
    Line,
    Page,
    Piece,
    Section,
)
from phoihop.drafting.marks import roman
from phoihop.drafting.paper import (
    Annex,
    Block,
    Form,
    Heading,
    Level,
    Paper,
    Paragraph,
    Table,
)
from phoihop.drafting.widths import lines_of, width_of
from phoihop.drafting.wording import BLANK, bound, clean, ended

LETTER = "Công văn"

# A row higher than this part of a page may be divided: one higher than the page must.
_WHOLE_ROW = 0.5
# A line of a cell is as high as this much of its size.
_LINE = 1.15
_ORDER = (Level.PART, Level.SECTION, Level.ITEM)
_ELEMENTS = {
    Level.PART: Element.PART,
    Level.SECTION: Element.SECTION,
    Level.ITEM: Element.ITEM,
}


def lay_out(paper: Paper) -> Laid:
    """The paper, line by line. ValueError: a row that is not as long as its heads."""
    title = " ".join(filter(None, (_kind(paper), clean(paper.subject))))
    return Laid(
        form=paper.form,
        title=title.replace("\n", " "),
        author=", ".join(clean(issuer.name) for issuer in paper.issuers),
        sections=(
            Section(PAGE, tuple(_main(paper))),
            *(_annex(paper, place) for place in range(len(paper.annexes))),
        ),
    )


def _main(paper: Paper) -> Iterator[Piece]:
    yield from head(paper)
    if paper.kind:
        yield Line(Element.KIND, clean(paper.kind).upper(), rank=1)
        yield ruled(paper.form, Element.SUBJECT, bound(paper.subject), PAGE.text_width)
    yield Line(Element.AFTER, "")
    yield from _addressed(paper)
    yield from _bases(paper.bases)
    body = list(_body(paper, paper.blocks, PAGE, above=1 if paper.kind else 0))
    if body and isinstance(body[-1], Line):
        # No signature stands on a page without a line of what was signed.
        body[-1] = replace(body[-1], keeps=True)
    yield from body
    yield from foot(paper)


# Between head and body


def _addressed(paper: Paper) -> Iterator[Line]:
    size = SIZES[paper.form][Element.ADDRESSED].size
    words = f"Kính gửi:{BLANK}"
    names = [bound(name) for name in paper.addressees]
    if not names:
        return
    if len(names) == 1:
        wide = width_of(words + names[0], size)
        left = max((PAGE.text_width - wide) / 2, size * 2)
        yield Line(
            Element.ADDRESSED,
            words + names[0],
            left=left,
            hang=width_of(words, size),
        )
    else:
        left = PAGE.text_width / 5
        yield Line(Element.ADDRESSED, words.strip(BLANK), left=left)
        # II.9.d: the dashes stand under the colon.
        left += width_of("Kính gửi", size)
        dash = f"-{BLANK}"
        for place, name in enumerate(names, 1):
            said = ended(name, "." if place == len(names) else ";")
            hang = width_of(dash, size)
            yield Line(Element.ADDRESSEE, dash + said, left=left, hang=hang)
    yield Line(Element.AFTER, "")


def _bases(bases: tuple[str, ...]) -> Iterator[Line]:
    for place, basis in enumerate(bases, 1):
        sign = "." if place == len(bases) else ";"
        yield Line(Element.BASIS, ended(bound(basis), sign))


# The body


def _body(
    paper: Paper, blocks: tuple[Block, ...], page: Page, *, above: int
) -> Iterator[Piece]:
    """The blocks; ``above`` is the rank of the heading that they stand under."""
    present = [
        level
        for level in _ORDER
        if any(isinstance(block, Heading) and block.level is level for block in blocks)
    ]
    last = above
    for place, block in enumerate(blocks, 1):
        if isinstance(block, Heading):
            # A level is never passed over: readers by ear would look for it.
            last = min(above + 1 + present.index(block.level), last + 1)
            yield Line(_ELEMENTS[block.level], _heading(block), rank=last)
        elif isinstance(block, Paragraph):
            is_last = place == len(blocks)
            line = _paragraph(block, ends=is_last and paper.form is Form.STATE)
            # What leads to a list stays with its first item.
            yield replace(line, keeps=line.text.endswith(":") and not is_last)
        else:
            yield from _table(paper.form, block, page)


def _heading(heading: Heading) -> str:
    text = bound(heading.text)
    if heading.level is not Level.ITEM:
        text = text.upper()
    marker = bound(heading.marker)
    # "Phần I" on a line of its own, its title beneath (II.6.đ).
    between = "\n" if heading.level is Level.PART else " "
    return between.join(filter(None, (marker, text)))


def _paragraph(paragraph: Paragraph, *, ends: bool) -> Line:
    text = " ".join(filter(None, (clean(paragraph.marker), bound(paragraph.text))))
    if ends and text:
        # The sign at which a state paper ends (specimens of appendix III).
        text = f"{text.rstrip(' .,;/')}./."
    return Line(Element.ITALIC if paragraph.italic else Element.TEXT, text)


def _table(form: Form, table: Table, page: Page) -> Iterator[Piece]:
    parts = table.widths or (1,) * len(table.heads)
    if len(parts) != len(table.heads):
        raise ValueError("A table has as many widths as heads.")
    widths = tuple(page.text_width * part / sum(parts) for part in parts)
    rows = tuple(tuple(map(bound, row)) for row in table.rows)
    if any(len(row) != len(table.heads) for row in rows):
        raise ValueError("A row of a table has as many cells as the table has heads.")
    caption = bound(table.caption)
    if caption:
        yield Line(Element.CAPTION, caption)
    yield Grid(
        heads=tuple(map(bound, table.heads)),
        rows=rows,
        widths=widths,
        figures=table.numeric,
        whole=tuple(_is_whole(form, row, widths, page) for row in rows),
        caption=caption,
    )
    yield Line(Element.AFTER, "")


def _is_whole(
    form: Form, row: tuple[str, ...], widths: tuple[float, ...], page: Page
) -> bool:
    """Whether the row is low enough to be kept whole: about half a page."""
    size = SIZES[form][Element.CELL].size
    lines = page.text_height * _WHOLE_ROW / size / _LINE
    return all(
        # Seldom is it near: then the words are measured.
        ("\n" not in cell and len(cell) * size < width * lines / 2)
        or lines_of(cell, size, width - 2 * CELL_SIDE) < lines
        for cell, width in zip(row, widths, strict=True)
    )


# Appendices


def _annex(paper: Paper, place: int) -> Section:
    annex = paper.annexes[place]
    page = PAGE.landscape if annex.landscape else PAGE
    return Section(page, tuple(_annex_pieces(paper, annex, place, page)))


def _annex_pieces(
    paper: Paper, annex: Annex, place: int, page: Page
) -> Iterator[Piece]:
    # III.1.a: two or more are numbered.
    number = f"{BLANK}{roman(place + 1)}" if len(paper.annexes) > 1 else ""
    title = bound(annex.title).upper()
    heading = "\n".join(filter(None, (f"Phụ lục{number}", title)))
    yield replace(centred(paper.form, Element.ANNEX, heading, page.text_width), rank=1)
    yield ruled(paper.form, Element.ANNEX_NOTE, note_line(paper), page.text_width)
    yield Line(Element.AFTER, "")
    yield from _body(paper, annex.blocks, page, above=1)


def note_line(paper: Paper) -> str:
    """What an appendix says of its paper: "(Kèm theo Báo cáo số ... của ...)"."""
    number = number_line(paper).removeprefix("Số").lstrip(f":{BLANK}")
    if not paper.number:
        number = BLANK * 7 + number
    bodies = _listed(clean(issuer.name) for issuer in paper.issuers)
    day = day_line(paper)
    if not (paper.day or paper.year):
        day += BLANK * 4
    kind = _kind(paper).capitalize()
    return f"(Kèm theo {kind} số{BLANK}{number} {day} của {bodies})"


def _kind(paper: Paper) -> str:
    return clean(paper.kind) or LETTER


def _listed(names: Iterable[str]) -> str:
    said = list(names)
    return " và ".join(filter(None, (", ".join(said[:-1]), *said[-1:])))
