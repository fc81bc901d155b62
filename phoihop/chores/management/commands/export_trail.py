"""``phoihop manage export_trail``: a body's trail as JSON lines, for its auditor."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from phoihop import clock
from phoihop.organisations.actions import oversight
from phoihop.organisations.models import Membership
from phoihop.organisations.permissions import actor_of, scoped
from phoihop.organisations.roles import Role
from phoihop.refusals import Refused
from phoihop.sentences import sentence
from phoihop.trail.reading import portions


class Command(BaseCommand):
    """Acts as the auditor named, in the circles of that auditor's body."""

    help = "Xuất nhật ký của một đơn vị / take out a body's trail"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who takes it out, and what for."""
        parser.add_argument("--by", required=True, help="username")
        parser.add_argument("--purpose", required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        """One entry a line, newest first."""
        held = Membership.objects.active(clock.today()).filter(
            person__username=options["by"], role=Role.AUDITOR
        )
        membership = held.select_related("person", "organisation__desk").first()
        if membership is None:
            raise CommandError(
                f"“{options['by']}” không có vai trò kiểm tra nhật ký / no auditor"
            )
        actor = actor_of(membership)
        try:
            with scoped(actor):
                asked = oversight.take_out(
                    purpose=options["purpose"], by=actor, on=clock.today()
                )
                for portion in portions(before=asked.seq):
                    for entry in portion:
                        self.stdout.write(json.dumps(asdict(entry), default=str))
        except Refused as refused:
            raise CommandError(sentence(refused)) from refused
