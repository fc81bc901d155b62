"""Sentences that a file broke into lines of one width, put into one line again.

Each such line end becomes one blank, so that every place stays where it was.
"""

from phoihop.reading.layout import Layout, Line
from phoihop.reading.marks import mark_of

_ENDS = ".;:!?|/"
_WIDEST = 140
_NARROWEST = 40
# So many lines, and so much of them, must go on in small letters.
_LEAST, _SHARE = 4, 0.15


def unwrapped(layout: Layout) -> str:
    """The text with a blank for each line end that only the width put there."""
    width = _width(layout)
    if not width:
        return layout.text
    pieces: list[str] = []
    done = 0
    for before, line in zip(layout.lines, layout.lines[1:], strict=False):
        between = layout.text[before.end : line.start]
        if between.count("\n") == 1 and _goes_on(before, line, width):
            pieces += (layout.text[done : before.end], between.replace("\n", " "))
            done = line.start
    pieces.append(layout.text[done:])
    return "".join(pieces)


def _width(layout: Layout) -> int:
    """How wide the lines of a text are that was broken so; 0 for one that was not."""
    lengths = []
    near = 0
    for before, line in zip(layout.lines, layout.lines[1:], strict=False):
        if layout.text.count("\n", before.end, line.start) > 1:
            continue
        near += 1
        if line.text[0].islower() and before.text[-1] not in _ENDS:
            lengths.append(len(before.text))
    if len(lengths) < _LEAST or len(lengths) < near * _SHARE:
        return 0
    width = sorted(lengths)[len(lengths) * 9 // 10]
    return width if _NARROWEST <= width <= _WIDEST else 0


def _goes_on(before: Line, line: Line, width: int) -> bool:
    """Whether a line goes on with the sentence of the one above it."""
    if before.text[-1] in _ENDS or "\t" in before.text + line.text or "|" in line.text:
        return False
    if not any(map(str.isalpha, line.text)):
        # A day or a number on a line of its own.
        return False
    full = len(before.text) + 1 + len(line.text.split(None, 1)[0]) > width
    if line.text[0].islower():
        return full or len(before.text) > width * 0.6
    return full and not before.text.isupper() and mark_of(line.text) is None
