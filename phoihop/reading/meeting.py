"""A meeting that a paper or a news item reports as held: when, where, what, who."""

import re

from phoihop.reading.clear import Paper
from phoihop.reading.days import SHORT_DAY, first_day, iso_day
from phoihop.reading.findings import Field, Finding, Meeting
from phoihop.reading.head import Head
from phoihop.reading.letters import LOWER, UPPER
from phoihop.reading.seeking import at_word, signed
from phoihop.reading.vocabulary import FAMILY_NAMES, REPORTING_TYPES

ZONE = 5000
# The most specific word first.
KINDS = (
    ("giao ban", (r"giao ban\b",)),
    (
        "làm việc",
        (
            r"lam viec (?:voi|tai|cung|ve)\b",
            r"buoi lam viec\b",
            r"cuoc lam viec\b",
            r"phien lam viec\b",
        ),
    ),
    ("phiên họp", (r"phien hop\b",)),
    ("lễ ký kết", (r"le ky ket\b",)),
    ("gặp mặt", (r"gap mat\b",)),
    ("hội nghị", (r"hoi nghi\b",)),
    (
        "họp",
        (
            *(r"cuoc hop\b", r"buoi hop\b", r"da hop\b"),
            r"hop (?:giao|ban|xet|cong bo|thuong|bao|tong)",
        ),
    ),
)
_KINDS = tuple((name, re.compile(at_word(*said))) for name, said in KINDS)
_MEETING = r"(?:hoi nghi|gap|hop|buoi|le|cuoc|phien|giao)\b"
_HELD = re.compile(
    at_word(
        r"da (?:to chuc|co buoi|chu tri|tien hanh|hop|lam viec|dien ra|khai mac|mo)\b",
        r"co (?:buoi|cuoc|phien) lam viec\b",
        r"mo hoi nghi\b",
        *(r"hop giao ban\b", r"tai (?:cuoc hop|buoi|phien|hoi nghi|le)\b"),
        # The beginning of minutes.
        *(r"hom nay,? (?:hoi|luc|vao|ngay)\b", r"chung toi gom\b"),
        *(rf"to chuc {_MEETING}", r"co buoi lam viec\b", rf"chu tri {_MEETING}"),
    )
)
_TIME = r"(?:(?:sang|chieu|trua|toi)(?: nay| qua)?|hom nay|hom qua|vua qua|vao|trong)"
_DAY = re.compile(
    rf"\b(?:{_TIME}\s?,?\s{{0,2}}\(?(?:ngay\s{{1,2}})?|ngay\s{{1,2}})"
    r"(?P<d>\d{1,2})\s?(?P<by>[/-])\s?(?P<m>\d{1,2})(?:\s?(?P=by)\s?(?P<y>20\d\d))?"
    r"(?![\d/])"
)
_LONG = re.compile(
    at_word(
        r"ngay\s{1,2}(?P<d>\d{1,2})\s{1,2}thang\s{1,2}(?P<m>\d{1,2})"
        r"(?:\s{1,2}nam\s{1,2}(?P<y>20\d\d))?"
    )
)
# A day of something else: of a cited paper, a limit, a beginning.
_OTHER_DAY = re.compile(
    r"(?:[-/][\w-]{1,20}|\bso \S{1,14})[ ]?,?[ ]{0,2}$|(?<!\d\d\d)\d[ ]$"
    r"|\b(?:qua|ke tu|tu|den|truoc|sau|het|ky|ban hanh|hieu luc)\s{1,2}$"
)
_AT = re.compile(r"[,;]?\s{1,2}tai\s{1,2}(?P<place>[^\n.;]{3,160})")
_ABOUT_ITSELF = re.compile(r"(?:hoi nghi|cuoc hop|buoi|phien hop|le ky|day)\b")
_PLACE_ENDS = re.compile(r",\s|\s(?:đã|do|diễn ra|tổ chức|thuộc)\s|(?<=\))")
_CHAIR = signed(r"\b(?:dong\s{1,2})?chu\s{1,2}tri\b\s{0,2}:?", "chu", before=6)
_CHAIRED = re.compile(
    r"\s{0,2}(?:cuoc|buoi|hoi nghi|phien|giao ban|va|tai|\.|,|;|le|lam viec|hop|$|\n)"
)
_PERSON = re.compile(
    rf"(?<!\w)[{UPPER}][{LOWER}]{{1,7}}(?:\s[{UPPER}][{LOWER}]{{0,7}}){{1,4}}(?!\w)"
)
_LEAD_IN = re.compile(
    r"(?:đồng chí|đ/c|ông|bà|tướng|tá|trưởng|tịch|thư|đốc|chí:|:|;|,|và|thứ trưởng"
    r"|bộ trưởng)\s{0,2}$",
    re.IGNORECASE,
)
_OFFICE = re.compile(at_word("chu tich", "bi thu", "giam doc", "truong", "pho"))
_YEAR = re.compile(
    r"20(?<!\d[-–]20)(?<!\d [-–] 20)(?<![\d/.]20)[0-4]\d(?![\d%/]|\s?[-–]\s?20|\.\d)"
)
_FAR_YEAR = re.compile(r"\b(?:den|den nam|tam nhin|tam nhin den nam|tu nam|so)\s$")


