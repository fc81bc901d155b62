"""Lines of a column joined to paragraphs.

A line goes on with the one above it if the first of its words would not have had room
there: then the width has broken the line, and no person. Marks, indents, the size of
the type and the distance of lines say where a paragraph begins all the same.
"""

from dataclasses import dataclass
from itertools import pairwise

from phoihop.reading.marks import mark_of
from phoihop.reading.sources.printed.columns import Run

# In parts of the size of the type.
INDENT, ROOM, FLUSH = 0.7, 0.35, 0.3
OTHER_SIZE = 1.12
LOOSER = 1.3
ENDED = (".", ";", ":", "!", "?")
# A column beside another one is lines that a person has broken, unless it is as long
# as a column of a newspaper.
LONG_COLUMN = 14
# In words: a line of a head that may have been broken by the width.
LONG_LINE = 5


@dataclass(slots=True)
class Measure:
    """How a page is set: its margins, and how far its lines are apart."""

    left: float
    right: float
    pitch: float
    # Whether paragraphs begin further in than they go on.
    indents: bool = False


@dataclass(slots=True)
class Paragraph:
    """The lines of a paragraph so far."""

    lines: list[Run]
    marked: bool = False

    @property
    def last(self) -> Run:
        """The line that stands lowest."""
        return self.lines[-1]

    @property
    def indented(self) -> bool:
        """Whether the first line stands further in than the rest."""
        if len(self.lines) < 2:
            return False
        return self.lines[0].x0 > self.lines[1].x0 + INDENT * self.lines[0].size


def measure_of(runs: list[Run], *, width: float) -> Measure:
    """The margins of what is set in one column, and the usual pitch of its lines."""
    if not runs:
        return Measure(0, width, 0)
    lines = sorted(runs, key=lambda run: run.base)
    pitches = sorted(
        b.base - a.base
        for a, b in pairwise(lines)
        if 0.9 * a.size < b.base - a.base < 3 * a.size
    )
    pitch = pitches[len(pitches) // 3] if pitches else 0
    left = min(run.x0 for run in runs)
    flush = sum(run.x0 < left + FLUSH * run.size for run in runs)
    return Measure(
        left, max(run.x1 for run in runs), pitch, len(runs) // 3 < flush < len(runs)
    )


def goes_on(paragraph: Paragraph, line: Run, measure: Measure) -> bool:
    """Whether ``line`` belongs to the paragraph above it."""
    above = paragraph.last
    size = above.size
    # A title is broken where its sense allows, and goes on with a small letter.
    is_title = (
        _is_centred(above, measure)
        and _is_centred(line, measure)
        and line.words[0].text[:1].islower()
        and not above.text.endswith(ENDED)
    )
    if not is_title and not is_full(above, line, measure):
        return False
    if max(size, line.size) > OTHER_SIZE * min(size, line.size):
        return False
    pitch = line.base - above.base
    if measure.pitch and pitch > LOOSER * max(measure.pitch, 1.1 * size):
        return False
    return is_title or follows(paragraph, line, measure)


def is_full(above: Run, line: Run, measure: Measure) -> bool:
    """Whether the first word of ``line`` would not have had room above."""
    first = line.words[0]
    space = ROOM * above.size
    if _is_centred(above, measure) and _is_centred(line, measure):
        return above.x1 - above.x0 + first.x1 - first.x0 + space > _room(measure)
    return above.x1 + space + first.x1 - first.x0 > measure.right


def _room(measure: Measure) -> float:
    return measure.right - measure.left


def _is_centred(line: Run, measure: Measure) -> bool:
    """Whether both margins are far, and equally far."""
    left, right = line.x0 - measure.left, measure.right - line.x1
    return abs(left - right) < line.size and left > 2 * INDENT * line.size


def follows(paragraph: Paragraph, line: Run, measure: Measure) -> bool:
    """Whether a line behind a full one goes on, by its indent, mark and first word."""
    step = INDENT * line.size
    first = paragraph.lines[0]
    if first.x0 > line.x0 + step:
        # The first line was indented and this one is not.
        return True
    if len(paragraph.lines) > 1:
        by_indent = _as_the_rest(paragraph, line, measure)
    elif line.x0 > first.x0 + step:
        by_indent = paragraph.marked or _is_centred(line, measure)
    else:
        by_indent = None
    if by_indent is not None:
        return by_indent
    if mark_of(line.text) is not None:
        return False
    if line.words[0].text[:1].islower():
        return True
    # On a page with indents a line that goes on stands at the margin.
    starts = len(paragraph.lines) == 1 and measure.indents
    if starts and line.x0 > measure.left + step:
        return False
    return not paragraph.last.text.endswith(ENDED)


def _as_the_rest(paragraph: Paragraph, line: Run, measure: Measure) -> bool | None:
    """What the indent of a third line or a later one says; None if it says nothing."""
    first, settled = paragraph.lines[0], paragraph.lines[1]
    step = INDENT * line.size
    if line.x0 > settled.x0 + step and not _is_centred(line, measure):
        return False
    flush = abs(line.x0 - settled.x0) < FLUSH * line.size
    # Behind a mark the text hangs: another mark stands left of it.
    if flush and (paragraph.indented or first.x0 < settled.x0 - step):
        return True
    return None


def _as_broken(lines: list[Run], measure: Measure) -> list[list[Run]]:
    """Line by line; but a single word for which a long line had no room is its end."""
    groups: list[list[Run]] = []
    for line in lines:
        above = groups[-1][-1] if groups else None
        is_end = (
            above is not None
            and len(line.words) == 1
            and line.text.isalpha()
            and len(above.words) >= LONG_LINE
            and above.x1 > measure.right - line.size
            and abs(above.size - line.size) < 1
            and line.base - above.base < LOOSER * 1.2 * line.size
        )
        if is_end:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def paragraphs_of(
    lines: list[Run], measure: Measure, *, narrow: bool
) -> list[list[Run]]:
    """The lines, grouped to paragraphs."""
    if narrow and len(lines) < LONG_COLUMN:
        return _as_broken(lines, measure)
    groups: list[Paragraph] = []
    for line in lines:
        if groups and goes_on(groups[-1], line, measure):
            groups[-1].lines.append(line)
        else:
            groups.append(Paragraph([line], mark_of(line.text) is not None))
    return [group.lines for group in groups]
