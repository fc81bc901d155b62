"""When somebody was born and where they live."""

import re
from collections.abc import Iterator

from phoihop.screening.findings import Finding
from phoihop.screening.plain import Plain

_YEAR = r"(?:19[1-9]\d|20[0-2]\d)"
_DATE = rf"\d{{1,2}} ?[./\-] ?\d{{1,2}} ?[./\-] ?(?:{_YEAR}|\d\d(?!\d))"
_IN_WORDS = rf"\d{{1,2}} thang \d{{1,2}},? nam {_YEAR}"
_BORN_ON = re.compile(
    r"(?<![a-z])(sinh ngay|sinh|ngay sinh|ngay thang nam sinh|ngay, thang, nam sinh|"
    r"dob|date of birth|ngay thang sinh|sn|s\.n)[^\w\n]{0,4}(?:la )?"
    rf"({_DATE}|{_IN_WORDS})"
)
_BORN_IN = re.compile(
    rf"(?<![a-z])(sinh nam|nam sinh|sinh|year of birth|born in|born)"
    rf"[^\w\n]{{0,4}}(?:la )?({_YEAR})(?!\d)"
)
# Also "sự nghiệp", which spends money in years of this century.
_SN = re.compile(
    r"(?<![a-z])(s/n|s\.n|sn)[^\w\n]{0,3}((?:19[2-9]\d|200\d|201[0-2]))(?!\d)"
)
# "sinh" ends many words that have to do with nobody's birth.
_OTHER_WORDS = re.compile(
    r"(?<![a-z])(?:khai|hoc|ve|phat|hy|an|tuyen|thi|tai|song|ho|mon|duong|dan|thu|ky|"
    r"hau|moi|cap|quang|nuoi|sat|vi|sinh|giang|nu|nam|y|dao|tan|luu) $"
)
# Said of everybody born in a year, as calls to service are.
_EVERYBODY = re.compile(
    r"(?:tre|tre em|cong dan|thanh nien|nguoi|doi tuong|hoc sinh|cac chau|nhung nguoi|"
    r"truong hop|phu nu|nam gioi)(?: nam| nu)?[ ,(]{1,2}$"
)

_NUMBER = r"\d{1,5}[a-z]?(?:[/\-]\d{1,5}[a-z]?){0,4}"
_HOUSE = re.compile(
    rf"(?<![a-z])(?:so nha|nha so|can ho(?: so)?|can so)[:. ]{{1,3}}{_NUMBER}"
    r"|(?<![a-z])(?:house no|apartment no|flat no)[:. ]{1,3}\d{1,5}"
)
_LANE = re.compile(
    rf"(?<![a-z])(?:so|nha|sn|dia chi:?)[:. ]{{1,3}}{_NUMBER}[, ]{{1,3}}"
    rf"(?:ngo|ngach|hem|kiet|to|khu pho|thon|xom|ap|lo)[ .]{{1,2}}(?:so )?\w"
)
_LANES = re.compile(
    rf"(?<![a-z])(?:ngach[ .]{{1,2}}{_NUMBER}[, ]{{1,3}}(?:ngo|hem|kiet)"
    rf"|(?:hem|kiet)[ .]{{1,2}}{_NUMBER}[, ]{{1,3}}ngo)[ .]{{1,2}}{_NUMBER}"
)
# A dwelling, down to what is smaller than a commune.
_PLACE = (
    r"(?:so|nha|can ho|thon|to dan pho|to|xom|ap|ban|buon|lang|khu pho|khu|khoi|ngo|"
    r"hem|ngach|duong|pho|doi)[ .]{1,2}"
)
_LIVES = re.compile(
    r"(?<![a-z])(?:tru|ngu|cu tru|thuong tru|tam tru|dang ky thuong tru|ho khau|"
    r"ho khau thuong tru|hktt|noi o|cho o|nha o|nha rieng|dia chi nha|que quan|"
    r"sinh song|lives at|dia chi thuong tru)"
    r"(?: hien nay| hien tai| hien)?(?: tai| o)?[: ,]{1,3}(?:tai |o )?"
    rf"{_PLACE}\w"
)
# What folding makes look the same: a seat of an office, "against".
_NO_HOME = ("trụ", "đối ", " ban ")
# Read with its marks: "cơ quan" is no "cô".
_FOR_PERSON = re.compile(
    r"(?<!\w)(?:ông|bà|anh|chị|cô|chú|bác|gia đình)(?!\w)[^\n.;]{0,60}?"
    r"(?:ở|tại|địa chỉ)[: ]{1,2}"
    rf"(?:số {_NUMBER}[, ]{{1,3}}(?:đường|phố|ngõ|hẻm)|(?:tổ|xóm|ấp|thôn) \d)"
)


def births(plain: Plain) -> Iterator[Finding]:
    """Days and years of birth of one person."""
    text = plain.folded
    for pattern, is_year in ((_BORN_ON, False), (_BORN_IN, True), (_SN, True)):
        for found in pattern.finditer(text):
            before = text[max(0, found.start() - 24) : found.start()]
            if found[1] in ("sinh ngay", "sinh", "sinh nam") and _OTHER_WORDS.search(
                before
            ):
                continue
            if is_year and _EVERYBODY.search(before):
                continue
            yield Finding(
                "birth_date", *plain.span(*found.span()), "the words for a birth"
            )


def homes(plain: Plain) -> Iterator[Finding]:
    """Where somebody lives, down to the house or the hamlet."""
    for pattern, because in (
        (_HOUSE, "the number of a house"),
        (_LANE, "a number in a lane"),
        (_LANES, "a lane in a lane"),
        (_LIVES, "the words for living at a place"),
        (_FOR_PERSON, "a person's place"),
    ):
        text = plain.small if pattern is _FOR_PERSON else plain.folded
        for found in pattern.finditer(text):
            start, end = found.span()
            if pattern is _LIVES and not _is_named_place(plain, start, end):
                continue
            yield Finding("address", *plain.span(start, end), because)


def _is_named_place(plain: Plain, start: int, end: int) -> bool:
    """Whether a number or a name follows, not a word that only looks like a place."""
    last, words = plain.text[end - 1], plain.small[start:end]
    is_place = last.isdigit() or last.isupper()
    return is_place and not any(word in words for word in _NO_HOME)
