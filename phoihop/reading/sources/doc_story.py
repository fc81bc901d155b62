"""One running text of a .doc out of its letters and signs."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from phoihop.reading.extracted import Remark, TableCell

PARAGRAPH, CELL = "\r", "\x07"
BEGIN, RESULT, CLOSE = "\x13", "\x14", "\x15"
# Ends of lines and pages; a hyphen that holds words together, one that shows only
# where a line breaks.
SIGNS = {"\x0b": "\n", "\x0c": "\n", "\x1e": "-", "\x1f": ""}
# The rest are marks of pictures, notes and drawings, which are no letters.
SIGNS |= {chr(code): "" for code in range(32) if chr(code) not in "\t\n\x0b\x0c\x1e"}
REMARKED = ("marked_hidden", "inserted")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter or sign, what is marked on it, and where in a table it stands."""

    char: str
    marks: frozenset[str]
    in_table: bool
    ends_row: bool


@dataclass(slots=True)
class Story:
    """A text as it grows: paragraphs end with a newline, cells are parted by tabs."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    cells: list[TableCell] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    # What the fields say that they do.
    instructions: list[str] = field(default_factory=list)
    # Open fields: the instruction so far; None once the result has begun.
    _fields: list[list[str] | None] = field(default_factory=list)
    # The cells so far of the row at hand, and where the next one starts.
    _row: list[tuple[int, int]] = field(default_factory=list)
    _start: int = 0
    _table: int = 0
    _rows: int = 0

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self.pieces)

    def read(self, letters: Iterable[Letter]) -> "Story":
        """Take in all letters; fields that nobody closed are told too."""
        for letter in letters:
            self._take(letter)
        self.instructions += ["".join(said) for said in self._fields if said]
        return self

    def _take(self, letter: Letter) -> None:
        char = letter.char
        if char == BEGIN:
            self._fields.append([])
        elif char in (RESULT, CLOSE):
            self._turn_field(closed=char == CLOSE)
        elif self._fields and (said := self._fields[-1]) is not None:
            said.append(char)
        elif char == PARAGRAPH:
            self._add("\n", letter)
            if not letter.in_table:
                self._start, self._rows = self.length, 0
        elif char == CELL:
            self._end_cell(letter)
        elif "deleted" not in letter.marks:
            self._add(SIGNS.get(char, char), letter)

    def _turn_field(self, *, closed: bool) -> None:
        """An instruction is over: what follows is its result, or the text around."""
        if not self._fields:
            return
        if (said := self._fields[-1]) is not None:
            self.instructions.append("".join(said))
            self._fields[-1] = None
        if closed:
            self._fields.pop()

    def _end_cell(self, letter: Letter) -> None:
        if not letter.ends_row:
            self._row.append((self._start, self.length))
            self._add("\t", letter)
        else:
            self._end_row(letter)
        self._start = self.length

    def _end_row(self, letter: Letter) -> None:
        """The last cell of a row ends with the row."""
        if self._row:
            self.pieces.pop()
            self.length -= 1
        if not self._rows:
            self._table += 1
        self._rows += 1
        for column, (first, last) in enumerate(self._row, 1):
            place = (self._table, self._rows, column)
            self.cells.append(TableCell(first, last, *place))
        self._row = []
        self._add("\n", letter)

    def _add(self, said: str, letter: Letter) -> None:
        if not said:
            return
        at = self.length
        self.pieces.append(said)
        self.length += len(said)
        for kind in REMARKED:
            if kind in letter.marks:
                self._remark(at, kind)

    def _remark(self, at: int, kind: str) -> None:
        last = self.remarks[-1] if self.remarks else None
        if last is not None and last.kind == kind and last.end == at:
            self.remarks[-1] = Remark(last.start, self.length, kind)
        else:
            self.remarks.append(Remark(at, self.length, kind))
