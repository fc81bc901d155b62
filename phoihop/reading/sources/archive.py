"""A .docx or .xlsx as an archive: read by exact name, in memory, never unpacked.

The directory is read by hand and held to what honest programs write. Nothing that it
claims about sizes is trusted: unpacking stops at the limit of the part.
"""

import struct
import zlib
from dataclasses import dataclass

from phoihop.reading import caps
from phoihop.refusals import Refused

END = struct.Struct("<4s4H2LH")
ENTRY = struct.Struct("<4s6H3L5H2L")
LOCAL = struct.Struct("<4s5H3L2H")
STORED, DEFLATED = 0, 8
FULL_16, FULL_32 = 0xFFFF, 0xFFFFFFFF
LOCKED = 0x0001
SIZES_FOLLOW = 0x0008
SYMLINK, FILE_TYPES = 0o120000, 0o170000
UNIX = 3


def corrupt() -> Refused:
    """The refusal of a file that is broken."""
    return Refused("file.corrupt", field="file")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the directory says of one member, and where its bytes lie."""

    name: str
    method: int
    crc: int
    packed: int
    size: int
    start: int


class Archive:
    """The members of an archive, checked as a whole before one of them is read."""

    def __init__(self, data: bytes) -> None:
        """Read the directory and refuse an archive that no honest program writes."""
        self._data = data
        self._read = 0
        records = self._directory()
        self.entries: dict[str, Entry] = {}
        seen = set()
        end_before = 0
        for entry, offset in sorted(records, key=lambda record: record[1]):
            folded = entry.name.lower().rstrip("/")
            if folded in seen:
                raise Refused("file.archive_twice", field="file")
            seen.add(folded)
            if offset < end_before:
                raise Refused("file.archive_overlap", field="file")
            placed = self._placed(entry, offset)
            end_before = placed.start + placed.packed
            self.entries[entry.name] = placed
        if end_before > self._directory_start:
            raise Refused("file.archive_overlap", field="file")
        self._check_claims()

    def _directory(self) -> list[tuple[Entry, int]]:
        """Each record of the directory at the end, with its member's offset."""
        data = self._data
        at = data.rfind(b"PK\x05\x06", max(0, len(data) - END.size - FULL_16))
        if at < 0 or at + END.size > len(data):
            raise corrupt()
        _, disk, first, here, count, size, start, comment = END.unpack_from(data, at)
        if FULL_16 in (here, count) or FULL_32 in (size, start):
            raise Refused("file.archive_zip_large", field="file")
        if data[max(0, at - 20) : at].startswith(b"PK\x06\x07"):
            raise Refused("file.archive_zip_large", field="file")
        if count > caps.ENTRIES:
            raise Refused("file.archive_entries", field="file")
        whole = disk == first == 0 and here == count
        if not whole or start + size != at or at + END.size + comment != len(data):
            raise corrupt()
        self._directory_start = start
        records = []
        for _ in range(count):
            record, offset, start = self._record(start, at)
            records.append((record, offset))
        if start != at:
            raise Refused("file.archive_lies", field="file")
        return records

    def _record(self, at: int, end: int) -> tuple[Entry, int, int]:
        """(member, its offset, where the next record begins)."""
        if at + ENTRY.size > end:
            raise corrupt()
        fields = ENTRY.unpack_from(self._data, at)
        magic, made_by, _, flags, method = fields[:5]
        crc, packed, size, name_size, extra, comment = fields[7:13]
        attributes, offset = fields[15:17]
        after = at + ENTRY.size + name_size + extra + comment
        if magic != b"PK\x01\x02" or after > end:
            raise corrupt()
        if FULL_32 in (packed, size, offset):
            raise Refused("file.archive_zip_large", field="file")
        if flags & LOCKED:
            raise Refused("file.encrypted", field="file")
        if method not in (STORED, DEFLATED):
            raise corrupt()
        if made_by >> 8 == UNIX and (attributes >> 16) & FILE_TYPES == SYMLINK:
            raise Refused("file.archive_link", field="file")
        raw = self._data[at + ENTRY.size : at + ENTRY.size + name_size]
        return Entry(_sound_name(raw), method, crc, packed, size, 0), offset, after

    def _placed(self, entry: Entry, offset: int) -> Entry:
        """The member with the place of its bytes; its two headers agree."""
        data = self._data
        if offset + LOCAL.size > self._directory_start:
            raise corrupt()
        fields = LOCAL.unpack_from(data, offset)
        magic, _, flags, method = fields[:4]
        crc, packed, size, name_size, extra = fields[6:11]
        if magic != b"PK\x03\x04":
            raise corrupt()
        name = data[offset + LOCAL.size : offset + LOCAL.size + name_size]
        if _sound_name(name) != entry.name or method != entry.method:
            raise Refused("file.archive_lies", field="file")
        if flags & LOCKED:
            raise Refused("file.encrypted", field="file")
        said = (crc, packed, size)
        if not flags & SIZES_FOLLOW and said != (entry.crc, entry.packed, entry.size):
            raise Refused("file.archive_lies", field="file")
        start = offset + LOCAL.size + name_size + extra
        if start + entry.packed > self._directory_start:
            raise Refused("file.archive_overlap", field="file")
        if entry.method == STORED and entry.packed != entry.size:
            raise Refused("file.archive_lies", field="file")
        return Entry(
            entry.name, method, entry.crc, entry.packed, entry.size, start=start
        )

    def _check_claims(self) -> None:
        """What the directory itself admits is within the limits."""
        total = xml = 0
        for entry in self.entries.values():
            total += entry.size
            if is_xml(entry.name):
                xml += entry.size
                if entry.size > caps.PART_BYTES:
                    raise _part_too_large()
            if _is_bomb(entry.size, entry.packed):
                raise _ratio()
        if xml > caps.XML_BYTES:
            raise _xml_too_large()
        if total > caps.UNPACKED_BYTES or _is_bomb(total, len(self._data)):
            raise _ratio()

    def read(self, name: str) -> bytes:
        """The whole of one XML part, unpacked under the limits."""
        entry = self.entries[name]
        unpacked = self._unpack(entry, min(entry.size, caps.PART_BYTES) + 1)
        if len(unpacked) > caps.PART_BYTES:
            raise _part_too_large()
        if len(unpacked) != entry.size:
            raise Refused("file.archive_lies", field="file")
        if zlib.crc32(unpacked) != entry.crc:
            raise corrupt()
        self._read += len(unpacked)
        if self._read > caps.XML_BYTES:
            raise _xml_too_large()
        return unpacked

    def head(self, name: str) -> bytes:
        """The first bytes of a member, as much as says what a picture is."""
        return self._unpack(self.entries[name], caps.IMAGE_HEAD_BYTES)

    def _unpack(self, entry: Entry, most: int) -> bytes:
        """At most ``most`` bytes, and a stream that ends where it says it does."""
        packed = self._data[entry.start : entry.start + entry.packed]
        if entry.method == STORED:
            return packed[:most]
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            unpacked = unpacker.decompress(packed, most)
        except zlib.error as error:
            raise corrupt() from error
        if len(unpacked) < most and not unpacker.eof:
            raise corrupt()
        return unpacked


