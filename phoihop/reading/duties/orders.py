"""Sentences that tell a doer to do something: requests, subjects with a duty's verb."""

import re
from dataclasses import dataclass

from phoihop.reading import wording
from phoihop.reading.plain import Plain
from phoihop.reading.seeking import at_word, signed

_DIRECTIVE = signed(
    at_word(
        *("đề nghị", "yêu cầu", "kiến nghị", "giao(?: nhiệm vụ)?(?: cho)?"),
        *("phân công", "ủy quyền(?: cho)?", "giao trách nhiệm(?: cho)?"),
    )
    + r"(?!\w)(?:\s?[,:]?\s(?:(?:ngay|trong|từ|trước|thời gian)[^,;:]{0,40},\s)?)",
    *("đề nghị", "yêu cầu", "kiến nghị", "giao", "phân công", "ủy quyền"),
    before=0,
)
_NO_ORDER = re.compile(
    r"(?:đã|theo|được|của|có|các|những|mọi|nội dung|sự|việc|đáp ứng|văn bản|tờ trình"
    r"|bàn"
    r"|thực hiện|khi|xử lý|giải quyết|nghe|qua|về|chuyển|tiếp thu|phát sinh|ý kiến|đơn"
    r"|theo đúng|hồ sơ|mục đích,|kế hoạch|đoàn|quy định)\s$"
)
_ONLY = re.compile(
    r"(?:xin |rất |trân trọng |kính |cũng |đồng thời |và |do đó |vì vậy |để )*"
)
_SPEAKER = re.compile(
    r"(?:đồng chí|ông|bà|thiếu tướng|đại tá|trung tướng|thượng tá|tập thể)\s"
)
_INTRO = re.compile(
    r"(?:khi|kết thúc|thời gian|trong|đồng thời|hằng|hàng|định kỳ|sau|trước|căn cứ"
    r"|trên cơ sở|để|theo|tại|từ|qua|riêng|ngoài ra|bên cạnh|đối với|trường hợp|nếu|mỗi"
    r"|chậm nhất|tiếp tục|ngay|vì vậy|do đó|nhằm|năm|quý|tháng|ngày|đến|cuối|đầu"
    r"|việc)(?!\w)[^,:;]{0,200}"
    r"(?:[,:]|\sthì)\s"
    # "Về lao động: Sở A làm Y"; behind a comma goes on what it is about.
    r"|về(?!\w)[^,:;]{0,200}:\s"
)
_STRONG = re.compile(
    r"(?:,?\s?(?:tiếp tục|chủ động)\s)?(?:chủ trì|có trách nhiệm|chịu trách nhiệm"
    r"|có nhiệm vụ"
    r"|là (?:đầu mối|cơ quan (?:thường trực|đầu mối))|làm đầu mối|được giao|cần|phải"
    r"|có trách)"
    r"(?!\w)"
)
_GIVEN = re.compile(r"(?:,\s)?được giao\s(?:nhiệm vụ\s)?")
_WAY = re.compile(
    r"(?:theo|căn cứ|trên cơ sở|trong|khi|nếu|ngay|sau|trước|để|định kỳ)(?!\w)"
)
_NO_DUTY = re.compile(
    r"(?:(?:đồng )?chủ trì,? (?:hội nghị|cuộc họp|buổi|phiên|lễ|kỳ họp)|đã|đang|bị"
    r"|không|chưa|được(?! giao)|là(?!m| đầu mối| cơ quan)|gồm|bao gồm|tự "
    r"|(?:phải|cần) (?:bảo đảm|đảm bảo|xác định|nhận thức|thể hiện|có|là|được|tuân|đáp)"
    r"|sẽ (?:được|là|bị)|thông qua\W|phát biểu|chia sẻ|nhấn mạnh|khẳng định|cho biết"
    r"|cho rằng)"
)
# A request to carry out what was said, without saying what: a formula.
_CALL = signed(
    r"\s(?:nghiêm túc|khẩn trương|tổ chức)(?:,?\s(?:và\s)?(?:nghiêm túc|tổ chức"
    r"|triển khai"
    r"|quán triệt|phối hợp|thực hiện|tốt|đồng bộ|hiệu quả)){1,20}\W*$",
    *("nghiêm túc", "khẩn trương", "tổ chức"),
    before=1,
)
# To come to a meeting is attendance, no duty of a plan.
_ATTENDS = re.compile(
    r"(?:sắp xếp (?:thời gian|công việc|bố trí)|bố trí thời gian|đến dự|tham dự|có mặt)"
    r"(?:[^.;]{0,40}(?:dự|tham dự|có mặt))?[^.;]{0,40}\W*"
)
_CALLS = re.compile(r"(?<!\w)(?:yêu cầu|đề nghị)(?!\w)")
_FORMULA = re.compile(
    r"(?:(?:nghiêm túc|khẩn trương|tổ chức|triển khai|quán triệt|phối hợp|thực hiện"
    r"|biết"
    r"|tốt|kịp thời|phản ánh|đầy đủ|quan tâm|và|,)\s*)+\W*"
)
# A request that asks for nothing but attention, or to come.
_EMPTY = re.compile(
    r"(?:trân trọng |kính )?(?:đề nghị|yêu cầu)\s[^.;:]{3,80}?\s"
    rf"(?:{_ATTENDS.pattern}|{_FORMULA.pattern})"
)
_PAGE_MARK = re.compile(r"\W*(?:trang|page)\s\d{1,3}(?:\s?/\s?\d{1,3})?\W*")
_CLOSING = re.compile(
    r"trên đây là|thực hiện theo (?:lộ trình|quy định)"
    r"|(?:tuyệt đối |nghiêm )?(?:không|cấm)\s|kinh phí\s|lưu ý"
    r"|(?:việc|quá trình|công tác|kết quả|nội dung|biên bản"
    r"|hội nghị)\s(?!.{0,60}đề nghị)"
    r"|trong quá trình (?:tổ chức |triển khai )*thực hiện.{0,120}(?:vướng|khó khăn"
    r"|phát sinh)"
    r"|qua đó|từ đó|nhờ đó|điều đó|trong đó, có"
    r"|[^.;]{0,120}\sthông báo (?:để|đến|tới|cho)\s[^.;]{0,80}(?:biết|thực hiện)\W*$"
)
_IN_FORCE = signed(
    r".{0,400}(?:chịu trách nhiệm (?:thi hành|thực hiện|tổ chức thực hiện)"
    r" (?:quyết định|nghị|kế hoạch|quy chế|thông tư|chỉ thị|hướng dẫn)"
    r"|chịu trách nhiệm (?:thi hành|tổ chức thực hiện)\W*$|tự giải thể|có hiệu lực)",
    *("chịu trách nhiệm", "tự giải thể", "có hiệu lực"),
    before=400,
)


