"""The years or months a programme, plan or reviewed work covers."""

import re
from dataclasses import dataclass

from phoihop.reading.clear import Paper
from phoihop.reading.days import LONG_DAY, SHORT_DAY
from phoihop.reading.findings import Field, Finding, Period
from phoihop.reading.head import Head
from phoihop.reading.letters import UPPER
from phoihop.reading.seeking import at_word

ZONE = 1600
_YEAR = r"(?P<y>20[0-4]\d)"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_SPAN = re.compile(
    at_word(
        *("giai doan", "nhiem ky", r"trong\s{1,2}\d\s{1,2}nam", "cac nam", "tu nam"),
        *("thoi ky", "nam hoc"),
    )
    + r"\s{1,2}(?:tu\s{1,2})?(?:nam\s{1,2})?(?P<a>20[0-4]\d)\s{0,2}"
    r"(?:[-–—]|den(?:\s{1,2}nam)?)\s{0,2}(?P<b>20[0-4]\d)"
)
_QUARTER = re.compile(
    rf"\bquy\s{{1,2}}(?P<q>iv|i{{1,3}}|[1-4])\s{{0,2}}(?:[/-]|,?\s{{1,2}}nam\s{{1,2}})\s{{0,2}}{_YEAR}"
)
_HALF = re.compile(
    rf"\b(?:6|sau|06)\s{{1,2}}thang\s{{1,2}}(?P<h>dau|cuoi)\s{{1,2}}nam(?:\s{{1,2}}{_YEAR})?"
)
_NINE = re.compile(
    rf"\b(?:9|09|chin)\s{{1,2}}thang\s{{1,2}}(?:dau\s{{1,2}})?nam\s{{1,2}}{_YEAR}"
)
_MONTH = re.compile(
    rf"\bthang\s{{1,2}}(?P<m>1[0-2]|0?[1-9])(?:\s{{0,2}}[/-]\s{{0,2}}|,?\s{{1,2}}nam\s{{1,2}}){_YEAR}"
)
_ONE_YEAR = re.compile(
    at_word("nam", "cong tac", "phoi hop")
    + rf"\s{{1,2}}{_YEAR}(?!\s{{0,2}}[-–/]\s{{0,2}}(?:20)?\d)"
)
# What a year is not the paper's own period after.
_NOT_OWN = re.compile(
    r"(?:\b(?:den|tam nhin(?:\s\w+)?|tu|truoc|sau|khoa \w+|(?<!phap )luat[^,;.\n]{0,60}"
    r"|hien phap"
    r"|so voi(?: cung ky)?|cung ky|dinh huong(?: den)?|hoc)\s{1,2})$"
)
_COORDINATES = re.compile(at_word("phoi hop"))
_ELECTS = re.compile(at_word("bau cu", "dai bieu", "dai hoi", "nhan su", "quy hoach"))
_LAUNCHES = re.compile(at_word("trien khai", "phuong huong", "nhiem vu"))
_LAUNCH = re.compile(
    r"\b(?:trien khai|phuong huong|nhiem vu|ky ket|chuong trinh|ke hoach|trong tam)\b"
)
_PLANNED = re.compile(
    r"\b(?:phoi hop|ke hoach|chuong trinh|cong tac|nhiem vu|so ket|tong ket|giao ban"
    r"|phuong huong|ket qua|ky ket|giao uoc|thi dua|hoat dong|thuc hien|cum)\b"
)
_NEXT_MONTH = re.compile(
    at_word(
        r"nhiem vu (?:trong tam |chu yeu |cong tac )?(?:trong )?thang "
        r"(?P<m>1[0-2]|0?[1-9])\b"
    )
)


@dataclass(frozen=True, slots=True)
class Told:
    """A period that is named somewhere; places of the clear text."""

    start: int
    end: int
    first: str
    last: str


def find_period(paper: Paper, head: Head, found: list[Finding]) -> list[Finding]:
    """The period, of the title first, then of the first sentences."""
    title = [
        (paper.place(each.span.start), paper.place(each.span.end))
        for each in found
        if each.field is Field.SUBJECT and each.span
    ]
    for start, end in title:
        told = _last_told(paper, start, end) or _own_term(paper, start, end)
        if told is not None and not head.is_paper:
            told = _launched(paper, end, told)
        if told is not None:
            return [_finding(paper, _moved_on(paper, head, told), 0.85, "period.title")]
    if not head.is_paper:
        return _of_news(paper, title[0][1] if title else 0)
    return []


def _finding(paper: Paper, told: Told, sure: float, because: str) -> Finding:
    span = paper.span(told.start, told.end)
    return Finding(Field.PERIOD, Period(told.first, told.last), span, sure, because)


def _own_term(paper: Paper, start: int, end: int) -> Told | None:
    """The term that a programme or regulation of coordination is made for.

    The term of a council, a congress or a committee is no period of the paper.
    """
    title = paper.low[start:end]
    if not _COORDINATES.search(title) or _ELECTS.search(title):
        return None
    found = _SPAN.search(paper.low, start, end)
    return Told(found.start(), found.end(), found["a"], found["b"]) if found else None


