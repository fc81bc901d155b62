"""The drawn lines of a page, and the grids that they make: tables with borders."""

import ctypes
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdfium2 import raw

from phoihop.reading.sources.printed.words import Sight, Word

# Lines nearer than this are one; a filled box thinner than this is a line.
NEAR, THIN = 2.5, 2.5
SHORTEST = 5.0
# No table of a paper has more; what has is a drawing.
MOST_LINES, MOST_COLUMNS, MOST_ROWS = 4_000, 60, 400
MOST_POINTS = 200
DEEPEST = 3


Box = tuple[float, float, float, float]
# A picture of more than this part of a page is the page itself, scanned.
SCAN = 0.5


@dataclass(slots=True)
class Rule:
    """A straight line: along ``at``, from ``start`` to ``end``."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Drawn:
    """What is drawn on a page beside its letters."""

    level: list[Rule] = field(default_factory=list)
    upright: list[Rule] = field(default_factory=list)
    # Boxes that cover what lies beneath: where they come in the order of drawing.
    covers: list[tuple[int, Box]] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    scans: list[Box] = field(default_factory=list)
    # The place of each piece of text in the order of drawing.
    order: dict[int, int] = field(default_factory=dict)
    count: int = 0


def drawn_on(page: Any, sight: Sight) -> Drawn:
    """The lines, boxes and pictures of a page."""
    drawn = Drawn()
    count = raw.FPDFPage_CountObjects(page.raw)
    things = (raw.FPDFPage_GetObject(page.raw, at) for at in range(count))
    _look(things, drawn, sight, None, 0)
    return drawn


def _look(
    things: Iterable[Any],
    drawn: Drawn,
    sight: Sight,
    outer: tuple[float, ...] | None,
    depth: int,
) -> None:
    for thing in things:
        if not thing:
            continue
        drawn.count += 1
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            drawn.order[ctypes.addressof(thing.contents)] = drawn.count
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            _take_path(thing, drawn, sight, outer)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            if box := _bounds(thing, sight, outer):
                _take_picture(box, drawn, sight)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            inner = _matrix(thing)
            count = raw.FPDFFormObj_CountObjects(thing)
            within = (raw.FPDFFormObj_GetObject(thing, at) for at in range(count))
            _look(within, drawn, sight, _times(inner, outer), depth + 1)


def _take_picture(box: Box, drawn: Drawn, sight: Sight) -> None:
    drawn.pictures.append(box)
    drawn.covers.append((drawn.count, box))
    if (box[2] - box[0]) * (box[3] - box[1]) > SCAN * sight.width * sight.height:
        drawn.scans.append(box)


def _matrix(thing: Any) -> tuple[float, ...]:
    m = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(thing, ctypes.byref(m))
    return (m.a, m.b, m.c, m.d, m.e, m.f)


def _times(
    inner: tuple[float, ...], outer: tuple[float, ...] | None
) -> tuple[float, ...]:
    if outer is None:
        return inner
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        *(a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s),
        *(e * p + f * r + t, e * q + f * s + u),
    )


def _put(point: tuple[float, float], matrix: tuple[float, ...]) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def _bounds(thing: Any, sight: Sight, outer: tuple[float, ...] | None) -> Box | None:
    edges = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(thing, *map(ctypes.byref, edges)):
        return None
    left, low, right, high = (edge.value for edge in edges)
    if outer is not None:
        (left, low), (right, high) = (
            _put((left, low), outer),
            _put((right, high), outer),
        )
    return sight.box(left, low, right, high)


def _take_path(
    thing: Any, drawn: Drawn, sight: Sight, outer: tuple[float, ...] | None
) -> None:
    box = _bounds(thing, sight, outer)
    if box is None:
        return
    x0, y0, x1, y1 = box
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(thing, ctypes.byref(fill), ctypes.byref(stroke))
    if not fill.value and not stroke.value:
        return
    if fill.value and x1 - x0 > THIN and y1 - y0 > THIN:
        color = [ctypes.c_uint(255) for _ in range(4)]
        raw.FPDFPageObj_GetFillColor(thing, *map(ctypes.byref, color))
        if color[3].value > 0:
            drawn.covers.append((drawn.count, box))
    if len(drawn.level) + len(drawn.upright) > MOST_LINES:
        return
    if y1 - y0 <= THIN:
        _add(drawn.level, (y0 + y1) / 2, x0, x1)
    elif x1 - x0 <= THIN:
        _add(drawn.upright, (x0 + x1) / 2, y0, y1)
    elif stroke.value:
        _take_strokes(thing, drawn, sight, outer)


def _add(rules: list[Rule], at: float, start: float, end: float) -> None:
    if end - start >= SHORTEST:
        rules.append(Rule(at, start, end))


def _take_strokes(
    thing: Any, drawn: Drawn, sight: Sight, outer: tuple[float, ...] | None
) -> None:
    """The straight pieces of a path of several."""
    count = raw.FPDFPath_CountSegments(thing)
    if count > MOST_POINTS:
        return
    matrix = _times(_matrix(thing), outer)
    x, y = ctypes.c_float(), ctypes.c_float()
    before = begun = (0.0, 0.0)
    for at in range(count):
        piece = raw.FPDFPath_GetPathSegment(thing, at)
        raw.FPDFPathSegment_GetPoint(piece, ctypes.byref(x), ctypes.byref(y))
        kind = raw.FPDFPathSegment_GetType(piece)
        here = sight.at(*_put((x.value, y.value), matrix))
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begun = here
        elif kind == raw.FPDF_SEGMENT_LINETO:
            _straight(drawn, before, here)
        if raw.FPDFPathSegment_GetClose(piece):
            _straight(drawn, here, begun)
        before = here


def _straight(drawn: Drawn, a: tuple[float, float], b: tuple[float, float]) -> None:
    if abs(a[1] - b[1]) < 1:
        _add(drawn.level, a[1], min(a[0], b[0]), max(a[0], b[0]))
    elif abs(a[0] - b[0]) < 1:
        _add(drawn.upright, a[0], min(a[1], b[1]), max(a[1], b[1]))


@dataclass(slots=True)
class Grid:
    """A table: its edges, and which cell each of its squares belongs to."""

    xs: list[float]
    ys: list[float]
    owner: list[list[tuple[int, int]]]
    words: dict[tuple[int, int], list[Word]] = field(default_factory=dict)

    @property
    def x0(self) -> float:
        """The left edge."""
        return self.xs[0]

    @property
    def x1(self) -> float:
        """The right edge."""
        return self.xs[-1]

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.ys[0]

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.ys[-1]

    def take(self, word: Word) -> bool:
        """Put a word into its cell, if it stands in this table."""
        x, y = (word.x0 + word.x1) / 2, word.base - word.size * 0.3
        if not (self.x0 < x < self.x1 and self.top < y < self.bottom):
            return False
        column = min(bisect_right(self.xs, x), len(self.xs) - 1) - 1
        row = min(bisect_right(self.ys, y), len(self.ys) - 1) - 1
        self.words.setdefault(self.owner[row][column], []).append(word)
        return True

    def rows(self) -> Iterator[list[list[Word]]]:
        """The words of each row, cell by cell; one cell if it spans the table."""
        for row, owners in enumerate(self.owner):
            own = set(owners)
            if not any(cell in self.words for cell in own if cell[0] == row):
                continue
            if len(own) == 1:
                yield [self.words[owners[0]]]
                continue
            yield [
                self.words.get((row, column), []) if owner == (row, column) else []
                for column, owner in enumerate(owners)
            ]


def grids_of(drawn: Drawn) -> list[Grid]:
    """The tables that lines make on a page."""
    level, upright = _merged(drawn.level), _merged(drawn.upright)
    if len(level) < 2 or len(upright) < 2 or len(level) * len(upright) > 200_000:
        return []
    found = (_grid(*group) for group in _touching(level, upright))
    return [grid for grid in found if grid]


def _merged(rules: list[Rule]) -> list[Rule]:
    """Pieces of one line joined."""
    merged: list[Rule] = []
    near: list[Rule] = []
    for rule in sorted(rules, key=lambda one: (one.at, one.start)):
        near = [one for one in near if rule.at - one.at <= NEAR]
        for one in near:
            if rule.start <= one.end + NEAR * 2 and rule.end >= one.start - NEAR * 2:
                one.start, one.end = min(one.start, rule.start), max(one.end, rule.end)
                break
        else:
            fresh = Rule(rule.at, rule.start, rule.end)
            merged.append(fresh)
            near.append(fresh)
    return merged


def _touching(
    level: list[Rule], upright: list[Rule]
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Lines that hang together."""
    left = set(range(len(upright)))
    waiting = set(range(len(level)))
    while waiting:
        rows, columns, fresh = {waiting.pop()}, set[int](), True
        while fresh:
            fresh = False
            for u in list(left):
                if any(_cross(level[r], upright[u]) for r in rows):
                    left.discard(u)
                    columns.add(u)
                    fresh = True
            for r in list(waiting):
                if any(_cross(level[r], upright[u]) for u in columns):
                    waiting.discard(r)
                    rows.add(r)
                    fresh = True
        yield [level[r] for r in rows], [upright[u] for u in columns]


