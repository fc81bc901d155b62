"""What the tests of faults stand on."""

import logging
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Refusals are logged by the hundred here; a test that reads them asks caplog."""
    console = logging.getLogger().handlers[0]
    held, console.level = console.level, logging.CRITICAL
    yield
    console.level = held
