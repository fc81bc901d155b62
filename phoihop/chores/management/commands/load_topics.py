"""``phoihop manage load_topics``: the tree of topics from a reviewed list."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from phoihop import clock
from phoihop.organisations.actions import topics as actions
from phoihop.organisations.permissions import command_line, scoped
from phoihop.organisations.rules import topics
from phoihop.refusals import Refused
from phoihop.sentences import sentence


class Command(BaseCommand):
    """Adds the topics that are not there yet, known by their code."""

    help = "Nạp danh sách lĩnh vực đã soát / load a reviewed list of topics"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The list; without one, the list that comes with the product."""
        parser.add_argument("file", nargs="?", type=Path, default=topics.SHIPPED)

    def handle(self, *args: Any, **options: Any) -> None:
        """Load all of it, or nothing."""
        by, on = command_line(), clock.today()
        try:
            lines = topics.read(options["file"].read_text(encoding="utf-8"))
            with scoped(by):
                made = actions.load(lines=lines, valid_from=on, by=by, on=on)
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{options['file']}: {error}") from error
        except Refused as refused:
            raise CommandError(sentence(refused)) from refused
        self.stdout.write(f"{len(made)} lĩnh vực mới / new topics")
