"""Who issued a paper: the body of the header, in the fullest form the text has.

The superior body printed above the issuer is none, but lends its name to a unit that
has none of its own: "Văn phòng" under "ĐẢNG ỦY X" is "Văn phòng Đảng ủy X".
"""

import re
from dataclasses import dataclass

from phoihop.reading.clear import Paper
from phoihop.reading.findings import Field, Finding
from phoihop.reading.head import MOTTO, NATION, PARTY, Head
from phoihop.reading.vocabulary import ABBREVIATIONS, BODY_BEGINNINGS, BODY_NAMES, UNITS
from phoihop.vietnamese import same_tones

MOST_WORDS = 26
_BEGINNINGS = tuple(f"{word} " for word in BODY_BEGINNINGS)
# In small letters only with their accents: "bảo đảm" is no "báo".
_NATURAL = tuple(f"{name} " for name in BODY_NAMES)
_WHOLE = {"chinh phu", "quoc hoi", "van phong", "thu tuong chinh phu", "chu tich nuoc"}
_UNITS = re.compile(rf"(?:{'|'.join(sorted(UNITS, key=len, reverse=True))})")
# A place of its own makes a unit's name whole: "Văn phòng UBND tỉnh".
_LONG_TO_SHORT = {long: short for short, long in reversed(ABBREVIATIONS)}
_LONGS = sorted(_LONG_TO_SHORT, key=len, reverse=True)
_SHORT_TO_LONG = dict(ABBREVIATIONS)
_SHORT = re.compile(
    r"\b(?:"
    + "|".join(
        re.escape(short)
        for short in sorted(_SHORT_TO_LONG, key=len, reverse=True)
        if short not in {"tu", "ca", "tw", "tp", "tx", "tp.", "btc", "vp"}
    )
    + r")\b"
)
_OF = re.compile(
    r"(?P<who>(?:chinh phu|thu tuong chinh phu|chu tich nuoc|bo truong[^\n:]{0,60}))"
    r"\s{0,3}(?:dien|quyet dinh|yeu cau|chi thi)?\s{0,2}:"
)
_ITSELF = re.compile(
    r"(?:^|\n)\s{0,8}(?P<who>[^\n,.;:]{4,110}?)\s(?:xay dung|ban hanh|de ra)\s"
)
_INSIDE = re.compile(r"(?<=\s)\w")
_BETWEEN = re.compile(r"\s[-–]\s{1,3}")
_ONE_DASH = re.compile(r"\w\s{1,3}[-–]\s*$")


@dataclass(frozen=True, slots=True)
class Body:
    """A body's name as printed in the header; places of the clear text."""

    start: int
    end: int
    text: str
    low: str


def find_issuers(paper: Paper, head: Head) -> list[Finding]:
    """The issuing body, or bodies of a joint paper."""
    if not head.is_paper:
        return []
    bodies = _bodies(paper, head)
    if bodies:
        return _of_header(paper, head, bodies)
    return _of_text(paper, head)


def _of_header(paper: Paper, head: Head, bodies: list[Body]) -> list[Finding]:
    """The last body, or all of a joint paper, units with the name of their superior."""
    joint = _joint(bodies, head)
    found: list[Finding] = []
    for place, body in enumerate(bodies):
        superior = bodies[place - 1] if place and _UNITS.fullmatch(body.low) else None
        if superior is not None and found:
            # Lent its name, and issued nothing.
            found.pop()
        name, start, sure = _named(paper, body, superior)
        span = paper.span(start, body.end)
        found.append(Finding(Field.ISSUER, name, span, sure, "issuer.header"))
    return found if joint else found[-1:]


