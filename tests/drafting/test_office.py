"""LibreOffice opens what was written and says the same."""

from collections.abc import Callable, Mapping

import pytest

from phoihop.drafting import docx
from tests.drafting import specimens
from tests.drafting.read_back import docx as taken_apart
from tests.drafting.read_back import pages, run

pytestmark = pytest.mark.pure

PAPERS = {
    name: docx.write(paper)
    for name, paper in (
        *specimens.ALL.items(),
        ("hostile", specimens.saying(*specimens.HOSTILE)),
        ("empty", specimens.EMPTY),
    )
}
Pages = dict[str, list[str]]


@pytest.fixture(scope="module")
def found(opened: Callable[[Mapping[str, bytes]], dict[str, bytes]]) -> Pages:
    """The pages of every specimen, as LibreOffice shows them."""
    return {name: pages(data) for name, data in opened(PAPERS).items()}


@pytest.mark.parametrize("name", PAPERS)
def test_an_office_opens_it_and_says_the_same(name: str, found: Pages) -> None:
    said = run("".join(found[name]))
    at = 0
    for line in taken_apart(PAPERS[name]).lines:
        place = said.find(run(line), at)
        assert place >= 0, line
        at = place


def test_an_office_numbers_the_pages_as_asked(found: Pages) -> None:
    heads = [page.split("\r\n")[0] for page in found["state"]]
    starts = [number for number, head in enumerate(heads) if not head.isdigit()]
    assert len(starts) == 1 + len(specimens.STATE.annexes)
    assert heads[starts[1] + 1] == "2"


@pytest.mark.parametrize("name", ["letter", "party", "joint", "empty"])
def test_a_short_paper_takes_one_page(name: str, found: Pages) -> None:
    assert len(found[name]) == 1
