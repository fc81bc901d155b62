"""Each limit carries its weight: taken away, the file it stops goes through.

Planted faults, so to speak: a limit that stops nothing would be one for show.
"""

import re

import pytest

from phoihop.reading import caps, kinds, sources
from phoihop.reading.sources import fields, markup, package, pictures
from phoihop.refusals import Refused
from phoihop.sentences.files import FILE_SENTENCES
from tests.hostile import all_files

pytestmark = pytest.mark.pure

MUCH = 10**12
WANTED = (
    "members-2-001.docx",
    "letters.xlsx",
    "runs-7-mb.docx",
    "five-parts-of-2-mb.docx",
    "elements-270-000.docx",
    "rows-20-001.xlsx",
    "wide-rows.xlsx",
    "rows-30-000.csv",
    "page-of-9-mb.html",
    "text-of-9-mb.txt",
    "flood-png.docx",
    "flood.pdf",
    "late.docx",
    "dde.docx",
    "include-text.docx",
    "entity-later.html",
    "template-by-address.docx",
    "ole.docx",
)


@pytest.fixture(scope="module")
def files() -> dict[str, tuple[bytes, str]]:
    """Those that are stopped by one limit alone, by name."""
    return {
        file.name: (file.data, file.code)
        for file in all_files(checks=("C07", "C08", "C09", "C10"), heavy=False)
        if file.name in WANTED
    }


def code_of(data: bytes, name: str) -> str:
    """What the reader says of a file, in this process."""
    try:
        sources.read(data, ending=kinds.ending_of(name))
    except Refused as refused:
        return refused.code
    return "taken"


@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("members-2-001.docx", "ENTRIES"),
        ("letters.xlsx", "RATIO"),
        ("runs-7-mb.docx", "PART_BYTES"),
        ("five-parts-of-2-mb.docx", "XML_BYTES"),
        ("elements-270-000.docx", "ELEMENTS"),
        ("rows-20-001.xlsx", "ROWS"),
        ("wide-rows.xlsx", "CELLS"),
        ("rows-30-000.csv", "ROWS"),
        ("page-of-9-mb.html", "HTML_BYTES"),
        ("text-of-9-mb.txt", "TEXT_BYTES"),
        ("flood-png.docx", "PIXELS"),
        ("flood.pdf", "PIXELS"),
    ],
)
def test_without_its_limit_the_file_would_go_on(
    name: str,
    limit: str,
    files: dict[str, tuple[bytes, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data, code = files[name]
    assert code_of(data, name) == code
    monkeypatch.setattr(caps, limit, MUCH)
    assert code_of(data, name) != code


NEVER = "a^"


@pytest.mark.parametrize(
    ("name", "module", "guard"),
    [
        ("late.docx", markup, "FORBIDDEN"),
        ("entity-later.html", markup, "FORBIDDEN_IN_HTML"),
        ("dde.docx", fields, "ACTING"),
        ("include-text.docx", fields, "FETCHING"),
    ],
)
def test_without_its_guard_the_file_would_go_through(
    name: str,
    module: object,
    guard: str,
    files: dict[str, tuple[bytes, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data, code = files[name]
    assert code_of(data, name) == code
    monkeypatch.setattr(module, guard, re.compile(NEVER))
    assert code_of(data, name) == "taken"


def test_without_the_list_of_links_a_carried_file_would_go_through(
    files: dict[str, tuple[bytes, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    data, code = files["ole.docx"]
    assert code_of(data, "ole.docx") == code
    monkeypatch.setattr(package, "ACTIVE", {})
    assert code_of(data, "ole.docx") == "taken"
    # Whatever leads outside is refused without being on the list.
    data, code = files["template-by-address.docx"]
    assert code_of(data, "template-by-address.docx") == code


def test_even_without_the_guard_the_parser_takes_nothing_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The second line: declared entities are not followed, whoever lets them by."""
    monkeypatch.setattr(markup, "FORBIDDEN", re.compile(NEVER))
    for file in all_files(checks=("C09",), heavy=False):
        if file.name.startswith("reads-a-file"):
            read = sources.read(file.data, ending="docx")
            assert "root" not in "".join(text for _, text in read.texts())


# (code, the limit as it is written in its sentence).
SAID = (
    ("file.archive_entries", caps.ENTRIES),
    ("file.xml_elements", caps.ELEMENTS),
    ("file.sheet_rows", caps.ROWS),
    ("file.sheet_cells", caps.CELLS),
    ("file.pdf_pages", caps.PDF_PAGES),
)


@pytest.mark.parametrize(("code", "limit"), SAID)
def test_sentences_name_the_limits_that_hold(code: str, limit: int) -> None:
    written = f"{limit:,}".replace(",", ".")
    assert written in str(FILE_SENTENCES[code])


def test_a_picture_cut_short_declares_nothing() -> None:
    for head in (b"", b"\xff\xd8\xff", b"II*\0", b"\x89PNG\r\n\x1a\n", b"GIF8", b"BM"):
        pictures.refuse_flood(head)
