"""Verbs on a programme."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from phoihop.organisations.circles import join_circle, open_circle
from phoihop.organisations.models import Organisation
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.programmes.models import Party, Programme
from phoihop.programmes.models.programme import PartyRole
from phoihop.programmes.rules import years as rules
from phoihop.refusals import NotAllowed, Refused
from phoihop.scopes.models import ScopeKind
from phoihop.trail.actions import record


@transaction.atomic
def create(
    *,
    title: str,
    first_year: int,
    last_year: int,
    members: Iterable[Organisation],
    by: Actor,
    on: date,
) -> Programme:
    """Open a programme: the body that acts is its standing body.

    Makes the circle of the programme, with every party in it.
    """
    if by.organisation is None:
        raise NotAllowed("permission.role", permission=Permission.PROGRAMME_CREATE)
    require(by, Permission.PROGRAMME_CREATE, scope=by.organisation.desk)
    others = [body for body in members if body.pk != by.organisation.pk]
    _check_years(first_year, last_year)
    _check_parties(others, on)

    circle = open_circle(
        kind=ScopeKind.PROGRAMME, standing=by.organisation, members=others, on=on
    )
    scope = circle[0].scope
    programme: Programme = Programme.objects.create(
        scope=scope, title=title, first_year=first_year, last_year=last_year
    )
    parties = [
        Party.objects.create(
            scope=scope,
            programme=programme,
            organisation=member.organisation,
            role=PartyRole(member.place),
        )
        for member in circle
    ]
    record(
        by=by,
        scope=scope,
        did="programme.created",
        on=programme,
        after={**programme.facts(), "parties": [p.organisation_id for p in parties]},
        also=[*circle, *parties],
    )
    return programme


@transaction.atomic
def edit(
    *,
    programme: Programme,
    seen: int,
    title: str,
    first_year: int,
    last_year: int,
    by: Actor,
    on: date,
) -> Programme:
    """Change a programme's title or years. ``seen`` is the version on the screen."""
    require(by, Permission.PROGRAMME_EDIT, scope=programme.scope)
    _check_years(first_year, last_year)
    # Held by whoever drafts a plan too, so that neither overlooks the other.
    Programme.objects.select_for_update(no_key=True).get(pk=programme.pk)
    years = programme.plans.values_list("year", flat=True)
    outside = [year for year in years if not first_year <= year <= last_year]
    if outside:
        raise Refused("programme.plans_outside", field="last_year", year=min(outside))

    before = programme.facts()
    programme.change(seen=seen, title=title, first_year=first_year, last_year=last_year)
    record(
        by=by,
        scope=programme.scope,
        did="programme.changed",
        on=programme,
        before=before,
        after=programme.facts(),
    )
    return programme


@transaction.atomic
def join(
    *, programme: Programme, bodies: Iterable[Organisation], by: Actor, on: date
) -> list[Party]:
    """Let these bodies into a programme and its circle; who is in it stays in it."""
    require(by, Permission.PROGRAMME_EDIT, scope=programme.scope)
    Programme.objects.select_for_update(no_key=True).get(pk=programme.pk)
    known = set(programme.parties.values_list("organisation_id", flat=True))
    new = [body for body in bodies if body.pk not in known]
    if not new:
        return []
    _check_parties(new, on)

    places = [join_circle(scope=programme.scope, body=body, on=on) for body in new]
    parties = [
        Party.objects.create(
            scope=programme.scope,
            programme=programme,
            organisation=body,
            role=PartyRole.MEMBER,
        )
        for body in new
    ]
    record(
        by=by,
        scope=programme.scope,
        did="programme.joined",
        on=programme,
        after={"parties": [body.pk for body in new]},
        also=[*places, *parties],
    )
    return parties


def _check_years(first: int, last: int) -> None:
    if not rules.years_in_order(first, last):
        raise Refused(
            "programme.years",
            field="last_year",
            low=rules.FIRST_YEAR,
            high=rules.LAST_YEAR,
        )


def _check_parties(others: list[Organisation], on: date) -> None:
    if not others:
        raise Refused("programme.no_partner", field="members")
    if any(body.ended_on and body.ended_on <= on for body in others):
        raise Refused("organisation.ended", field="members")
