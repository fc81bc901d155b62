"""``phoihop inspect``: the database against files, trail, constraints and itself."""

import json
import sys
from argparse import ArgumentParser
from typing import Any

import psycopg
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from phoihop.chores.backup.troubles import Trouble
from phoihop.chores.inspection import inspect

SHOWN = 50


class Command(BaseCommand):
    """Exit status: 0 nothing found, 1 something found, 2 could not be looked at."""

    help = "Kiểm tra dữ liệu, tệp và nhật ký / look for damage"
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``--json`` for programs."""
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what was found and exit with it."""
        try:
            found = inspect.everything()
        except Trouble as trouble:
            raise CommandError(str(trouble), returncode=2) from trouble
        except (DatabaseError, psycopg.Error, OSError) as error:
            raise CommandError(
                f"Không kiểm tra được / could not be looked at: {error}", returncode=2
            ) from error
        if options["json"]:
            told = [{"kind": one.kind, "where": one.where} for one in found]
            self.stdout.write(json.dumps({"clean": not found, "findings": told}))
        elif found:
            self.stdout.write("Có vấn đề / something was found:")
            for one in found[:SHOWN]:
                self.stdout.write(f"  {one}")
            self.stdout.write(f"{len(found)} vấn đề / findings")
        else:
            self.stdout.write(
                "Không thấy vấn đề: tệp, nhật ký, ràng buộc, phiên bản, vòng phối hợp "
                "và việc nền đều khớp. / Nothing found: files, trail, constraints, "
                "versions, circles and jobs agree."
            )
        sys.exit(1 if found else 0)
