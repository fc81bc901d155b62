"""C40: papers with a stamp of secrecy in every place and form that a file has for one.

Each is made when asked for; nothing of the kind is kept in the source.
"""

import io
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from pathlib import Path

import pikepdf
import typst
from PIL import Image

from tests.hostile.ole import old_paper
from tests.hostile.papers import document, docx, html, new_pdf, paragraph, saved
from tests.privacy.stamp_lines import LEVELS
from tests.reading.scanned import BLACK, BOLD, RED, page_of, scan, stamped, worn

# (what it is, its name, its bytes).
Made = tuple[str, str, Callable[[], bytes]]

BODY = (
    "KẾ HOẠCH\nphối hợp năm 2026\n1. Sở Nội vụ tỉnh Lam Khê chủ trì, phối hợp với Công "
    "an tỉnh tổ chức hội nghị báo cáo viên.\n2. Các xã báo cáo trước ngày 30/6/2026.\n"
)
LINES = BODY.splitlines()


def _spaced(level: str) -> str:
    return "   ".join(" ".join(word) for word in level.split())


def _bare(level: str) -> str:
    return level.translate(str.maketrans("ẬỐỆ", "AOE"))


FORMS: dict[str, Callable[[str], str]] = {
    "plain": lambda level: level,
    "spaced": _spaced,
    "dated": lambda level: f"{level} (Thời hạn bảo vệ: 10 năm)",
    "in brackets": lambda level: f"(Tài liệu {level})",
    "degree": lambda level: f"Độ mật: {level}",
    "bare": _bare,
}


def paragraphs(*lines: str) -> str:
    """A body of a .docx, or of a part of it."""
    return "".join(map(paragraph, lines))


def _part(word: str, name: str, inside: str) -> bytes:
    more = {f"word/{name}.xml": document(inside)}
    return docx(paragraphs(*LINES), links=((word, f"{name}.xml"),), more=more)


def _drawn(inside: str) -> str:
    return f"<w:p><w:r><w:pict>{inside}</w:pict></w:r></w:p>"


def _box(level: str) -> bytes:
    return docx(
        paragraphs(*LINES)
        + _drawn(f"<w:txbxContent>{paragraph(level)}</w:txbxContent>")
    )


def _watermark(level: str) -> bytes:
    mark = f'<v:shape><v:textpath string="{level}"/></v:shape>'
    return _part("header", "header1", _drawn(mark))


def _cell(level: str) -> bytes:
    cells = "".join(f"<w:tc>{paragraph(t)}</w:tc>" for t in ("Số 12", level, "Lam Khê"))
    return docx(paragraphs(*LINES) + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")


def _titled(level: str) -> bytes:
    space = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    said = (
        f'<cp:coreProperties xmlns:cp="{space}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{level}</dc:title></cp:coreProperties>"
    )
    return docx(paragraphs(*LINES), more={"docProps/core.xml": said})


DOCX: dict[str, Callable[[str], bytes]] = {
    "header": lambda level: _part("header", "header1", paragraphs("Lam Khê", level)),
    "footer": lambda level: _part("footer", "footer1", paragraphs(level)),
    "comment": lambda level: _part("comments", "comments", paragraphs(level)),
    "footnote": lambda level: _part("footnotes", "footnotes", paragraphs(level)),
    "box": _box,
    "watermark": _watermark,
    "cell": _cell,
    "title": _titled,
}


def text_pdf(*lines: str) -> bytes:
    """A .pdf with a text layer."""
    said = "\n\n".join(f"#{_quoted(line)}" for line in lines)
    source = f'#set text(font: "Tinos", size: 13pt)\n{said}\n'
    made: bytes = typst.compile(
        source.encode(),
        font_paths=typst.Fonts(
            include_system_fonts=False, font_paths=[str(BOLD.parent)]
        ),
        format="pdf",
    )
    return made


def _quoted(line: str) -> str:
    return '"' + line.replace('"', "'") + '"'


def _noted(level: str) -> bytes:
    pdf = new_pdf()
    pdf.pages[0].obj.Annots = pikepdf.Array(
        [
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.FreeText,
                Rect=[20, 700, 200, 740],
                Contents=pikepdf.String(level),
            )
        ]
    )
    return saved(pdf)


