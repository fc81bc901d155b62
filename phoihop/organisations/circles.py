"""Opening a circle: what the verbs share that make an agreement between bodies."""

from collections.abc import Iterable
from datetime import date

from phoihop.organisations.models import Organisation, ScopeMember
from phoihop.organisations.roles import Place
from phoihop.scopes.models import Scope, ScopeKind


def open_circle(
    *,
    kind: ScopeKind,
    standing: Organisation,
    members: Iterable[Organisation],
    on: date,
) -> list[ScopeMember]:
    """A new circle with its bodies in it from the day ``on``, the standing one first.

    A part of the verb that makes the root (a programme, a plan): that verb asks for
    the permission, runs the transaction and records these rows with its own. The
    desk of a body is opened by ``directory.found``: there the circle comes first.
    """
    scope = Scope.objects.create(kind=kind)
    places = [(standing, Place.STANDING), *((body, Place.MEMBER) for body in members)]
    return [
        ScopeMember.objects.create(
            scope=scope, organisation=body, place=place, since=on
        )
        for body, place in places
    ]


def join_circle(*, scope: Scope, body: Organisation, on: date) -> ScopeMember:
    """Let a body into a circle that stands; a part of the verb that adds a party."""
    return ScopeMember.objects.create(
        scope=scope, organisation=body, place=Place.MEMBER, since=on
    )
