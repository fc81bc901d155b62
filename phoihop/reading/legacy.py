"""Vietnamese of the fonts from before Unicode, made into Unicode where that is sure.

TCVN 5712 (ABC, .VnTime) puts one sign for each letter, VNI (VNI-Times) a mark behind
the letter. Which one a text is written in is told by trying: nearly every word must
become a syllable of Vietnamese, and few of them be one as they stand. What is less
sure stays as it is, and whoever reads it says so.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import replace

from phoihop.reading.extracted import Extracted, Part, Remark
from phoihop.reading.syllables import is_syllable

Converter = Callable[[str], str]

# So many words with such signs are needed, so many of them must become syllables, and
# so few be syllables already.
LEAST_WORDS = 10
RIGHT, WRONG = 0.88, 0.6
SAMPLE = 2_000
MOST_OF_NAME = 6

_TCVN3_CODES = (
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
    (0xB5, "àảãáạ"),
    (0xBB, "ằẳẵắ"),
    (0xC6, "ặầẩẫấậè"),
    (0xCE, "ẻẽéẹềểễếệìỉ"),
    (0xDC, "ĩíịò"),
    (0xE1, "ỏõóọồổỗốộờởỡớợù"),
    (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
)
_TCVN3: dict[int, str] = {
    first + place: letter
    for first, letters in _TCVN3_CODES
    for place, letter in enumerate(letters)
} | {0x3BC: "à"}

# What a mark of VNI stands for, by the letters that it may stand behind.
_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_ROOFS = {"â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300"}
_ROOFS |= {"å": "\u0302\u0309", "ã": "\u0302\u0303", "ä": "\u0302\u0323"}
_BOWLS = {"ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300"}
_BOWLS |= {"ú": "\u0306\u0309", "ü": "\u0306\u0303", "ë": "\u0306\u0323"}
_ALONE = {"ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị"}
_ALONE |= {"î": "ỵ", "ñ": "đ"}


def _vni() -> dict[str, str]:
    """Each letter of VNI, of one sign or two, in both cases of either."""
    marks = {"a": _TONES | _ROOFS | _BOWLS, "e": _TONES | _ROOFS, "o": _TONES | _ROOFS}
    marks |= {"u": _TONES, "y": _TONES, "ô": _TONES, "ö": _TONES}
    table = dict(_ALONE)
    table |= {sign.upper(): letter.upper() for sign, letter in _ALONE.items()}
    for base, behind in marks.items():
        for mark, stands in behind.items():
            letter = unicodedata.normalize("NFC", _ALONE.get(base, base) + stands)
            for sign in (mark, mark.upper()):
                table[base + sign] = letter
                table[base.upper() + sign] = letter.upper()
    return table


_VNI = _vni()
_VNI_LETTER = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
# Letters that only Unicode has; a line with one is written in it.
_UNICODE = re.compile("[\u0102-\u01b0\u0300-\u0323\u1ea0-\u1ef9]")
_OLD = re.compile("[\u00a1-\u00ff\u03bc]")
_OLD_WORD = re.compile(r"[^\s\x21-\x40\x5b-\x60\x7b-\x7e\u2010-\u2026]+")


def from_tcvn3(text: str) -> str:
    """A text of the TCVN 5712 fonts in Unicode.

    Those for capitals print the small signs large: of a word typed in capitals only
    the letters without a mark are stored so.
    """
    return "\n".join(_in_capitals(line) for line in text.translate(_TCVN3).split("\n"))


def from_vni(text: str) -> str:
    """A text of the VNI fonts in Unicode."""
    return _VNI_LETTER.sub(lambda found: _VNI[found.group()], text)


def converter_of(texts: Iterable[str]) -> Converter | None:
    """What makes these texts Unicode; None where that is not sure or not needed."""
    words: list[str] = []
    for text in texts:
        if not _OLD.search(text):
            continue
        for line in text.split("\n"):
            if len(words) < SAMPLE and _is_old(line):
                words += [word for word in _OLD_WORD.findall(line) if _OLD.search(word)]
    if len(words) < LEAST_WORDS or _share(words) > WRONG:
        return None
    shares = [
        (_share(list(map(convert, words))), convert) for convert in (_tcvn3, from_vni)
    ]
    best, convert = max(shares, key=lambda each: each[0])
    if best < RIGHT:
        return None
    return from_tcvn3 if convert is _tcvn3 else from_vni


def converted(text: str, convert: Converter) -> str:
    """The text with its old lines in Unicode, and the others as they are."""
    return "\n".join(
        convert(line) if _is_old(line) else line for line in text.split("\n")
    )


def in_unicode(extracted: Extracted) -> Extracted:
    """A file's text with the old lines in Unicode, each such part with a remark."""
    convert = converter_of(text for _, text in extracted.texts())
    if convert is None:
        return extracted
    parts = tuple(_part(part, convert) for part in extracted.parts)
    sheets = tuple(
        replace(
            sheet,
            name=converted(sheet.name, convert),
            rows=tuple(
                tuple(replace(cell, text=converted(cell.text, convert)) for cell in row)
                for row in sheet.rows
            ),
        )
        for sheet in extracted.sheets
    )
    return replace(extracted, parts=parts, sheets=sheets)


