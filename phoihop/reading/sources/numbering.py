"""Numbers that Word prints before paragraphs and keeps apart from their words.

“Điều 3.”, “1.2.” or “a)” is in no run of the file: the paragraph names a list and a
level, and the number is counted. Read without it, a paper has no items.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from phoihop.reading.sources.markup import Element
from phoihop.reading.sources.package import Package
from phoihop.reading.sources.word_styles import Styles, child, is_on, number, value

LEVELS = 9
PLACE = re.compile("%([1-9])")
ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
LETTERS = 26
# A sign of a font of pictures, or a letter that draws a circle there.
BULLET = "•"
MOST = 32_767
LONGEST_LABEL = 60


def roman(count: int) -> str:
    """``roman(14)`` is ``xiv``."""
    said = ""
    for size, letters in ROMAN:
        times, count = divmod(count, size)
        said += letters * times
    return said


def letter(count: int) -> str:
    """``a`` to ``z``, then ``aa``, ``bb``, as Word counts."""
    times, place = divmod(count - 1, LETTERS)
    return chr(97 + place) * min(times + 1, LONGEST_LABEL) if count > 0 else ""


FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda count: f"{count:02}",
    "lowerLetter": letter,
    "upperLetter": lambda count: letter(count).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda count: roman(count).upper(),
    "none": lambda count: "",
}


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    # After which level it begins anew: None for each above it, 0 for never.
    restart: int | None = None
    style: str = ""
    all_decimal: bool = False
    # What stands between the number and the words.
    gap: str = " "


@dataclass(frozen=True, slots=True)
class Listed:
    """A list that paragraphs name: whose count it shares, and its levels."""

    counted_as: str
    levels: dict[int, Level]
    # Levels whose count begins anew with the first paragraph of this list.
    anew: dict[int, int]


class Numbering:
    """The lists of a paper, and how far each has been counted."""

    def __init__(self, package: Package, styles: Styles) -> None:
        """Read the lists that there are."""
        self._styles = styles
        self._roots = {}
        self._lists: dict[str, Element] = {}
        for name in package.linked(package.main, "numbering"):
            root = package.tree(name)
            for each in root.iter("{*}abstractNum"):
                self._roots[value(each, "abstractNumId")] = each
            for each in root.iter("{*}num"):
                self._lists[value(each, "numId")] = each
        self._read: dict[str, Listed | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        self._of_style: dict[str, tuple[str, int] | None] = {}

    def __bool__(self) -> bool:
        """Whether there is any list."""
        return bool(self._lists)

    def begin_story(self) -> None:
        """Headers and notes count for themselves."""
        self._counts, self._begun = {}, set()

    def numbered_styles(self) -> set[str]:
        """The styles whose paragraphs are numbered without saying so themselves."""
        return {key for key in self._styles.by_id if self.of_style(key) is not None}

    def of_style(self, key: str) -> tuple[str, int] | None:
        """The list and level that a style brings with it."""
        if key not in self._of_style:
            self._of_style[key] = self._brought(key)
        return self._of_style[key]

    def _brought(self, key: str) -> tuple[str, int] | None:
        which, depth, bringer = "", None, ""
        for style in self._styles.chain(key):
            said = child(child(style, "pPr"), "numPr")
            which = which or _said(said, "numId")
            bringer = bringer or (value(style, "styleId") if which else "")
            if depth is None:
                depth = number(_said(said, "ilvl"))
            if which:
                break
        listed = self._list(which)
        if listed is None:
            return None
        linked = (
            level
            for each in (key, bringer)
            for level, how in listed.levels.items()
            if how.style == each
        )
        return which, next(linked, depth or 0)

    def label(self, said: Element, style: str) -> str:
        """The number before the next paragraph that says this, counted on."""
        brought = self.of_style(style)
        which = _said(said, "numId")
        depth = number(_said(said, "ilvl"))
        if not which:
            if brought is None:
                return ""
            which = brought[0]
            depth = brought[1] if depth is None else depth
        listed = self._list(which)
        if listed is None or not 0 <= (depth or 0) < LEVELS:
            return ""
        return self._counted(which, listed, depth or 0)

    def _counted(self, which: str, listed: Listed, depth: int) -> str:
        counts = self._counts.setdefault(listed.counted_as, {})
        if which not in self._begun:
            self._begun.add(which)
            for level, start in listed.anew.items():
                counts[level] = start - 1
        own = listed.levels.get(depth, Level())
        for above in range(depth):
            counts.setdefault(above, listed.levels.get(above, Level()).start)
        counts[depth] = min(counts.get(depth, own.start - 1) + 1, MOST)
        for below in range(depth + 1, LEVELS):
            restart = listed.levels.get(below, Level()).restart
            if restart is None or depth < restart:
                counts.pop(below, None)
        said = _label(own, listed.levels, counts)[:LONGEST_LABEL]
        return f"{said}{own.gap}" if said else ""

    def _list(self, which: str) -> Listed | None:
        """The list of this number; 0 and unknown ones number nothing."""
        if which not in self._read:
            self._read[which] = self._of_number(which)
        return self._read[which]

    def _of_number(self, which: str) -> Listed | None:
        each = self._lists.get(which)
        key = "" if each is None else _said(each, "abstractNumId")
        root = self._rooted(key)
        if each is None or root is None:
            return None
        levels = dict(_levels(root))
        anew = {}
        for other in each.iterchildren("{*}lvlOverride"):
            depth = number(value(other, "ilvl"))
            if depth is None:
                continue
            levels |= dict(_levels(other))
            start = number(_said(other, "startOverride"))
            if start is not None:
                anew[depth] = start
        return Listed(value(root, "abstractNumId"), levels, anew)

    def _rooted(self, key: str) -> Element:
        """The levels themselves: a list may leave them to a style of lists."""
        root = self._roots.get(key)
        link = None if root is None else child(root, "numStyleLink")
        if link is None:
            return root
        for style in self._styles.chain(value(link)):
            which = _said(child(child(style, "pPr"), "numPr"), "numId")
            each = self._lists.get(which)
            if each is not None:
                return self._roots.get(_said(each, "abstractNumId"))
        return root


def _said(element: Element, word: str) -> str:
    found = child(element, word)
    return "" if found is None else value(found)


def _levels(root: Element) -> Iterator[tuple[int, Level]]:
    for each in root.iterchildren("{*}lvl"):
        depth = number(value(each, "ilvl"))
        if depth is None or not 0 <= depth < LEVELS:
            continue
        start = number(_said(each, "start"))
        legal = child(each, "isLgl")
        # A format that old programs do not know stands beside one that they do.
        format = child(each, "numFmt")
        if format is None:
            format = next(each.iter("{*}numFmt"), None)
        yield (
            depth,
            Level(
                format="decimal" if format is None else value(format),
                text=_said(each, "lvlText"),
                start=1 if start is None else start,
                restart=number(_said(each, "lvlRestart")),
                style=_said(each, "pStyle"),
                all_decimal=legal is not None and is_on(legal),
                gap="" if _said(each, "suff") == "nothing" else " ",
            ),
        )


def _label(level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
    """The number as it is printed: “1.2.”, “a)”, “Điều 3.”."""
    if level.format == "bullet":
        sign = level.text.strip()
        is_drawn = not sign or sign.isalnum() or "\ue000" <= sign[0] <= "\uf8ff"
        return BULLET if is_drawn else sign

    def counted(found: re.Match[str]) -> str:
        place = int(found.group(1)) - 1
        other = levels.get(place, Level())
        count = counts.get(place, other.start)
        as_written = level.all_decimal and place < LEVELS
        return FORMATS.get("" if as_written else other.format, str)(count)

    return PLACE.sub(counted, level.text)
