"""What happens to a paper on its way: each way of it as a function of the text.

None loses what the paper says: whoever reads it aloud reads the same. ``WAYS`` has them
by name; each is the same for the same text.
"""

import re
import unicodedata
from collections.abc import Callable

from phoihop.reading import sources
from phoihop.reading.clear import make_clear
from phoihop.reading.head import DAY, read_head
from phoihop.reading.layout import lay_out
from phoihop.reading.letters import UPPER
from phoihop.reading.numbers import FREE_NUMBER
from phoihop.vietnamese import nfc
from tests.reading.old_fonts import in_tcvn3, in_vni

Way = Callable[[str], str]

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(FREE_NUMBER)


def decomposed(text: str) -> str:
    """All letters apart from their marks."""
    return unicodedata.normalize("NFD", text)


def half_decomposed(text: str) -> str:
    """Every other word apart from its marks."""
    words = re.split(r"(\s+)", text)
    return "".join(
        unicodedata.normalize("NFD", word) if place % 4 == 0 else word
        for place, word in enumerate(words)
    )


def other_tones(text: str) -> str:
    """The tone of oa, oe, uy on the other vowel: hoà for hòa, and hòa for hoà."""
    old = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe"}
    old |= {"oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe", "uỳ": "ùy", "uý": "úy"}
    old |= {"uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy"}
    both = old | {one: other for other, one in old.items()}
    both |= {one.upper(): other.upper() for one, other in both.items()}
    both |= {
        one[0].upper() + one[1]: other[0].upper() + other[1]
        for one, other in both.items()
        if one.islower()
    }
    pattern = re.compile(rf"(?<![qQ])(?:{'|'.join(both)})(?![^\W\d_])")
    return pattern.sub(lambda found: both[found.group()], text)


def eths(text: str) -> str:
    """Eth in the place of đ, as old fonts have it."""
    return text.replace("Đ", "\u00d0").replace("đ", "\u00f0")


def struck(text: str) -> str:
    """đ as d with a stroke over it."""
    return text.replace("Đ", "D\u0335").replace("đ", "d\u0335")


def hard_blanks(text: str) -> str:
    """No blank that breaks."""
    return text.replace(" ", "\u00a0")


def unseen(text: str) -> str:
    """Signs that nobody sees, inside of words and between them."""
    return re.sub(
        r"(?<=\w)(?=\w)", lambda f: "\u200b" if f.start() % 7 == 0 else "", text
    )


def soft_hyphens(text: str) -> str:
    """Where a word could be parted."""
    return re.sub(
        r"(?<=\w)(?=\w)", lambda f: "\u00ad" if f.start() % 9 == 0 else "", text
    )


def carriage_returns(text: str) -> str:
    """Lines as Windows ends them."""
    return text.replace("\n", "\r\n")


def _header(text: str) -> tuple[int, int]:
    """From the first line to the one with the kind of paper, or to the text proper."""
    paper = make_clear(lay_out(text))
    head = read_head(paper)
    if not head.mottoes or head.day is None:
        return 0, 0
    if head.type is not None and head.heading:
        end = head.type.start
    else:
        end = max(head.day.end, *(mark.end for mark in head.mottoes))
        mark = head.number or head.symbol
        end = max(end, mark.end if mark else 0)
    if paper.offsets is not None:
        end = paper.offsets[end]
    line = text.rfind("\n", 0, end) + 1
    if head.type is None or not head.heading:
        stop = text.find("\n", end)
        line = stop if stop >= 0 else len(text)
    return 0, line


def one_line_header(text: str) -> str:
    """The whole header in one line."""
    start, end = _header(text)
    said = " ".join(text[start:end].split())
    return f"{text[:start]}{said}\n{text[end:]}" if end else text


def swapped_header(text: str) -> str:
    """The right column of the header before the left one."""
    start, end = _header(text)
    lines = text[start:end].split("\n")
    low = [make_clear(lay_out(line)).low for line in lines]
    right = [
        place
        for place, line in enumerate(low)
        if re.search(r"cong h|lap *- *t|dang cong san", line) or DAY.search(line)
    ]
    if not end or len(right) == len([line for line in lines if line.strip()]):
        return text
    left = [place for place in range(len(lines)) if place not in right]
    order = [*right, *left]
    return text[:start] + "\n".join(lines[place] for place in order) + text[end:]


