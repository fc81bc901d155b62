"""A web page, Word's among them: the words that a person sees, block by block."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from phoihop.reading import caps
from phoihop.reading.decoding import decoded
from phoihop.reading.extracted import Extracted, Part, Remark, TableCell
from phoihop.reading.sources.markup import Element, html_tree
from phoihop.reading.sources.numbering import FORMATS
from phoihop.reading.sources.web_main import Main
from phoihop.reading.sources.web_styles import Sheets
from phoihop.reading.sources.web_unseen import Look, look_of
from phoihop.refusals import Refused

SAID = re.compile(
    rb"""<meta[^>]{0,400}?charset\s{0,8}=[\s"']{0,8}([\w.:-]{1,40})""", re.IGNORECASE
)
ENCODINGS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "unicode": "utf-8",
    "us-ascii": "utf-8",
    "windows-1258": "cp1258",
    "windows-1252": "cp1252",
    "iso-8859-1": "cp1252",
    "utf-16": "utf-16",
}
UNSEEN = {"script", "style", "template", "noscript", "head", "iframe", "object"}
UNSEEN |= {"embed", "applet", "svg", "math", "audio", "video", "canvas", "select"}
BLOCKS = {"p", "div", "li", "ul", "ol", "tr", "table", "section", "article", "header"}
BLOCKS |= {"footer", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "dt"}
BLOCKS |= {"dd", "caption", "center", "address", "main", "nav", "aside", "form", "hr"}
# How browsers number the items of a list, by the letter of its type.
LISTS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
MOST_COLUMNS, MOST_ROWS, MOST_ITEMS = 63, 1_000, 9_999
SPACES = re.compile(r"[ \t\r\n\f]+")


def read(data: bytes) -> Extracted:
    """All text that a web page shows, or the refusal of what it is."""
    if len(data) > caps.HTML_BYTES:
        raise Refused(
            "file.part_too_large", field="file", most=caps.HTML_BYTES // caps.MB
        )
    root = html_tree(_text(data))
    main, sheets = Main(root), Sheets(root)
    seen = Seen(sheets, main)
    seen.read(root)
    parts = [seen.part("body")]
    # What stands around the paper is no text of it, and is looked through all the same.
    for element in seen.around:
        frame = Seen(sheets, None, without=main.article)
        frame.read(element)
        parts.append(frame.part("around"))
    parts = [part for part in parts if part.text.strip()]
    title = root.findtext(".//title")
    if title and title.strip():
        parts.append(Part("property:title", title))
    for meta in root.iter("meta"):
        name, said = meta.get("name", ""), meta.get("content", "")
        if name.lower() in ("description", "keywords", "author") and said.strip():
            parts.append(Part(f"property:{name.lower()}", said))
    return Extracted(kind="html", parts=tuple(parts))


def _text(data: bytes) -> str:
    """By its mark, by what it says of itself, or as any other text."""
    said = SAID.search(data[:8192])
    if said and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = ENCODINGS.get(said.group(1).decode("ascii", "replace").lower())
        if name is None:
            raise Refused("file.xml_encoding", field="file")
        if name != "utf-16":
            try:
                return data.decode(name)
            except UnicodeDecodeError as error:
                raise Refused("file.text_encoding", field="file") from error
    return decoded(data)


@dataclass(slots=True)
class Grid:
    """An open table: where its next cell stands, and what reaches down into it."""

    number: int
    row: int = 0
    # The column in which the text stands, and the one of the next cell.
    at: int = 1
    next: int = 1
    # Of cells over several rows: for how many more rows a column is taken.
    down: dict[int, int] = field(default_factory=dict)
    taken: frozenset[int] = frozenset()

    def begin_row(self) -> None:
        """The next row; columns that reach into it from above are taken."""
        self.row += 1
        self.at = self.next = 1
        self.taken = frozenset(column for column, rows in self.down.items() if rows > 0)
        for column in self.taken:
            self.down[column] -= 1

    def begin_cell(self, element: Element) -> int:
        """How many tabs lead to the next cell: what follows keeps its column."""
        while self.next in self.taken:
            self.next += 1
        before, self.at = self.at, self.next
        wide = _count(element.get("colspan"), MOST_COLUMNS)
        rows = _count(element.get("rowspan"), MOST_ROWS) - 1
        if rows:
            self.down |= dict.fromkeys(range(self.at, self.at + wide), rows)
        self.next = self.at + wide
        return self.at - before


