"""Papers as they were typed for the fonts from before Unicode."""

import unicodedata

# By hand, a line each: the signs of TCVN 5712 and the letters that they print.
TCVN3_SIGNS = "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉËÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\xadøõö÷ùýúûüþ®"
TCVN3_LETTERS = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ"
TCVN3_CAPITALS = dict(zip("ĂÂÊÔƠƯĐ", "¡¢£¤¥¦§", strict=True))
_TCVN3 = dict(zip(TCVN3_LETTERS, TCVN3_SIGNS, strict=True))

_TONES = "\u0301\u0300\u0309\u0303\u0323"
_VNI_MARKS = {
    "": dict(zip(_TONES, "ùøûõï", strict=True)),
    "\u0302": {
        "": "â",
        **dict(zip(_TONES, "áàåãä", strict=True)),
    },
    "\u0306": {
        "": "ê",
        **dict(zip(_TONES, "éèúüë", strict=True)),
    },
}
_VNI_ALONE = dict(zip("íìỉĩịỵđơư", "íìæóòîñôö", strict=True))


def in_tcvn3(text: str) -> str:
    """The signs of .VnTime; capitals with a mark are the small signs in .VnTimeH."""
    return "".join(
        TCVN3_CAPITALS.get(char) or _TCVN3.get(char) or _TCVN3.get(char.lower(), char)
        for char in text
    )


def in_vni(text: str) -> str:
    """The signs of VNI-Times: a letter, then its mark."""
    return "".join(map(_vni, text))


def _vni(char: str) -> str:
    low = char.lower()
    if char.isascii() or not char.isalpha():
        return char
    if low in _VNI_ALONE:
        said = _VNI_ALONE[low]
        return said.upper() if char.isupper() else said
    apart = unicodedata.normalize("NFD", low)
    base, marks = apart[0], apart[1:]
    tone = "".join(mark for mark in marks if mark in _TONES)
    if "\u031b" in marks:
        base, roof = _VNI_ALONE[unicodedata.normalize("NFC", base + "\u031b")], ""
    else:
        roof = "".join(mark for mark in marks if mark not in _TONES)
    if roof not in _VNI_MARKS or not (roof or tone):
        return char
    said = base + _VNI_MARKS[roof].get(tone, "")
    return said.upper() if char.isupper() else said
