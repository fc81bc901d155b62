"""Who signed: a name under a line of office (article 8.7 of Decree 30/2020/ND-CP)."""

import re

from phoihop.reading.clear import Paper
from phoihop.reading.findings import Field, Finding, Signer
from phoihop.reading.head import Head
from phoihop.reading.layout import Line
from phoihop.reading.letters import LOWER, UPPER
from phoihop.reading.vocabulary import FAMILY_NAMES, OFFICES

TAIL = 3000
BELOW = 6
FAR = 16
# The office of a signature stands in capitals.
_OFFICE_WORDS = "|".join(sorted(OFFICES, key=len, reverse=True))
_OFFICE = re.compile(rf"(?:{_OFFICE_WORDS})\b")
_ON_BEHALF = re.compile(r"(?:tm|t/m|kt|k/t|tl|t/l|tuq|t/uq)\s?[./]?\s{0,2}(?=\w)")
_COLUMN = re.compile(r"\S+(?:\s{1,2}\S+)*")
_RANK = re.compile(
    r"^(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)|GS|PGS|TS|ThS|BS|CN|KS|Ông|Bà)"
    r"\.?(?:\s?TS\.?)?\s+"
)
_NAME_WORD = re.compile(rf"[{UPPER}][{LOWER}]{{0,7}}$|[{UPPER}]{{2,8}}$|[{UPPER}]\.$")
# Glued: CHỦ TỊCH Nguyễn Văn A at the end of a line.
_GLUED = re.compile(
    rf"(?P<office>(?:[{UPPER}]{{2,8}}\s){{1,6}}[{UPPER}]{{2,8}})\s"
    rf"(?P<name>[{UPPER}][{LOWER}]{{1,7}}"
    rf"(?:\s[{UPPER}][{LOWER}]{{0,7}}){{1,4}})\s*$"
)
_NOT_NAMES = {"nơi nhận", "như trên", "xác nhận", "phụ lục", "kính gửi", "lưu ý"}


def find_signers(paper: Paper, head: Head) -> list[Finding]:
    """Names under a line of office at the end of the paper, before its appendices."""
    if not head.is_paper:
        return []
    found: list[Finding] = []
    for start, end in _ends_of_text(paper):
        lines = [part for line in paper.lines(start, end) for part in _columns(line)]
        found = _under_offices(paper, lines) or _glued(paper, lines)
        if found:
            break
    return found


def _columns(line: Line) -> list[Line]:
    """The parts of a line that wide gaps part: signatures side by side."""
    return [
        Line(line.start + part.start(), line.start + part.end(), part.group())
        for part in _COLUMN.finditer(line.text)
    ]


def _ends_of_text(paper: Paper) -> list[tuple[int, int]]:
    """Where signatures may stand: around "Nơi nhận", or at the very end."""
    length = len(paper.clear)
    places = []
    for marker in ("noi nhan", "./."):
        at = paper.low.rfind(marker) if marker == "./." else paper.low.find(marker)
        if at >= 0:
            places.append((max(0, at - 300), min(length, at + TAIL)))
    places.append((max(0, length - TAIL), length))
    return places


def _under_offices(paper: Paper, lines: list[Line]) -> list[Finding]:
    """Pairs of an office in capitals and a name below it."""
    found: list[Finding] = []
    offices: list[Line] = []
    names: list[tuple[Line, int, str]] = []
    last = 0
    for place, line in enumerate(lines):
        office = _office(paper, line)
        if office is not None:
            if names:
                found += _pairs(paper, offices, names)
                offices, names = [], []
            if found and place - last > FAR:
                # What follows is of an appendix.
                return found
            offices.append(office)
            last = place
        elif offices and not names and place - last > BELOW:
            offices = []
        elif offices and (name := _name(line.text)):
            names.append((line, place, name))
            last = place
    return found + _pairs(paper, offices, names)


def _office(paper: Paper, line: Line) -> Line | None:
    """The part of a line that is an office in capitals, if one is."""
    text, low = line.text, paper.low[line.start : line.end]
    for part in (text, text.rpartition(":")[2], text.rpartition(";")[2]):
        bare = part.strip(" .-–")
        if len(bare) < 4 or len(bare) > 90 or not bare.isupper():
            continue
        at = text.rindex(bare)
        below = low[at : at + len(bare)]
        behalf = _ON_BEHALF.match(below)
        if behalf or _OFFICE.match(below):
            return Line(line.start + at, line.start + at + len(bare), bare)
    return None


def _name(text: str) -> str | None:
    """A person's name if the line is one: two to six words with capitals."""
    bare = text.strip(" .*-–_,;:")
    plain = _RANK.sub("", bare)
    words = plain.split()
    if not 2 <= len(words) <= 6 or bare.lower().startswith(tuple(_NOT_NAMES)):
        return None
    if plain.isupper() and words[0].capitalize() not in FAMILY_NAMES:
        return None
    return bare if all(_NAME_WORD.match(word) for word in words) else None


def _pairs(
    paper: Paper, offices: list[Line], names: list[tuple[Line, int, str]]
) -> list[Finding]:
    """Each name with its office: several side by side stand in the same order.

    Of offices in one column the last is the signer's own; the lines above say for
    whom the person signs.
    """
    if not offices or not names:
        return []
    own = [line for line in offices if not _speaks_for(paper, line)] or offices[-1:]
    side_by_side = len(names) > 1 and len(own) >= len(names)
    found = []
    for place, (line, _, name) in enumerate(
        names[: len(own)] if side_by_side else names[:1]
    ):
        office = own[place - len(names)] if side_by_side else own[-1]
        position = paper.said(office.start, office.end)
        start = line.start + line.text.index(name)
        span = paper.span(start, start + len(name))
        value = Signer(paper.said(start, start + len(name)), position)
        found.append(Finding(Field.SIGNER, value, span, 0.9, "signature.office"))
    return found


def _speaks_for(paper: Paper, line: Line) -> bool:
    """Whether a line says on whose behalf, and is not itself the office."""
    low = paper.low[line.start : line.end]
    return bool(_ON_BEHALF.match(low))


def _glued(paper: Paper, lines: list[Line]) -> list[Finding]:
    """Office and name in one line, at its end."""
    for line in reversed(lines):
        match = _GLUED.search(line.text[-120:])
        if match is None:
            continue
        base = line.end - len(line.text[-120:])
        low = paper.low[base + match.start("office") : base + match.end("office")]
        at = list(_OFFICE.finditer(low))
        if not at:
            continue
        start = base + match.start("office") + at[-1].start()
        position = paper.said(start, base + match.end("office"))
        name_at = (base + match.start("name"), base + match.end("name"))
        value = Signer(paper.said(*name_at), position)
        span = paper.span(*name_at)
        return [Finding(Field.SIGNER, value, span, 0.8, "signature.glued")]
    return []
