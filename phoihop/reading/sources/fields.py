"""Fields of a .docx: what Word works out by itself, looked at for what would act."""

import re

from phoihop.reading.sources.package import refused_active

# Fields that start a program or take in another file.
ACTING = re.compile(r"\s*(?:DDE|DDEAUTO)\b", re.IGNORECASE)
FETCHING = re.compile(
    r'\s*(?:INCLUDETEXT|INCLUDE|IMPORT|LINK|RD|DATABASE)\s+["\\]?', re.IGNORECASE
)
QUOTED = re.compile(r"\s*QUOTE\s+(.*)", re.IGNORECASE | re.DOTALL)
CODES = re.compile(r"(?:\s*\d{1,5})+\s*")


class Fields:
    """Instructions as they are put together run by run, field within field."""

    def __init__(self) -> None:
        """No field is open."""
        # Each open field: its instruction, and whether its result has begun.
        self._open: list[tuple[list[str], list[bool]]] = []

    def instruct(self, text: str) -> None:
        """A piece of an instruction, however many pieces it was cut into."""
        if not self._open:
            # An instruction outside a field acts in no program; it is looked at as one.
            refuse_acting(text)
        elif not self._open[-1][1][0]:
            self._open[-1][0].append(text)

    def mark(self, kind: str) -> None:
        """The beginning of a field, of its result, or its end."""
        if kind == "begin":
            self._open.append(([], [False]))
        elif kind == "separate" and self._open:
            self._open[-1][1][0] = True
            refuse_acting("".join(self._open[-1][0]))
        elif kind == "end" and self._open:
            instruction = "".join(self._open.pop()[0])
            refuse_acting(instruction)
            # A field in an instruction puts its result there.
            if self._open and not self._open[-1][1][0]:
                self._open[-1][0].append(_result(instruction))

    def simple(self, instruction: str) -> None:
        """A field written as one element."""
        refuse_acting(instruction)

    def end(self) -> None:
        """Fields that nobody closed are looked at too."""
        while self._open:
            self.mark("end")


def refuse_acting(instruction: str) -> None:
    """Refuse a field that starts a program or takes in another file."""
    if ACTING.match(instruction):
        raise refused_active("dde")
    if FETCHING.match(instruction):
        raise refused_active("remote")


def _result(instruction: str) -> str:
    """What a field leaves in the one around it: letters hidden as numbers, too."""
    quoted = QUOTED.match(instruction)
    if not quoted:
        return ""
    said = quoted.group(1)
    if CODES.fullmatch(said):
        return "".join(chr(int(code) % 0x10000) for code in said.split())
    return said.strip().strip('"')
