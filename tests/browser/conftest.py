"""Chromium, and the house served over a database of the test's own."""

import os
from collections.abc import Iterator
from unittest import mock

import pytest
from playwright.sync_api import Browser, sync_playwright

from setup.machine import find_browser
from tests.browser.site import Site, served
from tests.factories import World
from tests.pages.compiled import compile_catalogues

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MISSING = "There is no Chromium on this machine: apt-get install chromium"


@pytest.fixture(scope="session", autouse=True)
def english_is_compiled() -> None:
    """Once, before the first page."""
    compile_catalogues()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """This machine's browser. Without one the test is skipped; in CI it fails."""
    program = find_browser()
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    # Playwright keeps a loop running in this thread, and Django would refuse to ask
    # the database beside it. Nothing here is asynchronous.
    calm = mock.patch.dict(os.environ, {"DJANGO_ALLOW_ASYNC_UNSAFE": "true"})
    with calm, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def site(chromium: Browser, own_world: World) -> Iterator[Site]:
    """The house with the world in it, served until the end of the test."""
    with served() as address:
        yield Site(address, own_world, chromium)
