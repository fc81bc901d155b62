"""A .docx read by its XML parts: every place in which a paper can hold words."""

from collections.abc import Iterator

from phoihop.reading.extracted import Extracted, Part, TableCell
from phoihop.reading.sources.fields import Fields
from phoihop.reading.sources.markup import Element, cut, walk
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
LEFT_OUT |= {"moveFrom", "del", "delInstrText", "fldData"}
LEFT_OUT_NAMES = tuple(space + word for space in W for word in LEFT_OUT)
# Entered for the words they hold; behind some of them something is left to do.
AFTER = {"p", "tc", "tr", "tbl"}
ENTERED = AFTER | {"fldSimple"}
# Each element that means something here, by its full name in either namespace.
WORDS = {
    space + word: word
    for space in W
    for word in (
        *("t", "instrText", "fldChar", "altChunk", "txbxContent"),
        *(*SIGNS, *LEFT_OUT, *ENTERED),
    )
}
TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"
ACTS = ("instrText", "fldSimple", "altChunk")


def read(data: bytes) -> Extracted:
    """All text of a .docx, or the refusal of what it is."""
    package = Package(data, kind="docx")
    parts = list(_stories(package, package.main, "body"))
    told = {package.main}
    for word, place in BESIDE.items():
        for number, name in enumerate(package.linked(package.main, word), 1):
            numbered = f"{place}{number}" if word in ("header", "footer") else place
            parts += _stories(package, name, numbered)
            told.add(name)
    parts += _drawn(package)
    _look_through_the_rest(package, told)
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
    marks = [path.get("string", "") for path in root.iter(TEXT_PATH)]
    # What is left out is half of a paper: cut off at once rather than met one by one.
    cut(root, LEFT_OUT_NAMES)
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
    for mark in marks:
        yield Part("watermark", mark)


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


def _look_through_the_rest(package: Package, told: set[str]) -> None:
    """Refuse what acts in parts that hold no text of the paper, such as templates.

    ``told``: those whose text was read, and their fields with it.
    """
    for name, text in package.texts.items():
        if name in told or not name.startswith("word/"):
            continue
        if any(word in text for word in ACTS):
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
        steps = walk(root, WORDS)
        if root.tag in WORDS:
            # What it is itself was asked where it was found.
            next(steps)
        for event, element in steps:
            word = WORDS[element.tag]
            if event == "end":
                if word in AFTER and element is not root:
                    self._leave(word)
            elif word in ENTERED:
                self._enter(element, word)
            else:
                # Nothing below these is wanted.
                steps.skip_subtree()
                if word == "t":
                    self.add(element.text or "")
                elif word not in LEFT_OUT:
                    self._take(element, word)

    def _take(self, element: Element, word: str) -> None:
        """A word of the format that stands for something by itself."""
        if word in SIGNS:
            self.add(SIGNS[word])
        elif word == "instrText":
            self.fields.instruct(element.text or "")
        elif word == "fldChar":
            self.fields.mark(_attribute(element, "fldCharType"))
        elif word == "txbxContent":
            self.boxes.append(element)
        else:
            raise refused_active("altchunk")

    def _enter(self, element: Element, word: str) -> None:
        """What comes before the words of an element that holds some."""
        if word == "p":
            return
        if word == "fldSimple":
            self.fields.simple(_attribute(element, "instr"))
        elif word == "tbl":
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

    def _leave(self, word: str) -> None:
        """What comes behind the words of an element."""
        if word in ("p", "tr"):
            self.pieces.append("\n")
            self.length += 1
        elif word == "tc":
            self._end_cell()
        elif self._open:
            self._open.pop()

    def _end_cell(self) -> None:
        if not self._starts:
            return
        start, table, row, column = self._starts.pop()
        # The last paragraph of a cell ends with the cell.
        if self.length > start and self.pieces[-1] == "\n":
            self.pieces.pop()
            self.length -= 1
        self.cells.append(TableCell(start, self.length, table, row, column))


def _attribute(element: Element, word: str) -> str:
    return next((value for space in W if (value := element.get(space + word))), "")
