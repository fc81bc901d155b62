"""The demo as its command makes it, once, in a database that held nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections

from phoihop.scopes.context import unscoped


@dataclass(frozen=True)
class Made:
    """What the command printed, and where the head of its trail is remembered."""

    out: str
    head: Path


@pytest.fixture(scope="module")
def made(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any
) -> Iterator[Made]:
    """The province stands, in a database of its own."""
    folder: Path = tmp_path_factory.mktemp("demo")
    kept = settings.FILES_ROOT, settings.TRAIL_HEAD_FILE
    settings.FILES_ROOT = folder / "files"
    settings.TRAIL_HEAD_FILE = folder / "trail-head"
    try:
        with django_db_blocker.unblock(), _blank(folder):
            yield Made(_printed(), settings.TRAIL_HEAD_FILE)
    finally:
        settings.FILES_ROOT, settings.TRAIL_HEAD_FILE = kept


@pytest.fixture
def province(made: Made) -> Iterator[None]:
    """The same, with every circle open."""
    with unscoped(because="the test reads all of the demo"):
        yield


def _printed() -> str:
    out = StringIO()
    call_command("demo", stdout=out)
    return out.getvalue()


@contextmanager
def _blank(folder: Path) -> Iterator[None]:
    """``connections["default"]`` leads to a database without tables."""
    held = connections.settings["default"]
    template = held["NAME"]
    connections.close_all()
    name = str(folder / "demo.sqlite3")
    if connection.vendor == "postgresql":
        name = f"{template}_demo"
        _on_server(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        _on_server(f'CREATE DATABASE "{name}"')
    held["NAME"] = name
    try:
        yield
    finally:
        connections.close_all()
        held["NAME"] = template
        if connection.vendor == "postgresql":
            _on_server(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _on_server(statement: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)
