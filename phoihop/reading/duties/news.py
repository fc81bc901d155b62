"""Duties in news: what a chair asks for, what the parties of a plan agreed to do."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from phoihop.reading import wording
from phoihop.reading.clauses import Item
from phoihop.reading.deadlines import Since, due_in, period_in
from phoihop.reading.duties.doers import apart, listed, name_at
from phoihop.reading.duties.drafts import Draft
from phoihop.reading.duties.orders import Order, clauses_of, request_in, subject_of
from phoihop.reading.duties.sentences import sentences
from phoihop.reading.findings import Due, Name
from phoihop.reading.plain import Plain

# What is agreed for a time to come: the sentences behind it go on with it.
_AGREED = re.compile(
    r"(?:kế hoạch|chương trình|quy chế"
    r"|công tác)\s[^.]{0,40}phối hợp\s[^.]{0,200}(?:nhằm|tập"
    r" trung vào|với các nội dung|gồm các nội dung)\s"
    r"|(?:thống nhất|xác định|đề ra|đưa ra)\s[^.]{0,60}(?:nhiệm vụ|nội dung phối hợp"
    r"|nội dung|giải pháp|phương hướng|biện pháp)[^.]{0,60}(?:thời gian tới|trọng tâm"
    r"|tiếp theo"
    r"|thời gian tiếp|như\s)"
    r"|(?:thời gian tới|năm 20\d\d)\s?,[^.]{0,120}(?:thống nhất|tập trung|đề ra|sẽ)\s"
    r"|(?<!\w)theo\s(?:nội dung\s)?(?:bản\s)?(?:kế hoạch|chương trình|quy chế"
    r"|thỏa thuận)[^.;]{0,100},\s(?:trong\s)?(?:năm 20\d\d|thời gian tới|giai đoạn)"
    r"[^.]{0,100}(?:thống nhất|tập trung|sẽ|phối hợp)\s"
)
_COORDINATES = re.compile(
    r"ký kết|phối hợp công tác|giao ban|(?:cụm|khối|giao ước) thi đua|(?:kế hoạch"
    r"|chương trình|quy chế"
    r"|công tác) phối hợp"
)
# "hai bên thống nhất … các nội dung sau:", "Chương trình nêu rõ trách nhiệm …:"
_LISTS_AGREED = re.compile(
    r"(?:thống nhất|tập trung|xác định|đề ra|cam kết|phối hợp|nêu rõ|quy định|gồm"
    r"|với|ký (?:kết )?giao ước)[^.:]{0,120}(?:nội dung|nhiệm vụ|công tác|giải pháp"
    r"|hoạt động|trách nhiệm"
    r"|lĩnh vực|việc|phương hướng|chương trình)[^.:]{0,60}:$"
    # Whatever the parties did with what stands below.
    r"|(?:hai|ba|các|những) (?:bên|ngành|cơ quan|đơn vị)\s[^.:]{0,80}:$"
)
# "… hội nghị thống nhất: làm A; làm B."
_AGREED_HERE = re.compile(
    r"(?:hội nghị|cuộc họp|buổi làm việc|các bên|hai bên|các đại biểu|các đơn vị)"
    r"\s(?:cũng |đã |cùng )?(?:thống nhất|đề ra|xác định|nhất trí)[^.:]{0,100}:\s"
)
_WILL = re.compile(r"\ssẽ(?:\s|,)")
_MANY = re.compile(
    r"(?:các|hai|ba|những)\s(?:bên|cơ quan|đơn vị|ngành|ban|sở|địa phương)|\bvà\s"
)
_MUST = re.compile(r"[,\s](?:cần|phải)\s")
_CONTINUES = re.compile(
    r"(?:(?:trong đó|theo đó|đồng thời|bên cạnh đó|cùng với đó|ngoài ra"
    r"|đặc biệt)\s?,?\s)"
    r"(?:xác định|thống nhất|đề ra|cần|là|,|\s)*"
)
_CAPTION = re.compile(
    r"(?:toàn cảnh|quang cảnh|\[|ảnh|các đại biểu|đại biểu|đồng chí|lãnh đạo|đại diện"
    r"|trưởng|phó|hội nghị|chủ tịch)[^.]{0,160}(?:phát biểu|dự|ký kết|ảnh|hội nghị"
    r"|chụp|buổi|\])[^.]{0,80}\.?"
)
_PLEDGE = re.compile(
    r"tiếp thu (?:đầy đủ|ý kiến)|khẳng định|hứa|cảm ơn|cam kết|đã\s|chúc|ghi nhận"
)
_RAISED = re.compile(
    r"(?:đề ra|đưa ra|nêu)\s[^.]{0,30}(?:giải pháp|biện pháp|nhiệm vụ)"
)


@dataclass(slots=True)
class _State:
    """What the sentences before have opened."""

    lead: Name | None = None
    leads: tuple[Name, ...] = ()
    asked: bool = False
    agreed: bool = False
    # A sentence that ends in a colon leads in a list: its items are all of it, and
    # the time that it names is theirs.
    listing: bool = False
    due: Due | None = None


def reported(
    items: Sequence[Item], taken: set[int], *, since: Since
) -> list[tuple[int, Draft]]:
    """The duties that a news item tells of; ``since`` is the day it was published."""
    coordinates = any(
        _COORDINATES.search(item.block.plain.low) for item in items[:6] if not item.tail
    )
    state = _State()
    drafts: list[tuple[int, Draft]] = []
    for place, item in enumerate(items):
        if item.tail or item.block.cells or place in taken:
            continue
        plain = item.block.plain
        if state.listing and item.block.mark:
            drafts.append((place, _listed(item, state, since)))
            continue
        state.asked = False
        if state.listing:
            state = _State()
        for start, end in sentences(plain.text, plain.low, 0, len(plain.text)):
            told = _of_sentence(item, start, end, state, coordinates=coordinates)
            drafts += [(place, draft) for draft in told]
        if plain.text.endswith(":"):
            _lead_in(item, state, drafts, since, coordinates=coordinates)
    return drafts


def _lead_in(
    item: Item,
    state: _State,
    drafts: list[tuple[int, Draft]],
    since: Since,
    *,
    coordinates: bool,
) -> None:
    """What a paragraph that ends in a colon opens: a list of things asked or agreed."""
    plain = item.block.plain
    *_, (start, end) = sentences(plain.text, plain.low, 0, len(plain.text))
    order = request_in(plain, start, end, leads=True)
    agreed = coordinates and _LISTS_AGREED.search(plain.low, start, end)
    if order is None and not agreed:
        return
    state.listing = True
    if drafts and drafts[-1][1].plain is plain and drafts[-1][1].end == end:
        # The lead-in was read as a duty itself.
        drafts.pop()
    first, last = order.doer if order else (0, 0)
    state.lead = name_at(plain, first, last) if order else None
    state.leads = listed(plain, first, last) if order else ()
    state.due = _time_of(plain, start, end, since)


def _time_of(plain: Plain, start: int, end: int, since: Since) -> Due | None:
    """The time that a lead-in names for what it opens."""
    due = due_in(plain, start, end, year=since)
    return due if due and due.value else period_in(plain, start, end, since)


def _listed(item: Item, state: _State, since: Since) -> Draft:
    """An item of such a list; one that names a doer of its own is that one's."""
    plain = item.block.plain
    start, end = item.block.body, len(plain.text)
    order = subject_of(plain, start, end)
    if order:
        because, lead = order.because, name_at(plain, *order.doer)
        leads = listed(plain, *order.doer)
    else:
        because = "request" if state.lead else "news_commitment"
        lead, leads = state.lead, state.leads
    own = due_in(plain, start, end, year=since)
    return Draft(plain, 0, end, because, lead, leads, due=own or state.due)


