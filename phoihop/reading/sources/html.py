"""A web page, Word's among them: the words that a person sees, block by block."""

import re
from collections.abc import Callable
from functools import partial

from phoihop.reading import caps
from phoihop.reading.decoding import decoded
from phoihop.reading.extracted import Extracted, Part, TableCell
from phoihop.reading.sources.markup import Element, html_tree
from phoihop.refusals import Refused

SAID = re.compile(
    rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE
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
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
BLOCKS = {"p", "div", "li", "ul", "ol", "tr", "table", "section", "article", "header"}
BLOCKS |= {"footer", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "dt"}
BLOCKS |= {"dd", "caption", "center", "address", "main", "nav", "aside", "form", "hr"}
SPACES = re.compile(r"[ \t\r\n\f]+")


def read(data: bytes) -> Extracted:
    """All text that a web page shows, or the refusal of what it is."""
    if len(data) > caps.HTML_BYTES:
        raise Refused(
            "file.part_too_large", field="file", most=caps.HTML_BYTES // caps.MB
        )
    root = html_tree(_text(data))
    seen = Seen()
    seen.read(root)
    text = "".join(seen.pieces)
    parts = [Part("body", text, tuple(seen.cells))] if text.strip() else []
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


class Seen:
    """The visible text of a tree: a line a block, cells of a row parted by tabs."""

    def __init__(self) -> None:
        """Empty."""
        self.pieces: list[str] = []
        self.length = 0
        self.cells: list[TableCell] = []
        self.tables = 0
        self._open: list[list[int]] = []

    def _add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def _say(self, text: str | None) -> None:
        """Words with their spaces as a browser would show them."""
        if not text:
            return
        said = SPACES.sub(" ", text)
        ends = self.pieces[-1][-1:] if self.pieces else "\n"
        if ends in " \n\t":
            said = said.lstrip(" ")
        if said:
            self._add(said)

    def _end_line(self) -> None:
        if self.pieces and not self.pieces[-1].endswith("\n"):
            self._add("\n")

    def read(self, root: Element) -> None:
        """Take in everything that is seen, in the order of the text."""
        steps: list[Element | Callable[[], None]] = [root]
        while steps:
            step = steps.pop()
            if callable(step):
                step()
                continue
            if isinstance(step.tag, str) and not _is_unseen(step):
                behind = self._enter(step)
                if step.tail:
                    steps.append(partial(self._say, step.tail))
                if behind:
                    steps.append(behind)
                self._say(step.text)
                steps.extend(reversed(step))
            else:
                self._say(step.tail)

    def _enter(self, element: Element) -> Callable[[], None] | None:
        """Begin a block or a cell; returns what ends it."""
        tag = element.tag.rpartition(":")[2]
        if tag == "br":
            self._add("\n")
        elif tag in ("td", "th"):
            return self._begin_cell()
        elif tag in BLOCKS:
            self._end_line()
            if tag == "table":
                self.tables += 1
                self._open.append([self.tables, 0, 0])
                return self._end_table
            if tag == "tr" and self._open:
                self._open[-1][1] += 1
                self._open[-1][2] = 0
            return self._end_line
        return None

    def _begin_cell(self) -> Callable[[], None]:
        if not self._open:
            return self._end_line
        self._open[-1][2] += 1
        table, row, column = self._open[-1]
        if column > 1:
            self._add("\t")
        start = self.length

        def end() -> None:
            # The last block of a cell ends with the cell.
            while self.length > start and self.pieces[-1] in ("\n", " "):
                self.length -= len(self.pieces.pop())
            self.cells.append(TableCell(start, self.length, table, row, column))

        return end

    def _end_table(self) -> None:
        self._open.pop()
        self._end_line()


def _is_unseen(element: Element) -> bool:
    tag = element.tag.rpartition(":")[2]
    return (
        tag in UNSEEN
        or element.get("hidden") is not None
        or bool(HIDDEN.search(element.get("style", "").lower()))
    )