def barred_header(text: str) -> str:
    """The two columns of the header as rows of a table with bars."""
    start, end = _header(text)
    lines = [line for line in text[start:end].split("\n") if line.strip()]
    low = [make_clear(lay_out(line)).low for line in lines]
    right = [
        line
        for line, bare in zip(lines, low, strict=True)
        if re.search(r"cong h|lap *- *t|dang cong san", bare) or DAY.search(bare)
    ]
    left = [line for line in lines if line not in right]
    if not end or not left or "|" in text[:end]:
        return text
    rows = []
    for place in range(max(len(left), len(right))):
        one = left[place] if place < len(left) else ""
        two = right[place] if place < len(right) else ""
        rows.append(f"| {one} | {two} |")
    rows.insert(1, "|---|---|")
    return text[:start] + "\n".join(rows) + "\n\n" + text[end:]


def broken_header(text: str) -> str:
    """The lines of the header broken in the middle, the nation's as well."""
    start, end = _header(text)
    lines = []
    for line in text[start:end].split("\n"):
        words = line.split(" ")
        if len(words) > 5 and line.isupper():
            cut = len(words) - 1
            lines += [" ".join(words[:cut]), " ".join(words[cut:])]
        else:
            lines.append(line)
    return text[:start] + "\n".join(lines) + text[end:] if end else text


def spaced_numbers(text: str) -> str:
    """Blanks around the signs of numbers."""
    return _NUMBER.sub(
        lambda found: re.sub(r"\s?([/-])\s?", r" \1 ", found.group()), text
    ).replace("Số:", "Số :")


def lost_hyphens(text: str) -> str:
    """The last hyphen of each number lost."""

    def without(found: re.Match[str]) -> str:
        head, sign, tail = found.group().rpartition("-")
        return head + tail if sign and "/" in head else found.group()

    return _NUMBER.sub(without, text)


def misread_days(text: str) -> str:
    """Digits of days as a scanner reads them: l5, O3, 2O25."""

    def misread(found: re.Match[str]) -> str:
        return (
            found.group().replace("0", "O").replace("1", "l").replace("5", "S")
            if found.start() % 2
            else found.group().replace("0", "o").replace("1", "I")
        )

    pattern = r"(?<=ngày )\d{1,2} tháng \d{1,2} năm \d{4}"
    return re.sub(
        pattern,
        lambda found: re.sub(r"\d+", misread, found.group()),
        text,
    )


def misread_so(text: str) -> str:
    """Số: as a scanner reads it."""
    place = [0]

    def misread(found: re.Match[str]) -> str:
        place[0] += 1
        return ("Sô", "Sổ", "Sỗ", "So")[len(text) % 4]

    return re.sub(r"(?m)^Số(?=\s?:)", misread, text)


def narrow(text: str) -> str:
    """Sentences broken into lines of one width."""
    lines = []
    for line in text.split("\n"):
        if "|" in line or "\t" in line or len(line) < 90:
            lines.append(line)
            continue
        words, now = line.split(" "), ""
        for word in words:
            if now and len(now) + len(word) >= 80:
                lines.append(now)
                now = word
            else:
                now = f"{now} {word}" if now else word
        lines.append(now)
    return "\n".join(lines)


def _broken(text: str, sign: str, every: int) -> str:
    """A sign put before the first vowel of some words of several letters."""
    count = [0]

    def break_it(found: re.Match[str]) -> str:
        word = found.group()
        bare = make_clear(lay_out(word)).low
        onset = re.match(r"(?:gi|qu|[bcdghklmnpqrstvx]+)(?=[aeiouy])", bare)
        if not onset or len(word) < 3 or not any(ord(c) > 127 for c in word):
            return word
        if word.upper() == word and len(onset.group()) == len(word) - 1:
            return word
        count[0] += 1
        if count[0] % every:
            return word
        cut = onset.end()
        return word[:cut] + sign + word[cut:]

    return _WORD.sub(break_it, text)


