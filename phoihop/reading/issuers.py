"""Who issued a paper: the body of the header, in the fullest form the text has.

The superior body printed above the issuer is none, but lends its name to a unit that
has none of its own: "Văn phòng" under "ĐẢNG ỦY X" is "Văn phòng Đảng ủy X".
"""

import re
from dataclasses import dataclass

from phoihop.reading.clear import Paper
from phoihop.reading.findings import Field, Finding
from phoihop.reading.head import MOTTO, NATION, PARTY, Head
from phoihop.reading.letters import LOWER, UPPER
from phoihop.reading.vocabulary import ABBREVIATIONS, BODY_BEGINNINGS, BODY_NAMES, UNITS
from phoihop.vietnamese import fold, same_tones

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
_LEVEL = "tinh|thanh pho|huyen|quan|thi xa|xa(?! hoi)|phuong|thi tran"
# A level that a name ends with, and the line of the place below it.
_PLACE_BEHIND = re.compile(
    r"(?:(?<= tinh)|(?<= huyen)|(?<= quan)|(?<= phuong))"
    rf" (?:{_LEVEL})(?: \w+){{1,4}}$"
)
_ABOVE = re.compile(
    r"(?:(?:tinh|thanh|huyen|quan|thi|dang) uy"
    r"|(?:uy ban nhan dan|ubnd|hdnd|hoi dong nhan dan) (?:tinh|huyen|quan|xa|phuong))"
    r"(?= \w)"
)
_SHARED_PLACE = re.compile(rf" (?:{_LEVEL})(?! uy\b)(?: \w+){{1,4}}$")
# A level, and the name of the place in capitals behind it.
_HAS_LEVEL = re.compile(
    rf"\b(?:{_LEVEL}|(?:tinh|thanh|huyen|quan|thi) uy|trung uong)\b"
)
_ITS_LEVEL = re.compile(rf"\s(?:(?:tinh|thanh|huyen|quan|thi) uy|{_LEVEL})\b")
_ITS_PLACE = re.compile(rf"(?: [{UPPER}][{LOWER}]+){{1,3}}")
_OF = re.compile(
    r"(?P<who>(?:chinh phu|thu tuong chinh phu|chu tich nuoc|bo truong[^\n:]{0,60}))"
    r"\s{0,3}(?:dien|quyet dinh|yeu cau|chi thi)?\s{0,2}:"
)
_ITSELF = re.compile(
    r"(?:^|\n)\s{0,8}(?P<who>[^\n,.;:]{4,110}?)\s(?:xay dung|ban hanh|de ra)\s"
)
# What stands for the kind of paper in a symbol, and for nobody.
_TYPE_CODES = {
    *("nq", "qd", "ct", "qc", "qyd", "tb", "hd", "ctr", "kh", "pa", "da", "bc", "bb"),
    *("ttr", "cv", "cd", "kl", "tt", "nd"),
}
_SO = re.compile(r"\bso\s{0,3}[:.]")
_SO_ENDS = re.compile(r"\bso\s{0,3}[:.]?\s{0,4}\Z")
_DAY_WORD = re.compile(r"\bnga?y\b")
_INSIDE = re.compile(r"(?<=\s)\w")
# The symbols of joint papers: of coordination (PH), of several bodies (LT, LN).
_OF_SEVERAL = re.compile(r"[A-ZĐ][A-Za-zĐ]{0,4}(?:PH|LT|LN)")
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
    printed, bodies = bodies, _of_one_place(bodies) if joint else bodies
    found: list[Finding] = []
    for place, body in enumerate(bodies):
        superior = bodies[place - 1] if place and _UNITS.fullmatch(body.low) else None
        if superior is not None and found:
            # Lent its name, and issued nothing.
            found.pop()
        name, start, sure = _named(paper, body, superior)
        if body is not printed[place] and not _HAS_LEVEL.search(fold(name)):
            # The text names it without a place either: as it is printed, then.
            name, start, sure = _named(paper, printed[place], superior)
        span = paper.span(start, body.end)
        found.append(Finding(Field.ISSUER, name, span, sure, "issuer.header"))
    return _without_superior(found, head) if joint else found[-1:]


def _of_one_place(bodies: list[Body]) -> list[Body]:
    """ "A - B" over "TINH X": the place is of both, and only stands behind the last."""
    last = bodies[-1]
    place = _SHARED_PLACE.search(last.low)
    if place is None or any(_HAS_LEVEL.search(body.low) for body in bodies[:-1]):
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


def _bodies(paper: Paper, head: Head) -> list[Body]:
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
        if _begins_body(low) and not is_open:
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
        if word in ("-", "–") and _begins_body(" ".join(words[place + 1 :]))
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
        if not _begins_body(paper.low[end : end + 60].lstrip(" .,;-")):
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
    unit = _UNITS.match(body.low)
    if mark is None or (unit and body.low[unit.end() : unit.end() + 1] in ("", " ")):
        return [body]
    codes = {fold(code) for code in re.split(r"[-/]", mark.said) if code.isupper()}
    words = body.low.split()
    cuts = [
        place
        for place in range(3, len(words))
        if not _is_open(" ".join(words[:place]))
        and _begins_body(low := " ".join(words[place:]))
        and _has_initials(low, codes - _TYPE_CODES)
    ]
    return _cut(paper, body, cuts[-1:])


def _has_initials(low: str, codes: set[str]) -> bool:
    """Whether a name is that of a code: "so tu phap ..." of stp, "ubnd xa" of ubnd.

    A unit stands before its superior there: "van phong" of vpdu.
    """
    words = [word for word in low.split() if word != "va"]
    initials = "".join(word[0] for word in words)
    if _UNITS.fullmatch(low) and any(code.startswith(initials) for code in codes):
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
    bare = re.sub(r"[-–—=~. ]{3,}$", "", raw)
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
            return _with_level(paper, low, found.end()) or words
        if fallback is None and (
            printed.isascii() or " ".join(found.group().split()) != low
        ):
            fallback = _with_level(paper, low, found.end()) or words
    return fallback


def _with_level(paper: Paper, low: str, end: int) -> str | None:
    """A name that is printed without its level, with it: Văn phòng UBND xã X."""
    if _HAS_LEVEL.search(low):
        return None
    begin = end
    for found in name_pattern(low).finditer(paper.low):
        level = _ITS_LEVEL.match(paper.low, found.end())
        said = paper.clear[found.start() : found.end()]
        if level and said[:1].isupper() and (" " not in said or not said.isupper()):
            place = _ITS_PLACE.match(paper.clear, level.end())
            begin, end = found.start(), place.end() if place else level.end()
            break
    return paper.said(begin, end) or None


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
