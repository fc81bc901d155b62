"""Reading a list of bodies out of a sheet. Pure.

A sheet is lines of cells, as offices keep it: a title above, a heading of columns, a
body a line. Columns are found by what they are called, in any order. What cannot be
read with certainty is a fault that names its cell; nothing is guessed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from phoihop.reading import headed
from phoihop.reading.extracted import Cell, Sheet
from phoihop.reading.headed import Heading
from phoihop.vietnamese import fold

# A province has 100 to 300 bodies and at most 170 communes or so.
MOST_LINES = 500


class Column(StrEnum):
    """What a column says of a body."""

    NAME = "name"
    TYPE = "type"
    LEVEL = "level"
    SYMBOL = "symbol"
    CODE = "code"
    ALIASES = "aliases"
    SUPERIOR = "superior"
    FOUNDED_ON = "founded_on"


# As lists in use head them, without marks; the first is how the product writes it.
HEADINGS: Mapping[Column, tuple[str, ...]] = {
    Column.NAME: (
        "Tên đơn vị",
        "Tên cơ quan",
        "Tên cơ quan, đơn vị",
        "Đơn vị",
        "Cơ quan, đơn vị",
        "Tên",
    ),
    Column.TYPE: ("Loại", "Loại hình", "Khối"),
    Column.LEVEL: ("Cấp",),
    Column.SYMBOL: ("Ký hiệu", "Ký hiệu văn bản", "Viết tắt"),
    Column.CODE: ("Mã định danh", "Mã cơ quan", "Mã"),
    Column.ALIASES: ("Tên gọi khác", "Tên khác", "Tên thường gọi"),
    Column.SUPERIOR: ("Cấp trên trực tiếp", "Đơn vị cấp trên", "Trực thuộc"),
    Column.FOUNDED_ON: ("Có tên này từ ngày", "Ngày thành lập", "Từ ngày"),
}
NEEDED = (Column.NAME, Column.TYPE, Column.LEVEL)
_NAMED = headed.names(HEADINGS)

# Words of a cell, without marks, and the stored word they mean.
TYPES: Mapping[str, str] = {
    "co quan dang": "party",
    "dang": "party",
    "co quan nha nuoc": "state",
    "nha nuoc": "state",
    "chinh quyen": "state",
    "hoi dong nhan dan": "council",
    "hdnd": "council",
    "mat tran va doan the": "front",
    "mat tran": "front",
    "doan the": "front",
    "luc luong vu trang": "armed_forces",
    "doanh nghiep": "enterprise",
    "hoi": "association",
    "ban chi dao, to lien nganh": "joint",
    "ban chi dao": "joint",
    "to cong tac lien nganh": "joint",
}
LEVELS: Mapping[str, str] = {
    "trung uong": "central",
    "tinh": "province",
    "thanh pho": "province",
    "cap tinh": "province",
    "huyen": "district",
    "cap huyen": "district",
    "xa": "commune",
    "cap xa": "commune",
    "phuong": "commune",
    "dac khu": "commune",
    "xa, phuong, dac khu": "commune",
}


class Fault(StrEnum):
    """Why a line cannot be entered as it stands."""

    NO_NAME = "no_name"
    NAME_TOO_LONG = "name_too_long"
    TYPE_UNKNOWN = "type_unknown"
    LEVEL_UNKNOWN = "level_unknown"
    DATE_UNREADABLE = "date_unreadable"
    FORMULA = "formula"
    MERGED = "merged"
    TWICE = "twice"
    TOO_LONG = "too_long"
    # Found by the action, which asks the gate and the directory.
    PERSONAL_DATA = "personal_data"
    SUPERIOR_UNKNOWN = "superior_unknown"
    CODE_TAKEN = "code_taken"
    CODE_UNREADABLE = "code_unreadable"
    SYMBOL_UNREADABLE = "symbol_unreadable"
    JOINT_APART = "joint_apart"


@dataclass(frozen=True)
class Line:
    """One body as the list has it. ``number`` is the line of the sheet, from 1."""

    number: int
    name: str
    type: str = ""
    level: str = ""
    symbol: str = ""
    code: str = ""
    aliases: tuple[str, ...] = ()
    superior: str = ""
    founded_on: date | None = None
    # (what is wrong, the column it is wrong in)
    faults: tuple[tuple[Fault, Column], ...] = ()


@dataclass(frozen=True)
class Listing:
    """What a sheet came to. ``missing`` names needed columns that it has not."""

    lines: tuple[Line, ...] = ()
    missing: tuple[Column, ...] = ()
    too_many: bool = False
    headed: bool = True


@dataclass
class _Draft:
    """A line while its cells are read."""

    texts: dict[Column, str] = field(default_factory=dict)
    faults: list[tuple[Fault, Column]] = field(default_factory=list)


def read(sheet: Sheet) -> Listing:
    """The bodies that a sheet lists, each with what is wrong with its line.

    Lines that the sheet hides are read as well: who hid them may not know that they
    are there, and the preview shows them.
    """
    heading = headed.heading_of(sheet, _NAMED, needed=Column.NAME)
    if heading is None:
        return Listing(headed=False)
    missing = tuple(word for word in NEEDED if word not in heading.columns.values())
    if missing:
        return Listing(missing=missing)
    lines = list(_lines(sheet, heading))
    if len(lines) > MOST_LINES:
        return Listing(too_many=True)
    return Listing(lines=tuple(_once_each(lines)))


def _lines(sheet: Sheet, heading: Heading[Column]) -> Iterator[Line]:
    numbers = range(heading.below, len(sheet.rows) + 1)
    merged = headed.covered(sheet, numbers, heading.columns)
    for number in numbers:
        draft = _Draft()
        for place, column in heading.columns.items():
            _take(draft, column, headed.cell_at(sheet, number, place))
            if (number, place) in merged:
                draft.faults.append((Fault.MERGED, column))
        if any(draft.texts.values()) or draft.faults:
            yield _line(number, draft)


def _take(draft: _Draft, column: Column, cell: Cell) -> None:
    """One cell: its text, and whether it may be trusted to be what it shows."""
    if cell.formula:
        draft.faults.append((Fault.FORMULA, column))
    draft.texts[column] = headed.one_line(cell.text)


def _line(number: int, draft: _Draft) -> Line:
    texts, faults = draft.texts, draft.faults
    name = texts.get(Column.NAME, "")
    if not name:
        faults.append((Fault.NO_NAME, Column.NAME))
    if len(name) > 300:
        faults.append((Fault.NAME_TOO_LONG, Column.NAME))
    for column in (Column.SYMBOL, Column.CODE):
        if len(texts.get(column, "")) > 60:
            faults.append((Fault.TOO_LONG, column))
    type_ = TYPES.get(fold(texts.get(Column.TYPE, "")), "")
    if not type_:
        faults.append((Fault.TYPE_UNKNOWN, Column.TYPE))
    level = LEVELS.get(fold(texts.get(Column.LEVEL, "")), "")
    if not level:
        faults.append((Fault.LEVEL_UNKNOWN, Column.LEVEL))
    founded_on = headed.day_in(texts.get(Column.FOUNDED_ON, ""))
    if founded_on is None and texts.get(Column.FOUNDED_ON):
        faults.append((Fault.DATE_UNREADABLE, Column.FOUNDED_ON))
    aliases = [part.strip() for part in texts.get(Column.ALIASES, "").split(";")]
    if any(len(alias) > 200 for alias in aliases):
        faults.append((Fault.TOO_LONG, Column.ALIASES))
    return Line(
        number=number,
        name=name,
        type=type_,
        level=level,
        symbol=texts.get(Column.SYMBOL, ""),
        code=texts.get(Column.CODE, ""),
        aliases=tuple(dict.fromkeys(alias for alias in aliases if alias)),
        superior=texts.get(Column.SUPERIOR, ""),
        founded_on=founded_on,
        faults=tuple(faults),
    )


def _once_each(lines: Sequence[Line]) -> Iterator[Line]:
    """The same name a second time is a fault of the second line."""
    seen: set[str] = set()
    for line in lines:
        key = fold(line.name)
        if key and key in seen:
            yield _with(line, Fault.TWICE, Column.NAME)
        else:
            yield line
        seen.add(key)


def _with(line: Line, fault: Fault, column: Column) -> Line:
    return Line(**{**vars(line), "faults": (*line.faults, (fault, column))})
