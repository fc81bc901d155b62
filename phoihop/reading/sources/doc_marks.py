"""What is marked on the letters of a .doc: rows of tables, hidden and deleted words.

Layout lies in pages of 512 bytes, each with its runs and, for each run, what differs
from its style: [MS-DOC] 2.9.32 to 2.9.34, 2.9.174.
"""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

PAGE = 512
# Where the head tells of the tables of layout: of letters, of paragraphs.
LETTERS, PARAGRAPHS = 0xFA, 0x102
PAGES = 40_000

IN_TABLE, ROW_ENDS = 0x2416, 0x2417
# What does not fit into a page lies in a stream of its own, at this place.
ELSEWHERE = 0x6646
HIDDEN, DELETED, INSERTED = 0x083C, 0x0800, 0x0801
WORDS = {HIDDEN: "marked_hidden", DELETED: "deleted", INSERTED: "inserted"}
# How long the value of a property is, by three bits of its number; 6 tells it itself.
SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
TABLE_SHAPE, TABS = 0xD608, 0xC615


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks by place in the stream: signs that end a row, or a paragraph in a cell."""

    rows: frozenset[int]
    in_table: frozenset[int]
    starts: tuple[int, ...]
    words: tuple[tuple[int, frozenset[str]], ...]

    def of(self, at: int) -> frozenset[str]:
        """What is marked on the letter at this place."""
        number = bisect_right(self.starts, at) - 1
        if number < 0:
            return NOTHING
        end, words = self.words[number]
        return words if at < end else NOTHING


NOTHING: frozenset[str] = frozenset()


def marks_of(paper: bytes, table: bytes, more: bytes) -> Marks:
    """All that is marked; a table of layout that is broken marks nothing."""
    rows, in_table = set(), set()
    for _, last, said in _runs(paper, table, PARAGRAPHS):
        properties = _properties(said[2:])
        if (at := properties.get(ELSEWHERE)) is not None and at + 2 <= len(more):
            (length,) = struct.unpack_from("<H", more, at)
            properties = _properties(more[at + 2 : at + 2 + length])
        # The sign is the last letter of its paragraph, in one byte or in two.
        if properties.get(ROW_ENDS):
            rows |= {last - 1, last - 2}
        if properties.get(IN_TABLE):
            in_table |= {last - 1, last - 2}
    runs = []
    for first, last, said in _runs(paper, table, LETTERS):
        words = frozenset(
            WORDS[number]
            for number, on in _properties(said).items()
            if number in WORDS and on & 1
        )
        if words:
            runs.append((first, last, words))
    runs.sort(key=lambda run: run[:2])
    return Marks(
        frozenset(rows),
        frozenset(in_table),
        tuple(first for first, _, _ in runs),
        tuple((last, words) for _, last, words in runs),
    )


def _runs(paper: bytes, table: bytes, where: int) -> Iterator[tuple[int, int, bytes]]:
    """(first, last, what is said of it) of each run of one table of layout."""
    at, length = struct.unpack_from("<II", paper, where)
    plc = table[at : at + length]
    count = min((len(plc) - 4) // 8, PAGES)
    wide = where == PARAGRAPHS
    for number in range(count):
        (page,) = struct.unpack_from("<I", plc, 4 * (count + 1) + 4 * number)
        held = paper[(page & 0x3FFFFF) * PAGE :][:PAGE]
        if len(held) == PAGE:
            yield from _runs_of(held, wide=wide)


def _runs_of(page: bytes, *, wide: bool) -> Iterator[tuple[int, int, bytes]]:
    count = page[-1]
    # Of a paragraph, its height stands behind the offset.
    step = 13 if wide else 1
    if 4 * (count + 1) + step * count >= PAGE:
        return
    ends = struct.unpack_from(f"<{count + 1}I", page)
    for number in range(count):
        offset = page[4 * (count + 1) + step * number] * 2
        if not offset:
            continue
        length, start = page[offset], offset + 1
        if wide:
            if length:
                length = 2 * length - 1
            else:
                length, start = 2 * page[start], start + 1
        yield ends[number], ends[number + 1], page[start : start + length]


def _properties(said: bytes) -> dict[int, int]:
    """Each property by its number, with its value or how that begins."""
    found = {}
    at = 0
    while at + 3 <= len(said):
        (number,) = struct.unpack_from("<H", said, at)
        at += 2
        size = SIZES[number >> 13]
        if number == TABLE_SHAPE and at + 2 <= len(said):
            size = int(struct.unpack_from("<H", said, at)[0]) + 1
        elif not size:
            # A list of tabs too long for its own count: nothing behind it is wanted.
            size = len(said) if number == TABS and said[at] == 255 else said[at] + 1
        found[number] = int.from_bytes(said[at : at + min(size, 4)], "little")
        at += size
    return found
