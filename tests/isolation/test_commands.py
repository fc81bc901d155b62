"""What is taken out on the command line is what its auditor may see, no more."""

import pkgutil

from phoihop.chores.management import commands as chores
from tests.isolation.commands import (
    exports_for_others,
    strange_exports,
    strange_jobs,
    told_by_chores,
)
from tests.isolation.province import Province

# Every command of the house, and what keeps it from showing what is not its caller's.
COMMANDS = {
    "backup": "opens no scope, says counts and paths: tests/backup/",
    "changepassword": "refuses, and says what to use instead",
    "createsuperuser": "refuses, and says what to use instead",
    "demo": "makes a province where there is none; shows nothing of one that stands",
    "export_trail": "opens the circles of its auditor's body: below",
    "import_papers": "opens the circles of the body it is told: tests/actions/",
    "inspect": "opens no scope, says tables and numbers of rows: below",
    "load_topics": "adds to the directory, in no circle; says how many it added",
    "move": "opens no scope, says counts; its copy is in tests/backup/",
    "new_password": "acts for no body, so opens no circle; says what it was given",
    "open_operator": "acts for no body, so opens no circle; says what it was given",
    "report": "opens the circles of the body it is told: tests/actions/",
    "restore": "writes only where nothing is; says counts: tests/backup/",
    "send_digest": "opens each reader's circles: tests/notices/; prints counts",
    "tidy": "opens no scope: below",
    "verify_trail": "opens no scope, says numbers and hashes: below",
    "worker": "opens the circles of who asked for each job: below",
}


def test_every_command_has_been_looked_at() -> None:
    found = {module.name for module in pkgutil.iter_modules(chores.__path__)}
    assert found == set(COMMANDS)


def test_an_auditor_takes_out_the_trail_of_their_own_circles_whole_and_alone(
    province: Province,
) -> None:
    assert strange_exports(province) == []


def test_a_job_takes_out_the_trail_of_its_askers_circles_whole_and_alone(
    province: Province,
) -> None:
    assert strange_jobs(province) == []


def test_nobody_but_an_auditor_takes_out_a_trail(province: Province) -> None:
    assert exports_for_others(province) == []


def test_chores_that_act_for_no_body_tell_nothing_of_any(province: Province) -> None:
    assert told_by_chores() == []
