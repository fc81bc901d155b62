"""Tracked changes of a .docx, read as if they were accepted, and where each was.

What was put in or moved here stays, with a remark over it. What was taken out or moved
away leaves a sign at its place, so that a person learns that words were there.
"""

from phoihop.reading.sources.markup import Element, cut
from phoihop.reading.sources.word_styles import W

IN, OUT = ("ins", "moveTo"), ("del", "moveFrom")
# The sign that stands where words were taken out; the format has no such word.
GONE, NOTHING = "{urn:phoihop}gone", "{urn:phoihop}nothing"
# How something looked before, which is nobody's look now.
BEFORE = tuple(
    space + word
    for space in W
    for word in (
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange"),
        *("trPrChange", "tcPrChange", "tblPrExChange", "numberingChange"),
    )
)
PUT_IN = tuple(space + word for space in W for word in IN)
TAKEN_OUT = tuple(space + word for space in W for word in OUT)
TEXTS = tuple(f"{space}t" for space in W)
LOST = (*TEXTS, *(f"{space}delText" for space in W))
PARAGRAPH_MARKS = {f"{space}pPr" for space in W}
ROWS = {f"{space}trPr" for space in W}


class Changes:
    """What was changed in one tree, which is left with the changes accepted."""

    def __init__(self, root: Element) -> None:
        """Accept what is found below ``root``."""
        self.inserted: set[Element] = set()
        # Paragraphs whose end was taken out: they go on in the next one.
        self.joined: set[Element] = set()
        # The tree changes under way.
        found = list(root.iter(*BEFORE, *PUT_IN, *TAKEN_OUT))
        if not found:
            return
        cut(root, BEFORE)
        for element in found:
            if element.tag in PUT_IN:
                self.inserted.update(element.iter(*TEXTS))
            elif element.tag in TAKEN_OUT:
                self._take_out(element)

    def _take_out(self, gone: Element) -> None:
        properties = gone.getparent()
        if properties is None or properties.tag == GONE:
            return
        above = properties.getparent()
        if properties.tag in ROWS:
            _empty(above, GONE)
        elif above is not None and above.tag in PARAGRAPH_MARKS:
            paragraph = above.getparent()
            if paragraph is not None:
                self.joined.add(paragraph)
        else:
            said = any((each.text or "").strip() for each in gone.iter(*LOST))
            _empty(gone, GONE if said else NOTHING)


def _empty(element: Element, sign: str) -> None:
    """Leave a sign alone of an element and all below it."""
    for below in list(element):
        element.remove(below)
    element.text = None
    element.tag = sign
