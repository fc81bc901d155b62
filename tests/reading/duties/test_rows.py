"""Tables of tasks and labelled blocks: columns and labels say what they mean."""

import pytest

from phoihop.reading.findings import DueKind
from tests.reading.duties.papers import PLAN, helpers, lead, rules, tasks

pytestmark = pytest.mark.pure

HEAD_ROW = (
    "TT",
    "Tên nhiệm vụ",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Kết quả",
    "Thời hạn",
)
ROWS = (
    ("I", "Mở tủ sách", "", "", "", ""),
    ("1.", "Chọn nơi đặt.", "Thôn Đoài", "Đoàn xã; Hội Phụ nữ xã", "Sổ", "6/2031"),
    ("2.", "Trông coi tủ sách.", "Các thôn", "", "Sổ mượn", "Thường xuyên"),
    ("3.", "Góp sách cũ.", "", "Đoàn xã", "Danh mục", "30/9/2031"),
)  # fmt: skip


def piped(*rows: tuple[str, ...]) -> str:
    """A table with bars, a rule of dashes beneath its first row."""
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]]) + "\n"


def tabbed(*rows: tuple[str, ...]) -> str:
    """A table as it comes out of a .docx."""
    return "\n".join("\t".join(row) for row in rows) + "\n"


@pytest.mark.parametrize("table", [piped, tabbed])
def test_a_row_is_a_task(table: object) -> None:
    made = piped if table is piped else tabbed
    found = tasks(PLAN + "PHỤ LỤC\n\n" + made(HEAD_ROW, *ROWS))
    assert [lead(task) for task in found] == ["Thôn Đoài", "Các thôn", "Các thôn"]
    assert helpers(found[0]) == ["Đoàn xã", "Hội Phụ nữ xã"]
    assert [task.due.value for task in found] == ["2031-06", "continuous", "2031-09-30"]
    assert rules(PLAN + made(HEAD_ROW, *ROWS)) == ["table_row"] * 3


def test_a_row_with_bars_is_quoted_from_bar_to_bar() -> None:
    found = tasks(PLAN + piped(HEAD_ROW, *ROWS))[0]
    assert found.text.startswith("| 1.")
    assert found.text.endswith("6/2031 |")


def test_an_agenda_is_no_table_of_tasks() -> None:
    rows = (
        ("Thời gian", "Nội dung", "Người phụ trách"),
        ("7h00 - 7h15", "Ổn định tổ chức", "Đoàn xã"),
        ("8h00", "Đọc sách cùng học sinh", "Trường Tiểu học"),
    )
    assert tasks(PLAN + tabbed(*rows)) == []


def test_a_table_without_a_column_of_doers_is_none() -> None:
    rows = (("TT", "Nội dung", "Số tiền"), ("1", "Mua tủ sách", "3.000.000"))
    assert tasks(PLAN + piped(*rows)) == []


def test_a_heading_in_a_purpose_hides_its_table() -> None:
    assert tasks(PLAN + "I. KẾT QUẢ\n" + piped(HEAD_ROW, *ROWS)) == []


LABELS = (
    "- Thời gian hoàn thành: Quý IV/2031 và Quý I/2032;\n"
    "- Đơn vị chủ trì: Đồng chí Trưởng ban Văn hóa\n"
    "- Đơn vị phối hợp: Các đ/c Phó ban, Đoàn xã.\n"
    "- Kết quả: Tủ sách mở cửa.\n"
)
BLOCK = PLAN + "II. NỘI DUNG, PHÂN CÔNG\n1. Mở tủ sách thôn\n"


def test_labels_fill_the_line_above() -> None:
    words = BLOCK + "1.1. Xây dựng nội quy tủ sách.\n- Bảo đảm dễ hiểu.\n" + LABELS
    found = tasks(words)
    assert [task.text for task in found] == ["1.1. Xây dựng nội quy tủ sách."]
    assert lead(found[0]) == "Trưởng ban Văn hóa"
    assert helpers(found[0]) == ["Các đ/c Phó ban", "Đoàn xã"]
    assert found[0].due.value == "2032-Q1"
    assert rules(words) == ["labelled_block"]


def test_labels_close_every_numbered_line_above_them() -> None:
    words = BLOCK + "1.1. Xây dựng nội quy.\n1.2. Lập danh mục sách.\n" + LABELS
    words += "1.3. Góp sách cũ.\n" + LABELS
    assert [task.text[:4] for task in tasks(words)] == ["1.1.", "1.2.", "1.3."]


def test_a_heading_gives_the_task_to_its_first_item() -> None:
    words = (
        BLOCK + "1.1. Sơ kết tủ sách\n- Đánh giá việc đọc; rút kinh nghiệm.\n" + LABELS
    )
    assert [task.text for task in tasks(words)] == [
        "- Đánh giá việc đọc; rút kinh nghiệm."
    ]


def test_steps_with_a_time_of_their_own_are_tasks() -> None:
    words = BLOCK + (
        "1.1. Tổ chức hai đợt góp sách trên toàn xã.\n- Nguyên tắc: Tự nguyện.\n"
        "(1) Đợt một: Chậm nhất ngày 10/5/2031.\n"
        "(2) Đợt hai: Chậm nhất ngày 10/9/2031.\n"
    )
    found = tasks(words + LABELS)
    assert [task.due.value for task in found] == ["2032-Q1", "2031-05-10", "2031-09-10"]


def test_who_chairs_a_meeting_leads_no_task() -> None:
    words = "Bước 1: Họp thôn\n- Thành phần: Toàn thôn.\n- Chủ trì: Trưởng thôn.\n"
    assert tasks(PLAN + "II. QUY TRÌNH\n" + words) == []


def test_a_time_beside_tasks_is_theirs() -> None:
    words = "III. TỔ CHỨC THỰC HIỆN\n1. Đoàn xã\n- Lập danh mục sách.\n"
    found = tasks(PLAN + words + "- Thời gian thực hiện: Tháng 5/2031.\n")
    assert [(task.due.kind, task.due.value) for task in found] == [
        (DueKind.MONTH, "2031-05")
    ]
