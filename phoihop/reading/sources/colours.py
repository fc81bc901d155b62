"""Colours of words and of what lies beneath them: would an eye tell them apart?"""

import re

Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)
HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
# Below this contrast (WCAG 2.2) the eye reads nothing; 4.5 is what text should have.
NO_CONTRAST = 1.3
# Pale yellow on white has no contrast either, and is seen by its colour.
NO_DIFFERENCE = 64


def of_hex(said: str) -> Colour | None:
    """``FFFFFF``, ``#fff``; None for anything else."""
    found = HEX.fullmatch(said.strip())
    if not found:
        return None
    digits = found.group(1)
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """So much of ``one``, the rest of ``other``."""
    red, green, blue = (
        round(a * share + b * (1 - share)) for a, b in zip(one, other, strict=True)
    )
    return red, green, blue


def are_alike(words: Colour, ground: Colour) -> bool:
    """Whether words of this colour cannot be seen on this ground."""
    if max(abs(a - b) for a, b in zip(words, ground, strict=True)) > NO_DIFFERENCE:
        return False
    lights = sorted((_light(words), _light(ground)))
    return (lights[1] + 0.05) / (lights[0] + 0.05) < NO_CONTRAST


def _light(colour: Colour) -> float:
    """How light a colour is, from 0 to 1 (relative luminance)."""
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
