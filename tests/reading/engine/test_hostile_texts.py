"""Texts made to hang a reader: read in time linear in their length."""

import time
import unicodedata

import pytest

from phoihop.reading import caps
from phoihop.reading.clear import make_clear
from phoihop.reading.engine import read
from phoihop.reading.layout import lay_out
from phoihop.refusals import Refused

pytestmark = pytest.mark.pure

# By the square, the shorter text alone would take hours of steps.
LENGTH, LONG_LENGTH = 200_000, 2_000_000
SECONDS, LONG_SECONDS = 5.0, 30.0
PIECES = (
    "a ",
    "((((",
    "\n",
    " ",
    "|",
    "<br>",
    "....",
    "1/",
    "AB-",
    "12/KH-",
    "số ",
    "Số: ",
    "ngày 1 ",
    "ngày 1 tháng 1 năm 2026 ",
    "Luật ",
    "Luật a ngày 1 tháng 1 năm 2026 ",
    "Kế hoạch ",
    "Kế hoạch số 12/KH-UBND ngày 1/2/2026 và ",
    "phối hợp giữa ",
    "Ban A, ",
    " làm việc với",
    "CHỦ TỊCH\n",
    "tổ chức ",
    "các ",
    "......! ",
    " " * 999 + ",",
    "a\u0301",
    "\u0301\u0327",
)


def hold(piece: str, length: int, seconds: float) -> None:
    """Read so much of one piece; every place it finds lies in the text."""
    text = (piece * (length // len(piece) + 1))[:length]
    begun = time.process_time()
    reading = read(text)
    assert time.process_time() - begun < seconds
    assert all(
        0 <= found.span.start <= found.span.end <= len(text)
        for found in reading.findings
        if found.span
    )


@pytest.mark.parametrize("piece", PIECES)
def test_a_text_of_one_piece_is_read_in_linear_time(piece: str) -> None:
    hold(piece, LENGTH, SECONDS)


@pytest.mark.parametrize("piece", ["a ", "(((("])
def test_two_million_characters_are_read_in_linear_time(piece: str) -> None:
    hold(piece, LONG_LENGTH, LONG_SECONDS)


@pytest.mark.long
@pytest.mark.parametrize("piece", PIECES)
def test_two_million_characters_of_any_piece(piece: str) -> None:
    hold(piece, LONG_LENGTH, LONG_SECONDS)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00",
        "\ufeff",
        "Số:",
        "Số: /",
        "ngày tháng năm",
        "\ud800",
        "İ" * 50,
        "ﬃ½" * 50,
        unicodedata.normalize("NFD", "Số: 1/KH-ĐU\nKẾ HOẠCH\n"),
    ],
)
def test_odd_texts_are_read_and_places_stay_true(text: str) -> None:
    reading = read(text)
    assert reading.text == text
    paper = make_clear(lay_out(text))
    assert len(paper.low) == len(paper.clear)
    assert paper.span(0, len(paper.clear)).end <= len(text)


@pytest.mark.parametrize(
    "text",
    ["a\n" * (caps.LINES + 1), "a" * (caps.CHARACTERS + 1)],
    ids=["lines", "characters"],
)
def test_more_than_is_read_is_refused_by_name(text: str) -> None:
    with pytest.raises(Refused) as refused:
        read(text)
    assert refused.value.code == "file.text_too_long"


def test_empty_lines_count_for_nothing() -> None:
    assert read("\n" * (caps.LINES + 1) + "Kính gửi:").text
