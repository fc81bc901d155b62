"""The header: number and symbol, kind, place, day, as offices really print them."""

import unicodedata
from typing import Literal

import pytest

from phoihop.reading.engine import read
from phoihop.reading.findings import DOUBTFUL, Field
from tests.reading.engine.found import HEADER, one, value, words

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("Số: 84/KH-UBND", "84/KH-UBND"),
        ("Số 402-CV/VPĐU", "402-CV/VPĐU"),
        ("Số: 46 - CT/TU", "46-CT/TU"),
        ("Số: 2221 /UBND-TH", "2221/UBND-TH"),
        ("Số: 12/TTr- STTTT", "12/TTr-STTTT"),
        ("Số: 84-KH/HĐND-BTGTU", "84-KH/HĐND-BTGTU"),
        ("Số: 01/QCPH/UBND-UBMTTQ", "01/QCPH/UBND-UBMTTQ"),
        ("Số: 02/2026/NQLT-HĐND-UBND-UBMTTQVN", "02/2026/NQLT-HĐND-UBND-UBMTTQVN"),
        ("Số: 1961/QĐUBND", "1961/QĐUBND"),
        ("Số: 78⁄KH-UBND", "78/KH-UBND"),
        ("**Số: 84/KH-UBND**", "84/KH-UBND"),
        ("Số: 84/KH-HÐND", "84/KH-HĐND"),
        ("Số : 84 / KH - UBND", "84/KH-UBND"),
        ("Số: 84-KH / HĐND-BTGTU", "84-KH/HĐND-BTGTU"),
        ("Số: 84/KHPH-UBND-MTTQ", "84/KHPH-UBND-MTTQ"),
        ("Số: 12 / QĐ - TTg", "12/QĐ-TTg"),
        ("Số: 5/TCX - TTr", "5/TCX-TTr"),
        ("Sô: 84/KH-UBND", "84/KH-UBND"),
        ("Sổ: 84/KH-UBND", "84/KH-UBND"),
        ("So: 84/KH-UBND", "84/KH-UBND"),
        ("Số84/KH-UBND", "84/KH-UBND"),
        ("Số:\n84/KH-UBND", "84/KH-UBND"),
        ("Số: 84/QÐ-UBND", "84/QĐ-UBND"),
    ],
)
def test_numbers_of_state_party_and_both(printed: str, number: str) -> None:
    text = HEADER.replace("Số: 84/KH-UBND", printed)
    assert value(text, Field.NUMBER) == number


@pytest.mark.parametrize(
    ("printed", "symbol"),
    [
        ("Số: /KH-MTTQ", "KH-MTTQ"),
        ("Số:      /TB-VP", "TB-VP"),
        ("Số: ....../QĐ-UBND", "QĐ-UBND"),
        ("Số: …-KH/BTGHU", "KH/BTGHU"),
        ("Số: ____/KH-UBND", "KH-UBND"),
    ],
)
def test_a_symbol_alone_is_a_paper_not_yet_numbered(printed: str, symbol: str) -> None:
    text = HEADER.replace("Số: 84/KH-UBND", printed)
    assert value(text, Field.NUMBER) is None
    assert value(text, Field.SYMBOL) == symbol


@pytest.mark.parametrize("printed", ["l6/KH-UBND", "1O/KH-UBND", "I2-KH/BTGTU"])
def test_a_number_with_letters_for_digits_is_kept_as_printed_and_doubtful(
    printed: str,
) -> None:
    found = one(HEADER.replace("84/KH-UBND", printed), Field.NUMBER)
    assert found is not None
    assert found.value == printed
    assert found.because == "header.number_misread"
    assert found.confidence < DOUBTFUL


def test_a_number_that_the_subject_cites_is_not_the_papers_own() -> None:
    text = "PHỤ LỤC I\n\nNHIỆM VỤ THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TU NGÀY 1/2/2026\n"
    assert value(text, Field.NUMBER) is None
    assert value(text, Field.TYPE) == "phụ lục"