def _described(level: str) -> bytes:
    pdf = new_pdf()
    pdf.docinfo["/Subject"] = pikepdf.String(level)
    return saved(pdf)


def _docx(line: str) -> bytes:
    return docx(paragraphs(line, *LINES))


def _doc(place: str, level: str) -> bytes:
    return old_paper(body=BODY, places={place: f"{level}\n"})


def _worn_scan(page: Image.Image, *, skew: float = 0) -> bytes:
    return scan(worn(page, skew=skew))


def with_text() -> Iterator[Made]:
    """Every file whose words a machine reads without a picture."""
    for (how, form), level in product(FORMS.items(), LEVELS):
        line = form(level)
        yield f"docx {how}", "a.docx", partial(_docx, line)
        yield f"pdf {how}", "a.pdf", partial(text_pdf, line, *LINES)
        yield f"txt {how}", "a.txt", f"{line}\n{BODY}".encode
        yield f"doc {how}", "a.doc", partial(old_paper, body=f"{line}\n{BODY}")
    for (place, make), level in product(DOCX.items(), LEVELS):
        yield f"docx {place}", "a.docx", partial(make, level)
    for place, level in product(("header", "box", "comment", "endnote"), LEVELS):
        yield f"doc {place}", "a.doc", partial(_doc, place, level)
    for level in LEVELS:
        for tag in ("p", "td", "h1"):
            page = f"<table><tr><{tag}>{level}</{tag}></tr></table><p>{BODY}</p>"
            yield f"html {tag}", "a.html", partial(html, page)
        yield "pdf note", "a.pdf", partial(_noted, level)
        yield "pdf subject", "a.pdf", partial(_described, level)
        yield "name", f"KH 12 ({level}).txt", BODY.encode
        yield "name first", f"{level} - KH 12.docx", docx


def scanned() -> Iterator[Made]:
    """The same as pictures: red and black, framed and bare, level and tilted, worn."""
    page = page_of("\n".join(_wrapped()))
    blank = page_of("Trang đầu của bản quét này không có dấu chỉ độ mật nào hết cả")
    for level, ink, turn in product(LEVELS, (RED, BLACK), (0.0, 5.0, -11.0)):
        shown = stamped(page, level, ink=ink, turn=turn)
        what = f"scan {'red' if ink == RED else 'black'} {turn:.0f}"
        yield what, "a.pdf", partial(_worn_scan, shown, skew=1.0)
    for level in LEVELS:
        bare = stamped(page, level, frame=False)
        yield "scan bare red", "a.pdf", partial(_worn_scan, bare)
        plain = stamped(page, level, ink=BLACK, frame=False)
        yield "scan bare black", "a.pdf", partial(_worn_scan, plain)
        last = stamped(page, level, at=(900, 2100))
        yield "scan last page", "a.pdf", partial(scan, blank, page, last)
        degree = page_of(f"Độ mật: {level}\n" + "\n".join(_wrapped()))
        yield (
            "scan degree",
            "a.pdf",
            partial(_worn_scan, degree, skew=-1.5),
        )


def _wrapped() -> list[str]:
    """Lines no wider than the sheet."""
    return [line[at : at + 60] for line in LINES for at in range(0, len(line), 60)]


def clean(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of a folder that this house takes."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in (".doc", ".docx", ".pdf", ".htm", ".html", ".txt"):
            yield path.name, path.read_bytes()


def clean_scans(pdf: bytes) -> bytes:
    """A clean paper as a scanner gives it, with a red seal where one stands."""
    import pypdfium2  # noqa: PLC0415 - only the long run draws
    from PIL import ImageDraw  # noqa: PLC0415

    pages = []
    for page in pypdfium2.PdfDocument(io.BytesIO(pdf)):
        picture = page.render(scale=200 / 72).to_pil().convert("RGB")
        brush = ImageDraw.Draw(picture)
        brush.ellipse((900, 1700, 1160, 1960), outline=RED, width=8)
        brush.ellipse((940, 1740, 1120, 1920), outline=RED, width=3)
        brush.line((980, 1830, 1080, 1830), fill=RED, width=6)
        pages.append(worn(picture, skew=1.0))
    return scan(*pages)
