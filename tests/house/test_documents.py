"""The documents say what is so: tables, numbers, paths, links and commands in them."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import get_commands
from django.utils import translation

from phoihop import cli
from phoihop.versions.models import VersionRow
from setup import permissions_table
from setup.targets import targets
from tests.house.conftest import ROOT

pytestmark = [pytest.mark.house, pytest.mark.pure]

HEADINGS = ["Status", "Context", "Decision", "Consequences"]
CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
PATH = re.compile(
    r"`((?:phoihop|setup|tests|docs|bench|requirements)/[^`\s]*)`(.{0,10})"
)
TO_COME = " (to come)"
# A verb of the product, and what follows it; not the package in an import.
VERB = re.compile(
    r"(?<!from )(?<![\w/])(?:\.venv/bin/)?phoihop ([a-z][a-z-]*)(?: ([a-z][a-z_]*))?"
)


def documents(root: Path) -> Iterator[tuple[str, str]]:
    """Each document with its place, from the root."""
    for path in [*sorted(root.glob("*.md")), *sorted(root.glob("docs/**/*.md"))]:
        yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def code_in(text: str) -> str:
    """What stands between backquotes, one piece a line."""
    return "\n".join(piece.strip("`") for piece in CODE.findall(text))


def faulty_decisions(root: Path) -> list[str]:
    """Decisions with a gap in their numbers, another heading, or without a link."""
    found = []
    plan = (root / "ARCHITECTURE.md").read_text(encoding="utf-8")
    pages = sorted((root / "docs" / "decisions").glob("*.md"))
    for number, page in enumerate(pages, start=1):
        text = page.read_text(encoding="utf-8")
        if not page.name.startswith(f"{number:04}-"):
            found.append(f"{page.name}: is decision {number:04}")
        if not text.startswith(f"# {page.name[:4]} "):
            found.append(f"{page.name}: the title begins with its number")
        if re.findall(r"^## (.+)$", text, re.MULTILINE) != HEADINGS:
            found.append(f"{page.name}: the headings are {', '.join(HEADINGS)}")
        if f"docs/decisions/{page.name})" not in plan:
            found.append(f"{page.name}: ARCHITECTURE.md does not lead to it")
    return found


def missing_targets(root: Path) -> list[str]:
    """``make`` targets that a document names and the Makefile does not have."""
    known = {name for name, _sentence in targets(root / "Makefile")}
    return [
        f"{place}: make {name}"
        for place, text in documents(root)
        for name in re.findall(r"\bmake ([a-z][a-z-]*)", code_in(text))
        if name not in known
    ]


def wrong_paths(root: Path) -> list[str]:
    """Paths that do not stand and do not say so, or say so and stand."""
    found = []
    for place, text in documents(root):
        for path, after in PATH.findall(text):
            if "<" in path:
                continue
            stands = any(root.glob(path))
            is_to_come = after.startswith(TO_COME)
            if not is_to_come and not stands:
                found.append(f"{place}: `{path}` does not stand")
            if is_to_come and stands:
                found.append(f"{place}: `{path}` stands: take “(to come)” away")
    return found


def broken_links(root: Path) -> list[str]:
    """Links between the documents that lead nowhere, anchors too."""
    found = []
    for place, text in documents(root):
        for link in LINK.findall(CODE.sub("", text)):
            if re.match(r"[a-z]+:", link):
                continue
            name, _, anchor = link.partition("#")
            target = (root / place).parent / name if name else root / place
            if not target.exists():
                found.append(f"{place}: {link}")
            elif anchor and anchor not in _anchors(target):
                found.append(f"{place}: {link}: no such heading")
    return found


def _anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def missing_commands(root: Path) -> list[str]:
    """Verbs of ``phoihop`` that a document names and that cannot be called."""
    verbs = set(cli.VERBS.split(", "))
    found = []
    for place, text in documents(root):
        for verb, name in VERB.findall(code_in(text)):
            if verb not in verbs:
                found.append(f"{place}: phoihop {verb}")
            if verb == "manage" and name and name not in get_commands():
                found.append(f"{place}: phoihop manage {name}")
    return found


RULES = (
    faulty_decisions,
    missing_targets,
    wrong_paths,
    broken_links,
    missing_commands,
)


@pytest.mark.parametrize("rule", RULES)
def test_the_documents_keep(rule: Callable[[Path], list[str]]) -> None:
    """Every rule above; the sentences say where and what."""
    found = rule(ROOT)
    assert not found, "\n".join(found)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small tree whose documents are right; one thing is then made wrong."""
    decisions = tmp_path / "docs" / "decisions"
    decisions.mkdir(parents=True)
    body = "".join(f"## {heading}\n\n" for heading in HEADINGS)
    (decisions / "0001-a.md").write_text(f"# 0001 A\n\n{body}", encoding="utf-8")
    (tmp_path / "ARCHITECTURE.md").write_text(
        "# A\n\n[1](docs/decisions/0001-a.md) `make demo` `phoihop/a.py` "
        "`phoihop/b.py` (to come) `phoihop serve` `phoihop manage migrate` [a](#a)\n",
        encoding="utf-8",
    )
    (tmp_path / "Makefile").write_text("demo: ## make it | làm\n", encoding="utf-8")
    (tmp_path / "phoihop").mkdir()
    (tmp_path / "phoihop" / "a.py").touch()
    return tmp_path