def _launched(paper: Paper, place: int, told: Told) -> Told:
    """Of a review that launches what follows, the time that follows."""
    for line in list(paper.lines(place, min(len(paper.clear), place + 2500)))[:4]:
        if len(line.text) < 100:
            continue
        end = _sentence(paper, line.start, min(line.end, line.start + 700))
        later = [
            each
            for each in _all_told(paper, line.start, end)
            if _LAUNCHES.search(
                paper.low[max(line.start, each.start - 40) : each.start]
            )
            and (each.first, each.last) > (told.first, told.last)
        ]
        return later[-1] if later else told
    return told


def _of_news(paper: Paper, start: int) -> list[Finding]:
    """What the first sentences say of a plan, a review or a giao ban."""
    seen = 0
    for line in paper.lines(start, min(len(paper.clear), start + 2500)):
        seen += 1
        if seen > 3:
            return []
        if len(line.text) < 100:
            continue
        end = min(line.end, line.start + 700)
        if not _PLANNED.search(paper.low, line.start, end):
            return []
        told = _last_told(paper, line.start, _sentence(paper, line.start, end))
        if told is not None:
            return [_finding(paper, told, 0.65, "period.first_sentence")]
        return []
    return []


def _sentence(paper: Paper, start: int, end: int) -> int:
    """The end of the first sentence."""
    found = re.compile(r"\.\s{1,3}(?=[" + UPPER + "])").search(paper.clear, start, end)
    return found.start() if found else end


def _last_told(paper: Paper, start: int, end: int) -> Told | None:
    """The period launched, which is named last; days and cited papers say none."""
    days = [
        match.span()
        for pattern in (LONG_DAY, SHORT_DAY)
        for match in pattern.finditer(paper.low, start, end)
    ]
    told = [
        each
        for each in _all_told(paper, start, end)
        if not any(a <= each.start < b for a, b in days)
        and not _NOT_OWN.search(paper.low[max(start, each.start - 80) : each.start])
    ]
    if not told:
        return None
    launched = [
        each
        for each in told
        if _LAUNCH.search(paper.low[max(start, each.start - 60) : each.start])
    ]
    return max(launched or told, key=lambda each: (each.end, each.start * -1))


def _all_told(paper: Paper, start: int, end: int) -> list[Told]:
    """Every period that is named, the longer names first."""
    told: list[Told] = []
    taken: list[tuple[int, int]] = []
    for pattern, months_of in _NAMED:
        for match in pattern.finditer(paper.low, start, end):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            taken.append(match.span())
            period = months_of(
                match, paper.low[match.end() : min(end, match.end() + 60)]
            )
            if period is not None:
                told.append(Told(match.start(), match.end(), *period))
    return told


def _of_years(match: re.Match[str], after: str) -> tuple[str, str] | None:
    # A term of a council or a committee is no period of the paper.
    term = match.group().startswith("nhiem ky")
    return None if term else (match["a"], match["b"])


def _of_quarter(match: re.Match[str], after: str) -> tuple[str, str]:
    last = _ROMAN[match["q"]] * 3
    return f"{match['y']}-{last - 2:02}", f"{match['y']}-{last:02}"


def _of_half(match: re.Match[str], after: str) -> tuple[str, str] | None:
    near = re.search(r"\bnam\s{1,2}(20[0-4]\d)", after)
    year = match["y"] or (near.group(1) if near else None)
    if year is None:
        return None
    first, last = ("01", "06") if match["h"] == "dau" else ("07", "12")
    return f"{year}-{first}", f"{year}-{last}"


def _of_nine_months(match: re.Match[str], after: str) -> tuple[str, str]:
    return f"{match['y']}-01", f"{match['y']}-09"


def _of_month(match: re.Match[str], after: str) -> tuple[str, str]:
    month = f"{match['y']}-{int(match['m']):02}"
    return month, month


def _of_year(match: re.Match[str], after: str) -> tuple[str, str]:
    return match["y"], match["y"]


_NAMED = (
    (_SPAN, _of_years),
    (_QUARTER, _of_quarter),
    (_HALF, _of_half),
    (_NINE, _of_nine_months),
    (_MONTH, _of_month),
    (_ONE_YEAR, _of_year),
)


def _moved_on(paper: Paper, head: Head, told: Told) -> Told:
    """A review of a month that launches the next one covers the next one."""
    if len(told.first) != 7 or told.first != told.last:
        return told
    year, month = int(told.first[:4]), int(told.first[5:])
    for match in _NEXT_MONTH.finditer(paper.low, head.end, head.end + 20000):
        following = int(match["m"])
        if following == month % 12 + 1:
            after = f"{year + (following == 1)}-{following:02}"
            return Told(told.start, told.end, after, after)
    return told
