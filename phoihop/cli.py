"""``phoihop``: the verbs of an installation.

Django is started inside the verbs that need it, so that those which do not stay
quick (the one place where imports stand inside functions; see ARCHITECTURE.md).
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from phoihop.environment import BadSetting
from phoihop.refusals import Refused

VERBS = (
    "serve, demo, read, import, report, worker, backup, restore, move, inspect, "
    "verify-trail, manage"
)
# Verbs that are a command of the same name.
COMMANDS = ("report", "worker", "backup", "restore", "move", "inspect")


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
    reading = verbs.add_parser(
        "read", help="what papers say, one JSON object a line", allow_abbrev=False
    )
    reading.add_argument("files", nargs="+", metavar="FILE")
    for verb, said in (
        ("import", "papers in for a body: received, read, waiting to be confirmed"),
        ("report", "the review of a programme's year, as a file"),
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
    if asked.verb == "read":
        if rest:
            print(f"phoihop read: ? {' '.join(rest)}", file=sys.stderr)
            return 2
        return _read(asked.files)

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
        # Who tries it hands in a paper, and nobody would read it.
        with worker_beside():
            _serve(asked.port, asked.workers)
    elif asked.verb == "serve":
        if rest:
            print(f"phoihop serve: ? {' '.join(rest)}", file=sys.stderr)
            return 2
        _serve(asked.port, asked.workers)
    elif asked.verb in COMMANDS:
        _manage([asked.verb, *rest])
    elif asked.verb == "import":
        _manage(["import_papers", *rest])
    elif asked.verb == "verify-trail":
        _manage(["verify_trail", *rest])
    else:
        _manage(rest or ["help"])
    return 0


def _read(names: Sequence[str]) -> int:
    """Read each file by itself: no database, no site; 1 if any could not be read."""
    import json

    failed = False
    for name in names:
        shown = os.fsencode(os.path.basename(name)).decode("utf-8", "replace")
        said: dict[str, object] = {"file": shown}
        try:
            said |= _read_file(name)
        except Refused as refused:
            failed = True
            said["error"] = {"code": refused.code, "sentence": _sentence(refused)}
        line = json.dumps(said, ensure_ascii=False) + "\n"
        sys.stdout.buffer.write(line.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    return int(failed)


def _read_file(name: str) -> dict[str, object]:
    """What a file says, in the shape of the labels; .txt without the jail."""
    from phoihop.reading import caps
    from phoihop.reading.engine import read
    from phoihop.reading.shape import as_gold

    try:
        with open(name, "rb") as file:
            data = file.read(caps.FILE_BYTES + 1)
    except OSError as error:
        raise Refused("file.not_opened") from error
    if len(data) > caps.FILE_BYTES:
        raise Refused("file.too_large", most=caps.FILE_BYTES // caps.MB)
    if name.lower().endswith(".txt"):
        from phoihop.reading.decoding import decoded

        return as_gold(read(decoded(data)))
    from phoihop.reading.jail import extract
    from phoihop.reading.running import running_text
    from phoihop.reading.scans import silent_pages, with_words

    extracted = extract(data, name=name)
    if silent_pages(extracted):
        # Nothing is kept here: nobody has to be told, and nothing to be held back.
        extracted = with_words(
            data, extracted, hold=lambda texts: None, tell=lambda done, total: None
        )
    return as_gold(read(running_text(extracted)))


def _sentence(refused: Refused) -> str:
    """The Vietnamese sentence of a refusal, without the settings of a site."""
    from django.conf import settings

    if not settings.configured:
        settings.configure(USE_I18N=False)
    from phoihop.sentences import sentence

    return sentence(refused)


def _manage(arguments: list[str]) -> None:
    from django.core.management import execute_from_command_line

    execute_from_command_line(["phoihop", *arguments])


@contextmanager
def worker_beside() -> Iterator["subprocess.Popen[bytes]"]:
    """A worker in a process of its own, for as long as this one serves."""
    worker = subprocess.Popen([sys.executable, "-m", "phoihop.cli", "worker"])
    try:
        yield worker
    finally:
        worker.terminate()
        worker.wait()


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
