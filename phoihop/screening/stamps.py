"""Stamps of secrecy: MẬT, TỐI MẬT, TUYỆT MẬT, in a line, cell or box of their own.

Law 117/2025 on state secrets, Decree 63/2026 on the forms of the stamps. A sentence
that speaks of secrets bears no stamp: "Luật Bảo vệ bí mật nhà nước", "GIẢI MẬT".
"""

import re
from collections.abc import Iterator

from phoihop.screening import plain
from phoihop.screening.findings import Finding, apart
from phoihop.screening.plain import Plain

# A cell or box of a table ends like a line.
_LINE = re.compile(r"[^\n\r\t|\x0b\x0c]+")
_LEVEL = r"(?:tuyệt mật|tối mật|mật)"
_BARE_LEVEL = r"(?:tuyet mat|toi mat|mat)"
_END = r"(?![\wà-ỹ])"
_EXACT = {"mật", "tốimật", "tuyệtmật"}
# What a scanner leaves of the words when it loses marks; in capitals only.
_LOST_ONE = {"MẬT", "MÂT", "MẠT", "MAT", "MẬI"}
_LOST_TWO = {"toimat", "tuyetmat", "tolmat", "t0imat", "tuyẹtmat", "tuvetmat"}

_DEGREE = re.compile(
    rf"(?<!\w)(?:mức )?độ mật ?[:\-=] ?[\"“(]?{_LEVEL}{_END}"
    rf"|(?<!\w)(?:muc )?do mat ?[:=] ?{_BARE_LEVEL}(?!\w)"
    rf"|(?<!\w)dấu (?:chỉ )?(?:độ )?mật ?[:=] ?{_LEVEL}{_END}"
)
# The levels told one after another: a form's choices, a law's list.
_LISTED = re.compile(rf"[\"”)]? ?(?:[,/;]|hoặc|và|hay) ?{_LEVEL}{_END}")
_KEPT_FOR = re.compile(
    rf"[(\[ ]*{_LEVEL} ?[(\[:,;\-]? ?(?:thời hạn|thoi han|bảo vệ|bản số|ban so|"
    r"số bản|hạn bảo vệ|giải mật|đến ngày)"
)
_PAPER = re.compile(
    rf"(?:tài liệu|văn bản|hồ sơ|bản|công văn|báo cáo|điện|công điện) {_LEVEL}"
)
_PAPER_BARE = re.compile(rf"(?:tai lieu|van ban|ho so|cong van) {_BARE_LEVEL}")
_NUMBERED = re.compile(
    rf"\d{{1,6}}(?:/\d{{4}})?[\-/][a-zđư]{{1,10}}(?:[\-/][a-zđư0-9]{{1,12}}){{0,3}}"
    rf" ?[(\[] ?(?:{_LEVEL}|{_BARE_LEVEL}) ?[)\]]"
)
_ENVELOPE = re.compile(r"chỉ người có tên mới được (?:bóc bì|mở)")
_BULLET = re.compile(r"^\s*[\-+•*·]\s*\w")


def find(text: str) -> list[Finding]:
    """Every stamp of secrecy in ``text``, line by line."""
    read = plain.read(text)
    # Every form has one of these words, however it is spaced.
    if not re.search(r"m\W{0,9}[a4]\W{0,9}[ti]|boc bi|duoc mo", read.folded):
        return []
    found = [one for line in _LINE.finditer(read.text) for one in _in_line(read, line)]
    return apart(found)


def _in_line(read: Plain, line: re.Match[str]) -> Iterator[Finding]:
    start, end = line.span()
    because = _whole(line[0])
    if because:
        lead = len(line[0]) - len(line[0].lstrip())
        tail = len(line[0].rstrip())
        yield Finding("stamp", *read.span(start + lead, start + tail), because)
        return
    small = read.small[start:end]
    for pattern, sign in (
        (_DEGREE, "a degree of secrecy"),
        (_NUMBERED, "a number marked as secret"),
        (_ENVELOPE, "the stamp of an envelope"),
    ):
        for found in pattern.finditer(small):
            if pattern is _DEGREE and _LISTED.match(small, found.end()):
                continue
            yield Finding(
                "stamp", *read.span(start + found.start(), start + found.end()), sign
            )


def _whole(line: str) -> str:
    """Why the line as a whole is a stamp; empty if it is none."""
    if len(line) > 400:
        return ""
    words = re.sub(r"\s+", " ", line).strip(" \"'“”«»*_~=#.:;!-")
    if not words or ("(" not in words and any(map(str.isdigit, words))):
        return ""
    inner = words.strip("()[]{}<> ")
    letters = "".join(char for char in inner if char.isalpha())
    if _is_level(letters, is_bullet=bool(_BULLET.match(line))):
        return "a line of its own"
    small, bare = inner.lower(), plain.fold(inner)
    if _KEPT_FOR.match(small):
        return "a stamp with its time"
    in_brackets = words[0] in "([" and words[-1] in ")]"
    shouted = inner.split()[-1].isupper()
    if in_brackets or shouted:
        if _PAPER.fullmatch(small) or (inner.isascii() and _PAPER_BARE.fullmatch(bare)):
            return "a paper that says it is secret"
    return ""


def _is_level(letters: str, *, is_bullet: bool) -> bool:
    """Whether these letters, spaces taken out, are one of the three."""
    small = letters.lower()
    if letters.isupper():
        return letters in _LOST_ONE or small in _EXACT or plain.fold(small) in _LOST_TWO
    # "mật" in small letters is honey in a list of goods, and so is "- Mật".
    if is_bullet or letters == "mật":
        return False
    return small in _EXACT