def _part(part: Part, convert: Converter) -> Part:
    """One part; its cells and remarks stand where their words now do."""
    text = converted(part.text, convert)
    if text == part.text:
        return part
    place = _places(part.text, convert)
    cells = tuple(
        cell._replace(start=place(cell.start), end=place(cell.end))
        for cell in part.cells
    )
    remarks = tuple(
        replace(each, start=place(each.start), end=place(each.end))
        for each in part.remarks
    )
    whole = Remark(0, len(text), "converted")
    return replace(part, text=text, cells=cells, remarks=(whole, *remarks))


def _places(text: str, convert: Converter) -> Callable[[int], int]:
    """Where a place of the old text lies in the new one."""
    if convert is from_tcvn3:
        # One letter for one.
        return lambda place: place
    lines = text.split("\n")
    olds, news = [0], [0]
    for line in lines:
        olds.append(olds[-1] + len(line) + 1)
        news.append(news[-1] + len(converted(line, convert)) + 1)

    def place(old: int) -> int:
        at = bisect_right(olds, old) - 1
        at = min(at, len(lines) - 1)
        line = lines[at]
        head = line[: old - olds[at]]
        return news[at] + len(convert(head) if _is_old(line) else head)

    return place


def _is_old(line: str) -> bool:
    return bool(_OLD.search(line)) and not _UNICODE.search(line)


def _share(words: list[str]) -> float:
    """How many of the words are syllables of Vietnamese."""
    return sum(map(is_syllable, words)) / len(words)


def _tcvn3(word: str) -> str:
    return word.translate(_TCVN3)


# --- capitals -------------------------------------------------------------------------


def _in_capitals(line: str) -> str:
    """Words in capitals whose letters with marks were stored small, in capitals."""
    # Words at even places, what stands between them at odd ones.
    words = re.split(r"([\W\d_]+)", line)
    kinds = [_case(word) for word in words]
    if _is_name(words):
        return "".join(word[:1].upper() + word[1:] for word in words)
    large = "upper" in kinds and "small" not in kinds
    if "capitals" not in kinds and not large:
        return line
    for place, kind in enumerate(kinds):
        beside = [
            kinds[each] for each in (place - 2, place + 2) if 0 <= each < len(kinds)
        ]
        if kind == "capitals" or (kind == "either" and "small" not in beside):
            words[place] = words[place].upper()
    return "".join(words)


def _is_name(words: list[str]) -> bool:
    """Whether a line is a person's name: a few words with a capital each.

    A capital with a mark is the small sign in the font for capitals.
    """
    if any(between.strip() for between in words[1::2]):
        return False
    parts = [word for word in words[::2] if word]
    large = [word for word in parts if word.istitle()]
    return 1 < len(large) < len(parts) <= MOST_OF_NAME and all(
        ord(word[0]) > 0x7F for word in parts if word not in large
    )


def _case(word: str) -> str:
    """``capitals`` for CéNG, ``either`` for Xã, ``small`` for cộng; none of letters."""
    if any("a" <= char <= "z" for char in word):
        return "small"
    upper = sum(char.isupper() for char in word)
    lower = sum(char.islower() for char in word)
    if upper > 1:
        return "capitals" if lower else "upper"
    return "either" if lower else ""
