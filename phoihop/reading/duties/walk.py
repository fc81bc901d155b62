"""From block to block: which section it stands in, who governs it, what it orders."""

import re
from collections.abc import Sequence
from dataclasses import replace

from phoihop.reading import wording
from phoihop.reading.clauses import Item
from phoihop.reading.deadlines import due_in
from phoihop.reading.duties.doers import apart, listed, name_at, office_at
from phoihop.reading.duties.drafts import Draft
from phoihop.reading.duties.governors import (
    Governor,
    doers_by_turns,
    governs,
    year_for,
)
from phoihop.reading.duties.orders import (
    Order,
    clauses_of,
    colon_of,
    is_formula,
    request_in,
    subject_of,
)
from phoihop.reading.duties.papers import Paper
from phoihop.reading.duties.sentences import sentences
from phoihop.reading.sections import Section

_UNTIL = re.compile(
    r"(?:hoàn thành|thời gian|thời hạn|xong|tiến độ|hạn (?:chót|cuối))\s[^.]{0,140}\W*"
    r"|(?:chậm nhất|muộn nhất|trước)\s[^.;,]{3,40},?\s(?:phải\s|sẽ\s)?(?:hoàn thành"
    r"|xong|có (?:báo cáo|kết quả))[^.;]{0,40}\W*"
    r"|(?:kết quả|báo cáo|văn bản|hồ sơ|danh sách|ý kiến|việc này)[^.;]{0,80}\s(?:gửi"
    r"|về|nộp)"
    r"[^.;]{0,120}(?:trước|chậm nhất|muộn nhất)[^.;]{0,60}\W*"
)
# What ties a sentence to the one before it.
_BESIDES = re.compile(
    r"^(?:trong đó|đồng thời|theo đó|ngoài ra|bên cạnh đó|cùng với đó|sau đó),?\s"
)
# Rules by which the sentence itself names the doer whom the next one goes on with.
_OF_SUBJECT = ("doer_colon", "doer_verb", "lead_verb", "carried_subject")