def _of_sentence(
    item: Item, start: int, end: int, state: _State, *, coordinates: bool
) -> list[Draft]:
    plain = item.block.plain
    low = plain.low[start:end].strip()
    here = _AGREED_HERE.search(plain.low, start, end) if coordinates else None
    told = subject_of(plain, here.end(), end) if here else None
    if here and told:
        state.agreed, state.lead, state.leads = True, None, ()
        return [
            _told(
                item, replace(one, start=first, because="news_commitment"), last, state
            )
            for first, last, one in clauses_of(plain, told, here.end(), end)
        ]
    if here and wording.acts(plain.low[here.end() : end]):
        state.agreed, state.lead, state.leads = True, None, ()
        return [Draft(plain, here.end(), end, "news_commitment")]
    order = request_in(plain, start, end)
    if order is None and not _PLEDGE.search(low[:160]):
        order = _needed(plain, start, end)
        order = order or _agreed_by(plain, start, end, state, coordinates=coordinates)
    if order:
        chain = clauses_of(plain, order, start, end)
        # What follows in the chain was asked for or agreed as its beginning was.
        return [
            _told(item, replace(each, start=first, because=order.because), last, state)
            if each is not order
            else _told(item, order, last, state)
            for first, last, each in chain
        ]
    goes_on = _CONTINUES.match(low)
    words = low[goes_on.end() :] if goes_on else low
    pledges = _PLEDGE.search(low[:160])
    if (state.asked or state.agreed) and wording.acts(words) and not pledges:
        because = "carried_subject" if state.asked else "news_commitment"
        return [Draft(plain, start, end, because, state.lead, state.leads)]
    if not _CAPTION.fullmatch(low):
        state.asked, state.agreed = False, False
        state.lead, state.leads = None, ()
    agreed = _AGREED.search(low) if coordinates else None
    if agreed and " đã " not in low[: agreed.end()]:
        state.agreed, state.asked = True, False
        state.lead, state.leads = None, ()
    return []


