"""C08: what unpacks to more than it is, or claims what is not so."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

import pikepdf

from tests.hostile.papers import (
    Made,
    docx,
    docx_parts,
    new_pdf,
    package,
    paragraph,
    saved,
    xlsx,
)
from tests.hostile.zips import Member, zipped

MB = 1024 * 1024
PART = "word/document.xml"


def files() -> Iterator[Made]:
    """(name, bytes, code) of each."""
    yield from _of_ratio()
    yield from _of_claims()
    yield from _of_pictures()
    yield from _of_pdf()


def members() -> list[Member]:
    """The members of an honest .docx."""
    return [
        Member(name, part.encode() if isinstance(part, str) else part)
        for name, part in docx_parts().items()
    ]


def with_member(*more: Member, **how: object) -> bytes:
    """An honest .docx with something beside it."""
    return zipped([*members(), *more], **how)  # type: ignore[arg-type] # zipped's own


def _of_ratio() -> Iterator[Made]:
    spaces = docx(paragraph(" " * 1_900_000))
    yield "spaces.docx", spaces, "file.archive_ratio"
    zeros = {"word/media/zeros.bin": bytes(9 * MB)}
    yield "zeros-in-media.docx", docx(more=zeros), "file.archive_ratio"
    letters = {"customXml/item1.xml": f"<a>{'a' * 1_000_000}</a>"}
    yield "letters.xlsx", xlsx(more=letters), "file.archive_ratio"
    inner = package({"deep.bin": bytes(10 * MB)})
    nested = package({"inner.zip": inner})
    yield (
        "zip-in-zip.docx",
        docx(more={"word/media/inner.zip": nested}),
        "file.embedded",
    )
    pile = inner
    for _ in range(20):
        pile = package({"next.zip": pile})
    yield "zip-20-deep.docx", docx(more={"a.zip": pile}), "file.embedded"
    yield (
        "gzip.docx",
        docx(more={"word/a.gz": zlib.compress(bytes(MB))}),
        "file.embedded",
    )
    many = {f"word/media/{n}.emf": b"" for n in range(2_001)}
    yield "members-2-001.docx", docx(more=many), "file.archive_entries"
    # Pieces of zeros beside each other, each within the limit for small ones.
    small = {f"word/media/{n}.emf": bytes(60_000) for n in range(900)}
    yield "small-zeros-900-times.docx", docx(more=small), "file.archive_ratio"


def _of_claims() -> Iterator[Made]:
    big = b"<a>" + b"a" * (6 * MB)
    yield (
        "says-100-bytes-is-6-mb.docx",
        with_member(Member("word/styles.xml", big, size=100, crc=0)),
        "file.archive_lies",
    )
    yield (
        "says-1-mb-is-10-bytes.docx",
        with_member(Member("word/styles.xml", b"<a>123</a>", size=60_000)),
        "file.archive_lies",
    )
    for name, lying in {
        "two-sizes": Member("a.xml", b"<a/>", local_size=9),
        "two-names": Member("a.xml", b"<a/>", local_name="b.xml"),
        "stored-longer": Member("a.xml", b"<a/>", stored=True, size=90, packed_size=4),
    }.items():
        yield f"{name}.docx", with_member(lying), "file.archive_lies"
    yield "wrong-sum.docx", with_member(Member("a.xml", b"<a/>", crc=1)), "file.corrupt"
    cut = Member("a.xml", packed=zlib.compress(b"<a/>" * 99)[2:9], size=396)
    yield "cut-stream.docx", with_member(cut), "file.corrupt"
    not_packed = Member("a.xml", packed=b"\xff" * 40, size=40)
    yield "no-stream.docx", with_member(not_packed), "file.corrupt"
    other = Member("a.xml", b"<a/>", method=12)
    yield "other-method.docx", with_member(other), "file.corrupt"
    yield (
        "same-place.docx",
        with_member(Member(PART[:-4] + "2.xml", at=0)),
        "file.archive_overlap",
    )
    yield "overlap.docx", _overlapping(), "file.archive_overlap"
    yield (
        "over-directory.docx",
        with_member(Member("a.xml", b"<a/>", packed_size=999)),
        "file.archive_overlap",
    )
    yield from _of_directories()


def _of_directories() -> Iterator[Made]:
    """What the list at the end may claim."""
    for name, huge in {
        "zip64-size": Member("a.xml", b"<a/>", size=0xFFFFFFFF),
        "zip64-packed": Member("a.xml", b"<a/>", packed_size=0xFFFFFFFF),
    }.items():
        yield f"{name}.docx", with_member(huge), "file.archive_zip_large"
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, 0, 1)
    yield "zip64-end.docx", with_member(before_end=locator), "file.archive_zip_large"
    yield "zip64-count.docx", with_member(count=0xFFFF), "file.archive_zip_large"
    yield "counts-more.docx", with_member(count=9), "file.corrupt"
    yield "counts-less.docx", with_member(count=2), "file.archive_lies"
    yield "directory-elsewhere.docx", with_member(directory_size=7), "file.corrupt"
    yield (
        "end-in-comment.docx",
        with_member(comment=b"PK\x05\x06" + bytes(18)),
        "file.corrupt",
    )
    yield "real-zip64.docx", _zip64(), "file.archive_zip_large"


def _overlapping() -> bytes:
    """Many members of the directory over one kernel of packed bytes."""
    kernel = b"<a>" + b"b" * 60_000 + b"</a>"
    inside = Member("word/z9.xml", kernel)
    around = Member("word/z1.xml", packed=bytes(30) + inside.body, size=60_007)
    first = zipped([*members(), around])
    at = first.rfind(inside.body) - 30 - len("word/z9.xml")
    inside.at = at
    return zipped([*members(), around, inside])


def _zip64() -> bytes:
    """As a program writes it that is told to expect large members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in docx_parts().items():
            with archive.open(name, "w", force_zip64=True) as member:
                member.write(part.encode() if isinstance(part, str) else part)
    data = out.getvalue()
    at = data.rfind(b"PK\x05\x06")
    return data[: at + 10] + b"\xff\xff" + data[at + 12 :]


