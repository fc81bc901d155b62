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


def _descendants(
    root: Path, ancestors: set[str]
) -> Iterator[tuple[Source, ast.ClassDef]]:
    """Classes in */models that descend from one of ``ancestors``, directly or not."""
    classes = [
        (source, node)
        for source in sources(root)
        if source.is_kind("models")
        for node in source.tree.body
        if isinstance(node, ast.ClassDef)
    ]
    known = set(ancestors)
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
        if node.name in known - ancestors:
            yield source, node


def _meta(node: ast.ClassDef) -> ast.ClassDef | None:
    """The class Meta inside a model."""
    return next(
        (m for m in node.body if isinstance(m, ast.ClassDef) and m.name == "Meta"), None
    )


def _is_concrete(node: ast.ClassDef) -> bool:
    meta = _meta(node)
    said = [ast.unparse(line) for line in meta.body] if meta else []
    return not {"abstract = True", "proxy = True"}.intersection(said)


# The second shows less than the first: without what was withdrawn.
SCOPED_MANAGERS = {"ScopedManager", "StandingManager"}


def scoped_rows_stay_scoped(root: Path) -> list[str]:
    """No model inside a circle has a manager that shows other circles.

    Django looks along foreign keys by the base manager, which a Meta of the model's
    own forgets unless it derives from its parent's.
    """
    found = []
    for source, node in _descendants(root, {"ScopedRow"}):
        for line in node.body:
            if not isinstance(line, ast.Assign | ast.AnnAssign):
                continue
            if isinstance(line.value, ast.Call):
                words = dotted(line.value, imports(source)).split(".")
                is_manager = words[-1] == "as_manager" or any(
                    word.endswith("Manager") for word in words
                )
                if is_manager and not SCOPED_MANAGERS & set(words):
                    found.append(f"{source.at(line)}: a manager that is not scoped")
        meta = _meta(node)
        if meta and not [base for base in meta.bases if "Meta" in ast.unparse(base)]:
            found.append(
                f"{source.at(meta)}: Meta of {node.name} forgets the base manager: "
                "class Meta(ScopedRow.Meta)"
            )
    return found


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
        for source, node in _descendants(root, ROOTS)
        if _is_concrete(node) and node.name not in words
    ]
