"""Verbs on invitations: a link is made, used once, taken back, and runs out."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine

from phoihop import clock
from phoihop.accounts.actions import Oneself
from phoihop.accounts.models import User
from phoihop.organisations.actions import invitations, people
from phoihop.organisations.actions.invitations import Invited
from phoihop.organisations.models import Invitation, Membership
from phoihop.organisations.models.invitation import hash_of
from phoihop.organisations.permissions import command_line
from phoihop.organisations.roles import Role
from phoihop.refusals import Stale
from phoihop.trail.models import Entry
from phoihop.trail.reading import history
from tests.actions.stage import ROLE, STRANGER, acting, forbidden_to
from tests.conftest import NOW
from tests.factories import PASSWORD, PEOPLE, World
from tests.refused import refused
from tests.witness import dump, every, last_entry, said, version_faults

NOT_MANAGING = [name for name in PEOPLE if name not in ("hanh", "quang")]
TODAY = date(2026, 6, 15)
NEW = "đủ dài và không ai đoán"


def asked(world: World, **other: Any) -> dict[str, Any]:
    """The words with which Mai is invited to ban as an officer."""
    words = {
        "body": world.bodies["ban"],
        "name": "Lý Thị Mai",
        "role": Role.OFFICER,
        "since": TODAY,
        "on": TODAY,
    }
    return words | other


def invited(world: World, by: str = "quang", **other: Any) -> Invited:
    """Mai's invitation, made by one of the cast."""
    with acting(world, by) as actor:
        return invitations.invite(by=actor, **asked(world, **other))


def offered(world: World, person: str, by: str = "quang", body: str = "ban") -> Invited:
    """A link to a new password for one of the cast."""
    with acting(world, by) as actor:
        return invitations.offer_password(
            body=world.bodies[body], person=world.user(person), by=actor, on=TODAY
        )


def joins(link: Invited, username: str = "mai", on: date = TODAY) -> Membership:
    """Whoever holds the link makes an account by it."""
    row = Invitation.objects.get(pk=link.pk)
    return invitations.join_newly(
        invitation=row, username=username, password=NEW, on=on
    )


def joins_as(world: World, link: Invited, name: str) -> Membership:
    """One of the cast takes the role with the account they have."""
    person = world.user(name)
    return invitations.join(
        invitation=link.invitation, person=person, by=Oneself(person.pk), on=TODAY
    )


def ends(world: World, name: str, by: str = "hanh") -> None:
    """The first role of one of the cast is taken back today."""
    rows = Membership.objects.select_related("organisation__desk", "person")
    role = rows.filter(person__username=name).earliest("pk")
    with acting(world, by) as actor:
        people.end_role(membership=role, seen=role.version, by=actor, on=TODAY)


class TestInviting:
    """A link is made."""

    @pytest.mark.parametrize("name", ["quang", "hanh"])
    def test_the_admin_or_the_operator_invites(self, name: str, world: World) -> None:
        link = invited(world, by=name)
        row = Invitation.objects.get(pk=link.pk)
        assert (row.name, row.role, row.kind) == ("Lý Thị Mai", "officer", "join")
        assert row.expires_on == TODAY + timedelta(days=7)
        assert row.invited_by == world.user(name)
        assert version_faults() == []

    @pytest.mark.parametrize("name", NOT_MANAGING)
    def test_nobody_else_invites(self, name: str, world: World) -> None:
        with forbidden_to(world, name, ROLE) as by:
            invitations.invite(by=by, **asked(world))

    def test_an_admin_invites_to_no_other_body(self, world: World) -> None:
        with forbidden_to(world, "quang", STRANGER) as by:
            invitations.invite(by=by, **asked(world, body=world.bodies["so"]))

    def test_what_is_in_the_link_is_stored_as_a_hash_only(self, world: World) -> None:
        link = invited(world)
        assert len(link.token) >= 43  # 256 bits in letters
        assert Invitation.objects.get(pk=link.pk).token_hash == hash_of(link.token)
        assert link.token not in repr(dump())

    def test_no_two_links_are_the_same(self, world: World) -> None:
        assert invited(world).token != invited(world).token

    @pytest.mark.parametrize(
        ("other", "code", "field"),
        [
            ({"role": Role.DEPUTY}, "membership.deputy_needs_end", "until"),
            ({"until": TODAY}, "membership.span_empty", "until"),
            ({"role": Role.OPERATOR}, "membership.operator_without_body", "role"),
            ({"days": 0}, "invitation.days", "days"),
            ({"days": 31}, "invitation.days", "days"),
        ],
    )
    def test_what_holds_for_giving_a_role_holds_for_inviting(
        self, other: dict[str, Any], code: str, field: str, world: World
    ) -> None:
        before = dump()
        with refused(code, field=field):
            invited(world, **other)
        assert dump() == before

    def test_it_leaves_a_trail_on_the_desk_without_the_link(self, world: World) -> None:
        link = invited(world)
        entry = last_entry()
        assert (entry.did, entry.object_id) == ("invitation.made", link.pk)
        assert entry.scope_id == world.bodies["ban"].desk_id
        assert said(entry)["after"]["name"] == "Lý Thị Mai"
        assert hash_of(link.token) not in repr(said(entry))
        with acting(world, "cuc"):
            assert history(link.invitation) == []


