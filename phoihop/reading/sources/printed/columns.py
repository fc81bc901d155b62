"""Lines of a page, and the columns into which a gutter cuts some of them.

The head and the foot of an official paper stand in two columns: who issues and the
number beside the motto and the day, who receives beside who signs. A gutter is a gap
far wider than the spaces of its line which goes on through the lines below it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from phoihop.reading.marks import mark_of
from phoihop.reading.sources.printed.rulings import Grid
from phoihop.reading.sources.printed.words import Word

# In parts of the size of the type.
SAME_LINE = 0.45
GUTTER = 0.9
USUAL_SPACE = 0.28
# How many times wider than the other spaces of its line a gap must be.
WIDER = 2.2
NARROWEST = 5.0
# A column that is narrower than this part of the text is a list of marks or numbers.
SHARE = 0.12
FAR_BELOW = 45.0
DEEPEST = 3


@dataclass(slots=True)
class Run:
    """Words side by side on a line with no gutter between them."""

    words: list[Word]
    x0: float = 0.0
    x1: float = 0.0
    base: float = 0.0
    size: float = 0.0

    def __post_init__(self) -> None:
        self.x0 = min([word.x0 for word in self.words])
        self.x1 = max([word.x1 for word in self.words])
        largest = max(self.words, key=lambda word: word.ink.size)
        self.size, self.base = largest.ink.size, largest.base

    @property
    def top(self) -> float:
        """About where its letters begin."""
        return self.base - self.size * 0.8

    @property
    def bottom(self) -> float:
        """About where its letters end."""
        return self.base + self.size * 0.2

    @property
    def text(self) -> str:
        """Its words with single spaces."""
        return " ".join(word.text for word in self.words)


Piece = Run | Grid


@dataclass(slots=True)
class Column:
    """Pieces that are read from top to bottom; ``narrow``: beside another column."""

    pieces: list[Piece] = field(default_factory=list)
    narrow: bool = False


def lines_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words on the same line, from left to right; lines from top to bottom."""
    lines: list[list[Word]] = []
    base, size = 0.0, 0.0
    for word in sorted(words, key=lambda one: one.base):
        own = word.ink.size
        if lines and word.base - base < SAME_LINE * (own if own > size else size):
            lines[-1].append(word)
            size = own if own > size else size
        else:
            lines.append([word])
            base, size = word.base, own
    for line in lines:
        line.sort(key=lambda one: one.x0)
    return lines


def runs_of(words: Iterable[Word]) -> list[Run]:
    """The lines, cut where a gap is far wider than the other spaces of its line."""
    runs: list[Run] = []
    for line in lines_of(words):
        size = max(word.size for word in line)
        gaps = [b.x0 - a.x1 for a, b in pairwise(line)]
        others = sorted(gaps)[:-1]
        usual = others[len(others) // 2] if others else USUAL_SPACE * size
        widest = max(GUTTER * size, WIDER * usual)
        begun = 0
        for at, gap in enumerate(gaps, 1):
            if gap > widest:
                runs.append(Run(line[begun:at]))
                begun = at
        runs.append(Run(line[begun:]))
    return runs


def columns_of(pieces: list[Piece], depth: int = 0) -> list[Column]:
    """The columns of a page in the order in which they are read."""
    waiting = sorted(pieces, key=lambda one: (_top(one), one.x0))
    columns = [Column()]
    while waiting:
        band = _first_band(waiting) if depth < DEEPEST else None
        if band is None:
            columns[-1].pieces += waiting
            break
        left, right = band
        inside = {id(one) for one in (*left, *right)}
        first = min(_top(one) for one in (*left, *right))
        before = [one for one in waiting if id(one) not in inside and _top(one) < first]
        columns[-1].pieces += before
        for side in (left, right):
            within = columns_of(side, depth + 1)
            columns += [Column(one.pieces, narrow=True) for one in within]
        columns.append(Column())
        done = inside | {id(one) for one in before}
        waiting = [one for one in waiting if id(one) not in done]
    return [column for column in columns if column.pieces]


def _top(piece: Piece) -> float:
    return piece.top


def _beside(a: Piece, b: Piece) -> bool:
    """Whether two pieces stand at the same height."""
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    return shared > 0.3 * min(a.bottom - a.top, b.bottom - b.top)


def _first_band(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]] | None:
    """The uppermost lines with a gutter through them: those left and right of it."""
    whole = max(one.x1 for one in pieces) - min(one.x0 for one in pieces)
    for place, first in enumerate(pieces):
        for second in pieces[place + 1 : place + 6]:
            if not _beside(first, second):
                continue
            a, b = sorted((first, second), key=lambda one: one.x0)
            if b.x0 - a.x1 < NARROWEST:
                continue
            band = _grown(pieces, a, b)
            if band and _holds(*band, whole):
                return band
    return None


