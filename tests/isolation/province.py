"""A province in which every text says whose it is: ``CANARY-<programme>-<object>``.

Made by the real actions, each object once as it was and once changed, so that rows,
versions and the trail all hold canaries. ``Province.may_see`` says which of them a
person may ever be shown; it asks the lists of ``cast``, never the product.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import time_machine

from phoihop import clock
from phoihop.accounts.models import User
from phoihop.organisations.actions import (
    directory,
    oversight,
    people,
)
from phoihop.organisations.models import Membership, Organisation
from phoihop.organisations.permissions import Actor, actor_of, command_line, scoped
from phoihop.organisations.roles import Role
from phoihop.programmes.actions import plans, programmes, tasks
from phoihop.programmes.models import Plan, Programme
from tests.isolation import cast
from tests.isolation.cast import Agreement, Draft, Part, account_of
from tests.isolation.taking_out import PARKED, taken_out

# Everything is written on one day and changed on another, before the tests' own day.
WRITTEN = datetime(2026, 2, 2, 8, 0, tzinfo=clock.VIETNAM)
BETWEEN = datetime(2026, 2, 15, 8, 0, tzinfo=clock.VIETNAM)
CHANGED = datetime(2026, 3, 2, 8, 0, tzinfo=clock.VIETNAM)
# Late enough for what waits a few days to wait still on the tests' own day.
INVITED = datetime(2026, 6, 1, 8, 0, tzinfo=clock.VIETNAM)
BEGAN = date(2026, 1, 5)
PASSWORD = "mật khẩu của tỉnh thử"  # of people who do not exist
# Circles of canaries that are in no circle of the product.
DIRECTORY, PERSON = "directory", "person:"
OF_THE_OPERATOR = "operator"
TASKS_IN_A_PLAN = (("1", date(2026, 6, 10)), ("2", None))


class Kind(StrEnum):
    """What an id in an address or a form may name."""

    PROGRAMME = "programme"
    PLAN = "plan"
    TASK = "task"
    TASK_SHEET = "task sheet"
    FILE = "file"
    BODY = "body"
    BODY_LIST = "body list"
    MEMBERSHIP = "membership"
    INVITATION = "invitation"
    ENTRY = "entry"
    SCOPE = "scope"
    JOB = "job"
    DESIGNATION = "designation"
    CHANNEL = "channel"
    FOCAL_POINT = "focal point"
    RELATION = "relation"
    TOPIC = "topic"
    COMPETENCE = "competence"
    REVIEW = "review"
    JUDGEMENT = "judgement"
    DOCUMENT = "document"
    READING = "reading"
    DRAFT = "draft"
    CONFIRMATION = "confirmation"
    SUPPORT = "support"
    # Tasks that are not open: each has pages of its own.
    WAITING = "waiting task"
    RESTING = "resting task"
    BEYOND = "task beyond"
    RETURNED = "returned task"


# What the operator works on: the directory and who acts for whom, no content.
OPERATED = frozenset(Kind) - {
    Kind.PROGRAMME, Kind.PLAN, Kind.TASK, Kind.FILE, Kind.ENTRY, Kind.SCOPE, Kind.JOB,
    Kind.TASK_SHEET, Kind.REVIEW, Kind.JUDGEMENT,
    Kind.DOCUMENT, Kind.READING, Kind.DRAFT, Kind.CONFIRMATION,
    Kind.SUPPORT, Kind.WAITING, Kind.RESTING, Kind.BEYOND, Kind.RETURNED,
}  # fmt: skip


@dataclass(frozen=True)
class Thing:
    """One row that an id may name, and the circle that it lies in."""

    kind: Kind
    key: str
    pk: int
    circle: str
    version: int = 1
    # What stands for it in an address, where that is not its key.
    address: str = ""

    @property
    def named(self) -> object:
        """What names it in an address."""
        return self.address or self.pk


@dataclass
class Province:
    """What was made, by name, and whose it is."""

    bodies: dict[str, Organisation] = field(default_factory=dict)
    scopes: dict[str, int] = field(default_factory=dict)
    things: list[Thing] = field(default_factory=list)
    # canary -> the circle in which it was written
    canaries: dict[str, str] = field(default_factory=dict)
    # (account, circle) of everybody whose name stands in the trail of a circle
    acted: set[tuple[str, str]] = field(default_factory=set)
    users: dict[str, User] = field(default_factory=dict)
    # key of a membership -> the account that holds it
    holders: dict[int, str] = field(default_factory=dict)
    # key of a task that waits for acceptance -> its report
    reports: dict[int, int] = field(default_factory=dict)

    def canary(self, circle: str, *words: str) -> str:
        """A text that belongs to this circle, to be stored by an action."""
        text = "-".join(("CANARY", *words)).upper()
        self.canaries[text] = circle
        return text

    def circles_of(self, part: Part) -> frozenset[str]:
        """The circles that the person's body is in."""
        mine = (key for key, bodies in cast.circles().items() if part.body in bodies)
        return frozenset(mine)

    def may_see(self, part: Part) -> frozenset[str]:
        """Every canary that this person may ever be shown."""
        if part.role is None:
            return frozenset()
        open_to_them = {*self.circles_of(part), DIRECTORY}
        if part.is_operator:
            open_to_them.add(OF_THE_OPERATOR)
        people_known = {PERSON + account for account in self._known_to(part)}
        found = open_to_them | people_known
        return frozenset(c for c, circle in self.canaries.items() if circle in found)

    def content_of(self, part: Part) -> frozenset[str]:
        """The canaries of the circles of the person's body: what they must see."""
        circles = self.circles_of(part) if part.role else frozenset()
        return frozenset(c for c, circle in self.canaries.items() if circle in circles)

    def _known_to(self, part: Part) -> Iterator[str]:
        """Accounts whose names a person is shown: colleagues, and who acted there."""
        circles = self.circles_of(part)
        for account in cast.accounts():
            is_colleague = part.is_operator or part.body in cast.bodies_of(account)
            is_named = account in cast.named_to_all()
            has_acted = any((account, circle) in self.acted for circle in circles)
            if account == part.account or is_colleague or has_acted or is_named:
                yield account

    def is_own(self, part: Part, thing: Thing) -> bool:
        """Whether the thing lies in a circle of the person's body."""
        if part.role is None:
            return False
        if part.is_operator:
            is_parked = (thing.kind, thing.circle) == (Kind.JOB, PARKED)
            return is_parked or thing.kind in OPERATED
        return thing.circle in self.circles_of(part)

    def own(self, part: Part, kind: Kind) -> list[Thing]:
        """The person's things of one kind, those first that their body leads."""
        own = [t for t in self.things if t.kind is kind and self.is_own(part, t)]
        return sorted(own, key=lambda t: cast.standing_in(t.circle) != part.body)

    def foreign(self, part: Part, kind: Kind) -> list[Thing]:
        """Other people's things of one kind, those nearest to them first.

        Near is what belongs to a programme of the person's own body, in a plan that
        the body is not in.
        """
        circles = self.circles_of(part)
        all_of_kind = [t for t in self.things if t.kind is kind]
        found = [t for t in all_of_kind if not self.is_own(part, t)]
        return sorted(found, key=lambda t: t.circle.split("-")[0] not in circles)

    def add(self, kind: Kind, key: str, row: Any, circle: str) -> None:
        """Remember a row that was made."""
        address = str(getattr(row, "uuid", ""))
        thing = Thing(kind, key, row.pk, circle, row.version, address)
        self.things.append(thing)


