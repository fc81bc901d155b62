"""`make` alone: the targets, one line each, read from the Makefile itself."""

import re
import sys
from pathlib import Path

from setup.places import HERE
from setup.words import language

LINE = re.compile(r"^(?P<name>[a-z-]+):.*?## (?P<en>.+?) \| (?P<vi>.+)$", re.MULTILINE)


def targets(makefile: Path) -> list[tuple[str, str]]:
    """Each explained target and its sentence in the reader's language."""
    text = makefile.read_text(encoding="utf-8")
    return [(found["name"], found[language()]) for found in LINE.finditer(text)]


def main() -> int:
    """Print the list."""
    for name, sentence in targets(HERE.root / "Makefile"):
        print(f"make {name:<10} {sentence}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