def is_xml(name: str) -> bool:
    """Whether a member is XML by its name."""
    return name.lower().endswith((".xml", ".rels", ".vml", ".svg"))


def _sound_name(raw: bytes) -> str:
    """The name of a member, refused if it means to leave a folder."""
    try:
        name = raw.decode("utf-8")
    except UnicodeDecodeError:
        name = raw.decode("cp437")
    leaves = name.startswith(("/", "~")) or ".." in name.split("/")
    if not name or leaves or any(sign in name for sign in "\\:\0") or _is_device(name):
        raise Refused("file.archive_name", field="file")
    return name


DEVICES = {"con", "prn", "aux", "nul", "com1", "lpt1"}


def _is_device(name: str) -> bool:
    """Whether some system would open a device under this name."""
    return any(part.split(".")[0].lower() in DEVICES for part in name.split("/"))


def _is_bomb(size: int, packed: int) -> bool:
    return size > caps.RATIO_FROM_BYTES and size > caps.RATIO * max(packed, 1)


def _ratio() -> Refused:
    return Refused("file.archive_ratio", field="file", most=caps.RATIO)


def _part_too_large() -> Refused:
    return Refused("file.part_too_large", field="file", most=caps.PART_BYTES // caps.MB)


def _xml_too_large() -> Refused:
    return Refused(
        "file.archive_too_large", field="file", most=caps.XML_BYTES // caps.MB
    )
