"""Lines are measured as the face has them, and broken where one would draw breath."""

import json
from pathlib import Path

import pytest
import typst

from phoihop.drafting.widths import balanced, lines_of, pieces_of, width_of

pytestmark = pytest.mark.pure

LINES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH LẠC SƠN",
    "Ưu tiên người nghèo: 1.234,5 (ước) “được”; ngượng",
    "abcdefghijklmnopqrstuvwxyz 0123456789 đâăêôơư",
)


@pytest.mark.parametrize("bold", [True, False])
@pytest.mark.parametrize("text", LINES)
def test_a_line_is_as_wide_as_the_face_sets_it(
    text: str, bold: bool, fonts: Path
) -> None:
    source = f"""#set text(font: "Tinos", size: 14pt, kerning: false, ligatures: false,
      weight: {"700" if bold else "400"})
    #context [#metadata(measure({json.dumps(text, ensure_ascii=False)}).width / 1pt)<w>]
    """
    found = json.loads(
        typst.query(
            source.encode(),
            "<w>",
            field="value",
            one=True,
            font_paths=typst.Fonts(False, False, [fonts]),
        )
    )
    assert width_of(text, 14, bold=bold) == pytest.approx(found, rel=0.005)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SỞ Y TẾ", "SỞ Y TẾ"),
        ("ỦY BAN NHÂN DÂN XÃ VÂN KHÊ", "ỦY BAN NHÂN DÂN\nXÃ VÂN KHÊ"),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "SỞ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG"),
        ("A\nB", "A\nB"),
        ("", ""),
        ("X" * 60, "X" * 60),
    ],
)
def test_names_break_where_one_would_draw_breath(text: str, said: str) -> None:
    assert balanced(text, 12, 180, bold=True) == said


def test_balancing_loses_no_word_and_fits() -> None:
    text = " ".join(LINES)
    broken = balanced(text, 12, 300)
    assert broken.replace("\n", " ") == text
    assert all(width_of(line, 12) <= 300 for line in broken.split("\n"))
    # As few lines as there can be.
    assert broken.count("\n") + 1 == lines_of(text, 12, 300)


def test_what_is_no_name_is_left_to_the_page() -> None:
    text = "dài " * 5000
    assert balanced(text, 14, 400) == text


def test_a_word_wider_than_its_column_is_cut_and_nothing_is_lost() -> None:
    marked = "Ắ\u0331" * 40
    text = f"ngắn {'a' * 90} {marked} https://vi.du.invalid/{'x' * 60} hết"
    pieces = pieces_of(text, 13, 100)
    assert "".join(pieces) == text
    assert len(pieces) > 4
    words = [word for piece in pieces for word in piece.split()]
    assert all(width_of(word, 13) <= 100 for word in words)
    assert not any(piece.startswith("\u0331") for piece in pieces)
    assert pieces_of("Ủy ban nhân dân tỉnh", 13, 100) == ["Ủy ban nhân dân tỉnh"]
