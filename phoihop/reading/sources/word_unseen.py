"""Words of a .docx that stand in the file and that nobody sees on the paper.

White on white, smaller than a point or two, beside the page, marked hidden: by a run
itself or by a style that it inherits from. What decides is what an eye would see, so
white words on a dark cell are none of these.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property

from phoihop.reading.sources.colours import WHITE, Colour, are_alike, of_hex
from phoihop.reading.sources.markup import Element
from phoihop.reading.sources.word_places import (
    box_ground,
    box_kind,
    frame_is_off,
    indent_is_off,
    is_clear,
    line_is_shut,
    page_of,
    shade_of,
)
from phoihop.reading.sources.word_styles import (
    Styles,
    W,
    child,
    is_on,
    number,
    value,
)

Kinds = dict[Element, tuple[str, ...]]
# Half points: below four points nobody reads; and letters squeezed to a fifth.
LEAST = {"sz": 8, "w": 20}
TEXT_FILL = "{http://schemas.microsoft.com/office/word/2010/wordml}textFill"
HIDING = ("vanish", "specVanish", "webHidden")
OF_A_RUN = (*HIDING, "color", "sz", "w", "shd", "highlight")
OF_A_PARAGRAPH = ("framePr", "ind", "spacing")
PLACED = ("tblpPr", "txbxContent")
NAMING = ("pStyle", "rStyle", "tblStyle")
ASKED = {
    space + word: word
    for space in W
    for word in (*OF_A_RUN, *OF_A_PARAGRAPH, *PLACED, *NAMING)
}
ASKED[TEXT_FILL] = "textFill"
# Without the names of styles: of most papers no style hides anything.
OWN = tuple(name for name, word in ASKED.items() if word not in NAMING)
STYLES = tuple(f"{space}style" for space in W)
HIGHLIGHTS = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "green": "00FF00",
    "magenta": "FF00FF",
    "red": "FF0000",
    "yellow": "FFFF00",
    "white": "FFFFFF",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
}
TEXTS = tuple(f"{space}t" for space in W)
RUNS = tuple(f"{space}r" for space in W)
# Parts of a table's style that hold for rows and columns we can name, by the sign of
# ``tblLook`` that switches them off.
EDGES = {"firstRow": 0x20, "lastRow": 0x40, "firstCol": 0x80, "lastCol": 0x100}


class Unseen:
    """Looks through the parts of one paper; its styles are asked once."""

    def __init__(self, styles: Styles, main: Element) -> None:
        """``main``: the root of the body, which says how large the pages are."""
        self.styles = styles
        self.page = page_of(main)
        self.ground = WHITE
        self._known: dict[tuple[object, ...], bool] = {}
        for space in W:
            back = main.find(f"{space}background")
            if back is not None:
                self.ground = styles.colour(back, "color", "themeColor") or WHITE

    @cached_property
    def suspect_styles(self) -> frozenset[str]:
        """The styles that hide words, or that stand on one that does."""
        own = {value(style, "styleId") for style in self._hiding if style.tag in STYLES}
        return frozenset(
            key
            for key in self.styles.by_id
            if own
            and any(value(one, "styleId") in own for one in self.styles.chain(key))
        )

    @cached_property
    def hides_by_default(self) -> bool:
        """Whether words without any style of their own may be hidden."""
        return self.styles.default in self.suspect_styles or any(
            above.tag not in STYLES for above in self._hiding
        )

    @cached_property
    def _hiding(self) -> list[Element]:
        """The styles, or the defaults, in which something may hide words."""
        found = []
        for root in self.styles.roots:
            for element in root.iter(*OWN):
                word = ASKED[element.tag]
                if word != "txbxContent" and self._is_odd(element, word):
                    above = [element, *element.iterancestors()]
                    found.append(above[-2] if len(above) > 1 else above[-1])
        return found

    def _is_odd(self, element: Element, word: str) -> bool:
        """Whether a property may make words unseen, looked at by itself.

        Thousands of runs say the same size and colour: each is thought about once.
        """
        said = (word, *element.items())
        if said not in self._known:
            self._known[said] = self._may_hide(element, word)
        return self._known[said]

    def _may_hide(self, element: Element, word: str) -> bool:
        if word in HIDING:
            return is_on(element)
        if word == "color":
            colour = self.styles.colour(element, "val", "themeColor")
            return colour is not None and are_alike(colour, self.ground)
        if word == "shd":
            shade = self.styles.ground(element)
            return shade is not None and not are_alike(shade, self.ground)
        if word in LEAST:
            return (number(value(element)) or LEAST[word]) < LEAST[word]
        if word == "spacing":
            return line_is_shut(element)
        return (
            (word == "highlight" and value(element) in HIGHLIGHTS)
            or (word in ("framePr", "tblpPr") and frame_is_off(element, self.page))
            or (word == "ind" and indent_is_off(element, self.page))
        )

    def look_over(self, root: Element) -> Kinds:
        """The pieces of text below ``root`` that are not seen, each with why."""
        suspects: dict[Element, None] = {}
        found: dict[Element, set[str]] = {}
        if self.hides_by_default:
            suspects |= dict.fromkeys(root.iter(*RUNS))
        for element in root.iter(*(ASKED if self.suspect_styles else OWN)):
            word = ASKED[element.tag]
            holder = element.getparent()
            if word == "txbxContent":
                _note(found, element.iter(*TEXTS), box_kind(element, self.page))
                continue
            if word in ("pStyle", "rStyle", "tblStyle"):
                if value(element) in self.suspect_styles:
                    suspects |= _runs_of(holder)
            elif (
                is_clear(element) if word == "textFill" else self._is_odd(element, word)
            ):
                if word in (*OF_A_PARAGRAPH, "tblpPr"):
                    kind = "tiny" if word == "spacing" else "off_page"
                    _note(found, _texts_of(holder, word), kind)
                else:
                    suspects |= _runs_of(holder)
        for run in suspects:
            for kind in self._kinds(run):
                _note(found, run.iter(*TEXTS), kind)
        return {text: tuple(sorted(kinds)) for text, kinds in found.items()}

    def _kinds(self, run: Element) -> Iterator[str]:
        """Why the words of one run are not seen, its inheritance counted."""
        looks = Looks(self.styles, run)
        if any(_is_marked(looks, word) for word in HIDING):
            yield "marked_hidden"
        for word, least in LEAST.items():
            size = looks.first(word)
            if size is not None and (number(value(size)) or least) < least:
                yield "tiny"
        for word in OF_A_PARAGRAPH:
            place = looks.of_paragraph(word)
            if place is not None and self._is_odd(place, word):
                yield "tiny" if word == "spacing" else "off_page"
        if self._is_like_its_ground(looks):
            yield "white"

    def _is_like_its_ground(self, looks: "Looks") -> bool:
        fill = None if looks.own is None else looks.own.find(TEXT_FILL)
        if fill is not None and is_clear(fill):
            return True
        said = looks.first("color")
        colour = None if said is None else self.styles.colour(said, "val", "themeColor")
        if colour is None:
            return False
        grounds = list(looks.grounds(self.ground))
        return bool(grounds) and all(are_alike(colour, one) for one in grounds)


def _is_marked(looks: "Looks", word: str) -> bool:
    """Whether a run is marked hidden in this way."""
    marked = looks.first(word)
    if marked is None or not is_on(marked):
        return False
    # Page numbers in a table of contents are not shown on web pages.
    text = "".join(each.text or "" for each in looks.run.iter(*TEXTS))
    return word != "webHidden" or any(letter.isalpha() for letter in text)


class Looks:
    """What one run looks like: its own properties, then those of its styles."""

    def __init__(self, styles: Styles, run: Element) -> None:
        """Find what the run stands in."""
        self.styles = styles
        self.run = run
        self.own = child(run, "rPr")
        self.paragraph = _around(run, "p")
        self.cell = _around(run, "tc")
        self.row = _around(run, "tr")
        self.table = _around(run, "tbl")
        named = child(self.own, "rStyle")
        about = child(self.paragraph, "pPr")
        paragraph = child(about, "pStyle")
        self.of_run = [] if named is None else list(styles.chain(value(named)))
        key = styles.default if paragraph is None else value(paragraph)
        self.of_style = list(styles.chain(key))

    def first(self, word: str) -> Element:
        """The property that counts: the run's own, or the nearest inherited one."""
        for properties in self._properties():
            found = child(properties, word)
            if found is not None:
                return found
        return None

    def of_paragraph(self, word: str) -> Element:
        """The same for a property of its paragraph that a style brings."""
        holders = [self.paragraph, *self.of_style]
        found = (child(child(holder, "pPr"), word) for holder in holders)
        return next((one for one in found if one is not None), None)

    def _properties(self) -> Iterator[Element]:
        yield self.own
        for style in (*self.of_run, *self.of_style):
            yield child(style, "rPr")
        for part, _ in self._table_parts():
            yield child(part, "rPr")
        yield self.styles.defaults

    @cached_property
    def _table_styles(self) -> list[Element]:
        named = child(child(self.table, "tblPr"), "tblStyle")
        return [] if named is None else list(self.styles.chain(value(named)))

    def _table_parts(self) -> Iterator[tuple[Element, bool]]:
        """Parts of the table's style that hold here; and whether that is sure."""
        for style in self._table_styles:
            for part in style.iterchildren(*(f"{space}tblStylePr" for space in W)):
                kind = value(part, "type")
                if kind not in EDGES:
                    yield part, False
                elif self._is_at(kind):
                    yield part, True
            yield style, True

    def _is_at(self, edge: str) -> bool:
        """Whether the run stands in this row or column, and its look is wanted."""
        look = child(child(self.table, "tblPr"), "tblLook")
        if look is not None:
            by_name = {"firstCol": "firstColumn", "lastCol": "lastColumn"}
            said = value(look, by_name.get(edge, edge))
            signs = value(look)
            if said in ("0", "false"):
                return False
            is_hex = len(signs) == 4 and of_hex(signs[:3]) and of_hex(signs[1:])
            if not said and is_hex and not int(signs, 16) & EDGES[edge]:
                return False
        holder, one = (
            (self.table, self.row) if edge.endswith("Row") else (self.row, self.cell)
        )
        if holder is None or one is None:
            return False
        same = list(holder.iterchildren(one.tag))
        return one is (same[0] if edge.startswith("first") else same[-1])

    def grounds(self, page: Colour) -> Iterator[Colour]:
        """What may lie beneath the words; nothing where nobody can say."""
        for properties in self._properties():
            light = child(properties, "highlight")
            marked = None if light is None else HIGHLIGHTS.get(value(light))
            shade = of_hex(marked) if marked else None
            shade = shade or self.styles.ground(child(properties, "shd"))
            if shade is not None:
                yield shade
                return
        shade = self.styles.ground(self.of_paragraph("shd"))
        shade = shade or self.styles.ground(shade_of(self.cell, "tcPr"))
        if shade is not None:
            yield shade
            return
        for part, is_sure in self._table_parts():
            shade = self.styles.ground(shade_of(part, "tcPr"))
            shade = shade or self.styles.ground(shade_of(part, "tblPr"))
            if shade is not None:
                yield shade
                if is_sure:
                    return
        shade = self.styles.ground(shade_of(self.table, "tblPr"))
        is_known, filled = box_ground(self.run, self.styles)
        if is_known:
            yield shade or filled or page


def _around(element: Element, word: str) -> Element:
    return next(element.iterancestors(*(space + word for space in W)), None)


def _runs_of(properties: Element) -> dict[Element, None]:
    """The runs for which a property holds, by what its properties belong to."""
    holder = properties.getparent()
    # In a paragraph's properties it is about the sign that ends the paragraph.
    if holder is None or holder.tag in (f"{space}pPr" for space in W):
        return {}
    if holder.tag in RUNS:
        return {holder: None}
    return dict.fromkeys(holder.iter(*RUNS))


def _texts_of(properties: Element, word: str) -> Iterator[Element]:
    """The texts of the paragraph or table that stands where nobody looks."""
    holder = properties.getparent()
    # ``spacing`` between letters is a property of runs by the same name.
    if holder is not None and (word != "spacing" or holder.tag not in RUNS):
        yield from holder.iter(*TEXTS)


def _note(found: dict[Element, set[str]], texts: Iterable[Element], kind: str) -> None:
    if kind:
        for text in texts:
            found.setdefault(text, set()).add(kind)
