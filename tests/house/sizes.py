"""Rules of size and name: short files, short functions, names that say something."""

import ast
from pathlib import Path

from tests.house.tree import Source, files, functions, is_migration, sources

FOLDERS = ("phoihop", "tests", "setup", "bench")
MOST_LINES = 400
MOST_FUNCTION_LINES = 50

# Drawers without a label: whatever lies in them has a better name elsewhere.
DRAWERS = {"common", "base", "manager", "service", "services", "signals"}
DRAWERS_IN_ANY_PART = {"util", "utils", "helper", "helpers", "misc"}


def short_files(root: Path) -> list[str]:
    """No file over 400 lines."""
    return [
        f"{inside}: {count} lines, over {MOST_LINES}: split it by noun"
        for path in files(root, FOLDERS, ".py", ".html", ".css", ".js")
        if not is_migration(inside := path.relative_to(root).as_posix())
        and (count := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    ]


def short_functions(root: Path) -> list[str]:
    """No function over 50 lines, its docstring counted."""
    return [
        f"{source.at(node)}: {node.name} has {count} lines, "
        f"over {MOST_FUNCTION_LINES}: give a part of it a name"
        for source in sources(root, *FOLDERS)
        for node in functions(source)
        if (count := (node.end_lineno or node.lineno) - node.lineno + 1)
        > MOST_FUNCTION_LINES
    ]


def telling_names(root: Path) -> list[str]:
    """No file or folder is a drawer without a label."""
    found = []
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            inside = path.relative_to(root)
            if {"__pycache__", "node_modules", "vendor"}.intersection(inside.parts):
                continue
            stem = path.name.split(".")[0].strip("_").lower()
            drawer = stem in DRAWERS or DRAWERS_IN_ANY_PART.intersection(
                stem.replace("-", "_").split("_")
            )
            # Django's word for the template that the others extend.
            if drawer and path.name != "base.html":
                found.append(f"{inside.as_posix()}: a name that says nothing")
    return found


def heads(root: Path) -> list[str]:
    """Every file says at its head what it is for."""
    return [
        f"{source.path}:1: no docstring at the head of the file"
        for source in sources(root, *FOLDERS)
        if not ast.get_docstring(source.tree) and not _is_empty_marker(source)
    ]


def _is_empty_marker(source: Source) -> bool:
    """A package marker with nothing in it; a room says what it is even so."""
    is_room = source.parts[0] == "phoihop" and len(source.parts) <= 3
    return source.parts[-1] == "__init__" and not source.tree.body and not is_room


def no_empty_packages(root: Path) -> list[str]:
    """No package holds only its marker: a room stands when something is in it."""
    found = []
    for marker in files(root, ("phoihop",), ".py"):
        if marker.name != "__init__.py":
            continue
        beside = [
            path
            for path in marker.parent.rglob("*")
            if path.is_file() and path != marker and "__pycache__" not in path.parts
        ]
        body = ast.parse(marker.read_text(encoding="utf-8")).body
        says_nothing = all(
            isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
            for node in body
        )
        if not beside and says_nothing:
            inside = marker.parent.relative_to(root).as_posix()
            found.append(f"{inside}/: an empty package")
    return found
