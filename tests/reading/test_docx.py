"""A .docx: every place in which a paper holds words is read, and said."""

import pytest

from phoihop.reading import sources
from phoihop.reading.extracted import Extracted, Part
from phoihop.refusals import Refused
from tests.hostile.papers import TEXT, Link, docx, docx_parts, paragraph

pytestmark = pytest.mark.pure

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
V = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def read(body: str = "", links: tuple[Link, ...] = (), **more: str) -> Extracted:
    """Read a paper; ``header1="…"`` adds a part of this name with this inside."""
    parts = {
        f"word/{name}.xml": f"<w:x {W} {V}>{inside}</w:x>"
        for name, inside in more.items()
    }
    return sources.read(docx(body, links=links, more=parts), ending="docx")


def words(extracted: Extracted, where: str) -> list[str]:
    """The texts that stand at one place."""
    return [part.text for part in extracted.parts if part.where == where]


def test_paragraphs_end_with_a_newline_and_offsets_are_into_the_raw_text() -> None:
    text = read(paragraph("Điều 1.") + paragraph("Phối hợp")).parts[0].text
    assert text == "Điều 1.\nPhối hợp\n"


def test_what_a_run_may_hold_besides_letters() -> None:
    run = (
        "<w:p><w:r><w:t>Số:</w:t><w:tab/><w:t>12</w:t><w:noBreakHyphen/><w:t>KH</w:t>"
        "<w:br/><w:t>xã</w:t><w:softHyphen/></w:r></w:p>"
    )
    assert read(run).parts[0].text == "Số:\t12-KH\nxã\n"


def test_cells_are_apart_and_know_their_place() -> None:
    def row(*cells: str) -> str:
        inside = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells)
        return f"<w:tr>{inside}</w:tr>"

    table = f"<w:tbl><w:tblPr/>{row('Nhiệm vụ', 'Chủ trì')}{row('a', 'b')}</w:tbl>"
    body = read(paragraph("Trước") + table + paragraph("Sau")).parts[0]
    assert body.text == "Trước\nNhiệm vụ\tChủ trì\na\tb\nSau\n"
    found = [
        (body.text[cell.start : cell.end], cell.table, cell.row, cell.column)
        for cell in body.cells
    ]
    assert found == [
        ("Nhiệm vụ", 1, 1, 1),
        ("Chủ trì", 1, 1, 2),
        ("a", 1, 2, 1),
        ("b", 1, 2, 2),
    ]


def test_a_cell_may_hold_lines_and_a_table() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('trong')}</w:tc></w:tr></w:tbl>"
    cell = f"<w:tc>{paragraph('một')}{paragraph('hai')}{inner}{paragraph('')}</w:tc>"
    body = read(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>").parts[0]
    assert {body.text[c.start : c.end] for c in body.cells} == {
        "trong",
        "một\nhai\ntrong\n",
    }
    assert {c.table for c in body.cells} == {1, 2}


def test_headers_footers_notes_and_comments_are_read() -> None:
    links: tuple[Link, ...] = (
        ("header", "header1.xml"),
        ("header", "header2.xml"),
        ("footer", "footer1.xml"),
        ("footnotes", "footnotes.xml"),
        ("endnotes", "endnotes.xml"),
        ("comments", "comments.xml"),
    )
    extracted = read(
        "",
        links,
        header1=paragraph("đầu 1"),
        header2=paragraph("đầu 2"),
        footer1=paragraph("chân"),
        footnotes=paragraph("chú"),
        endnotes=paragraph("cuối"),
        comments=paragraph("lời"),
    )
    assert {part.where: part.text.strip() for part in extracted.parts} == {
        "body": TEXT,
        "header1": "đầu 1",
        "header2": "đầu 2",
        "footer1": "chân",
        "footnote": "chú",
        "endnote": "cuối",
        "comment": "lời",
    }


def test_a_text_box_is_a_text_of_its_own_and_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('TRONG KHUNG')}</w:txbxContent>"
    both = (
        "<w:p><w:r><mc:AlternateContent>"
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent><w:t>ngoài</w:t></w:r></w:p>"
    )
    extracted = read(both)
    assert words(extracted, "body") == ["ngoài\n"]
    assert words(extracted, "textbox") == ["TRONG KHUNG\n"]