@pytest.mark.parametrize("rule", RULES)
def test_right_documents_pass(rule: Callable[[Path], list[str]], tree: Path) -> None:
    """The control: what is found below was planted."""
    assert rule(tree) == []


@pytest.mark.parametrize(
    ("rule", "path", "text", "says"),
    [
        (
            faulty_decisions,
            "docs/decisions/0003-b.md",
            "# 0003 B\n",
            "is decision 0002",
        ),
        (faulty_decisions, "docs/decisions/0002-b.md", "# Two\n", "begins with"),
        (faulty_decisions, "docs/decisions/0002-b.md", "## Status\n", "headings are"),
        (faulty_decisions, "docs/decisions/0002-b.md", "# 0002 B\n", "lead to it"),
        (missing_targets, "README.md", "`make tea`", "make tea"),
        (missing_targets, "docs/a.md", "```sh\nmake tea\n```\n", "make tea"),
        (wrong_paths, "README.md", "`phoihop/c.py`", "does not stand"),
        (wrong_paths, "README.md", "`phoihop/a.py` (to come)", "take “(to come)”"),
        (broken_links, "README.md", "[c](docs/c.md)", "docs/c.md"),
        (broken_links, "docs/a.md", "[A](../ARCHITECTURE.md#b)", "no such heading"),
        (missing_commands, "README.md", "`.venv/bin/phoihop fly`", "phoihop fly"),
        (missing_commands, "README.md", "`phoihop manage fly`", "manage fly"),
    ],
)
def test_a_planted_fault_is_found(
    rule: Callable[[Path], list[str]], path: str, text: str, says: str, tree: Path
) -> None:
    """Each rule finds what it is for."""
    (tree / path).write_text(text, encoding="utf-8")
    assert [sentence for sentence in rule(tree) if says in sentence]


def test_every_verb_of_the_command_line_is_in_the_readme() -> None:
    """What stands is told; ``cli`` itself knows its verbs."""
    readme = code_in((ROOT / "README.md").read_text(encoding="utf-8"))
    for verb in cli.VERBS.split(", "):
        assert f"phoihop {verb}" in readme
    ours = [name for name, app in get_commands().items() if app == "phoihop.chores"]
    for name in ours:
        assert name in readme or name.replace("_", "-") in readme


@pytest.mark.parametrize(("verb", "code"), [("serve", 0), ("demo", 0), ("fly", 2)])
def test_the_verbs_are_those_that_the_parser_takes(verb: str, code: int) -> None:
    """Asked for help, a verb that stands gives it, another is refused."""
    with pytest.raises(SystemExit) as stopped:
        cli.main([verb, "--help"])
    assert stopped.value.code == code


def test_the_page_of_permissions_is_made_of_the_code() -> None:
    """To renew it: .venv/bin/python -m setup.permissions_table."""
    page = permissions_table.PAGE.read_text(encoding="utf-8")
    assert page == permissions_table.renewed(page), (
        "docs/permissions.md is not what roles.py says; run "
        ".venv/bin/python -m setup.permissions_table"
    )
    spoiled = page.replace("| yes |", "| - |", 1)
    assert spoiled != page
    assert permissions_table.renewed(spoiled) == page


def test_the_glossary_has_each_model_with_its_vietnamese_word() -> None:
    """A row of the glossary names the model and the word that its label shows."""
    rows = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8").splitlines()
    with translation.override("vi"):
        for model in apps.get_models():
            if model.__module__.startswith("phoihop.") and not issubclass(
                model, VersionRow
            ):
                row = f"| {model._meta.verbose_name} | `{model.__name__}` |"
                assert [line for line in rows if line.startswith(row)], row
