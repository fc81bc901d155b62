"""Verbs on a yearly plan."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from phoihop.organisations.circles import open_circle
from phoihop.organisations.models import Organisation
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.programmes.models import Plan, PlanParty, Programme
from phoihop.programmes.models.programme import PartyRole
from phoihop.refusals import NotAllowed, Refused
from phoihop.scopes.models import ScopeKind
from phoihop.trail.actions import record


@transaction.atomic
def create(
    *,
    programme: Programme,
    title: str,
    year: int,
    partners: Iterable[Organisation],
    by: Actor,
    on: date,
) -> Plan:
    """Draft the plan of one year with some of the programme's parties.

    The plan is a circle of its own: the other parties of the programme do not see it.
    """
    require(by, Permission.PLAN_CREATE, scope=programme.scope)
    if by.organisation is None:
        raise NotAllowed("permission.role", permission=Permission.PLAN_CREATE)
    others = [body for body in partners if body.pk != by.organisation.pk]
    _check_year(programme.pk, year)
    known = set(programme.parties.values_list("organisation_id", flat=True))
    if not others or any(body.pk not in known for body in others):
        raise Refused("plan.partner_not_party", field="partners")

    circle = open_circle(
        kind=ScopeKind.PLAN, standing=by.organisation, members=others, on=on
    )
    scope = circle[0].scope
    plan: Plan = Plan.objects.create(
        scope=scope, programme=programme, title=title, year=year
    )
    parties = [
        PlanParty.objects.create(
            scope=scope,
            plan=plan,
            organisation=member.organisation,
            role=PartyRole(member.place),
        )
        for member in circle
    ]
    record(
        by=by,
        scope=scope,
        did="plan.created",
        on=plan,
        after={**plan.facts(), "parties": [p.organisation_id for p in parties]},
        also=[*circle, *parties],
    )
    return plan


@transaction.atomic
def edit(*, plan: Plan, seen: int, title: str, year: int, by: Actor, on: date) -> Plan:
    """Change a draft's title or year. ``seen`` is the version on the screen."""
    require(by, Permission.PLAN_EDIT, scope=plan.scope)
    _check_year(plan.programme_id, year)

    before = plan.facts()
    plan.change(seen=seen, title=title, year=year)
    record(
        by=by,
        scope=plan.scope,
        did="plan.changed",
        on=plan,
        before=before,
        after=plan.facts(),
    )
    return plan


def _check_year(programme_id: int, year: int) -> None:
    """Hold the programme, as ``programmes.edit`` does, and compare its years."""
    programme = Programme.objects.select_for_update(no_key=True).get(pk=programme_id)
    if not programme.first_year <= year <= programme.last_year:
        raise Refused(
            "plan.year_outside",
            field="year",
            first=programme.first_year,
            last=programme.last_year,
        )
