"""A plan as a .pdf of two pages: what is read in it is looked for on their pictures."""

from datetime import date
from pathlib import Path

from phoihop.drafting import pdf
from phoihop.drafting.paper import (
    Form,
    Heading,
    Issuer,
    Level,
    Paper,
    Paragraph,
    Signature,
)

FONTS = Path(__file__).parents[2] / "phoihop/pages/static/vendor/tinos"
NAME = "ke-hoach-phoi-hop.pdf"
FIRST = (
    "Sở Nội vụ tỉnh Lam Khê chủ trì, phối hợp với Ban Tuyên giáo và Dân vận Tỉnh ủy "
    "Lam Khê tổ chức hội nghị báo cáo viên, hoàn thành trước ngày 30/6/2026."
)
LAST = (
    "Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê chủ trì biên soạn tài liệu tuyên "
    "truyền, xong trong quý III/2026."
)
PROSE = (
    "Các cơ quan trao đổi thông tin về tình hình Nhân dân, kịp thời cung cấp tài liệu "
    "và số liệu; kết quả được tổng hợp trong báo cáo chung của hai cơ quan."
)
PAPER = Paper(
    form=Form.PARTY,
    issuers=(Issuer("Ban Tuyên giáo và Dân vận", "Tỉnh ủy Lam Khê"),),
    symbol="KH/BTGDVTU",
    place="Lam Khê",
    kind="KẾ HOẠCH",
    subject="phối hợp công tác năm 2026",
    number="84",
    day=date(2026, 1, 12),
    blocks=(
        *(Paragraph(PROSE) for _ in range(4)),
        Heading("NỘI DUNG PHỐI HỢP", Level.SECTION, "I."),
        Paragraph(FIRST, marker="1."),
        *(Paragraph(PROSE) for _ in range(14)),
        Paragraph(LAST, marker="2."),
    ),
    signatures=(Signature(("Trưởng ban",), "Trần Thị Hoa"),),
    recipients=("Thường trực Tỉnh ủy",),
    filed="Văn phòng Ban",
)


def plan() -> bytes:
    """Its bytes."""
    return pdf.write(PAPER, fonts=FONTS)
