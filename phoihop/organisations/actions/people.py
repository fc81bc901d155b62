"""Verbs on the people of a body: accounts and roles."""

from datetime import date

from django.db import transaction

from phoihop.accounts import actions as accounts
from phoihop.accounts.models import User
from phoihop.notices.actions import tell
from phoihop.organisations.holding import check_role, hold_role
from phoihop.organisations.models import Membership, Organisation
from phoihop.organisations.permissions import Actor, require, require_over
from phoihop.organisations.roles import Permission, Role
from phoihop.organisations.rules import Span
from phoihop.refusals import Refused
from phoihop.trail.actions import record


@transaction.atomic
def open_account(
    *, username: str, name: str, password: str, by: Actor, on: date, email: str = ""
) -> User:
    """Make an account for a person; roles are given apart."""
    require(by, Permission.ACCOUNT_OPEN)
    # The trail entry of the new account is written by accounts.open_account.
    return accounts.open_account(
        username=username, name=name, password=password, email=email, by=by
    )


@transaction.atomic
def open_operator(
    *, username: str, name: str, password: str, by: Actor, on: date
) -> Membership:
    """Make an account that runs the installation from this day on."""
    require(by, Permission.ACCOUNT_OPEN)
    person = open_account(username=username, name=name, password=password, by=by, on=on)
    # The trail entries are written by the two verbs this one is made of.
    return give_role(
        person=person, body=None, role=Role.OPERATOR, since=on, by=by, on=on
    )


@transaction.atomic
def new_password(*, person: User, password: str, by: Actor, on: date) -> User:
    """Give a person who forgot theirs another password: on the server, by its operator.

    A body's own people get a link instead (``invitations.offer_password``).
    """
    require(by, Permission.ACCOUNT_OPEN)
    # The trail entry is written by accounts.set_password.
    return accounts.set_password(user=person, password=password, by=by)


@transaction.atomic
def give_role(
    *,
    person: User,
    body: Organisation | None,
    role: Role,
    since: date,
    until: date | None = None,
    by: Actor,
    on: date,
) -> Membership:
    """Let a person act for a body in a role, from one day, perhaps to another.

    The operator's role is in no body and is given by an operator only. A deputy
    must have an end. The same role twice on one day is refused, and so is giving a
    role to oneself: it takes a second person.
    """
    require_over(by, Permission.MEMBERSHIP_MANAGE, body)
    if person.pk == by.user_id:
        # Nor may the operator so let himself into what a body keeps.
        raise Refused("membership.to_oneself", field="person")
    span = Span(since, until)
    check_role(role=role, body=body, span=span)
    membership = hold_role(person=person, body=body, role=role, span=span)
    tell(
        people=[person], kind="membership.given", subject=membership.pk,
        scope=None, by=by,
    )  # fmt: skip
    record(
        by=by,
        scope=body.desk if body else None,
        did="membership.given",
        on=membership,
        after=membership.facts(),
    )
    return membership


@transaction.atomic
def end_role(*, membership: Membership, seen: int, by: Actor, on: date) -> Membership:
    """Take a role back: it holds no longer from this day on.

    Whoever is left without a role is signed out everywhere.
    """
    body = membership.organisation
    require_over(by, Permission.MEMBERSHIP_MANAGE, body)
    if membership.until is not None and membership.until <= on:
        raise Refused("membership.already_ended", until=membership.until)
    before = membership.facts()
    membership.change(seen=seen, until=max(on, membership.since))
    person = membership.person
    if not Membership.objects.active(on).filter(person=person).exists():
        person.end_sessions()
    tell(
        people=[membership.person], kind="membership.ended", subject=membership.pk,
        scope=None, by=by,
    )  # fmt: skip
    record(
        by=by,
        scope=body.desk if body else None,
        did="membership.ended",
        on=membership,
        before=before,
        after=membership.facts(),
    )
    return membership
