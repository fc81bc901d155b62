"""The paper on a page of a portal: menus, side columns and footers are not of it."""

import re

from phoihop.reading.sources.markup import Element

FRAMES = {"nav", "footer", "aside"}
ROLES = {"navigation", "banner", "contentinfo", "complementary", "search"}
CALLED = re.compile(
    r"(?:^|[-_])(?:menu|nav|navbar|navigation|sidebar|footer|breadcrumbs?|social|share"
    r"|sharing|related|comments?|banner|ads?|adv|toolbar|pagination|copyright|login"
    r"|search|lienquan|lien-quan|binhluan|binh-luan|chantrang|chan-trang|quangcao"
    r"|quang-cao|menutop|tinlienquan|tin-lien-quan|tin-khac)(?:$|[-_]|\d)",
    re.IGNORECASE,
)
HOLDERS = {"div", "ul", "ol", "section", "table", "td", "form", "header", "center"}
# A frame holds less than this share of a page's letters, or it is the page itself.
MOST_OF_IT = 0.4
# Of a menu most words are links.
LINKED = 0.5
# An article holds at least this share of what is left beside frames.
LEAST_OF_IT = 0.5
MAIN = ("article", "main")
FEET = ("footer", "copyright", "chantrang", "chan-trang", "breadcrumb")
UNREAD = ("script", "style", "noscript", "template", "select", "head")


class Main:
    """Which elements of a page belong to its paper."""

    def __init__(self, root: Element) -> None:
        """Look for frames, and for the one element that holds the paper."""
        self.frames: set[Element] = set()
        self.article: Element = None
        named = [each for each in root.iter("{*}*") if _may_be_frame(each)]
        if not named:
            # Of Word's own pages everything is the paper.
            return
        self._letters, self._linked = _counted(root)
        everything = self._letters.get(root, 0)
        for element in named:
            if self._is_frame(element, everything):
                self.frames.add(element)
        if self.frames:
            self.article = self._article(root, everything)
        if self.article is not None:
            self.frames = {each for each in self.frames if self._is_inside(each)}

    def is_around(self, element: Element) -> bool:
        """Whether an element is of the portal and not of the paper."""
        return element in self.frames

    def _is_inside(self, frame: Element) -> bool:
        return any(above is self.article for above in frame.iterancestors())

    def _article(self, root: Element, everything: int) -> Element:
        """The element that says of itself to be the text; None without one."""
        outer = [
            frame
            for frame in self.frames
            if not any(above in self.frames for above in frame.iterancestors())
        ]
        left = everything - sum(self._letters.get(frame, 0) for frame in outer)
        found = {each for each in root.iter("{*}*") if _says_it_is(each)}
        # Some pages call the whole middle so, and the text in it again.
        top = [
            one for one in found if not any(up in found for up in one.iterancestors())
        ]
        if len(top) == 1 and self._letters.get(top[0], 0) >= left * LEAST_OF_IT:
            return top[0]
        return None

    def _is_frame(self, element: Element, everything: int) -> bool:
        letters = self._letters.get(element, 0)
        if letters >= everything * MOST_OF_IT or _says_it_is(element):
            return False
        if element.tag in FRAMES or element.get("role") in ROLES or _is_foot(element):
            return True
        # By its name alone a holder of words is no frame: its words are links.
        return letters > 0 and self._linked.get(element, 0) >= letters * LINKED


def _words(element: Element) -> list[str]:
    return f"{element.get('class') or ''} {element.get('id') or ''}".split()


def _may_be_frame(element: Element) -> bool:
    """Whether its name, its role or what it is called makes it a frame."""
    tag = element.tag
    if tag in FRAMES or tag == "header" or element.get("role") in ROLES:
        return True
    return tag in HOLDERS and any(CALLED.search(word) for word in _words(element))


def _says_it_is(element: Element) -> bool:
    return (
        element.tag in MAIN
        or element.get("role") == "main"
        or element.get("itemprop") == "articleBody"
    )


def _is_foot(element: Element) -> bool:
    """Whether it calls itself the foot of the page: an address, no links."""
    return element.tag in HOLDERS and any(
        sign in word.lower() for word in _words(element) for sign in FEET
    )


def _counted(root: Element) -> tuple[dict[Element, int], dict[Element, int]]:
    """How many letters each element holds, and how many of them are links."""
    letters: dict[Element, int] = {}
    linked: dict[Element, int] = {}
    for element in reversed(list(root.iter("{*}*"))):
        own = 0
        if element.tag not in UNREAD:
            own = letters.get(element, 0) + len((element.text or "").strip())
        letters[element] = own
        if element.tag == "a":
            linked[element] = own
        above = element.getparent()
        if above is not None:
            tail = len((element.tail or "").strip())
            letters[above] = letters.get(above, 0) + own + tail
            linked[above] = linked.get(above, 0) + linked.get(element, 0)
    return letters, linked
