"""Verbs on people: accounts are the operator's, roles the admin's to give."""

from datetime import date
from typing import Any

import pytest

from phoihop import clock
from phoihop.accounts.models import User
from phoihop.organisations.actions import people
from phoihop.organisations.models import Membership
from phoihop.organisations.permissions import actor_of
from phoihop.organisations.roles import Role
from phoihop.refusals import Stale
from phoihop.trail.reading import history
from tests.actions.stage import ROLE, STRANGER, acting, forbidden_to
from tests.factories import DEPUTY_UNTIL, PEOPLE, World
from tests.refused import refused
from tests.witness import every, last_entry, said, version_faults

NOT_OPERATOR = [name for name in PEOPLE if name != "hanh"]
NOT_MANAGING = [name for name in PEOPLE if name not in ("hanh", "quang")]
PASSWORD = "đủ dài và không ai đoán"


def account(**other: Any) -> dict[str, Any]:
    """The words with which an account is opened."""
    words = {"username": "mai", "name": "Mai", "password": PASSWORD}
    return {**words, "on": clock.today(), **other}


def given(world: World, **other: Any) -> dict[str, Any]:
    """The words with which cuc becomes an observer in ban."""
    words = {
        "person": world.user("cuc"),
        "body": world.bodies["ban"],
        "role": Role.OBSERVER,
        "since": date(2026, 7, 1),
        "on": clock.today(),
    }
    return words | other


def held(name: str) -> Membership:
    """The first role of one of the cast."""
    rows = Membership.objects.select_related("organisation__desk")
    return rows.filter(person__username=name).earliest("pk")


class TestAccounts:
    """Somebody can sign in."""

    def test_the_operator_opens_an_account(self, world: World) -> None:
        """Its name is written small; the password is stored as a hash."""
        with acting(world, "hanh") as by:
            user = people.open_account(by=by, **account(username=" Mai "))
        stored = User.objects.get(pk=user.pk)
        assert stored.username == "mai"
        assert stored.check_password(PASSWORD)
        assert PASSWORD not in stored.password

    @pytest.mark.parametrize("name", NOT_OPERATOR)
    def test_an_account_is_opened_by_nobody_else(self, name: str, world: World) -> None:
        """Accounts are the installation's."""
        with forbidden_to(world, name, ROLE) as by:
            people.open_account(by=by, **account())

    def test_an_operator_opens_the_account_of_another(self, world: World) -> None:
        """With the role from today on, in no body."""
        with acting(world, "hanh") as by:
            role = people.open_operator(by=by, **account())
        assert (role.role, role.organisation) == (Role.OPERATOR, None)
        assert (role.person.username, role.since) == ("mai", clock.today())
        assert last_entry().did == "membership.given"
        assert version_faults() == []

    @pytest.mark.parametrize("name", NOT_OPERATOR)
    def test_an_operator_is_made_by_nobody_else(self, name: str, world: World) -> None:
        """And no account is left of the attempt."""
        with forbidden_to(world, name, ROLE) as by:
            people.open_operator(by=by, **account())

    def test_a_name_is_given_once(self, world: World) -> None:
        """However it is written."""
        code = "account.name_taken"
        with acting(world, "hanh") as by, refused(code, field="username"):
            people.open_account(by=by, **account(username="LAN"))

    @pytest.mark.parametrize("password", ["ngắn", "password1234"])
    def test_a_password_is_not_weak(self, password: str, world: World) -> None:
        """Twelve characters, and not a common word."""
        code = "account.password_weak"
        with acting(world, "hanh") as by, refused(code, field="password"):
            people.open_account(by=by, **account(password=password))

    def test_it_leaves_a_trail_without_the_password(self, world: World) -> None:
        """In no circle; neither the word nor its hash."""
        with acting(world, "hanh") as by:
            user = people.open_account(by=by, **account())
        entry = last_entry()
        assert (entry.did, entry.object_id) == ("account.opened", user.pk)
        assert entry.scope_id is None
        assert said(entry)["after"] == {"username": "mai", "name": "Mai"}