def test_the_two_forms_of_a_box_are_both_read_where_they_differ() -> None:
    """Old programs show the other one: nothing hides there."""
    one, other = (
        f"<w:txbxContent>{paragraph(text)}</w:txbxContent>" for text in ("một", "hai")
    )
    both = (
        f"<w:p><w:r><mc:AlternateContent>{one}{other}</mc:AlternateContent></w:r></w:p>"
    )
    assert words(read(both), "textbox") == ["một\n", "hai\n"]


def test_a_box_within_a_box_is_read() -> None:
    inner = f"<w:txbxContent>{paragraph('sâu')}</w:txbxContent>"
    outer = f"<w:txbxContent><w:p><w:r>{inner}</w:r></w:p></w:txbxContent>"
    assert "sâu\n" in words(read(f"<w:p><w:r>{outer}</w:r></w:p>"), "textbox")


def test_a_watermark_is_read_where_word_keeps_it() -> None:
    shape = '<v:shape><v:textpath string="DỰ THẢO"/></v:shape>'
    mark = f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>"
    links: tuple[Link, ...] = (("header", "header1.xml"),)
    assert words(read("", links, header1=mark), "watermark") == ["DỰ THẢO"]


def test_properties_with_words_are_read() -> None:
    core = (
        '<cp:p xmlns:cp="c" xmlns:dc="d"><dc:title>Kế hoạch</dc:title>'
        "<cp:revision>12</cp:revision></cp:p>"
    )
    extracted = sources.read(docx(more={"docProps/core.xml": core}), ending="docx")
    assert extracted.parts[1:] == (Part("property:title", "Kế hoạch"),)


def test_changes_are_read_as_accepted() -> None:
    changed = (
        "<w:p><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>mới</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t>đi</w:t></w:r></w:moveFrom></w:p>"
    )
    assert read(changed).parts[0].text == "mới\n"


def test_a_field_shows_its_result_and_not_its_instruction() -> None:
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> PAGE </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert read(field).parts[0].text == "3\n"


def test_the_strict_form_of_the_format_is_read_too() -> None:
    strict = docx_parts()["word/document.xml"]
    assert isinstance(strict, str)
    strict = strict.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    data = docx(more={"word/document.xml": strict})
    assert sources.read(data, ending="docx").parts[0].text == f"{TEXT}\n"


def test_a_part_in_utf_16_is_read() -> None:
    said = docx_parts()["word/document.xml"]
    assert isinstance(said, str)
    data = docx(
        more={"word/document.xml": said.replace("UTF-8", "UTF-16").encode("utf-16")}
    )
    assert sources.read(data, ending="docx").parts[0].text == f"{TEXT}\n"


@pytest.mark.parametrize(
    "link",
    [
        ("hyperlink", "https://example.invalid/van-ban", "External"),
        ("hyperlink", "mailto:vanthu@example.invalid", "External"),
        ("attachedTemplate", "file:///C:\\Users\\Lan\\Normal.dotm", "External"),
        ("attachedTemplate", "C:\\Mau\\KeHoach.dotx", "External"),
        ("image", "media/image1.png"),
    ],
)
def test_what_honest_papers_link_to_is_let_through(link: Link) -> None:
    assert read("", (link,)).parts[0].text == f"{TEXT}\n"


@pytest.mark.parametrize(
    "said",
    [
        " PAGE ",
        ' HYPERLINK "https://a.invalid" ',
        " TOC \\o ",
        ' DATE \\@ "dd" ',
        " REF DDE1 ",
    ],
)
def test_ordinary_fields_are_let_through(said: str) -> None:
    assert read(f"<w:p><w:fldSimple w:instr='{said}'/></w:p>{paragraph('a')}").parts


def test_a_paper_that_is_only_a_picture_needs_a_person() -> None:
    data = docx("<w:p/>", more={"word/media/image1.png": b"\x89PNG"})
    assert sources.read(data, ending="docx").needs_person
    assert not sources.read(docx(), ending="docx").needs_person


def test_a_reader_is_told_only_the_ending() -> None:
    with pytest.raises(Refused) as caught:
        sources.read(docx(), ending="xlsx")
    assert caught.value.values == {"ending": ".xlsx"}
