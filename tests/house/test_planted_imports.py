"""Each import contract, and each ban of ruff, finds what is planted against it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.conftest import Plant
from tests.house.tree import configuration

pytestmark = pytest.mark.house

HEAD = '"""Planted."""\n\n'
MODEL = "phoihop/organisations/models/planted.py"

# (the contract, what is planted against it, what the report says)
PLANTS = [
    (
        "Floors",
        {"phoihop/trail/planted.py": "import phoihop.organisations.models\n"},
        "phoihop.trail is not allowed to import phoihop.organisations",
    ),
    (
        "Floors",
        {"phoihop/pages/planted.py": "import phoihop.chores\n"},
        "phoihop.pages is not allowed to import phoihop.chores",
    ),
    (
        "Floors",
        {"phoihop/planted/__init__.py": ""},
        "phoihop.planted",
    ),
    (
        "Rooms",
        {MODEL: "import phoihop.organisations.actions\n"},
        "phoihop.organisations.models is not allowed to import "
        "phoihop.organisations.actions",
    ),
    (
        "The ground floor",
        {"phoihop/clock.py": "import django.utils\n"},
        "phoihop.clock is not allowed to import django",
    ),
    (
        "The ground floor",
        {"phoihop/organisations/rules/spans.py": "import django.utils\n"},
        "phoihop.organisations.rules is not allowed to import django",
    ),
    (
        "No circles",
        {
            "phoihop/pages/planted_a.py": "import phoihop.pages.planted_b\n",
            "phoihop/pages/planted_b.py": "import phoihop.pages.planted_a\n",
        },
        "planted_a",
    ),
]


def _lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    """import-linter on the tree at ``root``, in its own process and without cache."""
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--config", "pyproject.toml", "--no-cache"],
        cwd=root,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "500", "PYTHONPATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_untouched_copy_keeps_the_contracts(copy: Path) -> None:
    """The control."""
    done = _lint_imports(copy)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(
    ("contract", "files", "says"),
    PLANTS,
    ids=[f"{number}-{plant[0]}" for number, plant in enumerate(PLANTS)],
)
def test_a_planted_import_breaks_its_contract(
    contract: str, files: dict[str, str], says: str, copy: Path, plant: Plant
) -> None:
    """The report names the contract and the arrow."""
    for path, text in files.items():
        plant(path, HEAD + text)

    done = _lint_imports(copy)

    broken = [line for line in done.stdout.splitlines() if line.endswith("BROKEN")]
    assert done.returncode == 1
    assert [line for line in broken if line.startswith(contract)], done.stdout
    assert says in done.stdout, done.stdout


def test_every_contract_has_a_plant(copy: Path) -> None:
    """A new contract comes with what it finds."""
    names = [
        found["name"] for found in configuration(copy)["importlinter"]["contracts"]
    ]
    for name in names:
        assert [contract for contract, _, _ in PLANTS if name.startswith(contract)]


def _banned(root: Path) -> set[tuple[str, str]]:
    """(file, banned name) of each TID251 that ruff reports under ``root``."""
    program = Path(sys.executable).with_name("ruff")
    done = subprocess.run(
        [
            program,
            "check",
            "--no-cache",
            "--select=TID251",
            "--output-format=json",
            ".",
        ],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    return {
        (
            Path(found["filename"]).relative_to(root.resolve()).as_posix(),
            found["message"].split("`")[1],
        )
        for found in json.loads(done.stdout)
    }


def test_a_planted_ban_is_found_in_a_room_and_let_be_in_a_door(
    copy: Path, plant: Plant
) -> None:
    """HTTP, forms, templates, signals and the clock: each ban, one after the other."""
    assert _banned(copy) == set()
    bans = configuration(copy)["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"]
    for number, name in enumerate(bans):
        module, _, last = name.rpartition(".")
        text = f"{HEAD}from {module} import {last}\n\n__all__ = ['{last}']\n"
        plant(f"phoihop/programmes/planted_{number}.py", text)
        plant(f"phoihop/pages/planted_{number}.py", text)

    assert _banned(copy) == {
        (f"phoihop/programmes/planted_{number}.py", name)
        for number, name in enumerate(bans)
    }
