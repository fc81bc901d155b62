"""Where things stand: plain passages, marks, blocks, the tree, clauses."""

import unicodedata

import pytest

from phoihop.reading.blocks import blocks_of
from phoihop.reading.layout import lay_out
from phoihop.reading.marks import Rank, mark_of
from phoihop.reading.plain import plain_of
from tests.reading.duties.papers import PLAN, clauses, found, tasks

pytestmark = pytest.mark.pure

MARKS = [
    ("I. NỘI DUNG", Rank.ROMAN, "I"),
    ("IV- TỔ CHỨC", Rank.ROMAN, "IV"),
    ("IV - TỔ CHỨC", Rank.ROMAN, "IV"),
    ("A. PHẦN CHUNG", Rank.UPPER, "A"),
    ("Phần thứ nhất: Mở đầu", Rank.PART, "Phần thứ nhất"),
    ("PHẦN II. NHIỆM VỤ", Rank.PART, "PHẦN II"),
    ("Chương III", Rank.CHAPTER, "Chương III"),
    ("Điều 12. Trách nhiệm", Rank.ARTICLE, "Điều 12"),
    ("Bước 2: Họp thôn", Rank.STEP, "Bước 2"),
    ("1. Mục đích", Rank.NUMBER, "1"),
    ("2) Yêu cầu", Rank.NUMBER, "2"),
    ("3/ Nhiệm vụ", Rank.NUMBER, "3"),
    ("1 . Các giải pháp", Rank.NUMBER, "1"),
    ("1.Trung tâm", Rank.NUMBER, "1"),
    ("1.1. Soạn thảo", Rank.DOTTED, "1.1"),
    ("1.3 Soạn thảo", Rank.DOTTED, "1.3"),
    ("2.1.4. Họp", Rank.DEEPER, "2.1.4"),
    ("a) Lập kế hoạch", Rank.LETTER, "a"),
    ("đ ) Lập kế hoạch", Rank.LETTER, "đ"),
    ("(1) Họp lần một", Rank.PAREN, "(1)"),
    ("- Lập kế hoạch", Rank.BULLET, "-"),
    ("+Lập kế hoạch", Rank.BULLET, "+"),
    ("• Lập kế hoạch", Rank.BULLET, "•"),
    ("V/v mở thư viện", None, None),
    ("12.840 đồng", None, None),
    ("-5 độ", None, None),
    ("Xã An Phúc", None, None),
    ("2031 là năm đầu", None, None),
]


@pytest.mark.parametrize(("words", "rank", "number"), MARKS)
def test_the_mark_of_an_item(words: str, rank: Rank | None, number: str | None) -> None:
    mark = mark_of(words)
    assert (mark.rank if mark else None) is rank
    assert (mark.number if mark else None) == number


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("Sở  Văn   vật", "Sở Văn vật"),
        ("**Sở** Văn_vật", "Sở Văn vật"),
        ("Sở\nVăn\tvật", "Sở Văn vật"),
        ("Sở<br>Văn vật", "Sở Văn vật"),
        (unicodedata.normalize("NFD", "Sở Văn vật"), "Sở Văn vật"),
        ("### 2. Sở Văn vật", "2. Sở Văn vật"),
    ],
)
def test_a_passage_knows_its_way_back(raw: str, plain: str) -> None:
    passage = plain_of(raw, 0, len(raw))
    assert passage.text == plain
    assert len(passage.low) == len(plain)
    place = plain.index("Văn")
    span = passage.span(place, place + 3)
    quoted = unicodedata.normalize("NFC", raw[span.start : span.end])
    assert quoted == "Văn"


def words_of(text: str) -> list[str]:
    """The blocks of a text, each on one line."""
    return [" ".join(block.plain.text.split()) for block in blocks_of(lay_out(text))]


def test_lines_of_equal_width_are_one_paragraph() -> None:
    text = (
        "Ủy ban nhân dân xã An Phúc giao các thôn\nmở tủ sách tại nhà văn hóa, bố\n"
        "trí người trông coi và báo cáo kết\nquả về Ủy ban nhân dân xã An Phúc.\n\n"
        "1. Thôn Đoài chọn nơi đặt tủ sách, bảo\nđảm khô ráo và có người trông.\n\n"
        "2. Thôn Đông vận động nhân dân góp\nsách cũ để bổ sung tủ sách.\n"
    )
    assert len(words_of(text)) == 3
    assert words_of(text)[1].endswith("khô ráo và có người trông.")


def test_a_line_is_a_paragraph_where_lines_are_long() -> None:
    text = "Mở tủ sách.\nGóp sách cũ.\n- Thôn Đoài\n- Thôn Đông\n"
    assert len(words_of(text)) == 4


def test_a_heading_in_capitals_may_take_two_lines() -> None:
    text = "II. NHIỆM VỤ CỦA CÁC THÔN\nTRONG NĂM 2031\n1. Mở tủ sách\n"
    assert words_of(text)[0] == "II. NHIỆM VỤ CỦA CÁC THÔN TRONG NĂM 2031"


def test_a_row_broken_inside_a_cell_is_one_row() -> None:
    text = "TT\tNhiệm vụ\tChủ trì\n1\tMở tủ\nba thôn\tThôn Đoài\n2\tHọp\tThôn Tây\n"
    blocks = blocks_of(lay_out(text))
    assert [len(block.cells) for block in blocks] == [3, 3, 3]


CLAUSES = (
    PLAN + "I. NỘI DUNG\n1. Mở tủ sách\n1.1. Chọn nơi đặt.\na) Thôn Đoài;\n"
    "- Có mái che.\nb) Thôn Đông.\n1.2. Góp sách.\nII. TỔ CHỨC THỰC HIỆN\n1. Các thôn\n"
)


def test_clauses_have_paths_and_levels() -> None:
    assert [(each.number, each.level, each.path) for each in clauses(CLAUSES)] == [
        ("I", 1, ("I",)),
        ("1", 2, ("I", "1")),
        ("1.1", 3, ("I", "1", "1.1")),
        ("a", 4, ("I", "1", "1.1", "a")),
        ("b", 4, ("I", "1", "1.1", "b")),
        ("1.2", 3, ("I", "1", "1.2")),
        ("II", 1, ("II",)),
        ("1", 2, ("II", "1")),
    ]


def test_a_clause_quotes_its_own_words() -> None:
    clause = found(CLAUSES)[1]
    assert clause.span is not None
    assert CLAUSES[clause.span.start : clause.span.end] == "1. Mở tủ sách"
    assert clauses(CLAUSES)[1].text == "Mở tủ sách"


def test_an_annex_begins_anew_behind_the_signatures() -> None:
    text = CLAUSES + "Nơi nhận:\n- Các thôn;\n1. Lưu VT\n\nPHỤ LỤC\n1. Mẫu phiếu\n"
    assert [each.number for each in clauses(text)][8:] == ["PHỤ LỤC", "1"]


def test_a_task_knows_its_clause() -> None:
    text = (
        PLAN + "III. TỔ CHỨC THỰC HIỆN\n2. Thôn Đoài\n- Mở tủ sách tại nhà văn hóa.\n"
    )
    assert tasks(text)[0].clause == ("III", "2")
