"""A page drawn in the jail: behind the same walls, bounded, trusted in its shape."""

import io
import zlib

import pikepdf
import pytest
from PIL import Image

from phoihop.reading import caps
from phoihop.reading.confinement import Limits
from phoihop.reading.extracted import NotExtracted
from phoihop.reading.jail import Jail
from phoihop.reading.page_view import (
    PNG,
    picture_from_plain,
    picture_plain,
    words_from_plain,
    words_plain,
)
from phoihop.reading.sources import page_pictures
from tests.hostile.papers import new_pdf, pdf, saved
from tests.refused import refused

pytestmark = pytest.mark.pure

INK = b"1 0 0 rg 100 700 50 50 re f"


@pytest.fixture(scope="module")
def jail() -> Jail:
    """A jail of the test's own."""
    return Jail(Limits())


def test_a_page_is_drawn_as_it_is(jail: Jail) -> None:
    """Red stays red and stands where it stood; another reader opens the picture."""
    drawn = Image.open(io.BytesIO(jail.picture(pdf(INK), page=1)))
    assert drawn.size == (1190, 1684)
    assert drawn.getpixel((250, 234)) == (255, 0, 0)
    assert drawn.getpixel((250, 600)) == (255, 255, 255)


def test_words_stand_where_their_ink_is(jail: Jail) -> None:
    words = jail.page_words(pdf(pages=2), page=2)
    assert words.text == "Chuong trinh phoi hop 2\n"
    assert words.pages == 2
    assert [words.text[s.start : s.end] for s in words.spots] == words.text.split()
    picture = Image.open(io.BytesIO(jail.picture(pdf(pages=2), page=2))).convert("L")
    for spot in words.spots:
        place = (spot.left // 5, spot.top // 5, spot.right // 5, spot.bottom // 5)
        assert min(picture.crop(place).tobytes()) < 100


def test_a_page_that_is_not_there_is_none(jail: Jail) -> None:
    assert jail.picture(pdf(), page=2) == b""
    assert jail.picture(pdf(), page=0) == b""
    assert jail.page_words(pdf(), page=9).spots == ()


@pytest.mark.parametrize("side", [3, 14_400])
def test_a_page_of_any_size_has_a_picture_of_a_bounded_one(
    jail: Jail, side: int
) -> None:
    made = new_pdf(INK)
    made.pages[0].obj.MediaBox = pikepdf.Array([0, 0, side, side])
    across, down = Image.open(io.BytesIO(jail.picture(saved(made), page=1))).size
    assert 0 < across * down <= caps.PICTURE_DOTS * 1.01


def test_what_is_no_pdf_is_refused(jail: Jail) -> None:
    with refused("file.corrupt"):
        jail.picture(b"no paper", page=1)
    with refused("file.corrupt"):
        jail.page_words(b"no paper", page=1)


def test_a_page_that_takes_too_long_is_given_up() -> None:
    """A drawing of a million lines: the clock of the jail ends it."""
    impatient = Jail(Limits(cpu_seconds=1, wall_seconds=1))
    with refused("file.slow"):
        impatient.picture(
            pdf(b"0 0 m 595 842 l 100 100 400 400 re S\n" * 400_000), page=1
        )
    impatient.close()


def test_rows_are_packed_without_what_stands_beside_them() -> None:
    """Of four bytes a dot the fourth is dropped, and so is what fills up a row."""
    dots = b"\x01\x02\x03\xff" * 2 + b"....", b"\x04\x05\x06\xff" * 2 + b"...."
    made = page_pictures.png(b"".join(dots), 2, 2, 12, 4)
    drawn = Image.open(io.BytesIO(made))
    assert [drawn.getpixel((0, row)) for row in (0, 1)] == [(1, 2, 3), (4, 5, 6)]
    assert zlib.crc32(b"IEND") == int.from_bytes(made[-4:], "big")


def test_only_a_picture_in_our_format_is_taken() -> None:
    """A child that was taken over says what it likes: of one shape, or nothing."""
    assert picture_from_plain(picture_plain(PNG + b"x")) == PNG + b"x"
    for plain in (None, 3, "###", picture_plain(b"<svg onload='x()'>"), ["a"]):
        with pytest.raises(NotExtracted):
            picture_from_plain(plain)


def test_only_words_of_the_shape_are_taken() -> None:
    good = page_pictures.errand(pdf(), "words", 1)["words"]
    assert words_plain(words_from_plain(good)) == good
    for plain in (
        None,
        [],
        ["a", 1, 1, 1],
        ["a", "1", 1, 1, []],
        ["a", 1, 1, 1, [[0, 5, 0, 0, 0, 0]]],
        ["a", 1, 1, 1, [[0, 1, 0.5, 0, 0, 0]]],
        [b"a", 1, 1, 1, []],
    ):
        with pytest.raises(NotExtracted):
            words_from_plain(plain)
