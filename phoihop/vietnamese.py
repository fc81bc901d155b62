"""Vietnamese as it is typed, sought and sorted.

Pure. Stored text is ``nfc``; what is sought is ``fold``ed on both sides; lists are in
the order of ``sort_key``, which is kept beside the text, since the databases know no
Vietnamese order that both agree on.
"""

import re
import unicodedata
from datetime import date

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# ngang (none), huyền, hỏi, ngã, sắc, nặng: the order of dictionaries.
TONES = "\u0300\u0309\u0303\u0301\u0323"
_QUALITIES = "\u0302\u0306\u031b"  # â, ă, ơ

# Seen by nobody: joiners, marks of direction, the soft hyphen, the mark of order.
_UNSEEN = frozenset(
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d"
    "\u202e\u2060\u2061\u2062\u2063\u2064\ufeff"
)
# The old place of a tone: on the first vowel of an open oa, oe, uy.
_OLD_TONE = re.compile(
    f"([oOuU])([{TONES}])([aeyAEY])(?![^\\W\\d_]|[\u0300-\u036f])",
)
_PAIRS = {"oa", "oe", "uy"}

# What bodies' names begin with, unless it is the verb or noun that begins alike.
_BEGINS_A_NAME = re.compile(
    r"(?:Ban|Bộ|Cục|Cụm|Công|Chi|Đảng|Đoàn|Hội|Khối|Liên|Mặt|Nhà|Ngân|Phòng|Quân|Quốc"
    r"|Sở|Tổ|Tổng|Tỉnh|Thành|Thường|Trung|Trường|Tòa|Ủy|Viện|Văn|Xã|Phường)\b"
    r"(?! (?:hành|bố|chức|cường|khai|kết|hợp|lập|nghị|tác|xuyên)\b)"
)

_BLANK, _END = "02", "01"
_DIGITS = {str(digit): f"{10 + digit}" for digit in range(10)}
_LETTERS = {letter: f"{20 + place}" for place, letter in enumerate(ALPHABET)}
_TONES = {tone: str(place) for place, tone in enumerate(TONES, 1)}


def nfc(text: str) -> str:
    """The text as it is stored: composed, with eths made into đ."""
    # Eth and its capital look like đ and Đ, and old fonts put them in their place.
    return (
        unicodedata.normalize("NFC", text).replace("\u00f0", "đ").replace("\u00d0", "Đ")
    )


def fold(text: str) -> str:
    """What is left of a text for seeking: no accents, no case, single blanks."""
    if text.isascii():
        return " ".join(text.split()).lower()
    return " ".join(_bare(text).split()).casefold()


def _bare(text: str) -> str:
    """The text without accents and without what nobody sees.

    A replacement for each mark that occurs: a tenth of the time of one pass with a
    pattern.
    """
    bare = unicodedata.normalize("NFKD", text)
    for char in set(bare):
        if char in "đĐ\u00f0\u00d0":
            bare = bare.replace(char, "d")
        elif char > "\u007f" and (unicodedata.combining(char) or char in _UNSEEN):
            bare = bare.replace(char, "")
    return bare


def fold_with_offsets(text: str) -> tuple[str, tuple[int, ...]]:
    """``fold(text)``, and for each of its characters the place it came from.

    A blank comes from the first of the blanks that it stands for.
    """
    known: dict[str, str] = {}
    said: list[str] = []
    offsets: list[int] = []
    for place, char in enumerate(text):
        bare = known.get(char)
        if bare is None:
            bare = known[char] = _fold_char(char)
        for each in bare:
            if each == " ":
                if not said or said[-1] == " ":
                    continue
            said.append(each)
            offsets.append(place)
    if said and said[-1] == " ":
        said.pop()
        offsets.pop()
    return "".join(said), tuple(offsets)


def _fold_char(char: str) -> str:
    """One character, with every blank made into a space and kept."""
    bare = _bare(char).casefold()
    return "".join(" " if each.isspace() else each for each in bare)


def same_tones(text: str) -> str:
    """The text with the tone of an open oa, oe, uy on its second vowel: hoà, khoẻ."""
    return unicodedata.normalize(
        "NFC", _OLD_TONE.sub(_moved, unicodedata.normalize("NFD", text))
    )


def _moved(found: re.Match[str]) -> str:
    first, tone, second = found.groups()
    if (first + second).lower() in _PAIRS:
        return first + second + tone
    return found.group()


def sort_key(text: str) -> str:
    """A string that sorts as the text does in a Vietnamese dictionary.

    By letters, then by tones, then by the text itself. It begins with digits only, so
    that every collation of both databases sorts it alike.
    """
    return f"{_key(text)}{_END}{nfc(text)}"


def name_sort_key(name: str) -> str:
    """A string that sorts a person by given name, then family, then middle names."""
    words = nfc(name).split()
    if not words:
        return sort_key(name)
    given, family, middle = words[-1], words[:-1][:1], words[1:-1]
    parts = (given, " ".join(family), " ".join(middle))
    return f"{_END.join(_key(part) for part in parts)}{_END}{nfc(name)}"


def in_a_sentence(words: str) -> str:
    """A title as it goes on in a sentence: "Kế hoạch phối hợp" as "kế hoạch phối hợp".

    A name keeps its capital: of a body, or what is written in capitals altogether.
    """
    first, _blank, rest = words.partition(" ")
    is_name = _BEGINS_A_NAME.match(words) or first[1:] != first[1:].lower()
    if is_name or rest[:1].isupper():
        return words
    return words[:1].lower() + words[1:]


def day_in_words(day: date) -> str:
    """ngày 05 tháng 6 năm 2026 (Decree 30/2020/NĐ-CP, App. I).

    A zero stands before days below 10, and before months 1 and 2 only.
    """
    month = f"{day.month:02}" if day.month < 3 else f"{day.month}"
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def _key(text: str) -> str:
    """The letters of a text, and behind them their tones, as digits."""
    letters: list[str] = []
    tones: list[str] = []
    seen = "".join(char for char in nfc(text).casefold() if char not in _UNSEEN)
    plain = unicodedata.normalize("NFC", seen)
    for char in plain:
        letter, tone = _letter_and_tone(char)
        if letter == _BLANK and (not letters or letters[-1] == _BLANK):
            continue
        if letter:
            letters.append(letter)
            tones.append(tone)
    if letters and letters[-1] == _BLANK:
        letters.pop()
        tones.pop()
    return f"{''.join(letters)}{_END}{''.join(tones)}"


def _letter_and_tone(char: str) -> tuple[str, str]:
    """The code of a letter and of its tone; none for a mark without a letter."""
    if char in _LETTERS:
        return _LETTERS[char], "0"
    if char in _DIGITS:
        return _DIGITS[char], "0"
    parts = unicodedata.normalize("NFD", char)
    base, marks = parts[0], parts[1:]
    qualities = "".join(mark for mark in marks if mark in _QUALITIES)
    letter = unicodedata.normalize("NFC", base + qualities)
    tone = next((_TONES[mark] for mark in marks if mark in _TONES), "0")
    if letter in _LETTERS:
        return _LETTERS[letter], tone
    if base in _LETTERS:
        return _LETTERS[base], tone
    if unicodedata.combining(base):
        return "", ""
    # Letters of other scripts stand behind ours, by their numbers.
    return (f"98{ord(base):07}", tone) if base.isalnum() else (_BLANK, "0")