def test_the_words_tell_the_kind_and_never_the_symbol() -> None:
    text = HEADER.replace("84/KH-UBND", "84/QĐ-UBND") + "\nCHỈ THỊ\nVề trật tự\n"
    assert value(text, Field.TYPE) == "chỉ thị"
    letter = HEADER + "V/v phối hợp tuyên truyền\nKính gửi: Sở Tư pháp\n"
    assert value(letter, Field.TYPE) is None


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("KẾ HOẠCH\nTuyên truyền", "kế hoạch"),
        ("NGHỊ QUYẾT LIÊN TỊCH\nHướng dẫn", "nghị quyết liên tịch"),
        ("# QUYẾT ĐỊNH\n\n**Về việc lập tổ**", "quyết định"),
        ("KẾT LUẬN\ncủa Ban Thường vụ", "kết luận"),
        ("CHƯƠNG TRÌNH PHỐI HỢP\nNăm 2026", "chương trình phối hợp"),
        ("CHƯƠNG TRÌNH\nPhối hợp năm 2026", "chương trình"),
        ("KẾ HOẠCH LIÊN TỊCH\nPhối hợp bảo vệ rừng", "kế hoạch liên tịch"),
    ],
)
def test_kinds_stand_as_headings(heading: str, kind: str) -> None:
    assert value(f"{HEADER}\n{heading}\n\nCăn cứ quy chế;\n", Field.TYPE) == kind


def test_news_of_a_paper_has_no_kind_and_no_number() -> None:
    text = (
        "Ký kết chương trình phối hợp năm 2026\n\nSáng 5/2, Hội Nông dân tỉnh đã tổ "
        "chức ký kết theo Kế hoạch số 84/KH-UBND ngày 1/2/2026 của UBND tỉnh.\n"
    )
    assert value(text, Field.TYPE) is None
    assert value(text, Field.NUMBER) is None


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Sông Lam, ngày 05 tháng 02 năm 2026", "2026-02-05"),
        ("Sông Lam, ngày22 tháng 3 năm 2026", "2026-03-22"),
        ("TP. Sông Lam, ngày 1 tháng 12 năm 2026", "2026-12-01"),
        ("Sông Lam, ngy 12 thng 01 năm 2026", "2026-01-12"),
        ("*Sông Lam, ngày 29 tháng 02 năm 2028*", "2028-02-29"),
        ("Sông Lam, ngày OF tháng 4 năm 2026", "2026-04"),
        ("Sông Lam, ngày 5Z tháng 2! năm 2026", "2026"),
        ("Sông Lam, ngày    tháng 01 năm 2026", None),
        ("Sông Lam, ngày … tháng 01 năm 2026", None),
        ("Sông Lam, ngày    tháng    năm 2026", None),
    ],
)
def test_days_as_far_as_they_are_known(printed: str, day: str | None) -> None:
    text = HEADER.replace("Sông Lam, ngày 05 tháng 02 năm 2026", printed)
    assert value(text, Field.ISSUED_ON) == day


@pytest.mark.parametrize(
    "day", ["31 tháng 02", "29 tháng 02", "31 tháng 4", "1 tháng 13"]
)
def test_a_day_that_no_calendar_has_is_kept_as_words_and_is_doubtful(day: str) -> None:
    found = one(HEADER.replace("05 tháng 02", day), Field.ISSUED_ON)
    assert found is not None
    assert found.value == f"ngày {day} năm 2026"
    assert found.because == "header.no_such_day"
    assert found.confidence < DOUBTFUL


def test_the_place_stands_before_the_day() -> None:
    assert value(HEADER, Field.PLACE) == "Sông Lam"


GLUED = (
    "UBND TỈNH SÔNG LAM SỞ TƯ PHÁP CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do "
    "- Hạnh phúc Số: 12/KH-STP Sông Lam, ngày 05 tháng 6 năm 2026 KẾ HOẠCH Phối hợp "
    "tuyên truyền pháp luật năm 2026 Căn cứ Luật Mẫu số 12/2025/QH15; Sở Tư pháp ban "
    "hành kế hoạch như sau: I. MỤC ĐÍCH Nâng cao nhận thức của nhân dân. GIÁM ĐỐC "
    "Nguyễn Văn Mẫu"
)


def test_a_paper_glued_into_one_line() -> None:
    assert value(GLUED, Field.NUMBER) == "12/KH-STP"
    assert value(GLUED, Field.TYPE) == "kế hoạch"
    assert value(GLUED, Field.ISSUED_ON) == "2026-06-05"
    assert value(GLUED, Field.PLACE) == "Sông Lam"
    assert value(GLUED, Field.ISSUER) == "Sở Tư pháp"
    assert value(GLUED, Field.SUBJECT) == "Phối hợp tuyên truyền pháp luật năm 2026"


