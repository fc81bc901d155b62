"""The name of a body as the running text writes it, whatever the header prints."""

import re

from phoihop.reading.clear import Paper
from phoihop.reading.letters import LOWER, UPPER
from phoihop.reading.vocabulary import ABBREVIATIONS
from phoihop.vietnamese import same_tones

# A place of its own makes a unit's name whole: "Văn phòng UBND tỉnh".
_LONG_TO_SHORT = {long: short for short, long in reversed(ABBREVIATIONS)}
_LONGS = sorted(_LONG_TO_SHORT, key=len, reverse=True)
_SHORT_TO_LONG = dict(ABBREVIATIONS)
_SHORT = re.compile(
    r"\b(?:"
    + "|".join(
        re.escape(short)
        for short in sorted(_SHORT_TO_LONG, key=len, reverse=True)
        if short not in {"tu", "ca", "tw", "tp", "tx", "tp.", "btc", "vp"}
    )
    + r")\b"
)
LEVEL = "tinh|thanh pho|huyen|quan|thi xa|xa(?! hoi)|phuong|thi tran"
# A level, and the name of the place in capitals behind it.
HAS_LEVEL = re.compile(rf"\b(?:{LEVEL}|(?:tinh|thanh|huyen|quan|thi) uy|trung uong)\b")
_ITS_LEVEL = re.compile(rf"\s(?:(?:tinh|thanh|huyen|quan|thi) uy|{LEVEL})\b")
_ITS_PLACE = re.compile(rf"(?: [{UPPER}][{LOWER}]+){{1,3}}")


def natural_form(paper: Paper, printed: str, low: str) -> str | None:
    """The name as the running text writes it, abbreviations taken as equal."""
    fallback = None
    for found in name_pattern(low).finditer(paper.low):
        words = paper.said(*found.span())
        if words.isupper() or not words[:1].isupper():
            continue
        # A misread mark makes another word: the header's own marks are preferred.
        if same_tones(words).lower() == same_tones(printed).lower():
            return _with_level(paper, low, found.end()) or words
        if fallback is None and (
            printed.isascii() or " ".join(found.group().split()) != low
        ):
            fallback = _with_level(paper, low, found.end()) or words
    return fallback


def _with_level(paper: Paper, low: str, end: int) -> str | None:
    """A name that is printed without its level, with it: Văn phòng UBND xã X."""
    if HAS_LEVEL.search(low):
        return None
    begin = end
    for found in name_pattern(low).finditer(paper.low):
        level = _ITS_LEVEL.match(paper.low, found.end())
        said = paper.clear[found.start() : found.end()]
        if level and said[:1].isupper() and (" " not in said or not said.isupper()):
            place = _ITS_PLACE.match(paper.clear, level.end())
            begin, end = found.start(), place.end() if place else level.end()
            break
    return paper.said(begin, end) or None


def name_pattern(low: str) -> re.Pattern[str]:
    """A pattern for a folded name in which long and short forms are the same."""
    spelled = _SHORT.sub(lambda found: _SHORT_TO_LONG[found.group()], low)
    return re.compile(rf"(?<!\w){_either(spelled, whole=True)}(?!\w)")


def _either(text: str, *, whole: bool) -> str:
    """The inside of such a pattern; ``whole``: all of it may have a short form."""
    text = text.strip()
    for long in _LONGS:
        at = f" {text} ".find(f" {long} ")
        if at < 0 or (long == text and not whole):
            continue
        parts = (
            _either(text[:at], whole=True),
            rf"(?:{re.escape(_LONG_TO_SHORT[long])}|{_either(long, whole=False)})",
            _either(text[at + len(long) :], whole=True),
        )
        return r"\s{1,3}".join(part for part in parts if part)
    return r"\s{1,3}".join(re.escape(word) for word in text.split())
