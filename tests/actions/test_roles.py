"""Who may do what: the table in the code against one written out here by hand."""

from datetime import date, datetime, timedelta

import pytest
import time_machine

from phoihop import clock
from phoihop.organisations import roles
from phoihop.organisations.models import Membership
from phoihop.organisations.permissions import Actor, may, require, scoped
from phoihop.organisations.roles import Permission, Place, Role
from phoihop.pages.scoped import memberships_of
from phoihop.programmes.models import Task
from tests.actions.stage import PLACE, STRANGER
from tests.factories import BEGAN, DEPUTY_UNTIL, World
from tests.refused import forbidden

# One line a permission: the roles that hold it, and the places that allow it.
# officer, leader, deputy, admin, observer, auditor, operator | standing, member
TABLE = {
    "programme.create": ("officer leader deputy", "standing"),
    "programme.edit": ("officer leader deputy", "standing"),
    "plan.create": ("officer leader deputy", "standing"),
    "plan.edit": ("officer leader deputy", "standing"),
    "task.create": ("officer leader deputy", "standing member"),
    "task.edit": ("officer leader deputy", "standing member"),
    "progress.report": ("officer leader deputy", "standing member"),
    "task.accept": ("officer leader deputy", "standing member"),
    "reading.review": ("officer leader deputy", "standing"),
    "review.write": ("officer leader deputy", "standing"),
    "organisation.edit": ("admin operator", "standing"),
    "membership.manage": ("admin operator", "standing"),
    "file.receive": ("officer leader deputy", "standing"),
    "trail.export": ("auditor", "standing"),
    "trail.erase": ("leader admin", "standing"),
    "trail.verify": ("operator", ""),
    "job.retry": ("operator", ""),
    "directory.manage": ("operator", ""),
    "account.open": ("operator", ""),
}
# To verify the trail is to recompute its chain: the words are not shown.
CONTENT_WORDS = (
    "programme", "plan", "task", "progress", "reading", "review", "file", "trail",
)  # fmt: skip
CONTENT = [
    Permission(word)
    for word in TABLE
    if word.split(".")[0] in CONTENT_WORDS and word != "trail.verify"
]


@pytest.mark.pure
def test_the_table_of_the_code_is_the_table_written_here() -> None:
    """Role by role and place by place; a new permission is written in both."""
    for permission in Permission:
        held = {role for role in Role if roles.role_grants(role, permission)}
        allowed = {place for place in Place if roles.place_allows(place, permission)}
        by_role, by_place = TABLE[permission.value]
        assert held == set(map(Role, by_role.split())), permission
        assert allowed == set(map(Place, by_place.split())), permission
    assert set(TABLE) == {permission.value for permission in Permission}


@pytest.mark.pure
def test_the_operator_reaches_into_no_content() -> None:
    """Whoever runs the installation does not read or write what bodies agree on."""
    granted = {p for p in CONTENT if roles.role_grants(Role.OPERATOR, p)}
    assert granted == set()


@pytest.mark.pure
def test_the_observer_holds_nothing() -> None:
    """To see is no permission: it is the circle."""
    assert roles.GRANTS[Role.OBSERVER] == frozenset()


@pytest.mark.pure
def test_what_cannot_be_taken_back_is_not_lent_to_a_deputy() -> None:
    """The deputy has what the leader has, but for erasing."""
    lent = roles.GRANTS[Role.LEADER] - roles.GRANTS[Role.DEPUTY]
    assert lent == {Permission.TRAIL_ERASE}


def test_a_place_in_the_circle_is_asked_on_the_day(world: World) -> None:
    """A body that has left may nothing there from that day on."""
    minh, scope = world.actors["minh"], world.plan.scope
    require(minh, Permission.TASK_EDIT, scope=scope)
    place = scope.members.filter(organisation=world.bodies["so"])
    place.update(until=clock.today())
    with forbidden(STRANGER):
        require(minh, Permission.TASK_EDIT, scope=scope)
    with scoped(minh):
        assert not Task.objects.filter(scope=scope).exists()


def test_without_a_circle_a_body_may_nothing(world: World) -> None:
    """A permission that is held in circles is never held at large."""
    for name in ("lan", "quang", "thu"):
        by = world.actors[name]
        assert not any(may(by, permission) for permission in Permission)


def test_the_supporting_body_is_told_whose_it_is(world: World) -> None:
    """A role that would do, a place that does not."""
    with forbidden(PLACE):
        require(world.actors["minh"], Permission.PLAN_EDIT, scope=world.plan.scope)


def instants() -> list[tuple[datetime, bool]]:
    """Around the days between which dung stands in for the leader."""
    first = datetime.combine(BEGAN, datetime.min.time(), clock.VIETNAM)
    last = datetime.combine(DEPUTY_UNTIL, datetime.min.time(), clock.VIETNAM)
    moment = timedelta(seconds=1)
    return [
        (first - moment, False),
        (first, True),
        (last - moment, True),
        (last, False),
    ]


@pytest.mark.parametrize(("instant", "holds"), instants())
def test_a_deputy_outside_its_dates_acts_in_no_role(
    instant: datetime, holds: bool, world: World
) -> None:
    """To the second, in the time of Việt Nam; the doors ask for the roles of today."""
    with time_machine.travel(instant, tick=False):
        held = memberships_of(world.user("dung"))
    assert [membership.role for membership in held] == ["deputy"] * holds


@pytest.mark.parametrize(
    ("day", "holds"), [(date(2026, 6, 30), True), (date(2026, 7, 1), False)]
)
def test_a_role_holds_to_the_day_before_its_end(
    day: date, holds: bool, world: World
) -> None:
    """As every span here."""
    oanh = Membership.objects.filter(person=world.user("oanh"))
    oanh.update(until=date(2026, 7, 1))
    assert oanh.active(day).exists() is holds


def test_a_stranger_may_nothing_in_the_circles_of_others(world: World) -> None:
    """Whatever the role."""
    xa = world.bodies["xa"]
    for role in Role:
        if role is not Role.OPERATOR:
            stranger = Actor(world.user("cuc"), xa, role)
            for scope in (world.plan.scope, world.programme.scope):
                assert not any(may(stranger, p, scope=scope) for p in Permission)
