"""The text of each page of a .pdf in reading order, and where its words are seen."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from phoihop.reading import caps
from phoihop.reading.extracted import Remark, TableCell
from phoihop.reading.marks import mark_of
from phoihop.reading.sources.printed import margins, paragraphs
from phoihop.reading.sources.printed.columns import (
    Column,
    Piece,
    Run,
    columns_of,
    flowing,
    lines_of,
    runs_of,
)
from phoihop.reading.sources.printed.paragraphs import Measure
from phoihop.reading.sources.printed.rulings import Drawn, Grid, drawn_on, grids_of
from phoihop.reading.sources.printed.unseen import mark_unseen, zero_widths
from phoihop.reading.sources.printed.words import GLUED, NO_SPACE, Glyphs, Sight, Word
from phoihop.refusals import Refused

# A page whose last line stands above this part of it was not broken for want of room.
FULL_PAGE = 0.6


@dataclass(slots=True)
class Placed:
    """A word of the text and where it is seen: ``text[start:end]``."""

    start: int
    end: int
    word: Word


@dataclass(slots=True)
class Printed:
    """A page as text; ``aside`` is what was put aside of its margins."""

    text: str = ""
    aside: str = ""
    words: list[Placed] = field(default_factory=list)
    cells: list[TableCell] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    aside_remarks: list[Remark] = field(default_factory=list)


@dataclass(slots=True)
class Sheet:
    """What stands on a page before it is put in order."""

    words: list[Word]
    drawn: Drawn
    width: float
    height: float
    # Words drawn as lines are as silent as a scan.
    pictured: bool = False


def sheet_of(page: Any) -> Sheet:
    """The words and lines of a page of pdfium."""
    sight = Sight(page)
    glyphs = Glyphs(page, sight)
    words = list(glyphs.words())
    glyphs.close()
    drawn = drawn_on(page, sight) if words else Drawn()
    mark_unseen(words, drawn, page, (sight.width, sight.height))
    pictured = not words and any(True for _ in page.get_objects())
    return Sheet(words, drawn, sight.width, sight.height, pictured)


def sheets_of(document: Any) -> list[Sheet]:
    """What stands on every page of a document of pdfium."""
    sheets: list[Sheet] = []
    letters = 0
    for number in range(len(document)):
        page = document[number]
        sheet = sheet_of(page)
        letters += sum(len(word.text) for word in sheet.words)
        if letters > caps.CHARACTERS:
            raise Refused("file.text_too_long", field="file")
        sheets.append(sheet)
        page.close()
    return sheets


def printed(sheets: list[Sheet]) -> Iterator[Printed]:
    """The text of each page, in order; what spans two pages is not cut."""
    aside = margins.set_aside([(s.words, s.drawn, s.height) for s in sheets])
    laid = [_laid(sheet, out) for sheet, out in zip(sheets, aside, strict=True)]
    measures = _measures(laid)
    for at, page in enumerate(laid):
        writer = Writer()
        writer.write(page, measures[at])
        if at + 1 < len(laid) and _spans(page, measures[at], laid[at + 1]):
            writer.leave_open()
        done = writer.done()
        over = Writer()
        over.lines(aside[at])
        rest = over.done()
        done.aside, done.aside_remarks = rest.text, rest.remarks
        yield done


@dataclass(slots=True)
class Laid:
    """A page cut into columns, each from top to bottom."""

    width: float
    height: float
    columns: list[tuple[Column, list[Piece]]]

    def wide(self) -> list[Run]:
        """The lines that stand in no narrow column."""
        return [
            one
            for column, pieces in self.columns
            if not column.narrow
            for one in pieces
            if isinstance(one, Run)
        ]


def _laid(sheet: Sheet, aside: list[list[Word]]) -> Laid:
    out = {id(word) for line in aside for word in line}
    grids = grids_of(sheet.drawn)
    free: list[Word] = []
    elsewhere: list[Word] = []
    for word in sheet.words:
        if id(word) in out:
            continue
        if not word.ink.upright or word.unseen == "off_page":
            elsewhere.append(word)
        elif not any(grid.take(word) for grid in grids):
            free.append(word)
    pieces: list[Piece] = [*runs_of(free), *(grid for grid in grids if grid.words)]
    columns = columns_of(pieces)
    if elsewhere:
        columns.append(Column(list(runs_of(elsewhere)), narrow=True))
    return Laid(
        sheet.width,
        sheet.height,
        [(column, list(flowing(column.pieces))) for column in columns],
    )


def _measures(laid: list[Laid]) -> list[Measure]:
    """How each page is set; a page of a few short lines is set as the others are."""
    own = [paragraphs.measure_of(page.wide(), width=page.width) for page in laid]
    widest: dict[int, Measure] = {}
    for page, measure in zip(laid, own, strict=True):
        known = widest.get(round(page.width))
        if page.wide() and (known is None or measure.right > known.right):
            widest[round(page.width)] = measure
    measures = []
    for page, measure in zip(laid, own, strict=True):
        lines = page.wide()
        full = sum(line.x1 > measure.right - 3 for line in lines)
        common = widest.get(round(page.width), measure)
        settled = full >= 5
        measures.append(
            Measure(
                measure.left if settled else min(measure.left, common.left),
                measure.right
                if settled
                else max(common.right, _mirrored(page, measure)),
                measure.pitch if settled else common.pitch or measure.pitch,
                measure.indents if settled else common.indents,
            )
        )
    return measures


def _mirrored(page: Laid, measure: Measure) -> float:
    """The right margin, if it is as wide as the left one."""
    return page.width - measure.left if page.wide() else 0.0


def _spans(page: Laid, measure: Measure, after: Laid) -> bool:
    """Whether the last sentence of a page goes on at the top of the next one."""
    if not page.columns or not after.columns:
        return False
    (column, pieces), (below, following) = page.columns[-1], after.columns[0]
    last, line = pieces[-1], following[0]
    if column.narrow or below.narrow:
        return False
    if not (isinstance(last, Run) and isinstance(line, Run)):
        return False
    left = min(run.x0 for run in after.wide())
    begins_small = line.words[0].text[:1].islower()
    return (
        last.base > page.height * FULL_PAGE
        and paragraphs.is_full(last, line, measure)
        and abs(last.size - line.size) < 1
        and mark_of(line.text) is None
        and line.x0 < left + paragraphs.INDENT * line.size
        and (begins_small or not last.text.endswith(paragraphs.ENDED))
    )


class Writer:
    """The text of a page while it is put together, and the place of each word."""

    def __init__(self) -> None:
        """Empty."""
        self.pieces: list[str] = []
        self.length = 0
        self.page = Printed()
        self.tables = 0

    def write(self, page: Laid, measure: Measure) -> None:
        """All columns, one after the other."""
        for column, pieces in page.columns:
            waiting: list[Run] = []
            for piece in pieces:
                if isinstance(piece, Run):
                    waiting.append(piece)
                    continue
                self._paragraphs(waiting, measure, narrow=column.narrow)
                waiting = []
                self._table(piece)
            self._paragraphs(waiting, measure, narrow=column.narrow)

    def lines(self, lines: list[list[Word]]) -> None:
        """Each line by itself."""
        for line in lines:
            self._line(line)
            self._add("\n")

    def leave_open(self) -> None:
        """The last sentence goes on with the next page."""
        if self.pieces and self.pieces[-1] == "\n":
            self.pieces[-1] = " "

    def done(self) -> Printed:
        """The page."""
        self.page.text = "".join(self.pieces)
        self.page.remarks += [
            Remark(start, end, "zero_width")
            for start, end in zero_widths(self.page.text)
        ]
        self.page.remarks.sort(key=lambda remark: (remark.start, remark.end))
        return self.page

    def _add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def _paragraphs(self, lines: list[Run], measure: Measure, *, narrow: bool) -> None:
        if narrow and lines:
            measure = paragraphs.measure_of(lines, width=measure.right)
        for group in paragraphs.paragraphs_of(lines, measure, narrow=narrow):
            for at, line in enumerate(group):
                if at and not _is_cut(group[at - 1], line):
                    self._add(" ")
                self._line(line.words)
            self._add("\n")

    def _line(self, words: list[Word]) -> None:
        for at, word in enumerate(words):
            gap = word.x0 - words[at - 1].x1 if at else 0
            least = GLUED if word.glued else NO_SPACE
            if gap > least * min(word.size, word.ink.width):
                self._add(" ")
            self._word(word)

    def _word(self, word: Word) -> None:
        start = self.length
        self._add(word.text)
        self.page.words.append(Placed(start, self.length, word))
        if word.unseen:
            self._remark(start, word.unseen)

    def _remark(self, start: int, kind: str) -> None:
        """The words up to here are not seen; those side by side are one remark."""
        said = self.page.remarks
        gap = 1 if start and self.pieces[-2].isspace() else 0
        if said and said[-1].end == start - gap and said[-1].kind == kind:
            start = said.pop().start
        said.append(Remark(start, self.length, kind))

    def _table(self, grid: Grid) -> None:
        self.tables += 1
        for row, cells in enumerate(grid.rows(), 1):
            for column, words in enumerate(cells, 1):
                if column > 1:
                    self._add("\t")
                start = self.length
                for at, line in enumerate(lines_of(words)):
                    if at:
                        self._add(" ")
                    self._line(line)
                self.page.cells.append(
                    TableCell(start, self.length, self.tables, row, column)
                )
            self._add("\n")


def _is_cut(above: Run, line: Run) -> bool:
    """Whether the width has cut a number or a symbol: 12/KH-|UBND, 2021-|2025."""
    end, begin = above.words[-1].text, line.words[0].text
    return len(end) > 1 and end.endswith(("/", "-")) and begin[:1].isalnum()
