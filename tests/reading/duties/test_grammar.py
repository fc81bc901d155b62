"""Ways in which papers give out work, each with what it rests on and what is none."""

import pytest

from phoihop.reading.findings import DueKind
from tests.reading.duties.papers import HEAD, PLAN, helpers, lead, rules, tasks

pytestmark = pytest.mark.pure

ASSIGN = PLAN + "II. TỔ CHỨC THỰC HIỆN\n"
NOTICE = HEAD + "THÔNG BÁO\nKết luận của Chủ tịch xã\n\n"
NEWS = (
    "Hội Sách và Đoàn xã ký kết chương trình phối hợp giai đoạn 2031 - 2035\n"
    "10/03/2031\n\nSáng 10/3, hai đơn vị đã tổ chức lễ ký kết.\n\n"
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # The paper is of 5 March 2031: what comes before February is of the next year.
        ("1. Hội Sách gửi danh mục trước ngày 30/6.", "2031-06-30"),
        ("1. Hội Sách gửi danh mục trước ngày 15/01.", "2032-01-15"),
        ("1. Hội Sách tổng kết phong trào (tháng 12/2031).", "2031-12"),
        ("1. Hội Sách tổng kết phong trào vào năm 2032.", "2032"),
        ("1. Hằng năm, Hội Sách gửi danh mục trước ngày 30/9.", "yearly"),
        ("1. Hội Sách tổ chức thi kể chuyện mỗi năm một lần.", "yearly"),
        ("1. Hội Sách bố trí 2% ngân sách hằng năm cho tủ sách.", None),
        ("1. Hội Sách sưu tầm bài báo về ngày thành lập (03/02/1990).", None),
    ],
)
def test_times_that_only_the_paper_makes_whole(words: str, expected: str) -> None:
    notice = NOTICE + "Chủ tịch xã kết luận:\n" + words + "\n"
    assert [task.due.value for task in tasks(notice)] == [expected]


@pytest.mark.parametrize(
    ("words", "leads", "support"),
    [
        ("Hai ngành luân phiên chủ trì họp kiểm điểm.", "Hai ngành", []),
        ("Thầy Bùi Mẫu: dẫn chương trình, đón khách.", "Thầy Bùi Mẫu", []),
        ("Giao Hội Sách làm cơ quan thường trực.", "Hội Sách", []),
        (
            "Ban Quản lý bảo trì đường bộ chủ trì, phối hợp với các xã cắm biển.",
            "Ban Quản lý bảo trì đường bộ",
            ["các xã"],
        ),
        (
            "Hội Sách phối hợp với Đoàn Luật sư tỉnh tư vấn bản quyền.",
            "Hội Sách",
            ["Đoàn Luật sư tỉnh"],
        ),
        (
            "Hội Sách phối hợp với các cơ quan, đơn vị mở điểm đọc.",
            "Hội Sách",
            ["các cơ quan, đơn vị"],
        ),
        (
            "Hội Sách phối hợp với các chủ vườn thuốc mở điểm đọc.",
            "Hội Sách",
            ["các chủ vườn thuốc"],
        ),
    ],
)
def test_who_is_to_do_it_and_with_whom(
    words: str, leads: str, support: list[str]
) -> None:
    (task,) = tasks(ASSIGN + "1. " + words + "\n")
    assert (lead(task), helpers(task)) == (leads, support)


def test_one_s_own_unit_at_the_end_of_a_circumstance_is_no_doer() -> None:
    words = "1. Các thôn\na) Căn cứ Kế hoạch này xây dựng lịch của đơn vị mình.\n"
    assert [lead(task) for task in tasks(ASSIGN + words)] == ["Các thôn"]


def test_what_is_asked_of_a_body_below_a_colon_is_all_its_own() -> None:
    words = "1. Nhiệm vụ tháng 4\n1.1. Đề nghị Hội Sách:\n- Trả sách cho huyện.\n"
    (task,) = tasks(NOTICE + words)
    assert (lead(task), task.due.value) == ("Hội Sách", "2031-04")


def test_who_speaks_above_a_list_is_not_who_is_to_do_it() -> None:
    words = (
        "Điều 1. Để mở thư viện, Hội đồng nhân dân xã yêu cầu:\n"
        "1. Hội Sách\na) Gửi danh mục sách.\n"
    )
    assert [lead(task) for task in tasks(PLAN + words)] == ["Hội Sách"]


