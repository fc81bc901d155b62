"""Verbs on the people of a body: accounts and roles."""

from datetime import date

from django.db import transaction

from phoihop.accounts import actions as accounts
from phoihop.accounts.models import User
from phoihop.organisations.models import Membership, Organisation
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission, Role
from phoihop.organisations.rules import Span, first_overlap
from phoihop.refusals import NotAllowed, Refused
from phoihop.trail.actions import record


@transaction.atomic
def open_account(
    *, username: str, name: str, password: str, by: Actor, on: date
) -> User:
    """Make an account for a person; roles are given apart."""
    require(by, Permission.ACCOUNT_OPEN)
    # The trail entry of the new account is written by accounts.open_account.
    return accounts.open_account(username=username, name=name, password=password, by=by)


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
    _require_over(by, body)
    if person.pk == by.user_id:
        # Nor may the operator so let himself into what a body keeps.
        raise Refused("membership.to_oneself", field="person")
    if (body is None) != (role is Role.OPERATOR):
        raise Refused("membership.operator_without_body", field="role")
    if role is Role.DEPUTY and until is None:
        raise Refused("membership.deputy_needs_end", field="until")
    span = Span(since, until)
    if span.is_empty():
        raise Refused("membership.span_empty", field="until", start=since)
    User.objects.select_for_update(no_key=True).get(pk=person.pk)
    held = Membership.objects.filter(person=person, organisation=body, role=role)
    if first_overlap(span, [Span(m.since, m.until) for m in held]) is not None:
        raise Refused("membership.overlaps", field="since", name=person.name)
    membership = Membership.objects.create(
        person=person, organisation=body, role=role, since=since, until=until
    )
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
    """Take a role back: it holds no longer from this day on."""
    body = membership.organisation
    _require_over(by, body)
    if membership.until is not None and membership.until <= on:
        raise Refused("membership.already_ended", until=membership.until)
    before = membership.facts()
    membership.change(seen=seen, until=max(on, membership.since))
    record(
        by=by,
        scope=body.desk if body else None,
        did="membership.ended",
        on=membership,
        before=before,
        after=membership.facts(),
    )
    return membership


def _require_over(by: Actor, body: Organisation | None) -> None:
    """Roles in a body are its admin's or the operator's to give; the rest his alone."""
    require(by, Permission.MEMBERSHIP_MANAGE, scope=body.desk if body else None)
    if body is None and by.role is not Role.OPERATOR:
        raise NotAllowed("permission.role", permission=Permission.MEMBERSHIP_MANAGE)
