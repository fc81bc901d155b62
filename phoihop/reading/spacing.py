"""Blanks that a scanner or a converter put into words, or lost between them.

"Th ực hi ện" is read as "Thực hiện", "BANHÀNH" as "BAN HÀNH". Syllables tell: a part of
one cannot stand alone, and two cannot stand as one. Nothing is mended that can be read
as it is, or in two ways.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from phoihop.reading.edits import Edit
from phoihop.reading.expressions import EXPRESSIONS
from phoihop.reading.syllables import (
    FINALS,
    INITIALS,
    begins_with_vowel,
    is_fragment,
    is_syllable,
)

_WORD = re.compile(r"[^\W\d_]+")
_WORD_BEHIND = re.compile(r" ?\n? ?([^\W\d_]+)(?![\w/])")
_WORD_BEFORE = re.compile(r"(?<![\w/.&-])([^\W\d_]{1,8}) ?\n? ?\Z")
_BACK = 12
_MARKED = re.compile(
    r"(?:điểm|khoản|mục|nhóm|lớp|loại|hạng|tổ|khu|khối|bảng|số|cột|mẫu|[\d,;(])\s\Z",
    re.IGNORECASE,
)
# Single letters stand in any paper: list marks, classes, units. So many other breaks
# show that they were broken off as well.
SURELY_BROKEN = 3
LONGEST_GLUED = 48
# Letters of such words, each once; more are of no paper.
MOST_GLUED = 20_000
# What one more word costs: few long words are likelier than many short ones.
CUT = 0.6
_UNIT_LETTERS = frozenset("mghltkvxđ")
_GLUED_DIGIT = re.compile(
    r"(?<![^\W\d_])([Nn]gày|[Tt]háng|[Nn]ăm|NGÀY|THÁNG|NĂM|[Qq]uý|QUÝ|[Đđ]iều"
    r"|ĐIỀU|[Ss]ố|SỐ)(?=\d)|[A-ZĐ]{2}(?=NGÀY\s\d)|(?:[Qq]uý|QUÝ)(?=[IV]{1,3}(?!\w))"
    r"|\d(?=(?:tháng|năm|THÁNG|NĂM)(?![^\W\d_]))"
)


def spaced(text: str) -> list[Edit]:
    """The edits that put such blanks right; none for most papers."""
    words = set(_WORD.findall(text))
    fragments = [word for word in words if is_fragment(word)]
    edits = _joined(text, fragments) if fragments else []
    glued = [word for word in words if _may_be_glued(word)]
    if glued:
        edits += _parted(text, glued, words)
    edits += [(found.end(), found.end(), " ") for found in _GLUED_DIGIT.finditer(text)]
    return _apart(edits)


def _apart(edits: list[Edit]) -> list[Edit]:
    """In order; what touches an edit before it is left out."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit[0] >= kept[-1][1]:
            kept.append(edit)
    return kept


# --- broken ---------------------------------------------------------------------------


def _joined(text: str, fragments: list[str]) -> list[Edit]:
    """The blanks inside of words, taken out."""
    several = "|".join(map(re.escape, sorted(fragments, key=len, reverse=True)))
    pattern = re.compile(rf"(?:{several})(?![\w)/.])")
    edits: list[tuple[Edit, int]] = []
    breaks = done = 0
    for found in pattern.finditer(text):
        start = found.start()
        if start < done or (start and _holds(text[start - 1])):
            continue
        if _is_unit(text, found):
            continue
        join = _join(text, found)
        if join is None:
            continue
        blanks, done = join
        needed = 0
        if len(found.group()) == 1 and found.group().lower() in INITIALS:
            # Nobody ends a line with one letter, but for a mark that is cited.
            over = any("\n" in text[start:end] for start, end, _ in blanks)
            marked = found.group().isupper() or _MARKED.search(
                text, max(0, start - _BACK), start
            )
            needed = int(bool(marked)) if over else SURELY_BROKEN
        else:
            breaks += 1
        edits += [(blank, needed) for blank in blanks]
    return [edit for edit, needed in edits if breaks >= needed]


def _holds(char: str) -> bool:
    """Whether a sign before some letters makes them part of a symbol or a word."""
    return char.isalnum() or char in "_/.&-"


def _is_unit(text: str, found: re.Match[str]) -> bool:
    """Whether a single letter stands behind a figure: 5 m, 8 h."""
    before = text[max(0, found.start() - 2) : found.start()].strip()
    return found.group() in _UNIT_LETTERS and before[-1:].isdigit()


def _join(text: str, found: re.Match[str]) -> tuple[list[Edit], int] | None:
    """(the blanks to take out, where the word ends), or None."""
    letters = found.group()
    before = _before(text, found.start())
    behind = list(_behind(text, found.end()))
    low = letters.lower()
    if low in INITIALS:
        for count in (3, 2, 1):
            parts = behind[:count]
            if len(parts) < count or not begins_with_vowel(parts[0].group(1)):
                continue
            # Only parts of words go along behind the first.
            if not all(_is_part(part.group(1)) for part in parts[1:]):
                continue
            whole = letters + "".join(part.group(1) for part in parts)
            if is_syllable(whole) and _of_one_case(
                letters, *(part.group(1) for part in parts)
            ):
                return _without_blanks(found, parts), parts[-1].end()
    left = before.group(1) if before else ""
    if before and not _of_one_case(left, letters):
        before = None
    if before and (low in FINALS or begins_with_vowel(letters)):
        tail = behind[:1] if behind and behind[0].group(1).lower() in FINALS else []
        for parts in (tail, []):
            more = "".join(part.group(1) for part in parts)
            whole = left + letters + more
            if is_syllable(whole) and _of_one_case(left, letters + more):
                edits = [(before.end(1), found.start(), "")]
                edits += _without_blanks(found, parts)
                return edits, parts[-1].end() if parts else found.end()
    return None


