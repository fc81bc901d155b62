"""A year in the life of the province: every action of the house, by the real people.

The clock stands where the script puts it, so every entry is marked as pretended.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

from phoihop import clock
from phoihop.accounts import actions as accounts
from phoihop.files import actions as files
from phoihop.files.models import FileKind
from phoihop.jobs.reading import whole
from phoihop.organisations.actions import (
    body_lists,
    directory,
    invitations,
    jobs,
    oversight,
    papers,
    people,
)
from phoihop.organisations.models import Organisation
from phoihop.organisations.permissions import Actor, scoped
from phoihop.organisations.roles import Role
from phoihop.programmes.actions import plans, programmes, tasks
from phoihop.programmes.models import Task
from tests.factories import World, body_list
from tests.task_sheets import entered, line, looked_through, matched, undone
from tests.trail.year_of_bodies import keep_and_end
from tests.trail.year_of_papers import receive_and_look_through
from tests.trail.year_of_reviews import confirm_and_take_back, review
from tests.trail.year_of_tasks import work_on_tasks
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
        self.directory()
        self.persons()
        self.agreements()
        self.reports()
        self.papers()
        self.sheets()
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
        with self.acting("hanh") as by:
            listed = body_list(self.world)
            on = clock.today()
            body_lists.enter(body_list=listed, seen=listed.version, by=by, on=on)
            body_lists.undo(body_list=listed, seen=listed.version, by=by, on=on)
        with self.acting("quang") as by:
            body = self.world.bodies["ban"]
            directory.add_alias(body=body, text="BTGDV", by=by, on=clock.today())

    def directory(self) -> None:
        """Whatever else the directory says of bodies: told, ended, handed on."""
        with self.acting("hanh"):
            keep_and_end(self.world)

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
        self.links()
        with self.acting("minh") as by:
            user = self.world.user("minh")
            accounts.choose_language(user=user, language="en", by=by)
            accounts.choose_language(user=user, language="vi", by=by)

    def links(self) -> None:
        """People come by links, one link is taken back, passwords are forgotten."""
        ban, on = self.world.bodies["ban"], clock.today
        with self.acting("quang") as by:
            links = [
                invitations.invite(
                    body=ban, name=name, role=Role.OBSERVER, since=on(), by=by, on=on()
                ).invitation
                for name in ("Bảy", "Tám", "Chín")
            ]
            offered = invitations.offer_password(
                body=ban, person=self.world.user("oanh"), by=by, on=on()
            ).invitation
            invitations.revoke(invitation=links[2], seen=1, by=by, on=on())
            cuc = self.world.user("cuc")
            invitations.join_newly(
                invitation=links[0], username="bay", password=PASSWORD, on=on()
            )
            invitations.join(
                invitation=links[1], person=cuc, by=accounts.Oneself(cuc.pk), on=on()
            )
            invitations.take_password(invitation=offered, password=PASSWORD, on=on())
        oanh = self.world.user("oanh")
        with self.acting("oanh") as by:
            accounts.change_password(
                user=oanh, old=PASSWORD, password=f"{PASSWORD} khác", by=by
            )
        with self.acting("hanh") as by:
            people.new_password(person=oanh, password=PASSWORD, by=by, on=on())

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

    def reports(self) -> None:
        """Tasks are reported, returned, accepted, rest and end; parts come and go."""
        work_on_tasks(self.world, self.acting)
        confirm_and_take_back(self.world, self.acting)
        review(self.world, self.acting)

    def papers(self) -> None:
        """A file is handed in, and the house makes one."""
        with self.acting("lan") as by:
            examined = papers.examine(
                data=b"Ke hoach nam 2026", name="ke-hoach.txt", by=by, on=clock.today()
            )
            papers.receive_file(examined=examined, by=by, on=clock.today())
        with self.acting("lan") as by:
            files.keep(
                data=b"{}",
                name="du-lieu.jsonl",
                kind=FileKind.JSONL,
                scope=self.world.bodies["ban"].desk,
                by=by,
                on=clock.today(),
            )
        receive_and_look_through(self.world, self.acting)

    def sheets(self) -> None:
        """A task sheet is looked through, entered and taken back."""
        with self.acting("lan"):
            sheet = looked_through(self.world, [line(lead="Ban")])
            ban = self.world.bodies["ban"].pk
            sheet = matched(self.world, sheet, Ban=ban)
            undone(self.world, entered(self.world, sheet))

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
            job = oversight.export(purpose="kiểm tra cuối năm", by=by, on=clock.today())
            exported = last_entry().seq
            oversight.keep_export(
                data=b"{}\n", asked_on=clock.today(), by=by, on=clock.today()
            )
        with self.acting("hanh") as by:
            parked = whole().filter(pk=job.pk)
            parked.update(state="parked", finished_at=clock.now())
            jobs.retry(job=parked.get(), by=by, on=clock.today())
            oversight.verify(by=by, on=clock.today())
        with self.acting("hoa") as by:
            oversight.erase(
                seqs=[exported],
                because="nêu tên một người dân",
                by=by,
                second=self.world.actors["quang"],
                on=clock.today(),
            )
