"""Moving to the other make of database: every row equal, or nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection, connections

from phoihop.chores.backup import databases, moving
from phoihop.chores.backup.databases import POSTGRESQL, SQLITE, Database
from phoihop.chores.backup.troubles import Trouble
from phoihop.environment import database_at
from phoihop.organisations.models import Organisation
from tests.backup import places
from tests.backup.places import Place

# What the tables of the house may hold at their ends.
HUGE = 2**63 - 1


@pytest.fixture
def sqlite(house: Place, tmp_path: Path) -> Database:
    """The house on SQLite: as it stands, or moved there."""
    connections.close_all()
    if house.database.engine == SQLITE:
        return house.database
    target = Database(SQLITE, str(tmp_path / "moved.sqlite3"))
    moving.move(house.database, target)
    assert places.sums_of(target) == house.sums()
    return target


@pytest.fixture
def postgresql(house: Place) -> Iterator[Database]:
    """An empty database; only the run on PostgreSQL has a server."""
    if house.database.engine == SQLITE:
        pytest.skip("the run on PostgreSQL shows it")
    with places.blank_postgresql() as database:
        yield database


def _change(database: Database, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(database.name)) as opened, opened:
        opened.execute(statement, values)


def test_a_move_there_and_back_keeps_every_row(
    sqlite: Database, postgresql: Database, tmp_path: Path
) -> None:
    """NULL and empty, microseconds and none, the largest number, NFD, JSON."""
    _change(sqlite, "UPDATE jobs_timer SET last_run = '2026-06-15 00:00:00'")
    _change(sqlite, "INSERT INTO jobs_timer VALUES ('x', '2026-06-15 23:59:59.999999')")
    _change(sqlite, "INSERT INTO jobs_timer VALUES ('y', '2026-06-15 00:00:00')")
    _change(sqlite, "UPDATE trail_head SET at_us = ?", HUGE)
    before = places.sums_of(sqlite)
    moved = moving.move(sqlite, postgresql)
    assert moved.rows == sum(found.rows for found in before.values())
    assert places.sums_of(postgresql) == before
    back = Database(SQLITE, str(tmp_path / "back.sqlite3"))
    moving.move(postgresql, back)
    assert places.sums_of(back) == before
    with back.open() as one, sqlite.open() as other:
        for table in before:
            query = f"SELECT * FROM {table} ORDER BY 1"
            if table != "django_tasks_database_dbtaskresult":  # JSON in another form
                assert list(one.execute(query)) == list(other.execute(query)), table


def test_numbers_go_on_and_the_guards_of_the_trail_stand(
    sqlite: Database, postgresql: Database
) -> None:
    """A number given once is never given again; guards were off for the copy only."""
    _change(sqlite, "UPDATE sqlite_sequence SET seq = 5000 WHERE name = 'scopes_scope'")
    moving.move(sqlite, postgresql)
    with postgresql.open(writing=True) as opened:
        made = opened.execute(
            "INSERT INTO scopes_scope (kind) VALUES ('body') RETURNING id"
        )
        assert made.fetchone()[0] == 5001
        for statement in (
            "DELETE FROM trail_entry",
            "UPDATE trail_entry SET did = 'x'",
            "TRUNCATE trail_payload",
        ):
            with pytest.raises(Exception, match="append-only"):
                opened.execute(statement)


def test_a_row_that_postgresql_does_not_take_stops_the_move(
    sqlite: Database, postgresql: Database
) -> None:
    """SQLite does not hold lengths. Told is where, never what."""
    _change(sqlite, "UPDATE programmes_plan SET title = ?", "kín" * 500)
    with pytest.raises(Trouble, match=r"programmes_plan\.title") as trouble:
        moving.move(sqlite, postgresql)
    assert "kín" not in str(trouble.value)
    with postgresql.open() as opened:
        held = opened.execute("SELECT count(*) FROM trail_entry")
        assert held.fetchone()[0] == 0


def test_a_target_that_holds_something_is_refused(
    sqlite: Database, postgresql: Database
) -> None:
    """One table is enough."""
    with postgresql.open(writing=True) as opened:
        opened.execute("CREATE TABLE mine (x int)")
    with pytest.raises(Trouble, match="not empty"):
        moving.move(sqlite, postgresql)


def test_nobody_may_be_at_the_source(house: Place, tmp_path: Path) -> None:
    """An idle connection is enough: it may write at any moment."""
    Organisation.objects.exists()
    other = POSTGRESQL if connection.vendor == SQLITE else SQLITE
    name = str(tmp_path / "x.sqlite3") if other == SQLITE else "nobody"
    with pytest.raises(Trouble, match="Stop the site"):
        moving.move(house.database, Database(other, name))
    assert not Path(name).exists()


def test_the_same_make_is_refused(house: Place) -> None:
    """There, a backup is the way."""
    with pytest.raises(Trouble, match="phoihop backup"):
        moving.move(house.database, house.database)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("mysql://h/d", "no address"),
        ("postgres://u:hunter2@[h/d", "no address"),
        ("postgres://u:hunter2@h/d", "PGPASSWORD"),
    ],
)
def test_an_address_is_looked_at_and_never_repeated(address: str, said: str) -> None:
    """All who are on the machine can read a command line."""
    with pytest.raises(Trouble, match=said) as trouble:
        databases.at(address)
    assert "hunter2" not in str(trouble.value)


def test_an_address_says_the_same_when_it_is_read_again() -> None:
    """Also a password with every sign, and a folder of sockets."""
    login = {
        "user": "ủ@:/",
        "password": "p@:/?#% &=",
        "host": "/var/run/x",
        "port": "1",
    }
    for login_ in (login, {**login, "host": "db.example"}):
        read = database_at(databases.address_of(Database(POSTGRESQL, "a/b", login_)))
        assert read["NAME"] == "a/b"
        assert read["USER"] == login_["user"]
        assert read["PASSWORD"] == login_["password"]
        assert read["host"] == login_["host"]
    lies = Database(SQLITE, "/tmp/a b%c?.sqlite3")
    assert databases.at(databases.address_of(lies)) == lies
