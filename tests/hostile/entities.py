"""C09: declarations that read files, ask other machines or grow without end."""

from collections.abc import Iterator

from tests.hostile.papers import (
    TEXT,
    Made,
    W,
    docx,
    docx_parts,
    html,
    package,
    paragraph,
    rels,
    xlsx,
)

LAUGHS = '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)
FILES = ("file:///etc/passwd", "/etc/hostname", "file:///proc/self/environ")


def files(canary: str) -> Iterator[Made]:
    """(name, bytes, code) of each; ``canary`` is an address that nobody may call."""
    for name, declared in _declarations(canary).items():
        body = f'<?xml version="1.0"?>{declared}<w:document xmlns:w="{W}"><w:body>'
        body += f"{paragraph('&e;')}</w:body></w:document>"
        yield f"{name}.docx", _with("word/document.xml", body), "file.xml_doctype"
    outside = f'<!DOCTYPE x SYSTEM "{canary}/x.dtd">'
    for part in (
        "[Content_Types].xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "docProps/core.xml",
        "word/settings.xml",
        "word/media/image1.svg",
        "customXml/item1.xml",
        "word/header1.xml",
    ):
        whole = docx_parts().get(part, "<x>&e;</x>")
        assert isinstance(whole, str)
        said = (
            outside + whole.partition("?>\n")[2] if "?>" in whole else outside + whole
        )
        name = part.strip("[]._").replace("/", "-").replace("]", "")
        yield f"dtd-in-{name}.docx", _with(part, said), "file.xml_doctype"
    for part in ("xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"):
        yield (
            f"dtd-in-{part.rpartition('/')[2]}.xlsx",
            xlsx(more={part: outside + "<x/>"}),
            "file.xml_doctype",
        )
    yield from _in_encodings(canary)
    yield from _without_declaration(canary)
    yield from _in_pages(canary)


def _declarations(canary: str) -> dict[str, str]:
    """By name: what stands before the root."""
    read = {
        f"reads-a-file-{n}": f'<!DOCTYPE r [<!ENTITY e SYSTEM "{file}">]>'
        for n, file in enumerate(FILES)
    }
    return {
        **read,
        "asks": f'<!DOCTYPE r [<!ENTITY e SYSTEM "{canary}/e">]>',
        "dtd-by-address": f'<!DOCTYPE r SYSTEM "{canary}/r.dtd">',
        "dtd-public": f'<!DOCTYPE r PUBLIC "-//A//B" "{canary}/r.dtd">',
        "parameter": f'<!DOCTYPE r [<!ENTITY % p SYSTEM "{canary}/p"> %p;]>',
        "laughs": f"<!DOCTYPE r [{LAUGHS}<!ENTITY e '&j;'>]>",
        "one-long-entity": f'<!DOCTYPE r [<!ENTITY e "{"a" * 50_000}">]>',
        "itself": '<!DOCTYPE r [<!ENTITY e "&e;">]>',
        "small-letters": '<!doctype r [<!entity e "a">]>',
        "with-space": '<! DOCTYPE r [<!ENTITY e "a">]>',
        "harmless": "<!DOCTYPE document>",
        "late": f"<!--{'-a' * 9_000}--><!DOCTYPE r [<!ENTITY e 'a'>]>",
    }


def _with(part: str, said: str | bytes) -> bytes:
    return package({**docx_parts(), part: said})


def _in_encodings(canary: str) -> Iterator[Made]:
    said = f'<!DOCTYPE r [<!ENTITY e SYSTEM "{canary}/e">]><r>&e;</r>'
    part = "word/document.xml"
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        body = f'<?xml version="1.0" encoding="UTF-16"?>{said}'.encode(encoding)
        yield f"{encoding}.docx", _with(part, body), "file.xml_doctype"
    marked = b"\xef\xbb\xbf" + said.encode()
    yield "utf-8-mark.docx", _with(part, marked), "file.xml_doctype"
    for encoding in ("utf-7", "utf-32", "cp037"):
        # In an encoding that hides the words.
        head = f'<?xml version="1.0" encoding="{encoding}"?>'
        body = head.encode("ascii" if encoding == "utf-7" else encoding)
        hidden = _with(part, body + said.encode(encoding))
        yield f"{encoding}-hidden.docx", hidden, "file.xml_encoding"
    other = f'<?xml version="1.0" encoding="UTF-8"?>{said}'.encode("utf-16-le")
    yield "declared-otherwise.docx", _with(part, other), "file.xml_encoding"
    yield (
        "latin-1.docx",
        _with(part, b'<?xml version="1.0" encoding="ISO-8859-1"?><r>\xe0</r>'),
        "file.xml_encoding",
    )
    plain = '<?xml version="1.0" encoding="UTF-7"?><r>+ADw-!DOCTYPE r+AD4-</r>'
    yield "utf-7-in-ascii.docx", _with(part, plain), "file.xml_encoding"


def _without_declaration(canary: str) -> Iterator[Made]:
    """An entity that nobody declared, and other ways to take something in."""
    unknown = docx(paragraph("A&e;B"))
    yield "undeclared.docx", unknown, "file.corrupt"
    links = rels(("aFChunk", f"{canary}/x.html", "External"))
    chunk = docx(
        '<w:altChunk r:id="rId1"/>', more={"word/_rels/document.xml.rels": links}
    )
    yield "chunk-by-address.docx", chunk, "file.altchunk"
    included = (
        f'<w:document xmlns:w="{W}"><w:body><xi:include '
        f'xmlns:xi="http://www.w3.org/2001/XInclude" href="{canary}/x"/>'
        f"{paragraph(TEXT)}</w:body></w:document>"
    )
    link = (("image", f"{canary}/x.png", "External"),)
    yield "picture-by-address.docx", docx(links=link), "file.remote"
    styled = f'<?xml-stylesheet href="{canary}/x.xsl"?>{included}'
    # Includes and style sheets are not followed; the remote picture refuses it.
    taken = docx(links=link, more={"word/document.xml": styled})
    yield "include-and-stylesheet.docx", taken, "file.remote"


def _in_pages(canary: str) -> Iterator[Made]:
    doctype = f'<!DOCTYPE html [<!ENTITY e SYSTEM "{canary}/e">]>'
    for name, page in {
        "entity": html(TEXT).replace(b"<!DOCTYPE html>", doctype.encode()),
        "entity-later": html("<!ENTITY e SYSTEM 'file:///etc/passwd'><p>&e;</p>"),
        "svg": html(f"<svg><!DOCTYPE s [<!ENTITY e SYSTEM '{canary}/s'>]></svg>"),
    }.items():
        yield f"{name}.html", page, "file.xml_doctype"
    seven = html(TEXT).replace(b'charset="utf-8"', b'charset="utf-7"')
    yield "utf-7.html", seven, "file.xml_encoding"
