"""C11: members that mean to leave their folder, and files with such names."""

from collections.abc import Iterator

from tests.hostile.bombs import members, with_member
from tests.hostile.papers import Made, docx, docx_parts, package, rels, xlsx
from tests.hostile.zips import Member, zipped

LINK = 0o120777 << 16
NAMES = (
    "../evil.xml",
    "../../../../tmp/phoihop-evil",
    "word/../../evil.xml",
    "/etc/cron.d/evil",
    "/tmp/phoihop-evil",
    "~/evil",
    "..\\evil.xml",
    "C:\\evil.xml",
    "C:/evil.xml",
    "\\\\10.0.0.1\\share\\evil",
    "word/a\0.xml",
    "word/..",
    "..",
    "",
    "CON",
    "word/nul.xml",
    "word/COM1.xml",
    "word/document.xml:stream",
)


def files() -> Iterator[Made]:
    """(name, bytes, code) of each."""
    for number, name in enumerate(NAMES):
        left = with_member(Member(name, b"x"))
        yield f"name-{number}.docx", left, "file.archive_name"
    local = Member("word/a.xml", b"<a/>", local_name="../a.xml")
    yield "name-in-local-header.docx", with_member(local), "file.archive_name"
    link = Member("word/link.xml", b"/etc/passwd", attributes=LINK)
    yield "symlink.docx", with_member(link), "file.archive_link"
    both = [Member("word/x", b"/tmp", attributes=LINK), Member("word/x/evil", b"x")]
    yield "symlink-and-through-it.docx", with_member(*both), "file.archive_link"
    main = [m for m in members() if m.name != "word/document.xml"]
    linked = Member("word/document.xml", b"/etc/passwd", attributes=LINK)
    yield "symlink-as-document.docx", zipped([*main, linked]), "file.archive_link"
    twice = Member("word/document.xml", b"<a/>")
    yield "twice.docx", with_member(twice), "file.archive_twice"
    cased = Member("WORD/Document.xml", b"<a/>")
    yield "twice-by-case.docx", with_member(cased), "file.archive_twice"
    folder = Member("word/document.xml/", b"")
    yield "a-folder-and-a-file.docx", with_member(folder), "file.archive_twice"
    # Links that lead out of the archive find no part there.
    outside = {"_rels/.rels": rels(("officeDocument", "../../etc/passwd"))}
    yield "main-part-outside.docx", docx(more=outside), "file.type_lies"
    sheet = {"xl/_rels/workbook.xml.rels": rels(("worksheet", "/etc/passwd"))}
    yield "sheet-outside.xlsx", xlsx(more=sheet), "file.corrupt"
    file = {"_rels/.rels": rels(("officeDocument", "file:///etc/passwd"))}
    yield "main-part-by-file.docx", package({**docx_parts(), **file}), "file.remote"
