"""A .docx read by its XML parts: every place in which a paper can hold words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from phoihop.reading.extracted import Extracted, Part, Remark, TableCell
from phoihop.reading.sources.changes import GONE, Changes
from phoihop.reading.sources.fields import Fields
from phoihop.reading.sources.markup import Element, cut
from phoihop.reading.sources.numbering import Numbering
from phoihop.reading.sources.package import Package, refused_active
from phoihop.reading.sources.word_styles import Styles, W, child, number, value
from phoihop.reading.sources.word_unseen import Kinds, Unseen

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
# The one word below properties that means something in a text, too.
STOPS = tuple(f"{space}tabs" for space in W)
TABLES = ("tbl", "tr", "tc")
# Each element that means something here, by its full name in either namespace.
WORDS = {
    space + word: word
    for space in W
    for word in (
        *("t", "p", "instrText", "fldChar", "fldSimple", "altChunk"),
        *(*SIGNS, *TABLES),
    )
}
WORDS[GONE] = "gone"
BOXES = tuple(f"{space}txbxContent" for space in W)
SPANS = tuple(space + word for space in W for word in ("gridSpan", "gridBefore"))
NUMBERS = tuple(space + word for space in W for word in ("numPr", "pStyle"))
PARAGRAPHS = {f"{space}p" for space in W}
MOST_COLUMNS = 63
TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"
ACTS = ("instrText", "fldSimple", "altChunk")


def read(data: bytes) -> Extracted:
    """All text of a .docx, or the refusal of what it is."""
    package = Package(data, kind="docx")
    paper = Paper(package)
    parts = list(paper.stories(package.main, "body"))
    told = {package.main}
    for word, place in BESIDE.items():
        for count, name in enumerate(package.linked(package.main, word), 1):
            numbered = f"{place}{count}" if word in ("header", "footer") else place
            parts += paper.stories(name, numbered)
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


@dataclass(slots=True)
class Notes:
    """What is known of the elements of a tree besides their words."""

    kinds: Kinds = field(default_factory=dict)
    labels: dict[Element, str] = field(default_factory=dict)
    spans: dict[Element, int] = field(default_factory=dict)
    joined: set[Element] = field(default_factory=set)


class Paper:
    """The stories of one .docx, with the styles and lists that they share."""

    def __init__(self, package: Package) -> None:
        """Read what is shared."""
        self.package = package
        self.styles = Styles(package)
        self.numbering = Numbering(package, self.styles)
        self.numbered = self.numbering.numbered_styles() if self.numbering else set()
        self.unseen = Unseen(self.styles, package.tree(package.main))

    def stories(self, name: str, where: str) -> Iterator[Part]:
        """The running text of one part, then its text boxes and watermarks."""
        root = self.package.tree(name)
        notes = self._notes(root)
        marks = [path.get("string", "") for path in root.iter(TEXT_PATH)]
        cut(root, STOPS)
        boxes = list(root.iter(*BOXES))
        for box in boxes:
            box.getparent().remove(box)
        part = Story(notes).of(root, where)
        yield part
        shown = {" ".join(part.text.split())} if boxes else set()
        for box in boxes:
            inner = Story(notes).of(box, "textbox")
            # Word writes each box twice, for new and for old programs.
            said = " ".join(inner.text.split())
            if said not in shown:
                shown.add(said)
                yield inner
        for mark in marks:
            yield Part("watermark", mark)

    def _notes(self, root: Element) -> Notes:
        """What properties say of words, and the changes accepted."""
        changes = Changes(root)
        kinds = self.unseen.look_over(root)
        for element in changes.inserted:
            kinds[element] = (*kinds.get(element, ()), "inserted")
        notes = Notes(kinds, joined=changes.joined)
        notes.spans = dict(_spans(root))
        if self.numbering:
            notes.labels = dict(self._labels(root, changes.joined))
        return notes

    def _labels(
        self, root: Element, joined: set[Element]
    ) -> Iterator[tuple[Element, str]]:
        """The numbers that are printed before paragraphs, counted in their order."""
        self.numbering.begin_story()
        asked: dict[Element, Element] = {}
        for element in root.iter(*NUMBERS):
            about = element.getparent()
            if element.tag.endswith("}numPr") or value(element) in self.numbered:
                asked[about.getparent()] = about
        first = None
        default = self.styles.default if self.styles.default in self.numbered else ""
        for paragraph in root.iter(*PARAGRAPHS) if default else asked:
            if paragraph is None or paragraph.tag not in PARAGRAPHS:
                continue
            # A paragraph without an end begins the next one, and has its number.
            if paragraph in joined:
                first = paragraph if first is None else first
                continue
            about = asked.get(paragraph)
            style = child(about, "pStyle")
            key = default if style is None else value(style)
            said = self.numbering.label(child(about, "numPr"), key)
            if said:
                yield (paragraph if first is None else first), said
            first = None


def _spans(root: Element) -> Iterator[tuple[Element, int]]:
    """Cells over several columns, and rows that begin behind the first one."""
    for element in root.iter(*SPANS):
        count = number(value(element)) or 0
        holder = element.getparent().getparent()
        if holder is not None and 0 < count <= MOST_COLUMNS:
            yield holder, count


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
            Story(Notes()).of(package.tree(name), "")


@dataclass(slots=True)
class Table:
    """A table that is open while its rows are read."""

    number: int
    row: int = 0
    column: int = 0
    # How many columns the last cell took.
    taken: int = 0


class Story:
    """One running text, taken in by walking its tree from beginning to beginning.

    Paragraphs end with a newline, cells of a row are parted by tabs. What ends is
    known by what begins next: half as many steps as when ends are met as well. Places
    are counted in pieces until all are there, and then in characters.
    """

    def __init__(self, notes: Notes) -> None:
        """Empty."""
        self.notes = notes
        self.pieces: list[str] = []
        # Cells, and remarks with their kinds; from piece to piece.
        self.cells: list[tuple[int, int, int, int, int]] = []
        self.remarks: list[tuple[int, int, str]] = []
        self.fields = Fields()
        self.count = 0
        self.tables: list[Table] = []
        # What is open around the next words: each with the place it began at.
        self.around: list[tuple[Element, str, int]] = []
        # A paragraph ends when the next thing begins; the last of a cell with it.
        self.is_open = False

    def of(self, root: Element, where: str) -> Part:
        """The part that everything below ``root`` makes, in the order of the text."""
        self.around.append((root, "", 0))
        place, pieces = root, self.pieces
        kinds, labels, joined = self.notes.kinds, self.notes.labels, self.notes.joined
        goes_on = False
        # The few lines that a long paper spends its time in.
        for element in root.iter(*WORDS):
            word = WORDS[element.tag]
            if word == "t":
                text = element.text
                if text and element in kinds:
                    self._remark(kinds[element])
                pieces.append(text or "")
            elif word == "p":
                parent = element.getparent()
                if parent is not place:
                    place = parent
                    self._come_to(parent)
                if self.is_open and not goes_on:
                    pieces.append("\n")
                self.is_open = True
                goes_on = element in joined
                if element in labels:
                    pieces.append(labels[element])
            elif word in TABLES:
                place = element
                self._begin(element, word)
            else:
                self._take(element, word)
        self._come_to(root)
        self._end_paragraph()
        self.fields.end()
        return self._part(where)

    def _part(self, where: str) -> Part:
        """All of it, with places in characters."""
        text = "".join(self.pieces)
        at = list(accumulate(map(len, self.pieces), initial=0))
        cells = [
            TableCell(at[start], at[end], table, row, column)
            for start, end, table, row, column in self.cells
        ]
        remarks = [
            Remark(at[start], at[end], kind) for start, end, kind in self.remarks
        ]
        return Part(where, text, tuple(cells), _with_words(text, remarks))

    def _take(self, element: Element, word: str) -> None:
        """A word of the format that stands for something by itself."""
        if word in SIGNS:
            self.pieces.append(SIGNS[word])
        elif word == "instrText":
            self.fields.instruct(element.text or "")
        elif word == "fldChar":
            self.fields.mark(value(element, "fldCharType"))
        elif word == "fldSimple":
            self.fields.simple(value(element, "instr"))
        elif word == "gone":
            here = len(self.pieces)
            self.remarks.append((here, here, "deleted"))
        else:
            raise refused_active("altchunk")

    def _remark(self, kinds: tuple[str, ...]) -> None:
        """Remarks over the next piece; they go on where the last of a kind ended."""
        here = len(self.pieces)
        for kind in kinds:
            near = range(len(self.remarks) - 1, max(-1, len(self.remarks) - 5), -1)
            last = next((at for at in near if self.remarks[at][1:] == (here, kind)), -1)
            start = here
            if last >= 0 and self.remarks[last][0] < here:
                start = self.remarks.pop(last)[0]
            self.remarks.append((start, here + 1, kind))

    def _end_paragraph(self) -> None:
        if self.is_open:
            self.pieces.append("\n")
        self.is_open = False

    def _come_to(self, element: Element) -> None:
        """End what was open and does not lie around this element."""
        around = self.around
        if len(around) < 2 or around[-2][0] is not element:
            there = {one for one, _, _ in around}
            while element not in there:
                element = element.getparent()
        while around[-1][0] is not element:
            _, word, start = around.pop()
            if word == "tc":
                # The last paragraph of a cell ends with the cell.
                self.is_open = False
                table = self.tables[-1]
                self.cells.append(
                    (start, len(self.pieces), table.number, table.row, table.column)
                )
            elif word == "tr":
                self.pieces.append("\n")
            else:
                self.tables.pop()

    def _begin(self, element: Element, word: str) -> None:
        """A table, a row or a cell, inside of what is open."""
        around, parent = self.around, element.getparent()
        if around[-1][0] is not parent:
            self._come_to(parent)
        if word == "tbl":
            self._end_paragraph()
            self.count += 1
            self.tables.append(Table(self.count))
        elif not self.tables:
            # Rows and cells without a table are none.
            return
        elif word == "tr":
            table = self.tables[-1]
            table.row += 1
            table.column, table.taken = 0, self.notes.spans.get(element, 0) + 1
        else:
            table = self.tables[-1]
            # Cells over several columns keep those behind them in their columns.
            parts = table.taken if table.column else table.taken - 1
            if parts:
                self.pieces.append("\t" * parts)
            table.column += table.taken
            table.taken = self.notes.spans.get(element, 1)
        around.append((element, word, len(self.pieces)))


def _with_words(text: str, remarks: list[Remark]) -> tuple[Remark, ...]:
    """Those over words: blanks and lines of signs hide nothing."""
    return tuple(
        one
        for one in sorted(remarks, key=lambda each: (each.start, each.end))
        if one.start == one.end or any(map(str.isalnum, text[one.start : one.end]))
    )
