"""Who leads and who supports, out of the words of a duty."""

import re

from phoihop.reading import wording
from phoihop.reading.findings import Name
from phoihop.reading.plain import Plain
from phoihop.reading.seeking import ANYWHERE, at_word, signed

_SEPARATOR = signed(
    r"(?:(?<!\s)\s+)?,\s*(?:và\s+|cùng\s+)?|(?<!\s)\s+(?:và|cùng với|cùng)\s+",
    *(",", "và", "cùng"),
    before=ANYWHERE,
)
_COORDINATE = re.compile(
    at_word(
        r"phối hợp(?: (?:chặt chẽ|tốt|hiệu quả|đồng bộ|kịp thời|thường xuyên))*"
        r"(?P<with>,? (?:cùng )?với| cùng)?\s+(?=\w)"
    )
)
# Where "phối hợp" is a noun: the coordination, not to coordinate.
_TOGETHER = re.compile(r"\scùng(?: với)?\s")
# "- Cùng Sở A mở lớp", "chủ động cùng Sở A …": at the head of what is done.
_ALONG = re.compile(r"(?:chủ động )?cùng(?: với)?\s+(?=\w)")
_AS_NOUN = re.compile(
    r"(?:công tác|kế hoạch|quy chế|chương trình|sự|hoạt động|nội dung|việc|cơ chế"
    r"|được|cơ quan|đơn vị|nhiệm vụ|quá trình)\s$"
)
_LIST_END = re.compile(
    r"[.;:()“”\"]|\s(?:trong (?:việc|quá|thời|công|hoạt|tháng|quý|năm|triển|thực|tổ)|để"
    r"|nhằm|theo|khi|tại|về|đối với|trên địa bàn"
    r"|cùng thực hiện|nếu|qua)(?!\w)"
)
_ROLE = re.compile(
    r"\s[-–]\s(?=(?:phó|trưởng|tổ|ủy viên|thành viên|thư ký|phụ trách|chủ|giám|ủy)"
    r"(?!\w))",
)
_KIND = re.compile(
    r"(?:cơ quan|ban|bộ|ngành|đoàn thể|đơn vị|địa phương|tổ chức|phòng|sở|hội|cấp)\b"
)
_KINDS_ONLY = re.compile(
    rf"(?:các|những|mọi)\s{_KIND.pattern}(?:, {_KIND.pattern}){{0,4}}"
)
_EDGES = " ,;:.-–*“”\"'"


def name_at(
    plain: Plain, start: int, end: int, *, as_written: bool = False
) -> Name | None:
    """The name in this place; a leader's without what courtesy puts before it."""
    words = plain.text[start:end]
    start += len(words) - len(words.lstrip(_EDGES + "("))
    end = start + len(plain.text[start:end].rstrip(_EDGES))
    polite = wording.COURTESY.match(plain.low, start, end)
    if polite and polite.end() < end and not as_written:
        start = polite.end()
    if start >= end:
        return None
    return Name(plain.text[start:end], plain.span(start, end))


def office_at(plain: Plain, start: int, end: int) -> Name | None:
    """A name, without the part in this task that a dash adds to it, nor its area."""
    area = plain.low.find(" trên địa bàn", start, end)
    end = area if area > start else end
    roles = list(_ROLE.finditer(plain.low, start, end))
    return name_at(plain, start, roles[-1].start() if roles else end)


def listed(
    plain: Plain, start: int, end: int, *, as_written: bool = False
) -> tuple[Name, ...]:
    """The names of a list one by one; groups that only stand together stay whole."""
    if ";" in plain.text[start:end]:
        places = [
            (found.start(), found.end())
            for found in re.finditer(r"[^;]+", plain.text[start:end])
        ]
        parts = [(start + a, start + b) for a, b in places]
    elif wording.PERSON.match(plain.low, start):
        # One person may hold several offices.
        parts = [(start, end)]
    else:
        parts = _parted(plain, start, end)
    names = (name_at(plain, *part, as_written=as_written) for part in parts)
    return tuple(name for name in names if name)


