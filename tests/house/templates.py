"""Rules of pages and templates: every page tested, every component shown."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.house import reasons
from tests.house.tree import Source, dotted, files, sources, without_excused

TAGS = (".simple_tag", ".simple_block_tag", ".inclusion_tag", ".tag")

# What a strict Content-Security-Policy would refuse, found before a browser does.
INLINE = {
    r"<script\b(?![^>]*\bsrc\s*=)(?![^>]*type=\"application/json\")": "inline script",
    r"<style\b": "inline style sheet",
    r"<[^>]*\sstyle\s*=": "style attribute",
    r"<[^>]*\son[a-z]+\s*=": "event attribute",
    r"<[^>]*\shx-on\b": "htmx script",
    r"=\s*[\"']?\s*javascript:": "script address",
}
INLINE_IN_PYTHON = r"(?:^|\s)(?:style|on[a-z]+)\s*=\s*[\"']|<script\b|<style\b"
# What stands around the pages, signed in and not.
FRAMES = ("base.html", "plain.html")
FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL | re.IGNORECASE)


def _templates(root: Path) -> Iterator[tuple[str, str]]:
    """Each template with its text, comments taken out and lines kept."""
    for path in files(root, ("phoihop",), ".html"):
        text = path.read_text(encoding="utf-8")
        for comment in (r"\{#.*?#\}", r"\{% comment.*?endcomment %\}", r"<!--.*?-->"):
            text = re.sub(comment, _blank, text, flags=re.DOTALL)
        yield path.relative_to(root).as_posix(), text


def _blank(match: re.Match[str]) -> str:
    """As many lines as there were."""
    return "\n" * match.group().count("\n") or " "


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def every_page_is_tested(root: Path) -> list[str]:
    """Every URL name is quoted in a test of tests/pages/."""
    tests = "".join(source.text for source in sources(root, "tests/pages"))
    found = []
    for source in sources(root):
        if source.parts[-1] != "urls":
            continue
        for node in source.nodes:
            if not isinstance(node, ast.Call):
                continue
            for word in node.keywords:
                if word.arg != "name" or not isinstance(word.value, ast.Constant):
                    continue
                name = str(word.value.value)
                if not re.search(rf"[\"']{re.escape(name)}[\"']", tests):
                    found.append(
                        f"{source.at(node)}: page “{name}” has no test in tests/pages/"
                    )
    return found


def every_component_is_shown(root: Path) -> list[str]:
    """Every component tag stands in the gallery, or in the frame around it."""
    shown = "".join(
        text
        for path, text in _templates(root)
        if "gallery" in path.split("/")[-1] or path.endswith("/templates/base.html")
    )
    return [
        f"{source.at(node)}: {name} is not in the gallery"
        for source in sources(root, room="pages")
        if source.is_kind("templatetags")
        for node, name in _tags(source)
        if not re.search(rf"\{{%\s*{name}\b", shown)
    ]


def _tags(source: Source) -> Iterator[tuple[ast.AST, str]]:
    """The template tags that a file registers, by decorator or by call."""
    for node in source.tree.body:
        if isinstance(node, ast.FunctionDef):
            for decorator in node.decorator_list:
                if _registers(decorator):
                    yield node, _tag_name(decorator) or node.name
        elif isinstance(node, ast.Expr) and _registers(node.value):
            yield node, _tag_name(node.value)


def _registers(node: ast.expr) -> bool:
    return dotted(node, {}).startswith("register.") and dotted(node, {}).endswith(TAGS)


def _tag_name(node: ast.expr) -> str:
    """The name that a registration gives; empty where the function's own counts."""
    if not isinstance(node, ast.Call):
        return ""
    named = [word.value for word in node.keywords if word.arg == "name"]
    # The first thing an inclusion tag is told is its template.
    placed = node.args[:1] if dotted(node, {}).endswith(".tag") else []
    for given in [*named, *placed]:
        if isinstance(given, ast.Constant):
            return str(given.value)
    return ""


def forms_carry_token_and_key(
    root: Path, excused: Mapping[str, str] = reasons.NO_KEY
) -> list[str]:
    """Every form that posts carries the token and a key; no other form the token.

    Pages write {% form %}, which carries both; a bare form is seldom needed.
    """
    found = []
    without_key = []
    key = re.compile(rf"name\s*=\s*[\"']?{_key_field(root)}\b")
    for path, text in _templates(root):
        for match in FORM.finditer(text):
            attributes, inside = match.groups()
            posts = re.search(r"method\s*=\s*[\"']?post", attributes, re.IGNORECASE)
            has_token = re.search(r"csrf_token|csrfmiddlewaretoken", inside)
            where = f"{path}:{_line(text, match.start())}"
            if posts and not has_token:
                found.append(f"{where}: a form posts without {{% csrf_token %}}")
            if has_token and not posts:
                found.append(f"{where}: the token of a form that gets ends in the URL")
            if posts and not key.search(inside):
                without_key.append((path, f"{where}: a form posts without a key"))
    return found + without_excused(without_key, excused, "reasons.NO_KEY")


def _key_field(root: Path) -> str:
    """What the pages call the key when they read it from a post."""
    for source in sources(root, room="pages"):
        for node in source.tree.body:
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "KEY":
                return str(ast.literal_eval(node.value))
    return "KEY"


def pages_are_made_of_components(root: Path) -> list[str]:
    """Only the frame and the components name classes; a page names what it shows."""
    return [
        f"{path}:{_line(text, match.start())}: class in a page: use a component"
        for path, text in _templates(root)
        if "/_" not in path and path.rsplit("/", 1)[-1] not in FRAMES
        for match in re.finditer(r"<[^>]*\sclass\s*=", text)
    ]


def nothing_inline(root: Path) -> list[str]:
    """No script, style or event inside a page: the policy refuses them."""
    found = []
    for path, text in _templates(root):
        bare = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", _blank, text, flags=re.DOTALL)
        for pattern, what in INLINE.items():
            found += [
                f"{path}:{_line(bare, match.start())}: {what}"
                for match in re.finditer(pattern, bare, re.IGNORECASE)
            ]
    for source in sources(root, room="pages"):
        found += [
            f"{source.at(node)}: inline script or style in a component"
            for node in source.nodes
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and re.search(INLINE_IN_PYTHON, node.value, re.IGNORECASE)
        ]
    return found
