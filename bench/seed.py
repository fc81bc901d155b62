"""Two provinces of the same make, one larger; what one body sees is as much in both.

Each programme has five yearly plans of a hundred tasks between four bodies. The body
that signs in takes part in the first two programmes and in no other: a thousand tasks
in thirteen circles, however many there are in all. Rows are written in bulk, with
their versions and their trail, so that every table has the size it really has; no
action could write a million in the time.
"""

import sys
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any, TypeVar

from django.db import transaction

from bench import chain, databases
from phoihop import clock
from phoihop.accounts.models import User
from phoihop.organisations.models import (
    Membership,
    Organisation,
    OrganisationName,
    ScopeMember,
)
from phoihop.organisations.models.findable import FindableRow
from phoihop.organisations.roles import Place, Role
from phoihop.programmes.models import Party, Plan, PlanParty, Programme, Task
from phoihop.programmes.models.programme import PartyRole
from phoihop.scopes.context import unscoped
from phoihop.scopes.models import Scope
from phoihop.versions.models import VersionedRow

BODIES = 300
PEOPLE_OF_A_BODY = 5
PARTIES = 4
PLANS, TASKS_OF_A_PLAN = 5, 100
TASKS = PLANS * TASKS_OF_A_PLAN
# Programmes that the body which signs in takes part in.
SEEN = 2
# How often each task that it sees was changed.
CHANGES = 4
# Links of the larger trail, where the rows alone make fewer.
LINKS = 100_000

BEGAN = date(2020, 1, 1)
MADE = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
BECAUSE = "the bench writes every circle of its own province"

Row = TypeVar("Row", bound=Any)


