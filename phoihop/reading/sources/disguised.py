"""What a text itself hides, whatever its file: signs without width, foreign letters.

Read by a machine, “Phối” with a sign of no width in it, or with a Cyrillic “Р” before
it, is another word; on paper it is the same.
"""

import re
from collections.abc import Iterator

from phoihop.reading.extracted import Part, Remark

# Signs that take no room: spaces and joiners of no width, marks of direction, tags.
NO_WIDTH = re.compile(
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\U000e0000-\U000e007f]+"
)
# At the edge of a word these say where a line may be broken, and which way it runs.
# In a word they part it; the others have no business in a Vietnamese text at all.
HARMLESS_AROUND = re.compile("[\u200b-\u200f\u2060\ufeff]+")
SOFT_HYPHENS = re.compile("\u00ad+")
# A word is broken into pieces of this many letters at least.
SHORTEST_PIECE = 2
# Letters of other alphabets that look like Latin ones.
LOOK_ALIKE = (
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u04bb\u04cf"
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406"
    "\u0408\u0405\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1"
    "\u03a4\u03a5\u03a7\u03bf\u03bd\u03b9\u03ba\u03c5\u0585\u0578\u057d"
)
FOREIGN = re.compile(f"[{LOOK_ALIKE}]")
# Words with a letter of these alphabets, and what shows that they are spoken there.
# Sought from the beginning of a word only: else a long one costs its square.
WORDS = re.compile(
    r"(?<![^\W\d_])[^\W\d_]*[\u0370-\u03ff\u0400-\u052f\u0531-\u058f][^\W\d_]*"
)
LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
THEIRS = re.compile(f"[^{LOOK_ALIKE}\\W\\d_A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
SHORTEST_WORD = 2


def with_disguises(part: Part) -> Part:
    """The part with what its own letters hide among its remarks."""
    found = [*_without_width(part.text), *_looking_alike(part.text)]
    if not found:
        return part
    remarks = sorted((*part.remarks, *found), key=lambda one: (one.start, one.end))
    return Part(part.where, part.text, part.cells, tuple(remarks))


def _without_width(text: str) -> Iterator[Remark]:
    if text.isascii():
        return
    for found in NO_WIDTH.finditer(text):
        start, end = found.span()
        in_word = _is_letter(text, start - 1) and _is_letter(text, end)
        if in_word or not HARMLESS_AROUND.fullmatch(found.group()):
            yield Remark(*_word_around(text, start, end), "zero_width")
    for found in SOFT_HYPHENS.finditer(text):
        start, end = found.span()
        if not _breaks_a_word(text, start, end):
            yield Remark(*_word_around(text, start, end), "zero_width")


def _breaks_a_word(text: str, start: int, end: int) -> bool:
    """Whether a soft hyphen says where a word may be broken, and no more.

    At the edges of words it does nothing: converters leave it at the ends of lines.
    """
    if not (_is_letter(text, start - 1) and _is_letter(text, end)):
        return True
    before = text[max(0, start - SHORTEST_PIECE) : start]
    behind = text[end : end + SHORTEST_PIECE]
    return end - start == 1 and before.isalpha() and behind.isalpha()


def _is_letter(text: str, at: int) -> bool:
    if not 0 <= at < len(text):
        return False
    return text[at].isalnum() or "\u0300" <= text[at] <= "\u036f"


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole word, so that a person sees letters where the sign is not seen."""
    first, last = max(0, start - 30), min(len(text), end + 30)
    while start > first and not text[start - 1].isspace():
        start -= 1
    while end < last and not text[end].isspace():
        end += 1
    return start, end


def _looking_alike(text: str) -> Iterator[Remark]:
    if not FOREIGN.search(text):
        return
    words = list(WORDS.finditer(text))
    # A text with words of that language may have names and short words of it.
    speaks_it = any(
        THEIRS.search(word.group()) and not LATIN.search(word.group())
        for word in words
        if word.end() - word.start() >= SHORTEST_WORD
    )
    for word in words:
        letters = word.group()
        is_foreign = FOREIGN.search(letters) is not None
        if len(letters) < SHORTEST_WORD or not is_foreign or THEIRS.search(letters):
            continue
        if LATIN.search(letters) or not speaks_it:
            yield Remark(*word.span(), "look_alike")
