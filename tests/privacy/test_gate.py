"""What each class of text lets in, and what it says when it does not."""

import pytest

from phoihop.refusals import Refused
from phoihop.screening import gate, labels, persons
from phoihop.screening.classes import TextClass
from phoihop.sentences.screening import KINDS
from tests.refused import refused

pytestmark = pytest.mark.pure

PHONE = "Gọi 0912 345 678 để biết thêm"
NAME = "Giao ông Nguyễn Văn An chuẩn bị"
STAMP = "TỐI MẬT"
LABEL = "Quan điểm của người dân"
BODY = "Sở Dân tộc và Tôn giáo"
FIT = "Trao đổi thông tin"

C = TextClass
PASSES = {
    C.PAPER: {PHONE, NAME, LABEL, BODY, FIT},
    C.OFFICE_HOLDER: {NAME, LABEL, BODY, FIT},
    C.FREE: {LABEL, BODY, FIT},
    C.LABEL: {BODY, FIT},
    C.ALIAS: {STAMP, LABEL, BODY, FIT},
    C.MACHINE: {PHONE, NAME, STAMP, LABEL, BODY, FIT},
}
CODES = {
    PHONE: "screening.personal_data",
    NAME: "screening.personal_data",
    STAMP: "screening.stamp",
    LABEL: "screening.label",
}


@pytest.mark.parametrize("text", [PHONE, NAME, STAMP, LABEL, BODY, FIT])
@pytest.mark.parametrize("text_class", list(TextClass))
def test_each_class_lets_in_what_it_may(text_class: TextClass, text: str) -> None:
    if text in PASSES[text_class]:
        gate.hold(text, text_class, field="text")
        return
    with refused(CODES[text], field="text"):
        gate.hold(text, text_class, field="text")


def test_the_refusal_says_the_kinds_and_not_the_words() -> None:
    with pytest.raises(Refused) as told:
        gate.hold("bà Trần Thị Hoa, 0912345678", TextClass.FREE, field="text")
    assert told.value.values == {"kinds": ("name", "phone")}
    said = f"{told.value!r} {told.value} {told.value.values} {told.value.args}"
    assert "0912" not in said
    assert "Hoa" not in said


def test_persons_in_a_paper_are_pointed_out() -> None:
    assert [one.kind for one in gate.pointed_out(NAME)] == ["name"]


def test_every_kind_has_a_label() -> None:
    assert set(KINDS) == {*persons.KINDS, *labels.KINDS, "stamp"}


@pytest.mark.parametrize(
    "text",
    [
        "Họ tên", "ho_ten", "Họ và tên người gửi", "CCCD", "Số CMND", "SĐT",
        "Điện thoại",
        "Địa chỉ thường trú", "Ngày sinh", "Dân tộc", "Tôn giáo", "Quan điểm",
        "Tư tưởng",
        "Tâm trạng nhân dân", "Dư luận", "Người phản ánh", "Tài khoản", "Facebook",
        "Là đảng viên", "opinion", "sentiment", "reporter", "citizenName", "ethnicity",
        "Religion", "party membership", "full_name", "Biển số xe", "Mức độ ủng hộ",
        "So dien thoai", "Thái độ",
    ],
)  # fmt: skip
def test_a_label_that_asks_about_persons_is_refused(text: str) -> None:
    assert labels.asked_by(text) != []


@pytest.mark.parametrize(
    "text",
    [
        "Số cuộc tuyên truyền", "Số lượt người tham dự", "Tỷ lệ hồ sơ đúng hạn",
        "Sở Dân tộc và Tôn giáo", "Số xã vùng dân tộc thiểu số", "Nước sạch nông thôn",
        "Ngày hội Đại đoàn kết toàn dân tộc", "Cơ sở tôn giáo được cấp đất",
        "Học tập tư tưởng Hồ Chí Minh", "Công tác tư tưởng", "Bộ phận một cửa",
        "Tài khoản định danh điện tử đã kích hoạt", "Số văn bản", "Thu gom rác thải",
        "Đường giao thông", "Bảo hiểm y tế", "Trường Dân tộc nội trú",
        "Số tổ chức đảng", "Tỷ lệ người dân hài lòng",
    ],
)  # fmt: skip
def test_a_label_of_a_service_or_a_count_is_let_in(text: str) -> None:
    assert labels.asked_by(text) == []
