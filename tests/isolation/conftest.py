"""The province, made once for each file of tests, and browsers signed in to it."""

import logging
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
import time_machine
from django.db import transaction

from phoihop import clock
from tests.isolation import cast
from tests.isolation.browsers import Browsers
from tests.isolation.province import Province, build
from tests.isolation.rows import snapshot

NOW = datetime(2026, 6, 15, 9, 30, tzinfo=clock.VIETNAM)


@pytest.fixture(scope="module")
def made(django_db_setup: None, django_db_blocker: Any) -> Iterator[Browsers]:
    """The province and its browsers, in a transaction that is never committed."""
    with django_db_blocker.unblock(), transaction.atomic():
        browsers = Browsers(build())
        with time_machine.travel(NOW, tick=False):
            for part in cast.PARTS:
                browsers.sign_in(part)
        browsers.before = snapshot()
        yield browsers
        transaction.set_rollback(True)


@pytest.fixture
def browsers(made: Browsers, db: None) -> Iterator[Browsers]:
    """Everybody signed in, on the tests' own day.

    What was not there or not allowed is not logged: it is what is asked for here.
    """
    log = logging.getLogger("django.request")
    level = log.level
    log.setLevel(logging.CRITICAL)
    with time_machine.travel(NOW, tick=False):
        yield made
    log.setLevel(level)


@pytest.fixture
def province(browsers: Browsers) -> Province:
    """What was made."""
    return browsers.province
