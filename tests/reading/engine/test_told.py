"""What the text tells: parties, period, meeting."""

import pytest

from phoihop.reading.findings import Field, Meeting, Period
from tests.reading.engine.found import HEADER, value, values

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Ký kết chương trình phối hợp giữa Hội Nông dân tỉnh và Công an tỉnh\n\n"
            "Sáng 5/2, hai bên đã tổ chức lễ ký kết.\n",
            ["Hội Nông dân tỉnh", "Công an tỉnh"],
        ),
        (
            "Giao ban cụm\n\nCụm thi đua số 2, gồm các sở: Tư pháp, Nội vụ, Y tế.\n",
            ["Tư pháp", "Nội vụ", "Y tế"],
        ),
        (
            "Ký kết phối hợp\n\nChiều 30/1, Ban Tuyên giáo và Dân vận Tỉnh ủy và 2 cơ "
            "quan, đơn vị gồm: Công an tỉnh, Sở Tư pháp đã tổ chức hội nghị.\n",
            ["Ban Tuyên giáo và Dân vận Tỉnh ủy", "Công an tỉnh", "Sở Tư pháp"],
        ),
        (
            "Họp\n\nNgày 5/2/2026, Hội Nông dân xã Bình Minh đã làm việc với Đoàn giám "
            "sát của HĐND tỉnh.\n",
            ["Hội Nông dân xã Bình Minh", "Đoàn giám sát của HĐND tỉnh"],
        ),
        (
            f"{HEADER}\nKẾ HOẠCH\nPhối hợp giữa Ban Dân tộc với HĐND, UBND tỉnh năm "
            "2026\n\nCăn cứ quy chế;\n",
            ["Ban Dân tộc", "HĐND tỉnh", "UBND tỉnh"],
        ),
        (f"{HEADER}\nKẾ HOẠCH\nTuyên truyền năm 2026\n\nCăn cứ quy chế;\n", []),
        ("Tin vắn\n\nSáng 5/2, Sở Tư pháp phối hợp tổ chức hội nghị.\n", []),
    ],
)
def test_parties(text: str, parties: list[str]) -> None:
    assert values(text, Field.PARTY) == parties


def test_the_fullest_name_of_a_party_in_the_text() -> None:
    text = (
        "Hội Nông dân tỉnh ký kết phối hợp\n\nSáng 5/2, ký kết chương trình phối "
        "hợp giữa Hội Nông dân tỉnh và Sở Tư pháp. Hội Nông dân tỉnh Sông Lam báo "
        "cáo kết quả. "
        "Giám đốc Sở Tư pháp Trần Thử phát biểu.\n"
    )
    assert values(text, Field.PARTY) == ["Hội Nông dân tỉnh Sông Lam", "Sở Tư pháp"]


@pytest.mark.parametrize(
    ("subject", "period"),
    [
        ("Phối hợp công tác năm 2026", ("2026", "2026")),
        ("Phối hợp giai đoạn 2026 - 2030", ("2026", "2030")),
        ("Sơ kết công tác quý III năm 2026", ("2026-07", "2026-09")),
        ("Nhiệm vụ quý IV/2026", ("2026-10", "2026-12")),
        ("Công tác 6 tháng đầu năm 2026", ("2026-01", "2026-06")),
        (
            "Sơ kết 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2026",
            ("2026-07", "2026-12"),
        ),
        ("Công tác tháng 9/2026", ("2026-09", "2026-09")),
        (
            "Tình hình tháng 9 và phương hướng công tác tháng 10 năm 2026",
            ("2026-10", "2026-10"),
        ),
        (
            "Tổng kết năm 2025 và phương hướng, nhiệm vụ năm 2026",
            ("2026", "2026"),
        ),
        ("Bầu cử đại biểu nhiệm kỳ 2026-2031", None),
        ("Quy hoạch đến năm 2035, tầm nhìn đến năm 2050", None),
        ("Thực hiện Nghị quyết số 5-NQ/TU ngày 22 tháng 12 năm 2025", None),
        ("Lập tổ công tác", None),
    ],
)
def test_periods(subject: str, period: tuple[str, str] | None) -> None:
    text = f"{HEADER}\nKẾ HOẠCH\n{subject}\n\nCăn cứ quy chế;\n"
    expected = Period(*period) if period else None
    assert value(text, Field.PERIOD) == expected


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        (
            "Hội nghị giao ban\n17/11/2026\n\nSáng 17/11, tại Nhà văn hóa xã, Sở Tư "
            "pháp tổ chức Hội nghị giao ban quý. Đồng chí Trần Văn Thử, Giám đốc chủ "
            "trì hội nghị.\n",
            Meeting("giao ban", "2026-11-17", "Nhà văn hóa xã", "Trần Văn Thử"),
        ),
        (
            "Tin\n\nNgày 10/1, Sở Tư pháp đã họp công bố quyết định. Bà Lê Thị Mẫu, "
            "Phó Giám đốc và ông Vũ Thử, Chánh Văn phòng đồng chủ trì cuộc họp.\n",
            Meeting("họp", "01-10", None, "Lê Thị Mẫu; Vũ Thử"),
        ),
        (
            f"{HEADER}\nTHÔNG BÁO\nKết luận tại cuộc họp\n\nNgày 04 tháng 02 năm 2026, "
            "tại trụ sở UBND tỉnh, đồng chí Trần Thử đã chủ trì cuộc họp.\n",
            Meeting("họp", "2026-02-04", "trụ sở UBND tỉnh", "Trần Thử"),
        ),
        (
            f"{HEADER}\nKẾ HOẠCH\nTổ chức hội nghị\n\nNgày 5/3/2026 họp giao ban.\n",
            None,
        ),
        ("Tin\n\nGiá lúa tăng trong tháng qua ở nhiều nơi trong tỉnh.\n", None),
    ],
)
def test_meetings_that_were_held(text: str, meeting: Meeting | None) -> None:
    assert value(text, Field.MEETING) == meeting