ON_ONE_LINE = (
    "ỦY BAN NHÂN DÂN XÃ AN PHÚC",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 16/KH-UBND",
    "An Phúc, ngày 5 tháng 3 năm 2025",
)


@pytest.mark.parametrize(
    "order", [(0, 1, 2, 3, 4), (1, 2, 0, 3, 4), (1, 2, 4, 0, 3), (0, 3, 1, 2, 4)]
)
def test_the_parts_of_a_header_on_one_line_in_any_order(order: tuple[int, ...]) -> None:
    header = " ".join(ON_ONE_LINE[place] for place in order)
    text = f"{header}\n\nKẾ HOẠCH\nMở thư viện năm 2025\n\nCăn cứ quy chế;\n"
    assert value(text, Field.NUMBER) == "16/KH-UBND"
    assert value(text, Field.ISSUED_ON) == "2025-03-05"
    assert value(text, Field.PLACE) == "An Phúc"
    assert value(text, Field.ISSUER) == "ỦY BAN NHÂN DÂN XÃ AN PHÚC"
    assert value(text, Field.SUBJECT) == "Mở thư viện năm 2025"


@pytest.mark.parametrize(
    ("printed", "symbol", "issuer"),
    [
        ("UBND TỈNH LAM KHÊ SỞ TƯ PHÁP", "KH-STP", "SỞ TƯ PHÁP"),
        ("ĐẢNG BỘ TỈNH LAM KHÊ ĐẢNG ỦY XÃ AN PHÚC", "KH-ĐU", "ĐẢNG ỦY XÃ AN PHÚC"),
        ("UBND HUYỆN LAM UBND XÃ AN PHÚC", "KH-UBND", "UBND XÃ AN PHÚC"),
        ("ỦY BAN NHÂN DÂN XÃ HỘI AN", "KH-UBND", "ỦY BAN NHÂN DÂN XÃ HỘI AN"),
        ("TỈNH ỦY LAM KHÊ VĂN PHÒNG", "CV-VPTU", "VĂN PHÒNG TỈNH ỦY LAM KHÊ"),
    ],
)
def test_the_superior_in_the_same_line_is_not_the_issuer(
    printed: str, symbol: str, issuer: str
) -> None:
    text = (
        f"{printed} CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: "
        f"12/{symbol} Lam Khê, ngày 5 tháng 6 năm 2026\n\nKẾ HOẠCH\nTrồng cây\n"
    )
    assert value(text, Field.ISSUER) == issuer


def test_a_header_broken_by_bars() -> None:
    text = (
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "XÃ BÌNH MINH | Độc lập - Tự do - Hạnh phúc\n"
        "Số: 7/TB-UBND | Bình Minh, ngày 3 tháng 4 năm 2026\n\n"
        "THÔNG BÁO\nLịch tiếp dân\n"
    )
    assert value(text, Field.NUMBER) == "7/TB-UBND"
    assert value(text, Field.ISSUER) == "ỦY BAN NHÂN DÂN XÃ BÌNH MINH"
    assert value(text, Field.ISSUED_ON) == "2026-04-03"
    assert value(text, Field.TYPE) == "thông báo"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_spans_point_into_the_raw_text_in_either_form(
    form: Literal["NFC", "NFD"],
) -> None:
    text = unicodedata.normalize(form, HEADER + "\nKẾ HOẠCH\nTuyên truyền năm 2026\n\n")
    reading = read(text)
    said = {
        found.field: unicodedata.normalize("NFC", words(reading, found))
        for found in reading.findings
    }
    assert said[Field.NUMBER] == "84/KH-UBND"
    assert said[Field.TYPE] == "KẾ HOẠCH"
    assert said[Field.PLACE] == "Sông Lam"
    assert said[Field.ISSUED_ON] == "ngày 05 tháng 02 năm 2026"
    assert said[Field.SUBJECT] == "Tuyên truyền năm 2026"
    assert said[Field.ISSUER] == "ỦY BAN NHÂN DÂN\nTỈNH SÔNG LAM"
    assert value(text, Field.SUBJECT) == "Tuyên truyền năm 2026"


def test_findings_stand_in_the_order_of_the_text() -> None:
    reading = read(
        HEADER + "\nKẾ HOẠCH\nTuyên truyền năm 2026\n\nCăn cứ Luật số 1/2025/QH15;"
    )
    places = [found.span.start for found in reading.findings if found.span]
    assert places == sorted(places)
    assert len(places) >= 7
