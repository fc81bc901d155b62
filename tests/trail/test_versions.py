"""“As was at T” is what had been recorded at T, whatever became of it later."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

import phoihop
from phoihop import clock
from phoihop.accounts.models import User
from phoihop.files.models import StoredFile
from phoihop.organisations.actions import directory, papers
from phoihop.organisations.models import OrganisationName
from phoihop.organisations.permissions import scoped
from phoihop.programmes.actions import tasks
from phoihop.programmes.models import (
    Party,
    Plan,
    PlanParty,
    PlanVersion,
    Programme,
    Task,
    TaskVersion,
)
from phoihop.refusals import Stale
from phoihop.scopes.context import NoScopeOpen, unscoped
from phoihop.scopes.models import ScopedRow
from phoihop.trail.actions import record
from phoihop.versions.models import WithdrawableRow
from tests.factories import World
from tests.trail.year import Year
from tests.witness import BECAUSE, every, version_faults, versioned_models

Table = list[tuple[object, ...]]


def as_was(at: datetime) -> dict[str, Table]:
    """Every versioned table of the house, as it was recorded at an instant."""
    with unscoped(because=BECAUSE):
        return {
            model.__name__: sorted(
                model.as_was(at).values_list(
                    *[field.attname for field in model._meta.concrete_fields]
                ),
                key=repr,
            )
            for model in versioned_models()
        }


def as_is() -> dict[str, Table]:
    """Every versioned table of the house, as it is, without what was taken back."""
    return {
        model.__name__: sorted(
            (
                tuple(getattr(r, f.attname) for f in model._meta.concrete_fields)
                for r in every(model)
                # What was taken back is not there any more.
                if not (isinstance(r, WithdrawableRow) and r.withdrawn_on is not None)
            ),
            key=repr,
        )
        for model in versioned_models()
    }


def verbs() -> Iterator[tuple[Any, str]]:
    """(module, name) of every action of the house that writes rows with versions."""
    rooms = ("organisations", "documents", "programmes", "accounts")
    for found in pkgutil.walk_packages(phoihop.__path__, "phoihop."):
        if found.name.split(".")[1] in rooms and ".actions" in found.name:
            module = importlib.import_module(found.name)
            for name, verb in inspect.getmembers(module, inspect.isfunction):
                if verb.__module__ == module.__name__ and not name.startswith("_"):
                    yield module, name


def test_as_was_is_one_call(world: World) -> None:
    """The text, the lead and the date that were recorded then."""
    minh, made = world.actors["minh"], clock.now()
    with scoped(minh):
        task = Task.objects.get(pk=world.task.pk)
        said = (task.text, task.lead_id, task.due_date)
        with clock.standing_at(made + timedelta(days=1)):
            tasks.edit(
                task=task, seen=1, text="Đã đổi", lead=world.bodies["so"],
                due_date=None, by=minh, on=clock.today(),
            )  # fmt: skip
        was = Task.as_was(made).get(id=task.pk)
        is_now = Task.as_was(made + timedelta(days=2)).get(id=task.pk)
        assert not Task.as_was(datetime(2020, 1, 1, tzinfo=UTC)).exists()
    assert (was.text, was.lead_id, was.due_date) == said
    assert (is_now.text, is_now.due_date) == ("Đã đổi", None)
    assert is_now.recorded_by == minh.user_id


def test_an_entry_dated_back_changes_no_past(world: World) -> None:
    """A body is renamed today from a day last year on: last week stays as it was."""
    hanh = world.actors["hanh"]
    last_week = clock.now() - timedelta(days=7)
    before = as_was(last_week)
    with scoped(hanh):
        directory.rename(
            body=world.bodies["so"], name="Tên mới", valid_from=date(2026, 1, 20),
            by=hanh, on=clock.today(),
        )  # fmt: skip
    assert as_was(last_week) == before
    names = OrganisationName.objects.filter(organisation=world.bodies["so"])
    valid_then = names.on(date(2026, 3, 1)).get()
    assert valid_then.text == "Tên mới"


def test_a_year_of_work_leaves_every_row_equal_to_its_standing_version(
    world: World,
) -> None:
    """Of every table that keeps versions; and what is now is what was a moment ago."""
    year = Year(world).play()
    assert version_faults() == []
    assert as_was(year.seen[-1]) == as_is()
    for model in versioned_models():
        assert model.history.objects is not None


def test_the_year_calls_every_action(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the test above says less than it seems to; a new action comes into it."""
    called, known = set(), set()

    def counting(verb: Callable[..., Any], name: str) -> Callable[..., Any]:
        def counted(**words: Any) -> Any:
            called.add(name)
            return verb(**words)

        return counted

    for module, name in verbs():
        full = f"{module.__name__}.{name}"
        known.add(full)
        monkeypatch.setattr(module, name, counting(getattr(module, name), full))
    Year(world).play()
    assert known - called == set()


