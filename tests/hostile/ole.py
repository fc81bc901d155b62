"""Old containers, and papers of old Word in them, made when asked for.

The container has sectors of 512 bytes, one table of them and no short streams: each
stream is filled up to 4,096 bytes, from which on it counts as long.
"""

import struct
from collections.abc import Mapping
from itertools import pairwise

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SECTOR, LONG = 512, 4096
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
STORAGE, STREAM, ROOT, NONE = 1, 2, 5, 0xFFFFFFFF
# Where the text begins in the stream of a paper, behind its head.
TEXT_AT = 2048
STORIES = ("body", "footnote", "header", "macro", "comment", "endnote", "box", "head")


def container(streams: Mapping[str, bytes]) -> bytes:
    """A container; a name such as ``Macros/VBA/dir`` lies in storages of its own."""
    entries: list[tuple[str, int, bytes, list[int]]] = [("Root Entry", ROOT, b"", [])]
    places = {"": 0}
    for path, data in streams.items():
        above = 0
        *folders, name = path.split("/")
        for depth in range(1, len(folders) + 1):
            folder = "/".join(folders[:depth])
            if folder not in places:
                places[folder] = len(entries)
                entries[above][3].append(len(entries))
                entries.append((folders[depth - 1], STORAGE, b"", []))
            above = places[folder]
        entries[above][3].append(len(entries))
        entries.append((name, STREAM, data.ljust(LONG, b"\0"), []))
    sectors: list[bytes] = []
    table: list[int] = []
    starts = [_put(sectors, table, data) if data else END for _, _, data, _ in entries]
    directory = _directory(entries, starts)
    at = _put(sectors, table, directory)
    # The table itself: how many sectors it takes counts in it too.
    wanted = 1
    while (len(table) + wanted) * 4 > wanted * SECTOR:
        wanted += 1
    first = len(table)
    table += [TABLE] * wanted
    held = struct.pack(f"<{len(table)}I", *table).ljust(wanted * SECTOR, b"\xff")
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        *(OLE, 0x3E, 3, 0xFFFE, 9, 6, 0, wanted, at, 0, LONG, END, 0, END, 0),
    )
    numbers = [*range(first, first + wanted), *[FREE] * (109 - wanted)]
    return head + struct.pack("<109I", *numbers) + b"".join(sectors) + held


def _put(sectors: list[bytes], table: list[int], data: bytes) -> int:
    start = len(sectors)
    data = data.ljust(-(-len(data) // SECTOR) * SECTOR, b"\0")
    for at in range(0, len(data), SECTOR):
        sectors.append(data[at : at + SECTOR])
        table.append(len(sectors))
    table[-1] = END
    return start


def _directory(
    entries: list[tuple[str, int, bytes, list[int]]], starts: list[int]
) -> bytes:
    """Each entry; those of one storage hang on one another to the right."""
    right = [NONE] * len(entries)
    child = [NONE] * len(entries)
    for number, (_, _, _, inside) in enumerate(entries):
        ordered = sorted(
            inside, key=lambda n: (len(entries[n][0]), entries[n][0].upper())
        )
        if ordered:
            child[number] = ordered[0]
        for one, other in pairwise(ordered):
            right[one] = other
    said = b""
    for number, (name, kind, data, _) in enumerate(entries):
        words = name.encode("utf-16-le") + b"\0\0"
        said += words.ljust(64, b"\0") + struct.pack(
            "<HBBIII36xIQ",
            *(len(words), kind, 1, NONE, right[number], child[number]),
            *(starts[number] if data else (END if kind == ROOT else 0), len(data)),
        )
    return said


def old_paper(
    *,
    flags: int = 0,
    version: int = 0x00C1,
    more: Mapping[str, bytes] | None = None,
    places: Mapping[str, str] | None = None,
    **stories: str,
) -> bytes:
    """A paper of Word 97: ``body``, ``header``, ``box``, ``comment`` … as given.

    A newline ends a paragraph; there is no layout beside the text.
    """
    said_where = {**stories, **(places or {})}
    texts = [said_where.get(name, "").replace("\n", "\r") for name in STORIES]
    lengths = [len(text.encode("utf-16-le")) // 2 for text in texts]
    said = "".join(texts).encode("utf-16-le")
    plc = struct.pack("<II", 0, sum(lengths)) + struct.pack("<HIH", 0, TEXT_AT, 0)
    clx = b"\x02" + struct.pack("<I", len(plc)) + plc
    head = bytearray(TEXT_AT)
    struct.pack_into("<HH", head, 0, 0xA5EC, version)
    struct.pack_into("<H", head, 0x0A, 0x0200 | flags)
    struct.pack_into("<8i", head, 0x4C, *lengths)
    struct.pack_into("<II", head, 0x1A2, 0, len(clx))
    paper = bytes(head) + said
    return container({"WordDocument": paper, "1Table": clx, **(more or {})})
