"""What headings and lead-ins say for the items below them: section, doer, time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from phoihop.reading import wording
from phoihop.reading.blocks import Block
from phoihop.reading.clauses import Item
from phoihop.reading.deadlines import Since, due_in, period_in, year_of
from phoihop.reading.duties.doers import listed, office_at
from phoihop.reading.duties.orders import Order, request_in, subject_of
from phoihop.reading.duties.papers import Paper
from phoihop.reading.findings import Due, Name
from phoihop.reading.marks import Rank
from phoihop.reading.sections import Section, section_of

_ASKED = re.compile(
    r"(?:giao(?: nhiệm vụ)?(?: cho)?|đề nghị|yêu cầu|phân công|trách nhiệm(?: của)?"
    r"|(?:nhiệm vụ|phần việc)(?:, quyền hạn)?(?: của)?|nhiệm vụ cụ thể của|đối với"
    r"|về phía|của)\s+"
)
_SPEAKS = re.compile(r"\s(?:yêu cầu|đề nghị|giao|quyết nghị|kết luận)\W*$")
_INVITES = re.compile(r"\s(?:kính mời|trân trọng (?:kính )?mời|thông báo)\s")
_A_TIME = re.compile(
    r"(?:trong\s)?(?:các\s)?(?:tháng|quý|6 tháng|sáu tháng|tuần"
    r"|năm 20\d\d)[^.;:]{0,40}\W*"
)
# A name that no word of the vocabulary begins: "Agribank tỉnh".
_OF_LEVEL = re.compile(
    r"(?:\S+\s){1,6}(?:tỉnh|huyện|xã|phường|thành phố|quận|khu vực|trung ương)"
)
_EVERYBODY = re.compile(
    r"(?:các|từng|mỗi|những|hai|ba)\s(?:bên|cơ quan|đơn vị|ngành|nơi|cơ quan, đơn vị)"
    r"(?: liên quan| phối hợp)?\W*"
)
_GIVES = re.compile(r"giao|đề nghị|yêu cầu|phân công")
_HEADING_END = re.compile(
    r",?\s(?:có trách nhiệm|có nhiệm vụ|chủ trì|phối hợp|thực hiện|chỉ đạo|triển khai"
    r"|tiến hành|tập trung|tiếp tục|căn cứ|cần|phải|làm đầu mối|như sau|sau đây)(?!\w)"
)
_ORDERS = re.compile(
    r"(?<!\w)(?:yêu cầu|đề nghị|chỉ đạo|(?<!ngoại )(?<!bàn )giao"
    r"|kết luận)(?!\w)[^.;:]{0,90}\s?:$"
)
_LABEL = re.compile(r"[^:]{1,40}:")


@dataclass(frozen=True, slots=True)
class Governor:
    """What the headings above a block say: the doer, the section, the time."""

    section: Section | None = None
    never: bool = False
    name: Name | None = None
    leads: tuple[Name, ...] = ()
    due: Due | None = None
    # Told by somebody's sentence, not by a heading.
    spoken: bool = False


def governs(item: Item, over: Governor, paper: Paper) -> Governor:
    """What an item says for those under it."""
    block = item.block
    low = block.low
    if not low or over.never:
        return over
    ends = block.plain.text[-1] == ":"
    high = block.mark is None or block.mark.rank <= Rank.STEP
    says = (high and (item.leads or ends)) or _LABEL.match(low)
    section = section_of(low) if says else None
    if section is Section.NEVER:
        return replace(over, section=section, never=True, name=None, leads=())
    if section and (item.leads or ends):
        over = replace(over, section=section, name=None, leads=(), due=over.due)
        over = _timed(block, section, over, paper)
    if not (item.leads or ends):
        return over
    if item.leads and _A_TIME.fullmatch(low):
        # "1. Quý I/2026": the time of all that stands below.
        plain = block.plain
        year = year_of(low) or paper.since
        due = period_in(plain, block.body, len(plain.text), year)
        return replace(over, due=due) if due else over
    return _named(block, over, paper, ends=ends)


def doers_by_turns(items: Sequence[Item]) -> frozenset[int]:
    """Headings that are each the name of a doer, two or more of them side by side.

    "1. Sở A / - … / 2. Công an tỉnh / - …" gives out work, whatever the section above
    is called and whatever verbs the items begin with.
    """
    named: dict[int | None, list[int]] = {}
    for place, item in enumerate(items):
        plain, start = item.block.plain, item.block.body
        words = plain.text[start:].rstrip(" :")
        if not item.leads or item.block.mark is None or item.tail or len(words) > 120:
            continue
        if plain.low.startswith(("đại diện", "thành phần"), start):
            # The sides of a meeting, with who came.
            continue
        if wording.DOER.match(plain.low, start) and not wording.acts(plain.low[start:]):
            whole = wording.end_of_doer(plain.text, plain.low, start, len(plain.text))
            if whole is None:
                named.setdefault(item.parent, []).append(place)
    return frozenset(
        place for places in named.values() if len(places) > 1 for place in places
    )


def _timed(block: Block, section: Section, over: Governor, paper: Paper) -> Governor:
    """The time that a heading of planned work names."""
    if section is not Section.PLAN:
        return over
    year = year_of(block.low) or paper.since
    plain = block.plain
    due = period_in(plain, block.body, len(plain.text), year)
    return replace(over, due=due) if due else over


def _named(block: Block, over: Governor, paper: Paper, *, ends: bool) -> Governor:
    """The doer that a heading or lead-in names, if any."""
    plain = block.plain
    start, end = block.body, len(plain.text)
    if ends and (end - start > 60 or not _ASKED.match(plain.low, start)):
        order = request_in(plain, start, end, leads=True)
        order = order or _leading_subject(block)
        if order:
            return _told(block, over, order, paper)
    orders = _ORDERS.search(plain.low, start, end) if ends else None
    if orders and (block.mark is None or orders.end() - orders.start() < 12):
        return replace(over, section=Section.ASSIGN, name=None, leads=())
    if ends and _INVITES.search(plain.low, start, end):
        return over
    return over if block.mark is None and not ends else _headed(block, over, ends=ends)


def _headed(block: Block, over: Governor, *, ends: bool) -> Governor:
    """The doer whose name a heading is."""
    plain = block.plain
    start, end = block.body, len(plain.text)
    asked = _ASKED.match(plain.low, start)
    first = asked.end() if asked else start
    if asked and "của" in asked.group() and _EVERYBODY.fullmatch(plain.low, first):
        # "Trách nhiệm của các cơ quan": whose it is, the items say.
        return replace(over, section=Section.ASSIGN, name=None, leads=())
    told = over.section is Section.ASSIGN and block.mark is not None
    own = told and _OF_LEVEL.fullmatch(plain.low[first:end].strip(" .:;"))
    named = wording.DOER.match(plain.low, first) or (
        own and plain.text[first].isupper() and not wording.acts(plain.low[first:end])
    )
    if named and end - first <= 220:
        last = end
        cut = _HEADING_END.search(plain.text, first, end)
        if cut and not (asked and "của" in asked.group()):
            last = cut.start()
        name = office_at(plain, first, last)
        if name and (ends or _is_bare(plain.text[first:last])):
            # "Đề nghị X:" gives everything below it to X, whatever its verb.
            given = asked and _GIVES.match(asked.group())
            return replace(
                over,
                section=Section.ASSIGN if given else over.section,
                name=name,
                leads=listed(plain, first, last),
                spoken=False,
            )
    return over


def _leading_subject(block: Block) -> Order | None:
    """The subject of a lead-in; not the issuer who says that a plan follows."""
    plain = block.plain
    order = subject_of(plain, block.body, len(plain.text))
    if order and _SPEAKS.match(plain.low, order.rest):
        # "… Hội đồng nhân dân tỉnh yêu cầu:" says who speaks, not who is to do it.
        return None
    if block.mark is None:
        return order if order and order.because == "lead_verb" else None
    return order or _doer_inside(block)


def _doer_inside(block: Block) -> Order | None:
    """In a heading that ends by naming a doer: ... X thực hiện quy trình, cụ thể:"""
    plain = block.plain
    found = re.finditer(
        r"\s(?:thực hiện|tiến hành|triển khai)(?!\w)", plain.text[block.body :]
    )
    for verb in found:
        until = block.body + verb.start()
        near = max(block.body, until - 120)
        for back in re.finditer(r"(?<=\s)(?=[A-ZĐỦ])", plain.text[near:until]):
            first = near + back.start()
            if re.search(r"[.;:]", plain.text[first:until]):
                continue
            if not wording.DOER.match(plain.low, first):
                continue
            stop = wording.end_of_doer(plain.text, plain.low, first, until + 12)
            if stop is not None and abs(stop - until) <= 1:
                return Order(first, (first, stop), stop, "doer_verb")
    return None


def _told(block: Block, over: Governor, order: Order, paper: Paper) -> Governor:
    """The doer whom a lead-in tells."""
    first, last = order.doer
    plain = block.plain
    section = over.section if order.because != "request" else Section.ASSIGN
    due = due_in(plain, block.body, len(plain.text), year=year_for(over, paper))
    return replace(
        over,
        section=section,
        spoken=order.because == "request",
        name=office_at(plain, first, last),
        leads=listed(plain, first, last),
        due=due if due and due.value else over.due,
    )


def _is_bare(words: str) -> bool:
    """Whether a heading is a name and nothing else."""
    return words.rstrip()[-1:] not in ".;" and len(words.split()) <= 30


def year_for(over: Governor, paper: Paper) -> Since:
    """The year of a time that is printed without one: the heading's, or the paper's."""
    if over.due and over.due.value:
        return int(over.due.value[:4]) if over.due.value[:4].isdigit() else None
    return paper.since
