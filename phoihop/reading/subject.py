"""What a paper is about (trích yếu), or the headline of a news item."""

import re

from phoihop.reading.clear import Paper
from phoihop.reading.findings import Field, Finding
from phoihop.reading.head import DAY, MOTTO, NATION, PARTY, Head
from phoihop.reading.layout import Line
from phoihop.reading.numbers import NUMBER
from phoihop.reading.vocabulary import BODY_BEGINNINGS

LONGEST = 900
HEADLINE = 260
_ABOUT = re.compile(r"\bV\s{0,2}/\s{0,2}[vV]\s{0,3}:?\s{0,3}")
_NUMBER_BEHIND = re.compile(
    rf"\s{{1,3}}(?:[Ss][ốỐ]\s{{0,3}}:?\s{{0,3}})?(?:{NUMBER})(?:,?\s{{1,3}}ngày[^\n]{{4,30}})?"
)
# What a line begins with that is no longer the subject (folded).
_NEXT = re.compile(
    r"\s{0,3}(?:\(|kinh gui\b|dieu \d|[ivx]{1,4}[.\-)]|\d{1,2}[.)]\s"
    r"|[-+•]\s|phan (?:thu|[i1])|so\s?:|so \d|v/v\b|xet\b)"
)
# What a new paragraph begins with, in a capital: a subject may go on in small letters.
_NEW_TEXT = re.compile(
    r"(?:ngay \d|nam \d|(?:can cu|theo|xet|thuc hien|thi hanh|tiep theo|sang|chieu"
    r"|sau khi|de|nham|tren co so|hien nay|thoi gian qua|trong|hom nay|vua qua)\s)"
)
_PAPER_NOTE = re.compile(r"\bdien\s{0,2}:$")
_CAPTION = re.compile(
    r"\s{0,3}(?:quang canh|toan canh|anh:|anh |hinh anh|\[img|cac dai bieu|dong chi\b"
    r"|http|\()"
)
_DATELINE = re.compile(
    r"[^\n]{0,24}[-–—]?\s?\b(?:sang|chieu|trua|toi|ngay|hom nay|trong cac ngay)"
    r"\s{1,2}(?:ngay\s)?\d{1,2}\s?[/-]\s?\d{1,2}"
)


_ISSUING = (
    "bo truong",
    "chinh phu",
    *(f"{word} " for word in (*BODY_BEGINNINGS, "chu tich", "giam doc")),
)
_GLUED_TEXT = re.compile(
    r"\s(?:can cu (?:luat|nghi|quyet|hien|ket|chi|ke|van)|kinh gui|thuc hien (?:nghi"
    r"|quyet|ke|chi)|dieu 1\b)"
)


_PATH = re.compile(r"^[^.:]{2,40}\s[>›»]\s[^.:]{2,40}")
_ABOUT_BELOW = re.compile(r"\s{1,40}(?:[Vv]ề|[Vv]/[Vv])\s")
_WHOSE = "|".join((*BODY_BEGINNINGS, "chu tich", "thu tuong"))
_OF_ISSUER = re.compile(rf"cua (?:{_WHOSE})\b")


def _is_of_issuer(paper: Paper, line: Line) -> bool:
    """A line that says only whose the paper is, with what it is about below."""
    return (
        line.text.isupper()
        and _OF_ISSUER.match(paper.low, line.start, line.end) is not None
        and _ABOUT_BELOW.match(paper.clear, line.end) is not None
    )


def find_subject(paper: Paper, head: Head) -> list[Finding]:
    """The subject, without the word for the kind of paper and without "V/v"."""
    if not head.is_paper:
        return _headline(paper)
    if head.type is not None and head.heading:
        found = _under_heading(paper, head.type.end)
        if found:
            return [found]
    about = _ABOUT.search(paper.clear, 0, max(head.end, 200))
    if about:
        return _about(paper, about.end())
    if head.type is not None and not head.heading:
        return _first_words(paper, head)
    return []


def _finding(paper: Paper, start: int, end: int, sure: float, because: str) -> Finding:
    value = paper.said(start, end).strip(" -–—")
    return Finding(Field.SUBJECT, value, paper.span(start, end), sure, because)


def _under_heading(paper: Paper, place: int) -> Finding | None:
    """The lines under the name of the kind, until something else begins."""
    behind = _NUMBER_BEHIND.match(paper.clear, place)
    place = behind.end() if behind else place
    roman = re.compile(r"\s{1,2}(?:[IVX]{1,5}|\d{1,2})[ .:*]{0,6}(?=\n)").match(
        paper.clear, place
    )
    place = roman.end() if roman else place
    lines = list(paper.lines(place, min(place + LONGEST, len(paper.clear))))
    start = end = None
    for line in lines:
        if start is None:
            if _is_of_issuer(paper, line):
                # "CHỈ THỊ / CỦA BAN THƯỜNG VỤ …": whose it is, not what it is about.
                continue
            if _NEXT.match(paper.low, line.start, line.end) or paper.low.startswith(
                ("can cu ", "theo de nghi "), line.start
            ):
                return None
            start, end = line.start, line.end
            cut = _cut(paper, line)
            if cut is not None:
                return _finding(paper, start, cut, 0.7, "subject.same_line")
            continue
        if _ends(paper, start, end or start, line):
            break
        end = line.end
    if start is None or end is None or _is_body(paper, start, end):
        return None
    return _finding(paper, start, end, 0.92, "subject.heading")


