"""What stands over and under the body of a paper: its issuer and its signer. Pure."""

from collections.abc import Iterator
from dataclasses import replace

from phoihop.drafting import wording
from phoihop.drafting.layout import (
    PAGE,
    RULE_SHARE,
    SIZES,
    Column,
    Element,
    Line,
    Sides,
)
from phoihop.drafting.paper import Form, Paper, Signature
from phoihop.drafting.widths import balanced, width_of
from phoihop.drafting.wording import BLANK, bound, clean, ended, under

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"

# Of the width of the text: the column of the issuer, and that of "Nơi nhận".
_LEFT_OF_HEAD = {Form.STATE: 0.43, Form.PARTY: 0.5}
_LEFT_OF_FOOT = 0.45
# More stand in two rows or more.
_SIGNATURES_IN_A_ROW = 3
# So much of its column a centred line may fill: a face that is not quite ours may be
# a little wider.
_FULL = 0.92


# The head


def head(paper: Paper) -> Iterator[Sides]:
    """Names and the head of state or Party; beneath, number and day on one line."""
    left = PAGE.text_width * _LEFT_OF_HEAD[paper.form]
    right = PAGE.text_width - left
    yield Sides((Column(left, _issuers(paper, left)), Column(right, _right(paper))))
    below = [Line(Element.NUMBER, number_line(paper))]
    if not paper.kind:
        about = bound(f"V/v {clean(paper.subject)}")
        below.append(centred(paper.form, Element.ABOUT, about, left))
    place = Line(Element.PLACE, place_line(paper))
    yield Sides((Column(left, tuple(below)), Column(right, (place,))), before=6)


def _issuers(paper: Paper, room: float) -> tuple[Line, ...]:
    form = paper.form
    names = [clean(each.name).upper() for each in paper.issuers] or [""]
    lines = []
    if len(names) == 1 and paper.issuers and paper.issuers[0].superior:
        above = clean(paper.issuers[0].superior)
        lines.append(centred(form, Element.SUPERIOR, above.upper(), room))
        names = [under(paper.issuers[0].name, above).upper()]
    # One under the other, joined by hyphens: docs/decisions/0019-joint-papers.md
    for name in names[:-1]:
        lines.append(centred(form, Element.ISSUER, f"{name}{BLANK}-", room))
    if form is Form.PARTY:
        last = centred(form, Element.ISSUER, names[-1], room)
        return (*lines, last, Line(Element.STAR, "*"))
    return (*lines, ruled(form, Element.ISSUER, names[-1], room))


def _right(paper: Paper) -> tuple[Line, ...]:
    sizes = SIZES[paper.form]
    if paper.form is Form.PARTY:
        wide = width_of(PARTY, sizes[Element.NATION].size, bold=True)
        return (Line(Element.NATION, PARTY, rule=wide),)
    wide = width_of(MOTTO, sizes[Element.MOTTO].size, bold=True)
    return (Line(Element.NATION, NATION), Line(Element.MOTTO, MOTTO, rule=wide))


def number_line(paper: Paper) -> str:
    """Number and symbol as printed: "Số: 05/BC-UBND", in Party papers "Số 05-BC/TU"."""
    state = paper.form is Form.STATE
    number = wording.padded(paper.number) if paper.number else BLANK * 7
    symbol = clean(paper.symbol)
    sign = "" if not symbol or symbol[0] in "/-" else "/" if state else "-"
    word = f"Số:{BLANK}" if state else f"Số{BLANK}"
    return f"{word}{number}{sign}{symbol}"


def place_line(paper: Paper) -> str:
    """Place and day: "Lạc Sơn, ngày 05 tháng 6 năm 2026", or room for what is open."""
    return f"{clean(paper.place)}, {day_line(paper)}"


def day_line(paper: Paper) -> str:
    """The day in words, with room for what of it is open."""
    if paper.day:
        return wording.day_words(paper.day.day, paper.day.month, paper.day.year)
    return wording.day_words(None, None, paper.year)


# Under the body


def foot(paper: Paper) -> Iterator[Sides]:
    """Recipients and signature on one level; under several signatures, recipients."""
    recipients = tuple(_recipients(paper))
    blocks = paper.signatures
    if len(blocks) > 1:
        for row in _rows(blocks):
            yield _signatures(row, before=12)
        if recipients:
            yield Sides((Column(PAGE.text_width, recipients),), before=12)
        return
    left = PAGE.text_width * _LEFT_OF_FOOT
    signed = tuple(_signature(blocks[0])) if blocks else ()
    if recipients or signed:
        columns = (Column(left, recipients), Column(PAGE.text_width - left, signed))
        yield Sides(columns, before=12)


def _rows(blocks: tuple[Signature, ...]) -> Iterator[tuple[Signature, ...]]:
    """Four in two rows of two; otherwise up to three side by side."""
    wide = 2 if len(blocks) == 4 else _SIGNATURES_IN_A_ROW
    for at in range(0, len(blocks), wide):
        yield blocks[at : at + wide]


def _signatures(row: tuple[Signature, ...], *, before: float) -> Sides:
    width = PAGE.text_width / len(row)
    high = max(len(each.authority) for each in row)
    columns = tuple(Column(width, tuple(_signature(each, high))) for each in row)
    return Sides(columns, before=before)


def _signature(signature: Signature, high: int = 0) -> Iterator[Line]:
    """The block; ``high`` lines of authority, so that names side by side are level."""
    for line in signature.authority:
        yield Line(Element.AUTHORITY, clean(line).upper())
    for _ in range(high - len(signature.authority)):
        yield Line(Element.AUTHORITY, "")
    yield Line(Element.SIGNER, clean(signature.name))


def _recipients(paper: Paper) -> Iterator[Line]:
    names = list(map(bound, paper.recipients))
    filed = clean(paper.filed)
    if filed:
        names.append(f"Lưu: {filed}")
    if not names:
        return
    yield Line(Element.RECIPIENTS, "Nơi nhận:")
    dash = f"-{BLANK}"
    size = SIZES[paper.form][Element.RECIPIENT].size
    # Party papers divide by commas.
    between = ";" if paper.form is Form.STATE else ","
    for place, name in enumerate(names, 1):
        said = ended(name, "." if place == len(names) else between)
        yield Line(Element.RECIPIENT, dash + said, hang=width_of(dash, size))


def centred(form: Form, of: Element, text: str, room: float) -> Line:
    """A line of its own, broken where its parts are about as long."""
    style = SIZES[form][of]
    return Line(of, balanced(text, style.size, room * _FULL, bold=style.bold))


def ruled(form: Form, of: Element, text: str, room: float) -> Line:
    """The same with its short rule beneath."""
    style, line = SIZES[form][of], centred(form, of, text, room)
    wide = max(
        width_of(each, style.size, bold=style.bold) for each in line.text.split("\n")
    )
    return replace(line, rule=RULE_SHARE * wide)