class TestJoining:
    """A link is used."""

    def test_whoever_holds_the_link_makes_their_account(self, world: World) -> None:
        role = joins(invited(world), username=" Mai ")
        assert (role.person.username, role.person.name) == ("mai", "Lý Thị Mai")
        assert role.person.check_password(NEW)
        assert (role.organisation, role.role) == (world.bodies["ban"], "officer")
        assert role.since == TODAY
        assert version_faults() == []

    def test_they_act_as_themselves_in_the_trail(self, world: World) -> None:
        person = joins(invited(world)).person
        assert last_entry().did == "invitation.accepted"
        assert last_entry().actor_id == person.pk
        assert NEW not in repr(dump())

    def test_a_link_is_used_once(self, world: World) -> None:
        link = invited(world)
        joins(link)
        before = dump()
        with refused("invitation.used"):
            joins(link, username="another")
        with refused("invitation.used"):
            joins_as(world, link, "cuc")
        assert dump() == before

    def test_a_link_is_good_until_the_end_of_its_last_day(self, world: World) -> None:
        last = TODAY + timedelta(days=7)
        with refused("invitation.expired"):
            joins(invited(world), on=last + timedelta(days=1))
        assert joins(invited(world), on=last).since == TODAY

    def test_a_role_that_is_over_is_not_taken(self, world: World) -> None:
        until = TODAY + timedelta(days=2)
        with refused("invitation.expired"):
            joins(invited(world, until=until), on=until)

    @pytest.mark.parametrize(
        ("username", "password", "code", "field"),
        [
            ("LAN", NEW, "account.name_taken", "username"),
            ("mai", "ngắn", "account.password_weak", "password"),
        ],
    )
    def test_a_refusal_leaves_the_link_good(
        self, username: str, password: str, code: str, field: str, world: World
    ) -> None:
        link = invited(world)
        before = dump()
        with refused(code, field=field):
            invitations.join_newly(
                invitation=link.invitation,
                username=username,
                password=password,
                on=TODAY,
            )
        assert dump() == before
        assert joins(link).role == Role.OFFICER

    def test_who_has_an_account_takes_the_role_with_it(self, world: World) -> None:
        role = joins_as(world, invited(world), "cuc")
        assert role.person == world.user("cuc")
        assert Membership.objects.filter(person=role.person).count() == 2
        assert Invitation.objects.get().person == role.person

    def test_the_same_role_is_not_held_twice_on_one_day(self, world: World) -> None:
        with refused("membership.overlaps", field="since"):
            joins_as(world, invited(world), "lan")

    @pytest.mark.parametrize("name", ["quang", "hanh"])
    def test_nobody_invites_themselves(self, name: str, world: World) -> None:
        """The operator least of all, who would let himself into a body's content."""
        with refused("membership.to_oneself"):
            joins_as(world, invited(world, by=name), name)

    def test_a_link_of_who_may_invite_no_longer_is_good_no_longer(
        self, world: World
    ) -> None:
        link = invited(world)
        ends(world, "quang")
        with refused("invitation.revoked"):
            joins(link)

    def test_a_link_of_a_closed_account_is_good_no_longer(self, world: World) -> None:
        link = invited(world)
        User.objects.filter(username="quang").update(is_active=False)
        with refused("invitation.revoked"):
            joins(link)

    def test_the_command_line_may_invite(self, world: World) -> None:
        link = invitations.invite(by=command_line(), **asked(world))
        assert joins(link).person.username == "mai"


