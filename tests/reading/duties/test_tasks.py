"""What is a task and what is not, rule by rule."""

import unicodedata

import pytest

from phoihop.reading.findings import DueKind
from tests.reading.duties.papers import HEAD, PLAN, helpers, lead, rules, tasks

pytestmark = pytest.mark.pure

ASSIGNED = PLAN + "III. TỔ CHỨC THỰC HIỆN\n"
LETTER = HEAD + "Kính gửi: Các thôn trên địa bàn xã.\n"

ONE_TASK = [
    # A doer at the head of an item, and its verb.
    (ASSIGNED, "1. Văn phòng xã chủ trì, phối hợp Đoàn xã mở tủ sách.",
     "Văn phòng xã"),
    (ASSIGNED, "2. Thôn Đoài có trách nhiệm bố trí nơi đặt tủ sách.", "Thôn Đoài"),
    (ASSIGNED, "3. Các thôn căn cứ Kế hoạch này tổ chức góp sách.", "Các thôn"),
    (ASSIGNED, "4. Kết thúc đợt góp, Đoàn xã tổng hợp kết quả.", "Đoàn xã"),
    (ASSIGNED, "5. Các ban: Văn hóa, Pháp chế thành lập tổ biên mục.",
     "Các ban: Văn hóa, Pháp chế"),
    # Behind a colon.
    (ASSIGNED, "1. Trạm Y tế xã: Cử cán bộ trực tại các buổi đọc.", "Trạm Y tế xã"),
    (ASSIGNED, "2. Đồng chí Trưởng ban Văn hóa - Tổ trưởng: Phụ trách chung.",
     "Trưởng ban Văn hóa"),
    # Asked, told, given.
    (ASSIGNED, "1. Giao Đoàn xã tiếp nhận sách góp.", "Đoàn xã"),
    (ASSIGNED, "2. Phân công Văn phòng xã theo dõi, đôn đốc.", "Văn phòng xã"),
    (ASSIGNED, "3. Đề nghị Hội Phụ nữ xã vận động hội viên góp sách.", "Hội Phụ nữ xã"),
    (LETTER, "Ủy ban nhân dân xã đề nghị các thôn gửi danh sách trước ngày 05/4/2031.",
     "các thôn"),
    (LETTER, "Trân trọng đề nghị các đồng chí Trưởng thôn cho ý kiến.", "Trưởng thôn"),
    # Under a heading that is a name.
    (ASSIGNED, "1. Đoàn xã\n- Nghiên cứu mở điểm đọc tại chợ.", "Đoàn xã"),
    (ASSIGNED, "1. Giao Ban Văn hóa\n- Soạn nội quy đọc sách.", "Ban Văn hóa"),
    (ASSIGNED, "Điều 2. Nhiệm vụ của Tổ biên mục, phân loại sách:\n- Lập danh mục.",
     "Tổ biên mục, phân loại sách"),
    (ASSIGNED, "2. Đề nghị Trường Tiểu học phối hợp\n- Giới thiệu tủ sách.",
     "Trường Tiểu học"),
    (ASSIGNED, "3. Hiệu trưởng các trường\nTổ chức cho học sinh đọc sách.",
     "Hiệu trưởng các trường"),
    # Under a sentence that asks.
    (LETTER, "Chủ tịch xã yêu cầu các thôn, các tổ dân phố ở khắp nơi thực hiện:\n"
     "1. Rà soát số sách hiện có.", "các thôn, các tổ dân phố ở khắp nơi"),
    # A catch-all is a task.
    (ASSIGNED, "1. Đoàn xã\n- Thực hiện các nhiệm vụ khác được giao.", "Đoàn xã"),
    # A condition before what is to be done.
    (ASSIGNED, "1. Văn phòng xã\n- Đối với sách hỏng: Chuyển về kho trong ngày.",
     "Văn phòng xã"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "words", "who"), ONE_TASK)
def test_one_task_and_who_leads_it(head: str, words: str, who: str) -> None:
    found = tasks(head + words + "\n")
    assert len(found) == 1
    assert found[0].text == words.rsplit("\n", maxsplit=1)[-1]
    assert lead(found[0]) == who


