"""Every check of the house, all of them even when one fails, then a summary.

`python -m setup.run_checks [name ...]` runs all or the named ones; `--fix` mends
what can be mended by a program. The hooks of .pre-commit-config.yaml call the same.
"""

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from setup.places import HERE
from setup.words import say

DJANGO = "5.2"


@dataclass(frozen=True)
class Check:
    """One check: its name and the command; None when there is nothing to look at."""

    name: str
    command: Callable[[Path], list[str] | None]


def tool(name: str, *arguments: str) -> list[str]:
    """A command of the environment."""
    return [str(HERE.venv / "bin" / name), *arguments]


def always(name: str, *arguments: str) -> Callable[[Path], list[str] | None]:
    """A check that always has something to look at."""
    return lambda root: tool(name, *arguments)


def templates(root: Path) -> list[str]:
    """Every template of the house."""
    found = (root / "phoihop").glob("**/templates/**/*.html")
    return sorted(str(file.relative_to(root)) for file in found)


def djade(*flags: str) -> Callable[[Path], list[str] | None]:
    """djade over all templates; it takes files, not folders."""

    def command(root: Path) -> list[str] | None:
        files = templates(root)
        if not files:
            return None
        return tool("djade", "--target-version", DJANGO, *flags, *files)

    return command


def manage(*arguments: str) -> Callable[[Path], list[str] | None]:
    """A Django command, once there are settings."""

    def command(root: Path) -> list[str] | None:
        if not (root / "phoihop" / "settings.py").is_file():
            return None
        return tool("python", "manage.py", *arguments)

    return command


def house(root: Path) -> list[str] | None:
    """The house's own test, without the product's tests around it."""
    folders = [
        name for name in ("tests/house", "tests/setup") if (root / name).is_dir()
    ]
    if not folders:
        return None
    return tool("python", "-m", "pytest", "-q", "-m", "house", *folders)


CHECKS = (
    Check("ruff", always("ruff", "check")),
    Check("ruff-format", always("ruff", "format", "--check")),
    Check("mypy", always("mypy")),
    Check("imports", always("lint-imports")),
    Check("djade", djade("--check")),
    # B404, B603 and B606 speak of every program that is started; ours take lists,
    # never a shell, and the rules that find a shell stay on.
    Check(
        "bandit",
        always(
            *("bandit", "-q", "-c", "pyproject.toml", "-s", "B404,B603,B606"),
            *("-r", "phoihop", "setup"),
        ),
    ),
    Check("catalogues", always("python", "-m", "setup.catalogues", "compile")),
    Check("migrations", manage("makemigrations", "--check", "--dry-run")),
    Check("django", manage("check", "--deploy", "--fail-level", "WARNING")),
    Check("locks", always("python", "-m", "setup.locks", "check")),
    Check("house", house),
)

FIXES = (
    Check("ruff", always("ruff", "check", "--fix")),
    Check("ruff-format", always("ruff", "format")),
    Check("djade", djade()),
)


def carry_out(check: Check) -> int | None:
    """Announce and run one check; None when it had nothing to look at."""
    print("\n" + say("checks.start", name=check.name), flush=True)
    command = check.command(HERE.root)
    if command is None:
        return None
    return subprocess.run(command, cwd=HERE.root, check=False).returncode


def sentence(name: str, code: int | None) -> str:
    """The line of the summary."""
    if code is None:
        return say("checks.skipped", name=name, why=say("checks.nothing"))
    return say("checks.passed" if code == 0 else "checks.failed", name=name)


def run_all(checks: Sequence[Check]) -> int:
    """Run all, then sum up; 1 if any failed."""
    ended = [(check.name, carry_out(check)) for check in checks]
    print("\n" + say("tests.summary"))
    for name, code in ended:
        print("  " + sentence(name, code))
    return int(any(code for _, code in ended))


def main(arguments: list[str]) -> int:
    """All checks, the named ones, or the mending."""
    if arguments == ["--fix"]:
        return run_all(FIXES)
    known = {check.name: check for check in CHECKS}
    for name in arguments:
        if name not in known:
            print(say("checks.unknown", name=name, names=", ".join(known)))
            return 1
    code = run_all([known[name] for name in arguments or known])
    if code and not arguments:
        print(say("checks.mend"))
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
