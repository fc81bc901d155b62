"""One number for all rows of a table: what changes it, and what does not."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from phoihop.chores.backup import databases
from phoihop.chores.backup.databases import SQLITE, kind_of, tables
from phoihop.chores.backup.row_hashes import EMPTY, Sum, sum_of
from tests.backup.places import Place

MADE = (
    "CREATE TABLE t (id integer PRIMARY KEY, flag bool, said text, at datetime, "
    'held text CHECK (JSON_VALID("held") OR "held" IS NULL), price decimal)'
)
ROWS = [
    (1, 1, "Đồng", "2026-06-15 00:00:00", '{"a": 1, "b": [1.50, null]}', "1.50"),
    (2, 0, "", "2026-06-15 00:00:00.000001", None, None),
    (3, None, None, None, '"1"', "0"),
]
Opened = sqlite3.Connection


@pytest.fixture
def opened() -> Iterator[Opened]:
    """A database with one table."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as held:
        held.execute(MADE)
        held.executemany("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)", ROWS)
        yield held


def summed(opened: Opened) -> Sum:
    """The number of its rows."""
    return sum_of(opened, SQLITE, "t", tables(opened, SQLITE)["t"])


@pytest.mark.pure
def test_neither_order_nor_form_changes_it(opened: Opened) -> None:
    """The same values, written as another database would."""
    before = summed(opened)
    assert before.rows == len(ROWS)
    opened.execute("DELETE FROM t")
    opened.executemany("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)", reversed(ROWS))
    assert summed(opened) == before
    opened.execute("UPDATE t SET at = at || '.000000' WHERE id = 1")
    opened.execute("""UPDATE t SET held = '{"b":[1.5,null],"a":1e0}' WHERE id = 1""")
    opened.execute("UPDATE t SET price = '0.00' WHERE id = 3")
    assert summed(opened) == before


@pytest.mark.pure
@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM t WHERE id = 2",
        "INSERT INTO t VALUES (4, 1, 'Đồng', NULL, NULL, NULL)",
        "UPDATE t SET flag = 0 WHERE id = 1",
        "UPDATE t SET flag = 0 WHERE id = 3",
        "UPDATE t SET said = '' WHERE id = 3",
        "UPDATE t SET said = 'Đồng ' WHERE id = 1",
        "UPDATE t SET at = '2026-06-15 00:00:00.000002' WHERE id = 2",
        """UPDATE t SET held = '1' WHERE id = 3""",
        "UPDATE t SET id = 10 WHERE id = 3",
        "UPDATE t SET flag = 1 - flag, said = iif(id = 1, '', 'Đồng') WHERE id < 3",
    ],
)
def test_every_change_of_a_value_changes_it(change: str, opened: Opened) -> None:
    """A row more or less, NULL and empty, two rows that swap their values."""
    before = summed(opened)
    opened.execute(change)
    assert summed(opened).hash != before.hash


@pytest.mark.pure
def test_nothing_adds_up_to_nothing(opened: Opened) -> None:
    """So that a table left out reads like an empty one."""
    opened.execute("DELETE FROM t")
    assert summed(opened) == EMPTY


@pytest.mark.pure
def test_types_are_known_by_either_name() -> None:
    """SQLite's and PostgreSQL's words for the same kind."""
    for one, other in (
        ("bool", "boolean"),
        ("integer unsigned", "bigint"),
        ("varchar(60)", "character varying(60)"),
        ("datetime", "timestamp with time zone"),
        ("char(32)", "uuid"),
        ("char(39)", "inet"),
        ("BLOB", "bytea"),
    ):
        assert kind_of(one) == kind_of(other) != ""
    assert kind_of("tsvector") == ""


def test_every_column_of_the_house_is_of_a_known_kind(house: Place) -> None:
    """One that is not would be in no number, and would be lost in a move."""
    with house.database.at_one_moment() as opened:
        found = databases.tables(opened, house.database.engine)
        for table, columns in found.items():
            described = opened.execute(f"SELECT * FROM {table}").description
            assert {column[0] for column in described} == set(columns), table
