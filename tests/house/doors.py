"""Rules of the doors: they translate, and never write."""

import ast
from collections.abc import Mapping
from pathlib import Path

from tests.house import reasons
from tests.house.tree import (
    DOORS,
    Source,
    dotted,
    imports,
    is_named,
    sources,
    without_excused,
)

WRITES = {
    "save", "asave", "save_base",
    "create", "acreate", "bulk_create", "get_or_create", "update_or_create",
    "delete", "adelete", "_raw_delete",
    "bulk_update", "select_for_update",
}  # fmt: skip
# ``.update`` is also a dictionary's: it writes where rows were asked for.
ROWS = {"objects", "filter", "exclude", "all", "order_by"}


def doors_do_not_write(root: Path) -> list[str]:
    """A door calls an action; it saves, creates, deletes and locks nothing."""
    found = []
    for source in _doors(root):
        names = imports(source)
        for node in source.nodes:
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                where = dotted(node.func, names).split(".")
                if _is_action(where):
                    continue
                if where[-1] in WRITES or (
                    where[-1] == "update" and ROWS.intersection(where)
                ):
                    found.append(
                        f"{source.at(node)}: .{where[-1]}( in a door: call an action"
                    )
    return found


def _doors(root: Path) -> list[Source]:
    return [source for source in sources(root) if source.room in DOORS]


def _is_action(where: list[str]) -> bool:
    """Whether a call goes to a verb of a room, which may well be called create."""
    return where[0] == "phoihop" and "actions" in where


def doors_open_no_transaction(
    root: Path, excused: Mapping[str, str] = reasons.TRANSACTIONS
) -> list[str]:
    """Actions open transactions; a page that did would lock everybody out."""
    found = [
        (source.path, f"{source.at(node)}: transaction in a door: the action opens it")
        for source in _doors(root)
        for node in source.nodes
        if isinstance(node, ast.Name | ast.Attribute)
        and is_named(dotted(node, imports(source)), "django.db.transaction")
    ]
    return without_excused(found, excused, "reasons.TRANSACTIONS")