def test_a_heading_that_is_a_time_is_the_time_of_what_stands_below() -> None:
    words = "1. Quý II\n- Hội Sách mở điểm đọc.\n2. Quý III\n- Đoàn xã mở lớp.\n"
    assert [task.due.value for task in tasks(ASSIGN + words)] == ["2031-Q2", "2031-Q3"]


@pytest.mark.parametrize("mark", ["1- ", "1. ", "1) "])
def test_the_marks_of_state_and_party(mark: str) -> None:
    assert rules(f"{ASSIGN}{mark}Hội Sách chủ trì mở điểm đọc.\n") == ["lead_verb"]


@pytest.mark.parametrize(
    "words",
    [
        "Đề nghị các đồng chí sắp xếp thời gian, dự họp đúng thành phần.",
        "Văn phòng Hội Sách thông báo để các thôn biết, thực hiện./.",
        "Đề nghị các đơn vị quan tâm, phối hợp thực hiện./.",
    ],
)
def test_attendance_and_formulas_are_no_duties(words: str) -> None:
    assert tasks(ASSIGN + words + "\n") == []


def test_labels_may_say_until_when_without_a_colon() -> None:
    block = (
        "II. NỘI DUNG\n1. Lập danh mục sách\n+ Cơ quan thực hiện: Hội Sách.\n"
        "+ Phối hợp: Đoàn xã.\n+ Hoàn thành trước ngày 30/4/2031.\n"
    )
    (task,) = tasks(PLAN + block)
    assert (lead(task), task.due.value) == ("Hội Sách", "2031-04-30")


def test_a_table_with_one_cell_a_line() -> None:
    cells = ["TT", "Nội dung công việc", "Đơn vị chủ trì", "Phối hợp", "Thời gian"]
    cells += ["1", "Lập danh mục sách", "Hội Sách", "Các thôn", "Tháng 4/2031"]
    cells += ["2", "Mở điểm đọc", "Đoàn xã", "Quý III/2031"]
    cells += ["3", "Tổng kết", "Hội Sách", "Đoàn xã", "12/2031"]
    found = tasks(PLAN + "\n".join(cells) + "\nNơi nhận:\n- Lưu.\n")
    # A row that lacks a line is left to a person: whose cell is empty cannot be told.
    assert [(lead(task), task.due.value) for task in found] == [
        ("Hội Sách", "2031-04"),
        ("Hội Sách", "2031-12"),
    ]


def test_a_list_that_news_leads_in_is_agreed_whole() -> None:
    words = (
        "Trong quý II/2031, hai bên thống nhất các nội dung:\n"
        "- Mở 5 điểm đọc.\n- Đoàn xã hướng dẫn đọc sách.\n\n"
        "Hai bên khẳng định sẽ làm tốt.\n"
    )
    found = tasks(NEWS + words)
    assert [lead(task) for task in found] == [None, "Đoàn xã"]
    assert {task.due.value for task in found} == {"2031-Q2"}
    assert {task.due.kind for task in found} == {DueKind.QUARTER}


def test_what_a_meeting_agreed_stands_behind_its_colon() -> None:
    words = "Về nhiệm vụ, hội nghị thống nhất: tiếp tục mở điểm đọc; góp sách mới.\n"
    (task,) = tasks(NEWS + words)
    assert task.text == "tiếp tục mở điểm đọc; góp sách mới."


def test_a_line_that_ends_in_the_middle_of_a_day_goes_on() -> None:
    words = "1. Hội Sách gửi danh mục trước ngày\n30/6/2031 về xã.\n"
    assert [task.due.value for task in tasks(ASSIGN + words)] == ["2031-06-30"]


def test_the_paper_that_a_decision_puts_in_force_is_read_too() -> None:
    words = (
        "Điều 1. Ban hành quy chế.\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nVũ Mẫu\n\n"
        "QUY CHẾ\nMở thư viện\n\nĐiều 1. Trách nhiệm của các cơ quan\n"
        "1. Thanh tra xã cử cán bộ tham gia.\n"
    )
    assert [lead(task) for task in tasks(PLAN + words)] == ["Thanh tra xã"]
