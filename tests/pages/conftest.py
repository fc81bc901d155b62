"""What the tests of pages stand on besides the world: the English catalogue."""

import pytest

from tests.pages.compiled import compile_catalogues


@pytest.fixture(scope="session", autouse=True)
def english_is_compiled() -> None:
    """Once, before the first page."""
    compile_catalogues()
