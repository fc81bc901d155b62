"""The source tree as the rules read it: parsed once, never imported.

Nothing of the application is imported here, so that a planted copy in another
folder is read exactly like the real tree.
"""

import ast
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

Rule = Callable[[Path], list[str]]
Function = ast.FunctionDef | ast.AsyncFunctionDef

DOORS = ("pages", "public", "api", "chores")
ROOF = ("cli", "urls", "wsgi", "settings")

# Made by tools or fetched by the set-up: nobody here wrote them.
NOT_OURS = {"__pycache__", "node_modules", "vendor", "locale", "__snapshots__"}


@lru_cache(maxsize=4096)
def _parsed(text: str) -> tuple[ast.Module, tuple[ast.AST, ...]]:
    tree = ast.parse(text)
    return tree, tuple(ast.walk(tree))


@dataclass(frozen=True)
class Source:
    """One Python file: its path from the root, its text and its syntax tree."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        """The parsed file."""
        return _parsed(self.text)[0]

    @property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of the tree."""
        return _parsed(self.text)[1]

    @property
    def parts(self) -> tuple[str, ...]:
        """The folders and the file, without its suffix."""
        return tuple(self.path.removesuffix(".py").split("/"))

    @property
    def module(self) -> str:
        """The dotted name by which others import this file."""
        return ".".join(part for part in self.parts if part != "__init__")

    @property
    def room(self) -> str:
        """The folder or file directly under phoihop/."""
        return self.parts[1] if len(self.parts) > 1 else ""

    def is_kind(self, *words: str) -> bool:
        """Whether this is ``<room>/<word>.py`` or lies in ``<room>/<word>/``."""
        return len(self.parts) > 2 and self.parts[2] in words

    def at(self, node: ast.AST) -> str:
        """Where ``node`` stands, for a sentence."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}"


def files(root: Path, folders: Iterable[str], *endings: str) -> Iterator[Path]:
    """Files of ours under ``folders`` with one of ``endings``, in one order."""
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            inside = path.relative_to(root)
            if NOT_OURS.isdisjoint(inside.parts) and path.suffix in endings:
                yield path


def is_migration(path: str) -> bool:
    """Whether makemigrations wrote this file."""
    return "/migrations/" in path


def sources(
    root: Path, *folders: str, migrations: bool = False, room: str = ""
) -> Iterator[Source]:
    """The Python files under ``folders`` (``phoihop`` unless said)."""
    for path in files(root, folders or ("phoihop",), ".py"):
        inside = path.relative_to(root).as_posix()
        if migrations or not is_migration(inside):
            source = Source(inside, path.read_text(encoding="utf-8"))
            if not room or source.room == room:
                yield source


def functions(source: Source) -> Iterator[Function]:
    """Every function and method, nested ones too."""
    for node in source.nodes:
        if isinstance(node, Function):
            yield node


@lru_cache(maxsize=4096)
def imports(source: Source) -> dict[str, str]:
    """What each imported name of a file means, in dots."""
    found: dict[str, str] = {}
    for node in source.nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.asname:
                    found[alias.asname] = alias.name
                else:
                    found[alias.name.split(".")[0]] = alias.name.split(".")[0]
        elif isinstance(node, ast.ImportFrom):
            origin = _origin(source, node)
            for alias in node.names:
                found[alias.asname or alias.name] = f"{origin}.{alias.name}"
    return found


def _origin(source: Source, node: ast.ImportFrom) -> str:
    """The module an import takes from, its leading dots resolved."""
    if not node.level:
        return node.module or ""
    package = ".".join(source.parts[: -node.level])
    return f"{package}.{node.module}" if node.module else package


def imported_modules(source: Source) -> Iterator[tuple[ast.stmt, str]]:
    """Each import with what it names: ``from a import b`` names ``a.b``."""
    for node in source.nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node, alias.name
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield node, f"{_origin(source, node)}.{alias.name}"


def dotted(node: ast.expr, names: Mapping[str, str]) -> str:
    """``a.b.c`` with ``a`` read through the file's imports; calls are passed over."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value, names)}.{node.attr}"
    if isinstance(node, ast.Call):
        return dotted(node.func, names)
    if isinstance(node, ast.Name):
        return names.get(node.id, node.id)
    return "?"


def is_named(dots: str, *names: str) -> bool:
    """Whether ``dots`` is one of ``names`` or lies inside one."""
    return any(dots == name or dots.startswith(f"{name}.") for name in names)


def without_excused(
    found: Iterable[tuple[str, str]], excused: Mapping[str, str], listed_as: str
) -> list[str]:
    """The findings whose place has no reason, and the reasons without a place.

    ``found`` are (place, sentence) pairs, ``excused`` maps a place to why it may.
    """
    pairs = list(found)
    places = {place for place, _ in pairs}
    violations = [sentence for place, sentence in pairs if place not in excused]
    for place, reason in excused.items():
        if place not in places:
            violations.append(f"{place}: no longer needs its line in {listed_as}")
        if len(reason.split()) < 3:
            violations.append(f"{place}: {listed_as} wants a reason, not “{reason}”")
    return violations


def configuration(root: Path) -> dict[str, Any]:
    """pyproject.toml's tools."""
    found: dict[str, Any] = tomllib.loads(
        (root / "pyproject.toml").read_text(encoding="utf-8")
    )["tool"]
    return found


def contract(root: Path, name: str) -> dict[str, Any]:
    """The import contract whose name begins with ``name``."""
    for found in configuration(root)["importlinter"]["contracts"]:
        if found["name"].startswith(name):
            assert isinstance(found, dict)
            return found
    raise LookupError(f"No import contract is called {name}…")


def layers(root: Path) -> list[list[str]]:
    """The floors, top to bottom; a room that does not stand keeps its parentheses."""
    return [
        [room.strip() for room in re.split(r"[|:]", floor)]
        for floor in contract(root, "Floors")["layers"]
    ]
