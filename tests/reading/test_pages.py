"""PDF, web pages, plain text and .csv: what a person sees, in order, and where."""

import pikepdf
import pytest

from phoihop.reading import kinds, sources
from phoihop.reading.extracted import Cell, Part
from phoihop.refusals import Refused
from tests.hostile.papers import TEXT, html, new_pdf, pdf, saved

pytestmark = pytest.mark.pure


def test_a_pdf_is_read_page_by_page() -> None:
    read = sources.read(pdf(pages=2), ending="pdf")
    assert [(part.where, part.text) for part in read.parts] == [
        ("page 1", "Chuong trinh phoi hop 1\n"),
        ("page 2", "Chuong trinh phoi hop 2\n"),
    ]
    assert (read.pages, read.needs_person) == (2, False)


def test_notes_and_properties_of_a_pdf_are_read() -> None:
    made = new_pdf()
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Stamp,
        Rect=pikepdf.Array([0, 0, 99, 99]),
        Contents=pikepdf.String("Dự thảo lần 2"),
    )
    made.pages[0].obj.Annots = pikepdf.Array([made.make_indirect(note)])
    made.docinfo["/Title"] = pikepdf.String("Kế hoạch 2026")
    read = sources.read(saved(made), ending="pdf")
    assert Part("page 1 note", "Dự thảo lần 2") in read.parts
    assert Part("property:title", "Kế hoạch 2026") in read.parts


def test_a_scan_is_taken_and_needs_a_person() -> None:
    made = new_pdf(b"q 100 0 0 100 0 0 cm /Im0 Do Q", pages=1)
    picture = made.make_stream(
        bytes(100),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=10,
        Height=10,
        ColorSpace=pikepdf.Name.DeviceGray,
        BitsPerComponent=8,
    )
    made.pages[0].obj.Resources.XObject = pikepdf.Dictionary(Im0=picture)
    read = sources.read(saved(made), ending="pdf")
    assert read.needs_person
    assert read.parts == ()


def test_one_scanned_page_among_written_ones_needs_a_person() -> None:
    made = new_pdf(pages=2)
    made.pages[1].obj.Contents = made.make_stream(b"0 0 m 9 9 l S")
    assert sources.read(saved(made), ending="pdf").needs_person


def test_a_blank_page_needs_nobody() -> None:
    made = new_pdf(pages=1)
    made.add_blank_page()
    assert not sources.read(saved(made), ending="pdf").needs_person


def test_what_honest_pdfs_hold_is_let_through() -> None:
    """An opening view, links, bookmarks, a signature's field, empty name trees."""
    made = new_pdf()
    first = made.pages[0].obj
    view = pikepdf.Array([first, pikepdf.Name.Fit])
    made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.GoTo, D=view)
    made.Root.Names = pikepdf.Dictionary(
        JavaScript=pikepdf.Dictionary(Names=pikepdf.Array()),
        EmbeddedFiles=pikepdf.Dictionary(Names=pikepdf.Array()),
    )
    action = pikepdf.Dictionary(
        S=pikepdf.Name.URI, URI=pikepdf.String("https://a.invalid")
    )
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, A=action
    )
    first.Annots = pikepdf.Array([link])
    field = pikepdf.Dictionary(FT=pikepdf.Name.Sig, T=pikepdf.String("Chữ ký 1"))
    made.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]), SigFlags=3)
    assert sources.read(saved(made), ending="pdf").parts[0].where == "page 1"


def test_a_pdf_locked_against_printing_only_is_read() -> None:
    locked = pikepdf.Encryption(user="", owner="b")
    assert sources.read(saved(new_pdf(), encryption=locked), ending="pdf").pages == 1


def body(page: str) -> Part:
    """The body of a web page."""
    return sources.read(html(page), ending="html").parts[0]


def test_a_web_page_is_read_as_it_is_seen() -> None:
    page = (
        "<h1>KẾ  HOẠCH</h1>\n<p>Năm\n2026<br>xã&nbsp;<b>Bình</b> Hòa</p>"
        "<script>tracking()</script><style>p{}</style><!-- lời ẩn -->"
        "<noscript>ẩn</noscript><template>ẩn</template>"
    )
    assert body(page).text == "KẾ HOẠCH\nNăm 2026\nxã\xa0Bình Hòa\n"


def test_cells_of_a_web_page_know_their_place() -> None:
    table = (
        "<table><tr><th>Nhiệm vụ</th><th>Chủ trì</th></tr>"
        "<tr><td><p>a</p></td><td>b</td></tr></table>"
    )
    part = body(table)
    assert part.text == "Nhiệm vụ\tChủ trì\na\tb\n"
    assert [part.text[c.start : c.end] for c in part.cells] == [
        "Nhiệm vụ",
        "Chủ trì",
        "a",
        "b",
    ]
    assert [(c.row, c.column) for c in part.cells] == [(1, 1), (1, 2), (2, 1), (2, 2)]


def test_words_own_page_is_read() -> None:
    """Office namespaces, an encoding without quotes, conditional comments."""
    page = (
        '<html xmlns:o="urn:o"><head><meta http-equiv=Content-Type content="text/html; '
        'charset=utf-8"><!--[if gte mso 9]><xml></xml><![endif]--></head><body>'
        "<p class=MsoNormal><o:p>Số: 12/KH</o:p></p></body></html>"
    )
    assert sources.read(page.encode(), ending="htm").parts[0].text == "Số: 12/KH\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
    ],
)
def test_plain_text_is_read_in_unicode(data: bytes) -> None:
    assert sources.read(data, ending="txt").parts == (Part("body", TEXT),)


def test_windows_1258_is_read_as_letters_and_tones() -> None:
    written = "Ca\u0300 Mau, Bi\u0300nh Ho\u0300a"
    data = written.encode("cp1258")
    assert sources.read(data, ending="txt").parts[0].text == written


def test_a_csv_is_a_grid_of_texts() -> None:
    (sheet,) = sources.read('Tên;Số\n=1+1;\n"a;b";2\n'.encode(), ending="csv").sheets
    assert sheet.rows == (
        (Cell("Tên", "text"), Cell("Số", "text")),
        (Cell("=1+1", "text"), Cell()),
        (Cell("a;b", "text"), Cell("2", "text")),
    )


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("Kế hoạch.DOCX", "docx"),
        ("a.b.pdf", "pdf"),
        ("docx", ""),
        ("a.", ""),
        ("a.zzz", ""),
    ],
)
def test_of_a_name_only_a_known_ending_is_used(name: str, ending: str) -> None:
    assert kinds.ending_of(name) == ending


def test_an_unknown_encoding_of_a_page_is_refused() -> None:
    page = html().replace(b"utf-8", b"koi8-r")
    with pytest.raises(Refused, match=r"file\.xml_encoding"):
        sources.read(page, ending="html")
