"""Hostile and classified files against the real server: refused, and nothing kept.

C07 to C11 and C36 by HTTP: the worker that answers is the same process afterwards and
as large as before; on the disk lies nothing of any file that was refused.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from phoihop.files.models import StoredFile
from phoihop.reading import caps
from tests.faults.served import (
    Said,
    every_byte,
    memory,
    send,
    someone,
    web_workers,
)
from tests.hostile import HostileFile, all_files
from tests.hostile.papers import docx, html, paragraph, pdf, xlsx
from tests.kills.installation import Installation, installed
from tests.own_database import OwnDatabase
from tests.witness import dump, every

pytestmark = pytest.mark.anywhere

# What the server's memory varies by while it holds one file of 20 MB after another.
MOST_GROWTH_KB = 48_000
WARM_UP = 6


@contextmanager
def served(database: OwnDatabase, folder: Path) -> Iterator[Installation]:
    """The house behind its real server, with a folder of its own for scratch."""
    with installed(database, folder) as place:
        (folder / "tmp").mkdir()
        place.told["TMPDIR"] = str(folder / "tmp")
        place.start("serve")
        yield place


def some() -> list[HostileFile]:
    """Every tenth of the quick ones, of all families."""
    return list(all_files(heavy=False))[::10]


@pytest.mark.parametrize(
    "large",
    [
        pytest.param(False, id="some"),
        pytest.param(True, id="all", marks=pytest.mark.long),
    ],
)
def test_hostile_files_are_refused_by_name_and_the_server_stays_as_it_was(
    own_database: OwnDatabase, tmp_path: Path, large: bool
) -> None:
    with served(own_database, tmp_path / "site") as place:
        lan = someone(place)
        files = all_files() if large else iter(some())
        for _ in range(WARM_UP):
            first = next(files)
            assert send(lan, first.name, first.data).status == 422
        workers = web_workers(place)
        before = {pid: memory(pid) for pid in workers}
        wrong, count, named = [], WARM_UP, 0
        for file in files:
            said = send(lan, file.name, file.data)
            count += 1
            named += said.code == file.code
            if said.status != 422 or not said.code:
                wrong.append(f"{file.name}: {said}, expected {file.code}")
        after = {pid: memory(pid) for pid in web_workers(place)}
        print(
            f"\n{count} files, {named} with the code of the list; kB {before} {after}"
        )
        assert wrong == []
        assert count >= (100 if large else 15)
        assert named >= (count - WARM_UP) * 0.9
        assert set(after) == workers != set()
        assert all(after[pid] - before[pid] < MOST_GROWTH_KB for pid in workers)
        assert left_behind(place) == []
        # And it goes on as if nothing had been.
        assert send(lan, "Công văn.txt", "Nội dung công văn.".encode()).status == 302
    assert [file.name for file in every(StoredFile)] == ["Công văn.txt"]


def left_behind(place: Installation) -> list[str]:
    """What lies in the folders of files and of scratch."""
    folders = (place.folder / "var" / "files", place.folder / "tmp")
    return [str(path) for folder in folders for path in folder.rglob("*")]


# --- classified papers -------------------------------------------------------------


def box(text: str) -> str:
    """A text box, as Word writes one."""
    inside = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    shape = f"<v:shape><v:textbox>{inside}</v:textbox></v:shape>"
    return f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>"


def header(inside: str) -> str:
    """A header of a page."""
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    names = f'xmlns:w="{w}" xmlns:v="urn:schemas-microsoft-com:vml"'
    return f"<w:hdr {names}>{inside}</w:hdr>"


def with_header(canary: str, inside: str) -> bytes:
    """A .docx whose first page has a header."""
    return docx(
        paragraph(canary),
        links=(("header", "header1.xml"),),
        more={"word/header1.xml": header(inside)},
    )


def table(text: str) -> str:
    """A table of two cells."""
    cells = "".join(f"<w:tc>{paragraph(t)}</w:tc>" for t in ("Số 12", text))
    return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"


SHAPE = '<v:shape><v:textpath string="MẬT"/></v:shape>'
WATERMARK = f"<w:p><w:r><w:pict>{SHAPE}</w:pict></w:r></w:p>"


def stamped(canary: str) -> dict[str, bytes]:
    """Papers with a stamp of secrecy, each in another place; all carry the canary."""
    cell = "".join(
        f'<c r="{at}1" t="inlineStr"><is><t>{text}</t></is></c>'
        for at, text in (("A", canary), ("B", "TUYỆT MẬT"))
    )
    shown = f"BT /F1 12 Tf 72 720 Td (MAT) Tj 0 -40 Td ({canary}) Tj ET"
    return {
        f"{canary}-dong.docx": docx(paragraph("MẬT") + paragraph(canary)),
        f"{canary}-dau-trang.docx": with_header(canary, paragraph("TỐI MẬT")),
        f"{canary}-hop.docx": docx(paragraph(canary) + box("MẬT")),
        f"{canary}-bang.docx": docx(paragraph(canary) + table("TUYỆT MẬT")),
        f"{canary}-hinh-mo.docx": with_header(canary, WATERMARK),
        f"{canary}-o.xlsx": xlsx(f'<row r="1">{cell}</row>'),
        f"{canary}.pdf": pdf(shown.encode()),
        f"{canary}.html": html(f"<p>{canary}</p><div>Độ mật: Tối mật</div>"),
        f"{canary}.txt": f"T Ố I  M Ậ T\n{canary}\n".encode(),
        f"{canary} (TỐI MẬT).txt": f"{canary}\n".encode(),
    }


def pieces_of(papers: dict[str, bytes]) -> set[bytes]:
    """From the middle of each file as it was sent, packed as it is."""
    middles = {data[len(data) // 2 :][:48] for data in papers.values()}
    # Not a run of zeros or blanks, which any file may have.
    return {piece for piece in middles if len(piece) == 48 and len(set(piece)) > 20}


def traces(place: Installation, database: OwnDatabase, needles: set[bytes]) -> set[str]:
    """Where any of these is found: on the disk, and in the rows of every table."""
    held = every_byte(place.folder)
    for near in Path(database.name).parent.glob(f"{Path(database.name).name}*"):
        held[near] = near.read_bytes()
    found = {
        str(path) for path, data in held.items() if any(n in data for n in needles)
    }
    rows = repr(dump()).encode()
    return found | ({"rows"} if any(n in rows for n in needles) else set())


def test_a_classified_paper_leaves_not_a_byte_behind(
    own_database: OwnDatabase, tmp_path: Path
) -> None:
    """By the words in it, by its name, and by pieces of the file as it was sent."""
    with served(own_database, tmp_path / "site") as place:
        lan = someone(place)
        papers = stamped("CANARYMAT7431")
        answers = {name: send(lan, name, data) for name, data in papers.items()}
        expected = Said(422, "file.classified")
        assert {n: said for n, said in answers.items() if said != expected} == {}
        needles = {b"CANARYMAT7431", *pieces_of(papers)}
        assert len(needles) > 5
        assert traces(place, own_database, needles) == set()
        # The same search finds what was taken.
        taken = b"CANARYTOT7431\n"
        assert send(lan, "CANARYTOT7431.txt", taken).status == 302
        where = traces(place, own_database, {b"CANARYTOT7431"})
    (file,) = every(StoredFile)
    assert "rows" in where
    assert any(path.endswith(f"{file.uuid}") for path in where)
    assert len(where) >= (3 if own_database.vendor == "sqlite" else 2)


def test_a_file_that_is_too_large_is_said_before_it_is_sent_to_its_end(
    own_database: OwnDatabase, tmp_path: Path
) -> None:
    with served(own_database, tmp_path / "site") as place:
        lan = someone(place)
        (pid,) = web_workers(place)
        send(lan, "a.txt", b"warm-up")
        before = memory(pid)
        for _ in range(3):
            said = send(lan, "Bản đồ.pdf", b"%PDF-" + bytes(3 * caps.FILE_BYTES))
            assert said == Said(422, "file.too_large")
        assert memory(pid) - before < 8_000
    assert [file.name for file in every(StoredFile)] == ["a.txt"]