def broken_words(text: str) -> str:
    """Blanks inside some words."""
    return _broken(text, " ", 5)


def all_broken(text: str) -> str:
    """Blanks inside most words."""
    return _broken(text, " ", 2)


def words_over_lines(text: str) -> str:
    """Line ends inside some words."""
    return _broken(text, "\n", 23)


def glued_capitals(text: str) -> str:
    """Pairs of words in capitals without the blank between them."""
    count = [0]

    def glue(found: re.Match[str]) -> str:
        count[0] += 1
        return found[1] + found[2] if count[0] % 2 else found.group()

    word = rf"(?<!\w)([{UPPER}]{{2,}}) ([{UPPER}]{{2,}})(?!\w)"
    return re.sub(
        word,
        lambda f: glue(f) if any(ord(c) > 127 for c in f.group()) else f.group(),
        text,
    )


def glued_days(text: str) -> str:
    """No blanks inside of days."""
    return re.sub(
        r"ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})", r"ngày\1 tháng\2 năm\3", text
    )


_UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def _said(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return _UNITS[ones]
    last = {0: "", 1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(ones, _UNITS[ones])
    return f"{'mười' if tens == 1 else _UNITS[tens] + ' mươi'} {last}".strip()


def days_in_words(text: str) -> str:
    """Days said in words."""

    def spoken(found: re.Match[str]) -> str:
        day, month, year = int(found[1]), int(found[2]), int(found[3])
        thousand, rest = divmod(year, 1000)
        hundred, rest = divmod(rest, 100)
        said = f"{_UNITS[thousand]} nghìn {_UNITS[hundred]} trăm "
        said += f"linh {_UNITS[rest]}" if rest < 10 else _said(rest)
        months = {1: "giêng", 4: "tư", 12: "mười hai"}
        month_said = months.get(month, _said(month))
        return f"ngày {_said(day)} tháng {month_said} năm {said}"

    return re.sub(r"ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})", spoken, text)


def old_font(text: str) -> str:
    """Typed for .VnTime, in one byte a letter, and read by the house."""
    return _read_back(_typed(text), "cp1252")


def old_font_vni(text: str) -> str:
    """Typed for VNI-Times, in two bytes a letter, and read by the house."""
    return _read_back(in_vni(nfc(text)), "cp1252")


def old_font_as_unicode(text: str) -> str:
    """As a .docx has it: the signs of .VnTime as characters."""
    return _read_back(_typed(text), "utf-8")


def _typed(text: str) -> str:
    """As people typed it: no sign is a capital Ủ, but U has one and ỷ as well."""
    return in_tcvn3(nfc(text).replace("Ủy", "Uỷ"))


def _read_back(signs: str, encoding: str) -> str:
    parts = sources.read(signs.encode(encoding, "replace"), ending="txt").parts
    return parts[0].text if parts else ""


WAYS: dict[str, Way] = {
    "old_font": old_font,
    "old_font_vni": old_font_vni,
    "old_font_as_unicode": old_font_as_unicode,
    "decomposed": decomposed,
    "half_decomposed": half_decomposed,
    "other_tones": other_tones,
    "eths": eths,
    "struck": struck,
    "hard_blanks": hard_blanks,
    "unseen": unseen,
    "soft_hyphens": soft_hyphens,
    "carriage_returns": carriage_returns,
    "one_line_header": one_line_header,
    "swapped_header": swapped_header,
    "barred_header": barred_header,
    "broken_header": broken_header,
    "spaced_numbers": spaced_numbers,
    "lost_hyphens": lost_hyphens,
    "misread_days": misread_days,
    "misread_so": misread_so,
    "narrow": narrow,
    "broken_words": broken_words,
    "all_broken": all_broken,
    "words_over_lines": words_over_lines,
    "glued_capitals": glued_capitals,
    "glued_days": glued_days,
    "days_in_words": days_in_words,
}
# After these a number is printed otherwise: it is held to what is printed then.
NUMBERS_PRINTED_ANEW = ("lost_hyphens",)
