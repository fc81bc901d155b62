"""The Python side: the environment, uv, the locked packages and the house itself."""

import importlib.util
import os
import re
import shutil
import sys
from pathlib import Path

from setup import OLDEST
from setup.commands import answers, run
from setup.places import Places
from setup.steps import Step, digest_of
from setup.words import Trouble

PIP = ("--disable-pip-version-check", "--no-input", "--quiet")
UV = ("--no-progress", "--no-python-downloads")
# What the locks of the set-up's own tools are held to: hashes, and nothing built.
HELD = ("--require-hashes", "--only-binary", ":all:")


def steps(places: Places, level: str) -> list[Step]:
    """The steps of the Python side for one level: "app" or "dev"."""
    locked = places.locks

    def packages(name: str) -> str:
        return digest_of(identity(places), locked / f"{name}.lock")

    return [
        Step(
            "venv",
            do=lambda: make_venv(places),
            digest=lambda: identity(places),
            stands=lambda: venv_stands(places),
        ),
        Step(
            "uv",
            do=lambda: install_uv(places),
            digest=lambda: digest_of(identity(places), locked / "setup.lock"),
            makes=(places.uv,),
        ),
        Step(
            "packages",
            do=lambda: install_packages(places, level),
            digest=lambda: packages(level),
            # dev.lock holds all of app.lock: after `make test`, `make demo` must
            # take nothing away.
            or_digest=lambda: packages("dev"),
        ),
        Step(
            "house",
            do=lambda: install_house(places),
            digest=lambda: digest_of(identity(places), places.root / "pyproject.toml"),
            makes=(places.venv / "bin" / "phoihop",),
        ),
    ]


def fuzz_step(places: Places) -> Step:
    """What seeks faults in the readers, beside the packages of dev.

    After them: they are brought to their lock exactly, which takes it away.
    """
    lock = places.locks / "fuzz.lock"
    flags = (*HELD, "-r", str(lock))
    return Step(
        "fuzz",
        do=lambda: uv_pip(places, "fuzz", "install", *flags),
        digest=lambda: digest_of(identity(places), places.locks / "dev.lock", lock),
    )


def identity(places: Places) -> str:
    """A text that changes when the environment is made anew or the tree is moved."""
    mark = places.venv / "pyvenv.cfg"
    if not mark.is_file():
        return "none"
    found = mark.stat()
    return f"{places.venv} {found.st_ino} {found.st_mtime_ns}"


def venv_stands(places: Places) -> bool:
    """Whether the environment is whole enough: ours, here, and new enough.

    A tree that was moved or copied has scripts that point at the old place, and a
    removed system Python leaves a link to nothing.
    """
    activate = places.venv / "bin" / "activate"
    if not activate.is_file() or str(places.venv) not in activate.read_text():
        return False
    version = answers([places.python, "-c", "import sys; print(*sys.version_info[:2])"])
    return version is not None and tuple(map(int, version.split())) >= OLDEST


def make_venv(places: Places) -> None:
    """Make the environment, or take over a sound one that stands already."""
    if venv_stands(places) and answers([places.python, "-m", "pip", "--version"]):
        return
    for module in ("venv", "ensurepip"):
        if importlib.util.find_spec(module) is None:
            raise Trouble("python.no_venv", module=module)
    run(
        [sys.executable, "-m", "venv", "--clear", places.venv],
        log=places.log("venv"),
        cwd=places.root,
    )


def install_uv(places: Places) -> None:
    """Install uv by pip, held to its hash like everything else."""
    lock = places.locks / "setup.lock"
    run(
        [places.python, "-m", "pip", "install", *PIP, *HELD, "-r", lock],
        log=places.log("uv"),
        cwd=places.root,
    )


def install_packages(places: Places, level: str) -> None:
    """Bring the environment to the lock: exactly for dev, at least for app."""
    verb = ["sync"] if level == "dev" else ["install"]
    lock = str(places.locks / f"{level}.lock")
    flags = ["--require-hashes"] + (["-r", lock] if level == "app" else [lock])
    uv_pip(places, "packages", *verb, *flags)


def install_house(places: Places) -> None:
    """Install this package itself, editable, built by the locked setuptools."""
    uv_pip(places, "house", "install", "--no-deps", "--no-build-isolation", "-e", ".")


def uv_pip(
    places: Places, name: str, verb: str, *rest: str, python: Path | None = None
) -> None:
    """Run one `uv pip` verb on an environment of the house."""
    run(
        [places.uv, *UV, "pip", verb, "--python", python or places.python, *rest],
        log=places.log(name),
        cwd=places.root,
        env=uv_environment(places),
    )


def uv_environment(places: Places) -> dict[str, str]:
    """The environment for uv, which does not read pip's own settings.

    An office that has told pip of its mirror need not tell uv as well.
    """
    environment = dict(os.environ)
    if not {"UV_DEFAULT_INDEX", "UV_INDEX_URL"} & environment.keys():
        settings = answers([places.python, "-m", "pip", "config", "list"]) or ""
        mirrors = re.findall(r"^\S+\.index-url='(.+)'$", settings, re.MULTILINE)
        if mirrors:
            environment["UV_DEFAULT_INDEX"] = mirrors[-1]
    return environment


def make_node_venv(places: Places) -> Path:
    """A private Node from PyPI for a machine without one; gives its bin folder."""
    shutil.rmtree(places.node_venv, ignore_errors=True)
    run(
        [places.uv, *UV, "venv", "--python", places.python, places.node_venv],
        log=places.log("node"),
        cwd=places.root,
    )
    bin_folder = places.node_venv / "bin"
    lock = str(places.locks / "node.lock")
    uv_pip(places, "node", "install", *HELD, "-r", lock, python=bin_folder / "python")
    return bin_folder
