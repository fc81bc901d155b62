"""The annual review as .docx and .pdf, beside what others would write it with.

Every round writes another text: typst keeps what it set before, and a report that was
already made is not the one that somebody waits for.
"""

from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from itertools import count
from pathlib import Path

import docx as python_docx
import typst

# Ships no types; two calls.
from docxtpl import DocxTemplate  # type: ignore[import-untyped]

from bench.measure import Line, alternate, line
from phoihop import pages
from phoihop.drafting import docx, pdf
from phoihop.drafting.layout import FACE_EMBEDDED, PAGE
from phoihop.drafting.paper import (
    Form,
    Heading,
    Issuer,
    Level,
    Paper,
    Paragraph,
    Signature,
    Table,
)

FONTS = Path(pages.__file__).parent / "static/vendor/tinos"
ROWS = 500
# A turn of the slower sides takes a second.
ROUNDS = 7
HEADS = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", "Kết quả")
WIDTHS = (6, 40, 24, 15, 15)
PARAGRAPHS = 12
PROSE = (
    "Trong năm, các bên đã phối hợp cung cấp thông tin, nắm bắt tình hình và giải "
    "quyết những vấn đề mà Nhân dân quan tâm; công tác phối hợp đi vào nền nếp, có kết "
    "quả cụ thể, được ghi nhận tại các kỳ giao ban và sơ kết."
)
TITLE = "Tổng kết chương trình phối hợp năm 2026"
Rows = tuple[tuple[str, ...], ...]


def rows(number: int) -> Rows:
    """The table of the report of this number: no cell of words is in another."""
    return tuple(
        (
            str(place),
            f"Tổ chức hội nghị lần thứ {number}.{place} cung cấp thông tin về "
            "tình hình thực hiện chương trình phối hợp",
            f"Sở số {number} phụ trách việc {place}",
            f"{place % 28 + 1:02}/{place % 12 + 1:02}/2026",
            f"Hoàn thành {number}/{place}",
        )
        for place in range(1, ROWS + 1)
    )


def _paper(number: int) -> Paper:
    prose = (Paragraph(f"{number}. {PROSE}"),) * PARAGRAPHS
    return Paper(
        form=Form.STATE,
        issuers=(Issuer("Sở Văn hóa và Thể thao", "Ủy ban nhân dân tỉnh Lạc Sơn"),),
        symbol="BC-SVHTT",
        place="Lạc Sơn",
        kind="BÁO CÁO",
        subject=f"{TITLE}, lần {number}",
        blocks=(
            *prose,
            Heading("Danh mục nhiệm vụ", Level.SECTION, "I."),
            Table(HEADS, rows(number), WIDTHS),
        ),
        signatures=(Signature(("Giám đốc",)),),
    )


def _docx(numbers: Iterator[int]) -> bytes:
    return docx.write(_paper(next(numbers)))


def _pdf(numbers: Iterator[int]) -> bytes:
    return pdf.write(_paper(next(numbers)), fonts=FONTS)


# What others write it with


def _template() -> bytes:
    """A .docx that docxtpl fills: the same lines and a row that is repeated."""
    made = python_docx.Document()
    made.add_heading("{{ title }}", 0)
    made.add_paragraph("{%p for each in prose %}")
    made.add_paragraph("{{ each }}")
    made.add_paragraph("{%p endfor %}")
    table = made.add_table(rows=4, cols=len(HEADS))
    table.style = "Table Grid"
    for place, head in enumerate(HEADS):
        table.cell(0, place).text = head
        table.cell(2, place).text = f"{{{{ row[{place}] }}}}"
    table.cell(1, 0).text = "{%tr for row in rows %}"
    table.cell(3, 0).text = "{%tr endfor %}"
    written = BytesIO()
    made.save(written)
    return written.getvalue()


def _filled(template: bytes, numbers: Iterator[int]) -> bytes:
    number = next(numbers)
    made = DocxTemplate(BytesIO(template))
    prose = [f"{number}. {PROSE}"] * PARAGRAPHS
    shown = {"title": f"{TITLE}, lần {number}", "prose": prose, "rows": rows(number)}
    made.render(shown, autoescape=True)
    written = BytesIO()
    made.save(written)
    return written.getvalue()


