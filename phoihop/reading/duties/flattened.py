"""Tables that a conversion has left with one cell a line.

TT / Nội dung công việc / Đơn vị chủ trì / Thời gian / 1 / Khảo sát … / Phòng A / …

The heads say how many columns there are; rows are told by their numbers, which count
from one. Only a row with as many lines as there are columns is taken: where a cell is
empty or broken into lines, nobody can tell which column a line is of.
"""

from collections.abc import Sequence

from phoihop.reading.clauses import Item
from phoihop.reading.deadlines import Since
from phoihop.reading.duties.drafts import Draft
from phoihop.reading.duties.tables import Head, Lead, head_of, is_number, of_row
from phoihop.reading.plain import plain_of

# A table of tasks has the number, the work, who leads; seldom more than these.
FEWEST, MOST = 3, 8
# A head is a few words.
_LONGEST_HEAD = 60


def flattened(
    text: str, items: Sequence[Item], *, year: Since
) -> tuple[list[tuple[int, Draft]], set[int]]:
    """The duties of such tables, and every line of them."""
    drafts: list[tuple[int, Draft]] = []
    taken: set[int] = set()
    place = 0
    while place < len(items):
        columns, head = _head_at(items, place)
        if head is None:
            place += 1
            continue
        taken.update(range(place, place + columns))
        place += columns
        lead: Lead = (None, ())
        for row in _rows(items, place, columns):
            taken.update(row)
            place = row.stop
            if len(row) != columns:
                continue
            cells = [items[at].block.plain for at in row]
            plain = plain_of(text, cells[0].start, cells[-1].end)
            path = (cells[0].text.strip(" ."),)
            draft, lead = of_row(
                plain, cells, path=path, head=head, above=lead, year=year
            )
            drafts += [(row.start, draft)] if draft else []
    return drafts, taken


def _head_at(items: Sequence[Item], place: int) -> tuple[int, Head | None]:
    """How many columns the heads that begin here name; None where none begin."""
    if not is_number(items[place].block.plain.low):
        return 0, None
    columns = 0
    for item in items[place : place + MOST]:
        plain = item.block.plain
        if plain.text == "1" or len(plain.text) > _LONGEST_HEAD or item.block.cells:
            break
        columns += 1
    first = place + columns
    begins = first < len(items) and items[first].block.plain.text.strip(" .") == "1"
    if columns < FEWEST or not begins:
        return 0, None
    return columns, head_of([item.block.plain for item in items[place:first]])


def _rows(items: Sequence[Item], place: int, columns: int) -> list[range]:
    """The lines of each row, from its number to the next one."""
    rows: list[range] = []
    number = 1
    while place < len(items) and _says(items[place], number):
        stop = place + 1
        while (
            stop < len(items)
            and stop - place < 2 * columns
            and not items[stop].block.mark
            and not _says(items[stop], number + 1)
        ):
            stop += 1
        ends = stop >= len(items) or not _says(items[stop], number + 1)
        # Behind the last row the text goes on: only as many lines are its own.
        rows.append(range(place, min(stop, place + columns) if ends else stop))
        place, number = stop, number + 1
    return rows


def _says(item: Item, number: int) -> bool:
    return item.block.plain.text.strip(" .") == str(number)
