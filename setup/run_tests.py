"""All tests: once on SQLite, once on PostgreSQL where one answers; says which.

`python -m setup.run_tests [--long] [pytest arguments]`
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from setup import machine, postgres
from setup.places import HERE
from setup.words import Trouble, say

NO_TESTS = 5  # pytest's exit code when it found none

# The law of the house is a check of its own: `make check`.
LEFT_TO_THE_CHECKS = ("house",)
# What a second database cannot change is not run on it.
POSTGRES_LEAVES_OUT = (*LEFT_TO_THE_CHECKS, "browser", "pure")
# Nor, but in the long run, what stands on either alike.
ANYWHERE = "anywhere"


@dataclass(frozen=True)
class Run:
    """One run of the tests and how it ended: an exit code, or why it was not run."""

    where: str
    code: int | None
    why: str = ""

    def line(self) -> str:
        """The line of the summary."""
        if self.code is None:
            return say("tests.not_run", where=self.where, why=self.why)
        ending = {0: "tests.passed", NO_TESTS: "tests.none"}
        return say(ending.get(self.code, "tests.failed"), where=self.where)


def marks(*, long: bool, leave_out: Sequence[str] = ()) -> str:
    """The expression that picks the tests of one run."""
    picked = ["long" if long else "not long"]
    return " and ".join(picked + [f"not {mark}" for mark in leave_out])


def environment(database: str) -> dict[str, str]:
    """What the tests are told: which database, and how they speak to the house."""
    told = dict(os.environ, TEST_DATABASE=database)
    # The tests choose the database; a DATABASE_URL of the person's own must not.
    told.pop("DATABASE_URL", None)
    if database == "postgresql":
        told["DATABASE_URL"] = told["TEST_DATABASE_URL"] = postgres.url()
        # The server itself is never cut off here: nobody waits for the disk.
        told["PGOPTIONS"] = "-c synchronous_commit=off"
    # Hundreds of processes import the same modules: compiled once, not in each.
    told.pop("PYTHONDONTWRITEBYTECODE", None)
    # Over http on this machine: the tests' client and browser send no https.
    told["PHOIHOP_HTTPS"] = "false"
    return told


def run_on(where: str, database: str, *, picked: str, more: Sequence[str]) -> Run:
    """Run pytest once."""
    print("\n" + say("tests.start", where=where), flush=True)
    # Whoever is done takes over what waits at the other; a file mostly stays together.
    shared = ["-n", "2", "--dist", "worksteal"]
    command = [sys.executable, "-m", "pytest", *shared, "-m", picked, *more]
    told = environment(database)
    finished = subprocess.run(command, cwd=HERE.root, env=told, check=False)
    return Run(where, finished.returncode)


def postgres_ready(*, required: bool) -> str:
    """Empty when PostgreSQL answers, else why not; a failure where it is required."""
    address = postgres.url()
    why = postgres.silent(address)
    if why and required:
        why = postgres.wake(address)
    if not why:
        return ""
    code = "postgres.required" if required else "postgres.silent"
    if required:
        raise Trouble(code, url=postgres.shown(address), why=why)
    return say(code, url=postgres.shown(address), why=why)


def run_all(*, long: bool, more: Sequence[str]) -> list[Run]:
    """Every run of this call, in order."""
    # First, so that a required PostgreSQL is missed before minutes of tests.
    why = postgres_ready(required=os.environ.get("CI") == "true")
    browser = machine.find_browser() is not None
    leave_out = [*LEFT_TO_THE_CHECKS, *([] if browser else ["browser"])]
    picked = marks(long=long, leave_out=leave_out)
    runs = [run_on("SQLite", "sqlite", picked=picked, more=more)]
    if not browser:
        runs.append(Run(say("tests.browser"), None, say("off.chromium")))
    if why:
        runs.append(Run("PostgreSQL", None, why))
    else:
        leave_out = [*POSTGRES_LEAVES_OUT, *([] if long else [ANYWHERE])]
        picked = marks(long=long, leave_out=leave_out)
        where = "PostgreSQL"
        runs.append(run_on(where, "postgresql", picked=picked, more=more))
    return runs


def failed(run: Run, *, long: bool) -> bool:
    """Whether a run spoils the whole. No long tests at all is no failure."""
    return run.code not in ((None, 0, NO_TESTS) if long else (None, 0))


def main(arguments: list[str]) -> int:
    """Run, sum up, and fail if any run failed."""
    long = "--long" in arguments
    more = [argument for argument in arguments if argument != "--long"]
    try:
        runs = run_all(long=long, more=more)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(say("stopped"), file=sys.stderr)
        return 1
    print("\n" + say("tests.summary"))
    for run in runs:
        print("  " + run.line())
    return int(any(failed(run, long=long) for run in runs))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
