"""Until when: the ways in which official papers name a time for a duty.

In a running sentence a time counts only behind a word that makes it a limit (trước,
chậm nhất, trong, hoàn thành, đến ...): most days in a paper are those of other papers.
Behind a label (Thời gian hoàn thành:) and in a column of times every time counts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from phoihop.reading import wording
from phoihop.reading.findings import Bound, Due, DueKind
from phoihop.reading.plain import Plain
from phoihop.reading.seeking import ANYWHERE, at_word, signed

_YEAR = r"(?:\s?[/.-]\s?|\s+năm\s+|,\s*năm\s+)"
_TIMES = re.compile(
    r"(?<![\w/.,-])(?:"
    # 30/6/2026; ngày 30 tháng 6 năm 2026; 30/6
    rf"(?:ngày\s+)?(?P<d>\d{{1,2}})(?:\s?[/.-]\s?|\s+tháng\s+)(?P<m>\d{{1,2}})"
    rf"(?:{_YEAR}(?P<y>\d{{4}}))?"
    # 6/2026; tháng 6 năm 2026; tháng 6
    rf"|(?:tháng\s+)(?P<mm>\d{{1,2}})(?:{_YEAR}(?P<my>\d{{4}}))?"
    # 6/2026, T6/2026
    r"|t?(?P<bm>\d{1,2})\s?/\s?(?P<by>\d{4})"
    # quý II/2026; quý 2 năm 2026; quý IV
    rf"|(?:quý[\s_]+|q(?=\d))(?P<q>iv|i{{1,3}}|[1-4])(?:{_YEAR}(?P<qy>\d{{4}}))?"
    # 6 tháng đầu năm 2026; 2 tháng cuối năm
    r"|(?P<n>\d{1,2}|sáu|hai|ba)\s+tháng\s+(?P<half>đầu"
    r"|cuối)\s+năm(?:\s+(?P<hy>\d{4}))?"
    r"|năm\s+(?P<yy>\d{4})(?!\s?[-–]\s?\d{4})"
    r")(?![\w/]|[.,]\d)"
)
_DIGIT = re.compile(r"\d")
_CUE = re.compile(
    r"(?:trước|nhân|chậm nhất|muộn nhất|đến|tới|hết|trong|xong|hạn|vào|lúc|từ|khoảng"
    r"|sáng"
    r"|chiều|tối|giờ(?:\s?\d{1,2}(?:\sphút)?)?|\d\s?(?:h|g)\s?\d{0,2}|phút|hoàn thành"
    r"|dự kiến|kết thúc|định kỳ|thời hạn|thời gian|nay|cuối|đầu|giữa)"
    r"(?:\s(?:là|vào|hết|trước|cuối|đầu|giữa|dịp|ngày|khoảng|thời gian|cả)){0,6}"
    r"[\s:,(]{0,6}(?:ngày\s|thứ\s\w+,?\s|tháng\s)?$"
)
_CLOSES = re.compile(r"\)[\s.;,/]*$")
_BEFORE = re.compile(r"trước\s[\w\s:]{0,20}$")
# A year, or a month without a cue of its own, is a limit only so.
_WITHIN = re.compile(
    r"(?:trong|vào|cuối|đầu|hoàn thành|hết|trước)\s(?:cả\s|cuối\s|đầu\s)?$"
)
_JOINED = re.compile(r"[\s\w]{0,14}?\s?(?:đến|tới|và|-|–|—)\s?(?:hết\s|cuối\s|đầu\s)?")
_AND = re.compile(r"\svà\s")
# Behind a day or a part of the year: in every year, not in this one.
_YEARLY = re.compile(r",?\s(?:của\s)?(?:hằng|hàng|mỗi)\snăm(?!\w)")


def _each(span: str, other: str = "") -> re.Pattern[str]:
    """Each day, each week …; ``other``: another way to say it."""
    said = at_word(*(f"{each} {span}" for each in ("hằng", "hàng", "mỗi", "từng")))
    return re.compile(rf"{said}(?!\w){other}")


_RECURRING = (
    ("daily", _each("ngày")),
    ("weekly", _each("tuần")),
    ("monthly", _each("tháng", r"|\d tháng/lần")),
    ("quarterly", _each("quý")),
    (
        "half-yearly",
        re.compile(
            r"(?:6|06|sáu) tháng(?: một lần|/lần|, (?:một )?năm(?! \d)| và (?:hằng "
            r"|cả )?năm)"
            r"|(?:định kỳ|hằng|hàng) (?:6|06|sáu) tháng|mỗi học kỳ"
        ),
    ),
    ("yearly", _each("năm")),
    ("periodic", re.compile(at_word("định kỳ") + r"(?!\w)")),
    ("continuous", re.compile(at_word("thường xuyên", "liên tục") + r"(?!\w)")),
)
# One of these is in all of them; most duties have none.
_OFTEN = (
    *("hằng ", "hàng ", "mỗi ", "định kỳ", "thường xuyên", "tháng/lần", "6 tháng"),
    *("sáu tháng", "từng ", "liên tục"),
)
# "ngân sách hằng năm": of every year is the thing, not the duty.
_OF_A_THING = re.compile(
    r"(?:ngân sách|dự toán|kinh phí|chỉ tiêu|thu nhập|doanh thu|sản lượng|nhu cầu"
    r"|biên chế)\s$"
)
_MANNER = re.compile(
    r"(?:chi|không|hoạt động|nguồn|lao động|chế độ|nhiệm vụ chi|sinh hoạt|họp|hội nghị"
    r"|giao ban|tổ chức|diễn ra|duy trì|trong)\s$"
)
_EVENT = signed(
    r"trước (?:\d{1,3} ngày|ngày [^\W\d]+(?: [^\W\d]+){0,2}(?: \d{1,3} ngày)?"
    r"|(?:kỳ họp|đại hội|hội nghị|phiên họp|tết|khi )[^,.;()]{0,60})"
    r"(?: (?:tổ chức|diễn ra|khai mạc)[^,.;()]{0,40})?"
    r"|ngay sau (?:khi )?[^,.;()]{1,60}|sau khi (?:kết thúc|bế mạc)[^,.;()]{1,60}",
    *("trước ", "sau "),
    before=5,
)
_BEFORE_EVENT = re.compile(
    r"(?<!\w)trước (?:thềm )?(?:kỳ họp|đại hội|hội nghị|phiên họp|ngày|lễ|dịp|tết|mùa"
    r"|năm học|khai giảng)(?!\w)(?=[^,.;()\n]*$)"
)
_EVENT_ENDS = re.compile(r"(?: của [^,.;()\n\t]{0,60})?")
_RELATIVE = signed(
    r"(?:chậm nhất|trong|sau|không quá|tối đa)(?: là| vòng| thời hạn| thời gian"
    r"| không quá)*"
    r" (?:\d{1,3}|một|hai|ba|năm|bảy|mười)(?: \(\w+\))?"
    r" (?:ngày|giờ|tuần|tháng)(?! \d| đầu| cuối)(?: làm việc)?"
    r"(?:,? (?:kể từ|tính từ|từ|sau|trước) [^,.;()]{1,80})?"
    r"|(?:\d{1,3}) ngày(?: làm việc)?,? (?:kể từ|tính từ) [^,.;()]{1,80}"
    r"|đúng (?:thời hạn|hạn)(?: luật định)?",
    *(" ngày", " giờ", " tuần", " tháng", "đúng "),
    before=ANYWHERE,
)
# The year of what is printed without one, or the day from which on it is meant.
Since = int | date | None

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_COUNTS = {"sáu": 6, "hai": 2, "ba": 3}


@dataclass(frozen=True, slots=True)
class _Time:
    """A time as printed: what it is, where, and on which side of it the limit lies."""

    kind: DueKind
    value: str | None
    start: int
    end: int
    bound: Bound = Bound.BY
    note: str | None = None
    # Printed without a year.
    of_any_year: bool = False


def due_in(
    plain: Plain,
    first: int,
    last: int,
    *,
    year: Since = None,
    labelled: bool = False,
) -> Due | None:
    """The limit that these words set, or None.

    ``year`` tells that of a month or day printed without one; without it such a time
    stays a note. ``labelled``: the words stand behind a label or in a column of times.
    """
    low = plain.low
    found = _times(plain, first, last, year, labelled)
    event = _event_of_a_year(low, found, first)
    if event:
        return _as_due(plain, event, first)
    recurring = _recurring(low, first, last, labelled)
    if found:
        chosen = _chosen(low, found, labelled)
        if recurring and recurring.value == "yearly" and chosen.of_any_year:
            # "Hằng năm ... trước ngày 30/9": of every year.
            chosen = replace(chosen, kind=recurring.kind, value="yearly", note="")
        return _as_due(plain, chosen, first)
    if recurring:
        return _as_due(plain, recurring, first)
    for kind, pattern in ((DueKind.RELATIVE, _RELATIVE), (DueKind.EVENT, _EVENT)):
        match = pattern.search(low, first, last)
        if match:
            bound = Bound.BEFORE if match.group().startswith("trước") else Bound.BY
            time = _Time(kind, None, match.start(), match.end(), bound, "")
            return _as_due(plain, time, first)
    return None


def period_in(plain: Plain, first: int, last: int, year: Since) -> Due | None:
    """The month, quarter, half-year or year that a heading names."""
    low = plain.low[first:last].replace("\n", " ")
    best = None
    for match in _printed_times(low, 0, len(low)):
        time = _read(match, year, None)
        if time.value and time.kind is not DueKind.DATE:
            sharper = best is None or best.kind is DueKind.YEAR
            best = time if sharper else best
    if best is None or best.value is None:
        return None
    return Due(
        best.kind, best.value, span=plain.span(first + best.start, first + best.end)
    )


def year_of(low: str) -> int | None:
    """The year that words name: năm 2026, or the year of a day or month in them."""
    match = re.search(r"(?:năm |/)(20\d\d)(?!\d| ?[-–] ?20)", low)
    return int(match.group(1)) if match else None


def _times(
    plain: Plain, first: int, last: int, year: Since, labelled: bool
) -> list[_Time]:
    """The times that set a limit, each range by its end."""
    low = plain.low
    found: list[_Time] = []
    behind = -1
    for match in _printed_times(low, first, last):
        before = low[max(first, match.start() - 40) : match.start()]
        joined = behind >= 0 and bool(_JOINED.fullmatch(low, behind, match.start()))
        bracketed = _in_brackets(low, match, last)
        if not (labelled or joined or bracketed or _is_cued(match, before)):
            behind = -1
            continue
        if match["bm"] and not (labelled or joined or bracketed):
            continue
        yearly = _YEARLY.match(low, match.end(), last)
        time = _each_year(match, yearly) if yearly else _read(match, year, before)
        behind = yearly.end() if yearly else match.end()
        if joined and found:
            time = _later(found.pop(), time)
        found.append(time)
    return found


def _printed_times(low: str, first: int, last: int) -> Iterator[re.Match[str]]:
    """Every time; none is sought where neither a digit nor its word stands."""
    spoken = low.find("tháng", first, last) >= 0 or low.find("quý", first, last) >= 0
    if spoken or _DIGIT.search(low, first, last):
        yield from _TIMES.finditer(low, first, last)


def _is_cued(match: re.Match[str], before: str) -> bool:
    if match["yy"] or (match["mm"] and not match["my"]):
        return bool(_WITHIN.search(before) or (match["mm"] and _CUE.search(before)))
    return bool(_CUE.search(before))


def _in_brackets(low: str, match: re.Match[str], last: int) -> bool:
    """A month or a quarter in brackets that ends the sentence: (quý II/2026).

    A day so placed is oftener that of an event or of a paper.
    """
    return (
        not match["d"]
        and low.startswith("(", match.start() - 1)
        and _CLOSES.match(low, match.end(), last) is not None
    )


def _event_of_a_year(low: str, found: list[_Time], first: int) -> _Time | None:
    """Trước kỳ họp giữa năm 2027: the year is that of the event, not the limit."""
    if not found or found[0].kind is not DueKind.YEAR:
        return None
    start = max(first, found[0].start - 80)
    events = list(_BEFORE_EVENT.finditer(low, start, found[0].start))
    if not events:
        return None
    event = events[-1]
    behind = _EVENT_ENDS.match(low, found[0].end)
    end = behind.end() if behind else found[0].end
    return _Time(DueKind.EVENT, None, event.start(), end, Bound.BEFORE, "")


def _each_year(match: re.Match[str], yearly: re.Match[str]) -> _Time:
    """A day or a part of every year: its words tell which."""
    return _Time(DueKind.RECURRING, "yearly", match.start(), yearly.end(), Bound.BY, "")


def _later(one: _Time, other: _Time) -> _Time:
    """The end of a range; its note tells from where."""
    value = other.value if other.value or not one.value else one.value
    kind = other.kind if other.value or not one.value else one.kind
    return _Time(kind, value, one.start, other.end, other.bound, other.note)


def _chosen(low: str, found: list[_Time], labelled: bool) -> _Time:
    """The first limit; of several in one chain joined by và the last."""
    chosen = found[0]
    for time in found[1:]:
        between = low[chosen.end : time.start]
        ranged = labelled and not re.search(r"[;.(]", between)
        if ranged or (_AND.search(between) and ";" not in between):
            chosen = time
    return chosen


def _read(match: re.Match[str], year: Since, before: str | None) -> _Time:
    """What one printed time means."""
    bound = Bound.BEFORE if before and _BEFORE.search(before) else Bound.BY
    kind, value, note = DueKind.NONE, None, None
    if match["d"]:
        month = int(match["m"])
        at = match["y"] or _year_for(month, year)
        kind, value = _day(int(match["d"]), month, at)
        if value is None:
            note = ""
    elif match["mm"] or match["bm"]:
        month = int(match["mm"] or match["bm"])
        at = match["my"] or match["by"] or _year_for(month, year)
        if 1 <= month <= 12 and at:
            kind, value = DueKind.MONTH, f"{at}-{month:02}"
    elif match["q"]:
        at = match["qy"] or _year_for(_QUARTERS[match["q"]] * 3, year)
        if at:
            kind, value = DueKind.QUARTER, f"{at}-Q{_QUARTERS[match['q']]}"
    elif match["half"]:
        kind, value = _part_of_year(match, year)
    elif match["yy"]:
        kind, value = DueKind.YEAR, match["yy"]
    if value is None:
        note = ""
    dated = any(match[name] for name in ("y", "my", "by", "qy", "hy", "yy"))
    return _Time(kind, value, match.start(), match.end(), bound, note, not dated)


def _day(day: int, month: int, year: str | int | None) -> tuple[DueKind, str | None]:
    """A day of the calendar; none where there is no such day, or no year."""
    if not year:
        return DueKind.NONE, None
    try:
        return DueKind.DATE, date(int(year), month, day).isoformat()
    except ValueError:
        return DueKind.NONE, None


def _part_of_year(match: re.Match[str], year: Since) -> tuple[DueKind, str | None]:
    """Six months are a half-year; any other number ends with its last month."""
    count = int(_COUNTS.get(match["n"], match["n"]))
    if not 1 <= count <= 12:
        return DueKind.NONE, None
    month = count if match["half"] == "đầu" else 12
    at = match["hy"] or _year_for(month, year)
    if not at:
        return DueKind.NONE, None
    if count == 6:
        return DueKind.HALF_YEAR, f"{at}-H{1 if match['half'] == 'đầu' else 2}"
    return DueKind.MONTH, f"{at}-{month:02}"


def _year_for(month: int, since: Since) -> int | None:
    """The year of a month printed without one.

    A paper of 20 December that asks for something by 15 January means the next year;
    one that names the month before its own looks back, as reviews and late papers do.
    """
    if isinstance(since, date):
        return since.year + (month < since.month - 1)
    return since


def _recurring(low: str, first: int, last: int, labelled: bool) -> _Time | None:
    """How often, if it is said of the duty; the most frequent of several."""
    if all(low.find(sign, first, last) < 0 for sign in _OFTEN):
        return None
    for value, pattern in _RECURRING:
        match = pattern.search(low, first, last)
        if match is None:
            continue
        before = low[max(first, match.start() - 60) : match.start()]
        behind = low[match.end() : min(last, match.end() + 80)]
        # "mỗi năm một lần" can only be how often it is done.
        often = behind.startswith((" một lần", " 1 lần", " 01 lần"))
        if labelled or often or _of_the_duty(value, before, behind):
            return _Time(DueKind.RECURRING, value, match.start(), match.end())
    return None


def _of_the_duty(value: str, before: str, behind: str) -> bool:
    """Not of a thing: chi thường xuyên, the contests that somebody holds each year."""
    if value == "continuous":
        return not _MANNER.search(before) and wording.acts(behind.lstrip(" ,"))
    if value == "periodic":
        return True
    clause = re.split(r"[,;:.]", before)[-1]
    if value == "yearly" and _OF_A_THING.search(clause):
        return False
    return not re.search(
        r"(?<!\w)(?:do|được|các cuộc|giải(?! ngân| quyết| trình| phóng| tỏa)|hội nghị"
        r"|hội thi)\s",
        clause,
    )


def _as_due(plain: Plain, time: _Time, first: int) -> Due:
    start = time.start
    lead = _CUE.search(plain.low, max(first, start - 40), start)
    if lead and (time.bound is Bound.BEFORE or time.value is None):
        start = lead.start()
    words = plain.text[start : time.end].strip(" ,;:(")
    note = words if time.bound is Bound.BEFORE or time.note is not None else None
    return Due(time.kind, time.value, time.bound, note, plain.span(start, time.end))
