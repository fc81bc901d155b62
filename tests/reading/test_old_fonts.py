"""Papers typed for .VnTime or VNI-Times are read; what is not sure stays as it is."""

from collections.abc import Callable

import pytest

from phoihop.reading import sources
from phoihop.reading.extracted import Cell, Extracted, Part, Remark, Sheet, TableCell
from phoihop.reading.legacy import converter_of, from_tcvn3, from_vni, in_unicode
from phoihop.refusals import Refused
from tests.hostile.papers import docx, paragraph
from tests.reading.old_fonts import TCVN3_LETTERS, in_tcvn3, in_vni

pytestmark = pytest.mark.pure

TEXT = (
    "Ủy ban nhân dân xã An Phúc chủ trì, phối hợp với Ban Tuyên giáo kiểm tra việc "
    "thực hiện quy ước ở khu phố; những người dân gửi kiến nghị được trả lời đúng hạn."
)


@pytest.mark.parametrize(
    ("signs", "letters"),
    [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        (
            "KÕ ho¹ch phèi hîp c«ng t¸c cña Ban Tuyªn gi¸o TØnh uû",
            "Kế hoạch phối hợp công tác của Ban Tuyên giáo Tỉnh uỷ",
        ),
        ("ngµy 05 th¸ng 3 n¨m 2031", "ngày 05 tháng 3 năm 2031"),
        ("ng\xad\xeai \xbb m\xad\xeeu", "người ằ mượu"),
    ],
)
def test_signs_of_tcvn3_are_letters(signs: str, letters: str) -> None:
    assert from_tcvn3(signs) == letters


@pytest.mark.parametrize(
    ("signs", "letters"),
    [
        (
            "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam",
            "Cộng hòa xã hội chủ nghĩa Việt Nam",
        ),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        ("UYÛ BAN NHAÂN DAÂN TÆNH", "UỶ BAN NHÂN DÂN TỈNH"),
        (
            "ngöôøi lôùn, ñöôøng saét, naêm ngaøn, kyõ thuaät, kî",
            "người lớn, đường sắt, năm ngàn, kỹ thuật, kỵ",
        ),
        ("Keá hoaïch phoái hôïp coâng taùc", "Kế hoạch phối hợp công tác"),
    ],
)
def test_signs_of_vni_are_letters(signs: str, letters: str) -> None:
    assert from_vni(signs) == letters


@pytest.mark.parametrize("sign", range(len(TCVN3_LETTERS)))
def test_each_letter_comes_back_from_either_font(sign: int) -> None:
    letter = TCVN3_LETTERS[sign]
    assert from_tcvn3(in_tcvn3(letter)) == letter
    assert from_vni(in_vni(letter)) == letter
    assert from_vni(in_vni(letter.upper())) == letter.upper()


@pytest.mark.parametrize(
    ("signs", "letters"),
    [
        ("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("UBND TØNH Hµ KH£", "UBND TỈNH HÀ KHÊ"),
        # A name beside small letters keeps its one capital.
        ("Hµ Khª, ngµy 5 CéNG HßA", "Hà Khê, ngày 5 CỘNG HÒA"),
        ("UBND tØnh Hµ Khª", "UBND tỉnh Hà Khê"),
        ("BÝ TH¦", "BÍ THƯ"),
        ("NguyÔn ThÞ ¸nh", "Nguyễn Thị Ánh"),
        ("NguyÔn ThÞ ¸nh tr×nh", "Nguyễn Thị ánh trình"),
    ],
)
def test_the_font_for_capitals_prints_small_signs_large(
    signs: str, letters: str
) -> None:
    assert from_tcvn3(signs) == letters


@pytest.mark.parametrize("typed", [in_tcvn3, in_vni])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
def test_a_text_file_is_read_whether_its_signs_are_bytes_or_characters(
    typed: Callable[[str], str], encoding: str
) -> None:
    text = TEXT.replace("Ủy", "Uỷ")
    (part,) = sources.read(typed(text).encode(encoding), ending="txt").parts
    assert part.text == text
    assert part.remarks == (Remark(0, len(text), "converted"),)


def test_a_docx_of_these_fonts_is_read_and_its_new_lines_stay() -> None:
    body = paragraph(in_tcvn3(TEXT)) + paragraph("Đã chuyển mã, hòa bình")
    part = sources.read(docx(body), ending="docx").parts[0]
    assert part.text.endswith("được trả lời đúng hạn.\nĐã chuyển mã, hòa bình\n")


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "hòa bình và là các khách hàng " * 10,
        "Le président de l'Assemblée a été reçu à côté, où l'élève très âgé " * 5,
        "Größe, Übung, für, schön, Straße, müssen, können, Bücher, Öl, Äpfel " * 5,
        # Too few words to tell.
        in_tcvn3("Kế hoạch phối hợp"),
        # Blanks were lost: no syllables in any font.
        in_tcvn3(TEXT).replace(" ", ""),
        "©®§ 100 µm ± 5 °C × 2 " * 20,
        "",
    ],
)
def test_what_is_not_surely_of_these_fonts_stays_as_it_is(text: str) -> None:
    assert converter_of([text]) is None
    extracted = Extracted("txt", (Part("body", text),))
    assert in_unicode(extracted) is extracted


def test_bytes_that_are_not_sure_are_refused() -> None:
    with pytest.raises(Refused) as refused:
        sources.read(in_tcvn3("Kế hoạch phối hợp").encode("cp1252"), ending="txt")
    assert refused.value.code == "file.text_encoding"


def test_windows_1258_is_not_taken_for_an_old_font() -> None:
    written = "Ke\u0302\u0301 hoa\u0323ch pho\u0302\u0301i ho\u031b\u0323p"
    by_tone = (
        "K\xea\u0301 hoa\u0323ch ph\xf4\u0301i h\u01a1\u0323p c\xf4ng ta\u0301c " * 9
    )
    assert len(written) > 5
    (part,) = sources.read(by_tone.encode("cp1258"), ending="txt").parts
    assert part.text == by_tone


def test_cells_and_remarks_stand_where_their_words_now_do() -> None:
    one, two = in_vni("Cơ quan chủ trì"), in_vni(TEXT)
    text = f"{one}\t{two}\n"
    cells = (
        TableCell(0, len(one), 1, 1, 1),
        TableCell(len(one) + 1, len(one) + 1 + len(two), 1, 1, 2),
    )
    remark = Remark(text.index(in_vni("kiểm")), text.index(in_vni("việc")), "white")
    found = in_unicode(Extracted("docx", (Part("body", text, cells, (remark,)),)))
    part = found.parts[0]
    assert [part.text[c.start : c.end] for c in part.cells] == ["Cơ quan chủ trì", TEXT]
    white = [each for each in part.remarks if each.kind == "white"]
    assert [part.text[r.start : r.end] for r in white] == ["kiểm tra "]


def test_cells_of_a_sheet_are_converted_too() -> None:
    rows = tuple((Cell(in_tcvn3(word), "text"), Cell()) for word in TEXT.split(" "))
    found = in_unicode(Extracted("xlsx", sheets=(Sheet("T1", rows),)))
    said = " ".join(row[0].text for row in found.sheets[0].rows)
    assert said.casefold() == TEXT.casefold()
