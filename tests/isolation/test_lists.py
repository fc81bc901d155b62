"""What owns a circle, which keys cross, which tables lie in none: reviewed lists.

And what the managers promise: without an open scope nothing is read, and outside the
open ones nothing is seen by any key, nor moved.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, IntegrityError, models, transaction

from phoihop import clock
from phoihop.organisations.models import Organisation, ScopeMember
from phoihop.programmes.models import Party, Plan, PlanParty, Programme, Task
from phoihop.scopes.context import NoScopeOpen
from phoihop.scopes.managers import ScopedManager
from phoihop.scopes.models import Scope, ScopedRow, ScopeMismatch
from phoihop.trail.models import Entry
from phoihop.versions.models import VersionedRow, VersionRow
from tests.isolation.province import Kind, Province, acting
from tests.isolation.rows import differences, snapshot

# What owns a circle of its own, by the kind of the circle, and the key to it.
ROOTS: dict[str, tuple[type[models.Model], str]] = {
    Scope.Kind.BODY: (Organisation, "desk"),
    Scope.Kind.PROGRAMME: (Programme, "scope"),
    Scope.Kind.PLAN: (Plan, "scope"),
}
# The keys that may lead from a row to a row of another circle.
CROSSINGS = {
    # The parties of a plan are parties of its programme, so they see it anyway.
    "programmes.Plan": {"programme"},
    # What was made of a reading on one's own desk lies with the plan's parties.
    "programmes.Confirmation": {"plan"},
    # What a body looks back on lies with the parties; its review on its desk.
    "reports.Review": {"programme", "plan"},
    # The passage is shared, the paper it stands in stays on its owner's desk.
    "programmes.Source": {"document"},
    # What a sheet lists is shared; its file stays with the body that handed it in.
    "programmes.TaskSheet": {"file"},
}
# Tables in no circle, each with its reason. The history of a listed table lies in
# none either: it says of the row what the row said.
IN_NO_CIRCLE = {
    "accounts.User": "asked before it is known for whom somebody acts",
    "jobs.Timer": "when work that comes round was last begun",
    "notices.Digest": "a person and a day; says nothing of what the letter told",
    "notices.Notice": "a person's own; its subject is found in their open circles",
    "organisations.Alias": "reference: how papers call a body",
    "organisations.BodyList": "the operator's: bodies that may enter the directory",
    "organisations.BodyListLine": "the same, line by line",
    "organisations.Channel": "reference: where a body speaks in its own name",
    "organisations.Competence": "reference: which body answers for what",
    "organisations.Designation": "reference: by what signs papers know a body",
    "organisations.FocalPoint": "reference: whom to turn to in a body",
    "organisations.Invitation": "whoever comes by a link is in no circle yet",
    "organisations.JointTerm": "reference: by which decision a group sits",
    "organisations.Membership": "asked before any circle is open",
    "organisations.Organisation": "reference: who is who may be looked up",
    "organisations.OrganisationName": "reference: what a body is called",
    "organisations.Relation": "reference: who stands under whom",
    "organisations.ScopeMember": "what circles are made from",
    "organisations.Succession": "reference: who came after whom",
    "organisations.Topic": "reference: fields of services and decisions",
    "posts.Post": "keys of one person's own forms; says nothing of their content",
    "scopes.Scope": "the circles themselves: a kind and a number",
    "trail.Head": "one row for the whole chain: a number and a hash",
    "trail.Payload": "read only for entries that the open scope showed",
}
# Filtered by the open scope though it points to its circle by number, not by key.
BY_ITS_MANAGER = {
    "jobs.Job": "points to its circle by key, but the operator's lie in none",
    "trail.Entry": "the trail stands in the way of no live row",
}
# Tables of the framework that the product uses.
OF_THE_FRAMEWORK = {
    "account.EmailAddress": "unused, empty; comes with allauth",
    "account.EmailConfirmation": "unused, empty; comes with allauth",
    "auth.Group": "unused; comes with signing in",
    "auth.Permission": "unused; comes with signing in",
    "axes.AccessAttempt": "wrong tries: a keyed hash, an address, a number",
    "axes.AccessAttemptExpiration": "unused, empty; comes with axes",
    "axes.AccessFailureLog": "unused, empty; comes with axes",
    "axes.AccessLog": "unused, empty; comes with axes",
    "contenttypes.ContentType": "names of models",
    "django_tasks_database.DBTaskResult": "the queue: numbers of jobs, no text",
    "sessions.Session": "who is signed in, by a secret key",
}


def concrete() -> list[type[models.Model]]:
    """Every model of the house with a table."""
    return [m for m in apps.get_models() if m.__module__.startswith("phoihop.")]


def recorded_of(model: type[models.Model]) -> str:
    """The label of the model whose history this is; empty for any other."""
    rows = (m for m in concrete() if issubclass(m, VersionedRow))
    return next((row._meta.label for row in rows if row.history is model), "")


def in_a_circle() -> list[type[models.Model]]:
    """The models whose rows the open scope filters."""
    return [
        model
        for model in concrete()
        if issubclass(model, ScopedRow)
        or model._meta.label in BY_ITS_MANAGER
        or (recorded_of(model) and recorded_of(model) not in IN_NO_CIRCLE)
    ]


# --- the lists ---------------------------------------------------------------------


def test_every_table_lies_in_circles_or_is_listed_with_its_reason() -> None:
    unsaid = {
        model._meta.label
        for model in concrete()
        if model not in in_a_circle() and recorded_of(model) not in IN_NO_CIRCLE
    }
    assert unsaid == set(IN_NO_CIRCLE)
    assert all(IN_NO_CIRCLE.values())


def test_every_table_that_is_not_ours_is_listed_with_its_reason() -> None:
    theirs = {m._meta.label for m in apps.get_models()} - {
        m._meta.label for m in concrete()
    }
    assert theirs == set(OF_THE_FRAMEWORK)


def test_what_lies_in_circles_is_filtered_by_its_managers() -> None:
    for model in in_a_circle():
        assert isinstance(model._default_manager, ScopedManager), model
        assert all(isinstance(m, ScopedManager) for m in model._meta.managers), model
        if model is not Entry:
            assert isinstance(model._base_manager, ScopedManager), model


def test_the_history_of_a_row_in_a_circle_lies_in_the_same_circle() -> None:
    histories: list[Any] = [m for m in in_a_circle() if issubclass(m, VersionRow)]
    assert len(histories) == 20
    for model in histories:
        assert model._meta.get_field("scope").related_model is Scope


def test_every_kind_of_circle_has_one_root_and_every_root_one_circle() -> None:
    assert set(Scope.Kind.values) == set(ROOTS)
    for root, key in ROOTS.values():
        field: Any = root._meta.get_field(key)
        alone = [c.fields for c in root._meta.total_unique_constraints]
        assert field.related_model is Scope
        assert field.unique or (key,) in alone, root


def test_the_crossing_keys_are_the_reviewed_ones() -> None:
    crossing = {
        model._meta.label: set(model.crossings)
        for model in concrete()
        if issubclass(model, ScopedRow) and model.crossings
    }
    assert crossing == CROSSINGS
    for label, names in CROSSINGS.items():
        for name in names:
            target = apps.get_model(label)._meta.get_field(name).related_model
            assert isinstance(target, type)
            assert issubclass(target, ScopedRow)


# --- no scope is open --------------------------------------------------------------


@pytest.mark.parametrize("model", in_a_circle(), ids=lambda model: model._meta.label)
def test_a_query_without_an_open_scope_raises(model: Any) -> None:
    with pytest.raises(NoScopeOpen):
        model.objects.first()
    with pytest.raises(NoScopeOpen):
        model._default_manager.count()
    if issubclass(model, VersionedRow):
        with pytest.raises(NoScopeOpen):
            model.as_was(clock.now())


def test_no_key_leads_anywhere_without_an_open_scope(province: Province) -> None:
    plan, task = of_b1(province, "P1-A")
    with pytest.raises(NoScopeOpen):
        plan.tasks.count()
    with pytest.raises(NoScopeOpen):
        plan.parties.count()
    with pytest.raises(NoScopeOpen):
        _ = task.plan
    with pytest.raises(NoScopeOpen):
        task.change(seen=task.version, text="của không ai")


# --- another scope is open ---------------------------------------------------------


def of_b1(province: Province, circle: str) -> tuple[Plan, Task]:
    """A plan that B1 is in and a task of it, each fresh from the database."""
    with acting(province, "b1-officer", "B1"):
        scope = province.scopes[circle]
        plan = Plan.objects.select_related("scope").get(scope_id=scope)
        return plan, Task.objects.select_related("scope").filter(plan=plan).earliest(
            "pk"
        )


def test_keys_lead_nowhere_from_outside_the_circle(province: Province) -> None:
    plan, task = of_b1(province, "P1-A")
    with acting(province, "b3-officer", "B3"):  # in P1, but not in its plan A
        with pytest.raises(Plan.DoesNotExist):
            _ = task.plan
        with pytest.raises(Task.DoesNotExist):
            task.refresh_from_db()
        assert plan.tasks.count() == plan.parties.count() == 0
        assert not Task.objects.filter(plan=plan).exists()
        assert not Task.history.objects.filter(id=task.pk).exists()
        assert not Task.as_was(clock.now()).filter(id=task.pk).exists()
        # The way across is open: the programme is the wider circle, and theirs.
        assert plan.programme.parties.count() == 4
        assert plan not in plan.programme.plans.all()
    with acting(province, "b6-officer", "B6"):  # in neither
        fresh = Plan(pk=plan.pk, programme_id=plan.programme_id)
        with pytest.raises(Programme.DoesNotExist):
            _ = fresh.programme


def test_a_prefetch_brings_nothing_from_outside_the_circle(province: Province) -> None:
    with acting(province, "b3-officer", "B3"):
        programmes = Programme.objects.prefetch_related("plans__tasks", "parties")
        found = {plan.scope_id for one in programmes for plan in one.plans.all()}
    assert found == {province.scopes["P1-B"], province.scopes["P2-A"]}


# Every way of Django to write a row that one holds in one's hands.
WRITES: dict[str, Callable[[Any], object]] = {
    "change": lambda row: row.change(seen=row.version, text="của người lạ"),
    "save": lambda row: row.save(),
    "Model.save": models.Model.save,
    "forced": lambda row: models.Model.save(row, force_update=True),
    "save_base": lambda row: row.save_base(),
    "delete": lambda row: row.delete(),
    "rows.update": lambda row: Task.objects.filter(pk=row.pk).update(text="lạ"),
    "rows.delete": lambda row: Task.objects.filter(pk=row.pk).delete(),
    "bulk_update": lambda row: Task.objects.bulk_update([row], ["text"]),
    "update_or_create": lambda row: Task.objects.update_or_create(
        {"text": "lạ"}, pk=row.pk, scope=row.scope, plan_id=row.plan_id, lead_id=1
    ),
}


@pytest.mark.parametrize("write", WRITES)
def test_no_write_to_a_row_outside_the_circle_moves_anything(
    province: Province, write: str
) -> None:
    _plan, task = of_b1(province, "P1-A")
    before = snapshot()
    task.text = "của người lạ"
    refusals = (DatabaseError, IntegrityError, ObjectDoesNotExist, TypeError)
    with acting(province, "b3-officer", "B3"):
        try:
            with transaction.atomic():
                WRITES[write](task)
        except refusals:
            pass
    assert differences(before) == []


def test_a_body_taken_out_of_a_circle_sees_it_no_longer(province: Province) -> None:
    scope = province.scopes["P1-A"]
    members = ScopeMember.objects.filter(scope_id=scope)
    gone = members.get(organisation=province.bodies["B2"])
    with acting(province, "b2-officer", "B2"):
        assert Plan.objects.filter(scope_id=scope).exists()
        gone.change(seen=gone.version, until=clock.today())
        assert not Plan.objects.filter(scope_id=scope).exists()
        assert not Task.objects.filter(scope_id=scope).exists()
        assert not Entry.objects.filter(scope_id=scope).exists()


def test_a_body_sees_a_circle_from_the_day_on_which_it_enters(
    province: Province,
) -> None:
    tomorrow = clock.today() + timedelta(days=1)
    with acting(province, "b5-officer", "B5"):
        ScopeMember.objects.create(
            scope_id=province.scopes["P1"],
            organisation=province.bodies["B5"],
            place="member",
            since=tomorrow,
        )
        assert not Programme.objects.filter(scope_id=province.scopes["P1"]).exists()


# --- a key that leads out of the circle --------------------------------------------


def test_a_row_cannot_be_made_with_a_key_out_of_its_circle(province: Province) -> None:
    here, _ = of_b1(province, "P1-A")
    there, _ = of_b1(province, "P1-B")
    lead = province.bodies["B1"]
    with acting(province, "b1-officer", "B1"):
        with pytest.raises(ScopeMismatch, match=r"Task\.plan"):
            Task.objects.create(scope=here.scope, plan=there, text="lạc", lead=lead)
        with pytest.raises(ScopeMismatch, match=r"PlanParty\.plan"):
            PlanParty.objects.create(
                scope=here.scope, plan=there, organisation=lead, role="member"
            )
        with pytest.raises(ScopeMismatch, match=r"Party\.programme"):
            Party.objects.create(
                scope=here.scope,
                programme=here.programme,
                organisation=lead,
                role="member",
            )


def test_a_row_cannot_be_changed_to_a_key_out_of_its_circle(
    province: Province,
) -> None:
    _here, task = of_b1(province, "P1-A")
    there, _ = of_b1(province, "P1-B")
    before = snapshot(["programmes_task"])
    with acting(province, "b1-officer", "B1"):
        with pytest.raises(ScopeMismatch, match=r"Task\.plan"):
            task.change(seen=task.version, plan=there)
        # Neither by the name of the column, nor by moving the row to the circle.
        with pytest.raises(TypeError, match="plan_id"):
            task.change(seen=task.version, plan_id=there.pk)
        with pytest.raises(TypeError, match="scope"):
            task.change(seen=task.version, scope=there.scope)
    assert differences(before) == []


def test_a_row_cannot_be_made_behind_a_key_to_what_one_does_not_see(
    province: Province,
) -> None:
    plan, _ = of_b1(province, "P1-A")
    own = next(t for t in province.things if t.key == "P2-A" and t.kind is Kind.PLAN)
    with acting(province, "b3-officer", "B3"):
        scope = Plan.objects.get(pk=own.pk).scope
        with pytest.raises(Plan.DoesNotExist):
            Task.objects.create(
                scope=scope, plan_id=plan.pk, text="lạc", lead=province.bodies["B3"]
            )


def test_the_crossing_key_may_lead_out(province: Province) -> None:
    plan, _ = of_b1(province, "P1-A")
    with acting(province, "b1-officer", "B1"):
        assert plan.programme.scope_id != plan.scope_id
