"""What a file is: by what it contains, and held against what its name says."""

import re

from phoihop.reading import caps
from phoihop.refusals import Refused

# Endings that are taken, and the kind each stands for.
ENDINGS = {
    "docx": "docx",
    "xlsx": "xlsx",
    "pdf": "pdf",
    "html": "html",
    "htm": "html",
    "txt": "txt",
    "csv": "csv",
    "doc": "doc",
    "xls": "xls",
}
# Read by Python alone, without a parser in C.
PLAIN = {"txt", "csv"}
WITH_MACROS = {"docm", "dotm", "xlsm", "xltm", "xlam", "pptm"}

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OTHER_KINDS = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM",
    b"RIFF",
    b"MZ",
    b"\x7fELF",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"{\\rtf",
    b"%!PS",
    b"#!",
    b"SQLite format 3",
)
HTML_HOLDS = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|p|div|table|span|h[1-6])\b", re.IGNORECASE
)
BLANK = b"\xef\xbb\xbf \t\r\n"


def ending_of(name: str) -> str:
    """The ending of a file's name if it is one that is known, else nothing.

    Nothing else of a name goes further: it may itself hold what is refused.
    """
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    return ending if ending in ENDINGS or ending in WITH_MACROS else ""


def kind_of(data: bytes, *, ending: str) -> str:
    """The kind that the content has, the ending agrees with, and a reader is for."""
    if not data:
        raise Refused("file.empty", field="file")
    if len(data) > caps.FILE_BYTES:
        raise Refused("file.too_large", field="file", most=caps.FILE_BYTES // caps.MB)
    if ending in WITH_MACROS:
        raise Refused("file.macros", field="file")
    if ending not in ENDINGS:
        raise Refused("file.type_unknown", field="file")
    said = ENDINGS[ending]
    if data.startswith(OLE):
        _refuse_other_ole(data, said)
    if not data.strip(BLANK + b"\xff\xfe\0"):
        raise Refused("file.empty", field="file")
    if not _is(said, data):
        raise Refused("file.type_lies", field="file", ending=f".{ending}")
    return said


def _is(said: str, data: bytes) -> bool:
    """Whether the content can be of the kind that the name says."""
    if said in PLAIN:
        return _is_text(data)
    if said == "html":
        return _is_text(data) and bool(HTML_HOLDS.search(data.replace(b"\0", b"")))
    if said == "pdf":
        return b"%PDF-" in data[:1024]
    if said == "doc":
        return data.startswith(OLE)
    return said in ("docx", "xlsx") and data.startswith(b"PK")


def _refuse_other_ole(data: bytes, said: str) -> None:
    """The old container: an old paper is read; a locked file, or another, is not."""
    if _named(data, "EncryptedPackage"):
        raise Refused("file.encrypted", field="file")
    if said == "doc" and _named(data, "WordDocument"):
        return
    if said in ("xls", "xlsx") and (_named(data, "Workbook") or _named(data, "Book")):
        raise Refused("file.old_excel", field="file")
    raise Refused("file.type_lies", field="file", ending=f".{said}")


def _named(data: bytes, name: str) -> bool:
    """Whether the directory of an old container has an entry of this name."""
    return name.encode("utf-16-le") in data


def _is_text(data: bytes) -> bool:
    """Whether these bytes can be text: no other kind's first bytes, no lone zeros."""
    begins = data[:64].lstrip(BLANK)
    if data.startswith((b"PK", b"%PDF-")) or begins.startswith(OTHER_KINDS):
        return False
    return b"\0" not in data or data.startswith((b"\xff\xfe", b"\xfe\xff"))
