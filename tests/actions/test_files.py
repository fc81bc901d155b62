"""Files: bytes before rows, found as they were recorded, never half and never lost."""

import errno
import hashlib
import os
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.db import DataError, IntegrityError, transaction

from phoihop import clock
from phoihop.files import actions, store
from phoihop.files.examining import Examined
from phoihop.files.models import StoredFile
from phoihop.organisations.permissions import scoped
from tests.factories import World
from tests.refused import refused
from tests.witness import every, last_entry, said, version_faults

ON = date(2026, 6, 15)
TEXT = "Kế hoạch tuyên truyền quý III\n".encode()


def examined(data: bytes = TEXT, **other: Any) -> Examined:
    """A file that was looked at."""
    known = {
        "name": "Kế hoạch quý III.txt",
        "kind": StoredFile.Kind.TXT,
        "checked": StoredFile.Checked.MACHINE,
        "data": data,
    }
    return Examined(**(known | other))


def received(world: World, data: bytes = TEXT, **other: Any) -> StoredFile:
    """A file on ban's desk."""
    by = world.actors["lan"]
    assert by.organisation is not None
    with scoped(by):
        return actions.receive(
            examined=examined(data, **other), scope=by.organisation.desk, by=by, on=ON
        )


def read(world: World, file: StoredFile, name: str = "lan") -> bytes:
    """What is read back."""
    with scoped(world.actors[name]), actions.open_bytes(file=file) as held:
        return held.read()


def lying() -> list[str]:
    """Every file in the folder of files, by its path there."""
    root = Path(settings.FILES_ROOT)
    return sorted(str(p.relative_to(root)) for p in root.rglob("*") if p.is_file())


def its_place(file: StoredFile) -> str:
    return f"{file.uuid.hex[:2]}/{file.uuid}"


# --- receiving ---------------------------------------------------------------------


def test_a_received_file_is_recorded_and_read_back_as_it_was(own_world: World) -> None:
    file = received(own_world)
    assert read(own_world, file) == TEXT
    (row,) = every(StoredFile)
    assert (row.name, row.kind, row.size) == ("Kế hoạch quý III.txt", "txt", len(TEXT))
    assert row.sha256 == hashlib.sha256(TEXT).hexdigest()
    assert (row.origin, row.checked) == ("received", "machine")
    assert row.received_by == own_world.user("lan")
    assert row.received_at == clock.now()


def test_it_leaves_a_trail_and_a_version(own_world: World) -> None:
    file = received(own_world)
    entry = last_entry()
    assert (entry.did, entry.kind, entry.object_id) == (
        "file.received",
        "storedfile",
        file.pk,
    )
    assert entry.scope_id == own_world.bodies["ban"].desk_id
    assert said(entry)["after"]["sha256"] == file.sha256
    assert version_faults() == []


def test_what_the_house_made_is_told_from_what_it_received(own_world: World) -> None:
    by = own_world.actors["lan"]
    assert by.organisation is not None
    with scoped(by):
        file = actions.keep(
            data=b"PK",
            name="Báo cáo/../năm 2026.docx",
            kind=StoredFile.Kind.DOCX,
            scope=by.organisation.desk,
            by=by,
            on=ON,
        )
    assert (file.origin, file.name) == ("made", "năm 2026.docx")
    assert last_entry().did == "file.made"


def test_a_stranger_sees_neither_the_row_nor_its_history(world: World) -> None:
    received(world)
    with scoped(world.actors["cuc"]):
        assert not StoredFile.objects.exists()
        assert not StoredFile.history.objects.exists()
    with scoped(world.actors["oanh"]):
        assert StoredFile.objects.count() == 1


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("kind", "exe"),
        ("origin", "found"),
        ("checked", ""),
        ("size", 0),
        ("sha256", "ab"),
        ("name", ""),
        ("name", "x" * 201),
    ],
)
def test_the_database_refuses_what_is_no_file(
    world: World, column: str, value: object
) -> None:
    file = received(world)
    # PostgreSQL refuses the long name by the width of the column: a DataError.
    said_no = pytest.raises((IntegrityError, DataError))
    with scoped(world.actors["lan"]), said_no, transaction.atomic():
        StoredFile.objects.filter(pk=file.pk).update(**{column: value})


def test_a_person_vouches_only_for_what_was_received(world: World) -> None:
    scan = received(world, checked=StoredFile.Checked.PERSON)
    assert scan.checked == "person"
    said_no = pytest.raises(IntegrityError)
    with scoped(world.actors["lan"]), said_no, transaction.atomic():
        StoredFile.objects.filter(pk=scan.pk).update(origin="made")


# --- bytes before rows -------------------------------------------------------------


def test_bytes_wait_in_incoming_until_the_commit_and_then_take_their_place(
    own_world: World,
) -> None:
    with transaction.atomic():
        file = received(own_world)
        assert lying() == [f"incoming/{file.uuid}"]
        assert read(own_world, file) == TEXT
        # Still there: the row may be rolled back.
        assert lying() == [f"incoming/{file.uuid}"]
    assert lying() == [its_place(file)]


