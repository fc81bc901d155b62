"""C15 in .pdf: what was signed is what is seen, and what is read says where it is not.

Minh hands in a plan in which a sentence stands that nobody sees on the page. It stays
in the text, and the reading says which words they are.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pikepdf
import pytest

from phoihop.drafting import pdf as papers
from phoihop.reading import sources
from phoihop.reading.extracted import HIDDEN
from phoihop.reading.sources.printed import unseen
from tests.drafting import specimens
from tests.hostile.papers import new_pdf, saved

pytestmark = pytest.mark.pure

FONTS = Path(__file__).parents[2] / "phoihop/pages/static/vendor/tinos"
SEEN = b"BT /F1 12 Tf 72 720 Td (Cong an xa chu tri kiem tra) Tj ET\n"
TRICK = b"(Uy ban xa chu tri)"
WORDS = "Uy ban xa chu tri"


def shown(ops: bytes, *, size: bytes = b"12", at: bytes = b"72 600 Td") -> bytes:
    """A page with an honest line, and the trick drawn in this way."""
    line = b"BT %b /F1 %b Tf %b %b Tj ET\n" % (ops, size, at, TRICK)
    return saved(new_pdf(SEEN + line))


def drawn(before: bytes = b"", after: bytes = b"", ops: bytes = b"0 g") -> bytes:
    """The same with something drawn beneath or over it."""
    line = b"BT %b /F1 12 Tf 72 600 Td %b Tj ET\n" % (ops, TRICK)
    return saved(new_pdf(SEEN + b"q " + before + b" Q " + line + b"q " + after + b" Q"))


def cropped() -> bytes:
    """Cut away by the box that a viewer shows."""
    made = new_pdf(SEEN + b"BT /F1 12 Tf 72 100 Td %b Tj ET" % TRICK)
    made.pages[0].obj.CropBox = pikepdf.Array([0, 300, 595, 842])
    return saved(made)


def clear() -> bytes:
    """As clear as glass."""
    made = new_pdf(SEEN + b"/G1 gs BT /F1 12 Tf 72 600 Td %b Tj ET" % TRICK)
    made.pages[0].obj.Resources.ExtGState = pikepdf.Dictionary(
        G1=pikepdf.Dictionary(ca=0.0)
    )
    return saved(made)


def on_a_layer() -> bytes:
    """On a layer that is put away."""
    made = new_pdf(SEEN + b"/OC /L1 BDC BT /F1 12 Tf 72 600 Td %b Tj ET EMC" % TRICK)
    layer = made.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String("Nhap"))
    )
    made.pages[0].obj.Resources.Properties = pikepdf.Dictionary(L1=layer)
    made.Root.OCProperties = pikepdf.Dictionary(
        OCGs=pikepdf.Array([layer]),
        D=pikepdf.Dictionary(OFF=pikepdf.Array([layer]), Order=pikepdf.Array([layer])),
    )
    return saved(made)


BOX = b"60 590 200 30 re f"
TRICKS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "white": ("white", lambda: shown(b"1 g")),
    "white in red, green and blue": ("white", lambda: shown(b"1 1 1 rg")),
    "white in four inks": ("white", lambda: shown(b"0 0 0 0 k")),
    "nearly white": ("white", lambda: shown(b"0.96 0.97 0.95 rg")),
    "white on a white box": ("white", lambda: drawn(b"1 g " + BOX, ops=b"1 g")),
    "blue on a blue box": (
        "white",
        lambda: drawn(b"0 0 1 rg " + BOX, ops=b"0 0 1 rg"),
    ),
    "an outline of white": ("white", lambda: shown(b"1 Tr 1 G")),
    "clear as glass": ("white", clear),
    "invisible letters": ("marked_hidden", lambda: shown(b"3 Tr")),
    "a white box over it": (
        "marked_hidden",
        lambda: drawn(after=b"1 g " + BOX),
    ),
    "a black box over it": ("marked_hidden", lambda: drawn(after=b"0 g " + BOX)),
    "on a layer put away": ("marked_hidden", on_a_layer),
    "tiny": ("tiny", lambda: shown(b"", size=b"1")),
    "tiny by its matrix": (
        "tiny",
        lambda: shown(b"", size=b"12", at=b"0.1 0 0 0.1 72 600 Tm"),
    ),
    "squeezed": ("tiny", lambda: shown(b"", at=b"0.05 0 0 1 72 600 Tm")),
    "left of the page": ("off_page", lambda: shown(b"", at=b"-400 600 Td")),
    "below the page": ("off_page", lambda: shown(b"", at=b"72 -50 Td")),
    "cut away": ("off_page", cropped),
}


def flagged(data: bytes) -> dict[str, str]:
    """Which words of the pages are said not to be seen, and why."""
    parts = sources.read(data, ending="pdf").parts
    return {
        " ".join(part.text[one.start : one.end].split()): one.kind
        for part in parts
        for one in part.remarks
        if one.kind in HIDDEN
    }


@pytest.mark.parametrize("trick", TRICKS)
def test_words_that_nobody_sees_are_flagged_and_stay(trick: str) -> None:
    """Each trick is found, as what it is, and the honest line is left alone."""
    kind, make = TRICKS[trick]
    data = make()
    assert flagged(data) == {WORDS: kind}
    text = "".join(part.text for part in sources.read(data, ending="pdf").parts)
    assert WORDS in text
    assert "Cong an xa chu tri kiem tra" in text


def test_signs_without_a_width_are_flagged() -> None:
    """A name that looks like another one: the signs in it are found."""
    said = "Phối hợp\u200b với \u2060Công an\ufeff xã"
    assert [said[a:b] for a, b in unseen.zero_widths(said)] == [
        "\u200b",
        "\u2060",
        "\ufeff",
    ]


def test_a_check_that_sees_no_colour_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted bug: nothing is pale any more. Then white words pass."""
    monkeypatch.setattr(unseen, "PALE", 255)
    missed = [name for name, (_, make) in TRICKS.items() if not flagged(make())]
    assert "white" in missed


def scanned() -> bytes:
    """A scan with the words that a reader of pictures left over it."""
    made = new_pdf(
        b"q 595 0 0 842 0 0 cm /Im0 Do Q BT 3 Tr /F1 12 Tf 72 600 Td "
        + TRICK
        + b" Tj ET"
    )
    made.pages[0].obj.Resources.XObject = pikepdf.Dictionary(
        Im0=made.make_stream(
            bytes(range(100)),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=10,
            Height=10,
            ColorSpace=pikepdf.Name.DeviceGray,
            BitsPerComponent=8,
        )
    )
    return saved(made)


HONEST: dict[str, Callable[[], bytes]] = {
    "a plain page": lambda: saved(new_pdf(SEEN)),
    "the words over a scan": scanned,
    "white on a dark heading": lambda: drawn(b"0 0 0.5 rg " + BOX, ops=b"1 g"),
    "black on a shaded cell": lambda: drawn(b"0.85 g " + BOX),
    "grey": lambda: shown(b"0.5 g"),
    "a frame drawn around it": lambda: drawn(after=b"60 590 200 30 re S"),
    "a note in small type": lambda: shown(b"", size=b"7"),
    **{
        f"own paper: {name}": partial(papers.write, paper, fonts=FONTS)
        for name, paper in specimens.ALL.items()
    },
}


@pytest.mark.parametrize("honest", HONEST)
def test_an_honest_paper_is_not_flagged(honest: str) -> None:
    assert flagged(HONEST[honest]()) == {}
