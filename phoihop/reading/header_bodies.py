"""The bodies that a header prints, the highest first, as they are printed.

A header is a few lines of capitals: the superior, the issuer, the place; broken over
lines, joined by dashes, or glued to the motto, the number and the day.
"""

import re
from dataclasses import dataclass

from phoihop.reading.clear import Paper
from phoihop.reading.head import MOTTO, NATION, PARTY, Head
from phoihop.reading.vocabulary import BODY_BEGINNINGS, BODY_NAMES, UNITS
from phoihop.vietnamese import fold

MOST_WORDS = 26
_BEGINNINGS = tuple(f"{word} " for word in BODY_BEGINNINGS)
# In small letters only with their accents: "bảo đảm" is no "báo".
_NATURAL = tuple(f"{name} " for name in BODY_NAMES)
_WHOLE = {"chinh phu", "quoc hoi", "van phong", "thu tuong chinh phu", "chu tich nuoc"}
UNIT = re.compile(rf"(?:{'|'.join(sorted(UNITS, key=len, reverse=True))})")
# What stands for the kind of paper in a symbol, and for nobody.
_TYPE_CODES = {
    *("nq", "qd", "ct", "qc", "qyd", "tb", "hd", "ctr", "kh", "pa", "da", "bc", "bb"),
    *("ttr", "cv", "cd", "kl", "tt", "nd"),
}
_SO = re.compile(r"\bso\s{0,3}[:.]")
_SO_ENDS = re.compile(r"\bso\s{0,3}[:.]?\s{0,4}\Z")
_DAY_WORD = re.compile(r"\bnga?y\b")
_ONE_DASH = re.compile(r"\w\s{1,3}[-–]\s*$")


@dataclass(frozen=True, slots=True)
class Body:
    """A body's name as printed in the header; places of the clear text."""

    start: int
    end: int
    text: str
    low: str


def bodies_of(paper: Paper, head: Head) -> list[Body]:
    """The bodies of the header, the highest first."""
    stop = head.end
    for mark in (head.number, head.symbol, head.type if head.heading else None):
        if mark is not None:
            stop = min(stop, mark.start)
    if so := _SO_ENDS.search(paper.low, max(0, stop - 16), stop):
        stop = so.start()
    marked = bool(head.mottoes or head.number or head.symbol or head.place)
    pieces: list[tuple[int, int]] = []
    marks = _marks(paper, head, stop)
    for line in paper.lines(0, stop):
        pieces += _without_marks(paper, line.start, line.end, marks)
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
        if begins_body(low) and not is_open:
            bodies.append(
                Body(start, end, paper.said(start, end), " ".join(low.split()))
            )
        elif bodies:
            last = bodies[-1]
            text = f"{last.text} {paper.said(start, end)}"
            low = f"{last.low} {' '.join(low.split())}"
            bodies[-1] = Body(last.start, end, text, low)
    parted = [
        part
        for body in bodies
        for whole in _under_superior(paper, body, head)
        for part in _parted(paper, whole)
    ]
    return [body for body in parted if len(body.low.split()) <= MOST_WORDS]


def _ends_in_dash(paper: Paper, start: int, end: int) -> bool:
    """Whether one dash stands behind the words of a line: "SO Y TE -"."""
    return bool(_ONE_DASH.search(paper.clear, start, end))


def _parted(paper: Paper, body: Body) -> list[Body]:
    """Bodies that a joint header names in one breath: "UY BAN A - HOI B"."""
    words = body.low.split()
    cuts = [
        place + 1
        for place, word in enumerate(words)
        if word in ("-", "–") and begins_body(" ".join(words[place + 1 :]))
    ]
    return _cut(paper, body, cuts)


