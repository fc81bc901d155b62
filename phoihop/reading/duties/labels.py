"""Labelled blocks: a numbered line, and beneath it who leads, who supports, until when.

1.1. Soạn thảo hướng dẫn ...
- Thời gian hoàn thành: ...
- Đơn vị chủ trì: ...
- Đơn vị phối hợp: ...
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from phoihop.reading import wording
from phoihop.reading.clauses import Item
from phoihop.reading.deadlines import Since, due_in
from phoihop.reading.duties.doers import listed, name_at
from phoihop.reading.duties.drafts import Draft
from phoihop.reading.findings import Due, Name
from phoihop.reading.marks import Rank

_WHO = (
    r"(?:cơ quan, đơn vị|cơ quan/đơn vị|đơn vị, cá nhân|cơ quan|đơn vị|bộ phận|người"
    r"|cán bộ|lãnh đạo|đồng chí|tổ chức|ban|phòng"
    r"|các đơn vị|cấp|thành phần)"
)
_LABELS = (
    (
        "lead",
        re.compile(
            rf"(?:{_WHO} )?(?:chủ trì(?: thực hiện| tham mưu)?|phụ trách|đầu mối"
            rf"|chịu trách nhiệm(?: chính)?)\s?:|{_WHO} (?:được giao|thực hiện)\s?:"
            r"|phân công(?: thực hiện| nhiệm vụ)?\s?:|trách nhiệm(?: thực hiện)?\s?:"
        ),
    ),
    ("support", re.compile(rf"(?:{_WHO} )?phối hợp(?: thực hiện)?\s?:")),
    (
        "due",
        re.compile(
            r"(?:thời gian|thời hạn|tiến độ|hạn|thời điểm|xong"
            r"|mốc)(?: trước)?(?: hoàn thành| thực hiện"
            r"| triển khai| báo cáo| gửi| xong)?\s?:|hoàn thành\s?:"
        ),
    ),
    (
        "detail",
        re.compile(r"(?:dự kiến )?(?:kết quả|sản phẩm|kinh phí|địa điểm)[^:]{0,40}:"),
    ),
)
# Among labels, a line that says until when without a colon.
_UNTIL = re.compile(
    r"(?:phải |sẽ )?(?:hoàn thành|xong|kết thúc)\s(?:trước|trong|chậm nhất|vào|ngày"
    r"|xong)\s[^.;:]{2,60}\W*$"
)
_LONGEST_LABEL = 30
# A numbered line of so few words only heads the item below it.
_HEADING_WORDS = 7


@dataclass(slots=True)
class _Group:
    """Labels that stand together, and what they close."""

    places: list[int] = field(default_factory=list)
    lead: Name | None = None
    leads: tuple[Name, ...] = ()
    support: tuple[Name, ...] = ()
    due: Due | None = None
    # "Chủ trì:" alone, without a time or a helper, is who chairs a meeting.
    assigns: bool = False


@dataclass(frozen=True, slots=True)
class Labelled:
    """The duties of labelled blocks and every place that belongs to one.

    ``beside``: the time that a label gives for what stands under the same heading.
    """

    drafts: list[tuple[int, Draft]]
    taken: set[int]
    beside: dict[int, Due]


def labelled(items: Sequence[Item], *, year: Since) -> Labelled:
    """Every labelled block of a paper."""
    drafts: list[tuple[int, Draft]] = []
    taken: set[int] = set()
    beside: dict[int, Due] = {}
    since = 0
    for group in _groups(items, year):
        if group.lead is not None and group.assigns:
            closed = _closed(items, since, group)
            drafts += [(place, _filled(items, place, group)) for place in closed]
            if closed:
                taken.update(range(closed[0], group.places[-1] + 1))
        over = items[group.places[0]].parent
        if group.lead is None and group.due is not None and over is not None:
            beside[over] = group.due
        taken.update(group.places)
        since = group.places[-1] + 1
    return Labelled(drafts, taken, beside)


def _groups(items: Sequence[Item], year: Since) -> list[_Group]:
    groups: list[_Group] = []
    for place, item in enumerate(items):
        label = None if item.tail or item.block.cells else _label(item)
        goes_on = bool(groups) and groups[-1].places[-1] == place - 1
        if label is None and goes_on and _says_until(item):
            label = ("due", item.block.body)
        if label is None and not item.tail and not item.block.cells:
            label = _by_value(items, place, groups[-1] if goes_on else None)
        if label is None:
            continue
        if not goes_on:
            groups.append(_Group())
        group = groups[-1]
        group.places.append(place)
        _fill(group, item, *label, year)
    return groups


def _by_value(
    items: Sequence[Item], place: int, group: _Group | None
) -> tuple[str, int] | None:
    """A label in words of the office's own, told by what stands behind its colon.

    Below a numbered line, where a label that is known stands beside it: the first
    that names a body is who leads, the next who supports.
    """
    plain, start = items[place].block.plain, items[place].block.body
    colon = plain.low.find(":", start, start + _LONGEST_LABEL)
    mark = items[place].block.mark
    if colon < 0 or (mark is not None and not mark.is_bullet):
        return None
    value = (
        colon + 1 + len(plain.low[colon + 1 :]) - len(plain.low[colon + 1 :].lstrip())
    )
    if not wording.DOER.match(plain.low, value) or wording.acts(plain.low[value:]):
        return None
    near = items[place + 1 : place + 4]
    beside = group is not None or any(
        not item.tail and not item.block.cells and _label(item) for item in near
    )
    if not beside or wording.DOER.match(plain.low, start):
        return None
    led = group is not None and group.lead is not None
    return ("support" if led else "lead", value)


def _says_until(item: Item) -> bool:
    """Whether a line below labels is a limit and nothing else."""
    plain = item.block.plain
    return bool(_UNTIL.fullmatch(plain.low, item.block.body))


def _label(item: Item) -> tuple[str, int] | None:
    """Which label an item begins with, and where its value begins."""
    plain, start = item.block.plain, item.block.body
    if ":" not in plain.low[start : start + 60]:
        return None
    if item.block.mark and item.block.mark.rank < Rank.LETTER:
        return None
    for kind, pattern in _LABELS:
        found = pattern.match(plain.low, start)
        if found:
            return kind, found.end()
    return None


def _fill(group: _Group, item: Item, kind: str, start: int, year: Since) -> None:
    plain = item.block.plain
    end = len(plain.text)
    if kind == "lead":
        group.lead = name_at(plain, start, end)
        group.leads = listed(plain, start, end) if group.lead else ()
        group.assigns = group.assigns or not plain.low.startswith(
            "chủ trì", item.block.body
        )
        return
    group.assigns = group.assigns or kind in ("support", "due")
    if kind == "support" and name_at(plain, start, end):
        group.support += listed(plain, start, end, as_written=True)
    elif kind == "due":
        group.due = due_in(plain, start, end, year=year, labelled=True)


def _closed(items: Sequence[Item], since: int, group: _Group) -> list[int]:
    """The numbered lines that these labels close."""
    first = group.places[0]
    parents = {items[place].parent for place in range(since, first)}
    found: list[int] = []
    for place in range(since, first):
        item = items[place]
        mark = item.block.mark
        if mark is None or mark.is_bullet or mark.rank < Rank.NUMBER or item.tail:
            continue
        if mark.rank is Rank.PAREN:
            if due_in(item.block.plain, 0, len(item.block.plain.text)):
                found.append(place)
            continue
        if place in parents and _only_heads(items, place, first):
            below = _first_below(items, place, first)
            found += [below] if below is not None else []
            continue
        found.append(place)
    return found


def _only_heads(items: Sequence[Item], place: int, end: int) -> bool:
    """Whether a numbered line heads numbered lines, or only the item below it."""
    item = items[place]
    below = [
        each.block.mark
        for each in items[place + 1 : end]
        if each.parent == place and each.block.mark
    ]
    if any(not mark.is_bullet and mark.rank is not Rank.PAREN for mark in below):
        return True
    words = item.block.plain.text
    if words[-1] == ":":
        return True
    short = len(item.block.words.split()) <= _HEADING_WORDS and words[-1] not in ".;"
    return short and bool(below)


def _first_below(items: Sequence[Item], place: int, end: int) -> int | None:
    """The first item beneath a heading that says what is to be done."""
    for below in range(place + 1, end):
        item = items[below]
        if item.parent != place or item.block.mark is None:
            continue
        if not item.block.mark.is_bullet:
            return None
        return below if wording.acts(item.block.low) else None
    return None


def _filled(items: Sequence[Item], place: int, group: _Group) -> Draft:
    item = items[place]
    plain = item.block.plain
    draft = Draft(
        plain,
        0,
        len(plain.text),
        "labelled_block",
        group.lead,
        group.leads,
        supporting=group.support,
        path=item.path,
    )
    own = due_in(plain, 0, len(plain.text)) if item.block.mark else None
    if own is not None and own.value and item.block.mark is not None:
        if item.block.mark.rank is Rank.PAREN:
            return replace(draft, due=own)
    return replace(draft, due=group.due or own)