NO_TASK = [
    # Sections that assign nothing, even where a doer is named.
    (
        PLAN,
        "I. MỤC ĐÍCH\n- Xây dựng thói quen đọc sách.\n- Thôn Đoài tổ chức đọc sách.",
    ),
    (PLAN, "I. MỤC ĐÍCH, YÊU CẦU\n1. Yêu cầu\n- Tổ chức tiết kiệm, hiệu quả."),
    (PLAN, "II. ĐỐI TƯỢNG\nĐoàn xã kiểm tra các thôn."),
    (PLAN, "II. HÌNH THỨC\n- Tuyên truyền qua loa truyền thanh."),
    (PLAN, "III. KẾT QUẢ\n1. Đoàn xã tổ chức 12 buổi đọc."),
    (PLAN, "II. NỘI DUNG\n- Tuyên truyền về lợi ích của sách."),
    (PLAN, "II. NHIỆM VỤ, GIẢI PHÁP\n- Tổ chức giới thiệu sách mới."),
    (ASSIGNED, "1. Kinh phí thực hiện do ngân sách xã bảo đảm."),
    (ASSIGNED, "2. Thời gian tổ chức: Đoàn xã tổ chức trong tháng 5/2031."),
    # What is over, what is passive, what forbids, what only holds.
    (ASSIGNED, "1. Đoàn xã đã tổ chức 12 buổi đọc sách."),
    (ASSIGNED, "1. Tủ sách được các thôn quản lý."),
    (ASSIGNED, "1. Đoàn xã\n- Không cho mượn sách quý."),
    (ASSIGNED, "1. Đoàn xã\n- Tổ biên mục tự giải thể khi xong việc."),
    # Formulas.
    (ASSIGNED, "Trên đây là Kế hoạch mở thư viện, đề nghị các thôn tổ chức thực hiện."),
    (ASSIGNED, "Yêu cầu các thôn nghiêm túc triển khai thực hiện./."),
    (ASSIGNED, "Điều 3. Các thôn chịu trách nhiệm thi hành Quyết định này."),
    (ASSIGNED, "Quyết định này có hiệu lực kể từ ngày ký."),
    (ASSIGNED, "Trong quá trình thực hiện nếu có khó khăn, vướng mắc, báo cáo về xã."),
    # Names and lists that nobody is told anything by.
    (ASSIGNED, "1. Cơ quan chủ trì, thành phần dự họp."),
    (PLAN, "Nơi nhận:\n- Các thôn;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"),
    (PLAN, "Căn cứ đề nghị của Ban Văn hóa tổ chức ngày 05/01/2031;"),
    (HEAD, "Kính gửi:\n- Đoàn xã;\n- Văn phòng xã tổng hợp;"),
    (
        PLAN,
        "Ủy ban nhân dân xã ban hành Kế hoạch như sau:\nI. NỘI DUNG\n- Đọc sách.",
    ),
    (PLAN, "Xã họp giao ban thường kỳ đánh giá công tác tháng 9."),
    # Law lays down, it does not give out work.
    (
        HEAD + "NGHỊ ĐỊNH\nVề thư viện\n\n",
        "Điều 5. Bộ Thư tịch có trách nhiệm cấp thẻ.",
    ),
    (HEAD + "NGHỊ QUYẾT\nVề thư viện\n\n", "1. Các thôn xây dựng tủ sách."),
]


@pytest.mark.parametrize(("head", "words"), NO_TASK)
def test_no_task(head: str, words: str) -> None:
    assert tasks(head + words + "\n") == []


def test_each_sentence_of_an_item_is_a_task_and_carries_the_doer() -> None:
    words = "1. Thôn Đoài chọn nơi đặt tủ sách. Bố trí người trông coi.\n"
    found = tasks(ASSIGNED + words)
    assert [task.text for task in found] == [
        "1. Thôn Đoài chọn nơi đặt tủ sách.",
        "Bố trí người trông coi.",
    ]
    assert [lead(task) for task in found] == ["Thôn Đoài", "Thôn Đoài"]


def test_the_mark_and_the_closing_sign_belong_to_the_task() -> None:
    found = tasks(ASSIGNED + "1. Đoàn xã\na) Tiếp nhận sách góp;\nb) Lập danh mục.\n")
    assert [task.text for task in found] == [
        "a) Tiếp nhận sách góp;",
        "b) Lập danh mục.",
    ]


def test_a_sentence_that_only_says_until_when_joins_the_one_before() -> None:
    words = "1. Đoàn xã\n- Lập danh mục sách. Hoàn thành trong quý II năm 2031.\n"
    found = tasks(ASSIGNED + words)
    assert [task.text for task in found] == [
        "- Lập danh mục sách. Hoàn thành trong quý II năm 2031."
    ]
    assert found[0].due.value == "2031-Q2"


def test_a_line_that_only_says_until_when_joins_the_item_above() -> None:
    words = "1. Đoàn xã\n- Lập danh mục sách.\nHoàn thành trong quý II năm 2031.\n"
    found = tasks(ASSIGNED + words)
    assert len(found) == 1
    assert found[0].text.endswith("Hoàn thành trong quý II năm 2031.")
    assert found[0].due.value == "2031-Q2"


def test_a_chain_whose_clauses_name_doers_is_a_task_for_each() -> None:
    words = (
        "1. Đoàn xã tiếp nhận sách; Văn phòng xã lập danh mục; rà soát hằng tháng.\n"
    )
    found = tasks(ASSIGNED + words)
    assert [lead(task) for task in found] == ["Đoàn xã", "Văn phòng xã"]
    assert found[1].text == "Văn phòng xã lập danh mục; rà soát hằng tháng."


def test_the_same_words_under_two_doers_are_two_tasks() -> None:
    words = "1. Đoàn xã\n- Góp sách cũ.\n2. Hội Phụ nữ xã\n- Góp sách cũ.\n"
    words = words.replace("Góp", "Vận động góp")
    assert [lead(task) for task in tasks(ASSIGNED + words)] == [
        "Đoàn xã",
        "Hội Phụ nữ xã",
    ]


