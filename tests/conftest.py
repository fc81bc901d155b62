"""What every test stands on: the world, its day, and a cheap password hasher."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import settings as django_settings
from django.db import connections
from django.test import Client

from phoihop import clock
from phoihop.documents import directory
from tests import factories
from tests.factories import World

pytest_plugins = ["tests.own_database"]

# A Monday in the middle of the year; two of the world's tasks lie around it.
NOW = datetime(2026, 6, 15, 9, 30, tzinfo=clock.VIETNAM)
MADE = datetime(2026, 1, 12, 8, 0, tzinfo=clock.VIETNAM)


def pytest_configure(config: pytest.Config) -> None:
    """Settings that make tests quick, not other than the product."""
    # Argon2 is meant to be slow; its own test puts it back.
    django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # WhiteNoise warns of a missing folder, and a warning is an error here.
    django_settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    # Templates print addresses as they are named in the source.
    django_settings.STORAGES = {
        "staticfiles": {
            "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        }
    }


@pytest.fixture(scope="session", autouse=True)
def children_compile_nothing() -> Iterator[None]:
    """A process that is stopped, or has no room left, leaves no half module behind."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PYTHONDONTWRITEBYTECODE", "1")
        yield


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any
) -> None:
    """The tables, and in them the world, committed once for all tests."""
    if django_settings.HTTPS:
        # Every answer would be a redirect: one sentence says it better.
        pytest.exit("Run `make test`, or pytest with PHOIHOP_HTTPS=false.", 4)
    head = tmp_path_factory.mktemp("trail") / "head"
    django_settings.TRAIL_HEAD_FILE = head
    with django_db_blocker.unblock(), time_machine.travel(MADE, tick=True):
        factories.build()
        connections.close_all()


@pytest.fixture(autouse=True)
def apart(request: pytest.FixtureRequest, tmp_path: Path, settings: Any) -> None:
    """Each test keeps the head of its trail, and its files, in a folder of its own."""
    settings.TRAIL_HEAD_FILE = tmp_path / "trail-head"
    settings.FILES_ROOT = tmp_path / "files"
    # What a test before this one told of bodies was taken back.
    directory.forget()


@pytest.fixture
def now() -> Iterator[datetime]:
    """The clock stands in the world's year."""
    with time_machine.travel(NOW, tick=False):
        yield NOW


@pytest.fixture
def world(db: None, now: datetime) -> World:
    """The cast and what they made."""
    return factories.found()


SignIn = Callable[[str], Client]


@pytest.fixture
def sign_in(world: World) -> SignIn:
    """``sign_in("lan")``: a browser in which lan has signed in."""

    def signed_in(username: str) -> Client:
        client = Client()
        client.force_login(world.user(username))
        return client

    return signed_in
