"""Figures of a text, however they are written, and those that are nobody's.

Amounts, days, numbers of papers, codes of procedures and tax codes of companies are
struck out first; what is left in runs of figures is looked at by ``numbers``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stdnum.vn import mst

from phoihop.screening.plain import Plain

STRUCK = "~"

# What may stand between the figures of one number.
_RUN = re.compile(r"\d+(?:(?:[ .\-_/()*|]{1,3}|,)\d+)*")
_GROUP = re.compile(r"\d+")
# Between these only figures in threes and more make one number: a list of days
# is written with them too.
_LOOSE = re.compile(r"[,/_*|]")

_LEET_RUN = re.compile(r"(?<![^\W\d_])[0-9OoQlIi|][0-9OoQlIi| .\-]{6,30}[0-9OoQlIi|]")
_LEET = str.maketrans("OoQlIi|", "0001111")
_LEET_BESIDE = re.compile(r"\d[OoQlIi|]|[OoQlIi|]\d|(?:[OoQlIi|] ){2}")

_WORDS = {
    "khong": "0", "zero": "0", "mot": "1", "one": "1", "hai": "2", "two": "2",
    "ba": "3", "three": "3", "bon": "4", "tu": "4", "four": "4", "nam": "5",
    "lam": "5", "five": "5", "sau": "6", "six": "6", "bay": "7", "seven": "7",
    "tam": "8", "eight": "8", "chin": "9", "nine": "9",
}  # fmt: skip
_WORD = "|".join(_WORDS)
_DIGITS = rf"(?:{_WORD}|\d{{1,4}})"
_SPELLED = re.compile(
    rf"(?<![a-z0-9]){_DIGITS}(?:[ .,\-/]{{1,3}}{_DIGITS}){{5,24}}(?![a-z0-9])"
)
_SPELLED_PART = re.compile(rf"{_WORD}|\d+")

_OWNED = re.compile(
    r"(?:cmnd|cccd|cmt|can cuoc|chung minh|dinh danh|sdt|dt|dien thoai|phone|tel|zalo|"
    r"stk|tk|tai khoan|ho chieu|passport|bhxh|bhyt|bao hiem xa hoi|bao hiem y te|gplx|"
    r"bang lai|lai xe|mst|ma so thue|\+)\W{0,3}(?:so|:| |la|ban|ca nhan){0,3}\W{0,3}$"
)
_UNIT = (
    r"(?:dong|d|vnd|trieu|ty|ti|nghin|ngan|m2|m3|ha|usd|kg|tan|km|luot|nguoi|ho|ban|"
    r"cuoc|buoi|ngay|cay|con|trang|dan|ca|phieu|%)(?![a-z0-9])"
)
_AMOUNT = re.compile(
    r"(?<![\d.,+])[1-9]\d{0,2}(?:([., ])\d{3}(?:\1\d{3}){0,5})"
    r"(?:,\d{1,4})?(?! ?\d)"
)
_COUNTED = re.compile(rf"(?<![\d.,+])[1-9]\d{{5,17}} ?{_UNIT}")
# The figures before belong to the same number: 0912 345.678.
_BEGUN = re.compile(r"(?:(?<!\d)0\d{0,4}|84)\)?[ .\-]{1,2}$")
_UNIT_AFTER = re.compile(rf" ?(?:{_UNIT})")
# A mobile number after the country's: with dots it looks like an amount.
_ABROAD = re.compile(r"84[35789]\d{8}")

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:1[89]|20)\d\d"
_NOBODYS = [
    re.compile(pattern)
    for pattern in (
        rf"(?<![\d.]){_DAY} ?[./\-] ?{_MONTH} ?[./\-] ?{_YEAR}(?![.\-]?\d)",
        rf"(?<!\d){_YEAR}-{_MONTH}-{_DAY}(?:[t ]\d\d:\d\d)?(?!\d)",
        rf"(?<![\d/]){_DAY}/{_MONTH}(?![\d/])",
        # An instant in one piece, as scanners name files: 202606150830.
        r"(?<!\d)20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
        r"(?:[01]\d|2[0-3])(?:[0-5]\d){1,2}(?!\d)",
        rf"(?<![\d.]){_YEAR} ?- ?{_YEAR}(?![\d.])",
        # Numbers of papers: 84-KH/TU, 123/2025/NĐ-CP, 1234/QĐ-UBND.
        r"(?<!\d)\d{1,6}(?:/\d{4})?[\-/][a-z]{2,10}(?:[\-/][a-z0-9.]{1,12}){0,4}",
        # Codes of procedures and dossiers: 1.011442, 000.00.00.H38-250615-0012.
        r"(?<![\d.])\d\.\d{6}(?:\.\d{2,3}){0,4}(?:\.h\d{2})?(?!\d)",
        r"(?<!\w)(?:\d{3}\.\d\d\.\d\d\.)?h\d\d(?:[.\-]\d{1,6}){1,5}(?!\d)",
        # Numbers that everybody may call: 1800 1234, 1900 1009.
        r"(?<!\d)1[89]00[ .\-]?\d{2,4}(?:[ .\-]?\d{2})?(?!\d)",
    )
]
_TAX = re.compile(
    r"(?:mst|ma so thue|ma so doanh nghiep|msdn|ma so dn)[^\d\n]{0,12}"
    r"(\d{10}(?:-?\d{3})?)(?!\d)"
)


@dataclass(frozen=True)
class Run:
    """Figures that may be one number, with what stands between them left out.

    ``cuts`` are the places in ``digits`` at which a group begins, and the end;
    ``places`` the span of each group in the plain text.
    """

    digits: str
    cuts: tuple[int, ...]
    places: tuple[tuple[int, int], ...]
    spelled: frozenset[int] = frozenset()


def struck(plain: Plain) -> str:
    """The folded text without the figures that are nobody's, of the same length."""
    text = _TAX.sub(_company, plain.folded)
    for pattern in _NOBODYS:
        text = pattern.sub(_gone, text)
    text = _COUNTED.sub(_gone, text)
    return _AMOUNT.sub(_amount, text)


