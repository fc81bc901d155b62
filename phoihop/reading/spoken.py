"""Days said in words, or with letters that a scanner took for digits, as digits.

"ngày mười lăm tháng ba năm hai nghìn không trăm hai mươi lăm" and "ngày l5 tháng O3 năm
2O25" are both the fifteenth of March. Read so only where a calendar has the day; what a
finding quotes keeps the words of the paper.
"""

import re

from phoihop.reading.days import iso_day
from phoihop.reading.edits import Edit
from phoihop.reading.letters import UPPER

_LOOKS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "i": "1", "!": "1"})
_LOOKS |= str.maketrans({"|": "1", "S": "5", "s": "5", "Z": "2", "z": "2", "B": "8"})
_SIGN = r"[\dOolIi!|SsZzB]"
_ONES = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7}
_ONES |= {"tám": 8, "chín": 9}
_LAST = {**_ONES, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
_DIGITS = {**_ONES, "không": 0, "tư": 4, "lăm": 5}
_ONE = "|".join(_ONES)
_TENS = (
    rf"(?:(?:hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín)\s+)?mươi(?:\s+(?:{'|'.join(_LAST)}))?"
    rf"|mười(?:\s+(?:{'|'.join(_LAST)}))?"
)
_DAY = rf"(?:(?:mồng|mùng)\s+)?(?:\d{{1,2}}|{_TENS}|hai\s+mốt|{_ONE})"
# "tháng năm 2014" has lost its month: "năm" is the year's there.
_MONTH = (
    r"(?:\d{1,2}|mười\s+(?:một|hai)|mười|giêng|tư|một|hai|ba|bốn|sáu|bảy|bẩy|tám|chín"
    r"|năm(?!\s+(?:\d|hai\s|một\s)))"
)
_YEAR = (
    rf"(?:\d{{4}}|(?:hai|một)\s+(?:nghìn|ngàn)(?:\s+(?:không|chín)\s+trăm)?"
    rf"(?:\s+(?:(?:linh|lẻ)\s+(?:{_ONE}|tư)|{_TENS}))?)"
)
# A sign at least of which is no digit; the look ahead is short.
_MISREAD = re.compile(
    rf"(?<!\w)(?:[Nn]gày|NGÀY)\s{{0,3}}(?P<d>{_SIGN}{{1,2}})\s{{0,3}}"
    rf"(?:tháng|THÁNG)\s{{0,3}}(?P<m>{_SIGN}{{1,2}})\s{{0,3}}"
    rf"(?:năm|NĂM)\s{{0,3}}(?P<y>{_SIGN}{{4}})(?!\w)"
)
_MISREAD_SHORT = re.compile(
    rf"(?<![\w/.-])(?P<d>{_SIGN}{{1,2}})/(?P<m>{_SIGN}{{1,2}})/"
    rf"(?P<y>[2Z][0Oo]{_SIGN}{{2}})(?![\w/])"
)
_SPOKEN = re.compile(
    rf"(?<!\w)ngày\s+(?P<d>{_DAY})\s+tháng\s+(?P<m>{_MONTH})"
    rf"(?:,?\s+năm\s+(?P<y>{_YEAR}))?(?![\w/])(?!\s+âm\s+lịch)",
    re.IGNORECASE,
)
_SPOKEN_MONTH = re.compile(
    rf"(?<!\w)tháng\s+(?P<m>{_MONTH})(?:,?\s+năm\s+(?P<y>{_YEAR}))(?![\w/])",
    re.IGNORECASE,
)
_SPOKEN_QUARTER = re.compile(
    r"(?<!\w)quý\s+(?P<q>một|hai|ba|tư|bốn|nhất|nhì)"
    rf"(?P<behind>,?\s+năm\s+)(?P<y>{_YEAR})(?![\w/])",
    re.IGNORECASE,
)
# "Số" with another mark, before what can only be the number of a paper.
_SO = re.compile(
    r"(?<!\w)(?P<s>[Ss])[oòóỏõọôồổỗộơờ0](?=\s{0,3}[:.]?\s{0,4}"
    rf"(?:\d{{1,6}}|[.…_ ]{{1,30}})?\s{{0,2}}[/–-]\s{{0,2}}(?:\d{{4}}\s?/\s?)?"
    rf"[{UPPER}]{{2}})"
)
# Without a year these are of the calendar of the moon.
_LUNAR = re.compile(r"mồng|mùng|giêng", re.IGNORECASE)
# "mồng 5 tháng 3 năm 2026": the day without the word for it.
_FIRST_DAYS = re.compile(
    r"(?<!\w)(?<![Nn]gày )[Mm](?:ồng|ùng)"
    r"(?=\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})"
)
_QUARTERS = {"một": "I", "nhất": "I", "hai": "II", "nhì": "II", "ba": "III"}
_QUARTERS |= {"tư": "IV", "bốn": "IV"}
_MISREAD_DAYS = (_MISREAD, _MISREAD_SHORT)
_SPOKEN_DAYS = (_SPOKEN, _SPOKEN_MONTH, _SPOKEN_QUARTER)
_DIGIT_LIKE = re.compile(r"[OolIi!|SsZzB]")


def said_days(text: str) -> list[Edit]:
    """The edits that put digits for words and misread signs, in order."""
    found = [edit for pattern in _MISREAD_DAYS for edit in _each(pattern, text)]
    found += [(*so.span(), f"{so['s']}ố") for so in _SO.finditer(text)]
    found += [(*first.span(), "ngày") for first in _FIRST_DAYS.finditer(text)]
    low = text.lower()
    if "tháng" in low or "quý" in low:
        found += [edit for pattern in _SPOKEN_DAYS for edit in _each(pattern, text)]
    kept: list[Edit] = []
    for edit in sorted(found):
        if not kept or edit[0] >= kept[-1][1]:
            kept.append(edit)
    return kept


def _each(pattern: re.Pattern[str], text: str) -> list[Edit]:
    said = _as_digits if pattern in _MISREAD_DAYS else _as_counted
    return [edit for found in pattern.finditer(text) for edit in said(found)]


def _as_digits(found: re.Match[str]) -> list[Edit]:
    """The digits that these signs were, if a calendar has the day."""
    said = {name: found[name].translate(_LOOKS) for name in "dmy"}
    if not any(_DIGIT_LIKE.search(found[n]) for n in "dmy"):
        return []
    if not all(each.isdigit() for each in said.values()):
        return []
    if not 1900 <= int(said["y"]) < 2100 or not iso_day(
        said["y"], said["m"], said["d"]
    ):
        return []
    return [
        (*found.span(name), said[name]) for name in "dmy" if said[name] != found[name]
    ]


def _as_counted(found: re.Match[str]) -> list[Edit]:
    """The digits that these words say."""
    names = found.re.groupindex
    said = {
        name: str(counted)
        for name in ("d", "m", "y")
        if name in names and found[name] and (counted := count(found[name]))
    }
    if "q" in names:
        said["q"] = _QUARTERS[found["q"].lower()]
    if "y" not in said and _LUNAR.search(found.group()):
        return []
    spoken = [name for name in said if not found[name].isdigit()]
    if not spoken or not _of_calendar(said):
        return []
    return [(*found.span(name), said[name]) for name in sorted(spoken, key=found.start)]


def _of_calendar(said: dict[str, str]) -> bool:
    if "y" in said and not 1900 <= int(said["y"]) < 2100:
        return False
    if "d" in said:
        # A leap day is allowed where no year is said.
        return iso_day(said.get("y", "2028"), said.get("m", "0"), said["d"]) is not None
    return "m" not in said or 1 <= int(said["m"]) <= 12


def count(words: str) -> int | None:
    """The number that these words say, up to 2999; None for what says none."""
    if words.isdigit():
        return int(words)
    parts = [part for part in words.lower().split() if part not in ("mồng", "mùng")]
    if len(parts) == 1 and parts[0].isdigit():
        return int(parts[0])
    if parts == ["giêng"]:
        return 1
    total = 0
    if len(parts) > 1 and parts[1] in ("nghìn", "ngàn"):
        total, parts = _ONES[parts[0]] * 1000, parts[2:]
    if len(parts) > 1 and parts[1] == "trăm":
        total, parts = total + _DIGITS[parts[0]] * 100, parts[2:]
    if parts and parts[0] in ("linh", "lẻ"):
        parts = parts[1:]
    rest = _under_hundred(parts)
    return None if rest is None else total + rest


def _under_hundred(parts: list[str]) -> int | None:
    if not parts:
        return 0
    if parts[0] == "mười":
        return 10 + (_LAST[parts[1]] if len(parts) > 1 else 0)
    if len(parts) > 1 and parts[1] == "mươi":
        return _ONES[parts[0]] * 10 + (_LAST[parts[2]] if len(parts) > 2 else 0)
    if parts == ["hai", "mốt"]:
        return 21
    return _LAST.get(parts[0]) if len(parts) == 1 else None