def _grown(
    pieces: list[Piece], a: Piece, b: Piece
) -> tuple[list[Piece], list[Piece]] | None:
    """All pieces through which the gutter between two goes on."""
    low, high = a.x1, b.x0
    sides: tuple[list[Piece], list[Piece]] = ([a], [b])
    bottom = max(a.bottom, b.bottom)
    start = min(_top(a), _top(b))
    for one in pieces:
        if one is a or one is b or _top(one) < start:
            continue
        if _top(one) - bottom > FAR_BELOW:
            break
        on_right = _side(one, low, high)
        if on_right is None:
            break
        fresh = (low, min(high, one.x0)) if on_right else (max(low, one.x1), high)
        if fresh[1] - fresh[0] < NARROWEST:
            break
        low, high = fresh
        sides[on_right].append(one)
        bottom = max(bottom, one.bottom)
    left, right = _trimmed(*sides)
    return left, _with_above(pieces, right, low)


def _side(one: Piece, low: float, high: float) -> int | None:
    """0 for left of the gutter, 1 for right of it, None for through it."""
    if one.x0 < low:
        return 0 if one.x1 < high - NARROWEST else None
    if one.x1 > high:
        return 1
    return int(one.x0 - low > high - one.x1)


def _trimmed(left: list[Piece], right: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Without what comes below both columns: a heading may stand to one side."""
    both = min(max(one.bottom for one in left), max(one.bottom for one in right))
    last = min((_top(one) for one in right if _top(one) > both), default=None)
    left = [one for one in left if last is None or _top(one) < last]
    right = [one for one in right if _top(one) <= both]
    end = both
    kept = []
    for one in left:
        if _top(one) > end + 1.2 * (one.bottom - one.top):
            break
        end = max(end, one.bottom)
        kept.append(one)
    return kept, right


def _with_above(pieces: list[Piece], right: list[Piece], low: float) -> list[Piece]:
    """And the lines right above the right column: whom a signer signs for."""
    top = min(_top(one) for one in right)
    above = []
    for one in sorted(pieces, key=_top, reverse=True):
        if one in right or _top(one) >= top:
            continue
        near = top - one.bottom < 0.9 * (one.bottom - one.top)
        if isinstance(one, Grid) or not near or one.x0 <= low:
            break
        above.append(one)
        top = _top(one)
    return [*reversed(above), *right]


def _holds(left: list[Piece], right: list[Piece], whole: float) -> bool:
    """Whether both sides are columns of text, and no list of marks or page numbers."""
    rows = sum(any(_beside(a, b) for b in right) for a in left)
    widths = [
        max(o.x1 for o in side) - min(o.x0 for o in side) for side in (left, right)
    ]
    if min(widths) < SHARE * whole:
        return False
    if all(isinstance(one, Run) and _is_mark(one) for one in left):
        return False
    gap = min(one.x0 for one in right) - max(one.x1 for one in left)
    size = max((one.size for one in left if isinstance(one, Run)), default=12.0)
    return rows > 1 or len(left) + len(right) > 3 or gap > 2.5 * size


def _is_mark(run: Run) -> bool:
    found = mark_of(run.text + " x")
    return found is not None and found.length >= len(run.text)


def flowing(pieces: list[Piece]) -> Iterator[Piece]:
    """Pieces of one column from top to bottom, runs of one line joined."""
    runs = [one for one in pieces if isinstance(one, Run)]
    lines: list[Piece] = [
        Run(line) for line in lines_of(word for run in runs for word in run.words)
    ]
    grids = [one for one in pieces if isinstance(one, Grid)]
    yield from sorted([*lines, *grids], key=lambda one: one.top)
