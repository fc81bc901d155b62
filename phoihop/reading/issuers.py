"""Who issued a paper: the body of the header, in the fullest form the text has.

The superior body printed above the issuer is none, but lends its name to a unit that
has none of its own: "Văn phòng" under "ĐẢNG ỦY X" is "Văn phòng Đảng ủy X".
"""

import re

from phoihop.reading.clear import Paper
from phoihop.reading.findings import Field, Finding
from phoihop.reading.head import Head
from phoihop.reading.header_bodies import UNIT, Body, begins_body, bodies_of
from phoihop.reading.natural import HAS_LEVEL, LEVEL, natural_form
from phoihop.vietnamese import fold

# A level that a name ends with, and the line of the place below it.
_PLACE_BEHIND = re.compile(
    r"(?:(?<= tinh)|(?<= huyen)|(?<= quan)|(?<= phuong))"
    rf" (?:{LEVEL})(?: \w+){{1,4}}$"
)
_ABOVE = re.compile(
    r"(?:(?:tinh|thanh|huyen|quan|thi|dang) uy"
    r"|(?:uy ban nhan dan|ubnd|hdnd|hoi dong nhan dan) (?:tinh|huyen|quan|xa|phuong))"
    r"(?= \w)"
)
_SHARED_PLACE = re.compile(rf" (?:{LEVEL})(?! uy\b)(?: \w+){{1,4}}$")
_OF = re.compile(
    r"(?P<who>(?:chinh phu|thu tuong chinh phu|chu tich nuoc|bo truong[^\n:]{0,60}))"
    r"\s{0,3}(?:dien|quyet dinh|yeu cau|chi thi)?\s{0,2}:"
)
_ITSELF = re.compile(
    r"(?:^|\n)\s{0,8}(?P<who>[^\n,.;:]{4,110}?)\s(?:xay dung|ban hanh|de ra)\s"
)
_INSIDE = re.compile(r"(?<=\s)\w")
# The symbols of joint papers: of coordination (PH), of several bodies (LT, LN).
_OF_SEVERAL = re.compile(r"[A-ZĐ][A-Za-zĐ]{0,4}(?:PH|LT|LN)")


def find_issuers(paper: Paper, head: Head) -> list[Finding]:
    """The issuing body, or bodies of a joint paper."""
    if not head.is_paper:
        return []
    bodies = bodies_of(paper, head)
    if bodies:
        return _of_header(paper, head, bodies)
    return _of_text(paper, head)


def _of_header(paper: Paper, head: Head, bodies: list[Body]) -> list[Finding]:
    """The last body, or all of a joint paper, units with the name of their superior."""
    joint = _joint(bodies, head)
    printed, bodies = bodies, _of_one_place(bodies) if joint else bodies
    found: list[Finding] = []
    for place, body in enumerate(bodies):
        superior = bodies[place - 1] if place and UNIT.fullmatch(body.low) else None
        if superior is not None and found:
            # Lent its name, and issued nothing.
            found.pop()
        name, start, sure = _named(paper, body, superior)
        if body is not printed[place] and not HAS_LEVEL.search(fold(name)):
            # The text names it without a place either: as it is printed, then.
            name, start, sure = _named(paper, printed[place], superior)
        span = paper.span(start, body.end)
        found.append(Finding(Field.ISSUER, name, span, sure, "issuer.header"))
    return _without_superior(found, head) if joint else found[-1:]


def _of_one_place(bodies: list[Body]) -> list[Body]:
    """ "A - B" over "TINH X": the place is of both, and only stands behind the last."""
    last = bodies[-1]
    place = _SHARED_PLACE.search(last.low)
    if place is None or any(HAS_LEVEL.search(body.low) for body in bodies[:-1]):
        return bodies
    words = last.low.count(" ", place.start()) - last.low.count(" ", place.end())
    kept = last.text.rsplit(" ", words)[0]
    bare = Body(last.start, last.end, kept, last.low[: place.start()])
    return [*bodies[:-1], bare]


