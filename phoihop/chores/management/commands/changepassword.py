"""``phoihop manage changepassword``: Django's command leaves no trail; refused."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

REFUSED = (
    "Lệnh này không ghi nhật ký nên không dùng ở đây. Dùng: / This command leaves no "
    "trail and is not used here. Use: {use}"
)


class Command(BaseCommand):
    """Stands in place of Django's command of the same name."""

    help = "Không dùng / not used: phoihop manage new_password"
    use = "phoihop manage new_password --username NAME"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whatever Django's own takes."""
        parser.add_argument("anything", nargs="*")

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what to use instead."""
        raise CommandError(REFUSED.format(use=self.use))
