"""The database itself refuses to change the trail; an honest slip cannot break it."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from phoihop.trail.models import Entry, Payload
from tests.factories import World
from tests.trail.attacker import sql
from tests.witness import dump, every

REFUSED = "the trail is append-only"
CHANGES = [
    "UPDATE trail_entry SET did = 'task.created' WHERE seq = 3",
    "UPDATE trail_entry SET actor_id = NULL",
    "UPDATE trail_entry SET seq = 9999 WHERE seq = 1",
    "DELETE FROM trail_entry WHERE seq = 3",
    "DELETE FROM trail_entry",
    "DELETE FROM trail_payload WHERE seq = 3",
    "UPDATE trail_payload SET text = '{}' WHERE seq = 3",
    "UPDATE trail_payload SET text = '' WHERE seq = 3",
    "UPDATE trail_payload SET seq = 9999 WHERE seq = 3",
]


@pytest.mark.parametrize("change", CHANGES)
def test_the_database_refuses(change: str, world: World) -> None:
    """Whatever changes or takes away an entry or what it says."""
    before = dump()
    with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        sql(change)
    assert dump() == before


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has no TRUNCATE")
@pytest.mark.parametrize("table", ["trail_entry", "trail_payload"])
def test_postgresql_refuses_to_truncate(table: str, world: World) -> None:
    """Row triggers do not see a truncation; the guard of the table does."""
    with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        sql(f"TRUNCATE {table}")
    assert every(Entry)


def test_an_entry_is_refused_to_the_models_as_well(world: World) -> None:
    """A line of Python that forgets what the trail is."""
    entry = every(Entry)[2]
    entry.did = "task.created"
    with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        entry.save()
    with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        entry.delete()


def test_a_payload_may_be_emptied(world: World) -> None:
    """That is what an erasure does; the verifier asks for its record."""
    emptied = Payload.objects.filter(seq=3).update(text="", salt="")
    assert emptied == 1


def test_there_is_one_head_and_no_second(world: World) -> None:
    """A check on the id; the row is the lock of all who record."""
    with pytest.raises(IntegrityError), transaction.atomic():
        sql(
            "INSERT INTO trail_head (id, origin, seq, at_us, hash) "
            "SELECT 2, origin, seq, at_us, hash FROM trail_head"
        )
