"""The letters of a text as Unicode has them, whatever they were typed or scanned as.

Marks apart from their letters, eth or a struck d for đ, signs that nobody sees, blanks
and line ends of every kind. No word becomes another one by it.
"""

import re
import unicodedata

from phoihop.reading.edits import Edit, Mended, mended, replaced

# No more marks at once than any letter has: sorting them takes time by the square.
_CLUSTER = re.compile("[^\\W\\d_][\u0300-\u036f]{1,4}")
_MARK = re.compile("[\u0300-\u036f]")
# The quality of a vowel stands before its tone.
_QUALITIES = "\u0302\u0306\u031b"
_STROKES = re.compile("[\u0335-\u0338]")
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+"
)
_RETURN = re.compile(r"\r\n?")
# Each for one character. What looks like đ and stands in its place.
_SAME = str.maketrans(
    {
        **dict.fromkeys("\u00d0\u0189", "Đ"),
        **dict.fromkeys("\u00f0\u0256", "đ"),
        **dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000", " "),
        **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2212", "-"),
        **dict.fromkeys("\u2028\u2029\u0085\x0b\x0c", "\n"),
        **dict.fromkeys("\u2044\u2215", "/"),
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    }
)
_OTHERWISE = re.compile(f"[{''.join(map(re.escape, map(chr, _SAME)))}]")


def spelled(text: str) -> list[Mended]:
    """The steps from a raw text to the same in plain letters; none where it is so."""
    steps: list[Mended] = []

    def step(edits: list[Edit]) -> None:
        nonlocal text
        if edits:
            steps.append(mended(text, edits))
            text = steps[-1].text

    if "\r" in text:
        step(replaced(text, _RETURN, lambda found: "\n"))
    if text.isascii():
        return steps
    if _UNSEEN.search(text):
        step(replaced(text, _UNSEEN, lambda found: ""))
    if _MARK.search(text):
        step(_composed(text))
    if _OTHERWISE.search(text):
        # One character for one: every place stays where it was.
        steps.append(Mended(text.translate(_SAME)))
    return steps


def _composed(text: str) -> list[Edit]:
    """Each letter with its marks as one character."""
    known: dict[str, str] = {}

    def composed(found: re.Match[str]) -> str:
        cluster = found.group()
        made = known.get(cluster)
        if made is None:
            made = known[cluster] = _letter(cluster)
        return made

    return replaced(text, _CLUSTER, composed)


def _letter(cluster: str) -> str:
    if cluster[0] in "dD" and _STROKES.search(cluster):
        bare = _STROKES.sub("", cluster[1:])
        return ("đ" if cluster[0] == "d" else "Đ") + bare
    made = unicodedata.normalize("NFC", cluster)
    if len(made) == 1:
        return made
    apart = unicodedata.normalize("NFD", cluster)
    marks = sorted(apart[1:], key=lambda mark: mark not in _QUALITIES)
    turned = unicodedata.normalize("NFC", apart[0] + "".join(marks))
    return turned if len(turned) < len(made) else made
