"""An official paper as plain values: what stands on it, not how it is written.

A room of the house says what its paper holds; ``docx`` and ``pdf`` write the same
paper to bytes, in the layout of the body that issues it. Decree 30/2020/ND-CP,
appendix I, names the elements of a state paper; the technique of Party papers is
Guidance 36-HD/VPTW under Regulation 399-QD/TW ; docs/decree-30.md.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Form(StrEnum):
    """Whose layout the paper follows."""

    STATE = "state"
    PARTY = "party"


class Level(StrEnum):
    """The place of a heading in the body of a paper."""

    PART = "part"
    SECTION = "section"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body that issues the paper, and the body above it as printed over it."""

    name: str
    superior: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """A block of signature: authority ("TM.", "KT."), office, name.

    ``authority`` holds the lines over the name, as printed; ``name`` stays empty on a
    draft, whose signer is not settled.
    """

    authority: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. ``marker`` ("1.", "a)", "-") stands before it on its first line."""

    text: str
    marker: str = ""
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading of the body; ``marker`` as printed ("I.", "1.", "I-")."""

    text: str
    level: Level
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: heads, rows of as many cells, and the width of each column in parts.

    ``numeric`` names the columns (from 0) that are set to the right.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    caption: str = ""
    numeric: frozenset[int] = frozenset()


Block = Paragraph | Heading | Table


@dataclass(frozen=True, slots=True)
class Annex:
    """A paper's appendix, on pages of its own with their own page numbers."""

    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper.

    ``number`` and ``day`` stay None while the paper is not numbered or dated: the
    layout leaves their room, and prints ``year`` where that much is known. ``kind`` is
    the name of the type ("BÁO CÁO"), empty for an official letter; ``subject`` the
    abstract under it. Names of bodies are in running case ("Sở Y tế tỉnh ..."): the
    layout makes capitals where it prints them. A ``symbol`` that begins with "-" or "/"
    is set to the number by that sign. ``bases`` are the lines of "Căn cứ";
    ``recipients`` the lines of "Nơi nhận" without the last one, ``filed`` that last one
    ("VT").
    """

    form: Form
    issuers: tuple[Issuer, ...]
    symbol: str
    place: str
    kind: str
    subject: str
    blocks: tuple[Block, ...]
    signatures: tuple[Signature, ...]
    number: str | None = None
    day: date | None = None
    bases: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    filed: str = "VT"
    annexes: tuple[Annex, ...] = field(default=())
    year: int | None = None
