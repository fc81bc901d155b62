"""Rules of the models: arrows drawn by classes, keys that protect, known words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import Source, dotted, imports, sources

KEYS = {"ForeignKey", "OneToOneField", "ManyToManyField"}
ROOTS = {"Model", "AbstractBaseUser", "AbstractUser"}


def keys_name_the_class(root: Path) -> list[str]:
    """A foreign key names the class; only "self" may be a string."""
    found = []
    for source in sources(root):
        names = imports(source)
        for node in source.nodes:
            if not isinstance(node, ast.Call):
                continue
            if dotted(node.func, names).split(".")[-1] not in KEYS:
                continue
            targets = [*node.args[:1]]
            targets += [
                word.value for word in node.keywords if word.arg in ("to", "through")
            ]
            found += [
                f"{source.at(node)}: {ast.unparse(target)}: a foreign key names the "
                "class, since a string hides the arrow"
                for target in targets
                if _is_string(target)
            ]
    return found


def _is_string(target: ast.expr) -> bool:
    if isinstance(target, ast.Constant):
        return target.value != "self"
    return isinstance(target, ast.Attribute) and target.attr == "AUTH_USER_MODEL"


def keys_protect(root: Path) -> list[str]:
    """Nothing cascades away, in the migrations neither."""
    return [
        f"{source.at(node)}: CASCADE: foreign keys protect"
        for source in sources(root, migrations=True)
        for node in source.nodes
        if (isinstance(node, ast.Attribute) and node.attr == "CASCADE")
        or (isinstance(node, ast.alias) and node.name == "CASCADE")
    ]


def _models(root: Path) -> Iterator[tuple[Source, ast.ClassDef]]:
    """Concrete models in */models: what descends from Model, directly or not."""
    classes = [
        (source, node)
        for source in sources(root)
        if source.is_kind("models")
        for node in source.tree.body
        if isinstance(node, ast.ClassDef)
    ]
    known = set(ROOTS)
    grew = True
    while grew:
        grew = False
        for source, node in classes:
            names = imports(source)
            bases = {dotted(base, names).split(".")[-1] for base in node.bases}
            if node.name not in known and bases & known:
                known.add(node.name)
                grew = True
    for source, node in classes:
        if node.name in known and not _is_abstract(node):
            yield source, node


def _is_abstract(node: ast.ClassDef) -> bool:
    return any(
        isinstance(line, ast.Assign)
        and ast.unparse(line.targets[0]) in ("abstract", "proxy")
        for meta in node.body
        if isinstance(meta, ast.ClassDef) and meta.name == "Meta"
        for line in meta.body
    )


def models_are_in_the_glossary(root: Path) -> list[str]:
    """Every model's word stands in GLOSSARY.md, in backquotes."""
    glossary = root / "GLOSSARY.md"
    text = glossary.read_text(encoding="utf-8") if glossary.is_file() else ""
    words = {
        word
        for quoted in re.findall(r"`([^`\n]+)`", text)
        for word in re.findall(r"\w+", quoted)
    }
    return [
        f"{source.at(node)}: `{node.name}` is not in GLOSSARY.md: say the noun in "
        "one sentence"
        for source, node in _models(root)
        if node.name not in words
    ]
