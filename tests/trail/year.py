"""A year in the life of the province: every action of the house, by the real people.

The clock stands where the script puts it, so every entry is marked as pretended.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

from phoihop import clock
from phoihop.accounts import actions as accounts
from phoihop.organisations.actions import directory, oversight, people
from phoihop.organisations.models import Organisation
from phoihop.organisations.permissions import Actor, scoped
from phoihop.organisations.roles import Role
from phoihop.programmes.actions import plans, programmes, tasks
from phoihop.programmes.models import Task
from tests.factories import World
from tests.witness import last_entry

BEGINS = datetime(2026, 2, 2, 1, 0, tzinfo=UTC)
PASSWORD = "một mật khẩu đủ dài của năm"


class Year:
    """The story, month by month; ``seen`` holds the instants at which one looked."""

    def __init__(self, world: World, *, edits: int = 3) -> None:
        self.world, self.edits = world, edits
        self.instant = BEGINS
        self.seen: list[datetime] = []

    @contextmanager
    def acting(self, name: str, *, days: int = 9) -> Iterator[Actor]:
        """Some days later, one of the cast with their circles open."""
        self.instant += timedelta(days=days)
        by = self.world.actors[name]
        with clock.standing_at(self.instant), scoped(by):
            yield by
        self.seen.append(self.instant + timedelta(hours=1))

    def play(self) -> "Year":
        """All of it."""
        self.bodies()
        self.persons()
        self.agreements()
        self.work(self.edits // 2)
        self.oversight()
        self.work(self.edits - self.edits // 2)
        return self

    def bodies(self) -> None:
        """A body is founded, related, renamed and known by another name."""
        with self.acting("hanh") as by:
            new = directory.found(
                name="Hội Nông dân tỉnh Lam Khê",
                type=Organisation.Type.FRONT,
                level=Organisation.Level.PROVINCE,
                founded_on=date(2026, 1, 1),
                aliases=["HND tỉnh", "Nông dân tỉnh"],
                decision="12/QĐ-UB",
                by=by,
                on=clock.today(),
            )
        with self.acting("hanh") as by:
            directory.place_under(
                below=self.world.bodies["xa"],
                above=self.world.bodies["so"],
                valid_from=date(2025, 7, 1),
                by=by,
                on=clock.today(),
            )
        with self.acting("hanh") as by:
            directory.rename(
                body=new, name="Hội Nông dân", valid_from=date(2026, 3, 1),
                by=by, on=clock.today(),
            )  # fmt: skip
        with self.acting("quang") as by:
            body = self.world.bodies["ban"]
            directory.add_alias(body=body, text="BTGDV", by=by, on=clock.today())

    def persons(self) -> None:
        """Two accounts, two roles, one of them taken back; another language."""
        with self.acting("hanh") as by:
            person = people.open_account(
                username="mai", name="Mai", password=PASSWORD, by=by, on=clock.today()
            )
            people.open_operator(
                username="sau", name="Sáu", password=PASSWORD, by=by, on=clock.today()
            )
        with self.acting("quang") as by:
            given = people.give_role(
                person=person,
                body=self.world.bodies["ban"],
                role=Role.OFFICER,
                since=clock.today(),
                by=by,
                on=clock.today(),
            )
        with self.acting("quang") as by:
            people.end_role(membership=given, seen=1, by=by, on=clock.today())
        with self.acting("minh") as by:
            user = self.world.user("minh")
            accounts.choose_language(user=user, language="en", by=by)
            accounts.choose_language(user=user, language="vi", by=by)

    def agreements(self) -> None:
        """A second programme and plan, and changes to both."""
        with self.acting("hoa") as by:
            programme = programmes.create(
                title="Chương trình bảo vệ môi trường",
                first_year=2026,
                last_year=2028,
                members=[self.world.bodies["so"], self.world.bodies["xa"]],
                by=by,
                on=clock.today(),
            )
        with self.acting("lan") as by:
            programmes.edit(
                programme=programme, seen=1, title="Chương trình môi trường",
                first_year=2026, last_year=2029, by=by, on=clock.today(),
            )  # fmt: skip
        with self.acting("dung") as by:
            plan = plans.create(
                programme=programme, title="Kế hoạch 2026", year=2026,
                partners=[self.world.bodies["xa"]], by=by, on=clock.today(),
            )  # fmt: skip
        with self.acting("lan") as by:
            plans.edit(
                plan=plan, seen=1, title="Kế hoạch năm 2026", year=2026,
                by=by, on=clock.today(),
            )  # fmt: skip
            tasks.create(
                plan=plan, text="Trồng cây", lead=self.world.bodies["xa"],
                due_date=None, by=by, on=clock.today(),
            )  # fmt: skip

    def work(self, edits: int) -> None:
        """The task changes hands between the two bodies, again and again."""
        for number in range(edits):
            name, lead = (("lan", "ban"), ("minh", "so"))[number % 2]
            with self.acting(name, days=1) as by:
                task = Task.objects.select_related("scope", "plan", "lead").get(
                    pk=self.world.task.pk
                )
                tasks.edit(
                    task=task,
                    seen=task.version,
                    text=f"Nội dung lần {number}, của {name}",
                    lead=self.world.bodies[lead],
                    due_date=date(2026, 12, 1) + timedelta(days=number % 28),
                    by=by,
                    on=clock.today(),
                )

    def oversight(self) -> None:
        """The trail is taken out, and what was said of that is erased by two."""
        with self.acting("thu") as by:
            oversight.export(purpose="kiểm tra cuối năm", by=by, on=clock.today())
            exported = last_entry().seq
        with self.acting("hoa") as by:
            oversight.erase(
                seqs=[exported],
                because="nêu tên một người dân",
                by=by,
                second=self.world.actors["quang"],
                on=clock.today(),
            )
