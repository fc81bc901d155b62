"""Other papers that a paper cites, by number or by a full day; each one once.

A citation is found from its number outward: back to the word for the kind of paper,
on to the day. Laws are cited by the day alone; a few kinds by a bare number.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from phoihop.reading.clear import Paper
from phoihop.reading.days import LONG_DAY, SHORT_DAY, Day, day_behind, day_of
from phoihop.reading.findings import Field, Finding, Reference
from phoihop.reading.head import Head
from phoihop.reading.letters import LOWER, UPPER
from phoihop.reading.numbers import FREE_NUMBER, SYMBOL, tidy
from phoihop.reading.seeking import at_word
from phoihop.reading.vocabulary import CITED_NAMES, TYPE_COMPOUNDS
from phoihop.vietnamese import fold

BACK = 240
_NAMES = sorted({fold(name) for name in CITED_NAMES}, key=len, reverse=True)
_KINDS = [name.replace(" ", r"\s{1,2}") for name in _NAMES]
_COMPOUNDS = {fold(name) for name in TYPE_COMPOUNDS}
_NUMBER = re.compile(FREE_NUMBER)
# In small letters only behind "số": "văn bản số 2600/ttg-kxx".
_SMALL = re.compile(
    r"số (?P<number>\d{1,5}(?:/\d{4})?\s?[/-]\s?[a-zđ]{2,12}(?:-[a-zđ]{2,12}){0,3})"
    r"(?![\w-])"
)
_NO_NUMBER = re.compile(rf"(?<=[ốỐ])(?P<blank>[\s.…]{{0,20}})/(?P<symbol>{SYMBOL})")
# What it begins with, sought first: few papers have it.
_UNFILLED = re.compile(r"[ốỐ][\s.…]{0,20}/")
# "chỉ thị số 19", "Nghị quyết 18": kinds that are known by a bare number.
# Sought from the number back, which is ten times as quick as the other way round.
_BARE = re.compile(
    r"\d(?<=[a-z] \d)\d{0,3}"
    r"(?![\w/%-]|[.,]\d|\s?[/–-]\s?\w|\s?(?:nam|ngay [^\d]|thang)\b)"
)
_BARE_KIND = re.compile(
    r"\b(?P<kind>(?P<alone>nghi quyet|quyet dinh|chi thi|ket luan|quy dinh)|nghi dinh"
    r"|thong tu|huong dan|ke hoach|thong bao|cong van|cong dien|bao cao|to trinh)"
    r"\s{1,3}(?P<so>so\s{0,3})?$"
)
_ANY_KIND = re.compile(at_word(*_KINDS, behind="phap ") + r"\b")
# Between the kind and its number: words of its name, "số" once or twice.
_TO_NUMBER = re.compile(
    r"(?P<words>(?:\s{1,3}[^\W\d]{1,12}){0,7}?)\s{0,3}(?:\b[s5]o\s{0,3}){0,2}[:.]?\s{0,3}"
)
_LAW_BEFORE = re.compile(
    at_word(
        "luat",
        r"bo\s{1,2}luat",
        r"phap\s{1,2}lenh",
        r"hien\s{1,2}phap",
        behind="phap ",
    )
    + r"\b"
)
_AMENDING = re.compile(at_word(r"luat\s{1,2}sua doi,?\s{1,2}bo sung\b"))
# "5- Mặt trận …": the mark of an item and the word behind it.
_LISTS = re.compile(rf"\d{{1,3}}\s?[-–/]\s+[{UPPER}][{LOWER}]{{2}}")
_NOT_A_PAPER = re.compile(
    r"\b(?:mau|bieu|bieu mau|phu luc|mau so|dieu|khoan)\s{0,3}(?:so)?\s{0,3}$"
)
_JOINED = re.compile(r"\s{0,3}(?:va|,)\s{0,3}(?:(?:\w{1,8}\s){0,3}so\s{0,2})?$")
# A law by its day: "Luật … ngày 19 tháng 6 năm 2015".
_STOPS = re.compile(r"[;.\n]")
# Between a law and a day that is not the law's: a limit, another day, a sentence.
_NOT_ITS_DAY = re.compile(
    r"\d|\bnga?y\b.*\bnga?y\b|\b(?:duoc|tai|theo|cham nhat|hoan thanh|truoc|tu|den|het"
    r"|la|co hieu luc|vao|trong|cua (?:hoi dong|uy ban|ban|bo|so)\b)\b"
)
_SAID_DAY = re.compile(at_word(rf"nga?y\s{{0,3}}{SHORT_DAY.pattern}"))
_ISSUING = re.compile(r"\b(?:ban hanh|ky|co)\b")


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation before equal ones are made into one; places of the clear text."""

    start: int
    number_at: int
    end: int
    number: str | None
    type: str | None
    date: str | None
    confidence: float
    because: str


