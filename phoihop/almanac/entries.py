"""Dated facts out of a .toml text, each wrong one answered by where and why.

Pure. The tables and what may stand in them are the fields of a dataclass; a field
without a default must be given.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import MISSING, Field, fields
from datetime import date, datetime
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin

Entry = TypeVar("Entry")

WORDS = {
    str: "một dòng chữ / a text",
    int: "một số nguyên / a whole number",
    bool: "true hoặc false / true or false",
    date: "một ngày như 2026-09-01 / a day such as 2026-09-01",
    tuple: "bảy số nguyên, từ thứ Hai / seven whole numbers, from Monday",
}


class BadDays(ValueError):
    """A file of days holds what nobody can count by."""


def tables(text: str, *known: str) -> dict[str, list[dict[str, Any]]]:
    """The entries of each table of a .toml text. Raises ``BadDays``."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadDays(f"Tệp không đúng dạng TOML / not TOML: {error}") from None
    for name, entries in found.items():
        if name not in known:
            told = ", ".join(f"[[{each}]]" for each in known)
            raise BadDays(
                f"“{name}”: không có bảng này; các bảng là {told}. / "
                f"no such table; the tables are {told}."
            )
        rows = isinstance(entries, list) and all(isinstance(e, dict) for e in entries)
        if not rows:
            raise BadDays(f"“{name}”: viết thành / write it as [[{name}]].")
    return {name: found.get(name, []) for name in known}


def read(
    table: str, rows: Sequence[dict[str, Any]], kind: type[Entry]
) -> tuple[Entry, ...]:
    """Each row of a table as a ``kind``. Raises ``BadDays``, naming the row."""
    return tuple(
        _read(f"[[{table}]] thứ / number {number}", row, kind)
        for number, row in enumerate(rows, 1)
    )


def _read(where: str, row: dict[str, Any], kind: type[Entry]) -> Entry:
    # Called with dataclasses only.
    allowed = {field.name: field for field in fields(kind)}  # type: ignore[arg-type]
    for name in row:
        if name not in allowed:
            raise BadDays(f"{where}: “{name}”: không có mục này / no such key.")
    for name, field in allowed.items():
        if name in row:
            continue
        if field.default is MISSING:
            raise BadDays(f"{where}: thiếu “{name}” / “{name}” is missing.")
    values = {name: _value(where, allowed[name], row[name]) for name in row}
    try:
        return kind(**values)
    except ValueError as error:
        raise BadDays(f"{where}: {error}") from None


def _value(where: str, field: "Field[Any]", value: Any) -> Any:
    """The value, if it is what its field holds."""
    wanted = field.type
    if isinstance(wanted, UnionType):
        wanted = next(each for each in get_args(wanted) if each is not type(None))
    if get_origin(wanted) is tuple:
        is_week = isinstance(value, list) and len(value) == 7
        if is_week and all(type(each) is int for each in value):
            return tuple(value)
        wanted = tuple
    # True is an int, and an instant a date, to isinstance.
    elif type(value) is wanted and not isinstance(value, datetime):
        return value
    told = WORDS[wanted]  # type: ignore[index]  # one of the kinds above
    raise BadDays(f"{where}: “{field.name}” phải là / must be {told}.")
