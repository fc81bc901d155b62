"""A .pdf in the order in which a person reads the page: columns, tables, paragraphs."""

import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import docx as word
import pikepdf
import pytest
import typst

from phoihop.drafting import docx, pdf
from phoihop.reading import sources
from phoihop.reading.engine import read
from phoihop.reading.extracted import Extracted, Part
from phoihop.reading.findings import Field
from phoihop.reading.running import running, running_text
from tests.drafting import specimens
from tests.drafting.conftest import opened
from tests.hostile.papers import new_pdf, saved

__all__ = ["opened"]

pytestmark = pytest.mark.pure

FONTS = Path(__file__).parents[2] / "phoihop/pages/static/vendor/tinos"
LONG = (
    "Các cơ quan phối hợp trao đổi thông tin, nắm tình hình Nhân dân và giải quyết "
    "những kiến nghị chính đáng; định kỳ hằng quý tổng hợp, báo cáo kết quả theo quy "
    "định và đề xuất giải pháp cho quý sau"
)
SET_UP = (
    '#set page(paper: "a4", numbering: "1", margin: (x: 2.5cm, y: 2cm))\n'
    '#set text(font: "Tinos", size: 13pt, lang: "vi")\n'
    "#set par(justify: true, first-line-indent: (amount: 1cm, all: true))\n"
)


def typed(words: str) -> Extracted:
    """What is read of what typst makes of these words."""
    compile_it: Any = typst.compile
    made: bytes = compile_it((SET_UP + words).encode(), font_paths=[str(FONTS)])
    return sources.read(made, ending="pdf")


def typeset(words: str) -> list[Part]:
    """Its parts."""
    return list(typed(words).parts)


def by_hand(lines: Sequence[tuple[float, float, str]]) -> str:
    """The text of a page on which each line is put at its place, in this order."""
    content = "".join(
        f"BT /F1 12 Tf {x} {y} Td ({said}) Tj ET\n" for x, y, said in lines
    )
    made = saved(new_pdf(content.encode()))
    return sources.read(made, ending="pdf").parts[0].text


def test_the_head_and_the_foot_are_read_column_by_column() -> None:
    """Lan reads who issues before the motto, and who receives before who signs."""
    paper = pdf.write(specimens.STATE, fonts=FONTS)
    text = sources.read(paper, ending="pdf").parts[0].text
    issuer, number = text.index("SỞ VĂN HÓA VÀ THỂ THAO"), text.index("Số:")
    motto, day = text.index("CỘNG HÒA XÃ HỘI"), text.index("Lạc Sơn, ngày")
    assert issuer < number < motto < day < text.index("BÁO CÁO")
    whole = running_text(sources.read(paper, ending="pdf"))
    received, signed = whole.index("Nơi nhận:"), whole.index("KT. GIÁM ĐỐC")
    assert received < whole.index("- Lưu: VT") < signed < whole.index("Trần Thị Mẫu")


def test_columns_are_found_in_whatever_order_the_file_draws_them() -> None:
    """The program that made the file wrote line by line, and some lines late."""
    text = by_hand(
        [
            (330, 740, "TM. UY BAN NHAN DAN"),
            (60, 741, "Noi nhan:"),
            (60, 728, "- Nhu tren;"),
            (350, 722, "CHU TICH"),
            (60, 715, "- Luu: VT."),
        ]
    )
    assert text == (
        "Noi nhan:\n- Nhu tren;\n- Luu: VT.\nTM. UY BAN NHAN DAN\nCHU TICH\n"
    )


def test_the_last_word_of_a_motto_that_had_no_room_is_no_line_of_its_own() -> None:
    text = by_hand(
        [
            (60, 740, "UY BAN NHAN DAN"),
            (60, 726, "XA VAN KHE"),
            (300, 740, "CONG HOA XA HOI CHU NGHIA VIET"),
            (390, 726, "NAM"),
            (340, 706, "Doc lap - Tu do - Hanh phuc"),
        ]
    )
    assert text.splitlines() == [
        "UY BAN NHAN DAN",
        "XA VAN KHE",
        "CONG HOA XA HOI CHU NGHIA VIET NAM",
        "Doc lap - Tu do - Hanh phuc",
    ]