def find_references(paper: Paper, head: Head) -> list[Finding]:
    """Every other paper that is cited, once, at its fullest mention."""
    cited = _by_number(paper, head)
    cited = _shared_days(paper, cited)
    taken = sorted((each.start, each.end) for each in cited)
    cited += [each for each in _by_bare_number(paper) if _free(taken, each)]
    cited += [each for each in _by_day(paper) if _free(taken, each)]
    return [_finding(paper, each) for each in _once(cited, head)]


def _by_number(paper: Paper, head: Head) -> list[Cited]:
    own = {mark.start for mark in (head.number, head.symbol) if mark}
    found: list[Cited] = []
    places = [match.span() for match in _NUMBER.finditer(paper.clear)]
    known = {start for start, _ in places}
    places += [
        match.span("number")
        for match in _SMALL.finditer(paper.clear)
        if match.start("number") not in known
    ]
    floor = 0
    for start, end in sorted(places):
        if start in own or start < floor:
            floor = max(floor, end)
            continue
        each = _cited(paper, start, end, tidy(paper.clear[start:end]), floor)
        if each is not None:
            found.append(each)
        floor = each.end if each else end
    unfilled = _UNFILLED.search(paper.clear)
    blanks = _NO_NUMBER.finditer(paper.clear, unfilled.start()) if unfilled else ()
    for match in blanks:
        if match.start("symbol") in own:
            continue
        each = _cited(paper, match.start("blank"), match.end(), None, 0)
        if each is not None and each.date and each.type:
            found.append(each)
    return found


def _cited(
    paper: Paper, start: int, end: int, number: str | None, floor: int
) -> Cited | None:
    """The citation around a number, or None where the number is of something else."""
    window = max(floor, start - BACK)
    before = paper.low[window:start]
    if _NOT_A_PAPER.search(before[-24:]) or _LISTS.match(paper.clear, start, end):
        return None
    begins, kind, because = _kind_before(paper, window, before)
    day = day_behind(paper.low, end)
    if kind is None and number is not None:
        so = re.search(r"\bso\s{0,3}$", before)
        begins = window + so.start() if so else start
        if so is None and not _looks_official(number):
            return None
    date = day.iso if day else _issued_before(paper, begins, window)
    stop = day.end if day else end
    sure = (0.95 if day else 0.9) if kind else 0.7
    return Cited(begins, start, stop, number, kind, date, sure, because)


