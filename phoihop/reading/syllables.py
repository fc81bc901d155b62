"""Which strings of letters are a syllable of Vietnamese, and which are part of one.

By the laws of its spelling, not by a dictionary: an initial, a rime, one tone.
"""

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0309\u0303\u0301\u0323"
_INITIALS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_STOPPED = ("\u0301", "\u0323")
INITIALS = frozenset(_INITIALS.split())
# What can stand at the end of one; they may be initials as well.
FINALS = frozenset(("c", "ch", "m", "n", "ng", "nh", "p", "t"))
_RIME_WORDS = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt
iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm
oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt
ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn
uông uôt uơ up ut uy uya uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc
ươi ươm ươn ương ươp ươt ươu ưt ưu y ych yêm yên yêng yêt yêu ym yn ynh yt
"""
_RIMES = frozenset(_RIME_WORDS.split())
# Syllables without an initial are few, and these are used in papers. What looks like
# another one was broken off.
_WORDS_WITHOUT_INITIAL = """
a à á ả ạ ác ách ai ái am ám an án ang anh ánh ảnh ao áo ảo ào áp áy au áu ay ăm ắm ăn
ăng ắp ắt âm ấm ẩm ân ấn ẩn ấp ập ất âu ấu ẩu ây ấy e é è em ém en én eo éo ép ê ế ếch
êm i im in ít ích iu o ó oa oà òa oách oai oải oan oán oang oanh oành oằn oắt óc óng ong
óp ót oi ói òi om òm ô ổ ốc ôi ổi ôm ốm ôn ồn ổn ông ống ốp ốt ơ ở ờ ớ ơi ới u ủ úa ùa
uy ủy uỷ úy uý ùy uỳ uyên uyển uyn uế uể uẩn uất ui ủi úi um ung ùng un uốn uống út úp
ụp uỵch ư ừ ưa ứa ưng ứng ửng ừng ước ướm ươm ương ướp ướt ưu y ý ỷ ỳ yếm yểm yên yến
yểng yết yêu yếu yểu
"""
_WITHOUT_INITIAL = frozenset(_WORDS_WITHOUT_INITIAL.split())
_VOWEL = re.compile("[aăâeêioôơuưy]")


@lru_cache(maxsize=16_384)
def is_syllable(letters: str) -> bool:
    """Whether these letters are one syllable, in capitals or not."""
    low = letters.lower()
    if len(low) > 7:
        return False
    bare, tone = _toneless(low)
    if bare is None:
        return False
    if not _VOWEL.match(bare):
        return _rime_behind(bare, tone)
    return unicodedata.normalize("NFC", low) in _WITHOUT_INITIAL


def _rime_behind(bare: str, tone: str) -> bool:
    for length in (3, 2, 1):
        if bare[:length] in INITIALS and bare[length:] in _RIMES:
            rime = bare[length:]
            # Behind a stop stands one of two tones.
            return not rime.endswith(("c", "ch", "p", "t")) or tone in _STOPPED
    return False


@lru_cache(maxsize=16_384)
def is_fragment(letters: str) -> bool:
    """Whether letters are part of a syllable and never one by themselves."""
    low = letters.lower()
    if low in INITIALS or low in FINALS:
        return True
    bare, _tone = _toneless(low)
    if bare is None or not _VOWEL.match(bare) or is_syllable(low):
        return False
    return (bare in _RIMES or bare in _OPEN) and not low.isascii()


# A rime without its final.
_OPEN = frozenset({"iê", "uô", "ươ", "yê", "oă", "uâ", "uyê", "â", "ă"})


def begins_with_vowel(letters: str) -> bool:
    """Whether the first letter is a vowel."""
    first = unicodedata.normalize("NFD", letters[:1].lower())
    return first[:1] in tuple("aeiouy")


def _toneless(low: str) -> tuple[str | None, str]:
    """(the letters without their tone, the tone); None for more than one tone."""
    if low.isascii():
        return low, ""
    apart = unicodedata.normalize("NFD", low)
    tones = [char for char in apart if char in _TONES]
    if len(tones) > 1:
        return None, ""
    bare = "".join(char for char in apart if char not in _TONES)
    return unicodedata.normalize("NFC", bare), "".join(tones)