def test_a_list_of_marks_is_no_column() -> None:
    """Numbers stand far left of what they count, and are read with it."""
    lines = [
        line
        for at in range(3)
        for line in (
            (60, 740 - 16 * at, f"{at + 1}."),
            (100, 740 - 16 * at, f"Kiem tra lan {at + 1} tai xa"),
        )
    ]
    assert by_hand(lines).splitlines() == [
        f"{at}. Kiem tra lan {at} tai xa" for at in (1, 2, 3)
    ]


def test_lines_that_the_width_has_broken_are_one_paragraph() -> None:
    (page, *_) = typeset(f"{LONG}.\n\n{LONG}.\n")
    assert page.text == f"{LONG}.\n{LONG}.\n"


def test_a_sentence_that_spans_two_pages_is_whole() -> None:
    """The number of the page is put aside; places in the text stay true."""
    extracted = typed("\n\n".join(f"{at}\\. {LONG}." for at in range(1, 24)))
    ran = running(extracted)
    assert len([part for part in extracted.parts if part.where.endswith("margin")]) > 1
    lines = ran.text.splitlines()
    for at in range(1, 24):
        assert f"{at}. {LONG}." in lines
    for placed, part in zip(ran.parts, extracted.parts, strict=False):
        if placed.where == part.where:
            assert ran.text[placed.start : placed.end] == part.text


def test_what_is_printed_on_every_page_is_put_aside() -> None:
    parts = typeset(
        "#set page(header: [Dự thảo lần 3 - Vân Khê])\n"
        + "\n\n".join([f"{LONG}."] * 40)
    )
    pages = [part for part in parts if not part.where.endswith("margin")]
    assert all("Dự thảo lần 3" not in part.text for part in pages)
    aside = [part for part in parts if part.where.endswith("margin")]
    assert all("Dự thảo lần 3 - Vân Khê" in part.text for part in aside)


TABLE = """
#table(columns: (1cm, 1fr, 4cm, 3cm, 2.5cm),
  [TT], [Nhiệm vụ], [Cơ quan chủ trì], [Cơ quan phối hợp], [Thời gian],
  ..range(1, 31).map(n => ([#n], [Tổ chức hội nghị cung cấp thông tin lần thứ #n cho
  cán bộ của các xã trong tỉnh], [Sở Văn hóa và Thể thao tỉnh Lạc Sơn], [Công an tỉnh
  Lạc Sơn], [30/06/2026])).flatten())
"""


def test_a_table_is_read_row_by_row_over_its_pages() -> None:
    """Each duty of the table is found, with who leads, who supports and the day."""
    parts = typeset(f"Kế hoạch phối hợp năm 2026\n{TABLE}")
    assert len({part.where for part in parts if part.cells}) > 1
    rows = [line for part in parts for line in part.text.splitlines() if "\t" in line]
    assert len(rows) == 31
    assert rows[7].split("\t")[1:] == [
        "Tổ chức hội nghị cung cấp thông tin lần thứ 7 cho cán bộ của các xã trong "
        "tỉnh",
        "Sở Văn hóa và Thể thao tỉnh Lạc Sơn",
        "Công an tỉnh Lạc Sơn",
        "30/06/2026",
    ]
    first = parts[0]
    assert [first.text[c.start : c.end] for c in first.cells[:5]] == rows[0].split("\t")
    whole = typed(f"KẾ HOẠCH\n\nPhối hợp năm 2026\n\n{TABLE}")
    found = read(running_text(whole))
    assert sum(one.field is Field.TASK for one in found.findings) == 30


