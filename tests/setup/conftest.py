"""A scratch checkout for the tests of the set-up."""

from pathlib import Path

import pytest

from setup.places import Places


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """An empty tree; nothing in it touches the real one."""
    return Places(tmp_path)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sentences are asserted in English, whoever runs the tests."""
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
