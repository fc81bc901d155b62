"""C35: what leads to a person is found however it is written, and little else is."""

import pytest

from phoihop.screening import persons
from phoihop.screening.findings import Finding
from tests.privacy.lives_lines import LINES
from tests.privacy.official import LINES as OFFICIAL
from tests.privacy.persons_lines import NUMERIC

pytestmark = pytest.mark.pure

ALL = {**NUMERIC, **LINES}

# What is known to slip through. A detector that learns one of them fails here, and
# the line moves up into the set.
KNOWN_MISSES = (
    "Nguyễn Văn An phản ánh",  # a bare name: streets and wards have them too
    "anh Tuấn ở đầu ngõ",  # a given name alone
    "ông N.V.A",  # initials
    "ôngNguyễn Văn An",  # no blank
    "0\n9\n1\n2\n3\n4\n5\n6\n7\n8",  # one figure a line
    "09/12/34/56/78",  # reads as days
    "khôngchínmộthaibabốnnămsáubảytám",  # words without blanks
    "không chín tám ba, năm trăm sáu mươi bảy, tám trăm",  # hundreds in words
    "c1234567 trên hộ chiếu",  # a small letter before the word
    "xe TM-12-34",  # plates of the army
    "0, 9, 1, 2, 3, 4, 5, 6, 7, 8",  # reads as a list
    "nhà đối diện chợ, cổng màu xanh",  # a home by its looks
)


def kinds(text: str) -> set[str]:
    return {one.kind for one in persons.find(text)}


def missed(kind: str) -> list[str]:
    """Lines of this kind in which nothing at all is found: they would be stored."""
    return [line for line in ALL[kind] if not persons.find(line)]


def test_the_set_is_large_enough() -> None:
    assert set(ALL) == set(persons.KINDS)
    assert all(len(set(lines)) >= 30 for lines in ALL.values())
    assert sum(map(len, ALL.values())) >= 600
    assert len(set(OFFICIAL)) >= 300


@pytest.mark.parametrize("kind", sorted(set(ALL) - {"name"}))
def test_numbers_and_addresses_are_found(kind: str) -> None:
    assert len(missed(kind)) <= 0.02 * len(ALL[kind]), missed(kind)


@pytest.mark.parametrize("kind", sorted(ALL))
def test_what_is_found_is_called_by_its_kind(kind: str) -> None:
    called = [line for line in ALL[kind] if kind in kinds(line)]
    assert len(called) >= 0.95 * len(ALL[kind])


def test_names_after_a_word_of_address_are_found() -> None:
    found = missed("name")
    assert len(found) <= 0.1 * len(ALL["name"]), found
    # All that slips through is known, and nothing else does.
    assert set(found) <= set(KNOWN_MISSES)


@pytest.mark.parametrize("line", KNOWN_MISSES)
def test_what_slips_through_is_known(line: str) -> None:
    assert persons.find(line) == []


def test_official_lines_are_let_through() -> None:
    stopped = [line for line in OFFICIAL if persons.find(line)]
    assert len(stopped) * 1000 <= len(OFFICIAL), stopped


def test_the_span_lies_in_the_text_as_it_was_typed() -> None:
    text = "Gọi ０９\u200b１２ 345\u00ad678 nhé"
    assert persons.find(text) == [
        Finding("phone", 4, 17, "after the words for a telephone")
    ]
    assert text[4:17] == "０９\u200b１２ 345\u00ad678"


def test_letters_typed_in_pieces_are_read_as_one() -> None:
    # NFD, as some systems write it.
    text = "o\u0302ng Nguye\u0302\u0303n Va\u0306n An"
    (found,) = persons.find(text)
    assert text[found.start : found.end] == "Nguye\u0302\u0303n Va\u0306n An"


@pytest.mark.parametrize(
    ("cleared", "stopped"),
    [
        ("MST 0100233488", "MST 8100233488"),
        ("MST 0100233488", "BHXH 0100233488"),
        ("1.250.000.000 đồng", "0912.500.000"),
        ("912345678 đồng", "912345678"),
        ("tổng đài 1900 1009", "0900 100 900"),
        ("trẻ sinh năm 2010", "bà Hoa, sinh năm 1980"),
        ("học sinh năm 2001", "sinh năm 2001"),
        ("đồng chí Trần Phú", "đồng chí Trần Phú Hào"),
        ("đường Bà Nguyễn Thị Lưu", "bà Nguyễn Thị Lưu"),
        ("trụ sở Hội đồng nhân dân", "trú tại số 5 đường Lau Trắng"),
        ("123.456.789 lượt", "CMND 123.456.789"),
        ("Mẫu 29A-12345", "xe 29A-12345"),
        ("ngày 202606150830", "số 001085000830"),
    ],
)
def test_the_words_around_decide(cleared: str, stopped: str) -> None:
    assert persons.find(cleared) == []
    assert persons.find(stopped) != []


def test_a_finding_does_not_repeat_the_text() -> None:
    for kind, lines in ALL.items():
        for line in lines:
            for one in persons.find(line):
                seen = line[one.start : one.end]
                assert seen, kind
                assert seen not in one.because, kind


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Kết luận của đồng chí Đỗ Văn An, Chủ tịch Hội đồng nhân dân tỉnh",
         "Kết luận của Chủ tịch Hội đồng nhân dân tỉnh"),
        ("Quyết định về việc ông Đỗ Văn An nghỉ hưu",
         "Quyết định về việc nghỉ hưu"),
        ("Kế hoạch phối hợp năm 2026", "Kế hoạch phối hợp năm 2026"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_title_is_left_without_the_names_in_it(text: str, left: str) -> None:
    assert persons.without_names(text) == left
    assert persons.find(left) == []
