"""Lines of a sheet under a heading, whose columns are found by what they are called.

Offices keep lists as they print them: a title above, a heading of one line or two,
cells merged where a word stands for several lines. Pure.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from phoihop.reading.extracted import EMPTY, Cell, Sheet
from phoihop.vietnamese import fold, nfc

# Where the heading is looked for: below a title of at most this many lines.
HEADING_WITHIN = 15
# A heading has two lines where a word stands over several columns, three at the most.
HEADING_LINES = 3
# Further to the right no list has a column.
WIDEST = 100
_RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")
_IN_BRACKETS = re.compile(r"\([^()]*\)")

Column = TypeVar("Column", bound=StrEnum)
Read = TypeVar("Read")


class Merge(NamedTuple):
    """A merged range: its lines (from 1) and places (columns, from 0)."""

    lines: range
    places: range


Covered = Mapping[tuple[int, int], Merge]


@dataclass(frozen=True)
class Heading(Generic[Column]):
    """Which place (from 0) holds which column; ``below`` is the first line (from 1)."""

    below: int
    columns: Mapping[int, Column]


def names(headings: Mapping[Column, Iterable[str]]) -> dict[str, Column]:
    """The columns by the words that may head them, in the form that is compared."""
    return {
        _compared(word): column for column, words in headings.items() for word in words
    }


def heading_of(
    sheet: Sheet, named: Mapping[str, Column], *, needed: Column
) -> Heading[Column] | None:
    """The first line that heads ``needed`` and something else, and what stands where.

    A title such as "Tên đơn vị: …" is one cell; a heading has several.
    """
    rows = sheet.rows[: HEADING_WITHIN + HEADING_LINES]
    widest = min(max(map(len, rows), default=0), WIDEST)
    merged = covered(sheet, range(1, len(rows) + 1), range(widest))
    for line in range(1, min(len(rows), HEADING_WITHIN) + 1):
        last = _last_line(line, widest, merged)
        columns: dict[int, Column] = {}
        for place in range(widest):
            words = [_over(rows, at, place, merged) for at in range(line, last + 1)]
            column = _called(words, named)
            if column is not None and column not in columns.values():
                columns[place] = column
        if needed in columns.values() and len(columns) > 1:
            return Heading(last + 1, columns)
    return None


def covered(sheet: Sheet, lines: range, places: Iterable[int]) -> Covered:
    """The merged range over each of these cells that lies under one.

    Ranges that overlap are in no file that a program saved; the first one counts, so
    that a hostile file costs no more than its cells.
    """
    wanted = list(places)
    found: dict[tuple[int, int], Merge] = {}
    for text in sheet.merged:
        merge = _merge(text)
        if merge is None:
            continue
        first = max(merge.lines.start, lines.start)
        for line in range(first, min(merge.lines.stop, lines.stop)):
            cells = [(line, place) for place in wanted if place in merge.places]
            if any(cell in found for cell in cells):
                break
            found.update(dict.fromkeys(cells, merge))
    return found


def cell_at(sheet: Sheet, line: int, place: int) -> Cell:
    """The cell itself; empty where the line is shorter, or is none of the sheet's."""
    row = sheet.rows[line - 1] if 0 < line <= len(sheet.rows) else ()
    return row[place] if place < len(row) else EMPTY


def hung_down(sheet: Sheet, line: int, place: int, merged: Covered) -> Cell:
    """The cell; under one merged downwards, what the merged one says of each line."""
    merge = merged.get((line, place))
    if merge is None or place != merge.places.start:
        return cell_at(sheet, line, place)
    return cell_at(sheet, merge.lines.start, place)


def one_line(text: str) -> str:
    """The words of a cell on one line, composed."""
    return " ".join(nfc(text).split())


def day_in(text: str) -> date | None:
    """A day as offices write it, or as a sheet stores it; None if it is neither."""
    text = text.split(" ", maxsplit=1)[0]  # a sheet may store midnight beside the day
    for form in ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"):
        try:
            # Only its day is kept: no zone is lost.
            return datetime.strptime(text, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    return None


def best_of(
    sheets: Iterable[Sheet],
    read: Callable[[Sheet], Read],
    *,
    fits: Callable[[Read], bool],
    otherwise: Read,
) -> tuple[Read, int]:
    """What the first sheet says that is such a list, and how many more there are.

    Sheets that are shown come before those that are hidden. Where none fits, what the
    first of all says; ``otherwise`` where there is none.
    """
    shown_first = sorted(sheets, key=lambda sheet: sheet.hidden)
    found = [read(sheet) for sheet in shown_first]
    fitting = [said for said in found if fits(said)]
    return next(iter(fitting or found), otherwise), max(len(fitting) - 1, 0)


def as_words(pairs: Iterable[tuple[str, str]]) -> str:
    """Faults with the columns they are in, as one text: ``no_name:name``."""
    return " ".join(f"{fault}:{column}" for fault, column in pairs)


def from_words(words: str) -> Iterator[tuple[str, str]]:
    """The faults and columns of ``as_words`` again."""
    for word in words.split():
        fault, _colon, column = word.partition(":")
        yield fault, column


def _compared(text: str) -> str:
    """The words of a heading without marks, what is in brackets, and signs around."""
    bare = _IN_BRACKETS.sub(" ", fold(text))
    for sign in ("/", ",", "&"):
        bare = bare.replace(sign, " ")
    return " ".join(bare.strip(" *:.").split())


def _last_line(line: int, widest: int, merged: Covered) -> int:
    """The last line of a heading that begins here: as far down as its cells reach."""
    reached = [
        merge.lines.stop - 1
        for place in range(widest)
        if (merge := merged.get((line, place))) and merge.lines.start == line
    ]
    last = max(reached, default=line)
    return last if last < line + HEADING_LINES else line


def _over(
    rows: Sequence[Sequence[Cell]], line: int, place: int, merged: Covered
) -> str:
    """What stands in a line of the heading at or over this place."""
    merge = merged.get((line, place))
    if merge is not None:
        line, place = merge.lines.start, merge.places.start
    row = rows[line - 1] if line <= len(rows) else ()
    return row[place].text if place < len(row) else ""


def _called(words: Sequence[str], named: Mapping[str, Column]) -> Column | None:
    """The column that words above each other name: together, else the lowest alone."""
    said = list(dict.fromkeys(word for word in map(_compared, words) if word))
    for word in (" ".join(said), *reversed(said)):
        if word in named:
            return named[word]
    return None


def _merge(text: str) -> Merge | None:
    found = _RANGE.fullmatch(text)
    if found is None:
        return None
    left, top, right, bottom = found.groups()
    return Merge(
        range(int(top), int(bottom) + 1), range(_place(left), _place(right) + 1)
    )


def _place(letters: str) -> int:
    """``A`` is 0, ``Z`` 25, ``AA`` 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