# One office that serves two or three bodies: their names do not stand alone in it.
_SHARED_OFFICE = re.compile(
    r"văn phòng (?:đoàn (?:đbqh|đại biểu quốc hội)|hđnd|hội đồng nhân dân)"
    r"(?:(?:,| và) (?:hđnd|hội đồng nhân dân|ubnd|(?:uỷ|ủy) ban nhân dân)\b)+"
)


def _parted(plain: Plain, start: int, end: int) -> list[tuple[int, int]]:
    parts, first = [], start
    for found in _SEPARATOR.finditer(plain.low, start, end):
        if found.start() <= first or not _stands(plain, found.end(), end):
            continue
        if _one_group(plain, first, found):
            continue
        office = _SHARED_OFFICE.match(plain.low, first, end)
        if office and found.start() < office.end():
            continue
        parts.append((first, found.start()))
        first = found.end()
    parts.append((first, end))
    return parts


def _one_group(plain: Plain, first: int, found: re.Match[str]) -> bool:
    """ "các cơ quan, đơn vị", "Các sở, ban, ngành": kinds of one group, in commas."""
    return (
        found.group().strip() == ","
        and wording.GROUP.match(plain.low, first) is not None
        and _KINDS_ONLY.fullmatch(plain.low, first, found.start()) is not None
        and _KIND.match(plain.low, found.end()) is not None
        and plain.text[found.end()].islower()
    )


def _stands(plain: Plain, start: int, end: int) -> bool:
    """Whether what begins here is a name that could stand alone."""
    head = wording.DOER.match(plain.low, start, end)
    if head is None:
        return False
    if wording.GROUP.match(plain.low, start) or plain.text[start].isupper():
        return True
    behind = plain.low[head.end() : end]
    return bool(behind) and behind[0] == " " and not behind.startswith((" và ", " -"))


def apart(plain: Plain, first: int, last: int) -> tuple[int, tuple[Name, ...]]:
    """ "X cùng Y làm Z": where the name of who leads ends, and who goes along."""
    together = _TOGETHER.search(plain.low, first, last)
    if together is None or not wording.DOER.match(plain.low, together.end(), last):
        return last, ()
    helpers = listed(plain, together.end(), last, as_written=True)
    return together.start(), helpers


def supporting(plain: Plain, start: int, end: int) -> tuple[Name, ...]:
    """The bodies that a duty is to be done with, as written, each once."""
    found: dict[str, Name] = {}
    for name in _along(plain, start, end):
        found.setdefault(name.text.lower(), name)
    for words in _COORDINATE.finditer(plain.low, start, end):
        if _AS_NOUN.search(plain.low, max(start, words.start() - 12), words.start()):
            continue
        first = words.end()
        if not wording.DOER.match(plain.low, first, end) and not (
            _is_group_or_name(plain, first, end)
        ):
            continue
        last = _end_of_list(plain, first, end)
        for name in listed(plain, first, last, as_written=True):
            found.setdefault(name.text.lower(), name)
    return tuple(found.values())


def _is_group_or_name(plain: Plain, first: int, end: int) -> bool:
    """Whom the vocabulary does not know: "các chủ hồ thủy điện", "Agribank tỉnh".

    Only where a verb ends the name near by.
    """
    if not (plain.text[first].isupper() or wording.GROUP.match(plain.low, first)):
        return False
    near = min(end, first + 60)
    stop = wording.end_of_doer(plain.text, plain.low, first, near)
    return stop is not None and stop > first


def _along(plain: Plain, start: int, end: int) -> tuple[Name, ...]:
    """Whom a duty begins with: "Cùng Sở A, Trường B tổ chức …"."""
    words = plain.low[start : start + 12]
    head = start + len(words) - len(words.lstrip(" -–+*•.)0123456789"))
    words_along = _ALONG.match(plain.low, head, end)
    if words_along is None:
        return ()
    first = words_along.end()
    if not wording.DOER.match(plain.low, first, end):
        return ()
    stop = wording.end_of_doer(plain.text, plain.low, first, end)
    return listed(plain, first, stop, as_written=True) if stop else ()


def _end_of_list(plain: Plain, first: int, end: int) -> int:
    stop = _LIST_END.search(plain.low, first, end)
    last = stop.start() if stop else end
    verb = wording.end_of_doer(plain.text, plain.low, first, last)
    return last if verb is None else verb
