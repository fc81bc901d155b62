"""The words of a paper as they are written out. Pure.

What bodies wrote is data: it leaves composed (TCVN 6909:2001), without signs that no
paper shows or no .docx may hold, and with the blanks that may not end a line.
"""

import re
import unicodedata

# Room for what the clerk will write in by hand: a number, a day, a year.
BLANK = "\u00a0"
# Kinds of signs that nobody sees: controls, marks of format and of direction, halves
# of pairs. A mark of direction turns round what is read; XML forbids most of the rest.
_UNSEEN = {"Cc", "Cf", "Cs"}
_KEPT = "\n\u00a0"
_LINE_ENDS = re.compile(r"\r\n?|[\u0085\u2028\u2029\v\f]")
_NEVER = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
# Words that a number belongs to ("phụ lục" and "lần thứ" end in one of them), and, of
# the blanks that may be such a word's, those before a number or before a unit.
_NUMBERED = {
    *("ngày", "tháng", "năm", "quý", "thứ", "số", "trang", "khóa", "khoá"),
    *("điều", "khoản", "điểm", "mục", "chương", "phần", "lục", "bảng", "biểu"),
}
# What a place begins with, in the name of a body and of the one above it.
_LEVELS = {"tỉnh", "thành", "huyện", "quận", "thị", "xã", "phường", "đặc"}
_BEFORE_NUMBER = re.compile(
    r" (?=(?P<number>[0-9]|[IVXLC]+\b|[a-zđ]\))"
    r"|(?:%|triệu|tỷ|nghìn|đồng|ha|km|m²)(?!\w))"
)


def clean(text: str) -> str:
    """The text composed, with plain line ends and without signs that nobody sees."""
    text = unicodedata.normalize("NFC", text)
    if text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    text = "".join(
        sign
        for sign in text
        if sign in _KEPT or unicodedata.category(sign) not in _UNSEEN
    )
    return _NEVER.sub("", text)


def bound(text: str) -> str:
    """The text cleaned, with each number bound to its word: ngày 05 tháng 6."""
    return _BEFORE_NUMBER.sub(_bind, clean(text))


def _bind(blank: re.Match[str]) -> str:
    before, at = blank.string, blank.start()
    if blank["number"] is None:
        bound_to = before[at - 1 : at].isdigit()
    else:
        word = before[before.rfind(" ", 0, at) + 1 : at]
        bound_to = word.lstrip('(“"\n').casefold() in _NUMBERED
    return BLANK if bound_to else " "


def ended(text: str, sign: str) -> str:
    """The text with this sign at its end, in place of the sign that stood there."""
    return f"{text.rstrip(' ;,.')}{sign}"


def under(name: str, superior: str) -> str:
    """A body's name as it is printed under that of the body above it.

    What the line above says is not said again: "Sở Nội vụ" of "Sở Nội vụ tỉnh Lam
    Khê", "Ban Tuyên giáo" of "Ban Tuyên giáo Tỉnh ủy".
    """
    words, above = clean(name).split(), clean(superior).split()
    low, low_above = " ".join(words).casefold(), [word.casefold() for word in above]
    tails = [low_above[:count] for count in range(len(above), 1, -1)]
    tails += [
        low_above[at:] for at, word in enumerate(low_above) if word in _LEVELS and at
    ]
    for tail in tails:
        rest = words[: -len(tail)]
        # One word alone ("Ban") would name nobody.
        if len(rest) > 1 and low.endswith(" " + " ".join(tail)):
            return " ".join(rest)
    return " ".join(words)


def padded(number: str) -> str:
    """A number of a paper: under 10 it has a nought before it (II.3.c)."""
    number = clean(number).strip()
    return f"0{number}" if re.fullmatch(r"[1-9](?:\D.*)?", number) else number


def day_words(day: int | None, month: int | None, year: int | None) -> str:
    """A day in full: noughts before days under 10 and months 1 and 2 (II.4.b).

    What is not known is left as room; no line ends within it.
    """
    said_day = f"{day:02}" if day else BLANK * 4
    said_month = f"{month:02}" if month and month < 3 else month or BLANK * 4
    said_year = year or BLANK * 4
    words = ("ngày", said_day, "tháng", str(said_month), "năm", str(said_year))
    return BLANK.join(words).rstrip(BLANK)