class TestGivingRoles:
    """Somebody acts for a body."""

    @pytest.mark.parametrize("name", ["quang", "hanh"])
    def test_the_admin_or_the_operator_gives_a_role(
        self, name: str, world: World
    ) -> None:
        """From a day on."""
        with acting(world, name) as by:
            role = people.give_role(by=by, **given(world))
        assert (role.organisation, role.role) == (world.bodies["ban"], Role.OBSERVER)
        assert role.since == date(2026, 7, 1)
        assert version_faults() == []

    @pytest.mark.parametrize("name", NOT_MANAGING)
    def test_a_role_is_given_by_nobody_else(self, name: str, world: World) -> None:
        """A leader neither: who is who is the admin's to keep."""
        with forbidden_to(world, name, ROLE) as by:
            people.give_role(by=by, **given(world))

    def test_an_admin_gives_no_role_in_another_body(self, world: World) -> None:
        """The desk of so is not quang's."""
        with forbidden_to(world, "quang", STRANGER) as by:
            people.give_role(by=by, **given(world, body=world.bodies["so"]))

    def test_an_admin_makes_no_operator(self, world: World) -> None:
        """The operator's role is in no body and is given by an operator."""
        words = given(world, body=None, role=Role.OPERATOR)
        with forbidden_to(world, "quang", STRANGER) as by:
            people.give_role(by=by, **words)
        with acting(world, "hanh") as by:
            assert people.give_role(by=by, **words).organisation is None

    @pytest.mark.parametrize(
        ("body", "role"), [("ban", Role.OPERATOR), (None, Role.OFFICER)]
    )
    def test_only_the_operator_is_in_no_body(
        self, body: str | None, role: Role, world: World
    ) -> None:
        """And every other role is in one."""
        words = given(world, body=world.bodies[body] if body else None, role=role)
        code = "membership.operator_without_body"
        with acting(world, "hanh") as by, refused(code, field="role"):
            people.give_role(by=by, **words)

    def test_a_deputy_has_an_end(self, world: World) -> None:
        """What is lent is given back."""
        code = "membership.deputy_needs_end"
        with acting(world, "quang") as by, refused(code, field="until"):
            people.give_role(by=by, **given(world, role=Role.DEPUTY))

    def test_a_role_has_days(self, world: World) -> None:
        """It ends after the day on which it begins."""
        code = "membership.span_empty"
        with acting(world, "quang") as by, refused(code, field="until"):
            people.give_role(by=by, **given(world, until=date(2026, 7, 1)))

    def test_the_same_role_is_not_held_twice_on_one_day(self, world: World) -> None:
        """Another role, or the same one later, may be."""
        august = date(2026, 8, 1)
        with acting(world, "quang") as by:
            people.give_role(by=by, **given(world, until=august))
            with refused("membership.overlaps", field="since"):
                people.give_role(by=by, **given(world, since=date(2026, 7, 31)))
            people.give_role(by=by, **given(world, since=august))
            people.give_role(by=by, **given(world, role=Role.AUDITOR))

    @pytest.mark.parametrize("name", ["quang", "hanh"])
    def test_nobody_gives_a_role_to_themselves(self, world: World, name: str) -> None:
        """The operator least of all, who would let himself into a body's content."""
        own = given(world, person=world.user(name))
        code = "membership.to_oneself"
        with acting(world, name) as by, refused(code, field="person"):
            people.give_role(by=by, **own)

    def test_it_leaves_a_trail_on_the_desk(self, world: World) -> None:
        """Who is who in a body is read there and nowhere else."""
        with acting(world, "quang") as by:
            role = people.give_role(by=by, **given(world))
            assert history(role)
        entry = last_entry()
        assert (entry.did, entry.object_id) == ("membership.given", role.pk)
        assert entry.scope_id == world.bodies["ban"].desk_id
        with acting(world, "cuc"):
            assert history(role) == []


class TestEndingRoles:
    """A role is taken back."""

    @pytest.mark.parametrize("name", ["quang", "hanh"])
    def test_a_role_ends_today(self, name: str, world: World) -> None:
        """It does not hold on the day on which it is taken."""
        membership = held("oanh")
        with acting(world, name) as by:
            people.end_role(membership=membership, seen=1, by=by, on=clock.today())
        oanh = Membership.objects.filter(person=world.user("oanh"))
        assert not oanh.active(clock.today()).exists()
        assert version_faults() == []

    @pytest.mark.parametrize("name", NOT_MANAGING)
    def test_a_role_is_taken_by_nobody_else(self, name: str, world: World) -> None:
        """Not by the person, not by the leader."""
        membership = held("oanh")
        with forbidden_to(world, name, ROLE) as by:
            people.end_role(membership=membership, seen=1, by=by, on=clock.today())

    def test_a_role_that_has_not_begun_never_holds(self, world: World) -> None:
        """It ends on the day on which it would have begun."""
        with acting(world, "quang") as by:
            membership = people.give_role(by=by, **given(world))
            people.end_role(membership=membership, seen=1, by=by, on=clock.today())
        assert membership.until == membership.since

    def test_a_role_ends_once(self, world: World) -> None:
        """The second time is told since when."""
        with acting(world, "quang") as by:
            membership = held("oanh")
            people.end_role(membership=membership, seen=1, by=by, on=clock.today())
            with refused("membership.already_ended"):
                people.end_role(membership=membership, seen=2, by=by, on=clock.today())

    def test_of_two_who_end_it_the_second_is_told(self, world: World) -> None:
        """Each had the page open."""
        one, other = held("dung"), held("dung")
        with acting(world, "quang") as by:
            people.end_role(membership=one, seen=1, by=by, on=clock.today())
        with acting(world, "hanh") as by, pytest.raises(Stale):
            people.end_role(membership=other, seen=1, by=by, on=clock.today())

    def test_it_leaves_a_trail(self, world: World) -> None:
        """From which end to which."""
        with acting(world, "quang") as by:
            people.end_role(membership=held("dung"), seen=1, by=by, on=clock.today())
        entry = last_entry()
        assert entry.did == "membership.ended"
        assert said(entry)["before"]["until"] == DEPUTY_UNTIL.isoformat()
        assert said(entry)["after"]["until"] == clock.today().isoformat()

    def test_whoever_acts_does_so_in_one_membership(self, world: World) -> None:
        """The actor is the person, the body and the role of that membership."""
        by = actor_of(held("dung"))
        assert (by.user, by.role) == (world.user("dung"), Role.DEPUTY)
        assert by.organisation_id == world.bodies["ban"].pk
        assert len(every(Membership)) == len(PEOPLE)
