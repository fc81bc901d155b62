"""The fictional province of Lam Khê, made by the real actions under another clock.

Everything here is invented. The clock stands in the past while it is made, so the
trail marks every entry as pretended; due dates are counted from the real today, so
that every state shows on whatever day it is made.
"""

from datetime import date, datetime, time, timedelta

from django.db import transaction

from phoihop import clock
from phoihop.chores import (
    demo_directory,
    demo_people,
    demo_plan_texts,
    demo_plans,
    demo_steps,
    demo_today,
)
from phoihop.chores.demo_people import Cast
from phoihop.chores.demo_texts import PROGRAMMES
from phoihop.organisations.models import Organisation
from phoihop.organisations.permissions import scoped
from phoihop.programmes.actions import programmes
from phoihop.programmes.models import Programme

Bodies = dict[str, Organisation]
# Programmes begin, and last year's plans are confirmed, once the communes are founded;
# this year's plans in January.
BEGIN, SIGNED_FIRST, SIGNED = (7, 2), (7, 8), (1, 13)


@transaction.atomic
def make() -> None:
    """Make the whole province, or nothing of it."""
    today = clock.today()
    year = demo_plan_texts.year_of(today)
    with clock.standing_at(_morning(year - 2, 12, 1)):
        bodies = demo_directory.make_bodies()
        cast = demo_people.open_accounts(bodies, clock.today())
        demo_directory.appoint(bodies, cast.users)
    with clock.standing_at(_morning(year - 1, *BEGIN)):
        running = _programmes(bodies, cast, year)
    _years(running, bodies, cast, today)
    demo_today.lay_out(cast, running["tt"])


def _morning(year: int, month: int, day: int) -> datetime:
    return datetime.combine(date(year, month, day), time(8, 30), tzinfo=clock.VIETNAM)


def _programmes(bodies: Bodies, cast: Cast, year: int) -> dict[str, Programme]:
    made = {}
    for key, title, first, last, standing, members in PROGRAMMES:
        by = cast.officer(standing)
        if by is None:
            raise LookupError(standing)
        with scoped(by):
            made[key] = programmes.create(
                title=title.format(first=year + first, last=year + last),
                first_year=year + first,
                last_year=year + last,
                members=[bodies[member] for member in members],
                by=by,
                on=clock.today(),
            )
    return made


def _years(
    running: dict[str, Programme], bodies: Bodies, cast: Cast, today: date
) -> None:
    """Year after year: its plans are confirmed, then worked on."""
    texts = demo_plan_texts.plans(today)
    last = max(text.year for text in texts)
    for year in sorted({text.year for text in texts}):
        signed = []
        began = _morning(year, *(SIGNED if year == last else SIGNED_FIRST))
        for place, text in enumerate(one for one in texts if one.year == year):
            by = cast.officer(text.standing)
            if by is None:
                raise LookupError(text.standing)
            with clock.standing_at(began + timedelta(minutes=20 * place)):
                signed.append(
                    demo_plans.sign(text, running[text.programme], bodies, by)
                )
        with clock.standing_at(began + timedelta(hours=4)):
            demo_steps.share_out(signed, bodies, cast)
        demo_steps.play(signed, bodies, cast)
