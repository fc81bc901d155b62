"""The message catalogues: compiled and brought up to date by Babel, no gettext.

Run by the environment's Python (`python -m setup.catalogues compile|update`), since
Babel and Django stand there and not in the system's Python.
"""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po
from django.utils.translation.template import templatize

from setup.places import HERE
from setup.words import Trouble, say

# Django's own names for gettext, besides Babel's.
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
# Babel takes a string without its closing quote and drops a letter of it.
SOUND_LINE = re.compile(
    r"#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"
    r'"(?:[^"\\]|\\.)*"\s*|\s*'
)
RESTLESS = (
    '"POT-Creation-Date:',
    '"PO-Revision-Date:',
    '"Last-Translator:',
    '"Language-Team:',
    '"Report-Msgid-Bugs-To:',
    '"Generated-By:',
)
TEMPLATES = (".html", ".txt")


def catalogues(root: Path) -> list[Path]:
    """Every catalogue of the house."""
    return sorted((root / "phoihop" / "locale").glob("*/LC_MESSAGES/*.po"))


def compile_all(root: Path) -> None:
    """Compile every catalogue; a broken one is refused and nothing is written of it."""
    for source in catalogues(root):
        catalogue = read_sound(source, root)
        fresh = source.with_suffix(".mo.new")
        with fresh.open("wb") as file:
            write_mo(file, catalogue)
        fresh.rename(source.with_suffix(".mo"))


def read_sound(source: Path, root: Path) -> Catalog:
    """Read a catalogue and hold it to its form and to its blanks."""
    name = source.relative_to(root)
    try:
        lines = source.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, start=1):
            if not SOUND_LINE.fullmatch(line):
                raise Trouble("catalogue.broken", file=name, line=number, what=line)
        with source.open("rb") as file:
            catalogue = read_po(file, abort_invalid=True)
    except PoFileError as error:
        raise Trouble(
            "catalogue.broken", file=name, line=error.lineno, what=error
        ) from error
    except (UnicodeDecodeError, ValueError) as error:
        raise Trouble("catalogue.broken", file=name, line="?", what=error) from error
    for message, faults in catalogue.check():
        if not message.fuzzy:
            raise Trouble(
                "catalogue.broken", file=name, line=message.lineno, what=faults[0]
            )
    return catalogue


def update_all(root: Path) -> None:
    """Bring each language's django.po up to date with the texts in the code."""
    languages = sorted((root / "phoihop" / "locale").glob("*/LC_MESSAGES"))
    if not languages:
        raise Trouble("catalogue.none")
    template = gather(root / "phoihop")
    for folder in languages:
        target = folder / "django.po"
        if target.is_file():
            catalogue = read_sound(target, root)
        else:
            catalogue = new_catalogue(folder.parent.name)
        catalogue.update(template, no_fuzzy_matching=True)
        write_calmly(target, catalogue)
        translated = [message for message in catalogue if message.id]
        print(
            say(
                "catalogue.updated",
                file=target.relative_to(root),
                total=len(translated),
                empty=sum(not is_translated(message) for message in translated),
                doubtful=sum(message.fuzzy for message in translated),
            )
        )


def new_catalogue(language: str) -> Catalog:
    """An empty catalogue of one language."""
    comment = f"# Phối Hợp: {language}"
    return Catalog(
        locale=language,
        project="phoihop",
        version="1",
        header_comment=comment,
        fuzzy=False,
    )


def is_translated(message: Message) -> bool:
    """Whether a message has its translation, in each of its plural forms."""
    forms = message.string or ""
    return bool(forms) and all(forms)


def write_calmly(target: Path, catalogue: Catalog) -> None:
    """Write it without dates and line numbers: they change when no text does.

    Texts stand in the order of the files that first say them; what no file says any
    more is dropped.
    """
    catalogue.obsolete.clear()
    written = io.BytesIO()
    write_po(written, catalogue, sort_by_file=True, include_lineno=False)
    lines = written.getvalue().decode("utf-8").splitlines(keepends=True)
    kept = "".join(line for line in lines if not line.startswith(RESTLESS))
    target.write_text(kept, encoding="utf-8")


def gather(package: Path) -> Catalog:
    """Every text marked for translation in the code and in the templates."""
    template = Catalog(project="phoihop")
    for file in sorted(package.rglob("*")):
        method: Any
        if file.suffix == ".py" and "migrations" not in file.parts:
            method = extract_python
        elif file.suffix in TEMPLATES and "templates" in file.parts:
            method = extract_template
        else:
            continue
        with file.open("rb") as source:
            found = extract(method, source, keywords=KEYWORDS)
            for line, text, comments, context in found:
                place = (str(file.relative_to(package.parent)), line)
                template.add(
                    text, locations=[place], auto_comments=comments, context=context
                )
    return template


def extract_template(
    fileobj: IO[bytes],
    keywords: Any,
    comment_tags: Any,
    options: Any,
) -> Iterator[Any]:
    """Babel's way to read a Django template: as the Python that Django makes of it."""
    text = templatize(fileobj.read().decode("utf-8"))
    # A page's own indentation means nothing in Python, and stops its tokenizer.
    flat = "\n".join(line.lstrip() for line in text.splitlines())
    as_python = io.BytesIO(flat.encode("utf-8"))
    yield from extract_python(as_python, keywords, comment_tags, options)


def main(arguments: list[str]) -> int:
    """Compile or update, as asked."""
    verb = {"compile": compile_all, "update": update_all}[arguments[0]]
    try:
        verb(HERE.root)
    except Trouble as trouble:
        print(trouble)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
