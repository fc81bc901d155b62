"""Archives written by hand, so that each field of them can be made to lie."""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field

LOCAL = struct.Struct("<4s5H3L2H")
ENTRY = struct.Struct("<4s6H3L5H2L")
END = struct.Struct("<4s4H2LH")
DATE = 0x5C8F


@dataclass
class Member:
    """One member, honest unless told otherwise."""

    name: str | bytes
    data: bytes = b""
    stored: bool = False
    packed: bytes | None = None
    size: int | None = None
    packed_size: int | None = None
    crc: int | None = None
    local_size: int | None = None
    local_name: str | bytes | None = None
    at: int | None = None
    attributes: int = 0
    flags: int = 0
    method: int | None = None
    extra: bytes = b""
    body: bytes = field(init=False, default=b"")

    def __post_init__(self) -> None:
        """Pack it, unless it came packed."""
        if self.packed is not None:
            self.body = self.packed
        elif self.stored:
            self.body = self.data
        else:
            packer = zlib.compressobj(9, zlib.DEFLATED, -15)
            self.body = packer.compress(self.data) + packer.flush()
        if self.method is None:
            self.method = 0 if self.stored else 8
        if self.size is None:
            self.size = len(self.data)
        if self.packed_size is None:
            self.packed_size = len(self.body)
        if self.crc is None:
            self.crc = zlib.crc32(self.data)


def raw(name: str | bytes) -> bytes:
    """A name as bytes."""
    return name if isinstance(name, bytes) else name.encode()


def zipped(
    members: Iterable[Member],
    *,
    count: int | None = None,
    comment: bytes = b"",
    before_end: bytes = b"",
    directory_size: int | None = None,
) -> bytes:
    """An archive of these members, in this order."""
    out, directory = bytearray(), bytearray()
    written = 0
    for member in members:
        written += 1
        name = raw(member.name)
        local = name if member.local_name is None else raw(member.local_name)
        offset = len(out) if member.at is None else member.at
        size = member.size if member.local_size is None else member.local_size
        if member.at is None:
            out += LOCAL.pack(
                b"PK\x03\x04", 20, member.flags, member.method, 0, DATE, member.crc,
                member.packed_size, size, len(local), len(member.extra),
            )  # fmt: skip
            out += local + member.extra + member.body
        directory += ENTRY.pack(
            b"PK\x01\x02", 3 << 8 | 20, 20, member.flags, member.method, 0, DATE,
            member.crc, member.packed_size, member.size, len(name), 0, 0, 0, 0,
            member.attributes, offset,
        )  # fmt: skip
        directory += name
    total = written if count is None else count
    size = len(directory) if directory_size is None else directory_size
    end = END.pack(b"PK\x05\x06", 0, 0, total, total, size, len(out), len(comment))
    return bytes(out + directory + before_end + end + comment)