def test_files_are_for_their_owner_only(own_world: World) -> None:
    path = store.place(received(own_world).uuid)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_bytes_of_a_row_that_was_rolled_back_are_swept(own_world: World) -> None:
    with transaction.atomic():
        file = received(own_world)
        transaction.set_rollback(True)
    assert every(StoredFile) == []
    assert lying() == [f"incoming/{file.uuid}"]
    assert actions.put_in_order() == (0, 0)  # Too young to be sure.
    grow_old(file.uuid)
    assert actions.put_in_order() == (0, 1)
    assert lying() == []


def grow_old(number: UUID) -> None:
    """Let bytes in incoming be older than any transaction."""
    then = (clock.now() - timedelta(hours=2)).timestamp()
    os.utime(store.incoming(number), (then, then))


def stopped_before_the_move(world: World, monkeypatch: Any) -> StoredFile:
    """Killed between the commit and the move."""
    with monkeypatch.context() as patched:
        patched.setattr(store, "_move", lambda *paths: None)
        file = received(world)
    assert lying() == [f"incoming/{file.uuid}"]
    return file


def test_a_stop_between_commit_and_move_loses_nothing(
    own_world: World, monkeypatch: Any
) -> None:
    """Reading finds the bytes and moves them."""
    file = stopped_before_the_move(own_world, monkeypatch)
    assert read(own_world, file) == TEXT
    assert lying() == [its_place(file)]
    assert read(own_world, file) == TEXT


def test_tidy_moves_what_a_stop_left_and_drops_only_what_has_no_row(
    own_world: World, monkeypatch: Any
) -> None:
    file = stopped_before_the_move(own_world, monkeypatch)
    orphan = uuid4()
    store.write(orphan, b"nobody's")
    (Path(settings.FILES_ROOT) / "incoming" / "ghi-chu.txt").write_text("not ours")
    grow_old(file.uuid)
    grow_old(orphan)
    assert actions.put_in_order() == (1, 1)
    assert lying() == sorted([its_place(file), "incoming/ghi-chu.txt"])
    assert read(own_world, file) == TEXT


def test_nothing_is_ever_written_over(own_world: World) -> None:
    number = uuid4()
    store.write(number, b"first")
    with refused("storage.away"):
        store.write(number, b"second")


def test_a_link_in_the_place_of_incoming_bytes_is_not_followed(
    own_world: World, tmp_path: Path
) -> None:
    number, outside = uuid4(), tmp_path / "outside"
    store.write(uuid4(), b"so that the folder stands")
    store.incoming(number).symlink_to(outside)
    with refused("storage.away"):
        store.write(number, TEXT)
    assert not outside.exists()


# --- what a disk does --------------------------------------------------------------


def test_changed_bytes_are_never_given_out(own_world: World, caplog: Any) -> None:
    file = received(own_world)
    path = store.place(file.uuid)
    for wrong in (TEXT[:-1], TEXT + b"x", TEXT.replace(b"III", b"IV ")):
        path.write_bytes(wrong)
        with refused("storage.damaged"):
            read(own_world, file)
    assert f"The file {file.uuid} is damaged" in caplog.text
    path.unlink()
    with refused("storage.damaged"):
        read(own_world, file)
    assert f"The file {file.uuid} is missing" in caplog.text
    assert file.name not in caplog.text


DISKS = [
    (errno.ENOSPC, "storage.full"),
    (errno.EDQUOT, "storage.full"),
    (errno.EROFS, "storage.read_only"),
    (errno.EACCES, "storage.read_only"),
    (errno.EIO, "storage.away"),
]


@pytest.mark.parametrize(("number", "code"), DISKS)
@pytest.mark.parametrize("at", ["open", "write", "fsync"])
def test_a_disk_that_says_no_leaves_neither_row_nor_bytes(
    own_world: World, monkeypatch: Any, number: int, code: str, at: str
) -> None:
    """Refused by name wherever it fails; half a file is taken away again."""
    entry = last_entry()

    def fails(*args: Any, **kwargs: Any) -> Any:
        raise OSError(number, "simulated")

    with monkeypatch.context() as patched:
        patched.setattr(os, at, fails)
        with refused(code):
            received(own_world)
    assert (every(StoredFile), lying(), last_entry()) == ([], [], entry)
    assert read(own_world, received(own_world)) == TEXT


def test_bytes_that_come_in_pieces_are_all_written(
    own_world: World, monkeypatch: Any
) -> None:
    whole = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: whole(fd, data[:7]))
    assert read(own_world, received(own_world)) == TEXT


def test_a_row_that_cannot_be_written_takes_its_bytes_along(own_world: World) -> None:
    """The database says no after the bytes were written."""
    with pytest.raises(IntegrityError):
        received(own_world, kind="exe")
    assert (every(StoredFile), lying()) == ([], [])


def test_a_fault_that_prints_what_it_holds_prints_no_bytes() -> None:
    assert "tuyên truyền" in TEXT.decode()
    assert "tuyên truyền" not in repr(examined())
