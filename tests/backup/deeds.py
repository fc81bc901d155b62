"""What people do while backups are taken: edits of tasks, files that are kept."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from threading import Event, Thread

from django.db import connections

from phoihop.files import actions as files
from phoihop.files.models import FileKind, StoredFile
from phoihop.organisations.permissions import scoped
from phoihop.programmes.actions import tasks
from phoihop.programmes.models import Task
from phoihop.refusals import Refused, Stale
from tests.factories import World

ON = date(2026, 6, 15)
# Letters composed and not, quotes, breaks, what SQL and COPY take for their own signs.
STRANGE = (
    "Đồng Mây – “kế hoạch” số 7/KH-BTGDV, ‘tháng 6’",
    "Ngo\u0302 Thi\u0323 Thu\u0309: NFD; tab\tvà\nxuống dòng \\N \\. \\x41",
    "𠀋 𪚥 — 🏞️; '' \"\" %s {} -- /* */ ;",
)


def edit(world: World, text: str, due: date | None = None) -> None:
    """Lan changes the task of the world."""
    lan = world.actors["lan"]
    with scoped(lan):
        task = Task.objects.get(pk=world.task.pk)
        tasks.edit(
            task=task,
            text=text,
            lead=task.lead,
            due_date=due,
            seen=task.version,
            by=lan,
            on=ON,
        )


def keep_file(world: World, data: bytes, name: str = "bảng kê.jsonl") -> StoredFile:
    """Lan keeps a file on the desk of her body."""
    lan = world.actors["lan"]
    with scoped(lan):
        return files.keep(
            data=data,
            name=name,
            kind=FileKind.JSONL,
            scope=world.plan.scope,
            by=lan,
            on=ON,
        )


def fill(world: World) -> None:
    """A little of everything."""
    for number, text in enumerate(STRANGE):
        edit(world, text, date(2026, 7, 1 + number) if number else None)
        keep_file(world, f"{text}\n{number}".encode() * (number + 1) * 50)


class Busy:
    """Somebody who goes on working until the block ends."""

    def __init__(self, world: World) -> None:
        self._world, self._over = world, Event()
        self.done = 0
        self.failed: list[BaseException] = []

    def work(self) -> None:
        """One edit and one file after the other."""
        try:
            while not self._over.is_set():
                with suppress(Stale, Refused):
                    edit(self._world, f"Lần sửa thứ {self.done}")
                keep_file(self._world, f"{self.done}\n".encode() * 500)
                self.done += 1
        except BaseException as error:
            self.failed.append(error)
        finally:
            connections.close_all()

    def stop(self) -> None:
        """After the deed that is under way."""
        self._over.set()


@contextmanager
def busy(world: World, hands: int = 2) -> Iterator[Busy]:
    """Several who work at the same time as what is in the block."""
    one = Busy(world)
    threads = [Thread(target=one.work) for _ in range(hands)]
    for thread in threads:
        thread.start()
    try:
        yield one
    finally:
        one.stop()
        for thread in threads:
            thread.join(60)
