"""Several bodies named in one cell or phrase. Pure."""

import re
from collections.abc import Callable, Iterable, Iterator

from phoihop.vietnamese import fold

IsKnown = Callable[[str], bool]
_PARTS = re.compile(r"[;\n]")
_BULLET = re.compile(r"^\s*(?:[-–+•*]|\d{1,2}[.)])\s*")
_AND = re.compile(r"(?<!\s)\s+và\s+")


def bodies_in(words: str, is_known: IsKnown) -> list[str]:
    """The bodies that words name one by one, in their order, each once.

    Split at semicolons and line ends, and at commas and "và" where the names of bodies
    do not themselves hold them ("Sở Văn hóa, Thể thao và Du lịch"): the longest piece
    that is a known name is taken first. What is written behind a name and a colon is no
    part of it.
    """
    found: list[str] = []
    for each in _PARTS.split(words):
        part = _BULLET.sub("", each).strip(" .,")
        # "Sở Y tế: cung cấp số liệu": what the body does stands behind its name.
        name = part.split(":", maxsplit=1)[0].strip()
        if part:
            found += [name] if is_known(name) else _pieces(part, is_known)
    return list(dict.fromkeys(found))


def is_group(words: str) -> bool:
    """Whether words name no body but many: "các sở, ban, ngành"."""
    return fold(words).startswith(("cac ", "toan the ", "moi ", "tat ca "))


def _pieces(part: str, is_known: IsKnown) -> Iterator[str]:
    """The known names in a list with commas, the longest first; the rest as it is."""
    pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
    at = 0
    while at < len(pieces):
        end = _end_of_name(pieces, at, is_known)
        if end is None:
            # "Các sở, ban, ngành": the rest of the list belongs to the group.
            end = len(pieces) if is_group(pieces[at]) else at + 1
            yield from _joined(", ".join(pieces[at:end]), is_known)
        else:
            yield ", ".join(pieces[at:end])
        at = end


def _end_of_name(pieces: list[str], at: int, is_known: IsKnown) -> int | None:
    """Behind which piece the longest known name ends that begins with this one."""
    ends = range(len(pieces), at, -1)
    return next((end for end in ends if is_known(", ".join(pieces[at:end]))), None)


def _joined(words: str, is_known: IsKnown) -> Iterable[str]:
    """Two names joined by "và" if one of them at least is known; else the words."""
    words = words.removeprefix("và ")
    for found in _AND.finditer(words):
        first, second = words[: found.start()], words[found.end() :]
        if is_known(first) or is_known(second):
            return [first, *_joined(second, is_known)]
    return [words]
