"""``phoihop inspect``: damage of every kind is planted, and each is found."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from phoihop import cli
from phoihop.chores.inspection import inspect
from phoihop.chores.inspection.constraints import GUARDS, STANDING
from phoihop.chores.inspection.findings import WORDS
from phoihop.files import store
from phoihop.files.models import StoredFile
from tests.backup.places import Place
from tests.factories import World
from tests.trail.attacker import drop_guards, sql
from tests.witness import every


@dataclass(frozen=True)
class Planted:
    """What a planting starts from."""

    world: World
    files: list[StoredFile]
    folder: Path

    def bytes_of(self, number: int) -> Path:
        """Where the bytes of one of the files lie."""
        return store.place(self.files[number].uuid)


def unkeyed(*statements: str) -> None:
    """As whoever owns the database does: without asking its keys and checks."""
    if connection.vendor == "sqlite":
        sql("PRAGMA foreign_keys=OFF")
        sql("PRAGMA ignore_check_constraints=ON")
        for statement in statements:
            sql(statement)
        sql("PRAGMA ignore_check_constraints=OFF")
        sql("PRAGMA foreign_keys=ON")
        return
    for statement in ("SET session_replication_role = replica", *statements):
        sql(statement)
    sql("SET session_replication_role = origin")


def lost(by: Planted) -> None:
    """The bytes of a file are gone."""
    by.bytes_of(0).unlink()


def cut_short(by: Planted) -> None:
    """Half a file."""
    os.truncate(by.bytes_of(0), 3)


def changed(by: Planted) -> None:
    """As long as before, and other bytes."""
    path = by.bytes_of(1)
    path.write_bytes(b"\0" * path.stat().st_size)


def stray(by: Planted) -> None:
    """Bytes under a number that no row has."""
    number = uuid4()
    path = store.place(number)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"x")


def somewhere_else(by: Planted) -> None:
    """A file that nobody here wrote."""
    (by.folder / "notes.txt").write_text("x")


def waiting(by: Planted) -> None:
    """Bytes that wait for a row since the beginning of 1970."""
    number = uuid4()
    store.write(number, b"x")
    os.utime(store.incoming(number), (1, 1))


def trail_changed(by: Planted) -> None:
    """A link says another thing."""
    sql("ALTER TABLE trail_entry RENAME TO held")
    sql("ALTER TABLE held RENAME TO trail_entry")
    drop_guards()
    sql("UPDATE trail_entry SET did = 'x' WHERE seq = 3")


def unguarded(by: Planted) -> None:
    """The trail's triggers are gone."""
    drop_guards()


def dangling(by: Planted) -> None:
    """A task of a body that is not there."""
    unkeyed("UPDATE programmes_task SET lead_id = 999999")


def unruled(by: Planted) -> None:
    """A constraint was taken away."""
    if connection.vendor == "sqlite":
        sql("DROP INDEX scope_member_one_open")
    else:
        sql("ALTER TABLE scopes_scope DROP CONSTRAINT scope_kind_known")


def unindexed(by: Planted) -> None:
    """An index was taken away."""
    sql("DROP INDEX task_by_due")


def unchecked(by: Planted) -> None:
    """A row breaks a rule that stands."""
    broken = "UPDATE scopes_scope SET kind = 'x' WHERE id = 1"
    if connection.vendor == "sqlite":
        unkeyed(broken)
        return
    sql("ALTER TABLE scopes_scope DROP CONSTRAINT scope_kind_known")
    sql(broken)
    sql(
        "ALTER TABLE scopes_scope ADD CONSTRAINT scope_kind_known "
        "CHECK (kind IN ('body', 'programme', 'plan')) NOT VALID"
    )


def behind(by: Planted) -> None:
    """A row was changed past its history."""
    sql("UPDATE programmes_task SET text = 'khác' WHERE id = %s", by.world.task.pk)


def ended(by: Planted) -> None:
    """No version of a row stands."""
    sql("UPDATE programmes_planversion SET recorded_to = '2026-06-16 00:00:00+00'")


def orphaned(by: Planted) -> None:
    """Versions of a row that is gone."""
    unkeyed("DELETE FROM programmes_planparty")


def gap(by: Planted) -> None:
    """Between two versions there is time."""
    sql(
        "UPDATE programmes_taskversion SET recorded_to = '2020-01-01 00:00:00+00' "
        "WHERE id = %s AND recorded_to IS NOT NULL",
        by.world.task.pk,
    )