def _cut(paper: Paper, line: Line) -> int | None:
    """Where a subject glued to the text behind it ends, if it is."""
    if len(line.text) < 120:
        return None
    cuts = [
        found.start()
        for found in _GLUED_TEXT.finditer(paper.low, line.start, line.end)
        if paper.clear[found.start() + 1].isupper()
        and paper.clear[found.start() + 2].islower()
    ]
    if not cuts:
        return line.end if len(line.text) > 400 else None
    cut = cuts[0]
    # The issuer stands in capitals between the subject and the text.
    words = list(re.finditer(r"\S+", paper.clear[line.start : cut]))
    upper = len(words)
    while upper and words[upper - 1].group().isupper():
        upper -= 1
    if len(words) - upper >= 3 and upper > 3:
        cut = line.start + words[upper].start()
    return cut


def _ends(paper: Paper, start: int, end: int, line: Line) -> bool:
    """Whether a line no longer belongs to the subject that ends before it."""
    said = paper.clear[start:end]
    return (
        # An empty line, a new beginning, a change from small letters to capitals.
        paper.clear.count("\n", end, line.start) > 1
        or line.end - start > LONGEST - 100
        or bool(_NEXT.match(paper.low, line.start, line.end))
        or (line.text[0].isupper() and bool(_NEW_TEXT.match(paper.low, line.start)))
        or (line.text.isupper() and not said.isupper())
        or bool(_PAPER_NOTE.search(paper.low[line.start : line.end]))
        or said.rstrip().endswith((".", ":", ";"))
        or (line.text[0].isupper() and line.text.endswith((".", ";", ":")))
        or _is_sentence(line)
    )


def _is_sentence(line: Line) -> bool:
    """Whether a line is of the text proper: long, and it ends like a sentence."""
    return len(line.text) > 200 or line.text.endswith(("./.", ";"))


def _is_body(paper: Paper, start: int, end: int) -> bool:
    """Whether the line under the heading is the issuer and no subject at all."""
    low = paper.low[start:end]
    return paper.clear[start:end].isupper() and low.startswith(_ISSUING)


def _about(paper: Paper, place: int) -> list[Finding]:
    """The lines behind "V/v" on a letter."""
    end = None
    start = place
    for line in paper.lines(place, min(place + LONGEST, len(paper.clear))):
        if end is None:
            start, end = line.start, line.end
            for pattern in (NATION, PARTY, MOTTO, DAY):
                if cut := pattern.search(paper.low, start, end):
                    end = cut.start()
            continue
        glued = any(
            pattern.search(paper.low, line.start, line.end)
            for pattern in (NATION, PARTY, MOTTO, DAY)
        )
        if glued or _ends(paper, start, end, line):
            break
        end = line.end
    if end is None:
        return []
    return [_finding(paper, start, end, 0.9, "subject.about")]


def _first_words(paper: Paper, head: Head) -> list[Finding]:
    """Of a paper without a header: what its first line says."""
    for line in paper.lines(0, min(len(paper.clear), 1500)):
        start = line.start
        if head.type is not None and head.type.start == start:
            start = head.type.end
        if start >= line.end or line.start >= head.end:
            return []
        return [_finding(paper, start, line.end, 0.7, "subject.first_line")]
    return []


def _headline(paper: Paper) -> list[Finding]:
    """The headline of a news item: a short first line that is no sentence of it."""
    lines = list(paper.lines(0, min(len(paper.clear), 2500)))
    while lines and _PATH.search(lines[0].text):
        # "Trang chủ > Tin tức": where the portal has it.
        lines = lines[1:]
    if len(lines) < 2:
        return []
    line = lines[0]
    text = line.text.replace("TP. ", "TP ")
    # What only looks like one: a form, a caption, a sentence, several of them.
    if (
        len(text) > HEADLINE
        or text.endswith((":", ";", "./."))
        or "...." in text
        or "…" in text[:-1]
        or re.search(r"[.!?]\s+\S", text)
        or _CAPTION.match(paper.low, line.start, line.end)
        or _DATELINE.match(paper.low, line.start, line.end)
    ):
        return []
    return [_finding(paper, line.start, line.end, 0.85, "subject.headline")]
