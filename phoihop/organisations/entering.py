"""A body enters the directory: the part that the verbs share which found one."""

from collections.abc import Iterable
from datetime import date

from phoihop.organisations.models import (
    Alias,
    Organisation,
    OrganisationLevel,
    OrganisationName,
    OrganisationType,
    ScopeMember,
)
from phoihop.organisations.roles import Place
from phoihop.scopes.models import Scope
from phoihop.versions.models import VersionedRow


def enter(
    *,
    name: str,
    type: OrganisationType,
    level: OrganisationLevel,
    founded_on: date,
    ended_on: date | None = None,
    aliases: Iterable[str],
    decision: str,
    on: date,
) -> tuple[Organisation, list[VersionedRow]]:
    """The body with its first name and its own desk, and the rows written besides.

    The verb asks for the permission, runs the transaction and records the rows.
    """
    desk = Scope.objects.create(kind=Scope.Kind.BODY)
    body = Organisation.objects.create(
        type=type, level=level, desk=desk, founded_on=founded_on, ended_on=ended_on
    )
    called = OrganisationName.objects.create(
        organisation=body, text=name, valid_from=founded_on, decision=decision
    )
    also = [Alias.objects.create(organisation=body, text=text) for text in aliases]
    own = ScopeMember.objects.create(
        scope=desk, organisation=body, place=Place.STANDING, since=min(founded_on, on)
    )
    return body, [called, own, *also]