# A kind of body is nobody; with "các" and a colon it heads a list of names.
# "Lãnh đạo, chỉ đạo …" are verbs.
_KINDS = {
    *("cơ quan", "đơn vị", "người", "cá nhân", "bộ phận", "đại diện", "tổ chức"),
    *("lãnh đạo", "chỉ huy"),
}
_KIND_OF = re.compile(
    r"(?:các|hai|ba|những)\s(?:bộ|sở|ban|vụ|cục|phòng|ngành|đơn vị|xã|phường|huyện"
    r"|cơ quan)"
)


@dataclass(frozen=True, slots=True)
class Order:
    """Who is told, and from where the duty speaks; ``rest`` is where doing begins."""

    start: int
    doer: tuple[int, int]
    rest: int
    because: str


def is_formula(low: str) -> bool:
    """A closing formula, a prohibition, a sentence about a thing: never a duty."""
    if _PAGE_MARK.fullmatch(low):
        return True
    if _CLOSING.match(low) or _IN_FORCE.match(low) or _EMPTY.fullmatch(low):
        return True
    called = _CALL.search(low, max(0, len(low) - 100), len(low))
    return bool(called and _CALLS.search(low, 0, called.start()))


def request_in(
    plain: Plain, start: int, end: int, *, leads: bool = False
) -> Order | None:
    """Giao, đề nghị, yêu cầu X làm Y: who is asked, behind a speaker or none.

    ``leads``: the words lead in what is asked, which stands below them.
    """
    low = plain.low
    for found in _DIRECTIVE.finditer(low, start, min(end, start + 1500)):
        if _NO_ORDER.search(low, max(start, found.start() - 12), found.start()):
            continue
        # "giao ban" is a meeting; "Giao Ban ..." tells a board.
        if plain.text.startswith("ban ", found.end()):
            continue
        spoken = _speaker(low, start, found.start())
        if spoken is None or not wording.DOER.match(low, found.end(), end):
            continue
        stop = _name_end(plain, found.end(), end)
        if stop is None and leads and end - found.end() < 300:
            stop = end
        if stop is None:
            continue
        rest = low[stop:end].lstrip(" ,:")
        if leads:
            return Order(spoken, (found.end(), stop), stop, "request")
        if _FORMULA.fullmatch(rest) or _ATTENDS.fullmatch(rest):
            continue
        if not _does(rest, asked=True):
            continue
        return Order(spoken, (found.end(), stop), stop, "request")
    return None


