"""What Word counts, changes and merges: read as the paper is printed."""

import pytest

from phoihop.reading import sources
from phoihop.reading.extracted import Part
from phoihop.reading.sources.numbering import letter, roman
from tests.hostile.papers import HEAD, Link, W, docx, paragraph, styles_part

pytestmark = pytest.mark.pure

LINKS: tuple[Link, ...] = (("numbering", "numbering.xml"), ("styles", "styles.xml"))


def level(depth: int, kind: str, text: str, more: str = "") -> str:
    """One level of a list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbered(text: str, depth: int = 0, which: int = 1, style: str = "") -> str:
    """A paragraph of a list; without one by its style alone."""
    says = f'<w:pStyle w:val="{style}"/>' if style else ""
    if which >= 0:
        says += (
            f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{which}"/></w:numPr>'
        )
    return f"<w:p><w:pPr>{says}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def body(paragraphs: str, *levels: str, nums: str = "", styles: str = "") -> str:
    """The text of a paper with this list, its number 1, and others over it."""
    numbering = (
        f'{HEAD}<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="7">'
        f"{''.join(levels)}</w:abstractNum>"
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{nums}</w:numbering>'
    )
    more = {"word/numbering.xml": numbering, "word/styles.xml": styles_part(styles)}
    return (
        sources.read(docx(paragraphs, links=LINKS, more=more), ending="docx")
        .parts[0]
        .text
    )


ARTICLES = (
    level(0, "decimal", "Điều %1."),
    level(1, "decimal", "%2."),
    level(2, "lowerLetter", "%3)"),
)


def test_numbers_that_word_counts_are_in_the_text() -> None:
    text = body(
        numbered("Phạm vi")
        + numbered("Đối tượng", 1)
        + numbered("cơ quan", 2)
        + numbered("đơn vị", 2)
        + numbered("Thời hạn", 1)
        + numbered("Thi hành")
        + numbered("Hiệu lực", 1),
        *ARTICLES,
    )
    assert text.splitlines() == [
        "Điều 1. Phạm vi",
        "1. Đối tượng",
        "a) cơ quan",
        "b) đơn vị",
        "2. Thời hạn",
        "Điều 2. Thi hành",
        "1. Hiệu lực",
    ]


@pytest.mark.parametrize(
    ("kind", "text", "printed"),
    [
        ("upperRoman", "%1.", "II. "),
        ("lowerRoman", "(%1)", "(ii) "),
        ("upperLetter", "%1.", "B. "),
        ("decimalZero", "%1.", "02. "),
        ("bullet", "-", "- "),
        ("bullet", "\uf0b7", "• "),
        ("bullet", "o", "• "),
        ("none", "", ""),
        ("chicago", "%1.", "2. "),
    ],
)
def test_each_format_is_printed_as_word_prints_it(
    kind: str, text: str, printed: str
) -> None:
    said = body(numbered("một") + numbered("hai"), level(0, kind, text))
    assert said.splitlines()[1] == f"{printed}hai"


def test_a_level_names_those_above_it() -> None:
    levels = (level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2."))
    legal = (levels[0], level(1, "decimal", "%1.%2.", "<w:isLgl/>"))
    words = numbered("a") + numbered("b", 1)
    assert body(words, *levels).splitlines()[1] == "I.1. b"
    assert body(words, *legal).splitlines()[1] == "1.1. b"


def test_a_list_may_begin_anew_and_shares_its_count_otherwise() -> None:
    nums = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    text = body(
        numbered("a") + numbered("b", which=2) + numbered("c", which=3),
        level(0, "decimal", "%1."),
        nums=nums,
    )
    assert text.splitlines() == ["1. a", "2. b", "5. c"]


def test_a_level_that_never_begins_anew_counts_on() -> None:
    levels = (
        level(0, "decimal", "Chương %1."),
        level(1, "decimal", "Điều %2.", '<w:lvlRestart w:val="0"/>'),
    )
    text = body(
        numbered("a") + numbered("b", 1) + numbered("c") + numbered("d", 1), *levels
    )
    assert text.splitlines()[3] == "Điều 2. d"


def test_a_style_brings_its_number_and_a_paragraph_may_refuse_it() -> None:
    heading = (
        '<w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Dieu"/>'
        "</w:style>"
    )
    text = body(
        numbered("một", which=-1, style="Dieu")
        + numbered("hai", which=-1, style="Con")
        + numbered("không", which=0, style="Dieu"),
        level(0, "decimal", "Điều %1."),
        styles=heading,
    )
    assert text.splitlines() == ["Điều 1. một", "Điều 2. hai", "không"]


def test_a_list_that_is_not_there_numbers_nothing() -> None:
    text = body(numbered("a", which=9) + numbered("b", depth=8), *ARTICLES)
    assert text.splitlines()[0] == "a"


def test_counting_is_as_in_word() -> None:
    assert [roman(n) for n in (4, 9, 14, 90)] == ["iv", "ix", "xiv", "xc"]
    assert [letter(n) for n in (1, 26, 27, 53)] == ["a", "z", "aa", "aaa"]


# --- tracked changes ----------------------------------------------------------------


def part(inside: str) -> Part:
    """The body of a paper."""
    return sources.read(docx(inside), ending="docx").parts[0]


def test_changes_are_accepted_and_each_is_marked() -> None:
    changed = (
        "<w:p><w:r><w:t>Hạn </w:t></w:r><w:del><w:r><w:delText>30/6</w:delText></w:r>"
        "</w:del><w:ins><w:r><w:t>15/7</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>đi"
        "</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t> đến</w:t></w:r></w:moveTo></w:p>"
    )
    read = part(changed)
    assert read.text == "Hạn 15/7 đến\n"
    assert [(r.kind, read.text[r.start : r.end], r.start) for r in read.remarks] == [
        ("deleted", "", 4),
        ("inserted", "15/7 đến", 4),
        ("deleted", "", 8),
    ]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    joined = (
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Sở Nội vụ </w:t></w:r>"
        f"</w:p>{paragraph('chủ trì')}"
    )
    assert part(joined).text == "Sở Nội vụ chủ trì\n"


def test_a_deleted_row_is_no_row() -> None:
    row = f"<w:tr><w:tc>{paragraph('còn')}</w:tc></w:tr>"
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('mất')}</w:tc></w:tr>"
    read = part(f"<w:tbl>{row}{gone}</w:tbl>")
    assert (read.text, [r.kind for r in read.remarks]) == ("còn\n", ["deleted"])


def test_a_format_that_was_changed_hides_nothing() -> None:
    before = "<w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>"
    assert part(f"<w:p><w:r>{before}<w:t>chữ</w:t></w:r></w:p>").remarks == ()


# --- merged cells -------------------------------------------------------------------


def test_cells_over_several_columns_keep_those_behind_them_in_theirs() -> None:
    def row(*cells: tuple[str, int], before: int = 0) -> str:
        inside = "".join(
            f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>'
            f"{paragraph(text)}</w:tc>"
            for text, span in cells
        )
        skipped = f'<w:trPr><w:gridBefore w:val="{before}"/></w:trPr>' if before else ""
        return f"<w:tr>{skipped}{inside}</w:tr>"

    rows = (
        row(("a", 1), ("b", 1), ("c", 1))
        + row(("A và B", 2), ("C", 1))
        + row(("cả hàng", 3))
        + row(("B", 1), before=1)
    )
    read = part(f"<w:tbl>{rows}</w:tbl>")
    assert read.text == "a\tb\tc\nA và B\t\tC\ncả hàng\n\tB\n"
    assert [(c.row, c.column) for c in read.cells] == [
        *((1, 1), (1, 2), (1, 3), (2, 1), (2, 3), (3, 1), (4, 2)),
    ]
