"""Papers read back from their bytes, by readers that are not the writers."""

import unicodedata
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pypdfium2
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"w": W.strip("{}")}


@dataclass
class Docx:
    """The markup of a .docx."""

    parts: dict[str, bytes]

    def part(self, name: str) -> Any:
        """One part as a tree."""
        return etree.fromstring(self.parts[name])

    @property
    def document(self) -> Any:
        """The text, as a tree."""
        return self.part("word/document.xml")

    def find(self, path: str) -> list[Any]:
        """What the path leads to within the text."""
        found: list[Any] = self.document.xpath(path, namespaces=NS)
        return found

    @property
    def lines(self) -> list[str]:
        """Every paragraph that says something; a break within it is one here."""
        said = []
        for paragraph in self.document.iter(f"{W}p"):
            text = "".join(
                "\n" if each.tag == f"{W}br" else each.text or ""
                for each in paragraph.iter(f"{W}t", f"{W}br")
            )
            said.append(text)
        return [text for text in said if text]

    def style(self, name: str) -> Any:
        """One style of the document."""
        styles = self.part("word/styles.xml")
        (found,) = styles.xpath(f'w:style[@w:styleId="{name}"]', namespaces=NS)
        return found


def docx(data: bytes) -> Docx:
    """A .docx taken apart."""
    with ZipFile(BytesIO(data)) as packed:
        return Docx({name: packed.read(name) for name in packed.namelist()})


def value(element: Any, path: str) -> str:
    """The one attribute or text that the path leads to."""
    (found,) = element.xpath(path, namespaces=NS)
    return str(found)


def pages(data: bytes) -> list[str]:
    """The text of each page of a .pdf, in the order in which it stands there."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [_page(document, number) for number in range(len(document))]
    finally:
        document.close()


def _page(document: Any, number: int) -> str:
    page = document[number]
    text = page.get_textpage()
    said = str(text.get_text_range())
    text.close()
    page.close()
    return said


def run(text: str) -> str:
    """The text without blanks and line ends, which every page sets its own way."""
    return "".join(unicodedata.normalize("NFC", text).split())
