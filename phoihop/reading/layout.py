"""A paper's text as lines and blocks that know where they stand."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the white space around it: ``text == whole[start:end]``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The raw text and its lines; empty ones are left out."""

    text: str
    lines: tuple[Line, ...]


def lay_out(text: str) -> Layout:
    """The lines of a text, with offsets into it. The text stays raw: never changed."""
    lines = []
    start = 0
    for raw in text.splitlines(keepends=True):
        bare = raw.strip()
        if bare:
            first = start + len(raw) - len(raw.lstrip())
            lines.append(Line(first, first + len(bare), bare))
        start += len(raw)
    return Layout(text, tuple(lines))