def _bodies(paper: Paper, head: Head) -> list[Body]:
    """The bodies of the header, the highest first."""
    stop = head.end
    for mark in (head.number, head.symbol, head.type if head.heading else None):
        if mark is not None:
            stop = min(stop, mark.start)
    marked = bool(head.mottoes or head.number or head.symbol or head.place)
    pieces: list[tuple[int, int]] = []
    for line in paper.lines(0, stop):
        pieces += _without_marks(paper, line.start, line.end)
    bodies: list[Body] = []
    # Joint papers often part their issuers by a dash at the end of a line: then a name
    # goes on over the lines up to the dash, whatever the lines begin with.
    dashed = any(_ends_in_dash(paper, *piece) for piece in pieces)
    goes_on = False
    for piece in pieces:
        start, end = _trimmed(paper, *piece)
        low = paper.low[start:end]
        if len(low) < 3 or not _can_be_header(paper, start, end, marked=marked):
            continue
        went_on, goes_on = goes_on, dashed and not _ends_in_dash(paper, *piece)
        is_open = bodies and (_is_open(bodies[-1].low) or went_on)
        if _begins_body(low) and not is_open:
            bodies.append(
                Body(start, end, paper.said(start, end), " ".join(low.split()))
            )
        elif bodies:
            last = bodies[-1]
            text = f"{last.text} {paper.said(start, end)}"
            low = f"{last.low} {' '.join(low.split())}"
            bodies[-1] = Body(last.start, end, text, low)
    parted = [part for body in bodies for part in _parted(paper, body)]
    return [body for body in parted if len(body.low.split()) <= MOST_WORDS]


def _ends_in_dash(paper: Paper, start: int, end: int) -> bool:
    """Whether one dash stands behind the words of a line: "SO Y TE -"."""
    return bool(_ONE_DASH.search(paper.clear, start, end))


def _parted(paper: Paper, body: Body) -> list[Body]:
    """Bodies that a joint header names in one breath: "UY BAN A - HOI B"."""
    places = [body.start]
    for found in _BETWEEN.finditer(paper.low, body.start, body.end):
        if _begins_body(" ".join(paper.low[found.end() : body.end].split())):
            places.append(found.end())
    if len(places) == 1:
        return [body]
    ends = [*(place for place in places[1:]), body.end]
    return [
        Body(start, end, said, " ".join(paper.low[start:end].strip(" -–\n").split()))
        for start, end in zip(places, ends, strict=True)
        if (said := paper.said(start, end).strip(" -–"))
    ]


def _without_marks(paper: Paper, start: int, end: int) -> list[tuple[int, int]]:
    """A header line without the motto, "Số:" and the day that were glued to it."""
    cuts = []
    for pattern in (NATION, MOTTO, PARTY):
        if found := pattern.search(paper.low, start, end):
            cuts.append(found.span())
    for pattern in (re.compile(r"\bso\s{0,3}[:.]"), re.compile(r"\bnga?y\b")):
        if found := pattern.search(paper.low, start, end):
            cut = found.start()
            if pattern.pattern.startswith(r"\bnga"):
                comma = paper.low.rfind(",", start, cut)
                cut = paper.low.rfind("  ", start, comma) if comma > start else cut
                cut = start if cut < 0 else cut
            cuts.append((cut, end))
    pieces = []
    for cut, after in sorted(cuts):
        if cut > start:
            pieces.append((start, cut))
        start = max(start, after)
    if start < end:
        pieces.append((start, end))
    return pieces


def _trimmed(paper: Paper, start: int, end: int) -> tuple[int, int]:
    """Without dashes, stars and blanks around; from the first capitals in noise."""
    raw = paper.clear[start:end]
    bare = re.sub(r"(?<![-–—=~. ])[-–—=~. ]{3,}$", "", raw)
    end = start + len(bare.rstrip(" -–—*:.'\""))
    while start < end and not paper.clear[start].isalpha():
        start += 1
    # Properties of a file before the header: it begins at the first body in capitals.
    words = list(re.finditer(r"\S+", paper.clear[start:end]))
    if len(words) > 8 and not _begins_body(paper.low[start:end]):
        for word in words:
            at = start + word.start()
            if word.group().isupper() and _begins_body(paper.low[at:end]):
                return at, end
    return start, end


