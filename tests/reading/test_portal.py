"""A page of a portal: its paper is read, what stands around it is no text of it."""

import pytest

from phoihop.reading import sources
from phoihop.reading.extracted import Extracted
from phoihop.reading.running import running
from tests.hostile.papers import html

pytestmark = pytest.mark.pure

PAPER = "<h1>KẾ HOẠCH</h1>" + "".join(
    f"<p>{number}. Sở Nội vụ chủ trì hội nghị thứ {number}, xong trong quý II.</p>"
    for number in range(1, 9)
)
LINKS = "".join(f'<li><a href="/{n}">Chuyên mục {n}</a></li>' for n in range(9))


def read(body: str) -> Extracted:
    return sources.read(html(body), ending="html")


@pytest.mark.parametrize(
    "around",
    [
        f"<nav><ul>{LINKS}</ul></nav>",
        f'<div class="main-menu"><ul>{LINKS}</ul></div>',
        f'<div id="tin-lien-quan"><ul>{LINKS}</ul></div>',
        f"<aside><ul>{LINKS}</ul></aside>",
        "<footer><p>Chuyên mục và địa chỉ của cổng thông tin</p></footer>",
        '<div class="site-footer"><p>Chuyên mục liên hệ</p></div>',
        f'<div role="navigation">{LINKS}</div>',
    ],
)
def test_the_frame_of_a_portal_is_no_text_of_the_paper(around: str) -> None:
    found = read(f"{around}<div>{PAPER}</div>")
    text = running(found).text
    assert "KẾ HOẠCH" in text
    assert "hội nghị thứ 8" in text
    assert "Chuyên mục" not in text
    # It is looked through for stamps of secrecy all the same.
    assert any("Chuyên mục" in words for _, words in found.texts())


def test_an_article_is_taken_alone_where_the_page_has_a_frame() -> None:
    page = (
        f"<nav>{LINKS}</nav><p>Ngày đăng</p><article>{PAPER}</article><p>Lượt xem</p>"
    )
    found = read(page)
    assert running(found).text.startswith("KẾ HOẠCH")
    assert "Lượt xem" not in running(found).text
    assert any("Lượt xem" in words for _, words in found.texts())


def test_a_page_that_is_only_a_paper_is_read_whole() -> None:
    """Whatever its parts are called: a frame is never most of the page."""
    for page in (
        f'<div class="related">{PAPER}</div>',
        f"<header>{PAPER}</header>",
        f'<div class="search-result">{PAPER}</div><p>Nơi nhận</p>',
    ):
        assert "hội nghị thứ 8" in running(read(page)).text


def test_items_have_the_numbers_that_a_browser_prints() -> None:
    page = (
        '<ol start="3"><li>ba</li><li>bốn</li></ol><ol type="a"><li>chữ</li></ol>'
        '<ul><li>gạch</li></ul><ul style="list-style:none"><li>trơn</li></ul>'
    )
    assert read(page).parts[0].text.splitlines() == [
        *("3. ba", "4. bốn", "a. chữ", "- gạch", "trơn"),
    ]


def test_merged_cells_keep_the_others_in_their_columns() -> None:
    page = (
        "<table><tr><td rowspan=2>1</td><td>a</td><td>b</td></tr>"
        "<tr><td>c</td><td>d</td></tr><tr><td colspan=2>e</td><td>f</td></tr></table>"
    )
    part = read(page).parts[0]
    assert part.text == "1\ta\tb\n\tc\td\ne\t\tf\n"
    assert [(c.row, c.column) for c in part.cells] == [
        *((1, 1), (1, 2), (1, 3), (2, 2), (2, 3), (3, 1), (3, 3)),
    ]
