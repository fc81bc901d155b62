"""Bodies between which the coordination takes place.

Those of a joint paper, of a signed plan that is told of, the members of a cluster, the
two sides of a working session. Hosts, guests and bodies that are given tasks are none.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from phoihop.reading.clear import Paper
from phoihop.reading.findings import Field, Finding
from phoihop.reading.head import Head
from phoihop.reading.letters import LOWER, UPPER
from phoihop.reading.natural import natural_form
from phoihop.reading.seeking import ANYWHERE, at_word, signed
from phoihop.reading.vocabulary import BODY_NAMES

ZONE = 4000
_NAMES = "|".join(sorted(BODY_NAMES, key=len, reverse=True))
# A capital and the beginning of a body's name, with accents: "phòng, chống" is none.
_BODY = re.compile(
    rf"(?=[{UPPER}])(?i:{_NAMES})\b|(?:các|cơ quan|[Ll]ãnh đạo|[Đđ]ại diện)\s"
)
# Where a list of bodies ends; with accents, since "có" is no "cơ".
_STOP = re.compile(
    r"\s(?:trong|về|nhằm|để|giai đoạn|theo|đã|tổ chức|ký kết|vừa|diễn ra|được|do|khi"
    r"|tại|thực hiện|triển khai|đối với|nhiệm kỳ|có|cùng(?! cấp)|lần thứ|tuần thứ"
    r"|phối hợp|là|thống nhất|tiến hành|công tác|định kỳ|quý|sẽ|gắn với"
    r"|(?:năm|tháng|6 tháng)(?=\s\d))(?=\s|$)|[.;:(]"
    # Not inside of a name: "Ban Kinh tế - Ngân sách", "Sở Lao động - Thương binh".
    r"|\s[-–]\s(?!Ngân sách|Xã hội|Kế hoạch|Thương binh|Hành chính|Giáo dục|Tổng hợp"
    r"|Kỹ thuật|Hạ tầng|Đô thị|Quản trị|Việc làm|Tiền lương)",
    re.IGNORECASE,
)
# A line ends a list unless it was broken inside of it.
_LINE_ENDS = re.compile(rf"(?<!với)(?<!và)(?<!,)\s{{0,4}}\n\s{{0,20}}(?![{LOWER}\s])")
_BETWEEN = signed(
    at_word(
        *("phoi hop", "ky ket", "lien tich", "chuong trinh", "quy che", "ke hoach"),
        *("giao ban", "lam viec", "hop", "giao uoc", "thoa thuan"),
    )
    + r"\b[^.;]{0,160}?\bgiua\s{1,2}(?:lanh dao\s)?",
    "giua",
    before=ANYWHERE,
)
_SIDE = re.compile(r"\s{1,2}(?:voi|va)\s{1,2}(?:lanh dao\s|dai dien\s)?")
_COMMA = re.compile(r"\s?,\s{1,2}(?:va\s)?|\s{1,2}va\s{1,2}")
# "và" inside of one body's name.
_ONE_NAME = re.compile(
    r"\b(?:doan (?:dbqh|dai bieu quoc hoi)|van phong (?:hdnd|hoi dong nhan dan)|doan"
    r"|tuyen giao|uy ban)\s{0,2}$"
)
_MEMBERS = re.compile(
    r"\bgom(?: co)?\s{0,2}(?:[^:.\n]{0,80}:)\s{0,2}|\bgom\s{1,2}(?=\w)"
    r"|\b(?:cum|khoi) thi dua [^:.\n]{0,80}:\s{1,2}"
)
_MEMBERS_END = re.compile(
    r"[.;\n]|\s(?:da|to chuc|tien hanh|vua)\s(?:hoi nghi|to chuc|so ket|tong ket|ky)"
)
# A cluster that is named by its number is the party itself.
_NUMBERED = re.compile(at_word("cum", "khoi") + r" (?:thi dua|giao uoc) so \d{1,2}\b")
# Of the leaders of one body; those of several stay who they are.
_LEADERS = re.compile(r"^(?:[Ll]ãnh đạo|[Đđ]ại diện(?: lãnh đạo)?)\s(?!các|hai)")
_SIDES = re.compile(
    r"(?:^|\n)[^\w\n]{0,8}(?:\w{1,4}[.)]\s)?dai dien\s(?P<who>[^\n:]{4,90})"
)
_SAID = re.compile(at_word("can cu", "noi dung", "thong nhat"))
_CLUSTER = re.compile(at_word("cum", "khoi") + r" (?:thi dua|giao uoc)\b")
_AND_OTHERS = re.compile(
    at_word(
        r"va\s{1,2}(?:\d{1,2}|hai|ba|bon|nam|sau|bay|tam|chin|muoi)\s{1,2}(?:co quan"
        r"|don vi|so|nganh|ban|to chuc)[^:.\n]{0,40}?\bgom\s{0,2}:?\s{0,2}"
    )
)
_SESSION = signed(
    r"\s(?:da\s)?(?:co\s)?(?:buoi\s)?lam viec (?:voi|cung)\s{1,2}",
    "lam viec",
    before=12,
)
_GIAO_BAN = re.compile(at_word(r"giao ban\s{1,2}(?:cua\s{1,2})?(?=\w)"))
_SIGNED = signed(
    r"\s(?:da\s)?(?:to chuc\s)?(?:le\s|hoi nghi\s)?ky ket\s(?:[^.\n]{0,60})?phoi hop\b",
    "ky ket",
    before=21,
)
_HELD_TOGETHER = re.compile(
    r"\s(?:da\s)?(?:phoi hop\s)?to chuc (?:hoi nghi |buoi |cuoc hop )?giao ban\b"
    r"|\s(?:da\s)?(?:to chuc\s)?(?:hoi nghi\s)?(?:trien khai|tong ket|so ket)"
    r"\s[^.,;\n]{0,40}?phoi hop\b"
)
_SIGNED_WITH = signed(
    r"\s(?:da\s)?ky ket\s[^.;\n]{0,60}?phoi hop\b[^.;\n]{0,60}?"
    r"\s(?:voi|cung)\s{1,2}(?:lanh dao\s|dai dien\s)?",
    "ky ket",
    before=4,
)
_OFFICE_BEFORE = re.compile(r"\b(?:truong|tich|doc|thu|chanh|vien|pho|nhiem)\s{1,2}$")
_LEVEL = (
    r"(?:tỉnh|Tỉnh|thành phố|Thành phố|TP\.?|huyện|quận|xã|phường|thị xã|Trung ương)"
)
_PROPER = rf"[ ][{UPPER}][{LOWER}]+"
# Never over the end of a line or the border of a cell: another name begins there.
_LONGER = rf"(?:[ ]{_LEVEL}(?:{_PROPER}){{0,3}}|(?:{_PROPER}){{1,3}})"
_ELLIPSIS = re.compile(r"(?:hdnd|ubnd|hoi dong nhan dan|uy ban nhan dan)$")
_LEVEL_END = re.compile(r"\s(tinh|thanh pho|huyen|quan|xa|phuong|thi xa)$")


@dataclass(frozen=True, slots=True)
class Part:
    """A body as it stands in a list: ``clear[start:end]`` and its full name."""

    start: int
    end: int
    name: str


Rule = Callable[[Paper, int, int], list[Part]]


def find_parties(paper: Paper, head: Head, found: list[Finding]) -> list[Finding]:
    """The parties in the order of the text."""
    for because, rule, of_paper in RULES:
        if head.is_paper and not of_paper:
            continue
        # A paper names its parties in its title; news within the first sentences.
        start, end = 0, min(len(paper.low), ZONE)
        if head.is_paper:
            start = head.type.end if head.type else 0
            end = min(end, start + 700)
        parts = _told_once(rule(paper, start, end))
        # "giữa các đơn vị với địa phương" names nobody.
        if len(parts) > 1 and any(part.name[:1].isupper() for part in parts):
            return _findings(paper, parts, because)
    if not head.is_paper and (one := _NUMBERED.search(paper.low, 0, ZONE)):
        part = Part(*one.span(), paper.said(*one.span()))
        return _findings(paper, [part], "party.cluster")
    if head.type and head.type.said == "biên bản":
        parts = _told_once(_sides(paper))
        return _findings(paper, parts, "party.sides") if len(parts) > 1 else []
    issuers = [each for each in found if each.field is Field.ISSUER]
    return [
        Finding(Field.PARTY, each.value, each.span, 0.8, "party.issuer")
        for each in issuers
        if len(issuers) > 1
    ]


def _findings(paper: Paper, parts: list[Part], because: str) -> list[Finding]:
    return [
        Finding(Field.PARTY, part.name, paper.span(part.start, part.end), 0.7, because)
        for part in parts
    ]


def _between(paper: Paper, start: int, end: int) -> list[Part]:
    """phối hợp giữa A với B, C"""
    for found in _BETWEEN.finditer(paper.low, start, end):
        parts = _list(paper, found.end(), _stop(paper, found.end(), end))
        if len(parts) > 1:
            return parts
    return []


def _cluster(paper: Paper, start: int, end: int) -> list[Part]:
    """Cụm thi đua …, gồm …: A, B, C"""
    if not _CLUSTER.search(paper.low, start, end):
        return []
    for found in _MEMBERS.finditer(paper.low, start, end):
        line = max(paper.low.rfind("\n", 0, found.start()), found.start() - 300)
        if not _CLUSTER.search(paper.low, max(line, 0), found.end()):
            continue
        stop = _MEMBERS_END.search(paper.low, found.end(), end)
        return _plain_list(paper, found.end(), stop.start() if stop else end)
    return []


def _and_others(paper: Paper, start: int, end: int) -> list[Part]:
    """A và 7 cơ quan gồm: B, C, D đã …"""
    found = _AND_OTHERS.search(paper.low, start, end)
    if found is None:
        return []
    before = _body_before(paper, found.start())
    stop = _stop(paper, found.end(), end)
    return [*before, *_plain_list(paper, found.end(), stop)] if before else []


def _session(paper: Paper, start: int, end: int) -> list[Part]:
    """A (phối hợp với B) đã làm việc với C; a headline says less than a sentence."""
    best: list[Part] = []
    for found in _SESSION.finditer(paper.low, start, min(end, start + 1500)):
        before = _body_before(paper, found.start())
        after = _list(paper, found.end(), _stop(paper, found.end(), end))
        best = _fuller(best, [*before, *after] if before and after else [])
    return best


def _fuller(first: list[Part], second: list[Part]) -> list[Part]:
    """Of two tellings the one with the longer names."""
    return max(first, second, key=lambda told: sum(len(part.name) for part in told))


def _giao_ban(paper: Paper, start: int, end: int) -> list[Part]:
    """giao ban của A với B và C"""
    best: list[Part] = []
    for found in _GIAO_BAN.finditer(paper.low, start, min(end, start + 1500)):
        stop = _stop(paper, found.end(), end)
        if not _BODY.match(paper.clear, found.end()):
            continue
        if " voi " in paper.low[found.end() : stop]:
            best = _fuller(best, _list(paper, found.end(), stop))
    return best


def _signed(paper: Paper, start: int, end: int) -> list[Part]:
    """A và B ký kết chương trình phối hợp"""
    for found in _SIGNED.finditer(paper.low, start, end):
        parts = _body_before(paper, found.start())
        if len(parts) > 1:
            return parts
    return []


def _signed_with(paper: Paper, start: int, end: int) -> list[Part]:
    """A tổ chức hội nghị, ký kết kế hoạch phối hợp với B và C"""
    for found in _SIGNED_WITH.finditer(paper.low, start, end):
        ahead = _clause_start(paper, found.start())
        if ahead is None:
            continue
        before = _list(paper, ahead, _stop(paper, ahead, found.start()))
        after = _list(paper, found.end(), _stop(paper, found.end(), end))
        if before and after and _BODY.match(paper.clear, found.end()):
            return [*before, *after]
    return []


def _hosts(paper: Paper, start: int, end: int) -> list[Part]:
    """A, B, C tổ chức hội nghị giao ban: a conference of several, held together."""
    for found in _HELD_TOGETHER.finditer(paper.low, start, end):
        parts = _body_before(paper, found.start())
        if len(parts) > 1:
            return parts
    return []


def _sides(paper: Paper) -> list[Part]:
    """The sides of a working session, as its minutes list them before what was said."""
    said = _SAID.search(paper.low, 0, ZONE)
    return [
        Part(*found.span("who"), _as_text_names(paper, *found.span("who")))
        for found in _SIDES.finditer(paper.low, 0, said.start() if said else ZONE)
        if paper.clear[found.start("who")].isupper()
    ]


def _as_text_names(paper: Paper, start: int, end: int) -> str:
    """The name in small letters where the text has it so, as printed otherwise."""
    printed = paper.said(start, end)
    low = " ".join(paper.low[start:end].split())
    return natural_form(paper, printed, low) or printed


RULES: tuple[tuple[str, Rule, bool], ...] = (
    ("party.cluster", _cluster, False),
    ("party.and_others", _and_others, False),
    ("party.between", _between, True),
    ("party.session", _session, False),
    ("party.giao_ban", _giao_ban, True),
    ("party.signed", _signed, False),
    ("party.signed_with", _signed_with, False),
    ("party.hosts", _hosts, False),
)


def _stop(paper: Paper, start: int, end: int) -> int:
    """Where a list of bodies that begins here ends."""
    end = min(end, start + 500)
    for pattern in (_STOP, _LINE_ENDS):
        if found := pattern.search(paper.clear, start, end):
            end = found.start()
    return end


def _body_before(paper: Paper, end: int) -> list[Part]:
    """The bodies that do what follows: from the last beginning of a clause on."""
    start = _clause_start(paper, end)
    if start is None:
        return []
    middle = re.compile(r"\s(?:phoi hop (?:voi|cung)|cung)\s").search(
        paper.low, start, end
    )
    if middle:
        first = _list(paper, start, middle.start())
        return [*first, *_list(paper, middle.end(), end)]
    return _list(paper, start, end)


def _clause_start(paper: Paper, end: int) -> int | None:
    """Where the clause begins whose subject are the bodies that do what follows."""
    floor = max(0, end - 300)
    start = max(
        paper.low.rfind("\n", floor, end) + 1,
        paper.low.rfind(". ", floor, end) + 2 if ". " in paper.low[floor:end] else 0,
        floor,
    )
    for comma in re.compile(r",\s").finditer(paper.low, start, end):
        # A day or a circumstance stands before the first body.
        if not _BODY.match(paper.clear, start):
            start = comma.end()
    while start < end and not paper.clear[start].isalnum():
        start += 1
    return start if _BODY.match(paper.clear, start) else None


def _list(paper: Paper, start: int, end: int) -> list[Part]:
    """Bodies joined by "với", "và" and commas; the list ends at what is none."""
    cuts = [start]
    ends = []
    for found in sorted(
        (
            *_SIDE.finditer(paper.low, start, end),
            *_COMMA.finditer(paper.low, start, end),
        ),
        key=lambda match: (match.start(), -match.end()),
    ):
        if found.start() < cuts[-1]:
            continue
        before = paper.low[cuts[-1] : found.start()]
        follows = _BODY.match(paper.clear, found.end())
        if "voi" not in found.group() and (not follows or _ONE_NAME.search(before)):
            if "," in found.group():
                end = found.start()
                break
            continue
        ends.append(found.start())
        cuts.append(found.end())
    ends.append(end)
    named = [
        Part(a, b, _fullest(paper, a, b))
        for a, b in zip(cuts, ends, strict=True)
        if a < b <= end and paper.clear[a:b].strip()
    ]
    return _completed(paper, named)


def _plain_list(paper: Paper, start: int, end: int) -> list[Part]:
    """Members parted by commas only, elliptical names as they are."""
    parts = []
    for piece in re.compile(r"[^,;]+").finditer(paper.clear, start, end):
        name = paper.said(*piece.span()).removeprefix("và ").strip()
        if name and len(name) < 120:
            parts.append(Part(piece.start(), piece.end(), name))
    return parts


def _completed(paper: Paper, parts: list[Part]) -> list[Part]:
    """ "HĐND, UBND tỉnh": the level is of both."""
    done: list[Part] = []
    for part in reversed(parts):
        name = part.name
        if done and _ELLIPSIS.search(paper.low[part.start : part.end]):
            after = paper.low[done[-1].start : done[-1].end].strip()
            level = _LEVEL_END.search(after)
            if level:
                words = level.group(1).count(" ") + 1
                shared = " ".join(done[-1].name.split()[-words:])
                name = name if name.endswith(shared) else f"{name} {shared}"
        done.append(Part(part.start, part.end, name))
    return done[::-1]


def _fullest(paper: Paper, start: int, end: int) -> str:
    """The name with the level or place that the text gives it elsewhere."""
    name = _LEADERS.sub("", paper.said(start, end).strip(" ,"))
    if not name or len(name) > 120:
        return name
    longer = re.compile(rf"(?<!\w){re.escape(name)}(?P<more>{_LONGER})(?!\w)")
    best = name
    for found in longer.finditer(paper.clear, 0, ZONE):
        before = paper.low[max(0, found.start() - 12) : found.start()]
        if not _OFFICE_BEFORE.search(before) and len(found.group()) > len(best):
            best = found.group()
    return " ".join(best.split())


def _told_once(parts: list[Part]) -> list[Part]:
    """Each body once; a name that is the beginning of another one is the same."""
    kept: list[Part] = []
    for part in parts:
        if part.name.casefold() not in {each.name.casefold() for each in kept}:
            kept.append(part)
    return kept
