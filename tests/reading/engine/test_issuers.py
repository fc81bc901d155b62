"""Who issued a paper, and who is only printed above."""

import pytest

from phoihop.reading.findings import Field
from tests.reading.engine.found import values

pytestmark = pytest.mark.pure

REST = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bình Minh, ngày 3 tháng 4 năm 2026

KẾ HOẠCH
Phối hợp tuyên truyền

"""


@pytest.mark.parametrize(
    ("header", "body", "issuers"),
    [
        ("ỦY BAN NHÂN DÂN\nXÃ BÌNH MINH", "", ["ỦY BAN NHÂN DÂN XÃ BÌNH MINH"]),
        (
            "ỦY BAN NHÂN DÂN\nXÃ BÌNH MINH",
            "Ủy ban nhân dân xã Bình Minh ban hành kế hoạch",
            ["Ủy ban nhân dân xã Bình Minh"],
        ),
        # Without the name of the place the running text says less than the header.
        (
            "ỦY BAN NHÂN DÂN\nXÃ BÌNH MINH",
            "Ủy ban nhân dân xã ban hành kế hoạch",
            ["ỦY BAN NHÂN DÂN XÃ BÌNH MINH"],
        ),
        ("BỘ MẪU\nCỤC THỬ NGHIỆM VIỆT NAM", "", ["CỤC THỬ NGHIỆM VIỆT NAM"]),
        ("ĐẢNG BỘ TỈNH SÔNG LAM\nĐẢNG ỦY XÃ BÌNH MINH", "", ["ĐẢNG ỦY XÃ BÌNH MINH"]),
        (
            "ĐẢNG ỦY SÔNG LAM\nVĂN PHÒNG",
            "Văn phòng Đảng ủy Sông Lam đề nghị",
            ["Văn phòng Đảng ủy Sông Lam"],
        ),
        (
            "ỦY BAN MTTQ VIỆT NAM\nXÃ BÌNH MINH\nBAN THƯỜNG TRỰC",
            "Ban Thường trực Uỷ ban Mặt trận Tổ quốc Việt Nam xã Bình Minh xây dựng",
            ["Ban Thường trực Uỷ ban Mặt trận Tổ quốc Việt Nam xã Bình Minh"],
        ),
        # A lost mark in the header, all of them in the text.
        ("TONG CUC MAU", "Tổng cục Mẫu yêu cầu các đơn vị", ["Tổng cục Mẫu"]),
    ],
)
def test_the_issuer_in_the_fullest_form(
    header: str, body: str, issuers: list[str]
) -> None:
    assert values(f"{header}\nSố: 3/KH-ABC\n{REST}{body}\n", Field.ISSUER) == issuers


def test_a_joint_paper_has_two_issuers_and_a_superior_is_none() -> None:
    text = (
        "TỈNH ỦY SÔNG LAM\nBAN TUYÊN GIÁO VÀ DÂN VẬN\nHỘI NÔNG DÂN TỈNH\n"
        f"Số: 05-CTr/BTGDVTU-HND\n{REST}"
    )
    assert values(text, Field.ISSUER) == [
        "BAN TUYÊN GIÁO VÀ DÂN VẬN TỈNH ỦY SÔNG LAM",
        "HỘI NÔNG DÂN TỈNH",
    ]


def test_a_joint_header_in_one_breath() -> None:
    text = f"HỘI NÔNG DÂN TỈNH - CÔNG AN TỈNH\nSố: 1/NQLT-HND-CA\n{REST}"
    assert values(text, Field.ISSUER) == ["HỘI NÔNG DÂN TỈNH", "CÔNG AN TỈNH"]


def test_a_paper_without_its_header_says_who_speaks() -> None:
    text = (
        "Bảo đảm an toàn trường học năm 2026\n\nCăn cứ Kế hoạch số 3/KH-SGD ngày "
        "7/4/2026;\nTrường Tiểu học Bình Minh xây dựng kế hoạch như sau:\n"
    )
    assert values(text, Field.ISSUER) == ["Trường Tiểu học Bình Minh"]
    assert values(text, Field.TYPE) == ["kế hoạch"]
