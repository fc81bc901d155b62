"""Names in a list that share a head or a level: "các sở: Tài chính, Tư pháp".

"Công an, Quân sự tỉnh" are two bodies of the province. The words as written stay;
only what they are held against the known bodies by is made whole. Pure.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from phoihop.reading.name_words import IN_LISTS
from phoihop.reading.naming import Standing, said_of
from phoihop.vietnamese import fold

IsKnown = Callable[[str], bool]
# Heads that a list says once, as they are written before the first name.
_HEADS = (
    *("sở", "bộ", "ban", "hội", "phòng", "chi cục", "cục", "ubnd", "ủy ban nhân dân"),
    *("đảng ủy", "công an", "hđnd", "ủy ban mttq", "liên đoàn", "trung tâm"),
)
_HEAD = re.compile(rf"(?:{'|'.join(_HEADS)})(?=[\s:])", re.IGNORECASE)
_OPENING = re.compile(
    rf"^\s*(?:(?:và|với)\s)?(?:các\s)?(?P<head>{'|'.join(_HEADS)})"
    r"(?:,\s?\w+){0,3}\s?:\s?",
    re.IGNORECASE,
)
_MANY = re.compile(r"^\s*(?:các|những|toàn thể|tất cả|mọi)\s", re.IGNORECASE)
_PIECE = re.compile(r"[^,;]+?(?=\s{1,4}và\s|[,;]|$)")
_AND = re.compile(r"^\s*(?:và\s)?")
MOST_PIECES = 40
# Commas inside of one name: "Văn hóa, Thể thao và Du lịch" has two joints.
MOST_JOINED = 4


def is_many(words: str) -> bool:
    """Whether words name no body but many: "các xã, phường"."""
    return bool(_MANY.match(words))


def completed(words: str, among: Sequence[str]) -> str | None:
    """A name of a list with the head and the level that others of it say.

    None where it lacks neither, or nobody says what it lacks.
    """
    names = [" ".join(each.split()) for each in among]
    words = " ".join(words.split())
    if words not in names or len(names) == 1:
        return None
    at = names.index(words)
    whole = _with_head(words, names[:at])
    tail = _level_behind(names[at:])
    if tail and said_of(whole).standing is Standing.UNSAID:
        whole = f"{whole} {tail}"
    return None if whole == words else whole


def members(words: str, is_known: IsKnown) -> tuple[str, ...]:
    """The names that one string lists, each made whole; none if it lists nothing.

    Of the pieces between commas the longest run that is known is one name.
    """
    opening = _OPENING.match(words)
    rest = words[opening.end() :] if opening else _MANY.sub("", words)
    spans = [(found.start(), found.end()) for found in _PIECE.finditer(rest)]
    if not 1 < len(spans) <= MOST_PIECES:
        return ()
    tail = _level_behind([rest[start:end] for start, end in spans])
    head = opening["head"] if opening else ""
    names = list(_names(rest, spans, head, tail, is_known))
    return tuple(dict.fromkeys(names)) if len(names) > 1 else ()


def _names(
    rest: str, spans: list[tuple[int, int]], head: str, tail: str, is_known: IsKnown
) -> Iterator[str]:
    at = 0
    while at < len(spans):
        for end in range(min(len(spans), at + MOST_JOINED), at, -1):
            piece = _AND.sub("", rest[spans[at][0] : spans[end - 1][1]]).strip()
            whole = _whole(piece, head, tail)
            if end == at + 1 or is_known(whole):
                break
        head = _head_of(whole) or head
        yield whole
        at = end


def _whole(piece: str, head: str, tail: str) -> str:
    known = _in_list(piece)
    if known is None and head and not _HEAD.match(f"{piece} "):
        piece = f"{head} {piece}"
    if tail and said_of(piece).standing is Standing.UNSAID:
        piece = f"{piece} {tail}"
    return piece


def _with_head(words: str, before: Sequence[str]) -> str:
    """With the head of the nearest name before it that has one."""
    if _HEAD.match(f"{words} ") or _in_list(words) is not None:
        return words
    heads = (_head_of(name) for name in reversed(before))
    head = next((head for head in heads if head), "")
    return f"{head} {words}" if head else words


def _in_list(piece: str) -> str | None:
    """Whether it is the short name that only lists use: "Quân sự tỉnh"."""
    return IN_LISTS.get(said_of(piece).stem)


def _head_of(name: str) -> str:
    found = _HEAD.match(f"{_MANY.sub('', name)} ")
    return found.group() if found else ""


def _level_behind(names: Sequence[str]) -> str:
    """The bare level with which the list ends: "tỉnh" of "Công an, Quân sự tỉnh"."""
    for name in names[1:]:
        said = said_of(name)
        if said.standing is Standing.WRITTEN:
            last = name.split()[-1:] or [""]
            bare = not said.has_place and fold(last[0]) in ("tinh", "xa", "phuong")
            return last[0] if bare else ""
    return ""
