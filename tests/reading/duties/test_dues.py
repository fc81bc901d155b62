"""Until when: every way in which a limit is written, and what only looks like one."""

import pytest

from phoihop.reading.deadlines import due_in, period_in
from phoihop.reading.findings import Bound, Due, DueKind
from phoihop.reading.plain import plain_of

pytestmark = pytest.mark.pure


def due(words: str, *, year: int | None = None, labelled: bool = False) -> Due | None:
    """The limit in these words."""
    plain = plain_of(words, 0, len(words))
    return due_in(plain, 0, len(plain.text), year=year, labelled=labelled)


IN_A_SENTENCE = [
    ("Hoàn thành trước ngày 30/6/2031.", "date", "2031-06-30"),
    ("Gửi về Sở Văn vật trước 16 giờ ngày 12 tháng 5 năm 2031.", "date", "2031-05-12"),
    ("Gửi kết quả chậm nhất ngày 10/12/2031 (trước kỳ họp).", "date", "2031-12-10"),
    ("Báo cáo chậm nhất là ngày 07-4-2031.", "date", "2031-04-07"),
    ("Thực hiện từ ngày 01/3/2031 đến ngày 15/3/2031.", "date", "2031-03-15"),
    ("Thực hiện đến hết ngày 31/12/2031.", "date", "2031-12-31"),
    ("Họp 16 giờ ngày 30/7/2031 và đi sáng ngày 31/7/2031.", "date", "2031-07-31"),
    ("hoàn thành trong tháng 11 năm 2031", "month", "2031-11"),
    ("tổ chức chương trình định kỳ tháng 8/2031", "month", "2031-08"),
    ("xong trong tháng 9/2031", "month", "2031-09"),
    ("tập trung kiểm tra trong 2 tháng cuối năm 2031", "month", "2031-12"),
    ("sơ kết trong 9 tháng đầu năm 2031", "month", "2031-09"),
    ("hoàn thành trong quý II năm 2031", "quarter", "2031-Q2"),
    ("hoàn thành trong Quý 3/2031", "quarter", "2031-Q3"),
    ("từ quý IV/2031 đến quý I/2032", "quarter", "2032-Q1"),
    ("xong trong 6 tháng đầu năm 2031", "half_year", "2031-H1"),
    ("xong trong sáu tháng cuối năm 2031", "half_year", "2031-H2"),
    ("hoàn thành trong năm 2031", "year", "2031"),
    ("ký kết trong cuối năm 2031 và đầu năm 2032", "year", "2032"),
    ("báo cáo tình hình hằng ngày", "recurring", "daily"),
    ("theo dõi dư luận hằng ngày, hằng tuần", "recurring", "daily"),
    ("giao ban hàng tuần", "recurring", "weekly"),
    ("Hằng tháng, tổng hợp báo cáo", "recurring", "monthly"),
    ("báo cáo mỗi quý", "recurring", "quarterly"),
    ("báo cáo định kỳ 6 tháng, năm", "recurring", "half-yearly"),
    ("hằng năm tổ chức gặp mặt", "recurring", "yearly"),
    ("Định kỳ tổng hợp, báo cáo", "recurring", "periodic"),
    ("Thường xuyên cập nhật danh sách", "recurring", "continuous"),
    ("trả lời trong thời hạn 05 ngày làm việc kể từ ngày nhận đơn", "relative", None),
    ("chuyển đơn trong vòng 10 ngày", "relative", None),
    ("trả lời chậm nhất 03 ngày sau khi nhận", "relative", None),
    ("báo cáo đúng thời hạn", "relative", None),
    ("gửi về trước 05 ngày tổ chức Hội nghị", "event", None),
    ("niêm yết trước ngày khai trương 10 ngày", "event", None),
    ("trình trước kỳ họp giữa năm của Hội đồng", "event", None),
    ("báo cáo ngay sau hội nghị", "event", None),
    ("Hoàn thành trước ngày 31/02/2031", "none", None),
    ("Hoàn thành trước ngày 15/3", "none", None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "kind", "value"), IN_A_SENTENCE)
