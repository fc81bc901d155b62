"""The sentences of a passage."""

import re
from collections.abc import Iterator

# The end of a sentence: its sign, closing quotes, a blank, and a beginning behind it;
# or, where the blank was lost, a stop between a word and a capital.
_END = re.compile(
    r"[.!?…](?:[.!?…]{0,30}[”\"’)]*\s+(?=[“\"(‘]?[^\W\d_])"
    r"|(?<=[^\W\d_]{3}\.)(?=[^\W\d_]{3}))"
)
_SHORT = re.compile(
    r"(?:\b[^\W\d_]|\b(?:tp|th\.s|ths|ts|pgs|gs|bs|tt|mr|tx|kt|tm|tl))\.\s$"
)


def sentences(text: str, low: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of the sentences of ``text[start:end]``."""
    first = start
    for found in _END.finditer(text, start, end):
        behind = text[found.end() : found.end() + 2].lstrip('“"(‘')
        if not behind[:1].isupper() or low.startswith("và ", found.end()):
            # "Và ..." only goes on with what was said.
            continue
        if not found.group()[-1].isspace() and not text[found.start() - 1].islower():
            continue
        if _SHORT.search(low, max(first, found.start() - 6), found.end()):
            continue
        yield first, first + len(text[first : found.end()].rstrip())
        first = found.end()
    if first < end:
        yield first, end
