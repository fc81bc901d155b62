"""Rules of the actions: who acts, by what right, and what the trail says of it."""

import ast
import runpy
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.house import reasons
from tests.house.tree import (
    Function,
    Source,
    dotted,
    imports,
    sources,
    without_excused,
)

# Below the permissions: who is who, or how a thing is kept, not who may do it.
BELOW_PERMISSIONS = (
    "notices",
    "jobs",
    "files",
    "trail",
    "posts",
    "accounts",
    "scopes",
    "versions",
)
# What changes a row, and what tells of it.
WRITES = {"save", "create", "bulk_create", "update", "delete", "change", "record"}
ROLES = "phoihop/organisations/roles.py"


def _actions(root: Path) -> Iterator[tuple[Source, Function]]:
    """The public functions of */actions.py and */actions/*.py."""
    for source in sources(root):
        if source.is_kind("actions"):
            for node in source.tree.body:
                if isinstance(node, Function) and not node.name.startswith("_"):
                    yield source, node


def _name(source: Source, node: Function) -> str:
    return f"{source.module}.{node.name}"


def actions_are_keyword_only(root: Path) -> list[str]:
    """A verb is called in words: refer(matter=..., to=..., by=...)."""
    return [
        f"{source.at(node)}: {node.name} takes arguments by place: put * first"
        for source, node in _actions(root)
        if node.args.posonlyargs or node.args.args or node.args.vararg
    ]


def actions_say_what_they_do(root: Path) -> list[str]:
    """Every verb has a docstring."""
    return [
        f"{source.at(node)}: {node.name} has no docstring"
        for source, node in _actions(root)
        if not ast.get_docstring(node)
    ]


def actions_take_by(
    root: Path, excused: Mapping[str, str] = reasons.NOBODY_ACTS
) -> list[str]:
    """Every verb is told who acts."""
    found = [
        (_name(source, node), f"{source.at(node)}: {node.name} does not take by=")
        for source, node in _actions(root)
        if "by" not in {argument.arg for argument in node.args.kwonlyargs}
    ]
    return without_excused(found, excused, "reasons.NOBODY_ACTS")


def actions_ask_permission(
    root: Path, excused: Mapping[str, str] = reasons.NO_PERMISSION
) -> list[str]:
    """Every verb calls require(...), itself or by a function it calls."""
    return without_excused(
        _without_call(root, "require"), excused, "reasons.NO_PERMISSION"
    )


def actions_leave_a_trail(
    root: Path, excused: Mapping[str, str] = reasons.NO_TRAIL
) -> list[str]:
    """Every verb calls record(...), itself or by a function it calls."""
    return without_excused(_without_call(root, "record"), excused, "reasons.NO_TRAIL")


Known = Mapping[str, tuple[Source, Function]]


def _functions(root: Path) -> Known:
    """Every function at the top of a file, by its dotted name."""
    return {
        f"{source.module}.{node.name}": (source, node)
        for source in sources(root)
        for node in source.tree.body
        if isinstance(node, Function)
    }


def _without_call(root: Path, verb: str) -> Iterator[tuple[str, str]]:
    known = _functions(root)
    for source, node in _actions(root):
        if source.room not in BELOW_PERMISSIONS and not any(
            _leads_to(source, name, verb, known) for name, _ in _calls(source, node)
        ):
            sentence = f"{source.at(node)}: {node.name} never calls {verb}("
            yield _name(source, node), sentence


def _leads_to(source: Source, name: str, verb: str, known: Known) -> bool:
    """Whether a call of ``name`` in ``source`` calls ``verb`` sooner or later."""
    seen: set[str] = set()
    waiting = [(source, name)]
    while waiting:
        here, called = waiting.pop()
        if called.split(".")[-1] == verb:
            return True
        full = called if called in known else f"{here.module}.{called}"
        if full in known and full not in seen:
            seen.add(full)
            there, function = known[full]
            waiting += [(there, inner) for inner, _ in _calls(there, function)]
    return False


def _calls(source: Source, function: Function) -> Iterator[tuple[str, int]]:
    """Each name called in ``function``, in dots, with its line."""
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            yield dotted(node.func, imports(source)), node.lineno


def permission_comes_first(root: Path) -> list[str]:
    """Permission, then rule, write and trail: no verb writes what it may not."""
    known = _functions(root)
    found = []
    for source, node in _actions(root):
        for name, line in sorted(_calls(source, node), key=lambda call: call[1]):
            if _leads_to(source, name, "require", known):
                break
            if source.room not in BELOW_PERMISSIONS and name.split(".")[-1] in WRITES:
                found.append(
                    f"{source.path}:{line}: {node.name} writes before require("
                )
                break
    return found


def only_actions_require(root: Path) -> list[str]:
    """Permission is asked in the verb, so that no door can forget or differ."""
    return [
        f"{source.at(node)}: require( outside of an action: pages ask may("
        for source in sources(root)
        if not source.is_kind("actions", "permissions")
        for node in source.nodes
        if isinstance(node, ast.Call)
        and dotted(node.func, imports(source))
        == "phoihop.organisations.permissions.require"
    ]


def permissions_are_used_and_held(root: Path) -> list[str]:
    """Every Permission is asked for by an action and held by a role."""
    # roles.py is pure, so the table itself can be asked, wherever the tree lies.
    table = runpy.run_path(str(root / ROLES))
    held = {
        permission.name for grant in table["GRANTS"].values() for permission in grant
    }
    asked = {
        dotted(node, imports(source)).rpartition("Permission.")[2]
        for source in sources(root)
        if source.is_kind("actions")
        for node in source.nodes
        if isinstance(node, ast.Attribute)
    }
    found = []
    for permission in table["Permission"]:
        if permission.name not in asked:
            found.append(f"{ROLES}: Permission.{permission.name} is asked by no action")
        if permission.name not in held:
            found.append(f"{ROLES}: Permission.{permission.name} is held by no role")
    return found
