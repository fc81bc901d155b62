"""Letters, blanks in words and days said in words: what is mended, and what is not."""

import random
import time
import unicodedata

import pytest

from phoihop.reading.edits import mended
from phoihop.reading.engine import read
from phoihop.reading.findings import DueKind, Field, Span, Task
from phoihop.reading.mending import readable
from phoihop.reading.plain import small
from phoihop.reading.spelling import spelled
from phoihop.reading.spoken import count
from phoihop.reading.syllables import is_fragment, is_syllable
from tests.reading.engine.found import HEADER, one, value

pytestmark = pytest.mark.pure

HEADER_WORDS = "thực hiện nhiệm vụ công tác phối hợp tuyên truyền nhân dân"


def words(text: str) -> str:
    """What finders quote of a text."""
    return readable(text).words


def seen(text: str) -> str:
    """What finders match on."""
    return readable(text).text


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        (unicodedata.normalize("NFD", "Kế hoạch số 5"), "Kế hoạch số 5"),
        ("Kế hoạch " + unicodedata.normalize("NFD", "phối hợp"), "Kế hoạch phối hợp"),
        ("K\xea\u0301 hoa\u0323ch", "Kế hoạch"),
        # The tone before the quality of the vowel.
        ("Ke\u0301\u0302 hoa\u0323ch", "Kế hoạch"),
        ("\u00d0ảng \u00f0oàn, \u0189ảng, \u0256oàn", "Đảng đoàn, Đảng, đoàn"),
        ("D\u0335ảng d\u0336oàn", "Đảng đoàn"),
        ("H\u0110ND\u00a0x\u00e3\u2003A\u200bn", "HĐND xã An"),
        ("ph\u00adối hợp\ufeff", "phối hợp"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("84⁄KH‑UBND", "84/KH-UBND"),
        ("８４/ＫＨ", "84/KH"),
        ("Số 5 ở đây", "Số 5 ở đây"),
    ],
)
def test_letters_are_those_of_unicode(typed: str, plain: str) -> None:
    steps = spelled(typed)
    assert (steps[-1].text if steps else typed) == plain


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Th ực hi ện nhiệm vụ", "Thực hiện nhiệm vụ"),
        ("TH ỰC HI ỆN NHIỆM VỤ", "THỰC HIỆN NHIỆM VỤ"),
        ("ủy ban nh ân dân", "ủy ban nhân dân"),
        (
            "th ươ ng m ại, th ự c hi ệ n, nh à tr ường",
            "thương mại, thực hiện, nhà trường",
        ),
        ("tuyên tr\nuyền", "tuyên truyền"),
        ("Công an xã Kh\nê", "Công an xã Khê"),
        ("qu ản lý, gi ải quyết, ngh ị quyết", "quản lý, giải quyết, nghị quyết"),
        (
            "th ẩm quyền, nh iệm vụ, tr ách nhiệm, c ông dân",
            "thẩm quyền, nhiệm vụ, trách nhiệm, công dân",
        ),
    ],
)
def test_blanks_inside_words_are_taken_out(broken: str, whole: str) -> None:
    assert words(broken) == whole


@pytest.mark.parametrize(
    "text",
    [
        "a) Công an xã; b) Hội Nông dân; c) Đoàn xã; đ) ở thôn",
        "theo điểm b ở trên, khoản 2 điểm đ ông A trình",
        "tại điểm b\náp dụng cho xã",
        "dài 5 m ở khu phố, lúc 8 h ăn trưa, 5.000 đ ở chợ",
        "lớp 5 B an toàn, khu C ấp Bình An, tổ T ông Mẫu",
        "TH ấp Bình An, CT ưu tiên, Số 5/KH ỦY BAN",
        "HĐND ở xã, MTTQ ấp, UBND ấp",
        "vitamin C ích lợi",
        "online, website, internet, Facebook, marketing ăn khách",
    ],
)
def test_letters_that_stand_alone_by_right_stay_alone(text: str) -> None:
    assert words(text) == text


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("BANHÀNH kèm theo", "BAN HÀNH kèm theo"),
        ("TỔ CHỨC THỰCHIỆN", "TỔ CHỨC THỰC HIỆN"),
        ("QUYẾTĐỊNH", "QUYẾT ĐỊNH"),
        ("CỘNGHÒA XÃHỘI CHỦNGHĨA", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"),
        ("CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("thựchiện nhiệmvụ", "thực hiện nhiệm vụ"),
        ("ngày22 tháng3 năm2025", "ngày 22 tháng 3 năm 2025"),
        ("ngày 22tháng 3năm 2025", "ngày 22 tháng 3 năm 2025"),
        (
            "Phòng Kinhtế, nềnkinh tế, kinh tế, nền móng",
            "Phòng Kinh tế, nền kinh tế, kinh tế, nền móng",
        ),
        ("HĐND TRỰCSố: 5", "HĐND TRỰC Số: 5"),
    ],
)
def test_words_without_a_blank_between_them_are_parted(glued: str, apart: str) -> None:
    assert words(glued) == apart