class TestRevoking:
    """A link is taken back."""

    @pytest.mark.parametrize("name", ["quang", "hanh"])
    def test_a_link_is_taken_back(self, name: str, world: World) -> None:
        link = invited(world)
        with acting(world, name) as by:
            invitations.revoke(invitation=link.invitation, seen=1, by=by, on=TODAY)
        assert last_entry().did == "invitation.revoked"
        assert version_faults() == []
        with refused("invitation.revoked"):
            joins(link)

    @pytest.mark.parametrize("name", NOT_MANAGING)
    def test_nobody_else_takes_it_back(self, name: str, world: World) -> None:
        link = invited(world)
        with forbidden_to(world, name, ROLE) as by:
            invitations.revoke(invitation=link.invitation, seen=1, by=by, on=TODAY)

    def test_what_is_used_is_not_taken_back(self, world: World) -> None:
        link = invited(world)
        joins(link)
        row = Invitation.objects.select_related("organisation__desk").get(pk=link.pk)
        with acting(world, "quang") as by, refused("invitation.closed"):
            invitations.revoke(invitation=row, seen=2, by=by, on=TODAY)

    def test_whoever_comes_later_is_told(self, world: World) -> None:
        link = invited(world)
        seen_before = Invitation.objects.select_related("organisation__desk").get()
        joins(link)
        with acting(world, "quang") as by, pytest.raises(Stale):
            invitations.revoke(invitation=seen_before, seen=1, by=by, on=TODAY)


class TestNewPasswords:
    """Somebody forgot theirs."""

    @pytest.mark.parametrize("name", ["quang", "hanh"])
    def test_a_person_sets_another_password_by_a_link(
        self, name: str, world: World
    ) -> None:
        link = offered(world, "lan", by=name)
        person = invitations.take_password(
            invitation=link.invitation, password=NEW, on=TODAY
        )
        assert person == world.user("lan")
        assert User.objects.get(username="lan").check_password(NEW)
        assert [e.did for e in every_entry()[-2:]] == [
            "account.password_set",
            "invitation.accepted",
        ]
        assert last_entry().actor_id == person.pk
        assert NEW not in repr(dump())
        assert version_faults() == []

    def test_it_is_for_people_of_the_body(self, world: World) -> None:
        with refused("invitation.not_of_body", field="person"):
            offered(world, "minh")

    def test_it_is_not_for_whoever_has_left_the_body(self, world: World) -> None:
        link = offered(world, "lan")
        ends(world, "lan")
        with refused("invitation.not_of_body"):
            invitations.take_password(
                invitation=link.invitation, password=NEW, on=TODAY
            )

    def test_an_admin_gets_no_key_to_another_body(self, world: World) -> None:
        """A person of two bodies has the operator to ask."""
        by = command_line()
        people.give_role(
            person=world.user("lan"),
            body=world.bodies["so"],
            role=Role.OBSERVER,
            since=TODAY,
            by=by,
            on=TODAY,
        )
        with refused("invitation.elsewhere", field="person"):
            offered(world, "lan")
        assert offered(world, "lan", by="hanh").invitation.person == world.user("lan")

    def test_a_role_elsewhere_that_came_later_counts_as_well(
        self, world: World
    ) -> None:
        link = offered(world, "lan")
        people.give_role(
            person=world.user("lan"),
            body=None,
            role=Role.OPERATOR,
            since=TODAY,
            by=command_line(),
            on=TODAY,
        )
        with refused("invitation.elsewhere"):
            invitations.take_password(
                invitation=link.invitation, password=NEW, on=TODAY
            )

    def test_it_is_not_for_oneself(self, world: World) -> None:
        with refused("invitation.own_password", field="person"):
            offered(world, "quang")

    @pytest.mark.parametrize("name", NOT_MANAGING)
    def test_nobody_else_makes_such_a_link(self, name: str, world: World) -> None:
        with forbidden_to(world, name, ROLE) as by:
            invitations.offer_password(
                body=world.bodies["ban"], person=world.user("lan"), by=by, on=TODAY
            )

    def test_a_weak_one_leaves_the_link_good(self, world: World) -> None:
        link = offered(world, "lan")
        with refused("account.password_weak", field="password"):
            invitations.take_password(
                invitation=link.invitation, password="12345", on=TODAY
            )
        assert User.objects.get(username="lan").check_password(PASSWORD)

    def test_it_can_be_seen_that_it_was_asked_for_and_done(self, world: World) -> None:
        """A person who did not ask for it finds who made the link."""
        link = offered(world, "lan")
        with time_machine.travel(NOW + timedelta(hours=1), tick=False):
            invitations.take_password(
                invitation=link.invitation, password=NEW, on=clock.today()
            )
        with acting(world, "lan"):
            told = history(link.invitation)
        assert [one.did for one in told] == ["invitation.accepted", "invitation.made"]
        assert told[1].actor_id == world.user("quang").pk


def every_entry() -> list[Any]:
    """The trail, oldest first."""
    return sorted(every(Entry), key=lambda entry: entry.seq)
