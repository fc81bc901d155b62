"""The parts of a .docx around its text: ECMA-376, Open Packaging Conventions. Pure.

Eight parts of our own in place of the empty document that a library brings: nothing in
them speaks of another program or language, they say that they need no mode of
compatibility, and the bytes do not change when a library does.
"""

from datetime import date
from html import escape
from io import BytesIO
from zipfile import (
    ZIP_DEFLATED,
    ZipFile,  # noqa: TID251 - writes; files of strangers are read in the jail
    ZipInfo,
)

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
# By this the sections of the document name their header.
HEADER = "rId3"

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"

_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_MAIN}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_MAIN}.settings+xml"/>'
    f'<Override PartName="/word/header1.xml" ContentType="{_MAIN}.header+xml"/>'
    f'<Override PartName="/docProps/core.xml" ContentType="{_CORE}"/></Types>'
)
_OF_PACKAGE = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
    'Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/></Relationships>'
)
_OF_DOCUMENT = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/settings" Target="settings.xml"/>'
    f'<Relationship Id="{HEADER}" Type="{_OFFICE}/header" Target="header1.xml"/>'
    "</Relationships>"
)
_SETTINGS = (
    f'<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/>'
    '<w:listSeparator w:val=";"/></w:settings>'
)
_ABOUT = (
    f'xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def pack(
    *, document: str, styles: str, header: str, title: str, author: str, day: date
) -> bytes:
    """A .docx of these parts, made on this day; each is markup with its root."""
    parts = {
        # First, for programs that guess by the first bytes.
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _OF_PACKAGE,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _OF_DOCUMENT,
        "word/styles.xml": styles,
        "word/settings.xml": _SETTINGS,
        "word/header1.xml": header,
        "docProps/core.xml": _properties(title, author, day),
    }
    written = BytesIO()
    with ZipFile(written, "w") as packed:
        for name, markup in parts.items():
            # Dated 1 January 1980, the first day of zips: no clock is read.
            packed.writestr(ZipInfo(name), _XML + markup, ZIP_DEFLATED)
    return written.getvalue()


def _properties(title: str, author: str, day: date) -> str:
    made = "".join(
        f'<dcterms:{each} xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:{each}>'
        for each in ("created", "modified")
    )
    return (
        f"<cp:coreProperties {_ABOUT}><dc:title>{escape(title)}</dc:title>"
        f"<dc:creator>{escape(author)}</dc:creator>{made}"
        f"<cp:lastModifiedBy>{escape(author)}</cp:lastModifiedBy>"
        "<dc:language>vi-VN</dc:language></cp:coreProperties>"
    )
