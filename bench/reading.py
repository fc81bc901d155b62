"""Reading papers: text to findings, a .docx to its text, the command's start."""

import io
import re
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Callable
from functools import cache, partial
from importlib import import_module
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import docx

# The floor parses a file that this bench made; nothing of a stranger's.
from lxml import etree  # noqa: TID251

from bench.measure import Bar, Line, alternate, line
from phoihop.drafting import docx as writer
from phoihop.drafting.paper import Form, Issuer, Paper, Paragraph, Signature, Table
from phoihop.reading import jail
from phoihop.reading.engine import read
from phoihop.reading.running import running_text
from phoihop.reading.sources import docx as source

ROOT = Path(__file__).parent.parent
# The labelled papers beside the project; where they are absent, the project's own.
CORPUS = ROOT.parent / "shared" / "corpus"
MB = 1_000_000
MB_A_SECOND = 0.7
DOCX_RATIO, START_MS, JAIL_RATIO = 3, 300, 1.5
# The least that any reader of numbers does with a text (bench.md, reading.text).
NUMBER = re.compile(
    r"(?:Số|số)?\s*:?\s*\d{1,5}\s*[-/]\s*[A-ZĐ]{1,6}(?:[-/][A-ZĐa-zđ0-9]+)*"
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The shortest letters and news of the project's own labelled papers.
SHORT = ROOT / "tests" / "reading" / "corpus"
SHORT_BYTES = 1_500
JAILED = 1_000


@cache
def texts() -> tuple[str, tuple[str, ...]]:
    """Whose they are, and the papers themselves."""
    if CORPUS.is_dir():
        names = (CORPUS / "DEV.txt").read_text().split()
        found = [(CORPUS / f"{name}.txt").read_text("utf-8") for name in names]
        return f"the {len(found)} labelled papers", tuple(found)
    found = [path.read_text("utf-8") for path in (ROOT / "samples").glob("*.txt")]
    return f"{len(found)} samples of the project", tuple(found)


def reading_text(name: str) -> Line:
    """All findings of all papers, beside one pass of one pattern over them."""
    whose, papers = texts()
    size = sum(len(paper.encode()) for paper in papers) / MB

    def findings() -> None:
        for paper in papers:
            read(paper)

    def one_pass() -> None:
        for paper in papers:
            for _ in NUMBER.finditer(unicodedata.normalize("NFC", paper)):
                pass

    value, floor = alternate(findings, one_pass, rounds=5)
    rate = size / value.cpu
    return line(
        name,
        value=rate,
        floor=size / floor.cpu,
        unit="MB/s",
        bars=(Bar("MB/s", rate, MB_A_SECOND, at_least=True),),
        said=(f"{whose}, {size:.2f} MB", "floor: NFC and one finditer", "CPU"),
    )


@cache
def paper() -> bytes:
    """200 paragraphs and a table of 100 rows."""
    words = (
        "Sở Nội vụ chủ trì, phối hợp với Ban Tuyên giáo và Dân vận Tỉnh ủy tổ chức "
        "tuyên truyền về cải cách hành chính; hoàn thành trước ngày 30/6/2026."
    )
    blocks: list[Paragraph | Table] = [
        Paragraph(f"{words} Việc số {number}.", marker="-") for number in range(200)
    ]
    heads = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian hoàn thành")
    rows = tuple(
        (str(number), f"Tổ chức hội nghị thứ {number}", "Sở Nội vụ", "Quý II/2026")
        for number in range(100)
    )
    blocks.append(Table(heads, rows, (1, 6, 3, 3)))
    return writer.write(
        Paper(
            form=Form.STATE,
            issuers=(Issuer("SỞ NỘI VỤ", "ỦY BAN NHÂN DÂN TỈNH LAM KHÊ"),),
            symbol="KH-SNV",
            place="Lam Khê",
            kind="KẾ HOẠCH",
            subject="Phối hợp công tác năm 2026",
            blocks=tuple(blocks),
            signatures=(Signature(("GIÁM ĐỐC",)),),
        )
    )


def bare_docx() -> str:
    """Unzipped, parsed, its words put together."""
    with zipfile.ZipFile(io.BytesIO(paper())) as parts:  # noqa: TID251 - as above
        root = etree.fromstring(parts.read("word/document.xml"))
    return "".join(node.text or "" for node in root.iter(f"{W}t"))


def peer_docx() -> int:
    """What python-docx makes of it: the words of paragraphs and cells."""
    document = docx.Document(io.BytesIO(paper()))
    found = sum(len(each.text) for each in document.paragraphs)
    for table in document.tables:
        for row in table.rows:
            found += sum(len(cell.text) for cell in row.cells)
    return found


def ours() -> str:
    """Every place of the file that can hold words, with the checks of what it does."""
    return running_text(source.read(paper()))


def reading_docx(name: str) -> Line:
    """A .docx to its text, beside the bare parser."""
    return _beside(name, ours, bare_docx, DOCX_RATIO, "floor: unzip, lxml, words")


def peer_python_docx(name: str) -> Line:
    """The same .docx by python-docx."""
    return _beside(name, peer_docx, bare_docx, None, "python-docx, the same floor")


def _beside(
    name: str,
    value_of: Callable[[], object],
    floor_of: Callable[[], object],
    most: float | None,
    said: str,
) -> Line:
    value, floor = alternate(value_of, floor_of)
    return line(
        name,
        value=value.wall * 1000,
        floor=floor.wall * 1000,
        unit="ms",
        most=most,
        said=(said, "200 paragraphs, 100 rows"),
    )


def starting(name: str) -> Line:
    """``phoihop read`` of an empty .txt, beside a Python that does nothing."""
    with TemporaryDirectory() as folder:
        empty = Path(folder) / "trong.txt"
        empty.write_text("")
        command = [str(Path(sys.executable).with_name("phoihop")), "read", str(empty)]
        value, floor = alternate(
            partial(_run, command), partial(_run, [sys.executable, "-c", "pass"])
        )
    over = (value.wall - floor.wall) * 1000
    return line(
        name,
        value=value.wall * 1000,
        floor=floor.wall * 1000,
        unit="ms",
        bars=(Bar("ms over the floor", over, START_MS),),
        said=("whole processes", "floor: python -c pass"),
    )


def _run(command: list[str]) -> None:
    # Our own command and a constant.
    subprocess.run(command, check=True, capture_output=True)


# Beside ours where somebody has put them there; heavy, so that no lock holds them.
SEGMENTERS = ("pyvi", "underthesea")
HOW = "not installed: .venv/bin/uv pip install"


def _segmenter(peer: str) -> Callable[[str], object]:
    """The peer's own way to part a text into words; ImportError where it is absent."""
    if peer == "pyvi":
        return cast(Callable[[str], object], import_module("pyvi.ViTokenizer").tokenize)
    return cast(Callable[[str], object], import_module(peer).word_tokenize)


def peer_segmenter(peer: str, name: str) -> Line:
    """All papers parted into words by a peer, beside our whole reading of them."""
    whose, papers = texts()
    size = sum(len(paper.encode()) for paper in papers) / MB
    try:
        segment = _segmenter(peer)
    except ImportError:
        return line(name, value=0, floor=0, unit="MB/s", said=(f"{HOW} {peer}",))

    def words() -> None:
        for paper in papers:
            segment(paper)

    def findings() -> None:
        for paper in papers:
            read(paper)

    value, floor = alternate(words, findings, rounds=3)
    return line(
        name,
        value=size / value.cpu,
        floor=size / floor.cpu,
        unit="MB/s",
        said=(f"{whose}, {size:.2f} MB", "floor: our whole reading", "CPU"),
    )


def short_papers() -> list[bytes]:
    """As many as go through the jail, each of the short ones in its turn."""
    found = [path.read_bytes() for path in sorted(SHORT.glob("*_*_*.txt"))]
    short = [paper for paper in found if len(paper) <= SHORT_BYTES]
    return list(islice(cycle(short), JAILED))


def jailed(name: str) -> Line:
    """Short papers through the jail, beside the same without it."""
    papers = short_papers()

    def inside() -> None:
        for paper in papers:
            read(running_text(jail.extract(paper, name="a.txt", body=1)))

    def outside() -> None:
        for paper in papers:
            read(paper.decode())

    value, floor = alternate(inside, outside, rounds=5)
    return line(
        name,
        value=JAILED / value.wall,
        floor=JAILED / floor.wall,
        unit="documents/s",
        most=JAIL_RATIO,
        said=(f"{JAILED} a turn", "floor: the same engine without the jail"),
    )


LINES = {
    "reading.text": reading_text,
    "reading.docx": reading_docx,
    "peer.python_docx.read": peer_python_docx,
    **{f"peer.{peer}.words": partial(peer_segmenter, peer) for peer in SEGMENTERS},
    "reading.start": starting,
    "reading.jail": jailed,
}
