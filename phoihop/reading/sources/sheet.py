"""An .xlsx read by its XML parts: what each cell shows, and what it is made of."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from phoihop.reading import caps
from phoihop.reading.extracted import EMPTY, Cell, Extracted, Part, Sheet
from phoihop.reading.sources.archive import corrupt
from phoihop.reading.sources.markup import Element
from phoihop.reading.sources.package import Package, refused_active
from phoihop.reading.sources.text import refuse_long
from phoihop.refusals import Refused

REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
MOST_COLUMNS = 16_384
# Built-in formats that show a day or a time (ECMA-376, part 1, 18.8.30).
DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
# In a format of one's own: quoted words, colours and escaped signs say nothing.
SAYS_NOTHING = re.compile(r'"[^"]*"|\[[^\[\]]*\]|\\.|_.|\*.')
SAYS_DATE = re.compile(r"[ymdhs]", re.IGNORECASE)
FIRST_DAYS = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}  # noqa: DTZ001 - a day on a sheet has no zone
LAST_DAY = 2_958_466
# A formula that starts a program or asks another machine.
ACTING = re.compile(
    r"(?:^|[^\w.])(?:WEBSERVICE|RTD|CALL|REGISTER|REGISTER\.ID|EXEC)\s*\(|"
    r"^[=+@-]?\s*(?:cmd|msexcel|mshta|powershell|excel)\s*\|",
    re.IGNORECASE,
)
DDE = re.compile(r"\|\s*'|^\s*(?:'[\w. ]*|[\w.][\w. ]*)?'?\|'?[^!]+'?!", re.IGNORECASE)
KINDS = {"b": "bool", "e": "error", "d": "date"}


def read(data: bytes) -> Extracted:
    """All sheets of an .xlsx, or the refusal of what it is."""
    package = Package(data, kind="xlsx")
    _refuse_links(package)
    book = Book(package)
    sheets = tuple(book.sheets())
    parts = tuple(
        part for part in (*_words(package), *package.properties()) if part.text
    )
    return Extracted(kind="xlsx", parts=parts, sheets=sheets)


def _refuse_links(package: Package) -> None:
    """Refuse links to other programs, whatever names them."""
    for name in package.names:
        if name.startswith("xl/externalLinks/") and name in package.texts:
            root = package.tree(name)
            if next(root.iter("{*}ddeLink", "{*}oleLink"), None) is not None:
                raise refused_active("dde")
            raise refused_active("remote")
        if name in ("xl/connections.xml",) or name.startswith("xl/queryTables/"):
            raise refused_active("remote")


def _words(package: Package) -> Iterator[Part]:
    """Comments, drawn words, headers and footers of the printed page."""
    for name in package.names:
        if name not in package.texts or not name.startswith("xl/"):
            continue
        place = _place(name)
        if place:
            words = "\n".join(
                "".join(t.text or "" for t in text.iter("{*}t"))
                for text in package.tree(name).iter("{*}p", "{*}comment", "{*}text")
            )
            yield Part(place, words)
    for name in package.names:
        if name.startswith("xl/worksheets/") and "eaderFooter" in package.texts.get(
            name, ""
        ):
            for printed in package.tree(name).iter("{*}headerFooter"):
                yield Part("header", "\n".join(each.text or "" for each in printed))


def _place(name: str) -> str:
    file = name.removeprefix("xl/")
    if file.startswith(("comments", "threadedComments/")):
        return "comment"
    if re.match(r"drawings/drawing\d*\.xml$", file):
        return "textbox"
    return "chart" if re.match(r"charts/chart\d*\.xml$", file) else ""


class Book:
    """A workbook: the words and formats that its sheets share."""

    def __init__(self, package: Package) -> None:
        """Read what is shared."""
        self.package = package
        self.root = package.tree(package.main)
        self.links = package.links(package.main)
        about = next(self.root.iter("{*}workbookPr"), None)
        said = "" if about is None else about.get("date1904", "")
        self.from_1904 = said in ("1", "true", "on")
        self.shared = list(self._shared())
        self.date_styles = set(self._date_styles())
        self.cells = 0

    def _tree_of(self, word: str) -> Element:
        name = next((name for kind, name in self.links.values() if kind == word), None)
        return None if name is None else self.package.tree(name)

    def _shared(self) -> Iterator[str]:
        root = self._tree_of("sharedstrings")
        if root is not None:
            for item in root.iterchildren("{*}si"):
                yield _rich(item)

    def _date_styles(self) -> Iterator[int]:
        """The numbers of the cell styles that show a day or a time."""
        root = self._tree_of("styles")
        if root is None:
            return
        own = {
            _int(each.get("numFmtId")): each.get("formatCode", "")
            for each in root.iter("{*}numFmt")
        }
        styles = root.find("{*}cellXfs")
        for number, style in enumerate(() if styles is None else styles):
            shown = _int(style.get("numFmtId"))
            code = own.get(shown)
            if code is None:
                is_date = shown in DATES
            else:
                is_date = bool(SAYS_DATE.search(SAYS_NOTHING.sub("", code)))
            if is_date:
                yield number

    def sheets(self) -> Iterator[Sheet]:
        """Each sheet with cells, in the order of the tabs."""
        listed = [sheet for sheets in self.root.iter("{*}sheets") for sheet in sheets]
        if len(listed) > caps.SHEETS:
            raise Refused("file.sheet_count", field="file", most=caps.SHEETS)
        for sheet in listed:
            link = next(
                (value for key, value in sheet.items() if key.endswith("}id")), ""
            )
            kind, name = self.links.get(link, ("", ""))
            if kind == "worksheet":
                hidden = sheet.get("state", "visible") != "visible"
                yield self._sheet(name, sheet.get("name", ""), is_hidden=hidden)

    def _sheet(self, name: str, title: str, *, is_hidden: bool) -> Sheet:
        root = self.package.tree(name)
        rows: list[tuple[Cell, ...]] = []
        hidden_rows = []
        at = 0
        for row in root.iter("{*}row"):
            at = _int(row.get("r"), at + 1)
            if at <= 0 or at < len(rows):
                raise corrupt()
            cells = self._row(row)
            if row.get("hidden") in ("1", "true"):
                hidden_rows.append(at)
            if cells:
                self.cells += len(cells)
                refuse_long(rows=at, cells=self.cells)
                if at <= len(rows):
                    raise corrupt()
                rows.extend([()] * (at - 1 - len(rows)))
                rows.append(tuple(cells))
        return Sheet(
            name=title,
            rows=tuple(rows),
            merged=tuple(
                each.get("ref", "")
                for each in root.iter("{*}mergeCell")
                if each.get("ref")
            ),
            hidden=is_hidden,
            hidden_rows=tuple(row for row in hidden_rows if row <= caps.ROWS),
            hidden_columns=tuple(_hidden_columns(root)),
        )

    def _row(self, row: Element) -> list[Cell]:
        """The cells of a row up to the last one that shows something."""
        cells: list[Cell] = []
        column = 0
        for element in row.iterchildren("{*}c"):
            column = _column(element.get("r"), column + 1)
            cell = self._cell(element)
            if not cell.kind:
                continue
            if column <= len(cells) or column > MOST_COLUMNS:
                raise corrupt()
            refuse_long(rows=0, cells=self.cells + column)
            cells.extend([EMPTY] * (column - 1 - len(cells)))
            cells.append(cell)
        return cells

    def _cell(self, element: Element) -> Cell:
        """What one cell shows; of a formula what it gave when the file was saved."""
        kind = element.get("t", "n")
        formula = element.find("{*}f")
        if formula is not None:
            _refuse_formula(formula.text or "")
        if kind == "inlineStr":
            inline = element.find("{*}is")
            text = "" if inline is None else _rich(inline)
        else:
            text = element.findtext("{*}v") or ""
        if kind == "s" and text:
            number = _int(text, -1)
            if not 0 <= number < len(self.shared):
                raise corrupt()
            text = self.shared[number]
        if not text:
            return Cell("", "text", True) if formula is not None else EMPTY
        has_formula = formula is not None
        if kind in ("s", "str", "inlineStr"):
            return Cell(text, "text", has_formula)
        if kind in KINDS:
            return Cell(text, KINDS[kind], has_formula)
        if _int(element.get("s"), -1) in self.date_styles:
            day = _day(text, from_1904=self.from_1904)
            if day:
                return Cell(day, "date", has_formula)
        return Cell(text.strip(), "number", has_formula)


def _refuse_formula(text: str) -> None:
    if ACTING.search(text) or DDE.search(text):
        raise refused_active("dde")


def _rich(item: Element) -> str:
    """The words of a text with formats in it, without how they are pronounced."""
    return "".join(
        element.text or ""
        for element in item.iter("{*}t")
        if not element.getparent().tag.endswith("}rPh")
    )


def _day(serial: str, *, from_1904: bool) -> str:
    """A day counted from 1900 (which has a 29 February there) or from 1904."""
    try:
        number = float(serial)
    except ValueError:
        return ""
    if not 0 <= number < LAST_DAY:
        return ""
    if not from_1904 and number < 60:
        number += 1
    seconds = round(number * 86_400)
    day = FIRST_DAYS[from_1904] + timedelta(seconds=seconds)
    if number < 1 + (not from_1904) and seconds % 86_400:
        return day.strftime("%H:%M:%S")
    return day.strftime("%Y-%m-%d %H:%M:%S" if seconds % 86_400 else "%Y-%m-%d")


def _hidden_columns(root: Element) -> Iterator[int]:
    for columns in root.iter("{*}col"):
        if columns.get("hidden") in ("1", "true"):
            first, last = _int(columns.get("min")), _int(columns.get("max"))
            # What is hidden to the right edge of the sheet holds no words.
            yield from range(max(first, 1), min(last, 1_000) + 1)


def _column(reference: str | None, otherwise: int) -> int:
    """The number of the column in an address such as AB4."""
    if not reference:
        return otherwise
    found = REFERENCE.fullmatch(reference)
    if not found:
        raise corrupt()
    column = 0
    for letter in found.group(1):
        column = column * 26 + ord(letter) - 64
    return column


def _int(text: str | None, otherwise: int = 0) -> int:
    """A whole number as the format writes it; a broken file for anything else."""
    if text is None:
        return otherwise
    if not re.fullmatch(r"\s*\d{1,9}\s*", text):
        raise corrupt()
    return int(text)