def build() -> Province:
    """Make the whole province by the real actions."""
    province = Province()
    with time_machine.travel(WRITTEN, tick=True):
        _found_bodies(province)
        _open_accounts(province)
        _give_roles(province)
        drafts = [_agree(province, agreement) for agreement in cast.AGREEMENTS]
    with time_machine.travel(CHANGED, tick=True):
        for change in drafts:
            change()
        for body in cast.BODIES:
            _keep_desk(province, body)
        _end_former(province)
    return province


@contextmanager
def acting(
    province: Province, account: str, body: str | None, *circles: str
) -> Iterator[Actor]:
    """A person acting for a body, whose name then stands in the trail of these."""
    found = Membership.objects.select_related("person", "organisation__desk").get(
        person__username=account,
        organisation=province.bodies[body] if body else None,
    )
    province.acted.update((account, circle) for circle in circles)
    actor = actor_of(found)
    with scoped(actor):
        yield actor


def _found_bodies(province: Province) -> None:
    by = command_line()
    for key in cast.BODIES:
        body = directory.found(
            name=f"Đơn vị {key}",
            type=Organisation.Type.STATE,
            level=Organisation.Level.PROVINCE,
            founded_on=BEGAN,
            aliases=[province.canary(DIRECTORY, key, "alias")],
            decision=province.canary(DIRECTORY, key, "decision"),
            by=by,
            on=clock.today(),
        )
        province.bodies[key] = body
        province.scopes[key] = body.desk_id
        province.add(Kind.BODY, key, body, key)


def _open_accounts(province: Province) -> None:
    for account in cast.accounts():
        name = province.canary(PERSON + account, account, "person")
        province.users[account] = people.open_account(
            username=account,
            name=name,
            password=PASSWORD,
            by=command_line(),
            on=clock.today(),
        )


def _give_roles(province: Province) -> None:
    for part in cast.PARTS:
        if part.role is not None:
            end = date(2027, 1, 1) if part.role is Role.DEPUTY else None
            _give(province, part.account, part.body, part.role, end)
    _give(province, cast.FORMER.account, "B3", Role.OFFICER, None)
    _give(province, cast.LATE.account, "B3", Role.DEPUTY, date(2026, 3, 1))


