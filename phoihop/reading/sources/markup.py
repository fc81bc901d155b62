"""XML and HTML into trees: no entities, no network, counted before they are built."""

import codecs
import re
from collections.abc import Iterable
from typing import Any

from lxml import etree, html

from phoihop.reading import caps
from phoihop.refusals import Refused

# lxml ships no types; an element is what it is.
Element = Any

DECLARED = re.compile(r"""<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']""")
FORBIDDEN = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# A web page may name its type, and nothing more.
FORBIDDEN_IN_HTML = re.compile(r"<!\s*(?:ENTITY|DOCTYPE[^>]*\[)", re.IGNORECASE)
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, ""),
    (codecs.BOM_UTF32_BE, ""),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
TOO_DEEP = "Excessive depth"
# What was looked at is what is parsed: no second guess at the encoding. One parser for
# all parts of a file, of which many are smaller than the making of another would cost.
PARSER = etree.XMLParser(
    encoding="utf-8",
    resolve_entities=False,
    load_dtd=False,
    no_network=True,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
)


def xml_text(data: bytes) -> str:
    """The text of an XML part: UTF-8 or UTF-16, and no entities of its own."""
    text = _decoded(data)
    if FORBIDDEN.search(text):
        raise Refused("file.xml_doctype", field="file")
    return text


def _decoded(data: bytes) -> str:
    """As the bytes say, held against what the declaration says."""
    mark, encoding = next(
        ((mark, name) for mark, name in MARKS if data.startswith(mark)), (b"", "utf-8")
    )
    if not encoding:
        raise _encoding()
    body = data[len(mark) :] if mark not in (b"<\0", b"\0<") else data
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        raise _encoding() from error
    declared = DECLARED.match(text)
    if declared:
        family = declared.group(1).lower().replace("_", "-")
        # ASCII is UTF-8 as well.
        plain = ("utf-8", "utf8", "us-ascii")
        if family not in (plain if encoding == "utf-8" else ("utf-16", encoding)):
            raise _encoding()
    return text


def xml_tree(text: str) -> Element:
    """The root of an XML part that ``xml_text`` let through and that was counted."""
    try:
        root = etree.fromstring(text.encode(), PARSER)
    except etree.XMLSyntaxError as error:
        raise _broken(PARSER) from error
    if root is None:
        raise Refused("file.corrupt", field="file")
    return root


def cut(root: Element, names: Iterable[str]) -> None:
    """Take every element of these names, with all below it, out of a tree."""
    etree.strip_elements(root, *names, with_tail=False)


def count_elements(text: str) -> int:
    """At least as many as there are: each begins with a “<” that is not “</”.

    Seen in one pass over the text, before anything is built of it.
    """
    return text.count("<") - text.count("</")


def too_many_elements() -> Refused:
    """The refusal of a file that is made of too many pieces."""
    return Refused("file.xml_elements", field="file")


def html_tree(text: str) -> Element:
    """The root of a web page, mended as browsers mend it; scripts are never run."""
    if FORBIDDEN_IN_HTML.search(text):
        raise Refused("file.xml_doctype", field="file")
    if count_elements(text) > caps.ELEMENTS:
        raise too_many_elements()
    parser = html.HTMLParser(
        encoding="utf-8",
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = html.document_fromstring(text.encode(), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise _broken(parser) from error
    if any(TOO_DEEP in entry.message for entry in parser.error_log):
        raise Refused("file.xml_depth", field="file")
    return root


def _broken(parser: Any) -> Exception:
    """Why a parser gave up, by kind; what it says holds pieces of the file."""
    said = " ".join(entry.message for entry in parser.error_log)
    if TOO_DEEP in said:
        return Refused("file.xml_depth", field="file")
    if "emory" in said:
        return MemoryError()
    return Refused("file.corrupt", field="file")


def _encoding() -> Refused:
    return Refused("file.xml_encoding", field="file")