def _cross(level: Rule, upright: Rule) -> bool:
    return (
        level.start - NEAR * 2 <= upright.at <= level.end + NEAR * 2
        and upright.start - NEAR * 2 <= level.at <= upright.end + NEAR * 2
    )


def _edges(rules: list[Rule], ends: Iterable[float]) -> list[float]:
    """The places of lines, and the ends of those that cross them, where one is open."""
    edges: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not edges or at - edges[-1] > NEAR:
            edges.append(at)
    reach = sorted(ends)
    if edges and reach and reach[0] < edges[0] - 8:
        edges.insert(0, reach[0])
    if edges and reach and reach[-1] > edges[-1] + 8:
        edges.append(reach[-1])
    return edges


def _grid(level: list[Rule], upright: list[Rule]) -> Grid | None:
    xs = _edges(upright, [end for rule in level for end in (rule.start, rule.end)])
    ys = _edges(level, [end for rule in upright for end in (rule.start, rule.end)])
    if not (3 <= len(xs) <= MOST_COLUMNS and 2 <= len(ys) <= MOST_ROWS):
        return None
    rows, columns = len(ys) - 1, len(xs) - 1
    owner = [[(row, column) for column in range(columns)] for row in range(rows)]
    for row in range(rows):
        middle = (ys[row] + ys[row + 1]) / 2
        for column in range(columns):
            centre = (xs[column] + xs[column + 1]) / 2
            if column and not _parted(upright, xs[column], middle):
                owner[row][column] = owner[row][column - 1]
            elif row and not _parted(level, ys[row], centre):
                owner[row][column] = owner[row - 1][column]
    return Grid(xs, ys, owner)


def _parted(rules: list[Rule], at: float, across: float) -> bool:
    return any(
        abs(rule.at - at) <= NEAR and rule.start - 1 <= across <= rule.end + 1
        for rule in rules
    )
