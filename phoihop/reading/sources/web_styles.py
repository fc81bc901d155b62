"""Style sheets of a web page, as far as they hide words: a few properties, no layout.

Selectors of names, classes and ids, one within the other, are what pages of public
bodies and of Word use. What a rule says of states, printing or neighbours is left out:
it hides nothing from a person who looks at the page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phoihop.reading.sources.colours import BLACK, WHITE, Colour, of_hex
from phoihop.reading.sources.markup import Element

Said = dict[str, str]

# More rules than this no page needs to hide words.
MOST_RULES = 5_000
COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
BRACES = re.compile(r"[{}]")
SIMPLE = re.compile(r"(\*|[a-z][\w\\:-]*)?((?:[.#][\w-]+)*)", re.IGNORECASE)
PROPERTIES = frozenset(
    {
        *("color", "background", "background-color", "background-image", "font"),
        *("font-size", "display", "visibility", "position", "left", "right", "top"),
        *("text-indent", "margin-left", "margin-top", "opacity", "clip", "clip-path"),
        *("mso-hide", "width", "height", "overflow", "transform", "list-style"),
        *("list-style-type",),
    }
)
LENGTH = re.compile(r"(-?\d{0,9}\.?\d{1,9})(px|pt|em|rem|%|in|cm|mm|vw|vh|pc|ex)?")
# Five pixels are four points here: the smallest that anybody reads.
POINTS = {
    "px": 0.8,
    "pt": 1.0,
    "pc": 12.0,
    "in": 72.0,
    "cm": 28.35,
    "mm": 2.835,
    "rem": 12.0,
    "vw": 6.0,
    "vh": 6.0,
    None: 0.8,
}
SIZES = {
    "xx-small": 7.0,
    "x-small": 8.0,
    "small": 10.0,
    "medium": 12.0,
    "large": 14.0,
    "x-large": 18.0,
    "xx-large": 24.0,
}
CALLED = {
    "white": WHITE,
    "black": BLACK,
    "windowtext": BLACK,
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "azure": (240, 255, 255),
    "mintcream": (245, 255, 250),
    "ghostwhite": (248, 248, 255),
    "floralwhite": (255, 250, 240),
    "whitesmoke": (245, 245, 245),
    "seashell": (255, 245, 238),
    "aliceblue": (240, 248, 255),
    "honeydew": (240, 255, 240),
    "oldlace": (253, 245, 230),
    "lavenderblush": (255, 240, 245),
    "gainsboro": (220, 220, 220),
    "red": (255, 0, 0),
    "blue": (0, 0, 255),
    "navy": (0, 0, 128),
    "green": (0, 128, 0),
    "yellow": (255, 255, 0),
    "gray": (128, 128, 128),
    "grey": (128, 128, 128),
    "silver": (192, 192, 192),
    "maroon": (128, 0, 0),
    "darkblue": (0, 0, 139),
    "darkred": (139, 0, 0),
    "darkgreen": (0, 100, 0),
    "orange": (255, 165, 0),
    "purple": (128, 0, 128),
    "teal": (0, 128, 128),
}
NUMBERS = re.compile(r"\d{1,4}(?:\.\d{1,6})?%?")


def colour_of(said: str) -> tuple[Colour | None, bool]:
    """(the colour, whether words are seen in it at all)."""
    said = said.strip().lower()
    if said == "transparent":
        return None, False
    if said.startswith(("rgb", "hsl")):
        parts = NUMBERS.findall(said.partition("(")[2])
        if len(parts) > 3 and _share(parts[3]) < 0.1:
            return None, False
        if said.startswith("rgb") and len(parts) >= 3:
            red, green, blue = (
                min(255, round(_share(part) * 255) if "%" in part else int(float(part)))
                for part in parts[:3]
            )
            return (red, green, blue), True
        return None, True
    if said.startswith("#") and len(said) in (5, 9):
        digits = said[1:] if len(said) == 9 else "".join(c * 2 for c in said[1:])
        return of_hex(digits[:6]), digits[6:] not in ("00", "01", "05", "0a")
    found = CALLED.get(said) or (of_hex(said) if said.startswith("#") else None)
    return found, True


def _share(part: str) -> float:
    return float(part.rstrip("%")) / (100 if "%" in part else 1)


def points(said: str, around: float) -> float | None:
    """A length in points; shares are of ``around``. None for what is none."""
    said = said.strip().lower()
    found = LENGTH.fullmatch(said)
    if not found:
        return SIZES.get(said)
    size, unit = float(found.group(1)), found.group(2)
    if unit in ("em", "ex"):
        return size * around
    return size * around / 100 if unit == "%" else size * POINTS[unit]


def declared(style: str) -> Said:
    """The pairs of a style, as far as they matter here."""
    said = {}
    for pair in style.split(";"):
        name, _, value = pair.partition(":")
        name = name.strip().lower()
        if name in PROPERTIES:
            said[name] = value.lower().replace("!important", "").strip()
    return said


@dataclass(frozen=True, slots=True)
class Simple:
    """One step of a selector: a name, classes and ids that an element must have."""

    tag: str
    classes: frozenset[str]
    ids: frozenset[str]

    def fits(self, element: Element, classes: frozenset[str]) -> bool:
        """Whether an element is one of these."""
        if self.tag not in ("*", "", str(element.tag).lower()):
            return False
        if self.ids and element.get("id") not in self.ids:
            return False
        return self.classes <= classes


@dataclass(frozen=True, slots=True)
class Rule:
    """What a sheet says of elements that stand in such a place."""

    weight: tuple[int, int, int, int]
    steps: tuple[Simple, ...]
    said: Said


class Sheets:
    """The rules of all style sheets in a page."""

    def __init__(self, root: Element) -> None:
        """Read the rules with a property that matters here."""
        # By what the last step asks for: most elements are asked few rules.
        self._rules: dict[str, list[Rule]] = {}
        order = 0
        for sheet in root.iter("style"):
            for selectors, style in _blocks(COMMENT.sub(" ", sheet.text or "")):
                said = declared(style)
                for selector in selectors.split(",") if said else ():
                    steps = _steps(selector)
                    order += 1
                    if steps and order <= MOST_RULES:
                        self._keep(Rule((*_weight(steps), order), steps, said))

    def _keep(self, rule: Rule) -> None:
        last = rule.steps[-1]
        classes = sorted(f".{name}" for name in last.classes)
        key = next(iter((*classes, last.tag or "*")))
        self._rules.setdefault(key, []).append(rule)

    def of(self, element: Element) -> Said:
        """What the sheets and the element itself say; the nearest last."""
        classes = _classes(element)
        found = []
        if self._rules:
            keys = (*(f".{name}" for name in classes), str(element.tag).lower(), "*")
            found = [
                rule
                for key in keys
                for rule in self._rules.get(key, ())
                if rule.steps[-1].fits(element, classes) and _stands(element, rule)
            ]
        said: Said = {}
        for rule in sorted(found, key=lambda each: each.weight):
            said |= rule.said
        style = element.get("style")
        return said | declared(style) if style else said


def _classes(element: Element) -> frozenset[str]:
    return frozenset((element.get("class") or "").split())


def _stands(element: Element, rule: Rule) -> bool:
    """Whether the steps before the last are found above, in their order."""
    above = element.getparent()
    for step in reversed(rule.steps[:-1]):
        while above is not None and not step.fits(above, _classes(above)):
            above = above.getparent()
        if above is None:
            return False
        above = above.getparent()
    return True


def _weight(steps: tuple[Simple, ...]) -> tuple[int, int, int]:
    ids = sum(len(step.ids) for step in steps)
    classes = sum(len(step.classes) for step in steps)
    return ids, classes, sum(step.tag not in ("", "*") for step in steps)


def _steps(selector: str) -> tuple[Simple, ...]:
    """The steps of a selector; none for one that asks for more than names."""
    steps = []
    for word in selector.replace(">", " ").split():
        found = SIMPLE.fullmatch(word)
        if not found or not word:
            return ()
        marks = re.findall(r"[.#][\w-]+", found.group(2))
        steps.append(
            Simple(
                (found.group(1) or "").lower(),
                frozenset(mark[1:] for mark in marks if mark[0] == "."),
                frozenset(mark[1:] for mark in marks if mark[0] == "#"),
            )
        )
    return tuple(steps)


def _blocks(sheet: str) -> Iterator[tuple[str, str]]:
    """(selectors, declarations) of a sheet; of @-rules those for screens."""
    at = 0
    while (opened := sheet.find("{", at)) >= 0:
        head = sheet[at:opened].rpartition(";")[2].rpartition("}")[2].strip()
        closed = sheet.find("}", opened)
        inner = sheet.find("{", opened + 1)
        if head.startswith("@") and 0 <= inner < closed:
            is_wanted = head.startswith("@media") and "print" not in head
            # Into the block, or behind it.
            at = opened + 1 if is_wanted else _behind(sheet, opened)
            continue
        end = len(sheet) if closed < 0 else closed
        if not head.startswith("@"):
            yield head, sheet[opened + 1 : end]
        at = end + 1


def _behind(sheet: str, opened: int) -> int:
    depth = 0
    for sign in BRACES.finditer(sheet, opened):
        depth += 1 if sign.group() == "{" else -1
        if depth == 0:
            return sign.end()
    return len(sheet)
