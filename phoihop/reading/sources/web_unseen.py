"""Words of a web page that a browser has and does not show, and why."""

import re
from dataclasses import dataclass, replace

from phoihop.reading.sources.colours import BLACK, WHITE, Colour, are_alike
from phoihop.reading.sources.markup import Element
from phoihop.reading.sources.web_styles import Said, Sheets, colour_of, points

SMALLEST = 4.0
# Farther than this off to the left or above, in points, nothing comes back on the page.
FAR = -200.0
NOTHING_LEFT = re.compile(
    r"rect\(\s*(?:[01](?:px)?[\s,]+){3}[01](?:px)?\s*\)|inset\(\s*(?:50|100)%|circle\(0"
)
MOVED_OUT = re.compile(r"translate[xy3d]{0,2}\(\s*-\d{3,}|scale\(\s*0\s*[,)]")
AWAY = ("left", "right", "top", "margin-left", "margin-top")


@dataclass(frozen=True, slots=True)
class Look:
    """What words look like here: what is inherited, and what already hides them."""

    colour: Colour | None = BLACK
    # None where a picture lies beneath, or a colour that cannot be told.
    ground: Colour | None = WHITE
    size: float = 12.0
    is_seen: bool = True
    is_clear: bool = False
    hides: frozenset[str] = frozenset()
    is_listed: bool = True

    @property
    def kinds(self) -> tuple[str, ...]:
        """Why words that look so are not seen; nothing for the ordinary."""
        found = set(self.hides)
        if not self.is_seen:
            found.add("marked_hidden")
        if self.size < SMALLEST:
            found.add("tiny")
        if self.is_clear or (
            self.colour is not None
            and self.ground is not None
            and are_alike(self.colour, self.ground)
        ):
            found.add("white")
        return tuple(sorted(found))


def look_of(element: Element, around: Look, sheets: Sheets) -> Look:
    """How words in this element look, by what stands around it."""
    said = _by_attributes(element) | sheets.of(element)
    hides = _hides(element, said, around)
    if not said and hides == around.hides:
        return around
    look = replace(around, hides=hides)
    size = said.get("font-size") or _size_in(said.get("font", ""))
    if size:
        known = points(size, around.size)
        look = replace(look, size=around.size if known is None else known)
    if "visibility" in said:
        look = replace(look, is_seen=said["visibility"] not in ("hidden", "collapse"))
    if "color" in said and said["color"] not in ("inherit", "currentcolor"):
        colour, is_shown = colour_of(said["color"])
        look = replace(look, colour=colour, is_clear=not is_shown)
    style = f"{said.get('list-style', '')} {said.get('list-style-type', '')}"
    if "none" in style:
        look = replace(look, is_listed=False)
    return _on_ground(look, said)


def _on_ground(look: Look, said: Said) -> Look:
    """The same on what lies beneath it: a colour, a picture, or what was there."""
    for name in ("background", "background-color"):
        for word in re.findall(
            r"[\w-]{1,40}\([^)]{0,200}\)|[^\s(),]+", said.get(name, "")
        ):
            colour, is_shown = colour_of(word)
            if colour is not None and is_shown:
                look = replace(look, ground=colour)
    behind = said.get("background", "") + said.get("background-image", "")
    if "url(" in behind or "gradient(" in behind:
        return replace(look, ground=None)
    return look


def _by_attributes(element: Element) -> Said:
    """What the attributes of old pages say, in the words of style sheets."""
    said = {}
    ground = element.get("bgcolor")
    if ground:
        said["background-color"] = ground.lower()
    if element.get("background"):
        said["background-image"] = "url()"
    colour = element.get("color") if element.tag == "font" else None
    colour = element.get("text") if element.tag == "body" else colour
    if colour:
        said["color"] = colour.lower()
    return said


def _size_in(font: str) -> str:
    return next(
        (word.split("/")[0] for word in font.split() if re.match(r"[\d.]+\w", word)), ""
    )


def _hides(element: Element, said: Said, around: Look) -> frozenset[str]:
    """Why all that stands in this element is not seen."""
    found = set(around.hides)
    if element.get("hidden") is not None or said.get("mso-hide") in ("all", "screen"):
        found.add("marked_hidden")
    if said.get("display") == "none":
        found.add("marked_hidden")
    if not said:
        return around.hides if found == around.hides else frozenset(found)
    if re.fullmatch(r"0?\.?0\d*|0%", said.get("opacity", "1")):
        found.add("white")
    if _is_away(said, around) or MOVED_OUT.search(said.get("transform", "")):
        found.add("off_page")
    clips = said.get("clip", "") + said.get("clip-path", "")
    if NOTHING_LEFT.search(clips):
        found.add("off_page")
    if said.get("overflow", "") in ("hidden", "clip"):
        sides = (points(said.get(side, ""), 0.0) for side in ("width", "height"))
        if any(side is not None and side <= 1.0 for side in sides):
            found.add("tiny")
    return frozenset(found)


def _is_away(said: Said, around: Look) -> bool:
    """Whether it is put where no page is."""
    indent = points(said.get("text-indent", ""), around.size)
    if indent is not None and indent <= FAR:
        return True
    is_free = said.get("position") in ("absolute", "fixed", "relative")
    for side in AWAY:
        if not is_free and not side.startswith("margin"):
            continue
        length = points(said.get(side, ""), around.size)
        if length is not None and length <= FAR:
            return True
    return False
