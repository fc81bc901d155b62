"""The table of sizes lies within the spans of the decree; lines stand as it says."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from phoihop.drafting.laying import lay_out, note_line
from phoihop.drafting.layout import (
    INDENT,
    PAGE,
    POINTS_PER_MM,
    RULE_SHARE,
    SIZES,
    Align,
    Element,
    Grid,
    Laid,
    Line,
    Sides,
    Style,
)
from phoihop.drafting.paper import (
    Form,
    Heading,
    Issuer,
    Level,
    Paper,
    Paragraph,
    Signature,
    Table,
)
from tests.drafting import specimens

pytestmark = pytest.mark.pure

# Decree 30/2020, appendix I, section V: size from and to, bold, italic.
DECREE = {
    Element.NATION: (12, 13, True, False),
    Element.MOTTO: (13, 14, True, False),
    Element.SUPERIOR: (12, 13, False, False),
    Element.ISSUER: (12, 13, True, False),
    Element.NUMBER: (13, 13, False, False),
    Element.PLACE: (13, 14, False, True),
    Element.KIND: (13, 14, True, False),
    Element.SUBJECT: (13, 14, True, False),
    Element.ABOUT: (12, 13, False, False),
    Element.BASIS: (13, 14, False, True),
    Element.TEXT: (13, 14, False, False),
    Element.PART: (13, 14, True, False),
    Element.SECTION: (13, 14, True, False),
    Element.ITEM: (13, 14, True, False),
    Element.CELL: (13, 14, False, False),
    Element.AUTHORITY: (13, 14, True, False),
    Element.SIGNER: (13, 14, True, False),
    Element.ADDRESSED: (13, 14, False, False),
    Element.ADDRESSEE: (13, 14, False, False),
    Element.RECIPIENTS: (12, 12, True, True),
    Element.RECIPIENT: (11, 11, False, False),
    Element.ANNEX: (14, 14, True, False),
    Element.ANNEX_NOTE: (13, 14, False, True),
    Element.PAGE_NUMBER: (13, 14, False, False),
}
BLANK = "\u00a0"


def lines(laid: Laid, of: Element) -> list[str]:
    """The lines of this element, wherever they stand."""
    return [line.text for line in every_line(laid) if line.of is of]


def every_line(laid: Laid) -> list[Line]:
    """Every line, in the order in which it is read."""
    found = []
    for section in laid.sections:
        for piece in section.pieces:
            if isinstance(piece, Line):
                found.append(piece)
            elif isinstance(piece, Sides):
                found += [line for column in piece.columns for line in column.lines]
    return found


def plain(text: str) -> str:
    """The text with blanks that may break."""
    return text.replace(BLANK, " ")


@pytest.mark.parametrize("of", DECREE)
def test_sizes_lie_within_the_spans_of_the_decree(of: Element) -> None:
    least, most, bold, italic = DECREE[of]
    style = SIZES[Form.STATE][of]
    assert least <= style.size <= most
    assert (style.bold, style.italic) == (bold, italic)


def test_sizes_grow_together() -> None:
    """The first note of section V: 12, 13, 13 or 13, 14, 14."""
    sizes = SIZES[Form.STATE]
    one = (Element.NATION, Element.MOTTO, Element.PLACE)
    assert tuple(sizes[of].size for of in one) in {(12, 13, 13), (13, 14, 14)}
    assert sizes[Element.SUPERIOR].size == sizes[Element.ISSUER].size


def test_the_body_is_set_as_the_decree_asks() -> None:
    for of in (Element.TEXT, Element.BASIS):
        style = SIZES[Form.STATE][of]
        assert style.align is Align.BOTH
        assert 10 * POINTS_PER_MM <= style.first <= 12.7 * POINTS_PER_MM
        assert style.after >= 6
        assert 1 <= style.spread <= 1.5


@pytest.mark.parametrize("form", Form)
def test_every_form_sets_every_element(form: Form) -> None:
    assert set(SIZES[form]) == set(Element)
    labels = [style.label for style in SIZES[form].values()]
    assert len(set(labels)) == len(labels)
    assert all(isinstance(style, Style) for style in SIZES[form].values())


def test_the_page_keeps_the_margins_of_the_decree() -> None:
    assert (PAGE.width, PAGE.height) == (210, 297)
    assert 20 <= PAGE.top <= 25
    assert 20 <= PAGE.bottom <= 25
    assert 30 <= PAGE.left <= 35
    assert 15 <= PAGE.right <= 20
    flat = PAGE.landscape
    assert (flat.width, flat.height, flat.top) == (297, 210, PAGE.left)


def test_a_state_paper_has_the_head_of_the_state() -> None:
    said = lay_out(specimens.STATE)
    assert lines(said, Element.NATION) == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert lines(said, Element.MOTTO) == ["Độc lập - Tự do - Hạnh phúc"]
    assert lines(said, Element.SUPERIOR) == ["ỦY BAN NHÂN DÂN\nTỈNH LẠC SƠN"]
    assert lines(said, Element.ISSUER) == ["SỞ VĂN HÓA VÀ THỂ THAO"]
    assert plain(lines(said, Element.NUMBER)[0]) == "Số: 05/BC-SVHTT"
    assert plain(lines(said, Element.PLACE)[0]) == "Lạc Sơn, ngày 05 tháng 6 năm 2026"
    assert lines(said, Element.STAR) == []


def test_a_party_paper_has_the_head_of_the_party() -> None:
    numbered = replace(specimens.PARTY, number="7", day=date(2026, 2, 11))
    said = lay_out(numbered)
    assert lines(said, Element.NATION) == ["ĐẢNG CỘNG SẢN VIỆT NAM"]
    assert lines(said, Element.MOTTO) == []
    assert lines(said, Element.STAR) == ["*"]
    assert plain(lines(said, Element.NUMBER)[0]) == "Số 07-BC/BTGDVTU"
    assert plain(lines(said, Element.PLACE)[0]) == "Lạc Sơn, ngày 11 tháng 02 năm 2026"


@pytest.mark.parametrize(
    ("paper", "number", "place"),
    [
        (specimens.LETTER, "Số:_       /UBND-VX", "Vân Khê, ngày_    _tháng_    _"),
        (specimens.PARTY, "Số_       -BC/BTGDVTU", "Lạc Sơn, ngày_    _tháng_    _"),
    ],
)
def test_what_is_open_has_room(paper: Paper, number: str, place: str) -> None:
    said = lay_out(paper)
    assert lines(said, Element.NUMBER) == [number.replace("_", " ").replace(" ", BLANK)]
    (found,) = lines(said, Element.PLACE)
    assert plain(found).startswith(place.replace("_", " "))
    assert plain(found).endswith("năm 2026" if paper.year else "năm")


@pytest.mark.parametrize(
    ("symbol", "said"),
    [
        ("KH-BTGDVTU-UBND", "Số: 84/KH-BTGDVTU-UBND"),
        ("-KH/HĐND-BTGDVTU", "Số: 84-KH/HĐND-BTGDVTU"),
        ("/QCPH/UBND-UBMTTQ", "Số: 84/QCPH/UBND-UBMTTQ"),
        ("", "Số: 84"),
    ],
)
def test_a_symbol_may_bring_the_sign_before_it(symbol: str, said: str) -> None:
    laid = lay_out(replace(specimens.JOINT, symbol=symbol, number="84"))
    assert plain(lines(laid, Element.NUMBER)[0]) == said


def test_a_joint_paper_names_all_who_issue_it_in_order() -> None:
    said = lay_out(specimens.JOINT)
    assert lines(said, Element.ISSUER) == [
        f"BAN TUYÊN GIÁO\nVÀ DÂN VẬN TỈNH ỦY{BLANK}-",
        "ỦY BAN NHÂN DÂN\nTỈNH LẠC SƠN",
    ]
    assert lines(said, Element.SUPERIOR) == []


def test_signatures_side_by_side_are_level_and_recipients_stand_below() -> None:
    pieces = lay_out(specimens.JOINT).sections[0].pieces
    signed, below = pieces[-2:]
    assert isinstance(signed, Sides)
    assert isinstance(below, Sides)
    names = [[line.of for line in column.lines] for column in signed.columns]
    assert names[0] == names[1] == [Element.AUTHORITY] * 3 + [Element.SIGNER]
    assert below.columns[0].lines[0].text == "Nơi nhận:"


@pytest.mark.parametrize(
    ("count", "rows"), [(2, [2]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (7, [3, 3, 1])]
)
def test_many_signatures_stand_in_rows(count: int, rows: list[int]) -> None:
    block = Signature(("Giám đốc",), "Lê Thử")
    paper = replace(specimens.JOINT, signatures=(block,) * count, recipients=())
    pieces = lay_out(replace(paper, filed="")).sections[0].pieces
    signed = [piece for piece in pieces[2:] if isinstance(piece, Sides)]
    assert [len(each.columns) for each in signed] == rows


def test_recipients_stand_beside_one_signature() -> None:
    foot = lay_out(specimens.STATE).sections[0].pieces[-1]
    assert isinstance(foot, Sides)
    left, right = foot.columns
    assert [plain(line.text) for line in left.lines] == [
        "Nơi nhận:",
        "- Như trên;",
        "- Thường trực Tỉnh ủy (b/c);",
        "- Các bên tham gia;",
        "- Lưu: VT, QLVH.",
    ]
    assert [line.text for line in right.lines] == [
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Trần Thị Mẫu",
    ]


def test_bases_end_in_semicolons_and_the_last_in_a_full_stop() -> None:
    said = [plain(text) for text in lines(lay_out(specimens.STATE), Element.BASIS)]
    assert [text[-1] for text in said] == [";", "."]


def test_one_addressee_stands_on_the_line_several_beneath_the_colon() -> None:
    (one,) = lines(lay_out(specimens.STATE), Element.ADDRESSED)
    assert plain(one) == "Kính gửi: Ủy ban nhân dân tỉnh Lạc Sơn"
    letter = lay_out(specimens.LETTER)
    assert lines(letter, Element.ADDRESSED) == ["Kính gửi:"]
    assert [plain(text) for text in lines(letter, Element.ADDRESSEE)] == [
        "- Ban Tuyên giáo và Dân vận Tỉnh ủy;",
        "- Sở Y tế;",
        "- Công an tỉnh.",
    ]


def test_a_letter_says_under_its_number_what_it_is_about() -> None:
    said = lay_out(specimens.LETTER)
    (about,) = lines(said, Element.ABOUT)
    assert plain(about.replace("\n", " ")) == (
        "V/v cung cấp số liệu phối hợp quý II năm 2026"
    )
    assert lines(said, Element.KIND) == []
    assert said.title == "Công văn cung cấp số liệu phối hợp quý II năm 2026"


def test_a_state_paper_ends_in_its_sign_and_a_party_paper_does_not() -> None:
    body = (Paragraph("Trân trọng;"),)
    state = lay_out(replace(specimens.STATE, blocks=body, annexes=()))
    party = lay_out(replace(specimens.PARTY, blocks=body))
    assert lines(state, Element.TEXT) == ["Trân trọng./."]
    assert lines(party, Element.TEXT) == ["Trân trọng;"]


def test_rules_are_as_long_as_the_decree_says() -> None:
    assert 1 / 3 <= RULE_SHARE <= 1 / 2
    ruled = {
        line.of: line for line in every_line(lay_out(specimens.STATE)) if line.rule
    }
    assert set(ruled) == {
        Element.MOTTO,
        Element.ISSUER,
        Element.SUBJECT,
        Element.ANNEX_NOTE,
    }
    # 13 pt bold: measured in the face itself.
    assert ruled[Element.MOTTO].rule == pytest.approx(159.1, abs=0.2)


def test_appendices_are_numbered_from_two_on_and_name_their_paper() -> None:
    said = lay_out(specimens.STATE)
    assert [plain(text) for text in lines(said, Element.ANNEX)] == [
        "Phụ lục I\nDANH MỤC NHIỆM VỤ",
        "Phụ lục II\nTỔNG HỢP SỐ LIỆU",
    ]
    alone = lay_out(replace(specimens.STATE, annexes=specimens.STATE.annexes[:1]))
    assert lines(alone, Element.ANNEX) == ["Phụ lục\nDANH MỤC NHIỆM VỤ"]
    assert plain(note_line(specimens.STATE)) == (
        "(Kèm theo Báo cáo số 05/BC-SVHTT ngày 05 tháng 6 năm 2026 "
        "của Sở Văn hóa và Thể thao)"
    )
    assert plain(note_line(replace(specimens.JOINT, number="84"))).endswith(
        "của Ban Tuyên giáo và Dân vận Tỉnh ủy và Ủy ban nhân dân tỉnh Lạc Sơn)"
    )


def test_headings_pass_over_no_level() -> None:
    blocks = (
        Heading("Khoản trước mục", Level.ITEM, "1."),
        Heading("Phần", Level.PART, "Phần I"),
        Heading("Khoản", Level.ITEM, "1."),
        Heading("Mục", Level.SECTION, "I."),
        Heading("Khoản", Level.ITEM, "1."),
    )
    for kind, first in (("BÁO CÁO", 1), ("", 0)):
        said = lay_out(replace(specimens.PARTY, kind=kind, blocks=blocks))
        ranks = [line.rank for line in every_line(said) if line.rank]
        assert ranks[0] == 1
        steps = pairwise(ranks)
        assert all(after <= before + 1 for before, after in steps)
        assert len(ranks) == len(blocks) + first


def test_a_row_higher_than_half_a_page_may_be_divided() -> None:
    rows = (("1", "ngắn"), ("2", "dài " * 2000), ("3", "\n" * 60))
    paper = replace(specimens.PARTY, blocks=(Table(("a", "b"), rows, (1, 9)),))
    (grid,) = (p for p in lay_out(paper).sections[0].pieces if isinstance(p, Grid))
    assert grid.whole == (True, False, False)


@pytest.mark.parametrize(
    "table",
    [
        Table(("a", "b"), (("1",),), (1, 1)),
        Table(("a", "b"), (("1", "2", "3"),), (1, 1)),
        Table(("a", "b"), (("1", "2"),), (1,)),
    ],
)
def test_a_table_that_would_lose_cells_is_refused(table: Table) -> None:
    with pytest.raises(ValueError, match=r"A (row of a )?table has as many"):
        lay_out(replace(specimens.PARTY, blocks=(table,)))


def test_a_table_without_widths_has_columns_alike() -> None:
    paper = replace(specimens.PARTY, blocks=(Table(("a", "b"), (), ()),))
    (grid,) = (p for p in lay_out(paper).sections[0].pieces if isinstance(p, Grid))
    assert grid.widths == (PAGE.text_width / 2,) * 2


def test_an_issuer_without_a_name_leaves_its_room() -> None:
    said = lay_out(replace(specimens.STATE, issuers=(Issuer(""),)))
    assert lines(said, Element.ISSUER) == [""]
    assert INDENT == 36


def test_a_line_that_leads_to_a_list_stays_with_its_first_item() -> None:
    """ "Tiếp tục thực hiện 6 nhiệm vụ:" ends no page."""
    blocks = (
        Paragraph("Còn 2 nhiệm vụ:"),
        Paragraph("Mở lớp.", marker="-"),
        Paragraph("Cụ thể:"),
    )
    laid = lay_out(replace(specimens.PARTY, blocks=blocks))
    kept = {
        piece.text: piece.keeps
        for section in laid.sections
        for piece in section.pieces
        if isinstance(piece, Line)
    }
    assert kept["Còn 2 nhiệm vụ:"]
    assert not kept["- Mở lớp."]
