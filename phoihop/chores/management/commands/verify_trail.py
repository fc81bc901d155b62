"""``phoihop verify-trail``: check every link, and the head remembered outside."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from phoihop.trail.verify import verify


class Command(BaseCommand):
    """Exit status: 0 whole, 1 something found, 2 the trail could not be read."""

    help = "Kiểm tra toàn bộ nhật ký / check every link of the trail"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``--json`` for programs; ``--head-file`` for another copy of the head."""
        parser.add_argument("--json", action="store_true")
        parser.add_argument("--head-file", default=str(settings.TRAIL_HEAD_FILE))

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the verdict and exit with it."""
        try:
            verdict = verify(Path(options["head_file"]))
        except (DatabaseError, OSError) as error:
            raise CommandError(
                f"Không đọc được nhật ký / the trail could not be read: {error}",
                returncode=2,
            ) from error
        if options["json"]:
            said = {
                "links": verdict.links,
                "erased": verdict.erased,
                "whole": verdict.whole,
                "faults": verdict.faults,
            }
            self.stdout.write(json.dumps(said))
        elif verdict.whole:
            self.stdout.write(
                f"Nhật ký nguyên vẹn: {verdict.links} mục, {verdict.erased} mục đã xóa "
                f"nội dung có ghi nhận. / The trail is whole: {verdict.links} links."
            )
        else:
            self.stdout.write("Nhật ký KHÔNG nguyên vẹn / the trail is NOT whole:")
            for seq, fault in verdict.faults[:50]:
                self.stdout.write(f"  {seq}: {fault}")
            self.stdout.write(f"{len(verdict.faults)} lỗi / faults")
        sys.exit(0 if verdict.whole else 1)