@pytest.mark.parametrize(
    "text",
    [
        # In two ways: "phát hanh", "phá thanh".
        "PHÁTHANH",
        "Đắkrông, Krôngpắc, Đăksong",
        "QĐUBND, UBMTTQVN, BTGDVTU, NQLT, VPĐU, BCĐ, HĐND",
        "résumé, déjà, Österreich, señor, Citroën",
        "logistics, marketing, internet",
        "nghiêng, nghuyễn, khuếch, quyển",
    ],
)
def test_what_parts_in_two_ways_or_in_none_stays(text: str) -> None:
    assert words(text) == text


@pytest.mark.parametrize(
    ("said", "number"),
    [
        *(("một", 1), ("mười", 10), ("mười lăm", 15), ("hai mươi", 20), ("tư", 4)),
        *(("hai mươi mốt", 21), ("ba mươi mốt", 31), ("mồng 5", 5), ("mùng mười", 10)),
        *(("hai nghìn không trăm hai mươi lăm", 2025), ("hai ngàn lẻ năm", 2005)),
        ("một nghìn chín trăm chín mươi chín", 1999),
        *(("hai nghìn không trăm ba mươi", 2030), ("hai nghìn", 2000), ("12", 12)),
        ("cái", None),
    ],
)
def test_numbers_said_in_words(said: str, number: int | None) -> None:
    assert count(said) == number


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        (
            "ngày mười lăm tháng ba năm hai nghìn không trăm hai mươi lăm",
            "ngày 15 tháng 3 năm 2025",
        ),
        ("Ngày mồng năm tháng giêng năm 2025", "Ngày 5 tháng 1 năm 2025"),
        ("mồng 5 tháng 3 năm 2025", "ngày 5 tháng 3 năm 2025"),
        ("trước ngày hai mươi tháng tư", "trước ngày 20 tháng 4"),
        (
            "tháng năm năm 2025, tháng mười hai năm 2025",
            "tháng 5 năm 2025, tháng 12 năm 2025",
        ),
        ("quý hai năm 2025", "quý II năm 2025"),
        ("ngày l5 tháng O3 năm 2O25", "ngày 15 tháng 03 năm 2025"),
        ("ngày IO tháng lI năm 2OZS", "ngày 10 tháng 11 năm 2025"),
        ("trước l5/3/2O25", "trước 15/3/2025"),
        ("Sô: 5/KH-UBND, Sổ : 6/KH-UBND", "Số: 5/KH-UBND, Số : 6/KH-UBND"),
        ("So: /KH-UBND", "Số: /KH-UBND"),
    ],
)
def test_days_and_numbers_are_read_through_words_and_misread_signs(
    text: str, digits: str
) -> None:
    assert seen(text) == digits
    # What is quoted keeps the words of the paper.
    assert words(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "ngày 5 tháng 3, hội nghị khai mạc",
        # The month was lost; "năm" is the year's.
        "ngày 26 tháng năm 2014",
        # By the calendar of the moon.
        "ngày mồng mười tháng ba, mùng 3 Tết, rằm tháng giêng",
        "ngày mồng 10 tháng 3 âm lịch",
        "trước ngày ba mươi tháng hai",
        "ngày SS tháng O3 năm 2O25",
        "mỗi ngày một tăng, mỗi tháng ba lần, tháng hai kỳ",
        "quý ba mẹ, quý một người bạn",
        "l5 người, O3 cái, S5/3",
        "Sổ đỏ, sổ tay 5-6 trang, So - sánh, Sô diễn 5/3",
        "Số lượng: 5, Số 5 Phố Mẫu",
    ],
)
def test_what_is_no_day_and_no_number_stays(text: str) -> None:
    assert seen(text) == text


