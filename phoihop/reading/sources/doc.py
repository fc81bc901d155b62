"""A .doc of Word 97 to 2007, read by its own tables: [MS-DOC].

All its texts lie in one stream, in pieces: the body, notes, headers, comments and text
boxes one behind another. A stamp stands in a header or a box as often as in the body,
so that all of them are read; docs/decisions/0025 says why no program is asked to.
"""

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import olefile

from phoihop.reading import caps
from phoihop.reading.extracted import Extracted, Part
from phoihop.reading.sources.doc_marks import Marks, marks_of
from phoihop.reading.sources.doc_story import Letter, Story
from phoihop.reading.sources.fields import refuse_acting
from phoihop.refusals import Refused

WORD = 0xA5EC
# Word 97; what is older keeps its text in the letters of one country.
FIRST_READ = 0x00C1
ENCRYPTED, SECOND_TABLE, OBFUSCATED = 0x0100, 0x0200, 0x8000
LENGTHS, CLX = 0x4C, 0x1A2
LARGEST_HEAD = 0x1AA
# The texts as they follow one another, by where their letters are counted.
STORIES = (
    *(("body", 0), ("footnote", 1), ("header", 2), ("macro", 3)),
    *(("comment", 4), ("endnote", 5), ("textbox", 6), ("header textbox", 7)),
)
DRAWN = (b"\x01\0", b"\x08\0")
EIGHT_BITS = 0x40000000
PIECES = 200_000
STREAMS = (olefile.STGTY_STREAM, olefile.STGTY_ROOT)
# Storages and streams by which a file acts or carries another one along.
MACROS = {"macros", "_vba_project_cur", "vba", "_vba_project"}
POOL = "objectpool"
CARRIED = {"\x01ole10native", "package"}
# Properties of the file that are words: title, subject, author, keywords, comments.
SPOKEN = ("title", "subject", "author", "keywords", "comments", "category", "company")


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters ``first`` to ``last`` of all texts, at ``at`` in the stream."""

    first: int
    last: int
    at: int
    wide: bool


def read(data: bytes) -> Extracted:
    """All text of a .doc, or the refusal of what it is."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            _refuse_sizes(ole, len(data))
            _refuse_carried(ole)
            paper = _stream(ole, "WordDocument")
            flags = _head(paper)
            table = _stream(ole, "1Table" if flags & SECOND_TABLE else "0Table")
            more = _stream(ole, "Data") if ole.exists("Data") else b""
            marks = marks_of(paper, table, more)
            parts = [*_stories(paper, table, marks), *_properties(ole)]
    except (OSError, ValueError, IndexError, struct.error, RecursionError) as error:
        raise _corrupt() from error
    has_text = any(part.text.strip() for part in parts if part.where == "body")
    return Extracted(
        kind="doc",
        parts=tuple(part for part in parts if part.text.strip()),
        # What is drawn in it leaves a sign in the stream, or lies in the other one.
        needs_person=not has_text and (bool(more) or any(s in paper for s in DRAWN)),
    )


def _corrupt() -> Refused:
    return Refused("file.corrupt", field="file")


def _stream(ole: olefile.OleFileIO, name: str) -> bytes:
    if not ole.exists(name):
        raise _corrupt()
    held: bytes = ole.openstream(name).read()
    return held


def _refuse_sizes(ole: olefile.OleFileIO, size: int) -> None:
    """Refuse a stream that calls itself longer than the file.

    The library follows the sectors as often as the size says, and they may go round in
    a ring: nine thousand bytes took gigabytes.
    """
    for entry in ole.direntries:
        held = entry is not None and entry.entry_type in STREAMS
        if held and entry.size > size:
            raise _corrupt()


def _refuse_carried(ole: olefile.OleFileIO) -> None:
    """Refuse macros and files within the file, wherever in the container they lie."""
    names = [[word.lower() for word in path] for path in ole.listdir(storages=True)]
    if len(names) > caps.ENTRIES:
        raise Refused("file.archive_entries", field="file")
    for path in names:
        if MACROS.intersection(path):
            raise Refused("file.macros", field="file")
        # An empty pool is left behind by some programs.
        if CARRIED.intersection(path) or (path[0] == POOL and len(path) > 1):
            raise Refused("file.embedded", field="file")


