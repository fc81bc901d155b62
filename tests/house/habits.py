"""Rules of habit: what is left out on purpose, and exceptions that say why."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import Source, sources

IGNORE = re.compile(
    r"#\s*(?:noqa:\s*[A-Z0-9, ]*[0-9]|type:\s*ignore\[[^\]]*\]|nosec(?:\s+B[0-9]+)*)"
)
LEFT_OUT = {
    "as_view": "views are functions, read top to bottom",
    "get_absolute_url": "links belong to pages; a notice is given its link",
}


def left_out_on_purpose(root: Path) -> list[str]:
    """No class views, no links on models, no admin."""
    found = []
    for source in sources(root):
        if source.parts[-1] == "admin":
            found.append(f"{source.path}: pages and commands, no admin")
        for node in source.nodes:
            name = ""
            if isinstance(node, ast.Attribute):
                name = node.attr
            elif isinstance(node, ast.FunctionDef):
                name = node.name
            if name in LEFT_OUT:
                found.append(f"{source.at(node)}: {name}: {LEFT_OUT[name]}")
    return found


def ignores_say_why(root: Path) -> list[str]:
    """Whatever a tool is told to overlook has its reason behind it or above it."""
    return [
        f"{source.path}:{line}: {ignored}: say why, behind it or on the line above"
        for source in sources(root, "phoihop", "tests", "setup", "bench")
        for line, ignored in _silent_ignores(source)
    ]


def _silent_ignores(source: Source) -> Iterator[tuple[int, str]]:
    """(line, comment) of each ignore with no word of explanation."""
    if not IGNORE.search(source.text):
        return
    comments = {
        token.start[0]: token.string
        for token in tokenize.generate_tokens(io.StringIO(source.text).readline)
        if token.type == tokenize.COMMENT
    }
    for line, comment in comments.items():
        left = IGNORE.sub("", comment)
        has_ignore = left != comment
        if has_ignore and line - 1 not in comments and not re.search(r"\w{2,}", left):
            yield line, comment