def _cut(paper: Paper, body: Body, cuts: list[int]) -> list[Body]:
    """A body in several, each of which begins with the word of such a number."""
    if not cuts:
        return [body]
    said, low = body.text.split(), body.low.split()
    places = []
    place = body.start
    for word in said:
        # What stood between two lines of the name was left out of it.
        found = paper.clear.find(word, place, body.end)
        place = found if found >= 0 else place
        places.append((place, place + len(word)))
        place += len(word)
    ends = [*cuts, len(said)]
    parts = []
    for first, end in zip([0, *cuts], ends, strict=True):
        last = end - 1 if said[end - 1] in ("-", "–") else end
        if last > first:
            text, bare = " ".join(said[first:last]), " ".join(low[first:last])
            parts.append(Body(places[first][0], places[last - 1][1], text, bare))
    return parts


def _marks(paper: Paper, head: Head, stop: int) -> list[tuple[int, int]]:
    """Where the mottoes stand and the day with its place, over lines as well."""
    marks = [
        found.span()
        for pattern in (NATION, MOTTO, PARTY)
        for found in pattern.finditer(paper.low, 0, stop)
    ]
    if head.day is not None:
        first = head.place.start if head.place else head.day.start
        end = head.day.end
        if not begins_body(paper.low[end : end + 60].lstrip(" .,;-")):
            # What else stands behind the day in its line is no name.
            line = paper.clear.find("\n", end)
            end = line if line >= 0 else len(paper.clear)
        marks.append((first, end))
    return marks


def _under_superior(paper: Paper, body: Body, head: Head) -> list[Body]:
    """The superior and the issuer that stand glued in one line, told by the symbol.

    "UBND TINH A SO TU PHAP" with the symbol KH-STP: the initials are those of the
    second, and a unit's superior is part of its own name.
    """
    mark = head.number or head.symbol
    unit = UNIT.match(body.low)
    if mark is None or (unit and body.low[unit.end() : unit.end() + 1] in ("", " ")):
        return [body]
    codes = {fold(code) for code in re.split(r"[-/]", mark.said) if code.isupper()}
    words = body.low.split()
    cuts = [
        place
        for place in range(3, len(words))
        if not _is_open(" ".join(words[:place]))
        and begins_body(low := " ".join(words[place:]))
        and _has_initials(low, codes - _TYPE_CODES)
    ]
    return _cut(paper, body, cuts[-1:])


def _has_initials(low: str, codes: set[str]) -> bool:
    """Whether a name is that of a code: "so tu phap ..." of stp, "ubnd xa" of ubnd.

    A unit stands before its superior there: "van phong" of vpdu.
    """
    words = [word for word in low.split() if word != "va"]
    initials = "".join(word[0] for word in words)
    if UNIT.fullmatch(low) and any(code.startswith(initials) for code in codes):
        return True
    return any(
        code in codes and len(code) > 1
        for code in (words[0], *(initials[:length] for length in range(2, 8)))
    )


def _without_marks(
    paper: Paper, start: int, end: int, marks: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """A header line without the motto, "Số:" and the day that were glued to it."""
    cuts = [mark for mark in marks if mark[0] < end and mark[1] > start]
    if found := _SO.search(paper.low, start, end):
        cuts.append((found.start(), end))
    found = _DAY_WORD.search(paper.low, start, end)
    if found and not any(cut <= found.start() < after for cut, after in cuts):
        cut = found.start()
        comma = paper.low.rfind(",", start, cut)
        cut = paper.low.rfind("  ", start, comma) if comma > start else cut
        cuts.append((max(cut, start), end))
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
    if len(words) > 8 and not begins_body(paper.low[start:end]):
        for word in words:
            at = start + word.start()
            if word.group().isupper() and begins_body(paper.low[at:end]):
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


def begins_body(low: str) -> bool:
    return low.startswith(_BEGINNINGS) or low in _WHOLE


def _is_open(low: str) -> bool:
    """Whether a line ends in the middle of a name."""
    return low.endswith((" va", " -", ",", " cua", " uy ban", " ban", " hoi dong"))
