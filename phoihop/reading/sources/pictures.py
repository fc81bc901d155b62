"""Pictures in papers: never decoded here, only asked for the size they declare."""

import struct

from phoihop.reading import caps
from phoihop.refusals import Refused


def refuse_flood(head: bytes) -> None:
    """Refuse a picture that says it has more dots than anybody can show."""
    width, height = _declared_size(head)
    if width * height > caps.PIXELS:
        raise too_many_pixels()


def too_many_pixels() -> Refused:
    """The refusal of a picture that would fill the memory of whoever opens it."""
    return Refused("file.image_too_large", field="file", most=caps.PIXELS // 1_000_000)


def _declared_size(head: bytes) -> tuple[int, int]:
    """(width, height) as the first bytes of a picture declare them; never decoded."""
    if head.startswith(b"\x89PNG\r\n\x1a\n") and len(head) >= 24:
        return struct.unpack(">II", head[16:24])
    if head.startswith(b"GIF8") and len(head) >= 10:
        return struct.unpack("<HH", head[6:10])
    if head.startswith(b"BM") and len(head) >= 26:
        width, height = struct.unpack("<ii", head[18:26])
        return abs(width), abs(height)
    if head.startswith(b"\xff\xd8"):
        return _size_of_jpeg(head)
    if head.startswith((b"II*\0", b"MM\0*")):
        return _size_of_tiff(head)
    return 0, 0


def _size_of_jpeg(head: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(head) and head[at] == 0xFF:
        marker = head[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", head[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(head[at + 2 : at + 4], "big")
    return 0, 0


def _size_of_tiff(head: bytes) -> tuple[int, int]:
    order = "<" if head.startswith(b"II") else ">"
    at = int(struct.unpack_from(order + "I", head, 4)[0]) if len(head) >= 8 else 0
    if not 8 <= at <= len(head) - 2:
        return 0, 0
    found = {}
    for number in range(struct.unpack_from(order + "H", head, at)[0]):
        field = at + 2 + number * 12
        if field + 12 > len(head):
            break
        tag, kind = struct.unpack_from(order + "HH", head, field)
        if tag in (256, 257):
            size = "H" if kind == 3 else "I"
            found[tag] = int(struct.unpack_from(order + size, head, field + 8)[0])
    return found.get(256, 0), found.get(257, 0)
