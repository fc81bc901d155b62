"""The whole inspection. It reads, and changes nothing."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from phoihop.chores.backup import databases
from phoihop.chores.backup.databases import known_migrations, migrations
from phoihop.chores.backup.troubles import Trouble
from phoihop.chores.inspection import (
    circles,
    constraints,
    stored_files,
    stuck_jobs,
    versions,
)
from phoihop.chores.inspection.findings import Finding
from phoihop.trail.verify import verify


def everything(*, jobs: bool = True) -> list[Finding]:
    """All that is found.

    ``jobs`` are left out right after a restore, when no worker has run yet. Raises
    ``Trouble`` where the tables are not those of this code.
    """
    here = databases.here()
    with here.at_one_moment() as opened:
        known = "django_migrations" in databases.tables(opened, here.engine)
        if not known or set(migrations(opened)) != known_migrations():
            raise Trouble(
                "Cấu trúc dữ liệu khác với phiên bản chương trình này nên chưa kiểm "
                "tra được. Chạy phoihop manage migrate rồi chạy lại.",
                "The tables are not those of this version, so nothing was looked at. "
                "Run phoihop manage migrate, then run this again.",
            )
    found = [
        *stored_files.look(),
        *_trail(),
        *constraints.look(),
        *versions.look(),
        *circles.look(),
    ]
    return found + (list(stuck_jobs.look()) if jobs else [])


def _trail() -> Iterator[Finding]:
    for seq, fault in verify(Path(settings.TRAIL_HEAD_FILE)).faults:
        yield Finding("trail.fault", f"{seq} {fault}")
