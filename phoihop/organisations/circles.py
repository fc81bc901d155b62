"""Opening a circle: the part that all verbs share which make what owns one."""

from collections.abc import Iterable
from datetime import date

from phoihop.organisations.models import Organisation, ScopeMember
from phoihop.organisations.roles import Place
from phoihop.scopes.models import Scope, ScopeKind


def open_circle(
    *,
    kind: ScopeKind,
    standing: Organisation,
    members: Iterable[Organisation] = (),
    on: date,
) -> list[ScopeMember]:
    """A new circle with its bodies in it from the day ``on``, the standing one first.

    A part of the verb that makes the root (a body, a programme, a plan): that verb
    asks for the permission, runs the transaction and records these rows with its own.
    """
    scope = Scope.objects.create(kind=kind)
    places = [(standing, Place.STANDING), *((body, Place.MEMBER) for body in members)]
    return [
        ScopeMember.objects.create(
            scope=scope, organisation=body, place=place, since=on
        )
        for body, place in places
    ]