@pytest.mark.parametrize(
    ("word", "syllable", "fragment"),
    [
        *(("nghiêng", True, False), ("ƯỚC", True, False), ("quốc", True, False)),
        *(("gì", True, False), ("th", False, True), ("ng", False, True)),
        *(("ện", False, True), ("ực", False, True), ("tấp", True, False)),
        # Behind a stop no level tone, and no word has two.
        *(("tập", True, False), ("tâp", False, False), ("cáà", False, False)),
        *(("kh", False, True), ("str", False, False), ("x\u0301", False, False)),
    ],
)
def test_syllables_and_parts_of_them(word: str, syllable: bool, fragment: bool) -> None:
    assert is_syllable(word) is syllable
    assert is_fragment(word) is fragment


def test_a_due_in_words_is_a_day_and_its_task_quotes_the_words() -> None:
    text = (
        f"{HEADER}\nKẾ HOẠCH\nTuyên truyền năm 2026\n\nII. TỔ CHỨC THỰC HIỆN\n1. Sở Tư "
        "pháp chủ trì tổ chức hội nghị, hoàn thành trước ngày mười lăm tháng sáu năm "
        "hai nghìn không trăm hai mươi sáu.\n"
    )
    found = one(text, Field.TASK)
    assert found is not None
    assert isinstance(found.value, Task)
    assert (found.value.due.kind, found.value.due.value) == (DueKind.DATE, "2026-06-15")
    assert "mười lăm tháng sáu" in found.value.text
    span = found.value.due.span
    assert span is not None
    assert text[span.start : span.end].endswith("hai mươi sáu")


def test_the_day_of_issue_in_words() -> None:
    spoken = "ngày năm tháng hai năm hai nghìn không trăm hai mươi sáu"
    text = HEADER.replace("ngày 05 tháng 02 năm 2026", spoken)
    found = one(text, Field.ISSUED_ON)
    assert found is not None
    assert found.span is not None
    assert found.value == "2026-02-05"
    assert text[found.span.start : found.span.end] == spoken


@pytest.mark.parametrize("seed", range(20))
def test_a_place_of_the_mended_text_leads_back_to_its_words(seed: int) -> None:
    """The way back holds for any edits: a letter that was kept is the same letter."""
    chance = random.Random(seed)
    text = "".join(chance.choices("abcdefgh ", k=200))
    places = sorted(chance.sample(range(200), 40))
    edits = [
        (start, min(start + chance.randrange(3), end), chance.choice(["", "X", "XYZ"]))
        for start, end in zip(places[::2], places[1::2], strict=True)
    ]
    after = mended(text, edits)
    for place, char in enumerate(after.text):
        if char in "XYZ":
            continue
        span = after.span(Span(place, place + 1))
        assert text[span.start : span.end] == char
    assert after.span(Span(0, len(after.text))).end <= len(text)


def test_the_tone_of_an_open_syllable_has_one_place() -> None:
    assert small("Hoà giải, TOÀN, quý, QUỸ, thuý, UỶ, khoẻ") == (
        "hòa giải, toàn, quý, quỹ, thúy, ủy, khỏe"
    )


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "th ",
            "th ự ",
            "n ",
            "đ ",
            "th\n",
            "nh ân ",
            "ệ ện ",
            "a\u0301\u0302",
            "\u200b",
        ),
        *("thựchiện", "thựchiện ", "BANHÀNH ", "anan" * 11 + "ầ ", "ngày l5 ", "mươi "),
        *("ngày mười ", "ngày  ", "Số ", "Sổ ....", "So: 1/", "l/", "O/O/2O25", "\r"),
        *("aù ", "ho¹ch", "Ban a\n", "một việc cần làm ngay trong thời gian tới và\n"),
    ],
)
def test_texts_made_to_hang_the_mending_do_not(piece: str) -> None:
    text = (piece * (200_000 // len(piece) + 1))[:200_000]
    begun = time.process_time()
    readable(text)
    assert time.process_time() - begun < 2.5


def test_many_different_glued_words_do_not_hang_it_either() -> None:
    chance = random.Random(5)
    syllables = sorted(set(HEADER_WORDS.split()))
    text = " ".join("".join(chance.choices(syllables, k=9)) for _ in range(5_000))
    begun = time.process_time()
    readable(text)
    assert time.process_time() - begun < 2.5


def test_a_header_broken_inside_the_name_of_the_nation() -> None:
    text = HEADER.replace("NGHĨA VIỆT NAM", "NGHĨA VIỆT\nNAM")
    assert value(text, Field.ISSUER) == "ỦY BAN NHÂN DÂN TỈNH SÔNG LAM"
    assert value(text, Field.PLACE) == "Sông Lam"


def test_clean_text_is_left_as_it_is() -> None:
    assert readable(HEADER).steps == ()
    assert readable(HEADER).text is HEADER
    assert read(HEADER).text is HEADER
