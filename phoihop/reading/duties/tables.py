"""Tables of tasks: a head row that names who leads, and one task a row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from phoihop.reading import wording
from phoihop.reading.clauses import Item
from phoihop.reading.deadlines import Since, due_in
from phoihop.reading.duties.doers import listed, name_at
from phoihop.reading.duties.drafts import Draft
from phoihop.reading.findings import Due, Name
from phoihop.reading.plain import Plain, plain_of

_NUMBERS = re.compile(r"(?:stt|tt|số tt|số thứ tự)\W*$")
_COLUMNS = (
    (
        "support",
        re.compile(
            r"(?:[\w/]+\s){0,4}phối hợp"
            r"|(?:cơ quan|đơn vị|nơi|bộ phận|người)[\w\s/,]{0,20}(?:tham gia|hỗ trợ"
            r"|cùng)"
        ),
    ),
    (
        "lead",
        re.compile(
            r"(?:[\w/,]+\s){0,4}(?:chủ trì|phụ trách|đầu mối)|(?:cơ quan|đơn vị|bộ phận"
            r"|người|cá nhân|cán bộ|nơi|phòng|tổ chức)[\w\s/,]{0,20}(?:thực hiện"
            r"|chịu trách nhiệm|được giao|tham mưu|triển khai)"
            r"|phân công|trách nhiệm"
        ),
    ),
    (
        "due",
        re.compile(
            r"(?:thời gian|thời hạn|tiến độ|hạn|thời điểm|mốc)"
            r"|(?:[\w]+\s){0,2}hoàn thành"
        ),
    ),
    (
        "task",
        re.compile(
            r"(?:tên |nội dung |các )*(?:nhiệm vụ|công việc|nội dung|hoạt động|đầu việc"
            r"|công tác|giải pháp)"
        ),
    ),
    ("number", _NUMBERS),
)
# Who leads in the row above: all of it as written, and one by one.
Lead = tuple[Name | None, tuple[Name, ...]]
_CLOCK = re.compile(r"\d{1,2}\s?(?:h|g|giờ|:)\s?\d{0,2}")
_RULE = re.compile(r"[\s|:\-–]+")


@dataclass(frozen=True, slots=True)
class Head:
    """Which column is which, by number."""

    task: int
    lead: int
    support: int | None
    due: int | None


# A head stands near the top; a sheet of a thousand rows is not asked row by row.
_HEAD_WITHIN = 60


def has_head(text: str) -> bool:
    """Whether a text of tabs has the head row of a table of tasks near its top."""
    rows = [line for line in text.split("\n") if "\t" in line][:_HEAD_WITHIN]
    return any(
        head_of([plain_of(cell, 0, len(cell)) for cell in row.split("\t")])
        for row in rows
    )


def tabled(
    text: str, items: Sequence[Item], *, year: Since
) -> tuple[list[tuple[int, Draft]], set[int]]:
    """The duties of tables, and every row of a table of tasks."""
    drafts: list[tuple[int, Draft]] = []
    taken: set[int] = set()
    head: Head | None = None
    lead: Lead = (None, ())
    for place, item in enumerate(items):
        cells = item.block.cells
        if not cells:
            # A merged cell between rows is a line by itself; a clause ends the table.
            if item.block.mark is not None or item.tail:
                head = None
            continue
        if _RULE.fullmatch(item.block.plain.text):
            continue
        row = [plain_of(text, *_inside(text, cell)) for cell in cells]
        found = head_of(row)
        if found:
            head, lead = found, (None, ())
            taken.add(place)
        elif head and not item.tail:
            taken.add(place)
            plain = item.block.plain
            draft, lead = of_row(
                plain, row, path=item.path, head=head, above=lead, year=year
            )
            drafts += [(place, draft)] if draft else []
    return drafts, taken


def _inside(text: str, cell: tuple[int, int]) -> tuple[int, int]:
    words = text[cell[0] : cell[1]]
    start = cell[0] + len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def is_number(low: str) -> bool:
    """Whether a cell heads the column of numbers."""
    return _NUMBERS.match(low) is not None


def head_of(row: Sequence[Plain]) -> Head | None:
    """The head row of a table of tasks: a column for the work, one for who leads."""
    found: dict[str, int] = {}
    for column, cell in enumerate(row):
        if len(cell.low) > 80:
            return None
        for kind, pattern in _COLUMNS:
            if kind not in found and pattern.match(cell.low.lstrip("( ")):
                found[kind] = column
                break
    if "task" not in found or "lead" not in found:
        return None
    return Head(found["task"], found["lead"], found.get("support"), found.get("due"))


def of_row(
    plain: Plain,
    row: Sequence[Plain],
    *,
    path: tuple[str, ...],
    head: Head,
    above: Lead,
    year: Since,
) -> tuple[Draft | None, Lead]:
    """The duty of one row, ``plain``, and who leads in it, for the row below.

    A lead that is left blank is the one of the row above.
    """
    work = _cell(row, head.task)
    filled = sum(1 for cell in row if cell.low.strip(" -"))
    if work is None or not any(char.isalpha() for char in work.text):
        return None, above
    lead = _cell(row, head.lead)
    due = _due(_cell(row, head.due), year)
    if lead and name_at(lead, 0, len(lead.text)):
        above = _name(lead), listed(lead, 0, len(lead.text))
    elif filled < 3 or above[0] is None:
        # A line across the table: the heading of the rows below it.
        return None, (None, ())
    if _is_agenda(row, head):
        return None, above
    support = _cell(row, head.support)
    helpers = listed(support, 0, len(support.text), as_written=True) if support else ()
    return (
        Draft(
            plain,
            0,
            len(plain.text),
            "table_row",
            *above,
            supporting=helpers,
            due=due or due_in(work, 0, len(work.text), year=year) or Due(),
            path=path,
            work=work.span(0, len(work.text)),
            settled=True,
        ),
        above,
    )


def _name(cell: Plain) -> Name | None:
    return name_at(cell, 0, len(cell.text))


def _cell(row: Sequence[Plain], column: int | None) -> Plain | None:
    if column is None or column >= len(row) or not row[column].text.strip():
        return None
    return row[column]


def _due(cell: Plain | None, year: Since) -> Due | None:
    return due_in(cell, 0, len(cell.text), year=year, labelled=True) if cell else None


def _is_agenda(row: Sequence[Plain], head: Head) -> bool:
    """A row with a time of day is part of an agenda, not a duty."""
    cell = _cell(row, head.due if head.due is not None else 0)
    return bool(cell and _CLOCK.match(cell.low) and not wording.acts(cell.low))
