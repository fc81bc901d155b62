"""Backups that are cut, changed, or meet a place that holds something: refused."""

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings

from phoihop.chores.backup import folders, manifest, restoring, taking
from phoihop.chores.backup.taking import Taken
from phoihop.chores.backup.troubles import Trouble
from tests.backup.places import Place, bytes_under

LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv.pop(1)),) * 2)
from phoihop.cli import main
sys.exit(main(sys.argv[1:]))
"""


def _part(taken: Taken, name: str) -> Path:
    if name == "database":
        return taken.folder / manifest.DATABASE[taken.manifest.engine]
    if name == "file":
        return taken.folder / taken.manifest.files[0].path
    return taken.folder / name


def flipped(path: Path) -> None:
    """One bit in the middle."""
    held = bytearray(path.read_bytes())
    held[len(held) // 2] ^= 1
    path.write_bytes(held)


def cut(path: Path) -> None:
    """The second half is missing."""
    os.truncate(path, path.stat().st_size // 2)


def gone(path: Path) -> None:
    """It is not there."""
    path.unlink()


def longer(path: Path) -> None:
    """Something stands behind its end."""
    with open(path, "ab") as out:
        out.write(b"\n")


PARTS = ("database", "file", manifest.TRAIL_HEAD, manifest.NAME)
HARMS = (flipped, cut, gone, longer)


@pytest.mark.parametrize("part", [*PARTS, manifest.SUMS])
def test_a_damaged_backup_is_refused_and_nothing_is_written(
    part: str, taken: Taken, blank: Place
) -> None:
    """Each part, each harm; the sentence names the part."""
    settings.FILES_ROOT = blank.files
    path = _part(taken, part)
    held = path.read_bytes()
    for harm in HARMS:
        harm(path)
        if part == manifest.SUMS and path.exists():
            # Only its first line is believed; the others are for sha256sum.
            path.write_bytes((b"1" if held[:1] == b"0" else b"0") + held[1:])
        with pytest.raises(Trouble, match=r"hỏng: \S|thiếu") as trouble:
            restoring.restore(taken.folder, blank.database)
        if part in PARTS[:3]:
            assert path.name in str(trouble.value), harm
        assert bytes_under(blank.var) == {}, harm
        path.write_bytes(held)
    assert restoring.check(taken.folder, blank.database) == taken.manifest


def _rewritten(taken: Taken, **changed: object) -> None:
    """A manifest that says other things, with hashes that fit."""
    told = json.loads((taken.folder / manifest.NAME).read_text())
    told.update(changed)
    text = json.dumps(told)
    (taken.folder / manifest.NAME).write_text(text)
    own = folders.read(taken.folder / manifest.NAME).sha256
    (taken.folder / manifest.SUMS).write_text(f"{own}  {manifest.NAME}\n")


def test_a_backup_of_a_newer_version_is_refused(taken: Taken, blank: Place) -> None:
    """By its format, or by a migration that this code does not know."""
    known = list(taken.manifest.migrations)
    settings.FILES_ROOT = blank.files
    _rewritten(taken, migrations=[*known, "programmes.0999_later"])
    with pytest.raises(Trouble, match=r"programmes\.0999_later"):
        restoring.check(taken.folder, blank.database)
    _rewritten(taken, migrations=known, format=manifest.FORMAT + 1)
    with pytest.raises(Trouble, match="newer version"):
        restoring.check(taken.folder, blank.database)


def test_a_path_that_leads_out_of_the_backup_is_refused(
    taken: Taken, blank: Place
) -> None:
    """However well its hash fits."""
    items = [vars(item) for item in taken.manifest.items]
    settings.FILES_ROOT = blank.files
    for path in ("../../x", "/etc/x", "files/ab/../../x", "files/x"):
        _rewritten(taken, items=[*items, {"path": path, "size": 0, "sha256": "0" * 64}])
        with pytest.raises(Trouble, match="hỏng"):
            restoring.check(taken.folder, blank.database)


def test_rows_that_do_not_add_up_are_refused(taken: Taken, blank: Place) -> None:
    """The file is the one that the manifest names, and yet not what was taken."""
    told = json.loads((taken.folder / manifest.NAME).read_text())["tables"]
    told["programmes_task"]["hash"] = "1" * 64
    _rewritten(taken, tables=told)
    ran = blank.run("restore", str(taken.folder), "--yes")
    assert ran.returncode == 2
    assert "programmes_task" in ran.stderr


def test_a_place_with_files_is_not_blank(taken: Taken, blank: Place) -> None:
    """Nothing is ever written over."""
    (blank.files / "ab").mkdir(parents=True)
    (blank.files / "ab" / "somebody's").write_bytes(b"kept")
    ran = blank.run("restore", str(taken.folder), "--yes")
    assert ran.returncode == 2
    assert "not empty" in ran.stderr
    assert blank.stored() == {"ab/somebody's": b"kept"}


def test_an_interrupted_restore_is_begun_again(
    house: Place, taken: Taken, blank: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files were there, the database was not yet: the mark says whose they are."""
    settings.FILES_ROOT, settings.TRAIL_HEAD_FILE = blank.files, blank.head

    def struck(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(restoring, "_put_database", struck)
        with pytest.raises(KeyboardInterrupt):
            restoring.restore(taken.folder, blank.database)
    assert restoring.MARK in blank.stored()
    ran = blank.run("restore", str(taken.folder), "--yes")
    assert ran.returncode == 0, ran.stderr
    assert blank.sums() == house.sums()
    assert blank.stored().keys() == {
        item.path.removeprefix("files/") for item in taken.manifest.files
    }


def test_a_disk_without_room_is_known_before(
    house: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence says how much is wanted."""
    monkeypatch.setattr(folders, "SPARE", 1 << 60)
    with pytest.raises(Trouble, match="Not enough room"):
        taking.take(house.database, to=tmp_path / "out", head_file=house.head)
    assert [p.name for p in (tmp_path / "out").iterdir()] == [".lock"]


@pytest.mark.parametrize("room", [40, 20_000])
def test_a_disk_that_fills_up_meanwhile_leaves_nothing_that_looks_whole(
    room: int, house: Place, tmp_path: Path
) -> None:
    """No file may grow over so many bytes: as a full disk, and a sentence."""
    ran = subprocess.run(
        [
            sys.executable,
            "-c",
            LIMITED,
            str(room),
            "backup",
            "--to",
            str(tmp_path / "o"),
        ],
        env=house.told,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2, ran.stdout
    assert "no room left" in ran.stderr, ran.stderr
    assert "Traceback" not in ran.stderr
    assert [p.name for p in (tmp_path / "o").iterdir()] == [".lock"]


def test_two_backups_into_one_folder_do_not_meet(house: Place, tmp_path: Path) -> None:
    """The second is told to wait."""
    out = folders.make(tmp_path / "out")
    with folders.alone(out), pytest.raises(Trouble, match="Another backup"):
        taking.take(house.database, to=out, head_file=house.head)


def test_where_nothing_is_there_is_nothing_to_back_up(
    blank: Place, tmp_path: Path
) -> None:
    """A wrong address is not a backup of nothing."""
    with pytest.raises(Trouble, match="DATABASE_URL"):
        taking.take(blank.database, to=tmp_path / "out", head_file=blank.head)


def _killed(house: Place, out: Path, after: float) -> None:
    """A backup that is killed so many seconds after it began to write."""
    process = subprocess.Popen(
        [sys.executable, "-m", "phoihop.cli", "backup", "--to", str(out)],
        env=house.told,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    until = time.monotonic() + 60
    while not list(out.glob(".phoihop-*")) and process.poll() is None:
        assert time.monotonic() < until
        time.sleep(0.001)
    time.sleep(after)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait(60)


def _kill(house: Place, blank: Place, out: Path, kills: int) -> None:
    """Whatever is left after each kill is refused, or whole; then it is swept."""
    settings.FILES_ROOT = blank.files
    folders.make(out)
    dice = random.Random(7)
    cut_off = 0
    for _ in range(kills):
        _killed(house, out, dice.uniform(0, 0.15))
        for left in out.glob(".phoihop-*"):
            cut_off += 1
            with pytest.raises(Trouble, match="cut off"):
                restoring.check(left, blank.database)
        for whole in out.glob("phoihop-*"):
            restoring.check(whole, blank.database)
    assert cut_off
    ran = house.run("backup", "--to", str(out))
    assert ran.returncode == 0, ran.stderr
    assert "swept" in ran.stdout
    assert list(out.glob(".phoihop-*")) == []


def test_a_backup_that_is_killed_is_never_taken_for_a_whole_one(
    house: Place, blank: Place, tmp_path: Path
) -> None:
    """At any moment."""
    _kill(house, blank, tmp_path / "out", kills=3)


@pytest.mark.long
def test_many_backups_that_are_killed(
    house: Place, blank: Place, tmp_path: Path
) -> None:
    """At many moments."""
    _kill(house, blank, tmp_path / "out", kills=20)


def test_the_limit_on_files_is_one(tmp_path: Path) -> None:
    """The stand-in for a full disk really stops a write."""
    script = "import sys; open(sys.argv[1], 'wb').write(b'x' * 100_000)"
    before = resource.RLIMIT_FSIZE
    ran = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "x")],
        preexec_fn=lambda: resource.setrlimit(before, (1000, 1000)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode != 0
    assert "File too large" in ran.stderr
