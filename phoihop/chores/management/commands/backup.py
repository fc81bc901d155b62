"""``phoihop backup``: everything away into one folder, while people work."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from phoihop.chores.backup import databases, taking
from phoihop.chores.backup.folders import megabytes
from phoihop.chores.backup.troubles import Trouble


class Command(BaseCommand):
    """Exit status: 0 whole, 1 whole but some files were damaged before, 2 none."""

    help = "Sao lưu toàn bộ dữ liệu / back everything up"
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to, and how many older ones stay."""
        parser.add_argument("--to", required=True, type=Path, metavar="FOLDER")
        parser.add_argument(
            "--keep",
            type=int,
            metavar="N",
            help="giữ N bản mới nhất / keep the newest N",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Say where it lies and what is in it."""
        if options["keep"] is not None and options["keep"] < 1:
            raise CommandError("--keep: ≥ 1", returncode=2)
        began = monotonic()
        try:
            taken = taking.take(
                databases.here(),
                to=options["to"].resolve(),
                head_file=settings.TRAIL_HEAD_FILE,
                keep=options["keep"],
            )
        except Trouble as trouble:
            raise CommandError(str(trouble), returncode=2) from trouble
        self._say(taken, monotonic() - began)
        sys.exit(1 if taken.manifest.damaged else 0)

    def _say(self, taken: taking.Taken, took: float) -> None:
        made = taken.manifest
        for name in taken.swept:
            self.stdout.write(f"Đã dọn bản bị ngắt / a cut one was swept: {name}")
        for name in taken.dropped:
            self.stdout.write(f"Đã bỏ bản cũ / an older one was dropped: {name}")
        size = megabytes(made.size)
        self.stdout.write(
            f"Đã sao lưu: {taken.folder}. {made.rows} dòng, {len(made.files)} tệp, "
            f"{size} MB, nhật ký đến mục {made.trail_seq}, {took:.1f} giây. / Backed "
            f"up: {made.rows} rows, {len(made.files)} files, {size} MB, the trail "
            f"up to link {made.trail_seq}, {took:.1f} seconds."
        )
        if made.damaged:
            self.stdout.write(
                f"{len(made.damaged)} tệp đã thiếu hoặc hỏng trước khi sao lưu; các "
                "bản cũ được giữ lại. Tìm tệp đó trong bản cũ. / Files that were "
                "missing or damaged before the backup; older backups are kept. Look "
                "for them there:"
            )
            for wrong in made.damaged:
                self.stdout.write(f"  {wrong}")
