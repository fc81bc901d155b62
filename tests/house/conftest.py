"""A copy of the tree to plant violations in."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("phoihop", "tests", "setup", "bench", "docs", "GLOSSARY.md", "pyproject.toml")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """What the rules read, copied; the copy may be spoiled."""
    left_out = shutil.ignore_patterns(
        "__pycache__", "node_modules", "vendor", "*.woff2", "*.mo", "*.ambr"
    )
    for name in COPIED:
        origin = ROOT / name
        if origin.is_dir():
            shutil.copytree(origin, tmp_path / name, ignore=left_out)
        elif origin.is_file():
            shutil.copy(origin, tmp_path / name)
    return tmp_path


def plant(root: Path, path: str, text: str) -> None:
    """Write ``text`` to a new file, or put it at the end of one that stands."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    stood = file.read_text(encoding="utf-8") if file.is_file() else ""
    file.write_text(stood + text, encoding="utf-8")