def find_meeting(paper: Paper, head: Head) -> list[Finding]:
    """The meeting, if the paper reports one that was held."""
    start = 0
    if head.is_paper:
        if head.type is None or head.type.said not in REPORTING_TYPES:
            return []
        start = head.type.end
    stop = min(len(paper.low), start + ZONE)
    held = _HELD.search(paper.low, start, stop)
    if held is None:
        return []
    # What is told of the meeting itself stands in the title and the first paragraph.
    near = min(stop, max(_paragraph_end(paper, held.end()), held.end() + 200))
    near = min(near, held.end() + 900)
    kind, where = _kind(paper, start, near)
    if kind is None:
        return []
    day = _day(paper, start, near)
    date = _date(paper, head, day, (start, near, stop)) if day else None
    value = Meeting(kind, date, _place(paper, start, near), _chair(paper, start, stop))
    span = paper.span(*(day.span() if day else where))
    sure = 0.85 if date else 0.65
    return [Finding(Field.MEETING, value, span, sure, "meeting.held")]


def _paragraph_end(paper: Paper, place: int) -> int:
    end = paper.low.find("\n", place)
    return end if end >= 0 else len(paper.low)


def _kind(paper: Paper, start: int, stop: int) -> tuple[str | None, tuple[int, int]]:
    """The most specific word for the meeting itself."""
    for name, pattern in _KINDS:
        if found := pattern.search(paper.low, start, stop):
            return name, found.span()
    return None, (0, 0)


def _day(paper: Paper, start: int, stop: int) -> re.Match[str] | None:
    """The first day that is told as a time."""
    days = [
        match
        for pattern in (_LONG, _DAY)
        for match in pattern.finditer(paper.low, start, stop)
        if 1 <= int(match["d"]) <= 31
        and 1 <= int(match["m"]) <= 12
        and not _OTHER_DAY.search(paper.low[max(0, match.start() - 30) : match.start()])
    ]
    return min(days, key=re.Match.start) if days else None


def _date(
    paper: Paper, head: Head, day: re.Match[str], around: tuple[int, int, int]
) -> str | None:
    """``2026-06-05``, or ``06-05`` where nothing fixes the year."""
    year = day["y"] or _year(paper, head, *around)
    if year is None:
        return f"{int(day['m']):02}-{int(day['d']):02}"
    return iso_day(year, day["m"], day["d"])


def _year(paper: Paper, head: Head, start: int, near: int, stop: int) -> str | None:
    """The year that the text fixes: of its day, its title, its first words."""
    if head.is_paper and head.day is not None:
        own = _YEAR.search(paper.low, head.day.start, head.day.end)
        if own:
            return own.group()
    for line in list(paper.lines(0, min(len(paper.low), 1500)))[:6]:
        published = first_day(paper.low, line.start, line.end)
        if published and published.iso and len(line.text) < 80:
            return published.iso[:4]
    title = next(iter(paper.lines(start, stop)), None)
    if title is not None and len(title.text) < 260:
        years = _years(paper, title.start, title.end)
        if years:
            return years[-1]
    years = _years(paper, start, near)
    # Without any year by itself, the days that are mentioned tell it.
    if not years:
        days = (SHORT_DAY.finditer(paper.low, start, stop),)
        years = [match["y"] for found in days for match in found]
        return max(years, key=years.count) if years else None
    return max(years)


def _years(paper: Paper, start: int, stop: int) -> list[str]:
    """Years that are named for themselves, not as the end of a plan or in a number."""
    return [
        match.group()
        for match in _YEAR.finditer(paper.low, start, stop)
        if not _FAR_YEAR.search(paper.low[max(0, match.start() - 18) : match.start()])
    ]


def _place(paper: Paper, start: int, stop: int) -> str | None:
    """The phrase behind "tại", in the sentence that tells of the day."""
    for found in _AT.finditer(paper.low, start, stop):
        begins, end = found.span("place")
        if _ABOUT_ITSELF.match(paper.low, begins):
            continue
        before = paper.low[_sentence(paper, found.start()) : found.start()]
        if not (_LONG.search(before) or _DAY.search(before)) or len(before) > 160:
            continue
        cut = _PLACE_ENDS.search(paper.clear, begins, end)
        return paper.said(begins, cut.start() if cut else end)
    return None


def _sentence(paper: Paper, place: int) -> int:
    """Where the sentence around a place begins."""
    floor = max(0, place - 700)
    return max(
        paper.clear.rfind(". ", floor, place) + 1,
        paper.clear.rfind("\n", floor, place) + 1,
        floor,
    )


def _chair(paper: Paper, start: int, stop: int) -> str | None:
    """Who is said to preside."""
    for found in _CHAIR.finditer(paper.low, start, stop):
        if paper.low[found.end() - 1] == ":":
            names = _people(paper, found.end(), min(found.end() + 250, stop))[:1]
        elif _CHAIRED.match(paper.low, found.end()):
            names = _people(paper, _sentence(paper, found.start()), found.start())
        else:
            continue
        if names:
            return "; ".join(dict.fromkeys(names))
    return None


def _people(paper: Paper, start: int, stop: int) -> list[str]:
    """Persons: a family name and names, behind "đồng chí", a rank or an office."""
    named = []
    for found in _PERSON.finditer(paper.clear, start, stop):
        lead = paper.clear[max(start, found.start() - 26) : found.start()]
        name = found.group().removeprefix("Ông ").removeprefix("Bà ")
        if name.split()[0] not in FAMILY_NAMES:
            continue
        # "Chủ tịch UBND tỉnh Trần Văn An chủ trì": a whole name at the end.
        presides = found.end() >= stop - 1 and name.count(" ") > 1
        told = name != found.group() or not lead.strip() or _LEAD_IN.search(lead)
        if told or (presides and _OFFICE.search(paper.low, start, found.start())):
            named.append(name)
    return named[:6]
