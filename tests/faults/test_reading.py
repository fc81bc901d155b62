"""Pages that are read write nothing, lock nothing, and wait for nobody who writes."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import World
from tests.faults import troubles
from tests.faults.races import browser
from tests.own_database import OwnDatabase
from tests.pages.visiting import PAGES
from tests.witness import dump

READERS = ("lan", "thu", "hanh")
# On PostgreSQL a list of choices is read through a cursor, and each part of a union
# stands in parentheses.
READING = re.compile(
    r"\(*SELECT |DECLARE \S+ NO SCROLL CURSOR WITH HOLD FOR SELECT ",
)


@pytest.mark.parametrize("name", READERS)
def test_pages_are_read_while_somebody_else_is_writing(
    name: str, own_database: OwnDatabase, own_world: World
) -> None:
    """Another process holds the write lock; every page answers as it does without."""
    client = browser(own_world, name)
    addresses = [page.address(own_world) for page in PAGES]
    alone = {address: client.get(address).status_code for address in addresses}
    with troubles.locked(own_database):
        # Whoever waited for the lock would give up soon, and answer 503.
        beside = {address: client.get(address).status_code for address in addresses}
    assert beside == alone
    assert set(alone.values()) <= {200, 302, 404}


@pytest.mark.parametrize("name", READERS)
def test_a_page_that_is_read_only_reads(name: str, own_world: World) -> None:
    """No statement but SELECT, no transaction, no row changed, the session neither."""
    client = browser(own_world, name)
    addresses = [page.address(own_world) for page in PAGES]
    before = dump()
    with CaptureQueriesContext(connection) as asked:
        for address in addresses:
            client.get(address)
    said: list[Any] = asked.captured_queries
    statements = [query["sql"] for query in said]
    assert [one for one in statements if not READING.match(one)] == []
    assert [one for one in statements if "FOR UPDATE" in one] == []
    assert dump() == before
