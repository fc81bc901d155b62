"""The locks hold what is asked for, agree with each other and name no address."""

import json
import shutil
from pathlib import Path

import pytest

from setup import locks
from setup.places import HERE
from setup.targets import targets

pytestmark = [pytest.mark.house, pytest.mark.pure]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the locks and of what they are made of."""
    shutil.copytree(HERE.locks, tmp_path / "requirements")
    for name in ("pyproject.toml", "package.json", "package-lock.json", ".npmrc"):
        shutil.copy(HERE.root / name, tmp_path / name)
    return tmp_path


def test_the_locks_are_in_order() -> None:
    assert locks.faults(HERE.root) == []


def test_no_lock_names_an_address() -> None:
    files = [*HERE.locks.iterdir(), HERE.root / "package-lock.json"]
    files += [HERE.root / "package.json", HERE.root / ".npmrc"]
    for file in files:
        text = file.read_text()
        assert "http" not in text, file.name
        assert '"resolved"' not in text, file.name


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("requirements/app.lock", "--index-url https://mirror.example/simple"),
        ("requirements/dev.lock", "x @ file:///home/x"),
        (".npmrc", "registry=https://mirror.example/"),
    ],
)
def test_a_planted_address_is_found(tree: Path, name: str, line: str) -> None:
    with (tree / name).open("a") as file:
        file.write(f"{line}\n")
    assert any(line in fault for fault in locks.faults(tree))


def test_a_planted_npm_address_is_found_and_stripped(tree: Path) -> None:
    lock = tree / "package-lock.json"
    content = json.loads(lock.read_text())
    bootstrap = content["packages"]["node_modules/bootstrap"]
    bootstrap["resolved"] = "https://mirror.example/bootstrap.tgz"
    bootstrap["funding"] = [{"url": "https://money.example/"}]
    lock.write_text(json.dumps(content))
    assert locks.faults(tree)
    locks.strip(lock)
    assert locks.faults(tree) == []
    assert lock.read_text() == (HERE.root / "package-lock.json").read_text()


def test_a_requirement_that_is_not_locked_is_found(tree: Path) -> None:
    project = tree / "pyproject.toml"
    text = project.read_text()
    text = text.replace("dependencies = [", 'dependencies = [\n    "lunar>=9",', 1)
    project.write_text(text)
    assert "app.lock: lunar>=9 (locked: -)" in locks.faults(tree)
    assert "dev.lock: lunar>=9 (locked: -)" in locks.faults(tree)


def test_a_version_out_of_bounds_is_found(tree: Path) -> None:
    lock = tree / "requirements" / "app.lock"
    version = locks.pins(lock)["django"]
    lock.write_text(lock.read_text().replace(f"django=={version}", "django==4.2.1"))
    found = locks.faults(tree)
    assert any("(locked: 4.2.1)" in fault for fault in found)
    # and the two levels no longer agree
    assert f"dev.lock: django {version}, app.lock: 4.2.1" in found


def test_a_package_json_that_moved_on_is_found(tree: Path) -> None:
    package = tree / "package.json"
    content = json.loads(package.read_text())
    content["dependencies"]["bootstrap"] = "5.3.0"
    package.write_text(json.dumps(content))
    assert any("asked for: 5.3.0" in fault for fault in locks.faults(tree))


def test_front_end_versions_are_exact() -> None:
    asked = json.loads((HERE.root / "package.json").read_text())["dependencies"]
    assert all(version[0].isdigit() for version in asked.values())


def test_every_target_is_explained_in_both_languages() -> None:
    makefile = (HERE.root / "Makefile").read_text()
    phony = makefile.split(".PHONY:")[1].splitlines()[0].split()
    assert [name for name, _ in targets(HERE.root / "Makefile")] == phony
