"""``phoihop``: the verbs of an installation.

Django is started inside the verbs that need it, so that those which do not stay
quick (the one place where imports stand inside functions; see ARCHITECTURE.md).
"""

import argparse
import os
import sys
from collections.abc import Sequence

from phoihop.environment import BadSetting

VERBS = "serve, demo, worker, backup, restore, move, inspect, verify-trail, manage"
# Verbs that are a command of the same name.
COMMANDS = ("worker", "backup", "restore", "move", "inspect")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb; returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="phoihop", description=__doc__, allow_abbrev=False
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar=VERBS)
    for verb, said in (
        ("serve", "serve the site on this machine"),
        ("demo", "make a fictional province and serve it"),
    ):
        serving = verbs.add_parser(verb, help=said, allow_abbrev=False)
        serving.add_argument("--port", type=int, default=8000)
        serving.add_argument("--workers", type=int, default=1)
    for verb, said in (
        ("worker", "do the jobs that wait, and what comes round by itself"),
        ("backup", "everything away into one folder, while people work"),
        ("restore", "a backup back onto an installation that holds nothing"),
        ("move", "everything into a database of another make"),
        ("inspect", "the database against files, trail, constraints and itself"),
        ("verify-trail", "check every link of the trail"),
        ("manage", "any command of Django or of the house"),
    ):
        # What follows, --help included, is for the command.
        verbs.add_parser(verb, help=said, add_help=False, allow_abbrev=False)
    asked, rest = parser.parse_known_args(argv)

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "phoihop.settings")
    try:
        return _run(asked, rest)
    except BadSetting as error:
        print(error, file=sys.stderr)
        return 2


def _run(asked: argparse.Namespace, rest: list[str]) -> int:
    if asked.verb == "demo":
        # On this machine and over http: cookies must not ask for https.
        os.environ.setdefault("PHOIHOP_HTTPS", "false")
        _manage(["demo", *rest])
        print(f"  http://127.0.0.1:{asked.port}\n", flush=True)
        _serve(asked.port, asked.workers)
    elif asked.verb == "serve":
        if rest:
            print(f"phoihop serve: ? {' '.join(rest)}", file=sys.stderr)
            return 2
        _serve(asked.port, asked.workers)
    elif asked.verb in COMMANDS:
        _manage([asked.verb, *rest])
    elif asked.verb == "verify-trail":
        _manage(["verify_trail", *rest])
    else:
        _manage(rest or ["help"])
    return 0


def _manage(arguments: list[str]) -> None:
    from django.core.management import execute_from_command_line

    execute_from_command_line(["phoihop", *arguments])


def _serve(port: int, workers: int) -> None:
    from django.conf import settings
    from granian import Granian
    from granian.constants import Interfaces

    Granian(
        "phoihop.wsgi:application",
        address=settings.BIND,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
        # A line that a browser holds open does not keep the server from stopping.
        workers_kill_timeout=10,
    ).serve()


if __name__ == "__main__":
    sys.exit(main())