def _kind_before(paper: Paper, window: int, before: str) -> tuple[int, str | None, str]:
    """(where the citation begins, the kind as written, the rule that told)."""
    kinds = list(_ANY_KIND.finditer(before, max(0, len(before) - 110)))
    near = kinds[-1] if kinds else None
    between = _TO_NUMBER.fullmatch(before, near.end()) if near else None
    words = " ".join(between["words"].split()) if between else ""
    if near and between and (not words or words in _COMPOUNDS):
        # "Chương trình phối hợp số 04/…": the name of the kind, whole.
        end = window + (between.end("words") if words else near.end())
        said = paper.said(window + near.start(), end).lower()
        return window + near.start(), said, "cited.number"
    law = _law_before(before)
    if law is not None:
        kind = law.group()
        place = window + law.start()
        amending = _last(_AMENDING, before[: law.start() + 1])
        if amending and not re.search(r"[;\d]", before[amending.start() :]):
            place = window + amending.start()
        said = " ".join(paper.clear[place : place + len(kind)].lower().split())
        return place, "luật" if kind == "luat" else said, "cited.law"
    if near and between and not _foreign(between["words"]):
        said = paper.said(window + near.start(), window + near.end()).lower()
        return window + near.start(), said, "cited.number"
    return window + len(before), None, "cited.symbol"


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last match; a pattern that is tied to the end has one at the nearest kind."""
    found = None
    for match in pattern.finditer(text):
        found = match
    return found


def _law_before(before: str) -> re.Match[str] | None:
    """The law whose number follows: between them only the law's name."""
    law = _last(_LAW_BEFORE, before)
    if law is None:
        return None
    name = before[law.end() :]
    if re.search(r"[;:.()\d]|\b(?:cua|theo|tai|quy dinh)\b", name):
        return None
    return law if re.search(r"\bso\s{0,3}$", name) else None


def _foreign(words: str) -> bool:
    """Whether the words between kind and number are a sentence, not its name."""
    return bool(re.search(r"\b(?:cua|tai|theo|duoc|la|thuc hien|ngay|co)\b", words))


def _looks_official(number: str) -> bool:
    """Whether a number without any word before it is one of a paper by its symbol."""
    tail = re.split(r"[-/]", number, maxsplit=1)[-1]
    codes = re.split(r"[-/]", tail)
    return len(codes) > 1 and any(
        code in {"NQ", "QĐ", "CT", "KH", "CV", "HD", "KL", "TB", "BC", "TTr", "CTr"}
        or code in {"NĐ", "TT", "QĐi", "QyĐ", "QC", "QH13", "QH14", "QH15", "QH16"}
        for code in codes
    )


def _issued_before(paper: Paper, begins: int, window: int) -> str | None:
    """The day of "Ngày 02/11/2026, Sở … ban hành Kế hoạch số 67", same sentence."""
    ends = (paper.low.rfind(sign, window, begins) + 1 for sign in (". ", "; "))
    sentence = max(window, *ends)
    part = paper.low[sentence:begins]
    if "\n" in part or not _ISSUING.search(part[-24:]):
        return None
    for pattern in (SHORT_DAY, LONG_DAY):
        if found := pattern.search(part):
            before = part[: found.start()].strip()
            if before in ("", "ngay", "- ngay"):
                return day_of(found).iso
    return None


def _shared_days(paper: Paper, cited: list[Cited]) -> list[Cited]:
    """ "217-QD/XX và 218-QD/XX ngày …": the kind and the day are of both."""
    cited.sort(key=lambda each: each.start)
    for place in range(len(cited) - 2, -1, -1):
        first, second = cited[place], cited[place + 1]
        if not _JOINED.fullmatch(paper.low[first.end : second.number_at][:40]):
            continue
        if first.date is None and first.number and second.date:
            cited[place] = replace(first, date=second.date)
    for place in range(1, len(cited)):
        first, second = cited[place - 1], cited[place]
        if second.type is None and _JOINED.fullmatch(
            paper.low[first.end : second.number_at][:40]
        ):
            cited[place] = replace(second, type=first.type)
    return cited


def _by_bare_number(paper: Paper) -> list[Cited]:
    """Papers known by a number without a symbol."""
    found = []
    for match in _BARE.finditer(paper.low):
        window = max(0, match.start() - 24)
        kind = _BARE_KIND.search(paper.low[window : match.start()])
        if kind is None:
            continue
        day = day_behind(paper.low, match.end())
        alone = kind["alone"] and _issuer_follows(paper, match.end())
        if day is None and not kind["so"] and not alone:
            continue
        start, end = window + kind.start(), window + kind.end("kind")
        found.append(
            Cited(
                start,
                match.start(),
                day.end if day else match.end(),
                match.group(),
                paper.said(start, end).lower(),
                day.iso if day else None,
                0.85 if day else 0.65,
                "cited.bare_number",
            )
        )
    return found


