"""A paper's paragraphs, list items and table rows, out of its lines.

Files break lines in three ways: one line for each paragraph; lines of equal width
with empty ones between paragraphs; lines of equal width without. Which of them a
paper has is seen from its own lines.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phoihop.reading.layout import Layout, Line
from phoihop.reading.marks import Mark, mark_of
from phoihop.reading.plain import Plain, plain_of

# A row of a table may be broken into this many lines, not more.
_ROW_LINES = 40
# Words in small letters that no line ends with but one that the width has cut.
_NO_END = re.compile(
    r"\s(?:ngày|tháng|năm|số|quý|và|với|của|các|những|cho|trước|đến|tại|về|từ|theo"
    r"|hoặc|là|để)$"
)
# Nothing that is read as one paragraph is longer.
_BLOCK_CHARS = 60_000


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item with its mark, or a row of a table with its cells."""

    plain: Plain
    mark: Mark | None = None
    cells: tuple[tuple[int, int], ...] = ()

    @property
    def body(self) -> int:
        """Where in ``plain`` the words behind the mark begin."""
        return self.mark.length if self.mark else 0

    @property
    def words(self) -> str:
        """The words behind the mark."""
        return self.plain.text[self.body :].strip()

    @property
    def low(self) -> str:
        """The words behind the mark, in small letters."""
        return self.plain.low[self.body :].strip()


@dataclass(frozen=True, slots=True)
class _Habit:
    """How a paper breaks its lines."""

    width: int
    wraps: bool
    parts: bool


def blocks_of(paper: Layout) -> tuple[Block, ...]:
    """The blocks of a paper in the order of its text."""
    habit = _habit(paper)
    return tuple(
        block for group in _groups(paper, habit) if (block := _block(paper.text, group))
    )


def _begins_small(words: str) -> bool:
    return words[0].islower()


def _habit(paper: Layout) -> _Habit:
    """Whether lines are cut at a width, and paragraphs parted by empty lines."""
    small, near, gaps = [], 0, 0
    for before, line in zip(paper.lines, paper.lines[1:], strict=False):
        if paper.text.count("\n", before.end, line.start) > 1:
            gaps += 1
            continue
        near += 1
        if _begins_small(line.text) and before.text[-1] not in ".;:!?|":
            small.append(before.end - before.start)
    if len(small) < 4 or len(small) < near * 0.15:
        return _Habit(0, wraps=False, parts=False)
    width = sorted(small)[len(small) * 9 // 10]
    wraps = width <= 140
    return _Habit(width, wraps, parts=gaps * 10 >= len(paper.lines))


def _groups(paper: Layout, habit: _Habit) -> Iterator[list[Line]]:
    """Lines that are one block together."""
    group: list[Line] = []
    columns = 0
    for line in _with_empty_cells(paper):
        gap = group and paper.text.count("\n", group[-1].end, line.start) > 1
        if group and _is_row(group[0].text):
            tabs = sum(each.text.count("\t") for each in group)
            if not gap and 0 < tabs < columns and len(group) < _ROW_LINES:
                group.append(line)
                continue
        elif group and not gap and _goes_on(group, line, habit):
            group.append(line)
            continue
        if group:
            yield group
        # A row of one merged cell stands between rows without ending the table.
        if columns and (gap or mark_of(line.text)):
            columns = 0
        columns = max(columns, line.text.count("\t"))
        group = [line]
    if group:
        yield group


def _with_empty_cells(paper: Layout) -> Iterator[Line]:
    """The lines; a row of a table with the empty cells at its ends."""
    text, lines = paper.text, paper.lines
    if "\t" not in text:
        yield from lines
        return
    for place, line in enumerate(lines):
        behind = lines[place + 1].start if place + 1 < len(lines) else len(text)
        after = text[line.end : behind]
        right = len(after) - len(after.lstrip(" \t"))
        if "\t" in line.text or after.count("\t", 0, right) > 1:
            before = text[lines[place - 1].end if place else 0 : line.start]
            left = len(before) - len(before.rstrip(" \t"))
            first, last = line.start - left, line.end + right
            yield Line(first, last, text[first:last])
        else:
            yield line


def _is_row(words: str) -> bool:
    return "\t" in words or (words[0] == "|" and words.count("|") > 1)


def _goes_on(group: list[Line], line: Line, habit: _Habit) -> bool:
    """Whether a line goes on with the paragraph above it."""
    before = group[-1]
    if _is_row(line.text) or line.end - group[0].start > _BLOCK_CHARS:
        return False
    full = habit.wraps and before.end - before.start >= habit.width * 0.75
    open_end = before.text[-1] not in ".;:!?/"
    mark = mark_of(line.text.lstrip("*# "))
    if mark:
        # A dash that the width has put at the head of a line.
        cut = full and open_end and mark.is_bullet
        return cut and _begins_small(line.text[mark.length :] or "-")
    if line.text[0] in "[#*" or before.text[-1] == "|":
        return False
    if (_begins_small(line.text) and open_end) or _NO_END.search(before.text):
        return True
    if habit.wraps:
        # Where empty lines part the paragraphs, short lines still end: a heading.
        near = before.end - before.start >= habit.width * 0.6
        return (habit.parts and near) or (full and open_end)
    return _same_capitals(group[0].text, before.text, line.text)


def _same_capitals(first: str, before: str, line: str) -> bool:
    """A numbered heading in capitals that takes two lines."""
    return line.isupper() and before.isupper() and mark_of(first) is not None


def _block(text: str, group: list[Line]) -> Block | None:
    start, end = group[0].start, group[-1].end
    if _is_row(group[0].text):
        return _row(text, start, end)
    plain = plain_of(text, start, end)
    if not any(char.isalnum() for char in plain.text[:400]):
        return None
    return Block(plain, mark_of(plain.text))


def _row(text: str, start: int, end: int) -> Block | None:
    """A row of a table, with the places of its cells in the raw text."""
    words = text[start:end]
    parter = "|" if words.startswith("|") else "\t"
    places, cells = start, []
    for cell in words.split(parter):
        cells.append((places, places + len(cell)))
        places += len(cell) + 1
    if parter == "|":
        cells = cells[1:-1] if words.endswith("|") else cells[1:]
    if not any(char.isalnum() for char in words):
        return None
    bare = words.strip()
    first = start + len(words) - len(words.lstrip())
    return Block(plain_of(text, first, first + len(bare)), None, tuple(cells))
