"""Rules that hold the documents to the code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import Source, dotted, imports, is_named, sources

SETTINGS_PAGE = "docs/settings.md"
OURS = re.compile(r"PHOIHOP_[A-Z0-9_]+")
# A setting is documented where its name opens a row of a table or a heading.
DOCUMENTED = re.compile(r"^(?:\||#+)\s*`([A-Z][A-Z0-9_]+)`", re.MULTILINE)


def settings_are_documented(root: Path) -> list[str]:
    """What the code reads from the environment is in the page, and the reverse."""
    page = root / SETTINGS_PAGE
    text = page.read_text(encoding="utf-8") if page.is_file() else ""
    documented = set(DOCUMENTED.findall(text))
    read: dict[str, str] = {}
    for source in sources(root):
        for node, name in _read(source):
            read.setdefault(name, source.at(node))
    found = [
        f"{where}: {name} is not in {SETTINGS_PAGE}"
        for name, where in read.items()
        if name not in documented
    ]
    found += [
        f"{SETTINGS_PAGE}: {name} is read by nobody"
        for name in sorted(documented - set(read))
    ]
    return found


def _read(source: Source) -> Iterator[tuple[ast.AST, str]]:
    """Each variable given to a reader of phoihop.environment, or named as ours."""
    names = imports(source)
    for node in source.nodes:
        if isinstance(node, ast.Constant) and OURS.fullmatch(str(node.value)):
            yield node, str(node.value)
        if not isinstance(node, ast.Call) or not node.args:
            continue
        reader, first = dotted(node.func, names), node.args[0]
        if not is_named(reader, "phoihop.environment"):
            continue
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield node, first.value
            if reader.endswith("secret"):
                # A secret may also lie in a file that <name>_FILE names.
                yield node, f"{first.value}_FILE"