def crossed(by: Planted) -> None:
    """A task lies in another circle than its plan; its history agrees."""
    for table in ("programmes_task", "programmes_taskversion"):
        sql(
            f"UPDATE {table} SET scope_id = %s WHERE id = %s",
            by.world.programme.scope_id,
            by.world.task.pk,
        )


def stuck(by: Planted) -> None:
    """A worker took a job up and never came back, and nobody looked."""
    sql(
        "INSERT INTO jobs_job (kind, role, state, attempt, tries, worker, lease_until,"
        " progress_done, progress_total, outcome, asked_at) VALUES ('trail.export', '',"
        " 'running', 1, 1, 'x', '2020-01-01 00:00:00+00', 0, 0, '',"
        " '2020-01-01 00:00:00+00')"
    )


PLANTED: list[tuple[Callable[[Planted], None], str]] = [
    (lost, "file.missing"),
    (cut_short, "file.size"),
    (changed, "file.bytes"),
    (stray, "file.stray"),
    (somewhere_else, "file.stray"),
    (waiting, "file.waiting"),
    (trail_changed, "trail.fault"),
    (unguarded, "guard.missing"),
    (dangling, "key.dangling"),
    (unruled, "constraint.missing"),
    (unindexed, "constraint.missing"),
    (unchecked, ""),
    (behind, "version.differs"),
    (ended, "version.not_one"),
    (orphaned, "version.of_nothing"),
    (gap, "version.times"),
    (crossed, "circle.crossed"),
    (stuck, "job.stuck"),
]
CHECK_BROKEN = {"sqlite": "database.damaged", "postgresql": "constraint.unchecked"}


@pytest.mark.parametrize(
    ("plant", "kind"), PLANTED, ids=[plant.__name__ for plant, _ in PLANTED]
)
def test_planted_damage_is_found(
    plant: Callable[[Planted], None], kind: str, own_world: World, house: Place
) -> None:
    """The same house without it is clean."""
    assert inspect.everything() == []
    plant(Planted(own_world, every(StoredFile), house.files))
    found = {finding.kind for finding in inspect.everything()}
    assert (kind or CHECK_BROKEN[connection.vendor]) in found


def test_every_kind_of_finding_is_planted() -> None:
    """A kind that no damage shows may be one that is never found."""
    shown = {kind for _, kind in PLANTED} | set(CHECK_BROKEN.values()) - {""}
    assert set(WORDS) <= shown


def test_a_file_that_is_still_on_its_way_is_no_finding(
    own_world: World, house: Place
) -> None:
    """Neither one whose row is not written yet, nor one that was not moved yet."""
    store.write(uuid4(), b"just now")
    uuid = every(StoredFile)[0].uuid
    store.place(uuid).rename(store.incoming(uuid))
    os.utime(store.incoming(uuid), (1, 1))
    assert inspect.everything() == []


def test_the_guards_are_those_that_the_migrations_make(own_world: World) -> None:
    """A guard more or less is one here, too."""
    found = {name for (name,) in sql(STANDING[connection.vendor])}
    of_trail = {name for name in found if name.startswith("trail_")}
    assert of_trail == set(GUARDS[connection.vendor])


def inspected(*words: str) -> int:
    """The exit status of ``phoihop inspect``."""
    with pytest.raises(SystemExit) as ended_with:
        cli.main(["inspect", *words])
    return int(ended_with.value.code or 0)


def test_the_command_says_it_by_its_status(
    own_world: World, house: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    """0 clean, 1 found and told in both languages without a text of anybody's."""
    assert inspected() == 0
    assert "Nothing found" in capsys.readouterr().out
    behind(Planted(own_world, [], house.files))
    assert inspected() == 1
    said = capsys.readouterr().out
    assert "phiên bản hiện hành khác dòng" in said
    assert "khác'" not in said
    assert inspected("--json") == 1
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    where = f"programmes_task {own_world.task.pk}"
    assert told == {
        "clean": False,
        "findings": [{"kind": "version.differs", "where": where}],
    }


def test_tables_of_another_version_are_not_looked_at(
    own_world: World, house: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    """2: the findings would be of the version, not of damage."""
    sql("DELETE FROM django_migrations WHERE app = 'programmes'")
    assert inspected() == 2
    assert "phoihop manage migrate" in capsys.readouterr().err
