"""An installation with a little of everything, and blank ones to restore to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from phoihop.chores.backup import taking
from phoihop.chores.backup.taking import Taken
from tests.backup import deeds, places
from tests.backup.places import Place
from tests.factories import World


@pytest.fixture
def house(own_world: World, tmp_path: Path) -> Place:
    """The test's own installation, with files and a trail."""
    deeds.fill(own_world)
    return places.here(tmp_path)


@pytest.fixture
def taken(house: Place, tmp_path: Path) -> Taken:
    """A whole backup of it."""
    return taking.take(house.database, to=tmp_path / "out", head_file=house.head)


@pytest.fixture
def blank(house: Place, tmp_path: Path) -> Iterator[Place]:
    """A machine that holds nothing, with a database of the same make."""
    with places.blank(tmp_path / "blank", house.database.engine) as place:
        yield place
