"""The top of a paper: where its parts stand (article 8 of Decree 30/2020/ND-CP).

Anchors are sought by words, not by lines, since the header comes glued into one line
as often as cut into many: the motto, "Số:", the day, the name of the kind of paper.
"""

import re
import unicodedata
from dataclasses import dataclass

from phoihop.reading.clear import Paper
from phoihop.reading.numbers import MISREAD, NUMBER, UNNUMBERED, tidy
from phoihop.reading.seeking import at_word, signed
from phoihop.reading.vocabulary import NOT_HEADINGS, TYPE_COMPOUNDS, TYPE_NAMES
from phoihop.vietnamese import fold

ZONE = 4000
# The header ends where the text proper begins: at a line or a sentence, or glued.
_BODY = (
    r"\s{0,20}(?:can cu\b|kinh\s{1,3}gui\b|dieu 1\b|phan thu nhat\b"
    r"|(?:thuc hien|thi hanh)\s(?:nghi|ke|chi|quyet|thong|huong|cong|luat|quy"
    r"|chuong|nhiem)"
    r"|[i1][.)]\s|xet de nghi\b)"
)
_AT_ONCE = re.compile(_BODY)
_BODY_BEGINS = re.compile(rf"[\n.;]{_BODY}")
_BODY_GLUED = re.compile(r"can cu (?<=\w can cu )(?=luat|nghi|quyet)")
NATION = re.compile(
    at_word(
        r"cong\s{1,3}h\w{0,5}\s{0,3}\w{0,4}\s{0,3}hoi\s{1,3}\S{2,5}\s{1,3}\S{2,6}"
        r"\s{1,3}\S{2,5}\s{1,3}nam\b",
        r"cong\s{0,2}hoa\s{0,2}xa\s{0,2}hoi\b[^\n]{0,24}nam\b",
    )
)
MOTTO = signed(
    r"\b\w{2,5}q?\s?lap\s{0,2}[-–—]{1,2}\s{0,2}t\w\s{0,2}do\s{0,2}[-–—]{1,2}\s{0,2}"
    r"h\w{1,5}\s{0,2}ph\w{1,3}",
    "lap",
    before=7,
)
PARTY = re.compile(at_word(r"dang\s{1,3}cong\s{1,3}san\s{1,3}viet\s{1,3}nam\b"))
DAY = re.compile(
    at_word(
        r"nga?y(?P<d>[^\n]{0,12}?)\btha?ng(?P<m>[^\n]{0,12}?)"
        r"\bna?m\b\s{0,12}(?P<y>(?:\d\s?){4})?"
    )
)
# Before a place stand a motto, a number, or nothing of its line.
_APART = re.compile(r"[\n,;:|]")
_NUMBERED = re.compile(rf"(?:S[ốÓOôóo]|SỐ)\s{{0,3}}[:.]?\s{{0,4}}(?P<whole>{NUMBER})")
_UNNUMBERED = re.compile(rf"S[ốÓOôóo]\s{{0,3}}[:.]?{UNNUMBERED}")
_ALONE = re.compile(rf"(?m)^[ ]{{0,20}}(?P<whole>{NUMBER})[ ]{{0,20}}$")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_BEHIND_MOTTO = re.compile(rf"\s{{1,4}}(?P<whole>{NUMBER})")
# Digits that a scanner took for letters: the number is kept as printed.
_MISREAD = re.compile(rf"(?:S[ốÓOôóo]|SỐ)\s{{0,3}}[:.]?\s{{0,4}}(?P<whole>{MISREAD})")
_LETTERED = re.compile(r"\d*[OoIl|]")
_TYPES = {fold(name): name for name in TYPE_NAMES}
_COMPOUNDS = {fold(name): name for name in TYPE_COMPOUNDS}
_COMPOUND = re.compile(
    rf"[ ]{{1,3}}(?P<words>{'|'.join(sorted(_COMPOUNDS, key=len, reverse=True))})"
    r"[ ]{0,3}(?=\n|$)"
)
# "Căn cứ …" at the head of a line: the text of a paper, never of news.
_FOUNDED = re.compile(
    r"\s{0,20}can cu (?:luat|nghi|quyet|ke hoach|chi thi|chuong|thong|huong|cong"
    r"|van ban|quy|dieu le|ket luan|hien phap|chuc nang)"
)
_ANY_TYPE = tuple(
    re.escape(name).replace(r"\ ", r"\s{1,2}")
    for name in sorted(_TYPES, key=len, reverse=True)
)
_ONE_TYPE = "|".join(_ANY_TYPE)
_TYPE = re.compile(at_word(*_ANY_TYPE) + r"\b")
_OUTSET = re.compile(rf"(?P<type>{_ONE_TYPE})\s{{1,3}}(?:ve viec|ve|so)\b")
# "Trường X xây dựng kế hoạch …": a paper whose header was left off.
_SAYS_ITSELF = re.compile(
    rf"(?P<who>[^\n.;:]{{4,120}}?)\s(?:xay dung|ban hanh|de ra|trien khai)\s{{1,3}}"
    rf"(?P<type>{_ONE_TYPE})\b"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """Something found in the head: ``clear[start:end]``, and what it says."""

    start: int
    end: int
    said: str


@dataclass(frozen=True, slots=True)
class Head:
    """Where the parts of a header stand; ``end`` is where the text proper begins.

    ``is_paper`` is False for a news item about papers and meetings.
    """

    end: int
    mottoes: tuple[Mark, ...] = ()
    number: Mark | None = None
    symbol: Mark | None = None
    place: Mark | None = None
    day: Mark | None = None
    type: Mark | None = None
    # Whether the kind of paper stands as a heading above the subject.
    heading: bool = False
    # Whether a scanner took digits of the number for letters.
    misread: bool = False

    @property
    def is_paper(self) -> bool:
        """Whether this is a paper itself, and not news of one."""
        return any((self.mottoes, self.number, self.symbol, self.type))


def read_head(paper: Paper) -> Head:
    """Find the anchors of a header."""
    end = _end(paper)
    mottoes = tuple(
        Mark(found.start(), found.end(), "motto")
        for pattern in (NATION, MOTTO, PARTY)
        if (found := pattern.search(paper.low, 0, end))
        and (
            pattern is not PARTY or _is_upper(paper.clear[found.start() : found.end()])
        )
    )
    number, symbol = _number(paper, end)
    if number is None and symbol is None:
        number = _number_behind(paper, mottoes) or _misread_number(paper, end)
    place, day = _day(paper, end)
    after = max((mark.end for mark in (*mottoes, number, symbol) if mark), default=0)
    kind, heading = _type(paper, end, after)
    if number is None and symbol is None and kind is not None:
        number = _behind_type(paper, kind)
    misread = number is not None and bool(_LETTERED.match(number.said))
    return Head(end, mottoes, number, symbol, place, day, kind, heading, misread)


def _end(paper: Paper) -> int:
    low = paper.low
    if _AT_ONCE.match(low, 0, ZONE):
        return 1
    found = (pattern.search(low, 0, ZONE) for pattern in (_BODY_BEGINS, _BODY_GLUED))
    ends = [each.start() + 1 for each in found if each]
    return min(ends, default=min(ZONE, len(low)))


def _number(paper: Paper, end: int) -> tuple[Mark | None, Mark | None]:
    """(the number with its symbol, or the symbol alone of a paper not yet numbered)."""
    best: Mark | None = None
    for found in _NUMBERED.finditer(paper.clear, 0, end):
        if not _stands_free(paper.clear, found.start(), found.group()):
            continue
        start, stop = found.span("whole")
        best = Mark(start, stop, tidy(found["whole"]))
        break
    for found in _UNNUMBERED.finditer(paper.clear, 0, end):
        if not _stands_free(paper.clear, found.start(), found.group()):
            continue
        if best is None or found.start() < best.start:
            start, stop = found.span("symbol")
            return None, Mark(start, stop, tidy(found["symbol"]))
    if best is None and (alone := _ALONE.search(paper.clear, 0, min(end, 1500))):
        start, stop = alone.span("whole")
        best = Mark(start, stop, tidy(alone["whole"]))
    return best, None


def _number_behind(paper: Paper, mottoes: tuple[Mark, ...]) -> Mark | None:
    """The number that stands without "Số" directly behind a motto."""
    for motto in mottoes:
        if found := _BEHIND_MOTTO.match(paper.clear, motto.end):
            return Mark(*found.span("whole"), tidy(found["whole"]))
    return None


def _misread_number(paper: Paper, end: int) -> Mark | None:
    """A number some of whose digits were scanned as letters, as it is printed."""
    for found in _MISREAD.finditer(paper.clear, 0, end):
        if _stands_free(paper.clear, found.start(), found.group()):
            return Mark(*found.span("whole"), tidy(found["whole"]))
    return None


def _stands_free(clear: str, place: int, printed: str) -> bool:
    """Whether "Số" begins a line or follows capitals: no citation inside a sentence."""
    before = clear[max(0, place - 60) : place]
    line = before.rpartition("\n")[2].strip(" .:-–")
    if not line or ":" in printed[:6]:
        return True
    if printed[1].isupper():
        # KẾ HOẠCH THỰC HIỆN NGHỊ QUYẾT SỐ … cites.
        return False
    return not any(char.islower() for char in line.split()[-1])


def _day(paper: Paper, end: int) -> tuple[Mark | None, Mark | None]:
    """(the place, the day) of their line; a sentence that begins with a day is none."""
    for found in DAY.finditer(paper.low, 0, end):
        day = Mark(found.start(), found.end(), "day")
        place = _place(paper, found.start())
        if place is not None:
            return place, day
        line = paper.low.rfind("\n", 0, found.start()) + 1
        follows = paper.low[found.end() : found.end() + 2].strip(" ")
        if not paper.low[line : found.start()].strip(" .,-–'\""):
            if not follows.startswith((",", ".")):
                return None, day
    return None, None


def _place(paper: Paper, day: int) -> Mark | None:
    """The place before a day and its comma: a few words with capitals."""
    start = max(0, day - 120)
    before = paper.clear[start:day].rstrip()
    if not before.endswith(","):
        return None
    end = start + len(before.rstrip(" ,\n"))
    start = max(start, end - 60)
    for found in _APART.finditer(paper.clear, start, end):
        start = found.end()
    for pattern in (NATION, MOTTO, PARTY):
        for found in pattern.finditer(paper.low, max(0, start - 120), end):
            start = max(start, found.end())
    words = list(re.finditer(r"\S+", paper.clear[start:end]))
    kept = len(words)
    while kept and len(words) - kept < 5 and words[kept - 1].group()[0].isupper():
        kept -= 1
    if kept == len(words):
        return None
    begins = start + words[kept].start()
    return Mark(begins, end, paper.said(begins, end))


def _type(paper: Paper, end: int, after: int) -> tuple[Mark | None, bool]:
    """The kind of paper as it calls itself, and whether it stands as a heading."""
    loose: Mark | None = None
    for found in _TYPE.finditer(paper.low, 0, end):
        mark = Mark(found.start(), found.end(), _name(found.group()))
        printed = paper.clear[mark.start : mark.end]
        if fold(mark.said) in NOT_HEADINGS or not _is_upper(printed):
            continue
        if _other_tones(printed, mark.said):
            # "PHƯỜNG AN ..." is no "phương án".
            continue
        line = paper.clear.rfind("\n", 0, mark.start) + 1
        if not paper.clear[line : mark.start].strip(" .:-–"):
            return _compounded(paper, mark), True
        if loose is None and after and mark.start >= after:
            loose = mark
    if loose is not None:
        return loose, True
    if after and (below := _alone_below(paper, end)):
        return below, True
    return _type_in_words(paper, end), False


def _other_tones(printed: str, name: str) -> bool:
    """Whether a syllable is printed with a tone that the name's does not have.

    A tone that was lost says nothing: scans and old fonts lose them.
    """
    said = zip(printed.split(), name.split(), strict=False)
    return any(_tone(one) not in ("", _tone(other)) for one, other in said)


def _tone(syllable: str) -> str:
    """The tone mark of a syllable; empty for the level tone."""
    marks = _TONES.findall(unicodedata.normalize("NFD", syllable))
    return marks[0] if marks else ""


def _compounded(paper: Paper, mark: Mark) -> Mark:
    """CHƯƠNG TRÌNH PHỐI HỢP in a line of its own is the name of the kind, whole."""
    found = _COMPOUND.match(paper.low, mark.end)
    if found is None or not _is_upper(paper.clear[mark.end : found.end()]):
        return mark
    said = f"{mark.said} {_COMPOUNDS[' '.join(found['words'].split())]}"
    return Mark(mark.start, found.end("words"), said)


def _alone_below(paper: Paper, end: int) -> Mark | None:
    """The kind on a line of its own that a bad scan put below the first words."""
    for line in paper.lines(end, min(len(paper.clear), ZONE)):
        found = _TYPE.fullmatch(paper.low, line.start, line.end)
        if found and line.text.isupper() and found.group() not in NOT_HEADINGS:
            return Mark(line.start, line.end, _name(found.group()))
    return None


def _type_in_words(paper: Paper, end: int) -> Mark | None:
    """The kind of a paper without a heading, from its first words or its own saying."""
    start = len(paper.low) - len(paper.low.lstrip())
    found = _OUTSET.match(paper.low, start)
    if found and paper.clear[start].isupper():
        return Mark(found.start("type"), found.end("type"), _name(found["type"]))
    if "\n" not in paper.low[end - 1 : end] or not _FOUNDED.match(paper.low, end):
        return None
    found = _SAYS_ITSELF.search(paper.low, end, end + ZONE)
    if found is None:
        return None
    return Mark(found.start("type"), found.end("type"), _name(found["type"]))


def _behind_type(paper: Paper, kind: Mark) -> Mark | None:
    """The number printed behind the name of the kind: QUYẾT ĐỊNH 23/2026/QĐ-XXX."""
    found = re.compile(rf"\s{{1,3}}(?:[Ss][ốỐ]\s{{0,3}}:?\s{{0,3}})?({NUMBER})").match(
        paper.clear, kind.end
    )
    if found is None:
        return None
    return Mark(found.start(1), found.end(1), tidy(found.group(1)))


def _name(found: str) -> str:
    return _TYPES[" ".join(found.split())]


def _is_upper(printed: str) -> bool:
    return not any(char.islower() for char in printed)
