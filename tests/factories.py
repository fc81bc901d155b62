"""world(): a small fictional province, made by the real actions.

The cast: **lan** (officer of the standing body, ban) leads, **minh** (officer of so)
supports, **cuc** (officer of xa) is a stranger to both. The other roles of ban: hoa
the leader, quang the admin, dung the deputy, oanh the observer, thu the auditor; hanh
runs the installation and is in no body.
"""

from dataclasses import dataclass
from datetime import date

from phoihop import clock
from phoihop.accounts.models import User
from phoihop.organisations.actions import body_lists, directory, invitations, people
from phoihop.organisations.actions.invitations import Invited
from phoihop.organisations.models import BodyList, Membership, Organisation
from phoihop.organisations.permissions import Actor, actor_of, command_line, scoped
from phoihop.organisations.roles import Role
from phoihop.organisations.rules.body_list import Column, Fault, Line, Listing
from phoihop.programmes.actions import plans, programmes, tasks
from phoihop.programmes.models import Plan, Programme, Task

PASSWORD = "mật khẩu của thử nghiệm"  # of the tests
BEGAN = date(2026, 1, 5)
FAULT = Fault.LEVEL_UNKNOWN

BODIES = {
    "ban": ("Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê", "party", "province"),
    "so": ("Sở Nội vụ tỉnh Lam Khê", "state", "province"),
    "xa": ("Ủy ban nhân dân xã Đồng Mây", "state", "commune"),
}
PEOPLE = {
    "lan": ("Nguyễn Thị Lan", "ban", Role.OFFICER),
    "hoa": ("Trần Thị Hoa", "ban", Role.LEADER),
    "quang": ("Lê Văn Quang", "ban", Role.ADMIN),
    "dung": ("Võ Thị Dung", "ban", Role.DEPUTY),
    "oanh": ("Bùi Thị Oanh", "ban", Role.OBSERVER),
    "thu": ("Ngô Thị Thu", "ban", Role.AUDITOR),
    "minh": ("Phạm Văn Minh", "so", Role.OFFICER),
    "cuc": ("Đặng Thị Cúc", "xa", Role.OFFICER),
    "hanh": ("Vũ Văn Hạnh", "", Role.OPERATOR),
}
DEPUTY_UNTIL = date(2027, 1, 1)
MAI = "Lý Thị Mai"
LISTED = ("Sở Tư pháp tỉnh Lam Khê", "Phòng Hộ tịch")
# Shown as people wrote it, whatever the language of the page.
WRITTEN = (MAI, *LISTED)


@dataclass(frozen=True)
class World:
    """The cast and what they made, found again by name in every test."""

    bodies: dict[str, Organisation]
    actors: dict[str, Actor]
    programme: Programme
    plan: Plan
    task: Task

    def user(self, name: str) -> User:
        """The account of one of the cast."""
        user = self.actors[name].user
        assert user is not None
        return user


def build() -> None:
    """Write the world into the database of the tests, once."""
    by = command_line()
    on = clock.today()
    with scoped(by):
        bodies = {
            key: directory.found(
                name=name,
                type=Organisation.Type(type_),
                level=Organisation.Level(level),
                founded_on=BEGAN,
                by=by,
                on=on,
            )
            for key, (name, type_, level) in BODIES.items()
        }
    for username, (name, body, role) in PEOPLE.items():
        person = people.open_account(
            username=username, name=name, password=PASSWORD, by=by, on=on
        )
        people.give_role(
            person=person,
            body=bodies.get(body),
            role=role,
            since=BEGAN,
            until=DEPUTY_UNTIL if role is Role.DEPUTY else None,
            by=by,
            on=on,
        )
    _agreements(bodies, on)


def _agreements(bodies: dict[str, Organisation], on: date) -> None:
    lan = actor("lan")
    with scoped(lan):
        programme = programmes.create(
            title="Chương trình phối hợp giai đoạn 2025–2030",
            first_year=2025,
            last_year=2030,
            members=[bodies["so"]],
            by=lan,
            on=on,
        )
        plan = plans.create(
            programme=programme,
            title="Kế hoạch phối hợp năm 2026",
            year=2026,
            partners=[bodies["so"]],
            by=lan,
            on=on,
        )
        for text, lead, due in (
            ("Tổ chức hội nghị báo cáo viên quý II", "ban", date(2026, 6, 10)),
            ("Cung cấp tài liệu về cải cách hành chính", "so", date(2026, 6, 18)),
            ("Trao đổi thông tin thường xuyên", "so", None),
        ):
            tasks.create(
                plan=plan, text=text, lead=bodies[lead], due_date=due, by=lan, on=on
            )


def invited(world: World) -> Invited:
    """An invitation to ban that nobody has used yet, made on the server."""
    by = command_line()
    with scoped(by):
        return invitations.invite(
            body=world.bodies["ban"],
            name=MAI,
            role=Role.OBSERVER,
            since=clock.today(),
            by=by,
            on=clock.today(),
        )


def body_list(world: World) -> BodyList:
    """A list of two new bodies that waits to be entered."""
    lines = (
        Line(2, LISTED[0], "state", "province"),
        Line(3, LISTED[1], "state", faults=((FAULT, Column.LEVEL),)),
    )
    with scoped(world.actors["hanh"]):
        return body_lists.look_through(
            listing=Listing(lines), by=world.actors["hanh"], on=clock.today()
        )


def actor(username: str) -> Actor:
    """One of the cast, acting in their first role."""
    rows = Membership.objects.select_related("person", "organisation__desk")
    return actor_of(rows.filter(person__username=username).earliest("pk"))


def found() -> World:
    """The world that ``build`` wrote."""
    actors = {name: actor(name) for name in PEOPLE}
    bodies = {
        key: next(
            a.organisation
            for name, a in actors.items()
            if PEOPLE[name][1] == key and a.organisation is not None
        )
        for key in BODIES
    }
    with scoped(actors["lan"]):
        programme = Programme.objects.select_related("scope").get()
        plan = Plan.objects.select_related("scope", "programme").get()
        task = Task.objects.select_related("scope", "plan", "lead").earliest("pk")
    return World(bodies, actors, programme, plan, task)
