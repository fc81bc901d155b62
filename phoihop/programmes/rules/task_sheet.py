"""Reading a task sheet, line by line. Pure.

What a line says is kept in its own words; what cannot be read with certainty is a
fault that names its column. Which bodies are meant, only the directory can tell.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from phoihop.programmes.rules.due import last_day
from phoihop.programmes.rules.sheet_columns import NAMED, NEEDED, Column
from phoihop.reading import headed
from phoihop.reading.deadlines import due_in
from phoihop.reading.extracted import Cell, Sheet
from phoihop.reading.findings import Bound, Due, DueKind
from phoihop.reading.headed import Heading
from phoihop.reading.plain import plain_of
from phoihop.vietnamese import nfc

# The plan of a year has some dozens of tasks; a framework of all bodies has some 200.
MOST_LINES = 300
# As long as the columns of a line hold.
LONGEST: Mapping[Column, int] = {
    Column.CLAUSE: 200,
    Column.TEXT: 4000,
    Column.LEAD: 500,
    Column.SUPPORT: 1000,
    Column.DUE: 500,
    Column.DUE_DATE: 500,
    Column.PROGRESS: 500,
    Column.NOTE: 2000,
    Column.PRODUCT: 1000,
}
# Bodies stand one under the other as well as side by side.
_SEVERAL = (Column.LEAD, Column.SUPPORT)
# What is computed here, and what only numbers the lines.
_UNKEPT = (Column.STATE, Column.NUMBER, Column.PLAN, Column.DONE_ON)
_SECTION = re.compile(r"[IVXLC]{1,6}|[A-ZĐ]|Phần .{1,20}", re.IGNORECASE)
_NUMBERED = re.compile(r"\(?\d{1,2}\)?")
_CLOCK = re.compile(r"\d\d:\d\d:\d\d")


class Fault(StrEnum):
    """Why a line cannot become a task as it stands."""

    NO_TEXT = "no_text"
    NO_LEAD = "no_lead"
    TOO_LONG = "too_long"
    FORMULA_EMPTY = "formula_empty"
    CELL_ERROR = "cell_error"
    DUE_UNREADABLE = "due_unreadable"
    DUES_DIFFER = "dues_differ"
    # Found by the action, which asks the gate and the directory.
    PERSONAL_DATA = "personal_data"
    UNKNOWN = "unknown"
    DOUBTFUL = "doubtful"
    ENDED = "ended"
    NOT_PARTY = "not_party"
    TWICE = "twice"
    OTHER_PLAN = "other_plan"


@dataclass(frozen=True)
class Line:
    """One line as the sheet has it. ``number`` is its number in the sheet, from 1.

    ``formulas`` are the columns whose words a formula showed when the sheet was saved.
    """

    number: int
    words: Mapping[Column, str]
    due: Due = field(default_factory=Due)
    due_date: date | None = None
    formulas: tuple[Column, ...] = ()
    hidden: bool = False
    faults: tuple[tuple[Fault, Column], ...] = ()

    def said(self, column: Column) -> str:
        """The words in a column; empty where there are none."""
        return self.words.get(column, "")


@dataclass(frozen=True)
class Listing:
    """What a sheet came to. ``missing`` names needed columns that it has not."""

    sheet: str = ""
    lines: tuple[Line, ...] = ()
    missing: tuple[Column, ...] = ()
    too_many: bool = False
    headed: bool = True


def read(sheet: Sheet, *, year: int) -> Listing:
    """The tasks that a sheet lists, each with what is wrong with its line.

    ``year`` is the plan's: that of a month or quarter written without one.

    Lines and columns that the sheet hides are read as well, and marked: who hid them
    may not know that they are there.
    """
    heading = headed.heading_of(sheet, NAMED, needed=Column.TEXT)
    if heading is None:
        return Listing(sheet.name, headed=False)
    missing = tuple(word for word in NEEDED if word not in heading.columns.values())
    if missing:
        return Listing(sheet.name, missing=missing)
    lines: list[Line] = []
    for line in _Table(sheet, heading, year).lines():
        lines.append(line)
        if len(lines) > MOST_LINES:
            return Listing(sheet.name, too_many=True)
    return Listing(sheet.name, tuple(lines))


def due_of(words: str, *, year: int) -> Due | None:
    """Until when, as a cell of a column of times says it, its words kept as the note.

    None where it should name a time and does not: a day that no calendar has, a number
    alone. Words without a figure that name no time ("khi có yêu cầu") are kept as they
    are.
    """
    day = headed.day_in(words)
    if day is not None and all(map(_CLOCK.fullmatch, words.split()[1:])):
        return Due(DueKind.DATE, day.isoformat(), Bound.BY)
    plain = plain_of(words, 0, len(words))
    due = due_in(plain, 0, len(plain.text), year=year, labelled=True)
    if due is not None and due.kind is not DueKind.NONE:
        return Due(due.kind, due.value, due.bound, words)
    is_time = due is not None or re.search(r"\d", words)
    return None if is_time else Due(note=words)


class _Table:
    """The lines under a heading, one after the other."""

    def __init__(self, sheet: Sheet, heading: Heading[Column], year: int) -> None:
        """Find which cells are merged and which lines are hidden."""
        self.sheet, self.columns, self.year = sheet, heading.columns, year
        self.numbers = range(heading.below, len(sheet.rows) + 1)
        self.merged = headed.covered(sheet, self.numbers, heading.columns)
        self.hidden_lines = frozenset(sheet.hidden_rows)
        self.hidden_columns = frozenset(sheet.hidden_columns)

    def lines(self) -> Iterator[Line]:
        """Those that list a task, or should: without headings between the tasks."""
        waiting: Line | None = None
        for number in self.numbers:
            line = self.line(number)
            if line is None or _counts_columns(line):
                continue
            if waiting is not None and not _is_over(waiting, line):
                yield waiting
            waiting = None if _is_section(line) or self.is_title(line) else line
        if waiting is not None:
            yield waiting

    def line(self, number: int) -> Line | None:
        """One line; None for an empty one."""
        words: dict[Column, str] = {}
        faults: list[tuple[Fault, Column]] = []
        formulas: list[Column] = []
        for place, column in self.columns.items():
            cell = self.cell(number, place, column)
            text = _words(cell, column)
            if text:
                words[column] = text[: LONGEST.get(column, 500)]
            if column not in _UNKEPT:
                formulas += [column] if cell.formula else []
                faults += [(fault, column) for fault in _faults(cell, column, text)]
        if not words and not formulas:
            return None
        due, due_date, wrong = _until(words, self.year)
        return Line(
            number=number,
            words=words,
            due=due,
            due_date=due_date,
            formulas=tuple(formulas),
            hidden=self.is_hidden(number, words),
            faults=(*faults, *_missing(words), *wrong),
        )

    def cell(self, number: int, place: int, column: Column) -> Cell:
        """What is merged over lines holds for each; only numbers are a line's own."""
        if column is Column.NUMBER:
            return headed.cell_at(self.sheet, number, place)
        return headed.hung_down(self.sheet, number, place, self.merged)

    def is_hidden(self, number: int, words: Mapping[Column, str]) -> bool:
        """Whether the sheet shows the line, and every column it says something in."""
        return number in self.hidden_lines or any(
            place + 1 in self.hidden_columns and column in words
            for place, column in self.columns.items()
        )

    def is_title(self, line: Line) -> bool:
        """Words over the whole width, as a heading between the lines is written."""
        if set(line.words) - {Column.NUMBER, Column.TEXT, Column.CLAUSE}:
            return False
        ranges = (self.merged.get((line.number, place)) for place in self.columns)
        return any(merge is not None and len(merge.places) > 1 for merge in ranges)


