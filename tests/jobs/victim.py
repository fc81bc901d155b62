"""A worker that is killed: a program that forks workers and lets each die in its way.

Reads a line for each round: ``point 7`` (it kills itself with SIGKILL at the seventh
point), ``after 0.03`` (it is killed from outside so many seconds later), ``two`` (two
workers at once, both live) or ``live``. Answers each with how the round ended. The
forking process never opens the database: a child inherits nothing of a connection.
"""

import logging
import os
import signal
import sys
import time
from importlib import import_module
from typing import Any

import django

from tests.jobs.points import POINTS


def forked(work: Any) -> int:
    """A worker of its own; its number."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)
    return child


def ended(child: int) -> str:
    """How a worker ended."""
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "killed"
    return "lived" if os.WEXITSTATUS(status) == 0 else "broke"


def round_of(line: str, instrumented: Any) -> str:
    """One round, as the test asked for it."""
    word, _, rest = line.partition(" ")
    point = POINTS[int(rest)] if word == "point" else ""
    with instrumented.dying_at(point):
        workers = 2 if word == "two" else 1
        children = [forked(instrumented.work) for _ in range(workers)]
    if word == "after":
        time.sleep(float(rest))
        os.kill(children[0], signal.SIGKILL)
    return " ".join(ended(child) for child in children)


def main() -> None:
    """Round after round."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "phoihop.settings"
    django.setup()
    logging.disable(logging.WARNING)
    # Its models can be imported only now.
    instrumented = import_module("tests.jobs.instrumented")
    instrumented.instrument()
    print("ready", flush=True)
    for line in sys.stdin:
        print(round_of(line.strip(), instrumented), flush=True)


if __name__ == "__main__":
    main()
