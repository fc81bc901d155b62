"""The marks that list items and headings begin with: I., 1.1., Điều 2., a), -."""

import re
from dataclasses import dataclass
from enum import IntEnum


class Rank(IntEnum):
    """How high a mark stands; smaller is higher. Bullets begin at ``BULLET``."""

    PART = 0
    CHAPTER = 1
    SECTION = 2
    UPPER = 3
    ROMAN = 4
    ARTICLE = 5
    NUMBER = 6
    DOTTED = 7
    DEEPER = 8
    STEP = 9
    LETTER = 10
    PAREN = 11
    BULLET = 20


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before an item: its rank, its number, how many characters."""

    rank: Rank
    number: str
    length: int

    @property
    def is_bullet(self) -> bool:
        """Whether it is a sign that counts nothing."""
        return self.rank is Rank.BULLET


_BULLETS = "-\u2013\u2014\u2212+*→⇒•●○▪■□◦♦◆·➢➤✓✔►▶\uf02d\uf0b7\uf0a7"
_MARKS: tuple[tuple[Rank, re.Pattern[str]], ...] = tuple(
    (rank, re.compile(pattern))
    for rank, pattern in (
        (Rank.BULLET, rf"(?P<n>[{re.escape(_BULLETS)}])(?!\d)\s*"),
        (
            Rank.PART,
            r"(?P<n>(?:PHẦN|Phần)\s+(?:THỨ\s+\w+|thứ\s+\w+|[IVX]+|\d{1,2}|[A-H]))\b"
            r"\s?[.:\-–]?\s*",
        ),
        (
            Rank.PART,
            r"(?P<n>(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+)?(?:[IVX]+|\d{1,2}))?)"
            r"\s*(?:[.:]\s*|$)",
        ),
        (Rank.CHAPTER, r"(?P<n>(?:CHƯƠNG|Chương)\s+[IVX\d]{1,5})\b\s?[.:]?\s*"),
        (Rank.SECTION, r"(?P<n>(?:MỤC|Mục)\s+[IVX\d]{1,5})\s?(?:[.:]\s*|$)"),
        (Rank.ARTICLE, r"[“\"]?(?P<n>(?:ĐIỀU|Điều)\s+\d{1,3}[a-zđ]?)\s?[.:]\s*"),
        (
            Rank.STEP,
            r"(?P<n>(?:BƯỚC|Bước|Việc|Nhiệm vụ|Nội dung)\s+(?:\d{1,2}|[IVX]+))"
            r"\s?(?:[.:]\s*|$)",
        ),
        (Rank.ROMAN, r"(?P<n>[IVX]{1,6})\s?(?:[.)]\s*(?=[^\W\d_]|\W)|[/\-–]\s+)"),
        (Rank.UPPER, r"(?P<n>[A-HĐ])\s?[.)\-–]\s+"),
        (
            Rank.DEEPER,
            r"(?P<n>\d{1,2}\s?\.\s?\d{1,2}\s?\.\s?\d{1,2}(?:\s?\.\s?\d{1,2})?)"
            r"\s?[.)]?\s+(?=\D)",
        ),
        (Rank.DOTTED, r"(?P<n>\d{1,2}\s?\.\s?\d{1,2})\s?[.):\-–]?\s+(?=\D)"),
        (
            Rank.NUMBER,
            # "1- Tổ chức": the way of the Party's papers.
            r"(?P<n>\d{1,3})(?:\s?[.)/]\s*(?=[^\d\s])|\s?[-–]\s+(?=[^\W\d_]{2}))",
        ),
        (Rank.LETTER, r"[“\"]?(?P<n>[a-zđ])\s?\)\s*|(?P<m>[a-zđ])\.\s+"),
        (Rank.PAREN, r"(?P<n>\((?:\d{1,2}|[a-zđ]|[ivx]{1,4})\))\s*"),
    )
)
# By the first character of a line: most lines are answered by one look.
_COUNTED = (Rank.DEEPER, Rank.DOTTED, Rank.NUMBER)
_BY_FIRST: dict[str, tuple[tuple[Rank, re.Pattern[str]], ...]] = {
    first: tuple(mark for mark in _MARKS if mark[0] in ranks)
    for firsts, ranks in (
        (_BULLETS, (Rank.BULLET,)),
        ("0123456789", _COUNTED),
        ("(", (Rank.PAREN,)),
        ('“"', (Rank.ARTICLE, Rank.LETTER)),
        ("P", (Rank.PART,)),
        ("M", (Rank.SECTION,)),
        ("CB", (Rank.CHAPTER, Rank.STEP, Rank.UPPER)),
        ("N", (Rank.STEP,)),
        ("IX", (Rank.ROMAN,)),
        ("V", (Rank.STEP, Rank.ROMAN)),
        ("ADEFGHĐ", (Rank.ARTICLE, Rank.UPPER)),
        ("abcdefghijklmnopqrstuvwxyzđ", (Rank.LETTER,)),
    )
    for first in firsts
}


def mark_of(words: str) -> Mark | None:
    """The mark that these words begin with, if any."""
    head = words[:40]
    for rank, pattern in _BY_FIRST.get(head[:1], ()):
        found = pattern.match(head)
        if found and found.end():
            number = found.group("n") or found.group("m")
            if rank in _COUNTED:
                number = number.replace(" ", "")
            return Mark(rank, number, found.end())
    return None
