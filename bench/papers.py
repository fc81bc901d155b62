"""A paper on the desk of the body that signs in: received, read, not yet looked at."""

from functools import cache
from pathlib import Path

from django.db import transaction

from bench.chain import ME
from bench.databases import LARGE, use
from bench.tasks import officer_of
from phoihop import clock
from phoihop.documents import directory
from phoihop.documents.actions import reading, receiving
from phoihop.documents.models import Draft, Reading
from phoihop.documents.read_paper import read_paper
from phoihop.organisations.actions import papers
from phoihop.organisations.permissions import scoped
from phoihop.reading.engine import read

PLAN = Path(__file__).parent.parent / "samples" / "ke-hoach-phoi-hop-2027.docx"


@cache
def received() -> tuple[int, int]:
    """The key of the sample plan's reading, and how many drafts it has.

    By the real actions, the job's own step among them, without a worker.
    """
    use(LARGE)
    on, by, data = clock.today(), officer_of(ME), PLAN.read_bytes()
    with scoped(by):
        examined = papers.examine(data=data, name=PLAN.name, by=by, on=on)
        made = receiving.receive(examined=examined, title="", by=by, on=on)
        bodies = directory.of(on)
        found = read_paper(
            data,
            name=PLAN.name,
            engine=read,
            known_in=lambda text: bodies.for_reading(text).known,
            tell=lambda *_: None,
        )
        rows = Reading.objects.select_related("document__file", "scope")
        asked = rows.get(document=made)
        with transaction.atomic():
            reading.keep(reading=asked, paper=found, by=by, on=on)
        return asked.pk, Draft.objects.filter(reading=asked).count()
