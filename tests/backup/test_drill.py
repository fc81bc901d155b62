"""The drill: everything away, a blank machine, everything back and equal."""

import json
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connections
from django.utils.timezone import now as instant

from phoihop.chores.backup import databases, manifest, restoring, taking
from phoihop.chores.backup.databases import SQLITE, Database
from phoihop.chores.backup.taking import Taken
from phoihop.chores.backup.troubles import Trouble
from phoihop.trail import head_file
from tests.backup import deeds, places
from tests.backup.places import Place
from tests.factories import World


def test_what_is_restored_on_a_blank_machine_is_equal(
    house: Place, blank: Place, tmp_path: Path
) -> None:
    """By the commands, as in an emergency: rows, files, trail, and inspect is clean."""
    out = tmp_path / "away"
    ran = house.run("backup", "--to", str(out))
    assert ran.returncode == 0, ran.stderr
    (folder,) = (path for path in out.iterdir() if path.is_dir())

    looked = blank.run("restore", str(folder))
    assert looked.returncode == 0, looked.stderr
    assert "Nothing was written" in looked.stdout
    assert blank.stored() == {}

    ran = blank.run("restore", str(folder), "--yes")
    assert ran.returncode == 0, ran.stderr
    assert "nguyên vẹn / whole" in ran.stdout
    assert blank.sums() == house.sums()
    assert blank.stored() == house.stored()
    assert len(blank.stored()) == len(deeds.STRANGE)
    assert head_file.read(blank.head) == head_file.read(house.head)
    assert blank.run("verify-trail").returncode == 0
    said = json.loads(blank.run("inspect", "--json").stdout)
    assert said == {"clean": True, "findings": []}

    again = blank.run("restore", str(folder), "--yes")
    assert again.returncode == 2
    assert "holds data" in again.stderr


def test_a_backup_can_be_checked_where_no_phoihop_is(taken: Taken) -> None:
    ran = subprocess.run(
        ["sha256sum", "--check", "--strict", manifest.SUMS],
        cwd=taken.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout
    listed = len(ran.stdout.splitlines())
    assert listed == len(taken.manifest.items) + 1


def test_a_backup_is_for_nobody_else_to_read(taken: Taken) -> None:
    for path in (taken.folder, *taken.folder.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path


def test_sessions_are_in_no_backup(house: Place, tmp_path: Path) -> None:
    """A session is a key to the house: not a byte of it is taken along."""
    Session.objects.create(
        session_key="chìa" * 8, session_data="x", expire_date=instant()
    )
    taken = taking.take(house.database, to=tmp_path / "out", head_file=house.head)
    assert taken.manifest.tables["django_session"].rows == 0
    held = (taken.folder / manifest.DATABASE[house.database.engine]).read_bytes()
    if house.database.engine == SQLITE:
        assert "chìachìa".encode() not in held
    assert Session.objects.count() == 1


def test_the_secret_key_is_in_no_backup(taken: Taken) -> None:
    for path in taken.folder.rglob("*"):
        if path.is_file():
            assert settings.SECRET_KEY.encode() not in path.read_bytes()


def test_two_in_one_second_have_two_names_and_older_ones_go(
    house: Place, tmp_path: Path
) -> None:
    """``--keep``: the newest stay."""
    names = []
    for _ in range(3):
        last = taking.take(
            house.database, to=tmp_path / "out", head_file=house.head, keep=2
        )
        names.append(last.folder.name)
    assert names[1:] == [f"{names[0]}-2", f"{names[0]}-3"]
    assert last.dropped == [names[0]]
    left = sorted(path.name for path in (tmp_path / "out").iterdir() if path.is_dir())
    assert left == names[1:]


def test_a_file_that_was_lost_before_is_named_and_older_backups_stay(
    house: Place, taken: Taken, tmp_path: Path
) -> None:
    """They may be the only ones that hold it."""
    paths = sorted(path for path in house.files.rglob("*") if path.is_file())
    paths[0].unlink()
    paths[1].write_bytes(b"other")
    again = taking.take(
        house.database, to=taken.folder.parent, head_file=house.head, keep=1
    )
    assert len(again.manifest.damaged) == 2
    assert paths[0].name in "".join(again.manifest.damaged)
    assert again.dropped == []
    assert taken.folder.is_dir()
    ran = house.run("backup", "--to", str(taken.folder.parent))
    assert ran.returncode == 1
    assert paths[0].name in ran.stdout


def test_the_head_that_lay_here_is_set_aside_and_tells_what_was_lost(
    own_world: World, house: Place, taken: Taken, blank: Place
) -> None:
    """The trail went on after the backup: whoever restores is told by how much."""
    deeds.edit(own_world, "Sau lần sao lưu")
    blank.head.write_bytes(house.head.read_bytes())
    ran = blank.run("restore", str(taken.folder), "--yes")
    assert ran.returncode == 0, ran.stderr
    assert "remembers 1 links" in " ".join(ran.stdout.split())
    (aside,) = blank.head.parent.glob("trail-head.before-restore-*")
    assert aside.read_bytes() == house.head.read_bytes()


def test_an_older_backup_is_brought_up_to_this_version(
    house: Place, taken: Taken, blank: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its rows are compared first, as they were."""
    known = databases.known_migrations()
    monkeypatch.setattr(
        restoring, "known_migrations", lambda: known | {"tasks.0002_later"}
    )
    brought: list[Database] = []
    monkeypatch.setattr(restoring, "migrate", brought.append)
    settings.FILES_ROOT, settings.TRAIL_HEAD_FILE = blank.files, blank.head
    connections.close_all()
    restored = restoring.restore(taken.folder, blank.database)
    assert restored.added == 1
    assert brought == [blank.database]
    assert blank.sums() == house.sums()


def test_a_backup_of_sqlite_can_be_restored_to_postgresql(
    house: Place, taken: Taken, tmp_path: Path
) -> None:
    """Where the tests have a PostgreSQL; the other way says what to do."""
    if house.database.engine == SQLITE:
        pytest.skip("the run on PostgreSQL shows it")
    with places.blank(tmp_path / "elsewhere", SQLITE) as elsewhere:
        with pytest.raises(Trouble, match="phoihop move"):
            restoring.check(taken.folder, elsewhere.database)
        ran = house.run("move", "--to", f"sqlite:///{elsewhere.database.name}")
        assert ran.returncode == 2  # the test's own connections are there
        connections.close_all()
        ran = house.run("move", "--to", f"sqlite:///{elsewhere.database.name}")
        assert ran.returncode == 0, ran.stderr
        moved = taking.take(
            elsewhere.database, to=tmp_path / "moved", head_file=house.head
        )
        with places.blank(tmp_path / "back", house.database.engine) as back:
            ran = back.run("restore", str(moved.folder), "--yes")
            assert ran.returncode == 0, ran.stderr + ran.stdout
            assert back.sums() == house.sums()
