"""Pages, asked for through the whole application by an officer who has signed in.

What a page costs holds its session, its account, its roles and every middleware; its
floor is the rows and a plain template alone (``floors``).
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

from django.core.management import call_command

from bench import floors, seed
from bench.browser import Browser
from bench.chain import ME
from bench.databases import LARGE, SMALL, statements, use
from bench.measure import Bar, Line, Spent, alternate, line
from bench.papers import received
from phoihop.accounts.models import User
from phoihop.programmes.models import Task
from phoihop.programmes.models.task import TaskQuerySet

LIST = "/nhiem-vu/?han=not_started"
SQL, CPU_MS = 12, 25
GROWTH = 1.1


@dataclass(frozen=True)
class Page:
    """One page, the rows and the template of its floor, and its bars."""

    address: str
    rows: floors.Rows
    row: str
    said: str
    beside: str = "the same rows"
    sql: int = SQL
    ratio: float | None = None
    # What is to be there before anybody asks.
    prepare: Callable[[], object] = lambda: None


PAGES = {
    "page.desk": Page(
        "/ban-lam-viec/",
        floors.desk_tasks,
        floors.DESK_ROW,
        "30 rows by due date",
    ),
    "page.task_list": Page(
        LIST,
        floors.listed_tasks,
        floors.TASK_ROW,
        "50 rows, those not begun, by due date",
        sql=6,
        ratio=1.5,
    ),
    "page.task": Page(
        "/nhiem-vu/2/",
        floors.one_task,
        floors.ONE_TASK,
        f"one task with {seed.CHANGES + 1} entries of its history",
        beside="that one row",
    ),
    "page.programme": Page(
        "/chuong-trinh/1/",
        floors.one_programme,
        floors.ONE_PROGRAMME,
        f"one programme with {seed.PLANS} plans and {seed.PARTIES} parties",
        beside="that one row",
    ),
    "page.review_desk": Page(
        "/ban-xac-nhan/1/",
        floors.drafts,
        floors.DRAFT_ROW,
        "the sample plan of 21 duties, read and not yet looked at",
        beside="its drafts",
        prepare=received,
    ),
}


@cache
def visitor(size: str) -> Browser:
    """The officer's browser; each database has a session of its own."""
    use(size)
    call_command("collectstatic", verbosity=0, interactive=False)
    return Browser(User.objects.get(pk=ME))


def page(name: str) -> Line:
    """A page beside its rows by the bare ORM in a plain template of as many bytes."""
    asked = PAGES[name]
    asked.prepare()
    get = partial(visitor(LARGE).get, asked.address)
    use(LARGE)
    plain = floors.plain(get(), rows=asked.rows, row=asked.row)
    value, floor = alternate(get, plain)
    return line(
        name,
        value=value.wall * 1000,
        floor=floor.wall * 1000,
        unit="ms",
        most=asked.ratio,
        bars=(
            Bar("SQL", statements(get), asked.sql),
            Bar("CPU ms", value.cpu * 1000, CPU_MS),
        ),
        said=(
            f"floor CPU {floor.cpu * 1000:.3g} ms",
            f"signed in, {asked.said}, {len(plain()):,} bytes",
            f"floor: {asked.beside} by the bare ORM in a plain template of as many "
            "bytes, nobody signed in",
        ),
    )


def growth(name: str) -> Line:
    """The list where there are more tasks, over the same list where there are fewer."""

    def at(size: str) -> Callable[[], object]:
        browser = visitor(size)

        def get() -> bytes:
            use(size)
            return browser.get(LIST)

        return get

    large, small = alternate(at(LARGE), at(SMALL))
    return line(
        name,
        value=large.wall / small.wall,
        floor=1,
        unit="times",
        most=GROWTH,
        said=(
            f"{_ms(large)} among {_tasks(LARGE):,} tasks, "
            f"{_ms(small)} among {_tasks(SMALL):,}",
            f"the body sees the same {seed.SEEN * seed.TASKS:,} of them in both",
        ),
    )


def _ms(spent: Spent) -> str:
    return f"{spent.wall * 1000:.3g} ms (CPU {spent.cpu * 1000:.3g})"


def _tasks(size: str) -> int:
    use(size)
    return TaskQuerySet(Task).count()


LINES = {**dict.fromkeys(PAGES, page), "page.task_list.growth": growth}