def _head(paper: bytes) -> int:
    """The flags of the head; what is locked or too old is refused by name."""
    word, version = struct.unpack_from("<HH", paper)
    if word != WORD or version < FIRST_READ:
        raise Refused("file.old_word", field="file")
    flags: int = struct.unpack_from("<H", paper, 0x0A)[0]
    if flags & (ENCRYPTED | OBFUSCATED):
        raise Refused("file.encrypted", field="file")
    if len(paper) < LARGEST_HEAD:
        raise _corrupt()
    return flags


def _stories(paper: bytes, table: bytes, marks: Marks) -> Iterator[Part]:
    pieces = list(_pieces(paper, table))
    letters = _letters(paper, pieces, marks)
    lengths = struct.unpack_from("<8i", paper, LENGTHS)
    for name, place in STORIES:
        said = Story().read(islice(letters, max(lengths[place], 0)))
        for instruction in said.instructions:
            refuse_acting(instruction)
        yield Part(name, said.text, tuple(said.cells), tuple(said.remarks))


def _pieces(paper: bytes, table: bytes) -> Iterator[Piece]:
    """The table of pieces: which letters lie where, in one byte or in two."""
    at, length = struct.unpack_from("<II", paper, CLX)
    clx = table[at : at + length]
    here = 0
    # Changes of layout may stand before it.
    while clx[here] == 1:
        here += 3 + int(struct.unpack_from("<H", clx, here + 1)[0])
    if clx[here] != 2:
        raise _corrupt()
    (size,) = struct.unpack_from("<I", clx, here + 1)
    plc = clx[here + 5 : here + 5 + size]
    count = (len(plc) - 4) // 12
    if not 0 < count <= PIECES:
        raise _corrupt()
    ends = struct.unpack_from(f"<{count + 1}I", plc)
    for number in range(count):
        where = struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * number + 2)[0]
        wide = not where & EIGHT_BITS
        start = where & ~EIGHT_BITS if wide else (where & ~EIGHT_BITS) // 2
        yield Piece(ends[number], ends[number + 1], start, wide)


def _letters(paper: bytes, pieces: list[Piece], marks: Marks) -> Iterator[Letter]:
    """Every letter of all texts with what is marked on it, in order."""
    told = 0
    for piece in pieces:
        length = piece.last - piece.first
        told += length
        if length < 0 or told > caps.CHARACTERS:
            raise Refused("file.text_too_long", field="file")
        width = 2 if piece.wide else 1
        held = paper[piece.at : piece.at + length * width]
        for number, char in enumerate(_decoded_piece(held, wide=piece.wide)):
            at = piece.at + number * width
            yield Letter(char, marks.of(at), at in marks.in_table, at in marks.rows)


def _decoded_piece(held: bytes, *, wide: bool) -> Iterator[str]:
    """One text for each unit that the file counts: of a pair the second has both."""
    if not wide:
        yield from held.decode("cp1252", "replace")
        return
    high = 0
    for (unit,) in struct.iter_unpack("<H", held[: len(held) & ~1]):
        if 0xD800 <= unit < 0xDC00:
            high = unit
            yield ""
        elif 0xDC00 <= unit < 0xE000:
            yield chr(0x10000 + ((high - 0xD800) << 10) + unit - 0xDC00) if high else ""
            high = 0
        else:
            high = 0
            yield chr(unit)


def _properties(ole: olefile.OleFileIO) -> Iterator[Part]:
    """What is written about the file."""
    about = ole.get_metadata()
    for name in SPOKEN:
        value = getattr(about, name, None)
        if isinstance(value, bytes):
            # Which letters these are is said by a number that few programs get right.
            value = _decoded(value, about.codepage)
        if isinstance(value, str) and value.strip("\0 "):
            yield Part(f"property:{name}", value.strip("\0"))


def _decoded(value: bytes, codepage: int | None) -> str:
    for encoding in ("utf-8", f"cp{codepage or 1258}", "cp1252"):
        try:
            return value.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return value.decode("latin-1")
