"""An old Word paper: every text in it is read, and nothing in it acts.

The cast is a plan of Lam Khê, as Word 97 kept it and as LibreOffice writes it today.
"""

import shutil
import struct
import subprocess
from pathlib import Path

import pytest

from phoihop.reading import sources
from phoihop.reading.engine import read as read_text
from phoihop.reading.extracted import Extracted
from phoihop.reading.jail import Jail
from phoihop.reading.running import running_text
from phoihop.reading.sources.doc_marks import _properties
from phoihop.refusals import Refused
from tests.hostile.ole import container, old_paper

pytestmark = pytest.mark.pure

BODY = "KẾ HOẠCH\nphối hợp năm 2026\n1. Sở Nội vụ chủ trì hội nghị.\n"
SAMPLE = Path(__file__).parents[2] / "samples" / "ke-hoach-phoi-hop-2027.docx"
OFFICE = shutil.which("soffice")
ENCRYPTED = 0x0100


def read(data: bytes) -> Extracted:
    return sources.read(data, ending="doc")


def code(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        read(data)
    return caught.value.code


def test_every_text_of_the_paper_is_read_each_by_its_name() -> None:
    made = old_paper(
        body=BODY,
        header="Lam Khê\n",
        footnote="Chú\n",
        comment="Ý kiến\n",
        box="TỐI MẬT\n",
    )
    read_parts = [(part.where, part.text) for part in read(made).parts]
    assert read_parts == [
        ("body", BODY),
        ("footnote", "Chú\n"),
        ("header", "Lam Khê\n"),
        ("comment", "Ý kiến\n"),
        ("textbox", "TỐI MẬT\n"),
    ]


def test_the_jail_reads_it_as_any_other(jail: Jail) -> None:
    assert jail.extract(old_paper(body=BODY), name="Kế hoạch.DOC").kind == "doc"


def test_letters_of_two_units_keep_the_places_of_the_rest() -> None:
    (body,) = read(old_paper(body="\U0001f600 Số 84-KH\n")).parts
    assert body.text == "\U0001f600 Số 84-KH\n"


def test_a_field_shows_its_result_and_not_what_it_does() -> None:
    (body,) = read(old_paper(body="Trang \x13 PAGE \x142\x15 hết\n")).parts
    assert body.text == "Trang 2 hết\n"


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ("\x13 DDEAUTO excel a b \x14\x15\n", "file.dde"),
        ("\x13 INCLUDETEXT \\\\may\\tep.doc \x14a\x15\n", "file.remote"),
        # Never closed; and one within another.
        ("\x13 DDE excel a b", "file.dde"),
        ("\x13 IF \x13 DDEAUTO x \x14y\x15 \x14z\x15\n", "file.dde"),
    ],
)
def test_a_field_that_acts_is_refused(said: str, refused: str) -> None:
    assert code(old_paper(body=said)) == refused


@pytest.mark.parametrize(
    ("name", "refused"),
    [
        ("Macros/VBA/dir", "file.macros"),
        ("_VBA_PROJECT_CUR/VBA/_VBA_PROJECT", "file.macros"),
        ("ObjectPool/_1/\x01Ole10Native", "file.embedded"),
        ("ObjectPool/_1/Contents", "file.embedded"),
        ("Package", "file.embedded"),
    ],
)
def test_what_acts_or_is_carried_along_is_refused_as_in_a_new_paper(
    name: str, refused: str
) -> None:
    assert code(old_paper(body=BODY, more={name: b"x"})) == refused


def test_a_locked_paper_and_one_from_before_1997_are_refused_by_name() -> None:
    assert code(old_paper(body=BODY, flags=ENCRYPTED)) == "file.encrypted"
    assert code(old_paper(body=BODY, version=0x0065)) == "file.old_word"


def test_a_broken_paper_is_a_sentence() -> None:
    whole = old_paper(body=BODY)
    assert code(whole[:3000]) == "file.type_lies"
    assert code(whole[:-600]) == "file.corrupt"
    assert code(container({"WordDocument": b"\xec\xa5\xc1\0" + bytes(99)})) == (
        "file.corrupt"
    )
    assert code(container({"WordDocument": b"x"})) == "file.old_word"


def test_a_stream_that_calls_itself_longer_than_the_file_is_not_followed() -> None:
    """Its sectors may go round in a ring, as often as that size says."""
    whole = old_paper(body=BODY)
    for name in ("WordDocument", "Root Entry"):
        entry = whole.index(name.encode("utf-16-le"))
        for size in (len(whole) + 1, 2**31 - 1, 2**32 - 1):
            lies = bytearray(whole)
            struct.pack_into("<Q", lies, entry + 120, size)
            assert code(bytes(lies)) == "file.corrupt", (name, size)


def test_a_container_whose_names_hang_on_one_another_without_end_is_refused() -> None:
    many = {f"stream {number}": b"" for number in range(1_500)}
    assert code(old_paper(body=BODY, more=many)) == "file.corrupt"


def test_every_cut_and_every_changed_byte_ends_in_words_or_a_refusal() -> None:
    """A parser that loops or breaks down on one of them would be seen here."""
    whole = old_paper(body=BODY, header="Lam Khê\n")
    ended = {"read": 0, "refused": 0}
    changed = [whole[:at] for at in range(600, len(whole), 509)]
    for at in range(512, len(whole), 97):
        changed.append(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
    for data in changed:
        try:
            read(data)
            ended["read"] += 1
        except Refused:
            ended["refused"] += 1
    assert min(ended.values()) > 0, ended


def test_a_table_of_layout_that_lies_marks_nothing() -> None:
    assert _properties(b"\x17") == {}
    assert _properties(b"\x15\xc6\xff\x01\x02") == {0xC615: 0xFF + 0x100 + 0x20000}


@pytest.fixture(scope="module")
def as_doc(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The sample plan as LibreOffice saves it for old Word."""
    if OFFICE is None:
        pytest.skip(
            "There is no LibreOffice here: apt-get install libreoffice-writer-nogui"
        )
    folder = tmp_path_factory.mktemp("doc")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    words = [
        OFFICE,
        profile,
        "--headless",
        "--convert-to",
        "doc",
        "--outdir",
        str(folder),
    ]
    subprocess.run([*words, str(SAMPLE)], check=True, capture_output=True, timeout=120)
    return (folder / f"{SAMPLE.stem}.doc").read_bytes()


def test_the_finders_read_it_as_well_as_the_new_one(as_doc: bytes) -> None:
    """Tables too, whose rows end where the layout says."""
    new = sources.read(SAMPLE.read_bytes(), ending="docx")
    found = [read_text(running_text(paper)) for paper in (new, read(as_doc))]
    told = [
        [(one.field, _said(one, text.text)) for one in text.findings] for text in found
    ]
    assert told[0] == told[1]
    assert len(told[0]) > 20


def _said(one: object, text: str) -> str:
    span = getattr(one, "span", None)
    return " ".join(text[span.start : span.end].split()) if span else ""


def test_cells_of_a_table_are_told_with_their_places(as_doc: bytes) -> None:
    (body,) = [part for part in read(as_doc).parts if part.where == "body"]
    new = sources.read(SAMPLE.read_bytes(), ending="docx").parts[0]
    told = [[body.text[c.start : c.end] for c in body.cells if c.table == 1]]
    told += [[new.text[c.start : c.end] for c in new.cells if c.table == 1]]
    assert [cell.strip() for cell in told[0]] == [cell.strip() for cell in told[1]]
