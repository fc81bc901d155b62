"""What the reader found in a paper: frozen values, each with the words it stands on.

Findings do nothing. Finders make them; the desk, the command and the scores read them.
Every span counts the characters of ``Reading.text``, the raw text that was read, so
that the words can be lit up exactly as they stand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar


class Field(StrEnum):
    """What a finding says something about."""

    # Parts of the heading: article 8 and appendix I of Decree 30/2020/ND-CP.
    NUMBER = "number"
    SYMBOL = "symbol"
    TYPE = "type"
    ISSUER = "issuer"
    PLACE = "place"
    ISSUED_ON = "issued_on"
    SUBJECT = "subject"
    SIGNER = "signer"
    # What the paper is about.
    PARTY = "party"
    PERIOD = "period"
    REFERENCE = "reference"
    CLAUSE = "clause"
    TASK = "task"
    MEETING = "meeting"


class DueKind(StrEnum):
    """The ways in which a paper says until when."""

    DATE = "date"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    EVENT = "event"
    RECURRING = "recurring"
    RELATIVE = "relative"
    NONE = "none"


class Bound(StrEnum):
    """On which side of the printed time the work must be done."""

    BY = "by"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Span:
    """``text[start:end]`` of the reading."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Due:
    """Until when, as printed.

    ``value`` by kind: ``2026-06-30``; ``2026-06``; ``2026-Q2``; ``2026-H1``; ``2026``;
    for a recurring one ``daily``, ``weekly``, ``monthly``, ``quarterly``,
    ``half-yearly``, ``yearly``, ``periodic`` or ``continuous``; None for an event, a
    relative one and none, whose words are in ``note``. A day that the calendar does
    not have is kept as printed in ``note`` with the kind ``none``.
    """

    kind: DueKind = DueKind.NONE
    value: str | None = None
    bound: Bound = Bound.BY
    note: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A body or office as the paper writes it, and where."""

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered item of the paper: ``number`` as printed, ``text`` its own words.

    ``level`` counts from 1 for the highest; ``path`` is the numbers from the highest
    down to this one.
    """

    number: str
    text: str
    level: int
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """A duty: what, who leads, who supports, until when.

    Of several equal doers ``lead`` holds the words as written; whom the words name
    one by one is in ``leads``, the first of whom the product takes as the lead.
    ``clause`` is the path of the numbered item that governs it. ``work`` is where the
    duty itself stands, if ``text`` is more than that: one cell of the row of a table.
    """

    text: str
    lead: Name | None
    leads: tuple[Name, ...]
    supporting: tuple[Name, ...]
    due: Due
    clause: tuple[str, ...] = ()
    work: Span | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """Another paper that this one cites. ``text`` runs from type to number and date."""

    text: str
    number: str | None
    type: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed, as printed, and the line of office beside the name."""

    name: str
    position: str | None


@dataclass(frozen=True, slots=True)
class Period:
    """The years (``2026``) or months (``2026-09``) that the paper covers."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that the paper reports as held."""

    kind: str | None
    date: str | None
    place: str | None
    chair: str | None


Value = str | Clause | Task | Reference | Signer | Period | Meeting
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: what, where, how surely (0 to 1), by which rule.

    ``because`` names the rule that fired, a word of the code; the desk says it in the
    reader's language. A doubtful finding is one under ``DOUBTFUL``.
    """

    field: Field
    value: Value
    span: Span | None
    confidence: float
    because: str


DOUBTFUL = 0.75


@dataclass(frozen=True, slots=True)
class Reading:
    """A paper's text and everything found in it, in the order of the text."""

    text: str
    findings: tuple[Finding, ...]

    def of(self, field: Field) -> Iterator[Finding]:
        """Every finding about one field."""
        return (found for found in self.findings if found.field is field)

    def one(self, field: Field) -> Finding | None:
        """The surest finding about a field, the first of equals; None without any."""
        return max(self.of(field), key=lambda found: found.confidence, default=None)
