"""One number for all rows of a table, the same on SQLite and on PostgreSQL.

Each row is written as a JSON array of its columns, in the order of their names, each
value in the one form that both databases can give; SHA-256 of it is taken as a number,
and the numbers of all rows are added modulo 2^256. The order of the rows does not
matter. It finds what was lost, doubled or changed on the way; who wants to deceive
rewrites the manifest as well, and is held off by other means (docs/backup.md).
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from typing import Any

from phoihop.chores.backup.databases import SQLITE, Columns, quoted

PORTION = 2000
BITS = 256
# The one form of a value: SQL around the column, per database.
FORMS: dict[str, tuple[str, str]] = {
    "bool": ("{}", "{}::int"),
    "int": ("{}", "{}"),
    # On SQLite a number of microseconds.
    "span": ("{}", "(extract(epoch FROM {}) * 1000000)::bigint"),
    "text": ("{}", "{}"),
    "day": ("{}", "to_char({}, 'YYYY-MM-DD')"),
    # SQLite has no microseconds where they are nought.
    "instant": (
        "substr({} || '.000000', 1, 26)",
        "to_char({}, 'YYYY-MM-DD HH24:MI:SS.US')",
    ),
    "time": ("substr({} || '.000000', 1, 15)", "to_char({}, 'HH24:MI:SS.US')"),
    "uuid": ("{}", "replace({}::text, '-', '')"),
    "address": ("{}", "host({})"),
    "json": ("{}", "{}::text"),
    "real": ("{}", "{}"),
    "decimal": ("CAST({} AS TEXT)", "{}::text"),
    "bytes": ("lower(hex({}))", "encode({}, 'hex')"),
}
_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True)
class Sum:
    """How many rows there are, and their number in hexadecimal."""

    rows: int
    hash: str


EMPTY = Sum(0, f"{0:064x}")


def sum_of(opened: Any, engine: str, table: str, columns: Columns) -> Sum:
    """Count and add up the rows of one table."""
    kinds = [columns[name] for name in sorted(columns)]
    mended = {place: MEND[kind] for place, kind in enumerate(kinds) if kind in MEND}
    total = count = 0
    for row in forms(opened, engine, table, columns):
        one = _mend(row, mended) if mended else row
        total += int.from_bytes(sha256(_write(one).encode()).digest(), "big")
        count += 1
    return Sum(count, f"{total % (1 << BITS):064x}")


def forms(
    opened: Any, engine: str, table: str, columns: Columns
) -> Iterator[tuple[Any, ...]]:
    """The rows of one table, columns by name, each value as SQL can form it."""
    select = ", ".join(
        FORMS[columns[name]][engine != SQLITE].format(quoted(name))
        for name in sorted(columns)
    )
    query = f"SELECT {select} FROM {quoted(table)}"  # noqa: S608  # names only
    return _streamed(opened, engine, query)


def _streamed(opened: Any, engine: str, query: str) -> Iterator[tuple[Any, ...]]:
    """A large table is never held whole."""
    if engine == SQLITE:
        yield from opened.execute(query)
        return
    with closing(opened.cursor(name="rows")) as cursor:
        cursor.itersize = PORTION
        cursor.execute(query)
        yield from cursor


def _mend(
    row: tuple[Any, ...], mended: Mapping[int, Callable[[Any], object]]
) -> tuple[Any, ...]:
    values = list(row)
    for place, mend in mended.items():
        if values[place] is not None:
            values[place] = mend(values[place])
    return tuple(values)


def _json(text: str) -> object:
    """The same for the same value: keys in order, and 1e2 as 100."""
    try:
        held = json.loads(text, parse_float=_number, parse_int=_number)
    except ValueError:
        return text  # damaged: told as it stands
    return json.dumps(
        held,
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )


def _number(text: str) -> str:
    """Marked, so that a number and its digits as a text are two things."""
    return f"\0{_decimal(text)}"


def _decimal(text: str) -> str:
    plain = format(Decimal(text).normalize(), "f")
    return "0" if plain == "-0" else plain


# Forms that SQL cannot give.
MEND: dict[str, Callable[[Any], object]] = {"json": _json, "decimal": _decimal}
