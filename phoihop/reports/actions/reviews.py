"""Verbs on a review: begin, say what the body thinks, make it final."""

from datetime import date

from django.db import transaction

from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.programmes.models import Plan, Programme
from phoihop.refusals import NotAllowed, Refused
from phoihop.reports.gathering import content_of
from phoihop.reports.models import (
    Block,
    Judgement,
    Review,
    ReviewKind,
    ReviewState,
)
from phoihop.trail.actions import record


@transaction.atomic
def begin(
    *,
    programme: Programme,
    plan: Plan | None,
    kind: ReviewKind,
    year: int,
    day: date,
    place: str,
    office: str,
    recipients: str,
    by: Actor,
    on: date,
) -> Review:
    """Begin a review of a plan, or of all plans of the year that the body is in."""
    if by.organisation is None:
        raise NotAllowed("permission.role", permission=Permission.REVIEW_WRITE)
    desk = by.organisation.desk
    require(by, Permission.REVIEW_WRITE, scope=desk)
    _check(programme, plan, year, day, on)

    review: Review = Review.objects.create(
        scope=desk,
        organisation=by.organisation,
        programme=programme,
        plan=plan,
        kind=kind,
        year=year,
        day=day,
        place=place,
        office=office,
        recipients=recipients,
        made_by=by.user,
    )
    record(by=by, scope=desk, did="review.begun", on=review, after=review.told())
    return review


@transaction.atomic
def edit(
    *,
    review: Review,
    seen: int,
    day: date,
    place: str,
    office: str,
    recipients: str,
    by: Actor,
    on: date,
) -> Review:
    """Change up to which day it counts, and how it leaves."""
    require(by, Permission.REVIEW_WRITE, scope=review.scope)
    _refuse_final(review)
    _check(review.programme, review.plan, review.year, day, on)

    before = review.told()
    review.change(seen=seen, day=day, place=place, office=office, recipients=recipients)
    record(
        by=by,
        scope=review.scope,
        did="review.changed",
        on=review,
        before=before,
        after=review.told(),
    )
    return review


@transaction.atomic
def say(*, review: Review, block: Block, text: str, by: Actor, on: date) -> Judgement:
    """Add what the body itself thinks to one of the blocks, with who entered it."""
    require(by, Permission.REVIEW_WRITE, scope=review.scope)
    _refuse_final(review)

    judgement: Judgement = Judgement.objects.create(
        scope=review.scope, review=review, block=block, text=text, by=by.user
    )
    record(
        by=by,
        scope=review.scope,
        did="judgement.said",
        on=judgement,
        after=judgement.facts(),
    )
    return judgement


@transaction.atomic
def reword(
    *, judgement: Judgement, seen: int, block: Block, text: str, by: Actor, on: date
) -> Judgement:
    """Say it in other words, or in another block."""
    require(by, Permission.REVIEW_WRITE, scope=judgement.scope)
    _refuse_final(judgement.review)

    before = judgement.facts()
    judgement.change(seen=seen, block=block, text=text)
    record(
        by=by,
        scope=judgement.scope,
        did="judgement.reworded",
        on=judgement,
        before=before,
        after=judgement.facts(),
    )
    return judgement


@transaction.atomic
def unsay(*, judgement: Judgement, seen: int, by: Actor, on: date) -> Judgement:
    """Take it out of the review; the trail remembers that it stood there."""
    require(by, Permission.REVIEW_WRITE, scope=judgement.scope)
    _refuse_final(judgement.review)

    judgement.change(seen=seen, withdrawn_on=on)
    record(by=by, scope=judgement.scope, did="judgement.withdrawn", on=judgement)
    return judgement


@transaction.atomic
def finish(*, review: Review, seen: int, by: Actor, on: date) -> Review:
    """Make it final: its figures stand, whatever is recorded afterwards."""
    require(by, Permission.REVIEW_WRITE, scope=review.scope)
    _refuse_final(review)

    frozen = content_of(review).as_plain()
    review.change(seen=seen, state=ReviewState.FINAL, frozen=frozen)
    record(
        by=by,
        scope=review.scope,
        did="review.finished",
        on=review,
        after={"facts": len(frozen["facts"])},
    )
    return review


def _check(
    programme: Programme, plan: Plan | None, year: int, day: date, on: date
) -> None:
    if not programme.first_year <= year <= programme.last_year:
        raise Refused(
            "review.year_outside",
            field="year",
            first=programme.first_year,
            last=programme.last_year,
        )
    if plan is not None and (plan.programme_id != programme.pk or plan.year != year):
        raise Refused("review.plan_elsewhere", field="plan")
    if day > on:
        raise Refused("review.day_to_come", field="day")


def _refuse_final(review: Review) -> None:
    if review.state == ReviewState.FINAL:
        raise Refused("review.final")
