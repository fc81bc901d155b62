"""A .docx read by its XML parts: every place in which a paper can hold words."""

from collections.abc import Callable, Iterator

from phoihop.reading.extracted import Extracted, Part, TableCell
from phoihop.reading.sources.fields import Fields
from phoihop.reading.sources.markup import Element
from phoihop.reading.sources.package import Package, refused_active

# The same words in the two namespaces of the format, transitional and strict.
W = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
# Stories beside the body: the word of the link, the name of the place.
BESIDE = {
    "header": "header",
    "footer": "footer",
    "footnotes": "footnote",
    "endnotes": "endnote",
    "comments": "comment",
}
# Drawings with words of their own, which lie in parts of their own.
DRAWN = {"diagramdata": "diagram", "chart": "chart"}
SIGNS = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
    "ptab": "\t",
}
# What stands in the file and not on the paper: moved or crossed out, and properties.
LEFT_OUT = {"pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "delText"}
LEFT_OUT |= {"moveFrom", "del", "instrText", "delInstrText", "fldData"}
ACTS = ("instrText", "fldSimple", "altChunk")


def read(data: bytes) -> Extracted:
    """All text of a .docx, or the refusal of what it is."""
    package = Package(data, kind="docx")
    parts = list(_stories(package, package.main, "body"))
    for word, place in BESIDE.items():
        for number, name in enumerate(package.linked(package.main, word), 1):
            numbered = f"{place}{number}" if word in ("header", "footer") else place
            parts += _stories(package, name, numbered)
    parts += _drawn(package)
    _look_through_the_rest(package)
    parts += package.properties()
    has_text = any(part.text.strip() for part in parts if part.where == "body")
    has_pictures = any("/media/" in name for name in package.names)
    return Extracted(
        kind="docx",
        parts=tuple(part for part in parts if part.text.strip()),
        needs_person=has_pictures and not has_text,
    )


def _stories(package: Package, name: str, where: str) -> Iterator[Part]:
    """The running text of one part, then its text boxes and watermarks."""
    root = package.tree(name)
    story = Story()
    story.read(root)
    story.fields.end()
    yield Part(where, "".join(story.pieces), tuple(story.cells))
    shown = {"".join(story.pieces).strip()}
    # Boxes found in boxes are appended while this goes on.
    for box in story.boxes:
        inner = Story(boxes=story.boxes)
        inner.read(box)
        inner.fields.end()
        text = "".join(inner.pieces)
        # Word writes each box twice, for new and for old programs.
        if text.strip() not in shown:
            shown.add(text.strip())
            yield Part("textbox", text, tuple(inner.cells))
    for path in root.iter("{urn:schemas-microsoft-com:vml}textpath"):
        yield Part("watermark", path.get("string", ""))


def _drawn(package: Package) -> Iterator[Part]:
    """The words of diagrams and charts."""
    for word, place in DRAWN.items():
        for name in package.linked(package.main, word):
            words = [
                element.text
                for element in package.tree(name).iter("{*}t", "{*}v")
                if element.text
            ]
            yield Part(place, "\n".join(words))


def _look_through_the_rest(package: Package) -> None:
    """Refuse what acts in parts that hold no text of the paper, such as templates."""
    for name, text in package.texts.items():
        if name.startswith("word/") and any(word in text for word in ACTS):
            story = Story()
            story.read(package.tree(name))
            story.fields.end()


class Story:
    """One running text, taken in by walking its tree without recursion by Python.

    Paragraphs end with a newline, cells of a row are parted by tabs, text boxes are
    put aside as texts of their own.
    """

    def __init__(self, boxes: list[Element] | None = None) -> None:
        """Empty; boxes go to the list of the story around, if there is one."""
        self.pieces: list[str] = []
        self.length = 0
        self.cells: list[TableCell] = []
        self.boxes = [] if boxes is None else boxes
        self.fields = Fields()
        self.tables = 0
        # Open tables: [number, row, column].
        self._open: list[list[int]] = []
        # Open cells: (start, table, row, column).
        self._starts: list[tuple[int, int, int, int]] = []

    def add(self, text: str) -> None:
        """Append and keep count."""
        self.pieces.append(text)
        self.length += len(text)

    def read(self, root: Element) -> None:
        """Take in everything below ``root``, in the order of the text."""
        # A step is an element to enter, or what is left to do behind one.
        steps: list[Element | Callable[[], None]] = list(reversed(root))
        while steps:
            step = steps.pop()
            if callable(step):
                step()
                continue
            tag = step.tag
            if not isinstance(tag, str):
                # What is left of an entity; the guard lets none in.
                continue
            inside = tag.startswith(W)
            word = tag.rpartition("}")[2]
            if inside and self._took(step, word):
                continue
            if word == "txbxContent" and inside:
                self.boxes.append(step)
                continue
            if inside and word in AFTER:
                steps.append(self._behind(word))
            steps.extend(reversed(step))

    def _took(self, element: Element, word: str) -> bool:
        """Whether this word of the format is done with, nothing below it wanted."""
        if word == "t":
            self.add(element.text or "")
        elif word in SIGNS:
            self.add(SIGNS[word])
        elif word == "instrText":
            self.fields.instruct(element.text or "")
        elif word == "fldChar":
            self.fields.mark(_attribute(element, "fldCharType"))
        elif word == "altChunk":
            raise refused_active("altchunk")
        elif word in LEFT_OUT:
            pass
        else:
            if word == "fldSimple":
                self.fields.simple(_attribute(element, "instr"))
            elif word in BEFORE:
                self._before(word)
            return False
        return True

    def _before(self, word: str) -> None:
        if word == "tbl":
            self.tables += 1
            self._open.append([self.tables, 0, 0])
        elif self._open and word == "tr":
            self._open[-1][1] += 1
            self._open[-1][2] = 0
        elif self._open:
            self._open[-1][2] += 1
            table, row, column = self._open[-1]
            if column > 1:
                self.add("\t")
            # The end is known when the cell is left.
            self._starts.append((self.length, table, row, column))

    def _behind(self, word: str) -> Callable[[], None]:
        return {
            "p": self._end_paragraph,
            "tc": self._end_cell,
            "tr": self._end_row,
            "tbl": self._end_table,
        }[word]

    def _end_paragraph(self) -> None:
        self.add("\n")

    def _end_cell(self) -> None:
        if not self._starts:
            return
        start, table, row, column = self._starts.pop()
        # The last paragraph of a cell ends with the cell.
        if self.length > start and self.pieces[-1] == "\n":
            self.pieces.pop()
            self.length -= 1
        self.cells.append(TableCell(start, self.length, table, row, column))

    def _end_row(self) -> None:
        self.add("\n")

    def _end_table(self) -> None:
        if self._open:
            self._open.pop()


BEFORE = ("tbl", "tr", "tc")
AFTER = ("p", "tc", "tr", "tbl")


def _attribute(element: Element, word: str) -> str:
    return next((value for space in W if (value := element.get(space + word))), "")