def _without_superior(found: list[Finding], head: Head) -> list[Finding]:
    """The bodies of a joint paper, not the one printed above all of them.

    "KHLT-SGDĐT-CA" names two: of three printed bodies the first is their superior.
    """
    mark = head.number or head.symbol
    codes = re.split(r"[-/]", mark.said) if mark else []
    kinds = [at for at, code in enumerate(codes) if _OF_SEVERAL.fullmatch(code)]
    named = len(codes) - kinds[0] - 1 if kinds else 0
    return found[-named:] if named > 1 else found


def _joint(bodies: list[Body], head: Head) -> bool:
    """Whether several bodies issued together: the symbol names more than one.

    "84-KH/HDND-BTGTU" has two bodies behind the slash; "84/KH-UBND" has one.
    """
    if len(bodies) < 2:
        return False
    mark = head.number or head.symbol
    if mark is None:
        return False
    behind = mark.said.rpartition("/")[2]
    names = [name for name in behind.split("-") if name.isupper()]
    if any(_OF_SEVERAL.fullmatch(code) for code in re.split(r"[-/]", mark.said)):
        return True
    before = mark.said.rpartition("/")[0]
    return "-" in before and len(names) > 1


def _named(paper: Paper, body: Body, superior: Body | None) -> tuple[str, int, float]:
    """(the name, natural where the text has it; where it begins; how surely)."""
    if superior is None:
        natural = natural_form(paper, body.text, body.low) or _placeless(paper, body)
        if natural:
            return natural, body.start, 0.93
        return _inner(paper, body) or (body.text, body.start, 0.85)
    whole = f"{body.text} {superior.text}"
    natural = natural_form(paper, whole, f"{body.low} {superior.low}")
    if natural is None and (level := _ABOVE.match(superior.low)):
        # "VĂN PHÒNG" under "TỈNH ỦY A": "Văn phòng Tỉnh ủy".
        least = f"{body.text} {superior.text[: level.end()]}"
        natural = natural_form(paper, least, f"{body.low} {level.group()}")
    return natural or whole, superior.start, 0.93 if natural else 0.7


def _placeless(paper: Paper, body: Body) -> str | None:
    """The natural form of a name without the place that the header adds below it.

    "HOI KHUYEN HOC TINH" over "TINH A" is one body, which the text calls by the first.
    """
    place = _PLACE_BEHIND.search(body.low)
    if place is None:
        return None
    return natural_form(paper, body.text[: place.start()], body.low[: place.start()])


def _inner(paper: Paper, body: Body) -> tuple[str, int, float] | None:
    """The issuer glued behind its superior in one line, if the text names it so."""
    for found in _INSIDE.finditer(paper.low, body.start + 1, body.end):
        low = " ".join(paper.low[found.start() : body.end].split())
        if low.count(" ") < 2 or UNIT.fullmatch(low) or not begins_body(low):
            continue
        printed = paper.said(found.start(), body.end)
        natural = natural_form(paper, printed, low)
        if natural:
            return natural, found.start(), 0.75
    return None


def _of_text(paper: Paper, head: Head) -> list[Finding]:
    """Of a paper without a header: who speaks in its first sentences."""
    found = _OF.search(paper.low, 0, min(len(paper.low), head.end + 200))
    if found:
        start, end = found.span("who")
        who = paper.said(start, end)
        name = natural_form(paper, who, " ".join(found["who"].split()))
        span = paper.span(start, end)
        said = name or paper.said(start, end)
        return [Finding(Field.ISSUER, said, span, 0.8, "issuer.speaks")]
    for found in _ITSELF.finditer(paper.low, head.end - 1, head.end + 3000):
        start, end = found.span("who")
        if paper.clear[start].isupper() and begins_body(paper.low[start:end]):
            span = paper.span(start, end)
            said = paper.said(start, end)
            return [Finding(Field.ISSUER, said, span, 0.75, "issuer.speaks")]
    return []