def _of_pictures() -> Iterator[Made]:
    wide = high = 60_000
    heads = {
        "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", wide, high),
        "gif": b"GIF89a" + struct.pack("<HH", wide, high),
        "bmp": b"BM" + bytes(16) + struct.pack("<ii", wide, -high),
        "jpeg": b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08"
        + struct.pack(">HH", high, wide),
        "tiff": b"II*\0\x08\0\0\0\x02\0"
        + struct.pack("<HHIIHHII", 256, 4, 1, wide, 257, 4, 1, high),
    }
    heads = {kind: head + bytes(9) for kind, head in heads.items()}
    for kind, head in heads.items():
        flood = docx(more={f"word/media/image1.{kind}": head})
        yield f"flood-{kind}.docx", flood, "file.image_too_large"
    yield (
        "flood-png.xlsx",
        xlsx(more={"xl/media/image1.png": heads["png"]}),
        "file.image_too_large",
    )
    pdf = new_pdf()
    picture = pdf.make_stream(
        b"", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image
    )
    picture.Width, picture.Height = wide, high
    pdf.pages[0].obj.Resources.XObject = pikepdf.Dictionary(Im0=picture)
    yield "flood.pdf", saved(pdf), "file.image_too_large"


def _of_pdf() -> Iterator[Made]:
    """What .pdf packs in its own ways; a limit of the jail ends what no cap sees."""
    yield "object-stream-bomb.pdf", _object_stream, "file.corrupt"
    yield "filters-twice.pdf", _filters, "file.corrupt"
    loop = new_pdf()
    loop.Root.Pages.Kids = pikepdf.Array([loop.Root.Pages])
    yield "pages-in-a-circle.pdf", saved(loop), "file.corrupt"
    broken = (
        saved(new_pdf())
        .replace(b"/Type /Pages", b"/Type /Pagez")
        .replace(b"/Kids", b"/Kidz")
    )
    yield "no-pages.pdf", broken, "file.corrupt"


def _object_stream() -> bytes:
    """A list of objects that unpacks to 900 MB."""
    packer = zlib.compressobj(6)
    body = b"".join(packer.compress(b" " * MB) for _ in range(900)) + packer.flush()
    return _raw_pdf(b"/Type /ObjStm /N 1 /First 8 /Filter /FlateDecode", body)


def _filters() -> bytes:
    """A stream packed over and over: each layer is small, the last is not."""
    body = bytes(700 * MB // 16)
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(body) for _ in range(16)) + packer.flush()
    data = zlib.compress(data, 9)
    return _raw_pdf(
        b"/Type /ObjStm /N 1 /First 8 /Filter [/FlateDecode /FlateDecode]", data
    )


def _raw_pdf(words: bytes, body: bytes) -> bytes:
    """A .pdf whose root lies in the stream given: it must be unpacked to be found."""
    out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    at = len(out)
    out += b"2 0 obj\n<< " + words + b" /Length %d >>\nstream\n" % len(body)
    out += body + b"\nendstream\nendobj\n"
    table = len(out)
    rows = struct.pack(">BIH", 0, 0, 65535) + struct.pack(">BIH", 2, 2, 0)
    rows += struct.pack(">BIH", 1, at, 0) + struct.pack(">BIH", 1, table, 0)
    out += (
        b"3 0 obj\n<< /Type /XRef /Size 4 /W [1 4 2] /Root 1 0 R "
        b"/Length %d >>\nstream\n" % len(rows)
    )
    out += rows + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % table
    return bytes(out)
