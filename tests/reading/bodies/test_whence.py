"""Where a paper comes from: by its header, its place line, at last by its text."""

import pytest

from phoihop.reading.engine import read
from phoihop.reading.naming import Level
from phoihop.reading.whence import Atlas, Whence, whence, whence_of
from tests.reading.bodies.land import Land

pytestmark = pytest.mark.pure

ATLAS = Land().gazetteer().atlas
PAPER = """{above}
{issuer}

Số: 12/KH-{sign}
{place}, ngày 01 tháng 3 năm 2026

KẾ HOẠCH
Phối hợp tuyên truyền năm 2026

1. Sở Tư pháp chủ trì, phối hợp với UBND các xã mở lớp tập huấn{more}.
"""


@pytest.mark.parametrize(
    ("above", "issuer", "place", "more", "level", "province", "unit"),
    [
        ("TỈNH ỦY LAM KHÊ", "BAN TỔ CHỨC", "Lam Khê", "", "province", "lam khe", None),
        ("UBND TỈNH LAM KHÊ", "SỞ TƯ PHÁP", "Lam Khê", "", "province", "lam khe", None),
        ("UBND TỈNH BÌNH PHONG", "SỞ TƯ PHÁP", "Bình Phong", "", "province",
         "binh phong", None),
        # The header names another province than the place line: nothing is sure of it.
        ("UBND TỈNH BÌNH PHONG", "SỞ TƯ PHÁP", "Lam Khê", "", "province",
         "binh phong", None),
        ("ĐẢNG BỘ TỈNH LAM KHÊ", "ĐẢNG ỦY XÃ ĐỒNG MÂY", "Đồng Mây", "", "commune",
         "lam khe", "dong may"),
        # A commune alone may be anywhere, unless its text names its province.
        ("", "ỦY BAN NHÂN DÂN XÃ ĐỒNG MÂY", "Đồng Mây", "", "commune", None,
         "dong may"),
        ("", "ỦY BAN NHÂN DÂN XÃ ĐỒNG MÂY", "Đồng Mây", " theo Kế hoạch của UBND tỉnh "
         "Lam Khê", "commune", "lam khe", "dong may"),
        ("", "ỦY BAN NHÂN DÂN XÃ ĐỒNG MÂY", "Đồng Mây", " theo Kế hoạch của UBND tỉnh "
         "Lam Khê và UBND tỉnh Sông Vàng", "commune", None, "dong may"),
        ("", "BỘ TÀI CHÍNH", "Hà Nội", " tại tỉnh Lam Khê", "central", None, None),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO LAM KHÊ", "TRƯỜNG THPT SƠN CA", "Lam Khê", "", "unit",
         "lam khe", None),
    ],
)  # fmt: skip
def test_a_paper_says_where_it_comes_from(
    above: str,
    issuer: str,
    place: str,
    more: str,
    level: str,
    province: str | None,
    unit: str | None,
) -> None:
    text = PAPER.format(above=above, issuer=issuer, sign="X", place=place, more=more)
    found = whence_of(read(text), ATLAS)
    assert (found.level, found.province, found.unit) == (Level(level), province, unit)
    assert str(found.on) == "2026-03-01"


def test_news_comes_from_the_one_province_it_tells_of() -> None:
    news = "Phó Bí thư Tỉnh ủy Trần Thị Hoa làm việc với Sở Tư pháp tỉnh Lam Khê."
    assert whence((), (), (), news, ATLAS).province == "lam khe"
    assert whence((), (), (), "Sở Tư pháp họp.", ATLAS) == Whence()
    assert whence((), (), (), news, Atlas()).province == "lam khe"
