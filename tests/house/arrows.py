"""Rules of imports that no import contract can see."""

import ast
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

from tests.house import reasons
from tests.house.tree import (
    ROOF,
    Source,
    contract,
    dotted,
    functions,
    imported_modules,
    imports,
    is_named,
    layers,
    sources,
    without_excused,
)

# Ways to name a module or a class by a string, which no tool follows.
BY_STRING = ("django.apps.apps.get_model", "importlib.import_module")
LOADERS = ("django.utils.module_loading.import_string", "__import__")
ROOM_WORDS = ("actions", "paper", "permissions", "models", "rules", "roles")


def no_type_checking(root: Path) -> list[str]:
    """No TYPE_CHECKING: an arrow that only types take is still an arrow."""
    return [
        f"{source.at(node)}: TYPE_CHECKING hides an arrow: move the code"
        for source in sources(root)
        for node in source.nodes
        if (isinstance(node, ast.Name) and node.id == "TYPE_CHECKING")
        or (isinstance(node, ast.Attribute) and node.attr == "TYPE_CHECKING")
        or (isinstance(node, ast.alias) and node.name == "TYPE_CHECKING")
    ]


def no_inner_imports(
    root: Path, excused: Mapping[str, str] = reasons.INNER_IMPORTS
) -> list[str]:
    """No import inside a function, but in the listed places."""
    found = {
        (source.path, f"{source.at(inner)}: import in {node.name}: the floor is wrong")
        for source in sources(root)
        for node in functions(source)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    }
    return without_excused(sorted(found), excused, "reasons.INNER_IMPORTS")


def no_imports_by_string(root: Path) -> list[str]:
    """No class or module fetched by its name in a string."""
    return [
        f"{source.at(node)}: {name} hides an arrow in a string: import it"
        for source in sources(root)
        for node in source.nodes
        if isinstance(node, ast.Call)
        and is_named(name := dotted(node.func, imports(source)), *BY_STRING, *LOADERS)
    ]


def no_signals(root: Path) -> list[str]:
    """No signals, in the doors neither: the action says what follows from it."""
    return [
        f"{source.at(node)}: {name}: no signals: call the action"
        for source in sources(root)
        for node, name in imported_modules(source)
        if is_named(name, "django.dispatch") or "signals" in name.split(".")
    ]


def settings_by_django(root: Path) -> list[str]:
    """Nobody imports phoihop.settings; it stands on the environment alone."""
    found = [
        f"{source.at(node)}: from django.conf import settings"
        for source in sources(root)
        for node, name in imported_modules(source)
        if is_named(name, "phoihop.settings")
    ]
    for source in sources(root, room="settings"):
        found += [
            f"{source.at(node)}: settings use {name}; only phoihop.environment may be"
            for node, name in imported_modules(source)
            if is_named(name, "phoihop") and not is_named(name, "phoihop.environment")
        ]
    return found


def _pure(root: Path) -> Iterator[Source]:
    """The ground floors, and what rooms decide without Django."""
    floors = [[room.strip("()") for room in floor] for floor in layers(root)]
    above = next(number for number, floor in enumerate(floors) if "scopes" in floor)
    ground = {room for floor in floors[above + 1 :] for room in floor}
    for source in sources(root):
        if source.room in ground or source.is_kind("rules", "roles"):
            yield source


def _is_matched(module: str, expressions: list[str]) -> bool:
    """Whether a contract's ``source_modules`` cover ``module``; ``*`` is one part."""
    parts = module.split(".")
    for expression in expressions:
        wanted = expression.split(".")
        if len(wanted) <= len(parts) and all(
            fnmatchcase(part, want) for part, want in zip(parts, wanted, strict=False)
        ):
            return True
    return False


def pure_is_pure(root: Path) -> list[str]:
    """Each pure module imports no Django and is named in the contract."""
    named = contract(root, "The ground floor")["source_modules"]
    found = []
    for source in _pure(root):
        if not _is_matched(source.module, named):
            found.append(
                f"{source.path}: pure, but not in the contract "
                "“The ground floor knows no Django”"
            )
        found += [
            f"{source.at(node)}: {name} in a pure module"
            for node, name in imported_modules(source)
            if is_named(name, "django", "rest_framework")
        ]
    return found


def rooms_are_declared(root: Path) -> list[str]:
    """Parentheses only around rooms that do not stand; each room in “Rooms”."""
    standing = {source.room for source in sources(root)} - {"__init__", "__main__"}
    declared = {room for floor in layers(root) for room in floor}
    containers = contract(root, "Rooms")["containers"]
    found = [
        f"phoihop/{room}: stands, so take its parentheses away in “Floors”"
        for room in sorted(standing)
        if f"({room})" in declared
    ]
    with_words = {
        source.room for source in sources(root) if source.is_kind(*ROOM_WORDS)
    }
    found += [
        f"phoihop/{room}: not among the containers of the contract “Rooms”"
        for room in sorted(with_words - set(ROOF))
        if f"phoihop.{room}" not in containers
    ]
    return found