def provinces(*, large: int, small: int) -> None:
    """Make both, the larger last: Django goes on speaking to it."""
    for size, tasks in ((databases.SMALL, small), (databases.LARGE, large)):
        began = time.perf_counter()
        databases.use(size)
        databases.make_tables()
        with unscoped(because=BECAUSE):
            _province(programmes=tasks // TASKS)
            chain.edit(Task.objects.order_by("pk")[: SEEN * TASKS], times=CHANGES)
            chain.lengthen(LINKS if size == databases.LARGE else 0)
        databases.settle()
        took = time.perf_counter() - began
        print(f"{size}: {tasks:,} tasks in {took:.0f} s", file=sys.stderr, flush=True)


def _province(*, programmes: int) -> None:
    with transaction.atomic():
        bodies = _bodies()
        _people(bodies)
    numbers = iter(range(programmes))
    while some := list(islice(numbers, 10)):
        with transaction.atomic():
            _programmes(some, bodies)


def _bodies() -> list[Organisation]:
    """The bodies, each with its name, one in ten with a former name as well."""
    desks = _written(Scope(kind=Scope.Kind.BODY) for _ in range(BODIES))
    level = Organisation.Level.PROVINCE
    bodies = _written(
        Organisation(
            type=Organisation.Type.STATE, level=level, desk=desk, founded_on=BEGAN
        )
        for desk in desks
    )
    renamed = date(2025, 3, 1)
    names = []
    for number, body in enumerate(bodies):
        now = f"Sở Phối hợp công tác số {number} tỉnh Lam Khê"
        start = BEGAN
        if number % 10 == 0:
            text = f"Ban Phối hợp công tác số {number} tỉnh Lam Khê"
            former = OrganisationName(
                organisation=body, text=text, valid_from=BEGAN, valid_to=renamed
            )
            names.append(former)
            start = renamed
        names.append(OrganisationName(organisation=body, text=now, valid_from=start))
    _written(names)
    _written(
        ScopeMember(
            scope=body.desk, organisation=body, place=Place.STANDING, since=BEGAN
        )
        for body in bodies
    )
    return bodies


def _people(bodies: list[Organisation]) -> None:
    people = _written(
        # Without a password: the browser's session is opened at once.
        User(username=f"người{body.pk}-{n}", name=f"Nguyễn Văn {n}")
        for body in bodies
        for n in range(PEOPLE_OF_A_BODY)
    )
    _written(
        Membership(
            person=person,
            organisation=bodies[number // PEOPLE_OF_A_BODY],
            role=Role.OFFICER,
            since=BEGAN,
        )
        for number, person in enumerate(people)
    )


def parties_of(number: int, bodies: list[Organisation]) -> list[Organisation]:
    """Who is in the programme with this number: the first body in the first two only.

    The standing body comes first. The others go round, so that each is in as many.
    """
    others = bodies[1:]
    start = number * PARTIES
    chosen = [others[(start + n) % len(others)] for n in range(PARTIES)]
    if number < SEEN:
        chosen[number % 2] = bodies[0]
    return chosen


def _programmes(numbers: list[int], bodies: list[Organisation]) -> None:
    """Programmes with these numbers, and all that is in them."""
    scopes = _written(Scope(kind=Scope.Kind.PROGRAMME) for _ in numbers)
    programmes = _written(
        Programme(
            scope=scope,
            title="Chương trình phối hợp công tác tuyên truyền, vận động nhân dân "
            f"tham gia xây dựng nông thôn mới số {number}, giai đoạn 2025–2030",
            first_year=2025,
            last_year=2030,
        )
        for scope, number in zip(scopes, numbers, strict=True)
    )
    parties = [parties_of(number, bodies) for number in numbers]
    _written(_members(programmes, parties))
    _written(
        Party(scope=p.scope, programme=p, organisation=body, role=_role(n))
        for p, of_p in zip(programmes, parties, strict=True)
        for n, body in enumerate(of_p)
    )
    plans, of_plans = _plans(programmes, parties)
    tasks = _written(_tasks(plans, of_plans))
    chain.add(chain.created((*programmes, *plans, *tasks)))


def _plans(
    programmes: list[Programme], parties: list[list[Organisation]]
) -> tuple[list[Plan], list[list[Organisation]]]:
    """The plans of these programmes, and the parties of each."""
    years = [(p, 2025 + n) for p in programmes for n in range(PLANS)]
    scopes = _written(Scope(kind=Scope.Kind.PLAN) for _ in years)
    plans = _written(
        Plan(
            scope=scope,
            programme=programme,
            title=f"Kế hoạch phối hợp công tác tuyên truyền, vận động năm {year}",
            year=year,
        )
        for scope, (programme, year) in zip(scopes, years, strict=True)
    )
    of_plans = [of_one for of_one in parties for _ in range(PLANS)]
    _written(_members(plans, of_plans))
    _written(
        PlanParty(scope=plan.scope, plan=plan, organisation=body, role=_role(n))
        for plan, of_plan in zip(plans, of_plans, strict=True)
        for n, body in enumerate(of_plan)
    )
    return plans, of_plans


def _members(
    roots: Iterable[Programme | Plan], parties: list[list[Organisation]]
) -> Iterator[ScopeMember]:
    """The parties of each programme or plan, in its circle."""
    for root, of_root in zip(roots, parties, strict=True):
        for n, body in enumerate(of_root):
            place = Place.MEMBER if n else Place.STANDING
            yield ScopeMember(
                scope=root.scope, organisation=body, place=place, since=BEGAN
            )


def _role(number: int) -> PartyRole:
    return PartyRole.MEMBER if number else PartyRole.STANDING


def _tasks(plans: list[Plan], parties: list[list[Organisation]]) -> Iterator[Task]:
    """Tasks due from two hundred days ago on; one in twenty without a due date."""
    on = clock.today()
    for plan, of_plan in zip(plans, parties, strict=True):
        for n in range(TASKS_OF_A_PLAN):
            yield Task(
                scope=plan.scope,
                plan=plan,
                text=f"Tổ chức hội nghị trao đổi, cung cấp thông tin lần thứ {n} về "
                "tình hình triển khai chương trình phối hợp, kết quả vận động nhân "
                "dân và những việc cần cấp ủy, chính quyền xem xét, giải quyết",
                lead=of_plan[n % PARTIES],
                due_date=on + timedelta(days=(n * 37 + plan.year) % 600 - 200)
                if n % 20
                else None,
            )


def _written(rows: Iterable[Row]) -> list[Row]:
    """Write these rows, and the version of each that keeps versions."""
    found = list(rows)
    model: Any = type(found[0])
    for row in found:
        if isinstance(row, FindableRow):
            # Saved one by one, a row makes these itself.
            vars(row).update(row.derived())
    model.objects.bulk_create(found, batch_size=2000)
    if issubclass(model, VersionedRow):
        columns = [field.attname for field in model._meta.concrete_fields]
        model.history.objects.bulk_create(
            [
                model.history(
                    recorded_from=MADE,
                    recorded_by=None,
                    **{column: getattr(row, column) for column in columns},
                )
                for row in found
            ],
            batch_size=2000,
        )
    return found