def _issuer_follows(paper: Paper, end: int) -> bool:
    """ "Nghị quyết 18 của …": whose it is tells that a paper is meant."""
    return paper.low.startswith((" cua ", " ve "), end)


def _by_day(paper: Paper) -> list[Cited]:
    """Laws cited by their day alone."""
    found = []
    done = 0
    for law in _LAW_BEFORE.finditer(paper.low):
        start, stop = max(done, law.start()), law.end() + BACK
        done = max(done, stop)
        found += [
            _law_of_day(paper, match.start(), day_of(match))
            for pattern in (LONG_DAY, _SAID_DAY)
            for match in pattern.finditer(paper.low, start, stop)
        ]
    return [each for each in found if each is not None]


def _law_of_day(paper: Paper, place: int, day: Day) -> Cited | None:
    window = max(0, place - BACK)
    before = paper.low[window:place]
    stops = _last(_STOPS, before)
    begins = window + (stops.end() if stops else 0)
    part = paper.low[begins:place]
    laws = list(_LAW_BEFORE.finditer(part))
    if not laws or day.iso is None:
        return None
    first = laws[0]
    amending = _AMENDING.search(part)
    if amending is None:
        first = laws[-1]
    elif first.start() < amending.start():
        first = next(law for law in laws if law.start() >= amending.start())
    between = part[first.end() :]
    if _NOT_ITS_DAY.search(between):
        return None
    start = begins + first.start()
    kind = paper.said(start, begins + first.end()).lower()
    return Cited(start, place, day.end, None, kind, day.iso, 0.8, "cited.day")


def _free(taken: list[tuple[int, int]], each: Cited) -> bool:
    """Whether a citation stands apart from those found by number."""
    place = bisect_left(taken, (each.start, each.end))
    if place < len(taken) and taken[place][0] < each.end:
        return False
    return place == 0 or taken[place - 1][1] <= each.start


def _once(cited: list[Cited], head: Head) -> list[Cited]:
    """Each paper once, its fullest mention; the paper itself left out."""
    own = head.number.said.casefold() if head.number else ""
    best: dict[tuple[str, str], Cited] = {}
    stems: set[str] = set()
    for each in sorted(cited, key=lambda each: each.start):
        if each.number is not None and each.number.casefold() == own:
            continue
        bare = each.number is not None and each.number.isdigit()
        if each.number is None:
            key = (each.type or "", each.date or "")
        else:
            # A bare number is known by its kind as well.
            same = each.number.casefold().replace("-", "/")
            key = (same, (each.type or "") if bare else "")
        if not bare and each.number:
            stems.add(re.split(r"[/-]", each.number)[0].lstrip("0"))
        kept = best.get(key)
        if kept is None or _fullness(each) > _fullness(kept):
            best[key] = each
    return [
        each
        for (number, _), each in best.items()
        if not (number.isdigit() and number.lstrip("0") in stems)
        and not _cut_short(number, best)
    ]


def _cut_short(number: str, best: dict[tuple[str, str], Cited]) -> bool:
    """Whether a number only begins another one: 102/2026/NQLT without the rest."""
    return "/" in number and any(
        other != number and other.startswith(number) for other, _ in best
    )


def _fullness(each: Cited) -> tuple[bool, bool, bool]:
    return (
        each.date is not None,
        each.type is not None,
        each.because != "cited.symbol",
    )


def _finding(paper: Paper, each: Cited) -> Finding:
    text = paper.said(each.start, each.end)
    value = Reference(text, each.number, each.type, each.date)
    span = paper.span(each.start, each.end)
    return Finding(Field.REFERENCE, value, span, each.confidence, each.because)