def test_merged_cells_stand_in_their_first_row_and_column() -> None:
    parts = typeset(
        "#table(columns: 3, [a], [b], [c], table.cell(colspan: 3)[Chung], "
        "table.cell(rowspan: 2)[x], [y1], [z1], [y2], [z2])"
    )
    assert parts[0].text == "a\tb\tc\nChung\nx\ty1\tz1\n\ty2\tz2\n"


def test_a_page_that_is_turned_is_read_as_it_is_seen() -> None:
    """A landscape annex: the page is turned, and its lines stand upright for us."""
    made = new_pdf(
        b"BT /F1 12 Tf 0 1 -1 0 100 72 Tm (Dong mot) Tj ET\n"
        b"BT /F1 12 Tf 0 1 -1 0 120 72 Tm (Dong hai) Tj ET"
    )
    made.pages[0].obj.Rotate = 90
    assert sources.read(saved(made), ending="pdf").parts[0].text == (
        "Dong mot\nDong hai\n"
    )


def test_letters_set_apart_are_one_word() -> None:
    """A letter of another font is set a little apart: no person typed a space."""
    for apart in (80.6, 81.2, 82):
        assert by_hand([(72, 700, "U"), (apart, 700, "y ban xa")]) == "Uy ban xa\n"


def test_a_number_that_the_width_has_cut_is_whole() -> None:
    words = "Căn cứ Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của tỉnh, "
    (page, *_) = typeset(words * 12)
    assert page.text.count("12/KH-UBND") == 12


@pytest.fixture(scope="module")
def from_an_office(
    opened: Callable[[Mapping[str, bytes]], dict[str, bytes]],
) -> dict[str, bytes]:
    """The papers of the specimens, as LibreOffice prints them."""
    papers = {name: docx.write(paper) for name, paper in specimens.ALL.items()}
    return opened({**papers, "duties": _duties()})


def _duties() -> bytes:
    """A .docx with a table of duties, made by another writer than ours."""
    paper = word.Document()
    paper.add_paragraph("KẾ HOẠCH")
    paper.add_paragraph("Phối hợp công tác năm 2026")
    table = paper.add_table(rows=0, cols=4, style="Table Grid")
    heads = ("Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian")
    for cells in (
        heads,
        *(
            (f"Tổ chức kiểm tra đợt {at} tại các xã", "Sở Nội vụ", "Sở Y tế", "Quý II")
            for at in range(1, 41)
        ),
    ):
        for cell, said in zip(table.add_row().cells, cells, strict=True):
            cell.text = said
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def test_an_office_prints_a_table_of_duties_and_each_is_found(
    from_an_office: dict[str, bytes],
) -> None:
    found = read(running_text(sources.read(from_an_office["duties"], ending="pdf")))
    tasks = [one for one in found.findings if one.field is Field.TASK]
    assert len(tasks) == 40


@pytest.mark.parametrize("name", specimens.ALL)
def test_a_paper_says_the_same_from_both_writers(
    name: str, from_an_office: dict[str, bytes]
) -> None:
    """The findings of the .pdf of an office are those of our own."""
    ours = pdf.write(specimens.ALL[name], fonts=FONTS)

    def said(data: bytes) -> list[tuple[str, str]]:
        text = running_text(sources.read(data, ending="pdf"))
        return [
            (one.field.value, " ".join(text[one.span.start : one.span.end].split()))
            for one in read(text).findings
            if one.span
        ]

    assert said(from_an_office[name]) == said(ours)


def test_an_office_hides_nothing(from_an_office: dict[str, bytes]) -> None:
    for data in from_an_office.values():
        parts = sources.read(data, ending="pdf").parts
        assert not [one for part in parts for one in part.remarks]


def test_a_page_without_words_beside_a_written_one_is_kept_apart() -> None:
    made = new_pdf(pages=2)
    made.pages[1].obj.Contents = made.make_stream(b"0 0 m 9 9 l S")
    assert isinstance(made, pikepdf.Pdf)
    read_back = sources.read(saved(made), ending="pdf")
    assert [part.where for part in read_back.parts] == ["page 1"]