def _give(
    province: Province, account: str, body: str | None, role: Role, until: date | None
) -> None:
    people.give_role(
        person=province.users[account],
        body=province.bodies[body] if body else None,
        role=role,
        since=BEGAN,
        until=until,
        by=command_line(),
        on=clock.today(),
    )


def _agree(province: Province, agreement: Agreement) -> Callable[[], None]:
    """Open a programme with its plans; gives back what changes all of it later."""
    key, standing = agreement.key, agreement.standing
    officer = account_of(standing, Role.OFFICER)
    with acting(province, officer, standing, key) as by:
        programme = programmes.create(
            title=province.canary(key, key, "title", "was"),
            first_year=2025,
            last_year=2030,
            members=[province.bodies[member] for member in agreement.members],
            by=by,
            on=clock.today(),
        )
    province.scopes[key] = programme.scope_id
    plans_made = [
        _draft(province, agreement, programme, draft) for draft in agreement.plans
    ]

    def change() -> None:
        leader = account_of(standing, Role.LEADER)
        with acting(province, leader, standing, key) as by:
            programmes.edit(
                programme=programme,
                seen=1,
                title=province.canary(key, key, "title", "is"),
                first_year=2025,
                last_year=2031,
                by=by,
                on=clock.today(),
            )
        province.add(Kind.PROGRAMME, key, programme, key)
        for plan, draft in zip(plans_made, agreement.plans, strict=True):
            _change_plan(province, agreement, plan, draft)

    return change


def _draft(
    province: Province, agreement: Agreement, programme: Programme, draft: Draft
) -> Plan:
    key, standing = agreement.key, agreement.standing
    circle = f"{key}-{draft.key}"
    officer = account_of(standing, Role.OFFICER)
    with acting(province, officer, standing, circle) as by:
        plan = plans.create(
            programme=programme,
            title=province.canary(circle, circle, "plan", "was"),
            year=2026,
            partners=[province.bodies[partner] for partner in draft.partners],
            by=by,
            on=clock.today(),
        )
        province.scopes[circle] = plan.scope_id
        for number, due in TASKS_IN_A_PLAN:
            tasks.create(
                plan=plan,
                text=province.canary(circle, circle, f"task{number}", "was"),
                lead=province.bodies[standing],
                due_date=due,
                by=by,
                on=clock.today(),
            )
    return plan


def _change_plan(
    province: Province, agreement: Agreement, plan: Plan, draft: Draft
) -> None:
    circle, standing = f"{agreement.key}-{draft.key}", agreement.standing
    leader = account_of(standing, Role.LEADER)
    with acting(province, leader, standing, circle) as by:
        title = province.canary(circle, circle, "plan", "is")
        plans.edit(plan=plan, seen=1, title=title, year=2027, by=by, on=clock.today())
    province.add(Kind.PLAN, circle, plan, circle)
    partner = draft.partners[0]
    officer = account_of(partner, Role.OFFICER)
    with acting(province, officer, partner, circle) as by:
        for number, task in enumerate(plan.tasks.order_by("pk"), start=1):
            tasks.edit(
                task=task,
                seen=1,
                text=province.canary(circle, circle, f"task{number}", "is"),
                lead=province.bodies[partner],
                due_date=task.due_date,
                by=by,
                on=clock.today(),
            )
            province.add(Kind.TASK, f"{circle}-task{number}", task, circle)


def _keep_desk(province: Province, body: str) -> None:
    """What only the body itself sees: the trail of its own desk."""
    with acting(province, cast.OPERATOR.account, None, body) as by:
        directory.rename(
            body=province.bodies[body],
            name=f"Đơn vị {body} (tên mới)",
            valid_from=date(2026, 3, 1),
            decision=province.canary(DIRECTORY, body, "renamed"),
            by=by,
            on=clock.today(),
        )
    with acting(province, account_of(body, Role.AUDITOR), body, body) as by:
        purpose = province.canary(body, body, "purpose")
        job, first = taken_out(purpose, parked=body == PARKED, by=by)
    province.things.append(Thing(Kind.JOB, body, job, body))
    with acting(province, account_of(body, Role.ADMIN), body) as second:
        pass
    with acting(province, account_of(body, Role.LEADER), body, body) as by:
        reason = province.canary(body, body, "reason")
        oversight.erase(
            seqs=[first], because=reason, by=by, second=second, on=clock.today()
        )


def _end_former(province: Province) -> None:
    membership = Membership.objects.get(person=province.users[cast.FORMER.account])
    with acting(province, account_of("B3", Role.ADMIN), "B3", "B3") as by:
        people.end_role(membership=membership, seen=1, by=by, on=clock.today())
