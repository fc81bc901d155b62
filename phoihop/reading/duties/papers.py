"""What kind of paper it is, as far as the finding of duties depends on it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from phoihop.reading.blocks import Block
from phoihop.reading.deadlines import Since

_TYPES = (
    "luật|bộ luật|pháp lệnh|hiến pháp|nghị định|thông tư|nghị quyết|quyết định|chỉ thị"
    "|quy chế|quy định|thông báo|hướng dẫn|chương trình|kế hoạch|phương án|đề án|báo"
    " cáo"
    "|tờ trình|công điện|kết luận|thông tri|phụ lục|biên bản|giấy mời|công văn"
)
_TYPE = re.compile(rf"\W*(?P<type>{_TYPES})(?=\W|$)")
_OFFICIAL = re.compile(
    r"cộng h[òo]à? x[ãa] hội|đảng cộng sản việt nam|căn cứ |\W*số\s?:|kính gửi|v/v "
)
# Papers that lay down law: their "có trách nhiệm" is a rule for ever, no task.
_LAWS = {"luật", "bộ luật", "pháp lệnh", "hiến pháp", "nghị định", "thông tư"}
_DATE_LINE = re.compile(
    r"ngày(?:\s*(?P<d>\d{1,2}))?\s*tháng(?:\s*(?P<m>\d{1,2}))?\s*năm\s*(?P<y>20\d\d)"
    r"|(?P<y2>20\d\d)-(?P<m2>\d\d)-(?P<d2>\d\d)"
    r"|(?P<d3>\d{1,2})/(?P<m3>\d{1,2})/(?P<y3>20\d\d)"
)
_TITLE_YEAR = re.compile(r"năm\s+(20\d\d)(?!\s?[-–]\s?20)")
_FOUNDED = re.compile(
    r"(?<!\w)(?:căn cứ|thực hiện|thi hành)\s(?:các\s)?(?:bộ luật|luật|nghị|kế hoạch"
    r"|quyết định|quy|chương trình|chỉ thị|thông tư|hướng dẫn|hiến pháp|văn bản"
    r"|kết luận)"
)
_HEAD = 40


@dataclass(frozen=True, slots=True)
class Paper:
    """Official or news, its type word if it has one, when it speaks.

    ``issued`` is the day of the place-and-date line, its year where the day is blank.
    """

    official: bool
    type: str | None
    issued: Since
    title_year: int | None

    @property
    def since(self) -> Since:
        """From when on a time that is printed without a year is meant."""
        return self.title_year or self.issued

    @property
    def is_law(self) -> bool:
        """Whether it lays down law."""
        return self.type in _LAWS

    @property
    def resolves(self) -> bool:
        """Whether only what it gives out counts: a resolution, a report."""
        return self.is_law or self.type in {"nghị quyết", "báo cáo"}

    @property
    def orients(self) -> bool:
        """Whether what it plans without naming a doer is only an orientation."""
        return self.type in {"nghị quyết", "chỉ thị", "đề án"}


def paper_of(blocks: Sequence[Block]) -> Paper:
    """What the first blocks of a paper say it is."""
    head = blocks[:_HEAD]
    official = any(_OFFICIAL.match(block.plain.low) for block in head)
    if not official:
        official = any("cộng hòa xã hội" in block.plain.low[:400] for block in head[:8])
    type_, title = _type(head)
    marked = sum(1 for block in blocks if block.mark)
    official = official or type_ is not None
    official = official or (marked >= 5 and marked * 4 >= len(blocks))
    return Paper(official, type_, _issued(head), title)


def _type(head: Sequence[Block]) -> tuple[str | None, int | None]:
    """The type word of the title line, and the year that the title names."""
    for place, block in enumerate(head):
        words = block.plain.text
        found = _TYPE.match(block.plain.low)
        if found and words[: found.end()].strip("*# ").isupper() and len(words) < 400:
            title = " ".join(each.plain.low for each in head[place : place + 3])
            # The years of what it is founded on are not its own.
            title = _FOUNDED.split(title, maxsplit=1)[0]
            year = _TITLE_YEAR.search(title)
            return found["type"], int(year.group(1)) if year else None
    return None, None


def _issued(head: Sequence[Block]) -> Since:
    """The day of the place-and-date line."""
    for block in head[:25]:
        low = block.plain.low
        if len(low) < 200 or block.cells:
            found = _DATE_LINE.search(low, 0, 2000)
            if found:
                return _day_of(found)
    return None


def _day_of(found: re.Match[str]) -> Since:
    year = int(found["y"] or found["y2"] or found["y3"])
    month = found["m"] or found["m2"] or found["m3"]
    day = found["d"] or found["d2"] or found["d3"]
    try:
        return date(year, int(month or 0), int(day or 1))
    except ValueError:
        return year
