"""``phoihop restore``: a backup back onto an installation that holds nothing."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from phoihop.chores.backup import databases, restoring
from phoihop.chores.backup.folders import megabytes
from phoihop.chores.backup.restoring import Restored
from phoihop.chores.backup.troubles import Trouble
from phoihop.chores.inspection import inspect
from phoihop.trail.verify import verify


class Command(BaseCommand):
    """Exit status: 0 restored and clean, 1 restored but see below, 2 not restored."""

    help = "Phục hồi từ bản sao lưu / restore a backup"
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which backup; without ``--yes`` it is only looked at."""
        parser.add_argument("backup", type=Path, metavar="BACKUP")
        parser.add_argument("--yes", action="store_true", help="ghi / write")

    def handle(self, *args: Any, **options: Any) -> None:
        """Look, write, then look at what was written."""
        began = monotonic()
        here, folder = databases.here(), options["backup"].resolve()
        connections.close_all()
        try:
            if not options["yes"]:
                made = restoring.check(folder, here)
                self.stdout.write(
                    f"Bản sao lưu trọn vẹn ({made.rows} dòng, {len(made.files)} tệp) "
                    "và nơi này trống. Chưa ghi gì: thêm --yes để phục hồi. / The "
                    f"backup is whole ({made.rows} rows, {len(made.files)} files) and "
                    "this place is blank. Nothing was written: add --yes to restore."
                )
                return
            restored = restoring.restore(folder, here)
        except Trouble as trouble:
            raise CommandError(str(trouble), returncode=2) from trouble
        self._say(restored, monotonic() - began)
        sys.exit(0 if self._is_clean() else 1)

    def _say(self, restored: Restored, took: float) -> None:
        made = restored.manifest
        size = megabytes(made.size)
        self.stdout.write(
            f"Đã phục hồi {made.rows} dòng của {len(made.tables)} bảng, giống hệt bản "
            f"sao lưu lúc {made.made_at}; {len(made.files)} tệp, {size} MB, "
            f"{took:.1f} giây. Mọi người phải đăng nhập lại. / Restored {made.rows} "
            f"rows of {len(made.tables)} tables, equal to the backup; "
            f"{len(made.files)} files, {size} MB, {took:.1f} s. Everybody signs in "
            "again."
        )
        if restored.added:
            self.stdout.write(
                f"Đã nâng cấp cấu trúc dữ liệu: {restored.added} bước. / The tables "
                f"were brought up to this version: {restored.added} migrations."
            )
        if restored.aside:
            self.stdout.write(
                f"Đầu nhật ký đang có ở đây được giữ tại {restored.aside}; nó nhớ thêm "
                f"{restored.lost} mục mà bản sao lưu không có. / The head of the trail "
                f"that lay here was kept at {restored.aside}; it remembers "
                f"{restored.lost} links that the backup does not have."
            )

    def _is_clean(self) -> bool:
        """What was restored, looked at as verify-trail and inspect do."""
        verdict = verify(Path(settings.TRAIL_HEAD_FILE))
        found = inspect.everything(jobs=False)
        whole = (
            "nguyên vẹn / whole" if verdict.whole else "KHÔNG nguyên vẹn / NOT whole"
        )
        self.stdout.write(f"Nhật ký / trail: {verdict.links}, {whole}")
        self.stdout.write(f"Kiểm tra / inspection: {len(found)} (phoihop inspect)")
        return not found
