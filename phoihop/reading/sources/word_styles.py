"""Styles, defaults and the theme of a .docx: what a run looks like by inheritance."""

from collections.abc import Iterator

from phoihop.reading.sources.colours import BLACK, WHITE, Colour, mixed, of_hex
from phoihop.reading.sources.markup import Element
from phoihop.reading.sources.package import Package

# The same words in the two namespaces of the format, transitional and strict.
W = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
VAL, STRICT_VAL = (f"{space}val" for space in W)
# A style may stand on another one; a ring of them ends here.
DEEPEST = 20
# The names of a theme's colours in a paper, and in the theme itself.
THEMED = {
    "background1": "lt1",
    "light1": "lt1",
    "text1": "dk1",
    "dark1": "dk1",
    "background2": "lt2",
    "light2": "lt2",
    "text2": "dk2",
    "dark2": "dk2",
    "bg1": "lt1",
    "tx1": "dk1",
    "bg2": "lt2",
    "tx2": "dk2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
# Where a paper has no theme of its own: that of the office.
OFFICE: dict[str, Colour] = {
    "lt1": WHITE,
    "dk1": BLACK,
    "lt2": (0xEE, 0xEC, 0xE1),
    "dk2": (0x1F, 0x49, 0x7D),
}
OFF = ("0", "false", "off")


def value(element: Element, word: str = "val") -> str:
    """An attribute of the format, in either namespace."""
    if word == "val":
        # Asked of every property of a long paper.
        return element.get(VAL) or element.get(STRICT_VAL) or ""
    for space in W:
        found = element.get(space + word)
        if found is not None:
            return str(found)
    return ""


def child(element: Element, word: str) -> Element:
    """The first child of this name, in either namespace; None without one."""
    if element is not None:
        for space in W:
            found = element.find(space + word)
            if found is not None:
                return found
    return None


def number(text: str) -> int | None:
    """A whole number as the format writes it; None for anything else."""
    digits = text.strip().removeprefix("-")
    if not digits.isascii() or not digits.isdecimal() or len(digits) > 9:
        return None
    return int(text)


def is_on(element: Element) -> bool:
    """Whether a property that is there is switched on."""
    return value(element) not in OFF


class Styles:
    """The styles of a paper by their ids, and the colours of its theme."""

    def __init__(self, package: Package) -> None:
        """Read what there is; a paper without styles has none."""
        self._package = package
        self.by_id: dict[str, Element] = {}
        self.default = ""
        self.defaults: Element = None
        self.roots: list[Element] = []
        self._theme: dict[str, Colour] | None = None
        for name in package.linked(package.main, "styles"):
            self.roots.append(package.tree(name))
            self._take_in(package.tree(name))

    def _take_in(self, root: Element) -> None:
        for space in W:
            for style in root.iterchildren(f"{space}style"):
                key = value(style, "styleId")
                self.by_id.setdefault(key, style)
                if value(style, "type") == "paragraph" and value(style, "default"):
                    self.default = key if is_default(style) else self.default
        everywhere = child(child(root, "docDefaults"), "rPrDefault")
        self.defaults = child(everywhere, "rPr")

    def chain(self, key: str) -> Iterator[Element]:
        """A style and those that it stands on, nearest first."""
        for _ in range(DEEPEST):
            style = self.by_id.get(key)
            if style is None:
                return
            yield style
            under = child(style, "basedOn")
            key = "" if under is None else value(under)

    def theme(self) -> dict[str, Colour]:
        """The colours of the theme, by the names that it gives them."""
        if self._theme is None:
            self._theme = dict(OFFICE)
            for name in self._package.linked(self._package.main, "theme"):
                for scheme in self._package.tree(name).iter("{*}clrScheme"):
                    self._theme |= dict(_themed(scheme))
        return self._theme

    def named(self, said: str) -> Colour | None:
        """A colour by its number, or by the name that the theme gives it."""
        return self.theme().get(THEMED.get(said, said)) or of_hex(said)

    def colour(self, element: Element, word: str, theme: str) -> Colour | None:
        """What an element says of a colour; None where the program chooses one."""
        named = value(element, theme)
        base = self.theme().get(THEMED.get(named, named)) if named else None
        if base is None:
            return of_hex(value(element, word))
        # ``themeShade`` makes darker, ``themeTint`` lighter: so many of 255.
        for towards, other in (("Shade", BLACK), ("Tint", WHITE)):
            share = value(element, theme.replace("Color", "") + towards)
            if len(share) == 2 and of_hex(share * 3):
                base = mixed(base, other, int(share, 16) / 255)
        return base

    def ground(self, shade: Element) -> Colour | None:
        """The colour of a shading; None for one that lets the ground show."""
        if shade is None or value(shade) == "nil":
            return None
        fill = self.colour(shade, "fill", "themeFill")
        pattern = value(shade)
        if pattern in ("", "clear"):
            return fill
        ink = self.colour(shade, "color", "themeColor") or BLACK
        if pattern == "solid":
            return ink
        share = number(pattern.removeprefix("pct"))
        return mixed(ink, fill or WHITE, (25 if share is None else share % 101) / 100)


def is_default(style: Element) -> bool:
    """Whether this is the style of paragraphs that name none."""
    return value(style, "default") not in OFF


def _themed(scheme: Element) -> Iterator[tuple[str, Colour]]:
    for entry in scheme.iterchildren("{*}*"):
        for colour in entry.iterchildren("{*}*"):
            said = colour.get("lastClr") or colour.get("val") or ""
            found = of_hex(said)
            if found:
                yield entry.tag.rpartition("}")[2], found