class Seen:
    """The text of a tree: a line a block, cells of a row parted by tabs.

    Words that a browser has and does not show are there too, with remarks.
    """

    def __init__(
        self, sheets: Sheets, main: Main | None, *, without: Element = None
    ) -> None:
        """Empty; what lies around the paper is put aside where ``main`` knows it."""
        self.pieces: list[str] = []
        self.length = 0
        self.cells: list[TableCell] = []
        self.remarks: list[Remark] = []
        self.around: list[Element] = []
        self._sheets = sheets
        self._main = main
        self._without = without
        self._look = Look()
        self._tables = 0
        self._open: list[Grid] = []
        self._counts: dict[Element, int] = {}

    def part(self, where: str) -> Part:
        """All of it; remarks over words alone."""
        text = "".join(self.pieces)
        said = tuple(
            one
            for one in self.remarks
            if any(map(str.isalnum, text[one.start : one.end]))
        )
        return Part(where, text, tuple(self.cells), said)

    def _add(self, text: str) -> None:
        if text:
            self.pieces.append(text)
            self.length += len(text)

    def _say(self, text: str | None, look: Look) -> None:
        """Words with their spaces as a browser would show them."""
        if not text:
            return
        said = SPACES.sub(" ", text)
        ends = self.pieces[-1][-1:] if self.pieces else "\n"
        if ends in " \n\t":
            said = said.lstrip(" ")
        if not said:
            return
        for kind in look.kinds:
            self._remark(kind, len(said))
        self._add(said)

    def _remark(self, kind: str, length: int) -> None:
        """Over the next words; it goes on where the last of its kind ended."""
        start, end = self.length, self.length + length
        for place, last in enumerate(self.remarks[-4:], -min(4, len(self.remarks))):
            if last.kind == kind and last.end >= start - 1:
                self.remarks[place] = Remark(last.start, end, kind)
                return
        self.remarks.append(Remark(start, end, kind))

    def _end_line(self) -> None:
        if self.pieces and not self.pieces[-1].endswith("\n"):
            self._add("\n")

    def read(self, root: Element) -> None:
        """Take in everything that is there, in the order of the text."""
        if self._main and self._main.article is not None:
            self.around.append(root)
            root = self._main.article
        steps: list[Element | Callable[[], None]] = [root]
        while steps:
            step = steps.pop()
            if callable(step):
                step()
                continue
            is_told = self._without is not None and step is self._without
            if is_told or not isinstance(step.tag, str) or _is_unread(step):
                self._say(step.tail, self._look)
                continue
            if self._main and self._main.is_around(step):
                self.around.append(step)
                self._say(step.tail, self._look)
                continue
            around = self._look
            if step is not root:
                steps.append(partial(self._leave, step.tail, around))
            self._look = look_of(step, around, self._sheets)
            behind = self._enter(step)
            if behind:
                steps.append(behind)
            self._say(step.text, self._look)
            steps.extend(reversed(step))

    def _leave(self, tail: str | None, around: Look) -> None:
        self._look = around
        self._say(tail, around)

    def _enter(self, element: Element) -> Callable[[], None] | None:
        """Begin a block or a cell; returns what ends it."""
        tag = element.tag.rpartition(":")[2]
        if tag == "br":
            self._add("\n")
        elif tag in ("td", "th"):
            return self._begin_cell(element)
        elif tag in BLOCKS:
            self._end_line()
            if tag == "table":
                self._tables += 1
                self._open.append(Grid(self._tables))
                return self._end_table
            if tag == "tr" and self._open:
                self._open[-1].begin_row()
            if tag == "li" and self._look.is_listed:
                self._add(self._mark_of(element))
            return self._end_line
        return None

    def _begin_cell(self, element: Element) -> Callable[[], None]:
        if not self._open:
            return self._end_line
        grid = self._open[-1]
        self._add("\t" * grid.begin_cell(element))
        start, table, row, column = self.length, grid.number, grid.row, grid.at

        def end() -> None:
            # The last block of a cell ends with the cell.
            while self.length > start and not self.pieces[-1].strip():
                self.length -= len(self.pieces.pop())
            self.cells.append(TableCell(start, self.length, table, row, column))

        return end

    def _end_table(self) -> None:
        self._open.pop()
        self._end_line()

    def _mark_of(self, item: Element) -> str:
        """The number or the sign that a browser prints before an item of a list."""
        listed = item.getparent()
        if listed is None or listed.tag != "ol":
            return "- "
        first = _count(listed.get("start"), MOST_ITEMS) - 1
        count = self._counts.get(listed, first) + 1
        if item.get("value"):
            count = _count(item.get("value"), MOST_ITEMS)
        self._counts[listed] = count
        kind = LISTS.get(item.get("type") or listed.get("type") or "", "")
        return f"{FORMATS.get(kind, str)(count)}. "


def _count(said: str | None, most: int) -> int:
    """How many columns or rows; what is no number is one."""
    words = (said or "").strip()
    if not words.isascii() or not words.isdecimal() or len(words) > 4:
        return 1
    return max(1, min(int(words), most))


def _is_unread(element: Element) -> bool:
    return element.tag.rpartition(":")[2] in UNSEEN
