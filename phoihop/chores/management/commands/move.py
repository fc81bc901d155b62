"""``phoihop move``: everything from SQLite to PostgreSQL, or back."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from phoihop.chores.backup import databases, moving
from phoihop.chores.backup.troubles import Trouble


class Command(BaseCommand):
    """Exit status: 0 moved, every row equal; 2 not moved."""

    help = "Chuyển dữ liệu sang cơ sở dữ liệu loại khác / move to another database"
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The address of an empty database."""
        parser.add_argument("--to", required=True, metavar="DATABASE_URL")

    def handle(self, *args: Any, **options: Any) -> None:
        """The site is stopped before, and started on the new database after."""
        source = databases.here()
        connections.close_all()
        try:
            moved = moving.move(source, databases.at(options["to"]))
        except Trouble as trouble:
            raise CommandError(str(trouble), returncode=2) from trouble
        pace = round(moved.rows / max(moved.seconds, 0.001))
        self.stdout.write(
            f"Đã chuyển {moved.rows} dòng của {moved.tables} bảng trong "
            f"{moved.seconds:.1f} giây ({pace} dòng/giây); mọi bảng giống hệt nhau. "
            "Đặt DATABASE_URL thành địa chỉ mới rồi khởi động lại trang web; giữ bản "
            f"cũ thêm một thời gian. / Moved {moved.rows} rows of {moved.tables} "
            f"tables in {moved.seconds:.1f} s ({pace} rows/s); every table is equal. "
            "Set DATABASE_URL to the new address and start the site again; keep the "
            "old database for a while."
        )