def _told(item: Item, order: Order, end: int, state: _State) -> Draft:
    """A duty of a doer that the sentence names; the next ones may go on with it."""
    plain = item.block.plain
    first, last = order.doer
    last, helpers = apart(plain, first, last)
    name, names = name_at(plain, first, last), listed(plain, first, last)
    if order.because == "news_commitment":
        state.agreed, state.asked = True, False
        state.lead, state.leads = None, ()
    else:
        state.asked, state.lead, state.leads = True, name, names
    return Draft(
        plain, order.start, end, order.because, name, names, supporting=helpers
    )


def _needed(plain: Plain, start: int, end: int) -> Order | None:
    """X cần làm Y, X được giao làm Y; X may stand behind what leads up to it."""
    order = subject_of(plain, start, end)
    if order and order.because == "lead_verb":
        rest = plain.low[order.rest : end].strip()
        if rest.startswith(("cần ", "phải ")):
            return Order(order.doer[0], order.doer, order.rest, "lead_verb")
    if order and plain.low.startswith(" được giao", order.rest):
        return Order(order.doer[0], order.doer, order.rest, "doer_verb")
    must = _MUST.search(plain.low, start, end)
    if must is None or not wording.acts(plain.low[must.start() : end].strip(" ,")):
        return None
    for found in re.finditer(r"[,;:]\s", plain.low[start : must.start()]):
        first = start + found.end()
        if not wording.DOER.match(plain.low, first):
            continue
        stop = wording.end_of_doer(plain.text, plain.low, first, must.end() + 20)
        if stop == must.start():
            return Order(start, (first, stop), stop, "lead_verb")
    return None


def _agreed_by(
    plain: Plain, start: int, end: int, state: _State, *, coordinates: bool
) -> Order | None:
    """Các bên sẽ làm Y; in what was agreed, X làm Y."""
    order = subject_of(plain, start, end)
    if order is None or not coordinates:
        return None
    doer = plain.low[order.doer[0] : order.doer[1]]
    rest = plain.low[order.rest : end]
    if _WILL.match(rest) and _MANY.search(doer):
        return Order(start, order.doer, order.rest, "news_commitment")
    ahead = re.match(
        r"(?:thời gian tới|trong thời gian tới|năm 20\d\d)", plain.low[start:]
    )
    if _RAISED.match(rest.strip()) and ahead:
        return Order(start, order.doer, order.rest, "news_commitment")
    if state.agreed:
        return Order(start, order.doer, order.rest, "news_commitment")
    return None
