"""kill -9 of web server and worker while officers work: C25 and C24 of the house.

What the site acknowledged is there afterwards, exactly once; what it did not is there
at most once; rows and files belong to each other; every job that was asked for has
had its effect once. Loss of power is not what SIGKILL shows: docs/backup.md.
"""

import random
import time
from collections import Counter
from pathlib import Path
from threading import Event, Thread

import pytest
from django.urls import reverse

from phoihop.files.models import StoredFile
from phoihop.jobs.models import Job
from phoihop.programmes.models import Task
from tests import factories
from tests.factories import World
from tests.kills.installation import Installation, installed
from tests.kills.officer import Form, Officer, marks
from tests.own_database import OwnDatabase
from tests.witness import every, version_faults

pytestmark = pytest.mark.anywhere

KILLS = [
    pytest.param(2, id="2"),
    pytest.param(200, id="200", marks=pytest.mark.long),
]


def tasks_of(world: World, who: str) -> "Officer":
    """An officer who adds task after task to the plan."""
    address = reverse("task_create", kwargs={"pk": world.plan.pk})
    lead = str(world.bodies["so"].pk)

    def fill(number: int) -> Form:
        text = f"Việc số {number} do {who} ghi"
        return Form(address, {"text": text, "lead": lead, "due_date": ""}, text)

    return Officer(0, who, fill, pause=0.1)


def files_of(who: str) -> Officer:
    """An officer who hands in file after file, each with words of its own."""

    def fill(number: int) -> Form:
        mark = f"bien-ban-{who}-{number}.txt"
        return Form(
            reverse("file_receive"), {}, mark, (mark, f"Biên bản {mark}".encode())
        )

    return Officer(0, who, fill, pause=0.3)


def exports_of(who: str) -> Officer:
    """An auditor who asks for the trail again and again, each time for another end."""

    def fill(number: int) -> Form:
        mark = f"Kiểm tra lần {number}"
        return Form(reverse("trail_export"), {"purpose": mark}, mark)

    return Officer(0, who, fill, pause=1)


def campaign(
    place: Installation, officers: list[Officer], verbs: list[str], kills: int
) -> None:
    """Let the officers work while their server is killed again and again."""
    # Any moment is as good: the seed only makes a run that failed repeatable.
    moments = random.Random(20260615)
    home = Event()
    place.start(*verbs)
    for officer in officers:
        officer.port = place.port
        officer.sign_in()
    at_work = [Thread(target=one.work, args=(home,)) for one in officers]
    for one in at_work:
        one.start()
    try:
        for _ in range(kills):
            time.sleep(moments.uniform(0.1, 0.9))
            verb = moments.choice(verbs)
            place.kill(verb)
            place.start(verb)
        time.sleep(1)
    finally:
        home.set()
        for one in at_work:
            one.join(60)


def judge(officer: Officer, found: list[str]) -> list[str]:
    """What became of an officer's forms that ought not to have."""
    times = Counter(found)
    lost = [mark for mark in officer.acknowledged if not times[mark]]
    doubled = [mark for mark in officer.begun if times[mark] > 1]
    return [f"lost {mark}" for mark in lost] + [f"twice {mark}" for mark in doubled]


@pytest.mark.parametrize("kills", KILLS)
def test_nothing_acknowledged_is_lost_and_nothing_is_done_twice(
    own_database: OwnDatabase, tmp_path: Path, kills: int
) -> None:
    """Tasks, files and jobs, the web server and the worker killed at any moment."""
    # Not own_world: the server's clock is the real one, and so are the sessions.
    world = factories.found()
    officers = [tasks_of(world, who) for who in ("lan", "minh")]
    hoa, thu = files_of("hoa"), exports_of("thu")
    with installed(own_database, tmp_path / "site") as place:
        campaign(place, [*officers, hoa, thu], ["serve", "worker"], kills)
        place.kill("worker")
        settled = place.until_settled(unfinished)
        swept = place.run("manage", "tidy")
        inspected = place.run("inspect")
        verified = place.run("verify-trail")
    texts = marks(every(Task), "text")
    kept = every(StoredFile)
    received = [file for file in kept if file.origin == "received"]
    exports = [job for job in every(Job) if job.kind == "trail.export"]
    said = {one.username: len(one.acknowledged) for one in [*officers, hoa, thu]}
    print(
        f"{place.kills} kills; acknowledged {said}; {len(texts)} tasks, "
        f"{len(received)} files, {len(exports)} jobs; settled in {settled} s"
    )
    assert [one.refused for one in [*officers, hoa, thu]] == [[], [], [], []]
    assert min(said.values()) >= kills // 4
    assert [fault for one in officers for fault in judge(one, texts)] == []
    assert judge(hoa, marks(received, "name")) == []
    # Exactly one file was made for each job, and the job knows which.
    made = [str(file.uuid) for file in kept if file.origin == "made"]
    assert len(exports) >= len(thu.acknowledged)
    assert {job.state for job in exports} == {"done"}
    assert sorted(made) == sorted(job.outcome for job in exports)
    for command in (swept, inspected, verified):
        assert command.returncode == 0, command.stdout + command.stderr
    assert version_faults() == []


def unfinished() -> int:
    """How many jobs have not come to their end."""
    return sum(job.state in ("waiting", "running") for job in every(Job))
