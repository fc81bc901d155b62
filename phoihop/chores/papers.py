"""The job that reads a paper: bytes out of the folder, text and drafts onto a desk."""

from phoihop import clock
from phoihop.documents import directory
from phoihop.documents.actions import reading as actions
from phoihop.documents.actions.expunging import CLASSIFIED, expunge
from phoihop.documents.models import Reading, ReadingState
from phoihop.documents.read_paper import STEPS, PaperRead, read_paper
from phoihop.documents.rules import is_passing
from phoihop.files.actions import open_bytes
from phoihop.files.models import FileChecked
from phoihop.jobs.running import Run
from phoihop.reading.engine import read
from phoihop.refusals import Refused


class NotNow(Exception):
    """The machine is busy or its folder away: the job is to be tried again."""


def read_document(run: Run) -> None:
    """Read the paper of the job, and store what was found or why nothing was.

    Everything is computed before the one transaction that stores it: a worker that
    dies leaves the reading asked for, and the next one begins anew.
    """
    rows = Reading.objects.select_related("document__file", "scope")
    reading = rows.get(document=run.job.subject, job_id=run.job.pk)
    if reading.state != ReadingState.ASKED:
        # The job was parked, somebody asked for another reading, and it ran all the
        # same: nothing is left to do.
        return
    try:
        paper = _read(reading, run)
    except Refused as refused:
        if is_passing(refused.code):
            raise NotNow from refused
        with run.storing():
            run.made(refused.code)
            if refused.code == CLASSIFIED:
                expunge(reading=reading, by=run.by, on=clock.today())
            else:
                code = _with_page(refused)
                actions.fail(reading=reading, code=code, by=run.by, on=clock.today())
        return
    with run.storing():
        run.made(reading.pk)
        actions.keep(reading=reading, paper=paper, by=run.by, on=clock.today())


def _with_page(refused: Refused) -> str:
    """The code, and behind it the page that it speaks of."""
    page = refused.values.get("page")
    return refused.code if page is None else f"{refused.code}:{page}"


def _read(reading: Reading, run: Run) -> PaperRead:
    """Computed outside of any transaction."""
    file = reading.document.file
    if file.checked == FileChecked.MACHINE:
        run.progress(0, STEPS)
    with open_bytes(file=file) as held:
        data = held.read()
    bodies = directory.of(clock.today())
    return read_paper(
        data,
        name=file.name,
        engine=read,
        known_in=lambda found: bodies.for_reading(found).known,
        tell=run.progress,
        body=run.by.organisation_id,
    )