def test_a_moment_once_read_never_changes_afterwards(world: World) -> None:
    """What was seen after each step of the year is seen again at its end."""
    snapshots: dict[datetime, dict[str, Table]] = {}

    class Watched(list[datetime]):
        def append(self, instant: datetime) -> None:
            snapshots[instant] = as_was(instant)

    year = Year(world)
    year.seen = Watched()
    year.play()
    assert len(snapshots) > 15
    assert [at for at, seen in snapshots.items() if as_was(at) != seen] == []


def test_an_action_that_forgets_to_record_is_caught(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A planted bug: the row is changed and neither trail nor history hear of it."""
    monkeypatch.setattr(tasks, "record", lambda **_: None)
    Year(world).play()
    faults = version_faults()
    assert faults
    assert all(fault.startswith("Task ") for fault in faults)


def test_a_row_left_out_of_the_record_is_caught(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A planted bug: the action records, but does not name what else it wrote."""

    def forgetful(**words: Any) -> Any:
        return record(**{**words, "also": ()})

    monkeypatch.setattr(directory, "record", forgetful)
    Year(world).play()
    forgotten = {fault.split()[0] for fault in version_faults()}
    assert {"OrganisationName", "Alias", "Relation", "ScopeMember"} <= forgotten


def test_a_standing_row_is_not_saved(world: World) -> None:
    """It is changed by change(), which compares what was seen."""
    with scoped(world.actors["lan"]):
        task = Task.objects.get(pk=world.task.pk)
        task.text = "Ghi thẳng"
        with pytest.raises(TypeError, match=r"changed by change\(\)"):
            task.save()
        assert Task.objects.get(pk=world.task.pk).text != "Ghi thẳng"


def test_whoever_saw_an_older_version_is_told_what_stands_now(world: World) -> None:
    """Compare and set: the second of two gets the stored facts, not an overwrite."""
    with scoped(world.actors["lan"]):
        first = Task.objects.get(pk=world.task.pk)
        second = Task.objects.get(pk=world.task.pk)
        first.change(seen=1, text="Của người thứ nhất")
        with pytest.raises(Stale) as told:
            second.change(seen=1, text="Của người thứ hai")
    assert told.value.version == 2
    assert told.value.current["text"] == "Của người thứ nhất"


def test_the_history_of_scoped_rows_is_scoped(world: World) -> None:
    """No version outside of an open circle, and none at all where none is open."""
    scoped_models = [m for m in versioned_models() if issubclass(m, ScopedRow)]
    written = {Programme, Party, Plan, PlanParty, Task, StoredFile}
    assert written <= set(scoped_models)
    by, on = world.actors["minh"], clock.today()
    with scoped(by):
        examined = papers.examine(data=b"Ke hoach", name="a.txt", by=by, on=on)
        papers.receive_file(examined=examined, by=by, on=on)
    for model in scoped_models:
        with pytest.raises(NoScopeOpen):
            model.as_was(clock.now()).exists()
        with scoped(world.actors["cuc"]):
            assert not model.history.objects.exists()
            assert not model.as_was(clock.now()).exists()
        if model in written:
            with scoped(world.actors["minh"]):
                assert model.as_was(clock.now()).exists()


def test_the_key_of_a_version_leads_nowhere_outside_the_circle(world: World) -> None:
    """The way from a version to its plan is as narrow as the way from the task."""
    with scoped(world.actors["lan"]):
        version = TaskVersion.objects.filter(id=world.task.pk).get()
    with scoped(world.actors["cuc"]), pytest.raises(Plan.DoesNotExist):
        str(version.plan)
    assert PlanVersion._meta.base_manager_name == "objects"


def test_two_versions_of_a_row_never_stand_at_once(world: World) -> None:
    """The database itself refuses the second."""
    with scoped(world.actors["lan"]):
        (standing,) = TaskVersion.objects.filter(id=world.task.pk)
        standing.pk = None
        with pytest.raises(IntegrityError), transaction.atomic():
            standing.save(force_insert=True)


def test_who_recorded_a_version_is_kept_beside_it(world: World) -> None:
    """The account's number; no foreign key, as in the trail."""
    lan = User.objects.get(username="lan").pk
    with scoped(world.actors["lan"]):
        (kept,) = TaskVersion.objects.filter(id=world.task.pk)
    assert kept.recorded_by == lan
