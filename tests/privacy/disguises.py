"""Ways in which a number is written so that a plain pattern passes it by."""

from collections.abc import Callable

WORDS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]

Disguise = Callable[[str], str]


def plain(text: str) -> str:
    return text


def threes(text: str) -> str:
    """0912345678 as 0912 345 678: blanks from the right, in threes."""
    head = len(text) % 3 or 3
    if head < 3 and len(text) > 6:
        head += 3
    parts = [text[:head], *(text[i : i + 3] for i in range(head, len(text), 3))]
    return " ".join(parts)


def dots(text: str) -> str:
    return threes(text).replace(" ", ".")


def dashes(text: str) -> str:
    return threes(text).replace(" ", "-")


def long_dashes(text: str) -> str:
    return threes(text).replace(" ", "–")


def singles(text: str) -> str:
    return " ".join(text)


def single_dots(text: str) -> str:
    return ".".join(text)


def no_break(text: str) -> str:
    return threes(text).replace(" ", "\u00a0")


def zero_width(text: str) -> str:
    return "\u200b".join(text)


def joiners(text: str) -> str:
    return text[:3] + "\u2060\ufeff" + text[3:]


def soft_hyphens(text: str) -> str:
    return text[:4] + "\u00ad" + text[4:]


def full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def bold(text: str) -> str:
    """The figures of mathematicians."""
    return "".join(chr(0x1D7CE + int(c)) if c.isdigit() else c for c in text)


def words(text: str) -> str:
    return " ".join(WORDS[int(c)] for c in text)


def words_with_dots(text: str) -> str:
    return words(text).replace(" ", ". ")


def half_words(text: str) -> str:
    return " ".join(WORDS[int(c)] if n % 2 else c for n, c in enumerate(text))


def leet_o(text: str) -> str:
    return text.replace("0", "O")


def leet_l(text: str) -> str:
    return text.replace("1", "l").replace("0", "o", 1)


UNSEEN: tuple[Disguise, ...] = (zero_width, joiners, soft_hyphens, full_width, bold)
SPACED: tuple[Disguise, ...] = (
    threes,
    dots,
    dashes,
    long_dashes,
    singles,
    single_dots,
    no_break,
)
SPELLED: tuple[Disguise, ...] = (words, words_with_dots, half_words)
LEET: tuple[Disguise, ...] = (leet_o, leet_l)
ALL: tuple[Disguise, ...] = (plain, *SPACED, *UNSEEN, *SPELLED, *LEET)
