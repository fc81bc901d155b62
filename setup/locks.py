"""The locks: made again by `make lock`, held to what asks for them by `make check`.

`python -m setup.locks make [--upgrade]` needs the network; `check` does not.
"""

import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

from setup import python_side
from setup.commands import run
from setup.front_end import npm_environment
from setup.places import HERE, Places
from setup.words import Trouble, say

PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)", re.MULTILINE)
# A lock that names a host ties every office to that host.
ADDRESS = re.compile(r"https?:|//|\bfile:|index-url|find-links", re.IGNORECASE)

COMPILE = (
    *("pip", "compile", "--quiet", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-header", "--no-python-downloads"),
)

# (lock, what it is made of, extra flags)
PYTHON_LOCKS = (
    ("app.lock", "pyproject.toml", ()),
    ("dev.lock", "pyproject.toml", ("--extra", "dev")),
    ("setup.lock", "requirements/setup.in", ()),
    ("node.lock", "requirements/node.in", ()),
    ("fuzz.lock", "requirements/fuzz.in", ()),
)


def pins(lock: Path) -> dict[str, str]:
    """Every package of a lock and its one version."""
    text = lock.read_text(encoding="utf-8")
    return {plain(found["name"]): found["version"] for found in PINNED.finditer(text)}


def plain(name: str) -> str:
    """A package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def asked_for(root: Path) -> dict[str, list[str]]:
    """What each Python lock must hold: the requirements it was made of."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    app: list[str] = project["project"]["dependencies"]
    dev: list[str] = project["project"]["optional-dependencies"]["dev"]
    wanted = {"app.lock": app, "dev.lock": app + dev}
    for name in ("setup", "node", "fuzz"):
        lines = (root / "requirements" / f"{name}.in").read_text().splitlines()
        kept = [line for line in lines if line.strip() and not line.startswith("#")]
        wanted[f"{name}.lock"] = kept
    return wanted


def faults(root: Path) -> list[str]:
    """Everything wrong with the locks, found without the network."""
    found: list[str] = []
    for lock, requirements in asked_for(root).items():
        held = pins(root / "requirements" / lock)
        for requirement in map(Requirement, requirements):
            version = held.get(plain(requirement.name))
            if not (version and requirement.specifier.contains(version, True)):
                found.append(f"{lock}: {requirement} (locked: {version or '-'})")
    found += both_levels(root)
    found += npm_faults(root)
    return found + addresses(root)


def both_levels(root: Path) -> list[str]:
    """dev.lock must hold all of app.lock at the same versions: see python_side."""
    app = pins(root / "requirements" / "app.lock")
    dev = pins(root / "requirements" / "dev.lock")
    return [
        f"dev.lock: {name} {dev.get(name, '-')}, app.lock: {version}"
        for name, version in app.items()
        if dev.get(name) != version
    ]


def npm_faults(root: Path) -> list[str]:
    """package-lock.json must be made of this package.json, all of it with hashes."""
    asked = json.loads((root / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))
    packages: dict[str, Any] = lock["packages"]
    found = []
    for name, version in asked["dependencies"].items():
        locked = packages.get(f"node_modules/{name}", {}).get("version")
        if locked != version:
            found.append(f"package-lock.json: {name} {locked}, asked for: {version}")
    if packages[""].get("dependencies") != asked["dependencies"]:
        found.append("package-lock.json: made of another package.json")
    found += [
        f"package-lock.json: {name} without a hash"
        for name, package in packages.items()
        if name and "integrity" not in package
    ]
    return found


def addresses(root: Path) -> list[str]:
    """Lines of the locks, and of what they are made of, that name an address."""
    files = sorted((root / "requirements").iterdir())
    files += [root / name for name in ("package.json", "package-lock.json", ".npmrc")]
    return [
        f"{file.name}:{number}: {line.strip()}"
        for file in files
        for number, line in enumerate(file.read_text().splitlines(), start=1)
        if ADDRESS.search(without_hashes(line))
    ]


def without_hashes(line: str) -> str:
    """The line without its npm hash, whose letters may happen to look like one."""
    return re.sub(r'"sha\d+-[A-Za-z0-9+/=]+"', "", line)


def make(places: Places, *, upgrade: bool) -> None:
    """Resolve everything again. Without upgrade, versions that still fit stay."""
    newest = ["--upgrade"] if upgrade else []
    for lock, source, flags in PYTHON_LOCKS:
        run(
            [
                places.uv,
                *COMPILE,
                *newest,
                *flags,
                source,
                "-o",
                f"requirements/{lock}",
            ],
            log=places.log("lock"),
            cwd=places.root,
            env=python_side.uv_environment(places),
        )
        print(say("locks.made", file=f"requirements/{lock}"))
    run(
        ["npm", "install", "--package-lock-only", "--ignore-scripts", "--no-audit"],
        log=places.log("lock"),
        cwd=places.root,
        env=npm_environment(places),
    )
    strip(places.root / "package-lock.json")
    print(say("locks.made", file="package-lock.json"))


def strip(lock: Path) -> None:
    """Take out what names a host: where a package came from, who asks for money."""
    content = json.loads(lock.read_text(encoding="utf-8"))
    for package in content["packages"].values():
        package.pop("funding", None)
        package.pop("resolved", None)
    text = json.dumps(content, indent=2, ensure_ascii=False)
    lock.write_text(text + "\n", encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Make or check, as asked."""
    if arguments[0] == "make":
        try:
            make(HERE, upgrade="--upgrade" in arguments)
        except Trouble as trouble:
            print(trouble, file=sys.stderr)
            return 1
    found = faults(HERE.root)
    for fault in found:
        print(fault)
    if found:
        print(say("locks.stale"))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
