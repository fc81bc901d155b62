"""The province, made once for each file of tests, and browsers signed in to it."""

import logging
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import settings as django_settings
from django.db import transaction

from phoihop import clock
from tests.isolation import cast
from tests.isolation.arrivals import hand_in
from tests.isolation.browsers import Browsers
from tests.isolation.desks import fill_desks
from tests.isolation.guests import invite
from tests.isolation.kept import keep
from tests.isolation.province import CHANGED, Province, build
from tests.isolation.remembered import remember
from tests.isolation.reviewing import review
from tests.isolation.rows import snapshot
from tests.isolation.sheets_of_plans import hand_in_sheets
from tests.isolation.shelves import fill
from tests.isolation.working import work

NOW = datetime(2026, 6, 15, 9, 30, tzinfo=clock.VIETNAM)


@pytest.fixture(scope="module")
def its_files(tmp_path_factory: Any) -> Path:
    """The folder in which the province keeps its files."""
    folder: Path = tmp_path_factory.mktemp("files")
    return folder


@pytest.fixture(scope="module")
def made(
    django_db_setup: None, django_db_blocker: Any, its_files: Path
) -> Iterator[Browsers]:
    """The province and its browsers, in a transaction that is never committed."""
    django_settings.FILES_ROOT = its_files
    with django_db_blocker.unblock(), transaction.atomic():
        province = build()
        remember(province)
        with time_machine.travel(CHANGED, tick=True):
            keep(province)
            fill(province)
            fill_desks(province)
            invite(province)
            hand_in(province)
            hand_in_sheets(province)
            work(province)
            review(province)
        browsers = Browsers(province)
        with time_machine.travel(NOW, tick=False):
            for part in cast.PARTS:
                browsers.sign_in(part)
        browsers.before = snapshot()
        yield browsers
        transaction.set_rollback(True)


@pytest.fixture
def browsers(
    made: Browsers, db: None, its_files: Path, settings: Any
) -> Iterator[Browsers]:
    """Everybody signed in, on the tests' own day.

    What was not there or not allowed is not logged: it is what is asked for here.
    """
    settings.FILES_ROOT = its_files
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
