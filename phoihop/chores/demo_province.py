"""The fictional province of Lam Khê, made by the real actions under another clock.

Everything here is invented. The clock stands in the past while it is made, so the
trail marks every entry as pretended; due dates are counted from the real today, so
that the desk shows something overdue and something soon on whatever day it is made.
"""

from datetime import date, datetime, time, timedelta

from django.db import transaction

from phoihop import clock
from phoihop.accounts.models import User
from phoihop.chores import demo_directory, demo_today
from phoihop.chores.demo_texts import PLANS, PROGRAMMES
from phoihop.organisations.actions import people
from phoihop.organisations.models import Membership, Organisation
from phoihop.organisations.permissions import (
    Actor,
    actor_of,
    command_line,
    scoped,
)
from phoihop.organisations.roles import Role
from phoihop.programmes.actions import plans, programmes, tasks
from phoihop.programmes.models import Programme

PASSWORD = "lam-khe-minh-hoa"  # noqa: S105  # printed on the screen: a demo's
SIGN_INS = [
    ("lan", "chuyên viên, Ban Tuyên giáo và Dân vận Tỉnh ủy (cơ quan thường trực)"),
    ("hoa", "lãnh đạo, Ban Tuyên giáo và Dân vận Tỉnh ủy"),
    ("quang", "quản trị, Ban Tuyên giáo và Dân vận Tỉnh ủy"),
    ("thuy", "kiểm tra, Ban Tuyên giáo và Dân vận Tỉnh ủy"),
    ("minh", "chuyên viên, Sở Nông nghiệp và Môi trường (bên tham gia)"),
    ("vanhanh", "người vận hành hệ thống"),
]
PEOPLE = [
    # username, name, key of the body, role
    ("lan", "Nguyễn Thị Lan", "btgdv", Role.OFFICER),
    ("hoa", "Trần Thị Hoa", "btgdv", Role.LEADER),
    ("quang", "Lê Văn Quang", "btgdv", Role.ADMIN),
    ("thuy", "Bùi Thị Thúy", "btgdv", Role.AUDITOR),
    ("minh", "Phạm Văn Minh", "snnmt", Role.OFFICER),
    ("tuyet", "Đỗ Thị Tuyết", "hdnd", Role.OFFICER),
    ("binh", "Hoàng Văn Bình", "ubnd", Role.AUDITOR),
]

Bodies = dict[str, Organisation]


@transaction.atomic
def make() -> None:
    """Make the whole province, or nothing of it."""
    real = clock.today()
    year_began = datetime.combine(
        date(real.year, 1, 5), time(8, 30), tzinfo=clock.VIETNAM
    )
    with clock.standing_at(year_began - timedelta(days=400)):
        bodies = demo_directory.make_bodies()
        actors = _people(bodies, clock.today())
        users = {name: one.user for name, one in actors.items() if one.user}
        demo_directory.appoint(bodies, users)
    with clock.standing_at(year_began):
        running = _programmes(bodies, actors["lan"], real.year)
    with clock.standing_at(year_began + timedelta(days=7)):
        _plans(running, bodies, actors["lan"], real)
    demo_today.lay_out(
        officer=actors["lan"], admin=actors["quang"], auditor=actors["thuy"]
    )


def _people(bodies: Bodies, on: date) -> dict[str, Actor]:
    actors = {}
    for username, name, key, role in PEOPLE:
        membership = _person(username, name, bodies[key], role, on)
        actors[username] = actor_of(membership)
    _person("vanhanh", "Vũ Văn Hạnh", None, Role.OPERATOR, on)
    return actors


def _person(
    username: str,
    name: str,
    body: Organisation | None,
    role: Role,
    on: date,
) -> Membership:
    by = command_line()
    person: User = people.open_account(
        username=username, name=name, password=PASSWORD, by=by, on=on
    )
    return people.give_role(person=person, body=body, role=role, since=on, by=by, on=on)


def _programmes(bodies: Bodies, by: Actor, year: int) -> dict[str, Programme]:
    made = {}
    for key, title, first, last, members in PROGRAMMES:
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


def _plans(
    running: dict[str, Programme], bodies: Bodies, by: Actor, today: date
) -> None:
    for programme, title, partners, lines in PLANS:
        with scoped(by):
            plan = plans.create(
                programme=running[programme],
                title=title.format(year=today.year),
                year=today.year,
                partners=[bodies[partner] for partner in partners],
                by=by,
                on=clock.today(),
            )
            for text, lead, days in lines:
                tasks.create(
                    plan=plan,
                    text=text,
                    lead=bodies[lead],
                    due_date=today + timedelta(days=days) if days is not None else None,
                    by=by,
                    on=clock.today(),
                )