def _is_part(letters: str) -> bool:
    return letters.lower() in FINALS or (
        is_fragment(letters) and letters.lower() not in INITIALS
    )


def _before(text: str, start: int) -> re.Match[str] | None:
    return _WORD_BEFORE.search(text, max(0, start - _BACK), start)


def _behind(text: str, end: int) -> Iterator[re.Match[str]]:
    for _ in range(3):
        found = _WORD_BEHIND.match(text, end)
        if found is None or found.start(1) == end:
            return
        yield found
        end = found.end()


def _without_blanks(found: re.Match[str], parts: list[re.Match[str]]) -> list[Edit]:
    edits: list[Edit] = []
    end = found.end()
    for part in parts:
        edits.append((end, part.start(1), ""))
        end = part.end(1)
    return edits


def _of_one_case(first: str, *others: str) -> bool:
    """Whether these parts can be one word: only its first letter is a capital."""
    rest = first[1:] + "".join(others)
    return rest.islower() or (first + rest).isupper()


# --- glued ----------------------------------------------------------------------------


def _may_be_glued(word: str) -> bool:
    return (
        5 <= len(word) <= LONGEST_GLUED and not word.isascii() and not is_syllable(word)
    )


def _parted(text: str, glued: list[str], words: set[str]) -> list[Edit]:
    """A blank between words that were glued, where they part in one way only."""
    known = frozenset(word.lower() for word in words)
    cuts = {}
    letters = 0
    for word in sorted(glued):
        letters += len(word)
        if letters > MOST_GLUED:
            break
        if places := _cuts(word, known):
            cuts[word] = places
    if not cuts:
        return []
    return [
        (found.start() + at, found.start() + at, " ")
        for found in _WORD.finditer(text)
        if found.group() in cuts
        for at in cuts[found.group()]
    ]


def _cuts(word: str, known: frozenset[str]) -> tuple[int, ...]:
    """Where blanks go into a word; none where that is not sure."""
    if not (word.isupper() or word[1:].islower()):
        return _cuts_by_case(word)
    best: dict[int, list[tuple[float, tuple[int, ...]]]] = {0: [(0.0, ())]}
    low = word.lower()
    for end in range(1, len(low) + 1):
        ways = []
        for start in range(max(0, end - 7), end):
            syllable = low[start:end]
            if start not in best or not is_syllable(syllable):
                continue
            for worth, cuts in best[start]:
                gain = _worth(low, cuts, start, syllable, known)
                ways.append((worth + gain, (*cuts, start) if start else cuts))
        if ways:
            # The second best is kept to see whether the best is alone.
            best[end] = sorted(ways, reverse=True)[:4]
    ways = best.get(len(low), [])
    if not ways or (len(ways) > 1 and ways[0][0] - ways[1][0] < 0.5):
        return ()
    worth, cuts = ways[0]
    # In one way only: one word known is enough.
    least = 1 if len(ways) == 1 else len(cuts) + 1
    if len(ways) == 1 and _all_long(word, cuts):
        return cuts
    return cuts if cuts and worth >= least - CUT * len(cuts) else ()


def _all_long(word: str, cuts: tuple[int, ...]) -> bool:
    """Whether every part has three letters or more: no chance makes such words."""
    ends = (0, *cuts, len(word))
    return bool(cuts) and all(b - a > 2 for a, b in pairwise(ends))


def _worth(
    low: str, cuts: tuple[int, ...], start: int, syllable: str, known: frozenset[str]
) -> float:
    """How likely a syllable is here: used in this paper, in a known expression."""
    worth = 1.0 if syllable in known else 0.0
    if start:
        before = low[cuts[-1] if cuts else 0 : start]
        worth += (2.0 if (before, syllable) in _pairs() else 0.0) - CUT
    return worth


def _cuts_by_case(word: str) -> tuple[int, ...]:
    """Where a word with a capital begins behind another, if all are syllables."""
    cuts = [
        place
        for place in range(1, len(word))
        if word[place].isupper()
        and (word[place - 1].islower() or word[place + 1 : place + 2].islower())
    ]
    ends = [*cuts, len(word)]
    parts = [word[a:b] for a, b in zip([0, *cuts], ends, strict=True)]
    return tuple(cuts) if cuts and all(map(is_syllable, parts)) else ()


@lru_cache(maxsize=1)
def _pairs() -> frozenset[tuple[str, str]]:
    """Words that stand beside each other in what papers often say."""
    found: set[tuple[str, str]] = set()
    for expression in EXPRESSIONS:
        words = expression.split()
        found.update(pairwise(words))
    return frozenset(found)
