"""``phoihop import``: papers in for a body, read and waiting at its review desk."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from phoihop import clock
from phoihop.chores.bodies import body_called
from phoihop.documents.actions import receiving
from phoihop.documents.models import Reading
from phoihop.files import examining
from phoihop.jobs import running
from phoihop.organisations.permissions import Actor, command_line_of, scoped
from phoihop.reading import caps
from phoihop.refusals import Refused
from phoihop.sentences import sentence


class Command(BaseCommand):
    """Does what the page "Nhận văn bản" does, and the job behind it at once."""

    help = "Nhận văn bản cho một đơn vị / papers in for a body"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which papers, for whom."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--as", dest="body", required=True, metavar="BODY")

    def handle(self, *args: Any, **options: Any) -> None:
        """A line for each paper; an error at the end if any could not be read."""
        by = command_line_of(body_called(options["body"]))
        failed = 0
        for path in options["files"]:
            try:
                with scoped(by):
                    said = _import(path, by)
            except Refused as refused:
                said, failed = sentence(refused), failed + 1
            self.stdout.write(f"{path.name}: {said}")
        if failed:
            raise CommandError(f"{failed} văn bản không nhận được / not taken")


def _import(path: Path, by: Actor) -> str:
    """Receive one paper and read it now; what came of it, in words."""
    on = clock.today()
    try:
        with path.open("rb") as file:
            data = file.read(caps.FILE_BYTES + 1)
    except OSError as error:
        raise Refused("file.not_opened") from error
    examined = examining.examine(data, name=path.name, body=by.organisation_id)
    document = receiving.receive(examined=examined, title="", by=by, on=on)
    reading = _last(document.pk)
    if reading.state == Reading.State.ASKED and reading.job_id:
        # A worker may have it already: then this does nothing, and it is read there.
        running.run(reading.job_id, worker="import", again=_never)
        reading = _last(document.pk)
    if reading.state == Reading.State.FAILED:
        raise Refused(reading.fault)
    tasks = reading.drafts.filter(field="task").count()
    return f"{reading.get_state_display()}; {tasks} nhiệm vụ / tasks"


def _last(document: int) -> Reading:
    found: Reading = Reading.objects.filter(document=document).latest("pk")
    return found


def _never(job: Any, after: Any) -> None:
    """What breaks is left to the worker of the installation."""
