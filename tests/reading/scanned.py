"""Scans for tests: pages of our own papers as pictures, with what a scanner does."""

import io
import random
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from phoihop.reading import programs

VENDOR = Path(__file__).parents[2] / "phoihop" / "pages" / "static" / "vendor"
BOLD = VENDOR / "tinos" / "Tinos_700Bold.ttf"
PLAIN = VENDOR / "tinos" / "Tinos_400Regular.ttf"
DOTS = 200
RED, BLACK = (200, 30, 40), (20, 20, 20)


def can_read() -> bool:
    """Whether this machine reads pictures."""
    try:
        programs.reader()
    except programs.NotThere:
        return False
    return True


needs_reader = pytest.mark.skipif(
    not can_read(), reason="No tesseract here: apt-get install " + programs.PACKAGES
)


def drawn(pdf: bytes) -> list[Image.Image]:
    """The pages of a paper as pictures."""
    import pypdfium2  # noqa: PLC0415 - heavy, and only some tests draw

    document = pypdfium2.PdfDocument(pdf)
    return [page.render(scale=DOTS / 72).to_pil().convert("RGB") for page in document]


def page_of(text: str, *, size: float = 13) -> Image.Image:
    """A sheet with these lines on it."""
    sheet = Image.new("RGB", (1654, 2339), "white")
    brush = ImageDraw.Draw(sheet)
    face = ImageFont.truetype(str(PLAIN), int(size * DOTS / 72))
    brush.multiline_text((230, 380), text, font=face, fill=BLACK, spacing=16)
    return sheet


def stamped(
    page: Image.Image,
    words: str,
    *,
    ink: tuple[int, int, int] = RED,
    turn: float = 0,
    frame: bool = True,
    size: float = 16,
    at: tuple[int, int] = (200, 60),
) -> Image.Image:
    """The page with a stamp on it, ``turn`` degrees off level."""
    face = ImageFont.truetype(str(BOLD), int(size * DOTS / 72))
    left, top, right, bottom = face.getbbox(words)
    room = int(size * DOTS / 72 * 0.35)
    wide, high = int(right - left) + 2 * room, int(bottom - top) + 2 * room
    stamp = Image.new("RGBA", (wide, high), (0, 0, 0, 0))
    brush = ImageDraw.Draw(stamp)
    if frame:
        brush.rectangle((1, 1, wide - 2, high - 2), outline=(*ink, 255), width=3)
    brush.text((room - left, room - top), words, font=face, fill=(*ink, 255))
    stamp = stamp.rotate(turn, Image.Resampling.BICUBIC, expand=True)
    made = page.copy()
    made.paste(stamp, at, stamp)
    return made


def worn(page: Image.Image, *, skew: float = 0, noise: float = 0.12) -> Image.Image:
    """As a scanner gives it: a little off level, grainy, not quite sharp."""
    turned = page.rotate(skew, Image.Resampling.BICUBIC, fillcolor="white")
    dice = random.Random(7)  # grain, the same each time
    tile = Image.frombytes("L", (256, 256), bytes(dice.choices(range(256), k=65_536)))
    grain = Image.new("RGB", page.size)
    for x in range(0, page.width, 256):
        for y in range(0, page.height, 256):
            grain.paste(tile, (x, y))
    return Image.blend(turned, grain, noise).filter(ImageFilter.GaussianBlur(0.6))


def scan(*pages: Image.Image) -> bytes:
    """A .pdf of pictures, as a scanner makes it."""
    held = io.BytesIO()
    first, *rest = pages
    first.save(
        held, "PDF", save_all=True, append_images=rest, resolution=DOTS, quality=75
    )
    return held.getvalue()
