"""The .docx as its own markup says it: page, styles, head, tables, numbers, text."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx as python_docx
import pytest

from phoihop.drafting import docx
from phoihop.drafting.layout import SIZES, Element
from phoihop.drafting.paper import Form, Paper, Paragraph, Table
from tests.drafting import specimens
from tests.drafting.read_back import NS, Docx, run, value
from tests.drafting.read_back import docx as taken_apart

pytestmark = pytest.mark.pure


@pytest.fixture(scope="module")
def state() -> Docx:
    """The specimen of a state paper, written and taken apart."""
    return taken_apart(docx.write(specimens.STATE))


def test_the_page_is_a4_with_the_margins_of_the_decree(state: Docx) -> None:
    first, flat, last = state.find("//w:sectPr")
    assert (value(first, "w:pgSz/@w:w"), value(first, "w:pgSz/@w:h")) == (
        "11906",
        "16838",
    )
    margins = [value(first, f"w:pgMar/@w:{edge}") for edge in ("top", "bottom")]
    assert margins == ["1134", "1134"]
    assert value(first, "w:pgMar/@w:left") == "1701"
    assert value(first, "w:pgMar/@w:right") == "850"
    assert value(flat, "w:pgSz/@w:orient") == "landscape"
    assert value(flat, "w:pgSz/@w:w") == "16838"
    assert last.xpath("w:pgSz/@w:orient", namespaces=NS) == []


def test_pages_are_numbered_from_the_second_and_anew_in_each_appendix(
    state: Docx,
) -> None:
    for section in state.find("//w:sectPr"):
        assert value(section, "w:pgNumType/@w:start") == "1"
        assert len(section.xpath("w:titlePg", namespaces=NS)) == 1
        kinds = section.xpath("w:headerReference/@w:type", namespaces=NS)
        # None is named for the first page: it shows nothing.
        assert kinds == ["default"]
    header = state.part("word/header1.xml")
    assert value(header, "//w:instrText/text()").strip() == "PAGE"
    assert value(header, "//w:pStyle/@w:val") == Element.PAGE_NUMBER


@pytest.mark.parametrize("paper", specimens.ALL.values(), ids=specimens.ALL)
def test_every_style_says_the_sizes_of_the_table(paper: Paper) -> None:
    written = taken_apart(docx.write(paper))
    for of, style in SIZES[paper.form].items():
        found = written.style(of)
        assert value(found, "w:name/@w:val") == style.label
        assert float(value(found, "w:rPr/w:sz/@w:val")) / 2 == style.size
        assert bool(found.xpath("w:rPr/w:b", namespaces=NS)) is style.bold
        assert bool(found.xpath("w:rPr/w:i", namespaces=NS)) is style.italic
    used = set(written.find("//w:pStyle/@w:val"))
    assert used <= set(SIZES[paper.form])


def test_the_face_is_times_new_roman_in_vietnamese(state: Docx) -> None:
    styles = state.part("word/styles.xml")
    faces = styles.xpath("//w:rFonts/@*", namespaces=NS)
    assert faces == ["Times New Roman"] * 4
    assert value(styles, "//w:lang/@w:val") == "vi-VN"
    assert state.find("//w:rFonts") == []


def test_tables_repeat_their_heads_and_divide_no_row(state: Docx) -> None:
    (table,) = state.find("//w:tbl[w:tblPr/w:tblCaption]")
    head, *rows = table.xpath("w:tr", namespaces=NS)
    assert head.xpath("w:trPr/w:tblHeader", namespaces=NS)
    assert len(rows) == 3
    for row in (head, *rows):
        assert row.xpath("w:trPr/w:cantSplit", namespaces=NS)
    assert not any(row.xpath("w:trPr/w:tblHeader", namespaces=NS) for row in rows)
    assert value(table, "w:tblPr/w:tblCaption/@w:val").startswith("Bảng")
    figures = rows[0].xpath("w:tc[5]//w:pStyle/@w:val", namespaces=NS)
    assert figures == [Element.FIGURE]


def test_a_row_higher_than_a_page_may_be_divided() -> None:
    table = Table(("a", "b"), (("1", "dài " * 3000), ("2", "ngắn")), (1, 9))
    paper = replace(specimens.PARTY, blocks=(table,))
    written = taken_apart(docx.write(paper))
    (table_markup,) = written.find("//w:tbl[w:tblPr/w:tblBorders]")
    rows = table_markup.xpath("w:tr", namespaces=NS)
    whole = [bool(row.xpath("w:trPr/w:cantSplit", namespaces=NS)) for row in rows]
    assert whole == [True, False, True]


def test_headings_are_headings(state: Docx) -> None:
    ranks = {
        str(line.xpath("string(.)")): value(line, "w:pPr/w:outlineLvl/@w:val")
        for line in state.find("//w:p[w:pPr/w:outlineLvl]")
    }
    assert ranks["BÁO CÁO"] == "0"
    assert ranks["I. KẾT QUẢ THỰC HIỆN"] == "1"
    assert ranks["1. Công tác trao đổi, cung cấp thông tin"] == "2"


def test_the_signature_stays_with_the_last_line(state: Docx) -> None:
    (last,) = state.find("//w:p[contains(., 'Trân trọng báo cáo')]")
    assert last.xpath("w:pPr/w:keepNext", namespaces=NS)


def test_columns_side_by_side_begin_at_the_margin(state: Docx) -> None:
    for table in state.find("//w:tbl[not(w:tblPr/w:tblBorders)]"):
        sides = table.xpath("w:tblPr/w:tblCellMar/*/@w:w", namespaces=NS)
        assert sides == ["0", "0"]


def test_two_tables_are_never_one(state: Docx) -> None:
    """Tables without a paragraph between them are joined by word processors."""
    assert state.find("//w:tbl/following-sibling::*[1][self::w:tbl]") == []
    assert state.find("//w:tc[not(w:p)]") == []
    assert state.find("//w:tc/*[last()][not(self::w:p)]") == []


@pytest.mark.parametrize("text", specimens.HOSTILE)
def test_whatever_a_text_looks_like_it_leaves_as_text(text: str) -> None:
    written = taken_apart(docx.write(specimens.saying(text)))
    said = run("".join(written.lines))
    # Twice in the body, in each of two cells, in the appendix, and as everything else.
    assert said.count(run(text)) >= 8
    assert written.find("//w:hyperlink | //w:fldSimple | //w:instrText") == []
    assert written.find("//w:object | //w:drawing | //w:pict") == []


def test_what_no_markup_may_hold_stays_behind() -> None:
    text = "a\x00\x01\x08b\x1f\ufffe\uffff\ud800c\u202ed"
    written = taken_apart(docx.write(specimens.saying(text)))
    assert "abcd" in written.lines
    assert not set("".join(written.lines)) & set(text.replace("a", "")) - set("bcd")


def test_text_is_composed_and_its_line_ends_are_breaks() -> None:
    paper = replace(
        specimens.PARTY,
        blocks=(
            Paragraph("Tuye\u0302n gia\u0301o\r\ndòng hai"),
            Table(("a",), (("một\nhai",),), (1,)),
        ),
    )
    lines = taken_apart(docx.write(paper)).lines
    assert "Tuyên giáo\ndòng hai" in lines
    assert "một\nhai" in lines


def test_a_paper_without_anything_is_still_a_paper() -> None:
    for form in Form:
        written = docx.write(replace(specimens.EMPTY, form=form))
        assert len(python_docx.Document(BytesIO(written)).sections) == 1


@pytest.mark.parametrize("paper", specimens.ALL.values(), ids=specimens.ALL)
def test_another_reader_opens_it(paper: Paper) -> None:
    document = python_docx.Document(BytesIO(docx.write(paper)))
    assert document.core_properties.title.startswith(paper.kind or "Công văn")
    assert document.core_properties.language == "vi-VN"
    assert document.core_properties.author == ", ".join(
        issuer.name for issuer in paper.issuers
    )
    assert len(document.sections) == 1 + len(paper.annexes)


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert docx.write(specimens.STATE) == docx.write(specimens.STATE)
    dated = python_docx.Document(BytesIO(docx.write(specimens.STATE)))
    assert dated.core_properties.created is not None
    assert dated.core_properties.created.date() == date(2026, 6, 5)