def _name_end(plain: Plain, start: int, end: int) -> int | None:
    """The end of a doer's name: its verb, or the colon behind it."""
    stop = wording.end_of_doer(plain.text, plain.low, start, end)
    colon = plain.low.find(":", start, stop if stop is not None else end)
    if colon > 0 and wording.acts(plain.low[colon + 1 : colon + 60].strip()):
        return colon
    return stop


def _speaker(low: str, start: int, verb: int) -> int | None:
    """From where a request speaks, or None where nobody can be speaking."""
    if verb - start > 600:
        return None
    place = start
    for part in re.split(r"([,;:.]\s+)", low[start:verb]):
        words = part.strip()
        if words and (_SPEAKER.match(words) or wording.DOER.match(words)):
            return place
        place += len(part)
    last = re.split(r"[,;:.]\s+", low[start:verb])[-1]
    if _ONLY.fullmatch(last) or _ONLY.fullmatch(last.strip() + " "):
        return verb - len(last)
    return None


def _does(rest: str, *, asked: bool = False) -> bool:
    """Whether what stands behind a doer is a duty."""
    if _NO_DUTY.match(rest):
        return False
    if wording.acts(rest):
        return True
    if _STRONG.match(rest) and not rest.startswith(("cần", "phải")):
        return True
    if _WAY.match(rest):
        return _acts_somewhere(rest)
    return asked and bool(_acts_somewhere(rest[:80]))


def _acts_somewhere(rest: str) -> bool:
    words = rest[:300].split(" ")
    return any(
        wording.acts(" ".join(words[place : place + 3]))
        for place in range(1, len(words))
    )


def subject_of(plain: Plain, start: int, end: int) -> Order | None:
    """X làm Y: a doer at the head of a sentence, perhaps behind a circumstance."""
    low = plain.low
    first = start
    for _ in range(3):
        if wording.DOER.match(low, first, end):
            break
        intro = _INTRO.match(low, first, end)
        if intro is None:
            return None
        first = intro.end()
    else:
        return None
    stop = wording.end_of_doer(plain.text, low, first, min(end, first + 400))
    if stop is None or stop <= first:
        return None
    # "… của cơ quan, đơn vị mình" ends what went before and names nobody.
    if not _is_name(low[first:stop]) or low[first:stop].rstrip().endswith(" mình"):
        return None
    rest = low[stop:end].lstrip(" ,")
    if not _does(rest) or _FORMULA.fullmatch(rest):
        return None
    given = _GIVEN.match(rest)
    strong = bool(_STRONG.match(rest)) and not given
    return Order(start, (first, stop), stop, "lead_verb" if strong else "doer_verb")


def _is_name(words: str) -> bool:
    """Whether words before a verb are one name, or a kind of body and a list of"
    " names."""
    if words in _KINDS or re.search(r"[.;]\s", words):
        return False
    kind, colon, _ = words.partition(":")
    return not colon or bool(_KIND_OF.fullmatch(kind.strip()))


def colon_of(
    plain: Plain, start: int, end: int, *, assigned: bool = False
) -> Order | None:
    """X: làm Y; where work is ``assigned``, X: anything."""
    low = plain.low
    colon = low.find(":", start, min(end, start + 200))
    if colon < 0 or not wording.DOER.match(low, start, colon):
        return None
    if _KIND_OF.fullmatch(low[start:colon].strip()):
        # "Các bộ: A, B, C làm Y": a list of names.
        return None
    if re.search(r"[.;]\s", low[start:colon]) or _STRONG.search(low, start, colon):
        return None
    rest = low[colon + 1 : end].strip()
    if not rest or not (assigned or wording.acts(rest) or _WAY.match(rest)):
        return None
    return Order(start, (start, colon), colon + 1, "doer_colon")


def clauses_of(
    plain: Plain, order: Order, start: int, end: int
) -> list[tuple[int, int, Order]]:
    """A chain whose clauses name doers of their own is one duty for each."""
    found, first, told = [], start, order
    for stop in re.finditer(r";\s", plain.low[order.rest : end]):
        behind = order.rest + stop.end()
        other = request_in(plain, behind, end) or subject_of(plain, behind, end)
        if other is None or other.doer[0] - behind > 20:
            continue
        found.append((first, behind - 1, told))
        first, told = behind, other
    return [*found, (first, end, told)]
