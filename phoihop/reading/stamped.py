"""Where a stamp may be on a picture of a page: red ink, and words in a small frame.

A frame around words, or a tilt, keeps a reader of pages from seeing them. Here frames
are wiped off, what is left is cut out, levelled and put one below another, so that it
can be read like lines. Whether it is a stamp of secrecy the words decide.
"""

from collections.abc import Iterable
from itertools import pairwise

from PIL import Image, ImageChops, ImageFilter, ImageOps

from phoihop.reading.inked import INK, Spot, spots

# The pictures come at this many dots an inch.
DOTS = 200
MM = DOTS / 25.4
LEVELS = 256
# How much redder than green and blue the ink of a stamp is; how dark black ink is.
REDDER = 45
DARK = 110
# A frame around one or two words: how wide and high, and how little of it is ink.
FRAME_WIDE, FRAME_HIGH = (9 * MM, 110 * MM), (4.5 * MM, 45 * MM)
THIN = 0.45
# Words of a stamp: how wide and high; letters closer than this belong together.
WORD_WIDE, WORD_HIGH = (5 * MM, 100 * MM), (2 * MM, 40 * MM)
APART = 13
MOST_PLACES = 10
# Fewer dots of ink than this make no letter.
SPECK = 12
# Angles tried, in degrees, and how high letters are when they are read.
ANGLES = range(-24, 25, 2)
HALVES = (-1.0, -0.5, 0.0, 0.5, 1.0)
LETTERS_HIGH = 60
MARGIN = 30


def places(page: Image.Image) -> Image.Image | None:
    """All that may be a stamp on this page, levelled, one below another; or nothing."""
    red, green, blue = page.split()
    redder = ImageChops.subtract(red, ImageChops.lighter(green, blue))
    in_red = redder.point([INK if dot > REDDER else 0 for dot in range(LEVELS)])
    dark = page.convert("L").point([INK if dot < DARK else 0 for dot in range(LEVELS)])
    found = [*_of_red(in_red), *_of_frames(ImageChops.lighter(in_red, dark))]
    return _below_one_another(found[:MOST_PLACES])


def _of_red(mask: Image.Image) -> list[Image.Image]:
    """Words in red, framed or bare."""
    if mask.getbbox() is None:
        return []
    _wipe_frames(mask)
    joined = mask.filter(ImageFilter.MaxFilter(APART))
    words = [spot for spot in spots(joined) if _may_be_word(spot)]
    words.sort(key=lambda spot: spot.ink, reverse=True)
    return [_levelled(mask.crop(spot.box)) for spot in words[:MOST_PLACES]]


def _of_frames(mask: Image.Image) -> list[Image.Image]:
    """Words in a small frame, of whatever ink."""
    frames = _wipe_frames(mask)
    return [_levelled(mask.crop(frame.box)) for frame in frames[:MOST_PLACES]]


def _wipe_frames(mask: Image.Image) -> list[Spot]:
    """Take frames off the picture, and specks with them; what was framed."""
    all_spots = spots(mask)
    letters = []
    for spot in all_spots:
        if spot.ink < SPECK:
            spot.wipe(mask)
        else:
            letters.append(spot)
    frames = [
        spot
        for spot in letters
        if FRAME_WIDE[0] <= spot.width <= FRAME_WIDE[1]
        and FRAME_HIGH[0] <= spot.height <= FRAME_HIGH[1]
        and spot.ink < THIN * spot.width * spot.height
        and sum(spot.holds(other) for other in letters) >= 2
    ]
    for frame in frames:
        frame.wipe(mask)
    return frames


def _may_be_word(spot: Spot) -> bool:
    return (
        WORD_WIDE[0] <= spot.width <= WORD_WIDE[1]
        and WORD_HIGH[0] <= spot.height <= WORD_HIGH[1]
    )


def _levelled(word: Image.Image) -> Image.Image:
    """Turned so that its lines are level, cut to its ink, of one height."""
    word = ImageOps.expand(word, MARGIN, 0)
    small = word
    if word.width > 300:
        small = word.resize((300, max(300 * word.height // word.width, 1)))

    def evenness(angle: float) -> float:
        turned = small.rotate(angle, Image.Resampling.BILINEAR, expand=True)
        rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
        wide = turned.width * turned.width
        return sum((a - b) ** 2 for a, b in pairwise(rows)) * wide

    coarse = max(ANGLES, key=evenness)
    best = max((coarse + half for half in HALVES), key=evenness)
    turned = word.rotate(best, Image.Resampling.BICUBIC, expand=True)
    cut = turned.crop(turned.getbbox())
    lines = max(round(cut.height / max(cut.width, 1) * 3), 1)
    scale = LETTERS_HIGH * lines / max(cut.height, 1)
    scale = min(scale, 1600 / max(cut.width, 1), 4.0)
    size = (max(int(cut.width * scale), 1), max(int(cut.height * scale), 1))
    return cut.resize(size, Image.Resampling.BICUBIC)


def _below_one_another(words: Iterable[Image.Image]) -> Image.Image | None:
    """Black on white, with room around each."""
    words = list(words)
    if not words:
        return None
    wide = max(word.width for word in words) + 2 * MARGIN
    high = sum(word.height + 2 * MARGIN for word in words)
    sheet = Image.new("L", (wide, high), 0)
    at = MARGIN
    for word in words:
        sheet.paste(word, (MARGIN, at))
        at += word.height + 2 * MARGIN
    return ImageOps.invert(sheet)
