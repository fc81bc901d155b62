"""Which signs a face can show: the table "cmap" of its file. Pure but for the reading.

A .pdf for archives may hold no sign that its faces cannot show, so they are asked
before. Only the two forms of the table that faces of our time carry are read (OpenType,
"cmap", forms 4 and 12).
"""

from functools import cache
from pathlib import Path
from struct import Struct

_U16, _U32 = Struct(">H"), Struct(">I")
_GROUP = Struct(">III")
# Platform and encoding of tables by Unicode; of several the last is the fullest.
_UNICODE = ((0, 3), (3, 1), (0, 4), (3, 10))


@cache
def signs(folder: Path) -> frozenset[str]:
    """The signs that every face (.ttf) of the folder can show.

    FileNotFoundError: there is none. ValueError: a file that is no face.
    """
    files = sorted(folder.glob("*.ttf"))
    if not files:
        raise FileNotFoundError(f"No faces in {folder}")
    common = frozenset.intersection(*map(_signs, files))
    return frozenset(map(chr, common))


def _signs(file: Path) -> frozenset[int]:
    data = file.read_bytes()
    at = _cmap(data)
    tables = {
        (_u16(data, at + 4 + 8 * place), _u16(data, at + 6 + 8 * place)): at
        + _u32(data, at + 8 + 8 * place)
        for place in range(_u16(data, at + 2))
    }
    best = [tables[kind] for kind in _UNICODE if kind in tables]
    if not best:
        raise ValueError(f"{file.name} says nothing of its signs.")
    if _u16(data, best[-1]) == 12:
        return frozenset(_by_groups(data, best[-1]))
    return frozenset(_by_segments(data, best[-1]))


def _cmap(data: bytes) -> int:
    for place in range(_u16(data, 4)):
        entry = 12 + 16 * place
        if data[entry : entry + 4] == b"cmap":
            return _u32(data, entry + 8)
    raise ValueError("No face: it has no table of signs.")


def _by_groups(data: bytes, at: int) -> set[int]:
    """Form 12: groups of signs, first and last."""
    found: set[int] = set()
    for place in range(_u32(data, at + 12)):
        first, last, _ = _GROUP.unpack_from(data, at + 16 + 12 * place)
        found.update(range(first, last + 1))
    return found


def _by_segments(data: bytes, at: int) -> set[int]:
    """Form 4: segments of signs; where a list of pictures is given, 0 means none."""
    size = _u16(data, at + 6)
    # Four lists as long as each other; two bytes of nothing after the first.
    ends = at + 14
    starts = ends + size + 2
    offsets = starts + 2 * size
    found: set[int] = set()
    for place in range(0, size, 2):
        first, last = _u16(data, starts + place), _u16(data, ends + place)
        offset = _u16(data, offsets + place)
        listed = offsets + place + offset
        found.update(
            sign
            for sign in range(first, last + 1)
            if not offset or _u16(data, listed + 2 * (sign - first))
        )
    # The last segment is there by rule and holds no sign.
    return found - {0xFFFF}


def _u16(data: bytes, at: int) -> int:
    number: int = _U16.unpack_from(data, at)[0]
    return number


def _u32(data: bytes, at: int) -> int:
    number: int = _U32.unpack_from(data, at)[0]
    return number
