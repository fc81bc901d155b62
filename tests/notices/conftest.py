"""What the tests of notices stand on: a mail server, and people with addresses."""

from collections.abc import Iterator
from typing import Any

import pytest

from phoihop.accounts.models import User
from tests.factories import World
from tests.notices.sink import Sink, sink
from tests.pages.compiled import compile_catalogues


@pytest.fixture(scope="session", autouse=True)
def english_is_compiled() -> None:
    """Once, before the first letter."""
    compile_catalogues()


@pytest.fixture
def mail(settings: Any) -> Iterator[Sink]:
    """Mail is on, and goes to a server of the test's own."""
    with sink() as server:
        settings.MAIL_HOST, settings.MAIL_PORT = "127.0.0.1", server.port
        settings.MAIL_TLS, settings.MAIL_USER = "none", ""
        settings.MAIL_FROM = "phoihop@lamkhe.example"
        settings.SITE = "https://phoihop.lamkhe.example"
        yield server


@pytest.fixture
def addressed(world: World) -> World:
    """Everybody of the cast has an address."""
    for person in User.objects.all():
        person.email = f"{person.username}@lamkhe.example"
        person.save(update_fields=["email"])
    for name in world.actors:
        world.user(name).refresh_from_db()
    return world
