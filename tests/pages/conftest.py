"""What the tests of pages stand on: the English catalogue, and which database."""

from pathlib import Path

import pytest

from tests.pages.compiled import compile_catalogues

# Where order, search or the number of queries is the database's own.
ON_EACH = (
    *("test_attempts", "test_bodies_over_time", "test_directory", "test_every_page"),
    *("test_notices", "test_organisations", "test_plans", "test_tasks", "test_trail"),
)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The other pages say the same on either: once in the short run, twice in the long.

    What a form does to the database is the actions' to test.
    """
    here = Path(__file__).parent
    for item in items:
        if item.path.parent == here and item.path.stem not in ON_EACH:
            item.add_marker(pytest.mark.anywhere)


@pytest.fixture(scope="session", autouse=True)
def english_is_compiled() -> None:
    """Once, before the first page."""
    compile_catalogues()