def _by_objects(numbers: Iterator[int]) -> bytes:
    """Row after row, as the manual of python-docx shows it."""
    number = next(numbers)
    made = python_docx.Document()
    made.add_heading(f"{TITLE}, lần {number}", 0)
    for _ in range(PARAGRAPHS):
        made.add_paragraph(f"{number}. {PROSE}")
    table = made.add_table(rows=1, cols=len(HEADS))
    table.style = "Table Grid"
    for cell, head in zip(table.rows[0].cells, HEADS, strict=True):
        cell.text = head
    for row in rows(number):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    written = BytesIO()
    made.save(written)
    return written.getvalue()


def _bare(faces: typst.Fonts, numbers: Iterator[int]) -> bytes:
    """The same text as typst's own markup, on the same page, of the same standards."""
    number = next(numbers)
    cells = ",".join(_quoted(cell) for row in rows(number) for cell in row)
    heads = ",".join(map(_quoted, HEADS))
    parts = ",".join(f"{width}fr" for width in WIDTHS)
    title = _quoted(f"{TITLE}, lần {number}")
    prose = "\n\n".join([f"#{_quoted(f'{number}. {PROSE}')}"] * PARAGRAPHS)
    source = f"""#set document(title: {title}, author: "Sở")
#set page(paper: "a4", numbering: "1",
  margin: (left: {PAGE.left}mm, right: {PAGE.right}mm, y: {PAGE.top}mm))
#set text(font: "{FACE_EMBEDDED}", size: 14pt, lang: "vi", hyphenate: false)
#set par(justify: true)
#heading(level: 1, {title})
{prose}

#heading(level: 2, "Danh mục nhiệm vụ")
#set text(size: 13pt)
#set par(justify: false)
#table(columns: ({parts}), table.header({heads}), {cells})
"""
    made = typst.compile(
        source.encode(),
        font_paths=faces,
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["a-2a", "ua-1"],
        timestamp=0,
    )
    # Else what it keeps of this text would be given back on the time of the other side.
    pdf.forget(FONTS)
    return made


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


# The lines


def word_processor(name: str) -> Line:
    """Our .docx beside docxtpl filling the same table."""
    numbers = count(1)
    return _compared(
        name,
        partial(_docx, numbers),
        partial(_filled, _template(), numbers),
        most=1,
        said=f"{ROWS} rows; floor: docxtpl, its template ready in memory",
    )


def portable(name: str) -> Line:
    """Our .pdf beside typst on the same text without any layout of ours."""
    numbers = count(1)
    faces = typst.Fonts(False, False, [FONTS])
    return _compared(
        name,
        partial(_pdf, numbers),
        partial(_bare, faces, numbers),
        most=1.2,
        said=f"{ROWS} rows, warm, another text each time; floor: the same text as "
        "typst's markup, tagged too; both with what typst keeps of it given back",
    )


def by_docxtpl(name: str) -> Line:
    """docxtpl beside ours."""
    numbers = count(1)
    return _compared(
        name,
        partial(_filled, _template(), numbers),
        partial(_docx, numbers),
        said="docxtpl; floor: ours",
    )


def by_python_docx(name: str) -> Line:
    """python-docx, ``add_row`` for each row, beside ours."""
    numbers = count(1)
    return _compared(
        name,
        partial(_by_objects, numbers),
        partial(_docx, numbers),
        said="python-docx by add_row; floor: ours",
    )


def _compared(
    name: str,
    value: Callable[[], object],
    floor: Callable[[], object],
    *,
    said: str,
    most: float | None = None,
) -> Line:
    ours, theirs = alternate(value, floor, rounds=ROUNDS)
    return line(
        name,
        value=ours.wall * 1000,
        floor=theirs.wall * 1000,
        unit="ms",
        most=most,
        said=(
            said,
            f"CPU {ours.cpu * 1000:.3g} ms, floor CPU {theirs.cpu * 1000:.3g} ms",
        ),
    )


LINES = {
    "report.docx": word_processor,
    "report.pdf": portable,
    "peer.docxtpl": by_docxtpl,
    "peer.python_docx": by_python_docx,
}
