"""Texts made to be slow or to break: each is read in seconds, and no word is lost."""

import time
import unicodedata

import pytest

from phoihop.reading import duties
from phoihop.reading.layout import lay_out

pytestmark = pytest.mark.pure

SIZE = 2_000_000
SENTENCE = "Sở Văn vật phối hợp với Sở Thư tịch xây dựng kế hoạch trước ngày 1/2/2031, "

ONE_LINE = {
    "a sentence without an end": SENTENCE,
    "requests without end": "đề nghị các đơn vị, ",
    "names without a verb": "Sở A, ",
    "numbers and stops": "1.",
    "bars": "|",
    "stars": "*",
    "underscores": "a_",
    "brackets": "(",
    "quotes": '"(“',
    "colons": "Sở A: ",
    "clauses": "Sở A xây dựng kế hoạch; ",
    "stops without blanks": ". A",
    "times": "trong tháng ",
    "accents": "a\u0301\u0323",
}


@pytest.mark.parametrize("piece", ONE_LINE.values(), ids=ONE_LINE.keys())
def test_one_line_of_two_megabytes(piece: str) -> None:
    text = (piece * (SIZE // len(piece) + 1))[:SIZE]
    began = time.perf_counter()
    duties.find(lay_out(text))
    assert time.perf_counter() - began < 20


def test_twice_the_text_takes_about_twice_the_time() -> None:
    def seconds(count: int) -> float:
        text = unicodedata.normalize("NFD", (SENTENCE * 40 + "\n") * count)
        began = time.perf_counter()
        duties.find(lay_out(text))
        return time.perf_counter() - began

    seconds(5)
    assert seconds(160) < 12 * max(seconds(40), 0.02)


@pytest.mark.parametrize(
    "text",
    [
        "", "\n\n", "-", "|", "||", "\t", ":", "**", "# ", "1.", "Điều 1.", "İ",
        "\u0301",
        "- :\n", "| | |\n", "1. :\n-", "Nơi nhận:", "a\x00b", "\ud7ff", "Sở", "Giao Sở",
    ],
)  # fmt: skip
def test_next_to_nothing(text: str) -> None:
    assert all(each.span is not None for each in duties.find(lay_out(text)))
