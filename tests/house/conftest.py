"""A copy of the tree to plant violations in."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("phoihop", "tests", "setup", "bench", "docs", "GLOSSARY.md", "pyproject.toml")

Plant = Callable[[str, str], None]


@pytest.fixture(scope="session")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the rules read, copied once; ``plant`` spoils it and mends it again."""
    made = tmp_path_factory.mktemp("house")
    left_out = shutil.ignore_patterns(
        "__pycache__", "node_modules", "vendor", "*.woff2", "*.mo", "*.ambr"
    )
    for name in COPIED:
        origin = ROOT / name
        if origin.is_dir():
            shutil.copytree(origin, made / name, ignore=left_out)
        elif origin.is_file():
            shutil.copy(origin, made / name)
    return made


@pytest.fixture
def plant(copy: Path) -> Iterator[Plant]:
    """``plant(path, text)``: write a new file, or add to the end of one that stands."""
    stood: dict[Path, str | None] = {}
    made: list[Path] = []

    def write(path: str, text: str) -> None:
        file = copy / path
        missing = [folder for folder in file.parents if not folder.exists()]
        made.extend(missing)
        file.parent.mkdir(parents=True, exist_ok=True)
        before = file.read_text(encoding="utf-8") if file.is_file() else None
        stood[file] = before
        file.write_text((before or "") + text, encoding="utf-8")

    yield write

    for file, before in stood.items():
        if before is None:
            file.unlink()
        else:
            file.write_text(before, encoding="utf-8")
    for folder in made:
        shutil.rmtree(folder, ignore_errors=True)
