"""Verbs on invitations: giving a link, taking it back, coming in by it.

A link carries 256 random bits; the row keeps their hash, so that whoever reads the
database cannot come in. The link is shown to the inviter once.
"""

import secrets
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from phoihop.accounts import actions as accounts
from phoihop.accounts.actions import Oneself
from phoihop.accounts.models import User
from phoihop.organisations.holding import check_role, hold_role
from phoihop.organisations.models import (
    Invitation,
    InvitationKind,
    Membership,
    Organisation,
)
from phoihop.organisations.models.invitation import hash_of
from phoihop.organisations.permissions import (
    Actor,
    actor_of,
    command_line,
    require_over,
)
from phoihop.organisations.roles import Permission, Role
from phoihop.organisations.rules import Span
from phoihop.refusals import Refused
from phoihop.trail.actions import record

DAYS, LEAST_DAYS, MOST_DAYS = 7, 1, 30


@dataclass(frozen=True)
class Invited:
    """A new invitation and what goes into its link, which nobody can ask for again."""

    invitation: Invitation
    token: str

    @property
    def pk(self) -> int:
        """The invitation's key: what is remembered of the form that made it."""
        return self.invitation.pk


@transaction.atomic
def invite(
    *,
    body: Organisation,
    name: str,
    role: Role,
    since: date,
    until: date | None = None,
    days: int = DAYS,
    by: Actor,
    on: date,
) -> Invited:
    """Make a link by which one person takes a role in the body.

    What holds for giving a role holds here, and again when the link is used.
    """
    require_over(by, Permission.MEMBERSHIP_MANAGE, body)
    check_role(role=role, body=body, span=Span(since, until))
    row = Invitation(
        kind=InvitationKind.JOIN,
        organisation=body,
        name=name.strip(),
        role=role,
        since=since,
        until=until,
    )
    return _made(row, days=days, by=by, on=on)


@transaction.atomic
def offer_password(
    *, body: Organisation, person: User, days: int = DAYS, by: Actor, on: date
) -> Invited:
    """Make a link by which a person of the body sets a password they forgot.

    An admin does so only for people who act for this body alone: the link is a key
    to everything that the person may see.
    """
    require_over(by, Permission.MEMBERSHIP_MANAGE, body)
    if person.pk == by.user_id:
        raise Refused("invitation.own_password", field="person")
    _check_whose(person, body, by=by, on=on)
    row = Invitation(
        kind=InvitationKind.PASSWORD,
        organisation=body,
        name=person.name,
        role="",
        person=person,
    )
    return _made(row, days=days, by=by, on=on)


@transaction.atomic
def revoke(*, invitation: Invitation, seen: int, by: Actor, on: date) -> Invitation:
    """Take a link back that nobody has used."""
    body = invitation.organisation
    require_over(by, Permission.MEMBERSHIP_MANAGE, body)
    if invitation.accepted_on or invitation.revoked_on:
        raise Refused("invitation.closed")
    before = invitation.facts()
    invitation.change(seen=seen, revoked_on=on)
    record(
        by=by,
        scope=body.desk,
        did="invitation.revoked",
        on=invitation,
        before=before,
        after=invitation.facts(),
    )
    return invitation


@transaction.atomic
def join_newly(
    *, invitation: Invitation, username: str, password: str, on: date
) -> Membership:
    """Open an account for whoever came by the link, with the role it offers."""
    held = _usable(invitation, on=on)
    # The trail entries are written by the two verbs this one is made of.
    person = accounts.open_account(
        username=username, name=held.name, password=password, by=None
    )
    return _accept(held, person, on=on)


@transaction.atomic
def join(*, invitation: Invitation, person: User, by: Oneself, on: date) -> Membership:
    """Give a person who has an account already the role that the link offers."""
    held = _usable(invitation, on=on)
    if person.pk == held.invited_by_id:
        raise Refused("membership.to_oneself")
    return _accept(held, person, on=on)


@transaction.atomic
def take_password(*, invitation: Invitation, password: str, on: date) -> User:
    """Set the password of the person to whom the link was given."""
    held = _usable(invitation, on=on)
    person = held.person
    if person is None:  # Held by a constraint of the table.
        raise TypeError("An invitation to a new password is for somebody.")
    _check_whose(person, held.organisation, by=_inviter(held, on=on), on=on)
    by = Oneself(person.pk)
    accounts.set_password(user=person, password=password, by=by)
    _close(held, person, on=on)
    return person


def _made(row: Invitation, *, days: int, by: Actor, on: date) -> Invited:
    if not LEAST_DAYS <= days <= MOST_DAYS:
        raise Refused("invitation.days", field="days", low=LEAST_DAYS, high=MOST_DAYS)
    token = secrets.token_urlsafe(32)
    row.token_hash = hash_of(token)
    row.expires_on = on + timedelta(days=days)
    row.invited_by = by.user
    row.save(force_insert=True)
    record(
        by=by,
        scope=row.organisation.desk,
        did="invitation.made",
        on=row,
        after=row.facts(),
    )
    return Invited(row, token)


def _usable(invitation: Invitation, *, on: date) -> Invitation:
    """The row, held until the commit; raises where it can no longer be used.

    What the inviter may do is asked again: a right that was taken away does not
    work on in links.
    """
    rows = Invitation.objects.select_related("organisation__desk", "person")
    held = rows.select_for_update(of=("self",), no_key=True).get(pk=invitation.pk)
    refused = held.refusal(on)
    if refused is not None:
        raise refused
    inviter = _inviter(held, on=on)
    require_over(inviter, Permission.MEMBERSHIP_MANAGE, held.organisation)
    return held


def _inviter(held: Invitation, *, on: date) -> Actor:
    """Who made the link, acting by the right that they have today."""
    if held.invited_by_id is None:
        return command_line()
    may = Q(organisation=held.organisation_id, role=Role.ADMIN) | Q(role=Role.OPERATOR)
    rows = Membership.objects.active(on).filter(may, person=held.invited_by_id)
    found = rows.select_related("person", "organisation").order_by("role").last()
    if found is None or not found.person.is_active:
        raise Refused("invitation.revoked")
    return actor_of(found)


def _check_whose(person: User, body: Organisation, *, by: Actor, on: date) -> None:
    """The person acts for the body; asked by an admin, for no other."""
    held = Membership.objects.active(on).filter(person=person)
    if not held.filter(organisation=body).exists():
        raise Refused("invitation.not_of_body", field="person", name=person.name)
    if by.role is not Role.OPERATOR and held.exclude(organisation=body).exists():
        raise Refused("invitation.elsewhere", field="person", name=person.name)


def _accept(held: Invitation, person: User, *, on: date) -> Membership:
    """Write the role and close the link, in the name of the person who came."""
    body, since = held.organisation, held.since or on
    span = Span(since, held.until)
    role = Role(held.role)
    membership = hold_role(person=person, body=body, role=role, span=span)
    record(
        by=Oneself(person.pk),
        scope=body.desk,
        did="membership.given",
        on=membership,
        after=membership.facts(),
    )
    _close(held, person, on=on)
    return membership


def _close(held: Invitation, person: User, *, on: date) -> None:
    before = held.facts()
    held.change(seen=held.version, accepted_on=on, person=person)
    record(
        by=Oneself(person.pk),
        scope=held.organisation.desk,
        did="invitation.accepted",
        on=held,
        before=before,
        after=held.facts(),
    )
