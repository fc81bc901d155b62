"""Who acts, what they may do, and the circles they may see."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from phoihop import clock
from phoihop.accounts.models import User
from phoihop.organisations import roles
from phoihop.organisations.models import Membership, Organisation, ScopeMember
from phoihop.organisations.roles import Permission, Place, Role
from phoihop.refusals import NotAllowed
from phoihop.scopes.context import opened
from phoihop.scopes.models import Scope


@dataclass(frozen=True)
class Actor:
    """A person acting for a body, in a role; every action's ``by``.

    The operator acts for no body. ``user`` is None only for the command line of the
    installation, see ``command_line``.
    """

    user: User | None
    organisation: Organisation | None
    role: Role

    @property
    def user_id(self) -> int | None:
        """The account's id, for the trail."""
        return self.user.pk if self.user else None

    @property
    def organisation_id(self) -> int | None:
        """The body's id, for the trail and the circles."""
        return self.organisation.pk if self.organisation else None


def actor_of(membership: Membership) -> Actor:
    """The person of this membership, acting in it."""
    return Actor(membership.person, membership.organisation, Role(membership.role))


def command_line() -> Actor:
    """Whoever runs commands on the server: the operator, without an account."""
    return Actor(user=None, organisation=None, role=Role.OPERATOR)


def command_line_of(body: Organisation) -> Actor:
    """Whoever runs commands on the server, at work for a body without an account.

    The server's administrator can read every file of it; the trail says that a
    command did it, and for which body.
    """
    return Actor(user=None, organisation=body, role=Role.OFFICER)


def require(by: Actor, permission: Permission, *, scope: Scope | None = None) -> None:
    """Go on only if this person may do this, here. Called by actions only.

    Raises ``NotAllowed``: the person's role does not hold the permission; the body is
    not in the circle on this day; or its place in the circle does not allow it.
    """
    if not roles.role_grants(by.role, permission):
        raise NotAllowed("permission.role", permission=permission)
    if by.role is Role.OPERATOR:
        # The operator works on the directory, which lies in no circle; no role of
        # his reaches into one, since the table above grants nothing there.
        return
    place = _place(by, scope)
    if place is None:
        raise NotAllowed("permission.not_member", permission=permission)
    if not roles.place_allows(place, permission):
        raise NotAllowed("permission.place", permission=permission)


def require_over(by: Actor, permission: Permission, body: Organisation | None) -> None:
    """What is done to the people of a body is asked at its desk.

    What is in no body is the operator's alone.
    """
    require(by, permission, scope=body.desk if body else None)
    if body is None and by.role is not Role.OPERATOR:
        raise NotAllowed("permission.role", permission=permission)


def may(by: Actor, permission: Permission, *, scope: Scope | None = None) -> bool:
    """Whether ``require`` would go on; pages ask it only to hide a button."""
    try:
        require(by, permission, scope=scope)
    except NotAllowed:
        return False
    return True


def granted(by: Actor, scope: Scope) -> frozenset[Permission]:
    """All that ``may`` would allow in this circle, by one question.

    For pages with many buttons.
    """
    place = _place(by, scope)
    if place is None:
        return frozenset()
    return frozenset(
        permission
        for permission in Permission
        if roles.role_grants(by.role, permission)
        and roles.place_allows(place, permission)
    )


def _place(by: Actor, scope: Scope | None) -> Place | None:
    if scope is None or by.organisation_id is None:
        return None
    members = ScopeMember.objects.active(clock.today())
    found = members.filter(scope=scope, organisation_id=by.organisation_id).first()
    return Place(found.place) if found else None


def circles(actor: Actor) -> "QuerySet[Any, Any]":
    """The ids of the circles that the actor's body is in today, as a subquery."""
    places = ScopeMember.objects.active(clock.today())
    mine = places.filter(organisation_id=actor.organisation_id or 0)
    return mine.values("scope_id")


@contextmanager
def scoped(actor: Actor) -> Iterator[None]:
    """Open the circles of the actor's body: once per request, job or command.

    A subquery, asked anew by each query: who is taken out of a circle no longer
    sees it from the next one on. The operator sees no circle at all.
    """
    with opened(circles(actor)):
        yield
