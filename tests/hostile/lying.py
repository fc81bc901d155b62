"""Files that are not what they say: empty, locked, broken, of another kind."""

import random
from collections.abc import Iterator

import pikepdf

from tests.hostile.papers import Made, docx, html, new_pdf, pdf, saved, xlsx
from tests.hostile.zips import Member, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def old_file(*names: str) -> bytes:
    """The old container with a directory of these names, as far as it is looked at."""
    entries = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in names)
    return OLE + bytes(504) + entries.ljust(1024, b"\0")


def files() -> Iterator[Made]:
    """(name, bytes, code) of each."""
    for ending in ("docx", "pdf", "html", "txt", "xlsx", "csv"):
        yield f"empty.{ending}", b"", "file.empty"
    yield "blank.txt", b" \r\n\t ", "file.empty"
    yield from _of_other_kinds()
    yield from _locked()
    yield from _broken()


def _of_other_kinds() -> Iterator[Made]:
    kinds = {
        "docx": docx(),
        "xlsx": xlsx(),
        "pdf": pdf(),
        "png": b"\x89PNG\r\n\x1a\n" + bytes(64),
        "exe": b"MZ" + bytes(200),
        "rtf": b"{\\rtf1 a}",
        "ole": old_file("Catalog"),
    }
    for said in ("docx", "xlsx", "pdf", "html", "txt", "csv"):
        for kind, data in kinds.items():
            if kind != said:
                yield f"{kind}-as.{said}", data, "file.type_lies"
    yield "page-as.docx", html(), "file.type_lies"
    yield "words-as.html", "Kính gửi: các đơn vị".encode(), "file.type_lies"
    yield "a-zip.docx", zipped([Member("a.txt", b"a")]), "file.type_lies"
    yield "zeros.txt", bytes(100), "file.empty"
    for name in ("a.rtf", "a.exe", "a.svg", "a", "a.docx.exe", "a.zip", "a.eml"):
        yield name, b"Not of a kind that is read", "file.type_unknown"
    yield "old.doc", old_file("WordDocument"), "file.corrupt"
    yield "old.docx", old_file("WordDocument"), "file.type_lies"
    yield "old.xls", old_file("Workbook"), "file.old_excel"
    yield "older.xls", old_file("Book"), "file.old_excel"


def _locked() -> Iterator[Made]:
    for ending in ("docx", "xlsx", "doc"):
        locked = old_file("EncryptionInfo", "EncryptedPackage")
        yield f"locked.{ending}", locked, "file.encrypted"
    locked = saved(new_pdf(), encryption=pikepdf.Encryption(user="a", owner="b"))
    yield "locked.pdf", locked, "file.encrypted"
    member = Member("word/document.xml", b"<a/>", flags=1)
    yield "locked-member.docx", zipped([member]), "file.encrypted"


def _broken() -> Iterator[Made]:
    whole = docx()
    yield "cut.docx", whole[: len(whole) // 2], "file.corrupt"
    yield "beginning.docx", b"PK\x03\x04", "file.corrupt"
    yield "beginning.pdf", b"%PDF-1.7\n", "file.corrupt"
    noise = random.Random(7).randbytes(4_000)
    yield "noise.pdf", b"%PDF-1.4\n" + noise, "file.corrupt"
    yield "unclosed.docx", docx("<w:p><w:r>"), "file.corrupt"
    yield "no-document.docx", docx(more={"word/document.xml": ""}), "file.corrupt"
    a1, a2, b1 = (f'<c r="{at}"><v>1</v></c>' for at in ("A1", "A2", "B1"))
    for name, row in {
        "bad-address": '<row r="1"><c r="1A"><v>1</v></c></row>',
        "bad-row": '<row r="x"><c r="A1"><v>1</v></c></row>',
        "bad-string": '<row r="1"><c r="A1" t="s"><v>7</v></c></row>',
        "rows-backwards": f'<row r="2">{a2}</row><row r="1">{a1}</row>',
        "cells-backwards": f'<row r="1">{b1}{a1}</row>',
    }.items():
        yield f"{name}.xlsx", xlsx(row), "file.corrupt"
    yield "noise.txt", b"a\xff\xfe\x8d\x8f" * 40, "file.text_encoding"
    tcvn3 = "Céng hoµ x· héi chñ nghÜa ViÖt Nam".encode("latin-1")
    yield "tcvn3.txt", tcvn3, "file.text_encoding"
    sheets = "".join(
        f'<sheet name="{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 202)
    )
    yield "sheets-201.xlsx", xlsx(more=_book(sheets)), "file.sheet_count"


def _book(sheets: str) -> dict[str, str]:
    spaces = (
        'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    )
    whole = f"<workbook {spaces}><sheets>{sheets}</sheets></workbook>"
    return {"xl/workbook.xml": whole}