def _missing(words: Mapping[Column, str]) -> Iterator[tuple[Fault, Column]]:
    if Column.TEXT not in words:
        yield Fault.NO_TEXT, Column.TEXT
    if Column.LEAD not in words:
        yield Fault.NO_LEAD, Column.LEAD


def _words(cell: Cell, column: Column) -> str:
    """What a cell says; of bodies, one a line as the cell has them."""
    if column in _SEVERAL:
        lines = (headed.one_line(line) for line in nfc(cell.text).splitlines())
        return "\n".join(line for line in lines if line)
    return headed.one_line(cell.text)


def _faults(cell: Cell, column: Column, text: str) -> Iterator[Fault]:
    if column in _UNKEPT:
        return
    if cell.kind == "error":
        yield Fault.CELL_ERROR
    if cell.formula and not text:
        yield Fault.FORMULA_EMPTY
    if len(text) > LONGEST[column]:
        yield Fault.TOO_LONG


def _until(
    words: Mapping[Column, str], year: int
) -> tuple[Due, date | None, list[tuple[Fault, Column]]]:
    """Until when: in the paper's words, and the last day that this comes to."""
    column = Column.DUE if words.get(Column.DUE) else Column.DUE_DATE
    said = words.get(column, "")
    if not said:
        return Due(), None, []
    due = due_of(said, year=year)
    if due is None:
        return Due(), None, [(Fault.DUE_UNREADABLE, column)]
    last = last_day(due.kind, due.value, due.bound)
    if column is Column.DUE_DATE or not words.get(Column.DUE_DATE):
        return due, last, []
    # Both stand there, as in what leaves: the day is the one by which it goes.
    given = headed.day_in(words[Column.DUE_DATE])
    if given is None:
        return due, last, [(Fault.DUE_UNREADABLE, Column.DUE_DATE)]
    differs = last is not None and last != given
    return due, given, [(Fault.DUES_DIFFER, Column.DUE_DATE)] if differs else []


def _counts_columns(line: Line) -> bool:
    """The line of "(1) (2) (3)" that some heads have under them."""
    said = list(line.words.values())
    return len(said) > 2 and all(map(_NUMBERED.fullmatch, said))


def _is_section(line: Line) -> bool:
    """A line that heads others: a roman number or a letter, and words alone."""
    if any(column not in (Column.NUMBER, Column.TEXT) for column in line.words):
        return False
    if Column.TEXT not in line.words:
        return True
    number = line.said(Column.NUMBER).strip(" .)")
    return bool(number) and _SECTION.fullmatch(number) is not None


def _is_over(line: Line, next_: Line) -> bool:
    """Whether a line of words alone heads the next: "1" over "1.1"."""
    if set(line.words) - {Column.NUMBER, Column.TEXT}:
        return False
    above = line.said(Column.NUMBER).strip(" .)")
    below = next_.said(Column.NUMBER).strip(" .)")
    return bool(above) and below.startswith(f"{above}.")
