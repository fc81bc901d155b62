"""The tree of a paper: what stands under what, and its numbered items as clauses."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from phoihop.reading.blocks import Block
from phoihop.reading.findings import Clause, Field, Finding
from phoihop.reading.marks import Rank

# From here to the next annex: recipients, signatures.
_TAIL = re.compile(r"[\W_]*(?:nơi nhận\b|(?:tm|kt|tl|tuq)\s?\.|t/m\b|k/t\b)")
# What follows the signatures: an annex, or the paper that this one puts in force.
_ANNEX = re.compile(
    r"phụ lục|phụ biểu|danh mục|biểu mẫu|mẫu số|phần |quy chế|quy định|kế hoạch|đề án"
    r"|chương trình|phương án|bảng phân công|nội quy|hướng dẫn|điều lệ"
)
_FOOTNOTE = re.compile(r"\[\d{1,3}\]")
# Unnumbered headings stand above everything but parts, chapters and sections.
_CAPITALS = 3.5
_LONGEST_HEADING = 300
_FEW_WORDS = 12


@dataclass(frozen=True, slots=True)
class Item:
    """A block at its place: its parent by number, the numbers that lead to it."""

    block: Block
    parent: int | None
    path: tuple[str, ...]
    rank: float | None
    leads: bool = False
    tail: bool = False


def outline(blocks: Sequence[Block]) -> tuple[Item, ...]:
    """Every block with its parent. A line that leads in stands above what it leads."""
    tree = _Tree()
    tail = False
    for place, block in enumerate(blocks):
        tail = _in_tail(tail, block)
        behind = blocks[place + 1] if place + 1 < len(blocks) else None
        if tail or _FOOTNOTE.match(block.plain.text):
            tree.items.append(Item(block, None, (), None, tail=True))
        elif block.cells:
            tree.put(block, None)
        elif block.mark:
            tree.put_marked(block, behind)
        else:
            tree.put_unmarked(block, behind)
    return tuple(tree.items)


def _in_tail(tail: bool, block: Block) -> bool:
    if not tail:
        low = block.plain.low
        return bool(_TAIL.match(low)) and len(low) < 4000
    annex = _ANNEX.match(block.plain.low)
    return not (annex and block.plain.text[:9].isupper())


class _Tree:
    """The items so far, and which of them are open: (rank, bullet, number, place)."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self._open: list[tuple[float, str, str, int]] = []

    def put(self, block: Block, rank: float | None, *, leads: bool = False) -> None:
        """A block under what is open; one with a rank opens what follows."""
        if rank is not None:
            while self._open and self._open[-1][0] >= rank:
                self._open.pop()
        mark = block.mark
        numbers = [number for _, _, number, _ in self._open if number]
        number = mark.number if mark and not mark.is_bullet else ""
        parent = self._open[-1][3] if self._open else None
        if number:
            numbers.append(number)
        item = Item(block, parent, tuple(numbers), rank, leads=leads)
        if rank is not None:
            bullet = mark.number if mark and mark.is_bullet else ""
            self._open.append((rank, bullet, number, len(self.items)))
        self.items.append(item)

    def put_marked(self, block: Block, behind: Block | None) -> None:
        """An item or a numbered heading."""
        leads = _leads(block, behind)
        self.put(block, self._rank(block), leads=leads)

    def put_unmarked(self, block: Block, behind: Block | None) -> None:
        """A paragraph; it ends lists of bullets. One that leads in opens a level."""
        while self._open and self._open[-1][0] >= Rank.BULLET - 1:
            self._open.pop()
        marked = behind is not None and behind.mark is not None
        heads = _heads(block)
        if behind and marked and (block.plain.text[-1] == ":" or heads):
            self.put(block, self._rank(behind) - 0.5, leads=True)
        elif heads:
            self.put(block, _CAPITALS, leads=True)
        else:
            self.put(block, None)

    def _rank(self, block: Block) -> float:
        mark = block.mark
        if mark is None:
            return Rank.BULLET
        if not mark.is_bullet:
            return mark.rank
        bullets = [entry for entry in self._open if entry[0] >= Rank.BULLET]
        for rank, bullet, _, _ in bullets:
            if bullet == mark.number:
                return rank
        return bullets[-1][0] + 1 if bullets else Rank.BULLET


def _heads(block: Block) -> bool:
    """Whether an unnumbered line is a heading: all in capitals, not long."""
    words = block.plain.text
    return len(words) <= _LONGEST_HEADING and words.isupper()


def _leads(block: Block, behind: Block | None) -> bool:
    """Whether a marked block only says what comes below it."""
    words = block.plain.text
    if words[-1] == ":" or (words.isupper() and len(words) <= _LONGEST_HEADING):
        return True
    if behind is None or behind.cells or words[-1] in ".;" or len(words) > 200:
        return False
    if behind.mark is None:
        return True
    if block.mark and block.mark.is_bullet and behind.mark.is_bullet:
        # "* Công an xã" over "- …": another sign, and a few words without an end.
        short = len(words.split()) <= _FEW_WORDS
        return behind.mark.number != block.mark.number and short
    return behind.mark.rank > (block.mark.rank if block.mark else Rank.BULLET)


def clauses(items: Sequence[Item]) -> list[Finding]:
    """Each numbered item as a clause, with the words that stand beside its number."""
    return [
        Finding(
            Field.CLAUSE,
            Clause(item.path[-1], item.block.words, len(item.path), item.path),
            item.block.plain.span(0, len(item.block.plain.text)),
            0.95,
            "numbered_item",
        )
        for item in items
        if item.block.mark and not item.block.mark.is_bullet and item.path
    ]
