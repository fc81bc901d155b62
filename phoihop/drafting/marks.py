"""Signs that state and Party papers write differently. Pure.

A paper holds its marks as printed, since in a joint paper each body signs with its own
(docs/decisions/0019-joint-papers.md); here is how each form prints them.
"""

from enum import StrEnum

from phoihop.drafting.paper import Form, Level


class Authority(StrEnum):
    """In whose place somebody signs (Decree 30/2020, appendix I, II.7.b)."""

    ON_BEHALF = "TM"
    IN_PLACE = "KT"
    BY_ORDER = "TL"
    BY_MANDATE = "TUQ"
    ACTING = "Q"


_PARTY = {
    Authority.ON_BEHALF: "T/M",
    Authority.IN_PLACE: "K/T",
    Authority.BY_ORDER: "T/L",
    Authority.BY_MANDATE: "T/UQ",
    # Written as in state papers.
    Authority.ACTING: "Q.",
}
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def authority(mark: Authority, form: Form) -> str:
    """The mark as printed before the body or the office: "TM." or "T/M"."""
    return _PARTY[mark] if form is Form.PARTY else f"{mark}."


def heading_marker(level: Level, number: int, form: Form) -> str:
    """The number of a heading as printed: "Phần I", "I." or "I-", "1." or "1-"."""
    if level is Level.PART:
        return f"Phần {roman(number)}"
    sign = "-" if form is Form.PARTY else "."
    return f"{roman(number) if level is Level.SECTION else number}{sign}"


def roman(number: int) -> str:
    """A number from 1 to 39 in Roman numerals."""
    said = ""
    for value, letters in _ROMAN:
        said += letters * (number // value)
        number %= value
    return said
