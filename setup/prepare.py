"""From a fresh clone to a house that runs: `python3 -m setup.prepare app|dev`.

Safe to run again: each step is stamped and passed over while nothing changed.
"""

import argparse
import os
import secrets
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from setup import front_end, machine, python_side
from setup.commands import cause_of_error, run
from setup.places import HERE, Places
from setup.steps import Step, alone, carry_out, digest_of
from setup.words import Trouble, say


def steps(
    places: Places, level: str, *, code_only: bool = False, fuzz: bool = False
) -> list[Step]:
    """All steps in their order.

    For looking at the code only, what is made from the code is left out: whoever
    broke a catalogue or a setting must still be able to run the checks and `fix`.
    """
    wanted = [
        *python_side.steps(places, level),
        front_end.step(places),
        secret_step(places),
    ]
    if fuzz:
        wanted.append(python_side.fuzz_step(places))
    if not code_only:
        wanted += [catalogues_step(places), static_step(places)]
    return wanted


def secret_step(places: Places) -> Step:
    """The secret that signs sessions: made once, never made again over an old one."""
    # Where the settings look for it (phoihop/settings.py, PHOIHOP_VAR).
    var = os.environ.get("PHOIHOP_VAR", "").strip()
    secret = (Path(var) if var else places.root / "var") / "secret-key"
    return Step(
        "secret",
        do=lambda: make_secret(secret),
        digest=lambda: digest_of(str(secret)),
        makes=(secret,),
    )


def make_secret(secret: Path) -> None:
    """Write a fresh secret for this machine alone, unless there is one."""
    if secret.exists():
        return
    fresh = secret.with_name(secret.name + ".new")
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600)
    fresh.write_text(secrets.token_urlsafe(48) + "\n", encoding="utf-8")
    fresh.rename(secret)


def catalogues_step(places: Places) -> Step:
    """Compile the message catalogues with the environment's Babel."""
    sources = sorted((places.root / "phoihop" / "locale").glob("*/LC_MESSAGES/*.po"))
    return Step(
        "catalogues",
        do=lambda: compile_catalogues(places, bool(sources)),
        digest=lambda: digest_of(*map(str, sources), *sources),
        makes=tuple(source.with_suffix(".mo") for source in sources),
    )


def compile_catalogues(places: Places, any_there: bool) -> None:
    """Hand over to `setup.catalogues`, whose refusal is a sentence already."""
    if any_there:
        passing_on(places, "catalogues", "-m", "setup.catalogues", "compile")


def static_step(places: Places) -> Step:
    """Gather the static files where the server takes them from."""
    package = places.root / "phoihop"

    def digest() -> str:
        return digest_of(
            python_side.identity(places),
            places.locks / "app.lock",
            package / "settings.py",
            *sorted(package.glob("**/static")),
        )

    return Step(
        "static",
        do=lambda: gather_static(places),
        digest=digest,
        makes=(places.root / "var" / "static",),
    )


def gather_static(places: Places) -> None:
    """Run collectstatic, once there are settings to run it with."""
    if (places.root / "phoihop" / "settings.py").is_file():
        passing_on(places, "static", "manage.py", "collectstatic", "--noinput")


def passing_on(places: Places, name: str, *arguments: str) -> None:
    """Run one of our own programs with the environment's Python."""
    environment = dict(os.environ, PYTHONUTF8="1")
    command = [str(places.python), *arguments]
    run(command, log=places.log(name), cwd=places.root, env=environment)


def prepare(
    places: Places, level: str, *, code_only: bool = False, fuzz: bool = False
) -> None:
    """Do what is not done yet, one line a step."""
    began = time.monotonic()
    with alone(places.stamps):
        wanted = steps(places, level, code_only=code_only, fuzz=fuzz)
        for number, step in enumerate(wanted, start=1):
            carry_out(step, places.stamps, place=f"[{number}/{len(wanted)}]")
    print(say("ready", seconds=time.monotonic() - began))


def say_what_is_off() -> None:
    """Name what this machine cannot do, and how it could."""
    lines = machine.what_is_off()
    if lines:
        print("\n".join([say("off.heading"), *lines]))


def work(options: argparse.Namespace) -> None:
    """The whole of one call, in the order a person wants to hear of trouble."""
    if options.port is not None:
        machine.check_port(options.port)
    prepare(HERE, options.level, code_only=options.code, fuzz=options.fuzz)
    if options.browser:
        machine.ensure_browser(HERE, required=os.environ.get("CI") == "true")
        machine.ensure_reader(HERE)
    if not options.code:
        say_what_is_off()
    sys.stdout.flush()


def guarded(places: Places, arguments: argparse.Namespace) -> int:
    """Turn every expected failure into its sentence and exit code 1."""
    try:
        work(arguments)
    except Trouble as trouble:
        print(f"\n\n{trouble}", file=sys.stderr)
    except OSError as error:
        code = cause_of_error(error)
        if code is None:
            raise
        print(f"\n\n{say(code, log=error)}", file=sys.stderr)
    except KeyboardInterrupt:
        print(f"\n\n{say('stopped')}", file=sys.stderr)
    else:
        return 0
    return 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the call and do it."""
    parser = argparse.ArgumentParser(prog="setup.prepare", description=__doc__)
    parser.add_argument("level", choices=["app", "dev"])
    parser.add_argument("--port", help="the port that will be served at")
    parser.add_argument(
        "--browser",
        action="store_true",
        help="see to a Chromium and to what reads scans",
    )
    parser.add_argument("--code", action="store_true", help="for the code checks")
    parser.add_argument("--fuzz", action="store_true", help="what seeks faults")
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows "?"; it does not stop the work.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    return guarded(HERE, parser.parse_args(arguments))


if __name__ == "__main__":
    sys.exit(main())
