"""Names of persons: after a word of address, or after a label that asks for one.

A bare name ("Nguyễn Văn An" and no more) is not looked for: streets, schools and
wards carry such names.
"""

import re
from collections.abc import Iterator

from phoihop.screening.findings import Finding
from phoihop.screening.plain import Plain, fold
from phoihop.screening.wordlists import (
    OFFICES,
    REMEMBERED,
    SURNAMES,
    SURNAMES_BARE,
)

_UPPER = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_LOWER = "a-zà-ãè-êìíò-õùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
_SYLLABLE = rf"(?:[{_UPPER}][{_LOWER}]{{1,6}}|[{_UPPER}]{{2,7}}|[{_UPPER}]\.?)(?!\w)"
_NAME = re.compile(rf"{_SYLLABLE}(?:[ .]{{1,3}}{_SYLLABLE}){{1,3}}")

_ADDRESS = re.compile(
    r"(?<![\w])(ông/bà|ông \(bà\)|ông bà|ông|bà|anh|chị|cô|chú|bác|cụ|thầy|em|đ/c|đ\.c|"
    r"đồng chí|đồng bào|ong/ba|ong|dong chi|d/c|mr|mrs|ms|công dân|cử tri|cháu|"
    r"chủ hộ|hộ|ba|chi|co giao|cô giáo|bác sĩ|bs|linh mục|mục sư|đại đức|hòa thượng)"
    r"[.:,]?[ \t]{1,3}"
)
_OF_COMRADES = ("đồng chí", "đ/c", "đ.c", "bác", "cụ", "dong chi", "d/c")
_LABEL = re.compile(
    r"(?<!\w)(?:họ và tên|họ, tên|họ tên|ho va ten|ho ten|người phản ánh|người gửi|"
    r"người khiếu nại|người tố cáo|người kiến nghị|người liên hệ|liên hệ|lien he|"
    r"gặp|chủ hộ|tên công dân|người dân|nguoi phan anh|nguoi gui)"
    r"[ \t]{0,3}[:=\-]?[ \t]{1,3}"
)
_OFFICE = re.compile(r"([a-z]{1,7})[ \t,]{1,3}")
# Before these a name is a place's: đường Bà Nguyễn Thị Lưu.
_PLACES = re.compile(
    r"(?:duong|pho|phuong|xa|truong|quan|huyen|thi tran|thi xa|thon|khu|cau|cho|giai|"
    r"quy|lop|chi bo|tuong dai|khu luu niem|den|dinh|chua|nha tho|ngo|hem|thpt|thcs|"
    r"tieu hoc|mam non|benh vien|cong vien|quang truong|vuon hoa|dai lo|den tho)"
    r" {1,2}$"
)
# Typed in small letters a name is known only by its middle part.
_SMALL = re.compile(
    r"(?<!\w)(?:ông|bà|anh|chị|cô|chú|bác|đ/c|đồng chí|ong|dong chi|d/c) "
    r"([^\W\d_]{2,7}) (?:văn|thị|van|thi) [^\W\d_]{1,7}(?: [^\W\d_]{1,7})?(?!\w)"
)


def find(plain: Plain) -> Iterator[Finding]:
    """Every name after a word of address or after a label that asks for one."""
    for opened in _ADDRESS.finditer(plain.small):
        comrade = opened[1] in _OF_COMRADES
        found = _name_after(plain, opened, may_be_remembered=comrade)
        if found is not None and not _is_place(plain, opened.start()):
            start, end = found
            yield _at(plain, start, end, "a name after a word of address")
    for opened in _LABEL.finditer(plain.small):
        found = _name_after(plain, opened, may_be_remembered=False)
        if found is not None:
            yield _at(plain, *found, "a name after a label that asks for one")
    for small in _SMALL.finditer(plain.small):
        known = plain.folded[small.start(1) : small.end()] in REMEMBERED
        is_name = small[1] in SURNAMES or small[1] in SURNAMES_BARE
        if is_name and not known and not _is_place(plain, small.start()):
            yield _at(plain, *small.span(), "a name in small letters")


def _name_after(
    plain: Plain, opened: re.Match[str], *, may_be_remembered: bool
) -> tuple[int, int] | None:
    """The span of the name behind a word of address, offices passed over."""
    at = opened.end()
    for _office in range(14):
        name = _NAME.match(plain.text, at)
        if name is not None and _is_name(plain, name[0]):
            remembered = fold(name[0]).strip(" .") in REMEMBERED
            if remembered and may_be_remembered:
                return None
            return name.span()
        office = _OFFICE.match(plain.folded, at)
        if office is None or office[1] not in OFFICES:
            return None
        at = office.end()
    return None


def _is_name(plain: Plain, name: str) -> bool:
    first = name.replace(".", " ").split()[0]
    small = first.lower()
    if small in SURNAMES:
        return True
    # Only in a name that was typed without any marks.
    return name.isascii() and small in SURNAMES_BARE


def _is_place(plain: Plain, start: int) -> bool:
    return bool(_PLACES.search(plain.folded, max(0, start - 20), start))


def _at(plain: Plain, start: int, end: int, because: str) -> Finding:
    return Finding("name", *plain.span(start, end), because)
