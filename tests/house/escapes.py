"""Rules of what stays shut: raw SQL, the open scope, safe HTML, the clock, print."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.house import reasons
from tests.house.tree import (
    Source,
    dotted,
    files,
    imported_modules,
    imports,
    is_named,
    sources,
    without_excused,
)

RAW = {"raw", "extra", "cursor"}
RAW_NAMES = ("django.db.models.expressions.RawSQL", "django.db.models.RawSQL")
SAFE_NAMES = (
    "django.utils.safestring.mark_safe",
    "django.utils.safestring.SafeString",
    "django.utils.safestring.SafeText",
)
SAFE_IN_TEMPLATES = re.compile(r"\|\s*safe(seq)?\b|\{%\s*autoescape\s+off")
CLOCKS = (
    "datetime.datetime.now",
    "datetime.datetime.today",
    "datetime.datetime.utcnow",
    "datetime.date.today",
    "django.utils.timezone.now",
    "django.db.models.functions.Now",
    "time.time",
    "time.localtime",
    "time.gmtime",
)
# With an instant in hand these only change its zone.
CLOCKS_WHEN_BARE = (
    "django.utils.timezone.localdate",
    "django.utils.timezone.localtime",
)
# Fields that read the clock by themselves, so that no test can set it.
CLOCK_FIELDS = {"auto_now", "auto_now_add"}
ENVIRON = ("os.environ", "os.getenv", "os.environb")


def _named(root: Path, *names: str) -> Iterator[tuple[Source, ast.expr, str]]:
    """Every mention of ``names``, however the file imported them."""
    for source in sources(root):
        known = imports(source)
        for node in source.nodes:
            if isinstance(node, ast.Name | ast.Attribute):
                name = dotted(node, known)
                if name in names:
                    yield source, node, name


def _called(root: Path, *names: str) -> Iterator[tuple[Source, ast.Call, str]]:
    """Every call of ``names``, however the file imported them."""
    for source in sources(root):
        known = imports(source)
        for node in source.nodes:
            if isinstance(node, ast.Call):
                name = dotted(node.func, known)
                if name in names:
                    yield source, node, name


def no_raw_sql(root: Path, excused: Mapping[str, str] = reasons.RAW_SQL) -> list[str]:
    """No raw SQL: it passes by the open scope and by one of the two databases."""
    found = [
        (source.path, f"{source.at(node)}: {name}: raw SQL")
        for source, node, name in _named(root, *RAW_NAMES)
    ]
    for source in sources(root):
        for node in source.nodes:
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in RAW
            ):
                found.append(
                    (source.path, f"{source.at(node)}: .{node.func.attr}(: raw SQL")
                )
    return without_excused(found, excused, "reasons.RAW_SQL")


def scopes_stay_shut(
    root: Path, excused: Mapping[str, str] = reasons.UNSCOPED
) -> list[str]:
    """Nobody steps out of the open scope but the listed places."""
    found = [
        (source.path, f"{source.at(node)}: unscoped: sees every circle")
        for source in sources(root)
        if source.room != "scopes"
        for node in source.nodes
        if (isinstance(node, ast.Name) and node.id == "unscoped")
        or (isinstance(node, ast.Attribute) and node.attr == "unscoped")
        or (isinstance(node, ast.alias) and node.name in ("unscoped", "OpenScope"))
    ]
    return without_excused(found, excused, "reasons.UNSCOPED")


def html_is_escaped(
    root: Path, excused: Mapping[str, str] = reasons.SAFE_HTML
) -> list[str]:
    """No text is called safe HTML but in the listed places; a literal may be."""
    found = [
        (source.path, f"{source.at(node)}: {name}: use format_html")
        for source, node, name in _called(root, *SAFE_NAMES)
        if not all(isinstance(argument, ast.Constant) for argument in node.args)
    ]
    for path in files(root, ("phoihop",), ".html", ".txt", ".xml"):
        inside = path.relative_to(root).as_posix()
        text = path.read_text(encoding="utf-8")
        for match in SAFE_IN_TEMPLATES.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            found.append((inside, f"{inside}:{line}: {match.group()}: not escaped"))
    return without_excused(found, excused, "reasons.SAFE_HTML")


def one_clock(root: Path) -> list[str]:
    """Only phoihop/clock.py reads the clock."""
    found = [
        f"{source.at(node)}: {name}: take the day as on=, or ask phoihop.clock"
        for source, node, name in _named(root, *CLOCKS)
        if source.room != "clock"
    ]
    found += [
        f"{source.at(node)}: {name}(): say which instant"
        for source, node, name in _called(root, *CLOCKS_WHEN_BARE)
        if not node.args
    ]
    for source in sources(root):
        found += [
            f"{source.at(node.value)}: {node.arg}: give the instant in the action"
            for node in source.nodes
            if isinstance(node, ast.keyword) and node.arg in CLOCK_FIELDS
        ]
    return found


def the_day_comes_in(root: Path) -> list[str]:
    """Rules do not know the clock; actions and models are told the day as ``on``."""
    found = [
        f"{source.at(node)}: rules take the day as on="
        for source in sources(root)
        if source.is_kind("rules", "roles")
        for node, name in imported_modules(source)
        if is_named(name, "phoihop.clock")
    ]
    found += [
        f"{source.at(node)}: take the day as on="
        for source, node, _ in _named(root, "phoihop.clock.today")
        if source.is_kind("actions", "models")
    ]
    return found


def one_reader_of_the_environment(
    root: Path, excused: Mapping[str, str] = reasons.ENVIRONMENT
) -> list[str]:
    """Only phoihop/environment.py reads the environment."""
    found = [
        (source.path, f"{source.at(node)}: {name}: read it by phoihop.environment")
        for source, node, name in _named(root, *ENVIRON)
        if source.room != "environment"
    ]
    return without_excused(found, excused, "reasons.ENVIRONMENT")


# What reads files of strangers; writing a table with openpyxl is another thing.
PARSERS = ("lxml", "xml", "zipfile", "pikepdf", "pypdfium2", "openpyxl.load_workbook")
IN_THE_JAIL = (
    "phoihop/reading/sources/",
    "phoihop/reading/child.py",
    "phoihop/reading/drawing.py",
)
PROGRAMS: tuple[str, ...] = (
    "subprocess",
    "multiprocessing",
    "pty",
    "os.system",
    "os.popen",
)
PROGRAMS += ("os.execv", "os.execve", "os.execvp", "os.posix_spawn", "os.fork")


def parsers_stay_in_the_jail(
    root: Path, excused: Mapping[str, str] = reasons.PARSERS
) -> list[str]:
    """Files of strangers are taken apart in a child of the jail, nowhere else."""
    found = [
        (source.path, f"{source.at(node)}: {name}: ask phoihop.reading.jail")
        for source in sources(root)
        if not source.path.startswith(IN_THE_JAIL)
        for node, name in imported_modules(source)
        if is_named(name, *PARSERS)
    ]
    return without_excused(found, excused, "reasons.PARSERS")


def programs_start_in_listed_places(
    root: Path, excused: Mapping[str, str] = reasons.PROGRAMS
) -> list[str]:
    """Nobody starts another program but the listed places."""
    found = [
        (source.path, f"{source.at(node)}: {name}: starts a program")
        for source in sources(root)
        for node, name in imported_modules(source)
        if is_named(name, *PROGRAMS)
    ]
    found += [
        (source.path, f"{source.at(node)}: {name}: starts a program")
        for source, node, name in _called(root, *PROGRAMS)
    ]
    return without_excused(found, excused, "reasons.PROGRAMS")


def no_print(root: Path) -> list[str]:
    """Only the command line and the chores print."""
    return [
        f"{source.at(node)}: print("
        for source in sources(root)
        if source.room not in ("cli", "chores")
        for node in source.nodes
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
