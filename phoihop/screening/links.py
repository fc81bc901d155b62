"""Mail addresses, handles and profiles."""

import re
from collections.abc import Iterator

from phoihop.screening.findings import Finding
from phoihop.screening.plain import Plain
from phoihop.screening.wordlists import SURNAMES_BARE

_AT = r"(?:@|\(at\)|\[at\]|\{at\}|\(a\)| at | a cong | a moc | acong )"
_DOT = r"(?:\.|\(dot\)|\[dot\]|\[\.\]|\(\.\)| dot | cham )"
_LOCAL = re.compile(r"[a-z0-9._%+\-]{1,64} ?$")
_MAIL_SIGN = re.compile(_AT)
_DOMAIN = re.compile(
    rf" ?(?:[a-z0-9\-]{{1,60}} ?{_DOT} ?){{1,4}}(?:com|vn|net|org|edu|gov|info|me|io|"
    r"co|asia|biz|us|uk|jp|de|xyz)(?![a-z0-9])"
)
_KNOWN_MAIL = re.compile(
    r" ?(?:gmail|yahoo|outlook|hotmail|icloud|protonmail)(?![a-z])"
)
_HANDLE = re.compile(r"(?<![\w.@/])@[a-z0-9_][a-z0-9_.]{2,29}")

_HOSTS = (
    "facebook|fb|messenger|zalo|tiktok|youtube|instagram|threads|twitter|linkedin|"
    "telegram|whatsapp|pinterest|viber"
)
_URL = re.compile(
    rf"(?<![a-z0-9])(?:(?:www|m|vi-vn|web|id|chat|oa|mobile)\.)?(?:{_HOSTS}) ?{_DOT} ?"
    r"(?:com|me|net|org|vn)(?![a-z0-9])(?:/[^\s<>\"]{0,200})?"
)
_SHORT = re.compile(
    r"(?<![a-z0-9.\-])(?:t\.me|m\.me|fb\.me|fb\.watch|youtu\.be|wa\.me|x\.com|lnkd\.in|"
    r"instagr\.am|zaloapp\.com)(?:/[^\s<>\"]{0,200}|(?![a-z0-9.]))"
)
_NICK = re.compile(
    r"(?<![a-z0-9])(?:fb|face|facebook|fanpage|zalo|tiktok|tik tok|telegram|insta|"
    r"instagram|ig|viber|threads|youtube|nick|nickname|acc|trang ca nhan)"
    r"(?: (?:ca nhan|name|nick|ten|la|fb|facebook|zalo))?[ ]?[:=][ ]?"
    r"(@?[a-z0-9][a-z0-9_.]{1,39})"
)
_NICK_BARE = re.compile(
    r"(?<![a-z0-9])(?:nick|tai khoan|acc) "
    r"(?:fb|facebook|zalo|tiktok|telegram|instagram)"
    r"(?: (?:ten|la|cua))?[ :]{1,2}[\"“]?([a-z0-9][a-z0-9_.]{1,39})"
)


def mails(plain: Plain) -> Iterator[Finding]:
    """Mail addresses, also with their signs in words."""
    for sign in _MAIL_SIGN.finditer(plain.folded):
        local = _LOCAL.search(plain.folded[max(0, sign.start() - 66) : sign.start()])
        if local is None:
            continue
        rest = _DOMAIN.match(plain.folded, sign.end()) or _KNOWN_MAIL.match(
            plain.folded, sign.end()
        )
        if rest is not None:
            start = sign.start() - len(local[0])
            yield Finding("email", *plain.span(start, rest.end()), "a mail address")


def handles(plain: Plain) -> Iterator[Finding]:
    """Names behind the sign @."""
    for found in _HANDLE.finditer(plain.folded):
        yield Finding("handle", *plain.span(*found.span()), "a name behind @")


def profiles(plain: Plain) -> Iterator[Finding]:
    """Addresses on social media, and names there."""
    for pattern in (_URL, _SHORT):
        for found in pattern.finditer(plain.folded):
            yield Finding("profile", *plain.span(*found.span()), "a host of profiles")
    for pattern in (_NICK, _NICK_BARE):
        for found in pattern.finditer(plain.folded):
            if _is_nick(plain.small[slice(*found.span(1))]):
                yield Finding("profile", *plain.span(*found.span()), "a name on a site")


def _is_nick(word: str) -> bool:
    """Not any word after "Zalo:": one that is put together, or begins a name."""
    has_sign = any(char in "@_." or char.isdigit() for char in word.rstrip("."))
    has_letter = any(char.isalpha() for char in word)
    if (has_sign and has_letter) or word in SURNAMES_BARE:
        return True
    # Vietnamese words of this length without a mark are few.
    return word.isascii() and len(word) >= 6
