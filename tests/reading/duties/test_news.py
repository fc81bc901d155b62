"""Duties in news: what is asked for, what is agreed, and what is only told."""

import pytest

from tests.reading.duties.papers import helpers, lead, rules, tasks

pytestmark = pytest.mark.pure

SIGNED = (
    "Ban Thư tịch tỉnh Bình Lâm ký kết kế hoạch phối hợp công tác năm 2031\n\n"
    "Sáng 05/3, Ban Thư tịch tỉnh và ba đơn vị đã tổ chức hội nghị ký kết kế hoạch.\n\n"
)

TOLD = [
    ("Phát biểu kết luận, Chủ tịch xã yêu cầu Đoàn xã khẩn trương lập danh mục sách.",
     ["Đoàn xã"]),
    ("Đồng chí đề nghị, ngay sau hội nghị, các thôn, các trường khẩn trương góp sách.",
     ["các thôn, các trường"]),
    ("Chủ tịch xã yêu cầu các thôn rà soát tủ sách. Tăng cường giới thiệu sách mới.",
     ["các thôn", "các thôn"]),
    ("Đồng thời, các đơn vị liên quan cần chủ động phối hợp với Đoàn xã mở điểm đọc.",
     ["các đơn vị liên quan"]),
    ("Sở Thư tịch cùng Sở Quy hoạch được giao soạn thảo đề án.", ["Sở Thư tịch"]),
    ("Trên cơ sở kế hoạch, các cơ quan, đơn vị sẽ xây dựng lịch đọc sách chung.",
     ["các cơ quan, đơn vị"]),
    ("Kế hoạch phối hợp năm 2031 giữa các đơn vị nhằm mở rộng việc đọc.\n\n"
     "Đẩy mạnh giới thiệu sách tới các thôn.\n\nToàn cảnh hội nghị.\n\n"
     "Nâng cao chất lượng tủ sách.", [None, None]),
    ("Hội nghị thống nhất một số nhiệm vụ trọng tâm thời gian tới. Trong đó, tiếp tục"
     " mở rộng tủ sách thôn.", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "leads"), TOLD)
def test_what_is_asked_or_agreed_is_a_task(words: str, leads: list[str | None]) -> None:
    assert [lead(task) for task in tasks(SIGNED + words + "\n")] == leads


ONLY_TOLD = [
    "Năm 2030, các đơn vị đã phối hợp mở 12 tủ sách.",
    "Đồng chí Trưởng ban chủ trì hội nghị.",
    "Các ý kiến thống nhất với dự thảo; đồng thời, đề nghị tiếp tục lấy ý kiến.",
    "Đoàn xã sẽ tiếp thu đầy đủ các ý kiến, tiếp tục phối hợp chặt chẽ.",
    "Từ năm 2029, xã đã giao các thôn nghiên cứu mở tủ sách.",
    "Việc đọc sách sẽ được đánh giá cuối năm.",
    "Đồng chí chúc các thôn mạnh khỏe, hạnh phúc.",
    "Các cấp phải sâu sát, quyết liệt trong lãnh đạo.",
]


@pytest.mark.parametrize("words", ONLY_TOLD)
def test_what_is_only_told_is_no_task(words: str) -> None:
    assert tasks(SIGNED + words + "\n") == []


def test_a_request_begins_with_who_speaks() -> None:
    words = "Nhấn mạnh việc đọc, Chủ tịch xã yêu cầu Đoàn xã phối hợp với các thôn."
    found = tasks(SIGNED + words)[0]
    assert found.text.startswith("Chủ tịch xã yêu cầu")
    assert helpers(found) == ["các thôn"]
    assert rules(SIGNED + words) == ["request"]