def _gone(found: re.Match[str]) -> str:
    return STRUCK * len(found[0])


def _company(found: re.Match[str]) -> str:
    """A tax code that adds up and is no person's (theirs begin with 8)."""
    code = found[1].replace("-", "")
    is_company = mst.is_valid(code) and not code.startswith("8")
    return _gone(found) if is_company else found[0]


def _amount(found: re.Match[str]) -> str:
    """Thousands set apart, unless a word before them says whose number it is."""
    digits = re.sub(r"\D", "", found[0])
    before = found.string[max(0, found.start() - 30) : found.start()]
    if _UNIT_AFTER.match(found.string, found.end()):
        return _gone(found)
    if _OWNED.search(before) or _BEGUN.search(before) or _ABROAD.fullmatch(digits):
        return found[0]
    # With blanks between them they are as likely part of somebody's number: a
    # statistic says what it counts.
    return found[0] if found[1] == " " else _gone(found)


def figured(plain: Plain, text: str) -> str:
    """``text`` with letters that stand for figures (O, l) written as figures."""
    return _LEET_RUN.sub(lambda found: _meant(plain, found), text)


def _meant(plain: Plain, found: re.Match[str]) -> str:
    start, end = found.span()
    # Folding has made small letters of them; the plain text tells O from o, l from I.
    typed = plain.text[start:end]
    next_ = plain.text[end : end + 1]
    if STRUCK in found[0] or next_.isalpha() or not _LEET_BESIDE.search(typed):
        return found[0]
    return typed.translate(_LEET) if sum(map(str.isdigit, typed)) >= 6 else found[0]


def runs(text: str) -> Iterator[Run]:
    """Each run of figures in ``text``, long enough to be somebody's number."""
    for found in _RUN.finditer(text):
        start, end = found.span()
        groups = [g.span() for g in _GROUP.finditer(text, start, end)]
        if sum(e - s for s, e in groups) >= 6:
            yield from _parts(text, groups)


def _parts(text: str, groups: list[tuple[int, int]]) -> Iterator[Run]:
    """The run, cut where short groups are held together by loose signs only."""
    part = groups[:1]
    for one in groups[1:]:
        short = min(one[1] - one[0], part[-1][1] - part[-1][0]) == 2
        if short and _LOOSE.search(text, part[-1][1], one[0]):
            yield _run(text, part)
            part = []
        part.append(one)
    yield _run(text, part)


def _run(text: str, places: list[tuple[int, int]]) -> Run:
    cuts, at = [0], 0
    for start, end in places:
        at += end - start
        cuts.append(at)
    digits = "".join(text[start:end] for start, end in places)
    return Run(digits, tuple(cuts), tuple(places))


def spelled_runs(text: str) -> Iterator[Run]:
    """Each number that is spelled out: không chín một hai…"""
    for found in _SPELLED.finditer(text):
        parts = list(_SPELLED_PART.finditer(text, *found.span()))
        digits, cuts = "", [0]
        for part in parts:
            digits += _WORDS.get(part[0], part[0])
            cuts.append(len(digits))
        words = frozenset(n for n, part in enumerate(parts) if part[0] in _WORDS)
        if len(words) >= 3:
            places = tuple(part.span() for part in parts)
            yield Run(digits, tuple(cuts), places, words)
