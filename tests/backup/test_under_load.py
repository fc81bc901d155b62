"""A backup taken while people write is consistent: one moment, every file in it."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connections

from phoihop.chores.backup import restoring, stored, taking
from tests.backup import deeds, places
from tests.backup.places import Place
from tests.factories import World


def _taken_under_load(world: World, house: Place, tmp_path: Path, times: int) -> int:
    """So many backups while two people work; each restored, looked at, inspected."""
    done = []
    backups = []
    with deeds.busy(world) as people:
        for number in range(times):
            before = people.done
            taken = taking.take(
                house.database, to=tmp_path / f"out{number}", head_file=house.head
            )
            assert taken.manifest.damaged == []
            backups.append(taken)
            done.append(people.done - before)
    assert people.failed == []
    connections.close_all()
    for number, taken in enumerate(backups):
        with places.blank(tmp_path / f"back{number}", house.database.engine) as back:
            ran = back.run("restore", str(taken.folder), "--yes")
            # 0: every row equal, the trail whole, the inspection clean.
            assert ran.returncode == 0, ran.stdout + ran.stderr
            assert len(back.stored()) == taken.manifest.tables["files_storedfile"].rows
    assert people.done > times
    return sum(done)


def test_a_backup_taken_while_people_write_is_consistent(
    own_world: World, house: Place, tmp_path: Path
) -> None:
    """Twice; `make test-long` does it twenty times."""
    assert _taken_under_load(own_world, house, tmp_path, times=2)


@pytest.mark.long
def test_twenty_of_twenty_backups_under_load_are_consistent(
    own_world: World, house: Place, tmp_path: Path
) -> None:
    assert _taken_under_load(own_world, house, tmp_path, times=20)


def test_who_writes_is_not_kept_waiting(
    own_world: World, house: Place, tmp_path: Path
) -> None:
    """Whole deeds happen between the moment of the copy and its end."""
    seen = []
    copy = stored.copy

    def copied(*arguments: Any) -> Any:
        deeds.edit(own_world, "Trong lúc sao lưu")
        seen.append(deeds.keep_file(own_world, b"trong khi sao chep"))
        return copy(*arguments)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(stored, "copy", copied)
        taken = taking.take(house.database, to=tmp_path / "o", head_file=house.head)
    (kept,) = seen
    assert str(kept.uuid) not in "".join(item.path for item in taken.manifest.items)
    with places.blank(tmp_path / "back", house.database.engine) as back:
        connections.close_all()
        settings.FILES_ROOT = back.files
        assert restoring.check(taken.folder, back.database) == taken.manifest