def test_an_item_may_go_on_with_the_doer_of_the_one_before() -> None:
    words = (
        "1. Quản lý tủ sách\n- Đoàn xã theo dõi việc mượn sách.\n- Đôn đốc trả sách.\n"
    )
    found = tasks(PLAN + "II. NỘI DUNG\n" + words)
    assert [lead(task) for task in found] == ["Đoàn xã", "Đoàn xã"]
    assert rules(PLAN + "II. NỘI DUNG\n" + words)[1] == "carried_subject"


def test_a_label_of_duties_makes_its_items_tasks() -> None:
    words = (
        "1. Tủ sách thôn\n- Nhiệm vụ:\n+ Lập danh mục sách.\n- Địa điểm: nhà văn hóa.\n"
    )
    found = tasks(PLAN + "II. NỘI DUNG\n" + words)
    assert [(task.text, lead(task)) for task in found] == [
        ("+ Lập danh mục sách.", None)
    ]


def test_what_a_conclusion_plans_is_due_when_its_heading_says() -> None:
    words = "KẾT LUẬN\nHội nghị tháng 9\n\nII. MỘT SỐ NHIỆM VỤ TRỌNG TÂM THÁNG 10\n"
    found = tasks(HEAD + words + "1. Tập trung rà soát tủ sách.\n")
    assert [(task.due.value, lead(task)) for task in found] == [("2031-10", None)]


def test_several_doers_are_named_one_by_one() -> None:
    words = "1. Đề nghị Đoàn xã, Hội Phụ nữ xã và các thôn vận động góp sách.\n"
    found = tasks(ASSIGNED + words)[0]
    assert lead(found) == "Đoàn xã, Hội Phụ nữ xã và các thôn"
    assert [name.text for name in found.leads] == [
        "Đoàn xã",
        "Hội Phụ nữ xã",
        "các thôn",
    ]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Văn phòng Đoàn ĐBQH và HĐND tỉnh", 1),
        ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện", 1),
        ("Văn phòng Đoàn ĐBQH và HĐND tỉnh và Sở Thư tịch", 2),
        ("Văn phòng Tỉnh ủy và Hội đồng nhân dân tỉnh", 2),
    ],
)
def test_an_office_of_two_bodies_is_one_doer(written: str, names: int) -> None:
    """Their names do not stand alone in it."""
    found = tasks(f"{ASSIGNED}1. Đề nghị {written} vận động góp sách.\n")[0]
    assert lead(found) == written
    assert len(found.leads) == names


SUPPORT = [
    ("Phối hợp với Đoàn xã mở tủ sách.", ["Đoàn xã"]),
    ("Chủ trì, phối hợp các thôn góp sách.", ["các thôn"]),
    ("Phối hợp chặt chẽ với Sở Văn vật, Hội Phụ nữ xã tổ chức đọc sách.",
     ["Sở Văn vật", "Hội Phụ nữ xã"]),
    ("Phối hợp Sở Quy hoạch - Cảnh quan và các đơn vị có liên quan lập bản vẽ.",
     ["Sở Quy hoạch - Cảnh quan", "các đơn vị có liên quan"]),
    ("Phối hợp với Sở Thư tịch và Lưu trữ biên tập sách.", ["Sở Thư tịch và Lưu trữ"]),
    ("Phối hợp với các bộ, ngành, địa phương biên soạn sách.",
     ["các bộ, ngành, địa phương"]),
    ("Phối hợp xây dựng nội quy.", []),
    ("Xây dựng kế hoạch phối hợp giữa các thôn.", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "who"), SUPPORT)
def test_who_supports(words: str, who: list[str]) -> None:
    found = tasks(ASSIGNED + "1. Văn phòng xã\n- " + words + "\n")
    assert [helpers(task) for task in found] == [who]


def test_decomposed_letters_are_read_and_quoted_as_they_stand() -> None:
    text = unicodedata.normalize("NFD", ASSIGNED + "1. Đoàn xã\n- Lập danh mục sách.\n")
    found = tasks(text)
    assert len(found) == 1
    assert found[0].text == unicodedata.normalize("NFD", "- Lập danh mục sách.")
    assert lead(found[0]) == "Đoàn xã"


def test_words_joined_by_underscores_are_read() -> None:
    words = "1 . Văn_phòng xã chủ_trì , phối_hợp với Đoàn xã mở tủ_sách .\n"
    found = tasks(ASSIGNED + words)
    assert [lead(task) for task in found] == ["Văn phòng xã"]


def test_a_day_that_is_none_is_told_in_the_task() -> None:
    words = "1. Giao Đoàn xã tiếp nhận sách trước ngày 31/02/2031.\n"
    due = tasks(ASSIGNED + words)[0].due
    assert due.kind is DueKind.NONE
    assert due.note is not None
    assert "31/02/2031" in due.note


def test_the_year_of_the_title_is_the_year_of_a_day_without_one() -> None:
    found = tasks(ASSIGNED + "1. Giao Đoàn xã tiếp nhận sách trước ngày 15/4.\n")
    assert found[0].due.value == "2031-04-15"