def test_a_limit_in_a_sentence(words: str, kind: str, value: str | None) -> None:
    found = due(words)
    assert found is not None
    assert (found.kind.value, found.value) == (kind, value)


BEHIND_A_LABEL = [
    ("Dự kiến tháng 11/2031 (sau khi có hướng dẫn).", "month", "2031-11"),
    ("Quý IV/2031 và Quý I/2032;", "quarter", "2032-Q1"),
    ("Từ tháng 12/2031 đến quý I/2032.", "quarter", "2032-Q1"),
    ("tháng 11/2031 đến tháng 4/2032", "month", "2032-04"),
    ("6/2031", "month", "2031-06"),
    ("30/6/2031", "date", "2031-06-30"),
    ("01/3/2031 - 15/4/2031", "date", "2031-04-15"),
    ("Năm 2031", "year", "2031"),
    ("6 tháng đầu năm 2031", "half_year", "2031-H1"),
    ("Thường xuyên", "recurring", "continuous"),
    ("Nhiệm vụ thường xuyên", "recurring", "continuous"),
    ("Hằng tháng", "recurring", "monthly"),
    ("Hàng quý", "recurring", "quarterly"),
    ("Trước Đại hội", "event", None),
    ("Trong 30 ngày kể từ ngày ký", "relative", None),
]


@pytest.mark.parametrize(("words", "kind", "value"), BEHIND_A_LABEL)
def test_a_limit_behind_a_label(words: str, kind: str, value: str | None) -> None:
    found = due(words, labelled=True)
    assert found is not None
    assert (found.kind.value, found.value) == (kind, value)


NO_LIMITS = [
    "Thực hiện Nghị quyết số 17-NQ/XX ngày 30/10/2030 của Tỉnh ủy",
    "theo Kế hoạch số 12/KH-AB, ngày 05 tháng 01 năm 2031",
    "phấn đấu đạt mục tiêu năm 2031 đã đề ra",
    "quy hoạch chung giai đoạn 2031-2035, tầm nhìn 2050",
    "quản lý tốt nguồn chi thường xuyên",
    "hưởng ứng các cuộc thi do Trung ương tổ chức hằng năm",
    "đạt 12/15 chỉ tiêu của xã",
    "mua 30.000.000 đồng thiết bị",
]


@pytest.mark.parametrize("words", NO_LIMITS)
def test_what_is_no_limit(words: str) -> None:
    assert due(words) is None


def test_before_is_kept_with_its_words() -> None:
    found = due("Gửi về trước ngày 30/6/2031.")
    assert found is not None
    assert found.bound is Bound.BEFORE
    assert found.note == "trước ngày 30/6/2031"


def test_a_day_that_does_not_exist_is_kept_as_printed() -> None:
    found = due("Hoàn thành trước ngày 31/02/2031.")
    assert found is not None
    assert found.kind is DueKind.NONE
    assert found.note is not None
    assert "31/02/2031" in found.note


def test_a_missing_year_comes_from_above_or_stays_a_note() -> None:
    given = due("Hoàn thành trước ngày 15/3", year=2031)
    assert given is not None
    assert given.value == "2031-03-15"
    missing = due("Hoàn thành trước ngày 15/3")
    assert missing is not None
    assert (missing.kind, missing.value) == (DueKind.NONE, None)
    assert missing.note is not None
    assert missing.note.endswith("15/3")


def test_the_span_quotes_the_limit() -> None:
    words = "Nộp hồ sơ, hoàn thành trong quý II năm 2031, gửi về xã."
    found = due(words)
    assert found is not None
    assert found.span is not None
    assert words[found.span.start : found.span.end] == "quý II năm 2031"


def test_a_heading_names_a_period() -> None:
    words = "MỘT SỐ NHIỆM VỤ TRỌNG TÂM THÁNG 10"
    found = period_in(plain_of(words, 0, len(words)), 0, len(words), 2031)
    assert found is not None
    assert found.value == "2031-10"