class Walk:
    """One pass over a paper's items; ``drafts`` are the duties found."""

    def __init__(self, items: Sequence[Item], paper: Paper) -> None:
        self.items = items
        self.paper = paper
        self.drafts: list[tuple[int, Draft, Governor]] = []
        self._above: list[Governor] = []
        self._doers = doers_by_turns(items)

    def read(self, skip: set[int]) -> None:
        """Read every item but those that other finders have taken."""
        for place, item in enumerate(self.items):
            over = self._above[item.parent] if item.parent is not None else Governor()
            self._above.append(over)
            if item.tail or item.block.cells or place in skip:
                if place in skip:
                    self._above[place] = governs(item, over, self.paper)
                continue
            if self._is_heading(place, item, over):
                continue
            if not over.never and self.paper.official:
                self._duties(place, item, over)

    def above(self, place: int) -> Governor:
        """What governs an item that was read."""
        return self._above[place]

    def _is_heading(self, place: int, item: Item, over: Governor) -> bool:
        """Whether an item only heads what follows; remembers what it says."""
        governor = governs(item, over, self.paper)
        if place in self._doers and governor.name is not over.name:
            governor = replace(governor, section=Section.ASSIGN)
        self._above[place] = governor
        if governor.never and not over.never:
            return True
        words = item.block.plain.text
        if words[-1] == ":" or (words.isupper() and item.leads):
            return True
        if governor is over or not item.leads:
            return False
        return governor.name is not over.name or governor.section is not over.section

    def _duties(self, place: int, item: Item, over: Governor) -> None:
        """The duties of one item or paragraph, sentence by sentence."""
        block = item.block
        plain = block.plain
        found: list[Draft] = []
        first = True
        for start, end in sentences(plain.text, plain.low, block.body, len(plain.text)):
            low = plain.low[start:end].strip()
            if _UNTIL.fullmatch(low) and self._belongs(found, place, start, end):
                continue
            drafts = (
                []
                if is_formula(low)
                else self._of_sentence(item, over, (start, end), found, first=first)
            )
            if not drafts and low.startswith("trên đây"):
                return
            if first and drafts:
                drafts[0] = replace(drafts[0], start=0)
            found += drafts
            self.drafts += [(place, draft, over) for draft in drafts]
            first = False

    def _belongs(self, found: list[Draft], at: int, start: int, end: int) -> bool:
        """A sentence that only says until when joins the duty before it."""
        block = self.items[at].block
        plain = block.plain
        if found:
            place, last, over = self.drafts[-1]
            merged = replace(last, end=end)
            found[-1] = merged
        elif self.drafts and self.drafts[-1][0] == at - 1 and block.mark is None:
            place, last, over = self.drafts[-1]
            due = last.due or due_in(plain, start, end, year=year_for(over, self.paper))
            merged = replace(last, due=due, tail=plain.span(start, end))
        else:
            return False
        self.drafts[-1] = (place, merged, over)
        return True

    def _of_sentence(
        self,
        item: Item,
        over: Governor,
        at: tuple[int, int],
        found: list[Draft],
        *,
        first: bool,
    ) -> list[Draft]:
        """The duties that one sentence gives."""
        plain = item.block.plain
        start, end = at
        order = request_in(plain, start, end) or (
            colon_of(plain, start, end, assigned=over.section is Section.ASSIGN)
            if item.block.mark
            else None
        )
        order = order or self._told_subject(item, over, start, end)
        if order and not self._allowed(item, over, order):
            order = None
        if order:
            return self._ordered(item, order, start, end)
        draft = self._governed(item, over, at, found, first=first)
        return [draft] if draft else []

    def _told_subject(
        self, item: Item, over: Governor, start: int, end: int
    ) -> Order | None:
        """X làm Y, where a section or the words say that it is a duty."""
        if self.paper.is_law:
            return None
        low = item.block.plain.low
        # "Thanh tra huyện cử ..." begins like a verb and names a body.
        begins = wording.acts(low[start : start + 60])
        if over.name and begins and not wording.DOER.match(low, start):
            return None
        return subject_of(item.block.plain, start, end)

    def _allowed(self, item: Item, over: Governor, order: Order) -> bool:
        """Whether such an order counts here."""
        if order.because == "request":
            # Under a heading that names a doer, giving out work is that doer's own.
            own = item.block.mark and over.name and not over.spoken
            return not (own and order.start == item.block.body)
        if self.paper.resolves:
            return over.section in (Section.ASSIGN, Section.PLAN)
        if order.because == "lead_verb":
            return True
        first = order.doer[0]
        if item.block.plain.low.startswith("đại diện", first):
            # Who speaks at a meeting.
            return False
        if item.block.mark is None:
            return over.section is Section.ASSIGN or over.name is not None
        return True

    def _ordered(self, item: Item, order: Order, start: int, end: int) -> list[Draft]:
        """One duty, or one for each clause that names another doer."""
        plain = item.block.plain
        drafts = []
        for first, last, told in clauses_of(plain, order, start, end):
            a, b = told.doer
            b, helpers = apart(plain, a, b)
            name = office_at(plain, a, b) if told.because == "doer_colon" else None
            drafts.append(
                Draft(
                    plain,
                    first,
                    last,
                    told.because,
                    name or name_at(plain, a, b),
                    listed(plain, a, b),
                    supporting=helpers,
                    path=item.path,
                )
            )
        return drafts

    def _governed(
        self,
        item: Item,
        over: Governor,
        at: tuple[int, int],
        found: list[Draft],
        *,
        first: bool,
    ) -> Draft | None:
        """What is to be done, by whom a heading or the sentence before says."""
        plain = item.block.plain
        start, end = at
        low = _BESIDES.sub("", plain.low[start:end].strip())
        acts = wording.acts(low) or _acts_behind(low)
        if not first and found and acts:
            before = found[-1]
            if over.name is None or before.because in _OF_SUBJECT:
                return Draft(
                    plain,
                    start,
                    end,
                    "carried_subject",
                    before.lead,
                    before.leads,
                    path=item.path,
                )
        because = self._why(item, over, acts=acts, first=first)
        if because is None and acts and first:
            return self._carried(item, over, start, end)
        if because is None:
            return None
        return Draft(plain, start, end, because, over.name, over.leads, path=item.path)

    def _carried(
        self, item: Item, over: Governor, start: int, end: int
    ) -> Draft | None:
        """An item that goes on with the doer whom the item before it named."""
        if not self.drafts or item.block.mark is None or self.paper.resolves:
            return None
        place, last, _ = self.drafts[-1]
        before = self.items[place]
        near = place == len(self._above) - 2 and before.parent == item.parent
        if not near or last.because not in _OF_SUBJECT or over.name:
            return None
        return Draft(
            item.block.plain,
            start,
            end,
            "carried_subject",
            last.lead,
            last.leads,
            path=item.path,
        )

    def _why(
        self, item: Item, over: Governor, *, acts: bool, first: bool
    ) -> str | None:
        """The rule by which something without a doer of its own is a duty here."""
        assigned = over.section is Section.ASSIGN
        planned = over.section is Section.PLAN
        if self.paper.is_law or (self.paper.resolves and not (assigned or planned)):
            return None
        if over.name and assigned and item.block.mark:
            return "assigned_item" if acts else "governed_item"
        if over.name and acts:
            return "assigned_item" if assigned else "governed_item"
        if over.name or not acts or not first:
            return None
        if assigned and not item.leads:
            return "ordered_item"
        return "planned_item" if planned and not self.paper.orients else None


def _acts_behind(low: str) -> bool:
    """Đối với ...: làm Y; Trên cơ sở ..., làm Y."""
    if not re.match(
        r"(?:đối với|trên cơ sở|căn cứ|nếu|khi|trong|trước|sau|theo|để|hằng|hàng"
        r"|định kỳ"
        r"|về|từ|qua|thông qua|với|ngoài|cùng với|\(|ngay|đồng thời|mỗi)(?!\w)",
        low,
    ):
        return False
    return any(
        wording.acts(part.strip()) for part in re.split(r"[,:;]\s", low[:700])[1:]
    )
