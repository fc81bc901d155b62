"""Vietnamese as it is typed, sought and sorted."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.vietnamese import (
    ALPHABET,
    day_in_words,
    fold,
    fold_with_offsets,
    in_a_sentence,
    name_sort_key,
    nfc,
    same_tones,
    sort_key,
)

pytestmark = pytest.mark.pure

LETTERS = "aàảãáạăằâấđêệôốơớưừựuúyýoòiíqhncbt AĐÀ\u00d0\u00f0"
VIETNAMESE = st.text(st.sampled_from(LETTERS), max_size=30)
ANYTHING = st.text(max_size=40)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Đôn đốc", "Đôn đốc"),
        (unicodedata.normalize("NFD", "Ủy ban Mặt trận"), "Ủy ban Mặt trận"),
        ("H\u00d0ND", "HĐND"),
        ("\u00d0ối ngoại, \u00f0ối nội", "Đối ngoại, đối nội"),
        ("①", "①"),
        ("", ""),
    ],
)
def test_text_is_stored_composed_and_with_a_real_d(typed: str, stored: str) -> None:
    """Eths come from old fonts; signs of compatibility stay as they are."""
    assert nfc(typed) == stored


@pytest.mark.parametrize(
    ("text", "sought"),
    [
        ("Đôn đốc", "don doc"),
        (unicodedata.normalize("NFD", "Đôn đốc"), "don doc"),
        ("H\u00d0ND", "hdnd"),
        ("ỦY BAN  Mặt\u00a0trận\n", "uy ban mat tran"),
        ("Thừa Thiên\u200b Huế", "thua thien hue"),
        ("phối\u00adhợp", "phoihop"),
        ("\ufeffQuý Ⅱ", "quy ii"),
        ("ＨĐＮＤ", "hdnd"),
        ("Straße", "strasse"),
        ("ABC\t 12", "abc 12"),
        ("\u0301", ""),
        ("", ""),
    ],
)
def test_what_is_sought_has_no_accents_no_case_and_single_blanks(
    text: str, sought: str
) -> None:
    """However it was typed, with or without accents."""
    assert fold(text) == sought


@given(ANYTHING | VIETNAMESE)
def test_folding_twice_changes_nothing_for_what_is_typed_here(text: str) -> None:
    """So a stored fold may be folded again."""
    once = fold(nfc(text))
    if once.isascii():
        assert fold(once) == once


@given(VIETNAMESE)
def test_what_is_folded_is_plain_letters(text: str) -> None:
    """Nothing Vietnamese is left over."""
    assert fold(text).isascii()
    assert fold(text) == fold(unicodedata.normalize("NFD", text)) == fold(text.upper())


@given(ANYTHING | VIETNAMESE | st.text(st.sampled_from(" \n\t\u00a0\u200baĐế́")))
def test_each_folded_character_knows_where_it_came_from(text: str) -> None:
    """The same fold, and places that go on through the raw text."""
    folded, offsets = fold_with_offsets(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded)
    assert list(offsets) == sorted(offsets)
    for char, place in zip(folded, offsets, strict=True):
        assert char == " " or char in fold(text[place])


def test_what_was_found_is_marked_in_the_raw_text() -> None:
    """Two blanks and a decomposed letter do not shift the mark."""
    raw = "Kính gửi:  " + unicodedata.normalize("NFD", "Sở Nội vụ") + " tỉnh"
    folded, offsets = fold_with_offsets(raw)
    start = folded.index("so noi vu")
    end = start + len("so noi vu")
    marked = raw[offsets[start] : offsets[end]]
    assert nfc(marked).strip() == "Sở Nội vụ"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa", "hoà"),
        ("HÒA BÌNH", "HOÀ BÌNH"),
        ("khỏe", "khoẻ"),
        ("ủy ban", "uỷ ban"),
        ("thúy, Thúy.", "thuý, Thuý."),
        ("họa sĩ", "hoạ sĩ"),
        (unicodedata.normalize("NFD", "lũy kế"), "luỹ kế"),
    ],
)
def test_old_and_new_places_of_a_tone_are_made_the_same(one: str, other: str) -> None:
    """Both are written, at times in one paper."""
    assert same_tones(one) == same_tones(other) == other


@pytest.mark.parametrize(
    "text", ["hoàn", "quý", "toán", "của", "mùa", "tuyên", "tòan", "nghĩa", "hòâ"]
)
def test_other_tones_stay_where_they_are(text: str) -> None:
    """Before another letter, and in pairs with one place only."""
    assert same_tones(text) == text


@given(VIETNAMESE)
def test_moving_tones_twice_changes_nothing_and_folds_alike(text: str) -> None:
    """No letter and no tone is lost."""
    once = same_tones(text)
    assert same_tones(once) == once
    assert fold(once) == fold(text)


def test_the_alphabet_is_in_its_order() -> None:
    """ă behind a, đ behind d, ơ behind ô, ư behind u."""
    mixed = ALPHABET[::-1]
    assert sorted(mixed, key=sort_key) == list(ALPHABET)


SORTED = [
    ["ba", "bà", "bả", "bã", "bá", "bạ"],
    ["An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Huế"],
    ["dân", "đảng", "đoàn", "gia"],
    ["ta", "tà", "tai", "tài", "tám", "tăm", "tâm"],
    ["an", "an ninh", "ang", "anh"],
    ["Kế hoạch 1", "Kế hoạch 1a", "Kế hoạch 2", "Kế hoạch A"],
    ["hoà bình", "hoa hồng"],
    ["tổ quốc", "tồn tại"],
    ["", "1", "a", "zê", "Ω"],
]


@pytest.mark.parametrize("words", SORTED)
def test_words_stand_as_in_a_dictionary(words: list[str]) -> None:
    """Letters first, then tones from ngang to nặng, shorter before longer."""
    mixed = words[::-1]
    assert sorted(mixed, key=sort_key) == words


@given(VIETNAMESE, VIETNAMESE)
def test_letters_decide_before_tones(one: str, other: str) -> None:
    """A tone counts only among words with the same letters."""
    plain_one, plain_other = _untoned(one), _untoned(other)
    if sort_key(plain_one).split("01")[0] != sort_key(plain_other).split("01")[0]:
        assert (sort_key(one) < sort_key(other)) == (
            sort_key(plain_one) < sort_key(plain_other)
        )


def _untoned(text: str) -> str:
    tones = "\u0300\u0301\u0303\u0309\u0323"
    bare = unicodedata.normalize("NFD", text)
    return nfc("".join(char for char in bare if char not in tones))


@given(ANYTHING, ANYTHING)
def test_two_texts_have_one_key_only_if_they_are_stored_alike(
    one: str, other: str
) -> None:
    """So a list has one order, always."""
    assert (sort_key(one) == sort_key(other)) == (nfc(one) == nfc(other))


def test_people_stand_by_given_name_then_family_then_middle() -> None:
    """As in every list of an office."""
    people = [
        "Lê Thị An",
        "Nguyễn Văn An",
        "Nguyễn Xuân An",
        "Trần An",
        "Phạm Thị Ánh",
        "Đỗ Văn Ân",
        "Bùi Thị Hà",
        "Vũ Hải",
        "",
    ]
    mixed = people[::-1]
    assert sorted(mixed, key=name_sort_key) == ["", *people[:-1]]


def test_a_tone_of_the_given_name_counts_before_the_family_name() -> None:
    """Ha before Hà, whatever stands before them."""
    people = ["Vũ Ha", "An Hà", "Bùi Hà", "An Hạ"]
    assert sorted(people, key=name_sort_key) == people


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 6, 5), "ngày 05 tháng 6 năm 2026"),
        (date(2026, 1, 9), "ngày 09 tháng 01 năm 2026"),
        (date(2026, 2, 28), "ngày 28 tháng 02 năm 2026"),
        (date(2026, 3, 10), "ngày 10 tháng 3 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_a_day_in_words_has_zeros_where_the_decree_puts_them(
    day: date, words: str
) -> None:
    """Days below 10, months 1 and 2 (Decree 30/2020/NĐ-CP, App. I)."""
    assert day_in_words(day) == words


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Kế hoạch phối hợp năm 2026", "kế hoạch phối hợp năm 2026"),
        ("Tổ chức tuần lễ học tập", "tổ chức tuần lễ học tập"),
        ("Công bố kết quả", "công bố kết quả"),
        ("Ban Tuyên giáo và Sở Nội vụ ký kế hoạch",) * 2,
        ("Tổ công tác liên ngành họp",) * 2,
        ("HĐND tỉnh ký kế hoạch",) * 2,
        ("DANH MỤC NHIỆM VỤ",) * 2,
        ("Lam Khê thi đua",) * 2,
        ("phối hợp",) * 2,
        ("",) * 2,
    ],
)
def test_a_title_goes_on_in_a_sentence_and_a_name_keeps_its_capital(
    title: str, said: str
) -> None:
    """Only what begins a title because it begins it is written small."""
    assert in_a_sentence(title) == said
