"""Numbers that lead to a person: telephone, papers of identity, bank, insurance."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import phonenumbers
from phonenumbers import PhoneNumberMatcher, PhoneNumberType

from phoihop.screening.figures import Run, figured, runs, spelled_runs, struck
from phoihop.screening.findings import Finding
from phoihop.screening.plain import Plain
from phoihop.screening.wordlists import HEALTH_CODES

# Numbers of services that anybody may call are nobody's.
_SERVICES = {
    PhoneNumberType.TOLL_FREE,
    PhoneNumberType.PREMIUM_RATE,
    PhoneNumberType.SHARED_COST,
    PhoneNumberType.UAN,
    PhoneNumberType.VOICEMAIL,
}
_FIGURES = re.compile(r"\d(?:[^\d\n]{0,3}\d){5}")
# Mobile, mobile as before 2018, landline; with 0, +84, 84 or 0084 before it.
_PHONE = re.compile(
    r"(?:(?:0084|84)0?|0)"
    r"(?:3[2-9]\d{7}|5[25689]\d{7}|7[06-9]\d{7}|8[1-9]\d{7}|9\d{8}"
    r"|1[2689]\d{8}|2\d{9})"
)
# Decree 137/2015, article 13: place of birth (or country), century and sex, year.
_CITIZEN = re.compile(r"0(?:0[1-9]|[1-8]\d|9[0-6])\d{9}")

_BEFORE = 40
_SAYS_PHONE = re.compile(
    r"(?<![a-z])(?:sdt|s\.d\.t|dt|d\.t|dien thoai|dien thoai ban|phone|tel|mobile|"
    r"di dong|hotline|zalo|viber|goi|fax|may ban|so may|lien he|alo)(?![a-z])"
)
_SAYS_ID = re.compile(
    r"(?<![a-z])(?:cccd|cmnd|cmt|cmtnd|can cuoc|chung minh|dinh danh|giay to tuy than|"
    r"id card|citizen id)(?![a-z])"
)
_SAYS_LICENCE = re.compile(
    r"(?<![a-z])(?:gplx|giay phep lai xe|bang lai|driving licence)(?![a-z])"
)
_SAYS_INSURANCE = re.compile(r"(?<![a-z])(?:bhxh|bhyt|bao hiem|so the|ma the)(?![a-z])")
_SAYS_TAX = re.compile(r"(?<![a-z])(?:mst|ma so thue)(?![a-z])")
_BANKS = (
    "vietcombank|vcb|bidv|vietinbank|ctg|agribank|techcombank|tcb|mb ?bank|acb|"
    "sacombank|vpbank|tpbank|hdbank|shb|vib|ocb|msb|seabank|lpbank|lienvietpostbank|"
    "eximbank|namabank|bac a bank|scb|momo|zalopay|viettelpay|viettel money|ngan hang"
)
_SAYS_ACCOUNT = re.compile(
    r"(?<![a-z])(?:stk|so tai khoan|tai khoan|tk|so tk|account|acc)(?![a-z])"
)
_SAYS_BANK = re.compile(rf"(?<![a-z])(?:{_BANKS})(?![a-z])")

_BETWEEN = re.compile(r"[\d\n]")
# The sizes to look for, the likelier first: by the figures alone, and after words.
_SIZES = (12, 10, 11, 9, 13, 14)
_ANY_SIZES = (12, 10, 11, 9, 13, 14, 15, 16, 17, 18, 19, 8, 7, 6)

# How many figures, after which words, are what, and the sign that is told.
_SAID = (
    ((12,), _SAYS_ID, "citizen_id", "after the words for an identity card"),
    ((9,), _SAYS_ID, "old_id", "after the words for an identity card"),
    ((12,), _SAYS_LICENCE, "driving_licence", "after the words for a licence"),
    ((10, 13, 15), _SAYS_INSURANCE, "insurance", "after the words for insurance"),
    ((10, 12), _SAYS_TAX, "tax_code", "a person's tax code"),
    (range(7, 13), _SAYS_PHONE, "phone", "after the words for a telephone"),
    (range(6, 20), _SAYS_ACCOUNT, "bank_account", "after the words for an account"),
)

_PASSPORT = re.compile(r"(?<![A-Za-z0-9])[A-Z][ .\-]?\d{7}(?![A-Za-z0-9]|[.,]\d)")
_SAYS_PASSPORT = re.compile(
    r"(?:ho chieu|passport)[^\n]{0,20}?(?<![a-z0-9])([a-z] ?-?(?:\d[ .\-]?){6}\d)(?!\d)"
)
_HEALTH_CARD = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z]{2}[ .\-]?\d(?:[ .\-]?\d){12}(?![A-Za-z0-9])"
)
_PLATE = re.compile(
    r"(?<![A-Za-z0-9])[1-9]\d[ \-]?(?:[A-Z]{1,2}|[A-Z]\d)[ \-.]?\d{3}[. \-]?\d{2}"
    r"(?![0-9A-Za-z]|[.,]\d)"
)
_PLATE_SMALL = re.compile(
    r"(?:bien (?:so|kiem soat)|bks)[^\n]{0,15}?"
    r"(\d\d[ \-]?(?:[a-z]{1,2}|[a-z]\d)[ \-.]?\d{3}[. \-]?\d{1,2})(?!\d)"
)
_PLATE_OLD = re.compile(r"(?<![A-Za-z0-9])[1-9]\d[A-Z]-\d{4}(?![0-9A-Za-z])")
_FORM_BEFORE = re.compile(r"(?:mau|bieu|phu luc|so)[^a-z\d]{0,3}$")


def find(plain: Plain) -> Iterator[Finding]:
    """Every number in the text that leads to a person."""
    spelled = list(spelled_runs(plain.folded))
    has_figures = _FIGURES.search(plain.text) is not None
    if not (has_figures or spelled):
        return
    words = _Words(plain.folded)
    if has_figures:
        # Letters beside figures first: a passport's seven figures are no amount.
        yield from _lettered(plain)
        text = figured(plain, struck(plain))
        for run in runs(text):
            yield from _judged(plain, text, run, words)
    for run in spelled:
        yield from _judged(plain, plain.folded, run, words)


def _lettered(plain: Plain) -> Iterator[Finding]:
    """Numbers that have letters of their own."""
    for found in _HEALTH_CARD.finditer(plain.text):
        if found[0][:2].lower() in HEALTH_CODES:
            yield _at(plain, "insurance", *found.span(), "two letters and 13 figures")
    for found in _SAYS_PASSPORT.finditer(plain.folded):
        yield _at(plain, "passport", *found.span(1), "after the word passport")
    for found in _PASSPORT.finditer(plain.text):
        yield _at(plain, "passport", *found.span(), "a capital and seven figures")
    for found in _PLATE_SMALL.finditer(plain.folded):
        yield _at(plain, "plate", *found.span(1), "after the words for a plate")
    for pattern in (_PLATE, _PLATE_OLD):
        for found in pattern.finditer(plain.text):
            before = plain.folded[max(0, found.start() - 12) : found.start()]
            if not _FORM_BEFORE.search(before):
                yield _at(plain, "plate", *found.span(), "place, series and number")


class _Words:
    """Where the words stand that say what a number behind them is; found once."""

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self.ends = [
            [found.end() for found in words.finditer(folded)]
            for _sizes, words, _kind, _because in _SAID
        ]
        self.banks = [found.start() for found in _SAYS_BANK.finditer(folded)]

    def before(self, start: int) -> list[int]:
        """Which lines of ``_SAID`` hold for a number that begins at ``start``."""
        held = []
        for line, ends in enumerate(self.ends):
            at = bisect_right(ends, start)
            # No other number and no end of the line may stand between.
            if at and start - ends[at - 1] <= _BEFORE:
                if not _BETWEEN.search(self.folded, ends[at - 1], start):
                    held.append(line)
        return held

    def is_bank_near(self, start: int, end: int) -> bool:
        """Whether a bank is named shortly before or after the number."""
        at = bisect_left(self.banks, start - _BEFORE)
        return at < len(self.banks) and self.banks[at] <= end + 25


def _judged(plain: Plain, text: str, run: Run, words: _Words) -> Iterator[Finding]:
    """What the figures of a run are, each taken once, from the left."""
    ends = {cut: index for index, cut in enumerate(run.cuts)}
    taken = 0
    for index, begin in enumerate(run.cuts[:-1]):
        if begin < taken:
            continue
        said = words.before(run.places[index][0])
        for size in _ANY_SIZES if said or words.banks else _SIZES:
            last = ends.get(begin + size)
            if last is None:
                continue
            told = _kind(run, index, last, said, words)
            if told:
                start, end = run.places[index][0], run.places[last - 1][1]
                yield _at(plain, told[0], start, end, told[1])
                taken = begin + size
                break
    if not taken and not run.spelled:
        yield from _by_library(plain, text, run)


def _kind(
    run: Run, index: int, last: int, said: list[int], words: _Words
) -> tuple[str, str] | None:
    """The kind of the number from group ``index`` to before ``last``, and the sign."""
    digits = run.digits[run.cuts[index] : run.cuts[last]]
    size = len(digits)
    if run.spelled and len(run.spelled.intersection(range(index, last))) < 3:
        return None
    for line in said:
        sizes, _words, kind, because = _SAID[line]
        # A person's tax code of ten figures begins with 8, a company's does not.
        if size in sizes and (kind != "tax_code" or size == 12 or digits[0] == "8"):
            return kind, because
    if words.banks and 8 <= size <= 19 and not _PHONE.fullmatch(digits):
        if words.is_bank_near(run.places[index][0], run.places[last - 1][1]):
            return "bank_account", "beside the name of a bank"
    return _shown(run, digits, index, last)


def _shown(run: Run, digits: str, index: int, last: int) -> tuple[str, str] | None:
    """What the figures say by themselves."""
    if digits[0] not in "08" and len(digits) not in (9, 12):
        return None
    sizes = {end - start for start, end in run.places[index:last]}
    # Singles, or groups that each have more: 0 9 1 2…, 0912 345 678.
    if not run.spelled and 1 in sizes and sizes != {1}:
        return None
    if _PHONE.fullmatch(digits):
        return "phone", "a Vietnamese telephone number"
    alone = last - index == 1
    if len(digits) == 12 and (alone or _CITIZEN.fullmatch(digits)):
        return "citizen_id", "12 figures"
    if len(digits) == 9 and (alone or digits[0] == "0" or sizes == {3}):
        return "old_id", "9 figures"
    return None


def _by_library(plain: Plain, text: str, run: Run) -> Iterator[Finding]:
    """Telephone numbers of other countries and odd ones, as Google's library sees."""
    start, end = run.places[0][0], min(run.places[-1][1], run.places[0][0] + 40)
    sign = text[max(0, start - 2) : start]
    if ("+" not in sign and run.digits[0] != "0") or len(run.digits) < 8:
        return
    first = start - len(sign) + sign.find("+") if "+" in sign else start
    leniency = phonenumbers.Leniency.VALID
    for match in PhoneNumberMatcher(text[first:end], "VN", leniency):
        if phonenumbers.number_type(match.number) not in _SERVICES:
            yield _at(
                plain, "phone", first + match.start, first + match.end, "phonenumbers"
            )


def _at(plain: Plain, kind: str, start: int, end: int, because: str) -> Finding:
    return Finding(kind, *plain.span(start, end), because)