def _can_be_header(paper: Paper, start: int, end: int, *, marked: bool) -> bool:
    """Capitals, or above a number or a day the short name of a body; no sentence."""
    printed = paper.clear[start:end]
    letters = [char for char in printed if char.isalpha()]
    if not letters:
        return False
    if sum(char.isupper() for char in letters) > 0.8 * len(letters):
        return True
    return (
        marked
        and len(printed) < 70
        and printed.lower().startswith(_NATURAL)
        and not printed.endswith((".", ",", ";", ":"))
    )


def _begins_body(low: str) -> bool:
    return low.startswith(_BEGINNINGS) or low in _WHOLE


def _is_open(low: str) -> bool:
    """Whether a line ends in the middle of a name."""
    return low.endswith((" va", " -", ",", " cua", " uy ban", " ban", " hoi dong"))


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
    kinds = {"QCPH", "NQLT", "TTLT", "KHLT", "KHPH", "CTPH", "HDLT", "QCLT"}
    if any(kind in re.split(r"[-/]", mark.said) for kind in kinds):
        return True
    before = mark.said.rpartition("/")[0]
    return "-" in before and len(names) > 1


def _named(paper: Paper, body: Body, superior: Body | None) -> tuple[str, int, float]:
    """(the name, natural where the text has it; where it begins; how surely)."""
    if superior is None:
        natural = natural_form(paper, body.text, body.low)
        if natural:
            return natural, body.start, 0.93
        return _inner(paper, body) or (body.text, body.start, 0.85)
    whole = f"{body.text} {superior.text}"
    natural = natural_form(paper, whole, f"{body.low} {superior.low}")
    return natural or whole, superior.start, 0.93 if natural else 0.7


def _inner(paper: Paper, body: Body) -> tuple[str, int, float] | None:
    """The issuer glued behind its superior in one line, if the text names it so."""
    for found in _INSIDE.finditer(paper.low, body.start + 1, body.end):
        low = " ".join(paper.low[found.start() : body.end].split())
        if low.count(" ") < 2 or _UNITS.fullmatch(low) or not _begins_body(low):
            continue
        printed = paper.said(found.start(), body.end)
        natural = natural_form(paper, printed, low)
        if natural:
            return natural, found.start(), 0.75
    return None


def natural_form(paper: Paper, printed: str, low: str) -> str | None:
    """The name as the running text writes it, abbreviations taken as equal."""
    fallback = None
    for found in name_pattern(low).finditer(paper.low):
        words = paper.said(*found.span())
        if words.isupper() or not words[:1].isupper():
            continue
        # A misread mark makes another word: the header's own marks are preferred.
        if same_tones(words).lower() == same_tones(printed).lower():
            return words
        if fallback is None and (
            printed.isascii() or " ".join(found.group().split()) != low
        ):
            fallback = words
    return fallback


def name_pattern(low: str) -> re.Pattern[str]:
    """A pattern for a folded name in which long and short forms are the same."""
    spelled = _SHORT.sub(lambda found: _SHORT_TO_LONG[found.group()], low)
    return re.compile(rf"(?<!\w){_either(spelled, whole=True)}(?!\w)")


def _either(text: str, *, whole: bool) -> str:
    """The inside of such a pattern; ``whole``: all of it may have a short form."""
    text = text.strip()
    for long in _LONGS:
        at = f" {text} ".find(f" {long} ")
        if at < 0 or (long == text and not whole):
            continue
        parts = (
            _either(text[:at], whole=True),
            rf"(?:{re.escape(_LONG_TO_SHORT[long])}|{_either(long, whole=False)})",
            _either(text[at + len(long) :], whole=True),
        )
        return r"\s{1,3}".join(part for part in parts if part)
    return r"\s{1,3}".join(re.escape(word) for word in text.split())


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
        if paper.clear[start].isupper() and _begins_body(paper.low[start:end]):
            span = paper.span(start, end)
            said = paper.said(start, end)
            return [Finding(Field.ISSUER, said, span, 0.75, "issuer.speaks")]
    return []
