"""Honest papers written by hand: what hostile ones are made from, and good ones."""

import io
from collections.abc import Callable, Mapping

import pikepdf

from tests.hostile.zips import Member, zipped

# (name, bytes or what makes them, the code it is refused with).
Made = tuple[str, bytes | Callable[[], bytes], str]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "application/vnd.openxmlformats-officedocument."
WORD_MAIN = f"{MAIN}wordprocessingml.document.main+xml"
SHEET_MAIN = f"{MAIN}spreadsheetml.sheet.main+xml"
TEXT = "Ủy ban Mặt trận xã Bình Hòa phối hợp với Công an xã."


Link = tuple[str, str] | tuple[str, str, str]


def types(overrides: Mapping[str, str]) -> str:
    """The list of types of an office file."""
    each = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in overrides.items()
    )
    return (
        f"{HEAD}<Types "
        'xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{each}</Types>'
    )


def rels(*links: Link) -> str:
    """Links to (type, target[, mode]); the type's last word is enough."""
    each = "".join(
        f'<Relationship Id="rId{number}" Type="{R}/{link[0]}" Target="{link[1]}"'
        + (f' TargetMode="{link[2]}"/>' if len(link) > 2 else "/>")
        for number, link in enumerate(links, 1)
    )
    return (
        f"{HEAD}<Relationships xmlns="
        f'"http://schemas.openxmlformats.org/package/2006/relationships">{each}'
        "</Relationships>"
    )


def paragraph(text: str) -> str:
    """A paragraph with one run."""
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def document(body: str) -> str:
    """The main part of a .docx."""
    return (
        f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}" '
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<w:body>{body}</w:body></w:document>"
    )


def docx_parts(
    body: str = "",
    *,
    links: tuple[Link, ...] = (),
    more: Mapping[str, str | bytes] | None = None,
) -> dict[str, str | bytes]:
    """The parts of a small .docx, by name."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": types({"word/document.xml": WORD_MAIN}),
        "_rels/.rels": rels(("officeDocument", "word/document.xml")),
        "word/document.xml": document(body or paragraph(TEXT)),
        "word/_rels/document.xml.rels": rels(*links),
    }
    return {**parts, **(more or {})}


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """An office file of these parts."""
    return zipped(
        Member(name, part.encode() if isinstance(part, str) else part)
        for name, part in parts.items()
    )


def docx(
    body: str = "",
    *,
    links: tuple[Link, ...] = (),
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A small .docx."""
    return package(docx_parts(body, links=links, more=more))


def styles_part(inside: str) -> str:
    """The styles of a .docx."""
    return f'{HEAD}<w:styles xmlns:w="{W}">{inside}</w:styles>'


def sheet_xml(rows: str) -> str:
    """A worksheet."""
    return f'{HEAD}<worksheet xmlns="{S}"><sheetData>{rows}</sheetData></worksheet>'


def xlsx_parts(
    rows: str = "",
    *,
    links: tuple[Link, ...] = (),
    more: Mapping[str, str | bytes] | None = None,
) -> dict[str, str | bytes]:
    """The parts of a small .xlsx, by name."""
    inline = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{TEXT}</t></is></c></row>'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": types({"xl/workbook.xml": SHEET_MAIN}),
        "_rels/.rels": rels(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'{HEAD}<workbook xmlns="{S}" xmlns:r="{R}"><sheets>'
            '<sheet name="Danh mục" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": rels(
            ("worksheet", "worksheets/sheet1.xml"),
            *links,
        ),
        "xl/worksheets/sheet1.xml": sheet_xml(rows or inline),
    }
    return {**parts, **(more or {})}


def xlsx(
    rows: str = "",
    *,
    links: tuple[Link, ...] = (),
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A small .xlsx."""
    return package(xlsx_parts(rows, links=links, more=more))


def saved(pdf: pikepdf.Pdf, **how: object) -> bytes:
    """The bytes of a .pdf."""
    out = io.BytesIO()
    pdf.save(out, **how)  # type: ignore[arg-type] # options of pikepdf, as they are
    return out.getvalue()


def new_pdf(content: bytes | None = None, pages: int = 1) -> pikepdf.Pdf:
    """A .pdf with a text layer in one of the fonts that every reader has."""
    pdf = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )
    for number in range(pages):
        said = f"BT /F1 12 Tf 72 720 Td (Chuong trinh phoi hop {number + 1}) Tj ET"
        page = pdf.add_blank_page(page_size=(595, 842)).obj
        page.Resources = pikepdf.Dictionary(
            Font=pikepdf.Dictionary(F1=pdf.make_indirect(font))
        )
        page.Contents = pdf.make_stream(content or said.encode())
    return pdf


def pdf(content: bytes | None = None, pages: int = 1) -> bytes:
    """The bytes of such a .pdf."""
    return saved(new_pdf(content, pages))


def html(body: str = "") -> bytes:
    """A web page."""
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Kế hoạch</title>'
        f"</head><body>{body or f'<p>{TEXT}</p>'}</body></html>"
    ).encode()
